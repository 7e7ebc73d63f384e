// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that a page took away in an unusual number: after somebody has allowed it they can still be read for a week.
#pragma once

#include "records/CaseMove.h"
#include "sql/Connection.h"

#include <vector>

namespace yizhan {

// What went of one case.
struct SetAsideCase {
    RecordId root;
    Kind kind = Kind::None; // of the case; None if only parts of it went
    QString office;
    QString number; // its title, or what stands in its place; empty if only parts of it went
    Instant removedAt;
    Instant until; // then it is erased
    std::int64_t rows = 0;
};

namespace setaside {

inline constexpr std::int64_t keptMs = 7LL * 24 * 60 * 60 * 1000;

// In a transaction of the caller. The row as the server had it.
Outcome keep(Connection &connection, const Record &row, Instant now);
// It is here again.
Outcome forget(Connection &connection, const RecordId &id);
// A grant was taken away: nothing of the office may be read any more.
Outcome eraseOffice(Connection &connection, const QString &office);
// Some of what went before that; true when nothing of it is left.
Result<bool> eraseSome(Connection &connection, Instant before);

Result<bool> isAny(Connection &connection);
// The newest first. Reading connection.
Result<std::vector<SetAsideCase>> cases(Connection &connection);
// Everything that is kept of a case; `root` is null if only parts of it went. Errors: NotFound.
Result<CaseFile> read(Connection &connection, const RecordId &root);

} // namespace setaside

} // namespace yizhan
