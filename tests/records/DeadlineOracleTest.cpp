// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of invented periods, computed twice: by the product and by counting one day, or one minute, after the other.
#include "tests/records/DayByDay.h"
#include "tests/records/RuleFixtures.h"

#include "base/Random.h"

#include <QObject>

namespace yizhan {

using namespace daybyday;

class DeadlineOracleTest : public QObject
{
    Q_OBJECT

    Almanac m_almanac{QStringLiteral(YIZHAN_SOURCE_DIR "/resources/calendar/holidays.json")};

    static QDate asDate(Day value) { return QDate(value.year(), value.month(), value.dayOfMonth()); }

    static Day randomDay(SeededRandom &random)
    {
        // Mostly the years with notices, and the years on both sides of them.
        const int first = day("2022-06-01").sinceEpoch;
        return Day{first + static_cast<int>(random.below(365 * 8))};
    }

    static std::vector<Pause> randomPauses(SeededRandom &random, Day start, bool mayBeOpen)
    {
        static const QStringList reasons{QStringLiteral("SUPP"), QStringLiteral("VERIFY"), QStringLiteral("FM")};
        std::vector<Pause> pauses(random.below(5));
        for (Pause &pause : pauses) {
            pause.reason = reasons[static_cast<int>(random.below(3))];
            pause.from = Moment::on(start.plus(static_cast<int>(random.below(60)) - 10));
            pause.to = Moment::on(pause.from.day.plus(static_cast<int>(random.below(random.below(4) == 0 ? 300 : 25))));
        }
        if (mayBeOpen && !pauses.empty() && random.below(5) == 0)
            pauses.back().to.reset();
        return pauses;
    }

    static std::vector<Break> asBreaks(const std::vector<Pause> &pauses, const PauseCap &cap)
    {
        std::vector<Break> out;
        for (const Pause &pause : pauses) {
            out.push_back({asDate(pause.from.day), pause.to ? std::optional(asDate(pause.to->day)) : std::nullopt,
                           cap.months > 0 && cap.reasons.contains(pause.reason)});
        }
        return out;
    }

    static QByteArray describeCase(PeriodMode mode, Day start, int amount, const std::vector<Pause> &pauses, int round)
    {
        QString out = QStringLiteral("round %1: %2 %3 from %4").arg(round).arg(nameOf(mode)).arg(amount).arg(start.toIso());
        for (const Pause &pause : pauses)
            out += QStringLiteral(" | %1 %2..%3")
                       .arg(pause.reason, pause.from.day.toIso(), pause.to ? pause.to->day.toIso() : QString());
        return out.toUtf8();
    }

    void compareDays(const DueDate &found, const Answer &expected, int amountInDays, const QByteArray &which)
    {
        QVERIFY2(found.paused == !expected.due, which.constData());
        if (found.paused) {
            QVERIFY2(found.used == expected.used && found.left == amountInDays - expected.used, which.constData());
            return;
        }
        QVERIFY2(found.dueOn && asDate(*found.dueOn) == *expected.due,
                 (which + " -> " + iso(found.dueOn).toUtf8()).constData());
        QVERIFY2(found.provisional == expected.provisional, which.constData());
    }

    int daysOf(PeriodMode mode, Day start, int amount) const
    {
        if (mode == PeriodMode::Week)
            return 7 * amount;
        if (mode == PeriodMode::MonthRoll || mode == PeriodMode::MonthStrict)
            return static_cast<int>(asDate(start).daysTo(asDate(start).addMonths(amount)));
        return amount;
    }

private Q_SLOTS:
    void countsDaysAsTheDayByDayCountDoes()
    {
        SeededRandom random(20260101);
        static constexpr PeriodMode modes[] = {PeriodMode::CalRoll,   PeriodMode::CalStrict,   PeriodMode::Work,
                                               PeriodMode::MonthRoll, PeriodMode::MonthStrict, PeriodMode::Week};
        for (int round = 0; round < 12000; ++round) {
            const PeriodMode mode = modes[round % 6];
            const Day start = randomDay(random);
            const int amount = static_cast<int>(
                random.below(mode == PeriodMode::MonthRoll || mode == PeriodMode::MonthStrict ? 14 : 61));
            const auto pauses = randomPauses(random, start, true);
            const QByteArray which = describeCase(mode, start, amount, pauses, round);
            const auto found = addPeriod(mode, Moment::on(start), amount, pauses, shippedRules()->calendar());
            QVERIFY2(found.has_value(), which.constData());
            const int days = daysOf(mode, start, amount);
            const bool rolls = mode == PeriodMode::CalRoll || mode == PeriodMode::MonthRoll || mode == PeriodMode::Week;
            compareDays(*found,
                        countDays(m_almanac, asDate(start), days, mode == PeriodMode::Work, rolls, asBreaks(pauses, {}), 0),
                        days, which);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void keepsTheCapAndProlongationsAsTheDayByDayCountDoes()
    {
        SeededRandom random(20260202);
        DeadlineRule rule = *shippedRules()->deadlines().find(u"NOT-RECHECK");
        rule.extension = {ExtensionBy::Agreement, QStringLiteral("all"), 0, QString()};
        for (int round = 0; round < 8000; ++round) {
            rule.mode = round % 3 == 0 ? PeriodMode::Work : round % 3 == 1 ? PeriodMode::CalRoll : PeriodMode::CalStrict;
            rule.amount = static_cast<int>(random.below(45));
            rule.pauseCap.months = static_cast<int>(random.below(4)); // none or short, so that it bites
            const Day start = randomDay(random);
            ClockFacts facts{Moment::on(start), randomPauses(random, start, false), {}, std::nullopt};
            int agreed = 0;
            for (std::uint32_t i = random.below(3); i > 0; --i) {
                facts.extensions.push_back({static_cast<int>(random.below(20)), std::nullopt});
                agreed += facts.extensions.back().amount;
            }
            const QByteArray which = describeCase(rule.mode, start, rule.amount, facts.pauses, round);
            const auto found = computeDue(rule, facts, shippedRules()->calendar());
            QVERIFY2(found.has_value(), which.constData());
            const auto breaks = asBreaks(facts.pauses, rule.pauseCap);
            std::optional<QDate> firstCapped;
            for (const Break &each : breaks) {
                if (each.capped && (!firstCapped || each.from < *firstCapped))
                    firstCapped = each.from;
            }
            const int cap = firstCapped ? static_cast<int>(firstCapped->daysTo(firstCapped->addMonths(rule.pauseCap.months)))
                                        : 0;
            const int days = rule.amount + agreed;
            compareDays(*found,
                        countDays(m_almanac, asDate(start), days, rule.mode == PeriodMode::Work,
                                  rule.mode == PeriodMode::CalRoll, breaks, cap),
                        days, which);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void countsHoursAsTheMinuteByMinuteCountDoes()
    {
        SeededRandom random(20260303);
        for (int round = 0; round < 1200; ++round) {
            const bool office = round % 2 == 0;
            const std::uint32_t grain = round % 4 < 2 ? 30 : 1; // half of them meet opening hours and each other exactly
            const Day startDay = randomDay(random);
            const int startMinute = static_cast<int>(random.below(1440 / grain) * grain);
            const int amount = static_cast<int>(random.below(office ? 30 : 72));
            std::vector<Pause> pauses(random.below(4));
            std::vector<MinuteBreak> breaks;
            const auto local = [](Day d, int minute) {
                return QDateTime(asDate(d), QTime(0, 0), Qt::UTC).addSecs(minute * 60);
            };
            for (Pause &pause : pauses) {
                const Day from = startDay.plus(static_cast<int>(random.below(6)) - 1);
                const int fromMinute = static_cast<int>(random.below(1440 / grain) * grain);
                const int length = static_cast<int>(random.below(2000 / grain) * grain);
                const Instant begin = Instant::fromLocal(from, fromMinute);
                pause.from = Moment::atInstant(begin);
                pause.to = Moment::atInstant(Instant{begin.ms + length * 60000LL});
                breaks.push_back({local(from, fromMinute), local(from, fromMinute + length)});
            }
            if (!pauses.empty() && random.below(5) == 0) {
                pauses.back().to.reset();
                breaks.back().to.reset();
            }
            const PeriodMode mode = office ? PeriodMode::HourOffice : PeriodMode::Hour;
            const QByteArray which = describeCase(mode, startDay, amount, pauses, round) + " at minute "
                                     + QByteArray::number(startMinute);
            const auto found = addPeriod(mode, Moment::atInstant(Instant::fromLocal(startDay, startMinute)), amount, pauses,
                                         shippedRules()->calendar());
            QVERIFY2(found.has_value(), which.constData());
            const Answer expected = countMinutes(m_almanac, local(startDay, startMinute), amount, office, breaks);
            QVERIFY2(found->paused == !expected.at, which.constData());
            if (found->paused) {
                QVERIFY2(found->used == expected.used && found->left == amount * 60 - expected.used, which.constData());
                continue;
            }
            const QString shown = localTime(found->dueAt);
            QVERIFY2(shown == expected.at->toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                     (which + " -> " + shown.toUtf8()).constData());
            QVERIFY2(found->provisional == expected.provisional, which.constData());
        }
    }

    void theWorkCalendarAgreesWithTheDataDayByDay()
    {
        for (Day each = day("1980-01-01"); each < day("2101-01-01"); each = each.plus(1)) {
            bool provisional = false;
            const bool rest = m_almanac.isRest(asDate(each), provisional);
            QVERIFY2(shippedRules()->calendar().isRest(each) == rest, qPrintable(each.toIso()));
            QVERIFY2(shippedRules()->calendar().isProvisional(each) == provisional, qPrintable(each.toIso()));
        }
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::DeadlineOracleTest)
#include "DeadlineOracleTest.moc"
