// SPDX-License-Identifier: GPL-3.0-or-later
// A people's mediation committee: 3 to 9 members elected for three years (人民调解法 arts 8-9).
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::committee {

inline constexpr const char *sectionCommittee = QT_TRANSLATE_NOOP("Section", "Committee");
inline constexpr std::uint8_t termGroup = 1;

inline constexpr auto name = textField(1, "name", QT_TRANSLATE_NOOP("Field", "Name")).max(120).mandatory().searched(SearchAs::Text).column(12).in(sectionCommittee).titled("调委会名称|名称");
inline constexpr auto kind = codeField(2, "committee_kind", QT_TRANSLATE_NOOP("Field", "Kind of committee"), "committee_type").mandatory().column(5).in(sectionCommittee).titled("调委会类型");
inline constexpr auto village = refField(3, "village_id", QT_TRANSLATE_NOOP("Field", "Village or community"), Kind::Village).column(6, false).in(sectionCommittee).titled("村居");
inline constexpr auto chair = refField(4, "chair_id", QT_TRANSLATE_NOOP("Field", "Chair"), Kind::Staff).column(5).in(sectionCommittee).titled("主任");
inline constexpr auto members = integerField(5, "members", QT_TRANSLATE_NOOP("Field", "Members")).range(3, 9).groupedAs(termGroup).column(3).in(sectionCommittee).titled("委员人数");
inline constexpr auto women = integerField(6, "women", QT_TRANSLATE_NOOP("Field", "Women among them")).range(0, 9).groupedAs(termGroup).in(sectionCommittee)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Every committee has women members (People's Mediation Law art. 8)."));
inline constexpr auto electedOn = dayField(7, "elected_on", QT_TRANSLATE_NOOP("Field", "Elected on")).checked(Check::NotFuture).groupedAs(termGroup).column(6).in(sectionCommittee).titled("选举日期");
inline constexpr auto address = textField(8, "address", QT_TRANSLATE_NOOP("Field", "Address")).max(200).rowColumn(12).in(sectionCommittee).titled("地址");
inline constexpr auto phone = textField(9, "phone", QT_TRANSLATE_NOOP("Field", "Phone")).max(30).checked(Check::Phone).rowColumn(7).in(sectionCommittee).titled("电话");
inline constexpr auto onCourtList = boolField(10, "on_court_list", QT_TRANSLATE_NOOP("Field", "On the court's list")).column(4, false).in(sectionCommittee).titled("列入法院特邀名册");
inline constexpr auto active = boolField(11, "active", QT_TRANSLATE_NOOP("Field", "In use")).column(3).in(sectionCommittee).titled("启用");
inline constexpr auto sandbox = boolField(12, "sandbox", QT_TRANSLATE_NOOP("Field", "Demo data")).setByTransition();
// By MED-TENURE from the election.
inline constexpr auto termEndsOn = dayField(20, "term_ends_on", QT_TRANSLATE_NOOP("Field", "Term ends on")).column(6).computed().in(sectionCommittee);

extern const RecordSpec spec;

} // namespace yizhan::committee
