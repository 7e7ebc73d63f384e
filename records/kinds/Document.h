// SPDX-License-Identifier: GPL-3.0-or-later
// An official paper of the case: form, version, draft or final; final papers are never changed.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::document {

inline constexpr const char *sectionDocument = QT_TRANSLATE_NOOP("Section", "Paper");
inline constexpr std::uint8_t statusGroup = 1;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "State"), "document_status").groupedAs(statusGroup).setByTransition().column(4).in(sectionDocument).titled("状态");
inline constexpr auto form = codeField(2, "form_id", QT_TRANSLATE_NOOP("Field", "Form"), "form_id").mandatory().column(10).in(sectionDocument).titled("文书格式");
inline constexpr auto edition = integerField(3, "edition", QT_TRANSLATE_NOOP("Field", "Version")).range(1, 9999).column(3).in(sectionDocument).titled("版本");
inline constexpr auto title = textField(4, "title", QT_TRANSLATE_NOOP("Field", "Title")).max(120).column(10, false).in(sectionDocument).titled("标题");
inline constexpr auto number = textField(5, "number", QT_TRANSLATE_NOOP("Field", "Number of the paper")).max(60).searched(SearchAs::CaseNumber).column(8, false).in(sectionDocument).titled("文书编号");
inline constexpr auto madeOn = dayField(6, "made_on", QT_TRANSLATE_NOOP("Field", "Date of the paper")).column(6).in(sectionDocument).titled("文书日期");
inline constexpr auto printedAt = instantField(7, "printed_at", QT_TRANSLATE_NOOP("Field", "Printed")).checked(Check::NotFuture).in(sectionDocument);
inline constexpr auto body = refField(8, "body_id", QT_TRANSLATE_NOOP("Field", "As printed"), Kind::Attachment).in(sectionDocument);
inline constexpr auto signedCopy = refField(9, "signed_copy_id", QT_TRANSLATE_NOOP("Field", "Signed copy"), Kind::Attachment).in(sectionDocument);
inline constexpr auto servedOn = dayField(10, "served_on", QT_TRANSLATE_NOOP("Field", "Served on")).in(sectionDocument);
inline constexpr auto servedBy = codeField(11, "served_by", QT_TRANSLATE_NOOP("Field", "Served by"), "delivery_mode").in(sectionDocument);
inline constexpr auto voidReason = textField(12, "void_reason", QT_TRANSLATE_NOOP("Field", "Void because")).max(200).groupedAs(statusGroup).in(sectionDocument);
inline constexpr auto finalAt = instantField(13, "final_at", QT_TRANSLATE_NOOP("Field", "Final since")).groupedAs(statusGroup).setByTransition().in(sectionDocument);

extern const RecordSpec spec;

} // namespace yizhan::document
