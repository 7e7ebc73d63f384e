// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Deadline.h"

#include "records/PeriodCount.h"
#include "records/RuleErrors.h"
#include "records/WorkCalendar.h"

#include <algorithm>

namespace yizhan {

using namespace period;

namespace {
constexpr std::int64_t hourMs = 3'600'000;

bool inRange(std::int64_t day) { return day >= minDay && day <= maxDay; }
Day dayOf(std::int64_t day) { return Day{static_cast<std::int32_t>(day)}; }
Error outside() { return Error(ErrorKind::Constraint, text::dateOutside); }

bool rolls(PeriodMode mode) { return mode == PeriodMode::CalRoll || mode == PeriodMode::MonthRoll || mode == PeriodMode::Week; }

bool countsMonths(PeriodMode mode) { return mode == PeriodMode::MonthRoll || mode == PeriodMode::MonthStrict; }

// Days from `start` to the corresponding date so many months later (民法典 art 202).
Result<std::int64_t> monthsInDays(Day start, std::int64_t months)
{
    const std::int64_t target = start.year() * 12LL + start.month() - 1 + months;
    if (target >= 10000LL * 12)
        return outside();
    return std::int64_t{start.sameDateAfterMonths(static_cast<int>(months)).sinceEpoch} - start.sinceEpoch;
}

// One period to be counted, with all that is asked about its pauses already answered.
struct Period {
    PeriodMode mode = PeriodMode::CalRoll;
    Moment start;
    std::int64_t amount = 0;
    std::int64_t extra = 0; // agreed days on top; in the unit that is counted
};

struct LeftOut {
    Spans spans;
    std::optional<std::int64_t> openFrom; // first open pause that still has an effect
    bool endsByCap = false;               // every open pause is capped: `spans` holds them up to the cap
    Spans measured;                       // working days that used up the cap: their calendar had a say
};

class Pauses
{
public:
    Pauses(const Period &period, const PauseCap &cap, const WorkCalendar &calendar)
        : m_period(period), m_cap(cap), m_calendar(calendar)
    {}

    // `closeOn`: open pauses end on that day (never before they began).
    Result<LeftOut> read(std::span<const Pause> pauses, std::optional<Day> closeOn)
    {
        for (const Pause &pause : pauses) {
            const std::int64_t from = position(pause.from);
            const bool capped = m_cap.months > 0 && (pause.reason.isEmpty() || m_cap.reasons.contains(pause.reason));
            if (!inRange(pause.from.day.sinceEpoch) || (pause.to && !inRange(pause.to->day.sinceEpoch)))
                return outside();
            std::optional<std::int64_t> to;
            if (pause.to)
                to = position(*pause.to);
            else if (closeOn)
                to = std::max(from, position(Moment::on(*closeOn)));
            if (to && *to < from)
                return Error(ErrorKind::Constraint, text::pauseBackwards, {pause.from.day.toIso(), pause.to->day.toIso()});
            add(pause, from, to, capped);
        }
        return finish();
    }

private:
    std::int64_t position(const Moment &moment) const
    {
        return countsHours(m_period.mode) ? moment.orEndOfDay().ms : std::int64_t{moment.day.sinceEpoch};
    }

    void add(const Pause &pause, std::int64_t from, std::optional<std::int64_t> to, bool capped)
    {
        if (capped) {
            m_capped.push_back({from, to.value_or(end())});
            m_firstCapped = m_firstCapped ? std::min(*m_firstCapped, pause.from.day) : pause.from.day;
            if (!to)
                m_openCapped = m_openCapped ? std::min(*m_openCapped, from) : from;
        } else {
            m_plain.push_back({from, to.value_or(end())});
            if (!to)
                m_openPlain = m_openPlain ? std::min(*m_openPlain, from) : from;
        }
    }

    // Beyond everything that can be counted.
    std::int64_t end() const { return countsHours(m_period.mode) ? (maxDay + 2) * dayMs : maxDay + 2; }

    Result<LeftOut> finish()
    {
        LeftOut out;
        const Spans plain = merged(std::move(m_plain));
        out.openFrom = m_openPlain;
        if (m_capped.empty()) {
            out.spans = plain;
            return out;
        }
        // The cap counts days that are left out for capped grounds alone; it is measured from the first of them.
        const auto limit = monthsInDays(*m_firstCapped, m_cap.months);
        if (!limit)
            return limit.error();
        const Spans alone = without(merged(std::move(m_capped)), plain);
        Spans kept;
        if (countsHours(m_period.mode)) {
            const std::int64_t from = m_period.start.orEndOfDay().ms;
            std::int64_t room = *limit * dayMs;
            for (const Span &span : alone) {
                const std::int64_t begin = std::max(span.from, from);
                const std::int64_t length = std::clamp<std::int64_t>(span.to - begin, 0, room);
                room -= length;
                kept.push_back({begin, begin + length});
            }
        } else {
            const bool working = m_period.mode == PeriodMode::Work;
            kept = firstDays(alone, m_period.start.day.sinceEpoch, *limit, working, m_calendar);
            out.measured = working ? kept : Spans();
        }
        const bool openHolds = m_openCapped && std::any_of(kept.begin(), kept.end(), [&](const Span &span) {
                                   return span.to > *m_openCapped;
                               });
        if (openHolds) {
            out.endsByCap = !m_openPlain;
            out.openFrom = out.openFrom ? std::min(*out.openFrom, *m_openCapped) : *m_openCapped;
        }
        kept.insert(kept.end(), plain.begin(), plain.end());
        out.spans = merged(std::move(kept));
        return out;
    }

    const Period &m_period;
    const PauseCap &m_cap;
    const WorkCalendar &m_calendar;
    Spans m_plain;
    Spans m_capped;
    std::optional<Day> m_firstCapped;
    std::optional<std::int64_t> m_openPlain;
    std::optional<std::int64_t> m_openCapped;
};

// How much has to run, in the positions of PeriodCount.h.
Result<std::int64_t> needOf(const Period &period)
{
    if (period.amount < 0 || period.extra < 0 || period.amount + period.extra > largestAmount) {
        return Error(ErrorKind::Constraint, text::amountOutside,
                     {QString::number(period.amount + period.extra), QString::number(largestAmount)});
    }
    switch (period.mode) {
    case PeriodMode::Week: return 7 * period.amount + period.extra;
    case PeriodMode::MonthRoll:
    case PeriodMode::MonthStrict: {
        const auto days = monthsInDays(period.start.day, period.amount);
        if (!days)
            return days.error();
        return *days + period.extra;
    }
    case PeriodMode::Hour:
    case PeriodMode::HourOffice: return (period.amount + period.extra) * hourMs;
    case PeriodMode::CalRoll:
    case PeriodMode::CalStrict:
    case PeriodMode::Work: break;
    }
    return period.amount + period.extra;
}

Count countNeed(const Period &period, std::int64_t need, const Spans &spans, std::optional<std::int64_t> stop,
                const WorkCalendar &calendar)
{
    if (period.mode == PeriodMode::Work)
        return countWorkingDays(period.start.day.sinceEpoch, need, spans, stop.value_or(maxDay), calendar);
    if (period.mode == PeriodMode::HourOffice)
        return countOfficeHours(period.start.at->ms, need, spans, stop.value_or((maxDay + 1) * dayMs), calendar);
    const std::int64_t start = period.mode == PeriodMode::Hour ? period.start.at->ms
                                                               : std::int64_t{period.start.day.sinceEpoch};
    Count count;
    const std::int64_t full = runThrough(start, need, spans);
    if (need == 0 || !stop || full <= *stop)
        count.full = full;
    else
        count.used = runBetween(start, *stop, spans);
    return count;
}

Result<DueDate> asDueDate(const Period &period, const Count &count, const WorkCalendar &calendar)
{
    DueDate due;
    due.provisional = count.provisional;
    if (countsHours(period.mode)) {
        const Instant at{*count.full};
        if (!inRange(at.localDay().sinceEpoch))
            return outside();
        due.hours = true;
        due.dueAt = at;
        due.dueOn = at.localDay();
        return due;
    }
    std::int64_t last = *count.full;
    if (!inRange(last))
        return outside();
    if (rolls(period.mode)) {
        due.unrolledOn = dayOf(last);
        const Count rolled = rollForward(last, calendar);
        if (!rolled.full)
            return outside();
        last = *rolled.full;
        due.provisional = due.provisional || rolled.provisional;
    }
    due.dueOn = dayOf(last);
    due.dueAt = Instant::fromLocal(*due.dueOn, 1440);
    return due;
}

Result<DueDate> countPeriod(const Period &period, std::span<const Pause> pauses, const PauseCap &cap,
                            const WorkCalendar &calendar, std::optional<Day> today)
{
    if (!inRange(period.start.day.sinceEpoch))
        return outside();
    if (countsHours(period.mode) && !period.start.at)
        return Error(ErrorKind::Constraint, text::timeNeeded);
    const auto need = needOf(period);
    if (!need)
        return need.error();
    auto left = Pauses(period, cap, calendar).read(pauses, std::nullopt);
    if (!left)
        return left.error();
    Count count = countNeed(period, *need, left->spans, left->openFrom, calendar);
    if (count.full) {
        count.provisional = count.provisional || touchesProvisional(left->measured, *count.full, calendar);
        return asDueDate(period, count, calendar);
    }
    if (!left->openFrom)
        return outside();

    DueDate due;
    due.paused = true;
    due.hours = countsHours(period.mode);
    const std::int64_t unit = due.hours ? 60000 : 1;
    due.used = static_cast<int>(count.used / unit);
    due.left = static_cast<int>((*need - count.used) / unit);
    if (left->endsByCap) {
        const Count latest = countNeed(period, *need, left->spans, std::nullopt, calendar);
        if (latest.full) {
            if (const auto dated = asDueDate(period, latest, calendar))
                due.latestOn = dated->dueOn;
        }
    }
    if (today) {
        const auto closed = Pauses(period, cap, calendar).read(pauses, today);
        if (!closed)
            return closed.error();
        const Count projected = countNeed(period, *need, closed->spans, std::nullopt, calendar);
        if (projected.full) {
            if (const auto dated = asDueDate(period, projected, calendar)) {
                due.projectedOn = dated->dueOn;
                due.projectedAt = dated->dueAt;
                due.provisional = true;
            }
        }
    }
    return due;
}

DueDate fixedDate(Day day, bool hours)
{
    DueDate due;
    due.dueOn = day;
    due.dueAt = Instant::fromLocal(day, 1440);
    due.extendedToDate = true;
    due.hours = hours;
    return due;
}

// The part of computeDue that is the same for the target and for the law's own date.
Result<DueDate> extendedPeriod(PeriodMode mode, const DeadlineRule &rule, const ClockFacts &facts,
                               std::span<const Pause> pauses, const WorkCalendar &calendar, std::optional<Day> today)
{
    Period period{mode, facts.start, rule.amount, 0};
    std::optional<Day> date;
    for (const Extension &extension : facts.extensions) {
        if (extension.newDate) {
            date = extension.newDate;
            period.extra = 0;
        } else {
            period.extra += extension.amount;
        }
    }
    if (!date)
        return countPeriod(period, pauses, rule.pauseCap, calendar, today);
    if (!inRange(date->sinceEpoch))
        return outside();
    if (period.extra == 0 || countsHours(mode))
        return fixedDate(*date, countsHours(mode));
    period.mode = countsMonths(mode) || mode == PeriodMode::Week ? (rolls(mode) ? PeriodMode::CalRoll : PeriodMode::CalStrict)
                                                                 : mode;
    period.start = Moment::on(*date);
    period.amount = 0;
    return countPeriod(period, pauses, rule.pauseCap, calendar, today);
}

void applyLimit(DueDate &due, const DueDate &limit)
{
    if (due.statutoryOn && *limit.dueOn < *due.statutoryOn)
        due.statutoryOn = limit.dueOn;
    if (!due.dueAt || *limit.dueAt >= *due.dueAt)
        return;
    // Earlier than even the bare last day: then no rest day had a say in it.
    const bool barely = due.unrolledOn && *limit.dueOn > *due.unrolledOn;
    due.provisional = limit.provisional || (due.provisional && (barely || !due.unrolledOn));
    due.dueOn = limit.dueOn;
    due.dueAt = limit.dueAt;
    due.unrolledOn = limit.unrolledOn;
    due.limited = true;
}
} // namespace

std::optional<Instant> DueDate::lateAfter() const
{
    return statutoryOn ? std::optional(Instant::fromLocal(*statutoryOn, 1440)) : dueAt;
}

Result<DueDate> addPeriod(PeriodMode mode, const Moment &start, int amount, std::span<const Pause> pauses,
                          const WorkCalendar &calendar, std::optional<Day> today)
{
    return countPeriod(Period{mode, start, amount, 0}, pauses, PauseCap(), calendar, today);
}

Result<DueDate> computeDue(const DeadlineRule &rule, const ClockFacts &facts, const WorkCalendar &calendar,
                           std::optional<Day> today)
{
    if (!facts.extensions.empty() && rule.extension.by == ExtensionBy::Nobody)
        return Error(ErrorKind::Constraint, text::notExtendable, {rule.id});
    std::int64_t added = 0;
    for (const Extension &extension : facts.extensions) {
        if (!extension.newDate && (extension.amount < 0 || extension.amount > largestAmount))
            return Error(ErrorKind::Constraint, text::amountOutside,
                         {QString::number(extension.amount), QString::number(largestAmount)});
        added += extension.newDate ? 0 : extension.amount;
    }
    if (rule.extension.maxAmount > 0 && added > rule.extension.maxAmount)
        return tooLongAnExtension(ErrorKind::Constraint, rule);

    std::vector<Pause> allowed;
    for (const Pause &pause : facts.pauses) {
        if (pause.reason.isEmpty() ? !rule.pauseReasons.isEmpty() : rule.pauseReasons.contains(pause.reason))
            allowed.push_back(pause);
    }
    auto due = extendedPeriod(rule.mode, rule, facts, allowed, calendar, today);
    if (!due)
        return due;
    if (rule.statutoryMode) {
        const auto statutory = extendedPeriod(*rule.statutoryMode, rule, facts, allowed, calendar, today);
        if (!statutory)
            return statutory;
        due->statutoryOn = statutory->dueOn;
        due->provisional = due->provisional || statutory->provisional;
    }
    if (rule.absoluteLimit.amount > 0 && facts.limitStart) {
        const auto limit = addPeriod(rule.absoluteLimit.mode, *facts.limitStart, rule.absoluteLimit.amount, {}, calendar);
        if (!limit)
            return limit;
        applyLimit(*due, *limit);
    }
    return due;
}

} // namespace yizhan
