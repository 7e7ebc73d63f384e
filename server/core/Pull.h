// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/pull: what is new in the offices of a workstation, in pages of one snapshot that never cut a case.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::pull {

// Errors: Conflict (another epoch), TooNew (the release may only push), those of the storage. Offices that are not granted in
// that generation, or not readable by the person, are left out. A cursor ahead of its log proves that the storage was set back:
// a new epoch begins, and Conflict is answered.
Result<wire::PullResponse> read(const DistrictContext &context, const Sender &sender, const wire::PullRequest &message);

// Whether the workstation and the person may read the office's rows.
bool mayRead(const Caller &caller, const GrantList &grants, const QString &office);

} // namespace yizhan::pull
