// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/NumberCounter.h"

#include "base/Planted.h"

#include <vector>

namespace yizhan::numbercounter {
namespace {

constexpr qint64 jump = 1000; // serials that a life may have given out after its last backup, for each series

Outcome passOver(SqlSession &session, const QString &key, qint64 first, qint64 last)
{
    return session.done("INSERT INTO number_jump (series_key, first, last) VALUES (?, ?, ?)", {key, first, last});
}

// A series that nobody was given a number of before the backup has no counter that could jump; it may have begun just after.
Outcome begin(SqlSession &session, const QString &key)
{
    const int year = key.section(u'/', 1, 1).left(4).toInt();
    const auto lives = session.number("SELECT lives FROM number_restart WHERE year = ?", {year});
    if (!lives)
        return lives.error();
    const qint64 base = jump * lives->value_or(0);
    const auto begun = session.number(
        "INSERT INTO number_counter (series_key, last) VALUES (?, ?) ON CONFLICT (series_key) DO NOTHING RETURNING last",
        {key, base});
    if (!begun || !*begun || base == 0)
        return begun ? Outcome() : Outcome(begun.error());
    return passOver(session, key, 1, base);
}

// Runs a statement on the counter of a series, which is begun if need be.
Result<qint64> onCounter(SqlSession &session, const QString &key, const char *sql, const SqlValues &values)
{
    auto last = session.number(sql, values);
    if (last && !*last) {
        if (Outcome begun = begin(session, key); !begun)
            return begun.error();
        last = session.number(sql, values);
    }
    return last ? Result<qint64>(last->value_or(0)) : Result<qint64>(last.error());
}

Outcome setLast(SqlSession &session, const QString &key, qint64 last)
{
    return session.done("UPDATE number_counter SET last = ? WHERE series_key = ?", {last, key});
}

} // namespace

Result<qint64> advance(SqlSession &session, const QString &key, qint64 count)
{
    return onCounter(session, key, "UPDATE number_counter SET last = last + ? WHERE series_key = ? RETURNING last",
                     {count, key});
}

Result<qint64> advanceClear(SqlSession &session, const QString &key, qint64 count)
{
    for (;;) {
        Result<qint64> last = advance(session, key, count);
        if (!last)
            return last;
        const auto taken = session.number("SELECT serial FROM number WHERE series_key = ? AND serial BETWEEN ? AND ? LIMIT 1",
                                          {key, *last - count + 1, *last});
        if (!taken)
            return taken.error();
        if (!*taken)
            return last;
        if (Outcome noted = passOver(session, key, *last - count + 1, *last); !noted)
            return noted.error();
    }
}

Outcome moveBehind(SqlSession &session, const QString &key, qint64 serial)
{
    const Result<qint64> last = onCounter(session, key, "SELECT last FROM number_counter WHERE series_key = ? FOR UPDATE",
                                          {key});
    if (!last)
        return last.error();
    if (serial <= *last || serial > *last + jump)
        return {};
    if (serial > *last + 1) {
        if (Outcome noted = passOver(session, key, *last + 1, serial - 1); !noted)
            return noted;
    }
    return setLast(session, key, serial);
}

Outcome jumpAll(SqlSession &session, qint64 lives, Instant now)
{
    if (planted(Plant::LeasesAgain))
        return {};
    std::vector<std::pair<QString, qint64>> counters;
    Outcome read = session.each("SELECT series_key, last FROM number_counter ORDER BY series_key", {}, [&](const SqlRow &row) {
        counters.emplace_back(row.text(0), row.int64(1));
        return Outcome();
    });
    if (!read)
        return read;
    for (const auto &[key, last] : counters) {
        if (Outcome noted = passOver(session, key, last + 1, last + jump * lives); !noted)
            return noted;
        if (Outcome moved = setLast(session, key, last + jump * lives); !moved)
            return moved;
    }
    return session.done("INSERT INTO number_restart (year, lives) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET lives = "
                        "number_restart.lives + excluded.lives",
                        {now.localDay().year(), lives});
}

} // namespace yizhan::numbercounter
