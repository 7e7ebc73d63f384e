// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Attempts.h"

#include "server/core/ServerErrors.h"

namespace yizhan::attempts {
namespace {

constexpr qint64 waitMs = 30'000;
constexpr qint64 forgetMs = 3600 * 1000;
constexpr qsizetype scopeLength = 60;

} // namespace

QString loginScope(const QString &login) { return QStringLiteral("login:") + login.left(scopeLength); }

QString codeScope(const QByteArray &codeHash)
{
    return QLatin1String("code:") + QString::fromLatin1(codeHash.toHex().left(scopeLength));
}

QString addressScope(const QByteArray &address, const char *what)
{
    return address.isEmpty() ? QString() : QLatin1String(what) + u':' + QString::fromLatin1(address.left(scopeLength));
}

Outcome begin(SqlSession &session, const QString &scope, int free, Instant now)
{
    if (scope.isEmpty())
        return {};
    qint64 failures = 0;
    qint64 last = 0;
    const Result<bool> found = session.first("SELECT failures, last_at FROM attempt WHERE scope = ? FOR UPDATE", {scope},
                                             [&](const SqlRow &row) {
                                                 failures = row.int64(0);
                                                 last = row.int64(1);
                                             });
    if (!found)
        return found.error();
    const qint64 passed = now.ms - last;
    if (passed > forgetMs || passed < 0) // a clock that was set back must lock nobody out
        failures = 0;
    if (failures >= free && passed < waitMs)
        return Error(ErrorKind::Auth, servererrors::slowDown, {QString::number((waitMs - passed + 999) / 1000)});
    return session.done("INSERT INTO attempt (scope, failures, last_at) VALUES (?, ?, ?) ON CONFLICT (scope) DO UPDATE SET "
                        "failures = excluded.failures, last_at = excluded.last_at",
                        {scope, failures + 1, now});
}

Outcome succeeded(SqlSession &session, const QString &scope, Instant now)
{
    // what is forgotten anyway goes along: names that nobody has must not fill the storage
    return session.done("DELETE FROM attempt WHERE scope = ? OR last_at < ?", {scope, Instant{now.ms - forgetMs}});
}

} // namespace yizhan::attempts
