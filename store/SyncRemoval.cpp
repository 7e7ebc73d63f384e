// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncRemoval.h"

#include "store/SetAside.h"
#include "store/SyncOffices.h"

namespace yizhan {
namespace {

constexpr int rowsAtOnce = 300; // with search and overwriting some 30 ms

} // namespace

SyncRemoval::SyncRemoval(Writer &writer, const StoreContext &context, Blobs &blobs, std::vector<OfficeGrant> grants,
                         std::int32_t epoch)
    : m_writer(writer), m_context(context), m_blobs(blobs), m_grants(std::move(grants)), m_epoch(epoch)
{}

Result<bool> SyncRemoval::slice(Connection &connection)
{
    m_changed.clear();
    bool isDone = false;
    const Outcome done = m_writer.transact(connection, [&]() -> Outcome {
        if (!m_begun || m_leaving.isEmpty()) {
            if (Outcome begun = begin(connection); !begun)
                return begun;
            m_begun = true;
            isDone = m_leaving.isEmpty();
            return {};
        }
        const QString office = m_leaving.front();
        bool isEmpty = false;
        if (Outcome removed = removeSome(connection, office, isEmpty); !removed)
            return removed;
        if (!isEmpty)
            return {};
        if (Outcome removed = removeRest(connection, office); !removed)
            return removed;
        m_leaving.removeFirst();
        m_gone.push_back(office);
        return {};
    });
    if (!done)
        return done.error();
    if (isDone && !m_gone.isEmpty()) {
        if (Outcome removed = removeBlobs(connection); !removed)
            return removed.error();
        // nothing of the past is left in the log either; a reader in the way is not waited for
        if (const Outcome truncated = connection.checkpoint(CheckpointMode::Truncate); !truncated)
            qInfo("%s", qPrintable(truncated.error().toLog()));
    }
    return !isDone;
}

// Asked again when everything has gone: an office that comes back in another generation gets its new cursor then.
Outcome SyncRemoval::begin(Connection &connection)
{
    const Result<QStringList> leaving = syncoffices::setGrants(connection, m_grants, m_epoch);
    if (!leaving)
        return leaving.error();
    m_leaving = *leaving;
    for (const QString &office : m_leaving) {
        if (Outcome noted = noteBlobs(connection, office); !noted)
            return noted;
    }
    return {};
}

Outcome SyncRemoval::removeSome(Connection &connection, const QString &office, bool &isEmpty)
{
    ServerCopies copies(connection);
    if (Outcome done = copies.loadOpen(); !done)
        return done;
    auto rows = syncoffices::rowsOf(connection, office, rowsAtOnce);
    // taken from here for this office, handed on here, and no page will ever bring them
    if (rows && rows->empty())
        rows = syncoffices::neverShownOf(connection, copies, office);
    if (!rows)
        return rows.error();
    isEmpty = rows->empty();
    AppliedPage applied;
    applied.recount = true;
    CaseUpdate update(connection, m_context, copies, office, {}, applied, m_changed);
    std::map<RecordId, std::vector<RecordId>> cases;
    for (const syncoffices::HeldRow &row : *rows)
        cases[row.root].push_back(row.id);
    for (const auto &[root, ids] : cases) {
        if (Outcome done = update.removeAll(root, ids); !done)
            return done;
    }
    return {};
}

Outcome SyncRemoval::removeRest(Connection &connection, const QString &office)
{
    if (Outcome done = setaside::eraseOffice(connection, office); !done)
        return done;
    for (const char *sql :
         {"DELETE FROM raw_row WHERE log = ?1", "DELETE FROM baseline WHERE office = ?1",
          // Kept as used up: blocks are asked for by their count, and under a later grant an old one must not come once more.
          "UPDATE lease SET next = last + 1 WHERE '/' || key || '/' LIKE '%/' || ?1 || '/%'",
          "DELETE FROM leaving WHERE office = ?1"}) {
        Result<CachedStatement> statement = connection.cached(sql);
        if (!statement)
            return statement.error();
        if (Outcome done = (*statement)->bind(1, office).run(); !done)
            return done;
    }
    return {};
}

// Only contents that the removed rows named: one that was just added, for a form that is still open, is nobody's yet.
Outcome SyncRemoval::noteBlobs(Connection &connection, const QString &office)
{
    constexpr QByteArrayView sql = "SELECT DISTINCT sha256 FROM attachment WHERE office = ? AND sha256 IS NOT NULL";
    return connection.each(sql, with(office), [this](const Statement &row) { m_blobsOfRows.insert(row.blob(0)); });
}

Outcome SyncRemoval::removeBlobs(Connection &connection)
{
    for (const QByteArray &sha256 : m_blobsOfRows) {
        Result<CachedStatement> statement = connection.cached("SELECT 1 FROM attachment WHERE sha256 = ? LIMIT 1");
        if (!statement)
            return statement.error();
        const Result<bool> needed = (*statement)->bind(1, sha256).step();
        if (!needed)
            return needed.error();
        if (*needed || !m_blobs.has(sha256))
            continue;
        if (Outcome done = m_blobs.remove(m_blobs.nameFor(sha256)); !done)
            return done;
    }
    m_blobsOfRows.clear();
    return m_writer.transact(connection, [&] {
        return connection.execute(
            "DELETE FROM blob_state WHERE sha256 NOT IN (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL)");
    });
}

} // namespace yizhan
