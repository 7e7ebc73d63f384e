// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the store against itself: pages, references, derived columns, list indexes, search tables, blobs, audit chain.
#pragma once

#include "base/Result.h"
#include "store/Cancel.h"
#include "store/Store.h"

#include <functional>
#include <vector>

namespace yizhan {

class Blobs;
class Connection;

namespace Verify {

// Computes the derived columns of a case anew, in place (records/Derive.h with the rules in force).
using Derive = std::function<void(CaseFile &file)>;

// All parts, each with a line of detail (counts and record ids, never values). An answer with good == false is not an error;
// errors are only Cancelled and what stops reading altogether. The connection may be a read-only one.
Result<std::vector<Store::Check>> everything(Connection &connection, const Blobs &blobs, const Derive &derive,
                                             const Progress &progress, const CancelToken &cancel);
// Walks the hash chain of the audit from its first row.
Result<Store::AuditCheck> audit(Connection &connection, const Progress &progress, const CancelToken &cancel);

} // namespace Verify

} // namespace yizhan
