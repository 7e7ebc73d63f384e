// SPDX-License-Identifier: GPL-3.0-or-later
// Which values a field can hold at all, whatever its declaration says about length and range.
#pragma once

#include "records/FieldSpec.h"

namespace yizhan {

// The days 0001-01-01 to 9999-12-31, and the instants of these days.
inline constexpr std::int64_t firstDay = -719'162;
inline constexpr std::int64_t lastDay = 2'932'896;
inline constexpr std::int64_t dayMs = 86'400'000;
inline constexpr std::int64_t firstInstant = firstDay * dayMs - Instant::localOffsetMs;
inline constexpr std::int64_t lastInstant = (lastDay + 1) * dayMs - Instant::localOffsetMs - 1;

// What a person may enter: nothing in an archive of this work is older or planned further ahead.
inline constexpr std::int64_t firstSensibleDay = -43'829; // 1850-01-01
inline constexpr std::int64_t lastSensibleDay = 84'370;   // 2200-12-31

// Null always fits; otherwise the alternative of Value that the type means, a flag 0 or 1, an id 16 bytes, a day or instant of
// the calendar. Values that pass can be read by Record::get() without loss.
inline bool fitsType(const FieldSpec &field, const Value &value)
{
    if (value.isNull())
        return true;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Code:
    case FieldType::CodeSet: return value.isText();
    case FieldType::Bool: return value.isNumber() && (value.number() == 0 || value.number() == 1);
    case FieldType::Integer:
    case FieldType::Money: return value.isNumber();
    case FieldType::Day: return value.isNumber() && value.number() >= firstDay && value.number() <= lastDay;
    case FieldType::Instant: return value.isNumber() && value.number() >= firstInstant && value.number() <= lastInstant;
    case FieldType::Ref: return value.isBytes() && value.bytes().size() == 16;
    case FieldType::Blob: return value.isBytes();
    }
    return false;
}

// Local time with its zone, and with milliseconds where there are any: read back by Instant::fromIso without loss.
inline QString isoExactly(Instant instant)
{
    QString iso = instant.toIso();
    const std::int64_t ms = ((instant.ms % 1000) + 1000) % 1000;
    return ms == 0 ? iso : iso.insert(19, QStringLiteral(".%1").arg(ms, 3, 10, QLatin1Char('0')));
}

} // namespace yizhan
