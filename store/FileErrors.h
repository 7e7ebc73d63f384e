// SPDX-License-Identifier: GPL-3.0-or-later
// Inside store/ only: why a file could not be written, as an Error of the right kind.
#pragma once

#include "base/Error.h"

#include <QFileDevice>

namespace yizhan {

// DiskFull when the disk has no room left, Io otherwise; names the file without its folder.
Error writeErrorOf(const QFileDevice &file);
Error writeErrorAt(const QString &path);

} // namespace yizhan
