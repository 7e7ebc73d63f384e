// SPDX-License-Identifier: GPL-3.0-or-later
// An independent way to count a period: one day or one minute after the other, with the rest days read straight from the data.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <optional>
#include <vector>

namespace yizhan::daybyday {

struct Break {
    QDate from;
    std::optional<QDate> to; // empty = open
    bool capped = false;
};

struct Answer {
    std::optional<QDate> due;
    std::optional<QDateTime> at; // hour modes
    bool provisional = false;
    int used = 0; // when paused
};

class Almanac
{
public:
    explicit Almanac(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QJsonObject years = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("years")).toObject();
        for (auto year = years.begin(); year != years.end(); ++year) {
            const QJsonObject entry = year.value().toObject();
            m_listed.insert(year.key().toInt());
            if (entry.value(QLatin1String("status")).toString() == QLatin1String("published"))
                m_published.insert(year.key().toInt());
            const QJsonArray days = entry.value(QLatin1String("days")).toArray();
            for (const QJsonValue &value : days) {
                const QDate date = QDate::fromString(value[QLatin1String("date")].toString(), Qt::ISODate);
                (value[QLatin1String("type")].toString() == QLatin1String("MAKEUP") ? m_worked : m_off).insert(date);
            }
            const QJsonArray expected = entry.value(QLatin1String("fallback_statutory_only")).toArray();
            for (const QJsonValue &value : expected)
                m_off.insert(QDate::fromString(value[QLatin1String("date")].toString(), Qt::ISODate));
        }
    }

    bool isRest(QDate date, bool &provisional) const
    {
        provisional = provisional || !m_published.contains(date.year());
        if (m_worked.contains(date))
            return false;
        if (m_off.contains(date) || date.dayOfWeek() >= 6)
            return true;
        if (m_listed.contains(date.year()))
            return false;
        const int key = date.month() * 100 + date.day();
        return key == 101 || key == 501 || key == 502 || (key >= 1001 && key <= 1003);
    }

private:
    QSet<QDate> m_off;
    QSet<QDate> m_worked;
    QSet<int> m_published;
    QSet<int> m_listed;
};

// Counts `days` after `start`. A day that only capped breaks cover is left out while fewer than `cap` such days were.
inline Answer countDays(const Almanac &almanac, QDate start, int days, bool workingOnly, bool rolls,
                        const std::vector<Break> &breaks, int cap)
{
    Answer answer;
    QDate date = start;
    int counted = 0;
    int capUsed = 0;
    while (counted < days) {
        date = date.addDays(1);
        bool plain = false;
        bool capped = false;
        for (const Break &each : breaks) {
            const bool covers = each.from < date && (!each.to || date <= *each.to);
            if (covers && !each.to) {
                answer.used = counted;
                return answer; // an open break holds the clock
            }
            (each.capped ? capped : plain) |= covers;
        }
        if (plain)
            continue;
        if (capped && capUsed < cap) {
            if (!workingOnly || !almanac.isRest(date, answer.provisional))
                ++capUsed;
            continue;
        }
        if (workingOnly && almanac.isRest(date, answer.provisional))
            continue;
        ++counted;
    }
    while (rolls && almanac.isRest(date, answer.provisional))
        date = date.addDays(1);
    answer.due = date;
    return answer;
}

struct MinuteBreak {
    QDateTime from;
    std::optional<QDateTime> to;
};

// Lets minutes pass until `hours` of them counted.
inline Answer countMinutes(const Almanac &almanac, QDateTime at, int hours, bool officeOnly,
                           const std::vector<MinuteBreak> &breaks)
{
    Answer answer;
    int counted = 0;
    QDate asked;
    bool rest = false;
    while (counted < hours * 60) {
        bool paused = false;
        for (const MinuteBreak &each : breaks) {
            if (each.from <= at && !each.to) {
                answer.used = counted;
                return answer;
            }
            paused = paused || (each.from <= at && at < *each.to);
        }
        bool runs = !paused;
        if (runs && officeOnly) {
            const int minute = at.time().msecsSinceStartOfDay() / 60000;
            runs = (minute >= 540 && minute < 720) || (minute >= 840 && minute < 1080);
            if (runs && asked != at.date()) {
                asked = at.date();
                rest = almanac.isRest(asked, answer.provisional);
            }
            runs = runs && !rest;
        }
        counted += runs ? 1 : 0;
        at = at.addSecs(60);
    }
    answer.at = at;
    return answer;
}

} // namespace yizhan::daybyday
