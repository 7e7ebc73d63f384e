// SPDX-License-Identifier: GPL-3.0-or-later
// Days as people type them: 11.23, +3d, 周四, 本月, 近30天, last month; in forms a day, in filters a span.
#pragma once

#include "base/Time.h"

#include <QString>

namespace yizhan {

// First and last day, either may be open.
struct DaySpan {
    std::optional<Day> from;
    std::optional<Day> to;
    bool operator==(const DaySpan &) const = default;
};

// 2026-11-23, 2026/11/23, 2026.11.23, 20261123, 2026年11月23日, 11.23, 11-23, 11月23日 (of this year), 23日 (of this month),
// +3d, -2w, +1m, 3天后, 今天 明天 后天 昨天 前天, today tomorrow yesterday, 周四 星期四 thu (the next one, today included),
// 下周四 (of next week). Full-width digits and signs are as good. Nothing if it is no such text or no such day. Any thread.
std::optional<Day> readDay(QStringView typed, Day today);

// A day, optionally followed by a time: "周四 14:00", "11.23 9:30", "14:00" (today). Without a time: 00:00 if `dayAlone`, else
// nothing.
std::optional<Instant> readInstant(QStringView typed, Instant now, bool dayAlone = true);

// All of readDay, 2026-11 and 2026年11月 (a month), 2026 and 2026年, A..B, A~B, A至B, >A, >=A, <A, <=A, 今天 本周 上周 下周
// 本月 上月 下月 本季 本年 今年 去年 近30天 未来7天 7日内, this/last/next week|month|year, last 30 days, next 7 days, 超期
// overdue (before today).
std::optional<DaySpan> readDaySpan(QStringView typed, Day today);

} // namespace yizhan
