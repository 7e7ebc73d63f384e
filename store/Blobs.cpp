// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Blobs.h"

#include "store/AtomicFile.h"
#include "store/FileErrors.h"
#include "store/ReadErrors.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <sodium.h>

namespace yizhan {
namespace {

constexpr char magic[] = "YZblob1\n";
constexpr qsizetype magicSize = 8;
constexpr qint64 chunkSize = 1 << 20;
constexpr qint64 sealedSize = chunkSize + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr char kdfContext[crypto_kdf_CONTEXTBYTES + 1] = "yzblobs_";

using StreamState = crypto_secretstream_xchacha20poly1305_state;

const unsigned char *bytesOf(const QByteArray &array) { return reinterpret_cast<const unsigned char *>(array.constData()); }

unsigned char *bytesOf(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }

SecureBytes derived(QByteArrayView key, std::uint64_t purpose)
{
    SecureBytes made(crypto_kdf_KEYBYTES);
    Q_ASSERT(key.size() == crypto_kdf_KEYBYTES);
    crypto_kdf_derive_from_key(made.data(), made.size(), purpose, kdfContext,
                               reinterpret_cast<const unsigned char *>(key.data()));
    return made;
}

Error damaged(const char *how) { return Error(ErrorKind::Corrupt, readerrors::blobDamaged, {QString::fromLatin1(how)}); }

// A state of the stream, wiped when done.
struct Stream {
    StreamState state;
    ~Stream() { sodium_memzero(&state, sizeof state); }
};

bool isBlobName(const QString &fileName)
{
    static const QRegularExpression name(QStringLiteral("^[0-9a-f]{64}$"));
    return name.match(fileName).hasMatch();
}

// Every file below the folder, as "ab/abcd...".
QStringList filesBelow(const QString &folder)
{
    QStringList found;
    const QDir root(folder);
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        found += root.relativeFilePath(each.next());
    found.sort();
    return found;
}

} // namespace

Blobs::Blobs(QString folder, QByteArrayView key) : m_folder(std::move(folder))
{
    requireSodium();
    m_nameKey = derived(key, 1);
    m_contentKey = derived(key, 2);
}

Blobs::~Blobs() = default;

QByteArray Blobs::keyedHash(const QByteArray &sha256) const
{
    QByteArray hash(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256(bytesOf(hash), bytesOf(sha256), static_cast<unsigned long long>(sha256.size()), m_nameKey.data());
    return hash;
}

QString Blobs::nameFor(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(keyedHash(sha256).toHex());
    return name.first(2) + u'/' + name;
}

bool Blobs::has(const QByteArray &sha256) const { return QFile::exists(m_folder + u'/' + nameFor(sha256)); }

Result<BlobInfo> Blobs::add(const QString &file, const Progress &progress, const CancelToken &cancel)
{
    QFile source(file);
    const QString name = QFileInfo(file).fileName();
    if (!source.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Io, readerrors::sourceUnreadable, {name});
    return store(source, name, progress, cancel);
}

Result<BlobInfo> Blobs::addBytes(const QByteArray &content)
{
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    return store(buffer, {}, {}, {});
}

// The hash first, which names the file and binds its chunks; then the content again.
Result<BlobInfo> Blobs::store(QIODevice &from, const QString &sourceName, const Progress &progress, const CancelToken &cancel)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    BlobInfo info;
    QByteArray chunk(chunkSize, Qt::Uninitialized);
    for (;;) {
        if (cancel.isCancelled())
            return Error(ErrorKind::Cancelled, readerrors::stopped);
        const qint64 got = from.read(chunk.data(), chunkSize);
        if (got < 0)
            return Error(ErrorKind::Io, readerrors::sourceUnreadable, {sourceName});
        if (got == 0)
            break;
        hash.addData(QByteArrayView(chunk).first(got));
        info.size += got;
    }
    wipe(chunk);
    info.sha256 = hash.result();
    if (has(info.sha256))
        return info;
    if (!from.seek(0))
        return Error(ErrorKind::Io, readerrors::sourceUnreadable, {sourceName});
    if (Outcome sealed = seal(from, info, sourceName, progress, cancel); !sealed)
        return sealed.error();
    return info;
}

Outcome Blobs::seal(QIODevice &from, const BlobInfo &info, const QString &sourceName, const Progress &progress,
                    const CancelToken &cancel)
{
    const QString path = m_folder + u'/' + nameFor(info.sha256);
    const QString subfolder = QFileInfo(path).path();
    if (!makeFolder(m_folder) || !makeFolder(subfolder))
        return writeErrorAt(path);
    QSaveFile to(path); // flushed to the disk and renamed by commit(), removed otherwise
    if (!to.open(QIODevice::WriteOnly) || !to.setPermissions(ownerOnly))
        return writeErrorOf(to);

    Stream stream;
    QByteArray header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, bytesOf(header), m_contentKey.data());
    if (to.write(magic, magicSize) != magicSize || to.write(header) != header.size())
        return writeErrorOf(to);
    const QByteArray bound = keyedHash(info.sha256);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray plain(chunkSize, Qt::Uninitialized);
    QByteArray sealed(sealedSize, Qt::Uninitialized);
    qint64 done = 0;
    bool last = false;
    while (!last) {
        if (cancel.isCancelled())
            return Error(ErrorKind::Cancelled, readerrors::stopped);
        const qint64 got = from.read(plain.data(), chunkSize);
        if (got < 0 || (got < chunkSize && done + got < info.size))
            return Error(ErrorKind::Io, readerrors::sourceUnreadable, {sourceName});
        done += got;
        last = done >= info.size;
        hash.addData(QByteArrayView(plain).first(got));
        unsigned long long length = 0;
        crypto_secretstream_xchacha20poly1305_push(
            &stream.state, bytesOf(sealed), &length, bytesOf(plain), static_cast<unsigned long long>(got), bytesOf(bound),
            static_cast<unsigned long long>(bound.size()), last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        if (to.write(sealed.constData(), static_cast<qint64>(length)) != static_cast<qint64>(length))
            return writeErrorOf(to);
        if (progress)
            progress(done, info.size);
    }
    wipe(plain);
    if (hash.result() != info.sha256) // somebody wrote into it
        return Error(ErrorKind::Io, readerrors::sourceUnreadable, {sourceName});
    if (!to.commit())
        return writeErrorOf(to);
    syncFolder(subfolder);
    return {};
}

Outcome Blobs::unseal(const QByteArray &sha256, const CancelToken &cancel,
                      const std::function<void(QByteArrayView)> &take) const
{
    QFile file(m_folder + u'/' + nameFor(sha256));
    if (!file.exists())
        return Error(ErrorKind::NotFound, readerrors::blobMissing);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Io, readerrors::sourceUnreadable, {file.fileName().section(u'/', -1)});
    const QByteArray header = file.read(magicSize + qint64{crypto_secretstream_xchacha20poly1305_HEADERBYTES});
    Stream stream;
    if (header.size() != magicSize + qint64{crypto_secretstream_xchacha20poly1305_HEADERBYTES} || !header.startsWith(magic)
        || crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, bytesOf(header) + magicSize, m_contentKey.data())
               != 0)
        return damaged("header");

    const QByteArray bound = keyedHash(sha256);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray plain(chunkSize, Qt::Uninitialized);
    QByteArray sealed(sealedSize, Qt::Uninitialized);
    unsigned char tag = 0;
    for (int number = 0; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; ++number) {
        if (cancel.isCancelled())
            return Error(ErrorKind::Cancelled, readerrors::stopped);
        const qint64 got = file.read(sealed.data(), sealedSize);
        if (got < 0)
            return Error(ErrorKind::Io, readerrors::sourceUnreadable, {file.fileName().section(u'/', -1)});
        unsigned long long length = 0;
        if (got < qint64{crypto_secretstream_xchacha20poly1305_ABYTES}
            || crypto_secretstream_xchacha20poly1305_pull(&stream.state, bytesOf(plain), &length, &tag, bytesOf(sealed),
                                                          static_cast<unsigned long long>(got), bytesOf(bound),
                                                          static_cast<unsigned long long>(bound.size()))
                   != 0)
            return damaged(got == 0 ? "cut off" : "chunk");
        const QByteArrayView content = QByteArrayView(plain).first(static_cast<qsizetype>(length));
        hash.addData(content);
        take(content);
    }
    wipe(plain);
    if (!file.atEnd() || hash.result() != sha256)
        return damaged("content");
    return {};
}

Result<QByteArray> Blobs::read(const QByteArray &sha256) const
{
    QByteArray content;
    if (Outcome read = unseal(sha256, {}, [&content](QByteArrayView chunk) { content += chunk; }); !read)
        return read.error();
    return content;
}

Outcome Blobs::check(const QByteArray &sha256, const CancelToken &cancel) const
{
    return unseal(sha256, cancel, [](QByteArrayView) {});
}

QStringList Blobs::unreferenced(const std::set<QByteArray> &referenced) const
{
    std::set<QString> needed;
    for (const QByteArray &sha256 : referenced)
        needed.insert(nameFor(sha256));
    QStringList found;
    for (const QString &name : names()) {
        if (needed.count(name) == 0)
            found += name;
    }
    return found;
}

Outcome Blobs::remove(const QString &name)
{
    const bool ours = isBlobName(name.section(u'/', -1)) && name.count(u'/') == 1;
    if (!ours || !QFile::remove(m_folder + u'/' + name))
        return Error(ErrorKind::Io, readerrors::cannotWrite, {name.section(u'/', -1)});
    return {};
}

void Blobs::removeRemains()
{
    for (const QString &name : filesBelow(m_folder)) {
        if (!isBlobName(name.section(u'/', -1)))
            QFile::remove(m_folder + u'/' + name);
    }
}

QStringList Blobs::names() const
{
    QStringList found = filesBelow(m_folder);
    found.removeIf([](const QString &name) { return !isBlobName(name.section(u'/', -1)); });
    return found;
}

std::int64_t Blobs::totalBytes() const
{
    std::int64_t bytes = 0;
    for (const QString &name : names())
        bytes += QFileInfo(m_folder + u'/' + name).size();
    return bytes;
}

} // namespace yizhan
