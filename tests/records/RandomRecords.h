// SPDX-License-Identifier: GPL-3.0-or-later
// Records with any content a field can hold, the absurd included, from a seed.
#pragma once

#include "tests/records/RuleFixtures.h"

#include "base/Random.h"
#include "records/CodeList.h"
#include "records/Record.h"
#include "records/ValueRange.h"

namespace yizhan {

// Texts as they come from keyboards, clipboards and old registers. No lone surrogates: those cannot be stored at all.
inline QString randomText(Random &random)
{
    static const QStringList pieces{QStringLiteral("张三"),
                                    QStringLiteral("欧阳修文"),
                                    QStringLiteral("阿卜杜拉·买买提"),
                                    QStringLiteral("𠮷野"),
                                    QStringLiteral("’; DROP TABLE party; --"),
                                    QStringLiteral("a,b;c"),
                                    QStringLiteral(" "),
                                    QStringLiteral("\n"),
                                    QStringLiteral("\t"),
                                    QStringLiteral("''"),
                                    QStringLiteral("%_\\"),
                                    QStringLiteral("１２３"),
                                    QStringLiteral("👨‍👩‍👧"),
                                    QStringLiteral("\uFEFF"),
                                    QStringLiteral("\u202Eabc"),
                                    QStringLiteral("é"),
                                    QStringLiteral("\uFFFF"),
                                    QStringLiteral("NULL"),
                                    QStringLiteral("100%"),
                                    QString(QChar(0)),
                                    QString(QChar(7))};
    QString text;
    const auto count = 1 + random.below(6);
    for (std::uint32_t i = 0; i < count; ++i)
        text += pieces[random.below(static_cast<std::uint32_t>(pieces.size()))];
    return random.below(200) == 0 ? text.repeated(static_cast<qsizetype>(100'000 / text.size() + 1)) : text;
}

inline std::int64_t randomNumber(Random &random, std::int64_t low, std::int64_t high)
{
    switch (random.below(5)) {
    case 0: return low;
    case 1: return high;
    case 2: return std::clamp<std::int64_t>(0, low, high);
    case 3: return std::clamp<std::int64_t>(static_cast<std::int64_t>(random.below(100'000)) - 50'000, low, high);
    default: {
        const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
        const std::uint64_t offset = span == std::numeric_limits<std::uint64_t>::max() ? random.next()
                                                                                       : random.next() % (span + 1);
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + offset);
    }
    }
}

inline QByteArray randomBytes(Random &random, std::size_t count)
{
    QByteArray bytes(static_cast<qsizetype>(count), '\0');
    random.fill(reinterpret_cast<std::uint8_t *>(bytes.data()), count);
    return bytes;
}

inline RecordId randomId(Random &random) { return *RecordId::fromBytes(randomBytes(random, 16)); }

inline QString randomCode(Random &random, const QString &list)
{
    const CodeList *codes = shippedRules()->codes().list(list);
    if (!codes || random.below(10) == 0)
        return QStringLiteral("X%1").arg(random.below(1000)); // as a newer release might send it
    return codes->values[random.below(static_cast<std::uint32_t>(codes->values.size()))].code;
}

inline Value randomValue(Random &random, const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: return Value(randomText(random));
    case FieldType::Code: return Value(randomCode(random, QLatin1String(field.codeList)));
    case FieldType::CodeSet: {
        QStringList codes;
        for (auto count = random.below(4); count > 0; --count)
            codes += randomCode(random, QLatin1String(field.codeList));
        return Value(codes);
    }
    case FieldType::Bool: return Value(random.below(2) == 1);
    case FieldType::Money: return Value(randomNumber(random, -9'999'999'999'999, 99'999'999'999'999)); // what can be typed
    case FieldType::Integer:
        return Value(randomNumber(random, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()));
    case FieldType::Day: return Value(randomNumber(random, firstDay, lastDay));
    case FieldType::Instant: return Value(randomNumber(random, firstInstant, lastInstant));
    case FieldType::Ref: return Value(randomId(random));
    case FieldType::Blob: return Value(randomBytes(random, random.below(64)));
    }
    return {};
}

inline Record randomRecord(Random &random, const RecordSpec &spec)
{
    Record record(spec);
    record.id = randomId(random);
    record.root = spec.isRoot() ? record.id : randomId(random);
    record.parent = spec.isRoot() ? RecordId() : randomId(random);
    record.office = QStringLiteral("JO05");
    record.version = static_cast<std::int64_t>(random.below(1000));
    record.createdAt = Instant{randomNumber(random, firstInstant, lastInstant)};
    record.updatedAt = Instant{randomNumber(random, firstInstant, lastInstant)};
    record.createdBy = randomId(random);
    record.withdrawn = random.below(4) == 0;
    for (const FieldSpec *field : spec.fields) {
        if (!field->derived && random.below(10) < 7)
            record.setValue(*field, randomValue(random, *field));
    }
    return record;
}

} // namespace yizhan
