// SPDX-License-Identifier: GPL-3.0-or-later
// The counting itself, inside records/: spans that are left out, and the place where so much time has run between them.
#pragma once

#include "records/WorkCalendar.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace yizhan::period {

// Positions on a line: days (day d is counted on the way from d-1 to d) or milliseconds. Nothing runs from `from` to `to`; so a
// pause of days with from < d <= to is the span [from, to].
struct Span {
    std::int64_t from = 0;
    std::int64_t to = 0;
};
using Spans = std::vector<Span>; // sorted, apart from each other, none empty

inline constexpr std::int64_t minDay = -719162; // 0001-01-01
inline constexpr std::int64_t maxDay = 2932896; // 9999-12-31
inline constexpr std::int64_t dayMs = 86'400'000;

Spans merged(Spans spans);
Spans without(const Spans &spans, const Spans &taken); // both merged

// Where `need` has run since `start`; need 0 is full at once.
std::int64_t runThrough(std::int64_t start, std::int64_t need, const Spans &spans);
// How much runs from `start` to `end` (0 if end is earlier).
std::int64_t runBetween(std::int64_t start, std::int64_t end, const Spans &spans);

// What a count came to: the place where it was full, or how much had run when `stop` came first.
struct Count {
    std::optional<std::int64_t> full;
    std::int64_t used = 0;
    bool provisional = false;
};

// The `need`-th working day after `start` outside the spans, not beyond `stop` (a day).
Count countWorkingDays(std::int64_t start, std::int64_t need, const Spans &spans, std::int64_t stop,
                       const WorkCalendar &calendar);
// `need` ms of office hours on working days outside the spans since the instant `start`, not beyond `stop` (an instant).
Count countOfficeHours(std::int64_t start, std::int64_t need, const Spans &spans, std::int64_t stop,
                       const WorkCalendar &calendar);

// The first working day on or after `day`; nothing beyond the last day there is.
Count rollForward(std::int64_t day, const WorkCalendar &calendar);

// The beginning of the spans up to `limit` days after `start`; with `workingOnly` rest days do not use up the limit.
Spans firstDays(const Spans &spans, std::int64_t start, std::int64_t limit, bool workingOnly, const WorkCalendar &calendar);
// Whether a day of the spans, up to `last`, lies in a year without a published calendar.
bool touchesProvisional(const Spans &spans, std::int64_t last, const WorkCalendar &calendar);

} // namespace yizhan::period
