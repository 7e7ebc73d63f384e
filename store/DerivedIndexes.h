// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the writer calls what is derived from rows: list indexes and search tables.
#pragma once

#include "records/Record.h"
#include "sql/Connection.h"

#include <vector>

namespace yizhan {

// What one transaction did to one case. Rows of `after` that are not named here stand as before.
struct CaseChange {
    const CaseFile *after = nullptr;            // derived fields computed; withdrawn children are not in it
    bool created = false;                       // the root is new: there is nothing to take back
    bool rootChanged = false;                   // a value of the root changed, derived ones count
    std::vector<const Record *> createdRows;    // children of `after`
    std::vector<const Record *> changedRows;    // children of `after`
    std::vector<const Record *> removedRows;    // children that were withdrawn; not in `after`
};

namespace derived {
// CREATE TABLE ... IF NOT EXISTS of list indexes and search tables. They are rebuilt, never migrated.
QByteArray createStatements();
// Changes whenever the statements or the way of filling them do.
int version();
// Called in the writer's transaction, once a case, after its rows are written (localRow is set).
Outcome update(Connection &connection, const CaseChange &change);
} // namespace derived

} // namespace yizhan
