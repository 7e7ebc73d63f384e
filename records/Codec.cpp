// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Codec.h"

#include "records/Cbor.h"
#include "records/RecordErrors.h"
#include "records/ValueRange.h"

#include <algorithm>

namespace yizhan {

namespace {
void writeValue(cbor::Writer &out, const Value &value)
{
    if (value.isNumber())
        out.number(value.number());
    else if (value.isText())
        out.text(value.text());
    else if (value.isBytes())
        out.bytes(value.bytes());
    else
        out.null();
}

// A value of whatever simple type stands there; null for null. Nested items are refused.
Result<Value> readSimple(cbor::Reader &in)
{
    switch (in.type()) {
    case cbor::Type::Number:
    case cbor::Type::Negative: {
        const auto number = in.number();
        return number ? Result<Value>(Value(*number)) : Result<Value>(number.error());
    }
    case cbor::Type::Text: {
        const auto text = in.text();
        return text ? Result<Value>(Value(*text)) : Result<Value>(text.error());
    }
    case cbor::Type::Bytes: {
        const auto bytes = in.bytes();
        return bytes ? Result<Value>(Value(*bytes)) : Result<Value>(bytes.error());
    }
    default: {
        const auto nothing = in.null();
        return nothing ? Result<Value>(Value()) : Result<Value>(nothing.error());
    }
    }
}

Result<Value> readField(cbor::Reader &in, const FieldSpec &field)
{
    auto value = readSimple(in);
    if (value && !fitsType(field, *value))
        return Error(ErrorKind::Protocol, text::cborValue, {QLatin1String(field.name)});
    return value;
}

// Calls take(id, reader) for each pair of a map whose keys are field numbers, strictly ascending. `take` reads the value.
template <class Take>
Outcome readMap(cbor::Reader &in, const Take &take)
{
    const auto pairs = in.map();
    if (!pairs)
        return pairs.error();
    std::int64_t last = -1;
    for (std::uint64_t i = 0; i < *pairs; ++i) {
        const auto id = in.number();
        if (!id)
            return id.error();
        if (*id <= last || *id > std::numeric_limits<std::uint16_t>::max())
            return in.broken();
        last = *id;
        if (const auto taken = take(static_cast<std::uint16_t>(*id), in); !taken)
            return taken.error();
    }
    return {};
}

using RawFields = std::map<std::uint16_t, QByteArray>;

// The entries of an ext map. What is not readable is not there: ext was checked when it came in.
RawFields rawFields(QByteArrayView ext)
{
    RawFields found;
    if (ext.isEmpty())
        return found;
    cbor::Reader in(ext);
    const auto read = readMap(in, [&found](std::uint16_t id, cbor::Reader &reader) -> Outcome {
        const auto item = reader.skip(1);
        if (!item)
            return item.error();
        found[id] = item->toByteArray();
        return {};
    });
    return read ? found : RawFields();
}

QByteArray mapOf(const RawFields &fields)
{
    cbor::Writer out;
    out.map(fields.size());
    for (const auto &[id, item] : fields) {
        out.number(id);
        out.raw(item);
    }
    return out.result();
}

void writeFields(cbor::Writer &out, const Record &record)
{
    const RecordSpec &spec = record.spec();
    RawFields unknown = rawFields(record.ext);
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        const bool stands = !spec.fields[i]->derived && !record.values()[i].isNull();
        if (stands || spec.fields[i]->derived)
            unknown.erase(spec.fields[i]->id);
        count += stands ? 1 : 0;
    }
    out.map(count + unknown.size());
    auto next = unknown.begin();
    const auto writeUnknownBefore = [&](int id) {
        for (; next != unknown.end() && next->first < id; ++next) {
            out.number(next->first);
            out.raw(next->second);
        }
    };
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        if (spec.fields[i]->derived || record.values()[i].isNull())
            continue;
        writeUnknownBefore(spec.fields[i]->id);
        out.number(spec.fields[i]->id);
        writeValue(out, record.values()[i]);
    }
    writeUnknownBefore(std::numeric_limits<int>::max());
}

Outcome readFields(cbor::Reader &in, Record &into)
{
    RawFields unknown = rawFields(into.ext);
    const std::size_t before = unknown.size();
    const auto read = readMap(in, [&](std::uint16_t id, cbor::Reader &reader) -> Outcome {
        const int position = into.spec().indexOfId(id);
        if (position < 0) {
            const auto item = reader.skip(1);
            if (!item)
                return item.error();
            unknown[id] = item->toByteArray();
            return {};
        }
        const FieldSpec &field = *into.spec().fields[static_cast<std::size_t>(position)];
        auto value = readField(reader, field);
        if (!value)
            return value.error();
        if (!field.derived)
            into.setValue(field, std::move(*value));
        return {};
    });
    if (!read)
        return read.error();
    if (!unknown.empty() || before > 0)
        into.ext = mapOf(unknown);
    return {};
}

// Keys of a whole row.
enum RowKey : std::uint16_t {
    KindKey = 1,
    IdKey,
    RootKey,
    ParentKey,
    OfficeKey,
    VersionKey,
    TimesKey,
    UsersKey,
    WithdrawnKey,
    FieldsKey
};

void writeId(cbor::Writer &out, const RecordId &id)
{
    if (id.isNull())
        out.null();
    else
        out.bytes(id.toBytes());
}

Outcome readId(cbor::Reader &in, RecordId &id)
{
    if (in.isNull())
        return in.null();
    const auto bytes = in.bytes();
    if (!bytes)
        return bytes.error();
    const auto read = RecordId::fromBytes(*bytes);
    if (!read)
        return in.broken();
    id = *read;
    return {};
}

Outcome readNumber(cbor::Reader &in, std::int64_t &into)
{
    const auto number = in.number();
    if (!number)
        return number.error();
    into = *number;
    return {};
}

template <class First, class Second>
Outcome readPair(cbor::Reader &in, const First &first, const Second &second)
{
    const auto count = in.array();
    if (!count || *count != 2)
        return in.broken();
    if (const auto read = first(in); !read)
        return read.error();
    return second(in);
}

// Everything but kind and fields.
Outcome readBookkeeping(std::uint16_t key, cbor::Reader &in, Record &row)
{
    switch (key) {
    case IdKey: return readId(in, row.id);
    case RootKey: return readId(in, row.root);
    case ParentKey: return readId(in, row.parent);
    case VersionKey: return readNumber(in, row.version);
    case OfficeKey: {
        auto office = in.text();
        if (!office)
            return office.error();
        row.office = std::move(*office);
        return {};
    }
    case TimesKey:
        return readPair(
            in, [&](cbor::Reader &r) { return readNumber(r, row.createdAt.ms); },
            [&](cbor::Reader &r) { return readNumber(r, row.updatedAt.ms); });
    case UsersKey:
        return readPair(
            in, [&](cbor::Reader &r) { return readId(r, row.createdBy); },
            [&](cbor::Reader &r) { return readId(r, row.updatedBy); });
    case WithdrawnKey: {
        const auto flag = in.boolean();
        if (!flag)
            return flag.error();
        row.withdrawn = *flag;
        return {};
    }
    default: { // a newer release says more about rows
        const auto passed = in.skip(1);
        return passed ? Outcome() : Outcome(passed.error());
    }
    }
}
} // namespace

QByteArray encodeFields(const Record &record)
{
    cbor::Writer out;
    writeFields(out, record);
    return out.result();
}

Outcome decodeFields(QByteArrayView encoded, Record &into)
{
    Record filled = into;
    cbor::Reader in(encoded);
    if (const auto read = readFields(in, filled); !read)
        return read.error();
    if (!in.atEnd())
        return in.broken();
    into = std::move(filled);
    return {};
}

void adoptKnownFields(Record &record)
{
    if (record.ext.isEmpty())
        return;
    RawFields rest = rawFields(record.ext);
    bool adopted = false;
    for (auto entry = rest.begin(); entry != rest.end();) {
        const int position = record.spec().indexOfId(entry->first);
        const FieldSpec *field = position < 0 ? nullptr : record.spec().fields[static_cast<std::size_t>(position)];
        cbor::Reader in(entry->second);
        auto value = field && !field->derived ? readField(in, *field) : Result<Value>(in.broken());
        if (value && record.value(*field).isNull())
            record.setValue(*field, std::move(*value));
        entry = value ? rest.erase(entry) : std::next(entry);
        adopted = adopted || value;
    }
    if (adopted)
        record.ext = rest.empty() ? QByteArray() : mapOf(rest);
}

QByteArray encodeSome(const std::map<std::uint16_t, Value> &values, const RecordSpec &)
{
    cbor::Writer out;
    out.map(values.size());
    for (const auto &[id, value] : values) {
        out.number(id);
        writeValue(out, value);
    }
    return out.result();
}

Result<std::map<std::uint16_t, Value>> decodeSome(QByteArrayView encoded, const RecordSpec &spec)
{
    std::map<std::uint16_t, Value> values;
    cbor::Reader in(encoded);
    const auto read = readMap(in, [&](std::uint16_t id, cbor::Reader &reader) -> Outcome {
        const int position = spec.indexOfId(id);
        if (position < 0) {
            const auto passed = reader.skip(1);
            return passed ? Outcome() : Outcome(passed.error());
        }
        auto value = readField(reader, *spec.fields[static_cast<std::size_t>(position)]);
        if (!value)
            return value.error();
        values[id] = std::move(*value);
        return {};
    });
    if (!read)
        return read.error();
    if (!in.atEnd())
        return in.broken();
    return values;
}

int schemaNeeded(const RecordSpec &spec, QByteArrayView fields)
{
    const auto isLater = [&spec](const FieldSpec *field) { return field->since > spec.since; };
    int needed = spec.since;
    if (std::none_of(spec.fields.begin(), spec.fields.end(), isLater))
        return needed;
    cbor::Reader in(fields);
    const auto read = readMap(in, [&](std::uint16_t id, cbor::Reader &reader) -> Outcome {
        if (const int position = spec.indexOfId(id); position >= 0)
            needed = std::max<int>(needed, spec.fields[static_cast<std::size_t>(position)]->since);
        const auto passed = reader.skip(1);
        return passed ? Outcome() : Outcome(passed.error());
    });
    Q_ASSERT(read);
    return needed;
}

QByteArray encodeRecord(const Record &record) { return encodeRecord(record, encodeFields(record)); }

QByteArray encodeRecord(const Record &record, QByteArrayView fields)
{
    cbor::Writer out;
    out.map(10);
    out.number(KindKey);
    out.number(static_cast<std::int64_t>(record.kind()));
    out.number(IdKey);
    writeId(out, record.id);
    out.number(RootKey);
    writeId(out, record.root);
    out.number(ParentKey);
    writeId(out, record.parent);
    out.number(OfficeKey);
    out.text(record.office);
    out.number(VersionKey);
    out.number(record.version);
    out.number(TimesKey);
    out.array(2);
    out.number(record.createdAt.ms);
    out.number(record.updatedAt.ms);
    out.number(UsersKey);
    out.array(2);
    writeId(out, record.createdBy);
    writeId(out, record.updatedBy);
    out.number(WithdrawnKey);
    out.boolean(record.withdrawn);
    out.number(FieldsKey);
    out.raw(fields);
    return out.result();
}

Result<std::uint16_t> kindOfEncoded(QByteArrayView encoded)
{
    cbor::Reader in(encoded);
    const auto pairs = in.map();
    const auto key = pairs && *pairs > 0 ? in.number() : Result<std::int64_t>(in.broken());
    if (!key || *key != KindKey)
        return in.broken();
    const auto number = in.number();
    if (!number || *number < 1 || *number > std::numeric_limits<std::uint16_t>::max())
        return in.broken();
    return static_cast<std::uint16_t>(*number);
}

Result<Record> decodeRecord(QByteArrayView encoded)
{
    const auto number = kindOfEncoded(encoded);
    if (!number)
        return number.error();
    const RecordSpec *spec = specOf(static_cast<Kind>(*number));
    Record row = spec ? Record(*spec) : Record();
    cbor::Reader in(encoded);
    const auto read = readMap(in, [&](std::uint16_t key, cbor::Reader &reader) -> Outcome {
        if (key == KindKey) {
            std::int64_t ignored = 0;
            return readNumber(reader, ignored);
        }
        if (key != FieldsKey)
            return readBookkeeping(key, reader, row);
        if (spec)
            return readFields(reader, row);
        const auto fields = reader.skip(1);
        if (!fields)
            return fields.error();
        row.ext = fields->toByteArray();
        return {};
    });
    if (!read)
        return read.error();
    if (!in.atEnd() || row.id.isNull())
        return in.broken();
    return row;
}

} // namespace yizhan
