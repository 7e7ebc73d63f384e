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

// A condition over the columns of the kind's table, true or not true. Errors: Usage for a Search, which the search tables
// answer and no SQL, and for a field of another kind.
Result<SqlPiece> condition(const RecordSpec &spec, const Predicate &predicate);
// SELECT rowid in display order (the kind's default is its default sort, newest first); limit -1 = all.
Result<SqlPiece> selectRows(const Query &query, std::int64_t limit);
// SELECT rowid in no order.
Result<SqlPiece> selectSet(const Query &query);
Result<SqlPiece> selectCount(const Query &query);
// As selectRows(), of these rows only.
Result<SqlPiece> selectAmong(const Query &query, const std::vector<std::int64_t> &rows, std::int64_t limit);

// Binds the values of a piece to parameters 1, 2, 3 ...
void bind(Statement &statement, const std::vector<Value> &values);

} // namespace QuerySql

} // namespace yizhan
