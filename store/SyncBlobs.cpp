// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncBlobs.h"

#include "store/Blobs.h"
#include "store/ReadErrors.h"

#include <QCryptographicHash>

namespace yizhan::syncblobs {
namespace {

Result<std::vector<BlobTask>> tasks(Connection &connection, const QByteArray &sql, int limit)
{
    std::vector<BlobTask> found;
    const Outcome read = connection.each(sql, with(limit), [&found](const Statement &row) {
        BlobTask task;
        task.sha256 = row.blob(0);
        task.office = row.text(1);
        task.bytes = row.int64(2);
        task.place = static_cast<BlobPlace>(row.int32(3));
        found.push_back(std::move(task));
    });
    if (!read)
        return read.error();
    return found;
}

} // namespace

Result<std::vector<BlobTask>> toSend(Connection &connection, const Blobs &blobs, int limit)
{
    Result<std::vector<BlobTask>> found = tasks(
        connection,
        "SELECT a.sha256, min(a.office), max(a.size), coalesce(b.state, 0) FROM attachment AS a LEFT JOIN blob_state AS b ON "
        "b.sha256 = a.sha256 WHERE a.version > 0 AND a.withdrawn = 0 AND a.sha256 IS NOT NULL AND coalesce(b.state, 0) IN (0, "
        "1) "
        "GROUP BY a.sha256 ORDER BY min(a.rowid) LIMIT ?",
        limit);
    if (found)
        std::erase_if(*found, [&blobs](const BlobTask &task) { return !blobs.has(task.sha256); });
    return found;
}

Result<std::vector<BlobTask>> toFetch(Connection &connection, int limit)
{
    return tasks(connection,
                 "SELECT b.sha256, min(a.office), max(a.size), b.state FROM blob_state AS b JOIN attachment AS a ON a.sha256 = "
                 "b.sha256 WHERE b.state = 3 AND a.withdrawn = 0 GROUP BY b.sha256 ORDER BY max(a.rowid) DESC LIMIT ?",
                 limit);
}

Outcome keep(Blobs &blobs, const QByteArray &sha256, const QByteArray &content)
{
    if (QCryptographicHash::hash(content, QCryptographicHash::Sha256) != sha256)
        return Error(ErrorKind::Corrupt, readerrors::blobMissing);
    const Result<BlobInfo> added = blobs.addBytes(content);
    return added ? Outcome() : Outcome(added.error());
}

Outcome mark(Connection &connection, const QByteArray &sha256, std::int64_t bytes, BlobPlace place, Instant now)
{
    constexpr std::int64_t chunkBytes = 4 << 20;
    Result<CachedStatement> statement = connection.cached("INSERT INTO blob_state VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT "
                                                          "(sha256) DO UPDATE SET bytes = ?2, chunks = ?3, state = "
                                                          "?4, used_at = ?5");
    if (!statement)
        return statement.error();
    (*statement)->bindAll(sha256, bytes, (bytes + chunkBytes - 1) / chunkBytes, static_cast<int>(place), now);
    return (*statement)->run();
}

} // namespace yizhan::syncblobs
