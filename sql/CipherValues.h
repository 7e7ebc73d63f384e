// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: QVariants to and from SQLite, as Qt's own SQLite driver stores them.
#pragma once

#include <QMetaType>
#include <QString>
#include <QVariant>
#include <QtSql/qtsqlglobal.h>

struct sqlite3_stmt;

namespace yizhan {

// Null in the eyes of SQL: an invalid or null variant, and a null QString, QByteArray, QDate ... inside one.
bool isNullVariant(const QVariant &value);
// SQLite's result code; SQLITE_MISMATCH for a type that has no form in the database.
int bindVariant(sqlite3_stmt *statement, int index, const QVariant &value);
// Integers as qint64; a real number as the policy wants it; NULL as a null QString variant.
QVariant columnVariant(sqlite3_stmt *statement, int column, QSql::NumericalPrecisionPolicy policy);
// The same value written into SQL text: 'it''s', x'00ff', 1, NULL.
QString literalOf(const QVariant &value, bool trimStrings);
// The type of a column from its declaration ("INTEGER", "varchar(20)"); text for anything unknown.
QMetaType typeOfDeclaration(const QString &declaration);

} // namespace yizhan
