// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ListReader.h"

#include "sql/Connection.h"
#include "store/QuerySql.h"
#include "store/ReadErrors.h"
#include "store/ReadSnapshot.h"
#include "store/RowMapper.h"
#include "store/SearchIndex.h"

#include <sqlcipher/sqlite3.h>

#include <algorithm>

namespace yizhan {
namespace {

using Op = Predicate::Op;

constexpr std::int64_t firstPage = 200;
// So few rows are sorted by reading them; more are cheaper to pick out of the order of all.
constexpr std::size_t fewRows = 256;

Error givenUp() { return Error(ErrorKind::Cancelled, readerrors::stopped); }

// "search 'zhang' and status = X": the searches that every row has to meet, and what is left without any.
struct Split {
    std::vector<QString> searches;
    Predicate rest;
    bool possible = true; // false: a search stands inside an Or or a Not
};

Split split(const Predicate &predicate)
{
    Split result;
    const std::vector<Predicate> single{predicate};
    for (const Predicate &child : predicate.op == Op::And ? predicate.children : single) {
        if (child.op == Op::Search)
            result.searches.push_back(child.values.empty() ? QString() : child.values.front().text());
        else if (QuerySql::hasSearch(child))
            result.possible = false;
        else
            result.rest = Predicate::both(std::move(result.rest), child);
    }
    return result;
}

RowOrder picked(const RowOrder &order, const RowSet &wanted)
{
    RowOrder rows;
    rows.reserve(wanted.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(rows),
                 [&wanted](std::int64_t row) { return wanted.contains(row); });
    return rows;
}

} // namespace

template <class Take>
Outcome ListReader::eachRow(const SqlPiece &piece, const CancelToken &cancel, Take take)
{
    if (cancel.isCancelled())
        return givenUp();
    Result<Statement> statement = m_connection.prepare(piece.text); // hardly two alike: they would crowd the cache
    if (!statement)
        return statement.error();
    QuerySql::bind(*statement, piece.values);
    return statement->each([&take](const Statement &row) { return take(std::int64_t{row.int64(0)}); });
}

Result<RowOrder> ListReader::orderedRows(const Query &query, std::int64_t limit, const CancelToken &cancel)
{
    if (QuerySql::hasSearch(query.where))
        return searchedRows(query, limit, cancel);
    const Result<SqlPiece> piece = QuerySql::selectRows(query, limit);
    if (!piece)
        return piece.error();
    RowOrder rows;
    if (Outcome read = eachRow(*piece, cancel, [&rows](std::int64_t row) { rows.push_back(row); }); !read)
        return read.error();
    return rows;
}

Result<RowOrder> ListReader::searchedRows(const Query &query, std::int64_t limit, const CancelToken &cancel)
{
    const Split parts = split(query.where);
    Query base = query;
    base.where = parts.possible ? parts.rest : Predicate::all();
    RowSet wanted;
    if (parts.possible) {
        for (std::size_t i = 0; i < parts.searches.size(); ++i) {
            const Result<RowSet> found = SearchIndex::rows(m_connection, query.spec->kind, parts.searches[i], cancel);
            if (!found)
                return found.error();
            if (i == 0)
                wanted = *found;
            else
                wanted.intersect(*found);
        }
    } else {
        const Result<RowSet> found = rowsMatching(base, query.where, cancel);
        if (!found)
            return found.error();
        wanted = *found;
    }
    if (wanted.isEmpty())
        return RowOrder();
    if (wanted.size() <= fewRows) {
        const Result<SqlPiece> piece = QuerySql::selectAmong(base, wanted.rows(), limit);
        if (!piece)
            return piece.error();
        RowOrder rows;
        if (Outcome read = eachRow(*piece, cancel, [&rows](std::int64_t row) { rows.push_back(row); }); !read)
            return read.error();
        return rows;
    }
    if (limit >= 0)
        return firstAmong(base, wanted, limit, cancel);
    const Result<const RowOrder *> all = wholeOrder(base, cancel);
    if (!all)
        return all.error();
    return picked(**all, wanted);
}

// Reads the order only as far as it has to.
Result<RowOrder> ListReader::firstAmong(const Query &query, const RowSet &wanted, std::int64_t limit, const CancelToken &cancel)
{
    const Result<SqlPiece> piece = QuerySql::selectRows(query, -1);
    if (!piece)
        return piece.error();
    RowOrder rows;
    const auto take = [&](std::int64_t row) {
        const bool more = static_cast<std::int64_t>(rows.size()) < limit;
        if (more && wanted.contains(row))
            rows.push_back(row);
        return more;
    };
    if (Outcome read = eachRow(*piece, cancel, take); !read)
        return read.error();
    return rows;
}

Result<const RowOrder *> ListReader::wholeOrder(const Query &query, const CancelToken &cancel)
{
    const Result<qint64> seen = m_connection.scalarInt("PRAGMA data_version");
    if (!seen)
        return seen.error();
    const std::int64_t written = sqlite3_total_changes64(m_connection.handle());
    if (m_memory->query == query && m_memory->seen == *seen && m_memory->written == written)
        return &m_memory->rows;
    m_memory->query.reset();
    Result<RowOrder> rows = orderedRows(query, -1, cancel);
    if (!rows)
        return rows.error();
    *m_memory = {query, std::move(*rows), *seen, written};
    return &m_memory->rows;
}

// A search anywhere in a tree of conditions: sets of rows, combined in memory.
Result<RowSet> ListReader::rowsMatching(const Query &query, const Predicate &predicate, const CancelToken &cancel)
{
    if (predicate.op == Op::Search)
        return SearchIndex::rows(m_connection, query.spec->kind,
                                 predicate.values.empty() ? QString() : predicate.values.front().text(), cancel);
    if (!QuerySql::hasSearch(predicate)) {
        Query plain = query;
        plain.where = predicate;
        const Result<SqlPiece> piece = QuerySql::selectSet(plain);
        if (!piece)
            return piece.error();
        RowSet rows;
        if (Outcome read = eachRow(*piece, cancel, [&rows](std::int64_t row) { rows.add(row); }); !read)
            return read.error();
        return rows;
    }
    const bool isOr = predicate.op == Op::Or;
    Result<RowSet> rows = isOr ? Result<RowSet>(RowSet()) : rowsMatching(query, Predicate::all(), cancel);
    for (const Predicate &child : predicate.children) { // of a Not there is one
        if (!rows)
            return rows;
        const Result<RowSet> found = rowsMatching(query, child, cancel);
        if (!found)
            return found;
        if (isOr)
            rows->unite(*found);
        else if (predicate.op == Op::And)
            rows->intersect(*found);
        else
            rows->subtract(*found);
    }
    return rows;
}

Result<std::vector<Record>> ListReader::readRows(const RecordSpec &spec, const std::vector<std::int64_t> &rows, bool whole,
                                                 const CancelToken &cancel)
{
    const Columns columns = whole ? Columns::All : Columns::List;
    Result<CachedStatement> statement = m_connection.cached(selectFrom(spec, columns) + " WHERE rowid = ?");
    if (!statement)
        return statement.error();
    Statement &select = **statement;
    std::vector<Record> records;
    records.reserve(rows.size());
    for (const std::int64_t row : rows) {
        if (cancel.isCancelled())
            return givenUp();
        const Result<bool> found = select.bind(1, row).step();
        if (!found)
            return found.error();
        records.push_back(*found ? readRow(select, spec, columns) : Record());
        select.reset();
    }
    return records;
}

Result<std::vector<Record>> ListReader::firstRows(const Query &query, const CancelToken &cancel)
{
    ReadSnapshot snapshot(m_connection);
    if (Outcome begun = snapshot.begin(); !begun)
        return begun.error();
    const Result<RowOrder> rows = orderedRows(query, query.limit < 0 ? firstPage : query.limit, cancel);
    return rows ? readRows(*query.spec, *rows, false, cancel) : rows.error();
}

Result<RowOrder> ListReader::order(const Query &query, const CancelToken &cancel)
{
    ReadSnapshot snapshot(m_connection);
    if (Outcome begun = snapshot.begin(); !begun)
        return begun.error();
    return orderedRows(query, query.limit, cancel);
}

Result<std::vector<Record>> ListReader::rowsAt(Kind kind, const std::vector<std::int64_t> &localRows, const CancelToken &cancel)
{
    ReadSnapshot snapshot(m_connection);
    if (Outcome begun = snapshot.begin(); !begun)
        return begun.error();
    return readRows(*specOf(kind), localRows, false, cancel);
}

Result<std::int64_t> ListReader::count(const Query &query, const CancelToken &cancel)
{
    ReadSnapshot snapshot(m_connection);
    if (Outcome begun = snapshot.begin(); !begun)
        return begun.error();
    if (QuerySql::hasSearch(query.where)) {
        const Result<RowSet> rows = rowsMatching(query, query.where, cancel);
        if (!rows)
            return rows.error();
        return static_cast<std::int64_t>(rows->size());
    }
    const Result<SqlPiece> piece = QuerySql::selectCount(query);
    if (!piece)
        return piece.error();
    std::int64_t count = 0;
    if (Outcome read = eachRow(*piece, cancel, [&count](std::int64_t rows) { count = rows; }); !read)
        return read.error();
    return count;
}

Result<std::vector<Record>> ListReader::list(const Query &query, const CancelToken &cancel)
{
    ReadSnapshot snapshot(m_connection);
    if (Outcome begun = snapshot.begin(); !begun)
        return begun.error();
    const Result<RowOrder> rows = orderedRows(query, query.limit, cancel);
    return rows ? readRows(*query.spec, *rows, true, cancel) : rows.error();
}

} // namespace yizhan
