// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a database to the newest numbered schema, one transaction a step, and refuses a newer or a foreign file.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <functional>
#include <vector>

namespace yizhan {

class Connection;

struct Migration {
    int number = 0; // from 1, without gaps
    QString name;
    QByteArray sql; // several statements; no BEGIN or COMMIT of its own
};

// The number of the schema is PRAGMA user_version, the owner of the file is PRAGMA application_id.
class Migrator
{
public:
    // Called once, before the first change of a file that has data already: the place for a backup. Its error stops all.
    using BeforeMigration = std::function<Outcome(int fromVersion, int toVersion)>;

    // applicationId: not 0; marks new files and is demanded of old ones.
    Migrator(qint32 applicationId, std::vector<Migration> migrations);

    // Reads "0001_first_tables.sql", ... of a folder (a Qt resource too), sorted by number. NotFound when there is none,
    // Usage for a bad name, a gap or a number that comes twice.
    static Result<std::vector<Migration>> fromFolder(const QString &folder);

    int newest() const;
    // Corrupt when the file is not ours, TooNew (both numbers named) when it is ahead of us; otherwise its version, 0 for
    // an empty database. Changes nothing.
    Result<int> check(Connection &connection) const;
    // check(), then every missing step. Returns the version reached. When a step fails the file stays at the version
    // before it. Two processes may try at once: the second finds nothing left to do. Not in a transaction.
    Result<int> migrate(Connection &connection, const BeforeMigration &before = {}) const;

private:
    Outcome apply(Connection &connection, const Migration &step) const;

    qint32 m_applicationId;
    std::vector<Migration> m_migrations;
};

} // namespace yizhan
