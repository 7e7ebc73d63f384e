// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search over whole cases: any part of a Chinese text, pinyin, initials, numbers and their tails.
#pragma once

#include "base/Result.h"
#include "records/Record.h"
#include "store/Cancel.h"
#include "store/RowSet.h"
#include "store/Store.h"

#include <QByteArray>
#include <vector>

namespace yizhan {

class Connection;

// One contentless FTS5 table for each root kind with searched fields (its own or its children's), named "search_<table>";
// its rowid is Record::localRow of the root. The tables are derived: version() is stored by the schema and a file with
// another number gets rebuild(), never a migration. All functions run on the thread of the connection.
namespace SearchIndex {

// Grows when what is written into the tables changes meaning.
inline constexpr int version = 4;

// Has `root` a search table?
bool covers(const RecordSpec &root);
// Does a change of this field of this kind (root or child) change what is found? A writer can skip put() otherwise.
bool concerns(const RecordSpec &spec, const FieldSpec &field);
// Kinds of children that are written into the table of such a root.
const std::vector<const RecordSpec *> &searchedChildren(const RecordSpec &root);
QByteArray tableOf(const RecordSpec &root);
QByteArray oldTableOf(const RecordSpec &root); // what the table is called while store/Rebuild clears it away

// "CREATE VIRTUAL TABLE IF NOT EXISTS ...", one statement each, safe to run again.
std::vector<QByteArray> createStatements();
std::vector<QByteArray> createStatements(const RecordSpec &root); // of one table
// Drops a table under its own or its old name; nothing there = fine. Also one that is damaged, in a transaction of the caller.
Outcome drop(Connection &connection, const QByteArray &table);

// Writes what is found of a case, inside the write transaction that changes it. `file` holds the root with its localRow and
// the children that stand (withdrawn ones are ignored); a withdrawn root is taken out. `isNew`: this localRow was never put
// (saves a look-up, and a bulk load most of its time). Errors: those of the connection.
Outcome put(Connection &connection, const CaseFile &file, bool isNew);
Outcome remove(Connection &connection, Kind root, std::int64_t localRow);

// Puts together some of what single savings left in the tables, about `pages` of them. FTS5 does that by itself now and then,
// in the middle of a saving that somebody waits for; what was done in a quiet moment need not be done there. In a transaction
// of the caller. True: there may be more.
Result<bool> tidy(Connection &connection, int pages);

// First `limit` cases of all kinds: exact names and numbers, then initials, then parts; newest first within a rank.
// Every blank-separated part of `text` must be found. Text without letters or digits finds nothing.
Result<std::vector<SearchHit>> search(Connection &connection, const QString &text, int limit, const CancelToken &cancel);
// The newest cases of one root kind that hold an identity or telephone number ending like this one.
Result<std::vector<std::int64_t>> rowsWithTail(Connection &connection, const RecordSpec &root, QStringView number, int limit);
// All rows of one root kind, for the filter of a docket; empty for a kind without search table.
Result<RowSet> rows(Connection &connection, Kind root, const QString &text, const CancelToken &cancel);

// Empties and refills all search tables from the typed tables. Inside a transaction of the caller.
Outcome rebuild(Connection &connection, const Progress &progress, const CancelToken &cancel);

} // namespace SearchIndex

} // namespace yizhan
