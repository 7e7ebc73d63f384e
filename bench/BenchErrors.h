// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with a measurement itself; read by engineers only, in English.
#pragma once

#include "base/Error.h"

namespace yizhan::bencherrors {

inline constexpr ErrorText tookTooLong{"BN-01", "The measurement was given up: %1 took too long.", "Nothing was changed.",
                                       "Look whether the machine is busy."};
inline constexpr ErrorText wrongOutcome{"BN-02", "What was measured did not do its work: %1.", "Nothing was changed.",
                                        "Correct it before looking at figures."};

} // namespace yizhan::bencherrors
