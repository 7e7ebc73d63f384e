// SPDX-License-Identifier: GPL-3.0-or-later
// Code lists: labels, validity in time, mappings, and replacements that may add and rename but never take away.
#include "tests/records/RuleFixtures.h"

#include <QObject>
#include <QRegularExpression>

namespace yizhan {

class CodeListTest : public QObject
{
    Q_OBJECT

    const CodeCatalog &codes() const { return shippedRules()->codes(); }

    static CodeCatalog small()
    {
        const auto read = CodeCatalog::fromJson(QStringLiteral("small.json"), R"({"lists": {
            "colour": {"zh": "颜色", "en": "Colour", "values": [
                {"code": "R", "zh": "红", "en": "Red", "report_code": "1"},
                {"code": "O", "zh": "旧红", "en": "Old red", "to": "2025-12-31", "replaced_by": "R", "report_code": "1"},
                {"code": "N", "zh": "新绿", "en": "New green", "from": "2027-01-01", "report_code": "2"}]},
            "state": {"zh": "状态", "en": "State", "closed": true, "values": [{"code": "A", "zh": "甲", "en": "A"}]}}})");
        return read ? *read : CodeCatalog();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void shipsEveryList()
    {
        QVERIFY(codes().listIds().size() >= 101);
        qsizetype values = 0;
        for (const QString &id : codes().listIds()) {
            const CodeList *list = codes().list(id);
            values += static_cast<qsizetype>(list->values.size());
            for (const CodeValue &value : list->values) {
                QVERIFY2(!value.zh.isEmpty() && !value.en.isEmpty(), qPrintable(id));
                // An English label with Chinese in it has not been translated; paper titles may quote the Chinese name.
                static const QRegularExpression chinese(QStringLiteral("^[\\x{4e00}-\\x{9fff}]"));
                QVERIFY2(!chinese.match(value.en).hasMatch(), qPrintable(id + QLatin1Char('/') + value.code));
            }
        }
        QVERIFY(values >= 1010);
    }

    void labelsCodesInBothLanguages()
    {
        QCOMPARE(codes().label(QStringLiteral("timer_state"), QStringLiteral("PAUSED"), QStringLiteral("en")),
                 QStringLiteral("Paused"));
        QCOMPARE(codes().label(QStringLiteral("gender"), QStringLiteral("1"), QStringLiteral("zh")), QStringLiteral("男性"));
        // What a newer release may know is shown as it is.
        QCOMPARE(codes().label(QStringLiteral("gender"), QStringLiteral("7"), QStringLiteral("zh")), QStringLiteral("7"));
        QCOMPARE(codes().label(QStringLiteral("no_such_list"), QStringLiteral("7"), QStringLiteral("zh")), QStringLiteral("7"));
    }

    void everyMappingLeadsSomewhere()
    {
        for (const CodeValue *type : codes().values(QStringLiteral("dispute_type")))
            QVERIFY2(codes().isValid(QStringLiteral("dispute_type"),
                                     type->attributes.value(QStringLiteral("report_code")).toString()),
                     qPrintable(type->code));
        for (const CodeValue *channel : codes().values(QStringLiteral("docking_channel"))) {
            const QString source = channel->attributes.value(QStringLiteral("maps_to_source")).toString();
            QVERIFY2(source.isEmpty() || codes().isValid(QStringLiteral("mediation_source"), source),
                     qPrintable(channel->code));
        }
        for (const CodeValue *country : codes().values(QStringLiteral("destination_country")))
            QVERIFY2(codes().isValid(QStringLiteral("legalisation"),
                                     country->attributes.value(QStringLiteral("legalisation_default")).toString()),
                     qPrintable(country->code));
        QCOMPARE(codes().codesWith(QStringLiteral("docking_channel"), QStringLiteral("maps_to_source"), QStringLiteral("33")),
                 (QStringList{QStringLiteral("GD"), QStringLiteral("TD")}));
        QCOMPARE(codes().attribute(QStringLiteral("notary_matter"), u"D05", QStringLiteral("in_person")).toString(),
                 QStringLiteral("ALWAYS"));
    }

    void rulesAndRolesNameExistingCodes()
    {
        for (const DeadlineRule &rule : shippedRules()->deadlines().all()) {
            for (const QString &reason : rule.pauseReasons)
                QVERIFY2(codes().isValid(QStringLiteral("timer_pause_reason"), reason), qPrintable(rule.id));
            for (const GuardCondition &condition : rule.guard.conditions) {
                for (const QString &value : condition.values)
                    QVERIFY2(codes().isValid(condition.codeList, value), qPrintable(rule.id));
            }
            QVERIFY2(rule.extension.document.isEmpty() || codes().isValid(QStringLiteral("form_id"), rule.extension.document),
                     qPrintable(rule.id));
        }
        for (const NumberSeries &series : shippedRules()->numbers().all()) {
            QVERIFY2(series.wordList.isEmpty() || codes().list(series.wordList), qPrintable(series.id));
            for (const CodeValue *value : codes().values(series.wordList))
                QVERIFY2(!value->attributes.value(QStringLiteral("number_word")).toString().isEmpty(), qPrintable(value->code));
        }
        for (const OfficeEntry &office : shippedRules()->offices().all())
            QVERIFY2(codes().isValid(QStringLiteral("office_kind"), office.kind), qPrintable(office.id));
        for (const Division &division : shippedRules()->offices().divisions())
            QVERIFY2(codes().isValid(QStringLiteral("area_kind"), division.kind), qPrintable(division.code9));
    }

    void offersOnlyWhatIsInForceButReadsWhatOnceWas()
    {
        const CodeCatalog catalog = small();
        const QString list = QStringLiteral("colour");
        QCOMPARE(catalog.values(list).size(), std::size_t{3});
        QCOMPARE(catalog.values(list, day("2026-06-01")).size(), std::size_t{1});
        QCOMPARE(catalog.values(list, day("2025-12-31")).size(), std::size_t{2});
        QCOMPARE(catalog.values(list, day("2027-01-01")).back()->code, QStringLiteral("N"));
        QVERIFY(catalog.isValid(list, u"O"));
        QVERIFY(!catalog.isValid(list, u"O", day("2026-01-01")));
        QVERIFY(!catalog.isValid(list, u"X"));
        QCOMPARE(catalog.current(list, QStringLiteral("O")), QStringLiteral("R"));
        QCOMPARE(catalog.current(list, QStringLiteral("X")), QStringLiteral("X"));
    }

    void aReplacementMayAddAndRename()
    {
        const auto replaced = small().withJson(QStringLiteral("new.json"),
                                               R"({"lists": {"colour": {"zh": "色", "en": "Colour", "values": [
            {"code": "R", "zh": "大红", "en": "Bright red"}, {"code": "O", "zh": "旧红", "en": "Old red"},
            {"code": "N", "zh": "新绿", "en": "New green"}, {"code": "B", "zh": "蓝", "en": "Blue"}]}}})");
        QVERIFY(replaced.has_value());
        QCOMPARE(replaced->label(QStringLiteral("colour"), QStringLiteral("R"), QStringLiteral("zh")), QStringLiteral("大红"));
        QVERIFY(replaced->isValid(QStringLiteral("colour"), u"B"));
        QVERIFY(replaced->list(QStringLiteral("state"))); // lists it does not name stay
        QVERIFY(replaced->fingerprint() != small().fingerprint());
    }

    void aReplacementCannotDropACode()
    {
        const auto refused = small().withJson(
            QStringLiteral("new.json"), "{\n\"lists\": {\n\"colour\": {\"zh\": \"色\", \"en\": \"Colour\", \"values\": [\n"
                                        "{\"code\": \"R\", \"zh\": \"红\", \"en\": \"Red\"}]}}}");
        QVERIFY(!refused);
        QCOMPARE(codeOf(refused.error()), QStringLiteral("DF-10"));
        QCOMPARE(refused.error().details,
                 (QStringList{QStringLiteral("new.json"), QStringLiteral("3"), QStringLiteral("colour"), QStringLiteral("O")}));
    }

    void aClosedListCannotGrow()
    {
        const auto refused = small().withJson(
            QStringLiteral("new.json"),
            "{\"lists\": {\"state\": {\"zh\": \"状态\", \"en\": \"State\", \"values\": [\n"
            "{\"code\": \"A\", \"zh\": \"甲\", \"en\": \"A\"},\n{\"code\": \"B\", \"zh\": \"乙\", \"en\": \"B\"}]}}}");
        QVERIFY(!refused);
        QCOMPARE(codeOf(refused.error()), QStringLiteral("DF-11"));
        QCOMPARE(refused.error().details.at(1), QStringLiteral("3"));
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::CodeListTest)
#include "CodeListTest.moc"
