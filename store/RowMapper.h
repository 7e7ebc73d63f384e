// SPDX-License-Identifier: GPL-3.0-or-later
// Between a Record and its row: what to select, how to read it, how to bind it.
#pragma once

#include "records/FieldVersions.h"
#include "records/Record.h"
#include "sql/Connection.h"

#include <map>
#include <vector>

namespace yizhan {

enum class Columns : std::uint8_t {
    All,
    List // what a docket can show: system columns, fields with a column width, with a mask or that name the record; no ext
};

// "t.rowid, t.id, ...": the columns in the order readRow() expects, each with the alias and a dot in front (empty = none).
QByteArray selectColumns(const RecordSpec &spec, Columns columns, const QByteArray &alias = {});
// "SELECT <columns> FROM <table>", to be continued with WHERE.
QByteArray selectFrom(const RecordSpec &spec, Columns columns);
int columnCount(const RecordSpec &spec, Columns columns);
// The present row of a statement whose columns from `first` on are selectColumns(spec, columns).
Record readRow(const Statement &row, const RecordSpec &spec, Columns columns, int first = 0);
// One stored value by the type of its field.
Value readColumn(const Statement &row, int column, const FieldSpec &field);
Statement &bindValue(Statement &statement, int index, const Value &value);

// A new row; sets record.localRow. `unsent` is the number of its operations in the outbox.
Outcome insertRow(Connection &connection, Record &record, int unsent);
// The same for many rows: keeps one statement a kind for as long as it lives.
class RowInserter
{
public:
    explicit RowInserter(Connection &connection) : m_connection(connection) {}
    Outcome insert(Record &record, int unsent);

private:
    Connection &m_connection;
    std::map<const RecordSpec *, CachedStatement> m_statements;
};
// The row of record.localRow gets the bookkeeping of the record and the fields at these positions of spec().fields.
Outcome updateRow(Connection &connection, const Record &record, const std::vector<int> &fields, int unsent,
                  const FieldVersions &versions);
// Derived columns only: no bookkeeping changes.
Outcome updateDerived(Connection &connection, const Record &record, const std::vector<int> &fields);
// What adoptKnownFields() has changed: `ext` and the fields that are typed or sent; no bookkeeping changes.
Outcome updateAdopted(Connection &connection, const Record &record);

// What the writer needs to know of a row besides the Record.
struct RowState {
    int unsent = 0;
    FieldVersions versions;
};
Result<RowState> readState(Connection &connection, const Record &record);

// The row by id; NotFound.
Result<Record> readById(Connection &connection, const RecordSpec &spec, const RecordId &id, Columns columns = Columns::All);
// Looks in every table; NotFound. Some 50 microseconds.
Result<Record> findById(Connection &connection, const RecordId &id, Columns columns = Columns::All);
// The whole case by the id of its root; withdrawn children are left out. NotFound.
Result<CaseFile> readCase(Connection &connection, const RecordId &root);
Result<CaseFile> readCaseOf(Connection &connection, Record root);
// Every kind that may hang on such a root, directly or through others. Any thread.
const std::vector<const RecordSpec *> &descendantsOf(const RecordSpec &root);

} // namespace yizhan
