// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/lease, /v1/lease/return and /v1/number; and closing a year.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::leases {

// Asking again with the same request_n answers the same block. Errors: NotFound (no such series, or none that is given in
// blocks), Forbidden (the office), Constraint (the key does not fit, the year is closed).
Result<wire::LeaseBlock> take(const DistrictContext &context, const WireRequest &request, const wire::LeaseRequest &message);
// Numbers of the workstation's own blocks. Those that stand in the register already stay as they are.
Outcome giveBack(const DistrictContext &context, const WireRequest &request, const wire::LeaseReturn &message);
// Errors: NotFound (row, field, series), Forbidden, Constraint (a word of the number is missing).
Result<wire::NumberResponse> number(const DistrictContext &context, const WireRequest &request,
                                    const wire::NumberRequest &message);

// Every serial from 1 to the last one given out must be used, void, returned, or jumped over by a restore. Constraint with how
// many are not, and the first; then nothing is closed.
Outcome closeYear(SqlSession &session, const QString &seriesKey, Instant now);

} // namespace yizhan::leases
