// SPDX-License-Identifier: GPL-3.0-or-later
// What the bureau itself enters about one of its organs or offices, on top of the shipped directory.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::office {

inline constexpr const char *sectionOffice = QT_TRANSLATE_NOOP("Section", "Office");
inline constexpr const char *sectionContact = QT_TRANSLATE_NOOP("Section", "Contact");

inline constexpr auto code = codeField(1, "code", QT_TRANSLATE_NOOP("Field", "Office"), "@office").mandatory().column(6).in(sectionOffice).titled("机构代码|机构");
inline constexpr auto kind = codeField(2, "office_kind", QT_TRANSLATE_NOOP("Field", "Kind of office"), "office_kind").mandatory().column(6).in(sectionOffice).titled("机构类型");
inline constexpr auto name = textField(3, "name", QT_TRANSLATE_NOOP("Field", "Name")).max(60).mandatory().searched(SearchAs::Text).column(8).in(sectionOffice).titled("名称");
inline constexpr auto fullName = textField(4, "full_name", QT_TRANSLATE_NOOP("Field", "Full name")).max(120).searched(SearchAs::Text).column(14, false).in(sectionOffice).titled("全称");
inline constexpr auto shortName = textField(5, "short_name", QT_TRANSLATE_NOOP("Field", "Short name")).max(20).in(sectionOffice)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Stands in case numbers."));
inline constexpr auto divisionCode = textField(6, "division_code", QT_TRANSLATE_NOOP("Field", "Division code")).max(12).column(6, false).in(sectionOffice).titled("区划代码");
inline constexpr auto address = textField(7, "address", QT_TRANSLATE_NOOP("Field", "Address")).max(200).rowColumn(12).in(sectionContact).titled("地址");
inline constexpr auto phone = textField(8, "phone", QT_TRANSLATE_NOOP("Field", "Phone")).max(30).checked(Check::Phone).rowColumn(7, true).in(sectionContact).titled("电话");
inline constexpr auto postcode = textField(9, "postcode", QT_TRANSLATE_NOOP("Field", "Postcode")).max(6).in(sectionContact);
inline constexpr auto head = refField(10, "head_id", QT_TRANSLATE_NOOP("Field", "Head"), Kind::Staff).column(5).in(sectionOffice).titled("负责人");
inline constexpr auto hours = textField(11, "hours", QT_TRANSLATE_NOOP("Field", "Office hours")).max(60).in(sectionContact)
    .hinted(QT_TRANSLATE_NOOP("Hint", "As on the door, e.g. 09:00-12:00, 14:00-18:00."));
inline constexpr auto active = boolField(12, "active", QT_TRANSLATE_NOOP("Field", "In use")).column(3).in(sectionOffice).titled("启用");

extern const RecordSpec spec;

} // namespace yizhan::office
