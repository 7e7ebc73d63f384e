// SPDX-License-Identifier: GPL-3.0-or-later
// Looks into a workstation's database past the product's own code: which rows lie there, whose they are, what waits.
#pragma once

#include "base/Id.h"
#include "records/Kind.h"
#include "sql/Connection.h"
#include "store/SyncTypes.h"

#include <map>
#include <vector>

namespace yizhan::simulation {

class Inspector
{
public:
    struct Row {
        Kind kind = Kind::None;
        RecordId id;
        RecordId root;
        QString office;
        std::int64_t version = 0;
        int unsent = 0;
        bool withdrawn = false;
    };

    // Opens with the password of a user of that store; an error ends the process, for nothing could be checked then.
    Inspector(const QString &folder, const QString &login, const QString &password);

    // All rows, cases with their children, in the order of their ids.
    std::vector<Row> rows() const;
    std::vector<OutboxRow> unsent() const;
    std::int64_t number(const QByteArray &sql) const;
    std::vector<RecordId> ids(const QByteArray &sql) const;

private:
    std::unique_ptr<Connection> m_connection;
    QByteArray m_everyRow;
};

} // namespace yizhan::simulation
