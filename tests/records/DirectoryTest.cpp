// SPDX-License-Identifier: GPL-3.0-or-later
// The office directory, who may act as whom, and how numbers are put together.
#include "tests/records/RuleFixtures.h"

#include <QObject>

namespace yizhan {

class DirectoryTest : public QObject
{
    Q_OBJECT

    const NumberSeries &series(const char *id) const { return *shippedRules()->numbers().find(QString::fromLatin1(id)); }

    static NumberFacts facts()
    {
        NumberFacts out;
        out.day = day("2026-11-23");
        out.serial = 7;
        out.city = QStringLiteral("京");
        out.district = QStringLiteral("通");
        out.office = QStringLiteral("永顺");
        out.officeId = QStringLiteral("JO05");
        out.station = 3;
        return out;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void listsSixteenOfficesAndKeepsTheOthersReady()
    {
        const OfficeDirectory &offices = shippedRules()->offices();
        QCOMPARE(offices.judicialOffices().size(), std::size_t{16});
        QCOMPARE(offices.judicialOffices(true).size(), std::size_t{22});
        QCOMPARE(offices.divisions().size(), std::size_t{22});
        QCOMPARE(offices.district().code6, QStringLiteral("110112"));
        QCOMPARE(offices.label(QStringLiteral("JO05"), QStringLiteral("zh")), QStringLiteral("永顺司法所"));
        QCOMPARE(offices.label(QStringLiteral("JO05"), QStringLiteral("en")), QStringLiteral("Yongshun Judicial Office"));
        QCOMPARE(offices.label(QStringLiteral("JO99"), QStringLiteral("en")), QStringLiteral("JO99"));
        QVERIFY(!offices.find(QStringLiteral("JO17"))->active);
        QCOMPARE(offices.division(QStringLiteral("110112005"))->name, QStringLiteral("永顺镇")); // by its code before 2020
        QCOMPARE(offices.division(QStringLiteral("110112120"))->code12(), QStringLiteral("110112120000"));
    }

    void inventsNoAddresses()
    {
        for (const OfficeEntry &office : shippedRules()->offices().all())
            QVERIFY2(office.address.isEmpty() && office.phone.isEmpty() && office.head.isEmpty(), qPrintable(office.id));
    }

    void knowsWhoMayActAsWhom()
    {
        const RoleTable &roles = shippedRules()->roles();
        QVERIFY(roles.mayAct(u"mediator", {QStringLiteral("MEDIATOR")}));
        QVERIFY(roles.mayAct(u"committee_head mediator", {QStringLiteral("MEDIATOR")}));
        QVERIFY(!roles.mayAct(u"committee_head", {QStringLiteral("MEDIATOR")}));
        QVERIFY(!roles.mayAct(u"system", {QStringLiteral("LEADER"), QStringLiteral("SYS_ADMIN")}));
        QVERIFY(!roles.mayAct(u"nobody", {QStringLiteral("LEADER")}));
        QVERIFY(!roles.mayAct(u"mediator", {}));
        QVERIFY(roles.find(u"notary_approver"));
    }

    void keepsTheThreeAdministratorsApart()
    {
        const RoleTable &roles = shippedRules()->roles();
        QCOMPARE(roles.clashIn({QStringLiteral("SYS_ADMIN"), QStringLiteral("AUDITOR")}),
                 (QStringList{QStringLiteral("SYS_ADMIN"), QStringLiteral("AUDITOR")}));
        QVERIFY(!roles.clashIn({QStringLiteral("NOTARY"), QStringLiteral("SEC_ADMIN")}).isEmpty());
        QVERIFY(roles.clashIn({QStringLiteral("SYS_ADMIN")}).isEmpty());
        QVERIFY(roles.clashIn({QStringLiteral("NOTARY"), QStringLiteral("NOTARY_APPROVER")}).isEmpty());
    }

    void putsNumbersTogether()
    {
        NumberFacts number = facts();
        QCOMPARE(formatNumber(series("mediation"), number), QStringLiteral("（2026）京通永顺人调字第7号"));
        QCOMPARE(formatProvisionalNumber(series("mediation"), number), QStringLiteral("P-JO05-03-7"));
        QVERIFY(isProvisionalNumber(u"P-JO05-03-7") && !isProvisionalNumber(u"（2026）京通永顺人调字第7号"));
        number.word = QStringLiteral("民");
        QCOMPARE(formatNumber(series("legal-aid"), number), QStringLiteral("（2026）京通援民字第7号"));
        number.office = QStringLiteral("潞洲");
        number.officeId = QStringLiteral("ORG-NOTARY");
        number.word = QStringLiteral("内民");
        number.serial = 756;
        QCOMPARE(formatNumber(series("notary-certificate"), number), QStringLiteral("（2026）京潞洲内民证字第00756号"));
        QVERIFY(formatProvisionalNumber(series("notary-certificate"), number).isEmpty()); // waits for the server
        QCOMPARE(formatNumber(series("consultation"), facts()), QStringLiteral("ZX20261123JO05030007"));
    }

    void tellsCountersApart()
    {
        NumberFacts number = facts();
        number.word = QStringLiteral("内民");
        QCOMPARE(counterKey(series("notary-certificate"), number), QStringLiteral("notary-certificate/2026/JO05/内民"));
        QCOMPARE(counterKey(series("consultation"), number), QStringLiteral("consultation/2026-11-23/JO05/3"));
    }

    void readsYearAndSerialOutOfAnyNumber_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("year");
        QTest::addColumn<qint64>("serial");
        QTest::newRow("mediation") << QStringLiteral("（2026）京通永顺人调字第12号") << 2026 << qint64{12};
        QTest::newRow("half width") << QStringLiteral("(2026)京通永顺人调字第12号") << 2026 << qint64{12};
        QTest::newRow("full-width digits") << QStringLiteral("（２０２６）京通永顺人调字第１２号") << 2026 << qint64{12};
        QTest::newRow("certificate") << QStringLiteral("（2026）京潞洲内民证字第00756号") << 2026 << qint64{756};
        QTest::newRow("court") << QStringLiteral("（2026）京0112诉前调确123号") << 2026 << qint64{123};
        QTest::newRow("no number") << QStringLiteral("永顺") << 0 << qint64{0};
        QTest::newRow("absurd") << QString(10000, QLatin1Char('9')) << 0 << qint64{0};
    }

    void readsYearAndSerialOutOfAnyNumber()
    {
        QFETCH(QString, number);
        const NumberParts parts = partsOfNumber(number);
        QTEST(parts.year, "year");
        QTEST(parts.serial, "serial");
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::DirectoryTest)
#include "DirectoryTest.moc"
