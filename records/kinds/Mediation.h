// SPDX-License-Identifier: GPL-3.0-or-later
// A people's mediation case (人民调解): from the application to the archive.
#pragma once

#include "records/kinds/Common.h"

namespace yizhan {
struct LifeCycle;
}

namespace yizhan::mediation {

inline constexpr const char *sectionDispute = QT_TRANSLATE_NOOP("Section", "Dispute");
inline constexpr const char *sectionReferral = QT_TRANSLATE_NOOP("Section", "Referral");
inline constexpr const char *sectionPetition = QT_TRANSLATE_NOOP("Section", "Petition");
inline constexpr const char *sectionAcceptance = QT_TRANSLATE_NOOP("Section", "Acceptance");
inline constexpr const char *sectionMediation = QT_TRANSLATE_NOOP("Section", "Mediation");
inline constexpr const char *sectionResult = QT_TRANSLATE_NOOP("Section", "Result");
inline constexpr const char *sectionClosing = QT_TRANSLATE_NOOP("Section", "Closing");

// Merge groups: a referral number only means something with its sender, a place code with its text.
inline constexpr std::uint8_t referralGroup = 2;
inline constexpr std::uint8_t placeGroup = 3;
inline constexpr std::uint8_t petitionGroup = 4;
inline constexpr std::uint8_t consentGroup = 5;
inline constexpr std::uint8_t subsidyGroup = 6;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "Status"), "mediation_status")
    .column(6).groupedAs(common::statusGroup).setByTransition().in(common::sectionProgress).titled("状态");
inline constexpr auto committee = refField(2, "committee_id", QT_TRANSLATE_NOOP("Field", "Committee"), Kind::Committee)
    .column(8, false).in(common::sectionCase).titled("调解委员会|调委会");
inline constexpr auto source = codeField(3, "source", QT_TRANSLATE_NOOP("Field", "Source"), "mediation_source")
    .column(6, false).in(common::sectionCase).titled("案件来源|来源");
inline constexpr auto channel = codeField(4, "channel", QT_TRANSLATE_NOOP("Field", "Docking channel"), "docking_channel")
    .column(6, false).in(sectionReferral).titled("对接机制|对接渠道");
inline constexpr auto courtReferralMode = codeField(5, "court_referral_mode", QT_TRANSLATE_NOOP("Field", "How the court referred"), "court_referral_mode")
    .column(6, false).groupedAs(referralGroup).when(source, "31").in(sectionReferral).titled("委派委托方式");
inline constexpr auto referralOrg = textField(6, "referral_org", QT_TRANSLATE_NOOP("Field", "Referred by"))
    .max(100).column(8, false).groupedAs(referralGroup).when(source, "31 32 33 34 39").in(sectionReferral).titled("委托移送单位|移送单位");
inline constexpr auto referralNo = textField(7, "referral_no", QT_TRANSLATE_NOOP("Field", "Number of the referral"))
    .max(60).searched(SearchAs::CaseNumber).groupedAs(referralGroup).when(source, "31 32 33 34 39").in(sectionReferral).titled("移送文号|委派编号");
inline constexpr auto referralSignedOn = dayField(8, "referral_signed_on", QT_TRANSLATE_NOOP("Field", "Materials signed for on"))
    .checked(Check::NotFuture).groupedAs(referralGroup).when(source, "31 32 33 34 39").in(sectionReferral).titled("签收日期")
    .hinted(QT_TRANSLATE_NOOP("Hint", "The court's period runs from this day (special-invitation rules art. 27)."));
inline constexpr auto referralReceivedOn = dayField(9, "referral_received_on", QT_TRANSLATE_NOOP("Field", "Arrived on the court's platform on"))
    .checked(Check::NotFuture).groupedAs(referralGroup).when(source, "31").in(sectionReferral)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Only for referrals online: they are confirmed within three working days."));
inline constexpr auto disputeType = codeField(10, "dispute_type", QT_TRANSLATE_NOOP("Field", "Type of dispute"), "dispute_type")
    .column(8).in(sectionDispute).titled("纠纷类型");
inline constexpr auto disputeSubtype = textField(11, "dispute_subtype", QT_TRANSLATE_NOOP("Field", "More exactly"))
    .max(60).rowColumn(8).in(sectionDispute).titled("纠纷子类");
inline constexpr auto occurredOn = dayField(12, "occurred_on", QT_TRANSLATE_NOOP("Field", "Occurred on"))
    .checked(Check::NotFuture).in(sectionDispute).titled("发生日期|发生时间");
inline constexpr auto village = refField(13, "village_id", QT_TRANSLATE_NOOP("Field", "Village or community"), Kind::Village)
    .column(7, false).groupedAs(placeGroup).in(sectionDispute).titled("村居|发生村居");
inline constexpr auto placeText = textField(14, "place_text", QT_TRANSLATE_NOOP("Field", "Place"))
    .max(200).searched(SearchAs::Text).groupedAs(placeGroup).rowColumn(10).in(sectionDispute).titled("发生地点|地点");
inline constexpr auto facts = longTextField(15, "facts", QT_TRANSLATE_NOOP("Field", "Brief facts"))
    .max(2000).searched(SearchAs::Text).rowColumn(16).in(sectionDispute).titled("纠纷简要情况|简要案情");
inline constexpr auto claims = longTextField(16, "claims", QT_TRANSLATE_NOOP("Field", "Claims"))
    .max(2000).searched(SearchAs::Text).in(sectionDispute).titled("申请事项|诉求").hinted(QT_TRANSLATE_NOOP("Hint", "One a line."));
inline constexpr auto peopleInvolved = integerField(17, "people_involved", QT_TRANSLATE_NOOP("Field", "People involved"))
    .range(2, 100'000).column(4, false).in(sectionDispute).titled("涉及当事人数|涉及人数");
inline constexpr auto amountClaimed = moneyField(18, "amount_claimed", QT_TRANSLATE_NOOP("Field", "Amount claimed"))
    .column(6, false).in(sectionDispute).titled("申请金额|涉及金额");
inline constexpr auto amountAgreed = moneyField(19, "amount_agreed", QT_TRANSLATE_NOOP("Field", "Amount agreed"))
    .column(6).groupedAs(common::statusGroup).in(sectionResult).titled("协议涉及金额|协议金额");
inline constexpr auto difficulty = codeField(20, "difficulty", QT_TRANSLATE_NOOP("Field", "Difficulty"), "difficulty")
    .column(5, false).in(sectionClosing).titled("难易程度|案件等级");
inline constexpr auto escalationRisk = codeField(21, "escalation_risk", QT_TRANSLATE_NOOP("Field", "Risk of escalation"), "escalation_risk")
    .column(5, false).in(sectionDispute).titled("激化风险");
inline constexpr auto prevented = codeSetField(22, "prevented", QT_TRANSLATE_NOOP("Field", "Prevented"), "prevented_incident").in(sectionClosing).titled("防激化类型");
inline constexpr auto preventedSuicide = integerField(23, "prevented_suicide_persons", QT_TRANSLATE_NOOP("Field", "Persons kept from suicide"))
    .range(1, 100'000).when(prevented, "SUICIDE").in(sectionClosing);
inline constexpr auto preventedCrime = integerField(24, "prevented_crime_persons", QT_TRANSLATE_NOOP("Field", "Persons kept from crime"))
    .range(1, 100'000).when(prevented, "CRIME").in(sectionClosing);
inline constexpr auto preventedFight = integerField(25, "prevented_fight_persons", QT_TRANSLATE_NOOP("Field", "Persons in the fight stopped"))
    .range(1, 100'000).when(prevented, "GROUP_FIGHT").in(sectionClosing);
inline constexpr auto preventedPetition = integerField(26, "prevented_petition_persons", QT_TRANSLATE_NOOP("Field", "Persons kept from a collective petition"))
    .range(1, 100'000).when(prevented, "GROUP_PETITION").in(sectionClosing);
inline constexpr auto secondMediator = refField(27, "second_mediator_id", QT_TRANSLATE_NOOP("Field", "Second mediator"), Kind::Staff).in(sectionAcceptance).titled("第二调解员");
inline constexpr auto recorder = refField(28, "recorder_id", QT_TRANSLATE_NOOP("Field", "Recorder"), Kind::Staff).in(sectionAcceptance).titled("记录人");
inline constexpr auto chosenBy = codeField(29, "chosen_by", QT_TRANSLATE_NOOP("Field", "Mediators chosen by"), "chosen_by").in(sectionAcceptance);
inline constexpr auto consentObtained = boolField(30, "consent_obtained", QT_TRANSLATE_NOOP("Field", "All sides agree to mediation")).groupedAs(consentGroup).in(sectionAcceptance);
inline constexpr auto consentHow = codeField(31, "consent_how", QT_TRANSLATE_NOOP("Field", "How they agreed"), "consent_how").groupedAs(consentGroup).in(sectionAcceptance);
inline constexpr auto consentOn = dayField(32, "consent_on", QT_TRANSLATE_NOOP("Field", "Agreed on")).checked(Check::NotFuture).groupedAs(consentGroup).in(sectionAcceptance);
inline constexpr auto invitedConsent = boolField(33, "invited_consent", QT_TRANSLATE_NOOP("Field", "Parties agree to the persons invited")).in(sectionMediation);
inline constexpr auto exclusionsChecked = boolField(34, "exclusions_checked", QT_TRANSLATE_NOOP("Field", "Grounds of exclusion checked")).in(sectionAcceptance);
inline constexpr auto exclusions = codeSetField(35, "exclusions", QT_TRANSLATE_NOOP("Field", "Grounds of exclusion found"), "mediation_reject_reason").in(sectionAcceptance)
    .hinted(QT_TRANSLATE_NOOP("Hint", "A dispute with any of these is not accepted."));
inline constexpr auto recusalChecked = boolField(36, "recusal_checked", QT_TRANSLATE_NOOP("Field", "Recusal checked")).in(sectionAcceptance)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Nobody mediates a dispute in which he or a near relative has a stake."));
inline constexpr auto rightsToldOn = dayField(37, "rights_told_on", QT_TRANSLATE_NOOP("Field", "Rights and duties told on")).checked(Check::NotFuture).in(sectionAcceptance);
inline constexpr auto rejectReason = codeField(38, "reject_reason", QT_TRANSLATE_NOOP("Field", "Not accepted because"), "mediation_reject_reason")
    .groupedAs(common::statusGroup).in(sectionAcceptance).titled("不予受理原因");
inline constexpr auto guidance = longTextField(39, "guidance", QT_TRANSLATE_NOOP("Field", "Guidance given")).max(1000).in(sectionAcceptance);
inline constexpr auto withdrawalNote = longTextField(40, "withdrawal_note", QT_TRANSLATE_NOOP("Field", "Statement of withdrawal or refusal")).max(1000)
    .groupedAs(common::statusGroup).in(sectionResult);
inline constexpr auto suspendReason = textField(41, "suspend_reason", QT_TRANSLATE_NOOP("Field", "Suspended because")).max(200).groupedAs(common::statusGroup).in(sectionMediation);
inline constexpr auto endReason = codeField(42, "end_reason", QT_TRANSLATE_NOOP("Field", "Ended because"), "mediation_end_reason")
    .column(7, false).groupedAs(common::statusGroup).in(sectionResult).titled("终止原因");
inline constexpr auto remediesTold = boolField(43, "remedies_told", QT_TRANSLATE_NOOP("Field", "Parties told about arbitration and court")).in(sectionResult);
inline constexpr auto endedOn = dayField(44, "ended_on", QT_TRANSLATE_NOOP("Field", "Mediation ended on")).column(6, false)
    .groupedAs(common::statusGroup).setByTransition().in(sectionResult).titled("调解终止日期|终止日期");
inline constexpr auto outcome = codeField(45, "outcome", QT_TRANSLATE_NOOP("Field", "Outcome"), "mediation_outcome")
    .column(5, false).groupedAs(common::statusGroup).setByTransition().in(sectionResult).titled("调解结果");
inline constexpr auto agreementForm = codeField(46, "agreement_form", QT_TRANSLATE_NOOP("Field", "Form of the agreement"), "agreement_form")
    .column(5, false).groupedAs(common::statusGroup).setByTransition().in(sectionResult).titled("协议形式");
inline constexpr auto acceptedOn = dayField(47, "accepted_on", QT_TRANSLATE_NOOP("Field", "Accepted on"))
    .column(6, false).groupedAs(common::statusGroup).setByTransition().in(sectionAcceptance).titled("受理日期");
inline constexpr auto agreedOn = dayField(48, "agreed_on", QT_TRANSLATE_NOOP("Field", "Agreement effective on"))
    .column(6, false).groupedAs(common::statusGroup).setByTransition().in(sectionResult).titled("协议日期");
inline constexpr auto courtPaperNo = textField(49, "court_paper_no", QT_TRANSLATE_NOOP("Field", "Number of the court's mediation paper")).max(60)
    .searched(SearchAs::CaseNumber).when(courtReferralMode, "WT_P WT_J").in(sectionResult);
inline constexpr auto courtPaperOn = dayField(50, "court_paper_on", QT_TRANSLATE_NOOP("Field", "Court's paper made on")).checked(Check::NotFuture)
    .when(courtReferralMode, "WT_P WT_J").in(sectionResult);
inline constexpr auto suitWithdrawn = boolField(51, "suit_withdrawn", QT_TRANSLATE_NOOP("Field", "Suit withdrawn")).when(courtReferralMode, "WT_P WT_J").in(sectionResult);
inline constexpr auto petitionNo = textField(52, "petition_no", QT_TRANSLATE_NOOP("Field", "Petition number")).max(60).searched(SearchAs::CaseNumber)
    .groupedAs(petitionGroup).when(channel, "XD").in(sectionPetition);
inline constexpr auto petitionRoute = codeField(53, "petition_route", QT_TRANSLATE_NOOP("Field", "How the petition came"), "petition_route")
    .groupedAs(petitionGroup).when(channel, "XD").in(sectionPetition);
inline constexpr auto petitionReceivedOn = dayField(54, "petition_received_on", QT_TRANSLATE_NOOP("Field", "Petition received on")).checked(Check::NotFuture)
    .groupedAs(petitionGroup).when(channel, "XD").in(sectionPetition);
inline constexpr auto petitionOutsideRemit = boolField(55, "petition_outside_remit", QT_TRANSLATE_NOOP("Field", "Outside the bureau's remit"))
    .groupedAs(petitionGroup).when(channel, "XD").in(sectionPetition);
inline constexpr auto petitionToldOn = dayField(56, "petition_told_on", QT_TRANSLATE_NOOP("Field", "Petitioner told in writing on")).checked(Check::NotFuture)
    .when(channel, "XD").in(sectionPetition);
inline constexpr auto petitionObjectedOn = dayField(57, "petition_objected_on", QT_TRANSLATE_NOOP("Field", "Objected to the routing on")).checked(Check::NotFuture)
    .when(channel, "XD").in(sectionPetition);
inline constexpr auto petitionAcceptedOn = dayField(58, "petition_accepted_on", QT_TRANSLATE_NOOP("Field", "Accepted by the competent body on")).checked(Check::NotFuture)
    .when(channel, "XD").in(sectionPetition);
inline constexpr auto petitionSettled = boolField(59, "petition_settled", QT_TRANSLATE_NOOP("Field", "Petition given up after mediation")).when(channel, "XD").in(sectionPetition);
inline constexpr auto accidentPaperOn = dayField(60, "accident_paper_on", QT_TRANSLATE_NOOP("Field", "Accident certificate received on")).checked(Check::NotFuture)
    .when(channel, "TD").in(sectionReferral);
inline constexpr auto policeMediationOn = dayField(61, "police_mediation_on", QT_TRANSLATE_NOOP("Field", "Mediation by the police began on")).checked(Check::NotFuture)
    .when(channel, "TD GD").in(sectionReferral);
inline constexpr auto policeDecision = textField(62, "police_decision", QT_TRANSLATE_NOOP("Field", "Decision of the police")).max(200).when(channel, "GD").in(sectionResult);
inline constexpr auto subsidyAmount = moneyField(63, "subsidy_amount", QT_TRANSLATE_NOOP("Field", "Case subsidy")).groupedAs(subsidyGroup).in(sectionClosing).titled("补贴金额").rowColumn(5);
inline constexpr auto subsidyApprovedBy = refField(64, "subsidy_approved_by", QT_TRANSLATE_NOOP("Field", "Subsidy approved by"), Kind::Staff).groupedAs(subsidyGroup).in(sectionClosing);
inline constexpr auto petitionPrevented = boolField(65, "petition_prevented", QT_TRANSLATE_NOOP("Field", "Petition prevented")).in(sectionClosing);
inline constexpr auto lawsuitPrevented = boolField(66, "lawsuit_prevented", QT_TRANSLATE_NOOP("Field", "Lawsuit prevented")).in(sectionClosing);
inline constexpr auto closingNote = textField(67, "closing_note", QT_TRANSLATE_NOOP("Field", "Why it is closed")).max(200).in(sectionClosing)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Needed when not everything agreed has been performed."));
inline constexpr auto closingApprovedBy = refField(68, "closing_approved_by", QT_TRANSLATE_NOOP("Field", "Closing approved by"), Kind::Staff)
    .groupedAs(common::statusGroup).in(sectionClosing).hinted(QT_TRANSLATE_NOOP("Hint", "The head of the committee."));
inline constexpr auto reopenReason = longTextField(69, "reopen_reason", QT_TRANSLATE_NOOP("Field", "Reopened because")).max(500).groupedAs(common::statusGroup).in(sectionClosing);
inline constexpr auto reopenAgreed = boolField(70, "reopen_agreed", QT_TRANSLATE_NOOP("Field", "All parties want to mediate again")).in(sectionClosing);
inline constexpr auto reopenApprovedBy = refField(71, "reopen_approved_by", QT_TRANSLATE_NOOP("Field", "Reopening approved by"), Kind::Staff)
    .groupedAs(common::statusGroup).in(sectionClosing);
inline constexpr auto papers = codeSetField(72, "papers", QT_TRANSLATE_NOOP("Field", "Papers in the file"), "form_id").in(common::sectionArchive)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Papers printed by this program are known; tick the others."));
inline constexpr auto identityCopies = boolField(73, "identity_copies", QT_TRANSLATE_NOOP("Field", "Copies of the identity papers")).in(common::sectionArchive);
inline constexpr auto filedBy = refField(74, "filed_by", QT_TRANSLATE_NOOP("Field", "Filed by"), Kind::Staff).in(common::sectionArchive).titled("立卷人");
inline constexpr auto closedBefore = longTextField(75, "closed_before", QT_TRANSLATE_NOOP("Field", "Closed before on")).max(1000)
    .groupedAs(common::statusGroup).setByTransition().in(common::sectionProgress); // closing days given up by reopening, one a line
inline constexpr auto policeRequestOn = dayField(76, "police_request_on", QT_TRANSLATE_NOOP("Field", "Joint request to the traffic police on")).checked(Check::NotFuture)
    .when(channel, "TD").in(sectionResult);

// Of the latest agreement; computed by derive.
inline constexpr auto confirmStatus = codeField(80, "confirm_status", QT_TRANSLATE_NOOP("Field", "Judicial confirmation"), "mediation_confirm_status")
    .column(6, false).computed().in(common::sectionProgress);
inline constexpr auto performStatus = codeField(81, "perform_status", QT_TRANSLATE_NOOP("Field", "Performance"), "mediation_perform_status")
    .column(6, false).computed().in(common::sectionProgress);
inline constexpr auto sessionCount = integerField(82, "session_count", QT_TRANSLATE_NOOP("Field", "Sessions")).column(3, false).computed().in(common::sectionProgress);

extern const LifeCycle lifeCycle;
extern const RecordSpec spec;

} // namespace yizhan::mediation
