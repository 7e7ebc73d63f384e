// SPDX-License-Identifier: GPL-3.0-or-later
// The declaration of a record kind: its fields, where it hangs, its life cycles; and the registry of all kinds.
#pragma once

#include "records/FieldSpec.h"

#include <QStringView>
#include <array>
#include <span>
#include <vector>

namespace yizhan {

class Record;
class RuleBook;
struct CaseFile;
struct Finding;
struct LifeCycle;

struct RecordSpec {
    Kind kind = Kind::None;
    const char *name = "";                          // as people spell it on the command line: "legal-aid"
    const char *table = "";                         // as the store spells it: "legal_aid"
    const char *label = "";                         // QT_TRANSLATE_NOOP("Kind", ...), singular
    std::span<const FieldSpec *const> fields{};     // ascending by id
    std::span<const Kind> parents{};                // kinds it may hang on; empty = a root
    std::span<const LifeCycle *const> lifeCycles{}; // the first governs `status`; empty = none
    const FieldSpec *title = nullptr;               // what names a record to people (case number, name)
    const FieldSpec *defaultSort = nullptr;         // list order, newest first; null = created_at
    bool docket = false;                            // has a docket pane and a list index
    bool district = false;                          // belongs to the district (office directory, users), not to one office
    bool appendOnly = false;                        // rows are added, never changed: cannot conflict
    std::uint8_t since = 1; // schema version (records/Declaration.h) of the first release that knows the kind
    // Fills the derived fields that only this kind knows (sums, roll-ups); called by deriveCase after the shared ones. `record`
    // is a row of `file`. null = none.
    void (*derive)(const CaseFile &file, Record &record, const RuleBook &rules) = nullptr;
    // Adds findings about fields that only make sense together; called by validate() after the fields. null = none.
    void (*check)(const Record &record, const RuleBook &rules, Day today, std::vector<Finding> &findings) = nullptr;

    bool isRoot() const { return parents.empty(); }
    // Position of the field in `fields`, -1 if it is not one of this kind's. System fields (system::) have none.
    int indexOf(const FieldSpec &field) const;
    int indexOfId(std::uint16_t fieldId) const;
    const FieldSpec *field(QStringView fieldName) const; // own or system field by name; null if unknown
};

// Every kind, ascending by number. Any thread.
std::span<const RecordSpec *const> allSpecs();
const RecordSpec *specOf(Kind kind);           // null only for Kind::None and unknown numbers
const RecordSpec *specNamed(QStringView name); // "legal-aid"; null if unknown

// What every row has besides the declared fields; usable in queries and as list columns. Ids from 1000.
namespace system {
inline constexpr std::uint16_t firstId = 1000;
inline constexpr auto office = codeField(1000, "office", QT_TRANSLATE_NOOP("Field", "Office"), "@office").column(6);
inline constexpr auto createdAt = instantField(1001, "created_at", QT_TRANSLATE_NOOP("Field", "Created")).column(8, false);
inline constexpr auto createdBy = refField(1002, "created_by", QT_TRANSLATE_NOOP("Field", "Created by"), Kind::User);
inline constexpr auto updatedAt = instantField(1003, "updated_at", QT_TRANSLATE_NOOP("Field", "Last change")).column(8, false);
inline constexpr auto updatedBy = refField(1004, "updated_by", QT_TRANSLATE_NOOP("Field", "Changed by"), Kind::User);
inline constexpr auto withdrawn = boolField(1005, "withdrawn", QT_TRANSLATE_NOOP("Field", "Withdrawn"));
inline constexpr auto unsent = boolField(1006, "unsent", QT_TRANSLATE_NOOP("Field", "Not sent yet")).computed();
inline constexpr const FieldSpec *fields[] = {&office, &createdAt, &createdBy, &updatedAt, &updatedBy, &withdrawn, &unsent};
} // namespace system

} // namespace yizhan
