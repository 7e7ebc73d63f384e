// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a change made of a case: rows, server copies, outbox, audit, search; inside the writer's transaction.
#pragma once

#include "store/AuditTrail.h"
#include "store/Change.h"
#include "store/OpenCases.h"
#include "store/Outbox.h"
#include "store/RowMapper.h"
#include "store/StoreContext.h"

namespace yizhan {

class RowWriter
{
public:
    RowWriter(Connection &connection, const StoreContext &context, AuditTrail &audit, Outbox &outbox, const Change &change,
              const RecordId &user, Instant now)
        : m_connection(connection),
          m_context(context),
          m_audit(audit),
          m_outbox(outbox),
          m_change(change),
          m_user(user),
          m_now(now),
          m_inserter(connection)
    {}

    // Sets localRow of new rows and the bookkeeping of changed ones. What was written is added to `written`.
    Outcome writeCase(OpenCase &file, std::vector<ChangeSet::Row> &written);
    // After the last case: one audit row stands for all rows that came from the server or an import.
    Outcome finish();

private:
    Outcome writeRow(OpenCase &file, Record &record, std::vector<ChangeSet::Row> &written);
    Outcome writeNew(const OpenCase &file, Record &record);
    Outcome writeChanged(const OpenCase &file, const Record &before, Record &after, const RowDifference &difference);
    Outcome sendChanges(const OpenCase &file, const Record &before, const Record &after, const RowDifference &difference,
                        FieldVersions &versions, int &unsent);
    Outcome auditRow(const OpenCase &file, const Record &record, const QString &event, const AuditPayload &payload);
    Outcome moveWithdrawn(const OpenCase &file);
    Outcome keepShadowsOfWithdrawn(const RecordSpec &spec, const RecordId &root);

    Connection &m_connection;
    const StoreContext &m_context;
    AuditTrail &m_audit;
    Outbox &m_outbox;
    const Change &m_change;
    RecordId m_user; // null: the program itself
    Instant m_now;
    RowInserter m_inserter;
    std::int64_t m_given = 0;     // rows from the server or an import
    bool m_searchChanged = false; // of the case being written
};

} // namespace yizhan
