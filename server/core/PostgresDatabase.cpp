// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/PostgresDatabase.h"

#include "server/core/PostgresConnection.h"
#include "server/core/Schema.h"
#include "server/core/SealedStream.h"
#include "server/core/ServerErrors.h"

namespace yizhan {
namespace {

constexpr int attempts = 10;
constexpr std::size_t mostIdle = 16;

} // namespace

Result<std::unique_ptr<PostgresDatabase>> PostgresDatabase::open(const QString &url, const QByteArray &key)
{
    std::unique_ptr<PostgresDatabase> database(new PostgresDatabase(url.toUtf8(), key));
    Result<std::unique_ptr<PostgresConnection>> first = database->take();
    if (!first)
        return first.error();
    database->giveBack(std::move(*first));
    return database;
}

PostgresDatabase::PostgresDatabase(QByteArray url, QByteArray key) : m_url(std::move(url)), m_key(std::move(key)) {}

PostgresDatabase::~PostgresDatabase() = default;

Result<std::unique_ptr<PostgresConnection>> PostgresDatabase::take()
{
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        if (!m_idle.empty()) {
            std::unique_ptr<PostgresConnection> connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
    }
    return PostgresConnection::open(m_url);
}

void PostgresDatabase::giveBack(std::unique_ptr<PostgresConnection> connection)
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    if (!connection->isAlive())
        m_idle.clear(); // the cluster went away: the others are dead as well
    else if (connection->isFree() && m_idle.size() < mostIdle)
        m_idle.push_back(std::move(connection));
}

Outcome PostgresDatabase::transact(const char *begin, const std::function<Outcome(PostgresConnection &connection)> &work)
{
    Outcome outcome;
    bool wasCutOff = false;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        Result<std::unique_ptr<PostgresConnection>> connection = take();
        if (!connection)
            return connection.error();
        outcome = (*connection)->command(begin);
        const bool begun = outcome.has_value();
        if (begun)
            outcome = work(**connection);
        bool again = !outcome && (*connection)->mayTryAgain();
        if (begun && outcome) {
            outcome = (*connection)->command("COMMIT");
            again = !outcome && (*connection)->mayTryAgain();
        } else if (begun) {
            static_cast<void>((*connection)->command("ROLLBACK"));
        }
        // A connection that was cut off while it was idle has done nothing yet.
        again = again || (!begun && !wasCutOff);
        wasCutOff = wasCutOff || !begun;
        giveBack(std::move(*connection));
        if (!again)
            return outcome;
    }
    return Error(ErrorKind::Busy, servererrors::storage, outcome ? QStringList() : outcome.error().details);
}

Outcome PostgresDatabase::write(const Work &work)
{
    return transact("BEGIN ISOLATION LEVEL READ COMMITTED",
                    [&work](PostgresConnection &connection) { return work(connection); });
}

Outcome PostgresDatabase::read(const Work &work)
{
    return transact("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                    [&work](PostgresConnection &connection) { return work(connection); });
}

Outcome PostgresDatabase::prepareSchema()
{
    return write([](SqlSession &session) { return schema::prepare(session, schema::Engine::Postgres); });
}

namespace {

Result<std::vector<QByteArray>> tablesOf(SqlSession &session)
{
    std::vector<QByteArray> tables;
    const Outcome read = session.each("SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = "
                                      "'public' ORDER BY 1",
                                      {}, [&tables](const SqlRow &row) {
                                          tables.push_back(row.bytes(0));
                                          return Outcome();
                                      });
    return read ? Result<std::vector<QByteArray>>(std::move(tables)) : Result<std::vector<QByteArray>>(read.error());
}

} // namespace

// Messages of the file: "T" and a table's name, then "D" and pieces of what COPY gives of it.
Outcome PostgresDatabase::copyTo(const QString &file)
{
    return transact("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [&](PostgresConnection &connection) -> Outcome {
        const Result<std::vector<QByteArray>> tables = tablesOf(connection);
        if (!tables)
            return tables.error();
        Result<std::unique_ptr<SealedWriter>> out = SealedWriter::open(file, m_key);
        if (!out)
            return out.error();
        for (const QByteArray &table : *tables) {
            if (Outcome named = (*out)->add('T' + table); !named)
                return named;
            const QByteArray sql = "COPY " + table + " TO STDOUT (FORMAT binary)";
            const Outcome copied = connection.copyOut(sql.constData(),
                                                      [&out](const QByteArray &piece) { return (*out)->add('D' + piece); });
            if (!copied)
                return copied;
        }
        return (*out)->finish();
    });
}

Outcome PostgresDatabase::copyFrom(const QString &file)
{
    if (Outcome prepared = prepareSchema(); !prepared)
        return prepared;
    return transact("BEGIN ISOLATION LEVEL READ COMMITTED", [&](PostgresConnection &connection) -> Outcome {
        const Result<std::vector<QByteArray>> tables = tablesOf(connection);
        Result<std::unique_ptr<SealedReader>> in = SealedReader::open(file, m_key);
        if (!tables || !in)
            return tables ? in.error() : tables.error();
        for (const QByteArray &table : *tables) {
            if (Outcome emptied = connection.command(("TRUNCATE " + table).constData()); !emptied)
                return emptied;
        }
        Result<std::optional<QByteArray>> message = (*in)->next();
        while (message && *message) {
            const QByteArray table = (*message)->mid(1);
            if (!(*message)->startsWith('T') || std::find(tables->begin(), tables->end(), table) == tables->end())
                return Error(ErrorKind::Corrupt, servererrors::notABackup, {file});
            const QByteArray sql = "COPY " + table + " FROM STDIN (FORMAT binary)";
            const Outcome copied = connection.copyIn(sql.constData(), [&]() -> Result<std::optional<QByteArray>> {
                message = (*in)->next();
                if (!message || !*message || !(*message)->startsWith('D'))
                    return message ? Result<std::optional<QByteArray>>(std::optional<QByteArray>()) : message;
                return std::optional<QByteArray>((*message)->mid(1));
            });
            if (!copied)
                return copied;
        }
        return message ? Outcome() : Outcome(message.error());
    });
}

} // namespace yizhan
