// SPDX-License-Identifier: GPL-3.0-or-later
// Computes what is never typed and never sent: due dates of timers, the nearest date of a case, names for the list.
#pragma once

#include "records/Record.h"

namespace yizhan {

class RuleBook;

// Recomputes every derived field of the case and answers the ids of rows whose derived values changed. `today` decides
// states that depend on the day; the stored columns are day-independent except where a pause is open. Any thread.
std::vector<RecordId> deriveCase(CaseFile &file, const RuleBook &rules, Instant now);

} // namespace yizhan
