// SPDX-License-Identifier: GPL-3.0-or-later
// The recheck of an issued certificate by another notary (公证法 art 39; 公证程序规则 arts 61-64).
#pragma once

#include "records/kinds/Common.h"

namespace yizhan::recheck {

inline constexpr const char *sectionRecheck = QT_TRANSLATE_NOOP("Section", "Recheck");
inline constexpr std::uint8_t decisionGroup = 1;
inline constexpr std::uint8_t carryOutGroup = 2;

inline constexpr auto certificate = refField(1, "certificate_id", QT_TRANSLATE_NOOP("Field", "Certificate"), Kind::Certificate).mandatory().rowColumn(12, true).in(sectionRecheck).titled("公证书");
inline constexpr auto askedBy = refField(2, "asked_by", QT_TRANSLATE_NOOP("Field", "Asked for by"), Kind::Party).rowColumn(6, true).in(sectionRecheck).titled("复查申请人");
inline constexpr auto interested = boolField(3, "interested_person", QT_TRANSLATE_NOOP("Field", "By an interested person, not a party")).in(sectionRecheck);
inline constexpr auto interest = textField(4, "interest", QT_TRANSLATE_NOOP("Field", "Interest")).max(200).when(interested, "1").in(sectionRecheck);
inline constexpr auto knownOn = dayField(5, "known_on", QT_TRANSLATE_NOOP("Field", "Knew of the certificate since")).checked(Check::NotFuture).when(interested, "1").in(sectionRecheck)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Knew or should have known: the year to ask runs from it."));
inline constexpr auto ownMotion = boolField(6, "own_motion", QT_TRANSLATE_NOOP("Field", "The office found the error itself")).in(sectionRecheck);
inline constexpr auto receivedOn = dayField(7, "received_on", QT_TRANSLATE_NOOP("Field", "Request received on")).checked(Check::NotFuture).mandatory().rowColumn(6, true).in(sectionRecheck).titled("收到申请日期");
inline constexpr auto claims = longTextField(8, "claims", QT_TRANSLATE_NOOP("Field", "Errors claimed and reasons")).max(2000).searched(SearchAs::Text).in(sectionRecheck);
inline constexpr auto writtenRequest = boolField(9, "written_request", QT_TRANSLATE_NOOP("Field", "Asked for in writing")).in(sectionRecheck);
inline constexpr auto officer = refField(10, "officer_id", QT_TRANSLATE_NOOP("Field", "Rechecked by"), Kind::User).rowColumn(5, true).in(sectionRecheck)
    .hinted(QT_TRANSLATE_NOOP("Hint", "A notary other than the one who issued it.")).titled("复查人");
inline constexpr auto outcome = codeField(11, "outcome", QT_TRANSLATE_NOOP("Field", "Outcome"), "recheck_outcome").groupedAs(decisionGroup).rowColumn(6, true).in(sectionRecheck).titled("办理结果");
inline constexpr auto stepsMadeGood = boolField(12, "steps_made_good", QT_TRANSLATE_NOOP("Field", "Missing steps made good")).groupedAs(decisionGroup).when(outcome, "REDO").in(sectionRecheck);
inline constexpr auto cannotBeMadeGood = boolField(13, "cannot_be_made_good", QT_TRANSLATE_NOOP("Field", "Missing steps cannot be made good")).groupedAs(decisionGroup).when(outcome, "REDO").in(sectionRecheck);
inline constexpr auto reasons = longTextField(14, "reasons", QT_TRANSLATE_NOOP("Field", "Reasons of the decision")).max(3000).groupedAs(decisionGroup).in(sectionRecheck);
inline constexpr auto decidedOn = dayField(15, "decided_on", QT_TRANSLATE_NOOP("Field", "Decided on")).groupedAs(decisionGroup).setByTransition().rowColumn(6).in(sectionRecheck).titled("决定日期");
inline constexpr auto headApprovedBy = refField(16, "head_approved_by", QT_TRANSLATE_NOOP("Field", "Agreed to by the head"), Kind::User).groupedAs(decisionGroup).in(sectionRecheck);
inline constexpr auto carriedOutOn = dayField(17, "carried_out_on", QT_TRANSLATE_NOOP("Field", "Carried out on")).checked(Check::NotFuture).groupedAs(carryOutGroup).in(sectionRecheck);
inline constexpr auto announcedOn = dayField(18, "announced_on", QT_TRANSLATE_NOOP("Field", "Revocation announced on")).checked(Check::NotFuture).when(outcome, "REVOKE REDO").groupedAs(carryOutGroup).in(sectionRecheck);
inline constexpr auto reportedOn = dayField(19, "reported_on", QT_TRANSLATE_NOOP("Field", "Reported to the association on")).checked(Check::NotFuture).groupedAs(carryOutGroup).in(sectionRecheck);
inline constexpr auto papersInFile = boolField(20, "papers_in_file", QT_TRANSLATE_NOOP("Field", "Recheck papers in the file")).in(sectionRecheck);

extern const RecordSpec spec;

} // namespace yizhan::recheck
