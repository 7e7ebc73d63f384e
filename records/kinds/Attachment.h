// SPDX-License-Identifier: GPL-3.0-or-later
// A file kept with a case: what it is and where it came from; the content lies encrypted outside the record.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::attachment {

inline constexpr const char *sectionAttachment = QT_TRANSLATE_NOOP("Section", "Attachment");
inline constexpr std::uint8_t contentGroup = 1;

// The content lies outside the record; what it is cannot be changed, only described better.
inline constexpr auto sha256 = blobField(1, "sha256", QT_TRANSLATE_NOOP("Field", "Checksum")).max(32).mandatory().groupedAs(contentGroup).setByTransition();
inline constexpr auto name = textField(2, "name", QT_TRANSLATE_NOOP("Field", "File name")).max(200).mandatory().level(Sensitivity::Personal, Mask::Name)
    .searched(SearchAs::Text).column(12).in(sectionAttachment).titled("文件名");
inline constexpr auto mime = textField(3, "mime", QT_TRANSLATE_NOOP("Field", "Kind of file")).max(100).groupedAs(contentGroup).setByTransition().column(6, false);
inline constexpr auto size = integerField(4, "size", QT_TRANSLATE_NOOP("Field", "Size in bytes")).range(0, 1LL << 40).groupedAs(contentGroup).setByTransition().column(5);
inline constexpr auto fileClass = codeField(5, "class", QT_TRANSLATE_NOOP("Field", "Class"), "attachment_class").mandatory().column(6).in(sectionAttachment).titled("类别");
inline constexpr auto form = codeField(6, "form_id", QT_TRANSLATE_NOOP("Field", "Signed copy of"), "form_id").in(sectionAttachment);
inline constexpr auto takenOn = dayField(7, "taken_on", QT_TRANSLATE_NOOP("Field", "Date of the paper")).in(sectionAttachment);
inline constexpr auto pages = integerField(8, "pages", QT_TRANSLATE_NOOP("Field", "Pages")).range(0, 10000).in(sectionAttachment);
inline constexpr auto original = boolField(9, "original", QT_TRANSLATE_NOOP("Field", "Original seen")).in(sectionAttachment);
inline constexpr auto remark = textField(10, "remark", QT_TRANSLATE_NOOP("Field", "Remark")).max(200).in(sectionAttachment);

extern const RecordSpec spec;

} // namespace yizhan::attachment
