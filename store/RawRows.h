// SPDX-License-Identifier: GPL-3.0-or-later
// After an update of the program: rows of kinds that an older release could only keep as they came.
#pragma once

#include "store/StoreContext.h"
#include "store/Writer.h"

namespace yizhan::rawrows {

// Those whose kind is known by now become ordinary rows. Nothing is sent: nothing changes for anybody but this file. Writer
// thread, tables at their newest version. Errors: those of the connection.
Outcome adopt(Connection &connection, Writer &writer, const StoreContext &context);

} // namespace yizhan::rawrows
