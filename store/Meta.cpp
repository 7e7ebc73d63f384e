// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Meta.h"

namespace yizhan::meta {

Result<QByteArray> read(Connection &connection, const char *key)
{
    Result<CachedStatement> statement = connection.cached("SELECT value FROM meta WHERE key = ?");
    if (!statement)
        return statement.error();
    const Result<bool> found = (*statement)->bindUtf8(1, key).step();
    if (!found)
        return found.error();
    return *found ? (*statement)->blob(0) : QByteArray();
}

Result<qint64> readNumber(Connection &connection, const char *key)
{
    const Result<QByteArray> text = read(connection, key);
    if (!text)
        return text.error();
    return text->toLongLong();
}

Outcome write(Connection &connection, const char *key, const QByteArray &value)
{
    Result<CachedStatement> statement = connection.cached(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    if (!statement)
        return statement.error();
    (*statement)->bindUtf8(1, key).bind(2, QByteArrayView(value));
    return (*statement)->run();
}

} // namespace yizhan::meta
