// SPDX-License-Identifier: GPL-3.0-or-later
// Inside server/core only: one connection to PostgreSQL with its prepared statements.
#pragma once

#include "server/core/ServerDatabase.h"

#include <QHash>

#include <libpq-fe.h>

namespace yizhan {

// One thread at a time.
class PostgresConnection final : public SqlSession
{
public:
    static Result<std::unique_ptr<PostgresConnection>> open(const QByteArray &url);
    ~PostgresConnection() override;

    Outcome each(const char *sql, const SqlValues &values, const Take &take) override;
    Result<qint64> run(const char *sql, const SqlValues &values) override;
    Outcome command(const char *sql); // BEGIN, COMMIT, ROLLBACK
    // COPY: pieces as they come, or until there are none.
    Outcome copyOut(const char *sql, const std::function<Outcome(const QByteArray &piece)> &take);
    Outcome copyIn(const char *sql, const std::function<Result<std::optional<QByteArray>>()> &next);

    bool isAlive() const { return PQstatus(m_connection) == CONNECTION_OK; }
    // Alive, and in no transaction: good for whoever comes next.
    bool isFree() const { return isAlive() && PQtransactionStatus(m_connection) == PQTRANS_IDLE; }
    // The last trouble was a conflict with another transaction: the same work may succeed at the next attempt.
    bool mayTryAgain() const { return m_mayTryAgain; }

private:
    struct Clear {
        void operator()(PGresult *result) const { PQclear(result); }
    };
    using Answer = std::unique_ptr<PGresult, Clear>;

    explicit PostgresConnection(PGconn *connection) : m_connection(connection) {}
    Result<QByteArray> prepared(const char *sql);
    Result<Answer> execute(const char *sql, const SqlValues &values);
    Error errorOf(const PGresult *result);

    PGconn *m_connection;
    QHash<QByteArray, QByteArray> m_statements; // text -> name
    bool m_mayTryAgain = false;
};

} // namespace yizhan
