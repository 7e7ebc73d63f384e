// SPDX-License-Identifier: GPL-3.0-or-later
// What the lawyer did in a legal-aid case, step by step; the first entry shows that work has begun.
#pragma once

#include "records/kinds/Common.h"

namespace yizhan::workLog {

inline constexpr const char *sectionWork = QT_TRANSLATE_NOOP("Section", "Work");

inline constexpr auto doneAt = instantField(1, "done_at", QT_TRANSLATE_NOOP("Field", "At")).checked(Check::NotFuture).mandatory().rowColumn(8, true).in(sectionWork).titled("时间");
inline constexpr auto kind = codeField(2, "work_kind", QT_TRANSLATE_NOOP("Field", "What"), "work_kind").mandatory().rowColumn(6, true).in(sectionWork).titled("工作内容|内容");
inline constexpr auto minutes = integerField(3, "minutes", QT_TRANSLATE_NOOP("Field", "Minutes")).range(1, 10'000).rowColumn(4, true).in(sectionWork).titled("时长（分钟）");
inline constexpr auto note = longTextField(4, "note", QT_TRANSLATE_NOOP("Field", "Note")).max(5000).searched(SearchAs::Text).rowColumn(16, true).in(sectionWork).titled("记事");
inline constexpr auto person = refField(5, "person_id", QT_TRANSLATE_NOOP("Field", "Done by"), Kind::Staff).rowColumn(5).in(sectionWork).titled("经办人");
inline constexpr auto attachment = refField(6, "attachment_id", QT_TRANSLATE_NOOP("Field", "Paper"), Kind::Attachment).in(sectionWork);
inline constexpr auto told = codeSetField(7, "told", QT_TRANSLATE_NOOP("Field", "Reported to"), "report_to").when(kind, "REPORT").in(sectionWork);

extern const RecordSpec spec;

} // namespace yizhan::workLog
