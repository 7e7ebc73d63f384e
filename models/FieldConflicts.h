// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields of a case two people changed at once: what forms and the summary mark.
#pragma once

#include "records/Record.h"

#include <vector>

namespace yizhan {

// Any thread. One open conflict about values of a row.
struct FieldConflict {
    RecordId conflict;
    RecordId row;
    std::vector<const FieldSpec *> fields; // that came late
};

// Of the conflict records of a case those that wait for a person, oldest first; without those about whole rows.
std::vector<FieldConflict> openFieldConflicts(std::vector<const Record *> conflicts);
// The oldest one about this field; null id if there is none.
RecordId conflictAbout(const std::vector<FieldConflict> &open, const RecordId &row, const FieldSpec &field);

} // namespace yizhan
