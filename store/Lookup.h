// SPDX-License-Identifier: GPL-3.0-or-later
// Small reads of the look-up thread: by number, names of references, figures of the store.
#pragma once

#include "sql/Connection.h"
#include "store/Store.h"
#include "store/StoreContext.h"

namespace yizhan::lookup {

// As Store::byNumber(), titles() and stats().
Result<Record> byNumber(Connection &connection, const QString &number);
Result<QHash<RecordId, QString>> titles(Connection &connection, const std::vector<RecordId> &ids);
Result<StoreStats> stats(Connection &connection, const StoreContext &context, std::int64_t blobBytes);
// What stands against a step; errors: NotFound, Rejected (no such step).
Result<std::vector<Unmet>> unmet(Connection &connection, const StoreContext &context, const RecordId &target,
                                 const QString &transition, const Inputs &inputs);

} // namespace yizhan::lookup
