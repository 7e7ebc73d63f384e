// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Id.h"

#include "base/Random.h"

#include <QHashFunctions>

namespace yizhan {

RecordId RecordId::make(Instant now, Random &random)
{
    RecordId id;
    random.fill(id.bytes.data() + 6, 10);
    const auto ms = static_cast<std::uint64_t>(now.ms);
    for (std::size_t i = 0; i < 6; ++i)
        id.bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0F));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3F));
    return id;
}

std::optional<RecordId> RecordId::fromBytes(QByteArrayView raw)
{
    if (raw.size() != 16)
        return std::nullopt;
    RecordId id;
    for (std::size_t i = 0; i < 16; ++i)
        id.bytes[i] = static_cast<std::uint8_t>(raw[static_cast<qsizetype>(i)]);
    return id;
}

std::optional<RecordId> RecordId::fromString(QStringView text)
{
    RecordId id;
    std::size_t nibbles = 0;
    for (const QChar c : text) {
        if (c == u'-')
            continue;
        const char16_t u = c.toLower().unicode();
        int v = -1;
        if (u >= u'0' && u <= u'9')
            v = u - u'0';
        else if (u >= u'a' && u <= u'f')
            v = u - u'a' + 10;
        if (v < 0 || nibbles == 32)
            return std::nullopt;
        id.bytes[nibbles / 2] = static_cast<std::uint8_t>((id.bytes[nibbles / 2] << 4) | v);
        ++nibbles;
    }
    if (nibbles != 32)
        return std::nullopt;
    return id;
}

QByteArray RecordId::toBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QString RecordId::toString() const
{
    QString text = QString::fromLatin1(toBytes().toHex());
    for (const int at : {20, 16, 12, 8})
        text.insert(at, u'-');
    return text;
}

bool RecordId::isNull() const { return *this == RecordId{}; }

size_t qHash(const RecordId &id, size_t seed) noexcept { return qHashBits(id.bytes.data(), id.bytes.size(), seed); }

} // namespace yizhan
