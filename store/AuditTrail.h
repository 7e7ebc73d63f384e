// SPDX-License-Identifier: GPL-3.0-or-later
// The hash-chained record of who did and saw what on this workstation: one row an event, its payload in a table apart.
#pragma once

#include "records/Record.h"
#include "sql/Connection.h"
#include "sql/HashChain.h"

#include <map>
#include <optional>

namespace yizhan {

// The columns of table `audit`; meta is CanonicalWriter over everything from `at` to `transition`, in this order.
struct AuditRow {
    std::int64_t seq = 0; // from 1, dense
    Instant at;
    RecordId user;
    RecordId device;
    QString event;           // code of the list audit_event
    std::int64_t change = 0; // seq of the first row of the same transaction
    std::int32_t kind = 0;   // Kind, 0 = none
    RecordId root;           // null = none
    RecordId record;         // null = none
    QString office;
    QString transition; // name, for STATE
    ChainHash payloadHash;
    ChainHash previous;
    ChainHash hash;
};

// What table `audit_payload` holds, as canonical CBOR {1: reason, 2: before, 3: after, 4: count}; empty parts are left out.
struct AuditPayload {
    QString reason;
    QByteArray before;      // encodeSome() of the changed fields
    QByteArray after;       // encodeSome() of the changed fields, or encodeFields() of a new record
    std::int64_t count = 0; // rows, for events that stand for many (IMPORT)

    QByteArray toBytes() const;
    static Result<AuditPayload> fromBytes(QByteArrayView cbor); // Corrupt
};

QByteArray metaOf(const AuditRow &row);

// "SELECT <columns>" of table audit, to be continued (", payload" then is column auditColumnCount), and reading such a row.
const QByteArray &selectAudit();
inline constexpr int auditColumnCount = 14;
AuditRow readAuditRow(const Statement &row);

// Appends; owned by the writer. begin()/commit()/rollback() go with the transaction that the rows are part of.
class AuditTrail
{
public:
    // Reads the head of the chain. Errors: as reading.
    Outcome load(Connection &connection);
    void begin()
    {
        m_saved = m_head;
        m_change = 0;
    }
    void rollback() { m_head = m_saved; }
    // Gives the statements back that append() keeps; before the transaction ends.
    void release()
    {
        m_insert.reset();
        m_insertPayload.reset();
    }
    // Fills seq, change, payloadHash, previous and hash.
    Outcome append(Connection &connection, AuditRow row, const AuditPayload &payload);
    // seq of the first row of this transaction; 0 before append().
    std::int64_t change() const { return m_change; }

private:
    struct Head {
        std::int64_t seq = 0;
        ChainHash hash;
    };
    Head m_head;
    Head m_saved;
    std::int64_t m_change = 0;
    std::optional<CachedStatement> m_insert;
    std::optional<CachedStatement> m_insertPayload;
};

} // namespace yizhan
