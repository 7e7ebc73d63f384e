// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/PostgresConnection.h"

#include "server/core/ServerErrors.h"

#include <QtEndian>

namespace yizhan {
namespace {

constexpr Oid boolType = 16;
constexpr Oid bigintType = 20;
constexpr Oid smallintType = 21;
constexpr Oid integerType = 23;
constexpr int binary = 1;

// "?" -> "$1", "$2" ...; our statements hold no question mark in a text.
QByteArray numbered(QByteArrayView sql)
{
    QByteArray text;
    int parameter = 0;
    for (const char c : sql) {
        if (c == '?')
            text += '$' + QByteArray::number(++parameter);
        else
            text += c;
    }
    return text;
}

class ResultRow final : public SqlRow
{
public:
    explicit ResultRow(const PGresult *result) : m_result(result) {}
    void moveTo(int row) { m_row = row; }

    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column) != 0; }
    qint64 int64(int column) const override
    {
        if (isNull(column))
            return 0;
        const char *raw = PQgetvalue(m_result, m_row, column);
        switch (PQftype(m_result, column)) {
        case boolType: return *raw != 0 ? 1 : 0;
        case smallintType: return qFromBigEndian<qint16>(raw);
        case integerType: return qFromBigEndian<qint32>(raw);
        case bigintType: return qFromBigEndian<qint64>(raw);
        default: return 0;
        }
    }
    QString text(int column) const override { return QString::fromUtf8(bytes(column)); }
    QByteArray bytes(int column) const override
    {
        return QByteArray(PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column));
    }

private:
    const PGresult *m_result;
    int m_row = 0;
};

// Parameters in binary form; all our numbers are BIGINT, so that is what the server infers.
struct Parameters {
    std::vector<QByteArray> held;
    std::vector<const char *> values;
    std::vector<int> lengths;
    std::vector<int> formats;

    explicit Parameters(const SqlValues &from)
    {
        held.reserve(from.size());
        for (const SqlValue &value : from) {
            held.push_back(rawOf(value));
            const bool isNull = std::holds_alternative<std::monostate>(value.data());
            values.push_back(isNull ? nullptr : held.back().constData());
            lengths.push_back(static_cast<int>(held.back().size()));
            formats.push_back(binary);
        }
    }

    static QByteArray rawOf(const SqlValue &value)
    {
        if (const auto *number = std::get_if<qint64>(&value.data())) {
            QByteArray raw(8, Qt::Uninitialized);
            qToBigEndian(*number, raw.data());
            return raw;
        }
        if (const auto *text = std::get_if<QString>(&value.data()))
            return text->toUtf8();
        if (const auto *bytes = std::get_if<QByteArray>(&value.data()))
            return *bytes;
        return {};
    }
};

} // namespace

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const QByteArray &url)
{
    // A host that is gone without a word must not hold a worker for the two hours that the system would wait. What the address
    // itself says comes last and wins.
    const char *const names[] = {
        "connect_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "dbname", nullptr};
    const char *const values[] = {"10", "30", "10", "3", "60000", url.constData(), nullptr};
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(PQconnectdbParams(names, values, 1)));
    if (!connection->isAlive())
        return Error(ErrorKind::Offline, servererrors::storage, {QStringLiteral("connect")});
    // what the cluster's owner set may differ: these decide whether an answer means "kept"
    if (Outcome set = connection->command(
            "SET synchronous_commit = on; SET client_encoding = 'UTF8'; SET statement_timeout = 60000; "
            "SET client_min_messages = warning");
        !set)
        return set.error();
    return connection;
}

PostgresConnection::~PostgresConnection() { PQfinish(m_connection); }

// Only the code of an error leaves: its text may quote a value.
Error PostgresConnection::errorOf(const PGresult *result)
{
    const char *field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const QString state = QString::fromLatin1(field ? field : "");
    const QStringList conflicts{QStringLiteral("40001"), QStringLiteral("40P01"), QStringLiteral("23505"),
                                QStringLiteral("42P07")};
    m_mayTryAgain = conflicts.contains(state);
    if (!isAlive() || state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P")))
        return Error(ErrorKind::Offline, servererrors::storage, {state});
    if (state == QLatin1String("53100"))
        return Error(ErrorKind::DiskFull, servererrors::storage, {state});
    if (state.startsWith(QLatin1String("23")))
        return Error(ErrorKind::Io, servererrors::storage, {state});
    return Error(m_mayTryAgain ? ErrorKind::Busy : ErrorKind::Io, servererrors::storage, {state});
}

Outcome PostgresConnection::command(const char *sql)
{
    m_mayTryAgain = false;
    const Answer answer(PQexec(m_connection, sql));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
        return errorOf(answer.get());
    // a COMMIT of a transaction that failed is answered as a ROLLBACK
    if (QByteArrayView(sql) == "COMMIT" && QByteArrayView(PQcmdStatus(answer.get())) != "COMMIT")
        return Error(ErrorKind::Io, servererrors::storage, {QStringLiteral("rollback")});
    return {};
}

Outcome PostgresConnection::copyOut(const char *sql, const std::function<Outcome(const QByteArray &piece)> &take)
{
    const Answer begun(PQexec(m_connection, sql));
    if (PQresultStatus(begun.get()) != PGRES_COPY_OUT)
        return errorOf(begun.get());
    Outcome outcome;
    char *raw = nullptr;
    int length = 0;
    while ((length = PQgetCopyData(m_connection, &raw, 0)) > 0) {
        if (outcome) // what comes after a failure is read and thrown away: the connection must become free
            outcome = take(QByteArray(raw, length));
        PQfreemem(raw);
    }
    Answer end(PQgetResult(m_connection));
    if (outcome && PQresultStatus(end.get()) != PGRES_COMMAND_OK)
        outcome = errorOf(end.get());
    while (end)
        end.reset(PQgetResult(m_connection));
    return outcome;
}

Outcome PostgresConnection::copyIn(const char *sql, const std::function<Result<std::optional<QByteArray>>()> &next)
{
    const Answer begun(PQexec(m_connection, sql));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        return errorOf(begun.get());
    Result<std::optional<QByteArray>> piece = next();
    while (piece && *piece) {
        if (PQputCopyData(m_connection, (*piece)->constData(), static_cast<int>((*piece)->size())) != 1)
            break;
        piece = next();
    }
    PQputCopyEnd(m_connection, piece ? nullptr : "damaged");
    Answer end(PQgetResult(m_connection));
    Outcome outcome = piece ? Outcome() : Outcome(piece.error());
    if (outcome && PQresultStatus(end.get()) != PGRES_COMMAND_OK)
        outcome = errorOf(end.get());
    while (end)
        end.reset(PQgetResult(m_connection));
    return outcome;
}

Result<QByteArray> PostgresConnection::prepared(const char *sql)
{
    const QByteArray text(sql);
    if (const auto known = m_statements.constFind(text); known != m_statements.constEnd())
        return *known;
    const QByteArray name = "s" + QByteArray::number(m_statements.size());
    const Answer answer(PQprepare(m_connection, name.constData(), numbered(text).constData(), 0, nullptr));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
        return errorOf(answer.get());
    m_statements.insert(text, name);
    return name;
}

Result<PostgresConnection::Answer> PostgresConnection::execute(const char *sql, const SqlValues &values)
{
    m_mayTryAgain = false;
    const Parameters parameters(values);
    // Definitions are not worth a name, and some cannot have one.
    const QByteArrayView text(sql);
    const bool defines = text.startsWith("CREATE") || text.startsWith("ALTER") || text.startsWith("TRUNCATE");
    Answer answer;
    if (defines) {
        answer.reset(PQexec(m_connection, sql));
    } else {
        const Result<QByteArray> name = prepared(sql);
        if (!name)
            return name.error();
        answer.reset(PQexecPrepared(m_connection, name->constData(), static_cast<int>(values.size()), parameters.values.data(),
                                    parameters.lengths.data(), parameters.formats.data(), binary));
    }
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        return errorOf(answer.get());
    return answer;
}

Outcome PostgresConnection::each(const char *sql, const SqlValues &values, const Take &take)
{
    const Result<Answer> answer = execute(sql, values);
    if (!answer)
        return answer.error();
    ResultRow row(answer->get());
    for (int i = 0, count = PQntuples(answer->get()); i < count; ++i) {
        row.moveTo(i);
        if (Outcome taken = take(row); !taken)
            return taken;
    }
    return {};
}

Result<qint64> PostgresConnection::run(const char *sql, const SqlValues &values)
{
    const Result<Answer> answer = execute(sql, values);
    if (!answer)
        return answer.error();
    return QByteArray(PQcmdTuples(answer->get())).toLongLong();
}

} // namespace yizhan
