// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation of the district: its station number in case numbers, its public key, whether it may still work.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::device {

inline constexpr const char *sectionDevice = QT_TRANSLATE_NOOP("Section", "Workstation");

inline constexpr auto name = textField(1, "name", QT_TRANSLATE_NOOP("Field", "Name of the workstation")).max(60).mandatory().searched(SearchAs::Text).column(8).in(sectionDevice);
inline constexpr auto station = integerField(2, "station", QT_TRANSLATE_NOOP("Field", "Station number")).range(1, 99).mandatory().column(3).in(sectionDevice)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Stands in provisional and local numbers; unique within the office."));
inline constexpr auto status = codeField(3, "status", QT_TRANSLATE_NOOP("Field", "State"), "device_status").mandatory().column(4).in(sectionDevice);
inline constexpr auto platform = textField(4, "platform", QT_TRANSLATE_NOOP("Field", "Operating system")).max(100).column(6, false).in(sectionDevice);
inline constexpr auto release = textField(5, "release", QT_TRANSLATE_NOOP("Field", "Program release")).max(30).column(4, false).in(sectionDevice);
inline constexpr auto publicKey = blobField(6, "public_key", QT_TRANSLATE_NOOP("Field", "Public key")).max(64).setByTransition();
inline constexpr auto enrolledAt = instantField(7, "enrolled_at", QT_TRANSLATE_NOOP("Field", "Enrolled")).setByTransition().column(8, false).in(sectionDevice);
inline constexpr auto lastSeenAt = instantField(8, "last_seen_at", QT_TRANSLATE_NOOP("Field", "Last seen")).merged(MergePolicy::Maximum).setByTransition().column(8).in(sectionDevice);
inline constexpr auto revokedAt = instantField(9, "revoked_at", QT_TRANSLATE_NOOP("Field", "Revoked")).setByTransition().in(sectionDevice);

extern const RecordSpec spec;

} // namespace yizhan::device
