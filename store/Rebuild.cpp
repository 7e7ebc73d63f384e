// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Rebuild.h"

#include "store/CaseScan.h"
#include "store/DerivedIndexes.h"
#include "store/ListIndex.h"
#include "store/Meta.h"
#include "store/Schema.h"
#include "store/SearchIndex.h"

#include <QElapsedTimer>

#include <set>

namespace yizhan {
namespace {

constexpr qint64 sliceMs = 40; // leaves room for the commit
constexpr int casesAtOnce = 50;
constexpr int mostTimesToGiveWay = 40;

// What a search table consists of; the numbers up to 10 are those under which FTS5 keeps what it needs to know of a table.
struct Piece {
    const char *suffix;
    const char *where;
    int atOnce;
};
constexpr Piece pieces[] = {{"_data", " WHERE id > 10", 250}, {"_docsize", "", 5000}};

Outcome executeAll(Connection &connection, const std::vector<QByteArray> &statements)
{
    for (const QByteArray &statement : statements) {
        if (Outcome done = connection.execute(statement); !done)
            return done;
    }
    return {};
}

// The rows of a search table between two row ids.
Result<std::set<std::int64_t>> rowsBetween(Connection &connection, const RecordSpec &spec, std::int64_t first,
                                           std::int64_t last)
{
    Result<CachedStatement> statement = connection.cached("SELECT rowid FROM " + SearchIndex::tableOf(spec)
                                                          + " WHERE rowid BETWEEN ? AND ?");
    if (!statement)
        return statement.error();
    (*statement)->bindAll(first, last);
    std::set<std::int64_t> rows;
    for (;;) {
        const Result<bool> more = (*statement)->step();
        if (!more)
            return more.error();
        if (!*more)
            return rows;
        rows.insert((*statement)->int64(0));
    }
}

} // namespace

Rebuild::Rebuild(Worker &worker, Writer &writer, Progress progress)
    : m_worker(worker), m_writer(writer), m_progress(std::move(progress))
{}

Result<bool> Rebuild::slice(Connection &connection)
{
    if (!m_begun) {
        if (Outcome done = begin(connection); !done)
            return done.error();
        return true;
    }
    tell();
    if (!m_indexes.empty())
        return replaceNext(connection);
    if (!m_tables.empty()) {
        if (Outcome done = setAside(connection, *m_tables.front()); !done)
            return done.error();
        m_tables.pop_front();
        return true;
    }
    if (!m_fillings.empty()) {
        if (Outcome done = fill(connection, m_fillings.front()); !done)
            return done.error();
        if (m_fillings.front().done >= m_fillings.front().last)
            m_fillings.pop_front();
        return true;
    }
    if (!m_remains.empty()) {
        const Result<bool> cleared = clearAway(connection, m_remains.front());
        if (!cleared)
            return cleared.error();
        if (*cleared)
            m_remains.pop_front();
        return true;
    }
    if (Outcome done = finish(connection); !done)
        return done.error();
    return false;
}

Outcome Rebuild::begin(Connection &connection)
{
    m_begun = true;
    for (const RecordSpec *spec : allSpecs()) {
        const std::vector<QByteArray> drop = ListIndex::dropStatements(*spec);
        const std::vector<QByteArray> create = ListIndex::createStatements(*spec);
        for (std::size_t i = 0; i < create.size(); ++i)
            m_indexes.push_back({drop[i], create[i]});
        if (!SearchIndex::covers(*spec))
            continue;
        m_tables.push_back(spec);
        const Result<qint64> last = connection.scalarInt("SELECT max(rowid) FROM " + layoutOf(*spec).table);
        if (!last)
            return last.error();
        m_fillings.push_back({spec, 0, *last});
        m_total += *last;
    }
    // whoever opens the store before everything is done finds that nothing is
    return m_writer.transact(connection, [&] { return meta::write(connection, meta::derivedVersion, "0"); });
}

// An index stands or falls with its transaction, so lists always have one.
Result<bool> Rebuild::replaceNext(Connection &connection)
{
    const auto replace = [&] {
        return m_writer.transact(connection, [&] { return executeAll(connection, m_indexes.front()); });
    };
    const bool givesWay = m_gaveWay < mostTimesToGiveWay;
    const Outcome done = givesWay ? m_worker.givingWay(replace) : replace();
    if (!done && givesWay && done.error().kind == ErrorKind::Cancelled && m_worker.isWaitedFor()) {
        ++m_gaveWay;
        return true;
    }
    if (!done)
        return done.error();
    m_indexes.pop_front();
    m_gaveWay = 0;
    return true;
}

// Dropping a large table takes seconds; a new name takes none. One that is too damaged to be renamed is dropped all the same.
Outcome Rebuild::setAside(Connection &connection, const RecordSpec &spec)
{
    const QByteArray table = SearchIndex::tableOf(spec);
    const QByteArray old = SearchIndex::oldTableOf(spec);
    const auto replace = [&](const std::function<Outcome()> &away) {
        return m_writer.transact(connection, [&]() -> Outcome {
            if (Outcome gone = SearchIndex::drop(connection, old); !gone)
                return gone;
            if (Outcome gone = away(); !gone)
                return gone;
            return executeAll(connection, SearchIndex::createStatements(spec));
        });
    };
    if (replace([&] { return connection.execute("ALTER TABLE " + table + " RENAME TO " + old); })) {
        m_remains.push_back(old);
        return {};
    }
    return replace([&] { return SearchIndex::drop(connection, table); });
}

Outcome Rebuild::fill(Connection &connection, Filling &filling)
{
    QElapsedTimer passed;
    passed.start();
    std::int64_t reached = filling.done;
    const Outcome done = m_writer.transact(connection, [&]() -> Outcome {
        while (reached < filling.last && passed.elapsed() < sliceMs) {
            const auto files = nextCases(connection, *filling.spec, SearchIndex::searchedChildren(*filling.spec), reached,
                                         casesAtOnce);
            if (!files)
                return files.error();
            if (files->empty()) {
                reached = filling.last;
                return {};
            }
            const std::int64_t last = files->back().root.localRow;
            // what was saved meanwhile has put itself in
            const auto there = rowsBetween(connection, *filling.spec, reached + 1, last);
            if (!there)
                return there.error();
            for (const CaseFile &file : *files) {
                if (Outcome put = SearchIndex::put(connection, file, there->count(file.root.localRow) == 0); !put)
                    return put;
            }
            reached = last;
        }
        return {};
    });
    if (done)
        filling.done = reached;
    return done;
}

// Piece by piece, then what is left at once; whether it is gone.
Result<bool> Rebuild::clearAway(Connection &connection, const QByteArray &table)
{
    bool isGone = false;
    const Outcome done = m_writer.transact(connection, [&]() -> Outcome {
        for (const Piece &piece : pieces) {
            const QByteArray name = table + piece.suffix;
            if (Outcome less = connection.execute("DELETE FROM " + name + " WHERE id IN (SELECT id FROM " + name + piece.where
                                                  + " ORDER BY id DESC LIMIT " + QByteArray::number(piece.atOnce) + ')');
                !less)
                return less;
            if (connection.changes() > 0)
                return {};
        }
        isGone = true;
        return SearchIndex::drop(connection, table);
    });
    return done ? Result<bool>(isGone) : Result<bool>(done.error());
}

Outcome Rebuild::finish(Connection &connection)
{
    return m_writer.transact(
        connection, [&] { return meta::write(connection, meta::derivedVersion, QByteArray::number(derived::version())); });
}

void Rebuild::tell() const
{
    if (!m_progress)
        return;
    std::int64_t left = 0;
    for (const Filling &filling : m_fillings)
        left += filling.last - filling.done;
    m_progress(m_total - left, m_total);
}

} // namespace yizhan
