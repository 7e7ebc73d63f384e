// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: the prepared statements that a connection keeps for their next use.
#pragma once

#include "sql/Connection.h"

#include <QByteArray>
#include <QHash>
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace yizhan {

// Statements that are lent out are not in here.
struct Connection::Cache {
    static constexpr std::size_t capacity = 400; // a store has some forty tables, each with a handful of statements

    std::optional<std::pair<QByteArray, Statement>> take(QByteArrayView sql)
    {
        // A key without a copy of the text, good for the look-up only.
        const auto found = entries.find(QByteArray::fromRawData(sql.data(), sql.size()));
        if (found == entries.end())
            return std::nullopt;
        std::pair<QByteArray, Statement> out(found->first, std::move(found->second.statement));
        entries.erase(found);
        return out;
    }

    void put(QByteArray sql, Statement statement)
    {
        if (entries.size() >= capacity) {
            const auto oldest = std::min_element(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
                return a.second.lastUsed < b.second.lastUsed;
            });
            entries.erase(oldest);
        }
        // The twin from a nested use may be back already; then this one is dropped.
        entries.try_emplace(std::move(sql), Entry{std::move(statement), ++uses});
    }

    struct Entry {
        Statement statement;
        quint64 lastUsed;
    };
    struct Hasher {
        std::size_t operator()(const QByteArray &sql) const noexcept { return qHash(sql); }
    };
    std::unordered_map<QByteArray, Entry, Hasher> entries;
    quint64 uses = 0;
};

} // namespace yizhan
