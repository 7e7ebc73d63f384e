// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AuditTrail.h"

#include "store/StoreErrors.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCborMap>

namespace yizhan {
namespace {

enum PayloadKey : int { reasonKey = 1, beforeKey = 2, afterKey = 3, countKey = 4 };

std::optional<RecordId> orNull(const RecordId &id)
{
    return id.isNull() ? std::nullopt : std::optional<RecordId>(id);
}

void putId(CanonicalWriter &writer, const RecordId &id)
{
    if (id.isNull())
        writer.null();
    else
        writer.blob(QByteArrayView(id.bytes.data(), static_cast<qsizetype>(id.bytes.size())));
}

ChainHash hashIn(const Statement &row, int column)
{
    return ChainHash::fromBytes(row.blobView(column)).value_or(ChainHash{});
}

QByteArrayView viewOf(const ChainHash &hash)
{
    return QByteArrayView(hash.bytes.data(), static_cast<qsizetype>(hash.bytes.size()));
}

} // namespace

QByteArray AuditPayload::toBytes() const
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    const int parts = !reason.isEmpty() + !before.isEmpty() + !after.isEmpty() + (count != 0);
    writer.startMap(static_cast<quint64>(parts));
    if (!reason.isEmpty()) {
        writer.append(reasonKey);
        writer.append(reason);
    }
    if (!before.isEmpty()) {
        writer.append(beforeKey);
        writer.append(before);
    }
    if (!after.isEmpty()) {
        writer.append(afterKey);
        writer.append(after);
    }
    if (count != 0) {
        writer.append(countKey);
        writer.append(qint64{count});
    }
    writer.endMap();
    return bytes;
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
    Result<CachedStatement> statement = connection.cached("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    (*statement)->bindAll(row.seq, row.at, row.user, row.device, row.event, row.change, row.kind, orNull(row.root),
                          orNull(row.record), row.office, row.transition, viewOf(row.payloadHash), viewOf(row.previous),
                          viewOf(row.hash));
    if (Outcome done = (*statement)->run(); !done)
        return done;
    Result<CachedStatement> apart = connection.cached("INSERT INTO audit_payload VALUES (?, ?)");
    if (!apart)
        return apart.error();
    (*apart)->bindAll(row.seq, body);
    if (Outcome done = (*apart)->run(); !done)
        return done;
    m_head = Head{row.seq, row.hash};
    return {};
}

} // namespace yizhan
