// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the list indexes and the search tables anew while people go on working.
#pragma once

#include "records/Record.h"
#include "sql/Connection.h"
#include "store/Store.h"
#include "store/Worker.h"
#include "store/Writer.h"

#include <deque>
#include <optional>

namespace yizhan {

// In slices of at most 50 ms with interactive work between them. What cannot be cut, making one index, gives way as soon as
// somebody waits and is begun again; after some dozen times it is carried through, or it would never end. Until the last
// slice searches find only what has been put in so far. How far it has come stands in the store: given up halfway, it goes on
// from there after the next opening. Writer thread.
class Rebuild
{
public:
    enum class Begins : std::uint8_t { Anew, WhereItStopped };
    Rebuild(Worker &worker, Writer &writer, Progress progress, Begins begins = Begins::Anew);

    // Whether one was given up that this release can go on with.
    static Result<bool> isUnfinished(Connection &connection);
    // The tables of another version: what lists need is made at once, empty search tables take the place of the old ones, and
    // the rest is left to a Rebuild that goes on. In a transaction of the caller.
    static Outcome replaceOther(Connection &connection);

    // One slice; false when everything is done. Errors: those of the connection.
    Result<bool> slice(Connection &connection);

private:
    // A table that is filled: the row id up to which it is.
    struct Filling {
        const RecordSpec *spec = nullptr;
        std::size_t place = 0; // in Stage::filled
        std::int64_t done = 0;
        std::int64_t last = 0;
    };

    // What is done, written with each step; the order of steps is that of allSpecs().
    struct Stage {
        std::size_t indexes = 0;
        std::size_t tables = 0;
        std::vector<std::int64_t> filled; // by search table: the row id up to which it is
    };
    static Result<std::optional<Stage>> readStage(Connection &connection);
    static Outcome writeStage(Connection &connection, const Stage &stage);
    static Stage nothingDone();

    Outcome begin(Connection &connection);
    Result<bool> replaceNext(Connection &connection);
    Outcome setAside(Connection &connection, const RecordSpec &spec);
    Outcome fill(Connection &connection, Filling &filling);
    Outcome noteFilled(Connection &connection, const Filling &filling, std::int64_t reached) const;
    Result<bool> clearAway(Connection &connection, const QByteArray &table);
    Outcome finish(Connection &connection);
    void tell() const;

    Worker &m_worker;
    Writer &m_writer;
    Progress m_progress;
    Begins m_begins;
    bool m_begun = false;
    Stage m_stage;
    std::deque<std::vector<QByteArray>> m_indexes; // statements that belong together
    int m_gaveWay = 0;
    std::deque<const RecordSpec *> m_tables; // to be set aside
    std::deque<Filling> m_fillings;
    std::deque<QByteArray> m_remains; // tables set aside
    std::int64_t m_total = 0;
};

} // namespace yizhan
