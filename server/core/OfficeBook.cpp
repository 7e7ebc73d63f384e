// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/OfficeBook.h"

#include "base/Planted.h"
#include "server/core/ServerErrors.h"

namespace yizhan {

void OfficeBook::put(const Record &row, const RowHash &hash)
{
    Additions &office = m_offices[row.office];
    office.log[row.id] = {wire::EntryKind::Put, row.root, row.version};
    office.plus.add(row.id, hash);
    ++office.rows;
}

void OfficeBook::leave(const QString &office, const Record &row)
{
    if (planted(Plant::NoLeave))
        return;
    m_offices[office].log[row.id] = {wire::EntryKind::Leave, row.root, row.version};
}

void OfficeBook::purge(const QString &office, const Record &row)
{
    m_offices[office].log[row.id] = {wire::EntryKind::Purge, row.root, row.version};
}

void OfficeBook::without(const QString &office, const RecordId &id, const RowHash &hash)
{
    Additions &additions = m_offices[office];
    additions.minus.add(id, hash);
    --additions.rows;
}

void OfficeBook::remember(JudgedOperation operation)
{
    Additions &additions = m_offices[operation.office];
    additions.history.push_back(std::move(operation));
}

std::vector<QString> OfficeBook::grown() const
{
    std::vector<QString> offices;
    for (const auto &[office, additions] : m_offices) {
        if (!additions.log.empty())
            offices.push_back(office);
    }
    return offices;
}

Result<OfficeBook::Head> OfficeBook::lockHead(SqlSession &session, const QString &office)
{
    Head head;
    const Result<bool> found = session.first(
        "SELECT oseq, hseq, chain, digest, row_count FROM office_head WHERE office = ? FOR UPDATE", {office},
        [&head](const SqlRow &row) {
            head.oseq = row.int64(0);
            head.hseq = row.int64(1);
            head.chain = ChainHash::fromBytes(row.bytes(2)).value_or(ChainHash());
            head.digest = OfficeDigest::fromBytes(row.bytes(3));
            head.rows = row.int64(4);
        });
    if (!found)
        return found.error();
    if (!*found)
        return Error(ErrorKind::NotFound, servererrors::unknownOffice, {office});
    return head;
}

Outcome OfficeBook::writeHead(SqlSession &session, const QString &office, const Head &head)
{
    return session.done("UPDATE office_head SET oseq = ?, hseq = ?, chain = ?, digest = ?, row_count = ? WHERE office = ?",
                        {head.oseq, head.hseq, head.chain.toBytes(), head.digest.toBytes(), head.rows, office});
}

QByteArray OfficeBook::historyMeta(const RecordId &device, const JudgedOperation &operation, Instant receivedAt)
{
    CanonicalWriter meta;
    meta.blob(device.toBytes()).integer(operation.operation.n).integer(static_cast<int>(operation.operation.act));
    meta.integer(operation.operation.kind).blob(operation.operation.record.toBytes()).integer(operation.operation.group);
    meta.integer(static_cast<int>(operation.verdict.code)).integer(operation.verdict.version);
    meta.blob(operation.verdict.conflict.toBytes()).text(operation.verdict.reason);
    meta.blob(operation.operation.user.toBytes()).integer(receivedAt.ms).text(operation.office);
    return meta.bytes();
}

Outcome OfficeBook::addHistory(SqlSession &session, const RecordId &device, Instant now, const Additions &additions, Head &head)
{
    for (const JudgedOperation &judged : additions.history) {
        const QByteArray meta = historyMeta(device, judged, now);
        head.chain = hashOfRow(head.chain, meta, hashOfPayload(judged.payload));
        ++head.hseq;
        const wire::Operation &operation = judged.operation;
        if (planted(Plant::NoIdempotency))
            static_cast<void>(session.done("DELETE FROM operation WHERE device = ? AND n = ?", {device, operation.n}));
        Outcome added = session.done(
            "INSERT INTO operation (device, n, act, kind, record, grp, office, payload, verdict, version, conflict, reason, "
            "author, received_at, hseq, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {device, operation.n, operation.act, operation.kind, operation.record, operation.group, judged.office,
             judged.payload, judged.verdict.code, judged.verdict.version, judged.verdict.conflict, judged.verdict.reason,
             operation.user, now, head.hseq, head.chain.toBytes()});
        if (!added)
            return added;
    }
    return {};
}

Outcome OfficeBook::finish(SqlSession &session, const RecordId &device, Instant now)
{
    for (auto &[office, additions] : m_offices) {
        Result<Head> head = lockHead(session, office);
        if (!head)
            return head.error();
        for (const auto &[id, entry] : additions.log) {
            Outcome added = session.done(
                "INSERT INTO office_log (office, record, oseq, root, what, version) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT "
                "(office, record) DO UPDATE SET oseq = excluded.oseq, what = excluded.what, version = excluded.version",
                {office, id, ++head->oseq, entry.root, entry.what, entry.version});
            if (!added)
                return added;
        }
        if (Outcome added = addHistory(session, device, now, additions, *head); !added)
            return added;
        for (int bucket = 0; bucket < OfficeDigest::buckets; ++bucket) {
            RowHash plus = additions.plus.bucket(bucket);
            plus -= additions.minus.bucket(bucket);
            RecordId place;
            place.bytes[15] = static_cast<std::uint8_t>(bucket);
            if (!(plus == RowHash()))
                head->digest.add(place, plus);
        }
        head->rows += additions.rows;
        if (Outcome written = writeHead(session, office, *head); !written)
            return written;
    }
    return {};
}

} // namespace yizhan
