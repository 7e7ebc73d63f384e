// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Outbox.h"

#include "base/Planted.h"
#include "records/Codec.h"
#include "store/LentStatement.h"
#include "store/Meta.h"

namespace yizhan {
namespace {

std::optional<QString> orNull(const QString &text) { return text.isEmpty() ? std::nullopt : std::optional<QString>(text); }

std::optional<RecordId> orNull(const RecordId &id) { return id.isNull() ? std::nullopt : std::optional<RecordId>(id); }

// The oldest schema that knows all that the operation says. What waits is never rewritten.
int formatOf(const RecordSpec &spec, const OutboxEntry &entry)
{
    const bool hasValues = entry.act == OutboxAct::Create || entry.act == OutboxAct::Append || entry.act == OutboxAct::Set;
    return hasValues ? schemaNeeded(spec, entry.fields) : spec.since;
}

} // namespace

Outcome Outbox::load(Connection &connection)
{
    const Result<qint64> standing = connection.scalarInt("SELECT max(n) FROM outbox");
    if (!standing)
        return standing.error();
    const Result<qint64> gone = meta::readNumber(connection, meta::lastOperation);
    if (!gone)
        return gone.error();
    m_last = std::max(*standing, *gone);
    m_saved = m_last;
    return {};
}

Outcome Outbox::append(Connection &connection, const RecordId &user, const Record &record, const OutboxEntry &entry,
                       std::int64_t change, Instant now)
{
    const Result<Previous> previous = previousOf(connection, record, entry);
    if (!previous)
        return previous.error();
    if (Outcome ready = lend(
            connection, m_insert,
            "INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, NULL, NULL)");
        !ready)
        return ready;
    const std::int64_t n = m_last + 1;
    (*m_insert)->bindAll(n, change, static_cast<int>(entry.act), static_cast<int>(record.kind()), record.id, record.root,
                         orNull(record.parent), record.office, int{entry.group}, entry.fields,
                         previous->base.value_or(entry.base), previous->n, orNull(entry.transition), orNull(entry.reason), now,
                         user, formatOf(record.spec(), entry), static_cast<int>(OutboxState::Unsent));
    if (Outcome done = (*m_insert)->run(); !done)
        return done;
    m_last = n;
    return {};
}

// The device's own operation that this one follows: without it a second edit would conflict with the first. One that was not
// taken counts for nothing at the server, unless a restore has it judged once more: then it may stand.
Result<Outbox::Previous> Outbox::previousOf(Connection &connection, const Record &record, const OutboxEntry &entry) const
{
    Previous previous;
    if (entry.act == OutboxAct::Create || entry.act == OutboxAct::Append || planted(Plant::OwnConflict))
        return previous;
    Result<CachedStatement> statement = connection.cached("SELECT n, base, state = 0 OR awaited > 0 FROM outbox WHERE record = "
                                                          "? AND (grp = ? OR act IN (1, 5)) "
                                                          "ORDER BY state IN (0, 1) DESC, n DESC LIMIT 1");
    if (!statement)
        return statement.error();
    const Result<bool> row = (*statement)->bindAll(record.id, int{entry.group}).step();
    if (!row)
        return row.error();
    if (!*row)
        return previous;
    previous.n = (*statement)->int64(0);
    if ((*statement)->boolean(2))
        previous.base = (*statement)->int64(1);
    return previous;
}

Outcome Outbox::keepShadow(Connection &connection, const Record &before, const FieldVersions &versions)
{
    Result<CachedStatement> statement = connection.cached(
        "INSERT INTO shadow VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
    if (!statement)
        return statement.error();
    (*statement)
        ->bindAll(before.id, static_cast<int>(before.kind()), before.version, versions.toBytes(before.createdAt),
                  encodeRecord(before));
    return (*statement)->run();
}

} // namespace yizhan
