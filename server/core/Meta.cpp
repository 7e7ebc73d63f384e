// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Meta.h"

namespace yizhan::meta {

Result<QString> text(SqlSession &session, const char *key)
{
    Result<std::optional<QString>> value = session.text("SELECT value FROM meta WHERE key = ?", {QString::fromLatin1(key)});
    return value ? Result<QString>(value->value_or(QString())) : Result<QString>(value.error());
}

Result<qint64> number(SqlSession &session, const char *key)
{
    const Result<QString> value = text(session, key);
    return value ? Result<qint64>(value->toLongLong()) : Result<qint64>(value.error());
}

Outcome setText(SqlSession &session, const char *key, const QString &value)
{
    return session.done("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        {QString::fromLatin1(key), value});
}

Outcome setNumber(SqlSession &session, const char *key, qint64 value) { return setText(session, key, QString::number(value)); }

Result<Epoch> epochOf(SqlSession &session)
{
    const Result<qint64> value = number(session, epoch);
    return value ? Result<Epoch>(static_cast<Epoch>(*value)) : Result<Epoch>(value.error());
}

} // namespace yizhan::meta
