// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/hello: how things stand between a workstation and the district; and how a restored storage is noticed.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::hello {

Result<wire::HelloResponse> answer(const DistrictContext &context, const Sender &sender, const wire::HelloRequest &message);

} // namespace yizhan::hello
