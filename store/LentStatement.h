// SPDX-License-Identifier: GPL-3.0-or-later
// A statement of the connection's cache that is kept over many rows of one transaction.
#pragma once

#include "sql/Connection.h"

#include <optional>

namespace yizhan {

inline Outcome lend(Connection &connection, std::optional<CachedStatement> &kept, QByteArrayView sql)
{
    if (kept)
        return {};
    Result<CachedStatement> statement = connection.cached(sql);
    if (!statement)
        return statement.error();
    kept.emplace(std::move(*statement));
    return {};
}

} // namespace yizhan
