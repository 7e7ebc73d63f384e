// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold once everybody has exchanged everything: equal copies, nothing lost, numbers, audit, replay without effect.
#pragma once

#include "tests/simulation/World.h"

namespace yizhan::simulation {

class FinalChecks
{
public:
    explicit FinalChecks(World &world) : m_world(world), m_trace(world.trace()) {}
    void run();

private:
    void copiesAreEqual(); // I1, I7
    void copyIsEqual(Station &station, const QString &office, const std::vector<Inspector::Row> &rows);
    static Result<Record> recordAt(Station &station, const RecordId &id);
    void everyOperationCounts();   // I2, I4
    void everyNumberIsExplained(); // I5
    void auditHolds();             // I8
    void replayChangesNothing();   // I10
    void revokedAreGone();         // I12
    void broken(const char *invariant, const QString &what, const RecordId &record = {});
    // The first column of every row.
    std::vector<qint64> numbers(const char *sql, const SqlValues &values = {});

    World &m_world;
    Trace &m_trace;
};

} // namespace yizhan::simulation
