// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up district at work for a year: the volumes of the real one, every state, channel and kind of person, all invented.
#pragma once

#include "base/Result.h"
#include "store/Store.h"

namespace yizhan {

struct DemoWish {
    Day until;                   // last day of the twelve months the cases fall in; 2024-12-31 .. 2100-12-31
    std::int64_t cases = 69'050; // mediations, legal-aid cases, notary matters and consultations together, 10 .. 1,000,000;
                                 // the default is the district's own year, other values keep its proportions
    std::uint64_t seed = 1;      // the same wish makes the same district, to the byte of every record
};

struct DemoCounts {
    std::int64_t mediations = 0, legalAid = 0, dutyHelp = 0, notary = 0, consultations = 0, rows = 0;
};

// Fills a store that holds no case yet with offices, invented villages, staff and cases, all marked as demo data, written as
// data of the server (final numbers, nothing unsent). Blocks; not on the GUI thread. Errors: Rejected (the store already
// holds cases), whatever submit() answers.
Result<DemoCounts> makeDemo(Store &store, const DemoWish &wish, Progress progress = {});

} // namespace yizhan
