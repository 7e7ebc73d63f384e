// SPDX-License-Identifier: GPL-3.0-or-later
// Administration: whether the storage holds together, from the first row of each chain to the last digest.
#include "records/Codec.h"
#include "server/core/Administration.h"
#include "server/core/OfficeBook.h"

#include <set>

namespace yizhan {
namespace {

struct OfficeSums {
    OfficeDigest digest;
    qint64 rows = 0;
};

void addFault(VerifyReport &report, const QString &office, const char *what)
{
    report.faults.append(office + QLatin1String(": ") + QLatin1String(what));
}

Result<std::optional<ChainRow>> nextOperation(SqlSession &session, const QString &office, qint64 after, ChainHash &previous)
{
    std::optional<ChainRow> next;
    const Result<bool> found = session.first(
        "SELECT device, payload, payload_hash, verdict, version, conflict, reason, received_at, hseq, chain, n, act, kind, "
        "record, grp, author FROM operation WHERE office = ? AND hseq > ? ORDER BY hseq LIMIT 1",
        {office, after}, [&](const SqlRow &row) {
            JudgedOperation judged;
            judged.office = office;
            judged.verdict.code = static_cast<wire::VerdictCode>(row.int64(3));
            judged.verdict.version = row.int64(4);
            judged.verdict.conflict = row.id(5);
            judged.verdict.reason = row.text(6);
            judged.operation.n = row.int64(10);
            judged.operation.act = static_cast<wire::Act>(row.int64(11));
            judged.operation.kind = static_cast<std::uint16_t>(row.int64(12));
            judged.operation.record = row.id(13);
            judged.operation.group = static_cast<std::uint16_t>(row.int64(14));
            judged.operation.user = row.id(15);
            ChainRow chain;
            chain.seq = row.int64(8);
            chain.meta = OfficeBook::historyMeta(row.id(0), judged, row.instant(7));
            // retention erases payloads; their hashes stay
            const bool isErased = !row.isNull(2) && row.bytes(1).isEmpty();
            chain.payloadHash = isErased ? ChainHash::fromBytes(row.bytes(2)).value_or(ChainHash())
                                         : hashOfPayload(row.bytes(1));
            chain.previous = previous;
            chain.hash = ChainHash::fromBytes(row.bytes(9)).value_or(ChainHash());
            previous = chain.hash;
            next = std::move(chain);
        });
    return found ? Result<std::optional<ChainRow>>(std::move(next)) : Result<std::optional<ChainRow>>(found.error());
}

Outcome verifyHistory(SqlSession &session, const QString &office, const ChainHash &head, qint64 hseq, VerifyReport &report)
{
    qint64 at = 0;
    ChainHash previous;
    ChainAnchor anchor;
    anchor.expectedHead = head;
    const Result<ChainReport> chain = verifyChain(
        [&]() -> Result<std::optional<ChainRow>> {
            Result<std::optional<ChainRow>> row = nextOperation(session, office, at, previous);
            if (row && *row)
                at = (*row)->seq;
            return row;
        },
        anchor);
    if (!chain)
        return chain.error();
    report.operations += chain->rows;
    if (chain->broken || chain->lastSeq != hseq)
        addFault(report, office, "history");
    return {};
}

// Every row's hash anew, and the sums of its office.
Outcome sumRows(SqlSession &session, std::map<QString, OfficeSums> &sums, VerifyReport &report)
{
    return session.each(
        "SELECT r.office, r.version, r.hash, r.body, l.version FROM record r LEFT JOIN office_log l ON l.office = "
        "r.office AND l.record = r.id AND l.what = 1",
        {}, [&](const SqlRow &row) {
            const QString office = row.text(0);
            const Result<Record> record = decodeRecord(row.bytes(3));
            const RowHash stored = RowHash::fromBytes(row.bytes(2));
            if (!record || record->isNull() || record->office != office || record->version != row.int64(1)
                || !(hashOf(*record) == stored))
                addFault(report, office, "row");
            if (row.isNull(4) || row.int64(4) != row.int64(1))
                addFault(report, office, "log");
            if (record) {
                OfficeSums &sum = sums[office];
                sum.digest.add(record->id, stored);
                ++sum.rows;
                ++report.rows;
            }
            return Outcome();
        });
}

Outcome verifyLog(SqlSession &session, const QString &office, qint64 oseq, VerifyReport &report)
{
    qint64 entries = 0;
    qint64 distinct = 0;
    qint64 highest = 0;
    const Result<bool> read = session.first("SELECT COUNT(*), COUNT(DISTINCT oseq), MAX(oseq) FROM office_log WHERE office = ?",
                                            {office}, [&](const SqlRow &row) {
                                                entries = row.int64(0);
                                                distinct = row.int64(1);
                                                highest = row.int64(2);
                                            });
    if (!read)
        return read.error();
    // the last number given out always belongs to an entry: nothing overtook it
    if (entries != distinct || highest != oseq)
        addFault(report, office, "log numbers");
    return {};
}

} // namespace

Result<VerifyReport> Administration::verify()
{
    VerifyReport report;
    const Outcome read = m_context.database.read([&](SqlSession &session) -> Outcome {
        std::map<QString, OfficeSums> sums;
        if (Outcome summed = sumRows(session, sums, report); !summed)
            return summed;
        struct Head {
            QString office;
            qint64 oseq, hseq, rows;
            ChainHash chain;
            OfficeDigest digest;
        };
        std::vector<Head> heads;
        const Outcome listed = session.each(
            "SELECT office, oseq, hseq, row_count, chain, digest FROM office_head ORDER BY office", {},
            [&heads](const SqlRow &row) {
                heads.push_back({row.text(0), row.int64(1), row.int64(2), row.int64(3),
                                 ChainHash::fromBytes(row.bytes(4)).value_or(ChainHash()),
                                 OfficeDigest::fromBytes(row.bytes(5))});
                return Outcome();
            });
        if (!listed)
            return listed;
        for (const Head &head : heads) {
            if (!(sums[head.office].digest == head.digest) || sums[head.office].rows != head.rows)
                addFault(report, head.office, "digest");
            if (Outcome checked = verifyLog(session, head.office, head.oseq, report); !checked)
                return checked;
            if (Outcome checked = verifyHistory(session, head.office, head.chain, head.hseq, report); !checked)
                return checked;
        }
        const Result<ChainReport> audited = audit::verify(session);
        if (!audited)
            return audited.error();
        if (audited->broken)
            addFault(report, QStringLiteral("admin"), "audit");
        return {};
    });
    return read ? Result<VerifyReport>(std::move(report)) : Result<VerifyReport>(read.error());
}

} // namespace yizhan
