// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that are there whole or not at all, whatever happens to the machine while they are written.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

namespace yizhan {

// Who may do what with the files of a store: their owner everything, everybody else nothing.
inline constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
// The folder and what leads to it; made for the owner only, one that is there already stays as it is. False if it cannot be.
bool makeFolder(const QString &folder);

// For the owner only. Temporary file beside it, flushed to the disk, renamed, folder flushed. Errors: DiskFull, Io (the file's
// name, no path).
Outcome writeAtomically(const QString &file, const QByteArray &bytes);
// At most `limit` bytes. Errors: NotFound, Corrupt (larger), Io.
Result<QByteArray> readWhole(const QString &file, qint64 limit);
// Overwrites the content in place with random bytes, flushes, removes. Nothing there = fine. Errors: Io.
Outcome shred(const QString &file);
// Makes names in the folder (made, renamed, removed) survive a power cut; where the system has no such call, does nothing.
void syncFolder(const QString &folder);

} // namespace yizhan
