// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the list indexes and the search tables anew while people go on working.
#pragma once

#include "records/Record.h"
#include "sql/Connection.h"
#include "store/Store.h"
#include "store/Worker.h"
#include "store/Writer.h"

#include <deque>

namespace yizhan {

// In slices of at most 50 ms with interactive work between them. What cannot be cut, making one index, gives way as soon as
// somebody waits and is begun again; after some dozen times it is carried through, or it would never end. Until the last
// slice searches find only what has been put in so far; given up halfway, the next opening fills everything anew. Writer
// thread.
class Rebuild
{
public:
    Rebuild(Worker &worker, Writer &writer, Progress progress);

    // One slice; false when everything is done. Errors: those of the connection.
    Result<bool> slice(Connection &connection);

private:
    // A table that is filled: the row id up to which it is.
    struct Filling {
        const RecordSpec *spec = nullptr;
        std::int64_t done = 0;
        std::int64_t last = 0;
    };

    Outcome begin(Connection &connection);
    Result<bool> replaceNext(Connection &connection);
    Outcome setAside(Connection &connection, const RecordSpec &spec);
    Outcome fill(Connection &connection, Filling &filling);
    Result<bool> clearAway(Connection &connection, const QByteArray &table);
    Outcome finish(Connection &connection);
    void tell() const;

    Worker &m_worker;
    Writer &m_writer;
    Progress m_progress;
    bool m_begun = false;
    std::deque<std::vector<QByteArray>> m_indexes; // statements that belong together
    int m_gaveWay = 0;
    std::deque<const RecordSpec *> m_tables; // to be set aside
    std::deque<Filling> m_fillings;
    std::deque<QByteArray> m_remains; // tables set aside
    std::int64_t m_total = 0;
};

} // namespace yizhan
