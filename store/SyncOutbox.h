// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox on its way to the server: what goes next, what the server said, what may be forgotten, what goes again.
#pragma once

#include "sql/Connection.h"
#include "store/CaseUpdate.h"
#include "store/SyncTypes.h"

namespace yizhan::syncoutbox {

// The unsent operations in order: whole transactions, at most `maxRows` and `maxBytes` of values; the first transaction however
// large it is.
Result<OutboxBatch> nextBatch(Connection &connection, int maxRows, qint64 maxBytes, std::int64_t after);
// What the status panel tells; one statement after the other, so the caller holds a read transaction.
Result<OutboxSummary> summary(Connection &connection);
// Highest number that was ever given to an operation here.
Result<std::int64_t> highest(Connection &connection);

// In a transaction of the caller. Rows whose operations were not taken show the server's copy again.
Outcome applyVerdicts(Connection &connection, const StoreContext &context, const std::vector<OutboxVerdict> &verdicts,
                      std::vector<ChangeSet::Row> &changed);
// Answered operations up to `upto`, answered before `before` and contained in the server's copy here, leave the outbox; not
// those that came back and that nobody has settled yet (synctray::fromUnsettled()).
Outcome forgetDurable(Connection &connection, std::int64_t upto, Instant before);
// The server was restored and knows operations up to `lastN` only: those after it are unsent again.
Outcome reopenAfter(Connection &connection, std::int64_t lastN);
// This file was put back from a copy, or belongs to another workstation now: unsent operations get new numbers from `first` on;
// what was answered is forgotten. The writer has to read the outbox again.
Outcome renumber(Connection &connection, std::int64_t first);
// The work of this store goes to a district under a new name: numbers begin at 1, accounts stay here (the district has its
// own), every log is read from its beginning.
Outcome beginAnew(Connection &connection);

} // namespace yizhan::syncoutbox
