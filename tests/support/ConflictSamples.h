// SPDX-License-Identifier: GPL-3.0-or-later
// Cases as they come from a district server and go again, and the conflicts that it makes of late entries.
#pragma once

#include "tests/support/StoreFixture.h"

namespace yizhan::tests {

// A mediation case that the server knows; nothing of it waits to be sent.
RecordId serverCase(StoreFixture &store, const QString &facts = QStringLiteral("楼上漏水，协商未果"));
// A person of another office or workstation, known by name.
RecordId colleague(StoreFixture &store, const QString &name);

// What the server kept aside. Empty maps of values are allowed.
struct LateEntry {
    RecordId record;
    Kind kind = Kind::Mediation;
    std::uint16_t group = 256; // 0 = a new record, withdrawnGroup, officeGroup
    std::map<std::uint16_t, Value> before;
    std::map<std::uint16_t, Value> standing;
    std::map<std::uint16_t, Value> late;
    QString origin = QStringLiteral("LATE");
    RecordId author;
    RecordId standingAuthor;
    int enteredMinutesAgo = 60;
    int standingMinutesAgo = 30;
};
RecordId conflictIn(StoreFixture &store, const RecordId &root, const LateEntry &entry);
// The commonest one: a field of the case itself.
RecordId lateValue(StoreFixture &store, const RecordId &root, const FieldSpec &field, const Value &before, const Value &late);

// Cases that came from the district and that it took away again, so many at once that somebody had to confirm it.
std::vector<RecordId> removedCases(StoreFixture &store, int count);

// Answers the operations that wait as the server would, the newest first: `reason` is a code of conflict_origin.
void refuseLast(StoreFixture &store, const QString &reason, const RecordId &conflict = {}, int operations = 1);

} // namespace yizhan::tests
