// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: turns SQLite's result codes into our errors.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QString>

namespace yizhan {

struct SqliteFailure {
    int code = 0;          // extended result code
    QByteArray message;    // sqlite3_errmsg
    QString file;          // of the connection
    bool preparing = false; // the message speaks of the text of a statement, which holds no values
};

// Everything but NOTADB when a file is opened, which only the file itself can explain (ConnectionOpen.cpp); once a file is
// open, NOTADB means a damaged page.
Error errorFromSqlite(const SqliteFailure &failure);
ErrorKind kindOfSqlite(int code);
// The folder of a file as its user writes it.
QString folderOf(const QString &file);

} // namespace yizhan
