// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/push: takes operations of a workstation, exactly once, in order, whole transactions.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::push {

inline constexpr std::size_t mostOperations = 20'000; // of one user transaction

// Errors: Conflict (another epoch), Rejected (too many operations), those of the storage. One bad operation is never an error.
Result<wire::PushResponse> take(const DistrictContext &context, const Sender &sender, const wire::PushRequest &message);

} // namespace yizhan::push
