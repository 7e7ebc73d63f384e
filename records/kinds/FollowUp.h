// SPDX-License-Identifier: GPL-3.0-or-later
// A visit or call after the case: is the agreement performed, is the person satisfied.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::followUp {

inline constexpr const char *sectionFollowUp = QT_TRANSLATE_NOOP("Section", "Follow-up");

inline constexpr auto at = instantField(1, "at", QT_TRANSLATE_NOOP("Field", "Time")).mandatory().checked(Check::NotFuture).column(8).in(sectionFollowUp).titled("回访时间");
inline constexpr auto by = refField(2, "by_id", QT_TRANSLATE_NOOP("Field", "Made by"), Kind::Staff).column(5).in(sectionFollowUp).titled("回访人");
inline constexpr auto mode = codeField(3, "mode", QT_TRANSLATE_NOOP("Field", "Manner"), "session_mode").mandatory().column(4).in(sectionFollowUp).titled("回访方式");
inline constexpr auto whom = textField(4, "whom", QT_TRANSLATE_NOOP("Field", "Person asked")).max(120).level(Sensitivity::Personal, Mask::Name)
    .in(sectionFollowUp).titled("回访对象");
inline constexpr auto performance = codeField(5, "performance", QT_TRANSLATE_NOOP("Field", "Performance found"), "mediation_perform_status").column(5)
    .in(sectionFollowUp).titled("履行情况");
inline constexpr auto satisfaction = codeField(6, "satisfaction", QT_TRANSLATE_NOOP("Field", "Satisfaction"), "satisfaction").column(5).in(sectionFollowUp).titled("满意度");
inline constexpr auto note = longTextField(7, "note", QT_TRANSLATE_NOOP("Field", "What was said")).max(2000).level(Sensitivity::Personal).in(sectionFollowUp).titled("回访情况");
inline constexpr auto settled = boolField(8, "settled", QT_TRANSLATE_NOOP("Field", "Nothing left to do")).in(sectionFollowUp);
inline constexpr auto agreement = refField(9, "agreement_id", QT_TRANSLATE_NOOP("Field", "Agreement"), Kind::Agreement).in(sectionFollowUp);
inline constexpr auto nextOn = dayField(10, "next_on", QT_TRANSLATE_NOOP("Field", "Again on")).in(sectionFollowUp);

extern const RecordSpec spec;

} // namespace yizhan::followUp
