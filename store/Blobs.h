// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments outside the database: encrypted, named by a keyed hash of their content, stored once however often added.
#pragma once

#include "base/Result.h"
#include "store/Cancel.h"
#include "store/Store.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <set>

namespace yizhan {

struct BlobInfo {
    QByteArray sha256; // of the content, 32 bytes: what the record keeps
    std::int64_t size = 0;
};

// The folder holds one file a content, in subfolders of its first two hex digits. The file name is HMAC(name key, sha256),
// so that nobody who sees the folder can tell whether a known document is in it; both keys are derived from the store's.
// The content is cut into chunks of 1 MiB, each sealed with XChaCha20-Poly1305 as one stream: a chunk that was cut off,
// changed, or taken from elsewhere does not open.
//
// Written as a temporary file, flushed, then renamed: a blob is there whole or not at all. Any thread; calls on one object
// must not overlap.
class Blobs
{
public:
    // storeKey: the 32 bytes of the store's data key; kept (and wiped at the end) as derived keys only.
    Blobs(QString folder, QByteArrayView storeKey);
    ~Blobs();
    Blobs(const Blobs &) = delete;
    Blobs &operator=(const Blobs &) = delete;

    // Errors: Io (the file cannot be read, or changed while it was read), DiskFull, Cancelled. Nothing half-written stays.
    Result<BlobInfo> add(const QString &file, const Progress &progress = {}, const CancelToken &cancel = {});
    Result<BlobInfo> addBytes(QByteArrayView content);
    // The content, every chunk authenticated and the hash compared. Errors: NotFound, Corrupt, Io.
    Result<QByteArray> read(const QByteArray &sha256) const;
    // Like read(), in constant memory.
    Outcome check(const QByteArray &sha256, const CancelToken &cancel = {}) const;
    bool has(const QByteArray &sha256) const;

    // Names of files that hold none of `referenced` (hashes of content): what a withdrawn draft or a lost grant left.
    Result<QStringList> unreferenced(const std::set<QByteArray> &referenced) const;
    Outcome removeFile(const QString &name); // a name from unreferenced()
    // Temporary files of a run that was killed. Call when nobody adds.
    void removeRemains();

    QStringList names() const;             // of all blob files, "ab/abcdef..."
    std::int64_t totalBytes() const;       // as they lie on the disk
    QString folder() const { return m_folder; }
    QString nameFor(const QByteArray &sha256) const;

private:
    struct Keys;
    Outcome seal(class QIODevice &from, std::int64_t size, class QFileDevice &to, BlobInfo &info, const Progress &progress,
                 const CancelToken &cancel) const;
    Outcome unseal(const QByteArray &sha256, const std::function<void(QByteArrayView)> &take, const CancelToken &cancel) const;
    Result<BlobInfo> store(class QIODevice &from, const Progress &progress, const CancelToken &cancel);

    QString m_folder;
    std::unique_ptr<Keys> m_keys;
};

} // namespace yizhan
