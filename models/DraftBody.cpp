// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DraftBody.h"

#include "models/ModelErrors.h"
#include "records/Codec.h"

#include <QCborArray>
#include <QCborMap>

namespace yizhan {

namespace {

enum Key : int {
    Rows = 1,
    CaretRow,
    CaretField,
    CaretPosition,
    Id,
    KindNumber,
    Parent,
    Root,
    Office,
    IsNew,
    Removed,
    Values,
    Raw,
    Prefilled
};

std::map<std::uint16_t, Value> editedValues(const DraftRow &row)
{
    std::map<std::uint16_t, Value> out;
    for (const FieldSpec *field : row.record.spec().fields) {
        const Value value = row.record.value(*field);
        if (!field->derived && value != (row.isNew ? Value() : row.base.value(*field)))
            out.emplace(field->id, value);
    }
    return out;
}

// What a new row was given before anybody typed: without it nobody could tell an untouched row from one to be saved.
std::map<std::uint16_t, Value> prefilledValues(const DraftRow &row)
{
    std::map<std::uint16_t, Value> out;
    for (const FieldSpec *field : row.base.spec().fields) {
        if (row.isNew && !row.base.value(*field).isNull())
            out.emplace(field->id, row.base.value(*field));
    }
    return out;
}

void setAll(Record &record, const std::map<std::uint16_t, Value> &values)
{
    for (const auto &[fieldId, value] : values) {
        const int position = record.spec().indexOfId(fieldId);
        if (position >= 0)
            record.setValue(*record.spec().fields[std::size_t(position)], value);
    }
}

QCborMap rowToCbor(const DraftRow &row)
{
    QCborMap raw;
    for (const auto &[field, text] : row.raw)
        raw.insert(qint64(field), text);
    return {{Id, row.record.id.toBytes()},
            {KindNumber, int(row.record.kind())},
            {Parent, row.record.parent.toBytes()},
            {Root, row.record.root.toBytes()},
            {Office, row.record.office},
            {IsNew, row.isNew},
            {Removed, row.removed},
            {Values, encodeSome(editedValues(row), row.record.spec())},
            {Raw, raw},
            {Prefilled, encodeSome(prefilledValues(row), row.record.spec())}};
}

// Null when the row has gone meanwhile or its kind is not known.
std::optional<DraftRow> rowFromCbor(const QCborMap &map, const CaseFile &standing)
{
    const auto id = RecordId::fromBytes(map[Id].toByteArray());
    const RecordSpec *spec = specOf(Kind(map[KindNumber].toInteger()));
    if (!id || !spec)
        return std::nullopt;
    DraftRow row;
    row.isNew = map[IsNew].toBool();
    row.removed = map[Removed].toBool();
    if (row.isNew) {
        row.record = Record(*spec);
        row.record.id = *id;
        row.record.parent = RecordId::fromBytes(map[Parent].toByteArray()).value_or(RecordId());
        row.record.root = RecordId::fromBytes(map[Root].toByteArray()).value_or(RecordId());
        row.record.office = map[Office].toString();
        row.base = Record(*spec);
    } else {
        const Record *stands = standing.root.isNull() ? nullptr : standing.find(*id);
        if (!stands || stands->kind() != spec->kind)
            return std::nullopt;
        row.record = *stands;
        row.base = *stands;
    }
    const auto values = decodeSome(map[Values].toByteArray(), *spec);
    const auto prefilled = decodeSome(map[Prefilled].toByteArray(), *spec);
    if (!values || !prefilled)
        return std::nullopt;
    setAll(row.record, *values);
    if (row.isNew)
        setAll(row.base, *prefilled);
    const QCborMap raw = map[Raw].toMap();
    for (auto it = raw.constBegin(); it != raw.constEnd(); ++it)
        row.raw.emplace(static_cast<std::uint16_t>(it.key().toInteger()), it.value().toString());
    return row;
}

} // namespace

QByteArray DraftBody::toBytes() const
{
    QCborArray array;
    for (const DraftRow &row : rows)
        array.append(rowToCbor(row));
    return QCborValue(QCborMap{{Rows, array},
                               {CaretRow, caret.row.toBytes()},
                               {CaretField, int(caret.field)},
                               {CaretPosition, caret.position}})
        .toCbor();
}

Result<DraftBody> DraftBody::fromBytes(const QByteArray &bytes, const CaseFile &standing)
{
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    DraftBody body;
    for (const QCborValue entry : map[Rows].toArray()) {
        if (auto row = rowFromCbor(entry.toMap(), standing))
            body.rows.push_back(std::move(*row));
    }
    if (body.rows.empty() || !body.rows.front().record.spec().isRoot())
        return Error(ErrorKind::Protocol, text::draftUnreadable);
    body.caret.row = RecordId::fromBytes(map[CaretRow].toByteArray()).value_or(RecordId());
    body.caret.field = static_cast<std::uint16_t>(map[CaretField].toInteger());
    body.caret.position = int(map[CaretPosition].toInteger());
    // rows that came into the case after the draft was saved
    for (const Record &child : standing.children) {
        const bool there = std::any_of(body.rows.begin(), body.rows.end(),
                                       [&](const DraftRow &row) { return row.record.id == child.id; });
        if (!there)
            body.rows.push_back({child, child, false, false, {}});
    }
    return body;
}

} // namespace yizhan
