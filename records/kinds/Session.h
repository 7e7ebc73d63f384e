// SPDX-License-Identifier: GPL-3.0-or-later
// One meeting in a case: a mediation on site or by video, an interview, a questioning by the notary.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::session {

inline constexpr const char *sectionMeeting = QT_TRANSLATE_NOOP("Section", "Meeting");
inline constexpr const char *sectionRecord = QT_TRANSLATE_NOOP("Section", "Record");
inline constexpr std::uint8_t timeGroup = 1;

inline constexpr auto kind = codeField(1, "session_kind", QT_TRANSLATE_NOOP("Field", "Kind of meeting"), "session_kind").mandatory().column(6).in(sectionMeeting).titled("记录类型");
inline constexpr auto number = integerField(2, "number", QT_TRANSLATE_NOOP("Field", "Meeting no.")).range(1, 999).column(3).in(sectionMeeting).titled("次数|第几次")
    .hinted(QT_TRANSLATE_NOOP("Hint", "The how-manieth meeting of the case; a meeting that is resumed counts anew."));
inline constexpr auto startedAt = instantField(3, "started_at", QT_TRANSLATE_NOOP("Field", "Began")).mandatory().groupedAs(timeGroup).column(8).in(sectionMeeting).titled("时间|调解时间");
inline constexpr auto endedAt = instantField(4, "ended_at", QT_TRANSLATE_NOOP("Field", "Ended")).groupedAs(timeGroup).in(sectionMeeting);
inline constexpr auto mode = codeField(5, "mode", QT_TRANSLATE_NOOP("Field", "Manner"), "session_mode").mandatory().column(4).in(sectionMeeting).titled("方式");
inline constexpr auto place = textField(6, "place", QT_TRANSLATE_NOOP("Field", "Place")).max(120).in(sectionMeeting).titled("地点|调解地点").rowColumn(8);
inline constexpr auto room = textField(7, "room", QT_TRANSLATE_NOOP("Field", "Room or line")).max(60).in(sectionMeeting)
    .hinted(QT_TRANSLATE_NOOP("Hint", "The room on site, or the number of the video room."));
inline constexpr auto host = refField(8, "host_id", QT_TRANSLATE_NOOP("Field", "Held by"), Kind::Staff).in(sectionMeeting);
inline constexpr auto secondPerson = refField(9, "second_person_id", QT_TRANSLATE_NOOP("Field", "Second person"), Kind::Staff).in(sectionMeeting);
inline constexpr auto recorder = textField(10, "recorder", QT_TRANSLATE_NOOP("Field", "Recorded by")).max(60).in(sectionMeeting).titled("记录人");
inline constexpr auto present = longTextField(11, "present", QT_TRANSLATE_NOOP("Field", "Present")).max(1000).level(Sensitivity::Personal).in(sectionMeeting).titled("参加人")
    .hinted(QT_TRANSLATE_NOOP("Hint", "Who was there and in which capacity, one a line; invited persons with the parties' consent."));
inline constexpr auto identityCheck = codeField(12, "identity_check", QT_TRANSLATE_NOOP("Field", "Identity checked by"), "identity_check").in(sectionMeeting);
inline constexpr auto rightsTold = boolField(13, "rights_told", QT_TRANSLATE_NOOP("Field", "Rights and duties told")).in(sectionRecord);
inline constexpr auto content = longTextField(14, "content", QT_TRANSLATE_NOOP("Field", "Record of the meeting")).level(Sensitivity::Personal)
    .searched(SearchAs::Text).in(sectionRecord).titled("调解记录|笔录|内容");
inline constexpr auto result = codeField(15, "result", QT_TRANSLATE_NOOP("Field", "Result"), "session_result").column(5).in(sectionRecord).titled("结果");
inline constexpr auto recording = textField(16, "recording_ref", QT_TRANSLATE_NOOP("Field", "Recording")).max(200).in(sectionRecord)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Where the sound or video record is kept."));
inline constexpr auto signedOn = dayField(17, "signed_on", QT_TRANSLATE_NOOP("Field", "Record signed on")).checked(Check::NotFuture).in(sectionRecord);
inline constexpr auto interruptions = textField(18, "interruptions", QT_TRANSLATE_NOOP("Field", "Breaks of the line")).max(200).when(mode, "VIDEO").in(sectionRecord);

extern const RecordSpec spec;

} // namespace yizhan::session
