// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/AdminAudit.h"

#include <QJsonDocument>

namespace yizhan::audit {
namespace {

QByteArray metaOf(qint64 seq, Instant at, const QString &act)
{
    CanonicalWriter meta;
    meta.integer(seq).integer(at.ms).text(act);
    return meta.bytes();
}

} // namespace

Outcome add(SqlSession &session, Instant now, const QString &act, const QJsonObject &details)
{
    qint64 seq = 1;
    ChainHash previous;
    const Result<bool> last = session.first("SELECT seq, hash FROM admin_audit ORDER BY seq DESC LIMIT 1", {},
                                            [&](const SqlRow &row) {
                                                seq = row.int64(0) + 1;
                                                previous = ChainHash::fromBytes(row.bytes(1)).value_or(ChainHash());
                                            });
    if (!last)
        return last.error();
    const QByteArray payload = QJsonDocument(details).toJson(QJsonDocument::Compact);
    const ChainHash payloadHash = hashOfPayload(payload);
    const ChainHash hash = hashOfRow(previous, metaOf(seq, now, act), payloadHash);
    return session.done(
        "INSERT INTO admin_audit (seq, at, act, payload, payload_hash, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
        {seq, now, act, payload, payloadHash.toBytes(), previous.toBytes(), hash.toBytes()});
}

Result<std::vector<Entry>> read(SqlSession &session, qint64 after, int limit)
{
    std::vector<Entry> entries;
    const Outcome done = session.each(
        "SELECT seq, at, act, payload FROM admin_audit WHERE seq > ? ORDER BY seq LIMIT ?", {after, limit},
        [&entries](const SqlRow &row) {
            entries.push_back({row.int64(0), row.instant(1), row.text(2), QJsonDocument::fromJson(row.bytes(3)).object()});
            return Outcome();
        });
    return done ? Result<std::vector<Entry>>(std::move(entries)) : Result<std::vector<Entry>>(done.error());
}

Result<ChainReport> verify(SqlSession &session)
{
    qint64 at = 0;
    return verifyChain([&]() -> Result<std::optional<ChainRow>> {
        std::optional<ChainRow> next;
        const Result<bool> found = session.first(
            "SELECT seq, at, act, payload, payload_hash, previous, hash FROM admin_audit WHERE seq > ? ORDER BY seq LIMIT 1",
            {at}, [&](const SqlRow &row) {
                ChainRow chain;
                chain.seq = row.int64(0);
                chain.meta = metaOf(chain.seq, row.instant(1), row.text(2));
                chain.payload = row.bytes(3);
                chain.payloadHash = ChainHash::fromBytes(row.bytes(4)).value_or(ChainHash());
                chain.previous = ChainHash::fromBytes(row.bytes(5)).value_or(ChainHash());
                chain.hash = ChainHash::fromBytes(row.bytes(6)).value_or(ChainHash());
                at = chain.seq;
                next = std::move(chain);
            });
        return found ? Result<std::optional<ChainRow>>(std::move(next)) : Result<std::optional<ChainRow>>(found.error());
    });
}

} // namespace yizhan::audit
