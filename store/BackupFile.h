// SPDX-License-Identifier: GPL-3.0-or-later
// The container of a backup: parts one after the other, a manifest behind them, one hash over everything.
#pragma once

#include "base/Result.h"
#include "base/Time.h"
#include "store/Cancel.h"
#include "store/Store.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QString>
#include <vector>

namespace yizhan {

// The file, all numbers little-endian:
//   "YZbackup" · u32 format · u32 zero · parts · manifest (CBOR) ·
//   u64 where the manifest begins · u64 its length · SHA-256 of everything before this field · "YZend---"
// Nothing in it is readable without a password of the store: the vault holds sealed keys, the database encrypted pages, the
// blobs sealed chunks; the manifest names tables, counts and hashes of what is encrypted.
struct BackupPart {
    enum class What : std::uint8_t { Vault = 1, Database = 2, Blob = 3 };
    What what = What::Blob;
    QString name; // of a blob: as Blobs::names()
    std::int64_t offset = 0;
    std::int64_t size = 0;
    QByteArray sha256; // of the bytes as they lie in the file
};

struct BackupManifest {
    Instant madeAt;
    int schemaVersion = 0;
    QHash<QString, std::int64_t> rows; // table -> rows
    std::vector<BackupPart> parts;

    QByteArray toBytes() const;
    static Result<BackupManifest> fromBytes(const QByteArray &cbor); // Corrupt
};

// Counts bytes and asks whether to go on.
class BackupMeter
{
public:
    BackupMeter(Progress progress, CancelToken cancel) : m_progress(std::move(progress)), m_cancel(std::move(cancel)) {}
    void expect(std::int64_t bytes) { m_total += bytes; }
    Outcome advance(std::int64_t bytes); // Cancelled
    Outcome goOn() const;
    const CancelToken &token() const { return m_cancel; }

private:
    Progress m_progress;
    CancelToken m_cancel;
    std::int64_t m_done = 0;
    std::int64_t m_total = 0;
};

class BackupWriter
{
public:
    explicit BackupWriter(const QString &file) : m_file(file), m_hash(QCryptographicHash::Sha256) {}
    Outcome open(); // Io, DiskFull; an older file of that name is overwritten
    // Copies a whole file in. NotFound when it has gone.
    Outcome add(BackupPart::What what, const QString &name, const QString &source, BackupMeter &meter);
    // Manifest and end; flushed to the disk.
    Outcome finish(BackupManifest manifest);

private:
    Outcome put(QByteArrayView bytes);

    QFile m_file;
    QCryptographicHash m_hash;
    std::vector<BackupPart> m_parts;
    std::int64_t m_at = 0;
};

class BackupReader
{
public:
    explicit BackupReader(const QString &file) : m_file(file) {}
    // The frame and the manifest. Errors: NotFound, Corrupt, TooNew, Io.
    Result<BackupManifest> open();
    // Every byte against the hash of the whole. Corrupt.
    Outcome checkWhole(BackupMeter &meter);
    // Writes a part out, flushed to the disk, its hash compared on the way. Corrupt, DiskFull, Io.
    Outcome extract(const BackupPart &part, const QString &target, BackupMeter &meter);
    std::int64_t size() const { return m_file.size(); }

private:
    Outcome readFrame(qint64 &manifestAt, qint64 &manifestSize);

    QFile m_file;
    QByteArray m_hashOfAll;
};

} // namespace yizhan
