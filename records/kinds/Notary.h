// SPDX-License-Identifier: GPL-3.0-or-later
// A notary application (公证办件), the matters asked for in it, and the certificates that come of it.
#pragma once

#include "records/kinds/Common.h"

namespace yizhan {
struct LifeCycle;
}

namespace yizhan::notary {

inline constexpr const char *sectionApplication = QT_TRANSLATE_NOOP("Section", "Application");
inline constexpr const char *sectionUse = QT_TRANSLATE_NOOP("Section", "Use");
inline constexpr const char *sectionAgent = QT_TRANSLATE_NOOP("Section", "Agent");
inline constexpr const char *sectionAcceptance = QT_TRANSLATE_NOOP("Section", "Acceptance");
inline constexpr const char *sectionExamination = QT_TRANSLATE_NOOP("Section", "Examination");
inline constexpr const char *sectionFee = QT_TRANSLATE_NOOP("Section", "Fee");
inline constexpr const char *sectionApproval = QT_TRANSLATE_NOOP("Section", "Approval");
inline constexpr const char *sectionDelivery = QT_TRANSLATE_NOOP("Section", "Delivery");
inline constexpr const char *sectionEnd = QT_TRANSLATE_NOOP("Section", "Refusal or termination");

inline constexpr std::uint8_t useGroup = 2;
inline constexpr std::uint8_t agentGroup = 3;
inline constexpr std::uint8_t feeGroup = 4;
inline constexpr std::uint8_t approvalGroup = 5;
inline constexpr std::uint8_t deliveryGroup = 6;
inline constexpr std::uint8_t verificationGroup = 7;
inline constexpr std::uint8_t homeGroup = 8;
inline constexpr std::uint8_t volumeGroup = 9;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "Status"), "notary_status")
    .column(6).groupedAs(common::statusGroup).setByTransition().in(common::sectionProgress).titled("状态");
inline constexpr auto category = codeField(2, "category", QT_TRANSLATE_NOOP("Field", "Class"), "notary_category").column(5).in(sectionApplication).titled("公证类别|类别");
inline constexpr auto useArea = codeField(3, "use_area", QT_TRANSLATE_NOOP("Field", "Used in"), "notary_use_area").column(4, false).groupedAs(useGroup).in(sectionUse).titled("使用地");
inline constexpr auto destinationCountry = codeField(4, "destination_country", QT_TRANSLATE_NOOP("Field", "Country of use"), "destination_country")
    .column(5, false).groupedAs(useGroup).when(useArea, "FOREIGN").in(sectionUse).titled("使用国家|目的国");
inline constexpr auto purpose = codeField(5, "purpose", QT_TRANSLATE_NOOP("Field", "Purpose"), "notary_purpose").column(5, false).in(sectionUse).titled("用途|公证用途");
inline constexpr auto translationLanguage = codeField(6, "translation_language", QT_TRANSLATE_NOOP("Field", "Translation into"), "translation_language").column(4, false).groupedAs(useGroup).in(sectionUse).titled("译文语种");
inline constexpr auto conformityCertificate = boolField(7, "need_conformity_certificate", QT_TRANSLATE_NOOP("Field", "Certificate that the translation conforms")).groupedAs(useGroup).in(sectionUse);
inline constexpr auto legalisation = codeField(8, "legalisation", QT_TRANSLATE_NOOP("Field", "Legalisation"), "legalisation").column(5, false).groupedAs(useGroup).in(sectionUse).titled("认证方式");
inline constexpr auto agentKind = codeField(9, "agent_kind", QT_TRANSLATE_NOOP("Field", "Kind of agent"), "agent_kind").groupedAs(agentGroup).in(sectionAgent);
inline constexpr auto agent = refField(10, "agent_id", QT_TRANSLATE_NOOP("Field", "Agent"), Kind::Party).groupedAs(agentGroup).when(agentKind, "STATUTORY ENTRUSTED").in(sectionAgent);
inline constexpr auto powerOfAttorney = refField(11, "power_of_attorney_id", QT_TRANSLATE_NOOP("Field", "Power of attorney"), Kind::Attachment).groupedAs(agentGroup).when(agentKind, "ENTRUSTED").in(sectionAgent);
inline constexpr auto facts = longTextField(12, "facts", QT_TRANSLATE_NOOP("Field", "What it is about")).max(3000).searched(SearchAs::Text).rowColumn(16).in(sectionApplication).titled("申请内容|备注");
inline constexpr auto urgent = boolField(13, "urgent", QT_TRANSLATE_NOOP("Field", "Urgent")).column(3, false).in(sectionApplication).titled("加急");
inline constexpr auto proofs = longTextField(14, "proofs", QT_TRANSLATE_NOOP("Field", "Proofs")).max(3000).in(sectionApplication)
    .hinted(QT_TRANSLATE_NOOP("Hint", "One a line: name, original or copy, number, by data sharing or not."));
inline constexpr auto undertakingSigned = boolField(15, "undertaking_signed", QT_TRANSLATE_NOOP("Field", "Undertaking for proofs got by data sharing signed")).in(sectionApplication);
inline constexpr auto originalsSeenOn = dayField(16, "originals_seen_on", QT_TRANSLATE_NOOP("Field", "Originals seen on")).checked(Check::NotFuture).in(sectionExamination);

inline constexpr auto interestStatement = longTextField(20, "interest_statement", QT_TRANSLATE_NOOP("Field", "Interest of the applicant")).max(1000).in(sectionAcceptance);
inline constexpr auto acceptChecks = codeSetField(21, "accept_checks", QT_TRANSLATE_NOOP("Field", "Conditions met"), "notary_accept_check").in(sectionAcceptance)
    .hinted(QT_TRANSLATE_NOOP("Hint", "All four are needed to accept."));
inline constexpr auto idCheckMethod = codeField(22, "id_check_method", QT_TRANSLATE_NOOP("Field", "Identity checked by"), "identity_check").in(sectionAcceptance);
inline constexpr auto photoTaken = boolField(23, "photo_taken", QT_TRANSLATE_NOOP("Field", "Photo taken")).in(sectionAcceptance);
inline constexpr auto inPersonOk = boolField(24, "in_person_ok", QT_TRANSLATE_NOOP("Field", "Those who must come in person are here")).in(sectionAcceptance)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Wills, proof of being alive, adoption and the like (Notary Law art. 26)."));
inline constexpr auto placeOk = boolField(25, "place_ok", QT_TRANSLATE_NOOP("Field", "Place rule met")).in(sectionAcceptance)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Domicile, habitual residence, place of the act or fact; for real estate its location (Notary Law art. 25)."));
inline constexpr auto recusalChecked = boolField(26, "recusal_checked", QT_TRANSLATE_NOOP("Field", "Recusal checked")).in(sectionAcceptance)
    .hinted(QT_TRANSLATE_NOOP("Hint", "No notary acts for himself or near relatives (Notary Law art. 23)."));
inline constexpr auto toldOn = dayField(27, "told_on", QT_TRANSLATE_NOOP("Field", "Meaning and consequences told on")).checked(Check::NotFuture).in(sectionAcceptance);
inline constexpr auto acceptedOn = dayField(28, "accepted_on", QT_TRANSLATE_NOOP("Field", "Accepted on")).column(6, false).groupedAs(common::statusGroup).setByTransition().in(sectionAcceptance).titled("受理日期");
inline constexpr auto notary = refField(29, "notary_id", QT_TRANSLATE_NOOP("Field", "Notary"), Kind::User).column(5, false).in(sectionAcceptance).titled("公证员")
    .hinted(QT_TRANSLATE_NOOP("Hint", "Who accepts and signs; the certificate is approved by somebody else."));
inline constexpr auto guidance = longTextField(30, "guidance", QT_TRANSLATE_NOOP("Field", "Competent office told")).max(500).groupedAs(common::statusGroup).in(sectionAcceptance);
inline constexpr auto withdrawalNote = longTextField(31, "withdrawal_note", QT_TRANSLATE_NOOP("Field", "Statement of withdrawal")).max(1000).groupedAs(common::statusGroup).in(sectionAcceptance);
inline constexpr auto papersReturned = boolField(32, "papers_returned", QT_TRANSLATE_NOOP("Field", "Papers given back")).in(sectionAcceptance);

inline constexpr auto supplementList = longTextField(35, "supplement_list", QT_TRANSLATE_NOOP("Field", "Everything that is missing")).max(2000).groupedAs(common::statusGroup).in(sectionExamination);
inline constexpr auto supplementDue = dayField(36, "supplement_due", QT_TRANSLATE_NOOP("Field", "To be supplied by")).groupedAs(common::statusGroup).in(sectionExamination);
inline constexpr auto papersIn = boolField(37, "papers_in", QT_TRANSLATE_NOOP("Field", "What was asked for is in")).groupedAs(common::statusGroup).in(sectionExamination);
inline constexpr auto questioningSigned = boolField(38, "questioning_signed", QT_TRANSLATE_NOOP("Field", "Record of questioning signed")).in(sectionExamination);
inline constexpr auto pauseEvidence = textField(39, "pause_evidence", QT_TRANSLATE_NOOP("Field", "Evidence for the pause")).max(200).in(sectionExamination);
inline constexpr auto verifyMethod = codeField(40, "verify_method", QT_TRANSLATE_NOOP("Field", "Verified by"), "verify_method").groupedAs(verificationGroup).in(sectionExamination);
inline constexpr auto verifyTwoPersons = boolField(41, "verify_two_persons", QT_TRANSLATE_NOOP("Field", "Two persons verified")).groupedAs(verificationGroup).in(sectionExamination);
inline constexpr auto verifyFrom = dayField(42, "verify_from", QT_TRANSLATE_NOOP("Field", "Verification from")).checked(Check::NotFuture).groupedAs(verificationGroup).in(sectionExamination);
inline constexpr auto verifyTo = dayField(43, "verify_to", QT_TRANSLATE_NOOP("Field", "Verification to")).checked(Check::NotFuture).groupedAs(verificationGroup).in(sectionExamination);
inline constexpr auto verifyResult = longTextField(44, "verify_result", QT_TRANSLATE_NOOP("Field", "Result of the verification")).max(2000).groupedAs(verificationGroup).in(sectionExamination);
inline constexpr auto checklistDone = boolField(45, "checklist_done", QT_TRANSLATE_NOOP("Field", "Examination complete")).in(sectionExamination)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Identity and right, text, proofs, truth and lawfulness (Notary Law art. 28)."));
inline constexpr auto entrustedOn = dayField(46, "entrusted_on", QT_TRANSLATE_NOOP("Field", "Asked by another office to verify, letter received on")).checked(Check::NotFuture).in(sectionExamination);
inline constexpr auto examinationOpinion = longTextField(47, "examination_opinion", QT_TRANSLATE_NOOP("Field", "Opinion of the notary")).max(3000).in(sectionExamination);
inline constexpr auto entrustedAnsweredOn = dayField(48, "entrusted_answered_on", QT_TRANSLATE_NOOP("Field", "Answered the asking office on")).checked(Check::NotFuture).in(sectionExamination);

inline constexpr auto feeStandard = moneyField(50, "fee_standard", QT_TRANSLATE_NOOP("Field", "Notary fee")).groupedAs(feeGroup).in(sectionFee);
inline constexpr auto feeCopies = moneyField(51, "fee_copies", QT_TRANSLATE_NOOP("Field", "Fee for copies")).groupedAs(feeGroup).in(sectionFee);
inline constexpr auto feeTranslation = moneyField(52, "fee_translation", QT_TRANSLATE_NOOP("Field", "Fee for translation")).groupedAs(feeGroup).in(sectionFee);
inline constexpr auto feeRelief = codeField(53, "fee_relief", QT_TRANSLATE_NOOP("Field", "Relief because"), "notary_fee_relief").column(5, false).groupedAs(feeGroup).in(sectionFee).titled("减免事由");
inline constexpr auto feeReliefAmount = moneyField(54, "fee_relief_amount", QT_TRANSLATE_NOOP("Field", "Relief")).groupedAs(feeGroup).in(sectionFee);
inline constexpr auto feeTotal = moneyField(55, "fee_total", QT_TRANSLATE_NOOP("Field", "To be paid")).column(5, false).computed().in(sectionFee);
inline constexpr auto feePaidOn = dayField(56, "fee_paid_on", QT_TRANSLATE_NOOP("Field", "Paid on")).checked(Check::NotFuture).groupedAs(feeGroup).in(sectionFee);
inline constexpr auto receiptNo = textField(57, "receipt_no", QT_TRANSLATE_NOOP("Field", "Receipt number")).max(40).groupedAs(feeGroup).in(sectionFee);

inline constexpr auto promiseDate = dayField(60, "promise_date", QT_TRANSLATE_NOOP("Field", "Promised for")).in(sectionApplication).titled("承诺日期");
inline constexpr auto homeAddress = textField(61, "home_address", QT_TRANSLATE_NOOP("Field", "Home service at")).max(200).level(Sensitivity::Personal, Mask::Address).groupedAs(homeGroup).in(sectionApplication);
inline constexpr auto homeAt = instantField(62, "home_at", QT_TRANSLATE_NOOP("Field", "Home service when")).groupedAs(homeGroup).in(sectionApplication);
inline constexpr auto homeStaff1 = refField(63, "home_staff1_id", QT_TRANSLATE_NOOP("Field", "Home service by"), Kind::Staff).groupedAs(homeGroup).in(sectionApplication);
inline constexpr auto homeStaff2 = refField(64, "home_staff2_id", QT_TRANSLATE_NOOP("Field", "and"), Kind::Staff).groupedAs(homeGroup).in(sectionApplication)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Always two persons."));

inline constexpr auto approver = refField(70, "approver_id", QT_TRANSLATE_NOOP("Field", "Approved by"), Kind::User).groupedAs(approvalGroup).setByTransition().in(sectionApproval);
inline constexpr auto approvedOn = dayField(71, "approved_on", QT_TRANSLATE_NOOP("Field", "Approved on")).groupedAs(approvalGroup).setByTransition().in(sectionApproval);
inline constexpr auto approvalOpinion = longTextField(72, "approval_opinion", QT_TRANSLATE_NOOP("Field", "Opinion of the approver")).max(2000).groupedAs(approvalGroup).in(sectionApproval);
inline constexpr auto approvalChecks = codeSetField(73, "approval_checks", QT_TRANSLATE_NOOP("Field", "Points approved"), "notary_approval_check").in(sectionApproval)
    .hinted(QT_TRANSLATE_NOOP("Hint", "All six are needed to issue."));
inline constexpr auto returnReason = longTextField(74, "return_reason", QT_TRANSLATE_NOOP("Field", "Returned because")).max(1000).groupedAs(approvalGroup).in(sectionApproval);
inline constexpr auto issuedOn = dayField(75, "issued_on", QT_TRANSLATE_NOOP("Field", "Issued on")).column(6, false).groupedAs(common::statusGroup).setByTransition().in(sectionApproval).titled("出证日期");
inline constexpr auto readOutOn = dayField(76, "read_out_on", QT_TRANSLATE_NOOP("Field", "Read out at the scene on")).checked(Check::NotFuture).in(sectionApproval)
    .hinted(QT_TRANSLATE_NOOP("Hint", "On-site supervision only: the certificate is sent within seven days."));

inline constexpr auto deliveryMode = codeField(80, "delivery_mode", QT_TRANSLATE_NOOP("Field", "Collected how"), "notary_delivery").column(5, false).groupedAs(deliveryGroup).in(sectionDelivery).titled("领取方式");
inline constexpr auto deliveredOn = dayField(81, "delivered_on", QT_TRANSLATE_NOOP("Field", "Delivered on")).checked(Check::NotFuture).column(6, false).groupedAs(deliveryGroup).setByTransition().in(sectionDelivery).titled("领取日期");
inline constexpr auto deliveredTo = textField(82, "delivered_to", QT_TRANSLATE_NOOP("Field", "Handed to")).max(60).level(Sensitivity::Personal, Mask::Name).groupedAs(deliveryGroup).in(sectionDelivery);
inline constexpr auto postNo = textField(83, "post_no", QT_TRANSLATE_NOOP("Field", "Post number")).max(40).groupedAs(deliveryGroup).when(deliveryMode, "POST").in(sectionDelivery);
inline constexpr auto receiptSigned = boolField(84, "receipt_signed", QT_TRANSLATE_NOOP("Field", "Receipt signed")).groupedAs(deliveryGroup).in(sectionDelivery);
inline constexpr auto remindedOn = textField(85, "reminded_on", QT_TRANSLATE_NOOP("Field", "Reminded to collect on")).max(200).in(sectionDelivery)
    .hinted(QT_TRANSLATE_NOOP("Hint", "The days, separated by blanks."));

inline constexpr auto refuseReason = codeField(90, "refuse_reason", QT_TRANSLATE_NOOP("Field", "Refused because"), "notary_refuse_reason").column(7, false).groupedAs(common::statusGroup).in(sectionEnd).titled("不予办理原因");
inline constexpr auto terminateReason = codeField(91, "terminate_reason", QT_TRANSLATE_NOOP("Field", "Terminated because"), "notary_terminate_reason").column(7, false).groupedAs(common::statusGroup).in(sectionEnd).titled("终止原因");
inline constexpr auto endedOn = dayField(92, "ended_on", QT_TRANSLATE_NOOP("Field", "Issued, refused or terminated on")).groupedAs(common::statusGroup).setByTransition().in(sectionEnd);
inline constexpr auto endServedOn = dayField(93, "end_served_on", QT_TRANSLATE_NOOP("Field", "Decision served on")).checked(Check::NotFuture).in(sectionEnd);
inline constexpr auto refund = moneyField(94, "refund", QT_TRANSLATE_NOOP("Field", "Refund")).groupedAs(feeGroup).in(sectionEnd);
inline constexpr auto refundDecided = boolField(95, "refund_decided", QT_TRANSLATE_NOOP("Field", "Refund decided")).in(sectionEnd);
inline constexpr auto headApprovedBy = refField(96, "head_approved_by", QT_TRANSLATE_NOOP("Field", "Agreed to by the head"), Kind::User).groupedAs(common::statusGroup).in(sectionEnd);

inline constexpr auto volumeNo = textField(100, "volume_no", QT_TRANSLATE_NOOP("Field", "Volume")).max(40).groupedAs(volumeGroup).in(common::sectionArchive).titled("卷号");
inline constexpr auto pages = integerField(101, "pages", QT_TRANSLATE_NOOP("Field", "Pages")).range(1, 100'000).groupedAs(volumeGroup).in(common::sectionArchive).titled("页数");
inline constexpr auto handedOverOn = dayField(102, "handed_over_on", QT_TRANSLATE_NOOP("Field", "Handed over to the archive on")).checked(Check::NotFuture).groupedAs(volumeGroup).in(common::sectionArchive);
inline constexpr auto papers = codeSetField(103, "papers", QT_TRANSLATE_NOOP("Field", "Papers in the file"), "form_id").in(common::sectionArchive)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Papers printed by this program are known; tick the others."));
inline constexpr auto custodyItems = longTextField(104, "custody_items", QT_TRANSLATE_NOOP("Field", "Things in custody")).max(3000).level(Sensitivity::Personal).in(common::sectionArchive)
    .hinted(QT_TRANSLATE_NOOP("Hint", "One a line: what, received on, place, given back on."));

// Computed by derive: the kinds of the matters asked for, and the numbers of the certificates.
inline constexpr auto matters = codeSetField(110, "matters", QT_TRANSLATE_NOOP("Field", "Matters"), "notary_matter").column(8).computed().in(sectionApplication);
inline constexpr auto certificateNos = textField(111, "certificate_nos", QT_TRANSLATE_NOOP("Field", "Certificates")).max(400).column(12, false).searched(SearchAs::CaseNumber).computed().in(sectionApproval);

extern const LifeCycle lifeCycle;
extern const RecordSpec spec;

} // namespace yizhan::notary

namespace yizhan::notaryItem {

inline constexpr const char *sectionItem = QT_TRANSLATE_NOOP("Section", "Matter");

inline constexpr auto matter = codeField(1, "matter", QT_TRANSLATE_NOOP("Field", "Matter"), "notary_matter").mandatory().rowColumn(8, true).in(sectionItem).titled("公证事项");
inline constexpr auto title = textField(2, "title", QT_TRANSLATE_NOOP("Field", "Title")).max(100).searched(SearchAs::Text).rowColumn(10, true).in(sectionItem).titled("标题");
inline constexpr auto documentName = textField(3, "document_name", QT_TRANSLATE_NOOP("Field", "Document to be notarised")).max(200).in(sectionItem).titled("文书名称");
inline constexpr auto factsToProve = longTextField(4, "facts_to_prove", QT_TRANSLATE_NOOP("Field", "Facts to be proved")).max(2000).in(sectionItem);
inline constexpr auto originals = integerField(5, "originals", QT_TRANSLATE_NOOP("Field", "Originals")).range(1, 1000).rowColumn(3, true).in(sectionItem).titled("正本数");
inline constexpr auto copies = integerField(6, "copies", QT_TRANSLATE_NOOP("Field", "Copies")).range(0, 1000).rowColumn(3, true).in(sectionItem).titled("副本数");
inline constexpr auto personalAgreement = boolField(7, "personal_agreement", QT_TRANSLATE_NOOP("Field", "Closely tied to the person")).when(matter, "Y2").in(sectionItem)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Legacy-support agreements always; other agreements as the office decides: then nobody can be represented."));

extern const RecordSpec spec;

} // namespace yizhan::notaryItem

namespace yizhan::certificate {

inline constexpr const char *sectionCertificate = QT_TRANSLATE_NOOP("Section", "Certificate");
inline constexpr std::uint8_t statusGroup = 1;
inline constexpr std::uint8_t handGroup = 2;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "Status"), "certificate_status").groupedAs(statusGroup).setByTransition().rowColumn(5, true).in(sectionCertificate).titled("状态");
inline constexpr auto number = textField(2, "number", QT_TRANSLATE_NOOP("Field", "Certificate number")).max(60).searched(SearchAs::CaseNumber).groupedAs(statusGroup).setByTransition().rowColumn(13, true).in(sectionCertificate).titled("公证书编号");
inline constexpr auto item = refField(3, "item_id", QT_TRANSLATE_NOOP("Field", "Matter"), Kind::NotaryItem).rowColumn(8, true).in(sectionCertificate).titled("事项");
inline constexpr auto language = codeField(4, "language", QT_TRANSLATE_NOOP("Field", "Translation into"), "translation_language").rowColumn(5).in(sectionCertificate).titled("译文语种");
inline constexpr auto draftText = longTextField(5, "draft_text", QT_TRANSLATE_NOOP("Field", "Text")).max(20'000).in(sectionCertificate);
inline constexpr auto notary = refField(6, "notary_id", QT_TRANSLATE_NOOP("Field", "Notary"), Kind::User).rowColumn(5).setByTransition().in(sectionCertificate).titled("公证员");
inline constexpr auto approver = refField(7, "approver_id", QT_TRANSLATE_NOOP("Field", "Approved by"), Kind::User).rowColumn(5).setByTransition().in(sectionCertificate).titled("审批人");
inline constexpr auto issuedOn = dayField(8, "issued_on", QT_TRANSLATE_NOOP("Field", "Issued on")).groupedAs(statusGroup).setByTransition().rowColumn(6, true).in(sectionCertificate).titled("出证日期|出具日期");
inline constexpr auto originals = integerField(9, "originals", QT_TRANSLATE_NOOP("Field", "Originals")).range(1, 1000).rowColumn(3, true).in(sectionCertificate).titled("正本数");
inline constexpr auto copies = integerField(10, "copies", QT_TRANSLATE_NOOP("Field", "Copies")).range(0, 1000).rowColumn(3, true).in(sectionCertificate).titled("副本数");
inline constexpr auto handedOn = dayField(11, "handed_on", QT_TRANSLATE_NOOP("Field", "Handed over on")).checked(Check::NotFuture).groupedAs(handGroup).rowColumn(6).in(sectionCertificate).titled("发放日期|领取日期");
inline constexpr auto handedTo = textField(12, "handed_to", QT_TRANSLATE_NOOP("Field", "Handed to")).max(60).level(Sensitivity::Personal, Mask::Name).groupedAs(handGroup).in(sectionCertificate);
inline constexpr auto mode = codeField(13, "mode", QT_TRANSLATE_NOOP("Field", "How"), "notary_delivery").groupedAs(handGroup).in(sectionCertificate);
inline constexpr auto revokedOn = dayField(14, "revoked_on", QT_TRANSLATE_NOOP("Field", "Revoked on")).groupedAs(statusGroup).setByTransition().in(sectionCertificate);

extern const LifeCycle lifeCycle;
extern const RecordSpec spec;

} // namespace yizhan::certificate
