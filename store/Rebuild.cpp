// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Rebuild.h"

#include "store/CaseScan.h"
#include "store/DerivedIndexes.h"
#include "store/ListIndex.h"
#include "store/Meta.h"
#include "store/Schema.h"
#include "store/SearchIndex.h"

#include <QByteArrayList>
#include <QElapsedTimer>

#include <algorithm>
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
    const QByteArray sql = "SELECT rowid FROM " + SearchIndex::tableOf(spec) + " WHERE rowid BETWEEN ? AND ?";
    std::set<std::int64_t> rows;
    const Outcome read = connection.each(sql, with(first, last), [&](const Statement &row) { rows.insert(row.int64(0)); });
    if (!read)
        return read.error();
    return rows;
}

// Dropping a large table takes seconds; a new name takes none. One that is too damaged to be renamed is dropped all the same.
// Answers whether there is an old one to be cleared away. In a transaction of the caller.
Result<bool> putAside(Connection &connection, const RecordSpec &spec)
{
    const QByteArray table = SearchIndex::tableOf(spec);
    const QByteArray old = SearchIndex::oldTableOf(spec);
    if (Outcome gone = SearchIndex::drop(connection, old); !gone)
        return gone.error();
    bool isAside = true;
    if (!connection.execute("ALTER TABLE " + table + " RENAME TO " + old)) {
        isAside = false;
        if (Outcome gone = SearchIndex::drop(connection, table); !gone)
            return gone.error();
    }
    if (Outcome made = executeAll(connection, SearchIndex::createStatements(spec)); !made)
        return made.error();
    return isAside;
}

} // namespace

Rebuild::Rebuild(Worker &worker, Writer &writer, Progress progress, Begins begins)
    : m_worker(worker), m_writer(writer), m_progress(std::move(progress)), m_begins(begins)
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

Rebuild::Stage Rebuild::nothingDone()
{
    Stage stage;
    for (const RecordSpec *spec : allSpecs()) {
        if (SearchIndex::covers(*spec))
            stage.filled.push_back(0);
    }
    return stage;
}

// "version indexes tables filled filled ..."
Outcome Rebuild::writeStage(Connection &connection, const Stage &stage)
{
    QByteArrayList words{QByteArray::number(derived::version()), QByteArray::number(qulonglong{stage.indexes}),
                         QByteArray::number(qulonglong{stage.tables})};
    for (const std::int64_t filled : stage.filled)
        words += QByteArray::number(qlonglong{filled});
    return meta::write(connection, meta::derivedStage, words.join(' '));
}

Result<std::optional<Rebuild::Stage>> Rebuild::readStage(Connection &connection)
{
    const Result<QByteArray> text = meta::read(connection, meta::derivedStage);
    if (!text)
        return text.error();
    const QByteArrayList words = text->split(' ');
    Stage stage = nothingDone();
    if (words.front().toInt() != derived::version() || words.size() != qsizetype(stage.filled.size()) + 3)
        return std::optional<Stage>(); // none, or of another release
    stage.indexes = words[1].toULongLong();
    stage.tables = words[2].toULongLong();
    for (std::size_t i = 0; i < stage.filled.size(); ++i)
        stage.filled[i] = words[qsizetype(i) + 3].toLongLong();
    return std::optional(stage);
}

Result<bool> Rebuild::isUnfinished(Connection &connection)
{
    const Result<std::optional<Stage>> stage = readStage(connection);
    if (!stage)
        return stage.error();
    return stage->has_value();
}

Outcome Rebuild::replaceOther(Connection &connection)
{
    Stage stage = nothingDone();
    for (const RecordSpec *spec : allSpecs()) {
        const std::vector<QByteArray> create = ListIndex::createStatements(*spec);
        for (const std::vector<QByteArray> &statements : {ListIndex::dropStatements(*spec), create}) {
            if (Outcome done = executeAll(connection, statements); !done)
                return done;
        }
        stage.indexes += create.size();
        if (!SearchIndex::covers(*spec))
            continue;
        const Result<bool> aside = putAside(connection, *spec);
        if (!aside)
            return aside.error();
        ++stage.tables;
    }
    if (Outcome done = writeStage(connection, stage); !done)
        return done;
    return meta::write(connection, meta::derivedVersion, "0");
}

Outcome Rebuild::begin(Connection &connection)
{
    m_begun = true;
    m_stage = nothingDone();
    if (m_begins == Begins::WhereItStopped) {
        const Result<std::optional<Stage>> stage = readStage(connection);
        if (!stage)
            return stage.error();
        m_stage = stage->value_or(m_stage);
    }
    std::size_t tables = 0;
    for (const RecordSpec *spec : allSpecs()) {
        const std::vector<QByteArray> drop = ListIndex::dropStatements(*spec);
        const std::vector<QByteArray> create = ListIndex::createStatements(*spec);
        for (std::size_t i = 0; i < create.size(); ++i)
            m_indexes.push_back({drop[i], create[i]});
        if (!SearchIndex::covers(*spec))
            continue;
        m_tables.push_back(spec);
        const Result<qint64> last = connection.scalarInt("SELECT max(rowid) FROM " + layoutOf(*spec).table);
        const Result<qint64> remains = connection.scalarInt("SELECT count(*) FROM sqlite_master WHERE name = '"
                                                            + SearchIndex::oldTableOf(*spec) + "'");
        if (!last || !remains)
            return last ? remains.error() : last.error();
        m_fillings.push_back({spec, tables, m_stage.filled[tables], *last});
        ++tables;
        m_total += *last;
        if (*remains > 0)
            m_remains.push_back(SearchIndex::oldTableOf(*spec));
    }
    m_indexes.erase(m_indexes.begin(), m_indexes.begin() + std::ptrdiff_t(std::min(m_stage.indexes, m_indexes.size())));
    m_tables.erase(m_tables.begin(), m_tables.begin() + std::ptrdiff_t(std::min(m_stage.tables, m_tables.size())));
    // whoever opens the store before everything is done finds that nothing is
    return m_writer.transact(connection, [&]() -> Outcome {
        if (Outcome done = writeStage(connection, m_stage); !done)
            return done;
        return meta::write(connection, meta::derivedVersion, "0");
    });
}

// An index stands or falls with its transaction, so lists always have one.
Result<bool> Rebuild::replaceNext(Connection &connection)
{
    const auto replace = [&] {
        return m_writer.transact(connection, [&]() -> Outcome {
            if (Outcome made = executeAll(connection, m_indexes.front()); !made)
                return made;
            Stage reached = m_stage;
            ++reached.indexes;
            return writeStage(connection, reached);
        });
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
    ++m_stage.indexes;
    m_gaveWay = 0;
    return true;
}

Outcome Rebuild::setAside(Connection &connection, const RecordSpec &spec)
{
    Result<bool> aside = false;
    const Outcome done = m_writer.transact(connection, [&]() -> Outcome {
        aside = putAside(connection, spec);
        if (!aside)
            return aside.error();
        Stage reached = m_stage;
        ++reached.tables;
        reached.filled[m_stage.tables] = 0;
        return writeStage(connection, reached);
    });
    if (!done)
        return done;
    m_stage.filled[m_stage.tables++] = 0;
    const QByteArray old = SearchIndex::oldTableOf(spec);
    if (*aside && std::find(m_remains.begin(), m_remains.end(), old) == m_remains.end())
        m_remains.push_back(old);
    return {};
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
                break;
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
        return noteFilled(connection, filling, reached);
    });
    if (done)
        filling.done = m_stage.filled[filling.place] = reached;
    return done;
}

Outcome Rebuild::noteFilled(Connection &connection, const Filling &filling, std::int64_t reached) const
{
    Stage stage = m_stage;
    stage.filled[filling.place] = reached;
    return writeStage(connection, stage);
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
    return m_writer.transact(connection, [&]() -> Outcome {
        if (Outcome done = meta::write(connection, meta::derivedStage, {}); !done)
            return done;
        return meta::write(connection, meta::derivedVersion, QByteArray::number(derived::version()));
    });
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
