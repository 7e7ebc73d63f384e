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
std::vector<Finding> validateField(const Record &record, const FieldSpec &field, const RuleBook &rules, Day today);

// What typing means: trims, half-width digits and letters in identifiers and phones, NFC, code sets sorted. For every
// value that enters by a form, the command line or an import. Error: Constraint when the text cannot be such a value.
Result<Value> parseField(const FieldSpec &field, const QString &typed, const RuleBook &rules);
// The value as people read it: code labels in `language` ("zh" or "en"), yuan, local dates. `masked` applies the mask.
QString displayField(const FieldSpec &field, const Value &value, const RuleBook &rules, const QString &language, bool masked);
QString maskText(Mask mask, const QString &text);

} // namespace yizhan
