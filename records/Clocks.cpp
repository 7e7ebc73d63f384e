// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Clocks.h"

#include "records/RecordErrors.h"
#include "records/RuleBook.h"
#include "records/kinds/Timer.h"

namespace yizhan {

namespace {
std::optional<Moment> momentOf(const Record &record, const Field<Day> &day, const Field<Instant> &instant)
{
    const auto at = record.get(instant);
    const auto on = record.get(day);
    if (at && (!on || at->localDay() == *on))
        return Moment::atInstant(*at);
    return on ? std::optional(Moment::on(*on)) : std::nullopt;
}

Extension extensionOf(const Record &row)
{
    return {static_cast<int>(row.get(timerExtension::amount).value_or(0)), row.get(timerExtension::newDate)};
}

const DeadlineRule *ruleOf(const Record &timer, const RuleBook &rules)
{
    return rules.deadlines().find(timer.get(timer::ruleId));
}

Error ruleIsGone(const Record &timer) { return Error(ErrorKind::NotFound, text::stepRule, {timer.get(timer::ruleId)}); }
} // namespace

bool isOpenTimer(const Record &timer)
{
    return timer.value(timer::metOn).isNull() && timer.value(timer::metAt).isNull() && timer.value(timer::cancelledAt).isNull();
}

bool isDuty(const Record &timer, const RuleBook &rules)
{
    const DeadlineRule *rule = ruleOf(timer, rules);
    return rule && (rule->kind == RuleKind::Hard || rule->kind == RuleKind::Soft);
}

std::optional<Moment> metMoment(const Record &timer) { return momentOf(timer, timer::metOn, timer::metAt); }

ClockFacts factsOfTimer(const CaseFile &file, const Record &timer)
{
    ClockFacts facts;
    facts.start = momentOf(timer, timer::startOn, timer::startAt).value_or(Moment::on(timer.createdAt.localDay()));
    if (const auto limit = timer.get(timer::limitOn))
        facts.limitStart = Moment::on(*limit);
    for (const Record &child : file.children) {
        if (child.parent != timer.id)
            continue;
        if (child.kind() == Kind::TimerPause) {
            if (const auto from = momentOf(child, timerPause::fromOn, timerPause::fromAt))
                facts.pauses.push_back(
                    {child.get(timerPause::reason), *from, momentOf(child, timerPause::toOn, timerPause::toAt)});
        } else if (child.kind() == Kind::TimerExtension) {
            facts.extensions.push_back(extensionOf(child));
        }
    }
    return facts;
}

Result<DueDate> dueOfTimer(const CaseFile &file, const Record &timer, const RuleBook &rules, std::optional<Day> today)
{
    const DeadlineRule *rule = ruleOf(timer, rules);
    if (!rule)
        return ruleIsGone(timer);
    return computeDue(*rule, factsOfTimer(file, timer), rules.calendar(), today);
}

TimerState stateOfTimer(const CaseFile &file, const Record &timer, const RuleBook &rules, Instant now)
{
    const DeadlineRule *rule = ruleOf(timer, rules);
    const auto due = dueOfTimer(file, timer, rules);
    const auto met = metMoment(timer);
    const bool cancelled = !timer.value(timer::cancelledAt).isNull();
    if (rule && due)
        return timerState(*rule, *due, met, cancelled, now);
    return cancelled ? TimerState::Cancelled : (met ? TimerState::Met : TimerState::Running);
}

Outcome checkClockChild(const CaseFile &file, const Record &child, const RuleBook &rules, Day today)
{
    const Record *timer = file.find(child.parent);
    if (!timer || timer->kind() != Kind::Timer)
        return Error(ErrorKind::Constraint, text::stepRecord);
    const DeadlineRule *rule = ruleOf(*timer, rules);
    if (!rule)
        return ruleIsGone(*timer);
    if (child.kind() == Kind::TimerPause) {
        if (rule->pauseReasons.contains(child.get(timerPause::reason)))
            return {};
        return Error(ErrorKind::Rejected, text::pauseNotAllowed, {rule->id});
    }
    CaseFile without = file;
    std::erase_if(without.children, [&](const Record &row) { return row.id == child.id; });
    const ClockFacts facts = factsOfTimer(without, *timer);
    const auto due = computeDue(*rule, facts, rules.calendar(), today);
    if (!due)
        return due.error();
    return checkExtension(*rule, *due, facts.extensions, extensionOf(child), !child.value(timerExtension::paper).isNull(),
                          child.get(timerExtension::agreedOn).value_or(today));
}

} // namespace yizhan
