// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that follow from the declarations of records: names, columns and CREATE statements.
#pragma once

#include "base/Result.h"
#include "records/RecordSpec.h"

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace yizhan {

class Connection;

// The table of one kind. Every table begins with the same system columns; children have `root` and `parent` besides:
//   rowid          INTEGER PRIMARY KEY: Record::localRow
//   id             16 bytes, unique
//   root           16 bytes, children only
//   parent         16 bytes, children only, NULL where it is the root itself
//   office, version, created_at, created_by, updated_at, updated_by, withdrawn
//   unsent         number of this row's operations in the outbox
//   field_versions see records/FieldVersions.h, NULL for a row that was never changed
//   ext            see Record::ext, NULL when empty
// then one column a declared field, in the order of the fields, derived ones too. Unset values and empty texts are NULL.
struct TableLayout {
    const RecordSpec *spec = nullptr;
    QByteArray table;                      // ready to stand in SQL, as are all names here
    bool hasRoot = false;                  // has the columns root and parent
    std::vector<QByteArray> systemColumns; // rowid first
    std::vector<QByteArray> fieldColumns;  // by position in spec->fields

    // The column of an own or system:: field of the kind; empty if it has none. system::unsent is a count.
    QByteArray columnOf(const FieldSpec &field) const;
};

// Any thread; made once a kind.
const TableLayout &layoutOf(const RecordSpec &spec);

// "INTEGER", "TEXT" or "BLOB": what a field's column holds.
QByteArray sqlTypeOf(const FieldSpec &field);
// Has an index of its own: numbers given by our series (Store::byNumber), and what links rows (persons, files).
bool isLookedUpWhole(const FieldSpec &field);
// CREATE TABLE and CREATE INDEX of one kind, each ending in ";\n".
QByteArray createStatementsOf(const RecordSpec &spec);
// The whole first migration: every kind, then what the store keeps beside them (outbox, shadow, audit, numbers, drafts ...).
QByteArray createStatements();

// Declared tables and columns ("party.name") that the database has not: the number of its schema says the same, but another
// build made it. What it has besides is no fault. Some milliseconds.
Result<QStringList> missingFrom(Connection &connection);

// Marks the database file as ours (PRAGMA application_id): "YZst".
inline constexpr qint32 storeApplicationId = 0x595A7374;

} // namespace yizhan
