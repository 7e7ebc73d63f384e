// SPDX-License-Identifier: GPL-3.0-or-later
// The indexes of a docket: its list is sorted, filtered and counted from them alone, without a row of the table.
#pragma once

#include "records/Query.h"

#include <QByteArray>
#include <vector>

namespace yizhan {

// One index that a docket's list is read from. Each has the row id right behind its sort column: so equal values come in
// the order of lessThan() and nothing has to be sorted (140 ms instead of 280 for the order of a million rows). The default
// sort is newest first, yet stands ascending and is read backwards: new rows then go to the end, where pages fill up.
struct ListIndexLayout {
    enum class Role {
        Order,   // default sort first, narrow: most lists, most filters
        Status,  // status, then default sort: one state of a docket
        Handler, // handler, then default sort: somebody's own cases
        Due,     // nearest due date first
        Wide     // default sort first, then everything that the declaration calls indexed
    };
    Role role = Role::Order;
    QByteArray name;                       // "list_mediation_order"
    std::vector<const FieldSpec *> fields; // in the order of columns, without the row id; own and system fields

    bool covers(const std::vector<const FieldSpec *> &used) const;
};

namespace ListIndex {

// Grows when a layout changes; a file with another number gets drop + create, never a migration.
inline constexpr int version = 2;

// Nothing for a kind that is no docket. Any thread.
const std::vector<ListIndexLayout> &layoutsOf(const RecordSpec &spec);
// "CREATE INDEX IF NOT EXISTS ...", one statement each.
std::vector<QByteArray> createStatements(const RecordSpec &spec);
std::vector<QByteArray> dropStatements(const RecordSpec &spec);

// What a query looks at: fields of its predicate (Search has none) and of its order.
std::vector<const FieldSpec *> fieldsUsed(const Query &query);
// The index from which rows in the order of the query are read without the table; null = leave it to SQLite.
const ListIndexLayout *bestForOrder(const Query &query);
// The narrowest one that answers how many rows there are; null as above.
const ListIndexLayout *bestForCount(const Query &query);

} // namespace ListIndex

} // namespace yizhan
