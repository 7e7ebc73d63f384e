// SPDX-License-Identifier: GPL-3.0-or-later
// Walks through all cases of a kind, many at a time: for rebuilding what is derived and for checking it.
#pragma once

#include "base/Result.h"
#include "records/Record.h"
#include "store/Cancel.h"

#include <functional>
#include <vector>

namespace yizhan {

class Connection;

// The next cases of at most `count` after a row id, without roots that are withdrawn, each with its standing children of the
// kinds named; none at the end.
Result<std::vector<CaseFile>> nextCases(Connection &connection, const RecordSpec &root,
                                        const std::vector<const RecordSpec *> &children, std::int64_t after, int count);

// Calls take(case) for each root that is not withdrawn, in the order of localRow, with its standing children of the kinds
// named. An error of take() ends the walk. Memory: some hundred cases at a time.
Outcome forEachCase(Connection &connection, const RecordSpec &root, const std::vector<const RecordSpec *> &children,
                    const CancelToken &cancel, const std::function<Outcome(CaseFile &file)> &take);

// Rows of a kind, withdrawn ones too: the total for progress.
Result<std::int64_t> countRows(Connection &connection, const RecordSpec &spec);

} // namespace yizhan
