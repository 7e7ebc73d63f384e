// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Validate.h"

#include "records/CodeList.h"
#include "records/Identifier.h"
#include "records/OfficeDirectory.h"
#include "records/RecordErrors.h"
#include "records/RuleBook.h"
#include "records/ValueRange.h"

#include <QCoreApplication>
#include <algorithm>

namespace yizhan {

Error fieldError(const ErrorText &text, const FieldSpec &field, const QStringList &more)
{
    return Error(ErrorKind::Constraint, text,
                 QStringList{QLatin1String(field.name), QCoreApplication::translate("Field", field.label)} + more);
}

namespace {
// Whether `code` is one of the codes in `list`, which are separated by blanks.
bool isAmong(QLatin1String list, QStringView code)
{
    for (qsizetype at = 0; at < list.size();) {
        qsizetype end = list.indexOf(u' ', at);
        end = end < 0 ? list.size() : end;
        if (end > at && list.sliced(at, end - at) == code)
            return true;
        at = end + 1;
    }
    return false;
}
} // namespace

bool isShown(const Record &record, const FieldSpec &field)
{
    if (!field.shownWhen)
        return true;
    // Asked for nearly every field of every row that is saved: nothing is allocated for a single code.
    const QLatin1String wanted(field.shownCodes);
    const Value value = record.value(*field.shownWhen);
    if (field.shownWhen->type == FieldType::Bool)
        return isAmong(wanted, value.number() != 0 ? u"1" : u"0");
    if (field.shownWhen->type == FieldType::Code)
        return isAmong(wanted, value.text());
    const QStringList codes = value.codes();
    return std::any_of(codes.begin(), codes.end(), [&](const QString &code) { return isAmong(wanted, code); });
}

namespace {
constexpr std::uint32_t lineLength = 200;
constexpr std::uint32_t textLength = 20'000;
constexpr std::uint32_t blobLength = 65'536;

bool isRefused(char16_t unit, bool lines)
{
    if (unit == u'\t')
        return false;
    if (unit == u'\n')
        return !lines;
    return unit < 0x20 || (unit >= 0x7F && unit <= 0x9F) || unit == 0x2028 || unit == 0x2029 || unit == 0xFEFF
           || unit >= 0xFFFE;
}

// Position from 1 of the first character that cannot be stored, 0 if there is none; `length` gets the code points.
qsizetype firstRefused(const QString &text, bool lines, std::int64_t &length)
{
    length = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++length) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (unit.isSurrogate() || isRefused(unit.unicode(), lines))
            return length + 1;
    }
    return 0;
}

std::optional<Error> checkText(const FieldSpec &field, const Value &value)
{
    const bool lines = field.type == FieldType::LongText;
    const std::uint32_t most = field.maxLength != 0 ? field.maxLength : (lines ? textLength : lineLength);
    std::int64_t length = 0;
    if (const qsizetype position = firstRefused(value.text(), lines, length); position > 0)
        return fieldError(text::textUnprintable, field, {QString::number(position)});
    if (length > most)
        return fieldError(text::textTooLong, field, {QString::number(length), QString::number(most)});
    return std::nullopt;
}

QString shownLimit(const FieldSpec &field, std::int64_t limit)
{
    if (field.type == FieldType::Day)
        return Day{static_cast<std::int32_t>(limit)}.toIso();
    if (field.type == FieldType::Instant)
        return Instant{limit}.localDay().toIso();
    if (field.type == FieldType::Money)
        return QString::number(limit / 100);
    return QString::number(limit);
}

std::optional<Error> checkRange(const FieldSpec &field, const Value &value)
{
    std::int64_t low = field.minimum;
    std::int64_t high = field.maximum;
    if (field.check == Check::Year) {
        low = 1900;
        high = 2200;
    } else if (field.type == FieldType::Day) {
        low = std::max(low, firstSensibleDay);
        high = std::min(high, lastSensibleDay);
    } else if (field.type == FieldType::Instant) {
        low = std::max(low, firstSensibleDay * dayMs - Instant::localOffsetMs);
        high = std::min(high, (lastSensibleDay + 1) * dayMs - Instant::localOffsetMs - 1);
    }
    if (value.number() >= low && value.number() <= high)
        return std::nullopt;
    return fieldError(text::numberOutOfRange, field, {shownLimit(field, low), shownLimit(field, high)});
}

bool isInFuture(const FieldSpec &field, const Value &value, Day today)
{
    const Day day = field.type == FieldType::Instant ? Instant{value.number()}.localDay()
                                                     : Day{static_cast<std::int32_t>(value.number())};
    return day > today;
}

// Whether doubts are wanted too, or only what keeps a row from being saved.
enum class Ask { Everything, WhatBlocks };

void checkCodes(const FieldSpec &field, const Value &value, const RuleBook &rules, Day today, std::vector<Finding> &findings)
{
    const QLatin1String listId(field.codeList);
    if (listId == QLatin1String("@office")) {
        if (!rules.offices().find(value.text()))
            findings.push_back({&field, fieldError(text::codeUnknown, field), true});
        return;
    }
    const CodeList *list = rules.codes().list(listId);
    const auto isKnown = [&](const QString &code) {
        const CodeValue *known = list ? list->find(code) : nullptr;
        if (!known)
            findings.push_back({&field, fieldError(text::codeUnknown, field), true});
        else if (!known->inForce(today))
            findings.push_back({&field, fieldError(text::codeNotInForce, field), false});
        return known != nullptr;
    };
    if (field.type == FieldType::Code) {
        isKnown(value.text());
        return;
    }
    const QStringList codes = value.codes();
    if (Value(codes) != value)
        findings.push_back({&field, fieldError(text::valueOfWrongType, field), true});
    static_cast<void>(std::all_of(codes.begin(), codes.end(), isKnown));
}

// Doubts about numbers never stop anybody: the person is standing at the counter.
void checkNumber(const Record &record, const FieldSpec &field, const Value &value, const RuleBook &rules, Day today,
                 std::vector<Finding> &findings)
{
    if (field.check == Check::Phone) {
        if (const auto phone = checkPhone(value.text()); !phone)
            findings.push_back({&field, phone.error(), false});
        return;
    }
    const QString kind = field.pair ? record.value(*field.pair).text() : QString();
    if (kind.isEmpty()) {
        findings.push_back({&field, fieldError(text::numberWithoutKind, field), false});
        return;
    }
    if (const auto number = checkIdentifier(kind, value.text(), today, rules.codes()); !number)
        findings.push_back({&field, number.error(), false});
}

void checkFilled(const Record &record, const FieldSpec &field, const Value &value, const RuleBook &rules, Day today, Ask ask,
                 std::vector<Finding> &findings)
{
    std::optional<Error> error;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: error = checkText(field, value); break;
    case FieldType::Code:
    case FieldType::CodeSet: checkCodes(field, value, rules, today, findings); return;
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Day:
    case FieldType::Instant:
        error = checkRange(field, value);
        if (!error && field.check == Check::NotFuture && isInFuture(field, value, today))
            error = fieldError(text::dayInFuture, field);
        break;
    case FieldType::Blob: {
        const std::int64_t most = field.maxLength != 0 ? field.maxLength : blobLength;
        if (value.bytes().size() > most)
            error = fieldError(text::bytesTooLong, field, {QString::number(value.bytes().size()), QString::number(most)});
        break;
    }
    case FieldType::Ref:
        if (readValue<RecordId>(value)->isNull())
            error = fieldError(text::valueOfWrongType, field);
        break;
    case FieldType::Bool: break;
    }
    if (error)
        findings.push_back({&field, *error, true});
    else if (ask == Ask::Everything
             && (field.check == Check::Identity || field.check == Check::Organisation || field.check == Check::Phone))
        checkNumber(record, field, value, rules, today, findings);
}

void checkField(const Record &record, const FieldSpec &field, const RuleBook &rules, Day today, Ask ask,
                std::vector<Finding> &findings)
{
    if (field.derived)
        return;
    const Value value = record.value(field);
    if (value.isNull()) {
        if (field.required && isShown(record, field))
            findings.push_back({&field, fieldError(text::valueMissing, field), true});
    } else if (!fitsType(field, value)) {
        findings.push_back({&field, fieldError(text::valueOfWrongType, field), true});
    } else {
        checkFilled(record, field, value, rules, today, ask, findings);
    }
}

std::vector<Finding> findingsIn(const Record &record, const RuleBook &rules, Day today, Ask ask)
{
    std::vector<Finding> findings;
    for (const FieldSpec *field : record.spec().fields)
        checkField(record, *field, rules, today, ask, findings);
    if (record.spec().check)
        record.spec().check(record, rules, today, findings);
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding &a, const Finding &b) { return a.field->id < b.field->id; });
    return findings;
}
} // namespace

std::vector<Finding> validate(const Record &record, const RuleBook &rules, Day today)
{
    return findingsIn(record, rules, today, Ask::Everything);
}

std::vector<Finding> whatBlocks(const Record &record, const RuleBook &rules, Day today)
{
    std::vector<Finding> findings = findingsIn(record, rules, today, Ask::WhatBlocks);
    std::erase_if(findings, [](const Finding &finding) { return !finding.blocks; });
    return findings;
}

std::vector<Finding> validateField(const Record &record, const FieldSpec &field, const RuleBook &rules, Day today)
{
    std::vector<Finding> findings;
    checkField(record, field, rules, today, Ask::Everything, findings);
    return findings;
}

} // namespace yizhan
