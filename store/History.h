// SPDX-License-Identifier: GPL-3.0-or-later
// Who did what to a record, read from the audit.
#pragma once

#include "base/Result.h"
#include "store/Store.h"

#include <vector>

namespace yizhan {

class Connection;

namespace History {

// Oldest first; of a root with everything that happened to its children. Payloads that were erased leave an entry without
// fields. NotFound when there is neither a record nor an audit row of that id.
Result<std::vector<HistoryEntry>> of(Connection &connection, const RecordId &id);

} // namespace History

} // namespace yizhan
