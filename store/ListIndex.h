// SPDX-License-Identifier: GPL-3.0-or-later
// The covering index of a docket: everything its list sorts and filters by, so that a million rows need no table row.
#pragma once

#include "records/RecordSpec.h"

#include <QByteArray>
#include <vector>

namespace yizhan::ListIndex {

// Grows when the layout below changes; a file with another number gets drop + create, never a migration.
inline constexpr int version = 1;

// "CREATE INDEX IF NOT EXISTS ..." for one kind; nothing for a kind that is no docket.
std::vector<QByteArray> createStatements(const RecordSpec &spec);
std::vector<QByteArray> dropStatements(const RecordSpec &spec);
// Name of the covering index ("list_mediation"); empty for a kind that has none.
QByteArray nameOf(const RecordSpec &spec);
// Columns in order, by name: what of the kind is covered.
std::vector<QByteArray> columnsOf(const RecordSpec &spec);

} // namespace yizhan::ListIndex
