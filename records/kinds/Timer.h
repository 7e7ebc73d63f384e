// SPDX-License-Identifier: GPL-3.0-or-later
// A running clock of the law or the office on one record: when it began, what stopped or prolonged it, when it was met.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::timer {

inline constexpr std::uint8_t startGroup = 1;
inline constexpr std::uint8_t endGroup = 2;
inline constexpr const char *sectionClock = QT_TRANSLATE_NOOP("Section", "Time limit");

inline constexpr auto ruleId = textField(1, "rule_id", QT_TRANSLATE_NOOP("Field", "Time limit")).max(40).mandatory().groupedAs(startGroup)
    .setByTransition().column(10).in(sectionClock);
// The legal event, not the time of typing. The day always; the instant where it is known (hour clocks need it).
inline constexpr auto startOn = dayField(2, "start_on", QT_TRANSLATE_NOOP("Field", "Began on")).mandatory().groupedAs(startGroup)
    .setByTransition().column(6).in(sectionClock);
inline constexpr auto startAt = instantField(3, "start_at", QT_TRANSLATE_NOOP("Field", "Began at")).groupedAs(startGroup).setByTransition().in(sectionClock);
// The event of the rule's outer limit, where it has one.
inline constexpr auto limitOn = dayField(4, "limit_on", QT_TRANSLATE_NOOP("Field", "Outer limit runs from")).groupedAs(startGroup).setByTransition().in(sectionClock);
inline constexpr auto metOn = dayField(5, "met_on", QT_TRANSLATE_NOOP("Field", "Met on")).groupedAs(endGroup).setByTransition().column(6).in(sectionClock);
inline constexpr auto metAt = instantField(6, "met_at", QT_TRANSLATE_NOOP("Field", "Met at")).groupedAs(endGroup).setByTransition().in(sectionClock);
inline constexpr auto cancelledAt = instantField(7, "cancelled_at", QT_TRANSLATE_NOOP("Field", "Cancelled at")).groupedAs(endGroup).setByTransition().in(sectionClock);
inline constexpr auto explanation = longTextField(8, "explanation", QT_TRANSLATE_NOOP("Field", "Why late")).max(2000).in(sectionClock)
    .hinted(QT_TRANSLATE_NOOP("Hint", "An overdue clock needs an explanation; it goes to the monthly report."));

// Derived. Empty while an open pause holds the clock.
inline constexpr auto dueOn = dayField(20, "due_on", QT_TRANSLATE_NOOP("Field", "Due on")).column(6).computed().in(sectionClock);
inline constexpr auto dueAt = instantField(21, "due_at", QT_TRANSLATE_NOOP("Field", "Due at")).computed().in(sectionClock);
inline constexpr auto dueUnrolledOn = dayField(22, "due_unrolled_on", QT_TRANSLATE_NOOP("Field", "Last day before moving")).computed().in(sectionClock);
inline constexpr auto statutoryDueOn = dayField(23, "statutory_due_on", QT_TRANSLATE_NOOP("Field", "Due by law on")).computed().in(sectionClock);
inline constexpr auto provisional = boolField(24, "provisional", QT_TRANSLATE_NOOP("Field", "Date provisional")).computed().in(sectionClock);
inline constexpr auto paused = boolField(25, "paused", QT_TRANSLATE_NOOP("Field", "Paused")).computed().in(sectionClock);
// RUNNING, PAUSED, MET, MET_LATE or CANCELLED: what does not depend on today. stateOfTimer() adds DUE_SOON and OVERDUE.
inline constexpr auto state = codeField(26, "state", QT_TRANSLATE_NOOP("Field", "State"), "timer_state").column(5).computed().in(sectionClock);

extern const RecordSpec spec;

} // namespace yizhan::timer

namespace yizhan::timerPause {

inline constexpr std::uint8_t spanGroup = 1;

// The day of `from` still counts, the day of `to` does not any more.
inline constexpr auto reason = codeField(1, "reason", QT_TRANSLATE_NOOP("Field", "Ground"), "timer_pause_reason").mandatory();
inline constexpr auto fromOn = dayField(2, "from_on", QT_TRANSLATE_NOOP("Field", "From")).mandatory().groupedAs(spanGroup);
inline constexpr auto fromAt = instantField(3, "from_at", QT_TRANSLATE_NOOP("Field", "From the minute")).groupedAs(spanGroup);
inline constexpr auto toOn = dayField(4, "to_on", QT_TRANSLATE_NOOP("Field", "To")).groupedAs(spanGroup);
inline constexpr auto toAt = instantField(5, "to_at", QT_TRANSLATE_NOOP("Field", "To the minute")).groupedAs(spanGroup);
inline constexpr auto paper = refField(6, "document_id", QT_TRANSLATE_NOOP("Field", "Paper"), Kind::Attachment);
inline constexpr auto note = textField(7, "note", QT_TRANSLATE_NOOP("Field", "Remark")).max(200);

extern const RecordSpec spec;

} // namespace yizhan::timerPause

namespace yizhan::timerExtension {

inline constexpr std::uint8_t amountGroup = 1;

inline constexpr auto by = codeField(1, "by", QT_TRANSLATE_NOOP("Field", "Prolonged by"), "extension_by").mandatory();
inline constexpr auto agreedOn = dayField(2, "agreed_on", QT_TRANSLATE_NOOP("Field", "Agreed or decided on")).mandatory().checked(Check::NotFuture);
inline constexpr auto persons = textField(3, "persons", QT_TRANSLATE_NOOP("Field", "Who agreed")).max(200).level(Sensitivity::Personal, Mask::Name);
inline constexpr auto amount = integerField(4, "amount", QT_TRANSLATE_NOOP("Field", "Longer by")).range(1, 3650).groupedAs(amountGroup)
    .hinted(QT_TRANSLATE_NOOP("Hint", "In the unit of the time limit: days, working days or months. Leave empty when a new last day was fixed."));
inline constexpr auto newDate = dayField(5, "new_date", QT_TRANSLATE_NOOP("Field", "New last day")).groupedAs(amountGroup);
inline constexpr auto paper = refField(6, "document_id", QT_TRANSLATE_NOOP("Field", "Paper"), Kind::Attachment);

extern const RecordSpec spec;

} // namespace yizhan::timerExtension
