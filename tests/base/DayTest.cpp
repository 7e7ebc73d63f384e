// SPDX-License-Identifier: GPL-3.0-or-later
// Legal days: strict reading, the whole range of the calendar, and the corresponding date of a later month.
#include "base/Random.h"
#include "base/Time.h"

#include <QTest>

using namespace yizhan;
using namespace Qt::StringLiterals;

class DayTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItWrites_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<int>("sinceEpoch");
        QTest::newRow("the epoch") << u"1970-01-01"_s << 0;
        QTest::newRow("the day before") << u"1969-12-31"_s << -1;
        QTest::newRow("first day of the range") << u"0001-01-01"_s << -719162;
        QTest::newRow("last day of the range") << u"9999-12-31"_s << 2932896;
        QTest::newRow("leap day of a century that has one") << u"2000-02-29"_s << 11016;
        QTest::newRow("leap day") << u"2024-02-29"_s << 19782;
    }

    void readsWhatItWrites()
    {
        QFETCH(QString, iso);
        QFETCH(int, sinceEpoch);
        const auto day = Day::fromIso(iso);
        QVERIFY(day);
        QCOMPARE(day->sinceEpoch, sinceEpoch);
        QCOMPARE(day->toIso(), iso);
        QCOMPARE(Day::fromYmd(day->year(), day->month(), day->dayOfMonth()), day);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u""_s,
                                u"2026-2-1"_s,
                                u"2026-02-30"_s,
                                u"2025-02-29"_s,
                                u"1900-02-29"_s,
                                u"0000-01-01"_s,
                                u"10000-01-01"_s,
                                u"2026/02/01"_s,
                                u"20260201"_s,
                                u" 2026-02-01"_s,
                                u"2026-02-01 "_s,
                                u"2026-02-01T00:00"_s,
                                u"２０２６-02-01"_s,
                                u"-001-01-01"_s,
                                u"2026-13-01"_s,
                                u"2026-00-10"_s,
                                u"2026-01-00"_s,
                                u"2026-+1-01"_s,
                                QStringLiteral("2026-02-0") + QChar(0)};
        for (const QString &text : texts)
            QTest::addRow("%s", qPrintable(text)) << text;
    }

    void refusesEverythingElse()
    {
        QFETCH(QString, text);
        QVERIFY(!Day::fromIso(text));
    }

    void aDayThatDoesNotExistIsNotMadeUp()
    {
        QVERIFY(!Day::fromYmd(2026, 4, 31));
        QVERIFY(!Day::fromYmd(0, 1, 1));
        QVERIFY(!Day::fromYmd(-1, 1, 1));
        QVERIFY(!Day::fromYmd(10000, 1, 1));
    }

    void weekdaysCountFromMonday()
    {
        QCOMPARE(Day::fromYmd(2026, 2, 16)->weekday(), 1);
        QCOMPARE(Day::fromYmd(2026, 2, 22)->weekday(), 7);
        QCOMPARE(Day::fromYmd(1970, 1, 1)->weekday(), 4);
    }

    void theSameDateOfALaterMonthIsTheLastDayWhenTheMonthIsShorter_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("months");
        QTest::addColumn<QString>("to");
        QTest::newRow("plain") << u"2026-03-15"_s << 1 << u"2026-04-15"_s;
        QTest::newRow("31st into a month of 30") << u"2026-03-31"_s << 1 << u"2026-04-30"_s;
        QTest::newRow("into February") << u"2026-01-31"_s << 1 << u"2026-02-28"_s;
        QTest::newRow("into a leap February") << u"2028-01-31"_s << 1 << u"2028-02-29"_s;
        QTest::newRow("leap day after a year") << u"2028-02-29"_s << 12 << u"2029-02-28"_s;
        QTest::newRow("over the new year") << u"2026-11-30"_s << 3 << u"2027-02-28"_s;
        QTest::newRow("backwards") << u"2026-03-31"_s << -1 << u"2026-02-28"_s;
        QTest::newRow("none") << u"2026-03-31"_s << 0 << u"2026-03-31"_s;
        QTest::newRow("beyond the range stays") << u"9999-12-31"_s << 1 << u"9999-12-31"_s;
    }

    void theSameDateOfALaterMonthIsTheLastDayWhenTheMonthIsShorter()
    {
        QFETCH(QString, from);
        QFETCH(int, months);
        QFETCH(QString, to);
        QCOMPARE(Day::fromIso(from)->sameDateAfterMonths(months).toIso(), to);
    }

    void everyDayOfTheRangeSurvivesARoundTrip()
    {
        SeededRandom random(20260101);
        const Day first = *Day::fromYmd(1, 1, 1);
        const Day last = *Day::fromYmd(9999, 12, 31);
        const auto span = static_cast<std::uint32_t>(last.sinceEpoch - first.sinceEpoch + 1);
        for (int i = 0; i < 20000; ++i) {
            const Day day = first.plus(static_cast<int>(random.below(span)));
            QCOMPARE(Day::fromIso(day.toIso()), std::optional(day));
            QCOMPARE(day.plus(7).weekday(), day.weekday());
        }
    }

    void daysCompareInTheirOrder()
    {
        QVERIFY(*Day::fromYmd(1, 1, 1) < *Day::fromYmd(1969, 12, 31));
        QVERIFY(*Day::fromYmd(2026, 2, 28) < *Day::fromYmd(2026, 3, 1));
        QCOMPARE(Day::fromYmd(2026, 2, 28)->plus(1), *Day::fromYmd(2026, 3, 1));
    }
};

QTEST_APPLESS_MAIN(DayTest)
#include "DayTest.moc"
