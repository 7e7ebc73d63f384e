// SPDX-License-Identifier: GPL-3.0-or-later
// Computes what is never typed and never sent: due dates of timers, the nearest date of a case, names for the list.
#pragma once

#include "records/Record.h"

#include <vector>

namespace yizhan {

class RuleBook;

// Recomputes every derived field of the case and answers the ids of rows whose derived values changed: timers, then what the
// kinds of the children compute, then the root's nearest date and names, then what its kind computes. Nothing stored depends on
// the present day with one exception: the root's date when the nearest clock is paused is what it would be if the pause ended
// today (`now`), marked as paused and provisional. What is due soon or overdue is asked of stateOfTimer().
// A clock that was let pass and that no step of the case can meet any more stays overdue in the case's list of clocks and in
// reports, but is not the date to work towards. person_key is the
// store's and left alone. Any thread; some microseconds a row.
std::vector<RecordId> deriveCase(CaseFile &file, const RuleBook &rules, Instant now);

} // namespace yizhan
