// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/History.h"

#include "records/Codec.h"
#include "sql/Connection.h"
#include "store/AuditTrail.h"
#include "store/ReadSnapshot.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/StoreErrors.h"

#include <map>

namespace yizhan {
namespace {

using Values = std::map<std::uint16_t, Value>;

// The fields of a payload; what cannot be read, or belongs to a newer release, is left out of the list.
Values fieldsIn(const QByteArray &cbor, const RecordSpec &spec)
{
    if (cbor.isEmpty())
        return {};
    Result<Values> values = decodeSome(cbor, spec);
    return values ? std::move(*values) : Values();
}

std::vector<HistoryEntry::Field> changesIn(const AuditPayload &payload, const RecordSpec &spec)
{
    const Values before = fieldsIn(payload.before, spec);
    const Values after = fieldsIn(payload.after, spec);
    std::vector<HistoryEntry::Field> changes;
    for (const FieldSpec *field : spec.fields) {
        const auto was = before.find(field->id);
        const auto is = after.find(field->id);
        if (was == before.end() && is == after.end())
            continue;
        changes.push_back({field, was == before.end() ? Value() : was->second, is == after.end() ? Value() : is->second});
    }
    return changes;
}

class Reader
{
public:
    explicit Reader(Connection &connection) : m_connection(connection) {}

    Result<HistoryEntry> entry(const Statement &row)
    {
        const AuditRow audit = readAuditRow(row);
        HistoryEntry entry;
        entry.sequence = audit.seq;
        entry.at = audit.at;
        entry.user = audit.user;
        entry.event = audit.event;
        entry.kind = static_cast<Kind>(audit.kind);
        entry.record = audit.record;
        entry.transition = audit.transition;
        const Result<QString> name = nameOf(audit.user);
        if (!name)
            return name.error();
        entry.userName = *name;
        const RecordSpec *spec = specOf(entry.kind);
        if (row.isNull(auditColumnCount)) // erased; the hash still stands in the chain
            return entry;
        const Result<AuditPayload> payload = AuditPayload::fromBytes(row.blobView(auditColumnCount));
        if (!payload)
            return entry; // verify() tells of it; the rest of the history is worth showing
        entry.reason = payload->reason;
        if (spec)
            entry.fields = changesIn(*payload, *spec);
        return entry;
    }

private:
    // Empty for a user that is not known here.
    Result<QString> nameOf(const RecordId &user)
    {
        const auto known = m_names.find(user);
        if (known != m_names.end())
            return known->second;
        const RecordSpec &spec = *specOf(Kind::User);
        QString name;
        const Result<Record> found = readById(m_connection, spec, user, Columns::List);
        if (!found && found.error().kind != ErrorKind::NotFound)
            return found.error();
        if (found) {
            for (const QStringView wanted : {QStringView(u"name"), QStringView(u"login")}) {
                const FieldSpec *field = spec.field(wanted);
                if (name.isEmpty() && field)
                    name = found->value(*field).text();
            }
        }
        m_names.emplace(user, name);
        return name;
    }

    Connection &m_connection;
    std::map<RecordId, QString> m_names;
};

} // namespace

Result<std::vector<HistoryEntry>> History::of(Connection &connection, const RecordId &id)
{
    ReadSnapshot snapshot(connection);
    if (Outcome begun = snapshot.begin(); !begun)
        return begun.error();
    // The audit is indexed by root: a child's history is picked out of its case's.
    const Result<Record> record = findById(connection, id, Columns::List);
    if (!record && record.error().kind != ErrorKind::NotFound)
        return record.error();
    const RecordId root = record ? record->root : id;
    const QByteArray sql = selectAudit()
                           + ", (SELECT payload FROM audit_payload AS p WHERE p.seq = audit.seq) "
                             "FROM audit WHERE root = ? ORDER BY seq";
    Reader reader(connection);
    std::vector<HistoryEntry> entries;
    const Outcome read = connection.each(sql, with(root), [&](const Statement &row) -> Outcome {
        if (root != id && row.recordId(8) != id)
            return {};
        Result<HistoryEntry> entry = reader.entry(row);
        if (!entry)
            return entry.error();
        entries.push_back(std::move(*entry));
        return {};
    });
    if (!read)
        return read.error();
    if (!record && entries.empty())
        return record.error();
    return entries;
}

} // namespace yizhan
