// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: values to and from the C API, one way for our statements and for the QtSql driver.
#pragma once

#include "sql/Utf8.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>

struct sqlite3_stmt;

namespace yizhan {

// They return SQLite's result code. Text as described in sql/Statement.h.
int bindText(sqlite3_stmt *statement, int index, QStringView text);
int bindBlob(sqlite3_stmt *statement, int index, QByteArrayView blob);

// Of the present row; a null QString for NULL, a view without bytes for NULL.
QString columnText(sqlite3_stmt *statement, int column);
QByteArrayView columnBlob(sqlite3_stmt *statement, int column);

} // namespace yizhan
