// SPDX-License-Identifier: GPL-3.0-or-later
// Records as JSON for people and scripts: fields by name, values as an export shows them, exact enough to be read back.
#include "records/Codec.h"
#include "records/Money.h"
#include "records/OfficeDirectory.h"
#include "records/RecordErrors.h"
#include "records/RuleBook.h"
#include "records/Validate.h"
#include "records/ValueRange.h"

#include <QJsonArray>

namespace yizhan {

namespace {
QString idJson(const Value &value) { return readValue<RecordId>(value).value_or(RecordId()).toString(); }

QJsonValue valueJson(const FieldSpec &field, const Value &value, bool masked)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: return masked ? maskedText(field, value.text()) : value.text();
    case FieldType::Code: return value.text();
    case FieldType::CodeSet: return QJsonArray::fromStringList(value.codes());
    case FieldType::Bool: return value.number() != 0;
    case FieldType::Integer: return QJsonValue(static_cast<qint64>(value.number()));
    case FieldType::Money: return formatMoney(Money{value.number()}).remove(u',');
    case FieldType::Day: {
        const QString iso = Day{static_cast<std::int32_t>(value.number())}.toIso();
        return masked && field.isPersonal() ? iso.left(4) + QStringLiteral("-**-**") : iso;
    }
    case FieldType::Instant: return isoExactly(Instant{value.number()});
    case FieldType::Ref: return idJson(value);
    case FieldType::Blob: return QString::fromLatin1(value.bytes().toHex());
    }
    return {};
}

Error refused(const ErrorText &text, const QString &name) { return Error(ErrorKind::Constraint, text, {name.left(60)}); }

std::optional<Value> numberFrom(const QJsonValue &json)
{
    // What is no whole number of 64 bits answers whatever it is told to, so it answers two things.
    const qint64 number = json.toInteger(0);
    return json.isDouble() && number == json.toInteger(1) ? std::optional<Value>(Value(number)) : std::nullopt;
}

std::optional<Value> setFrom(const QJsonValue &json)
{
    if (!json.isArray())
        return std::nullopt;
    QStringList codes;
    for (const QJsonValue code : json.toArray()) {
        if (!code.isString() || code.toString().contains(u','))
            return std::nullopt;
        codes += code.toString();
    }
    return Value(codes);
}

// What toJson writes; nothing if it cannot be read so.
std::optional<Value> exactValue(const FieldSpec &field, const QJsonValue &json)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Code: return json.isString() ? std::optional<Value>(Value(json.toString())) : std::nullopt;
    case FieldType::CodeSet: return setFrom(json);
    case FieldType::Bool: return json.isBool() ? std::optional<Value>(Value(json.toBool())) : std::nullopt;
    case FieldType::Integer: return numberFrom(json);
    case FieldType::Day: {
        const auto day = Day::fromIso(json.toString());
        return day ? std::optional<Value>(Value(*day)) : std::nullopt;
    }
    case FieldType::Instant: {
        const auto instant = Instant::fromIso(json.toString());
        return instant ? std::optional<Value>(Value(*instant)) : std::nullopt;
    }
    default: return std::nullopt;
    }
}

// Scripts may also write a value as a person would type it: "12,000", "2026/1/31", a label instead of a code.
Result<Value> valueFrom(const FieldSpec &field, const QJsonValue &json, const RuleBook &rules)
{
    if (json.isNull())
        return Value();
    const auto exact = exactValue(field, json);
    if (exact && fitsType(field, *exact) && field.type != FieldType::Code)
        return *exact;
    if (field.type == FieldType::Integer && !json.isString())
        return refused(text::jsonValue, QLatin1String(field.name));
    const QString typed = field.type == FieldType::Money && json.isDouble()
                              ? QString::number(json.toDouble(), 'f', QLocale::FloatingPointShortest)
                              : json.toString();
    if (typed.isEmpty() && !json.isString())
        return refused(text::jsonValue, QLatin1String(field.name));
    auto parsed = parseField(field, typed, rules);
    if (!parsed || !fitsType(field, *parsed))
        return refused(text::jsonValue, QLatin1String(field.name));
    return parsed;
}

void putSystem(QJsonObject &out, const Record &record)
{
    out.insert(QStringLiteral("id"), record.id.toString());
    out.insert(QStringLiteral("kind"), QLatin1String(record.spec().name));
    out.insert(QStringLiteral("office"), record.office);
    if (!record.spec().isRoot()) {
        out.insert(QStringLiteral("root"), record.root.toString());
        out.insert(QStringLiteral("parent"), (record.parent.isNull() ? record.root : record.parent).toString());
    }
    for (const FieldSpec *field : system::fields) {
        const Value value = field == &system::office ? Value() : record.value(*field);
        if (!value.isNull())
            out.insert(QLatin1String(field->name), valueJson(*field, value, false));
    }
}

Outcome takeSystem(const QString &key, const QJsonValue &json, Record &record, const RuleBook &rules)
{
    if (key == QLatin1String("office")) {
        record.office = json.toString();
        return record.office.isEmpty() || rules.offices().find(record.office) ? Outcome()
                                                                              : Outcome(refused(text::jsonValue, key));
    }
    for (const auto &[name, target] :
         {std::pair(QLatin1String("id"), &record.id), std::pair(QLatin1String("root"), &record.root),
          std::pair(QLatin1String("parent"), &record.parent)}) {
        if (key != name || json.isNull())
            continue;
        const auto id = RecordId::fromString(json.toString());
        if (!id)
            return refused(text::jsonValue, key);
        *target = *id;
    }
    return {};
}

bool isSystemKey(const QString &key)
{
    static const QStringList keys{QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("root"),
                                  QStringLiteral("parent")};
    return keys.contains(key) || std::any_of(std::begin(system::fields), std::end(system::fields), [&](const FieldSpec *field) {
               return key == QLatin1String(field->name);
           });
}
} // namespace

QJsonObject toJson(const Record &record, bool masked, bool withDerived)
{
    QJsonObject out;
    putSystem(out, record);
    const auto &fields = record.spec().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Value &value = record.values()[i];
        if (!value.isNull() && (withDerived || !fields[i]->derived))
            out.insert(QLatin1String(fields[i]->name), valueJson(*fields[i], value, masked));
    }
    return out;
}

Result<Record> fromJson(const QJsonObject &object, const RecordSpec &spec, const RuleBook &rules)
{
    Record record(spec);
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (isSystemKey(member.key())) {
            if (const auto taken = takeSystem(member.key(), member.value(), record, rules); !taken)
                return taken.error();
            continue;
        }
        const FieldSpec *field = spec.field(member.key());
        if (!field)
            return refused(text::jsonName, member.key());
        if (field->derived)
            continue; // an export with computed fields can be read back as it is
        auto value = valueFrom(*field, member.value(), rules);
        if (!value)
            return value.error();
        record.setValue(*field, std::move(*value));
    }
    return record;
}

} // namespace yizhan
