// SPDX-License-Identifier: GPL-3.0-or-later
// A matter that another body sent here or was sent on to: letters, days and what became of it.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::referral {

inline constexpr const char *sectionReferral = QT_TRANSLATE_NOOP("Section", "Referral");
inline constexpr const char *sectionAnswer = QT_TRANSLATE_NOOP("Section", "Answer");

inline constexpr auto direction = codeField(1, "direction", QT_TRANSLATE_NOOP("Field", "Direction"), "referral_direction").mandatory().column(3).in(sectionReferral).titled("收发方向");
inline constexpr auto channel = codeField(2, "channel", QT_TRANSLATE_NOOP("Field", "Channel"), "docking_channel").column(5).in(sectionReferral).titled("对接渠道");
inline constexpr auto sender = textField(3, "sender", QT_TRANSLATE_NOOP("Field", "Sent by")).max(120).mandatory().searched(SearchAs::Text).column(8).in(sectionReferral).titled("移送单位|委托单位");
inline constexpr auto senderContact = textField(4, "sender_contact", QT_TRANSLATE_NOOP("Field", "Contact there")).max(60).level(Sensitivity::Personal, Mask::Name).in(sectionReferral);
inline constexpr auto senderPhone = textField(5, "sender_phone", QT_TRANSLATE_NOOP("Field", "Phone of the contact")).max(30).level(Sensitivity::Personal, Mask::Phone)
    .checked(Check::Phone).in(sectionReferral);
inline constexpr auto receiver = textField(6, "receiver", QT_TRANSLATE_NOOP("Field", "Received by")).max(120).in(sectionReferral).titled("接收单位");
inline constexpr auto letterNo = textField(7, "letter_no", QT_TRANSLATE_NOOP("Field", "Letter number")).max(60).searched(SearchAs::CaseNumber).column(8).in(sectionReferral).titled("函号|委托书号");
inline constexpr auto receivedAt = instantField(8, "received_at", QT_TRANSLATE_NOOP("Field", "Received")).checked(Check::NotFuture).column(8).in(sectionReferral).titled("收到时间");
inline constexpr auto signedOn = dayField(9, "signed_on", QT_TRANSLATE_NOOP("Field", "Signed for on")).checked(Check::NotFuture).in(sectionReferral)
    .hinted(QT_TRANSLATE_NOOP("Hint", "The court's periods run from this day (Special Invitation Mediation Provisions art. 27)."));
inline constexpr auto acceptedOn = dayField(10, "accepted_on", QT_TRANSLATE_NOOP("Field", "Taken on")).checked(Check::NotFuture).in(sectionAnswer);
inline constexpr auto returnedOn = dayField(11, "returned_on", QT_TRANSLATE_NOOP("Field", "Sent back on")).checked(Check::NotFuture).in(sectionAnswer);
inline constexpr auto returnReason = textField(12, "return_reason", QT_TRANSLATE_NOOP("Field", "Sent back because")).max(200).in(sectionAnswer);
inline constexpr auto repliedOn = dayField(13, "replied_on", QT_TRANSLATE_NOOP("Field", "Answered on")).checked(Check::NotFuture).column(6).in(sectionAnswer).titled("回复日期");
inline constexpr auto replyNo = textField(14, "reply_no", QT_TRANSLATE_NOOP("Field", "Number of the answer")).max(60).searched(SearchAs::CaseNumber).in(sectionAnswer);
inline constexpr auto result = codeField(15, "result", QT_TRANSLATE_NOOP("Field", "Result"), "referral_result").column(5).in(sectionAnswer).titled("办理结果");
inline constexpr auto papers = longTextField(16, "papers", QT_TRANSLATE_NOOP("Field", "Papers")).max(1000).in(sectionReferral)
    .hinted(QT_TRANSLATE_NOOP("Hint", "What came with the letter, one a line."));

extern const RecordSpec spec;

} // namespace yizhan::referral
