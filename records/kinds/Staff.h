// SPDX-License-Identifier: GPL-3.0-or-later
// A person who works on cases: official, mediator, lawyer, notary; with or without a login.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::staff {

inline constexpr const char *sectionStaff = QT_TRANSLATE_NOOP("Section", "Staff");
inline constexpr const char *sectionPractice = QT_TRANSLATE_NOOP("Section", "Practice");

inline constexpr auto name = textField(1, "name", QT_TRANSLATE_NOOP("Field", "Person's name")).max(60).mandatory().searched(SearchAs::Name).column(5).in(sectionStaff).titled("姓名");
inline constexpr auto kind = codeField(2, "staff_kind", QT_TRANSLATE_NOOP("Field", "Kind of staff"), "staff_kind").mandatory().column(5).in(sectionStaff).titled("人员类别");
inline constexpr auto gender = codeField(3, "gender", QT_TRANSLATE_NOOP("Field", "Sex"), "gender").in(sectionStaff).titled("性别");
inline constexpr auto post = textField(4, "post", QT_TRANSLATE_NOOP("Field", "Post")).max(60).column(6).in(sectionStaff).titled("职务");
inline constexpr auto phone = textField(5, "phone", QT_TRANSLATE_NOOP("Field", "Phone")).max(30).checked(Check::Phone).rowColumn(7, true).in(sectionStaff).titled("电话|联系电话");
inline constexpr auto firm = textField(6, "firm", QT_TRANSLATE_NOOP("Field", "Firm or unit")).max(120).searched(SearchAs::Text).column(8, false).in(sectionStaff).titled("单位|律师事务所");
inline constexpr auto committee = refField(7, "committee_id", QT_TRANSLATE_NOOP("Field", "Committee"), Kind::Committee).in(sectionStaff);
inline constexpr auto licenceNo = textField(8, "licence_no", QT_TRANSLATE_NOOP("Field", "Licence number")).max(30).searched(SearchAs::Identity).in(sectionPractice).titled("执业证号");
inline constexpr auto practiceFrom = dayField(9, "practice_from", QT_TRANSLATE_NOOP("Field", "Practises since")).checked(Check::NotFuture).in(sectionPractice).titled("执业时间");
inline constexpr auto criminalFrom = dayField(10, "criminal_from", QT_TRANSLATE_NOOP("Field", "Defends in criminal cases since")).checked(Check::NotFuture).in(sectionPractice);
inline constexpr auto minorsOk = boolField(11, "minors_ok", QT_TRANSLATE_NOOP("Field", "Familiar with minors")).column(4, false).in(sectionPractice).titled("熟悉未成年人");
inline constexpr auto profession = codeField(12, "profession", QT_TRANSLATE_NOOP("Field", "Profession in the think tank"), "thinktank_profession").in(sectionPractice);
inline constexpr auto team = codeField(13, "team", QT_TRANSLATE_NOOP("Field", "Service team"), "service_team").in(sectionPractice);
inline constexpr auto languages = textField(14, "languages", QT_TRANSLATE_NOOP("Field", "Languages")).max(120).in(sectionPractice);
inline constexpr auto onLeaveFrom = dayField(15, "on_leave_from", QT_TRANSLATE_NOOP("Field", "On leave from")).groupedAs(1).in(sectionStaff);
inline constexpr auto onLeaveTo = dayField(16, "on_leave_to", QT_TRANSLATE_NOOP("Field", "On leave until")).groupedAs(1).in(sectionStaff);
inline constexpr auto joinedOn = dayField(17, "joined_on", QT_TRANSLATE_NOOP("Field", "Joined on")).in(sectionStaff);
inline constexpr auto leftOn = dayField(18, "left_on", QT_TRANSLATE_NOOP("Field", "Left on")).column(6, false).in(sectionStaff).titled("离岗日期");
inline constexpr auto active = boolField(19, "active", QT_TRANSLATE_NOOP("Field", "In use")).column(3).in(sectionStaff).titled("启用");
inline constexpr auto sandbox = boolField(20, "sandbox", QT_TRANSLATE_NOOP("Field", "Demo data")).setByTransition();

extern const RecordSpec spec;

} // namespace yizhan::staff
