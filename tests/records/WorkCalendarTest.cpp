// SPDX-License-Identifier: GPL-3.0-or-later
// Which days are worked: the published notices, the year that has none yet, imported notices, office hours.
#include "tests/records/RuleFixtures.h"

#include <QFile>
#include <QObject>

namespace yizhan {

class WorkCalendarTest : public QObject
{
    Q_OBJECT

    const WorkCalendar &shipped() const { return shippedRules()->calendar(); }

    // "DF-24 table.csv:3", or the number of published years if the table was taken.
    static QString importTable(const QByteArray &csv)
    {
        const auto read = WorkCalendar().withCsv(QStringLiteral("table.csv"), csv);
        if (read)
            return QString::number(read->publishedYears().size());
        return codeOf(read.error()) + QLatin1Char(' ') + read.error().details.mid(0, 2).join(QLatin1Char(':'));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void knowsWeekendsHolidaysAndMakeUpDays()
    {
        QCOMPARE(shipped().kindOf(day("2026-02-14")), DayKind::MakeUp);
        QCOMPARE(shipped().kindOf(day("2026-02-17")), DayKind::Holiday);
        QCOMPARE(shipped().kindOf(day("2026-03-07")), DayKind::Weekend);
        QCOMPARE(shipped().kindOf(day("2026-03-09")), DayKind::Working);
        QVERIFY(shipped().isWorking(day("2026-02-14")) && shipped().isRest(day("2026-10-05")));
        QVERIFY(shipped().isWorking(day("2024-02-09"))); // New Year's Eve 2024 was no day off
        QCOMPARE(shipped().nameOf(day("2026-10-01"), QStringLiteral("zh")), QStringLiteral("国庆节"));
        QCOMPARE(shipped().nameOf(day("2026-10-01"), QStringLiteral("en")), QStringLiteral("National Day"));
        QCOMPARE(shipped().nameOf(day("2026-02-14"), QStringLiteral("zh")), QStringLiteral("春节"));
        QCOMPARE(shipped().nameOf(day("2026-03-09"), QStringLiteral("zh")), QString());
    }

    void countsTheWorkingDaysOfTheNotices()
    {
        QCOMPARE(shipped().workingDaysBetween(day("2023-12-31"), day("2024-12-31")), 251);
        QCOMPARE(shipped().workingDaysBetween(day("2024-12-31"), day("2025-12-31")), 248);
        QCOMPARE(shipped().workingDaysBetween(day("2025-12-31"), day("2026-12-31")), 248);
        QCOMPARE(shipped().workingDaysBetween(day("2026-12-31"), day("2025-12-31")), -248);
        QCOMPARE(shipped().workingDaysBetween(day("2026-03-09"), day("2026-03-09")), 0);
    }

    void answersProvisionallyForAYearWithoutANotice()
    {
        QVERIFY(!shipped().isProvisional(day("2026-12-31")));
        QVERIFY(shipped().isProvisional(day("2027-01-01")));
        QVERIFY(shipped().isRest(day("2027-02-08")) && shipped().isRest(day("2027-06-09")));
        QVERIFY(shipped().isWorking(day("2027-02-09")));
        // A year nobody has listed: weekends and the days with a fixed date.
        QVERIFY(shipped().isRest(day("2031-05-02")) && shipped().isRest(day("2031-10-03"))
                && shipped().isWorking(day("2031-10-08")));
        QVERIFY(shipped().isProvisional(day("2031-10-08")));
        QCOMPARE(shipped().kindOf(day("2031-10-01")), DayKind::Holiday);
        QCOMPARE(shipped().nameOf(day("2031-10-01"), QStringLiteral("en")), QStringLiteral("National Day"));
        // Beyond the table that is kept for speed the answers are the same.
        QVERIFY(shipped().isRest(day("9999-10-01")) && shipped().isRest(day("0001-01-01"))
                && shipped().isProvisional(day("9999-10-01")));
    }

    void takesAnImportedNoticeAsPublished()
    {
        const auto withNotice = shipped().withCsv(
            QStringLiteral("2027.csv"),
            QStringLiteral("\uFEFFdate,type,name\r\n2027-01-01,HOLIDAY,元旦\r\n2027-01-09,MAKEUP,元旦\r\n"
                           "2027-10-01,holiday,国庆节\r\n2027-03-01,WORK,\r\n")
                .toUtf8());
        QVERIFY(withNotice.has_value());
        QVERIFY(withNotice->isPublished(2027) && !withNotice->isProvisional(day("2027-06-09")));
        QVERIFY(withNotice->isWorking(day("2027-01-09")));
        QVERIFY(withNotice->isWorking(day("2027-02-08"))); // the expectation is gone, the notice holds
        QCOMPARE(withNotice->nameOf(day("2027-01-09"), QStringLiteral("en")), QStringLiteral("元旦"));
        QVERIFY(withNotice->isRest(day("2026-10-05"))); // other years stay
        QVERIFY(withNotice->fingerprint() != shipped().fingerprint());
        // A provisional due date moves to an earlier day and loses its mark.
        const auto before = addPeriod(PeriodMode::CalRoll, Moment::on(day("2026-12-10")), 30, {}, shipped());
        const auto after = addPeriod(PeriodMode::CalRoll, Moment::on(day("2026-12-10")), 30, {}, *withNotice);
        QCOMPARE(iso(before->dueOn), QStringLiteral("2027-01-11"));
        QCOMPARE(iso(after->dueOn), QStringLiteral("2027-01-09"));
        QVERIFY(before->provisional && !after->provisional);
    }

    void aNoticeMayReachBackIntoDecember()
    {
        const auto read = WorkCalendar().withCsv(QStringLiteral("2012.csv"),
                                                 "2011-12-31,MAKEUP,NY\n2012-01-02,HOLIDAY,NY\n2012-01-03,HOLIDAY,NY\n");
        QVERIFY(read.has_value());
        QVERIFY(read->isWorking(day("2011-12-31")) && read->isRest(day("2012-01-03")));
        QCOMPARE(read->publishedYears(), std::vector<int>{2012});
        QVERIFY(read->isRest(day("2011-10-03"))); // 2011 itself is still unpublished
    }

    void refusesABrokenTableWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const char *csv, const char *verdict) {
            QTest::newRow(name) << QByteArray(csv) << QString::fromLatin1(verdict);
        };
        row("empty", "", "DF-28 table.csv:1");
        row("only a title", "date,type,name\n", "DF-28 table.csv:1");
        row("no such day", "date,type,name\n2027-02-30,HOLIDAY,x\n", "DF-20 table.csv:2");
        row("another way to write days", "2027/01/01,HOLIDAY,x\n", "DF-20 table.csv:1");
        row("unknown type", "2027-01-01,HOLIDAY,x\n\n2027-01-04,PARTY,x\n", "DF-07 table.csv:3");
        row("too few cells", "2027-01-01,HOLIDAY\n", "DF-26 table.csv:1");
        row("too many cells", "2027-01-01,HOLIDAY,x,y\n", "DF-26 table.csv:1");
        row("twice", "2027-01-01,HOLIDAY,x\n2027-01-01,HOLIDAY,x\n", "DF-21 table.csv:2");
        row("a Monday cannot be made up", "2027-01-04,MAKEUP,x\n", "DF-24 table.csv:1");
        row("a Saturday is no plain working day", "2027-01-02,WORK,x\n", "DF-07 table.csv:1");
        row("not UTF-8", "2027-01-01,HOLIDAY,\xC0\xC1\n", "DF-03 table.csv:1");
        row("two years in order", "2027-01-01,HOLIDAY,x\n2028-01-03,HOLIDAY,x\n", "2");
    }

    void refusesABrokenTableWithItsLine()
    {
        QFETCH(QByteArray, csv);
        QTEST(importTable(csv), "verdict");
    }

    void keepsOfficeHoursInOrder()
    {
        WorkCalendar calendar = shipped();
        QCOMPARE(calendar.officeHours().size(), std::size_t{2});
        for (const std::vector<OfficeHours> &wrong : std::vector<std::vector<OfficeHours>>{{},
                                                                                           {{540, 540}},
                                                                                           {{720, 540}},
                                                                                           {{540, 720}, {700, 1080}},
                                                                                           {{840, 1080}, {540, 720}},
                                                                                           {{-1, 60}},
                                                                                           {{540, 1441}}}) {
            const auto refused = calendar.setOfficeHours(wrong);
            QVERIFY(!refused);
            QCOMPARE(codeOf(refused.error()), QStringLiteral("DF-29"));
        }
        QCOMPARE(calendar.officeHours().front(), (OfficeHours{540, 720}));
        QVERIFY(calendar.setOfficeHours({{0, 1440}}));
        const auto found = addPeriod(PeriodMode::HourOffice, moment("2026-09-24 20:00"), 5, {}, calendar);
        QCOMPARE(localTime(found->dueAt), QStringLiteral("2026-09-28 01:00"));
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::WorkCalendarTest)
#include "WorkCalendarTest.moc"
