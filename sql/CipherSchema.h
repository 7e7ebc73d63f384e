// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: what the QtSql driver tells about tables and names.
#pragma once

#include <QSqlIndex>
#include <QSqlRecord>
#include <QStringList>
#include <QtSql/qtsqlglobal.h>

namespace yizhan {

class Connection;

// Names of the main database and of temporary tables. The hidden tables behind a full-text table count as system tables.
QStringList tableNames(Connection &connection, QSql::TableType type);
// name: "table", "schema.table" or a table whose own name has a point. Empty when there is no such table.
QSqlRecord tableRecord(Connection &connection, const QString &name);
QSqlIndex primaryKey(Connection &connection, const QString &name);

QString escapedName(const QString &name, bool mayHaveSchema);
bool isEscapedName(const QString &name);
QString unescapedName(const QString &name, bool mayHaveSchema);

} // namespace yizhan
