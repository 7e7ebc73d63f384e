// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of records and of their merge groups: given by the server only, and never twice, not even after a restore.
#pragma once

#include <algorithm>
#include <cstdint>

namespace yizhan {

// A life of the server's database: 1 at first, one more after each restore from a backup. What was written in a life that a
// restore cut off must never be taken for what is written afterwards, so the epoch is the upper part of each version.
using Epoch = std::int32_t; // 1 .. 2^22
using Version = std::int64_t;

inline constexpr int versionCounterBits = 40;

// The version after `current` for something written in `epoch`; 0 = nothing stood there.
constexpr Version nextVersion(Version current, Epoch epoch)
{
    return std::max(current + 1, (static_cast<Version>(epoch) << versionCounterBits) + 1);
}

constexpr Epoch epochOf(Version version) { return static_cast<Epoch>(version >> versionCounterBits); }

} // namespace yizhan
