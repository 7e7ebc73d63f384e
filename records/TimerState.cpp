// SPDX-License-Identifier: GPL-3.0-or-later
// What a clock looks like on a given day: state, colour, reminders; and whether it may be prolonged.
#include "records/Deadline.h"
#include "records/RuleErrors.h"

#include <algorithm>

namespace yizhan {

namespace {
constexpr std::int64_t minuteMs = 60'000;

// The last day on which it is still in time, in day modes.
Day lastGoodDay(const DueDate &due) { return due.statutoryOn.value_or(*due.dueOn); }

bool isLate(const DueDate &due, Instant now) { return due.hours ? now > *due.dueAt : now.localDay() > lastGoodDay(due); }

bool metInTime(const DueDate &due, const Moment &metAt)
{
    if (!due.dueOn)
        return !due.latestOn || metAt.day <= *due.latestOn;
    if (due.hours)
        return metAt.at ? *metAt.at <= *due.dueAt : metAt.day <= *due.dueOn;
    return metAt.day <= lastGoodDay(due);
}
} // namespace

QString codeOf(TimerState state)
{
    switch (state) {
    case TimerState::Running: return QStringLiteral("RUNNING");
    case TimerState::Paused: return QStringLiteral("PAUSED");
    case TimerState::DueSoon: return QStringLiteral("DUE_SOON");
    case TimerState::Overdue: return QStringLiteral("OVERDUE");
    case TimerState::Met: return QStringLiteral("MET");
    case TimerState::MetLate: return QStringLiteral("MET_LATE");
    case TimerState::Cancelled: return QStringLiteral("CANCELLED");
    }
    return {};
}

std::vector<Instant> warningsOf(const DeadlineRule &rule, const DueDate &due)
{
    std::vector<Instant> out;
    if (!due.dueAt)
        return out;
    for (const Warning &warning : rule.warnBefore) {
        if (warning.days > 0 && !due.hours)
            out.push_back(Instant::fromLocal(due.dueOn->plus(-warning.days), 0));
        else
            out.push_back(Instant{due.dueAt->ms - (warning.days * 1440LL + warning.minutes) * minuteMs});
    }
    std::sort(out.begin(), out.end());
    return out;
}

TimerState timerState(const DeadlineRule &rule, const DueDate &due, const std::optional<Moment> &metAt, bool cancelled,
                      Instant now)
{
    if (cancelled)
        return TimerState::Cancelled;
    if (metAt)
        return metInTime(due, *metAt) ? TimerState::Met : TimerState::MetLate;
    if (!due.dueAt)
        return due.latestOn && now.localDay() > *due.latestOn ? TimerState::Overdue : TimerState::Paused;
    if (isLate(due, now))
        return TimerState::Overdue;
    const auto warnings = warningsOf(rule, due);
    const bool warned = !warnings.empty() && warnings.front() <= now;
    const bool lastDay = !due.hours && now.localDay() >= *due.dueOn;
    return warned || lastDay ? TimerState::DueSoon : TimerState::Running;
}

ColourBand colourBand(const DeadlineRule &rule, const DueDate &due, const Moment &start, TimerState state, Instant now)
{
    if (state == TimerState::Overdue)
        return ColourBand::Red;
    if (!due.dueAt || (state != TimerState::Running && state != TimerState::DueSoon))
        return ColourBand::Plain;
    const std::int64_t total = due.hours ? due.dueAt->ms - start.orEndOfDay().ms : due.dueOn->sinceEpoch - start.day.sinceEpoch;
    const std::int64_t left = due.hours ? due.dueAt->ms - now.ms : due.dueOn->sinceEpoch - now.localDay().sinceEpoch;
    if (due.hours ? left * 4 <= total : left <= 0)
        return ColourBand::Orange;
    const auto warnings = warningsOf(rule, due);
    if (!warnings.empty() && warnings.front() <= now)
        return ColourBand::Yellow;
    return left * 2 > total ? ColourBand::Green : ColourBand::Plain;
}

Error tooLongAnExtension(ErrorKind kind, const DeadlineRule &rule)
{
    const ErrorText &text = countsHours(rule.mode)          ? text::extensionTooManyHours
                            : rule.mode == PeriodMode::Work ? text::extensionTooManyWorkingDays
                                                            : text::extensionTooLong;
    return Error(kind, text, {rule.id, QString::number(rule.extension.maxAmount)});
}

Outcome checkExtension(const DeadlineRule &rule, const DueDate &due, std::span<const Extension> earlier, const Extension &added,
                       bool hasDocument, Day enteredOn)
{
    const auto refuse = [&](const ErrorText &text, const QString &more = {}) {
        return Error(ErrorKind::Rejected, text, more.isEmpty() ? QStringList{rule.id} : QStringList{rule.id, more});
    };
    if (rule.extension.by == ExtensionBy::Nobody)
        return refuse(text::notExtendable);
    if (due.dueOn && enteredOn > lastGoodDay(due))
        return refuse(text::extensionTooLate);
    if (added.newDate ? due.dueOn && *added.newDate <= *due.dueOn : added.amount < 1)
        return refuse(text::extensionNotLonger);
    if (rule.extension.maxAmount > 0) {
        std::int64_t total = added.newDate && due.dueOn ? added.newDate->sinceEpoch - due.dueOn->sinceEpoch : added.amount;
        for (const Extension &extension : earlier)
            total += extension.newDate ? 0 : extension.amount;
        if (total > rule.extension.maxAmount)
            return tooLongAnExtension(ErrorKind::Rejected, rule);
    }
    if (!rule.extension.document.isEmpty() && !hasDocument)
        return refuse(text::extensionWithoutPaper, rule.extension.document);
    return {};
}

bool showsBareDay(const DeadlineRule &rule, const DueDate &due, bool alwaysWhenMoved)
{
    if (!due.unrolledOn || !due.dueOn)
        return false;
    return rule.showUnrolled || due.provisional || (alwaysWhenMoved && *due.unrolledOn != *due.dueOn);
}

const DueDate &earlierOf(const DueDate &a, const DueDate &b)
{
    if (!b.dueAt)
        return a;
    return !a.dueAt || *b.dueAt < *a.dueAt ? b : a;
}

std::optional<Instant> officeTarget(const DueDate &due)
{
    if (!due.dueAt || due.hours)
        return due.dueAt;
    return Instant::fromLocal(*due.dueOn, 17 * 60);
}

} // namespace yizhan
