// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/SqliteErrors.h"

#include "sql/SqlErrors.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <sqlcipher/sqlite3.h>

namespace yizhan {

namespace {
// A write that fails with less room than this is taken for a full disk: SQLite says so only for some of its writes, and
// calls the others (the shared memory of the WAL, a new journal file) an I/O error.
constexpr qint64 nearlyNothing = 128 * 1024;

bool noRoomAt(const QString &file)
{
    const QStorageInfo storage(QFileInfo(file).absolutePath());
    return storage.isValid() && storage.isReady() && !storage.isReadOnly() && storage.bytesTotal() > 0
           && storage.bytesAvailable() < nearlyNothing;
}

bool isReadFailure(int code)
{
    return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS
           || code == SQLITE_IOERR_DATA;
}

QString codeText(int code) { return QStringLiteral("%1: %2").arg(code).arg(QLatin1String(sqlite3_errstr(code))); }

// "UNIQUE constraint failed: party.id" -> "UNIQUE: party.id". SQLite names tables, columns and rules here, never values.
QString constraintText(const SqliteFailure &failure)
{
    QString text = QString::fromUtf8(failure.message);
    text.replace(QLatin1String(" constraint failed"), QLatin1String());
    return text.isEmpty() ? codeText(failure.code) : text;
}

// A message about the text of a statement helps whoever wrote it. Statements here hold no values, but should one ever
// do so, neither digits in a row nor anything but plain letters gets out.
QString statementText(const SqliteFailure &failure)
{
    QString out = QString::number(failure.code) + QLatin1String(": ");
    int digits = 0;
    for (const char c : failure.message) {
        const bool digit = c >= '0' && c <= '9';
        digits = digit ? digits + 1 : 0;
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' || c == ':' || c == ' '
                           || c == '(' || c == ')' || c == '"' || c == ',';
        if (plain || (digit && digits <= 3))
            out += QLatin1Char(c);
    }
    return out;
}
} // namespace

QString folderOf(const QString &file) { return QDir::toNativeSeparators(QFileInfo(file).absolutePath()); }

ErrorKind kindOfSqlite(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_SCHEMA: return ErrorKind::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT: return ErrorKind::Corrupt;
    case SQLITE_FULL: return ErrorKind::DiskFull;
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
    case SQLITE_NOLFS:
    case SQLITE_INTERNAL: return ErrorKind::Io;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT: return ErrorKind::Cancelled;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG: return ErrorKind::Constraint;
    default: return ErrorKind::Usage;
    }
}

Error errorFromSqlite(const SqliteFailure &failure)
{
    ErrorKind kind = kindOfSqlite(failure.code);
    const int primary = failure.code & 0xff;
    const bool mayBeRoom = primary == SQLITE_CANTOPEN || (primary == SQLITE_IOERR && !isReadFailure(failure.code));
    if (mayBeRoom && noRoomAt(failure.file))
        kind = ErrorKind::DiskFull;
    switch (kind) {
    case ErrorKind::Busy: return {kind, sqlerrors::busy};
    case ErrorKind::Corrupt: return {kind, sqlerrors::damaged, {codeText(failure.code)}};
    case ErrorKind::DiskFull: return {kind, sqlerrors::diskFull, {folderOf(failure.file)}};
    case ErrorKind::Cancelled: return {kind, sqlerrors::cancelled};
    case ErrorKind::Constraint: return {kind, sqlerrors::constraint, {constraintText(failure)}};
    case ErrorKind::Io:
        if (primary == SQLITE_NOMEM)
            return {kind, sqlerrors::memory};
        return {kind, sqlerrors::io, {folderOf(failure.file), codeText(failure.code)}};
    default: break;
    }
    return {kind, sqlerrors::faulty, {failure.preparing ? statementText(failure) : codeText(failure.code)}};
}

} // namespace yizhan
