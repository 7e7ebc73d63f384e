// SPDX-License-Identifier: GPL-3.0-or-later
// Just the part of CBOR (RFC 8949) that records need, in its deterministic form: one content, one sequence of bytes.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <cstdint>

namespace yizhan::cbor {

inline constexpr int maxDepth = 8;

enum class Type : std::uint8_t { Number = 0, Negative = 1, Bytes = 2, Text = 3, Array = 4, Map = 5, Tag = 6, Simple = 7 };

class Writer
{
public:
    void number(std::int64_t value);
    void text(const QString &value);
    void bytes(QByteArrayView value);
    void null() { m_out.append(static_cast<char>(0xF6)); }
    void boolean(bool value) { m_out.append(static_cast<char>(value ? 0xF5 : 0xF4)); }
    void array(std::uint64_t count) { head(Type::Array, count); }
    void map(std::uint64_t pairs) { head(Type::Map, pairs); }
    void raw(QByteArrayView encoded) { m_out.append(encoded); } // one whole item that is already encoded
    const QByteArray &result() const { return m_out; }

private:
    void head(Type type, std::uint64_t argument);
    QByteArray m_out;
};

// Reads item by item. Anything malformed, of indefinite length, not in shortest form or nested deeper than maxDepth is an
// error (Protocol, RC-30 with the byte's position). Allocates nothing but the texts and bytes it answers, and those only
// after their whole length has been seen to be there.
class Reader
{
public:
    explicit Reader(QByteArrayView data) : m_data(data) {}

    bool atEnd() const { return m_at == m_data.size(); }
    qsizetype position() const { return m_at; }
    // Of the next item; Simple at the end of the data too.
    Type type() const;
    bool isNull() const { return !atEnd() && static_cast<std::uint8_t>(m_data[m_at]) == 0xF6; }

    Result<std::int64_t> number();
    Result<QString> text(); // strict UTF-8
    Result<QByteArray> bytes();
    Result<bool> boolean();
    Outcome null();
    Result<std::uint64_t> array(); // number of items that follow
    Result<std::uint64_t> map();   // number of pairs that follow
    // Passes over one item whatever it is and answers its bytes.
    Result<QByteArrayView> skip(int depth = 0);
    Error broken() const;

private:
    struct Head {
        Type type = Type::Simple;
        std::uint8_t info = 0;
        std::uint64_t argument = 0;
    };
    Result<Head> head();
    Result<std::uint64_t> headOf(Type wanted);
    Result<QByteArrayView> stretch(std::uint64_t length);
    Outcome skipContent(const Head &item, int depth);

    QByteArrayView m_data;
    qsizetype m_at = 0;
};

} // namespace yizhan::cbor
