// SPDX-License-Identifier: GPL-3.0-or-later
// What a script may rely on: the exit codes of all programs of the command line.
#pragma once

#include "base/Error.h"

namespace yizhan {

enum class Exit { Done = 0, Refused = 1, Usage = 2, WrongPassword = 3, InUse = 4, Damaged = 5, Disk = 6, Unreachable = 7 };
Exit exitFor(ErrorKind kind);

} // namespace yizhan
