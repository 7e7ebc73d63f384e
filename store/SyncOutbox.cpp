// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncOutbox.h"

#include "records/Codec.h"
#include "store/Meta.h"
#include "store/Outbox.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/SyncTray.h"

#include <algorithm>

namespace yizhan::syncoutbox {
namespace {

constexpr qint64 bytesBesideValues = 120; // ids, numbers, names of an operation

// What the verdicts touch, by case.
struct Touched {
    std::set<RecordId> rows;     // their number of unsent operations changes
    std::set<RecordId> reviewed; // what people see changes, or is the server's copy now
};

Outcome mark(Connection &connection, const OutboxVerdict &verdict, Instant now)
{
    Result<CachedStatement> statement = connection.cached(
        "UPDATE outbox SET state = ?2, awaited = ?3, verdict = ?4, conflict = ?5, answered_at = ?6 WHERE n = ?1 AND state = 0");
    if (!statement)
        return statement.error();
    const bool isTaken = verdict.state == static_cast<int>(OutboxState::Taken);
    (*statement)
        ->bindAll(verdict.n, verdict.state, isTaken ? verdict.version : 0,
                  verdict.reason.isEmpty() ? std::nullopt : std::optional<QString>(verdict.reason),
                  verdict.conflict.isNull() ? std::nullopt : std::optional<RecordId>(verdict.conflict), now);
    return (*statement)->run();
}

Result<std::optional<OutboxRow>> readOne(Connection &connection, std::int64_t n)
{
    Result<CachedStatement> statement = connection.cached("SELECT " + outboxColumns()
                                                          + " FROM outbox WHERE n = ? AND state = 0");
    if (!statement)
        return statement.error();
    const Result<bool> found = (*statement)->bind(1, n).step();
    if (!found)
        return found.error();
    return *found ? std::optional<OutboxRow>(readOutboxRow(**statement)) : std::nullopt;
}

Outcome writeUnsent(Connection &connection, std::uint16_t kind, const RecordId &id, int unsent)
{
    const RecordSpec *spec = specOf(static_cast<Kind>(kind));
    if (!spec)
        return {};
    Result<CachedStatement> statement = connection.cached("UPDATE " + layoutOf(*spec).table + " SET unsent = ? WHERE id = ?");
    if (!statement)
        return statement.error();
    return (*statement)->bindAll(unsent, id).run();
}

} // namespace

Result<OutboxBatch> nextBatch(Connection &connection, int maxRows, qint64 maxBytes, std::int64_t after)
{
    Result<CachedStatement> statement = connection.cached("SELECT " + outboxColumns()
                                                          + " FROM outbox WHERE state = 0 AND n > ? ORDER BY n");
    if (!statement)
        return statement.error();
    (*statement)->bind(1, after);
    OutboxBatch batch;
    qint64 bytes = 0;
    std::size_t whole = 0; // operations of complete transactions
    for (;;) {
        const Result<bool> more = (*statement)->step();
        if (!more)
            return more.error();
        if (!*more) {
            whole = batch.rows.size();
            break;
        }
        OutboxRow row = readOutboxRow(**statement);
        const bool isNext = batch.rows.empty() || row.txn != batch.rows.back().txn;
        if (isNext)
            whole = batch.rows.size();
        bytes += row.fields.size() + bytesBesideValues;
        const bool isFull = static_cast<int>(batch.rows.size()) >= maxRows || bytes > maxBytes;
        if (isFull && whole > 0) {
            batch.more = true;
            break;
        }
        batch.rows.push_back(std::move(row));
    }
    batch.rows.resize(whole);
    return batch;
}

Result<std::int64_t> highest(Connection &connection)
{
    const Result<qint64> standing = connection.scalarInt("SELECT max(n) FROM outbox");
    if (!standing)
        return standing.error();
    const Result<qint64> gone = meta::readNumber(connection, meta::lastOperation);
    if (!gone)
        return gone.error();
    return std::max(std::int64_t{*standing}, std::int64_t{*gone});
}

Result<OutboxSummary> summary(Connection &connection)
{
    OutboxSummary summary;
    Result<CachedStatement> unsent = connection.cached("SELECT count(*), min(client_time), min(n) FROM outbox WHERE state = 0");
    if (!unsent)
        return unsent.error();
    if (const Result<bool> row = (*unsent)->step(); !row)
        return row.error();
    summary.unsent = (*unsent)->int64(0);
    summary.oldestUnsent = (*unsent)->instant(1);
    summary.firstUnsent = (*unsent)->int64(2);
    const Result<qint64> answered = connection.scalarInt("SELECT max(n) FROM outbox WHERE state <> 0");
    const Result<qint64> gone = meta::readNumber(connection, meta::lastOperation);
    if (!answered || !gone)
        return answered ? gone.error() : answered.error();
    summary.answeredUpto = std::max(*answered, *gone);
    summary.answeredHere = *answered;

    Result<CachedStatement> refused = connection.cached("SELECT o.verdict, count(*)" + synctray::fromUnsettled()
                                                        + " GROUP BY o.verdict");
    if (!refused)
        return refused.error();
    for (;;) {
        const Result<bool> more = (*refused)->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        summary.refusedByReason[(*refused)->text(0)] += (*refused)->int64(1);
        summary.refused += (*refused)->int64(1);
    }
    const Result<std::int64_t> returned = synctray::count(connection);
    if (!returned)
        return returned.error();
    summary.returned = *returned;
    Result<CachedStatement> elsewhere = connection.cached("SELECT office, count(*) FROM outbox WHERE state = 0 AND EXISTS "
                                                          "(SELECT 1 FROM cursor) AND office NOT IN (SELECT office "
                                                          "FROM cursor) GROUP BY office");
    if (!elsewhere)
        return elsewhere.error();
    for (;;) {
        const Result<bool> more = (*elsewhere)->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        summary.unsentElsewhere[(*elsewhere)->text(0)] = (*elsewhere)->int64(1);
    }
    const Result<qint64> open = connection.scalarInt("SELECT count(*) FROM conflict WHERE decision IS NULL AND withdrawn = 0");
    if (!open)
        return open.error();
    summary.openConflicts = *open;
    return summary;
}

Outcome applyVerdicts(Connection &connection, const StoreContext &context, const std::vector<OutboxVerdict> &verdicts,
                      std::vector<ChangeSet::Row> &changed)
{
    const Instant now = context.clock->now();
    std::map<RecordId, Touched> cases;
    std::map<RecordId, std::uint16_t> kinds;
    for (const OutboxVerdict &verdict : verdicts) {
        const Result<std::optional<OutboxRow>> row = readOne(connection, verdict.n);
        if (!row)
            return row.error();
        if (!*row)
            continue; // answered before
        if (Outcome done = mark(connection, verdict, now); !done)
            return done;
        Touched &touched = cases[(*row)->root];
        touched.rows.insert((*row)->record);
        kinds[(*row)->record] = (*row)->kind;
        const bool isTaken = verdict.state == static_cast<int>(OutboxState::Taken);
        // the account of this computer stays, even if the district does not know it
        if (isTaken || (*row)->kind == static_cast<std::uint16_t>(Kind::User))
            continue;
        touched.reviewed.insert((*row)->record);
        if ((*row)->act != static_cast<int>(OutboxAct::Transfer))
            continue;
        // a hand-over that did not happen is taken back from all rows of the case
        if (Outcome done = ServerCopies(connection).addShadowed((*row)->root, touched.reviewed); !done)
            return done;
    }
    ServerCopies copies(connection);
    if (Outcome done = copies.loadOpen(); !done)
        return done;
    AppliedPage none;
    none.recount = true;
    CaseUpdate update(connection, context, copies, {}, {}, none, changed);
    for (auto &[root, touched] : cases) {
        if (Outcome done = copies.lookFor(root); !done)
            return done;
        for (const RecordId &id : touched.rows) {
            // a page that came before the verdict holds it already
            Result<StandingRow> standing = copies.find(id, specOf(static_cast<Kind>(kinds[id])));
            if (!standing)
                return standing.error();
            if (!standing->server.row.isNull()) {
                if (Outcome done = copies.settle(id, standing->server.row.version); !done)
                    return done;
            }
            if (!copies.isOpen(id) && standing->hasShadow && copies.transferOf(root).isEmpty())
                touched.reviewed.insert(id);
            if (Outcome done = writeUnsent(connection, kinds[id], id, copies.unsentOf(id)); !done)
                return done;
            if (touched.reviewed.count(id) == 0 && !standing->typed.isNull())
                changed.push_back({standing->typed.kind(), id, root, standing->typed.localRow, ChangeSet::Row::What::Changed});
        }
        if (Outcome done = touched.reviewed.empty() ? Outcome() : update.review(root, touched.reviewed); !done)
            return done;
    }
    return {};
}

Outcome forgetDurable(Connection &connection, std::int64_t upto, Instant before)
{
    // what came back and waits for a person is nowhere but here; it does not keep the rest
    const QByteArray which =
        "n <= ?1 AND state <> 0 AND awaited = 0 AND answered_at < ?2 AND n < coalesce((SELECT min(n) FROM outbox "
        "WHERE state = 0 OR awaited > 0 OR answered_at >= ?2), ?1 + 1) AND n NOT IN (SELECT o.n"
        + synctray::fromUnsettled() + ")";
    Result<CachedStatement> last = connection.cached("SELECT max(n) FROM outbox WHERE " + which);
    if (!last)
        return last.error();
    if (const Result<bool> row = (*last)->bindAll(upto, before).step(); !row)
        return row.error();
    const std::int64_t n = (*last)->int64(0);
    if (n == 0)
        return {};
    const Result<qint64> known = meta::readNumber(connection, meta::lastOperation);
    if (!known)
        return known.error();
    Result<CachedStatement> statement = connection.cached("DELETE FROM outbox WHERE " + which);
    if (!statement)
        return statement.error();
    if (Outcome done = (*statement)->bindAll(upto, before).run(); !done)
        return done;
    return meta::write(connection, meta::lastOperation, QByteArray::number(qlonglong{std::max(n, std::int64_t{*known})}));
}

Outcome reopenAfter(Connection &connection, std::int64_t lastN)
{
    // what stands here may never have been on the restored server: until its rows come, it counts as the server's copy
    std::map<RecordId, std::uint16_t> rows;
    {
        Result<CachedStatement> statement = connection.cached("SELECT DISTINCT record, kind FROM outbox WHERE n > ?");
        if (!statement)
            return statement.error();
        (*statement)->bind(1, lastN);
        for (;;) {
            const Result<bool> more = (*statement)->step();
            if (!more)
                return more.error();
            if (!*more)
                break;
            rows.emplace((*statement)->recordId(0), static_cast<std::uint16_t>((*statement)->int32(1)));
        }
    }
    ServerCopies copies(connection);
    if (Outcome done = copies.loadOpen(); !done)
        return done;
    for (const auto &[id, kind] : rows) {
        const RecordSpec *spec = specOf(static_cast<Kind>(kind));
        const Result<StandingRow> standing = copies.find(id, spec);
        if (!standing)
            return standing.error();
        if (standing->hasShadow || standing->server.row.isNull())
            continue;
        if (Outcome done = copies.writeShadow(standing->server); !done)
            return done;
    }
    Result<CachedStatement> reopen = connection.cached("UPDATE outbox SET state = 0, awaited = 0, verdict = NULL, conflict = "
                                                       "NULL, answered_at = NULL WHERE n > ? AND state <> 0");
    if (!reopen)
        return reopen.error();
    if (Outcome done = (*reopen)->bind(1, lastN).run(); !done)
        return done;
    if (Outcome done = copies.loadOpen(); !done)
        return done;
    for (const auto &[id, kind] : rows) {
        if (Outcome done = copies.lookFor(id); !done)
            return done;
        if (Outcome done = writeUnsent(connection, kind, id, copies.unsentOf(id)); !done)
            return done;
    }
    return {};
}

Outcome renumber(Connection &connection, std::int64_t first)
{
    // through negative numbers, so that no two are ever equal on the way
    const QByteArray statements[] = {
        "DELETE FROM outbox WHERE state <> 0 AND n >= " + QByteArray::number(qlonglong{first}),
        "CREATE TEMP TABLE renumbered AS SELECT n AS was, row_number() OVER (ORDER BY n) - 1 + "
            + QByteArray::number(qlonglong{first}) + " AS now FROM outbox WHERE state = 0",
        "UPDATE outbox SET prev = coalesce((SELECT now FROM renumbered WHERE was = prev), iif(prev < "
            + QByteArray::number(qlonglong{first}) + ", prev, 0)) WHERE state = 0",
        "UPDATE outbox SET n = -(SELECT now FROM renumbered WHERE was = n) WHERE state = 0",
        "UPDATE outbox SET n = -n WHERE n < 0",
        "DROP TABLE renumbered",
    };
    for (const QByteArray &statement : statements) {
        if (Outcome done = connection.execute(statement); !done)
            return done;
    }
    return meta::write(connection, meta::lastOperation, QByteArray::number(qlonglong{first - 1}));
}

Outcome beginAnew(Connection &connection)
{
    const QByteArray account = QByteArray::number(static_cast<int>(Kind::User));
    const QByteArray statements[] = {
        "DELETE FROM outbox WHERE kind = " + account,
        "UPDATE " + layoutOf(*specOf(Kind::User)).table + " SET unsent = 0",
        "DELETE FROM cursor",
        "DELETE FROM baseline",
        "DELETE FROM meta WHERE key LIKE 'sync.%'", // epoch and repairs of another district
    };
    for (const QByteArray &statement : statements) {
        if (Outcome done = connection.execute(statement); !done)
            return done;
    }
    return renumber(connection, 1);
}

} // namespace yizhan::syncoutbox
