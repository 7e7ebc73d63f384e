// SPDX-License-Identifier: GPL-3.0-or-later
// A message is declared once, as a list of its fields; both of its forms on the wire, CBOR and JSON, are read from that list.
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "base/Time.h"
#include "records/Cbor.h"
#include "sync/protocol/ProtocolErrors.h"

#include <QJsonArray>
#include <QJsonObject>
#include <bitset>
#include <optional>
#include <type_traits>
#include <vector>

namespace yizhan {

// A message is a struct with
//     template <class Self, class Visit> static void fields(Self &self, Visit &visit)
//     {
//         visit(1, "device", self.device);   // number in CBOR, name in JSON; both for ever
//     }
// Members may be bool, integers, enums with a fixed type, QString, QByteArray, RecordId, Instant, a message, std::optional and
// std::vector of these. A field that is empty (0, "", nothing) is not sent, unless its default is something else. Fields that
// the reader does not know are passed over, fields that are not there keep their default: so a message may grow at any time.
//
// CBOR as in records/Cbor.h (deterministic, at most cbor::maxDepth deep). In JSON bytes are base64, ids are UUIDs and instants
// are milliseconds. Reading answers Protocol for anything malformed, of the wrong type or out of an integer's range, and never
// allocates more than a small multiple of what it was given.
template <class M>
QByteArray toCbor(const M &message);
template <class M>
Result<M> fromCbor(QByteArrayView cbor);
template <class M>
QJsonObject toJson(const M &message);
template <class M>
Result<M> fromJson(const QJsonObject &json);

namespace message_detail {

struct NoVisit {
    template <class T>
    void operator()(int, const char *, T &&)
    {}
};

template <class M>
concept Message = requires(M &m, NoVisit &v)
{
    M::fields(m, v);
};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
bool isEmpty(const T &value)
{
    if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QByteArray>)
        return value.isEmpty();
    else if constexpr (IsVector<T>::value)
        return value.empty();
    else if constexpr (IsOptional<T>::value)
        return !value.has_value();
    else if constexpr (std::is_same_v<T, RecordId>)
        return value.isNull();
    else if constexpr (std::is_same_v<T, Instant>)
        return value.ms == 0;
    else if constexpr (Message<T>)
        return false;
    else
        return value == T{};
}

inline constexpr std::size_t fieldNumbers = 128;

// Fields whose default is not empty: for them "not sent" would mean that default.
template <class M>
const std::bitset<fieldNumbers> &filledByDefault()
{
    static const std::bitset<fieldNumbers> numbers = [] {
        std::bitset<fieldNumbers> filled;
        const M message;
        auto noting = [&filled](int number, const char *, const auto &value) {
            filled.set(static_cast<std::size_t>(number), !isEmpty(value));
        };
        M::fields(message, noting);
        return filled;
    }();
    return numbers;
}

template <class M, class T>
bool isSent(int number, const T &value)
{
    return !isEmpty(value) || filledByDefault<M>().test(static_cast<std::size_t>(number));
}

template <class T>
void write(cbor::Writer &out, const T &value);

template <class M>
void writeFields(cbor::Writer &out, const M &message)
{
    std::uint64_t count = 0;
    auto counting = [&count](int number, const char *, const auto &value) { count += isSent<M>(number, value) ? 1U : 0U; };
    M::fields(message, counting);
    out.map(count);
    auto writing = [&out](int number, const char *, const auto &value) {
        if (!isSent<M>(number, value))
            return;
        out.number(number);
        write(out, value);
    };
    M::fields(message, writing);
}

template <class T>
void write(cbor::Writer &out, const T &value)
{
    if constexpr (std::is_same_v<T, bool>)
        out.boolean(value);
    else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
        out.number(static_cast<std::int64_t>(value));
    else if constexpr (std::is_same_v<T, QString>)
        out.text(value);
    else if constexpr (std::is_same_v<T, QByteArray>)
        out.bytes(value);
    else if constexpr (std::is_same_v<T, RecordId>)
        out.bytes(value.toBytes());
    else if constexpr (std::is_same_v<T, Instant>)
        out.number(value.ms);
    else if constexpr (IsOptional<T>::value)
        write(out, *value);
    else if constexpr (IsVector<T>::value) {
        out.array(value.size());
        for (const auto &item : value)
            write(out, item);
    } else
        writeFields(out, value);
}

inline Error wrongType(const char *name)
{
    return Error(ErrorKind::Protocol, protocolErrors::field, {QString::fromLatin1(name)});
}

// Integers and enums alike; what does not fit is refused, not cut.
template <class T>
Outcome narrow(std::int64_t number, T &into, const char *name)
{
    using Whole = typename std::conditional_t<std::is_enum_v<T>, std::underlying_type<T>, std::type_identity<T>>::type;
    const auto whole = static_cast<Whole>(number);
    if (static_cast<std::int64_t>(whole) != number || (std::is_unsigned_v<Whole> && number < 0))
        return wrongType(name);
    into = static_cast<T>(whole);
    return {};
}

template <class T>
Outcome take(Result<T> &&result, T &into)
{
    if (!result)
        return result.error();
    into = std::move(*result);
    return {};
}

template <class M>
Outcome readFields(cbor::Reader &in, M &message);

template <class T>
Outcome readItems(cbor::Reader &in, std::vector<T> &into, const char *name);

template <class T>
Outcome read(cbor::Reader &in, T &into, const char *name)
{
    if constexpr (std::is_same_v<T, bool>)
        return take(in.boolean(), into);
    else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
        const Result<std::int64_t> number = in.number();
        return number ? narrow(*number, into, name) : Outcome(number.error());
    } else if constexpr (std::is_same_v<T, QString>)
        return take(in.text(), into);
    else if constexpr (std::is_same_v<T, QByteArray>)
        return take(in.bytes(), into);
    else if constexpr (std::is_same_v<T, RecordId>) {
        const Result<QByteArray> raw = in.bytes();
        if (!raw)
            return raw.error();
        const std::optional<RecordId> id = RecordId::fromBytes(*raw);
        if (!id)
            return wrongType(name);
        into = *id;
        return {};
    } else if constexpr (std::is_same_v<T, Instant>)
        return take(in.number(), into.ms);
    else if constexpr (IsOptional<T>::value)
        return read(in, into.emplace(), name);
    else if constexpr (IsVector<T>::value)
        return readItems(in, into, name);
    else
        return readFields(in, into);
}

template <class T>
Outcome readItems(cbor::Reader &in, std::vector<T> &into, const char *name)
{
    const Result<std::uint64_t> count = in.array();
    if (!count)
        return count.error();
    into.clear();
    // No reserve(): the count is only a claim until the items have been seen.
    for (std::uint64_t i = 0; i < *count; ++i) {
        if (Outcome done = read(in, into.emplace_back(), name); !done)
            return done;
    }
    return {};
}

template <class M>
Outcome readFields(cbor::Reader &in, M &message)
{
    const Result<std::uint64_t> count = in.map();
    if (!count)
        return count.error();
    std::int64_t last = -1;
    for (std::uint64_t i = 0; i < *count; ++i) {
        const Result<std::int64_t> key = in.number();
        if (!key)
            return key.error();
        if (*key <= last)
            return in.broken();
        last = *key;
        bool known = false;
        Outcome outcome;
        auto reading = [&](int number, const char *name, auto &value) {
            if (known || number != *key)
                return;
            known = true;
            outcome = read(in, value, name);
        };
        M::fields(message, reading);
        if (!known) {
            if (const auto passed = in.skip(); !passed)
                return passed.error();
        }
        if (!outcome)
            return outcome;
    }
    return {};
}

template <class T>
QJsonValue toValue(const T &value)
{
    if constexpr (std::is_same_v<T, bool>)
        return value;
    else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
        return static_cast<qint64>(value);
    else if constexpr (std::is_same_v<T, QString>)
        return value;
    else if constexpr (std::is_same_v<T, QByteArray>)
        return QString::fromLatin1(value.toBase64());
    else if constexpr (std::is_same_v<T, RecordId>)
        return value.toString();
    else if constexpr (std::is_same_v<T, Instant>)
        return static_cast<qint64>(value.ms);
    else if constexpr (IsOptional<T>::value)
        return toValue(*value);
    else if constexpr (IsVector<T>::value) {
        QJsonArray items;
        for (const auto &item : value)
            items.append(toValue(item));
        return items;
    } else
        return toJson(value);
}

// JSON's numbers are exact up to 2^53 in other programs, but Qt keeps 64 bits; texts of digits are taken as well.
inline Outcome readInteger(const QJsonValue &json, std::int64_t &into, const char *name)
{
    bool good = json.isDouble() && json.toInteger(0) == json.toInteger(1); // else the value is what stands in for one
    into = json.toInteger();
    if (json.isString())
        into = json.toString().toLongLong(&good);
    return good ? Outcome() : Outcome(wrongType(name));
}

template <class T>
Outcome readValue(const QJsonValue &json, T &into, const char *name)
{
    if constexpr (std::is_same_v<T, bool>) {
        into = json.toBool();
        return json.isBool() ? Outcome() : Outcome(wrongType(name));
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
        std::int64_t number = 0;
        const Outcome done = readInteger(json, number, name);
        return done ? narrow(number, into, name) : done;
    } else if constexpr (std::is_same_v<T, QString>) {
        into = json.toString();
        return json.isString() ? Outcome() : Outcome(wrongType(name));
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        const auto decoded = QByteArray::fromBase64Encoding(json.toString().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        into = decoded.decoded;
        return json.isString() && decoded ? Outcome() : Outcome(wrongType(name));
    } else if constexpr (std::is_same_v<T, RecordId>) {
        const std::optional<RecordId> id = RecordId::fromString(json.toString());
        into = id.value_or(RecordId());
        return id ? Outcome() : Outcome(wrongType(name));
    } else if constexpr (std::is_same_v<T, Instant>)
        return readInteger(json, into.ms, name);
    else if constexpr (IsOptional<T>::value)
        return readValue(json, into.emplace(), name);
    else if constexpr (IsVector<T>::value) {
        if (!json.isArray())
            return wrongType(name);
        for (const QJsonValue &item : json.toArray()) {
            if (Outcome done = readValue(item, into.emplace_back(), name); !done)
                return done;
        }
        return {};
    } else
        return json.isObject() ? take(fromJson<T>(json.toObject()), into) : Outcome(wrongType(name));
}

} // namespace message_detail

template <class M>
QByteArray toCbor(const M &message)
{
    cbor::Writer out;
    message_detail::writeFields(out, message);
    return out.result();
}

template <class M>
Result<M> fromCbor(QByteArrayView cbor)
{
    cbor::Reader in(cbor);
    M message;
    if (Outcome done = message_detail::readFields(in, message); !done)
        return done.error();
    if (!in.atEnd())
        return in.broken();
    return message;
}

template <class M>
QJsonObject toJson(const M &message)
{
    QJsonObject object;
    auto writing = [&object](int number, const char *name, const auto &value) {
        if (message_detail::isSent<M>(number, value))
            object.insert(QLatin1String(name), message_detail::toValue(value));
    };
    M::fields(message, writing);
    return object;
}

template <class M>
Result<M> fromJson(const QJsonObject &json)
{
    M message;
    Outcome outcome;
    auto reading = [&](int, const char *name, auto &value) {
        const auto at = json.constFind(QLatin1String(name));
        if (outcome && at != json.constEnd())
            outcome = message_detail::readValue(*at, value, name);
    };
    M::fields(message, reading);
    if (!outcome)
        return outcome.error();
    return message;
}

} // namespace yizhan
