// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a Query into SQL over the typed tables; agrees with matches() and lessThan() of records/Query.h to the row.
#pragma once

#include "base/Result.h"
#include "records/Query.h"

#include <QByteArray>
#include <vector>

namespace yizhan {

class Statement;

// A piece of SQL with the values of its parameters, in order.
struct SqlPiece {
    QByteArray text;
    std::vector<Value> values;
};

namespace QuerySql {

bool hasSearch(const Predicate &predicate);

// A condition over the columns of the kind's table. Search must have been taken out before (hasSearch): Usage. A field of
// another kind is Usage too.
Result<SqlPiece> condition(const RecordSpec &spec, const Predicate &predicate);
// WHERE condition of the whole query: its predicate, and the withdrawn rows left out unless asked for.
Result<SqlPiece> where(const Query &query);
// ORDER BY terms of the query or of the kind's default, the row id last (in the direction of the first key).
Result<QByteArray> orderBy(const Query &query);

// SELECT <row id> ... in display order; with `limit` >= 0 only the first.
Result<SqlPiece> selectRows(const Query &query, std::int64_t limit);
Result<SqlPiece> selectCount(const Query &query);

// The key of the first column that decides the order: the rows after `last` in display order, for the next page without
// counting or skipping. `last` must carry the sort fields.
Result<SqlPiece> selectRowsAfter(const Query &query, const Record &last, std::int64_t limit);

// Binds the values of a piece to parameters 1, 2, 3 ...
void bind(Statement &statement, const std::vector<Value> &values);

} // namespace QuerySql

} // namespace yizhan
