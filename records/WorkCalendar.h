// SPDX-License-Identifier: GPL-3.0-or-later
// Which days are worked in China: weekends, the yearly notices with days off and make-up days, and the office's hours.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>
#include <vector>

namespace yizhan {

// Part of a working day in which an office is open, in minutes of the local day: 0 <= from < to <= 1440.
struct OfficeHours {
    int from = 0;
    int to = 0;
    auto operator<=>(const OfficeHours &) const = default;
};

enum class DayKind { Working, Weekend, Holiday, MakeUp }; // MakeUp = a weekend day that is worked (调休上班)

// A value; reading from any thread.
class WorkCalendar
{
public:
    // Monday to Friday are worked, the fixed statutory days are off, every answer is provisional.
    WorkCalendar();

    // resources/calendar/holidays.json, or a file of the same form. Errors with file, line and reason: a day that does not
    // exist, twice, of another year, a weekday that does not agree, a make-up day that is no weekend day, counts that do not
    // add up.
    static Result<WorkCalendar> fromJson(const QString &fileName, const QByteArray &json);
    // This calendar with the years of a table `date,type,name` (HOLIDAY or MAKEUP; a title line is allowed) taken as
    // published. Each year that occurs is replaced whole.
    Result<WorkCalendar> withCsv(const QString &fileName, const QByteArray &csv) const;
    // This calendar with the years of `other` replacing its own of the same number.
    WorkCalendar withYearsOf(const WorkCalendar &other) const;

    // Statutory rest day as 民诉法 art 85 and 民法典 art 203 mean it: weekend days that are not made up for, and days off.
    bool isRest(Day day) const
    {
        const auto slot = static_cast<std::uint32_t>(day.sinceEpoch - s_firstDay);
        return slot < m_table.size() ? (m_table[slot] & s_rest) != 0 : restByRule(day);
    }
    bool isWorking(Day day) const { return !isRest(day); }
    // Whether the answer may still change: no notice is in force for the day's year.
    bool isProvisional(Day day) const
    {
        const auto slot = static_cast<std::uint32_t>(day.sinceEpoch - s_firstDay);
        return slot < m_table.size() ? (m_table[slot] & s_provisional) != 0 : !isPublished(day.year());
    }
    DayKind kindOf(Day day) const;
    // "国庆节" / "National Day"; empty on ordinary days. A make-up day has the name of its holiday.
    QString nameOf(Day day, const QString &language) const;
    bool isPublished(int year) const;
    std::vector<int> publishedYears() const;
    // Working days after `from`, up to and including `to`; negative when `to` is earlier.
    int workingDaysBetween(Day from, Day to) const;

    // 09:00-12:00 and 14:00-18:00 unless set. Error: Constraint (empty, overlapping, outside the day).
    const std::vector<OfficeHours> &officeHours() const { return m_hours; }
    Outcome setOfficeHours(std::vector<OfficeHours> hours);

    // Changes whenever an answer could: part of the rule book's fingerprint.
    QByteArray fingerprint() const;

private:
    struct NamedDay {
        DayKind kind = DayKind::Holiday;
        QString nameZh;
        QString nameEn;
    };
    struct Year {
        bool published = false;
        QMap<std::int32_t, NamedDay> days; // by Day::sinceEpoch; of an unpublished year the expected statutory days
    };

    friend class CalendarReader; // builds one from a file (CalendarFiles.cpp)

    const NamedDay *listedDay(Day day) const;
    bool restByRule(Day day) const;
    void rebuild();

    // One byte a day for 1990-01-01 .. 2089-12-31; a million timers ask this table some fifty million times.
    static constexpr std::int32_t s_firstDay = 7305;
    static constexpr std::int32_t s_dayCount = 36525;
    static constexpr std::uint8_t s_rest = 1;
    static constexpr std::uint8_t s_provisional = 2;
    std::vector<std::uint8_t> m_table;
    QMap<int, Year> m_years;
    std::vector<OfficeHours> m_hours;
};

} // namespace yizhan
