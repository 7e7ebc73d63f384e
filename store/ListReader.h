// SPDX-License-Identifier: GPL-3.0-or-later
// Reads dockets: the first rows at once, the whole order as row ids, any page of rows by id.
#pragma once

#include "base/Result.h"
#include "records/Query.h"
#include "store/Cancel.h"
#include "store/RowSet.h"
#include "store/Store.h"

#include <optional>
#include <vector>

namespace yizhan {

class Connection;
struct SqlPiece;

// The last order that was read without its searches, good until anybody writes: so that typing into the search box does not
// sort a million rows again at every letter. Lives as long as its connection, on its thread.
struct ListMemory {
    std::optional<Query> query;
    RowOrder rows;
    std::int64_t seen = 0;    // PRAGMA data_version: what others wrote
    std::int64_t written = 0; // what this connection wrote
};

// On the thread of its connection. Each call sees one committed state. A cancelled token answers Cancelled before the next
// statement; whoever cancels also interrupts the connection.
class ListReader
{
public:
    explicit ListReader(Connection &connection, ListMemory *memory = nullptr)
        : m_connection(connection), m_memory(memory ? memory : &m_own)
    {}
    ListReader(const ListReader &) = delete;
    ListReader &operator=(const ListReader &) = delete;

    // At most query.limit rows (-1 = 200) with their list columns.
    Result<std::vector<Record>> firstRows(const Query &query, const CancelToken &cancel = {});
    // Ids of the rows in display order, at most query.limit.
    Result<RowOrder> order(const Query &query, const CancelToken &cancel = {});
    // Rows in the order asked for, list columns only; a row that is gone is a null Record.
    Result<std::vector<Record>> rowsAt(Kind kind, const std::vector<std::int64_t> &localRows, const CancelToken &cancel = {});
    // All rows that match, whatever query.limit.
    Result<std::int64_t> count(const Query &query, const CancelToken &cancel = {});
    // Whole rows in display order, at most query.limit, for scripts and exports.
    Result<std::vector<Record>> list(const Query &query, const CancelToken &cancel = {});

private:
    Result<RowOrder> orderedRows(const Query &query, std::int64_t limit, const CancelToken &cancel);
    Result<RowOrder> searchedRows(const Query &query, std::int64_t limit, const CancelToken &cancel);
    Result<RowOrder> firstAmong(const Query &query, const RowSet &wanted, std::int64_t limit, const CancelToken &cancel);
    Result<const RowOrder *> wholeOrder(const Query &query, const CancelToken &cancel);
    Result<RowSet> rowsMatching(const Query &query, const Predicate &predicate, const CancelToken &cancel);
    Result<std::vector<Record>> readRows(const RecordSpec &spec, const std::vector<std::int64_t> &rows, bool whole,
                                         const CancelToken &cancel);
    // The ids of the rows; take as in Statement::each().
    template <class Take>
    Outcome eachRow(const SqlPiece &piece, const CancelToken &cancel, Take take);

    Connection &m_connection;
    ListMemory m_own;
    ListMemory *m_memory;
};

} // namespace yizhan
