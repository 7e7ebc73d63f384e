// SPDX-License-Identifier: GPL-3.0-or-later
// The due date of a case in one glance: words first, a colour band beside them.
#pragma once

#include "records/Deadline.h"
#include "records/Record.h"

namespace yizhan {

struct DueText {
    QString text;     // "3 days", "1 day late", "today", "paused"; "provisional" is added where the calendar is open
    QString longText; // with the date, for tooltip, summary and screen reader
    ColourBand band = ColourBand::Plain;
};

// Of a root with the derived columns next_due, due_provisional, due_paused; empty for other kinds. GUI thread.
DueText dueText(const Record &root, Day today);
// Of one day.
DueText dueText(Day due, bool provisional, Day today);
// "Thu 26 Nov" is not enough for a clerk: "2026-11-26 (Thu)".
QString dayWithWeekday(Day day);

} // namespace yizhan
