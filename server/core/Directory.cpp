// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Directory.h"

#include "records/OfficeDirectory.h"
#include "records/RuleBook.h"
#include "records/kinds/Device.h"
#include "records/kinds/Office.h"
#include "records/kinds/User.h"
#include "server/core/Meta.h"
#include "server/core/OfficeBook.h"
#include "server/core/RowBook.h"
#include "server/core/ServerErrors.h"

namespace yizhan::directory {
namespace {

constexpr int keyBytes = 32;

// Creates or changes one row of the district. Only what differs gets a new version.
Outcome publish(SqlSession &session, const DistrictContext &context, const RecordId &id, const RecordSpec &spec,
                const std::vector<std::pair<const FieldSpec *, Value>> &values, std::vector<QString> &grown)
{
    const Result<Epoch> epoch = meta::epochOf(session);
    if (!epoch)
        return epoch.error();
    RowBook rows(session, *epoch);
    if (Outcome locked = rows.lockCases({id}); !locked)
        return locked;
    const Result<ServerRow *> found = rows.find(id);
    if (!found)
        return found.error();
    ServerRow *row = *found;
    if (!row) {
        Record record(spec);
        record.id = id;
        record.root = id;
        record.office = QLatin1String(wire::districtLog);
        record.createdAt = context.clock.now();
        row = &rows.add(std::move(record));
    }
    std::vector<std::pair<const FieldSpec *, Value>> changed;
    for (const auto &[field, value] : values) {
        if (row->record.value(*field) != value)
            changed.emplace_back(field, value);
    }
    if (changed.empty() && !row->isNew())
        return {};
    const Version version = row->isNew() ? row->record.version : rows.change(*row);
    for (auto &[field, value] : changed) {
        row->record.setValue(*field, value);
        if (!row->isNew())
            row->versions.setVersion(groupKeyOf(*field), version);
    }
    row->record.updatedAt = context.clock.now();
    OfficeBook offices;
    if (Outcome written = rows.write(offices); !written)
        return written;
    const std::vector<QString> more = offices.grown();
    grown.insert(grown.end(), more.begin(), more.end());
    return offices.finish(session, RecordId(), context.clock.now());
}

// The record of an office has an id that follows from its code, so that two servers in the making agree on it.
RecordId idOfOffice(const QString &code)
{
    const QByteArray hash = hashOfPayload(QByteArray("yizhan-office/") + code.toUtf8()).toBytes().first(16);
    return RecordId::fromBytes(hash).value_or(RecordId());
}

Outcome addHead(SqlSession &session, const DistrictContext &context, const QString &code, const QString &name)
{
    return session.done(
        "INSERT INTO office_head (office, oseq, hseq, chain, digest, row_count, blob_key, name) VALUES (?, 0, 0, ?, "
        "?, 0, ?, ?)",
        {code, ChainHash().toBytes(), OfficeDigest().toBytes(), context.randomBytes(keyBytes), name});
}

} // namespace

Outcome grant(SqlSession &session, const RecordId &device, const QString &office, bool mayWrite)
{
    return session.done(
        "INSERT INTO device_grant (device, office, generation, may_write, in_force) VALUES (?, ?, 1, ?, 1) ON CONFLICT "
        "(device, "
        "office) DO UPDATE SET generation = device_grant.generation + 1, may_write = excluded.may_write, in_force = 1 WHERE "
        "device_grant.in_force = 0 OR device_grant.may_write <> excluded.may_write",
        {device, office, mayWrite});
}

Outcome endGrant(SqlSession &session, const RecordId &device, const QString &office)
{
    return session.done("UPDATE device_grant SET in_force = 0 WHERE device = ? AND office = ?", {device, office});
}

Outcome endAllGrants(SqlSession &session, const RecordId &device)
{
    return session.done("UPDATE device_grant SET in_force = 0 WHERE device = ?", {device});
}

Result<bool> isOffice(SqlSession &session, const QString &code)
{
    const auto found = session.number("SELECT oseq FROM office_head WHERE office = ?", {code});
    return found ? Result<bool>(found->has_value() && code != QLatin1String(wire::districtLog)) : Result<bool>(found.error());
}

Outcome addDistrictLog(SqlSession &session, const DistrictContext &context)
{
    return addHead(session, context, QLatin1String(wire::districtLog), QString());
}

Outcome addOffice(SqlSession &session, const DistrictContext &context, const QString &code, std::vector<QString> &grown)
{
    const OfficeEntry *entry = context.rules->offices().find(code);
    if (!entry)
        return Error(ErrorKind::NotFound, servererrors::unknownOffice, {code});
    const Result<bool> known = isOffice(session, code);
    if (!known)
        return known.error();
    if (!*known) {
        if (Outcome added = addHead(session, context, code, entry->name); !added)
            return added;
    }
    return publish(session, context, idOfOffice(code), office::spec,
                   {{&office::code, Value(code)},
                    {&office::kind, Value(entry->kind)},
                    {&office::name, Value(entry->name)},
                    {&office::fullName, Value(entry->fullName)},
                    {&office::shortName, Value(entry->shortName)},
                    {&office::divisionCode, Value(entry->division)},
                    {&office::address, Value(entry->address)},
                    {&office::phone, Value(entry->phone)},
                    {&office::active, Value(true)}},
                   grown);
}

Outcome publishUser(SqlSession &session, const DistrictContext &context, const RecordId &user, std::vector<QString> &grown)
{
    std::vector<std::pair<const FieldSpec *, Value>> values;
    const Result<bool> found = session.first("SELECT login, name, roles, disabled FROM account WHERE id = ?", {user},
                                             [&values](const SqlRow &row) {
                                                 QStringList roles = row.text(2).split(u',', Qt::SkipEmptyParts);
                                                 values = {{&user::login, Value(row.text(0))},
                                                           {&user::name, Value(row.text(1))},
                                                           {&user::roles, Value(roles)},
                                                           {&user::active, Value(!row.boolean(3))}};
                                             });
    if (!found)
        return found.error();
    return *found ? publish(session, context, user, user::spec, values, grown)
                  : Outcome(Error(ErrorKind::NotFound, servererrors::noSuchThing));
}

Outcome publishDevice(SqlSession &session, const DistrictContext &context, const RecordId &device, std::vector<QString> &grown)
{
    std::vector<std::pair<const FieldSpec *, Value>> values;
    const Result<bool> found = session.first(
        "SELECT name, station, platform, program, public_key, state, enrolled_at, revoked_at FROM device WHERE id = ?",
        {device}, [&values](const SqlRow &row) {
            const bool good = row.int64(5) == 0;
            values = {{&device::name, Value(row.text(0))},
                      {&device::station, Value(row.int64(1))},
                      {&device::status, Value(good ? QStringLiteral("ACTIVE") : QStringLiteral("REVOKED"))},
                      {&device::platform, Value(row.text(2))},
                      {&device::release, Value(row.text(3))},
                      {&device::publicKey, Value(row.bytes(4))},
                      {&device::enrolledAt, Value(row.instant(6))},
                      {&device::revokedAt, row.int64(7) == 0 ? Value() : Value(row.instant(7))}};
        });
    if (!found)
        return found.error();
    return *found ? publish(session, context, device, device::spec, values, grown)
                  : Outcome(Error(ErrorKind::NotFound, servererrors::noSuchThing));
}

} // namespace yizhan::directory
