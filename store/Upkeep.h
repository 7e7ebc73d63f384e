// SPDX-License-Identifier: GPL-3.0-or-later
// What the program does by itself: derived columns after a change of rules or day, steps that are due without a person.
#pragma once

#include "sql/Connection.h"
#include "store/Change.h"
#include "store/Store.h"
#include "store/StoreContext.h"
#include "store/Writer.h"

#include <deque>

namespace yizhan {

// Goes through cases in slices of at most 50 ms; interactive work goes between. Writer thread.
class Upkeep
{
public:
    enum class Job : std::uint8_t {
        Day,      // cases whose dates depend on today, steps of the program that may be due, and what is kept aside no longer
        Recompute // every case: the rules have changed
    };
    Upkeep(Job job, const StoreContext &context, Writer &writer, Progress progress);

    // One slice; false when everything is done. What was written is added to `changes`.
    Result<bool> slice(Connection &connection, std::vector<ChangeSet> &changes);

private:
    Outcome sliceDay(Connection &connection, std::vector<ChangeSet> &changes);
    Outcome sliceRecompute(Connection &connection, std::vector<ChangeSet> &changes);
    Outcome collect(Connection &connection);
    Outcome collectDay(Connection &connection);
    Outcome collectWalks(Connection &connection);
    Outcome addRoots(Connection &connection, const QByteArray &sql);
    Outcome nextRoots(Connection &connection);
    bool isEmpty() const { return m_roots.empty() && m_walks.empty(); }
    std::int64_t left() const;
    Outcome derive(Connection &connection, const RecordId &root, ChangeSet &changes);
    Result<bool> eraseSetAside(Connection &connection);
    Outcome finish(Connection &connection);

    Job m_job;
    const StoreContext &m_context;
    Writer &m_writer;
    Progress m_progress;
    // A table that is gone through from its newest row on: a million ids are not gathered first.
    struct Walk {
        const RecordSpec *spec = nullptr;
        std::int64_t below = 0;
    };

    bool m_collected = false;
    std::deque<Walk> m_walks;
    std::deque<RecordId> m_roots;
    std::int64_t m_total = 0;
};

} // namespace yizhan
