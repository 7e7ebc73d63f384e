// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/digest and /v1/fetch: how a workstation finds the rows in which it differs, and gets them.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::repair {

inline constexpr std::size_t mostIds = 2000;

// Errors: Forbidden (not granted, or not for this person), Rejected (too many ids).
Result<wire::DigestResponse> digest(const DistrictContext &context, const WireRequest &request,
                                    const wire::DigestRequest &message);
Result<wire::FetchResponse> fetch(const DistrictContext &context, const WireRequest &request,
                                  const wire::FetchRequest &message);

} // namespace yizhan::repair
