// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that can be planted, and what has to be seen of each: the proof that the simulation is not blind.
#pragma once

#include "base/Planted.h"

#include <QString>
#include <vector>

namespace yizhan::simulation {

struct PlantedFault {
    Plant plant = Plant::None;
    const char *name = "";       // yizhan-simulate --plant NAME
    const char *what = "";       // what is wrong with the program
    const char *invariants = ""; // the ones that tell, parted by blanks; what another one says is not counted
    int seeds = 1;               // it is found within so many runs of `steps`
    int steps = 300;
    bool mixesReleases = false; // in runs with programs of several releases
};

// In the order of their discovery; empty in a build without plants.
const std::vector<PlantedFault> &plantedFaults();
const PlantedFault *findPlanted(const QString &name);

// From here on the program is wrong in this way (Plant::None: right again). Between runs only.
void plant(Plant fault);

} // namespace yizhan::simulation
