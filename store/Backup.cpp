// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Backup.h"

#include "sql/Connection.h"
#include "sql/SqlText.h"
#include "store/AtomicFile.h"
#include "store/BackupFile.h"
#include "store/Blobs.h"
#include "store/FileErrors.h"
#include "store/ReadErrors.h"
#include "store/SecureBytes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace yizhan {
namespace {

using What = BackupPart::What;
using Counts = QHash<QString, std::int64_t>;

// Whatever is still there when the scope ends goes.
class Scrap
{
public:
    explicit Scrap(QString path) : m_path(std::move(path)) {}
    ~Scrap()
    {
        if (m_path.isEmpty())
            return;
        if (QFileInfo(m_path).isDir())
            QDir(m_path).removeRecursively();
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(m_path + QLatin1String(suffix));
    }
    Scrap(const Scrap &) = delete;
    Scrap &operator=(const Scrap &) = delete;
    void keep() { m_path.clear(); }

private:
    QString m_path;
};

Error failed(const char *how) { return Error(ErrorKind::Corrupt, readerrors::checkFailed, {QString::fromLatin1(how)}); }

// Rows of every ordinary table; those of search tables follow from the rest.
Result<Counts> countAll(Connection &connection)
{
    Result<Statement> names = connection.prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'search_%' ORDER BY name");
    if (!names)
        return names.error();
    Counts counts;
    const Outcome counted = names->each([&](const Statement &row) -> Outcome {
        const QString table = row.text(0);
        const Result<qint64> rows = connection.scalarInt("SELECT count(*) FROM " + quoteIdentifierUtf8(table));
        if (!rows)
            return rows.error();
        counts.insert(table, *rows);
        return {};
    });
    if (!counted)
        return counted.error();
    return counts;
}

OpenOptions optionsFor(const QString &file, const QByteArray &key, OpenOptions::Access access)
{
    OpenOptions options;
    options.file = file;
    options.key = key;
    options.access = access;
    options.keyIsProven = true;
    return options;
}

// A copy of the database in one file: no write-ahead log is left beside it.
Outcome copyDatabase(const Backup::Source &source, const QString &target, BackupMeter &meter)
{
    Result<std::unique_ptr<Connection>> copy = Connection::open(optionsFor(target, source.key, OpenOptions::Access::Create));
    if (!copy)
        return copy.error();
    const auto goOn = [&meter](qint64, qint64) { return meter.goOn().has_value(); };
    if (Outcome copied = source.connection->backupTo(**copy, goOn); !copied)
        return copied;
    return (*copy)->checkpoint(CheckpointMode::Truncate);
}

// Opens the very file with the key, asks every page, counts every row. `atLeast`: what had been there before it was made.
Result<Counts> checkDatabase(const QString &file, const QByteArray &key, int *schemaVersion, BackupMeter &meter)
{
    Result<std::unique_ptr<Connection>> opened = Connection::open(optionsFor(file, key, OpenOptions::Access::ReadWrite));
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    const auto goOn = [&meter](qint64, qint64) { return meter.goOn().has_value(); };
    if (Outcome whole = connection.checkIntegrity(IntegrityDepth::Quick, goOn); !whole)
        return whole.error();
    const Result<qint64> version = connection.scalarInt("PRAGMA user_version");
    if (!version)
        return version.error();
    *schemaVersion = static_cast<int>(*version);
    Result<Counts> counts = countAll(connection);
    if (!counts)
        return counts;
    if (Outcome home = connection.checkpoint(CheckpointMode::Truncate); !home)
        return home.error();
    return counts;
}

// The audit only grows: a copy with fewer rows than there were is not a copy.
Outcome compareWithSource(Connection &source, const Counts &copied, std::int64_t auditRows)
{
    const Result<Counts> standing = countAll(source);
    if (!standing)
        return standing.error();
    const bool sameTables = QSet<QString>(standing->keyBegin(), standing->keyEnd())
                            == QSet<QString>(copied.keyBegin(), copied.keyEnd());
    return sameTables && copied.value(QStringLiteral("audit")) >= auditRows ? Outcome() : failed("rows");
}

Outcome addBlobs(BackupWriter &writer, const Blobs &blobs, const QStringList &names, BackupMeter &meter)
{
    for (const QString &name : names) {
        const Outcome added = writer.add(What::Blob, name, blobs.folder() + u'/' + name, meter);
        if (!added && added.error().kind != ErrorKind::NotFound) // taken away meanwhile: nothing names it any more
            return added;
    }
    return {};
}

// Reads back what was written and compares it with what was checked.
Outcome checkContainer(const QString &file, const QString &database, BackupMeter &meter)
{
    BackupReader reader(file);
    const Result<BackupManifest> manifest = reader.open();
    if (!manifest)
        return failed("frame");
    if (Outcome whole = reader.checkWhole(meter); !whole)
        return whole.error().kind == ErrorKind::Cancelled ? whole : failed("hash");
    QFile checked(database);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!checked.open(QIODevice::ReadOnly) || !hash.addData(&checked))
        return failed("copy");
    for (const BackupPart &part : manifest->parts) {
        if (part.what == What::Database && part.sha256 != hash.result())
            return failed("copy");
    }
    return {};
}

Outcome unpack(BackupReader &reader, const BackupManifest &manifest, const QString &folder, const StoreFiles &names,
               BackupMeter &meter)
{
    for (const BackupPart &part : manifest.parts) {
        QString target = folder + u'/';
        if (part.what == What::Vault)
            target += names.vault;
        else if (part.what == What::Database)
            target += names.database;
        else
            target += names.blobs + u'/' + part.name;
        const QString place = QFileInfo(target).path();
        const bool isBlob = part.what == What::Blob;
        if ((isBlob && !makeFolder(folder + u'/' + names.blobs)) || !makeFolder(place))
            return writeErrorAt(target);
        if (Outcome done = reader.extract(part, target, meter); !done)
            return done;
    }
    return {};
}

bool hasOne(const BackupManifest &manifest, What what)
{
    return std::count_if(manifest.parts.begin(), manifest.parts.end(),
                         [what](const BackupPart &part) { return part.what == what; })
           == 1;
}

Backup::Contents contentsOf(const BackupManifest &manifest)
{
    Backup::Contents contents;
    contents.madeAt = manifest.madeAt;
    contents.schemaVersion = manifest.schemaVersion;
    contents.rows = manifest.rows;
    for (const BackupPart &part : manifest.parts) {
        if (part.what == What::Database)
            contents.databaseBytes = part.size;
        if (part.what != What::Blob)
            continue;
        ++contents.blobCount;
        contents.blobBytes += part.size;
    }
    return contents;
}

} // namespace

Outcome Backup::write(const Source &source, const QString &file, const Progress &progress, const CancelToken &cancel)
{
    if (QFileInfo::exists(file))
        return Error(ErrorKind::Rejected, readerrors::backupExists, {QFileInfo(file).fileName()});
    const QString container = file + QStringLiteral(".part");
    const QString database = file + QStringLiteral(".db.part");
    Scrap containerScrap(container);
    Scrap databaseScrap(database);
    QFile::remove(database); // of a run that was killed

    BackupMeter meter(progress, cancel);
    const Result<qint64> auditRows = source.connection->scalarInt("SELECT count(*) FROM audit");
    if (!auditRows)
        return auditRows.error();
    if (Outcome copied = copyDatabase(source, database, meter); !copied)
        return copied;
    BackupManifest manifest;
    manifest.madeAt = source.now;
    const Result<Counts> counts = checkDatabase(database, source.key, &manifest.schemaVersion, meter);
    if (!counts)
        return counts.error();
    if (Outcome same = compareWithSource(*source.connection, *counts, *auditRows); !same)
        return same;
    manifest.rows = *counts;

    // after the database: what its rows name is there already
    const QStringList blobs = source.blobs->names();
    meter.expect(2 * (QFileInfo(database).size() + source.blobs->totalBytes())); // written and read back
    BackupWriter writer(container);
    if (Outcome opened = writer.open(); !opened)
        return opened;
    if (Outcome added = writer.add(What::Vault, {}, source.files.vault, meter); !added)
        return added;
    if (Outcome added = writer.add(What::Database, {}, database, meter); !added)
        return added;
    if (Outcome added = addBlobs(writer, *source.blobs, blobs, meter); !added)
        return added;
    if (Outcome finished = writer.finish(std::move(manifest)); !finished)
        return finished;
    if (Outcome good = checkContainer(container, database, meter); !good)
        return good;
    if (!QFile::rename(container, file))
        return writeErrorAt(file);
    syncFolder(QFileInfo(file).absolutePath());
    containerScrap.keep();
    return {};
}

Result<Backup::Contents> Backup::inspect(const QString &file, const Progress &progress, const CancelToken &cancel)
{
    BackupReader reader(file);
    const Result<BackupManifest> manifest = reader.open();
    if (!manifest)
        return manifest.error();
    BackupMeter meter(progress, cancel);
    meter.expect(reader.size());
    if (Outcome whole = reader.checkWhole(meter); !whole)
        return whole.error();
    return contentsOf(*manifest);
}

Outcome Backup::restore(const QString &file, const QString &folder, const StoreFiles &names, const Unlock &unlock,
                        const Progress &progress, const CancelToken &cancel)
{
    const QDir target(folder);
    if (target.exists() && !target.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return Error(ErrorKind::Rejected, readerrors::folderTaken, {target.dirName()});
    BackupReader reader(file);
    const Result<BackupManifest> manifest = reader.open();
    if (!manifest)
        return manifest.error();
    if (!hasOne(*manifest, What::Vault) || !hasOne(*manifest, What::Database))
        return Error(ErrorKind::Corrupt, readerrors::backupDamaged, {QStringLiteral("manifest")});
    BackupMeter meter(progress, cancel);
    meter.expect(2 * reader.size()); // read once for the hash, once to unpack
    if (Outcome whole = reader.checkWhole(meter); !whole)
        return whole;

    const QString beside = QDir::cleanPath(target.absolutePath()) + QStringLiteral(".part");
    QDir(beside).removeRecursively(); // of a run that was killed
    Scrap scrap(beside);
    if (!makeFolder(beside))
        return writeErrorAt(beside);
    if (Outcome unpacked = unpack(reader, *manifest, beside, names, meter); !unpacked)
        return unpacked;
    Result<QByteArray> key = unlock(beside + u'/' + names.vault);
    if (!key)
        return key.error();
    int schemaVersion = 0;
    const Result<Counts> counts = checkDatabase(beside + u'/' + names.database, *key, &schemaVersion, meter);
    wipe(*key);
    if (!counts)
        return counts.error();
    if (*counts != manifest->rows || schemaVersion != manifest->schemaVersion)
        return Error(ErrorKind::Corrupt, readerrors::backupDamaged, {QStringLiteral("rows")});
    if (target.exists() && !QDir().rmdir(target.absolutePath()))
        return writeErrorAt(target.absolutePath());
    if (!QDir().rename(beside, target.absolutePath()))
        return writeErrorAt(target.absolutePath());
    syncFolder(QFileInfo(target.absolutePath()).path());
    scrap.keep();
    return {};
}

} // namespace yizhan
