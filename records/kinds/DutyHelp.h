// SPDX-License-Identifier: GPL-3.0-or-later
// The register of duty-lawyer help and guilty-plea cases: one row a person a stage, never a full aid case (法律援助法 art 30).
#pragma once

#include "records/kinds/Common.h"

namespace yizhan {
struct LifeCycle;
}

namespace yizhan::dutyHelp {

inline constexpr const char *sectionHelp = QT_TRANSLATE_NOOP("Section", "Duty-lawyer help");
inline constexpr const char *sectionPlea = QT_TRANSLATE_NOOP("Section", "Guilty plea");
inline constexpr std::uint8_t pleaGroup = 2;
inline constexpr std::uint8_t noticeGroup = 3;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "Status"), "duty_help_status").column(5).groupedAs(common::statusGroup).setByTransition().in(common::sectionProgress).titled("状态");
inline constexpr auto helpedAt = instantField(2, "helped_at", QT_TRANSLATE_NOOP("Field", "Help given")).checked(Check::NotFuture).column(8).in(sectionHelp).titled("帮助时间|值班时间");
inline constexpr auto station = codeField(3, "station", QT_TRANSLATE_NOOP("Field", "Duty station"), "duty_station").column(8).in(sectionHelp).titled("值班场所|工作站");
// common::handler is the duty lawyer; the person helped is the Party child.
inline constexpr auto charge = textField(4, "charge", QT_TRANSLATE_NOOP("Field", "Charge")).max(60).column(6).in(sectionHelp).titled("罪名|涉嫌罪名");
inline constexpr auto stage = codeField(5, "stage", QT_TRANSLATE_NOOP("Field", "Stage"), "criminal_stage").column(5).in(sectionHelp).titled("诉讼阶段");
inline constexpr auto authorityKind = codeField(6, "authority_kind", QT_TRANSLATE_NOOP("Field", "Kind of authority"), "office_kind").groupedAs(noticeGroup).in(sectionHelp);
inline constexpr auto authority = textField(7, "authority", QT_TRANSLATE_NOOP("Field", "Authority")).max(100).column(8, false).groupedAs(noticeGroup).in(sectionHelp).titled("办案机关");
inline constexpr auto noticeNo = textField(8, "notice_no", QT_TRANSLATE_NOOP("Field", "Number of the notice")).max(60).searched(SearchAs::CaseNumber).groupedAs(noticeGroup).in(sectionHelp).titled("通知书文号");
inline constexpr auto help = codeSetField(9, "help", QT_TRANSLATE_NOOP("Field", "Help given in"), "duty_help_type").column(8, false).in(sectionHelp).titled("帮助内容");
inline constexpr auto forwardedApplication = boolField(10, "forwarded_application", QT_TRANSLATE_NOOP("Field", "Application for legal aid forwarded")).in(sectionHelp);
inline constexpr auto legalAidCase = refField(11, "legal_aid_id", QT_TRANSLATE_NOOP("Field", "Legal-aid case"), Kind::LegalAid).when(forwardedApplication, "1").in(sectionHelp);
inline constexpr auto major = boolField(12, "major", QT_TRANSLATE_NOOP("Field", "Major case")).column(3, false).in(sectionHelp).titled("重大案件");
inline constexpr auto pleaCase = boolField(13, "plea_case", QT_TRANSLATE_NOOP("Field", "Guilty-plea case")).column(4).in(sectionPlea).titled("认罪认罚");
inline constexpr auto pleaSigned = boolField(14, "plea_signed", QT_TRANSLATE_NOOP("Field", "Plea statement signed in the lawyer's presence")).groupedAs(pleaGroup).column(4, false).when(pleaCase, "1").in(sectionPlea).titled("签署具结书");
inline constexpr auto pleaSignedOn = dayField(15, "plea_signed_on", QT_TRANSLATE_NOOP("Field", "Signed on")).checked(Check::NotFuture).groupedAs(pleaGroup).when(pleaSigned, "1").in(sectionPlea);
inline constexpr auto opinion = longTextField(16, "opinion", QT_TRANSLATE_NOOP("Field", "Opinion of the lawyer")).max(3000).searched(SearchAs::Text).in(sectionPlea);
inline constexpr auto adopted = codeField(17, "adopted", QT_TRANSLATE_NOOP("Field", "Opinion adopted"), "opinion_adopted").column(4, false).in(sectionPlea).titled("意见是否采纳");
inline constexpr auto minutes = integerField(18, "minutes", QT_TRANSLATE_NOOP("Field", "Minutes")).range(1, 10'000).in(sectionHelp);
inline constexpr auto papers = codeSetField(19, "papers", QT_TRANSLATE_NOOP("Field", "Papers in the file"), "form_id").in(common::sectionArchive);

extern const LifeCycle lifeCycle;
extern const RecordSpec spec;

} // namespace yizhan::dutyHelp
