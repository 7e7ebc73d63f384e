// SPDX-License-Identifier: GPL-3.0-or-later
// After an update of the program: what an older release could only keep as unknown moves into the columns that exist by now.
#pragma once

#include "store/Writer.h"

namespace yizhan::adoption {

// Changes whenever a release declares other fields or other types of them.
QByteArray declarations();

// If the file was last opened with other declarations: moves what `ext` of each row holds and its kind knows by now into the
// row's columns and into the search tables, makes the indexes and search tables that are missing, and asks for the derived
// columns to be computed anew. Neither audited nor sent: nothing changes for anybody but this file. Bounded transactions; when
// it is cut short the next opening goes on with it. One look at every row of the file, so seconds on a large one. Writer
// thread, the tables at their newest version. Errors: those of the connection.
Outcome run(Connection &connection, Writer &writer);

} // namespace yizhan::adoption
