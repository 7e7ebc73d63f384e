// SPDX-License-Identifier: GPL-3.0-or-later
// The two kinds of time in this program: instants (UTC, milliseconds) and legal days (no zone; local = UTC + 8 h, fixed).
#pragma once

#include <QString>
#include <compare>
#include <cstdint>
#include <optional>

namespace yizhan {

// A day of the civil calendar without a zone. Range of valid days: 0001-01-01 to 9999-12-31.
struct Day {
    std::int32_t sinceEpoch = 0; // days since 1970-01-01

    static std::optional<Day> fromIso(QStringView text);             // strict YYYY-MM-DD, otherwise nothing
    static std::optional<Day> fromYmd(int year, int month, int day); // nothing for a day that does not exist
    QString toIso() const;
    int year() const;
    int month() const;
    int dayOfMonth() const;
    int weekday() const; // 1 Monday ... 7 Sunday
    Day plus(int days) const { return Day{sinceEpoch + days}; }
    Day sameDateAfterMonths(int months) const; // the corresponding date, or the last day of that month (民法典 art 202)
    auto operator<=>(const Day &) const = default;
};

// A moment. Range: the days above, in milliseconds.
struct Instant {
    std::int64_t ms = 0; // since 1970-01-01T00:00:00Z

    static constexpr std::int64_t localOffsetMs = 8LL * 3600 * 1000; // Asia/Shanghai has had one offset since 1991
    static std::optional<Instant> fromIso(QStringView text);         // with zone, or without one = local time
    static Instant fromLocal(Day day, int minuteOfDay);              // minuteOfDay 0..1440
    QString toIso() const;                                           // local: 2026-02-17T15:00:00+08:00
    QString toIsoUtc() const;                                        // 2026-02-17T07:00:00.000Z
    Day localDay() const;
    int localMinuteOfDay() const;
    auto operator<=>(const Instant &) const = default;
};

} // namespace yizhan
