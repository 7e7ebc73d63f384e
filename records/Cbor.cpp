// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Cbor.h"

#include "records/RecordErrors.h"

#include <QStringDecoder>
#include <limits>

namespace yizhan::cbor {

void Writer::head(Type type, std::uint64_t argument)
{
    const auto major = static_cast<std::uint8_t>(static_cast<std::uint8_t>(type) << 5);
    if (argument < 24) {
        m_out.append(static_cast<char>(major | argument));
        return;
    }
    int width = 1; // bytes of the argument
    std::uint8_t info = 24;
    while (width < 8 && (argument >> (8 * width)) != 0) {
        width *= 2;
        ++info;
    }
    m_out.append(static_cast<char>(major | info));
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
        m_out.append(static_cast<char>((argument >> shift) & 0xFF));
}

void Writer::number(std::int64_t value)
{
    if (value >= 0)
        head(Type::Number, static_cast<std::uint64_t>(value));
    else
        head(Type::Negative, static_cast<std::uint64_t>(-(value + 1)));
}

void Writer::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    head(Type::Text, static_cast<std::uint64_t>(utf8.size()));
    m_out.append(utf8);
}

void Writer::bytes(QByteArrayView value)
{
    head(Type::Bytes, static_cast<std::uint64_t>(value.size()));
    m_out.append(value);
}

Error Reader::broken() const { return Error(ErrorKind::Protocol, text::cborBroken, {QString::number(m_at)}); }

Type Reader::type() const { return atEnd() ? Type::Simple : static_cast<Type>(static_cast<std::uint8_t>(m_data[m_at]) >> 5); }

Result<Reader::Head> Reader::head()
{
    if (atEnd())
        return broken();
    const auto first = static_cast<std::uint8_t>(m_data[m_at]);
    Head item{static_cast<Type>(first >> 5), static_cast<std::uint8_t>(first & 0x1F), 0};
    if (item.info > 27) // 28..30 are reserved, 31 is an indefinite length
        return broken();
    if (item.info < 24) {
        item.argument = item.info;
        ++m_at;
        return item;
    }
    const qsizetype width = qsizetype{1} << (item.info - 24);
    if (m_data.size() - m_at - 1 < width)
        return broken();
    for (qsizetype i = 0; i < width; ++i)
        item.argument = (item.argument << 8) | static_cast<std::uint8_t>(m_data[m_at + 1 + i]);
    const std::uint64_t smallest = width == 1 ? 24 : std::uint64_t{1} << (4 * width);
    if (item.type != Type::Simple && item.argument < smallest) // a shorter form exists; floats have their width by nature
        return broken();
    m_at += 1 + width;
    return item;
}

Result<std::uint64_t> Reader::headOf(Type wanted)
{
    if (type() != wanted)
        return broken();
    const auto item = head();
    if (!item)
        return item.error();
    return item->argument;
}

Result<QByteArrayView> Reader::stretch(std::uint64_t length)
{
    if (length > static_cast<std::uint64_t>(m_data.size() - m_at))
        return broken();
    const QByteArrayView found = m_data.sliced(m_at, static_cast<qsizetype>(length));
    m_at += found.size();
    return found;
}

Result<std::int64_t> Reader::number()
{
    if (type() != Type::Number && type() != Type::Negative)
        return broken();
    const auto item = head();
    if (!item)
        return item.error();
    if (item->argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return broken();
    const auto magnitude = static_cast<std::int64_t>(item->argument);
    return item->type == Type::Number ? magnitude : -magnitude - 1;
}

Result<QString> Reader::text()
{
    const auto length = headOf(Type::Text);
    if (!length)
        return length.error();
    const auto utf8 = stretch(*length);
    if (!utf8)
        return utf8.error();
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    QString decoded = decoder(*utf8);
    if (decoder.hasError())
        return broken();
    return decoded;
}

Result<QByteArray> Reader::bytes()
{
    const auto length = headOf(Type::Bytes);
    if (!length)
        return length.error();
    const auto found = stretch(*length);
    if (!found)
        return found.error();
    return found->toByteArray();
}

Result<bool> Reader::boolean()
{
    const std::uint8_t first = atEnd() ? 0 : static_cast<std::uint8_t>(m_data[m_at]);
    if (first != 0xF4 && first != 0xF5)
        return broken();
    ++m_at;
    return first == 0xF5;
}

Outcome Reader::null()
{
    if (!isNull())
        return broken();
    ++m_at;
    return {};
}

Result<std::uint64_t> Reader::array() { return headOf(Type::Array); }

Result<std::uint64_t> Reader::map() { return headOf(Type::Map); }

Outcome Reader::skipContent(const Head &item, int depth)
{
    switch (item.type) {
    case Type::Number:
    case Type::Negative: return {};
    case Type::Bytes:
    case Type::Text:
        if (const auto passed = stretch(item.argument); !passed)
            return passed.error();
        return {};
    case Type::Simple: return item.info == 24 ? Outcome(broken()) : Outcome(); // no simple value of two bytes is in use
    case Type::Array:
    case Type::Map:
    case Type::Tag: break;
    }
    const std::uint64_t items = item.type == Type::Tag ? 1 : item.argument;
    const std::uint64_t perItem = item.type == Type::Map ? 2 : 1;
    // Each item takes at least a byte: a count beyond what is left is a lie and not worth a loop.
    if (depth >= maxDepth || items > static_cast<std::uint64_t>(m_data.size() - m_at) / perItem)
        return broken();
    for (std::uint64_t i = 0; i < items * perItem; ++i) {
        if (const auto inner = skip(depth + 1); !inner)
            return inner.error();
    }
    return {};
}

Result<QByteArrayView> Reader::skip(int depth)
{
    const qsizetype start = m_at;
    const auto item = head();
    if (!item)
        return item.error();
    if (const auto passed = skipContent(*item, depth); !passed)
        return passed.error();
    return m_data.sliced(start, m_at - start);
}

} // namespace yizhan::cbor
