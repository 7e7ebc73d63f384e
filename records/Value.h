// SPDX-License-Identifier: GPL-3.0-or-later
// One stored value of a field: nothing, a whole number, a text or bytes; the field's type says what it means.
#pragma once

#include "base/Id.h"
#include "base/Time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

namespace yizhan {

// How a field's value is meant; the right column is what a Value holds.
enum class FieldType : std::uint8_t {
    Text,     // QString, one line
    LongText, // QString, lines separated by \n
    Code,     // QString, a code of the field's code list
    CodeSet,  // QString, codes sorted and joined by ',', each once
    Bool,     // 0 or 1
    Integer,  // int64
    Money,    // int64, fen
    Day,      // int64, days since 1970-01-01
    Instant,  // int64, ms UTC
    Ref,      // QByteArray, 16 bytes of a record's id
    Blob      // QByteArray
};

// An amount of money in fen.
struct Money {
    std::int64_t fen = 0;
    auto operator<=>(const Money &) const = default;
};

class Value
{
public:
    Value() = default;
    // Any whole number: qint64 and std::int64_t are different types on some platforms.
    template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool> && sizeof(T) <= sizeof(std::int64_t)) explicit Value(T number)
        : m_data(static_cast<std::int64_t>(number))
    {}
    explicit Value(bool flag) : m_data(std::int64_t{flag ? 1 : 0}) {}
    explicit Value(Money money) : m_data(money.fen) {}
    explicit Value(Day day) : m_data(std::int64_t{day.sinceEpoch}) {}
    explicit Value(Instant instant) : m_data(instant.ms) {}
    explicit Value(const QString &text)
    {
        if (!text.isEmpty())
            m_data = text;
    }
    explicit Value(const QStringList &codes);
    explicit Value(const QByteArray &bytes)
    {
        if (!bytes.isEmpty())
            m_data = bytes;
    }
    explicit Value(const RecordId &id) : m_data(id.toBytes()) {}
    Value(const char *) = delete;

    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isNumber() const { return std::holds_alternative<std::int64_t>(m_data); }
    bool isText() const { return std::holds_alternative<QString>(m_data); }
    bool isBytes() const { return std::holds_alternative<QByteArray>(m_data); }
    std::int64_t number() const { return isNumber() ? std::get<std::int64_t>(m_data) : 0; }
    const QString &text() const;
    const QByteArray &bytes() const;
    QStringList codes() const; // of a CodeSet

    bool operator==(const Value &other) const = default;
    // Order for sorting in memory: nothing < numbers < texts (by UTF-16 code unit as SQLite's BINARY on UTF-8 would, i.e. by
    // code point) < bytes. Agrees with the store's ORDER BY.
    static int compare(const Value &a, const Value &b);

private:
    std::variant<std::monostate, std::int64_t, QString, QByteArray> m_data;
};

// T of Field<T> <-> Value: what get() answers. Texts, code sets and bytes are empty when not set, the rest is optional.
template <class T>
struct ValueTraits {
    using Read = std::optional<T>;
};
template <>
struct ValueTraits<QString> {
    using Read = QString;
};
template <>
struct ValueTraits<QStringList> {
    using Read = QStringList;
};
template <>
struct ValueTraits<QByteArray> {
    using Read = QByteArray;
};

template <class T>
typename ValueTraits<T>::Read readValue(const Value &value)
{
    if constexpr (std::is_same_v<T, QString>)
        return value.text();
    else if constexpr (std::is_same_v<T, QStringList>)
        return value.codes();
    else if constexpr (std::is_same_v<T, QByteArray>)
        return value.bytes();
    else {
        if (value.isNull())
            return std::nullopt;
        if constexpr (std::is_same_v<T, bool>)
            return value.number() != 0;
        else if constexpr (std::is_same_v<T, std::int64_t>)
            return value.number();
        else if constexpr (std::is_same_v<T, Money>)
            return Money{value.number()};
        else if constexpr (std::is_same_v<T, Day>)
            return Day{static_cast<std::int32_t>(value.number())};
        else if constexpr (std::is_same_v<T, Instant>)
            return Instant{value.number()};
        else
            return RecordId::fromBytes(value.bytes());
    }
}

} // namespace yizhan
