// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the simulation finds what was planted.
#pragma once

#include "tests/simulation/Plants.h"
#include "tests/simulation/Template.h"

#include <functional>

namespace yizhan::simulation {

struct PlantSearch {
    const PlantedFault *fault = nullptr;
    std::uint64_t firstSeed = 1;
    int seeds = 0;        // 0: as many as the table allows
    int steps = 0;        // likewise
    bool verbose = false; // what became of each run
};

// Runs seed after seed with the fault, until one breaks an invariant that the table names and none without the fault. Says in
// one line what was seen; 0 if the fault was found.
int searchPlanted(const Template &start, const QString &scratch, const PlantSearch &search,
                  const std::function<void(const QString &line)> &say);

// Every fault of the table in a process of its own, at most `jobs` side by side; then a table. 0 if all were found.
int runGate(int jobs, const QStringList &options, const std::function<void(const QString &line)> &say);

} // namespace yizhan::simulation
