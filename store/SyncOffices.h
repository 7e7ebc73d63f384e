// SPDX-License-Identifier: GPL-3.0-or-later
// The offices that this workstation may hold: grants, how far each log was read, reading anew, giving one up.
#pragma once

#include "sql/Connection.h"
#include "store/SyncTypes.h"

#include <functional>
#include <optional>
#include <set>

namespace yizhan {
class ServerCopies;
}

namespace yizhan::syncoffices {

// Ascending by name. Reading or writing connection.
Result<std::vector<OfficeCursor>> all(Connection &connection);
Result<std::optional<OfficeCursor>> find(Connection &connection, const QString &office);

// In a transaction of the caller:
// New grants begin at 0 and are read anew; one of another generation too; one that is gone goes to the list of those to be
// removed. Answers the offices whose rows now have to be removed. A grant that comes back before its rows are gone has to wait
// for that.
Result<QStringList> setGrants(Connection &connection, const std::vector<OfficeGrant> &grants, std::int32_t epoch);
// The cursor goes to 0, and what stands is replaced by what comes, whatever version it has.
Outcome readAnew(Connection &connection, const QString &office, std::int32_t epoch);
Outcome setCursor(Connection &connection, const OfficeCursor &cursor);
Result<QStringList> leaving(Connection &connection);
Outcome gone(Connection &connection, const QString &office);

Outcome noteSeen(Connection &connection, const QString &office, const RecordId &id);
Result<bool> wasSeen(Connection &connection, const QString &office, const RecordId &id);
Outcome endBaseline(Connection &connection, const QString &office);

struct HeldRow {
    RecordId id;
    RecordId root;
};
// At most `limit` rows that belong to the office, server's copy or not: what is to go with a grant. Rows of own cases that were
// never sent go too.
Result<std::vector<HeldRow>> rowsOf(Connection &connection, const QString &log, int limit);
// Rows of the server in this log that were not seen while it was read anew, at most `limit`.
Result<std::vector<HeldRow>> unseenOf(Connection &connection, const QString &log, int limit);
// At the head of the log: rows that the server took from here for this office, and never showed. They have gone meanwhile; a
// first copy begins after the entry that would have said so.
Result<std::vector<HeldRow>> neverShownOf(Connection &connection, ServerCopies &copies, const QString &log);
Result<std::int64_t> countOf(Connection &connection, const QString &log);

// Every row of the log as the server has it, raw ones too; for digests. One statement a kind; `take` answers false to stop.
Outcome forEachServerRow(Connection &connection, const QString &log, const std::function<bool(const DigestRow &row)> &take);

} // namespace yizhan::syncoffices
