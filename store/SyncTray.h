// SPDX-License-Identifier: GPL-3.0-or-later
// Work of this workstation that the server did not take as it came and nobody has settled yet: what people find in the tray.
#pragma once

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
    QString office;      // that it was meant for; the new one for Transfer is in `values`
    QString reason;      // code of conflict_origin
    QString transition;  // step that it belonged to
    RecordId conflict;   // the server's record of it; null if it made none
    bool isHere = false; // that record is on this workstation: it can be settled here. Otherwise another office decides
    RecordId user;
    Instant typedAt;
    Instant answeredAt;
    std::vector<std::pair<const FieldSpec *, Value>> values; // what was wanted, as far as this release knows the fields
};

namespace synctray {

// Operations that were answered, but not with "taken", and whose conflict is not settled; without those that only wait in the
// list of conflicts because somebody else was first. Oldest first. Reading connection. summary().returned is their number.
Result<std::vector<ReturnedWork>> returned(Connection &connection);
Result<std::int64_t> count(Connection &connection);
// A person has read it and wants no more of it. In a transaction of the caller; errors: NotFound.
Outcome dismiss(Connection &connection, std::int64_t n);

} // namespace synctray

} // namespace yizhan
// " FROM outbox AS o LEFT JOIN conflict AS c ... WHERE ...": operations that were not taken as they came and that nobody has
// settled or noted yet.
QByteArray fromUnsettled();
