// SPDX-License-Identifier: GPL-3.0-or-later
// Moments: stored in UTC, shown in the one local time of the district, whatever zone the machine believes in.
#include "base/Clock.h"
#include "base/Time.h"

#include <QTest>

using namespace yizhan;
using namespace Qt::StringLiterals;

class InstantTest : public QObject
{
    Q_OBJECT

private slots:
    void isShownInLocalTimeAndStoredInUtc()
    {
        const auto moment = Instant::fromIso(u"2026-02-17T07:00:00Z");
        QVERIFY(moment);
        QCOMPARE(moment->toIso(), u"2026-02-17T15:00:00+08:00"_s);
        QCOMPARE(moment->toIsoUtc(), u"2026-02-17T07:00:00.000Z"_s);
    }

    void readsEveryZoneAsTheSameMoment()
    {
        const auto utc = Instant::fromIso(u"2026-02-17T07:00:00Z");
        QCOMPARE(Instant::fromIso(u"2026-02-17T15:00:00+08:00"), utc);
        QCOMPARE(Instant::fromIso(u"2026-02-17T02:00:00-05:00"), utc);
        QCOMPARE(Instant::fromIso(u"2026-02-17T15:00:00"), utc);
        QCOMPARE(Instant::fromIso(u"2026-02-17T07:00:00.250Z")->ms, utc->ms + 250);
    }

    // The night when clocks go forward in another part of the world: 02:30 does not exist there, but it does here.
    void aTimeWithoutZoneIsLocalEvenOnAMachineThatIsSetToAnotherZone()
    {
        qputenv("TZ", "Europe/Berlin");
        const auto moment = Instant::fromIso(u"2026-03-29T02:30:00");
        qunsetenv("TZ");
        QVERIFY(moment);
        QCOMPARE(moment->toIsoUtc(), u"2026-03-28T18:30:00.000Z"_s);
    }

    void theDayChangesAtLocalMidnight()
    {
        QCOMPARE(Instant::fromIso(u"2026-02-16T15:59:59.999Z")->localDay(), *Day::fromYmd(2026, 2, 16));
        QCOMPARE(Instant::fromIso(u"2026-02-16T16:00:00Z")->localDay(), *Day::fromYmd(2026, 2, 17));
        QCOMPARE(Instant::fromIso(u"2026-02-16T16:00:00Z")->localMinuteOfDay(), 0);
        QCOMPARE(Instant::fromIso(u"2026-02-16T15:59:59.999Z")->localMinuteOfDay(), 1439);
    }

    void theDayIsRightBefore1970Too()
    {
        QCOMPARE(Instant{-1}.localDay(), *Day::fromYmd(1970, 1, 1)); // 07:59:59.999 local
        QCOMPARE(Instant{-Instant::localOffsetMs - 1}.localDay(), *Day::fromYmd(1969, 12, 31));
        QCOMPARE(Instant{-Instant::localOffsetMs - 1}.localMinuteOfDay(), 1439);
    }

    void aDayAndAMinuteMakeAMoment()
    {
        const Day day = *Day::fromYmd(2026, 2, 17);
        QCOMPARE(Instant::fromLocal(day, 9 * 60 + 30).toIso(), u"2026-02-17T09:30:00+08:00"_s);
        QCOMPARE(Instant::fromLocal(day, 1440).localDay(), day.plus(1));
    }

    void bothEndsOfTheCalendarHold_data()
    {
        QTest::addColumn<QString>("local");
        QTest::newRow("a morning in year 1") << u"0001-01-01T08:00:00+08:00"_s;
        QTest::newRow("the last minute of 9999") << u"9999-12-31T23:59:00+08:00"_s;
    }

    void bothEndsOfTheCalendarHold()
    {
        QFETCH(QString, local);
        const auto moment = Instant::fromIso(local);
        QVERIFY(moment);
        QCOMPARE(moment->toIso(), local);
        QCOMPARE(Instant::fromIso(moment->toIsoUtc()), moment);
        QCOMPARE(Instant::fromLocal(moment->localDay(), moment->localMinuteOfDay()), *moment);
    }

    void refusesWhatIsNoMoment_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u""_s,
                                u"yesterday"_s,
                                u"2026-02-30T10:00:00"_s,
                                u"2026-02-17T25:00:00"_s,
                                u"0000-06-01T10:00:00"_s,
                                u"10000-01-01T00:00:00Z"_s,
                                u"2026-02-17T10:00:00+99:00"_s};
        for (const QString &text : texts)
            QTest::addRow("%s", qPrintable(text)) << text;
    }

    void refusesWhatIsNoMoment()
    {
        QFETCH(QString, text);
        QVERIFY(!Instant::fromIso(text));
    }

    void aClockThatIsSetByHandStandsStillUntilItIsMoved()
    {
        ManualClock clock(*Instant::fromIso(u"2026-02-17T15:59:59.000Z"));
        QCOMPARE(clock.today(), *Day::fromYmd(2026, 2, 17));
        clock.advanceMs(1000);
        QCOMPARE(clock.now().toIsoUtc(), u"2026-02-17T16:00:00.000Z"_s);
        QCOMPARE(clock.today(), *Day::fromYmd(2026, 2, 18));
        clock.set(Instant{0});
        QCOMPARE(clock.now(), Instant{0});
    }

    void theSystemClockAgreesWithQt()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const Instant now = SystemClock().now();
        const qint64 after = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(before <= now.ms && now.ms <= after);
    }
};

QTEST_APPLESS_MAIN(InstantTest)
#include "InstantTest.moc"
