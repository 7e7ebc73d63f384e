// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AuditTrail.h"

#include "records/Cbor.h"
#include "store/LentStatement.h"
#include "store/StoreErrors.h"

#include <QCborMap>
#include <QCborValue>

namespace yizhan {
namespace {

enum PayloadKey : int { reasonKey = 1, beforeKey = 2, afterKey = 3, countKey = 4 };

std::optional<RecordId> orNull(const RecordId &id) { return id.isNull() ? std::nullopt : std::optional<RecordId>(id); }

void putId(CanonicalWriter &writer, const RecordId &id)
{
    if (id.isNull())
        writer.null();
    else
        writer.blob(QByteArrayView(id.bytes.data(), static_cast<qsizetype>(id.bytes.size())));
}

ChainHash hashIn(const Statement &row, int column) { return ChainHash::fromBytes(row.blobView(column)).value_or(ChainHash{}); }

QByteArrayView viewOf(const ChainHash &hash)
{
    return QByteArrayView(hash.bytes.data(), static_cast<qsizetype>(hash.bytes.size()));
}

} // namespace

QByteArray AuditPayload::toBytes() const
{
    cbor::Writer writer;
    writer.map(static_cast<std::uint64_t>(!reason.isEmpty() + !before.isEmpty() + !after.isEmpty() + (count != 0)));
    if (!reason.isEmpty()) {
        writer.number(reasonKey);
        writer.text(reason);
    }
    if (!before.isEmpty()) {
        writer.number(beforeKey);
        writer.bytes(before);
    }
    if (!after.isEmpty()) {
        writer.number(afterKey);
        writer.bytes(after);
    }
    if (count != 0) {
        writer.number(countKey);
        writer.number(count);
    }
    return writer.result();
}

Result<AuditPayload> AuditPayload::fromBytes(QByteArrayView cbor)
{
    QCborParserError fault;
    const QCborValue value = QCborValue::fromCbor(cbor.data(), cbor.size(), &fault);
    if (fault.error != QCborError::NoError || !value.isMap())
        return Error(ErrorKind::Corrupt, storeerrors::auditUnreadable);
    const QCborMap map = value.toMap();
    AuditPayload payload;
    payload.reason = map.value(reasonKey).toString();
    payload.before = map.value(beforeKey).toByteArray();
    payload.after = map.value(afterKey).toByteArray();
    payload.count = map.value(countKey).toInteger();
    return payload;
}

QByteArray metaOf(const AuditRow &row)
{
    CanonicalWriter writer;
    writer.integer(row.at.ms);
    putId(writer, row.user);
    putId(writer, row.device);
    writer.text(row.event).integer(row.change).integer(row.kind);
    putId(writer, row.root);
    putId(writer, row.record);
    writer.text(row.office).text(row.transition);
    return writer.bytes();
}

const QByteArray &selectAudit()
{
    static const QByteArray sql = "SELECT seq, at, user, device, event, change, kind, root, record, office, transition, "
                                  "payload_hash, prev, hash";
    return sql;
}

AuditRow readAuditRow(const Statement &row)
{
    AuditRow entry;
    entry.seq = row.int64(0);
    entry.at = row.instant(1);
    entry.user = row.recordId(2);
    entry.device = row.recordId(3);
    entry.event = row.text(4);
    entry.change = row.int64(5);
    entry.kind = row.int32(6);
    entry.root = row.recordId(7);
    entry.record = row.recordId(8);
    entry.office = row.text(9);
    entry.transition = row.text(10);
    entry.payloadHash = hashIn(row, 11);
    entry.previous = hashIn(row, 12);
    entry.hash = hashIn(row, 13);
    return entry;
}

Outcome AuditTrail::load(Connection &connection)
{
    Result<CachedStatement> statement = connection.cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    if (!statement)
        return statement.error();
    const Result<bool> found = (*statement)->step();
    if (!found)
        return found.error();
    m_head = *found ? Head{(*statement)->int64(0), hashIn(**statement, 1)} : Head{};
    m_saved = m_head;
    return {};
}

Outcome AuditTrail::append(Connection &connection, AuditRow row, const AuditPayload &payload)
{
    const QByteArray body = payload.toBytes();
    row.seq = m_head.seq + 1;
    if (m_change == 0)
        m_change = row.seq;
    row.change = m_change;
    row.payloadHash = hashOfPayload(body);
    row.previous = m_head.hash;
    row.hash = hashOfRow(row.previous, metaOf(row), row.payloadHash);
    if (Outcome ready = lend(connection, m_insert, "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        !ready)
        return ready;
    if (Outcome ready = lend(connection, m_insertPayload, "INSERT INTO audit_payload VALUES (?, ?)"); !ready)
        return ready;
    (*m_insert)->bindAll(row.seq, row.at, row.user, row.device, row.event, row.change, row.kind, orNull(row.root),
                         orNull(row.record), row.office, row.transition, viewOf(row.payloadHash), viewOf(row.previous),
                         viewOf(row.hash));
    if (Outcome done = (*m_insert)->run(); !done)
        return done;
    if (Outcome done = (*m_insertPayload)->bindAll(row.seq, body).run(); !done)
        return done;
    m_head = Head{row.seq, row.hash};
    return {};
}

} // namespace yizhan
