// SPDX-License-Identifier: GPL-3.0-or-later
// Administration: copies of the whole district, their way back, and handing everything over to a successor.
#include "records/Codec.h"
#include "server/core/Administration.h"
#include "server/core/Epochs.h"
#include "server/core/Leases.h"
#include "server/core/SealedStream.h"
#include "server/core/ServerErrors.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QSaveFile>

namespace yizhan {
namespace {

constexpr const char *storageName = "district.copy";
constexpr const char *manifestName = "backup.json";
constexpr qint64 pieceBytes = 1 << 20;

Error fileError(const QString &name) { return Error(ErrorKind::Io, servererrors::files, {name}); }
Error notABackup(const QString &what) { return Error(ErrorKind::Corrupt, servererrors::notABackup, {what}); }

Result<QByteArray> sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fileError(QFileInfo(path).fileName());
    return hash.result();
}

// Sealed files never change: one that is there already is the same.
Result<qint64> copyFiles(const QString &from, const QString &to)
{
    qint64 count = 0;
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QString target = QDir(to).filePath(QDir(from).relativeFilePath(source));
        ++count;
        if (QFile::exists(target))
            continue;
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::copy(source, target + QStringLiteral(".part")) || !QFile::rename(target + QStringLiteral(".part"), target))
            return fileError(QStringLiteral("attachments"));
    }
    return count;
}

using Answered = std::vector<std::pair<RecordId, qint64>>; // workstation and its last operation

Result<Answered> answeredBy(SqlSession &session)
{
    Answered answered;
    const Outcome read = session.each("SELECT id, last_n FROM device", {}, [&answered](const SqlRow &row) {
        answered.emplace_back(row.id(0), row.int64(1));
        return Outcome();
    });
    return read ? Result<Answered>(std::move(answered)) : Result<Answered>(read.error());
}

Outcome writeManifest(const QString &folder, const epochs::Mark &mark, const QByteArray &sha256)
{
    const QJsonObject object{{QStringLiteral("format"), QStringLiteral("yizhan-district-backup/1")},
                             {QStringLiteral("instance"), mark.instance},
                             {QStringLiteral("epoch"), mark.epoch},
                             {QStringLiteral("sha256"), QString::fromLatin1(sha256.toHex())}};
    QSaveFile file(QDir(folder).filePath(QLatin1String(manifestName)));
    const QByteArray text = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fileError(QLatin1String(manifestName));
    return {};
}

// Before anything is replaced: is it whole, and which life does it come from?
Result<Epoch> checkBackup(const QString &folder)
{
    QFile file(QDir(folder).filePath(QLatin1String(manifestName)));
    if (!file.open(QIODevice::ReadOnly))
        return notABackup(QLatin1String(manifestName));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const Result<QByteArray> sha256 = sha256Of(QDir(folder).filePath(QLatin1String(storageName)));
    if (!sha256)
        return sha256.error();
    if (object.value(QLatin1String("sha256")).toString().toLatin1() != sha256->toHex())
        return notABackup(QLatin1String(storageName));
    return static_cast<Epoch>(object.value(QLatin1String("epoch")).toInt());
}

} // namespace

Result<BackupInfo> Administration::backup(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fileError(folder);
    BackupInfo info;
    info.file = QDir(folder).filePath(QLatin1String(storageName));
    Answered answered;
    epochs::Mark mark;
    const Outcome read = m_context.database.read([&](SqlSession &session) -> Outcome {
        Result<Answered> found = answeredBy(session);
        Result<epochs::Mark> standing = epochs::markOf(session);
        const auto rows = session.number("SELECT COUNT(*) FROM record", {});
        if (!found || !standing || !rows)
            return !found ? found.error() : (!standing ? standing.error() : rows.error());
        answered = std::move(*found);
        mark = std::move(*standing);
        info.rows = rows->value_or(0);
        return {};
    });
    if (!read)
        return read.error();
    info.epoch = mark.epoch;
    const QString fresh = info.file + QStringLiteral(".new");
    QFile::remove(fresh);
    if (Outcome copied = m_context.database.copyTo(fresh); !copied)
        return copied.error();
    const Result<qint64> files = copyFiles(QDir(m_context.folder).filePath(QStringLiteral("attachments")),
                                           QDir(folder).filePath(QStringLiteral("attachments")));
    const Result<QByteArray> sha256 = sha256Of(fresh);
    if (!files || !sha256)
        return files ? sha256.error() : files.error();
    info.attachments = *files;
    QFile::remove(info.file);
    if (!QFile::rename(fresh, info.file))
        return fileError(QLatin1String(storageName));
    if (Outcome written = writeManifest(folder, mark, *sha256); !written)
        return written.error();
    const Outcome noted = change(
        QStringLiteral("backup"), {{QStringLiteral("rows"), info.rows}},
        [&](SqlSession &session, std::vector<QString> &) -> Outcome {
            for (const auto &[device, n] : answered) {
                Outcome safe = session.done("UPDATE device SET durable_n = ? WHERE id = ? AND durable_n < ?", {n, device, n});
                if (!safe)
                    return safe;
            }
            return {};
        });
    return noted ? Result<BackupInfo>(std::move(info)) : Result<BackupInfo>(noted.error());
}

Outcome Administration::restore(const QString &folder)
{
    const Result<Epoch> epoch = checkBackup(folder);
    if (!epoch)
        return epoch.error();
    const Result<std::optional<epochs::Mark>> remembered = epochs::readMark(m_context.folder);
    if (!remembered)
        return remembered.error();
    Epoch known = *epoch;
    if (*remembered)
        known = std::max(known, (*remembered)->epoch);
    if (Outcome copied = m_context.database.copyFrom(QDir(folder).filePath(QLatin1String(storageName))); !copied)
        return copied;
    if (Outcome prepared = m_context.database.prepareSchema(); !prepared)
        return prepared;
    const Result<qint64> files = copyFiles(QDir(folder).filePath(QStringLiteral("attachments")),
                                           QDir(m_context.folder).filePath(QStringLiteral("attachments")));
    if (!files)
        return files.error();
    epochs::Mark mark;
    const Outcome declared = m_context.database.write([&](SqlSession &session) -> Outcome {
        if (Outcome done = epochs::declareRestored(session, known, m_context.clock.now(), QStringLiteral("restore")); !done)
            return done;
        Result<epochs::Mark> standing = epochs::markOf(session);
        if (!standing)
            return standing.error();
        mark = std::move(*standing);
        return {};
    });
    return declared ? epochs::writeMark(m_context.folder, mark) : declared;
}

Outcome Administration::closeYear(const QString &seriesKey)
{
    return change(QStringLiteral("close year"), {{QStringLiteral("series"), seriesKey}},
                  [&](SqlSession &session, std::vector<QString> &) {
                      return leases::closeYear(session, seriesKey, m_context.clock.now());
                  });
}

Result<qint64> Administration::exportAll(const QString &file, const QByteArray &recipientKey)
{
    if (recipientKey.size() != crypto_box_PUBLICKEYBYTES)
        return Error(ErrorKind::Usage, servererrors::files, {QStringLiteral("key")});
    const QByteArray key = m_context.randomBytes(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    QByteArray sealedKey(key.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(reinterpret_cast<unsigned char *>(sealedKey.data()),
                    reinterpret_cast<const unsigned char *>(key.constData()), static_cast<unsigned long long>(key.size()),
                    reinterpret_cast<const unsigned char *>(recipientKey.constData()));
    Result<std::unique_ptr<SealedWriter>> out = SealedWriter::open(file, key);
    if (!out)
        return out.error();
    qint64 count = 0;
    QByteArray piece;
    const auto add = [&](const QJsonObject &object) {
        piece += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        if (piece.size() < pieceBytes)
            return Outcome();
        return (*out)->add(std::exchange(piece, {}));
    };
    Outcome done = m_context.database.read([&](SqlSession &session) -> Outcome {
        const Outcome rows = session.each("SELECT body FROM record ORDER BY root, id", {}, [&](const SqlRow &row) -> Outcome {
            const Result<Record> record = decodeRecord(row.bytes(0));
            if (!record || record->isNull())
                return Error(ErrorKind::Corrupt, servererrors::damaged, {QStringLiteral("record")});
            ++count;
            return add(toJson(*record, false));
        });
        if (!rows)
            return rows;
        return session.each("SELECT payload, received_at FROM operation WHERE payload_hash IS NULL ORDER BY office, hseq", {},
                            [&](const SqlRow &row) -> Outcome {
                                const Result<wire::Operation> operation = fromCbor<wire::Operation>(row.bytes(0));
                                if (!operation)
                                    return operation.error();
                                QJsonObject object = toJson(*operation);
                                object.insert(QStringLiteral("received_at"), row.instant(1).toIsoUtc());
                                return add(object);
                            });
    });
    if (done && !piece.isEmpty())
        done = (*out)->add(piece);
    if (done)
        done = (*out)->finish();
    if (!done)
        return done.error();
    QSaveFile keyFile(file + QStringLiteral(".key"));
    if (!keyFile.open(QIODevice::WriteOnly) || keyFile.write(sealedKey) != sealedKey.size() || !keyFile.commit())
        return fileError(QFileInfo(keyFile.fileName()).fileName());
    done = change(QStringLiteral("export"), {{QStringLiteral("records"), count}},
                  [](SqlSession &, std::vector<QString> &) { return Outcome(); });
    return done ? Result<qint64>(count) : Result<qint64>(done.error());
}

} // namespace yizhan
