// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncConflicts.h"

#include "records/Cbor.h"
#include "records/Codec.h"
#include "records/FieldVersions.h"
#include "records/kinds/Conflict.h"
#include "store/RowMapper.h"
#include "store/SyncErrors.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace yizhan::syncconflicts {
namespace {

using Values = std::map<std::uint16_t, Value>;

// False if a release that we do not know has written it: then something would be lost by taking it.
bool decodeWhole(const QByteArray &encoded, const RecordSpec &spec, Values &into)
{
    if (encoded.isEmpty())
        return true;
    Result<Values> values = decodeSome(encoded, spec);
    if (!values || encodeSome(*values, spec) != encoded)
        return false;
    into = std::move(*values);
    return true;
}

Value valueIn(const Values &values, std::uint16_t id)
{
    const auto place = values.find(id);
    return place == values.end() ? Value() : place->second;
}

// The late value of a mark (withdrawn, office) is a map of one system field. False if it is something else.
bool readMark(const QByteArray &late, GroupKey group, OpenConflict &open)
{
    cbor::Reader in(late);
    const auto pairs = in.map();
    const auto id = pairs && *pairs == 1 ? in.number() : Result<std::int64_t>(in.broken());
    if (id && group == withdrawnGroup && *id == system::withdrawn.id) {
        const auto withdrawn = in.number();
        open.about = withdrawn && *withdrawn != 0 ? OpenConflict::About::Withdrawal : OpenConflict::About::Restoring;
        return withdrawn.has_value();
    }
    if (id && group == officeGroup && *id == system::office.id) {
        const auto office = in.text();
        open.about = OpenConflict::About::HandOver;
        open.toOffice = office ? *office : QString();
        return office.has_value();
    }
    return false;
}

Result<OpenConflict> describe(Connection &connection, const Record &row, const RecordId &device)
{
    OpenConflict open;
    open.id = row.id;
    open.root = row.root;
    open.office = row.office;
    open.record = RecordId::fromBytes(row.get(conflict::record)).value_or(RecordId());
    open.kind = static_cast<Kind>(row.get(conflict::recordKind).value_or(0));
    open.origin = row.get(conflict::origin);
    open.refusal = row.get(conflict::refusal);
    open.transition = row.get(conflict::transition);
    open.author = row.get(conflict::author).value_or(RecordId());
    open.declaredAt = row.get(conflict::declaredAt).value_or(Instant());
    open.standingAuthor = row.get(conflict::standingAuthor).value_or(RecordId());
    open.standingAt = row.get(conflict::standingAt).value_or(Instant());
    open.ours = row.get(conflict::device).value_or(RecordId()) == device;
    const RecordSpec *spec = specOf(open.kind);
    const auto group = static_cast<GroupKey>(row.get(conflict::mergeGroup).value_or(0));
    const bool isMark = group == withdrawnGroup || group == officeGroup;
    Values before;
    Values standing;
    Values late;
    if (group == 0)
        open.about = OpenConflict::About::NewRecord;
    if (isMark)
        open.readable = spec && readMark(row.get(conflict::late), group, open);
    else
        open.readable = spec && decodeWhole(row.get(conflict::before), *spec, before)
                        && decodeWhole(row.get(conflict::standing), *spec, standing)
                        && decodeWhole(row.get(conflict::late), *spec, late);
    if (!spec)
        return open;
    const Result<Record> current = readById(connection, *spec, open.record);
    if (!current && current.error().kind != ErrorKind::NotFound)
        return current.error();
    for (const FieldSpec *field : spec->fields) {
        if (before.count(field->id) + standing.count(field->id) + late.count(field->id) == 0)
            continue;
        const Value now = current ? current->value(*field) : Value();
        // what the late operation did not say stays as it stands, when its value is taken
        const bool isSaid = group == 0 || late.count(field->id) > 0;
        open.fields.push_back(
            {field, valueIn(before, field->id), valueIn(standing, field->id), now, isSaid ? valueIn(late, field->id) : now});
    }
    open.isWithdrawn = current && current->withdrawn;
    if (isMark)
        open.canTake = open.readable && current && open.isWithdrawn == (open.about == OpenConflict::About::Restoring);
    else
        open.canTake = open.readable && current && !current->withdrawn && !late.empty();
    return open;
}

Result<std::vector<Record>> openRows(Connection &connection)
{
    const QByteArray sql = selectFrom(conflict::spec, Columns::All)
                           + " WHERE decision IS NULL AND withdrawn = 0 ORDER BY rowid";
    std::vector<Record> rows;
    const Outcome read = connection.each(
        sql, [&rows](const Statement &row) { rows.push_back(readRow(row, conflict::spec, Columns::All)); });
    if (!read)
        return read.error();
    return rows;
}

const char *codeOf(Settlement settlement)
{
    switch (settlement) {
    case Settlement::Standing: return "STANDING";
    case Settlement::Late: return "LATE_VALUE";
    case Settlement::Edited: return "EDITED";
    }
    return "";
}

// The late operation itself, once more: on what stands now.
Operation markFor(const OpenConflict &open)
{
    Operation operation = Operation::withdraw(open.record);
    if (open.about == OpenConflict::About::Restoring)
        operation.act = Operation::Act::Restore;
    if (open.about == OpenConflict::About::HandOver) {
        operation.act = Operation::Act::Transfer;
        operation.office = open.toOffice;
    }
    return operation;
}

// What only steps may set goes through the step that the late value came from; everything else is typed.
Operation operationFor(const OpenConflict &open, const Inputs &values)
{
    bool needsStep = false;
    Inputs inputs;
    const RecordSpec &spec = *specOf(open.kind);
    for (const auto &[field, value] : values) {
        needsStep = needsStep || field->byTransition;
        const bool isStatus = std::any_of(spec.lifeCycles.begin(), spec.lifeCycles.end(),
                                          [f = field](const LifeCycle *lifeCycle) { return lifeCycle->status == f; });
        if (!isStatus)
            inputs.emplace_back(field, value);
    }
    return needsStep && !open.transition.isEmpty() ? Operation::move(open.record, open.transition, inputs)
                                                   : Operation::set(open.record, values);
}

} // namespace

Result<std::vector<OpenConflict>> open(Connection &connection, const RecordId &device)
{
    const Result<std::vector<Record>> rows = openRows(connection);
    if (!rows)
        return rows.error();
    std::vector<OpenConflict> found;
    for (const Record &row : *rows) {
        Result<OpenConflict> described = describe(connection, row, device);
        if (!described)
            return described.error();
        found.push_back(std::move(*described));
    }
    return found;
}

Result<Change> changeFor(Connection &connection, const RecordId &device, const RecordId &id, Settlement settlement,
                         const Inputs &values, const RecordId &user, Instant now)
{
    const Result<Record> row = readById(connection, conflict::spec, id);
    if (!row && row.error().kind != ErrorKind::NotFound)
        return row.error();
    if (!row || row->withdrawn || !row->get(conflict::decision).isEmpty())
        return Error(ErrorKind::NotFound, storesyncerrors::conflictSettled);
    const Result<OpenConflict> open = describe(connection, *row, device);
    if (!open)
        return open.error();
    Change change;
    if (settlement != Settlement::Standing) {
        if (!open->readable)
            return Error(ErrorKind::Protocol, storesyncerrors::conflictUnreadable);
        Inputs wanted = values;
        if (settlement == Settlement::Late) {
            wanted.clear();
            for (const OpenConflict::Field &field : open->fields) {
                if (!field.field->derived)
                    wanted.emplace_back(field.field, field.late);
            }
        }
        const bool isMark = open->fields.empty() && settlement == Settlement::Late;
        if (!open->canTake || (wanted.empty() && !isMark))
            return Error(ErrorKind::Constraint, storesyncerrors::conflictMoved);
        change.operations.push_back(isMark ? markFor(*open) : operationFor(*open, wanted));
        change.reason = isMark ? QCoreApplication::translate("Conflict", "Decided after a conflict") : QString();
    }
    Operation decide = Operation::set(id, {{&conflict::decision, Value(QString::fromLatin1(codeOf(settlement)))},
                                           {&conflict::decidedBy, Value(user.toBytes())},
                                           {&conflict::decidedAt, Value(now.ms)}});
    change.operations.push_back(std::move(decide));
    return change;
}

} // namespace yizhan::syncconflicts
