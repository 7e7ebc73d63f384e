// SPDX-License-Identifier: GPL-3.0-or-later
// The half of PushJudge that loses nothing: what is not taken becomes a conflict record with all that a person needs to decide.
#include "server/core/PushJudge.h"

#include "base/Planted.h"
#include "records/Codec.h"
#include "records/kinds/Conflict.h"

#include <cstring>

namespace yizhan {
namespace {

using wire::Act;
using wire::VerdictCode;

constexpr qsizetype refusalLength = 200;
constexpr qsizetype stepLength = 60;

QByteArray oneValue(const FieldSpec &field, const Value &value, const RecordSpec &spec)
{
    return encodeSome({{field.id, value}}, spec);
}

// What the workstation wanted, as encodeSome() would write it.
QByteArray lateValue(const wire::Operation &operation, const RecordSpec *spec)
{
    if (!spec)
        return operation.values;
    switch (operation.act) {
    case Act::Withdraw:
    case Act::Restore: return oneValue(system::withdrawn, Value(operation.act == Act::Withdraw), *spec);
    case Act::Transfer: return oneValue(system::office, Value(QString::fromUtf8(operation.values)), *spec);
    default: return operation.values;
    }
}

GroupKey groupOf(const wire::Operation &operation)
{
    switch (operation.act) {
    case Act::Create:
    case Act::Append: return 0;
    case Act::Withdraw:
    case Act::Restore: return withdrawnGroup;
    case Act::Transfer: return officeGroup;
    case Act::Set: return operation.group;
    }
    return operation.group;
}

// What an operation of the history gave the group.
Result<GroupValues> valuesThen(const wire::Operation &then, const RecordSpec &spec, GroupKey group)
{
    if (then.act == Act::Set)
        return decodeSome(then.values, spec);
    Record created(spec);
    if (Outcome done = decodeFields(then.values, created); !done)
        return done.error();
    GroupValues values;
    for (const FieldSpec *field : spec.fields) {
        if (groupKeyOf(*field) == group)
            values.emplace(field->id, created.value(*field));
    }
    return values;
}

} // namespace

QByteArray PushJudge::valueOf(const ServerRow &row, GroupKey group) const
{
    const RecordSpec &spec = row.record.spec();
    if (group == withdrawnGroup)
        return oneValue(system::withdrawn, Value(row.record.withdrawn), spec);
    if (group == officeGroup)
        return oneValue(system::office, Value(row.record.office), spec);
    if (group == 0)
        return encodeFields(row.record);
    GroupValues values;
    for (const FieldSpec *field : spec.fields) {
        if (groupKeyOf(*field) == group)
            values.emplace(field->id, row.record.value(*field));
    }
    return encodeSome(values, spec);
}

Outcome PushJudge::keepAside(const wire::Operation &operation, const Aim &aim, const Stop &stop)
{
    Aim place = aim;
    // What nobody had the right to say is not told to the whole district, nor to a case that it does not belong to.
    if (place.office == QLatin1String(wire::districtLog) && !stop.conflict) {
        place.office = m_context.homeOffice;
        place.root = nullptr;
    }
    Result<Record> record = conflictRecord(operation, place, stop);
    if (!record)
        return record.error();
    const RecordId id = record->id;
    if (!planted(Plant::LoserDropped))
        m_rows.add(std::move(*record));
    const Version standing = aim.row && stop.conflict ? aim.row->versionOf(groupOf(operation)) : 0;
    if (Outcome done = answer(operation, place, stop.conflict ? VerdictCode::Conflict : VerdictCode::Refused, standing); !done)
        return done;
    m_judged.back().verdict.conflict = id;
    m_judged.back().verdict.reason = QLatin1String(stop.origin);
    return {};
}

Result<Record> PushJudge::conflictRecord(const wire::Operation &operation, const Aim &aim, const Stop &stop)
{
    Record record(Kind::Conflict);
    record.id = m_context.district.newId();
    record.office = aim.office;
    // A case that is not there, or is another office's, cannot carry it: then it stands for itself.
    const bool hasCase = aim.root && aim.root->record.office == aim.office;
    record.root = hasCase ? aim.root->record.id : record.id;
    record.parent = hasCase ? aim.root->record.id : RecordId();
    record.createdAt = m_context.now;
    record.updatedAt = m_context.now;
    record.createdBy = operation.user;
    record.updatedBy = operation.user;
    if (!operation.record.isNull())
        record.set(conflict::record, operation.record.toBytes());
    record.set(conflict::recordKind, std::max<std::int64_t>(1, operation.kind));
    record.set(conflict::mergeGroup, groupOf(operation));
    record.set(conflict::late, lateValue(operation, aim.spec));
    record.set(conflict::origin, QString::fromLatin1(stop.origin));
    record.set(conflict::refusal, stop.refusal.left(refusalLength));
    record.set(conflict::device, m_context.device);
    record.set(conflict::operation, operation.n);
    if (!operation.user.isNull())
        record.set(conflict::author, operation.user);
    record.set(conflict::declaredAt, declaredTime(operation, m_context.now));
    record.set(conflict::transition, operation.transition.left(stepLength));
    if (aim.row) {
        if (Outcome described = describeStanding(operation, aim, record); !described)
            return described.error();
    }
    return record;
}

Outcome PushJudge::describeStanding(const wire::Operation &operation, const Aim &aim, Record &conflict)
{
    const ServerRow &row = *aim.row;
    const GroupKey group = groupOf(operation);
    conflict.set(conflict::standing, valueOf(row, group));
    const Result<QByteArray> before = valueBefore(operation, aim);
    if (!before)
        return before.error();
    conflict.set(conflict::before, *before);
    RecordId author = row.record.updatedBy;
    Instant at = row.record.updatedAt;
    const Version standing = row.versionOf(group);
    if (standing != row.record.version) {
        const Result<bool> found = m_context.session.first(
            "SELECT author, received_at FROM operation WHERE record = ? AND version = ? AND verdict = 1",
            {row.record.id, standing}, [&](const SqlRow &from) {
                author = from.id(0);
                at = from.instant(1);
            });
        if (!found)
            return found.error();
        if (!*found) {
            author = row.record.createdBy;
            at = row.record.createdAt;
        }
    }
    if (!author.isNull())
        conflict.set(conflict::standingAuthor, author);
    conflict.set(conflict::standingAt, at);
    return {};
}

// What the author looked at. The history has what each operation named; what stood after it is more, when it was joined with
// others' words or named some fields of the group only: so they are gone through again, from the row's creation to the version
// of the base. Nothing: the history does not know that version.
Result<QByteArray> PushJudge::valueBefore(const wire::Operation &operation, const Aim &aim)
{
    const ServerRow &row = *aim.row;
    const RecordSpec &spec = row.record.spec();
    const GroupKey group = groupOf(operation);
    if (operation.act != Act::Set || operation.base == 0)
        return QByteArray();
    if (operation.base == row.versionOf(group))
        return valueOf(row, group);
    StandingGroup past;
    for (const FieldSpec *field : spec.fields) {
        if (groupKeyOf(*field) == group)
            past.values.emplace(field->id, Value());
    }
    bool isKnown = false;
    const Outcome read = m_context.session.each(
        "SELECT payload, version, reason FROM operation WHERE record = ? AND verdict = 1 AND (act IN (1, 5) OR act = 2 AND grp "
        "= "
        "? AND version <= ?) ORDER BY version",
        {row.record.id, group, operation.base}, [&](const SqlRow &entry) -> Outcome {
            const Result<wire::Operation> then = fromCbor<wire::Operation>(entry.bytes(0));
            if (!then)
                return {};
            Result<GroupValues> named = valuesThen(*then, spec, group);
            if (!named)
                return {};
            // what was joined was not made on what stood
            const Version base = entry.text(2) == QLatin1String(wire::combined) ? past.version - 1 : past.version;
            Merged merged = mergeGroup(spec, past, {base, std::move(*named)});
            for (auto &[field, value] : merged.values)
                past.values[field] = std::move(value);
            past.version = entry.int64(1);
            isKnown = isKnown || operation.base == 1 || past.version == operation.base;
            return {};
        });
    if (!read)
        return read.error();
    return isKnown ? encodeSome(past.values, spec) : QByteArray();
}

} // namespace yizhan
