// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Releases.h"

#include "records/RuleBook.h"
#include "records/kinds/Party.h"
#include "store/Schema.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <deque>
#include <map>

// Outside of any namespace, as Q_INIT_RESOURCE wants it.
static void registerMigrations() { Q_INIT_RESOURCE(migrations); }

namespace yizhan::tests {

namespace later {
namespace {

constexpr std::uint8_t second = 2;
constexpr std::uint8_t third = 3;
constexpr std::uint8_t fourth = 4;

} // namespace

constinit const Field<QString> remark =
    textField(801, "later_remark", "Remark").max(200).column(8, false).searched(SearchAs::Text).cameWith(second);
constinit const Field<Money> sum = moneyField(802, "later_sum", "Sum").merged(MergePolicy::Maximum).cameWith(third);
constinit const Field<QString> alias = textField(801, "later_alias", "Alias").groupedAs(party::livingGroup).cameWith(second);
constinit const Field<QString> language = textField(802, "later_language", "Language").mandatory().cameWith(third);
constinit const Field<QStringList> topics = codeSetField(801, "later_topics", "Topics", "consult_category").cameWith(second);
constinit const Field<QString> source = codeField(802, "later_source", "Source", "consult_channel").cameWith(fourth);
constinit const Field<QString> measureText = longTextField(1, "text", "Measure").mandatory().cameWith(third);
constinit const Field<QString> measureNote =
    longTextField(3, "later_note", "Note").merged(MergePolicy::Append).cameWith(fourth);

namespace {

constinit const Field<QString> wish = longTextField(803, "later_wish", "Wish").cameWith(fourth);
constinit const Field<Money> share = moneyField(801, "later_share", "Share").cameWith(second);
constinit const Field<QString> words = longTextField(801, "later_words", "Words").merged(MergePolicy::Append).cameWith(third);
constinit const Field<Money> measureCost = moneyField(2, "cost", "Cost").groupedAs(1).cameWith(third);
constinit const Field<QString> stepText = textField(1, "text", "Step").mandatory().cameWith(third);
constinit const Field<QString> visitText =
    textField(1, "text", "Visit").mandatory().searched(SearchAs::Text).column(8).cameWith(third);
constinit const Field<Money> visitCost = moneyField(2, "cost", "Cost").cameWith(third);
constinit const Field<QString> visitNote = longTextField(3, "later_note", "Note").cameWith(fourth);

constexpr const FieldSpec *visitFields[] = {&visitText, &visitCost};
constexpr const FieldSpec *measureFields[] = {&measureText, &measureCost};
constexpr const FieldSpec *stepFields[] = {&stepText};
constexpr Kind measureParents[] = {Kind::Mediation, Kind::LegalAid, Kind::Consultation, visitKind};
constexpr Kind stepParents[] = {measureKind};

} // namespace

constinit const RecordSpec visit{.kind = visitKind,
                                 .name = "visit",
                                 .table = "visit",
                                 .label = "Visit",
                                 .fields = visitFields,
                                 .title = &visitText,
                                 .docket = true,
                                 .since = third};
constinit const RecordSpec measure{.kind = measureKind,
                                   .name = "measure",
                                   .table = "measure",
                                   .label = "Measure",
                                   .fields = measureFields,
                                   .parents = measureParents,
                                   .since = third};
constinit const RecordSpec measureStep{.kind = measureStepKind,
                                       .name = "measure-step",
                                       .table = "measure_step",
                                       .label = "Step",
                                       .fields = stepFields,
                                       .parents = stepParents,
                                       .since = third};

} // namespace later

namespace {

const std::map<Kind, std::vector<const FieldSpec *>> &addedFields()
{
    static const std::map<Kind, std::vector<const FieldSpec *>> fields{
        {Kind::Mediation, {&later::remark, &later::sum, &later::wish}},
        {Kind::Party, {&later::alias, &later::language}},
        {Kind::Consultation, {&later::topics, &later::source}},
        {Kind::Note, {&later::share}},
        {Kind::LegalAid, {&later::words}},
        {later::measureKind, {&later::measureNote}},
        {later::visitKind, {&later::visitNote}},
    };
    return fields;
}

// Lives as long as the process: records point into it.
struct Future {
    std::deque<std::vector<const FieldSpec *>> fields;
    std::deque<RecordSpec> specs;
    std::deque<Declaration> releases;

    const RecordSpec *grown(const RecordSpec &spec, int schema)
    {
        const auto added = addedFields().find(spec.kind);
        if (added == addedFields().end())
            return &spec;
        std::vector<const FieldSpec *> all(spec.fields.begin(), spec.fields.end());
        std::copy_if(added->second.begin(), added->second.end(), std::back_inserter(all),
                     [schema](const FieldSpec *field) { return field->since <= schema; });
        if (all.size() == spec.fields.size())
            return &spec;
        std::sort(all.begin(), all.end(), [](const FieldSpec *a, const FieldSpec *b) { return a->id < b->id; });
        fields.push_back(std::move(all));
        specs.push_back(spec);
        specs.back().fields = fields.back();
        return &specs.back();
    }

    Future()
    {
        for (int number = 1; number < releaseCount; ++number) {
            const int schema = schemaVersion + number;
            std::vector<const RecordSpec *> all;
            for (const RecordSpec *spec : Declaration::own().specs())
                all.push_back(grown(*spec, schema));
            for (const RecordSpec *spec : {&later::visit, &later::measure, &later::measureStep}) {
                if (spec->since <= schema)
                    all.push_back(grown(*spec, schema));
            }
            std::sort(all.begin(), all.end(), [](const RecordSpec *a, const RecordSpec *b) { return a->kind < b->kind; });
            releases.emplace_back(schema, std::move(all));
        }
    }
};

// What a release adds to the tables of the one before.
QByteArray sqlOf(int number)
{
    const Declaration &before = release(number - 1);
    const Declaration &after = release(number);
    const Declaration::InForce here(after);
    QByteArray sql;
    for (const RecordSpec *spec : after.specs()) {
        const RecordSpec *known = before.specOf(spec->kind);
        if (!known) {
            sql += createStatementsOf(*spec);
            continue;
        }
        for (const FieldSpec *field : spec->fields) {
            if (std::find(known->fields.begin(), known->fields.end(), field) == known->fields.end())
                sql += QByteArray("ALTER TABLE ") + spec->table + " ADD COLUMN " + field->name + ' ' + sqlTypeOf(*field)
                       + ";\n";
        }
    }
    return sql;
}

void orDie(bool good, const QString &what)
{
    if (!good)
        qFatal("%s", qPrintable(what));
}

// The list with a value more, as a release would ship it.
QJsonObject withValue(const QString &file, const QString &list, const char *code)
{
    QFile shipped(QStringLiteral(":/yizhan/codes/") + file);
    orDie(shipped.open(QIODevice::ReadOnly), file);
    QJsonObject whole = QJsonDocument::fromJson(shipped.readAll()).object();
    QJsonObject grown = whole[QLatin1String("lists")].toObject()[list].toObject();
    QJsonArray values = grown[QLatin1String("values")].toArray();
    values.append(QJsonObject{{QStringLiteral("code"), QLatin1String(code)},
                              {QStringLiteral("zh"), QStringLiteral("新")},
                              {QStringLiteral("en"), QStringLiteral("New")}});
    grown[QLatin1String("values")] = values;
    whole[QLatin1String("lists")] = QJsonObject{{list, grown}};
    return whole;
}

} // namespace

const Declaration &release(int number)
{
    static const Future future;
    return number == 0 ? Declaration::own() : future.releases[static_cast<std::size_t>(number - 1)];
}

void writeMigrations(const QString &folder, int number)
{
    registerMigrations();
    const QDir shipped(QStringLiteral(":/yizhan/migrations"));
    const QStringList files = shipped.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    orDie(!files.isEmpty() && QDir().mkpath(folder), folder);
    for (const QString &file : files)
        orDie(QFile::copy(shipped.filePath(file), folder + u'/' + file), file);
    for (int i = 1; i <= number; ++i) {
        QFile next(folder + QStringLiteral("/%1_release.sql").arg(files.size() + i, 4, 10, QLatin1Char('0')));
        const QByteArray sql = sqlOf(i);
        orDie(next.open(QIODevice::WriteOnly) && next.write(sql) == sql.size(), next.fileName());
    }
}

std::shared_ptr<const RuleBook> rulesOf(int number, const std::shared_ptr<const RuleBook> &shipped)
{
    if (number < firstWithNewCodes)
        return shipped;
    std::shared_ptr<const RuleBook> rules = shipped;
    for (const auto &[file, list, code] : {std::tuple("consultation.json", "consult_category", newCategory),
                                           std::tuple("mediation.json", "prevented_incident", newIncident)}) {
        const QString name = QLatin1String(file);
        const QByteArray json = QJsonDocument(withValue(name, QLatin1String(list), code)).toJson();
        auto grown = rules->withFile(QStringLiteral("codes/") + name, json);
        orDie(grown.has_value(), grown ? QString() : grown.error().toLog());
        rules = std::move(*grown);
    }
    return rules;
}

} // namespace yizhan::tests
