// SPDX-License-Identifier: GPL-3.0-or-later
// One consultation at a counter, on the telephone, on the web or by letter: one register for all channels.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::consultation {

inline constexpr const char *sectionConsultation = QT_TRANSLATE_NOOP("Section", "Consultation");
inline constexpr const char *sectionVisitor = QT_TRANSLATE_NOOP("Section", "Visitor");
inline constexpr const char *sectionReply = QT_TRANSLATE_NOOP("Section", "Reply");
inline constexpr const char *sectionRating = QT_TRANSLATE_NOOP("Section", "Rating and call-back");
inline constexpr const char *sectionCall = QT_TRANSLATE_NOOP("Section", "Call");
inline constexpr std::uint8_t callbackGroup = 2;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "State"), "consult_status").groupedAs(1).setByTransition().column(5).in(sectionConsultation).titled("状态");
inline constexpr auto channel = codeField(2, "channel", QT_TRANSLATE_NOOP("Field", "Channel"), "consult_channel").mandatory().column(5).in(sectionConsultation).titled("咨询方式|渠道");
inline constexpr auto category = codeField(3, "category", QT_TRANSLATE_NOOP("Field", "Subject"), "consult_category").mandatory().column(6).in(sectionConsultation).titled("咨询类别|咨询类型");
inline constexpr auto question = longTextField(4, "question", QT_TRANSLATE_NOOP("Field", "Question")).max(5000).level(Sensitivity::Personal).searched(SearchAs::Text)
    .rowColumn(16, true).in(sectionConsultation).titled("咨询内容|咨询事项|问题");
inline constexpr auto heads = integerField(5, "heads", QT_TRANSLATE_NOOP("Field", "Persons")).range(1, 10000).column(3, false).in(sectionConsultation).titled("人次|人数");
inline constexpr auto duration = integerField(6, "duration_min", QT_TRANSLATE_NOOP("Field", "Minutes")).range(0, 1440).column(3, false).in(sectionConsultation).titled("时长|时长（分钟）");
inline constexpr auto byAppointment = boolField(7, "by_appointment", QT_TRANSLATE_NOOP("Field", "Answer by appointment")).in(sectionConsultation)
    .hinted(QT_TRANSLATE_NOOP("Hint", "A difficult question: the answer is owed within three working days instead of at once."));
inline constexpr auto village = refField(8, "village_id", QT_TRANSLATE_NOOP("Field", "Village or community"), Kind::Village).column(6, false).in(sectionConsultation).titled("村居|社区");
inline constexpr auto tags = textField(9, "tags", QT_TRANSLATE_NOOP("Field", "Key words")).max(200).searched(SearchAs::Text).in(sectionConsultation);

inline constexpr auto name = textField(10, "name", QT_TRANSLATE_NOOP("Field", "Person's name")).max(30).level(Sensitivity::Personal, Mask::Name).searched(SearchAs::Name)
    .column(5).in(sectionVisitor).titled("姓名|咨询人").hinted(QT_TRANSLATE_NOOP("Hint", "May stay empty: nobody has to give a name."));
inline constexpr auto gender = codeField(11, "gender", QT_TRANSLATE_NOOP("Field", "Sex"), "gender").in(sectionVisitor).titled("性别");
inline constexpr auto phone = textField(12, "phone", QT_TRANSLATE_NOOP("Field", "Phone")).max(30).level(Sensitivity::Personal, Mask::Phone).searched(SearchAs::Phone)
    .checked(Check::Phone).in(sectionVisitor).titled("电话|联系电话").rowColumn(7);
inline constexpr auto ageBand = codeField(13, "age_band", QT_TRANSLATE_NOOP("Field", "Age"), "age_band").in(sectionVisitor).titled("年龄段");
inline constexpr auto personCategory = codeSetField(14, "person_category", QT_TRANSLATE_NOOP("Field", "Category of person"), "applicant_category").in(sectionVisitor).titled("人员类别");

inline constexpr auto answer = longTextField(20, "answer", QT_TRANSLATE_NOOP("Field", "Answer")).max(10000).level(Sensitivity::Personal).searched(SearchAs::Text).in(sectionReply).titled("答复内容|解答");
inline constexpr auto result = codeField(21, "result", QT_TRANSLATE_NOOP("Field", "Result"), "consult_result").column(5).in(sectionReply).titled("处理结果");
inline constexpr auto guidedTo = textField(22, "guided_to", QT_TRANSLATE_NOOP("Field", "Guided to")).max(200).when(result, "GUIDE TO_OTHER TO_PETITION").in(sectionReply)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Body, address and telephone that the person was told."));
inline constexpr auto repliedAt = instantField(23, "replied_at", QT_TRANSLATE_NOOP("Field", "Replied")).checked(Check::NotFuture).setByTransition().column(8, false).in(sectionReply).titled("答复时间|答复日期");
inline constexpr auto linkedCase = blobField(24, "linked_case_id", QT_TRANSLATE_NOOP("Field", "Case made from it")).max(16).setByTransition();
inline constexpr auto repeatOf = refField(25, "repeat_of", QT_TRANSLATE_NOOP("Field", "Repeats"), Kind::Consultation).in(sectionReply)
    .hinted(QT_TRANSLATE_NOOP("Hint", "The same person asked about the same subject within 30 days."));
inline constexpr auto timesReopened = integerField(26, "times_reopened", QT_TRANSLATE_NOOP("Field", "Times opened again")).range(0, 999).merged(MergePolicy::Maximum).setByTransition().in(sectionReply);

inline constexpr auto satisfaction = codeField(30, "satisfaction", QT_TRANSLATE_NOOP("Field", "Satisfaction"), "satisfaction").column(5, false).in(sectionRating).titled("满意度");
inline constexpr auto ratedOn = dayField(31, "rated_on", QT_TRANSLATE_NOOP("Field", "Rated on")).checked(Check::NotFuture).in(sectionRating);
inline constexpr auto callbackAt = instantField(32, "callback_at", QT_TRANSLATE_NOOP("Field", "Called back")).checked(Check::NotFuture).groupedAs(callbackGroup).in(sectionRating);
inline constexpr auto callbackBy = refField(33, "callback_by", QT_TRANSLATE_NOOP("Field", "Called back by"), Kind::User).groupedAs(callbackGroup).in(sectionRating);
inline constexpr auto callbackResult = longTextField(34, "callback_result", QT_TRANSLATE_NOOP("Field", "Result of the call-back")).max(1000).groupedAs(callbackGroup).in(sectionRating);

inline constexpr auto callerNo = textField(40, "caller_no", QT_TRANSLATE_NOOP("Field", "Calling number")).max(30).level(Sensitivity::Personal, Mask::Phone)
    .searched(SearchAs::Phone).when(channel, "HOTLINE").in(sectionCall);
inline constexpr auto offeredAt = instantField(41, "offered_at", QT_TRANSLATE_NOOP("Field", "Came in")).when(channel, "HOTLINE").in(sectionCall);
inline constexpr auto answeredAt = instantField(42, "answered_at", QT_TRANSLATE_NOOP("Field", "Taken")).when(channel, "HOTLINE").in(sectionCall);
inline constexpr auto endedAt = instantField(43, "ended_at", QT_TRANSLATE_NOOP("Field", "Rung off")).when(channel, "HOTLINE").in(sectionCall);
inline constexpr auto agent = refField(44, "agent_id", QT_TRANSLATE_NOOP("Field", "Hotline agent"), Kind::Staff).when(channel, "HOTLINE").in(sectionCall);
inline constexpr auto recording = textField(45, "recording_ref", QT_TRANSLATE_NOOP("Field", "Recording")).max(200).when(channel, "HOTLINE").in(sectionCall);
inline constexpr auto transferred = boolField(46, "transferred", QT_TRANSLATE_NOOP("Field", "Put through")).when(channel, "HOTLINE").in(sectionCall);

extern const RecordSpec spec;

} // namespace yizhan::consultation
