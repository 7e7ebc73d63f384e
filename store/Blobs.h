// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments outside the database: encrypted, named by a keyed hash of their content, stored once however often added.
#pragma once

#include "base/Result.h"
#include "store/Cancel.h"
#include "store/SecureBytes.h"
#include "store/Store.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <functional>
#include <set>

class QIODevice;

namespace yizhan {

struct BlobInfo {
    QByteArray sha256; // of the content, 32 bytes: what the record keeps
    std::int64_t size = 0;
};

// The folder holds one file a content, in subfolders of its first two hex digits. The file name is HMAC-SHA-256(name key,
// sha256), so that nobody who sees the folder can tell whether a known document is in it. A file is
//   magic (8 bytes) · header of the stream (24) · chunks of 1 MiB, each 17 bytes longer than its content, the last marked
// sealed with XChaCha20-Poly1305 as one stream (libsodium's secretstream) and bound to the file's name: a chunk that was cut
// off, changed, moved or taken from another file does not open. Both keys are derived from the one handed over.
//
// Written as a temporary file, flushed, then renamed: a blob is there whole or not at all. Any thread; calls on one object
// must not overlap.
class Blobs
{
public:
    Blobs(QString folder, QByteArrayView key); // 32 bytes
    ~Blobs();
    Blobs(const Blobs &) = delete;
    Blobs &operator=(const Blobs &) = delete;

    // Errors: Io (the file cannot be read, or changed while it was read), DiskFull, Cancelled. Nothing half-written stays.
    Result<BlobInfo> add(const QString &file, const Progress &progress = {}, const CancelToken &cancel = {});
    Result<BlobInfo> addBytes(const QByteArray &content);
    // The content, every chunk authenticated and the hash compared. Errors: NotFound, Corrupt, Io.
    Result<QByteArray> read(const QByteArray &sha256) const;
    // Like read(), in constant memory; also Cancelled.
    Outcome check(const QByteArray &sha256, const CancelToken &cancel = {}) const;
    bool has(const QByteArray &sha256) const;

    // Names of blob files that hold none of these contents: what a lost grant or an unused scan left behind.
    QStringList unreferenced(const std::set<QByteArray> &referenced) const;
    Outcome remove(const QString &name); // a name from unreferenced(); Io
    // Temporary files of a run that was killed. Call when nobody adds.
    void removeRemains();

    QStringList names() const;       // of all blob files, sorted: "ab/ab01..."
    std::int64_t totalBytes() const; // as they lie on the disk
    QString folder() const { return m_folder; }
    QString nameFor(const QByteArray &sha256) const;

private:
    Result<BlobInfo> store(QIODevice &from, const QString &sourceName, const Progress &progress, const CancelToken &cancel);
    Outcome seal(QIODevice &from, const BlobInfo &info, const QString &sourceName, const Progress &progress,
                 const CancelToken &cancel);
    Outcome unseal(const QByteArray &sha256, const CancelToken &cancel, const std::function<void(QByteArrayView)> &take) const;
    QByteArray keyedHash(const QByteArray &sha256) const;

    QString m_folder;
    SecureBytes m_nameKey;
    SecureBytes m_contentKey;
};

} // namespace yizhan
