// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as the server has them beside rows as people see them: finding both, replaying own operations, writing whole rows.
#pragma once

#include "records/FieldVersions.h"
#include "records/Record.h"
#include "sql/Connection.h"
#include "store/SyncTypes.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace yizhan {

// The log that a row belongs to: its office, or the district's.
QString logOf(const Record &row);

// The server's copy of a row with its group versions; `row` is null when the server has none, as far as is known here.
struct ServerCopy {
    Record row;
    FieldVersions versions;
};

// A row as it stands here. A row that no operation is ahead of is the server's copy itself; a row of version 0 is not on the
// server yet.
struct StandingRow {
    Record typed; // null: no such row here
    FieldVersions versions;
    ServerCopy server;
    bool hasShadow = false;
};

// Own operations that the server's copy does not contain yet: unsent ones, and taken ones whose page has not come.
struct OpenOperation {
    OutboxRow row;
    bool unsent = true;
};

class ServerCopies
{
public:
    explicit ServerCopies(Connection &connection) : m_connection(connection) {}

    // By id; `spec` where it is known, otherwise every table is asked. A row that is not there is answered as null. Also
    // looks for its open operations.
    Result<StandingRow> find(const RecordId &id, const RecordSpec *spec = nullptr);
    // Before anything else, and after the queue was changed elsewhere.
    Outcome loadOpen();
    // Reads the open operations of a row, once; kept up by settle(). What is asked below is known of such rows only: after a
    // day without a line the queue is long, and a page touches little of it.
    Outcome lookFor(const RecordId &id);
    bool isOpen(const RecordId &id) const { return m_open.count(id) > 0; }
    const std::vector<OpenOperation> &openOf(const RecordId &id) const;
    // The office that an open Transfer operation gives to a case; null text if there is none.
    QString transferOf(const RecordId &root) const;
    // A page brought the row in this version: operations taken up to it are in the server's copy now.
    Outcome settle(const RecordId &id, std::int64_t version);

    // The row as people see it: the server's copy with the open operations on top; null if nothing is left.
    Record viewOf(const ServerCopy &copy, const RecordId &id) const;
    int unsentOf(const RecordId &id) const;

    // Rows of the case that are ahead of the server's copy.
    Outcome addShadowed(const RecordId &root, std::set<RecordId> &rows);
    Outcome writeShadow(const ServerCopy &copy);
    Outcome dropShadow(const RecordId &id);
    // The whole row, derived columns too; sets localRow of a new one.
    Outcome write(Record &row, const FieldVersions &versions, int unsent);
    // The typed row and its shadow.
    Outcome remove(const Record &typed);

private:
    Connection &m_connection;
    bool m_anyOpen = true;
    std::map<RecordId, std::vector<OpenOperation>> m_open;
    std::set<RecordId> m_lookedFor;
    std::optional<CachedStatement> m_selectOpen;
    std::map<const RecordSpec *, CachedStatement> m_inserts;
    std::map<const RecordSpec *, CachedStatement> m_updates;
    std::map<const RecordSpec *, CachedStatement> m_selects;
    bool m_anyShadow = true;
};

// The columns of OutboxRow in the order readOutboxRow() expects: "n, txn, act, ..."; for a SELECT ... FROM outbox.
const QByteArray &outboxColumns();
inline constexpr int outboxColumnCount = 17;
OutboxRow readOutboxRow(const Statement &row);

DigestRow digestRowOf(const Record &row);

} // namespace yizhan
