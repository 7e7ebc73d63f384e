// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AtomicFile.h"

#include "store/SecureBytes.h"
#include "store/StoreErrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>
#include <sodium.h>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace yizhan {
namespace {

Error troubleWith(const QString &file)
{
    const QFileInfo info(file);
    if (QStorageInfo(info.path()).bytesAvailable() == 0)
        return Error(ErrorKind::DiskFull, storeerrors::noRoom, {info.path()});
    return Error(ErrorKind::Io, storeerrors::fileTrouble, {info.fileName()});
}

void flushToDisk(QFile &file)
{
    file.flush();
#ifdef Q_OS_UNIX
    fsync(file.handle());
#endif
}

} // namespace

bool makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return true;
    if (!QDir().mkpath(QFileInfo(folder).absolutePath()))
        return false;
    return QDir().mkdir(folder, ownerOnly | QFileDevice::ExeOwner) || QFileInfo(folder).isDir();
}

Outcome writeAtomically(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    // commit() flushes the content to the disk before it renames
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(ownerOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return troubleWith(file);
    syncFolder(QFileInfo(file).path());
    return {};
}

Result<QByteArray> readWhole(const QString &file, qint64 limit)
{
    QFile in(file);
    if (!in.exists())
        return Error(ErrorKind::NotFound, storeerrors::fileTrouble, {QFileInfo(file).fileName()});
    if (!in.open(QIODevice::ReadOnly))
        return troubleWith(file);
    const QByteArray bytes = in.read(limit + 1);
    if (in.error() != QFileDevice::NoError)
        return troubleWith(file);
    if (bytes.size() > limit)
        return Error(ErrorKind::Corrupt, storeerrors::vaultDamaged, {QFileInfo(file).fileName()});
    return bytes;
}

Outcome shred(const QString &file)
{
    QFile out(file);
    if (!out.exists())
        return {};
    requireSodium();
    if (!out.open(QIODevice::ReadWrite))
        return troubleWith(file);
    QByteArray noise(static_cast<qsizetype>(out.size()), '\0');
    randombytes_buf(noise.data(), static_cast<std::size_t>(noise.size()));
    if (out.write(noise) != noise.size())
        return troubleWith(file);
    flushToDisk(out);
    out.close();
    if (!out.remove())
        return troubleWith(file);
    syncFolder(QFileInfo(file).path());
    return {};
}

void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(folder)
#endif
}

} // namespace yizhan
