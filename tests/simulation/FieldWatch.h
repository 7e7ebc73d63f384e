// SPDX-License-Identifier: GPL-3.0-or-later
// I13: no field value changes that no user changed, in whatever release a workstation's program is. What lies in each store,
// in columns, beside them or as it came, is what the district holds in that version, but for values that are on their way.
#pragma once

#include "tests/simulation/Inspector.h"
#include "tests/simulation/Observer.h"
#include "tests/simulation/Trace.h"

namespace yizhan::simulation {

class FieldWatch
{
public:
    explicit FieldWatch(Trace &trace) : m_trace(trace) {}

    // The district holds the row so.
    void served(const Observer::Row &row);
    // `program`: of the workstation.
    void look(int workstation, const Declaration &program, const std::vector<Inspector::Held> &rows);

private:
    using Values = Inspector::Values;
    void compare(int workstation, const Declaration &program, const Inspector::Held &row, const Values &found,
                 const Values &wanted);

    Trace &m_trace;
    std::map<std::pair<RecordId, std::int64_t>, Values> m_served; // by row and version
};

} // namespace yizhan::simulation
