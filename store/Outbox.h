// SPDX-License-Identifier: GPL-3.0-or-later
// What still has to reach the server: one operation for each merge group that changed, and the server's copy of changed rows.
#pragma once

#include "records/FieldVersions.h"
#include "records/Record.h"
#include "sql/Connection.h"

#include <QString>
#include <optional>

namespace yizhan {

// Numbers on the wire; never reused.
enum class OutboxAct : std::uint8_t { Create = 1, Set = 2, Withdraw = 3, Restore = 4, Append = 5, Transfer = 6 };
enum class OutboxState : std::uint8_t {
    Unsent = 0,
    Taken = 1, // from here on: answered, not yet durable
    Conflict = 2,
    Refused = 3,
    Noted = 4 // was Conflict or Refused; a person has read it and wants no more of it
};

struct OutboxEntry {
    OutboxAct act = OutboxAct::Set;
    GroupKey group = 0; // Set; withdrawnGroup for Withdraw and Restore
    QByteArray fields;  // Create, Append: encodeFields(); Set: encodeSome() of the group; Transfer: the office, UTF-8
    // The server's version of the group that the change was made on; 0 = never acknowledged. On top of an own change that the
    // server's copy here does not contain yet it is that one's: what came meanwhile is not on the screen.
    std::int64_t base = 0;
    QString transition; // name of the step that it belongs to
    QString reason;
};

// Owned by the writer; begin()/rollback() go with the transaction.
class Outbox
{
public:
    Outcome load(Connection &connection); // highest number given out
    void begin() { m_saved = m_last; }
    void rollback() { m_last = m_saved; }
    void release() { m_insert.reset(); } // gives back the statement that append() keeps; before the transaction ends

    // `change` is the number of the transaction (AuditTrail::change). Operations are numbered without gaps.
    Outcome append(Connection &connection, const RecordId &user, const Record &record, const OutboxEntry &entry,
                   std::int64_t change, Instant now);
    // Keeps the server's copy of a row before its first unsent change.
    static Outcome keepShadow(Connection &connection, const Record &before, const FieldVersions &versions);

private:
    struct Previous {
        std::int64_t n = 0;
        std::optional<std::int64_t> base; // of one that hides what the server's copy has there
    };
    Result<Previous> previousOf(Connection &connection, const Record &record, const OutboxEntry &entry) const;

    std::int64_t m_last = 0;
    std::int64_t m_saved = 0;
    std::optional<CachedStatement> m_insert;
};

} // namespace yizhan
