// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/PeriodCount.h"

#include <algorithm>

namespace yizhan::period {

namespace {
Day dayAt(std::int64_t position) { return Day{static_cast<std::int32_t>(position)}; }
} // namespace

Spans merged(Spans spans)
{
    std::erase_if(spans, [](const Span &span) { return span.from >= span.to; });
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.from < b.from; });
    Spans out;
    for (const Span &span : spans) {
        if (!out.empty() && span.from <= out.back().to)
            out.back().to = std::max(out.back().to, span.to);
        else
            out.push_back(span);
    }
    return out;
}

Spans without(const Spans &spans, const Spans &taken)
{
    Spans out;
    for (Span span : spans) {
        for (const Span &hole : taken) {
            if (hole.to <= span.from || hole.from >= span.to)
                continue;
            if (hole.from > span.from)
                out.push_back({span.from, hole.from});
            span.from = hole.to;
        }
        if (span.from < span.to)
            out.push_back(span);
    }
    return out;
}

std::int64_t runThrough(std::int64_t start, std::int64_t need, const Spans &spans)
{
    if (need == 0)
        return start;
    std::int64_t at = start;
    for (const Span &span : spans) {
        const std::int64_t open = span.from - at;
        if (need <= open)
            break;
        need -= std::max<std::int64_t>(open, 0);
        at = std::max(at, span.to);
    }
    return at + need;
}

std::int64_t runBetween(std::int64_t start, std::int64_t end, const Spans &spans)
{
    std::int64_t run = std::max<std::int64_t>(end - start, 0);
    for (const Span &span : spans)
        run -= std::max<std::int64_t>(std::min(end, span.to) - std::max(start, span.from), 0);
    return run;
}

Count countWorkingDays(std::int64_t start, std::int64_t need, const Spans &spans, std::int64_t stop,
                       const WorkCalendar &calendar)
{
    Count count;
    if (need == 0)
        count.full = start;
    auto span = spans.begin();
    std::int64_t day = start;
    while (!count.full && day < stop) {
        while (span != spans.end() && span->to <= day)
            ++span;
        if (span != spans.end() && span->from <= day) {
            day = span->to;
            continue;
        }
        ++day;
        count.provisional = count.provisional || calendar.isProvisional(dayAt(day));
        if (calendar.isRest(dayAt(day)))
            continue;
        if (++count.used == need)
            count.full = day;
    }
    return count;
}

Count countOfficeHours(std::int64_t start, std::int64_t need, const Spans &spans, std::int64_t stop,
                       const WorkCalendar &calendar)
{
    Count count;
    if (need == 0)
        count.full = start;
    constexpr std::int64_t offset = Instant::localOffsetMs;
    const std::int64_t local = start + offset;
    std::int64_t day = local >= 0 ? local / dayMs : -((dayMs - 1 - local) / dayMs);
    auto span = spans.begin();
    for (; !count.full && day <= maxDay && day * dayMs - offset < stop; ++day) {
        bool asked = false;
        for (const OfficeHours &hours : calendar.officeHours()) {
            const std::int64_t midnight = day * dayMs - offset;
            const std::int64_t close = std::min<std::int64_t>(midnight + hours.to * 60000LL, stop);
            std::int64_t at = std::max<std::int64_t>(midnight + hours.from * 60000LL, start);
            while (at < close && !count.full) {
                while (span != spans.end() && span->to <= at)
                    ++span;
                if (span != spans.end() && span->from <= at) {
                    at = span->to;
                    continue;
                }
                // Only a day with time that could run is asked about.
                if (!asked)
                    count.provisional = count.provisional || calendar.isProvisional(dayAt(day));
                asked = true;
                if (calendar.isRest(dayAt(day)))
                    break;
                const std::int64_t end = span != spans.end() ? std::min(close, span->from) : close;
                const std::int64_t run = std::min(need - count.used, end - at);
                count.used += run;
                at += run;
                if (count.used == need)
                    count.full = at;
            }
        }
    }
    return count;
}

Count rollForward(std::int64_t day, const WorkCalendar &calendar)
{
    Count count;
    for (; day <= maxDay; ++day) {
        count.provisional = count.provisional || calendar.isProvisional(dayAt(day));
        if (calendar.isWorking(dayAt(day))) {
            count.full = day;
            break;
        }
    }
    return count;
}

Spans firstDays(const Spans &spans, std::int64_t start, std::int64_t limit, bool workingOnly, const WorkCalendar &calendar)
{
    Spans out;
    for (const Span &span : spans) {
        const std::int64_t begin = std::max(span.from, start);
        Span kept{begin, begin};
        while (kept.to < span.to && limit > 0) {
            ++kept.to;
            const bool uses = !workingOnly || kept.to > maxDay || calendar.isWorking(dayAt(kept.to));
            limit -= uses ? 1 : 0;
        }
        if (kept.from < kept.to)
            out.push_back(kept);
    }
    return out;
}

bool touchesProvisional(const Spans &spans, std::int64_t last, const WorkCalendar &calendar)
{
    for (const Span &span : spans) {
        for (std::int64_t day = span.from + 1; day <= std::min(span.to, last); ++day) {
            if (calendar.isProvisional(dayAt(day)))
                return true;
        }
    }
    return false;
}

} // namespace yizhan::period
