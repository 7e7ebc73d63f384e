// SPDX-License-Identifier: GPL-3.0-or-later
// Reads dockets: the first rows at once, the whole order as row ids, any page of rows by id.
#pragma once

#include "base/Result.h"
#include "records/Query.h"
#include "store/Cancel.h"
#include "store/RowSet.h"
#include "store/Store.h"

#include <vector>

namespace yizhan {

class Connection;

// Lives on the thread of its connection. A cancelled token answers Cancelled before the next statement; whoever cancels
// also calls Connection::interrupt() to stop the one that runs.
class ListReader
{
public:
    explicit ListReader(Connection &connection) : m_connection(connection) {}

    // At most query.limit rows (-1 = 200) with their list columns.
    Result<std::vector<Record>> firstRows(const Query &query, const CancelToken &cancel) const;
    // The rows after `last`, which must have come from the same query: the next page by keyset.
    Result<std::vector<Record>> rowsAfter(const Query &query, const Record &last, const CancelToken &cancel) const;
    // Ids of all rows in display order (query.limit counts).
    Result<RowOrder> order(const Query &query, const CancelToken &cancel) const;
    // Rows in the order asked for, list columns only; a row that is gone is a null Record.
    Result<std::vector<Record>> rowsAt(Kind kind, const std::vector<std::int64_t> &localRows, const CancelToken &cancel) const;
    Result<std::int64_t> count(const Query &query, const CancelToken &cancel) const;
    // Whole rows in display order, for scripts and exports.
    Result<std::vector<Record>> list(const Query &query, const CancelToken &cancel) const;

private:
    Result<RowSet> rowsMatching(const RecordSpec &spec, const Predicate &predicate, bool withWithdrawn,
                                const CancelToken &cancel) const;
    Result<RowOrder> orderedRows(const Query &query, std::int64_t limit, const CancelToken &cancel) const;
    Result<RowOrder> readRows(const struct SqlPiece &piece, const CancelToken &cancel) const;

    Connection &m_connection;
};

} // namespace yizhan
