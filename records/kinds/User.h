// SPDX-License-Identifier: GPL-3.0-or-later
// A login: who it belongs to and what it may do. Passwords and keys are not here but in the vault.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::user {

inline constexpr const char *sectionUser = QT_TRANSLATE_NOOP("Section", "Login");

inline constexpr auto login = textField(1, "login", QT_TRANSLATE_NOOP("Field", "Login name")).max(60).mandatory().searched(SearchAs::Text).column(6).in(sectionUser).titled("登录名|账号");
inline constexpr auto name = textField(2, "name", QT_TRANSLATE_NOOP("Field", "Person's name")).max(60).mandatory().searched(SearchAs::Name).column(5).in(sectionUser).titled("姓名");
inline constexpr auto staff = refField(3, "staff_id", QT_TRANSLATE_NOOP("Field", "Staff"), Kind::Staff).in(sectionUser);
// What one account may not hold together is checked by the role table, so the set is settled by a person, never united.
inline constexpr auto roles = codeSetField(4, "roles", QT_TRANSLATE_NOOP("Field", "Roles"), "role").merged(MergePolicy::Settle).mandatory().rowColumn(10, true).in(sectionUser).titled("角色");
inline constexpr auto active = boolField(5, "active", QT_TRANSLATE_NOOP("Field", "In use")).column(3).in(sectionUser).titled("启用");
inline constexpr auto validTo = dayField(6, "valid_to", QT_TRANSLATE_NOOP("Field", "Valid until")).column(6, false).in(sectionUser).titled("有效期至");
inline constexpr auto language = textField(7, "language", QT_TRANSLATE_NOOP("Field", "Language")).max(10).in(sectionUser);

extern const RecordSpec spec;

} // namespace yizhan::user
