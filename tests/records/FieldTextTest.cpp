// SPDX-License-Identifier: GPL-3.0-or-later
// What people type becomes a value, and values are shown as people read them.
#include "tests/records/RuleFixtures.h"

#include "records/Validate.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Handover.h"
#include "records/kinds/Party.h"
#include "records/kinds/Project.h"
#include "records/kinds/Session.h"

#include <QObject>

namespace yizhan {

class FieldTextTest : public QObject
{
    Q_OBJECT

    static Result<Value> parsed(const FieldSpec &field, const char *typed)
    {
        return parseField(field, QString::fromUtf8(typed), *shippedRules());
    }
    static QString shown(const FieldSpec &field, const Value &value, const char *language = "en", bool masked = false)
    {
        return displayField(field, value, *shippedRules(), QString::fromLatin1(language), masked);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void typingIsUnderstood_data()
    {
        QTest::addColumn<const FieldSpec *>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value"); // as it is shown in English
        const auto row = [](const FieldSpec &field, const char *typed, const char *value) {
            QTest::addRow("%s <- %s", field.name, typed) << &field << QString::fromUtf8(typed) << QString::fromUtf8(value);
        };
        row(party::name, "  张 三\t", "张 三");
        row(party::name, "e\xCC\x81", "\xC3\xA9"); // composed
        row(session::content, "一\r\n二\r三", "一\n二\n三");
        row(party::idNo, " １１０１０５ １９４９１２３１００２ｘ ", "11010519491231002X");
        row(party::phone, "+86 138 0013 8000", "13800138000");
        row(party::phone, "not a phone", "not a phone");
        row(party::birthDate, "1980-2-9", "1980-02-09");
        row(party::birthDate, "1980/02/29", "1980-02-29");
        row(party::birthDate, "1980.2.9", "1980-02-09");
        row(party::birthDate, "1980年2月9日", "1980-02-09");
        row(party::birthDate, "１９８０0209", "1980-02-09");
        row(party::consentAt, "2026-05-20 9:05", "2026-05-20 09:05");
        row(party::consentAt, "2026年5月20日 9点05分", "2026-05-20 09:05");
        row(party::consentAt, "2026/5/20 23:59:59", "2026-05-20 23:59");
        row(party::consentAt, "2026-05-20T01:05:00Z", "2026-05-20 09:05");
        row(party::consentAt, "2026-05-20", "2026-05-20 00:00");
        row(party::type, "NATURAL", "Natural person");
        row(party::type, "natural", "Natural person");
        row(party::type, "自然人", "Natural person");
        row(party::applicantCategory, "农民工、低保/特困对象", "Minimum-living-allowance or destitute, Migrant worker");
        row(party::applicantCategory, "NMG, cjr;NMG", "Person with disability, Migrant worker");
        row(handover::toUnit, "永顺司法所", "Yongshun Judicial Office");
        row(handover::toUnit, "永顺", "Yongshun Judicial Office");
        row(consultation::heads, "１２", "12");
        row(consultation::heads, "1,200", "1200");
        row(consultation::transferred, "是", "Yes");
        row(consultation::transferred, "No", "No");
        row(projectEvent::amount, "1.2万", "12,000.00");
        row(projectEvent::amount, "￥１２，０００．５０", "12,000.50");
        row(party::name, "   ", "");
    }
    void typingIsUnderstood()
    {
        QFETCH(const FieldSpec *, field);
        QFETCH(QString, typed);
        QFETCH(QString, value);
        const auto read = parseField(*field, typed, *shippedRules());
        QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toLog()));
        QCOMPARE(shown(*field, *read), value);
    }

    void whatCannotBeMeantIsRefused_data()
    {
        QTest::addColumn<const FieldSpec *>("field");
        QTest::addColumn<QString>("typed");
        const auto row = [](const FieldSpec &field, const char *typed) {
            QTest::addRow("%s <- %s", field.name, typed) << &field << QString::fromUtf8(typed);
        };
        row(party::birthDate, "yesterday");
        row(party::birthDate, "1980-02-30");
        row(party::birthDate, "0000-01-01");
        row(party::birthDate, "10000-01-01");
        row(party::birthDate, "80-02-03");
        row(party::birthDate, "1980-02/");
        row(party::consentAt, "2026-05-20 25:00");
        row(party::consentAt, "2026-05-20 9");
        row(party::consentAt, "9:05");
        row(party::type, "鬼");
        row(party::applicantCategory, "农民工、鬼");
        row(handover::toUnit, "月球司法所");
        row(consultation::heads, "twelve");
        row(consultation::heads, "1.5");
        row(consultation::heads, "99999999999999999999");
        row(consultation::transferred, "perhaps");
        row(projectEvent::amount, "much");
        row(projectEvent::amount, "1.234");
        row(party::agentOf, "somebody");
        row(party::personKey, "xyz");
    }
    void whatCannotBeMeantIsRefused()
    {
        QFETCH(const FieldSpec *, field);
        QFETCH(QString, typed);
        const auto read = parseField(*field, typed, *shippedRules());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, ErrorKind::Constraint);
    }

    void whatIsShownCanBeTypedAgain()
    {
        const std::vector<std::pair<const FieldSpec *, Value>> values{
            {&party::birthDate, Value(day("1980-02-29"))},
            {&party::consentAt, Value(*moment("2026-05-20 09:05").at)},
            {&party::type, Value(QStringLiteral("LEGAL"))},
            {&party::applicantCategory, Value(QStringList{QStringLiteral("NMG"), QStringLiteral("DB")})},
            {&consultation::heads, Value(std::int64_t{7})},
            {&consultation::transferred, Value(true)},
            {&projectEvent::amount, Value(Money{123'456'789})},
            {&handover::toUnit, Value(QStringLiteral("JO05"))}};
        for (const auto &[field, value] : values) {
            for (const char *language : {"zh", "en"}) {
                const auto again = parseField(*field, shown(*field, value, language), *shippedRules());
                QVERIFY2(again.has_value() && *again == value, field->name);
            }
        }
    }

    void labelsComeInBothLanguages()
    {
        QCOMPARE(shown(party::type, Value(QStringLiteral("NATURAL")), "zh"), QStringLiteral("自然人"));
        QCOMPARE(shown(party::type, Value(QStringLiteral("OF_A_NEWER_LIST")), "zh"), QStringLiteral("OF_A_NEWER_LIST"));
        QCOMPARE(shown(consultation::transferred, Value(true), "zh"), QStringLiteral("是"));
        QCOMPARE(shown(system::office, Value(QStringLiteral("JO05")), "zh"), QStringLiteral("永顺司法所"));
        QCOMPARE(shown(party::applicantCategory, Value(QStringList{QStringLiteral("NMG"), QStringLiteral("CJR")}), "zh"),
                 QStringLiteral("残疾人、农民工"));
    }

    void personalDataIsMasked()
    {
        QCOMPARE(shown(party::name, Value(QStringLiteral("张三")), "zh", true), QStringLiteral("张*"));
        QCOMPARE(shown(party::name, Value(QStringLiteral("𠮷野家")), "zh", true), QStringLiteral("𠮷**"));
        QCOMPARE(shown(party::idNo, Value(QStringLiteral("110105194912310021")), "zh", true),
                 QStringLiteral("110***********0021"));
        QCOMPARE(shown(party::phone, Value(QStringLiteral("13800138000")), "zh", true), QStringLiteral("138****8000"));
        QCOMPARE(shown(party::addressLive, Value(QStringLiteral("北京市通州区永顺镇西马庄12号楼3单元")), "zh", true),
                 QStringLiteral("北京市通州区永顺镇****"));
        QCOMPARE(shown(party::birthDate, Value(day("1980-02-29")), "zh", true), QStringLiteral("1980-**-**"));
        QCOMPARE(shown(common::parties, Value(QStringLiteral("张三、李四 / 北京某公司")), "zh", true),
                 QStringLiteral("张*、李* / 北***"));
        QCOMPARE(shown(party::phone, Value(QStringLiteral("13800138000"))), QStringLiteral("13800138000"));
    }

    void shortNumbersAreHiddenWhole()
    {
        QCOMPARE(maskText(Mask::Identity, QStringLiteral("1234")), QStringLiteral("****"));
        QCOMPARE(maskText(Mask::Identity, QStringLiteral("E1234567")), QStringLiteral("E******7"));
        QCOMPARE(maskText(Mask::Identity, QString()), QString());
        QCOMPARE(maskText(Mask::Name, QString()), QString());
        QCOMPARE(maskText(Mask::Address, QStringLiteral("无")), QStringLiteral("*"));
        QCOMPARE(maskText(Mask::Address, QStringLiteral("梨园地区云景里5号")), QStringLiteral("梨园地区****"));
        QCOMPARE(maskText(Mask::None, QStringLiteral("open")), QStringLiteral("open"));
    }

    void aSensitiveTextWithoutAMaskIsHiddenWhole()
    {
        static constexpr auto charge = textField(1, "charge", "Charge").level(Sensitivity::Sensitive);
        QCOMPARE(shown(charge, Value(QStringLiteral("盗窃")), "zh", true), QStringLiteral("***"));
        QCOMPARE(shown(charge, Value(QStringLiteral("盗窃")), "zh", false), QStringLiteral("盗窃"));
    }

    void nothingIsShownAsNothing()
    {
        for (const RecordSpec *spec : allSpecs()) {
            for (const FieldSpec *field : spec->fields) {
                QCOMPARE(shown(*field, Value()), QString());
                const auto nothing = parsed(*field, "");
                QVERIFY(nothing.has_value() && nothing->isNull());
            }
        }
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::FieldTextTest)
#include "FieldTextTest.moc"
