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
    std::map<RecordId, std::uint16_t> rows; // their number of unsent operations changes; with their kinds
    std::set<RecordId> reviewed;            // what people see changes, or is the server's copy now
};

// As much of an operation as its verdict needs.
struct Waiting {
    int act = 0;
    std::uint16_t kind = 0;
    RecordId record;
    RecordId root;
};

// The operations of a row that the server's copy does not contain yet, without their contents.
struct OpenCount {
    int unsent = 0;
    bool any = false;
    bool transfer = false;
    std::int64_t leastAwaited = 0; // of those that were taken; 0: none was
};

// A row as far as a verdict is concerned.
struct Place {
    std::int64_t localRow = 0; // 0: not here
    std::int64_t server = 0;   // version of the server's copy; 0: none is known
    bool hasShadow = false;
};

Result<std::map<std::int64_t, Waiting>> waitingAmong(Connection &connection, const std::vector<OutboxVerdict> &verdicts)
{
    std::map<std::int64_t, Waiting> waiting;
    if (verdicts.empty())
        return waiting;
    const auto byNumber = [](const OutboxVerdict &a, const OutboxVerdict &b) { return a.n < b.n; };
    const auto [first, last] = std::minmax_element(verdicts.begin(), verdicts.end(), byNumber);
    constexpr QByteArrayView sql = "SELECT n, act, kind, record, root FROM outbox WHERE n BETWEEN ? AND ? AND state = 0";
    const Outcome read = connection.each(sql, with(first->n, last->n), [&waiting](const Statement &row) {
        waiting.emplace_hint(waiting.end(), row.int64(0),
                             Waiting{row.int32(1), static_cast<std::uint16_t>(row.int32(2)), row.recordId(3), row.recordId(4)});
    });
    if (!read)
        return read.error();
    return waiting;
}

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

Result<OpenCount> openOf(Connection &connection, const RecordId &id)
{
    static const QByteArray sql = "SELECT count(*), coalesce(sum(state = 0), 0), coalesce(max(act = "
                                  + QByteArray::number(static_cast<int>(OutboxAct::Transfer))
                                  + "), 0), coalesce(min(iif(awaited > 0, awaited, NULL)), 0) FROM outbox INDEXED BY "
                                    "outbox_record WHERE record = ? AND (state = 0 OR awaited > 0)";
    Result<CachedStatement> statement = connection.cached(sql);
    if (!statement)
        return statement.error();
    if (const Result<bool> row = (*statement)->bind(1, id).step(); !row)
        return row.error();
    return OpenCount{(*statement)->int32(1), (*statement)->int64(0) > 0, (*statement)->boolean(2), (*statement)->int64(3)};
}

Result<Place> placeOf(Connection &connection, const RecordSpec &spec, const RecordId &id)
{
    Result<CachedStatement> statement = connection.cached(
        "SELECT t.rowid, t.version, s.version FROM (SELECT ?1 AS id) AS i LEFT JOIN " + layoutOf(spec).table
        + " AS t ON t.id = i.id LEFT JOIN shadow AS s ON s.id = i.id");
    if (!statement)
        return statement.error();
    if (const Result<bool> row = (*statement)->bind(1, id).step(); !row)
        return row.error();
    Place place;
    place.localRow = (*statement)->int64(0);
    place.hasShadow = !(*statement)->isNull(2);
    place.server = (*statement)->int64(place.hasShadow ? 2 : 1);
    return place;
}

Outcome writeUnsent(Connection &connection, const RecordSpec &spec, const RecordId &id, int unsent)
{
    Result<CachedStatement> statement = connection.cached("UPDATE " + layoutOf(spec).table + " SET unsent = ? WHERE id = ?");
    if (!statement)
        return statement.error();
    return (*statement)->bindAll(unsent, id).run();
}

// Notes the verdicts on operations that have none yet.
Result<std::map<RecordId, Touched>> markAll(Connection &connection, const std::vector<OutboxVerdict> &verdicts, Instant now)
{
    std::map<RecordId, Touched> cases;
    Result<std::map<std::int64_t, Waiting>> waiting = waitingAmong(connection, verdicts);
    if (!waiting)
        return waiting.error();
    for (const OutboxVerdict &verdict : verdicts) {
        const auto place = waiting->find(verdict.n);
        if (place == waiting->end())
            continue; // answered before
        const Waiting operation = place->second;
        waiting->erase(place);
        if (Outcome done = mark(connection, verdict, now); !done)
            return done.error();
        Touched &touched = cases[operation.root];
        touched.rows[operation.record] = operation.kind;
        const bool isTaken = verdict.state == static_cast<int>(OutboxState::Taken);
        // the account of this computer stays, even if the district does not know it
        if (isTaken || operation.kind == static_cast<std::uint16_t>(Kind::User))
            continue;
        touched.reviewed.insert(operation.record);
        if (operation.act != static_cast<int>(OutboxAct::Transfer))
            continue;
        // a hand-over that did not happen is taken back from all rows of the case
        if (Outcome done = ServerCopies(connection).addShadowed(operation.root, touched.reviewed); !done)
            return done.error();
    }
    return cases;
}

// The rows of a case after their operations were answered. Each of them costs four short statements: with a long queue this is
// what the next batch waits for.
Outcome follow(Connection &connection, ServerCopies &copies, const RecordId &root, Touched &touched,
               std::vector<ChangeSet::Row> &changed)
{
    for (const auto &[id, kind] : touched.rows) {
        const RecordSpec *spec = specOf(static_cast<Kind>(kind));
        if (!spec)
            continue;
        Result<OpenCount> open = openOf(connection, id);
        const Result<Place> place = placeOf(connection, *spec, id);
        if (!open || !place)
            return open ? place.error() : open.error();
        // a page that came before the verdict holds it already
        if (open->leastAwaited > 0 && open->leastAwaited <= place->server) {
            if (Outcome done = copies.lookFor(id); !done)
                return done;
            if (Outcome done = copies.settle(id, place->server); !done)
                return done;
            open = openOf(connection, id);
            if (!open)
                return open.error();
        }
        if (!open->any && place->hasShadow) {
            const Result<OpenCount> ofRoot = openOf(connection, root);
            if (!ofRoot)
                return ofRoot.error();
            if (!ofRoot->transfer)
                touched.reviewed.insert(id);
        }
        if (Outcome done = writeUnsent(connection, *spec, id, open->unsent); !done)
            return done;
        if (touched.reviewed.count(id) == 0 && place->localRow != 0)
            changed.push_back({spec->kind, id, root, place->localRow, ChangeSet::Row::What::Changed});
    }
    return {};
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

namespace {

// By office in one walk over the index that covers it.
Outcome countUnsent(Connection &connection, OutboxSummary &summary)
{
    constexpr QByteArrayView sql =
        "SELECT office, rows, oldest, first, EXISTS (SELECT 1 FROM cursor) AND office NOT IN (SELECT office FROM cursor) FROM "
        "(SELECT office, count(*) AS rows, min(client_time) AS oldest, min(n) AS first FROM outbox WHERE state = 0 GROUP BY "
        "office)";
    return connection.each(sql, [&summary](const Statement &unsent) {
        const bool isFirst = summary.unsent == 0;
        const std::int64_t count = unsent.int64(1);
        const Instant oldest = unsent.instant(2);
        const std::int64_t first = unsent.int64(3);
        summary.unsent += count;
        summary.oldestUnsent = isFirst ? oldest : std::min(summary.oldestUnsent, oldest);
        summary.firstUnsent = isFirst ? first : std::min(summary.firstUnsent, first);
        if (unsent.boolean(4))
            summary.unsentElsewhere[unsent.text(0)] = count;
    });
}

} // namespace

Result<OutboxSummary> summary(Connection &connection)
{
    OutboxSummary summary;
    if (Outcome done = countUnsent(connection, summary); !done)
        return done.error();
    // Answers come in the order of the queue: what is answered lies before what is not, however long that is.
    const QByteArray before = summary.unsent == 0 ? QByteArray()
                                                  : " AND n < " + QByteArray::number(qlonglong{summary.firstUnsent});
    const Result<qint64> answered = connection.scalarInt("SELECT max(n) FROM outbox WHERE state <> 0" + before);
    const Result<qint64> gone = meta::readNumber(connection, meta::lastOperation);
    if (!answered || !gone)
        return answered ? gone.error() : answered.error();
    summary.answeredUpto = std::max(*answered, *gone);
    summary.answeredHere = *answered;

    const QByteArray byReason = "SELECT o.verdict, count(*)" + synctray::fromUnsettled() + " GROUP BY o.verdict";
    const Outcome refused = connection.each(byReason, [&summary](const Statement &row) {
        summary.refusedByReason[row.text(0)] += row.int64(1);
        summary.refused += row.int64(1);
    });
    if (!refused)
        return refused.error();
    const Result<std::int64_t> returned = synctray::count(connection);
    if (!returned)
        return returned.error();
    summary.returned = *returned;
    const Result<qint64> open = connection.scalarInt("SELECT count(*) FROM conflict WHERE decision IS NULL AND withdrawn = 0");
    if (!open)
        return open.error();
    summary.openConflicts = *open;
    return summary;
}

Outcome applyVerdicts(Connection &connection, const StoreContext &context, const std::vector<OutboxVerdict> &verdicts,
                      std::vector<ChangeSet::Row> &changed)
{
    Result<std::map<RecordId, Touched>> cases = markAll(connection, verdicts, context.clock->now());
    if (!cases)
        return cases.error();
    ServerCopies copies(connection);
    if (Outcome done = copies.loadOpen(); !done)
        return done;
    AppliedPage none;
    none.recount = true;
    CaseUpdate update(connection, context, copies, {}, {}, none, changed);
    for (auto &[root, touched] : *cases) {
        if (Outcome done = follow(connection, copies, root, touched, changed); !done)
            return done;
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
    constexpr QByteArrayView sql = "SELECT DISTINCT record, kind FROM outbox WHERE n > ?";
    Outcome read = connection.each(sql, with(lastN), [&rows](const Statement &row) {
        rows.emplace(row.recordId(0), static_cast<std::uint16_t>(row.int32(1)));
    });
    if (!read)
        return read;
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
        const RecordSpec *spec = specOf(static_cast<Kind>(kind));
        if (Outcome done = copies.lookFor(id); !done)
            return done;
        if (Outcome done = spec ? writeUnsent(connection, *spec, id, copies.unsentOf(id)) : Outcome(); !done)
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
