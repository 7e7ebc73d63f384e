// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks under their rules: grounds and caps of pauses, prolongations, outer limits, state, colour, reminders.
#include "tests/records/RuleFixtures.h"

#include "records/RuleErrors.h"

#include <QObject>

namespace yizhan {

class ClockTest : public QObject
{
    Q_OBJECT

    const WorkCalendar &calendar() const { return shippedRules()->calendar(); }
    const DeadlineRule &rule(const char *id) const { return *shippedRules()->deadlines().find(QString::fromLatin1(id)); }

    DueDate due(const char *id, const char *start, const std::vector<Pause> &pauses = {},
                const std::vector<Extension> &extensions = {}) const
    {
        const ClockFacts facts{qstrlen(start) > 10 ? moment(start) : Moment::on(day(start)), pauses, extensions, std::nullopt};
        const auto result = computeDue(rule(id), facts, calendar());
        return result ? *result : DueDate();
    }

    static Instant at(const char *text) { return *moment(text).at; }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void everyShippedRuleComputes()
    {
        const auto &rules = shippedRules()->deadlines().all();
        QCOMPARE(rules.size(), std::size_t{61});
        for (const DeadlineRule &each : rules) {
            const auto found = computeDue(each, {moment("2026-05-06 10:00"), {}, {}, std::nullopt}, calendar());
            QVERIFY2(found && found->dueAt, qPrintable(each.id));
            QVERIFY2(!each.basis.isEmpty() && !each.nameZh.isEmpty() && each.startEvent.contains(QLatin1Char('.')),
                     qPrintable(each.id));
        }
    }

    void onlyTheGroundsOfTheRuleStopAClock()
    {
        QCOMPARE(iso(due("NOT-ISSUE", "2026-04-30", {pauseOf("2026-05-12", "2026-05-20", "SUPP")}).dueOn),
                 QStringLiteral("2026-06-02"));
        QCOMPARE(iso(due("NOT-ISSUE", "2026-04-30", {pauseOf("2026-05-12", "2026-05-20", "APPRAISAL")}).dueOn),
                 QStringLiteral("2026-05-25"));
        // A rule that names no ground is stopped by none, named or not.
        QCOMPARE(
            iso(due("MED-CONFIRM", "2026-01-30", {pauseOf("2026-02-02", "2026-02-10", "FM"), openPause("2026-02-03")}).dueOn),
            QStringLiteral("2026-03-02"));
    }

    void theCapEndsASupplementThatTakesTooLong()
    {
        QCOMPARE(iso(due("NOT-RECHECK", "2026-01-05", {pauseOf("2026-01-15", "2026-09-30", "SUPP")}).dueOn),
                 QStringLiteral("2026-08-04"));
        // Two capped grounds share one cap; the second begins inside the first.
        QCOMPARE(iso(due("NOT-RECHECK", "2026-01-05",
                         {pauseOf("2026-01-15", "2026-05-30", "SUPP"), pauseOf("2026-05-20", "2026-09-30", "VERIFY")})
                         .dueOn),
                 QStringLiteral("2026-08-04"));
    }

    void forceMajeureIsNeverCapped()
    {
        // Within the first capped days a flood of 30 days: those days are the flood's, so the cap reaches 30 days further.
        QCOMPARE(iso(due("NOT-RECHECK", "2026-01-05",
                         {pauseOf("2026-01-15", "2026-09-30", "SUPP"), pauseOf("2026-02-01", "2026-03-03", "FM")})
                         .dueOn),
                 QStringLiteral("2026-09-03"));
        QCOMPARE(iso(due("NOT-RECHECK", "2026-01-05", {pauseOf("2026-01-15", "2026-09-30", "FM")}).dueOn),
                 QStringLiteral("2026-10-20"));
    }

    void anOpenSupplementHoldsTheClockUntilItsCap()
    {
        const DueDate found = due("NOT-RECHECK", "2026-01-05", {openPause("2026-01-15", "SUPP")});
        QVERIFY(found.paused);
        QCOMPARE(found.used, 10);
        QCOMPARE(found.left, 20);
        QCOMPARE(iso(found.latestOn), QStringLiteral("2026-08-04"));
        QCOMPARE(timerState(rule("NOT-RECHECK"), found, std::nullopt, false, at("2026-06-01 09:00")), TimerState::Paused);
        QCOMPARE(timerState(rule("NOT-RECHECK"), found, std::nullopt, false, at("2026-08-05 09:00")), TimerState::Overdue);
        // A flood on top has no cap.
        QVERIFY(!due("NOT-RECHECK", "2026-01-05", {openPause("2026-01-15", "SUPP"), openPause("2026-02-01", "FM")}).latestOn);
    }

    void agreedDaysAreAddedBeforeTheRoll()
    {
        // 30 days end on Sunday 1 March; with 7 more on Sunday 8 March, which rolls.
        QCOMPARE(iso(due("MED-COURT-WP", "2026-01-30", {}, {{7, std::nullopt}}).dueOn), QStringLiteral("2026-03-09"));
        QCOMPARE(iso(due("MED-COURT-WP", "2026-01-30", {}, {{3, std::nullopt}, {4, std::nullopt}}).dueOn),
                 QStringLiteral("2026-03-09"));
        QCOMPARE(iso(due("MED-TERM", "2026-03-02", {}, {{10, std::nullopt}}).dueOn),
                 QStringLiteral("2026-04-13")); // 12 April is a Sunday
        // Pauses before and after the old end count alike: the whole period is computed anew.
        QCOMPARE(iso(due("MED-COURT-WP", "2026-01-30", {pauseOf("2026-03-03", "2026-03-05", "APPRAISAL")}, {{7, std::nullopt}})
                         .dueOn),
                 QStringLiteral("2026-03-10"));
    }

    void anAgreedDateHoldsAsItIs()
    {
        const DueDate found = due("MED-COURT-WP", "2026-01-30", {}, {{0, day("2026-10-03")}});
        QCOMPARE(iso(found.dueOn), QStringLiteral("2026-10-03")); // in the holiday, and stays
        QVERIFY(!found.unrolledOn && found.extendedToDate && !found.provisional);
        // Days agreed later count from the date.
        QCOMPARE(iso(due("MED-COURT-WP", "2026-01-30", {}, {{0, day("2026-10-03")}, {2, std::nullopt}}).dueOn),
                 QStringLiteral("2026-10-08"));
    }

    void refusesAProlongationThatNoRuleAllows()
    {
        const ClockFacts facts{Moment::on(day("2026-01-30")), {}, {{7, std::nullopt}}, std::nullopt};
        const auto none = computeDue(rule("MED-CONFIRM"), facts, calendar());
        QVERIFY(!none);
        QCOMPARE(codeOf(none.error()), QStringLiteral("DL-05"));
        const ClockFacts tooMuch{Moment::on(day("2026-01-30")), {}, {{31, std::nullopt}}, std::nullopt};
        const auto capped = computeDue(rule("MED-PETITION-END"), tooMuch, calendar());
        QVERIFY(!capped);
        QCOMPARE(codeOf(capped.error()), QStringLiteral("DL-06"));
    }

    void asksForThePaperAndTheRightTime()
    {
        const DeadlineRule &wp = rule("MED-COURT-WP");
        const DueDate term = due("MED-COURT-WP", "2026-01-30"); // due 2 March
        const Extension week{7, std::nullopt};
        QVERIFY(checkExtension(wp, term, {}, week, true, day("2026-03-02")));
        const auto codeFor = [&](const DeadlineRule &each, const Extension &added, bool paper, const char *on) {
            const auto checked = checkExtension(each, term, {}, added, paper, day(on));
            return checked ? QString() : codeOf(checked.error());
        };
        QCOMPARE(codeFor(wp, week, true, "2026-03-03"), QStringLiteral("DL-07"));
        QCOMPARE(codeFor(wp, week, false, "2026-03-02"), QStringLiteral("DL-08"));
        QCOMPARE(codeFor(wp, {0, std::nullopt}, true, "2026-02-02"), QStringLiteral("DL-09"));
        QCOMPARE(codeFor(wp, {0, day("2026-03-02")}, true, "2026-02-02"), QStringLiteral("DL-09"));
        QCOMPARE(codeFor(rule("AID-REVIEW"), week, true, "2026-02-02"), QStringLiteral("DL-05"));
        QCOMPARE(codeFor(rule("MED-PETITION-END"), {31, std::nullopt}, true, "2026-02-02"), QStringLiteral("DL-06"));
    }

    void theOuterLimitHoldsWhenItIsEarlier()
    {
        ClockFacts facts{Moment::on(day("2026-03-02")), {}, {}, Moment::on(day("2006-10-03"))};
        const auto limited = computeDue(rule("NOT-RECHECK-APPLY"), facts, calendar());
        QVERIFY(limited && limited->limited);
        QCOMPARE(iso(limited->dueOn), QStringLiteral("2026-10-03")); // twenty years to the day, and it does not roll
        QVERIFY(!limited->provisional);
        facts.limitStart = Moment::on(day("2026-03-01"));
        const auto usual = computeDue(rule("NOT-RECHECK-APPLY"), facts, calendar());
        QVERIFY(usual && !usual->limited && usual->provisional);
        QCOMPARE(iso(usual->dueOn), QStringLiteral("2027-03-02"));
    }

    void aStricterTargetKeepsTheLawsDateBeside()
    {
        const DueDate found = due("AID-NOTICE", "2026-09-30");
        QCOMPARE(iso(found.dueOn), QStringLiteral("2026-10-03"));
        QCOMPARE(iso(found.statutoryOn), QStringLiteral("2026-10-08"));
        const DeadlineRule &notice = rule("AID-NOTICE");
        const auto stateOn = [&](const char *now) { return timerState(notice, found, std::nullopt, false, at(now)); };
        QCOMPARE(stateOn("2026-10-05 09:00"), TimerState::DueSoon); // past the target, in time by law
        QCOMPARE(stateOn("2026-10-08 23:59"), TimerState::DueSoon);
        QCOMPARE(stateOn("2026-10-09 00:00"), TimerState::Overdue);
        QCOMPARE(timerState(notice, found, Moment::on(day("2026-10-08")), false, at("2026-12-01 09:00")), TimerState::Met);
        QCOMPARE(timerState(notice, found, Moment::on(day("2026-10-09")), false, at("2026-12-01 09:00")), TimerState::MetLate);
    }

    void tellsTheStateOfAClock()
    {
        const DeadlineRule &confirm = rule("MED-CONFIRM");      // warnings 10, 5 and 2 days before
        const DueDate found = due("MED-CONFIRM", "2026-01-30"); // due 2 March
        const auto stateAt = [&](const char *now) { return codeOf(timerState(confirm, found, std::nullopt, false, at(now))); };
        QCOMPARE(stateAt("2026-02-19 23:59"), QStringLiteral("RUNNING"));
        QCOMPARE(stateAt("2026-02-20 00:00"), QStringLiteral("DUE_SOON"));
        QCOMPARE(stateAt("2026-03-02 23:59"), QStringLiteral("DUE_SOON"));
        QCOMPARE(stateAt("2026-03-03 00:00"), QStringLiteral("OVERDUE"));
        QCOMPARE(codeOf(timerState(confirm, found, std::nullopt, true, at("2026-03-03 00:00"))), QStringLiteral("CANCELLED"));
        QCOMPARE(codeOf(timerState(confirm, found, moment("2026-03-02 23:59"), false, at("2026-05-01 00:00"))),
                 QStringLiteral("MET"));
        QCOMPARE(codeOf(timerState(confirm, found, moment("2026-03-03 00:00"), false, at("2026-05-01 00:00"))),
                 QStringLiteral("MET_LATE"));
        const DueDate held = due("AID-REVIEW", "2026-03-02", {openPause("2026-03-04", "SUPP")});
        QCOMPARE(codeOf(timerState(rule("AID-REVIEW"), held, std::nullopt, false, at("2026-12-01 00:00"))),
                 QStringLiteral("PAUSED"));
        // In hours the very instant decides.
        const DueDate day24 = due("AID-FORWARD", "2026-02-16 15:00");
        QCOMPARE(codeOf(timerState(rule("AID-FORWARD"), day24, moment("2026-02-17 15:00"), false, at("2026-03-01 00:00"))),
                 QStringLiteral("MET"));
        QCOMPARE(codeOf(timerState(rule("AID-FORWARD"), day24, moment("2026-02-17 15:01"), false, at("2026-03-01 00:00"))),
                 QStringLiteral("MET_LATE"));
        QCOMPARE(codeOf(timerState(rule("AID-FORWARD"), day24, std::nullopt, false, at("2026-02-17 09:00"))),
                 QStringLiteral("DUE_SOON"));
        QCOMPARE(codeOf(timerState(rule("AID-FORWARD"), day24, std::nullopt, false, at("2026-02-17 15:01"))),
                 QStringLiteral("OVERDUE"));
    }

    void coursesThroughItsColours()
    {
        const DeadlineRule &term = rule("MED-TERM");         // warnings 7, 3 and 1 days before
        const DueDate found = due("MED-TERM", "2026-03-02"); // due 2 April
        const auto band = [&](const char *now) {
            const Instant then = at(now);
            return colourBand(term, found, Moment::on(day("2026-03-02")), timerState(term, found, std::nullopt, false, then),
                              then);
        };
        QCOMPARE(band("2026-03-10 09:00"), ColourBand::Green);
        QCOMPARE(band("2026-03-20 09:00"), ColourBand::Plain);
        QCOMPARE(band("2026-03-26 09:00"), ColourBand::Yellow);
        QCOMPARE(band("2026-04-02 09:00"), ColourBand::Orange);
        QCOMPARE(band("2026-04-03 09:00"), ColourBand::Red);
        QCOMPARE(colourBand(term, found, Moment::on(day("2026-03-02")), TimerState::Met, at("2026-04-03 09:00")),
                 ColourBand::Plain);
    }

    void remindsInOrder()
    {
        const auto reminders = warningsOf(rule("MED-TERM"), due("MED-TERM", "2026-03-02"));
        QCOMPARE(reminders.size(), std::size_t{3});
        QCOMPARE(localTime(reminders[0]), QStringLiteral("2026-03-26 00:00"));
        QCOMPARE(localTime(reminders[2]), QStringLiteral("2026-04-01 00:00"));
        const auto hours = warningsOf(rule("NET-INCIDENT"), due("NET-INCIDENT", "2026-05-06 10:00"));
        QCOMPARE(localTime(hours.at(0)), QStringLiteral("2026-05-06 12:00"));
        QVERIFY(warningsOf(rule("AID-REVIEW"), due("AID-REVIEW", "2026-03-02", {openPause("2026-03-04", "SUPP")})).empty());
    }

    void showsTheBareDayWhereTheLawIsSilent()
    {
        QVERIFY(showsBareDay(rule("MED-LABOUR"), due("MED-LABOUR", "2026-03-02"), false));
        const DueDate moved = due("MED-CONFIRM", "2026-01-30");
        QVERIFY(showsBareDay(rule("MED-CONFIRM"), moved, true));
        QVERIFY(!showsBareDay(rule("MED-CONFIRM"), moved, false));
        QVERIFY(showsBareDay(rule("MED-CONFIRM"), due("MED-CONFIRM", "2026-12-02"), false)); // provisional
    }

    void aimsAtTheEarlierOfTwoClocks()
    {
        QCOMPARE(rule("AID-REVIEW").earlierOf, QStringLiteral("AID-REVIEW-BJ"));
        const DueDate seven = due("AID-REVIEW", "2026-03-02");      // Monday 9 March
        const DueDate beijing = due("AID-REVIEW-BJ", "2026-03-03"); // Tuesday 10 March
        QCOMPARE(iso(earlierOf(seven, beijing).dueOn), QStringLiteral("2026-03-09"));
        QCOMPARE(iso(earlierOf(beijing, seven).dueOn), QStringLiteral("2026-03-09"));
        const DueDate held = due("AID-REVIEW", "2026-03-02", {openPause("2026-03-04", "SUPP")});
        QCOMPARE(iso(earlierOf(held, beijing).dueOn), QStringLiteral("2026-03-10"));
        QCOMPARE(localTime(officeTarget(seven)), QStringLiteral("2026-03-09 17:00"));
    }

    void startsOnlyWhenItsGuardHolds()
    {
        QHash<QString, QStringList> fields;
        const auto codesOf = [&](const QString &field) { return fields.value(field); };
        QVERIFY(!rule("MED-COURT-WP").guard.holds(codesOf)); // an empty field fails "in" ...
        QVERIFY(rule("MED-CONFIRM").guard.holds(codesOf));   // ... and passes "not_in"
        fields[QStringLiteral("court_referral_mode")] = {QStringLiteral("WT_P")};
        QVERIFY(rule("MED-COURT-WT-P").guard.holds(codesOf));
        QVERIFY(!rule("MED-CONFIRM").guard.holds(codesOf));
        QVERIFY(!rule("MED-LABOUR-REVIEW").guard.holds(codesOf));
        fields[QStringLiteral("dispute_type")] = {QStringLiteral("10")};
        QVERIFY(rule("MED-LABOUR-REVIEW").guard.holds(codesOf)); // any of two conditions
        QVERIFY(rule("MED-TERM").guard.holds(codesOf));          // no condition at all
    }

    void aBureauMayReadTheLawsDaysAsWorkingDays()
    {
        const DeadlineRule working = withSettings(rule("AID-REVIEW"), {true, true, {}, {}});
        const auto found = computeDue(working, {Moment::on(day("2026-04-30")), {}, {}, std::nullopt}, calendar());
        QCOMPARE(iso(found->dueOn), QStringLiteral("2026-05-13"));
        QCOMPARE(withSettings(rule("AID-FILE"), {true, true, {}, {}}).mode, PeriodMode::CalRoll);
        QCOMPARE(withSettings(rule("AID-FILE"), {false, false, {}, {}}).mode, PeriodMode::CalStrict);
        QCOMPARE(withSettings(rule("MED-TERM"), {false, false, {}, {}}).mode, PeriodMode::MonthStrict);
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::ClockTest)
#include "ClockTest.moc"
