// SPDX-License-Identifier: GPL-3.0-or-later
// Opening: the library, the key and the file are judged before anything is written.
#include "sql/Connection.h"

#include "sql/ConnectionCache.h"
#include "sql/RawKey.h"
#include "sql/SqlErrors.h"
#include "sql/SqliteErrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVersionNumber>
#include <sqlcipher/sqlite3.h>

namespace yizhan {

namespace {
constexpr qint64 pageSize = 4096; // SQLCipher 4's own; the first page holds salt and header

int openFlags(OpenOptions::Access access)
{
    // One thread at a time is our rule, so SQLite needs no mutex a connection.
    constexpr int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case OpenOptions::Access::ReadOnly: return common | SQLITE_OPEN_READONLY;
    case OpenOptions::Access::ReadWrite: return common | SQLITE_OPEN_READWRITE;
    case OpenOptions::Access::Create: break;
    }
    return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

// SQLite takes a file of one byte at most for a new database, and throws away the WAL beside it: not with our data.
Outcome judgeFile(const OpenOptions &options)
{
    const QFileInfo file(options.file);
    const bool mayBeNew = options.access == OpenOptions::Access::Create;
    if (!file.exists()) {
        if (mayBeNew)
            return {};
        return Error(ErrorKind::NotFound, sqlerrors::missing, {QDir::toNativeSeparators(options.file)});
    }
    const bool hasWal = QFileInfo(options.file + QLatin1String("-wal")).size() > 0;
    const bool isBlank = file.isFile() && file.size() <= 1;
    if (isBlank && (file.size() == 1 || !mayBeNew || hasWal))
        return Error(ErrorKind::Corrupt, sqlerrors::cutOff, {QString::number(file.size())});
    return {};
}

// SQLite would let everybody on the computer read a new file; the log beside it takes over what the file has. Where this
// fails, SQLite says why.
void makeForOwnerOnly(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        file.close();
}

bool isPlainSqlite(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArrayView("SQLite format 3\0", 16);
}
} // namespace

QString OpenOptions::inMemory() { return QStringLiteral(":memory:"); }

Outcome requireCipherLibrary(const QString &cipherVersion, bool hasFts5)
{
    const QVersionNumber version = QVersionNumber::fromString(cipherVersion);
    if (hasFts5 && version >= QVersionNumber(4, 6))
        return {};
    return Error(
        ErrorKind::Usage, sqlerrors::library,
        {version.isNull() ? QStringLiteral("?") : version.toString(), hasFts5 ? QStringLiteral("yes") : QStringLiteral("no")});
}

Result<std::unique_ptr<Connection>> Connection::open(const OpenOptions &options)
{
    const bool inMemory = options.file == OpenOptions::inMemory();
    if (options.key.size() != RawKey::size && !(inMemory && options.key.isEmpty()))
        return Error(ErrorKind::Usage, sqlerrors::badKey, {QString::number(options.key.size())});
    if (!inMemory) {
        if (Outcome judged = judgeFile(options); !judged)
            return judged.error();
        if (options.access == OpenOptions::Access::Create)
            makeForOwnerOnly(options.file);
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(options.file.toUtf8().constData(), &handle, openFlags(options.access), nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle, options));
    if (code != SQLITE_OK)
        return connection->openError(code);
    sqlite3_busy_timeout(handle, options.busyTimeoutMs);
    for (const auto step :
         {&Connection::requireLibrary, &Connection::applyKey, &Connection::firstRead, &Connection::configure}) {
        if (Outcome done = (connection.get()->*step)(); !done)
            return done.error();
    }
    connection->m_opened = true;
    return connection;
}

Outcome Connection::requireLibrary()
{
    const Result<QString> version = scalarText("PRAGMA cipher_version");
    return requireCipherLibrary(version ? *version : QString(), sqlite3_compileoption_used("ENABLE_FTS5") != 0);
}

Outcome Connection::applyKey()
{
    if (m_options.key.isEmpty())
        return {};
    const RawKey key(m_options.key);
    m_options.key.clear();
    const int code = sqlite3_key_v2(m_handle, "main", key.text(), key.length());
    if (code != SQLITE_OK)
        return openError(code);
    // SQLCipher would write a line to standard error for every page it cannot read; errors are values here. The first
    // key of a process resets the level, so this comes after it.
    return execute("PRAGMA cipher_log_level=NONE");
}

Outcome Connection::firstRead()
{
    const Result<qint64> tables = scalarInt("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return tables.error();
    return {};
}

Outcome Connection::configure()
{
    // Sorting and temporary tables never touch a disk, where they would be in the clear. No memory mapping: pages are
    // decrypted anyway, and a mapped file that shrinks kills the process. SQLCipher's memory lock stays off, its default:
    // it would lock every page in memory, beyond what an ordinary user is allowed.
    const QByteArray settings = "PRAGMA temp_store=MEMORY;PRAGMA mmap_size=0;PRAGMA synchronous=FULL;PRAGMA cache_size=-"
                                + QByteArray::number(m_options.cacheKib)
                                + ";PRAGMA wal_autocheckpoint=" + QByteArray::number(m_options.walAutocheckpointPages)
                                + ";PRAGMA foreign_keys=" + (m_options.foreignKeys ? "ON" : "OFF");
    if (Outcome done = execute(settings); !done)
        return done;
    if (isReadOnly())
        return {};
    // SQLite silently opens for reading what it may not write.
    if (sqlite3_db_readonly(m_handle, "main") == 1)
        return errorFromSqlite({SQLITE_READONLY, {}, m_options.file, false});
    if (Outcome done = execute("PRAGMA secure_delete=ON"); !done)
        return done;
    const Result<QString> mode = scalarText("PRAGMA journal_mode=WAL");
    if (!mode)
        return mode.error();
    if (*mode != QLatin1String("wal") && *mode != QLatin1String("memory"))
        return Error(ErrorKind::Io, sqlerrors::io, {folderOf(m_options.file), *mode});
    return {};
}

// An unreadable first page can mean four things; the file tells them apart.
Error Connection::openError(int sqliteCode) const
{
    if ((sqliteCode & 0xff) == SQLITE_NOTADB) {
        const qint64 size = QFileInfo(m_options.file).size();
        if (isPlainSqlite(m_options.file))
            return {ErrorKind::Corrupt, sqlerrors::notEncrypted};
        if (size < pageSize)
            return {ErrorKind::Corrupt, sqlerrors::cutOff, {QString::number(size)}};
        if (!m_options.keyIsProven)
            return {ErrorKind::WrongKey, sqlerrors::wrongKey};
    }
    return errorFromSqlite({sqliteCode, sqlite3_errmsg(m_handle), m_options.file, false});
}

Outcome Connection::rekey(QByteArrayView newKey)
{
    if (newKey.size() != RawKey::size)
        return Error(ErrorKind::Usage, sqlerrors::badKey, {QString::number(newKey.size())});
    if (inTransaction())
        return Error(ErrorKind::Usage, sqlerrors::faulty, {QStringLiteral("rekey inside a transaction")});
    const RawKey key(newKey);
    const int code = sqlite3_rekey_v2(m_handle, "main", key.text(), key.length());
    if (code != SQLITE_OK)
        return errorFor(code);
    return {};
}

} // namespace yizhan
