// SPDX-License-Identifier: GPL-3.0-or-later
// Periods as the laws count them: the worked examples, one by one.
#include "tests/records/RuleFixtures.h"

#include <QObject>

namespace yizhan {

class DeadlineTest : public QObject
{
    Q_OBJECT

    const WorkCalendar &calendar() const { return shippedRules()->calendar(); }

    DueDate due(const char *mode, const char *start, int amount, const std::vector<Pause> &pauses = {}) const
    {
        const bool withTime = qstrlen(start) > 10;
        const auto result = addPeriod(periodModeFromName(QString::fromLatin1(mode)).value(),
                                      withTime ? moment(start) : Moment::on(day(start)), amount, pauses, calendar());
        return result ? *result : DueDate();
    }

private Q_SLOTS:
    void countsTheWorkedExamples_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("amount");
        QTest::addColumn<QString>("bareDay");
        QTest::addColumn<QString>("dueDay");
        const auto row = [](const char *name, const char *mode, const char *start, int amount, const char *bare,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(mode) << QByteArray(start) << amount << QString::fromLatin1(bare)
                                << QString::fromLatin1(expected);
        };
        row("T01 thirty days end on a Sunday", "CAL_ROLL", "2026-01-30", 30, "2026-03-01", "2026-03-02");
        row("T02 in the National Day holiday", "CAL_ROLL", "2026-09-02", 30, "2026-10-02", "2026-10-08");
        row("T03 seven days end in Spring Festival", "CAL_ROLL", "2026-02-10", 7, "2026-02-17", "2026-02-24");
        row("T04 a strict day stays", "CAL_STRICT", "2026-02-10", 7, "-", "2026-02-17");
        row("T05 a make-up Saturday is a working day", "CAL_ROLL", "2026-02-11", 3, "2026-02-14", "2026-02-14");
        row("T06 a make-up Sunday is a working day", "CAL_ROLL", "2026-09-17", 3, "2026-09-20", "2026-09-20");
        row("T07 notary across two holidays", "WORK", "2026-09-18", 15, "-", "2026-10-15");
        row("T08 across Labour Day", "WORK", "2026-04-30", 15, "-", "2026-05-25");
        row("T10 over Spring Festival 2024", "WORK", "2024-02-08", 5, "-", "2024-02-21");
        row("T11 over Spring Festival 2025", "WORK", "2025-01-24", 5, "-", "2025-02-07");
        row("T12 no 31 February", "MONTH_ROLL", "2026-01-31", 1, "2026-02-28", "2026-02-28");
        row("T13 no 31 September", "MONTH_ROLL", "2026-08-31", 1, "2026-09-30", "2026-09-30");
        row("T14 the corresponding day is a holiday", "MONTH_ROLL", "2026-09-01", 1, "2026-10-01", "2026-10-08");
        row("T15 the new year has its make-up Sunday", "CAL_ROLL", "2025-12-31", 3, "2026-01-03", "2026-01-04");
        row("T16 Qingming Monday", "CAL_ROLL", "2026-04-03", 3, "2026-04-06", "2026-04-07");
        row("a term of office ends on a holiday", "MONTH_STRICT", "2023-10-04", 36, "-", "2026-10-04");
        row("the same term, were it to roll", "MONTH_ROLL", "2023-10-04", 36, "2026-10-04", "2026-10-08");
        row("a week that ends in Mid-Autumn", "WEEK", "2026-09-20", 1, "2026-09-27", "2026-09-28");
        row("a week that ends on a make-up Sunday", "WEEK", "2026-09-13", 1, "2026-09-20", "2026-09-20");
        row("nothing to count is due at once", "CAL_STRICT", "2026-10-01", 0, "-", "2026-10-01");
    }

    void countsTheWorkedExamples()
    {
        QFETCH(QByteArray, mode);
        QFETCH(QByteArray, start);
        QFETCH(int, amount);
        const DueDate found = due(mode.constData(), start.constData(), amount);
        QTEST(iso(found.dueOn), "dueDay");
        QTEST(iso(found.unrolledOn), "bareDay");
        QVERIFY(!found.provisional);
        QCOMPARE(localTime(found.dueAt).right(5), QStringLiteral("00:00")); // 24:00 of the day
    }

    void countsHoursFromTheMinuteOfTheEvent_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("amount");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *mode, const char *start, int amount, const char *expected) {
            QTest::newRow(name) << QByteArray(mode) << QByteArray(start) << amount << QString::fromLatin1(expected);
        };
        row("T17 a day and night over a holiday", "HOUR", "2026-02-16 15:00", 24, "2026-02-17 15:00");
        row("at once", "HOUR", "2026-02-16 15:00", 0, "2026-02-16 15:00");
        row("office hours over Mid-Autumn", "HOUR_OFFICE", "2026-09-24 16:30", 4, "2026-09-28 11:30");
        row("office hours on a make-up Sunday", "HOUR_OFFICE", "2026-09-18 17:00", 4, "2026-09-20 12:00");
        row("full exactly at closing", "HOUR_OFFICE", "2026-09-21 14:00", 4, "2026-09-21 18:00");
        row("sent at night", "HOUR_OFFICE", "2026-09-21 22:00", 3, "2026-09-22 12:00");
        row("sent at lunch", "HOUR_OFFICE", "2026-09-21 12:30", 1, "2026-09-21 15:00");
        row("at once even at night", "HOUR_OFFICE", "2026-09-21 22:00", 0, "2026-09-21 22:00");
    }

    void countsHoursFromTheMinuteOfTheEvent()
    {
        QFETCH(QByteArray, mode);
        QFETCH(QByteArray, start);
        QFETCH(int, amount);
        const DueDate found = due(mode.constData(), start.constData(), amount);
        QTEST(localTime(found.dueAt), "expected");
        QVERIFY(found.hours);
    }

    void leavesPausedDaysOutOneByOne()
    {
        QCOMPARE(iso(due("WORK", "2026-04-30", 15, {pauseOf("2026-05-12", "2026-05-20")}).dueOn),
                 QStringLiteral("2026-06-02")); // T09
        QCOMPARE(iso(due("MONTH_ROLL", "2026-03-02", 1, {pauseOf("2026-03-10", "2026-03-15")}).dueOn),
                 QStringLiteral("2026-04-07"));
    }

    void countsADayOfTwoPausesOnce()
    {
        const DueDate found = due("CAL_ROLL", "2026-03-02", 7,
                                  {pauseOf("2026-03-04", "2026-03-10"), pauseOf("2026-03-06", "2026-03-12")});
        QCOMPARE(iso(found.dueOn), QStringLiteral("2026-03-17"));
    }

    void doesNotReviveAnExpiredTerm()
    {
        QCOMPARE(iso(due("CAL_ROLL", "2026-03-02", 7, {pauseOf("2026-03-11", "2026-03-20")}).dueOn),
                 QStringLiteral("2026-03-09"));
        // Beginning on the very day the period is full is too late as well, and does not touch the roll that follows.
        QCOMPARE(iso(due("CAL_ROLL", "2026-03-02", 7, {pauseOf("2026-03-09", "2026-03-20")}).dueOn),
                 QStringLiteral("2026-03-09"));
        QCOMPARE(iso(due("CAL_ROLL", "2026-01-30", 30, {pauseOf("2026-03-01", "2026-03-20")}).dueOn),
                 QStringLiteral("2026-03-02"));
    }

    void leavesPausedHoursOut()
    {
        const Pause pause{QString(), moment("2026-11-23 16:00"), moment("2026-11-23 17:30")};
        QCOMPARE(localTime(due("HOUR", "2026-11-23 15:00", 4, {pause}).dueAt), QStringLiteral("2026-11-23 20:30"));
        // Known by its days alone it runs from the end of the first to the end of the last.
        QCOMPARE(localTime(due("HOUR", "2026-11-23 15:00", 10, {pauseOf("2026-11-23", "2026-11-25")}).dueAt),
                 QStringLiteral("2026-11-26 01:00"));
    }

    void hasNoDueDateWhileAPauseIsOpen()
    {
        const DueDate found = due("CAL_ROLL", "2026-03-02", 7, {openPause("2026-03-05")});
        QVERIFY(found.paused);
        QVERIFY(!found.dueOn && !found.dueAt && !found.projectedOn);
        QCOMPARE(found.used, 3);
        QCOMPARE(found.left, 4);
        const DueDate working = due("WORK", "2026-04-30", 15, {openPause("2026-05-12")});
        QCOMPARE(working.used, 6); // 6, 7, 8, 9 (make-up), 11, 12 May
        QCOMPARE(working.left, 9);
        const DueDate hours = due("HOUR", "2026-11-23 15:00", 4, {{QString(), moment("2026-11-23 16:30"), std::nullopt}});
        QCOMPARE(hours.used, 90);
        QCOMPARE(hours.left, 150);
    }

    void ignoresAnOpenPauseThatComesTooLate()
    {
        const DueDate found = due("CAL_ROLL", "2026-03-02", 7, {openPause("2026-03-09")});
        QVERIFY(!found.paused);
        QCOMPARE(iso(found.dueOn), QStringLiteral("2026-03-09"));
    }

    void projectsAnOpenPauseToToday()
    {
        const std::vector<Pause> pauses{openPause("2026-03-05")};
        const auto found = addPeriod(PeriodMode::CalRoll, Moment::on(day("2026-03-02")), 7, pauses, calendar(),
                                     day("2026-03-12"));
        QVERIFY(found && found->paused && !found->dueOn);
        QCOMPARE(iso(found->projectedOn), QStringLiteral("2026-03-16"));
        QVERIFY(found->provisional);
    }

    void marksDatesOfUnpublishedYearsAsProvisional()
    {
        const DueDate rolled = due("CAL_ROLL", "2026-12-02", 30);
        QCOMPARE(iso(rolled.unrolledOn), QStringLiteral("2027-01-01"));
        QCOMPARE(iso(rolled.dueOn), QStringLiteral("2027-01-04"));
        QVERIFY(rolled.provisional);
        const DueDate working = due("WORK", "2026-12-28", 15);
        QCOMPARE(iso(working.dueOn), QStringLiteral("2027-01-19"));
        QVERIFY(working.provisional);
        // What never asks for a rest day is never provisional.
        QVERIFY(!due("CAL_STRICT", "2026-12-28", 30).provisional);
        QVERIFY(!due("MONTH_STRICT", "2026-12-28", 12).provisional);
        QVERIFY(!due("HOUR", "2026-12-31 23:00", 48).provisional);
        QVERIFY(!due("WORK", "2026-12-01", 10).provisional);
        // Nor is one that was full before such a year began.
        QVERIFY(!due("CAL_ROLL", "2026-12-28", 3, {pauseOf("2026-12-31", "2027-01-20")}).provisional);
    }

    void refusesWhatCannotBeComputed_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("amount");
        QTest::addColumn<QString>("code");
        for (int mode = 0; mode < 8; ++mode) {
            const QByteArray name = nameOf(static_cast<PeriodMode>(mode)).toLatin1();
            const bool hours = countsHours(static_cast<PeriodMode>(mode));
            const QByteArray late = hours ? "9999-12-31 17:00" : "9999-12-31";
            QTest::addRow("%s beyond the last day", name.constData()) << mode << late << 5000 << QStringLiteral("DL-02");
            QTest::addRow("%s below zero", name.constData()) << mode << late << -1 << QStringLiteral("DL-01");
            QTest::addRow("%s absurd amount", name.constData()) << mode << late << 2147483647 << QStringLiteral("DL-01");
            if (hours)
                QTest::addRow("%s without a time", name.constData())
                    << mode << QByteArray("2026-01-01") << 5 << QStringLiteral("DL-03");
        }
    }

    void refusesWhatCannotBeComputed()
    {
        QFETCH(int, mode);
        QFETCH(QByteArray, start);
        QFETCH(int, amount);
        const Moment begin = start.size() > 10 ? moment(start.constData()) : Moment::on(day(start.constData()));
        const auto found = addPeriod(static_cast<PeriodMode>(mode), begin, amount, {}, calendar());
        QVERIFY(!found);
        QTEST(codeOf(found.error()), "code");
        QCOMPARE(found.error().kind, ErrorKind::Constraint);
    }

    void refusesAPauseThatEndsBeforeItBegins()
    {
        const std::vector<Pause> backwards{pauseOf("2026-03-10", "2026-03-09")};
        const auto found = addPeriod(PeriodMode::Work, Moment::on(day("2026-03-02")), 7, backwards, calendar());
        QVERIFY(!found);
        QCOMPARE(codeOf(found.error()), QStringLiteral("DL-04"));
    }

    void countsInTheFirstAndTheLastYears()
    {
        QCOMPARE(iso(due("CAL_STRICT", "0001-01-01", 31).dueOn), QStringLiteral("0001-02-01"));
        QCOMPARE(iso(due("WORK", "0001-01-01", 3).dueOn), QStringLiteral("0001-01-04")); // the first of January was a Monday
        QCOMPARE(iso(due("MONTH_ROLL", "9999-11-30", 1).dueOn), QStringLiteral("9999-12-30"));
        QCOMPARE(iso(due("CAL_ROLL", "2026-01-01", 10000, {pauseOf("0001-01-01", "9999-12-30")}).dueOn), QStringLiteral("-"));
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::DeadlineTest)
#include "DeadlineTest.moc"
