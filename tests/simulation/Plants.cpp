// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Plants.h"

#include <algorithm>

namespace yizhan::simulation {

#ifdef YIZHAN_PLANTED

const std::vector<PlantedFault> &plantedFaults()
{
    static const std::vector<PlantedFault> faults{
        {Plant::NoIdempotency, "no-idempotency", "the server takes an operation as often as it comes", "I2 I3 I9 I10", 10},
        {Plant::LastWriteWins, "last-write-wins", "a late value takes the place of what stands", "I3", 10},
        {Plant::NoLeave, "no-leave", "a case that is handed over is not taken from the office it left", "I1 I7 I11", 10},
        {Plant::WholeBatchAcknowledged, "whole-batch", "the workstation takes all that it sent as taken", "I2 I6 I11", 60},
        {Plant::LeaseNotUnique, "lease-not-unique", "two blocks of numbers overlap", "I5", 10},
        {Plant::LoserDropped, "loser-dropped", "what is not taken leaves no conflict record", "I2 I4", 10},
        {Plant::RestoreWithoutEpoch, "no-epoch", "a restored server goes on as if nothing had happened", "I1 I2 I3 I9 I11", 20},
        {Plant::LatePage, "late-page", "the workstation takes any page as the one it waits for", "I1 I11", 20},
        {Plant::CursorBeforeData, "cursor-first", "the cursor is saved before the rows", "I1 I6 I11", 60},
        {Plant::PageAfterRevocation, "page-after-revocation", "a page of an office that is not granted is taken", "I1 I7 I11",
         30},
        {Plant::LeasesAgain, "leases-again", "numbers that were given out before a restore are given out again", "I5", 60},
        {Plant::NotSentAgain, "not-sent-again", "what a restore lost is not sent again", "I1 I2 I11", 20},
        {Plant::PutMerges, "put-merges", "a row that comes leaves the fields it does not name", "I1 I11", 30},
        {Plant::OldPage, "old-page", "an old row replaces one that came from another office", "I1 I11", 60},
        {Plant::LeaveByHighest, "leave-by-highest", "a row does not leave if it was heard to leave elsewhere later",
         "I1 I7 I11", 300},
        {Plant::OwnConflict, "own-conflict", "a second edit conflicts with the workstation's own first one", "I4", 10},
        {Plant::UnknownDropped, "unknown-dropped", "an old program drops what it does not know when it edits", "I13", 10, 300,
         true},
        {Plant::RawStaysRaw, "raw-stays-raw", "a new program does not adopt rows that the old one only kept", "I13", 10, 300,
         true},
        {Plant::SentTooEarly, "sent-too-early", "what the server does not know yet is sent all the same", "I13", 10, 300, true},
        {Plant::NewRuleForOld, "new-rule-for-old", "an old program is asked for a field that it does not know", "I13", 10, 300,
         true},
    };
    return faults;
}

void plant(Plant fault) { chosenPlant = fault; }

#else

const std::vector<PlantedFault> &plantedFaults()
{
    static const std::vector<PlantedFault> none;
    return none;
}

void plant(Plant) {}

#endif

const PlantedFault *findPlanted(const QString &name)
{
    const std::vector<PlantedFault> &all = plantedFaults();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&name](const PlantedFault &fault) { return name == QLatin1String(fault.name); });
    return found == all.end() ? nullptr : &*found;
}

} // namespace yizhan::simulation
