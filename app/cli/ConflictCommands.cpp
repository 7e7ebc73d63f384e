// SPDX-License-Identifier: GPL-3.0-or-later
// conflicts, conflicts show, settle: values that came too late and work that was not taken, as lists, in detail, and out of the
// way.
#include "app/cli/CliErrors.h"
#include "app/cli/FieldInput.h"
#include "app/cli/SyncCommandErrors.h"
#include "app/cli/SyncCommands.h"
#include "records/CodeList.h"
#include "records/Codec.h"
#include "records/Validate.h"
#include "store/SyncDoor.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace yizhan {

namespace {

QString words(const char *text) { return QCoreApplication::translate("Cli", text); }
QString fieldLabel(const FieldSpec &field) { return QCoreApplication::translate("Field", field.label); }
QString kindName(Kind kind) { return QString::fromLatin1(specOf(kind) ? specOf(kind)->name : ""); }
QString kindLabel(Kind kind) { return specOf(kind) ? QCoreApplication::translate("Kind", specOf(kind)->label) : QString(); }
QString idText(const RecordId &id) { return id.isNull() ? QString() : id.toString(); }

const char *aboutName(OpenConflict::About about)
{
    switch (about) {
    case OpenConflict::About::Values: return "values";
    case OpenConflict::About::NewRecord: return "new";
    case OpenConflict::About::Withdrawal: return "withdraw";
    case OpenConflict::About::Restoring: return "restore";
    case OpenConflict::About::HandOver: return "transfer";
    }
    return "";
}

QString aboutLabel(const OpenConflict &open)
{
    switch (open.about) {
    case OpenConflict::About::Withdrawal: return words(QT_TRANSLATE_NOOP("Cli", "withdrawn"));
    case OpenConflict::About::Restoring: return words(QT_TRANSLATE_NOOP("Cli", "restored"));
    case OpenConflict::About::HandOver: return words(QT_TRANSLATE_NOOP("Cli", "handed over to %1")).arg(open.toOffice);
    case OpenConflict::About::NewRecord: return words(QT_TRANSLATE_NOOP("Cli", "new record"));
    case OpenConflict::About::Values: break;
    }
    QStringList labels;
    for (const OpenConflict::Field &field : open.fields)
        labels += fieldLabel(*field.field);
    return labels.join(QStringLiteral(", "));
}

// What a list or a page of details needs besides the conflict itself.
class Teller
{
public:
    Teller(CommandLine &line, Store &store) : m_store(store), m_language(line.option("lang", QStringLiteral("zh"))) {}

    Outcome readNames(std::vector<RecordId> ids)
    {
        ids.erase(std::remove_if(ids.begin(), ids.end(), [](const RecordId &id) { return id.isNull(); }), ids.end());
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        auto names = await(m_store.titles(std::move(ids)));
        if (!names)
            return names.error();
        m_names = *names;
        return {};
    }
    QString person(const RecordId &id) const { return m_names.value(id); }

    // Number or title of the case, masked; empty if it is not here.
    QString caseTitle(const RecordId &root) const
    {
        const auto record = await(m_store.record(root));
        if (!record || !record->spec().title)
            return {};
        return displayField(*record->spec().title, record->value(*record->spec().title), *m_store.rules(), m_language, true);
    }
    QString origin(const QString &code) const
    {
        return m_store.rules()->codes().label(QStringLiteral("conflict_origin"), code, m_language);
    }
    QString shown(const FieldSpec &field, const Value &value, bool masked) const
    {
        return displayField(field, value, *m_store.rules(), m_language, masked);
    }

private:
    Store &m_store;
    QString m_language;
    QHash<RecordId, QString> m_names;
};

QJsonValue jsonOf(const RecordSpec &spec, const FieldSpec &field, const Value &value, bool masked)
{
    Record record(spec);
    record.setValue(field, value);
    const QJsonValue shown = toJson(record, masked).value(QLatin1String(field.name));
    return shown.isUndefined() ? QJsonValue() : shown;
}

QJsonObject objectOf(const OpenConflict &open)
{
    QJsonArray fields;
    for (const OpenConflict::Field &field : open.fields)
        fields.append(QLatin1String(field.field->name));
    return {{QStringLiteral("id"), open.id.toString()},
            {QStringLiteral("kind"), kindName(open.kind)},
            {QStringLiteral("record"), open.record.toString()},
            {QStringLiteral("root"), open.root.toString()},
            {QStringLiteral("office"), open.office},
            {QStringLiteral("about"), QLatin1String(aboutName(open.about))},
            {QStringLiteral("to_office"), open.toOffice},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("origin"), open.origin},
            {QStringLiteral("refusal"), open.refusal},
            {QStringLiteral("transition"), open.transition},
            {QStringLiteral("author"), idText(open.author)},
            {QStringLiteral("declared_at"), open.declaredAt.toIso()},
            {QStringLiteral("standing_author"), idText(open.standingAuthor)},
            {QStringLiteral("standing_at"), open.standingAt.ms ? QJsonValue(open.standingAt.toIso()) : QJsonValue()},
            {QStringLiteral("ours"), open.ours},
            {QStringLiteral("readable"), open.readable},
            {QStringLiteral("can_take"), open.canTake}};
}

QJsonObject objectOf(const ReturnedWork &work)
{
    QJsonArray fields;
    for (const auto &[field, value] : work.values)
        fields.append(QLatin1String(field->name));
    return {{QStringLiteral("id"), QString::number(work.n)},
            {QStringLiteral("kind"), kindName(work.kind)},
            {QStringLiteral("record"), idText(work.record)},
            {QStringLiteral("root"), idText(work.root)},
            {QStringLiteral("office"), work.office},
            {QStringLiteral("about"), QStringLiteral("returned")},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("origin"), work.reason},
            {QStringLiteral("transition"), work.transition},
            {QStringLiteral("author"), idText(work.user)},
            {QStringLiteral("declared_at"), work.typedAt.toIso()},
            {QStringLiteral("answered_at"), work.answeredAt.toIso()},
            {QStringLiteral("ours"), true},
            {QStringLiteral("can_take"), false}};
}

QStringList rowOf(const Teller &teller, const OpenConflict &open)
{
    return {open.id.toString(),         kindLabel(open.kind),       teller.caseTitle(open.root), aboutLabel(open),
            teller.origin(open.origin), teller.person(open.author), open.declaredAt.toIso()};
}

QStringList rowOf(const Teller &teller, const ReturnedWork &work)
{
    QStringList labels;
    for (const auto &[field, value] : work.values)
        labels += fieldLabel(*field);
    return {
        QString::number(work.n),    kindLabel(work.kind),     teller.caseTitle(work.root), labels.join(QStringLiteral(", ")),
        teller.origin(work.reason), teller.person(work.user), work.typedAt.toIso()};
}

// What nobody may type once more is left out, and what only steps may set.
Record recordOf(const EntryAnew::Row &row)
{
    Record record(row.kind);
    for (const auto &[field, value] : row.values) {
        if (!field->derived && !field->byTransition)
            record.setValue(*field, value);
    }
    return record;
}

// The entry once more, with `corrections` in the row that was named: as one change.
Result<Change> changeAnew(CommandLine &line, Store &store, const EntryAnew &entry, const RecordId &named,
                          const Inputs &corrections)
{
    Change change;
    SystemClock clock;
    SystemRandom random;
    RecordId root = entry.root;
    QString office;
    if (entry.place == EntryAnew::Place::Elsewhere && !line.has("in"))
        return Error{ErrorKind::Usage, syncCommandErrors::noCaseNamed};
    if (entry.place != EntryAnew::Place::NewCase) {
        const auto found = await(store.record(entry.root));
        const auto in = line.has("in") ? line.findRecord(store, line.option("in")) : found;
        if (!in)
            return in.error();
        root = in->root;
        office = in->office;
    }
    for (EntryAnew::Row row : entry.rows) {
        if (row.record == named || entry.rows.size() == 1)
            row.values.insert(row.values.end(), corrections.begin(), corrections.end());
        Record record = recordOf(row);
        if (!row.isNew) {
            Inputs values;
            for (const auto &[field, value] : row.values)
                values.emplace_back(field, record.value(*field));
            change.operations.push_back(Operation::set(row.record, std::move(values)));
            continue;
        }
        record.id = RecordId::make(clock.now(), random);
        if (record.spec().isRoot())
            root = record.id;
        else
            record.parent = root;
        record.root = root;
        record.office = office;
        change.operations.push_back(Operation::create(std::move(record)));
    }
    return change;
}

struct Open {
    std::vector<OpenConflict> conflicts;
    std::vector<ReturnedWork> returned; // what no conflict of the list stands for
};

Result<Open> readOpen(SyncDoor &door)
{
    Open open;
    auto conflicts = await(door.conflicts());
    if (!conflicts)
        return conflicts.error();
    open.conflicts = std::move(*conflicts);
    auto returned = await(door.returned());
    if (!returned)
        return returned.error();
    for (ReturnedWork &work : *returned) {
        const bool isListed = std::any_of(open.conflicts.begin(), open.conflicts.end(),
                                          [&work](const OpenConflict &each) { return each.id == work.conflict; });
        if (!isListed)
            open.returned.push_back(std::move(work));
    }
    return open;
}

Outcome readNames(Teller &teller, const Open &open)
{
    std::vector<RecordId> people;
    for (const OpenConflict &each : open.conflicts) {
        people.push_back(each.author);
        people.push_back(each.standingAuthor);
    }
    for (const ReturnedWork &work : open.returned)
        people.push_back(work.user);
    return teller.readNames(std::move(people));
}

Error notOpen(const QString &id) { return {ErrorKind::NotFound, syncCommandErrors::noConflict, {id}}; }

// A conflict by its id, or returned work by its number.
Result<Open> findOpen(SyncDoor &door, const QString &name)
{
    auto open = readOpen(door);
    if (!open)
        return open.error();
    Open one;
    for (OpenConflict &each : open->conflicts) {
        if (each.id.toString() == name.toLower())
            one.conflicts.push_back(std::move(each));
    }
    for (ReturnedWork &work : open->returned) {
        if (QString::number(work.n) == name)
            one.returned.push_back(std::move(work));
    }
    if (one.conflicts.empty() && one.returned.empty())
        return notOpen(name);
    return one;
}

// Full data is for those who may see it, asks for a reason, and leaves a mark in the audit.
Result<bool> maskedFor(CommandLine &line, Store &store, const RecordId &root, const RecordId &record)
{
    if (!line.has("unmasked"))
        return true;
    const auto found = await(store.record(root));
    if (!found || !store.session().seesUnmasked(*found))
        return true;
    const Outcome noted = await(store.noteSeen(record, QStringLiteral("READ_SENS"), line.option("reason")));
    if (!noted)
        return noted.error();
    return false;
}

void printDetails(CommandLine &line, const Teller &teller, const OpenConflict &open, bool masked)
{
    const RecordSpec *spec = specOf(open.kind);
    if (line.console().format == Format::Json) {
        QJsonObject object = objectOf(open);
        QJsonArray values;
        for (const OpenConflict::Field &field : open.fields)
            values.append(QJsonObject{{QStringLiteral("field"), QLatin1String(field.field->name)},
                                      {QStringLiteral("before"), jsonOf(*spec, *field.field, field.before, masked)},
                                      {QStringLiteral("standing"), jsonOf(*spec, *field.field, field.standing, masked)},
                                      {QStringLiteral("now"), jsonOf(*spec, *field.field, field.current, masked)},
                                      {QStringLiteral("late"), jsonOf(*spec, *field.field, field.late, masked)}});
        object.insert(QStringLiteral("values"), values);
        line.console().printObject(object);
        return;
    }
    const QList<QStringList> head{{QStringLiteral("id"), open.id.toString()},
                                  {words(QT_TRANSLATE_NOOP("Cli", "Kind")), kindLabel(open.kind)},
                                  {words(QT_TRANSLATE_NOOP("Cli", "Case")), teller.caseTitle(open.root)},
                                  {words(QT_TRANSLATE_NOOP("Cli", "What")), aboutLabel(open)},
                                  {words(QT_TRANSLATE_NOOP("Cli", "Origin")), teller.origin(open.origin)},
                                  {words(QT_TRANSLATE_NOOP("Cli", "What stood against it")), open.refusal},
                                  {words(QT_TRANSLATE_NOOP("Cli", "Late value by")),
                                   teller.person(open.author) + QStringLiteral("  ") + open.declaredAt.toIso()},
                                  {words(QT_TRANSLATE_NOOP("Cli", "Standing value by")),
                                   teller.person(open.standingAuthor)
                                       + (open.standingAt.ms ? QStringLiteral("  ") + open.standingAt.toIso() : QString())}};
    for (const QStringList &row : head) {
        if (!row[1].trimmed().isEmpty())
            line.console().print(row[0] + QStringLiteral(": ") + row[1].trimmed());
    }
    QList<QStringList> rows;
    for (const OpenConflict::Field &field : open.fields) {
        rows += {fieldLabel(*field.field), teller.shown(*field.field, field.before, masked),
                 teller.shown(*field.field, field.standing, masked), teller.shown(*field.field, field.current, masked),
                 teller.shown(*field.field, field.late, masked)};
    }
    if (!rows.isEmpty())
        line.console().printTable({QStringLiteral("field"), QStringLiteral("before"), QStringLiteral("standing"),
                                   QStringLiteral("now"), QStringLiteral("late")},
                                  {words(QT_TRANSLATE_NOOP("Cli", "Field")), words(QT_TRANSLATE_NOOP("Cli", "Before")),
                                   words(QT_TRANSLATE_NOOP("Cli", "Standing")), words(QT_TRANSLATE_NOOP("Cli", "Now")),
                                   words(QT_TRANSLATE_NOOP("Cli", "Late"))},
                                  rows);
}

void printDetails(CommandLine &line, const Teller &teller, const ReturnedWork &work, bool masked)
{
    const RecordSpec *spec = specOf(work.kind);
    if (line.console().format == Format::Json) {
        QJsonObject object = objectOf(work);
        QJsonArray values;
        for (const auto &[field, value] : work.values)
            values.append(QJsonObject{{QStringLiteral("field"), QLatin1String(field->name)},
                                      {QStringLiteral("late"), jsonOf(*spec, *field, value, masked)}});
        object.insert(QStringLiteral("values"), values);
        line.console().printObject(object);
        return;
    }
    line.console().print(words(QT_TRANSLATE_NOOP("Cli", "Case")) + QStringLiteral(": ") + teller.caseTitle(work.root));
    line.console().print(words(QT_TRANSLATE_NOOP("Cli", "Origin")) + QStringLiteral(": ") + teller.origin(work.reason));
    QList<QStringList> rows;
    for (const auto &[field, value] : work.values)
        rows += {fieldLabel(*field), teller.shown(*field, value, masked)};
    line.console().printTable({QStringLiteral("field"), QStringLiteral("late")},
                              {words(QT_TRANSLATE_NOOP("Cli", "Field")), words(QT_TRANSLATE_NOOP("Cli", "Late"))}, rows);
}

Result<Exit> settled(CommandLine &line, const QString &id, const QString &how)
{
    if (line.console().format == Format::Json)
        line.console().printObject(
            {{QStringLiteral("done"), true}, {QStringLiteral("id"), id}, {QStringLiteral("decision"), how}});
    else
        line.console().print(words(QT_TRANSLATE_NOOP("Cli", "Settled; the next exchange tells the district.")));
    return Exit::Done;
}

// First it is written, then the old entry goes: should the machine stop in between, it is there twice rather than not at all.
Result<Exit> enterAgain(CommandLine &line, SyncDoor &door, const EntryAnew &entry, const RecordId &named, const QString &id)
{
    const auto row = std::find_if(entry.rows.begin(), entry.rows.end(),
                                  [&named](const EntryAnew::Row &each) { return each.record == named; });
    const RecordSpec *spec = specOf((row == entry.rows.end() ? entry.rows.front() : *row).kind);
    Inputs corrections;
    if (line.words().size() > 2 || line.has("file")) {
        auto given = inputsFrom(line, 2, *spec, *door.store().rules());
        if (!given)
            return given.error();
        corrections = std::move(*given);
    }
    Result<Change> change = changeAnew(line, door.store(), entry, named, corrections);
    if (!change)
        return change.error();
    const auto written = await(door.store().submit(std::move(*change)));
    if (!written)
        return written.error();
    for (const EntryAnew::Settles &each : entry.settles) {
        const auto done = each.conflict.isNull() ? await(door.dismiss(each.n)) : [&]() -> Outcome {
            const auto settled = await(door.settle(each.conflict, Settlement::Standing));
            return settled ? Outcome() : Outcome(settled.error());
        }();
        if (!done && done.error().kind != ErrorKind::NotFound)
            return done.error();
    }
    return settled(line, id, QStringLiteral("again"));
}

// Of a conflict that a new record, or one that has gone, came to: our own queue knows more of it, if it is ours.
Result<EntryAnew> entryOf(SyncDoor &door, const OpenConflict &open)
{
    const auto all = await(door.returned());
    if (!all)
        return all.error();
    for (const ReturnedWork &work : *all) {
        if (work.conflict == open.id)
            return synctray::entryOf(*all, work);
    }
    EntryAnew::Row row{open.kind, open.record, true, {}};
    for (const OpenConflict::Field &field : open.fields)
        row.values.emplace_back(field.field, field.late);
    EntryAnew entry = synctray::entryOf(row, open.root, open.root != open.id);
    entry.settles.push_back({open.id, 0});
    return entry;
}

Error noSettlement(const QString &how, const char *expected)
{
    return {ErrorKind::Usage, syncCommandErrors::noSettlement, {how, QString::fromLatin1(expected)}};
}

Result<Exit> settleConflict(CommandLine &line, SyncDoor &door, const OpenConflict &open, const QString &how)
{
    Inputs values;
    Settlement settlement = Settlement::Standing;
    const bool isGone = open.readable && !open.canTake && !open.isWithdrawn && !open.fields.empty();
    if (how == QLatin1String("again") && isGone) {
        const auto entry = entryOf(door, open);
        return entry ? enterAgain(line, door, *entry, open.record, open.id.toString()) : Result<Exit>(entry.error());
    }
    if (how == QLatin1String("late") && isGone)
        return noSettlement(how, "standing, again");
    if (how == QLatin1String("late")) {
        settlement = Settlement::Late;
    } else if (how == QLatin1String("edit")) {
        settlement = Settlement::Edited;
        if (!specOf(open.kind))
            return Error{ErrorKind::Usage, cliErrors::unknownKind, {QString::number(static_cast<int>(open.kind)), QString()}};
        auto given = inputsFrom(line, 2, *specOf(open.kind), *door.store().rules());
        if (!given)
            return given.error();
        values = std::move(*given);
    } else if (how != QLatin1String("standing")) {
        return noSettlement(how, isGone ? "standing, again" : "standing, late, edit");
    }
    const auto done = await(door.settle(open.id, settlement, std::move(values)));
    if (!done)
        return done.error();
    return settled(line, open.id.toString(), how);
}

} // namespace

Result<Exit> runConflicts(CommandLine &line)
{
    auto store = line.openStore();
    if (!store)
        return store.error();
    SyncDoor door(**store);
    const auto open = readOpen(door);
    if (!open)
        return open.error();
    if (line.console().format == Format::Json) {
        for (const OpenConflict &each : open->conflicts)
            line.console().printObject(objectOf(each));
        for (const ReturnedWork &work : open->returned)
            line.console().printObject(objectOf(work));
        return Exit::Done;
    }
    Teller teller(line, **store);
    if (const Outcome names = readNames(teller, *open); !names)
        return names.error();
    QList<QStringList> rows;
    for (const OpenConflict &each : open->conflicts)
        rows += rowOf(teller, each);
    for (const ReturnedWork &work : open->returned)
        rows += rowOf(teller, work);
    line.console().printTable({QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("case"), QStringLiteral("what"),
                               QStringLiteral("origin"), QStringLiteral("author"), QStringLiteral("declared_at")},
                              {QStringLiteral("id"), words(QT_TRANSLATE_NOOP("Cli", "Kind")),
                               words(QT_TRANSLATE_NOOP("Cli", "Case")), words(QT_TRANSLATE_NOOP("Cli", "What")),
                               words(QT_TRANSLATE_NOOP("Cli", "Origin")), words(QT_TRANSLATE_NOOP("Cli", "Late value by")),
                               words(QT_TRANSLATE_NOOP("Cli", "Entered"))},
                              rows);
    return Exit::Done;
}

Result<Exit> runConflictsShow(CommandLine &line)
{
    auto name = line.word(0, QT_TRANSLATE_NOOP("Cli", "ID"));
    if (!name)
        return name.error();
    if (line.has("unmasked") && line.option("reason").trimmed().isEmpty())
        return Error{ErrorKind::Usage, cliErrors::noReason};
    auto store = line.openStore();
    if (!store)
        return store.error();
    SyncDoor door(**store);
    const auto open = findOpen(door, *name);
    if (!open)
        return open.error();
    Teller teller(line, **store);
    if (const Outcome names = readNames(teller, *open); !names)
        return names.error();
    for (const OpenConflict &each : open->conflicts) {
        const auto masked = maskedFor(line, **store, each.root, each.record);
        if (!masked)
            return masked.error();
        printDetails(line, teller, each, *masked);
    }
    for (const ReturnedWork &work : open->returned) {
        const auto masked = maskedFor(line, **store, work.root, work.record);
        if (!masked)
            return masked.error();
        printDetails(line, teller, work, *masked);
    }
    return Exit::Done;
}

Result<Exit> runSettle(CommandLine &line)
{
    auto name = line.word(0, QT_TRANSLATE_NOOP("Cli", "ID"));
    if (!name)
        return name.error();
    auto how = line.word(1, "standing|late|edit|again|dismiss");
    if (!how)
        return how.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    SyncDoor door(**store);
    const auto open = findOpen(door, *name);
    if (!open)
        return open.error();
    if (!open->conflicts.empty())
        return settleConflict(line, door, open->conflicts.front(), *how);
    const ReturnedWork &work = open->returned.front();
    if (*how == QLatin1String("again") && specOf(work.kind) && !work.values.empty()) {
        const auto all = await(door.returned());
        if (!all)
            return all.error();
        return enterAgain(line, door, synctray::entryOf(*all, work), work.record, *name);
    }
    if (*how != QLatin1String("dismiss"))
        return noSettlement(*how, work.values.empty() ? "dismiss" : "again, dismiss");
    if (const Outcome done = await(door.dismiss(work.n)); !done)
        return done.error();
    return settled(line, *name, *how);
}

} // namespace yizhan
