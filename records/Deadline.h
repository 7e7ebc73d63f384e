// SPDX-License-Identifier: GPL-3.0-or-later
// When something is due: periods counted as the procedure laws count them, with pauses, prolongations and outer limits.
#pragma once

#include "base/Result.h"
#include "base/Time.h"
#include "records/DeadlineRule.h"

#include <span>

namespace yizhan {

class WorkCalendar;

// When an event happened: always the local day; the minute too where it is known (hour modes need it).
struct Moment {
    Day day;
    std::optional<Instant> at;

    static Moment on(Day d) { return {d, std::nullopt}; }
    static Moment atInstant(Instant i) { return {i.localDay(), i}; }
    // The instant, or 24:00 of the day: pauses and meetings known by their day alone run or count to its end.
    Instant orEndOfDay() const { return at ? *at : Instant::fromLocal(day, 1440); }
};

// Time that is not counted. The day of `from` still counts, the day of `to` does not any more: from < d <= to.
struct Pause {
    QString reason; // code of timer_pause_reason; empty = any ground the clock allows
    Moment from;
    std::optional<Moment> to; // empty = still open
};

// A prolongation: so many more days (or what the rule counts), or a new last day, which then does not roll.
struct Extension {
    int amount = 0; // used when newDate is empty
    std::optional<Day> newDate;
};

// What happened to one clock.
struct ClockFacts {
    Moment start; // the legal event, not the time of typing
    std::vector<Pause> pauses;
    std::vector<Extension> extensions;
    std::optional<Moment> limitStart; // the event of the rule's absolute limit
};

struct DueDate {
    // Empty while an open pause holds the clock; then `paused` is true. In hour modes the local day of dueAt.
    std::optional<Day> dueOn;
    std::optional<Instant> dueAt;   // hour modes: the instant; day modes: 24:00 of dueOn
    std::optional<Day> unrolledOn;  // rolling modes: the last day before it moved
    std::optional<Day> statutoryOn; // rules with a statutory mode: the law's date; lateness is measured against it
    bool hours = false;             // counted in hours: dueAt is exact
    bool provisional = false;       // a day of a year without a published calendar helped to decide it
    bool limited = false;           // the absolute limit came first
    bool extendedToDate = false;    // a date was agreed or decided
    bool paused = false;
    int used = 0; // when paused: days (hour modes: minutes) counted so far ...
    int left = 0; // ... and still to run
    // When paused and a day `today` was given: the due day if every open pause ended today. Always provisional.
    std::optional<Day> projectedOn;
    std::optional<Instant> projectedAt;
    // When only capped grounds hold it: the due day if they never end. Past it the clock is over in spite of the open pause.
    std::optional<Day> latestOn;

    // The moment after which it is late in law: of statutoryOn if there is one, otherwise of dueAt.
    std::optional<Instant> lateAfter() const;
    bool operator==(const DueDate &) const = default;
};

// Limits of what is computed: amounts from 0 to this, dates of the years 1 to 9999; outside: DL-01, DL-02 (Constraint).
inline constexpr int largestAmount = 3'700'000;

// A bare period: every pause counts whatever its reason, nothing is prolonged.
//   * Days covered by several pauses are left out once; a pause that begins on or after the day on which the period is full
//     changes nothing, an expired term is not revived.
//   * Months with pauses are turned into days first (start to the corresponding date).
//   * An open pause: no effect if the period is full on or before its first day; otherwise there is no due date, the clock is
//     paused, and used and left are set. With `today` the date is also projected as if the pause ended today.
//   * Hour modes need the minute of the start (DL-03); pauses known by days run from 24:00 of `from` to 24:00 of `to`.
// A pause that ends before it begins is an error (DL-04). Any thread; some 100 ns a call for usual periods.
Result<DueDate> addPeriod(PeriodMode mode, const Moment &start, int amount, std::span<const Pause> pauses,
                          const WorkCalendar &calendar, std::optional<Day> today = std::nullopt);

// The due date of a clock under its rule. Only grounds the rule names stop it, capped ones up to the cap; extensions lengthen
// the amount before counting and rolling, a date takes its place and does not roll (days agreed after a date are counted from
// that date); the absolute limit holds if earlier. Errors: DL-01 .. DL-05 (Constraint).
Result<DueDate> computeDue(const DeadlineRule &rule, const ClockFacts &facts, const WorkCalendar &calendar,
                           std::optional<Day> today = std::nullopt);

// Whether this prolongation may be entered now: the rule allows one, the term is not over, the cap is kept, the paper is there.
// `earlier` are those already in force. Errors: Rejected, DL-05 .. DL-11.
Outcome checkExtension(const DeadlineRule &rule, const DueDate &due, std::span<const Extension> earlier, const Extension &added,
                       bool hasDocument, Day enteredOn);

// That the prolongations of a rule together exceed what it allows, in its own unit (DL-06, DL-10, DL-11).
Error tooLongAnExtension(ErrorKind kind, const DeadlineRule &rule);

// Codes of the list "timer_state".
enum class TimerState { Running, Paused, DueSoon, Overdue, Met, MetLate, Cancelled };
QString codeOf(TimerState state); // "DUE_SOON"

// DUE_SOON begins with the first warning, in day modes at the latest on the last day itself. Between a strict target and the
// law's later date a clock is due soon, not overdue, and met in time.
TimerState timerState(const DeadlineRule &rule, const DueDate &due, const std::optional<Moment> &metAt, bool cancelled,
                      Instant now);

// Colour of a clock: green while more than half of the time is left, yellow from the first warning, orange on the last day
// (hour modes: in the last quarter), red after; plain in between, and for clocks that are paused, met or cancelled.
enum class ColourBand { Plain, Green, Yellow, Orange, Red };
ColourBand colourBand(const DeadlineRule &rule, const DueDate &due, const Moment &start, TimerState state, Instant now);

// The reminders of a running clock, earliest first; none while it has no due date.
std::vector<Instant> warningsOf(const DeadlineRule &rule, const DueDate &due);

// The bare day must be shown beside the due day: the rule asks for it, or the date is provisional; with `alwaysWhenMoved`
// (a setting) also whenever the day moved.
bool showsBareDay(const DeadlineRule &rule, const DueDate &due, bool alwaysWhenMoved = true);

// Of two clocks the one to work towards (earlierOf): the earlier date; a clock without a date never wins over one that has it.
const DueDate &earlierOf(const DueDate &a, const DueDate &b);

// 17:00 of the due day, or the instant itself in hour modes: what a work list aims at.
std::optional<Instant> officeTarget(const DueDate &due);

} // namespace yizhan
