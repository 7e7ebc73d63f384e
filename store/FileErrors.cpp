// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FileErrors.h"

#include "store/ReadErrors.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace yizhan {
namespace {

Error errorOf(const QFileInfo &info, bool full)
{
    return full ? Error(ErrorKind::DiskFull, readerrors::noRoom, {info.fileName()})
                : Error(ErrorKind::Io, readerrors::cannotWrite, {info.fileName()});
}

// Less than a block free: what fails now fails for want of room.
bool isFull(const QFileInfo &info)
{
    constexpr qint64 block = 4096;
    const QStorageInfo storage(info.absolutePath());
    return storage.isValid() && storage.bytesTotal() > 0 && storage.bytesAvailable() < block;
}

} // namespace

Error writeErrorOf(const QFileDevice &file)
{
    const QFileInfo info(file.fileName());
    return errorOf(info, file.error() == QFileDevice::ResourceError || isFull(info));
}

Error writeErrorAt(const QString &path)
{
    const QFileInfo info(path);
    return errorOf(info, isFull(info));
}

} // namespace yizhan
