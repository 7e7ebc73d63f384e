// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a page of an office's log, or a part of a snapshot, into the store: case by case, in as many transactions as are good
// for those who work meanwhile.
#pragma once

#include "store/CaseUpdate.h"
#include "store/Worker.h"
#include "store/Writer.h"

#include <QHash>

namespace yizhan {

// One page. The cursor moves in the last transaction: when the machine stops before, the page comes again, and what is there
// already is found to be there. Writer thread.
class PageWriter
{
public:
    enum class Guard : std::uint8_t { On, Confirmed };
    enum class Kind : std::uint8_t {
        Page, // of the log: follows the cursor and moves it
        Part, // of a snapshot, which comes before the log is read
        Rows  // single rows as they are now, whatever version stands here: repair
    };
    PageWriter(Worker &worker, Writer &writer, const StoreContext &context, OfficePage page, Guard guard, Kind kind);

    // One transaction of at most 5,000 rows, less when somebody waits; false when the page is done.
    Result<bool> slice(Connection &connection);
    AppliedPage takeApplied() { return std::move(m_applied); }
    // What the last slice has changed.
    std::vector<ChangeSet::Row> takeChanged() { return std::move(m_changed); }

private:
    struct Group {
        RecordId root;
        std::vector<ServerWord> words;
    };

    Result<bool> begin(Connection &connection);
    void readRows();
    Outcome sort(Connection &connection);
    void add(ServerWord word, const RecordId &root);
    Result<RecordId> rootOf(Connection &connection, const RecordId &id);
    Outcome keepRaw(Connection &connection, const PageEntry &entry);
    Result<bool> isMassChange(Connection &connection);
    Outcome applySome(Connection &connection);
    Result<bool> complete(Connection &connection, ServerCopies &copies, CaseUpdate &update);

    Worker &m_worker;
    Writer &m_writer;
    const StoreContext &m_context;
    OfficePage m_page;
    Guard m_guard;
    Kind m_kind;
    bool m_begun = false;
    Outcome m_readable;                    // an entry that cannot be read is told when the page is begun
    QHash<RecordId, std::size_t> m_places; // of the cases among the groups
    OfficeCursor m_cursor;
    std::set<QString> m_steady;
    std::vector<Group> m_groups;
    std::size_t m_next = 0;
    std::vector<PageEntry> m_raw;
    std::int64_t m_leaving = 0;
    bool m_done = false;
    bool m_isMass = false;   // takes away more than is usual
    bool m_anyAside = false; // rows that are kept aside: what comes again leaves them
    AppliedPage m_applied;
    std::vector<ChangeSet::Row> m_changed;
};

} // namespace yizhan
