// SPDX-License-Identifier: GPL-3.0-or-later
// Work of this workstation that the server did not take as it came and nobody has settled yet: what people find in the tray.
#pragma once

#include "records/CaseMove.h"
#include "records/FieldVersions.h"
#include "sql/Connection.h"
#include "store/CaseUpdate.h"
#include "store/Outbox.h"

#include <vector>

namespace yizhan {

struct ReturnedWork {
    std::int64_t n = 0; // of the operation
    OutboxAct act = OutboxAct::Set;
    Kind kind = Kind::None;
    RecordId record;
    RecordId root;
    RecordId parent;
    QString office;            // that it was meant for; the new one for Transfer is in `values`
    QString reason;            // code of conflict_origin
    QString transition;        // step that it belonged to
    RecordId conflict;         // the server's record of it; null if it made none
    bool isHere = false;       // that record is on this workstation: it can be settled here. Otherwise another office decides
    bool caseIsHere = false;   // the case stands on this workstation
    bool recordIsHere = false; // and so does the row itself
    RecordId user;
    Instant typedAt;
    Instant answeredAt;
    std::vector<std::pair<const FieldSpec *, Value>> values; // what was wanted, as far as this release knows the fields
};

// What somebody entered once and may want to enter again: one row, or a new case with all that came back of it.
struct EntryAnew {
    struct Row {
        Kind kind = Kind::None;
        RecordId record; // as it was called; unless `isNew` it stands
        bool isNew = false;
        Inputs values;
    };
    struct Settles {
        RecordId conflict;  // what is settled by it, if that is here
        std::int64_t n = 0; // else: what leaves the tray
    };
    enum class Place : std::uint8_t {
        NewCase,  // the first row is the case
        Standing, // in the case `root`
        Elsewhere // that case is not here any more: a person says in which one
    };
    Place place = Place::Standing;
    RecordId root;
    std::vector<Row> rows; // at least one
    std::vector<Settles> settles;
};

namespace synctray {

// " FROM outbox AS o LEFT JOIN conflict AS c ... WHERE ...": operations that were not taken as they came and that nobody has
// settled or noted yet.
QByteArray fromUnsettled();
// Operations that were answered, but not with "taken", and whose conflict is not settled; without those that only wait in the
// list of conflicts because somebody else was first. Oldest first. Reading connection. summary().returned is their number.
Result<std::vector<ReturnedWork>> returned(Connection &connection);
Result<std::int64_t> count(Connection &connection);

bool isNew(const ReturnedWork &work);
// The new case that came back and that `work` belongs to (or is); null if there is none in `all`.
const ReturnedWork *newCaseOf(const std::vector<ReturnedWork> &all, const ReturnedWork &work);
// How to enter it again: with everything that came back of the same new case. `all` is what returned() answers.
EntryAnew entryOf(const std::vector<ReturnedWork> &all, const ReturnedWork &work);
// One row of a case that may be here.
EntryAnew entryOf(const EntryAnew::Row &row, const RecordId &root, bool caseIsHere);

// A person has read it and wants no more of it. In a transaction of the caller; errors: NotFound.
Outcome dismiss(Connection &connection, std::int64_t n);

} // namespace synctray

} // namespace yizhan
