// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped rules for tests, and short ways to write days, moments and pauses.
#pragma once

#include "records/CodeList.h"
#include "records/Deadline.h"
#include "records/DeadlineRule.h"
#include "records/NumberTable.h"
#include "records/OfficeDirectory.h"
#include "records/RoleTable.h"
#include "records/RuleBook.h"
#include "records/WorkCalendar.h"

#include <QTest>

namespace yizhan {

inline std::shared_ptr<const RuleBook> shippedRules()
{
    static const auto book = RuleBook::load();
    return book.has_value() ? *book : nullptr;
}

inline Day day(const char *iso) { return Day::fromIso(QString::fromLatin1(iso)).value_or(Day{}); }

// "2026-09-24 16:30", local time.
inline Moment moment(const char *text)
{
    const QString words = QString::fromLatin1(text);
    const auto at = Instant::fromIso(QString(words).replace(QLatin1Char(' '), QLatin1Char('T')) + QStringLiteral(":00+08:00"));
    return at ? Moment::atInstant(*at) : Moment{};
}

inline Pause pauseOf(const char *from, const char *to, const char *reason = "")
{
    return {QString::fromLatin1(reason), Moment::on(day(from)), Moment::on(day(to))};
}

inline Pause openPause(const char *from, const char *reason = "")
{
    return {QString::fromLatin1(reason), Moment::on(day(from)), std::nullopt};
}

inline QString iso(const std::optional<Day> &value) { return value ? value->toIso() : QStringLiteral("-"); }

inline QString localTime(const std::optional<Instant> &value)
{
    return value ? value->toIso().left(16).replace(QLatin1Char('T'), QLatin1Char(' ')) : QStringLiteral("-");
}

// What an error says first, for messages of failing tests and for looking at file, line and reason.
inline QString codeOf(const Error &error) { return QString::fromLatin1(error.text->code); }

} // namespace yizhan
