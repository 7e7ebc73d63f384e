// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/enrol, /v1/salvage and /v1/receipt: how a workstation joins, and how it leaves.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::enrolment {

// The request is signed by the key that it brings along. Sending it again with the same key is harmless. With a login inside
// the workstation joins together with its first person or not at all: after a wrong password the code is as good as before.
// Errors: Forbidden (the code), Auth (badLogin; slowDown), Rejected (99 stations are there already).
Result<wire::EnrolResponse> enrol(const DistrictContext &context, const WireRequest &request, const wire::EnrolRequest &message,
                                  const Peer &peer);

// Unsent operations of a workstation that was revoked: kept for the administrator, exactly once, never applied by themselves.
Result<wire::PushResponse> salvage(const DistrictContext &context, const WireRequest &request,
                                   const wire::PushRequest &message);
// The workstation has destroyed its keys and files.
Outcome receipt(const DistrictContext &context, const WireRequest &request, const wire::Receipt &message);

} // namespace yizhan::enrolment
