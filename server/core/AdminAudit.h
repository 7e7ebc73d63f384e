// SPDX-License-Identifier: GPL-3.0-or-later
// What administrators did, each entry chained to the one before.
#pragma once

#include "server/core/ServerDatabase.h"
#include "sql/HashChain.h"

#include <QJsonObject>

namespace yizhan::audit {

struct Entry {
    qint64 seq = 0;
    Instant at;
    QString act;
    QJsonObject details; // names of offices, logins and workstations; never text of a case, never a secret
};

// In the transaction of the act itself.
Outcome add(SqlSession &session, Instant now, const QString &act, const QJsonObject &details);
Result<std::vector<Entry>> read(SqlSession &session, qint64 after, int limit);
Result<ChainReport> verify(SqlSession &session);

} // namespace yizhan::audit
