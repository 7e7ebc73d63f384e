// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Snapshots.h"

#include "records/Codec.h"
#include "records/LifeCycle.h"
#include "server/core/Meta.h"
#include "server/core/Pull.h"
#include "server/core/ServerErrors.h"

#include <QCryptographicHash>

#include <algorithm>

namespace yizhan::snapshots {
namespace {

constexpr int idBytes = 16;

struct Case {
    RecordId root;
    bool open = false;
};

struct Part {
    qint64 rows = 0;
    QByteArray sha256;
    QByteArray body;
};

struct Snapshot {
    QByteArray id;
    Epoch epoch = 0;
    qint64 oseq = 0;
    qint64 rows = 0;
    std::vector<Part> parts;
};

// A case that has not come to rest: what an office needs first.
bool isOpen(const QByteArray &body)
{
    const Result<Record> record = decodeRecord(body);
    if (!record || record->isNull())
        return false;
    if (record->withdrawn)
        return false;
    if (record->spec().lifeCycles.empty())
        return true; // the district's own records
    const LifeCycle &life = *record->spec().lifeCycles.front();
    const QString status = record->value(*life.status).text();
    return !QString::fromLatin1(life.ends).split(u' ').contains(status);
}

// Open cases first, then the newest: ids begin with the moment they were made.
Result<std::vector<Case>> casesInOrder(SqlSession &session, const QString &office)
{
    std::vector<Case> cases;
    const Outcome read = session.each(
        "SELECT r.id, r.body FROM office_log l JOIN record r ON r.id = l.record WHERE l.office = ? AND "
        "l.what = 1 AND l.root = l.record",
        {office}, [&cases](const SqlRow &row) {
            cases.push_back({row.id(0), isOpen(row.bytes(1))});
            return Outcome();
        });
    if (!read)
        return read.error();
    std::sort(cases.begin(), cases.end(),
              [](const Case &a, const Case &b) { return a.open != b.open ? a.open : a.root > b.root; });
    return cases;
}

class PartWriter
{
public:
    PartWriter(Snapshot &snapshot, qint64 bytes) : m_snapshot(snapshot), m_bytes(bytes) {}

    void add(wire::Entry entry)
    {
        m_size += entry.row.size() + entry.versions.size();
        m_part.entries.push_back(std::move(entry));
    }
    void endOfCase()
    {
        if (m_size >= m_bytes)
            finish();
    }
    void finish()
    {
        if (m_part.entries.empty())
            return;
        Part part;
        part.rows = static_cast<qint64>(m_part.entries.size());
        QByteArray encoding;
        part.body = pack(toCbor(m_part), encoding);
        part.sha256 = QCryptographicHash::hash(part.body, QCryptographicHash::Sha256);
        m_snapshot.rows += part.rows;
        m_snapshot.parts.push_back(std::move(part));
        m_part = {};
        m_size = 0;
    }

private:
    Snapshot &m_snapshot;
    qint64 m_bytes;
    wire::SnapshotPart m_part;
    qint64 m_size = 0;
};

Outcome read(SqlSession &session, const DistrictContext &context, const QString &office, Snapshot &snapshot)
{
    const Result<Epoch> epoch = meta::epochOf(session);
    const auto oseq = session.number("SELECT oseq FROM office_head WHERE office = ?", {office});
    const Result<std::vector<Case>> cases = casesInOrder(session, office);
    if (!epoch || !oseq || !cases)
        return !epoch ? epoch.error() : (!oseq ? oseq.error() : cases.error());
    snapshot.epoch = *epoch;
    snapshot.oseq = oseq->value_or(0);
    PartWriter writer(snapshot, context.options.partBytes);
    for (const Case &one : *cases) {
        const Outcome rows = session.each(
            "SELECT r.id, r.version, r.body, r.versions FROM record r WHERE r.root = ? AND r.office = ? "
            "ORDER BY r.id",
            {one.root, office}, [&writer](const SqlRow &row) {
                wire::Entry entry;
                entry.id = row.id(0);
                entry.version = row.int64(1);
                entry.row = row.bytes(2);
                entry.versions = row.bytes(3);
                writer.add(std::move(entry));
                return Outcome();
            });
        if (!rows)
            return rows;
        writer.endOfCase();
    }
    writer.finish();
    return {};
}

Outcome keep(SqlSession &session, const DistrictContext &context, const QString &office, const Snapshot &snapshot)
{
    // Parts of one that somebody is still fetching stay for another while.
    const Instant old{context.clock.now().ms - 2 * context.options.snapshotMs};
    if (Outcome gone = session.done("DELETE FROM snapshot_part WHERE id IN (SELECT id FROM snapshot WHERE made_at < ?)", {old});
        !gone)
        return gone;
    if (Outcome gone = session.done("DELETE FROM snapshot WHERE made_at < ?", {old}); !gone)
        return gone;
    Outcome kept = session.done("INSERT INTO snapshot (id, office, epoch, oseq, row_count, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                                {snapshot.id, office, snapshot.epoch, snapshot.oseq, snapshot.rows, context.clock.now()});
    for (std::size_t i = 0; kept && i < snapshot.parts.size(); ++i) {
        const Part &part = snapshot.parts[i];
        kept = session.done("INSERT INTO snapshot_part (id, part, row_count, sha256, body) VALUES (?, ?, ?, ?, ?)",
                            {snapshot.id, static_cast<qint64>(i), part.rows, part.sha256, part.body});
    }
    return kept;
}

// A manifest of one that is there already; nothing if none is fresh enough.
Result<std::optional<wire::SnapshotManifest>> standing(SqlSession &session, const DistrictContext &context,
                                                       const QString &office)
{
    std::optional<wire::SnapshotManifest> manifest;
    const Result<Epoch> epoch = meta::epochOf(session);
    if (!epoch)
        return epoch.error();
    const Result<bool> found = session.first("SELECT id, oseq, row_count FROM snapshot WHERE office = ? AND epoch = ? AND "
                                             "made_at > ? ORDER BY made_at DESC, oseq DESC LIMIT 1",
                                             {office, *epoch, Instant{context.clock.now().ms - context.options.snapshotMs}},
                                             [&](const SqlRow &row) {
                                                 manifest.emplace();
                                                 manifest->id = row.bytes(0);
                                                 manifest->oseq = row.int64(1);
                                                 manifest->rows = row.int64(2);
                                             });
    if (!found)
        return found.error();
    if (!manifest)
        return manifest;
    manifest->office = office;
    manifest->epoch = *epoch;
    const Outcome parts = session.each("SELECT row_count, sha256, LENGTH(body) FROM snapshot_part WHERE id = ? ORDER BY part",
                                       {manifest->id}, [&manifest](const SqlRow &row) {
                                           wire::PartInfo part;
                                           part.rows = row.int64(0);
                                           part.sha256 = row.bytes(1);
                                           part.bytes = row.int64(2);
                                           manifest->parts.push_back(std::move(part));
                                           return Outcome();
                                       });
    return parts ? Result<std::optional<wire::SnapshotManifest>>(std::move(manifest))
                 : Result<std::optional<wire::SnapshotManifest>>(parts.error());
}

} // namespace

Result<wire::SnapshotManifest> manifest(const DistrictContext &context, const WireRequest &request,
                                        const wire::SnapshotRequest &message)
{
    std::optional<wire::SnapshotManifest> manifest;
    Snapshot snapshot;
    const Outcome asked = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Person);
        if (!caller)
            return caller.error();
        const Result<GrantList> grants = GrantList::of(session, caller->device);
        if (!grants)
            return grants.error();
        const DeviceGrant *grant = grants->find(message.office);
        if (!pull::mayRead(*caller, *grants, message.office) || grant->generation != message.generation)
            return Error(ErrorKind::Forbidden, servererrors::notGranted);
        Result<std::optional<wire::SnapshotManifest>> there = standing(session, context, message.office);
        if (!there)
            return there.error();
        manifest = std::move(*there);
        return manifest ? Outcome() : read(session, context, message.office, snapshot);
    });
    if (!asked)
        return asked.error();
    if (!manifest) {
        snapshot.id = context.randomBytes(idBytes);
        const Outcome kept = context.database.write([&](SqlSession &session) -> Outcome {
            if (Outcome done = keep(session, context, message.office, snapshot); !done)
                return done;
            Result<std::optional<wire::SnapshotManifest>> there = standing(session, context, message.office);
            if (!there)
                return there.error();
            manifest = std::move(*there);
            return {};
        });
        if (!kept)
            return kept.error();
    }
    if (!manifest)
        return Error(ErrorKind::Busy, servererrors::storage, {QStringLiteral("snapshot")});
    manifest->generation = message.generation;
    return std::move(*manifest);
}

Result<QByteArray> part(const DistrictContext &context, const WireRequest &request, const QByteArray &id, int part)
{
    std::optional<QByteArray> body;
    const Outcome read = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Person);
        if (!caller)
            return caller.error();
        const Result<GrantList> grants = GrantList::of(session, caller->device);
        const auto office = session.text("SELECT office FROM snapshot WHERE id = ?", {id});
        if (!grants || !office)
            return grants ? office.error() : grants.error();
        if (!*office || !pull::mayRead(*caller, *grants, **office))
            return {};
        Result<std::optional<QByteArray>> found = session.bytes("SELECT body FROM snapshot_part WHERE id = ? AND part = ?",
                                                                {id, part});
        if (!found)
            return found.error();
        body = std::move(*found);
        return {};
    });
    if (!read)
        return read.error();
    return body ? Result<QByteArray>(std::move(*body))
                : Result<QByteArray>(Error(ErrorKind::NotFound, servererrors::noSuchThing));
}

} // namespace yizhan::snapshots
