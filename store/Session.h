// SPDX-License-Identifier: GPL-3.0-or-later
// The person at the keyboard as the store knows them; every call that touches records is judged by it.
#pragma once

#include "records/LifeCycle.h"

#include <QString>

namespace yizhan {

struct Session {
    Actor actor;    // user, roles, office
    QString login;  // what is typed at the unlock window
    QString name;   // as shown
    RecordId staff; // who they are among the staff; null = nobody's entry
    Instant openedAt;

    bool mayReadCases() const;   // administrators and intake terminals may not
    bool mayWriteCases() const;  // auditors, statisticians and administrators may not
    bool mayManageUsers() const; // administrators, and the head of an office that runs alone
    // Restricted cases: handler, first responder, head and auditor only. `root` is the case; any other record counts as open.
    bool seesUnmasked(const Record &root) const;
};

} // namespace yizhan
