// SPDX-License-Identifier: GPL-3.0-or-later
// Values that came too late, as people settle them: what it is about, before, standing and late, field by field.
#pragma once

#include "records/CaseMove.h"
#include "sql/Connection.h"
#include "store/Change.h"

#include <optional>
#include <vector>

namespace yizhan {

enum class Settlement : std::uint8_t {
    Standing, // what stands is kept
    Late,     // the value that came too late is taken
    Edited    // another one is entered
};

struct OpenConflict {
    RecordId id;
    RecordId record; // the row it is about
    RecordId root;   // its case; where people go to see it
    Kind kind = Kind::None;
    QString office;
    QString origin;     // code of conflict_origin
    QString refusal;    // rule or right that stood against it
    QString transition; // step that the late value belonged to
    RecordId author;    // of the late value
    Instant declaredAt; // by the author's clock
    RecordId standingAuthor;
    Instant standingAt;
    bool ours = false;        // entered on this workstation
    bool readable = true;     // false: written by a release that we do not know; the bytes are kept
    bool canTake = true;      // whether the late value can be entered as it is: the row is there and not withdrawn
    bool isWithdrawn = false; // the row, as it stands now
    enum class About : std::uint8_t { Values, NewRecord, Withdrawal, Restoring, HandOver };
    About about = About::Values;
    QString toOffice; // HandOver: where the late operation wanted the case
    struct Field {
        const FieldSpec *field = nullptr;
        Value before;
        Value standing; // as it was when the conflict arose
        Value current;  // as it stands now
        Value late;     // ... or as it stands now, if the late operation said nothing of it
    };
    std::vector<Field> fields; // empty for Withdrawal, Restoring and HandOver
};

namespace syncconflicts {

// Not settled yet and of offices that are here, oldest first. Reading connection.
Result<std::vector<OpenConflict>> open(Connection &connection, const RecordId &device);
// The Change that settles it. `values` for Edited. Errors: NotFound (settled or gone), Constraint (nothing to take), Protocol
// (unreadable).
Result<Change> changeFor(Connection &connection, const RecordId &device, const RecordId &conflict, Settlement settlement,
                         const Inputs &values, const RecordId &user, Instant now);

} // namespace syncconflicts

} // namespace yizhan
