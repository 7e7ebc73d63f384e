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
    const Result<std::int64_t> previous = previousOf(connection, record, entry);
    if (!previous)
        return previous.error();
    if (Outcome ready = lend(connection, m_insert,
                             "INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, NULL, NULL)");
        !ready)
        return ready;
    const std::int64_t n = m_last + 1;
    (*m_insert)->bindAll(n, change, static_cast<int>(entry.act), static_cast<int>(record.kind()), record.id, record.root,
                         orNull(record.parent), record.office, int{entry.group}, entry.fields, entry.base, *previous,
                         orNull(entry.transition), orNull(entry.reason), now, user, outboxFormat,
                         static_cast<int>(OutboxState::Unsent));
    if (Outcome done = (*m_insert)->run(); !done)
        return done;
    m_last = n;
    return {};
}

// The device's own operation that this one follows: without it a second edit would conflict with the first.
Result<std::int64_t> Outbox::previousOf(Connection &connection, const Record &record, const OutboxEntry &entry) const
{
    if (entry.act == OutboxAct::Create || entry.act == OutboxAct::Append || planted(Plant::OwnConflict))
        return std::int64_t{0};
    Result<CachedStatement> statement = connection.cached(
        "SELECT max(n) FROM outbox WHERE record = ? AND (grp = ? OR act IN (1, 5))");
    if (!statement)
        return statement.error();
    const Result<bool> row = (*statement)->bindAll(record.id, int{entry.group}).step();
    if (!row)
        return row.error();
    return std::int64_t{(*statement)->int64(0)};
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
