// SPDX-License-Identifier: GPL-3.0-or-later
// Timers of a case as the deadline rules see them: facts from the rows, due dates, states, what may be added to one.
#pragma once

#include "records/Deadline.h"
#include "records/Record.h"

namespace yizhan {

class RuleBook;

// Neither met nor cancelled.
bool isOpenTimer(const Record &timer);
// Still running for its own reason: its rule is a duty (RuleKind Hard or Soft), not information or a trigger.
bool isDuty(const Record &timer, const RuleBook &rules);

// Start, pauses, prolongations of a row of kind Timer, from it and its children in the case. Any thread, like all here.
ClockFacts factsOfTimer(const CaseFile &file, const Record &timer);
// Errors: NotFound (RC-44: the rule is gone), and those of computeDue. With `today` an open pause is projected.
Result<DueDate> dueOfTimer(const CaseFile &file, const Record &timer, const RuleBook &rules,
                           std::optional<Day> today = std::nullopt);
// With DUE_SOON and OVERDUE, which the stored state leaves out. A timer whose rule is gone runs or is over, no more is known.
TimerState stateOfTimer(const CaseFile &file, const Record &timer, const RuleBook &rules, Instant now);
std::optional<Moment> metMoment(const Record &timer);

// Whether this TimerPause or TimerExtension may stand under its timer: the rule knows the ground; the prolongation is allowed,
// in time, within the cap and papered (checkExtension). `child` may or may not be in the file already. Errors: Rejected,
// Constraint.
Outcome checkClockChild(const CaseFile &file, const Record &child, const RuleBook &rules, Day today);

} // namespace yizhan
