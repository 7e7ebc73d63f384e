// SPDX-License-Identifier: GPL-3.0-or-later
// show, list, search, history, fields: what reads records.
#include "app/cli/CliErrors.h"
#include "app/cli/CommandLine.h"
#include "app/cli/RecordPrint.h"
#include "records/CodeList.h"
#include "records/Codec.h"
#include "records/NumberPlaces.h"
#include "records/Validate.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace yizhan {

namespace {

QString words(const char *text) { return QCoreApplication::translate("Cli", text); }
QString fieldLabel(const FieldSpec &field) { return QCoreApplication::translate("Field", field.label); }

QString language(CommandLine &line) { return line.option("lang", QStringLiteral("zh")); }

// Full data leaves a mark in the audit.
Result<bool> maskedFor(CommandLine &line)
{
    if (!line.has("unmasked"))
        return true;
    if (line.option("reason").trimmed().isEmpty())
        return Error{ErrorKind::Usage, cliErrors::noReason};
    return false;
}

// References as names, not as ids.
Result<QHash<RecordId, QString>> titlesFor(Store &store, const std::vector<Record> &records,
                                           const std::vector<const FieldSpec *> &fields)
{
    std::vector<RecordId> ids;
    for (const Record &record : records) {
        for (const FieldSpec *field : fields) {
            if (field->type != FieldType::Ref)
                continue;
            if (const auto id = RecordId::fromBytes(record.value(*field).bytes()))
                ids.push_back(*id);
        }
    }
    if (ids.empty())
        return QHash<RecordId, QString>{};
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return await(store.titles(std::move(ids)));
}

QString shown(const Record &record, const FieldSpec &field, const RuleBook &rules, const QString &lang, bool masked,
              const QHash<RecordId, QString> &titles)
{
    const Value value = record.value(field);
    if (field.type == FieldType::Ref) {
        if (const auto id = RecordId::fromBytes(value.bytes()); id && titles.contains(*id))
            return titles.value(*id);
    }
    if (waitsForNumber(record, field, rules))
        return words(QT_TRANSLATE_NOOP("Cli", "waiting for number"));
    return displayField(field, value, rules, lang, masked);
}

Outcome printRecords(CommandLine &line, Store &store, const std::vector<Record> &records,
                     const std::vector<const FieldSpec *> &fields, bool masked)
{
    if (line.console().format == Format::Json) {
        for (const Record &record : records)
            line.console().printObject(toJson(record, masked));
        return {};
    }
    const auto titles = titlesFor(store, records, fields);
    if (!titles)
        return titles.error();
    QStringList names;
    QStringList heads;
    for (const FieldSpec *field : fields) {
        names += QString::fromLatin1(field->name);
        heads += fieldLabel(*field);
    }
    QList<QStringList> rows;
    for (const Record &record : records) {
        QStringList row;
        for (const FieldSpec *field : fields)
            row += shown(record, *field, *store.rules(), language(line), masked, *titles);
        rows += row;
    }
    line.console().printTable(names, heads, rows);
    return {};
}

Result<std::vector<const FieldSpec *>> columnsOf(CommandLine &line, const RecordSpec &spec)
{
    std::vector<const FieldSpec *> fields;
    if (line.has("fields")) {
        for (const QString &name : line.option("fields").split(u',')) {
            const FieldSpec *field = spec.field(name.trimmed());
            if (!field)
                return Error{ErrorKind::Usage, cliErrors::unknownField, {QString::fromLatin1(spec.name), name}};
            fields.push_back(field);
        }
        return fields;
    }
    for (const FieldSpec *field : spec.fields) {
        if (field->columnShown)
            fields.push_back(field);
    }
    if (fields.empty() && spec.title)
        fields.push_back(spec.title);
    return fields;
}

Result<Query> askedQuery(CommandLine &line, const RecordSpec &spec)
{
    Query query;
    query.spec = &spec;
    if (line.has("where")) {
        auto where = parseWhere(spec, line.option("where"));
        if (!where)
            return where.error();
        query.where = *where;
    }
    if (line.has("sort")) {
        auto sort = parseSort(spec, line.option("sort"));
        if (!sort)
            return sort.error();
        query.sort = *sort;
    }
    auto limit = line.number("limit", 200, 0, 100'000'000);
    if (!limit)
        return limit.error();
    query.limit = *limit == 0 ? -1 : *limit;
    return query;
}

} // namespace

Result<bool> askedMasked(CommandLine &line) { return maskedFor(line); }

Outcome printWhole(CommandLine &line, Store &store, const std::vector<Record> &records, bool masked)
{
    if (line.console().format == Format::Json) {
        for (const Record &each : records)
            line.console().printObject(toJson(each, masked));
        return {};
    }
    for (const Record &each : records) {
        std::vector<const FieldSpec *> filled;
        for (const FieldSpec *field : each.spec().fields) {
            const bool isEmpty = each.value(*field).isNull() && !waitsForNumber(each, *field, *store.rules());
            if (!isEmpty && field->type != FieldType::Blob)
                filled.push_back(field);
        }
        const auto titles = titlesFor(store, {each}, filled);
        if (!titles)
            return titles.error();
        QList<QStringList> rows{
            {words(QT_TRANSLATE_NOOP("Cli", "Kind")), QCoreApplication::translate("Kind", each.spec().label)},
            {QStringLiteral("id"), each.id.toString()}};
        for (const FieldSpec *field : filled)
            rows += {fieldLabel(*field), shown(each, *field, *store.rules(), language(line), masked, *titles)};
        line.console().printTable({QStringLiteral("field"), QStringLiteral("value")},
                                  {words(QT_TRANSLATE_NOOP("Cli", "Field")), words(QT_TRANSLATE_NOOP("Cli", "Value"))}, rows);
    }
    return {};
}

Result<Exit> runShow(CommandLine &line)
{
    auto masked = maskedFor(line);
    if (!masked)
        return masked.error();
    auto name = line.word(0, "ID");
    if (!name)
        return name.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    auto record = line.findRecord(**store, *name);
    if (!record)
        return record.error();
    std::vector<Record> records{*record};
    if (line.has("children")) {
        const auto file = await((*store)->caseFile(record->root));
        if (!file)
            return file.error();
        for (const Record &child : file->children)
            records.push_back(child);
    }
    if (!*masked) {
        const Outcome noted = await((*store)->noteSeen(record->id, QStringLiteral("READ_SENS"), line.option("reason")));
        if (!noted)
            return noted.error();
    }
    if (auto printed = printWhole(line, **store, records, *masked); !printed)
        return printed.error();
    return Exit::Done;
}

Result<Exit> runList(CommandLine &line)
{
    auto masked = maskedFor(line);
    if (!masked)
        return masked.error();
    auto kindName = line.word(0, "KIND");
    if (!kindName)
        return kindName.error();
    auto kind = CommandLine::kindNamed(*kindName);
    if (!kind)
        return kind.error();
    const RecordSpec *spec = *kind;
    auto query = askedQuery(line, *spec);
    if (!query)
        return query.error();
    auto columns = columnsOf(line, *spec);
    if (!columns)
        return columns.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    if (line.has("count")) {
        const auto count = await((*store)->count(*query));
        if (!count)
            return count.error();
        if (line.console().format == Format::Json)
            line.console().printObject({{QStringLiteral("count"), jsonNumber(*count)}});
        else
            line.console().print(QString::number(*count));
        return Exit::Done;
    }
    const auto records = await((*store)->list(*query));
    if (!records)
        return records.error();
    if (!*masked) {
        const Outcome noted = await((*store)->noteSeen(RecordId{}, QStringLiteral("EXPORT"), line.option("reason")));
        if (!noted)
            return noted.error();
    }
    if (auto printed = printRecords(line, **store, *records, *columns, *masked); !printed)
        return printed.error();
    return Exit::Done;
}

Result<Exit> runSearch(CommandLine &line)
{
    auto text = line.word(0, "TEXT");
    if (!text)
        return text.error();
    auto limit = line.number("limit", 200, 1, 1'000'000);
    if (!limit)
        return limit.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    const QString sought = *text == QLatin1String("-") ? line.console().readLine().value_or(QString())
                                                       : line.words().join(u' ');
    const auto hits = await((*store)->search(sought, static_cast<int>(*limit)));
    if (!hits)
        return hits.error();
    QList<QStringList> rows;
    for (const SearchHit &hit : *hits) {
        const auto found = await((*store)->record(hit.root));
        if (!found)
            return found.error();
        if (line.console().format == Format::Json) {
            line.console().printObject(toJson(*found, true));
            continue;
        }
        const FieldSpec *parties = found->spec().field(u"parties");
        const FieldSpec *title = found->spec().title;
        rows += {QCoreApplication::translate("Kind", found->spec().label),
                 title ? displayField(*title, found->value(*title), *(*store)->rules(), language(line), true) : QString(),
                 parties ? displayField(*parties, found->value(*parties), *(*store)->rules(), language(line), true) : QString(),
                 found->id.toString()};
    }
    if (line.console().format != Format::Json)
        line.console().printTable(
            {QStringLiteral("kind"), QStringLiteral("number"), QStringLiteral("parties"), QStringLiteral("id")},
            {words(QT_TRANSLATE_NOOP("Cli", "Kind")), words(QT_TRANSLATE_NOOP("Cli", "Number")),
             words(QT_TRANSLATE_NOOP("Cli", "Parties")), QStringLiteral("id")},
            rows);
    return Exit::Done;
}

Result<Exit> runHistory(CommandLine &line)
{
    auto name = line.word(0, "ID");
    if (!name)
        return name.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    auto record = line.findRecord(**store, *name);
    if (!record)
        return record.error();
    const auto entries = await((*store)->history(record->id));
    if (!entries)
        return entries.error();
    const RuleBook &rules = *(*store)->rules();
    QList<QStringList> rows;
    for (const HistoryEntry &entry : *entries) {
        QStringList changes;
        QJsonArray fields;
        for (const HistoryEntry::Field &each : entry.fields) {
            const QString before = displayField(*each.field, each.before, rules, language(line), true);
            const QString after = displayField(*each.field, each.after, rules, language(line), true);
            changes += QStringLiteral("%1: %2 → %3").arg(fieldLabel(*each.field), before, after);
            fields.append(QJsonObject{{QStringLiteral("field"), QLatin1String(each.field->name)},
                                      {QStringLiteral("before"), before},
                                      {QStringLiteral("after"), after}});
        }
        if (line.console().format == Format::Json) {
            const RecordSpec *spec = specOf(entry.kind);
            line.console().printObject({{QStringLiteral("sequence"), jsonNumber(entry.sequence)},
                                        {QStringLiteral("at"), entry.at.toIso()},
                                        {QStringLiteral("user"), entry.userName},
                                        {QStringLiteral("event"), entry.event},
                                        {QStringLiteral("kind"), QLatin1String(spec ? spec->name : "")},
                                        {QStringLiteral("record"), entry.record.toString()},
                                        {QStringLiteral("transition"), entry.transition},
                                        {QStringLiteral("reason"), entry.reason},
                                        {QStringLiteral("fields"), fields}});
            continue;
        }
        const bool isTable = line.console().format == Format::Table;
        const QString event = rules.codes().label(QStringLiteral("audit_event"), entry.event, language(line));
        rows += {entry.at.toIso(), entry.userName, isTable ? event : entry.event,
                 entry.transition, entry.reason,   changes.join(QStringLiteral("; "))};
    }
    if (line.console().format != Format::Json)
        line.console().printTable({QStringLiteral("at"), QStringLiteral("user"), QStringLiteral("event"),
                                   QStringLiteral("step"), QStringLiteral("reason"), QStringLiteral("changes")},
                                  {words(QT_TRANSLATE_NOOP("Cli", "When")), words(QT_TRANSLATE_NOOP("Cli", "Who")),
                                   words(QT_TRANSLATE_NOOP("Cli", "What")), words(QT_TRANSLATE_NOOP("Cli", "Step")),
                                   words(QT_TRANSLATE_NOOP("Cli", "Reason")), words(QT_TRANSLATE_NOOP("Cli", "Changes"))},
                                  rows);
    return Exit::Done;
}

namespace {
// In the order of FieldType.
constexpr const char *typeWords[] = {
    QT_TRANSLATE_NOOP("Cli", "text"),      QT_TRANSLATE_NOOP("Cli", "long text"), QT_TRANSLATE_NOOP("Cli", "code"),
    QT_TRANSLATE_NOOP("Cli", "codes"),     QT_TRANSLATE_NOOP("Cli", "yes/no"),    QT_TRANSLATE_NOOP("Cli", "number"),
    QT_TRANSLATE_NOOP("Cli", "money"),     QT_TRANSLATE_NOOP("Cli", "day"),       QT_TRANSLATE_NOOP("Cli", "instant"),
    QT_TRANSLATE_NOOP("Cli", "reference"), QT_TRANSLATE_NOOP("Cli", "bytes")};
} // namespace

Result<Exit> runFields(CommandLine &line)
{
    QList<QStringList> rows;
    if (line.words().isEmpty()) {
        for (const RecordSpec *each : allSpecs())
            rows += {QString::fromLatin1(each->name), QCoreApplication::translate("Kind", each->label)};
        line.console().printTable({QStringLiteral("kind"), QStringLiteral("label")},
                                  {words(QT_TRANSLATE_NOOP("Cli", "Kind")), words(QT_TRANSLATE_NOOP("Cli", "Meaning"))}, rows);
        return Exit::Done;
    }
    auto kind = CommandLine::kindNamed(line.words().first());
    if (!kind)
        return kind.error();
    const RecordSpec *spec = *kind;
    for (const FieldSpec *field : spec->fields) {
        QStringList marks;
        if (field->required)
            marks += words(QT_TRANSLATE_NOOP("Cli", "required"));
        if (field->derived)
            marks += words(QT_TRANSLATE_NOOP("Cli", "computed"));
        if (field->byTransition)
            marks += words(QT_TRANSLATE_NOOP("Cli", "by step"));
        if (field->isPersonal())
            marks += words(QT_TRANSLATE_NOOP("Cli", "personal"));
        rows += {QString::fromLatin1(field->name), words(typeWords[static_cast<int>(field->type)]),
                 QString::fromLatin1(field->codeList), marks.join(QStringLiteral(", ")), fieldLabel(*field)};
    }
    for (const LifeCycle *cycle : spec->lifeCycles) {
        for (const Transition &step : cycle->transitions)
            rows += {QString::fromLatin1(step.name), words(QT_TRANSLATE_NOOP("Cli", "step")),
                     QString::fromLatin1(step.from) + QStringLiteral(" → ") + QString::fromLatin1(step.to),
                     QString::fromLatin1(step.actors), QCoreApplication::translate("Transition", step.label)};
    }
    line.console().printTable({QStringLiteral("name"), QStringLiteral("type"), QStringLiteral("list"), QStringLiteral("marks"),
                               QStringLiteral("label")},
                              {words(QT_TRANSLATE_NOOP("Cli", "Name")), words(QT_TRANSLATE_NOOP("Cli", "Type")),
                               words(QT_TRANSLATE_NOOP("Cli", "Code list or states")), words(QT_TRANSLATE_NOOP("Cli", "Marks")),
                               words(QT_TRANSLATE_NOOP("Cli", "Meaning"))},
                              rows);
    return Exit::Done;
}

} // namespace yizhan
