// SPDX-License-Identifier: GPL-3.0-or-later
// The identity of a record: a UUID of version 7, made on the workstation, 16 bytes, never shown to people.
#pragma once

#include "base/Time.h"

#include <QByteArray>
#include <QString>
#include <array>
#include <compare>
#include <optional>

namespace yizhan {

class Random;

struct RecordId {
    std::array<std::uint8_t, 16> bytes{};

    // RFC 9562 part 5.7: 48 bits of milliseconds, then randomness. Thread as the generator's.
    static RecordId make(Instant now, Random &random);
    static std::optional<RecordId> fromBytes(QByteArrayView raw); // exactly 16 bytes
    static std::optional<RecordId> fromString(QStringView text);  // 32 hex digits, dashes allowed
    QByteArray toBytes() const;
    QString toString() const; // with dashes, lower case
    bool isNull() const;
    auto operator<=>(const RecordId &) const = default;
};

size_t qHash(const RecordId &id, size_t seed = 0) noexcept;

} // namespace yizhan
