// SPDX-License-Identifier: GPL-3.0-or-later
// A conflict in words: what it is about, how it came about, what can be done, and what the program would do and why.
#pragma once

#include "models/Workspace.h"
#include "store/SyncConflicts.h"

namespace yizhan {

// One way out; people press its number, counted from 1.
struct ConflictWay {
    enum class Act : std::uint8_t {
        Standing,  // what stands is kept
        Late,      // the late value is taken, or the late step taken now
        Edit,      // another value is entered
        BringBack, // the withdrawn record is brought back; then the value can be decided
        EnterAnew  // a form opens with what was refused, to be changed and saved again
    };
    Act act = Act::Standing;
    QString label;
    bool operator==(const ConflictWay &) const = default;
};

namespace conflictwords {

// All of them: GUI thread.
QString heading(const OpenConflict &conflict); // "Dispute type", "Withdrawal of the record"
// How it came about and what holds now, in two or three sentences for somebody who has never seen such a thing.
QString story(const OpenConflict &conflict, Workspace &workspace);
// Never empty; the first one loses nothing of what stands.
std::vector<ConflictWay> ways(const OpenConflict &conflict, Workspace &workspace);

struct Advice {
    ConflictWay::Act act = ConflictWay::Act::Standing;
    QString reason;
};
// One of the ways.
Advice advice(const OpenConflict &conflict);

// "09:42" of today, "11-22 09:42" of this year, else with the year; empty for ms 0.
QString moment(Instant at, Day today);

} // namespace conflictwords

} // namespace yizhan
