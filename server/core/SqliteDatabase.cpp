// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/SqliteDatabase.h"

#include "server/core/Schema.h"
#include "server/core/ServerErrors.h"
#include "sql/Connection.h"

#include <sodium.h>

namespace yizhan {
namespace {

constexpr std::size_t largestGroup = 64;
constexpr int checkpointPages = 8192; // 32 MB: a checkpoint now and then, not after each batch
constexpr int writerCacheKib = 64 * 1024;
constexpr std::size_t idleReaders = 8;

class StatementRow final : public SqlRow
{
public:
    explicit StatementRow(const Statement &statement) : m_statement(statement) {}
    bool isNull(int column) const override { return m_statement.isNull(column); }
    qint64 int64(int column) const override { return m_statement.int64(column); }
    QString text(int column) const override { return m_statement.text(column); }
    QByteArray bytes(int column) const override { return m_statement.blob(column); }

private:
    const Statement &m_statement;
};

class ConnectionSession final : public SqlSession
{
public:
    explicit ConnectionSession(Connection &connection) : m_connection(connection) {}

    Outcome each(const char *sql, const SqlValues &values, const Take &take) override
    {
        Result<CachedStatement> statement = bound(sql, values);
        if (!statement)
            return statement.error();
        return (*statement)->each([&take](const Statement &row) { return take(StatementRow(row)); });
    }

    Result<qint64> run(const char *sql, const SqlValues &values) override
    {
        Result<CachedStatement> statement = bound(sql, values);
        if (!statement)
            return statement.error();
        if (Outcome done = (*statement)->run(); !done)
            return done.error();
        return m_connection.changes();
    }
    bool isOnlyWriter() const override { return true; }

private:
    Result<CachedStatement> bound(const char *sql, const SqlValues &values)
    {
        QByteArrayView text(sql);
        constexpr QByteArrayView lock(" FOR UPDATE");
        if (text.endsWith(lock))
            text.chop(lock.size());
        Result<CachedStatement> statement = m_connection.cached(text);
        if (!statement)
            return statement;
        int index = 0;
        for (const SqlValue &value : values) {
            ++index;
            if (const auto *number = std::get_if<qint64>(&value.data()))
                (*statement)->bind(index, *number);
            else if (const auto *string = std::get_if<QString>(&value.data()))
                (*statement)->bind(index, *string);
            else if (const auto *blob = std::get_if<QByteArray>(&value.data()))
                (*statement)->bind(index, *blob);
            else
                (*statement)->bind(index, std::nullopt);
        }
        return statement;
    }

    Connection &m_connection;
};

OpenOptions optionsFor(const QString &file, const QByteArray &key)
{
    OpenOptions options;
    options.file = file.isEmpty() ? OpenOptions::inMemory() : file;
    options.key = file.isEmpty() ? QByteArray() : key;
    options.access = OpenOptions::Access::Create;
    options.walAutocheckpointPages = checkpointPages;
    options.cacheKib = writerCacheKib;
    return options;
}

} // namespace

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const QString &file, const QByteArray &key)
{
    Result<std::unique_ptr<Connection>> writer = Connection::open(optionsFor(file, key));
    if (!writer)
        return writer.error();
    return std::unique_ptr<SqliteDatabase>(new SqliteDatabase(file, key, std::move(*writer)));
}

SqliteDatabase::SqliteDatabase(QString file, QByteArray key, std::unique_ptr<Connection> writer)
    : m_file(std::move(file)), m_key(std::move(key)), m_writer(std::move(writer))
{}

SqliteDatabase::~SqliteDatabase() = default;

Outcome SqliteDatabase::write(const Work &work)
{
    Job job;
    job.work = &work;
    std::unique_lock<std::mutex> lock(m_mutex);
    m_queue.push_back(&job);
    while (!job.done) {
        m_changed.wait(lock, [&] { return job.done || !m_leading; });
        if (job.done)
            break;
        // Whoever finds the writer free writes for all who wait: one commit, one sync of the disk.
        m_leading = true;
        std::vector<Job *> group;
        while (!m_queue.empty() && group.size() < largestGroup) {
            group.push_back(m_queue.front());
            m_queue.pop_front();
        }
        lock.unlock();
        runGroup(group);
        lock.lock();
        for (Job *finished : group)
            finished->done = true;
        m_leading = false;
        m_changed.notify_all();
    }
    return job.outcome;
}

void SqliteDatabase::runGroup(const std::vector<Job *> &group)
{
    Outcome whole = m_writer->begin();
    if (whole) {
        bool anything = false;
        for (Job *job : group) {
            job->outcome = runInSavepoint(*job);
            anything = anything || job->outcome.has_value();
        }
        if (anything)
            whole = m_writer->commit();
        if (!anything || !whole)
            m_writer->rollback();
    }
    for (Job *job : group) {
        if (!whole && job->outcome)
            job->outcome = whole;
    }
}

// One that fails takes nobody else along.
Outcome SqliteDatabase::runInSavepoint(Job &job)
{
    ConnectionSession session(*m_writer);
    if (Outcome begun = session.done("SAVEPOINT job", {}); !begun)
        return begun;
    const Outcome outcome = (*job.work)(session);
    if (!m_writer->inTransaction()) // SQLite gave the whole transaction up: disk full, damaged file
        return outcome ? Outcome(Error(ErrorKind::Io, servererrors::storage, {QStringLiteral("rollback")})) : outcome;
    if (!outcome) {
        if (Outcome undone = session.done("ROLLBACK TO job", {}); !undone)
            return undone;
    }
    if (Outcome released = session.done("RELEASE job", {}); !released)
        return released;
    return outcome;
}

Outcome SqliteDatabase::read(const Work &work)
{
    if (m_file.isEmpty()) { // in memory there is only the one connection
        return write(work);
    }
    Result<std::unique_ptr<Connection>> reader = takeReader();
    if (!reader)
        return reader.error();
    Outcome outcome = (*reader)->beginRead();
    if (outcome) {
        ConnectionSession session(**reader);
        outcome = work(session);
        (*reader)->rollback();
    }
    giveBack(std::move(*reader));
    return outcome;
}

Result<std::unique_ptr<Connection>> SqliteDatabase::takeReader()
{
    {
        const std::lock_guard<std::mutex> lock(m_readersMutex);
        if (!m_readers.empty()) {
            std::unique_ptr<Connection> reader = std::move(m_readers.back());
            m_readers.pop_back();
            return reader;
        }
    }
    OpenOptions options = optionsFor(m_file, m_key);
    options.access = OpenOptions::Access::ReadOnly;
    options.keyIsProven = true;
    options.cacheKib = writerCacheKib / 4;
    return Connection::open(options);
}

void SqliteDatabase::giveBack(std::unique_ptr<Connection> reader)
{
    const std::lock_guard<std::mutex> lock(m_readersMutex);
    if (m_readers.size() < idleReaders)
        m_readers.push_back(std::move(reader));
}

Outcome SqliteDatabase::prepareSchema()
{
    return write([](SqlSession &session) { return schema::prepare(session, schema::Engine::Sqlite); });
}

Outcome SqliteDatabase::copyTo(const QString &file)
{
    if (m_file.isEmpty())
        return Error(ErrorKind::Usage, servererrors::files, {file});
    OpenOptions options = optionsFor(file, m_key);
    Result<std::unique_ptr<Connection>> target = Connection::open(options);
    if (!target)
        return target.error();
    Result<std::unique_ptr<Connection>> source = takeReader();
    if (!source)
        return source.error();
    Outcome copied = (*source)->backupTo(**target);
    giveBack(std::move(*source));
    if (copied)
        copied = (*target)->checkIntegrity(IntegrityDepth::Quick);
    return copied ? (*target)->checkpoint(CheckpointMode::Truncate) : copied;
}

Outcome SqliteDatabase::copyFrom(const QString &file)
{
    OpenOptions options = optionsFor(file, m_key);
    options.access = OpenOptions::Access::ReadOnly;
    Result<std::unique_ptr<Connection>> source = Connection::open(options);
    if (!source)
        return source.error();
    if (Outcome whole = (*source)->checkIntegrity(IntegrityDepth::Full); !whole)
        return whole;
    {
        const std::lock_guard<std::mutex> lock(m_readersMutex);
        m_readers.clear();
    }
    return (*source)->backupTo(*m_writer);
}

} // namespace yizhan
