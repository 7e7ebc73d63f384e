// SPDX-License-Identifier: GPL-3.0-or-later
// One encrypted database connection, opened safely, with every failure as an Error of the right kind.
#pragma once

#include "sql/Statement.h"

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <functional>
#include <memory>
#include <tuple>

struct sqlite3;

namespace yizhan {

// Called now and then with what is done of the total (the same unit, total 0 = unknown); false gives up: Cancelled.
using SqlProgress = std::function<bool(qint64 done, qint64 total)>;

struct OpenOptions {
    enum class Access {
        ReadOnly,  // the file must exist
        ReadWrite, // the file must exist
        Create     // made when missing
    };
    static QString inMemory(); // the file name of a database without a file

    QString file;
    QByteArray key; // 32 bytes, the AES key itself; empty only for inMemory()
    Access access = Access::ReadWrite;
    // The key came out of a sealed slot, so it is the right one: an unreadable first page is then Corrupt, not WrongKey.
    bool keyIsProven = false;
    int busyTimeoutMs = 5000;
    int walAutocheckpointPages = 1000; // 0: never by itself; the owner calls checkpoint()
    int cacheKib = 8 * 1024;
    bool foreignKeys = true;
};

// Usage, naming both, unless SQLCipher is 4.6 or newer and has FTS5; open() asks it of the library it runs on.
Outcome requireCipherLibrary(const QString &cipherVersion, bool hasFts5);

// The values of Connection::each(), for parameters 1, 2, 3 ... in turn. Only inside the call: they are not copied.
template <class... Values>
std::tuple<const Values &...> with(const Values &...values)
{
    return std::tie(values...);
}

enum class CheckpointMode {
    Passive, // what can be done without waiting for anybody
    Truncate // waits for readers, then empties the WAL: nothing of the past is left in it
};

enum class IntegrityDepth {
    Quick, // the authentication code of every page, and the shape of every table
    Full   // and that every index agrees with its table
};

// Thread: one at a time; only interrupt() may be called from another one while the connection lives.
//
// Every connection has: WAL, synchronous=FULL, temporary data in memory, no memory mapping, and overwrites what is deleted
// (secure_delete: dropping a table takes three times as long, everything else measured the same).
// SQLCipher before 4.6 or without FTS5 is refused. Nothing is ever deleted or changed because a check failed.
//
// Kinds of errors: WrongKey, Busy, Corrupt (also: a plain SQLite file, an empty or truncated one), DiskFull, Io (the
// folder is named), Constraint (table and columns are named), Cancelled (interrupted), Usage (faulty SQL). Details name
// tables, columns, folders and numbers; never a value.
class Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const OpenOptions &options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // Exactly one statement.
    Result<Statement> prepare(QByteArrayView sql);
    // The same from the cache (keyed by the text, the least recently used goes first).
    Result<CachedStatement> cached(QByteArrayView sql);
    // Statement::each() of one from the cache: each("SELECT id FROM party WHERE root = ?", with(root), take). take may use
    // this connection, the same SQL included.
    template <class... Values, class Take>
    Outcome each(QByteArrayView sql, const std::tuple<const Values &...> &values, Take &&take)
    {
        Result<CachedStatement> statement = cached(sql);
        if (!statement)
            return statement.error();
        std::apply([&](const auto &...value) { (*statement)->bindAll(value...); }, values);
        return (*statement)->each(take);
    }
    template <class Take>
    Outcome each(QByteArrayView sql, Take &&take)
    {
        return each(sql, with(), take);
    }
    // Any number of statements without parameters; rows are thrown away. Stops at the first that fails.
    Outcome execute(QByteArrayView sql);
    // The first column of the first row; NotFound when there is no row, 0 for NULL.
    Result<qint64> scalarInt(QByteArrayView sql);
    Result<QString> scalarText(QByteArrayView sql);

    // BEGIN IMMEDIATE: a transaction that starts by reading and writes later fails at once when another one wrote in
    // between, whatever the busy timeout says. Prefer class Transaction.
    Outcome begin();
    // A steady view for several reads; the only kind of transaction a ReadOnly connection can have.
    Outcome beginRead();
    Outcome commit(); // on error the transaction stays open
    void rollback();  // no transaction: does nothing
    bool inTransaction() const;

    qint64 lastInsertRowid() const;
    qint64 changes() const;      // rows changed by the last INSERT, UPDATE or DELETE
    qint64 totalChanges() const; // by all of them since the connection was opened, those inside virtual tables too

    // Makes what is running now answer Cancelled; nothing happens when nothing runs. Any thread.
    void interrupt() noexcept;

    // Encrypts the file anew with another key of 32 bytes, in one transaction; needs as much room again. Not in a
    // transaction. The connection goes on with the new key.
    Outcome rekey(QByteArrayView newKey);
    // Busy when readers or writers were in the way of Truncate.
    Outcome checkpoint(CheckpointMode mode);

    // For locking in a hurry: closing leaves the WAL as it is; the next one to open the file brings it home.
    void skipCheckpointOnClose() noexcept;

    // Copies the whole database, consistently, as it is now, while others go on writing; pages are counted
    // in progress. This connection must not be in a transaction. The target
    // must be an open connection (its key is kept: another key than the source's is fine) and is overwritten.
    Outcome backupTo(Connection &target, const SqlProgress &progress = {});
    // Corrupt names the number of faults. The pages' authentication codes are checked in one stretch (a few seconds a
    // gigabyte) during which progress is not asked.
    Outcome checkIntegrity(IntegrityDepth depth, const SqlProgress &progress = {});

    QString file() const { return m_options.file; }
    bool isReadOnly() const { return m_options.access == OpenOptions::Access::ReadOnly; }
    sqlite3 *handle() const { return m_handle; }

    // The Error for a result code of this connection's handle, for code that calls the C API itself.
    Error errorFor(int sqliteCode) const;

private:
    friend class CachedStatement;
    struct Cache;

    Connection(sqlite3 *handle, OpenOptions options);
    Outcome applyKey();
    Outcome requireLibrary();
    Outcome configure();
    Outcome firstRead();
    Error openError(int sqliteCode) const;
    Error prepareError(int sqliteCode) const;
    bool hasUnreadablePage() const;
    Result<Statement> prepareWith(QByteArrayView sql, unsigned flags);
    Outcome runCached(QByteArrayView sql);
    void giveBack(QByteArray sql, Statement statement);

    sqlite3 *m_handle = nullptr;
    OpenOptions m_options;
    bool m_opened = false;
    std::unique_ptr<Cache> m_cache;
};

// BEGIN IMMEDIATE now, rolled back at the end of the scope unless committed.
class Transaction
{
public:
    static Result<Transaction> begin(Connection &connection);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    Outcome commit(); // Usage when it is over already
    void rollback();

private:
    explicit Transaction(Connection &connection) : m_connection(&connection) {}
    Connection *m_connection;
};

} // namespace yizhan
