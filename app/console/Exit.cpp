// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Exit.h"

namespace yizhan {

Exit exitFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::WrongKey:
    case ErrorKind::Auth: return Exit::WrongPassword;
    case ErrorKind::Busy: return Exit::InUse;
    case ErrorKind::Corrupt:
    case ErrorKind::TooNew: return Exit::Damaged;
    case ErrorKind::DiskFull:
    case ErrorKind::Io: return Exit::Disk;
    case ErrorKind::Usage: return Exit::Usage;
    case ErrorKind::Offline: return Exit::Unreachable;
    default: return Exit::Refused;
    }
}

} // namespace yizhan
