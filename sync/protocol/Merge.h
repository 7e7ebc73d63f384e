// SPDX-License-Identifier: GPL-3.0-or-later
// The one rule of merging: whether a late value may take the place of what stands. Pure; the server decides by it, tests know
// it.
#pragma once

#include "base/Result.h"
#include "records/Record.h"
#include "sync/protocol/Version.h"

#include <map>

namespace yizhan {

// Fields of one merge group by number; a field without a value is a null Value.
using GroupValues = std::map<std::uint16_t, Value>;

// A merge group of a row as it stands on the server.
struct StandingGroup {
    Version version = 0;
    GroupValues values;
    bool writtenByPrev = false; // the operation that the late one names as its `prev` gave the group this version
};

struct LateGroup {
    Version base = 0; // the version that the author looked at
    GroupValues values;
};

struct Merged {
    enum class Verdict : std::uint8_t {
        Applied, // `values` take the place of what stands, under a new version
        Same,    // nothing to write: what stands is what was wanted
        Conflict // what stands stays, the late value goes to the conflict list
    };
    Verdict verdict = Verdict::Applied;
    GroupValues values; // Applied: what to write; fields that the late operation did not name are not in it
    // Applied, Same: the group now holds something that the author of the late value has not seen. What they do next on top of
    // their own is not made on what stands.
    bool combined = false;
};

// Design: a value is accepted if it was made on what stands, or on the author's own operation that stands, or equals it. Else
// the fields' declared policies are asked: sets are united, greatest values kept, appended texts joined (MergePolicy); one
// field of the group without such a policy that differs makes the whole group a conflict, because its fields only make sense
// together. First arrival stays: what colleagues saw and printed does not change under them.
Merged mergeGroup(const RecordSpec &spec, const StandingGroup &standing, const LateGroup &late);

} // namespace yizhan
