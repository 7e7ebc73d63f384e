// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write what: the session's roles against the kind of record and the case it belongs to.
#pragma once

#include "base/Result.h"
#include "store/Change.h"
#include "store/Session.h"

namespace yizhan::judge {

// Errors: Forbidden. `root` is the case as it stands, null for a new one. Transitions are judged by the life cycle besides.
Outcome mayWrite(const Session &session, Operation::Act act, const RecordSpec &spec, const Record &root);
Outcome mayRead(const Session &session);

} // namespace yizhan::judge
