// SPDX-License-Identifier: GPL-3.0-or-later
// The person at the keyboard as the store knows them; every call that touches records is judged by it.
#pragma once

#include "records/LifeCycle.h"

#include <QString>

namespace yizhan {

struct Session {
    Actor actor;        // user, roles, office
    QString login;      // what is typed at the unlock window
    QString name;       // as shown
    Instant openedAt;

    bool mayReadCases() const;   // an administrator may not
    bool mayWriteCases() const;
    bool mayManageUsers() const;
    bool seesUnmasked(const Record &record) const; // restricted cases: handler, head and auditor only
};

} // namespace yizhan
