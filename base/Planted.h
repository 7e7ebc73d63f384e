// SPDX-License-Identifier: GPL-3.0-or-later
// Faults that were planted in the real code on purpose, to see that the simulation finds them (tests/simulation/Plants.h says
// what each breaks). They are there only in the preset "planted"; everywhere else planted() is the constant false and nothing
// of them is compiled.
#pragma once

#include <cstdint>

namespace yizhan {

enum class Plant : std::uint8_t {
    None,
    NoIdempotency,
    LastWriteWins,
    NoLeave,
    WholeBatchAcknowledged,
    LeaseNotUnique,
    LoserDropped,
    RestoreWithoutEpoch,
    LatePage,
    CursorBeforeData,
    PageAfterRevocation,
    LeasesAgain,
    NotSentAgain,
    PutMerges,
    OldPage,
    LeaveByHighest,
    OwnConflict,
    UnknownDropped,
    RawStaysRaw,
    SentTooEarly,
    NewRuleForOld
};

#ifdef YIZHAN_PLANTED
inline Plant chosenPlant = Plant::None; // set before a run begins, by its only thread
inline bool planted(Plant one) { return chosenPlant == one; }
#else
constexpr bool planted(Plant) { return false; }
#endif

} // namespace yizhan
