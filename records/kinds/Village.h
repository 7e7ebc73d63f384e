// SPDX-License-Identifier: GPL-3.0-or-later
// A village or residents' community: its code, whose office it belongs to, who serves it.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::village {

inline constexpr const char *sectionVillage = QT_TRANSLATE_NOOP("Section", "Village or community");

inline constexpr auto code12 = textField(1, "code12", QT_TRANSLATE_NOOP("Field", "Division code")).max(12).mandatory().searched(SearchAs::Text).column(7).in(sectionVillage).titled("区划代码|代码");
inline constexpr auto name = textField(2, "name", QT_TRANSLATE_NOOP("Field", "Name")).max(60).mandatory().searched(SearchAs::Name).column(8).in(sectionVillage).titled("村居名称|名称");
inline constexpr auto kind = codeField(3, "village_kind", QT_TRANSLATE_NOOP("Field", "Village or community"), "village_kind").mandatory().column(4).in(sectionVillage).titled("村居类型");
inline constexpr auto specialist = refField(4, "specialist_id", QT_TRANSLATE_NOOP("Field", "Village specialist"), Kind::Staff).column(5).in(sectionVillage).titled("村居法律顾问");
inline constexpr auto specialistKind = codeField(5, "specialist_kind", QT_TRANSLATE_NOOP("Field", "Kind of specialist"), "specialist_kind").column(5, false).in(sectionVillage).titled("专员类型");
inline constexpr auto specialistFrom = dayField(6, "specialist_from", QT_TRANSLATE_NOOP("Field", "Specialist since")).in(sectionVillage);
inline constexpr auto specialistTo = dayField(7, "specialist_to", QT_TRANSLATE_NOOP("Field", "Specialist until")).in(sectionVillage);
inline constexpr auto backup = refField(8, "backup_id", QT_TRANSLATE_NOOP("Field", "Stands in"), Kind::Staff).in(sectionVillage);
inline constexpr auto phone = textField(9, "phone", QT_TRANSLATE_NOOP("Field", "Phone of the committee")).max(30).checked(Check::Phone).rowColumn(7).in(sectionVillage).titled("村居委会电话");
inline constexpr auto households = integerField(10, "households", QT_TRANSLATE_NOOP("Field", "Households")).range(0, 1'000'000).column(4, false).in(sectionVillage).titled("户数");
inline constexpr auto population = integerField(11, "population", QT_TRANSLATE_NOOP("Field", "Inhabitants")).range(0, 10'000'000).column(4, false).in(sectionVillage).titled("人口");
inline constexpr auto active = boolField(12, "active", QT_TRANSLATE_NOOP("Field", "In use")).column(3, false).in(sectionVillage).titled("启用");
inline constexpr auto sandbox = boolField(13, "sandbox", QT_TRANSLATE_NOOP("Field", "Demo data")).setByTransition();

extern const RecordSpec spec;

} // namespace yizhan::village
