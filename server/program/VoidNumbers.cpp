// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/VoidNumbers.h"

#include "server/core/AdminAudit.h"
#include "server/core/NumberDesk.h"
#include "server/program/ProgramErrors.h"

namespace yizhan::voidNumbers {

namespace {

constexpr qint64 mostAtOnce = 10'000;
constexpr qsizetype longestReason = 200; // as workstations give it

Error refused(const ErrorText &text, const QString &key) { return Error(ErrorKind::Constraint, text, {key}); }

// Whether a query with one number as its answer finds any.
Result<bool> any(SqlSession &session, const char *sql, const SqlValues &values)
{
    const auto count = session.number(sql, values);
    return count ? Result<bool>(count->value_or(0) > 0) : Result<bool>(count.error());
}

Outcome judge(SqlSession &session, Instant now, const QString &key, qint64 first, qint64 last)
{
    const auto given = session.number("SELECT last FROM number_counter WHERE series_key = ? FOR UPDATE", {key});
    if (!given)
        return given.error();
    if (!*given)
        return Error(ErrorKind::NotFound, programErrors::noSeries, {key});
    if (last > **given)
        return refused(programErrors::neverGiven, QString::number(**given));
    const Result<bool> closed = any(session, "SELECT COUNT(*) FROM closed_year WHERE series_key = ?", {key});
    const Result<bool> taken = any(session, "SELECT COUNT(*) FROM number WHERE series_key = ? AND serial >= ? AND serial <= ?",
                                   {key, first, last});
    const Result<bool> leased = any(session,
                                    "SELECT COUNT(*) FROM lease JOIN device ON device.id = lease.device "
                                    "WHERE lease.series_key = ? AND lease.first <= ? AND lease.last >= ? "
                                    "AND lease.expires_at > ? AND device.state = 0",
                                    {key, last, first, now});
    if (!closed || !taken || !leased)
        return !closed ? closed.error() : (!taken ? taken.error() : leased.error());
    if (*closed)
        return refused(programErrors::yearClosed, key);
    if (*taken)
        return refused(programErrors::numberTaken, key);
    return *leased ? Outcome(refused(programErrors::numberLeased, key)) : Outcome();
}

} // namespace

Result<std::vector<Entry>> list(ServerDatabase &database, const QString &seriesKey)
{
    std::vector<Entry> entries;
    const Outcome read = database.read([&](SqlSession &session) {
        entries.clear();
        return session.each("SELECT serial, reason, taken_at FROM number WHERE series_key = ? AND state = ? ORDER BY serial",
                            {seriesKey, NumberDesk::State::Void}, [&entries](const SqlRow &row) {
                                entries.push_back({row.int64(0), row.text(1), row.instant(2)});
                                return Outcome();
                            });
    });
    return read ? Result<std::vector<Entry>>(std::move(entries)) : Result<std::vector<Entry>>(read.error());
}

Outcome enter(ServerDatabase &database, Instant now, const QString &seriesKey, qint64 first, qint64 last, const QString &reason)
{
    if (first < 1 || last < first || last - first >= mostAtOnce)
        return refused(programErrors::neverGiven, QString::number(mostAtOnce));
    return database.write([&](SqlSession &session) -> Outcome {
        if (Outcome good = judge(session, now, seriesKey, first, last); !good)
            return good;
        for (qint64 serial = first; serial <= last; ++serial) {
            Outcome entered = session.done(
                "INSERT INTO number (series_key, serial, number, field, state, reason, taken_at) "
                "VALUES (?, ?, ?, 0, ?, ?, ?)",
                {seriesKey, serial, QString(), NumberDesk::State::Void, reason.left(longestReason), now});
            if (!entered)
                return entered;
        }
        return audit::add(session, now, QStringLiteral("numbers void"),
                          {{QStringLiteral("series"), seriesKey},
                           {QStringLiteral("first"), first},
                           {QStringLiteral("last"), last},
                           {QStringLiteral("reason"), reason.left(longestReason)}});
    });
}

} // namespace yizhan::voidNumbers
