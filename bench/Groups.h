// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of figures; a new group is a row in benchGroups().
#pragma once

#include "base/Result.h"
#include "bench/BenchTable.h"

#include <span>

namespace yizhan {

struct BenchWish {
    QString folder; // stores are kept here and used again
    std::int64_t smallCases = 100'000;
    std::int64_t largeCases = 1'000'000;
};

struct BenchGroup {
    const char *name;
    Outcome (*run)(BenchTable &table, const BenchWish &wish);
};
std::span<const BenchGroup> benchGroups();

Outcome benchStore(BenchTable &table, const BenchWish &wish);
Outcome benchLists(BenchTable &table, const BenchWish &wish);
Outcome benchSync(BenchTable &table, const BenchWish &wish);

} // namespace yizhan
