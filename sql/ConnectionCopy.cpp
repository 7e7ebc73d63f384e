// SPDX-License-Identifier: GPL-3.0-or-later
// The slow work on a whole database: backup, integrity, checkpoints. All of it can be given up.
#include "sql/Connection.h"

#include "sql/ConnectionCache.h"
#include "sql/SqlErrors.h"

#include <sqlcipher/sqlite3.h>

namespace yizhan {

namespace {
constexpr int pagesAStep = 128;          // half a megabyte: milliseconds between two questions whether to go on
constexpr int instructionsAStep = 20000; // of SQLite's virtual machine, for the same reason
constexpr int pauseMs = 10;

Error cancelledError() { return {ErrorKind::Cancelled, sqlerrors::cancelled}; }

// Lets progress interrupt whatever SQL runs while it lives.
class Interruptible
{
public:
    Interruptible(sqlite3 *handle, const SqlProgress &progress) : m_handle(handle), m_progress(progress)
    {
        if (m_progress)
            sqlite3_progress_handler(m_handle, instructionsAStep, &Interruptible::ask, this);
    }
    ~Interruptible() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    Interruptible(const Interruptible &) = delete;
    Interruptible &operator=(const Interruptible &) = delete;

private:
    static int ask(void *self)
    {
        auto *that = static_cast<Interruptible *>(self);
        return that->m_progress(++that->m_steps, 0) ? 0 : 1;
    }

    sqlite3 *m_handle;
    const SqlProgress &m_progress;
    qint64 m_steps = 0;
};

// The rows of a check that are not "ok": how many faults there are. Their text names pages and tables; nobody needs it.
Result<qint64> countFaults(Connection &connection, QByteArrayView check)
{
    Result<Statement> statement = connection.prepare(check);
    if (!statement)
        return statement.error();
    qint64 faults = 0;
    const Outcome read = statement->each([&faults](const Statement &row) {
        if (row.utf8(0) != QByteArrayView("ok"))
            ++faults;
    });
    if (!read)
        return read.error();
    return faults;
}

// Ends the read transaction that keeps the source steady.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection) : m_connection(connection) {}
    ~Snapshot() { m_connection.rollback(); }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

    Outcome take()
    {
        if (Outcome begun = m_connection.beginRead(); !begun)
            return begun;
        const Result<qint64> read = m_connection.scalarInt("SELECT count(*) FROM sqlite_master");
        if (!read)
            return read.error();
        return {};
    }

private:
    Connection &m_connection;
};

int copyPages(sqlite3_backup *backup, const SqlProgress &progress, int patienceMs, bool *cancelled)
{
    int waitedMs = 0;
    for (;;) {
        const int code = sqlite3_backup_step(backup, pagesAStep);
        const bool busy = code == SQLITE_BUSY || code == SQLITE_LOCKED;
        if (code != SQLITE_OK && code != SQLITE_DONE && !busy)
            return code;
        const qint64 total = sqlite3_backup_pagecount(backup);
        const bool goOn = !progress || progress(total - sqlite3_backup_remaining(backup), total);
        if (code == SQLITE_DONE)
            return code;
        if (!goOn) {
            *cancelled = true;
            return SQLITE_INTERRUPT;
        }
        if (busy) {
            if (waitedMs >= patienceMs)
                return code;
            sqlite3_sleep(pauseMs);
            waitedMs += pauseMs;
        }
    }
}
} // namespace

Outcome Connection::backupTo(Connection &target, const SqlProgress &progress)
{
    if (inTransaction() || target.inTransaction())
        return Error(ErrorKind::Usage, sqlerrors::faulty, {QStringLiteral("backup inside a transaction")});
    // Without a snapshot the copy would start over with every change that another connection makes meanwhile.
    Snapshot snapshot(*this);
    if (Outcome taken = snapshot.take(); !taken)
        return taken;
    sqlite3_backup *backup = sqlite3_backup_init(target.m_handle, "main", m_handle, "main");
    if (!backup)
        return target.errorFor(sqlite3_extended_errcode(target.m_handle));
    bool cancelled = false;
    const int code = copyPages(backup, progress, m_options.busyTimeoutMs, &cancelled);
    const int finished = sqlite3_backup_finish(backup);
    if (cancelled)
        return cancelledError();
    if (code == SQLITE_ERROR) // a page of the source that cannot be decrypted; the copy runs no SQL that could be wrong
        return Error(ErrorKind::Corrupt, sqlerrors::damaged, {QString::number(code)});
    if (code != SQLITE_DONE)
        return target.errorFor(code);
    if (finished != SQLITE_OK)
        return target.errorFor(finished);
    return target.checkpoint(CheckpointMode::Truncate);
}

Outcome Connection::checkIntegrity(IntegrityDepth depth, const SqlProgress &progress)
{
    if (progress && !progress(0, 0))
        return cancelledError();
    qint64 faults = 0;
    if (m_options.file != OpenOptions::inMemory()) {
        // Read from the file itself, where a checkpoint of another connection may be writing the very page: only what is
        // wrong twice is wrong.
        for (int attempt = 0; attempt < 2; ++attempt) {
            const Result<qint64> pages = countFaults(*this, "PRAGMA cipher_integrity_check");
            if (!pages)
                return pages.error();
            faults = *pages;
            if (faults == 0)
                break;
        }
    }
    if (faults == 0) {
        const Interruptible interruptible(m_handle, progress);
        const Result<qint64> shape = countFaults(*this, depth == IntegrityDepth::Full ? "PRAGMA integrity_check"
                                                                                      : "PRAGMA quick_check");
        if (!shape)
            return shape.error();
        faults = *shape;
    }
    if (faults > 0)
        return Error(ErrorKind::Corrupt, sqlerrors::damaged, {QString::number(faults)});
    return {};
}

Outcome Connection::checkpoint(CheckpointMode mode)
{
    const bool passive = mode == CheckpointMode::Passive;
    const int code = sqlite3_wal_checkpoint_v2(
        m_handle, "main", passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code == SQLITE_OK || (passive && (code & 0xff) == SQLITE_BUSY)) // somebody else is at it: as good
        return {};
    return errorFor(code);
}

} // namespace yizhan
