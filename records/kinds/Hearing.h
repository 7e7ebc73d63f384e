// SPDX-License-Identifier: GPL-3.0-or-later
// A hearing in a legal-aid case: when and where, so that nobody misses it, and what came of it.
#pragma once

#include "records/kinds/Common.h"

namespace yizhan {
struct LifeCycle;
}

namespace yizhan::hearing {

inline constexpr const char *sectionHearing = QT_TRANSLATE_NOOP("Section", "Hearing");
inline constexpr std::uint8_t statusGroup = 1;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "Status"), "hearing_status").groupedAs(statusGroup).setByTransition().rowColumn(5, true).in(sectionHearing).titled("状态");
inline constexpr auto heldAt = instantField(2, "held_at", QT_TRANSLATE_NOOP("Field", "At")).groupedAs(statusGroup).mandatory().rowColumn(8, true).in(sectionHearing).titled("开庭时间");
inline constexpr auto court = textField(3, "court", QT_TRANSLATE_NOOP("Field", "Court or tribunal")).max(100).rowColumn(10, true).in(sectionHearing).titled("法院|仲裁机构");
inline constexpr auto room = textField(4, "room", QT_TRANSLATE_NOOP("Field", "Room")).max(60).rowColumn(6, true).in(sectionHearing).titled("法庭");
inline constexpr auto attendedBy = refField(5, "attended_by", QT_TRANSLATE_NOOP("Field", "Attended by"), Kind::Staff).in(sectionHearing);
inline constexpr auto result = longTextField(6, "result", QT_TRANSLATE_NOOP("Field", "Result")).max(2000).groupedAs(statusGroup).rowColumn(12).in(sectionHearing).titled("结果");

extern const LifeCycle lifeCycle;
extern const RecordSpec spec;

} // namespace yizhan::hearing
