// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/Connection.h"

#include "sql/ConnectionCache.h"
#include "sql/SqlErrors.h"
#include "sql/SqliteErrors.h"

#include <sqlcipher/sqlite3.h>
#include <utility>

namespace yizhan {

namespace {
struct Prepared {
    int code = SQLITE_OK;
    sqlite3_stmt *statement = nullptr; // null for blanks and comments
    const char *tail = nullptr;
};

Prepared prepareFirst(sqlite3 *handle, const char *sql, const char *end, unsigned flags)
{
    Prepared out;
    out.tail = end;
    out.code = sqlite3_prepare_v3(handle, sql, static_cast<int>(end - sql), flags, &out.statement, &out.tail);
    return out;
}

// Whether nothing but blanks, semicolons and comments is left, of which SQLite makes no statement.
bool isEmptySql(sqlite3 *handle, const char *sql, const char *end)
{
    while (sql != end) {
        const Prepared next = prepareFirst(handle, sql, end, 0);
        sqlite3_finalize(next.statement);
        if (next.statement || next.code != SQLITE_OK)
            return false;
        sql = next.tail;
    }
    return true;
}
} // namespace

Connection::Connection(sqlite3 *handle, OpenOptions options)
    : m_handle(handle), m_options(std::move(options)), m_cache(std::make_unique<Cache>())
{}

Connection::~Connection()
{
    m_cache.reset();
    sqlite3_close_v2(m_handle); // a statement that outlives us against the rules is finalized safely all the same
}

Error Connection::errorFor(int sqliteCode) const
{
    const bool last = sqlite3_extended_errcode(m_handle) == sqliteCode;
    const QByteArray message(last ? sqlite3_errmsg(m_handle) : sqlite3_errstr(sqliteCode));
    if (!m_opened)
        return openError(sqliteCode);
    // SQLCipher answers plain SQLITE_ERROR for some pages that it cannot decrypt (an overflow page, a free one). Every
    // other SQLITE_ERROR says what is wrong; one that does not is worth a look at the file.
    if (sqliteCode == SQLITE_ERROR && message == sqlite3_errstr(SQLITE_ERROR) && hasUnreadablePage())
        return errorFromSqlite({SQLITE_CORRUPT, message, m_options.file, false});
    return errorFromSqlite({sqliteCode, message, m_options.file, false});
}

bool Connection::hasUnreadablePage() const
{
    int faults = 0;
    const auto count = [](void *counter, int, char **, char **) {
        ++*static_cast<int *>(counter);
        return 0;
    };
    sqlite3_exec(m_handle, "PRAGMA cipher_integrity_check", count, &faults, nullptr);
    return faults > 0;
}

Error Connection::prepareError(int sqliteCode) const
{
    if (kindOfSqlite(sqliteCode) != ErrorKind::Usage)
        return errorFor(sqliteCode);
    return errorFromSqlite({sqliteCode, sqlite3_errmsg(m_handle), m_options.file, true});
}

Result<Statement> Connection::prepareWith(QByteArrayView sql, unsigned flags)
{
    const char *end = sql.data() + sql.size();
    const Prepared first = prepareFirst(m_handle, sql.data(), end, flags);
    Statement statement(this, first.statement);
    if (first.code != SQLITE_OK)
        return prepareError(first.code);
    if (!first.statement || !isEmptySql(m_handle, first.tail, end))
        return Error(ErrorKind::Usage, sqlerrors::faulty, {QStringLiteral("not exactly one statement")});
    return statement;
}

Result<Statement> Connection::prepare(QByteArrayView sql) { return prepareWith(sql, 0); }

Result<CachedStatement> Connection::cached(QByteArrayView sql)
{
    if (auto found = m_cache->take(sql))
        return CachedStatement(this, std::move(found->first), std::move(found->second));
    Result<Statement> fresh = prepareWith(sql, SQLITE_PREPARE_PERSISTENT);
    if (!fresh)
        return fresh.error();
    return CachedStatement(this, sql.toByteArray(), std::move(*fresh));
}

void Connection::giveBack(QByteArray sql, Statement statement) { m_cache->put(std::move(sql), std::move(statement)); }

Outcome Connection::execute(QByteArrayView sql)
{
    const char *from = sql.data();
    const char *end = from + sql.size();
    while (from != end) {
        const Prepared next = prepareFirst(m_handle, from, end, 0);
        Statement statement(this, next.statement);
        if (next.code != SQLITE_OK)
            return prepareError(next.code);
        if (next.statement) {
            if (Outcome done = statement.run(); !done)
                return done;
        }
        from = next.tail;
    }
    return {};
}

Result<qint64> Connection::scalarInt(QByteArrayView sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return Error(ErrorKind::NotFound, sqlerrors::noRow);
    return statement->int64(0);
}

Result<QString> Connection::scalarText(QByteArrayView sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return Error(ErrorKind::NotFound, sqlerrors::noRow);
    return statement->text(0);
}

Outcome Connection::begin() { return runCached("BEGIN IMMEDIATE"); }

Outcome Connection::beginRead() { return runCached("BEGIN"); }

Outcome Connection::commit() { return runCached("COMMIT"); }

void Connection::rollback()
{
    // After a full disk or a broken read SQLite has rolled back already. A ROLLBACK itself fails only without one.
    if (inTransaction())
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Outcome Connection::runCached(QByteArrayView sql)
{
    Result<CachedStatement> statement = cached(sql);
    if (!statement)
        return statement.error();
    return (*statement)->run();
}

bool Connection::inTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

qint64 Connection::lastInsertRowid() const { return sqlite3_last_insert_rowid(m_handle); }

qint64 Connection::changes() const { return sqlite3_changes64(m_handle); }
qint64 Connection::totalChanges() const { return sqlite3_total_changes64(m_handle); }

void Connection::interrupt() noexcept { sqlite3_interrupt(m_handle); }

void Connection::skipCheckpointOnClose() noexcept { sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }

Result<Transaction> Transaction::begin(Connection &connection)
{
    if (Outcome begun = connection.begin(); !begun)
        return begun.error();
    return Transaction(connection);
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction() { rollback(); }

Outcome Transaction::commit()
{
    if (!m_connection)
        return Error(ErrorKind::Usage, sqlerrors::faulty, {QStringLiteral("the transaction is over")});
    Outcome done = m_connection->commit();
    if (done)
        m_connection = nullptr;
    return done;
}

void Transaction::rollback()
{
    if (m_connection)
        m_connection->rollback();
    m_connection = nullptr;
}

} // namespace yizhan
