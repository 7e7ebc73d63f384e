// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/WorkCalendar.h"

#include "records/RuleErrors.h"

#include <QCryptographicHash>
#include <algorithm>

namespace yizhan {

namespace {
// The statutory days with a fixed date (全国年节及纪念日放假办法): all that is known of a year nobody has listed.
constexpr struct {
    int month, day;
    const char *zh, *en;
} fixedDays[] = {
    {1, 1, "元旦", "New Year"},        {5, 1, "劳动节", "Labour Day"},    {5, 2, "劳动节", "Labour Day"},
    {10, 1, "国庆节", "National Day"}, {10, 2, "国庆节", "National Day"}, {10, 3, "国庆节", "National Day"},
};

// 1970-01-01 was a Thursday. Without QDate: this is asked millions of times.
bool isWeekend(Day day)
{
    const int fromMonday = ((day.sinceEpoch + 3) % 7 + 7) % 7;
    return fromMonday >= 5;
}

int fixedDayOf(Day day)
{
    const int month = day.month();
    if (month != 1 && month != 5 && month != 10)
        return -1;
    const int dayOfMonth = day.dayOfMonth();
    for (int i = 0; i < static_cast<int>(std::size(fixedDays)); ++i) {
        if (fixedDays[i].month == month && fixedDays[i].day == dayOfMonth)
            return i;
    }
    return -1;
}
} // namespace

WorkCalendar::WorkCalendar() : m_hours({{9 * 60, 12 * 60}, {14 * 60, 18 * 60}}) { rebuild(); }

bool WorkCalendar::restByRule(Day day) const
{
    if (const NamedDay *listed = listedDay(day))
        return listed->kind != DayKind::MakeUp;
    if (isWeekend(day))
        return true;
    return !m_years.contains(day.year()) && fixedDayOf(day) >= 0;
}

const WorkCalendar::NamedDay *WorkCalendar::listedDay(Day day) const
{
    // A notice may reach back into the last days of the December before it (31 December 2011 was worked for New Year 2012).
    for (const int year : {day.year(), day.year() + 1}) {
        const auto found = m_years.constFind(year);
        if (found == m_years.cend())
            continue;
        const auto named = found->days.constFind(day.sinceEpoch);
        if (named != found->days.cend())
            return &named.value();
    }
    return nullptr;
}

void WorkCalendar::rebuild()
{
    m_table.assign(s_dayCount, 0);
    for (std::int32_t slot = 0; slot < s_dayCount; ++slot) {
        const Day day{s_firstDay + slot};
        std::uint8_t bits = restByRule(day) ? s_rest : 0;
        if (!isPublished(day.year()))
            bits |= s_provisional;
        m_table[static_cast<std::size_t>(slot)] = bits;
    }
}

DayKind WorkCalendar::kindOf(Day day) const
{
    if (const NamedDay *listed = listedDay(day))
        return listed->kind;
    if (!m_years.contains(day.year()) && fixedDayOf(day) >= 0)
        return DayKind::Holiday;
    return isWeekend(day) ? DayKind::Weekend : DayKind::Working;
}

QString WorkCalendar::nameOf(Day day, const QString &language) const
{
    const bool chinese = language == QLatin1String("zh");
    if (const NamedDay *listed = listedDay(day))
        return chinese || listed->nameEn.isEmpty() ? listed->nameZh : listed->nameEn;
    const int fixed = m_years.contains(day.year()) ? -1 : fixedDayOf(day);
    return fixed < 0 ? QString() : QString::fromUtf8(chinese ? fixedDays[fixed].zh : fixedDays[fixed].en);
}

bool WorkCalendar::isPublished(int year) const
{
    const auto found = m_years.constFind(year);
    return found != m_years.cend() && found->published;
}

std::vector<int> WorkCalendar::publishedYears() const
{
    std::vector<int> out;
    for (auto year = m_years.cbegin(); year != m_years.cend(); ++year) {
        if (year->published)
            out.push_back(year.key());
    }
    return out;
}

int WorkCalendar::workingDaysBetween(Day from, Day to) const
{
    if (to < from)
        return -workingDaysBetween(to, from);
    int count = 0;
    for (Day day = from.plus(1); day <= to; day = day.plus(1))
        count += isWorking(day) ? 1 : 0;
    return count;
}

Outcome WorkCalendar::setOfficeHours(std::vector<OfficeHours> hours)
{
    int end = 0;
    bool first = true;
    for (const OfficeHours &span : hours) {
        if (span.from >= span.to || span.to > 1440 || span.from < 0 || (!first && span.from < end))
            return Error(ErrorKind::Constraint, text::hoursWrong);
        end = span.to;
        first = false;
    }
    if (hours.empty())
        return Error(ErrorKind::Constraint, text::hoursWrong);
    m_hours = std::move(hours);
    return {};
}

WorkCalendar WorkCalendar::withYearsOf(const WorkCalendar &other) const
{
    WorkCalendar out = *this;
    for (auto year = other.m_years.cbegin(); year != other.m_years.cend(); ++year)
        out.m_years.insert(year.key(), year.value());
    out.rebuild();
    return out;
}

QByteArray WorkCalendar::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto year = m_years.cbegin(); year != m_years.cend(); ++year) {
        hash.addData(QByteArray::number(year.key()) + (year->published ? "p" : "e"));
        for (auto day = year->days.cbegin(); day != year->days.cend(); ++day)
            hash.addData(QByteArray::number(day.key()) + ':' + QByteArray::number(static_cast<int>(day->kind)) + ';');
    }
    for (const OfficeHours &span : m_hours)
        hash.addData(QByteArray::number(span.from) + '-' + QByteArray::number(span.to) + ';');
    return hash.result();
}

} // namespace yizhan
