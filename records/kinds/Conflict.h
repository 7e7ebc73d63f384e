// SPDX-License-Identifier: GPL-3.0-or-later
// A value that the server could not take, with what stood there: an ordinary record, so that it synchronises, moves with its
// case and is found like one. Made by the server only; people add their decision.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::conflict {

inline constexpr const char *sectionConflict = QT_TRANSLATE_NOOP("Section", "Conflict");
inline constexpr std::uint8_t contentGroup = 1;
inline constexpr std::uint8_t decisionGroup = 2;

// Which value: the row, and its merge group (records/FieldVersions.h).
inline constexpr auto record = blobField(1, "record", QT_TRANSLATE_NOOP("Field", "Record")).max(16).mandatory().groupedAs(contentGroup).inIndex();
inline constexpr auto recordKind = integerField(2, "record_kind", QT_TRANSLATE_NOOP("Field", "Kind of record")).range(1, 65535).mandatory().groupedAs(contentGroup);
inline constexpr auto mergeGroup = integerField(3, "merge_group", QT_TRANSLATE_NOOP("Field", "Merge group")).range(0, 65535).groupedAs(contentGroup);
// Each an encodeSome() map of the group's fields as they were on the author's screen before, as they stand, as they came.
inline constexpr auto before = blobField(4, "before", QT_TRANSLATE_NOOP("Field", "Value before")).max(4 << 20).level(Sensitivity::Sealed).groupedAs(contentGroup);
inline constexpr auto standing = blobField(5, "standing", QT_TRANSLATE_NOOP("Field", "Standing value")).max(4 << 20).level(Sensitivity::Sealed).groupedAs(contentGroup);
inline constexpr auto late = blobField(6, "late", QT_TRANSLATE_NOOP("Field", "Late value")).max(4 << 20).level(Sensitivity::Sealed).groupedAs(contentGroup);
inline constexpr auto origin = codeField(7, "origin", QT_TRANSLATE_NOOP("Field", "Origin"), "conflict_origin").mandatory().groupedAs(contentGroup).column(8).in(sectionConflict);
inline constexpr auto refusal = textField(8, "refusal", QT_TRANSLATE_NOOP("Field", "What stood against it")).max(200).groupedAs(contentGroup).in(sectionConflict);
// The late operation: device, its number there, who typed it and when by that device's clock.
inline constexpr auto device = refField(9, "device_id", QT_TRANSLATE_NOOP("Field", "Workstation"), Kind::Device).groupedAs(contentGroup);
inline constexpr auto operation = integerField(10, "operation", QT_TRANSLATE_NOOP("Field", "Operation")).groupedAs(contentGroup);
inline constexpr auto author = refField(11, "author_id", QT_TRANSLATE_NOOP("Field", "Entered by"), Kind::User).groupedAs(contentGroup).column(5).in(sectionConflict);
inline constexpr auto declaredAt = instantField(12, "declared_at", QT_TRANSLATE_NOOP("Field", "Entered")).groupedAs(contentGroup).column(8).in(sectionConflict);
inline constexpr auto standingAuthor = refField(13, "standing_author_id", QT_TRANSLATE_NOOP("Field", "Standing value entered by"), Kind::User).groupedAs(contentGroup).in(sectionConflict);
inline constexpr auto standingAt = instantField(14, "standing_at", QT_TRANSLATE_NOOP("Field", "Standing value received")).groupedAs(contentGroup).in(sectionConflict);
inline constexpr auto transition = textField(15, "transition", QT_TRANSLATE_NOOP("Field", "Step")).max(60).groupedAs(contentGroup).in(sectionConflict);
inline constexpr auto decision = codeField(16, "decision", QT_TRANSLATE_NOOP("Field", "Settlement"), "conflict_decision").groupedAs(decisionGroup).column(6).in(sectionConflict);
inline constexpr auto decidedBy = refField(17, "decided_by", QT_TRANSLATE_NOOP("Field", "Settled by"), Kind::User).groupedAs(decisionGroup).in(sectionConflict);
inline constexpr auto decidedAt = instantField(18, "decided_at", QT_TRANSLATE_NOOP("Field", "Settled")).groupedAs(decisionGroup).column(8).in(sectionConflict);

extern const RecordSpec spec;

} // namespace yizhan::conflict
