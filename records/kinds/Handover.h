// SPDX-License-Identifier: GPL-3.0-or-later
// A first responder's hand-over slip (GN-01): to whom a matter went, who accepted it, what came back.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::handover {

inline constexpr const char *sectionHandover = QT_TRANSLATE_NOOP("Section", "Hand-over");
inline constexpr const char *sectionFeedback = QT_TRANSLATE_NOOP("Section", "Feedback");
inline constexpr std::uint8_t statusGroup = 1;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "State"), "handover_status").groupedAs(statusGroup).setByTransition().column(5).in(sectionHandover).titled("状态");
inline constexpr auto toUnit = codeField(2, "to_unit", QT_TRANSLATE_NOOP("Field", "To unit"), "@office").column(6).in(sectionHandover).titled("转办单位");
inline constexpr auto toPerson = refField(3, "to_person_id", QT_TRANSLATE_NOOP("Field", "To person"), Kind::Staff).column(5).in(sectionHandover).titled("转办对象");
inline constexpr auto matter = longTextField(4, "matter", QT_TRANSLATE_NOOP("Field", "Matter")).max(1000).level(Sensitivity::Personal).in(sectionHandover).titled("转办事项");
inline constexpr auto papers = longTextField(5, "papers", QT_TRANSLATE_NOOP("Field", "Papers passed on")).max(1000).in(sectionHandover);
inline constexpr auto contact = textField(6, "contact", QT_TRANSLATE_NOOP("Field", "Contact of the visitor")).max(120).level(Sensitivity::Personal, Mask::Phone).in(sectionHandover);
inline constexpr auto sentAt = instantField(7, "sent_at", QT_TRANSLATE_NOOP("Field", "Sent")).groupedAs(statusGroup).setByTransition().column(8).in(sectionHandover).titled("转出时间");
inline constexpr auto acceptedAt = instantField(8, "accepted_at", QT_TRANSLATE_NOOP("Field", "Accepted")).groupedAs(statusGroup).setByTransition().column(8, false).in(sectionHandover).titled("签收时间");
inline constexpr auto acceptedBy = refField(9, "accepted_by", QT_TRANSLATE_NOOP("Field", "Accepted by"), Kind::User).groupedAs(statusGroup).setByTransition().in(sectionHandover);
inline constexpr auto returnedAt = instantField(10, "returned_at", QT_TRANSLATE_NOOP("Field", "Returned")).groupedAs(statusGroup).setByTransition().in(sectionFeedback);
inline constexpr auto returnReason = textField(11, "return_reason", QT_TRANSLATE_NOOP("Field", "Returned because")).max(200).groupedAs(statusGroup).in(sectionFeedback);
inline constexpr auto doneAt = instantField(12, "done_at", QT_TRANSLATE_NOOP("Field", "Done")).groupedAs(statusGroup).setByTransition().in(sectionFeedback);
inline constexpr auto feedback = longTextField(13, "feedback", QT_TRANSLATE_NOOP("Field", "What came of it")).max(5000).level(Sensitivity::Personal).in(sectionFeedback).titled("办理反馈");
inline constexpr auto result = codeField(14, "result", QT_TRANSLATE_NOOP("Field", "Result"), "consult_result").in(sectionFeedback);

extern const RecordSpec spec;

} // namespace yizhan::handover
