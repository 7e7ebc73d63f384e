// SPDX-License-Identifier: GPL-3.0-or-later
// An objection to the refusal or the termination of legal aid, decided by the bureau (法律援助法 art 49).
#pragma once

#include "records/kinds/Common.h"

namespace yizhan {
struct LifeCycle;
}

namespace yizhan::objection {

inline constexpr const char *sectionObjection = QT_TRANSLATE_NOOP("Section", "Objection");
inline constexpr std::uint8_t decisionGroup = 1;

inline constexpr auto result = codeField(1, "result", QT_TRANSLATE_NOOP("Field", "Result"), "objection_result").groupedAs(decisionGroup).setByTransition().rowColumn(6, true).in(sectionObjection).titled("结果");
inline constexpr auto against = codeField(2, "against", QT_TRANSLATE_NOOP("Field", "Against"), "objection_against").rowColumn(6, true).in(sectionObjection).titled("异议对象");
inline constexpr auto objector = refField(3, "objector_id", QT_TRANSLATE_NOOP("Field", "Objector"), Kind::Party).rowColumn(6, true).in(sectionObjection).titled("异议人");
inline constexpr auto receivedOn = dayField(4, "received_on", QT_TRANSLATE_NOOP("Field", "Received by the bureau on")).checked(Check::NotFuture).mandatory().rowColumn(6, true).in(sectionObjection).titled("司法局收到日期");
inline constexpr auto grounds = longTextField(5, "grounds", QT_TRANSLATE_NOOP("Field", "Grounds")).max(2000).searched(SearchAs::Text).in(sectionObjection);
inline constexpr auto decidedOn = dayField(6, "decided_on", QT_TRANSLATE_NOOP("Field", "Decided on")).groupedAs(decisionGroup).setByTransition().rowColumn(6).in(sectionObjection).titled("决定日期");
inline constexpr auto decidedBy = refField(7, "decided_by", QT_TRANSLATE_NOOP("Field", "Decided by"), Kind::User).groupedAs(decisionGroup).setByTransition().in(sectionObjection);
inline constexpr auto reasons = longTextField(8, "reasons", QT_TRANSLATE_NOOP("Field", "Reasons of the decision")).max(2000).groupedAs(decisionGroup).in(sectionObjection);
inline constexpr auto documentNo = textField(9, "document_no", QT_TRANSLATE_NOOP("Field", "Number of the decision")).max(60).searched(SearchAs::CaseNumber).in(sectionObjection);
inline constexpr auto servedOn = dayField(10, "served_on", QT_TRANSLATE_NOOP("Field", "Served on")).checked(Check::NotFuture).groupedAs(decisionGroup).in(sectionObjection)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Reconsideration (60 days) and suit (six months) run from it."));

extern const LifeCycle lifeCycle;
extern const RecordSpec spec;

} // namespace yizhan::objection
