// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Time.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace yizhan {

namespace {
constexpr std::int64_t dayMs = 24LL * 3600 * 1000;
constexpr qint64 epochJulian = 2440588; // 1970-01-01

QDate toQDate(Day day) { return QDate::fromJulianDay(epochJulian + day.sinceEpoch); }

std::optional<Day> fromQDate(QDate date)
{
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return std::nullopt;
    return Day{static_cast<std::int32_t>(date.toJulianDay() - epochJulian)};
}

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - ((a % b != 0 && (a % b < 0) != (b < 0)) ? 1 : 0); }
} // namespace

std::optional<Day> Day::fromIso(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++part;
            continue;
        }
        if (text[i] < u'0' || text[i] > u'9')
            return std::nullopt;
        parts[part] = parts[part] * 10 + (text[i].unicode() - u'0');
    }
    return fromYmd(parts[0], parts[1], parts[2]);
}

std::optional<Day> Day::fromYmd(int year, int month, int day) { return fromQDate(QDate(year, month, day)); }

QString Day::toIso() const { return toQDate(*this).toString(Qt::ISODate); }
int Day::year() const { return toQDate(*this).year(); }
int Day::month() const { return toQDate(*this).month(); }
int Day::dayOfMonth() const { return toQDate(*this).day(); }
int Day::weekday() const { return toQDate(*this).dayOfWeek(); }

Day Day::sameDateAfterMonths(int months) const
{
    // QDate::addMonths clamps to the last day of a shorter month, as art 202 wants it.
    return fromQDate(toQDate(*this).addMonths(months)).value_or(*this);
}

std::optional<Instant> Instant::fromIso(QStringView text)
{
    QDateTime moment = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (moment.timeSpec() == Qt::LocalTime) // before any check: the machine's zone may have no such hour, ours has
        moment = QDateTime(moment.date(), moment.time(), Qt::OffsetFromUTC, static_cast<int>(localOffsetMs / 1000));
    if (!moment.isValid() || moment.date().year() < 1 || moment.date().year() > 9999)
        return std::nullopt;
    return Instant{moment.toMSecsSinceEpoch()};
}

Instant Instant::fromLocal(Day day, int minuteOfDay)
{
    return Instant{day.sinceEpoch * dayMs + minuteOfDay * 60000LL - localOffsetMs};
}

QString Instant::toIso() const
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, static_cast<int>(localOffsetMs / 1000)).toString(Qt::ISODate);
}

QString Instant::toIsoUtc() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs); }

Day Instant::localDay() const { return Day{static_cast<std::int32_t>(floorDiv(ms + localOffsetMs, dayMs))}; }

int Instant::localMinuteOfDay() const
{
    const std::int64_t local = ms + localOffsetMs;
    return static_cast<int>((local - floorDiv(local, dayMs) * dayMs) / 60000);
}

} // namespace yizhan
