// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Tokens.h"

#include <QCryptographicHash>

namespace yizhan::tokens {

QByteArray hashOf(const QByteArray &token) { return QCryptographicHash::hash(token, QCryptographicHash::Sha256); }

Outcome keep(SqlSession &session, const QByteArray &token, Use use, const RecordId &user, const RecordId &device, Instant until)
{
    return session.done("INSERT INTO token (hash, account, device, kind, expires_at) VALUES (?, ?, ?, ?, ?)",
                        {hashOf(token), user, device, use, until});
}

Result<std::optional<RecordId>> holderOf(SqlSession &session, const QByteArray &token, const RecordId &device, Instant now,
                                         Use use)
{
    std::optional<RecordId> holder;
    if (token.isEmpty())
        return holder;
    const Result<bool> found = session.first(
        "SELECT account FROM token WHERE hash = ? AND device = ? AND kind = ? AND expires_at > ?",
        {hashOf(token), device, use, now}, [&](const SqlRow &row) { holder = row.id(0); });
    return found ? Result<std::optional<RecordId>>(holder) : Result<std::optional<RecordId>>(found.error());
}

Outcome endAllOf(SqlSession &session, const RecordId &user)
{
    return session.done("DELETE FROM token WHERE account = ?", {user});
}

Outcome endAllOn(SqlSession &session, const RecordId &device)
{
    return session.done("DELETE FROM token WHERE device = ?", {device});
}

Outcome forgetOld(SqlSession &session, Instant now) { return session.done("DELETE FROM token WHERE expires_at <= ?", {now}); }

} // namespace yizhan::tokens
