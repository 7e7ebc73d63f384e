// SPDX-License-Identifier: GPL-3.0-or-later
// Who was assigned to a legal-aid case, from when to when; a change of person is a new row.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::assignment {

inline constexpr const char *sectionAssignment = QT_TRANSLATE_NOOP("Section", "Assignment");
inline constexpr const char *sectionEngagement = QT_TRANSLATE_NOOP("Section", "Engagement");
inline constexpr std::uint8_t personGroup = 1;
inline constexpr std::uint8_t endGroup = 2;

inline constexpr auto number = textField(1, "number", QT_TRANSLATE_NOOP("Field", "Assignment number")).max(60).searched(SearchAs::CaseNumber).setByTransition().column(8)
    .in(sectionAssignment).titled("指派号|指派函号");
inline constexpr auto firm = textField(2, "firm", QT_TRANSLATE_NOOP("Field", "Firm")).max(120).mandatory().groupedAs(personGroup).searched(SearchAs::Text).column(8)
    .in(sectionAssignment).titled("承办单位|律师事务所");
inline constexpr auto staff = refField(3, "staff_id", QT_TRANSLATE_NOOP("Field", "Person of the directory"), Kind::Staff).groupedAs(personGroup).in(sectionAssignment);
inline constexpr auto person = textField(4, "person", QT_TRANSLATE_NOOP("Field", "Assigned person")).max(60).mandatory().groupedAs(personGroup).searched(SearchAs::Name).column(5)
    .in(sectionAssignment).titled("承办人|承办律师|法律援助人员");
inline constexpr auto licenceNo = textField(5, "licence_no", QT_TRANSLATE_NOOP("Field", "Licence number")).max(30).groupedAs(personGroup).in(sectionAssignment).titled("执业证号");
inline constexpr auto years = integerField(6, "years", QT_TRANSLATE_NOOP("Field", "Years of criminal defence")).range(0, 70).groupedAs(personGroup).in(sectionAssignment)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Possible life imprisonment or death, and death-penalty review: three years at least (Legal Aid Law art. 26)."));
inline constexpr auto minorsOk = boolField(7, "minors_ok", QT_TRANSLATE_NOOP("Field", "Familiar with minors")).groupedAs(personGroup).in(sectionAssignment);
inline constexpr auto phone = textField(8, "phone", QT_TRANSLATE_NOOP("Field", "Phone")).max(30).groupedAs(personGroup).level(Sensitivity::Personal, Mask::Phone).checked(Check::Phone).in(sectionAssignment);
inline constexpr auto assignedOn = dayField(9, "assigned_on", QT_TRANSLATE_NOOP("Field", "Assigned on")).checked(Check::NotFuture).column(6).in(sectionAssignment).titled("指派日期");
inline constexpr auto engagedOn = dayField(10, "engaged_on", QT_TRANSLATE_NOOP("Field", "Engagement signed on")).checked(Check::NotFuture).column(6).in(sectionEngagement).titled("签约日期");
inline constexpr auto notSignedReason = textField(11, "not_signed_reason", QT_TRANSLATE_NOOP("Field", "Not signed because")).max(200).in(sectionEngagement);
inline constexpr auto endedOn = dayField(12, "ended_on", QT_TRANSLATE_NOOP("Field", "Ended on")).groupedAs(endGroup).in(sectionEngagement);
inline constexpr auto endReason = textField(13, "end_reason", QT_TRANSLATE_NOOP("Field", "Ended because")).max(200).groupedAs(endGroup).in(sectionEngagement);
inline constexpr auto conflictFree = boolField(14, "conflict_free", QT_TRANSLATE_NOOP("Field", "No conflict of interest")).groupedAs(personGroup).in(sectionAssignment)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Not on the other side of this or a linked case, and not its mediator."));
inline constexpr auto available = boolField(15, "available", QT_TRANSLATE_NOOP("Field", "Not on leave")).groupedAs(personGroup).in(sectionAssignment);

extern const RecordSpec spec;

} // namespace yizhan::assignment
