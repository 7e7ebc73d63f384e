// SPDX-License-Identifier: GPL-3.0-or-later
// How long this workstation may be read without having heard of its district: what the district allowed, by our own clock.
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "base/Time.h"
#include "sql/Connection.h"

namespace yizhan::offlinegrant {

// Both in a transaction of the caller; moments by this computer's clock. The district lets `user` read until then.
Outcome keep(Connection &connection, const RecordId &user, Instant until);
// The district answered at this moment.
Outcome heard(Connection &connection, Instant at);

// Whether `user` may read now. Somebody who has no grant yet (let in a moment ago) has the newest of this workstation. A store
// of no district, and one whose district never gave a grant, may always be read. Errors: Auth, with the day.
Outcome judge(Connection &connection, const RecordId &user, Instant now);

} // namespace yizhan::offlinegrant
