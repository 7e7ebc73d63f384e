// SPDX-License-Identifier: GPL-3.0-or-later
// The storage on PostgreSQL 15 or newer: for a district that has a database cluster, and for several server processes on one.
#pragma once

#include "server/core/ServerDatabase.h"

#include <QByteArray>
#include <memory>
#include <mutex>
#include <vector>

namespace yizhan {

class PostgresConnection;

// Writing is READ COMMITTED with rows locked in the order of their ids and the offices' counters taken last; reading is one
// REPEATABLE READ snapshot. A conflict (40001, 40P01, 23505 of two who made the same row at once) runs the work again.
class PostgresDatabase final : public ServerDatabase
{
public:
    // postgresql://user:password@host:port/database. The cluster is asked once: Offline when it does not answer. The key of 32
    // bytes seals copies.
    static Result<std::unique_ptr<PostgresDatabase>> open(const QString &url, const QByteArray &key);
    ~PostgresDatabase() override;

    Outcome write(const Work &work) override;
    Outcome read(const Work &work) override;
    Outcome prepareSchema() override;
    const char *engine() const override { return "postgresql"; }
    // One sealed file with all rows, read in one snapshot.
    Outcome copyTo(const QString &file) override;
    Outcome copyFrom(const QString &file) override;

private:
    PostgresDatabase(QByteArray url, QByteArray key);
    Result<std::unique_ptr<PostgresConnection>> take();
    void giveBack(std::unique_ptr<PostgresConnection> connection);
    // The work sees the connection itself.
    Outcome transact(const char *begin, const std::function<Outcome(PostgresConnection &connection)> &work);

    const QByteArray m_url;
    const QByteArray m_key;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<PostgresConnection>> m_idle;
};

} // namespace yizhan
