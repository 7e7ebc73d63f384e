// SPDX-License-Identifier: GPL-3.0-or-later
// One version of the agreement of a mediation case, with its two tracks: judicial confirmation and performance.
#pragma once

#include "records/kinds/Common.h"

namespace yizhan {
struct LifeCycle;
}

namespace yizhan::agreement {

inline constexpr const char *sectionAgreement = QT_TRANSLATE_NOOP("Section", "Agreement");
inline constexpr const char *sectionConfirmation = QT_TRANSLATE_NOOP("Section", "Judicial confirmation");
inline constexpr const char *sectionPerformance = QT_TRANSLATE_NOOP("Section", "Performance");

inline constexpr std::uint8_t confirmGroup = 1;
inline constexpr std::uint8_t performGroup = 2;
inline constexpr std::uint8_t effectGroup = 3; // what makes the agreement binding: form, signatures, effective day

// Empty while the agreement is being prepared; both tracks start when the case is AGREED, and the content is frozen from then on.
inline constexpr auto confirmStatus = codeField(1, "confirm_status", QT_TRANSLATE_NOOP("Field", "Judicial confirmation"), "mediation_confirm_status")
    .groupedAs(confirmGroup).setByTransition().rowColumn(6, true).in(sectionConfirmation).titled("司法确认");
inline constexpr auto performStatus = codeField(2, "perform_status", QT_TRANSLATE_NOOP("Field", "Performance"), "mediation_perform_status")
    .groupedAs(performGroup).setByTransition().rowColumn(6, true).in(sectionPerformance).titled("履行情况");
inline constexpr auto version = integerField(3, "version_no", QT_TRANSLATE_NOOP("Field", "Version")).range(1, 999)
    .groupedAs(effectGroup).setByTransition().rowColumn(3, true).in(sectionAgreement).titled("版本");
inline constexpr auto agreementNo = textField(4, "agreement_no", QT_TRANSLATE_NOOP("Field", "Number of the agreement")).max(60)
    .searched(SearchAs::CaseNumber).rowColumn(12, true).in(sectionAgreement).titled("协议编号");
inline constexpr auto form = codeField(5, "form", QT_TRANSLATE_NOOP("Field", "Form of the agreement"), "agreement_form").groupedAs(effectGroup).rowColumn(5, true).in(sectionAgreement).titled("协议形式");
inline constexpr auto factsAgreed = longTextField(6, "facts", QT_TRANSLATE_NOOP("Field", "Facts, points in dispute, responsibilities")).max(5000)
    .searched(SearchAs::Text).in(sectionAgreement);
inline constexpr auto partiesSignedOn = dayField(7, "parties_signed_on", QT_TRANSLATE_NOOP("Field", "Last party signed on")).checked(Check::NotFuture)
    .groupedAs(effectGroup).when(form, "WRITTEN").in(sectionAgreement);
inline constexpr auto mediatorSignedOn = dayField(8, "mediator_signed_on", QT_TRANSLATE_NOOP("Field", "Mediator signed on")).checked(Check::NotFuture)
    .groupedAs(effectGroup).when(form, "WRITTEN").in(sectionAgreement);
inline constexpr auto sealedOn = dayField(9, "sealed_on", QT_TRANSLATE_NOOP("Field", "Committee's seal on")).checked(Check::NotFuture)
    .groupedAs(effectGroup).when(form, "WRITTEN").in(sectionAgreement);
inline constexpr auto oralOn = dayField(10, "oral_on", QT_TRANSLATE_NOOP("Field", "Agreed by word of mouth on")).checked(Check::NotFuture)
    .groupedAs(effectGroup).when(form, "ORAL").in(sectionAgreement);
// Written: the latest of the signatures and the seal (人民调解法 art 29); oral: the day of agreement (art 30).
inline constexpr auto effectiveOn = dayField(11, "effective_on", QT_TRANSLATE_NOOP("Field", "Effective on")).groupedAs(effectGroup)
    .setByTransition().rowColumn(6, true).in(sectionAgreement).titled("生效日期");
inline constexpr auto allSigned = boolField(12, "all_signed", QT_TRANSLATE_NOOP("Field", "Every party signed, sealed or fingerprinted")).when(form, "WRITTEN").in(sectionAgreement);
inline constexpr auto copies = integerField(13, "copies", QT_TRANSLATE_NOOP("Field", "Number of copies")).range(1, 1000).when(form, "WRITTEN").in(sectionAgreement)
    .hinted(QT_TRANSLATE_NOOP("Hint", "One for each party and one for the committee."));
inline constexpr auto amount = moneyField(14, "amount", QT_TRANSLATE_NOOP("Field", "Amount")).rowColumn(6).in(sectionAgreement)
    .hinted(QT_TRANSLATE_NOOP("Hint", "The sum of what the terms oblige to pay.")).titled("金额");
inline constexpr auto performDueOn = dayField(15, "perform_due_on", QT_TRANSLATE_NOOP("Field", "To be performed by")).groupedAs(performGroup).rowColumn(6, true).in(sectionPerformance)
    .hinted(QT_TRANSLATE_NOOP("Hint", "The last day of the terms; the follow-up counts from it.")).titled("履行期限");
inline constexpr auto nothingToPerform = boolField(16, "nothing_to_perform", QT_TRANSLATE_NOOP("Field", "Nothing to perform")).in(sectionPerformance);
inline constexpr auto performedAtOnce = boolField(17, "performed_at_once", QT_TRANSLATE_NOOP("Field", "Performed on the spot")).in(sectionPerformance);
inline constexpr auto performanceProof = textField(18, "performance_proof", QT_TRANSLATE_NOOP("Field", "Proof of performance")).max(200).in(sectionPerformance)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Receipt, bank slip or what else shows it (form MT-12)."));
inline constexpr auto repudiatedOn = dayField(19, "repudiated_on", QT_TRANSLATE_NOOP("Field", "Disputed since")).checked(Check::NotFuture).groupedAs(performGroup).in(sectionPerformance);
inline constexpr auto repudiationNote = longTextField(20, "repudiation_note", QT_TRANSLATE_NOOP("Field", "What is disputed")).max(1000).groupedAs(performGroup).in(sectionPerformance);
inline constexpr auto remediesTold = boolField(21, "remedies_told", QT_TRANSLATE_NOOP("Field", "Parties told that a suit is possible")).in(sectionPerformance);
inline constexpr auto enforcementNo = textField(22, "enforcement_no", QT_TRANSLATE_NOOP("Field", "Number of the enforcement")).max(60)
    .searched(SearchAs::CaseNumber).groupedAs(performGroup).in(sectionPerformance);
inline constexpr auto enforcedOn = dayField(23, "enforced_on", QT_TRANSLATE_NOOP("Field", "Enforced on")).checked(Check::NotFuture).groupedAs(performGroup).in(sectionPerformance);

inline constexpr auto confirmWish = textField(30, "confirm_wish", QT_TRANSLATE_NOOP("Field", "Parties' statement on confirmation")).max(200).in(sectionConfirmation);
inline constexpr auto jointApplication = boolField(31, "joint_application", QT_TRANSLATE_NOOP("Field", "Applied for together")).in(sectionConfirmation);
inline constexpr auto confirmGroundsChecked = boolField(32, "confirm_grounds_checked", QT_TRANSLATE_NOOP("Field", "Court's grounds of refusal checked")).in(sectionConfirmation);
inline constexpr auto confirmGrounds = codeSetField(33, "confirm_grounds", QT_TRANSLATE_NOOP("Field", "Grounds that may stand against it"), "confirm_exclusion").in(sectionConfirmation);
inline constexpr auto confirmExplanation = longTextField(34, "confirm_explanation", QT_TRANSLATE_NOOP("Field", "Why it is applied for nevertheless")).max(1000).in(sectionConfirmation);
inline constexpr auto venueMode = codeField(35, "venue_mode", QT_TRANSLATE_NOOP("Field", "Where it is handled"), "confirm_venue_mode").rowColumn(6).in(sectionConfirmation).titled("办理方式");
inline constexpr auto court = textField(36, "court", QT_TRANSLATE_NOOP("Field", "Court")).max(60).groupedAs(confirmGroup).in(sectionConfirmation);
inline constexpr auto courtNo = textField(37, "court_no", QT_TRANSLATE_NOOP("Field", "Court number")).max(60).groupedAs(confirmGroup)
    .searched(SearchAs::CaseNumber).rowColumn(10).in(sectionConfirmation).titled("司法确认案号");
inline constexpr auto confirmAppliedOn = dayField(38, "confirm_applied_on", QT_TRANSLATE_NOOP("Field", "Applied on")).checked(Check::NotFuture).groupedAs(confirmGroup).rowColumn(6).in(sectionConfirmation).titled("申请日期");
inline constexpr auto confirmAcceptedOn = dayField(39, "confirm_accepted_on", QT_TRANSLATE_NOOP("Field", "Accepted by the court on")).checked(Check::NotFuture).groupedAs(confirmGroup).in(sectionConfirmation);
inline constexpr auto confirmDecidedOn = dayField(40, "confirm_decided_on", QT_TRANSLATE_NOOP("Field", "Decided by the court on")).checked(Check::NotFuture).groupedAs(confirmGroup).in(sectionConfirmation);
inline constexpr auto confirmRefusal = codeField(41, "confirm_refusal", QT_TRANSLATE_NOOP("Field", "Court's ground"), "confirm_exclusion").groupedAs(confirmGroup).in(sectionConfirmation);
inline constexpr auto confirmRefusalNote = textField(42, "confirm_refusal_note", QT_TRANSLATE_NOOP("Field", "Court's reason in words")).max(200).groupedAs(confirmGroup).in(sectionConfirmation);
inline constexpr auto confirmWithdrawnOn = dayField(43, "confirm_withdrawn_on", QT_TRANSLATE_NOOP("Field", "Application withdrawn on")).checked(Check::NotFuture).groupedAs(confirmGroup).in(sectionConfirmation);
inline constexpr auto labourReviewOn = dayField(44, "labour_review_on", QT_TRANSLATE_NOOP("Field", "Review by the arbitration commission asked for on")).checked(Check::NotFuture).in(sectionConfirmation);

extern const LifeCycle confirmation;
extern const LifeCycle performance;
extern const RecordSpec spec;

} // namespace yizhan::agreement

namespace yizhan::agreementTerm {

inline constexpr const char *sectionTerm = QT_TRANSLATE_NOOP("Section", "Term");
inline constexpr std::uint8_t performGroup = 1;

inline constexpr auto position = integerField(1, "position", QT_TRANSLATE_NOOP("Field", "No.")).range(1, 999).rowColumn(2, true).in(sectionTerm).titled("序号");
inline constexpr auto obligor = refField(2, "obligor_id", QT_TRANSLATE_NOOP("Field", "Who"), Kind::Party).rowColumn(6, true).in(sectionTerm).titled("义务人");
inline constexpr auto obligee = refField(3, "obligee_id", QT_TRANSLATE_NOOP("Field", "To whom"), Kind::Party).rowColumn(6, true).in(sectionTerm).titled("权利人");
inline constexpr auto mode = codeField(4, "mode", QT_TRANSLATE_NOOP("Field", "How"), "perform_mode").rowColumn(6, true).in(sectionTerm).titled("方式");
inline constexpr auto content = longTextField(5, "content", QT_TRANSLATE_NOOP("Field", "What")).max(1000).searched(SearchAs::Text).mandatory().rowColumn(14, true).in(sectionTerm).titled("履行内容|内容");
inline constexpr auto amount = moneyField(6, "amount", QT_TRANSLATE_NOOP("Field", "Amount")).rowColumn(6, true).in(sectionTerm).titled("金额");
inline constexpr auto dueOn = dayField(7, "due_on", QT_TRANSLATE_NOOP("Field", "By when")).rowColumn(6, true).in(sectionTerm).titled("履行期限");
inline constexpr auto performedOn = dayField(8, "performed_on", QT_TRANSLATE_NOOP("Field", "Performed on")).checked(Check::NotFuture).groupedAs(performGroup).rowColumn(6, true).in(sectionTerm).titled("履行日期");
inline constexpr auto performedAmount = moneyField(9, "performed_amount", QT_TRANSLATE_NOOP("Field", "Amount performed")).groupedAs(performGroup).in(sectionTerm);
inline constexpr auto proof = textField(10, "proof", QT_TRANSLATE_NOOP("Field", "Proof")).max(200).groupedAs(performGroup).in(sectionTerm);
inline constexpr auto proofAttachment = refField(11, "proof_attachment_id", QT_TRANSLATE_NOOP("Field", "Scan of the proof"), Kind::Attachment).in(sectionTerm);
inline constexpr auto performStatus = codeField(12, "perform_status", QT_TRANSLATE_NOOP("Field", "Performance"), "mediation_perform_status")
    .groupedAs(performGroup).setByTransition().rowColumn(6, true).in(sectionTerm).titled("履行情况"); // kept by the performance track of the agreement

extern const RecordSpec spec;

} // namespace yizhan::agreementTerm
