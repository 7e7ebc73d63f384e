// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncOffices.h"

#include "records/Codec.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/ServerCopies.h"

#include <map>

namespace yizhan::syncoffices {
namespace {

const QString districtLog = QString::fromLatin1(districtLogName);

// The condition that a typed row as it stands belongs to the log ?1; empty if no row of the kind can.
QByteArray belongs(const RecordSpec &spec, bool toDistrict)
{
    if (spec.district)
        return toDistrict ? QByteArrayLiteral("?1 IS NOT NULL") : QByteArray();
    // of these only conflicts are in the district's log: that is where the server wrote them, whatever they are about
    return toDistrict && spec.kind != Kind::Conflict ? QByteArray() : QByteArrayLiteral("t.office = ?1");
}

// Rarely asked, and with a text of its own for each kind: the cache is not to be filled with that.
template <class Take>
Outcome eachRow(Connection &connection, const QByteArray &sql, const QString &log, Take take)
{
    Result<Statement> statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    return statement->bind(1, log).each(take);
}

OfficeCursor readCursor(const Statement &row)
{
    OfficeCursor cursor;
    cursor.office = row.text(0);
    cursor.generation = row.int64(1);
    cursor.epoch = row.int32(2);
    cursor.oseq = row.int64(3);
    cursor.write = row.boolean(4);
    cursor.anew = row.boolean(5);
    return cursor;
}

Outcome deleteFrom(Connection &connection, QByteArrayView sql, const QString &office)
{
    Result<CachedStatement> statement = connection.cached(sql);
    if (!statement)
        return statement.error();
    return (*statement)->bind(1, office).run();
}

// Rows by a query "... WHERE" of each kind's table; the copy of a row that is ahead decides by its shadow, which is looked at
// apart.
Result<std::vector<HeldRow>> collect(Connection &connection, const QString &log, const QByteArray &further, int limit)
{
    std::vector<HeldRow> rows;
    for (const RecordSpec *spec : allSpecs()) {
        const QByteArray where = belongs(*spec, log == districtLog);
        if (where.isEmpty())
            continue;
        const QByteArray root = spec->isRoot() ? QByteArrayLiteral("t.id") : QByteArrayLiteral("t.root");
        const QByteArray sql = "SELECT t.id, " + root + " FROM " + layoutOf(*spec).table + " AS t WHERE " + where + further
                               + " LIMIT " + QByteArray::number(limit - static_cast<int>(rows.size()));
        const Outcome done = eachRow(connection, sql, log, [&rows](const Statement &row) {
            rows.push_back({row.recordId(0), row.recordId(1)});
        });
        if (!done)
            return done.error();
        if (static_cast<int>(rows.size()) >= limit)
            break;
    }
    return rows;
}

// Rows with a shadow, by the log of the server's copy, until take(copy) answers false or an error.
template <class Take>
Outcome eachShadow(Connection &connection, const QString &log, Take take)
{
    return connection.each("SELECT body FROM shadow ORDER BY id", [&](const Statement &row) -> Result<bool> {
        const Result<Record> copy = decodeRecord(row.blobView(0));
        if (!copy)
            return copy.error();
        return logOf(*copy) == log ? Result<bool>(take(*copy)) : true;
    });
}

} // namespace

Result<std::vector<OfficeCursor>> all(Connection &connection)
{
    constexpr QByteArrayView sql = "SELECT office, grant_gen, epoch, oseq, may_write, anew FROM cursor ORDER BY office";
    std::vector<OfficeCursor> cursors;
    const Outcome read = connection.each(sql, [&cursors](const Statement &row) { cursors.push_back(readCursor(row)); });
    if (!read)
        return read.error();
    return cursors;
}

Result<std::optional<OfficeCursor>> find(Connection &connection, const QString &office)
{
    Result<CachedStatement> statement = connection.cached(
        "SELECT office, grant_gen, epoch, oseq, may_write, anew FROM cursor WHERE office = ?");
    if (!statement)
        return statement.error();
    const Result<bool> found = (*statement)->bind(1, office).step();
    if (!found)
        return found.error();
    return *found ? std::optional<OfficeCursor>(readCursor(**statement)) : std::nullopt;
}

Outcome setCursor(Connection &connection, const OfficeCursor &cursor)
{
    Result<CachedStatement> statement = connection.cached(
        "INSERT INTO cursor VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (office) DO UPDATE SET grant_gen = excluded.grant_gen, epoch "
        "= "
        "excluded.epoch, oseq = excluded.oseq, may_write = excluded.may_write, anew = excluded.anew");
    if (!statement)
        return statement.error();
    (*statement)
        ->bindAll(cursor.office, cursor.generation, cursor.epoch, cursor.oseq, cursor.write ? 1 : 0, cursor.anew ? 1 : 0);
    return (*statement)->run();
}

Result<QStringList> leaving(Connection &connection)
{
    QStringList offices;
    const Outcome read = connection.each("SELECT office FROM leaving ORDER BY office",
                                         [&offices](const Statement &row) { offices.push_back(row.text(0)); });
    if (!read)
        return read.error();
    return offices;
}

Outcome gone(Connection &connection, const QString &office)
{
    return deleteFrom(connection, "DELETE FROM leaving WHERE office = ?", office);
}

Outcome endBaseline(Connection &connection, const QString &office)
{
    return deleteFrom(connection, "DELETE FROM baseline WHERE office = ?", office);
}

Outcome readAnew(Connection &connection, const QString &office, std::int32_t epoch)
{
    const Result<std::optional<OfficeCursor>> standing = find(connection, office);
    if (!standing)
        return standing.error();
    if (!*standing)
        return {};
    OfficeCursor cursor = **standing;
    cursor.epoch = epoch;
    cursor.oseq = 0;
    cursor.anew = true;
    if (Outcome done = endBaseline(connection, office); !done)
        return done;
    return setCursor(connection, cursor);
}

Result<QStringList> setGrants(Connection &connection, const std::vector<OfficeGrant> &grants, std::int32_t epoch)
{
    const Result<std::vector<OfficeCursor>> standing = all(connection);
    if (!standing)
        return standing.error();
    std::map<QString, OfficeGrant> wanted;
    for (const OfficeGrant &grant : grants)
        wanted.emplace(grant.office, grant);
    for (const OfficeCursor &cursor : *standing) {
        const auto grant = wanted.find(cursor.office);
        const bool isLost = grant == wanted.end() || grant->second.generation != cursor.generation;
        if (!isLost && grant->second.write == cursor.write)
            continue;
        if (!isLost) {
            OfficeCursor changed = cursor;
            changed.write = grant->second.write;
            if (Outcome done = setCursor(connection, changed); !done)
                return done.error();
            continue;
        }
        for (const char *sql : {"INSERT OR IGNORE INTO leaving VALUES (?)", "DELETE FROM cursor WHERE office = ?",
                                "DELETE FROM baseline WHERE office = ?"}) {
            if (Outcome done = deleteFrom(connection, sql, cursor.office); !done)
                return done.error();
        }
    }
    const Result<QStringList> going = leaving(connection);
    if (!going)
        return going.error();
    for (const auto &[office, grant] : wanted) {
        const Result<std::optional<OfficeCursor>> known = find(connection, office);
        if (!known)
            return known.error();
        if (*known || going->contains(office))
            continue;
        // nothing here that could be too much: no need to remember what comes
        const Result<std::vector<HeldRow>> held = rowsOf(connection, office, 1);
        if (!held)
            return held.error();
        if (Outcome done = setCursor(connection, {office, grant.generation, epoch, 0, grant.write, !held->empty()}); !done)
            return done.error();
    }
    return *going;
}

Outcome noteSeen(Connection &connection, const QString &office, const RecordId &id)
{
    Result<CachedStatement> statement = connection.cached("INSERT OR IGNORE INTO baseline VALUES (?, ?)");
    if (!statement)
        return statement.error();
    return (*statement)->bindAll(office, id).run();
}

Result<bool> wasSeen(Connection &connection, const QString &office, const RecordId &id)
{
    Result<CachedStatement> statement = connection.cached("SELECT 1 FROM baseline WHERE office = ? AND id = ?");
    if (!statement)
        return statement.error();
    return (*statement)->bindAll(office, id).step();
}

Result<std::vector<HeldRow>> rowsOf(Connection &connection, const QString &log, int limit)
{
    // A row that is ahead belongs where the server's copy is: handed over here, and the server does not know yet, it stands
    // under its new office.
    Result<std::vector<HeldRow>> rows = collect(connection, log,
                                                " AND NOT EXISTS (SELECT 1 FROM shadow AS s WHERE s.id = t.id)", limit);
    if (!rows || static_cast<int>(rows->size()) >= limit)
        return rows;
    std::vector<HeldRow> moved;
    const Outcome done = eachShadow(connection, log, [&](const Record &copy) {
        moved.push_back({copy.id, copy.root});
        return static_cast<int>(rows->size() + moved.size()) < limit;
    });
    if (!done)
        return done.error();
    rows->insert(rows->end(), moved.begin(), moved.end());
    return rows;
}

Result<std::vector<HeldRow>> unseenOf(Connection &connection, const QString &log, int limit)
{
    const QByteArray unseen =
        " AND t.version > 0 AND NOT EXISTS (SELECT 1 FROM baseline AS b WHERE b.office = ?1 AND b.id = t.id)"
        " AND NOT EXISTS (SELECT 1 FROM shadow AS s WHERE s.id = t.id)";
    Result<std::vector<HeldRow>> rows = collect(connection, log, unseen, limit);
    if (!rows || static_cast<int>(rows->size()) >= limit)
        return rows;
    std::vector<HeldRow> ahead;
    const Outcome done = eachShadow(connection, log, [&](const Record &copy) -> Result<bool> {
        Result<bool> seen = wasSeen(connection, log, copy.id);
        if (!seen)
            return seen;
        if (!*seen)
            ahead.push_back({copy.id, copy.root});
        return static_cast<int>(rows->size() + ahead.size()) < limit;
    });
    if (!done)
        return done.error();
    rows->insert(rows->end(), ahead.begin(), ahead.end());
    return rows;
}

Result<std::vector<HeldRow>> neverShownOf(Connection &connection, ServerCopies &copies, const QString &log)
{
    std::vector<std::pair<HeldRow, const RecordSpec *>> taken;
    const Outcome done = eachRow(
        connection, "SELECT DISTINCT record, root, kind FROM outbox WHERE awaited > 0 AND office = ?1", log,
        [&](const Statement &row) {
            taken.emplace_back(HeldRow{row.recordId(0), row.recordId(1)}, specOf(static_cast<Kind>(row.int32(2))));
        });
    if (!done)
        return done.error();
    std::vector<HeldRow> rows;
    for (const auto &[row, spec] : taken) {
        const Result<StandingRow> standing = copies.find(row.id, spec);
        if (!standing)
            return standing.error();
        if (standing->server.row.isNull())
            rows.push_back(row);
    }
    return rows;
}

Result<std::int64_t> countOf(Connection &connection, const QString &log)
{
    std::int64_t count = 0;
    for (const RecordSpec *spec : allSpecs()) {
        const QByteArray where = belongs(*spec, log == districtLog);
        if (where.isEmpty())
            continue;
        const QByteArray sql = "SELECT count(*) FROM " + layoutOf(*spec).table + " AS t WHERE " + where + " AND t.version > 0";
        const Outcome done = eachRow(connection, sql, log, [&count](const Statement &row) { count += row.int64(0); });
        if (!done)
            return done.error();
    }
    return count;
}

Outcome forEachServerRow(Connection &connection, const QString &log, const std::function<bool(const DigestRow &row)> &take)
{
    bool goesOn = true;
    for (const RecordSpec *spec : allSpecs()) {
        const QByteArray where = belongs(*spec, log == districtLog);
        if (where.isEmpty() || !goesOn)
            continue;
        const QByteArray sql = "SELECT " + selectColumns(*spec, Columns::All, "t") + " FROM " + layoutOf(*spec).table
                               + " AS t WHERE " + where
                               + " AND t.version > 0 AND NOT EXISTS (SELECT 1 FROM shadow AS s WHERE s.id = t.id)";
        Outcome done = eachRow(connection, sql, log, [&](const Statement &row) {
            goesOn = take(digestRowOf(readRow(row, *spec, Columns::All)));
            return goesOn;
        });
        if (!done)
            return done;
    }
    if (!goesOn)
        return {};
    Outcome shadows = eachShadow(connection, log, [&](const Record &copy) {
        goesOn = take(digestRowOf(copy));
        return goesOn;
    });
    if (!shadows || !goesOn)
        return shadows;
    constexpr QByteArrayView raw = "SELECT body FROM raw_row WHERE log = ? ORDER BY id";
    return connection.each(raw, with(log), [&take](const Statement &row) -> Result<bool> {
        const Result<Record> bare = decodeRecord(row.blobView(0));
        if (!bare)
            return bare.error();
        return take({bare->id, bare->root, bare->office, bare->version, bare->withdrawn, bare->ext});
    });
}

} // namespace yizhan::syncoffices
