// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/ServerDatabase.h"

namespace yizhan {

// Out of line: g++ 12 takes the empty alternative for one that was never set when it sees both in one expression.
SqlValue::SqlValue(const RecordId &id)
{
    if (!id.isNull())
        m_data = id.toBytes();
}

Result<bool> SqlSession::first(const char *sql, const SqlValues &values, const std::function<void(const SqlRow &row)> &take)
{
    bool found = false;
    const Outcome read = each(sql, values, [&](const SqlRow &row) {
        if (!found)
            take(row);
        found = true;
        return Outcome();
    });
    return read ? Result<bool>(found) : Result<bool>(read.error());
}

Result<std::optional<qint64>> SqlSession::number(const char *sql, const SqlValues &values)
{
    std::optional<qint64> answer;
    const Result<bool> found = first(sql, values, [&](const SqlRow &row) {
        if (!row.isNull(0))
            answer = row.int64(0);
    });
    return found ? Result<std::optional<qint64>>(answer) : Result<std::optional<qint64>>(found.error());
}

Result<std::optional<QString>> SqlSession::text(const char *sql, const SqlValues &values)
{
    std::optional<QString> answer;
    const Result<bool> found = first(sql, values, [&](const SqlRow &row) {
        if (!row.isNull(0))
            answer = row.text(0);
    });
    return found ? Result<std::optional<QString>>(std::move(answer)) : Result<std::optional<QString>>(found.error());
}

Result<std::optional<QByteArray>> SqlSession::bytes(const char *sql, const SqlValues &values)
{
    std::optional<QByteArray> answer;
    const Result<bool> found = first(sql, values, [&](const SqlRow &row) {
        if (!row.isNull(0))
            answer = row.bytes(0);
    });
    return found ? Result<std::optional<QByteArray>>(std::move(answer)) : Result<std::optional<QByteArray>>(found.error());
}

Outcome SqlSession::done(const char *sql, const SqlValues &values)
{
    const Result<qint64> changed = run(sql, values);
    return changed ? Outcome() : Outcome(changed.error());
}

} // namespace yizhan
