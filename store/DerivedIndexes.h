// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the writer meets what is derived from rows: list indexes and search tables.
#pragma once

#include "records/Record.h"
#include "sql/Connection.h"
#include "store/Cancel.h"
#include "store/Store.h"

namespace yizhan::derived {

// Changes whenever the statements or the way of filling them do.
int version();
// Makes indexes and tables that are missing; in a transaction of the caller.
Outcome create(Connection &connection);
// After an update of the program: makes those that are missing for kinds and columns that it has now; in a transaction of the
// caller. Seconds on a large store.
Outcome follow(Connection &connection);
// Drops, makes and fills them anew; in a transaction of the caller. Minutes on a large store.
Outcome rebuild(Connection &connection, const Progress &progress, const CancelToken &cancel);

// Does a change of this field of this kind change what is found of its case?
bool isSearched(const RecordSpec &spec, const FieldSpec &field);
bool hasSearchedFields(const RecordSpec &spec);
// Called in the writer's transaction after the rows of the case are written (localRow is set), if something searched changed.
Outcome putCase(Connection &connection, const CaseFile &file, bool isNew);

} // namespace yizhan::derived
