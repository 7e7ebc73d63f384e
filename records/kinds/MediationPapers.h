// SPDX-License-Identifier: GPL-3.0-or-later
// The papers a mediation file must hold before it goes to the archive, by the way the case ended.
#pragma once

#include "records/LifeCycle.h"

#include <array>

namespace yizhan::mediation {

// One condition a paper, so that a refusal names exactly what is missing.
extern const std::array<Guard, 11> archivePapers;

} // namespace yizhan::mediation
