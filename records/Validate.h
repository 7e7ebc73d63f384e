// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the values of a record against its declaration: type, length, range, code lists, identifiers.
#pragma once

#include "base/Result.h"
#include "records/Record.h"

#include <vector>

namespace yizhan {

class RuleBook;

struct Finding {
    const FieldSpec *field = nullptr;
    Error error;
    bool blocks = true; // false = a doubt that may be saved ("to be verified"): identifiers of people who are standing there
};

// Findings in the order of the fields; empty = fine. Length in code points; lone surrogates and control characters other
// than line breaks and tabs are refused. Any thread.
std::vector<Finding> validate(const Record &record, const RuleBook &rules, Day today);
// Those of them that block. Doubts about numbers of people, firms and telephones, which never do, cost the most: they are not
// looked for.
std::vector<Finding> whatBlocks(const Record &record, const RuleBook &rules, Day today);
// Computed fields are never checked. A field that the form hides (FieldSpec::shownWhen) may be empty even if it is required.
std::vector<Finding> validateField(const Record &record, const FieldSpec &field, const RuleBook &rules, Day today);
// Whether the form shows the field now: always, or as long as its condition holds.
bool isShown(const Record &record, const FieldSpec &field);
// An error about one field: details are its name, its label in the program's language, then `more`.
Error fieldError(const ErrorText &text, const FieldSpec &field, const QStringList &more = {});

// What typing means: trims, half-width digits and letters in identifiers and phones, NFC, code sets sorted. For every
// value that enters by a form, the command line or an import: codes by code or by label, offices by id or name, days as
// 2026-01-31, 2026/1/31, 2026年1月31日 or 20260131, times with or without seconds. Nothing typed = no value.
// Error: Constraint when the text cannot be such a value. Length, range and identifiers are validateField's business.
Result<Value> parseField(const FieldSpec &field, const QString &typed, const RuleBook &rules);
// The value as people read it: code labels in `language` ("zh" or "en"), yuan, local dates. `masked` applies the mask; of a
// personal day only the year stays. References and bytes have no text: empty (the store knows the titles).
QString displayField(const FieldSpec &field, const Value &value, const RuleBook &rules, const QString &language, bool masked);
// Identity and phone: first 3 and last 4 stay; names: the first character of each; addresses: to the town. Texts of several
// names ("、", "/" and blanks between them) are masked name by name. Never longer than the text.
QString maskText(Mask mask, const QString &text);
// By the mask of the field; a sensitive text without one is hidden whole.
QString maskedText(const FieldSpec &field, const QString &text);

} // namespace yizhan
