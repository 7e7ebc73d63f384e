// SPDX-License-Identifier: GPL-3.0-or-later
// Tells that somebody asks again: the earlier consultation of the same telephone about the same subject.
#pragma once

#include "records/Record.h"
#include "sql/Connection.h"

namespace yizhan::repeats {

// Days within which a second question counts as a repeat, the thirtieth included.
inline constexpr int withinDays = 30;

// Does the consultation say enough to look for an earlier one that it has changed since `before` (null: it is new)?
bool concerns(const Record &consultation, const Record *before);
// The newest standing consultation with the same telephone, however it is written, and the same subject that was received
// before this one and at most withinDays earlier; the null id if there is none. Any office of this workstation's store. Some
// tenths of a millisecond. Errors: those of the connection.
Result<RecordId> earlierOf(Connection &connection, const Record &consultation);

} // namespace yizhan::repeats
