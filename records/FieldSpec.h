// SPDX-License-Identifier: GPL-3.0-or-later
// The declaration of a field: one constexpr object from which column, wire form, list column, search, validation,
// redaction, import title and label are all read.
#pragma once

#include "records/Kind.h"
#include "records/Value.h"

#include <QtGlobal>
#include <limits>

namespace yizhan {

// What the search table makes of a field's text.
enum class SearchAs : std::uint8_t {
    None,
    Name,       // every substring, pinyin and initials (with surname readings)
    Text,       // every substring
    Identity,   // tail of an identity number, from three characters
    Phone,      // tail of a phone number, from three digits
    CaseNumber  // whole, parts, year and serial; half and full width alike
};

// What happens when two people changed the same merge group: the standing value stays and the late one becomes a conflict
// (Settle), or the values are combined without a person.
enum class MergePolicy : std::uint8_t { Settle, Union, Maximum, Append };

// Personal Information Protection Law art 28 and the product's levels; L3 and up never reach a log, L4 and up ask for a reason.
enum class Sensitivity : std::uint8_t { Public = 1, Internal = 2, Personal = 3, Sensitive = 4, Sealed = 5 };

// How a field is shown where full data is not called for (standards: first 3 + last 4, surname + *, to the town).
enum class Mask : std::uint8_t { None, Identity, Phone, Name, Address };

// Checks beyond type, length and range.
enum class Check : std::uint8_t {
    None,
    Identity,     // by the document kind in `pair`
    Organisation, // by the identifier kind in `pair`
    Phone,
    NotFuture,    // a day or instant that cannot lie ahead
    Year          // 1900..2200
};

struct FieldSpec {
    std::uint16_t id = 0;        // number on the wire, 1..899 of the kind's own, 900.. shared (common::); never reused
    const char *name = "";       // column and JSON name, snake_case
    const char *label = "";      // QT_TRANSLATE_NOOP("Field", ...)
    FieldType type = FieldType::Text;
    const char *codeList = "";   // Code, CodeSet: id of the list in resources/codes
    Kind target = Kind::None;    // Ref: kind of the record it names
    std::uint32_t maxLength = 0; // Text, LongText: characters (code points); 0 = 200 for Text, 20000 for LongText
    std::int64_t minimum = std::numeric_limits<std::int64_t>::min(); // numbers, days, instants
    std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
    std::uint8_t group = 0;      // merge group within the kind; 0 = a group of its own
    MergePolicy merge = MergePolicy::Settle;
    Sensitivity sensitivity = Sensitivity::Internal;
    Mask mask = Mask::None;
    SearchAs search = SearchAs::None;
    Check check = Check::None;
    const FieldSpec *pair = nullptr;      // the field that `check` needs
    const FieldSpec *shownWhen = nullptr; // the form shows this field only if that one holds ...
    const char *shownCodes = "";          // ... one of these codes (separated by blanks)
    const char *section = "";             // heading in the form, QT_TRANSLATE_NOOP("Section", ...)
    const char *hint = "";                // one line of help, QT_TRANSLATE_NOOP("Hint", ...)
    const char *importTitles = "";        // column titles of old registers, separated by '|'
    std::uint8_t columnWidth = 0;         // default width of the list column in Chinese characters; 0 = no list column
    bool columnShown = false;             // shown in the list until the user chooses otherwise
    bool indexed = false;                 // in the list index: sortable and filterable at a million rows
    bool required = false;                // a record cannot be saved without it
    bool derived = false;                 // computed by the store, never sent, never typed
    bool byTransition = false;            // set by transitions only, read-only in forms
    std::uint8_t since = 1;               // schema version (records/Declaration.h) of the first release that knows it

    bool isPersonal() const { return sensitivity >= Sensitivity::Personal; }
};

// A field with its C++ type. The modifiers are for declarations: Field<QString>(1, "case_no", "Case number").max(40)...
template <class T> struct Field : FieldSpec {
    using Type = T;
    constexpr Field() = default;
    constexpr Field(std::uint16_t fieldId, const char *fieldName, const char *fieldLabel, FieldType fieldType)
    {
        id = fieldId;
        name = fieldName;
        label = fieldLabel;
        type = fieldType;
    }
    constexpr Field max(std::uint32_t characters) const { Field f = *this; f.maxLength = characters; return f; }
    constexpr Field range(std::int64_t low, std::int64_t high) const { Field f = *this; f.minimum = low; f.maximum = high; return f; }
    constexpr Field groupedAs(std::uint8_t mergeGroup) const { Field f = *this; f.group = mergeGroup; return f; }
    constexpr Field merged(MergePolicy policy) const { Field f = *this; f.merge = policy; return f; }
    constexpr Field level(Sensitivity s, Mask m = Mask::None) const { Field f = *this; f.sensitivity = s; f.mask = m; return f; }
    constexpr Field searched(SearchAs as) const { Field f = *this; f.search = as; return f; }
    constexpr Field checked(Check c, const FieldSpec *other = nullptr) const { Field f = *this; f.check = c; f.pair = other; return f; }
    constexpr Field when(const FieldSpec &other, const char *theCodes) const { Field f = *this; f.shownWhen = &other; f.shownCodes = theCodes; return f; }
    constexpr Field in(const char *heading) const { Field f = *this; f.section = heading; return f; }
    constexpr Field hinted(const char *text) const { Field f = *this; f.hint = text; return f; }
    constexpr Field titled(const char *titles) const { Field f = *this; f.importTitles = titles; return f; }
    // In the list index and offered as a column; `shown` = visible by default. Width in Chinese characters.
    constexpr Field column(std::uint8_t width, bool shown = true) const { Field f = *this; f.columnWidth = width; f.columnShown = shown; f.indexed = true; return f; }
    // A column that is read from the row, not from the list index (long texts, rare wishes).
    constexpr Field rowColumn(std::uint8_t width, bool shown = false) const { Field f = *this; f.columnWidth = width; f.columnShown = shown; return f; }
    // In the index without being offered as a column.
    constexpr Field inIndex() const { Field f = *this; f.indexed = true; return f; }
    constexpr Field mandatory() const { Field f = *this; f.required = true; return f; }
    constexpr Field computed() const { Field f = *this; f.derived = true; return f; }
    constexpr Field setByTransition() const { Field f = *this; f.byTransition = true; return f; }
    constexpr Field cameWith(std::uint8_t schema) const { Field f = *this; f.since = schema; return f; }
};

// The makers: one a type.
constexpr Field<QString> textField(std::uint16_t id, const char *name, const char *label) { return {id, name, label, FieldType::Text}; }
constexpr Field<QString> longTextField(std::uint16_t id, const char *name, const char *label) { return {id, name, label, FieldType::LongText}; }
constexpr Field<bool> boolField(std::uint16_t id, const char *name, const char *label) { return {id, name, label, FieldType::Bool}; }
constexpr Field<std::int64_t> integerField(std::uint16_t id, const char *name, const char *label) { return {id, name, label, FieldType::Integer}; }
constexpr Field<Money> moneyField(std::uint16_t id, const char *name, const char *label)
{
    // 14 digits before the point are more than any register holds and stay exact in every program that reads an export
    return Field<Money>(id, name, label, FieldType::Money).range(0, 99'999'999'999'999);
}
constexpr Field<Day> dayField(std::uint16_t id, const char *name, const char *label) { return {id, name, label, FieldType::Day}; }
constexpr Field<Instant> instantField(std::uint16_t id, const char *name, const char *label) { return {id, name, label, FieldType::Instant}; }
constexpr Field<QByteArray> blobField(std::uint16_t id, const char *name, const char *label) { return {id, name, label, FieldType::Blob}; }
constexpr Field<QString> codeField(std::uint16_t id, const char *name, const char *label, const char *list)
{
    Field<QString> f{id, name, label, FieldType::Code};
    f.codeList = list;
    return f;
}
constexpr Field<QStringList> codeSetField(std::uint16_t id, const char *name, const char *label, const char *list)
{
    Field<QStringList> f{id, name, label, FieldType::CodeSet};
    f.codeList = list;
    f.merge = MergePolicy::Union;
    return f;
}
constexpr Field<RecordId> refField(std::uint16_t id, const char *name, const char *label, Kind target)
{
    Field<RecordId> f{id, name, label, FieldType::Ref};
    f.target = target;
    return f;
}

} // namespace yizhan
