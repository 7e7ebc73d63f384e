// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/BackupFile.h"

#include "store/AtomicFile.h"
#include "store/FileErrors.h"
#include "store/ReadErrors.h"

#include <QCborArray>
#include <QCborMap>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace yizhan {
namespace {

constexpr char beginning[] = "YZbackup";
constexpr char ending[] = "YZend---";
constexpr qsizetype markSize = 8;
constexpr qint64 headSize = markSize + 8;
constexpr qint64 hashSize = 32;
constexpr qint64 tailSize = 16 + hashSize + markSize;
constexpr std::uint32_t newestFormat = 1;
constexpr qint64 largestManifest = 256LL << 20;
constexpr qint64 blockSize = 1 << 20;

enum Key : int { formatKey = 0, madeAtKey = 1, schemaKey = 2, rowsKey = 3, partsKey = 4 };
enum PartKey : int { whatKey = 0, nameKey = 1, offsetKey = 2, sizeKey = 3, hashKey = 4 };

Error damaged(const char *how) { return Error(ErrorKind::Corrupt, readerrors::backupDamaged, {QString::fromLatin1(how)}); }

template <class T>
QByteArray littleEndian(T value)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

bool flushToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_UNIX
    return fsync(file.handle()) == 0;
#else
    return true;
#endif
}

// A name from a container must not lead out of the folder it is restored into.
bool isSafeName(const BackupPart &part)
{
    static const QRegularExpression blob(QStringLiteral("^([0-9a-f]{2})/\\1[0-9a-f]{62}$"));
    return part.what != BackupPart::What::Blob || blob.match(part.name).hasMatch();
}

Result<BackupPart> partOf(const QCborValue &value)
{
    const QCborMap map = value.toMap();
    BackupPart part;
    const qint64 what = map.value(whatKey).toInteger();
    part.what = static_cast<BackupPart::What>(what);
    part.name = map.value(nameKey).toString();
    part.offset = map.value(offsetKey).toInteger(-1);
    part.size = map.value(sizeKey).toInteger(-1);
    part.sha256 = map.value(hashKey).toByteArray();
    const bool good = what >= 1 && what <= 3 && part.offset >= headSize && part.size >= 0 && part.sha256.size() == hashSize
                      && isSafeName(part);
    if (!good)
        return damaged("manifest");
    return part;
}

} // namespace

QByteArray BackupManifest::toBytes() const
{
    QCborArray list;
    for (const BackupPart &part : parts)
        list.append(QCborMap{{whatKey, static_cast<int>(part.what)},
                             {nameKey, part.name},
                             {offsetKey, qint64{part.offset}},
                             {sizeKey, qint64{part.size}},
                             {hashKey, part.sha256}});
    QCborMap counts;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row)
        counts.insert(row.key(), qint64{row.value()});
    const QCborMap map{{formatKey, qint64{newestFormat}},
                       {madeAtKey, qint64{madeAt.ms}},
                       {schemaKey, schemaVersion},
                       {rowsKey, counts},
                       {partsKey, list}};
    return map.toCborValue().toCbor();
}

Result<BackupManifest> BackupManifest::fromBytes(const QByteArray &cbor)
{
    QCborParserError fault;
    const QCborValue value = QCborValue::fromCbor(cbor, &fault);
    if (fault.error != QCborError::NoError || !value.isMap())
        return damaged("manifest");
    const QCborMap map = value.toMap();
    BackupManifest manifest;
    manifest.madeAt.ms = map.value(madeAtKey).toInteger();
    manifest.schemaVersion = static_cast<int>(map.value(schemaKey).toInteger());
    const QCborMap counts = map.value(rowsKey).toMap();
    for (auto row = counts.cbegin(); row != counts.cend(); ++row)
        manifest.rows.insert(row.key().toString(), row.value().toInteger());
    for (const QCborValue &each : map.value(partsKey).toArray()) {
        const Result<BackupPart> part = partOf(each);
        if (!part)
            return part.error();
        manifest.parts.push_back(*part);
    }
    return manifest;
}

Outcome BackupMeter::advance(std::int64_t bytes)
{
    m_done += bytes;
    m_total = std::max(m_total, m_done); // the manifest is not known beforehand
    if (m_progress)
        m_progress(m_done, m_total);
    return goOn();
}

Outcome BackupMeter::goOn() const
{
    return m_cancel.isCancelled() ? Outcome(Error(ErrorKind::Cancelled, readerrors::stopped)) : Outcome();
}

Outcome BackupWriter::open()
{
    m_file.remove(); // of a run that was killed
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return writeErrorOf(m_file);
    return put(QByteArray(beginning, markSize) + littleEndian(newestFormat) + littleEndian(std::uint32_t{0}));
}

Outcome BackupWriter::put(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return writeErrorOf(m_file);
    m_hash.addData(bytes);
    m_at += bytes.size();
    return {};
}

Outcome BackupWriter::add(BackupPart::What what, const QString &name, const QString &source, BackupMeter &meter)
{
    QFile from(source);
    if (!from.exists())
        return Error(ErrorKind::NotFound, readerrors::sourceUnreadable, {QFileInfo(source).fileName()});
    if (!from.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Io, readerrors::sourceUnreadable, {QFileInfo(source).fileName()});
    BackupPart part{what, name, m_at, 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        const QByteArray block = from.read(blockSize);
        if (block.isEmpty() && from.error() != QFileDevice::NoError)
            return Error(ErrorKind::Io, readerrors::sourceUnreadable, {QFileInfo(source).fileName()});
        if (block.isEmpty())
            break;
        hash.addData(block);
        part.size += block.size();
        if (Outcome written = put(block); !written)
            return written;
        if (Outcome more = meter.advance(block.size()); !more)
            return more;
    }
    part.sha256 = hash.result();
    m_parts.push_back(std::move(part));
    return {};
}

Outcome BackupWriter::finish(BackupManifest manifest)
{
    manifest.parts = m_parts;
    const QByteArray body = manifest.toBytes();
    const std::int64_t at = m_at;
    if (Outcome written = put(body); !written)
        return written;
    if (Outcome written = put(littleEndian(std::uint64_t(at)) + littleEndian(std::uint64_t(body.size()))); !written)
        return written;
    if (Outcome written = put(m_hash.result() + QByteArray(ending, markSize)); !written)
        return written;
    if (!flushToDisk(m_file))
        return writeErrorOf(m_file);
    m_file.close();
    return {};
}

Outcome BackupReader::readFrame(qint64 &manifestAt, qint64 &manifestSize)
{
    const qint64 size = m_file.size();
    const QByteArray head = m_file.read(headSize);
    if (head.size() != headSize || !head.startsWith(beginning))
        return damaged("not a backup");
    const auto format = qFromLittleEndian<std::uint32_t>(head.constData() + markSize);
    if (format > newestFormat)
        return Error(ErrorKind::TooNew, readerrors::backupTooNew, {QString::number(format), QString::number(newestFormat)});
    if (size < headSize + tailSize || !m_file.seek(size - tailSize))
        return damaged("cut off");
    const QByteArray tail = m_file.read(tailSize);
    if (tail.size() != tailSize || !tail.endsWith(ending))
        return damaged("cut off");
    manifestAt = static_cast<qint64>(qFromLittleEndian<std::uint64_t>(tail.constData()));
    manifestSize = static_cast<qint64>(qFromLittleEndian<std::uint64_t>(tail.constData() + 8));
    m_hashOfAll = tail.sliced(16, hashSize);
    const bool fits = manifestAt >= headSize && manifestSize > 0 && manifestSize <= largestManifest
                      && manifestAt <= size - tailSize && manifestAt + manifestSize == size - tailSize;
    return fits ? Outcome() : damaged("frame");
}

Result<BackupManifest> BackupReader::open()
{
    if (!m_file.exists())
        return Error(ErrorKind::NotFound, readerrors::backupMissing, {QFileInfo(m_file.fileName()).fileName()});
    if (!m_file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Io, readerrors::sourceUnreadable, {QFileInfo(m_file.fileName()).fileName()});
    qint64 at = 0;
    qint64 size = 0;
    if (Outcome frame = readFrame(at, size); !frame)
        return frame.error();
    if (!m_file.seek(at))
        return damaged("frame");
    const QByteArray body = m_file.read(size);
    if (body.size() != size)
        return damaged("cut off");
    Result<BackupManifest> manifest = BackupManifest::fromBytes(body);
    if (!manifest)
        return manifest;
    for (const BackupPart &part : manifest->parts) {
        if (part.offset > at || part.size > at - part.offset)
            return damaged("manifest");
    }
    return manifest;
}

Outcome BackupReader::checkWhole(BackupMeter &meter)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 left = m_file.size() - hashSize - markSize;
    if (!m_file.seek(0))
        return damaged("frame");
    while (left > 0) {
        const QByteArray block = m_file.read(std::min(left, blockSize));
        if (block.isEmpty())
            return damaged("cut off");
        hash.addData(block);
        left -= block.size();
        if (Outcome more = meter.advance(block.size()); !more)
            return more;
    }
    return hash.result() == m_hashOfAll ? Outcome() : damaged("hash of the whole");
}

Outcome BackupReader::extract(const BackupPart &part, const QString &target, BackupMeter &meter)
{
    QFile to(target);
    if (!m_file.seek(part.offset))
        return damaged("frame");
    if (!to.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return writeErrorOf(to);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 left = part.size;
    while (left > 0) {
        const QByteArray block = m_file.read(std::min(left, blockSize));
        if (block.isEmpty())
            return damaged("cut off");
        hash.addData(block);
        if (to.write(block) != block.size())
            return writeErrorOf(to);
        left -= block.size();
        if (Outcome more = meter.advance(block.size()); !more)
            return more;
    }
    if (!flushToDisk(to))
        return writeErrorOf(to);
    return hash.result() == part.sha256 ? Outcome() : damaged("hash of a part");
}

} // namespace yizhan
