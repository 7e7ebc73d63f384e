// SPDX-License-Identifier: GPL-3.0-or-later
// Something to be done in a case by somebody until a day: set by a step, or by hand.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::task {

inline constexpr const char *sectionTask = QT_TRANSLATE_NOOP("Section", "Task");
inline constexpr std::uint8_t statusGroup = 1;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "State"), "task_status").groupedAs(statusGroup).setByTransition().column(4).in(sectionTask).titled("状态");
inline constexpr auto subject = textField(2, "subject", QT_TRANSLATE_NOOP("Field", "To do")).max(120).mandatory().searched(SearchAs::Text).column(12).in(sectionTask).titled("事项");
inline constexpr auto text = longTextField(3, "text", QT_TRANSLATE_NOOP("Field", "Details")).max(2000).in(sectionTask);
inline constexpr auto dueOn = dayField(4, "due_on", QT_TRANSLATE_NOOP("Field", "Until")).column(6).in(sectionTask).titled("期限");
inline constexpr auto assignee = refField(5, "assignee_id", QT_TRANSLATE_NOOP("Field", "Done by"), Kind::Staff).column(5).in(sectionTask).titled("责任人");
// What the task is about, where that is a child of the case (a term of an agreement, a hearing).
inline constexpr auto about = blobField(6, "about_id", QT_TRANSLATE_NOOP("Field", "About")).setByTransition();
inline constexpr auto doneOn = dayField(7, "done_on", QT_TRANSLATE_NOOP("Field", "Done on")).checked(Check::NotFuture).groupedAs(statusGroup).setByTransition().column(6, false).in(sectionTask).titled("完成日期");
inline constexpr auto doneBy = refField(8, "done_by", QT_TRANSLATE_NOOP("Field", "Ticked off by"), Kind::User).groupedAs(statusGroup).setByTransition().in(sectionTask);
inline constexpr auto dropReason = textField(9, "drop_reason", QT_TRANSLATE_NOOP("Field", "Dropped because")).max(200).groupedAs(statusGroup).in(sectionTask);

extern const RecordSpec spec;

} // namespace yizhan::task
