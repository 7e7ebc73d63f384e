// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Upkeep.h"

#include "records/kinds/Timer.h"
#include "store/Derivation.h"
#include "store/DerivedIndexes.h"
#include "store/Meta.h"
#include "store/OpenCases.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/SetAside.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace yizhan {
namespace {

constexpr qint64 sliceMs = 40; // leaves room for the commit
constexpr int rootsAtOnce = 100;

// States that the program itself may leave, as they stand in SQL.
QByteArray statesLeftBySystem(const LifeCycle &lifeCycle)
{
    QSet<QByteArray> states;
    for (const Transition &transition : lifeCycle.transitions) {
        if (qstrcmp(transition.actors, "system") != 0)
            continue;
        for (const QByteArray &state : QByteArray(transition.from).split(' ')) {
            if (!state.isEmpty())
                states.insert('\'' + state + '\'');
        }
    }
    QByteArray list;
    for (const QByteArray &state : states)
        list += (list.isEmpty() ? "" : ", ") + state;
    return list;
}

} // namespace

Upkeep::Upkeep(Job job, const StoreContext &context, Writer &writer, Progress progress)
    : m_job(job), m_context(context), m_writer(writer), m_progress(std::move(progress))
{}

Result<bool> Upkeep::slice(Connection &connection, std::vector<ChangeSet> &changes)
{
    if (!m_collected) {
        if (Outcome done = collect(connection); !done)
            return done.error();
        return true;
    }
    if (isEmpty()) {
        const Result<bool> erased = m_job == Job::Day ? eraseSetAside(connection) : Result<bool>(true);
        if (!erased)
            return erased.error();
        if (!*erased)
            return true;
        if (Outcome done = finish(connection); !done)
            return done.error();
        return false;
    }
    if (Outcome done = m_job == Job::Day ? sliceDay(connection, changes) : sliceRecompute(connection, changes); !done)
        return done.error();
    if (m_progress)
        m_progress(m_total - left(), m_total);
    return true;
}

// False when more of it is left.
Result<bool> Upkeep::eraseSetAside(Connection &connection)
{
    Result<bool> erased = true;
    const Instant before{m_context.clock->now().ms - setaside::keptMs};
    const Outcome done = m_writer.transact(connection, [&]() -> Outcome {
        erased = setaside::eraseSome(connection, before);
        return erased ? Outcome() : Outcome(erased.error());
    });
    return done ? erased : Result<bool>(done.error());
}

// Each case is a transaction of its own: a step belongs to its audit row, not to its neighbours.
Outcome Upkeep::sliceDay(Connection &connection, std::vector<ChangeSet> &changes)
{
    QElapsedTimer passed;
    passed.start();
    while (!m_roots.empty() && passed.elapsed() < sliceMs) {
        Result<ChangeSet> taken = m_writer.takeDueSteps(connection, m_roots.front());
        if (!taken && taken.error().kind != ErrorKind::NotFound && taken.error().kind != ErrorKind::Rejected)
            return taken.error();
        if (taken && !taken->rows.empty())
            changes.push_back(std::move(*taken));
        m_roots.pop_front();
    }
    return {};
}

Outcome Upkeep::sliceRecompute(Connection &connection, std::vector<ChangeSet> &changes)
{
    QElapsedTimer passed;
    passed.start();
    ChangeSet derived;
    const Outcome done = m_writer.transact(connection, [&]() -> Outcome {
        while (!isEmpty() && passed.elapsed() < sliceMs) {
            if (m_roots.empty()) {
                if (Outcome fine = nextRoots(connection); !fine)
                    return fine;
                continue;
            }
            if (Outcome fine = derive(connection, m_roots.front(), derived); !fine)
                return fine;
            m_roots.pop_front();
        }
        return {};
    });
    if (done && !derived.rows.empty()) {
        derived.sequence = m_writer.nextSequence();
        changes.push_back(std::move(derived));
    }
    return done;
}

Outcome Upkeep::collect(Connection &connection)
{
    m_collected = true;
    const Outcome done = m_job == Job::Day ? collectDay(connection) : collectWalks(connection);
    m_total = left();
    return done;
}

std::int64_t Upkeep::left() const
{
    std::int64_t rows = static_cast<std::int64_t>(m_roots.size());
    for (const Walk &walk : m_walks)
        rows += walk.below - 1;
    return rows;
}

Outcome Upkeep::collectWalks(Connection &connection)
{
    for (const RecordSpec *spec : allSpecs()) {
        const bool hasDerived = std::any_of(spec->fields.begin(), spec->fields.end(),
                                            [](const FieldSpec *f) { return f->derived; });
        if (!spec->isRoot() || (descendantsOf(*spec).empty() && !hasDerived))
            continue;
        const Result<qint64> newest = connection.scalarInt("SELECT max(rowid) FROM " + layoutOf(*spec).table);
        if (!newest)
            return newest.error();
        m_walks.push_back({spec, *newest + 1});
    }
    return {};
}

Outcome Upkeep::nextRoots(Connection &connection)
{
    Walk &walk = m_walks.front();
    const QByteArray sql = "SELECT rowid, id FROM " + layoutOf(*walk.spec).table
                           + " WHERE rowid < ? ORDER BY rowid DESC LIMIT ?";
    Outcome read = connection.each(sql, with(walk.below, rootsAtOnce), [&](const Statement &row) {
        walk.below = row.int64(0);
        m_roots.push_back(row.recordId(1));
    });
    if (read && m_roots.empty())
        m_walks.pop_front();
    return read;
}

Outcome Upkeep::collectDay(Connection &connection)
{
    const TableLayout &pauses = layoutOf(timerPause::spec);
    if (Outcome done = addRoots(connection, "SELECT DISTINCT root FROM " + pauses.table
                                                + " WHERE withdrawn = 0 AND to_on IS NULL AND to_at IS NULL");
        !done)
        return done;
    for (const RecordSpec *spec : allSpecs()) {
        for (const LifeCycle *lifeCycle : spec->lifeCycles) {
            const QByteArray states = statesLeftBySystem(*lifeCycle);
            if (states.isEmpty())
                continue;
            const TableLayout &layout = layoutOf(*spec);
            const QByteArray id = layout.hasRoot ? QByteArrayLiteral("root") : QByteArrayLiteral("id");
            if (Outcome done = addRoots(connection, "SELECT DISTINCT " + id + " FROM " + layout.table
                                                        + " WHERE withdrawn = 0 AND " + layout.columnOf(*lifeCycle->status)
                                                        + " IN (" + states + ')');
                !done)
                return done;
        }
    }
    std::sort(m_roots.begin(), m_roots.end());
    m_roots.erase(std::unique(m_roots.begin(), m_roots.end()), m_roots.end());
    return {};
}

Outcome Upkeep::addRoots(Connection &connection, const QByteArray &sql)
{
    Result<Statement> statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    return statement->each([this](const Statement &row) { m_roots.push_back(row.recordId(0)); });
}

Outcome Upkeep::derive(Connection &connection, const RecordId &root, ChangeSet &changes)
{
    Result<CaseFile> file = readCase(connection, root);
    if (!file)
        return file.error().kind == ErrorKind::NotFound ? Outcome() : Outcome(file.error());
    const CaseFile before = *file;
    deriveWhole(*file, m_context, m_context.clock->now());
    bool isSearched = false;
    const auto write = [&](const Record &old, const Record &now) -> Outcome {
        const RowDifference difference = differenceOf(old, now);
        if (difference.derived.empty())
            return {};
        for (const int position : difference.derived)
            isSearched = isSearched || derived::isSearched(now.spec(), *now.spec().fields[static_cast<std::size_t>(position)]);
        changes.rows.push_back({now.kind(), now.id, now.root, now.localRow, ChangeSet::Row::What::Changed});
        return updateDerived(connection, now, difference.derived);
    };
    if (Outcome done = write(before.root, file->root); !done)
        return done;
    for (std::size_t i = 0; i < before.children.size(); ++i) {
        if (Outcome done = write(before.children[i], file->children[i]); !done)
            return done;
    }
    return isSearched ? derived::putCase(connection, *file, false) : Outcome();
}

Outcome Upkeep::finish(Connection &connection)
{
    return m_writer.transact(connection, [&]() -> Outcome {
        if (m_job == Job::Day)
            return meta::write(connection, meta::dailyDone, m_context.clock->today().toIso().toLatin1());
        return meta::write(connection, meta::rulesFingerprint, fingerprintOfDerivation(*m_context.rules()));
    });
}

} // namespace yizhan
