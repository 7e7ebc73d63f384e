// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DayText.h"

#include <QRegularExpression>
#include <QStringList>

namespace yizhan {

namespace {

using Expression = QRegularExpression;

// Half width, lower case, without blanks at the ends: what all rules below read.
QString plain(QStringView typed)
{
    QString out;
    for (const QChar c : typed) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            out += QChar(char16_t(c.unicode() - 0xFEE0));
        else if (c.unicode() == 0x3000)
            out += u' ';
        else if (c == u'。' || c == u'．')
            out += u'.';
        else if (c == u'–' || c == u'—')
            out += u'-';
        else
            out += c.toLower();
    }
    return out.trimmed();
}

std::optional<Day> numericDay(const QString &text, Day today)
{
    static const Expression full(QStringLiteral(R"(^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$)"));
    static const Expression packed(QStringLiteral(R"(^(\d{4})(\d{2})(\d{2})$)"));
    for (const Expression *form : {&full, &packed}) {
        if (const auto m = form->match(text); m.hasMatch())
            return Day::fromYmd(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    }
    static const Expression monthDay(QStringLiteral(R"(^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$)"));
    if (const auto m = monthDay.match(text); m.hasMatch())
        return Day::fromYmd(today.year(), m.captured(1).toInt(), m.captured(2).toInt());
    static const Expression dayOnly(QStringLiteral(R"(^(\d{1,2})\s*[日号]$)"));
    if (const auto m = dayOnly.match(text); m.hasMatch())
        return Day::fromYmd(today.year(), today.month(), m.captured(1).toInt());
    return std::nullopt;
}

std::optional<Day> relativeDay(const QString &text, Day today)
{
    static const Expression sign(QStringLiteral(R"(^([+-])\s*(\d{1,4})\s*(d|w|m|天|日|周|月|个月|)$)"));
    static const Expression after(QStringLiteral(R"(^(\d{1,4})\s*(天|日|周|个月)(后|前)$)"));
    int amount = 0;
    QString unit;
    if (const auto m = sign.match(text); m.hasMatch()) {
        amount = m.captured(2).toInt() * (m.captured(1) == QLatin1String("-") ? -1 : 1);
        unit = m.captured(3);
    } else if (const auto n = after.match(text); n.hasMatch()) {
        amount = n.captured(1).toInt() * (n.captured(3) == QStringLiteral("前") ? -1 : 1);
        unit = n.captured(2);
    } else {
        return std::nullopt;
    }
    if (unit == QLatin1String("w") || unit == QStringLiteral("周"))
        return today.plus(7 * amount);
    if (unit == QLatin1String("m") || unit.endsWith(QStringLiteral("月")))
        return today.sameDateAfterMonths(amount);
    return today.plus(amount);
}

std::optional<Day> namedDay(const QString &text, Day today)
{
    struct Name {
        QString word;
        int offset;
    };
    static const std::vector<Name> names{
        {QStringLiteral("今天"), 0},  {QStringLiteral("今日"), 0},     {QStringLiteral("明天"), 1},
        {QStringLiteral("明日"), 1},  {QStringLiteral("后天"), 2},     {QStringLiteral("大后天"), 3},
        {QStringLiteral("昨天"), -1}, {QStringLiteral("昨日"), -1},    {QStringLiteral("前天"), -2},
        {QStringLiteral("today"), 0}, {QStringLiteral("tomorrow"), 1}, {QStringLiteral("yesterday"), -1},
    };
    for (const Name &name : names) {
        if (text == name.word)
            return today.plus(name.offset);
    }
    return std::nullopt;
}

int weekdayOf(const QString &text)
{
    static const QString chinese = QStringLiteral("一二三四五六日");
    static const Expression zh(QStringLiteral(R"(^(周|星期|礼拜)([一二三四五六日天])$)"));
    if (const auto m = zh.match(text); m.hasMatch())
        return m.captured(2) == QStringLiteral("天") ? 7 : int(chinese.indexOf(m.captured(2))) + 1;
    static const QStringList english{QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
                                     QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
                                     QStringLiteral("sunday")};
    for (int i = 0; i < english.size(); ++i) {
        if (text.size() >= 3 && english[i].startsWith(text))
            return i + 1;
    }
    return 0;
}

std::optional<Day> weekDay(const QString &text, Day today)
{
    const Day monday = today.plus(1 - today.weekday());
    if (text.startsWith(QStringLiteral("下")) || text.startsWith(QStringLiteral("上"))
        || text.startsWith(QStringLiteral("本"))) {
        const int which = weekdayOf(text.mid(1));
        if (which == 0)
            return std::nullopt;
        const int weeks = text.startsWith(QStringLiteral("下")) ? 7 : text.startsWith(QStringLiteral("上")) ? -7 : 0;
        return monday.plus(weeks + which - 1);
    }
    const int which = weekdayOf(text);
    if (which == 0)
        return std::nullopt;
    return today.plus((which - today.weekday() + 7) % 7);
}

std::optional<Day> dayOf(const QString &text, Day today)
{
    for (const auto rule : {numericDay, relativeDay, namedDay, weekDay}) {
        if (const auto day = rule(text, today))
            return day;
    }
    return std::nullopt;
}

DaySpan months(Day inside, int offset, int count)
{
    const Day first = Day::fromYmd(inside.year(), inside.month(), 1).value_or(inside).sameDateAfterMonths(offset);
    return {first, first.sameDateAfterMonths(count).plus(-1)};
}

DaySpan years(int year) { return {Day::fromYmd(year, 1, 1), Day::fromYmd(year, 12, 31)}; }

std::optional<DaySpan> namedSpan(const QString &text, Day today)
{
    const Day monday = today.plus(1 - today.weekday());
    const int quarterStart = -((today.month() - 1) % 3);
    const std::pair<QStringList, DaySpan> names[] = {
        {{QStringLiteral("本周"), QStringLiteral("这周"), QStringLiteral("this week")}, {monday, monday.plus(6)}},
        {{QStringLiteral("上周"), QStringLiteral("last week")}, {monday.plus(-7), monday.plus(-1)}},
        {{QStringLiteral("下周"), QStringLiteral("next week")}, {monday.plus(7), monday.plus(13)}},
        {{QStringLiteral("本月"), QStringLiteral("这个月"), QStringLiteral("this month")}, months(today, 0, 1)},
        {{QStringLiteral("上月"), QStringLiteral("上个月"), QStringLiteral("last month")}, months(today, -1, 1)},
        {{QStringLiteral("下月"), QStringLiteral("下个月"), QStringLiteral("next month")}, months(today, 1, 1)},
        {{QStringLiteral("本季"), QStringLiteral("本季度"), QStringLiteral("this quarter")}, months(today, quarterStart, 3)},
        {{QStringLiteral("上季度"), QStringLiteral("last quarter")}, months(today, quarterStart - 3, 3)},
        {{QStringLiteral("本年"), QStringLiteral("今年"), QStringLiteral("this year")}, years(today.year())},
        {{QStringLiteral("去年"), QStringLiteral("上年"), QStringLiteral("last year")}, years(today.year() - 1)},
        {{QStringLiteral("超期"), QStringLiteral("逾期"), QStringLiteral("overdue")}, {std::nullopt, today.plus(-1)}},
    };
    for (const auto &[words, span] : names) {
        if (words.contains(text))
            return span;
    }
    return std::nullopt;
}

std::optional<DaySpan> countedSpan(const QString &text, Day today)
{
    static const Expression past(QStringLiteral(R"(^(?:近|最近|过去|last )\s*(\d{1,4})\s*(?:天|日|days?)$)"));
    static const Expression coming(QStringLiteral(R"(^(?:未来|next )\s*(\d{1,4})\s*(?:天|日|days?)$)"));
    static const Expression within(QStringLiteral(R"(^(\d{1,4})\s*(?:天|日)(?:内|之内|以内)(?:到期)?$)"));
    if (const auto m = past.match(text); m.hasMatch())
        return DaySpan{today.plus(1 - m.captured(1).toInt()), today};
    for (const Expression *form : {&coming, &within}) {
        if (const auto m = form->match(text); m.hasMatch())
            return DaySpan{today, today.plus(m.captured(1).toInt())};
    }
    static const Expression month(QStringLiteral(R"(^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$)"));
    if (const auto m = month.match(text); m.hasMatch()) {
        const auto first = Day::fromYmd(m.captured(1).toInt(), m.captured(2).toInt(), 1);
        return first ? std::optional(months(*first, 0, 1)) : std::nullopt;
    }
    static const Expression year(QStringLiteral(R"(^((?:19|20|21)\d{2})\s*年?$)"));
    if (const auto m = year.match(text); m.hasMatch())
        return years(m.captured(1).toInt());
    return std::nullopt;
}

std::optional<DaySpan> simpleSpan(const QString &text, Day today)
{
    if (const auto span = namedSpan(text, today))
        return span;
    if (const auto span = countedSpan(text, today))
        return span;
    if (const auto day = dayOf(text, today))
        return DaySpan{day, day};
    return std::nullopt;
}

std::optional<DaySpan> comparedSpan(const QString &text, Day today)
{
    static const Expression compared(QStringLiteral(R"(^(>=|<=|>|<|≥|≤)\s*(.+)$)"));
    const auto m = compared.match(text);
    if (!m.hasMatch())
        return std::nullopt;
    const auto span = simpleSpan(m.captured(2).trimmed(), today);
    if (!span || !span->from || !span->to)
        return std::nullopt;
    const QString sign = m.captured(1);
    if (sign == QLatin1String(">"))
        return DaySpan{span->to->plus(1), std::nullopt};
    if (sign == QLatin1String("<"))
        return DaySpan{std::nullopt, span->from->plus(-1)};
    if (sign == QLatin1String(">=") || sign == QStringLiteral("≥"))
        return DaySpan{span->from, std::nullopt};
    return DaySpan{std::nullopt, span->to};
}

} // namespace

std::optional<Day> readDay(QStringView typed, Day today) { return dayOf(plain(typed), today); }

std::optional<Instant> readInstant(QStringView typed, Instant now, bool dayAlone)
{
    const QString text = plain(typed);
    static const Expression clock(QStringLiteral(R"(^(.*?)[\st]*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?(?::\d{2})?$)"));
    const Day today = now.localDay();
    if (const auto m = clock.match(text); m.hasMatch()) {
        const int hour = m.captured(2).toInt();
        const int minute = m.captured(3).toInt();
        const QString dayText = m.captured(1).trimmed();
        const auto day = dayText.isEmpty() ? std::optional(today) : dayOf(dayText, today);
        if (day && hour < 24 && minute < 60)
            return Instant::fromLocal(*day, hour * 60 + minute);
        return std::nullopt;
    }
    const auto day = dayAlone ? dayOf(text, today) : std::nullopt;
    return day ? std::optional(Instant::fromLocal(*day, 0)) : std::nullopt;
}

std::optional<DaySpan> readDaySpan(QStringView typed, Day today)
{
    const QString text = plain(typed);
    if (const auto span = comparedSpan(text, today))
        return span;
    if (const auto span = simpleSpan(text, today))
        return span;
    static const Expression between(QStringLiteral(R"(^(.*?)\s*(?:\.\.\.?|~|至|到|\bto\b)\s*(.*)$)"));
    const auto m = between.match(text);
    if (!m.hasMatch() || (m.captured(1).isEmpty() && m.captured(2).isEmpty()))
        return std::nullopt;
    DaySpan out;
    if (!m.captured(1).isEmpty()) {
        const auto first = simpleSpan(m.captured(1), today);
        if (!first)
            return std::nullopt;
        out.from = first->from;
    }
    if (!m.captured(2).isEmpty()) {
        const auto last = simpleSpan(m.captured(2), today);
        if (!last)
            return std::nullopt;
        out.to = last->to;
    }
    return out;
}

} // namespace yizhan
