// SPDX-License-Identifier: GPL-3.0-or-later
// A legal-aid case (法律援助): application or notice, review, assignment, handling, closing file.
#pragma once

#include "records/kinds/Common.h"

namespace yizhan {
struct LifeCycle;
}

namespace yizhan::legalAid {

inline constexpr const char *sectionMatter = QT_TRANSLATE_NOOP("Section", "Matter");
inline constexpr const char *sectionMeans = QT_TRANSLATE_NOOP("Section", "Means");
inline constexpr const char *sectionCriminal = QT_TRANSLATE_NOOP("Section", "Criminal case and notice");
inline constexpr const char *sectionAuthority = QT_TRANSLATE_NOOP("Section", "Case authority");
inline constexpr const char *sectionReview = QT_TRANSLATE_NOOP("Section", "Review");
inline constexpr const char *sectionDecision = QT_TRANSLATE_NOOP("Section", "Decision");
inline constexpr const char *sectionHandling = QT_TRANSLATE_NOOP("Section", "Handling");
inline constexpr const char *sectionResult = QT_TRANSLATE_NOOP("Section", "Result");
inline constexpr const char *sectionClosing = QT_TRANSLATE_NOOP("Section", "Closing");

inline constexpr const char *criminalKinds = "XS";
inline constexpr const char *noticeSources = "NOTICE_POLICE NOTICE_PROC NOTICE_COURT";

// Merge groups: what only makes sense together.
inline constexpr std::uint8_t meansGroup = 2;
inline constexpr std::uint8_t authorityGroup = 3;
inline constexpr std::uint8_t decisionGroup = 4;
inline constexpr std::uint8_t noticeGroup = 5;
inline constexpr std::uint8_t resultGroup = 6;
inline constexpr std::uint8_t qualityGroup = 7;
inline constexpr std::uint8_t subsidyGroup = 8;
inline constexpr std::uint8_t changeGroup = 9;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "Status"), "legal_aid_status")
    .column(7).groupedAs(common::statusGroup).setByTransition().in(common::sectionProgress).titled("状态");
// The review of aid that was given before the review ended; NA while there is none.
inline constexpr auto reviewTrack = codeField(2, "review_track", QT_TRANSLATE_NOOP("Field", "Review of provisional aid"), "legal_aid_review_track")
    .column(6, false).groupedAs(common::statusGroup).setByTransition().in(common::sectionProgress).titled("先行援助审查");
// common::caseNo is the number of the case, taken when aid is granted or assigned; the application has its own.
inline constexpr auto applicationNo = textField(3, "application_no", QT_TRANSLATE_NOOP("Field", "Application number"))
    .max(60).column(12).searched(SearchAs::CaseNumber).setByTransition().in(common::sectionCase).titled("申请编号|援申字号");
inline constexpr auto source = codeField(4, "source", QT_TRANSLATE_NOOP("Field", "Source"), "legal_aid_source").column(6, false).in(common::sectionCase).titled("案件来源|来源");
inline constexpr auto aidForm = codeField(5, "aid_form", QT_TRANSLATE_NOOP("Field", "Form of aid"), "legal_aid_form").column(8, false).in(sectionMatter).titled("援助方式|服务形式");
inline constexpr auto caseKind = codeField(6, "case_kind", QT_TRANSLATE_NOOP("Field", "Kind of case"), "legal_aid_case_kind").column(5).in(sectionMatter).titled("案件类别|案件类型");
inline constexpr auto criminalStage = codeField(7, "criminal_stage", QT_TRANSLATE_NOOP("Field", "Stage of the criminal case"), "criminal_stage")
    .column(5, false).when(caseKind, criminalKinds).in(sectionMatter).titled("诉讼阶段");
inline constexpr auto civilStage = codeField(8, "civil_stage", QT_TRANSLATE_NOOP("Field", "Stage"), "civil_stage")
    .column(5, false).when(caseKind, "MS XZ FS ZC GP").in(sectionMatter).titled("案件阶段");
inline constexpr auto matter = codeField(9, "matter", QT_TRANSLATE_NOOP("Field", "Matter"), "legal_aid_matter").column(10, false).in(sectionMatter).titled("援助事项|法律援助事项");
inline constexpr auto cause = textField(10, "cause", QT_TRANSLATE_NOOP("Field", "Cause")).max(60).column(8).searched(SearchAs::Text).in(sectionMatter).titled("案由");
inline constexpr auto applicantCategory = codeSetField(11, "applicant_category", QT_TRANSLATE_NOOP("Field", "Categories of the applicant"), "applicant_category")
    .column(8, false).in(sectionMatter).titled("人群类别|受援人类别");
inline constexpr auto facts = longTextField(12, "facts", QT_TRANSLATE_NOOP("Field", "Facts")).max(3000).searched(SearchAs::Text).rowColumn(16).in(sectionMatter).titled("案情概述|案情");
inline constexpr auto requests = longTextField(13, "requests", QT_TRANSLATE_NOOP("Field", "Requests")).max(3000).searched(SearchAs::Text).in(sectionMatter).titled("申请事项|诉求");
inline constexpr auto claimAmount = moneyField(14, "claim_amount", QT_TRANSLATE_NOOP("Field", "Amount claimed")).column(6, false).in(sectionMatter).titled("涉案金额|标的额");
inline constexpr auto limitationDate = dayField(15, "limitation_date", QT_TRANSLATE_NOOP("Field", "Limitation ends on")).in(sectionMatter)
    .hinted(QT_TRANSLATE_NOOP("Hint", "With less than seven days left, aid may be given before the review ends (Legal Aid Law art. 44)."));
inline constexpr auto wageGroup = textField(16, "wage_group_id", QT_TRANSLATE_NOOP("Field", "Group of workers")).max(60).in(sectionMatter)
    .hinted(QT_TRANSLATE_NOOP("Hint", "The same for all workers against one employer: one case a person, linked by this."));
inline constexpr auto competenceChecked = boolField(17, "competence_checked", QT_TRANSLATE_NOOP("Field", "Competence checked")).in(common::sectionCase);

inline constexpr auto noMeansTest = codeField(20, "no_means_test", QT_TRANSLATE_NOOP("Field", "No means test because"), "legal_aid_no_means_test").groupedAs(meansGroup).in(sectionMeans);
inline constexpr auto exemptCheck = codeField(21, "exempt_check", QT_TRANSLATE_NOOP("Field", "Means not checked because"), "legal_aid_exempt_check").groupedAs(meansGroup).in(sectionMeans);
inline constexpr auto meansMethod = codeField(22, "means_method", QT_TRANSLATE_NOOP("Field", "How means were shown"), "means_method").groupedAs(meansGroup).in(sectionMeans)
    .hinted(QT_TRANSLATE_NOOP("Hint", "A personal undertaking or a check of data; no certificate of hardship is asked for (Legal Aid Law art. 41)."));
inline constexpr auto meansHousehold = integerField(23, "means_household", QT_TRANSLATE_NOOP("Field", "Persons in the household")).range(1, 50).groupedAs(meansGroup)
    .when(meansMethod, "UNDERTAKING DATA_CHECK").in(sectionMeans).titled("家庭人口");
inline constexpr auto meansIncomeMonth = moneyField(24, "means_income_month", QT_TRANSLATE_NOOP("Field", "Income of the household a month")).groupedAs(meansGroup)
    .level(Sensitivity::Sensitive).when(meansMethod, "UNDERTAKING DATA_CHECK").in(sectionMeans).titled("家庭月收入");
inline constexpr auto meansPerHead = moneyField(25, "means_per_head", QT_TRANSLATE_NOOP("Field", "Income a head")).level(Sensitivity::Sensitive).computed().in(sectionMeans);
inline constexpr auto meansAssets = longTextField(26, "means_assets", QT_TRANSLATE_NOOP("Field", "Property and debts")).max(1000).groupedAs(meansGroup)
    .level(Sensitivity::Sensitive).when(meansMethod, "UNDERTAKING DATA_CHECK").in(sectionMeans);
inline constexpr auto meansDeclaredOn = dayField(27, "means_declared_on", QT_TRANSLATE_NOOP("Field", "Declared on")).checked(Check::NotFuture).groupedAs(meansGroup).in(sectionMeans);
inline constexpr auto meansCheckedBy = refField(28, "means_checked_by", QT_TRANSLATE_NOOP("Field", "Checked by"), Kind::Staff).groupedAs(meansGroup).in(sectionMeans);

inline constexpr auto charge = textField(30, "charge", QT_TRANSLATE_NOOP("Field", "Charge")).max(60).column(6, false)
    .when(caseKind, criminalKinds).in(sectionCriminal).titled("罪名|涉嫌罪名");
inline constexpr auto custodyPlace = textField(31, "custody_place", QT_TRANSLATE_NOOP("Field", "Place of custody")).max(100).level(Sensitivity::Sensitive)
    .when(caseKind, criminalKinds).in(sectionCriminal).titled("羁押场所");
inline constexpr auto detained = boolField(32, "detained", QT_TRANSLATE_NOOP("Field", "In custody")).when(caseKind, criminalKinds).in(sectionCriminal);
inline constexpr auto noticeGround = codeField(33, "notice_ground", QT_TRANSLATE_NOOP("Field", "Ground of the notice"), "criminal_notice_ground")
    .column(7, false).groupedAs(noticeGroup).when(source, noticeSources).in(sectionCriminal).titled("通知情形");
inline constexpr auto noticeNo = textField(34, "notice_no", QT_TRANSLATE_NOOP("Field", "Number of the notice")).max(60).searched(SearchAs::CaseNumber)
    .groupedAs(noticeGroup).when(source, noticeSources).in(sectionCriminal).titled("通知书文号");
inline constexpr auto noticeReceivedAt = instantField(35, "notice_received_at", QT_TRANSLATE_NOOP("Field", "Notice received")).checked(Check::NotFuture)
    .groupedAs(noticeGroup).when(source, noticeSources).in(sectionCriminal).titled("通知收到时间");
inline constexpr auto groundFoundOn = dayField(36, "ground_found_on", QT_TRANSLATE_NOOP("Field", "Ground found by the authority on")).checked(Check::NotFuture)
    .groupedAs(noticeGroup).when(source, noticeSources).in(sectionCriminal);
inline constexpr auto noticeReturnReason = codeField(37, "notice_return_reason", QT_TRANSLATE_NOOP("Field", "Notice returned because"), "notice_return_reason")
    .groupedAs(common::statusGroup).when(source, noticeSources).in(sectionCriminal);
inline constexpr auto noticeReturnedOn = dayField(38, "notice_returned_on", QT_TRANSLATE_NOOP("Field", "Notice returned on")).groupedAs(common::statusGroup).setByTransition().in(sectionCriminal);

inline constexpr auto authorityKind = codeField(40, "authority_kind", QT_TRANSLATE_NOOP("Field", "Kind of authority"), "office_kind").groupedAs(authorityGroup).in(sectionAuthority);
inline constexpr auto authorityName = textField(41, "authority_name", QT_TRANSLATE_NOOP("Field", "Authority")).max(100).column(8, false).groupedAs(authorityGroup).in(sectionAuthority).titled("办案机关");
inline constexpr auto authorityCaseNo = textField(42, "authority_case_no", QT_TRANSLATE_NOOP("Field", "Its case number")).max(60).searched(SearchAs::CaseNumber)
    .groupedAs(authorityGroup).in(sectionAuthority).titled("办案机关案号");
inline constexpr auto authorityContact = textField(43, "authority_contact", QT_TRANSLATE_NOOP("Field", "Contact")).max(60).groupedAs(authorityGroup).in(sectionAuthority);
inline constexpr auto authorityPhone = textField(44, "authority_phone", QT_TRANSLATE_NOOP("Field", "Its phone")).max(30).checked(Check::Phone).groupedAs(authorityGroup).in(sectionAuthority);

inline constexpr auto supplementList = longTextField(50, "supplement_list", QT_TRANSLATE_NOOP("Field", "Everything that is missing")).max(2000).groupedAs(common::statusGroup).in(sectionReview)
    .hinted(QT_TRANSLATE_NOOP("Hint", "One list, given once (Legal Aid Law art. 43)."));
inline constexpr auto supplementDue = dayField(51, "supplement_due", QT_TRANSLATE_NOOP("Field", "To be supplied by")).groupedAs(common::statusGroup).in(sectionReview);
inline constexpr auto papersComplete = boolField(52, "papers_complete", QT_TRANSLATE_NOOP("Field", "Papers complete and in form")).in(sectionReview);
inline constexpr auto acceptedOn = dayField(53, "accepted_on", QT_TRANSLATE_NOOP("Field", "Accepted on")).column(6, false).groupedAs(common::statusGroup).setByTransition()
    .in(sectionReview).titled("受理日期").hinted(QT_TRANSLATE_NOOP("Hint", "The day the papers were complete; Beijing's five working days run from it."));
inline constexpr auto duplicateChecked = boolField(54, "duplicate_checked", QT_TRANSLATE_NOOP("Field", "Conflict and duplicate checked")).in(sectionReview);
inline constexpr auto scopeOk = boolField(55, "scope_ok", QT_TRANSLATE_NOOP("Field", "Within the scope of legal aid")).in(sectionReview);
inline constexpr auto reviewer = refField(56, "reviewer_id", QT_TRANSLATE_NOOP("Field", "Reviewer"), Kind::Staff).column(5, false).in(sectionReview).titled("审查人");
inline constexpr auto reviewOpinion = longTextField(57, "review_opinion", QT_TRANSLATE_NOOP("Field", "Opinion of the reviewer")).max(2000).in(sectionReview);
inline constexpr auto transferredTo = textField(58, "transferred_to", QT_TRANSLATE_NOOP("Field", "Passed on to")).max(100).groupedAs(common::statusGroup).in(sectionReview);
inline constexpr auto withdrawalNote = longTextField(59, "withdrawal_note", QT_TRANSLATE_NOOP("Field", "Statement of withdrawal")).max(1000).groupedAs(common::statusGroup).in(sectionReview);
inline constexpr auto provisional = boolField(60, "provisional", QT_TRANSLATE_NOOP("Field", "Aid given before the review")).groupedAs(common::statusGroup).setByTransition()
    .column(4, false).in(sectionReview).titled("先行援助");
inline constexpr auto provisionalGround = codeField(61, "provisional_ground", QT_TRANSLATE_NOOP("Field", "Ground of provisional aid"), "provisional_ground")
    .groupedAs(common::statusGroup).in(sectionReview);

inline constexpr auto decision = codeField(65, "decision", QT_TRANSLATE_NOOP("Field", "Decision"), "aid_decision").column(5, false).groupedAs(decisionGroup).setByTransition().in(sectionDecision).titled("审查决定");
inline constexpr auto decidedOn = dayField(66, "decided_on", QT_TRANSLATE_NOOP("Field", "Decided on")).column(6, false).groupedAs(decisionGroup).setByTransition().in(sectionDecision).titled("决定日期|审批日期");
inline constexpr auto refuseReason = codeField(67, "refuse_reason", QT_TRANSLATE_NOOP("Field", "Aid refused because"), "legal_aid_refuse_reason").column(7, false).groupedAs(decisionGroup).in(sectionDecision).titled("不予援助理由");
inline constexpr auto signedBy = refField(68, "signed_by", QT_TRANSLATE_NOOP("Field", "Signed by"), Kind::User).groupedAs(decisionGroup).setByTransition().in(sectionDecision);
inline constexpr auto decisionServedOn = dayField(69, "decision_served_on", QT_TRANSLATE_NOOP("Field", "Decision served on")).checked(Check::NotFuture).groupedAs(decisionGroup).in(sectionDecision);
inline constexpr auto serveMode = codeField(70, "serve_mode", QT_TRANSLATE_NOOP("Field", "How it was served"), "delivery_mode").groupedAs(decisionGroup).in(sectionDecision);

inline constexpr auto changeAskedBy = codeField(75, "change_asked_by", QT_TRANSLATE_NOOP("Field", "Change asked for by"), "change_asked_by").groupedAs(changeGroup).in(sectionHandling);
inline constexpr auto changeReason = longTextField(76, "change_reason", QT_TRANSLATE_NOOP("Field", "Reason of the change")).max(1000).groupedAs(changeGroup).in(sectionHandling);
inline constexpr auto changeDecidedOn = dayField(77, "change_decided_on", QT_TRANSLATE_NOOP("Field", "Change decided on")).groupedAs(changeGroup).setByTransition().in(sectionHandling);
inline constexpr auto changeResult = codeField(78, "change_result", QT_TRANSLATE_NOOP("Field", "Decision on the change"), "change_result").groupedAs(changeGroup).setByTransition().in(sectionHandling);
inline constexpr auto changeAnswer = longTextField(79, "change_answer", QT_TRANSLATE_NOOP("Field", "Reason told")).max(1000).groupedAs(changeGroup).in(sectionHandling);
inline constexpr auto terminationGround = codeField(80, "termination_ground", QT_TRANSLATE_NOOP("Field", "Ground of termination"), "legal_aid_termination")
    .column(7, false).groupedAs(common::statusGroup).in(sectionResult).titled("终止情形");
inline constexpr auto terminatedOn = dayField(81, "terminated_on", QT_TRANSLATE_NOOP("Field", "Terminated on")).column(6, false).groupedAs(common::statusGroup).setByTransition().in(sectionResult).titled("终止日期");
inline constexpr auto terminationServedOn = dayField(82, "termination_served_on", QT_TRANSLATE_NOOP("Field", "Termination served on")).checked(Check::NotFuture).in(sectionResult);
inline constexpr auto workDone = boolField(83, "work_done", QT_TRANSLATE_NOOP("Field", "Work was done before")).groupedAs(common::statusGroup).in(sectionResult)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Then a closing file is due and the work is paid."));

inline constexpr auto concludedOn = dayField(85, "concluded_on", QT_TRANSLATE_NOOP("Field", "Concluded on")).checked(Check::NotFuture).column(6, false).groupedAs(resultGroup).in(sectionResult).titled("办结日期")
    .hinted(QT_TRANSLATE_NOOP("Hint", "Date of the judgment or other result; the closing file is due 30 days later."));
inline constexpr auto resultDocumentNo = textField(86, "result_document_no", QT_TRANSLATE_NOOP("Field", "Number of the result")).max(60).searched(SearchAs::CaseNumber).groupedAs(resultGroup).in(sectionResult).titled("结果文书号");
inline constexpr auto resultDocument = refField(87, "result_attachment_id", QT_TRANSLATE_NOOP("Field", "Result document"), Kind::Attachment).in(sectionResult);
inline constexpr auto outcome = codeField(88, "outcome", QT_TRANSLATE_NOOP("Field", "Outcome"), "legal_aid_outcome").column(6, false).groupedAs(resultGroup).in(sectionResult).titled("承办结果");
inline constexpr auto awarded = moneyField(89, "awarded", QT_TRANSLATE_NOOP("Field", "Amount awarded")).groupedAs(resultGroup).rowColumn(6).in(sectionResult).titled("判决金额");
inline constexpr auto recovered = moneyField(90, "recovered", QT_TRANSLATE_NOOP("Field", "Obtained or saved for the aided person")).column(6, false).groupedAs(resultGroup).in(sectionResult).titled("挽回损失|取得利益金额");
inline constexpr auto opinionAdopted = codeField(91, "opinion_adopted", QT_TRANSLATE_NOOP("Field", "Opinion adopted"), "opinion_adopted").groupedAs(resultGroup).in(sectionResult);
inline constexpr auto summary = longTextField(92, "summary", QT_TRANSLATE_NOOP("Field", "Closing summary")).max(5000).searched(SearchAs::Text).in(sectionResult).titled("办案小结");

inline constexpr auto fileReceivedOn = dayField(100, "file_received_on", QT_TRANSLATE_NOOP("Field", "Closing file received on")).checked(Check::NotFuture).groupedAs(common::statusGroup).setByTransition().in(sectionClosing);
inline constexpr auto fileCheckPassed = boolField(101, "file_check_passed", QT_TRANSLATE_NOOP("Field", "File check passed")).in(sectionClosing);
inline constexpr auto fileMissing = longTextField(102, "file_missing", QT_TRANSLATE_NOOP("Field", "Missing in the closing file")).max(2000).in(sectionClosing);
inline constexpr auto sampled = boolField(103, "sampled", QT_TRANSLATE_NOOP("Field", "Drawn for quality control")).groupedAs(qualityGroup).in(sectionClosing);
inline constexpr auto qualityMethod = codeSetField(104, "quality_method", QT_TRANSLATE_NOOP("Field", "Quality control by"), "quality_method").in(sectionClosing);
inline constexpr auto qualityScore = integerField(105, "quality_score", QT_TRANSLATE_NOOP("Field", "Quality score")).range(0, 100).groupedAs(qualityGroup).rowColumn(4).in(sectionClosing).titled("质量评分");
inline constexpr auto qualityGrade = codeField(106, "quality_grade", QT_TRANSLATE_NOOP("Field", "Quality grade"), "assess_grade").column(4, false).groupedAs(qualityGroup).in(sectionClosing).titled("质量等次");
inline constexpr auto satisfaction = codeField(107, "satisfaction", QT_TRANSLATE_NOOP("Field", "Satisfaction"), "satisfaction").column(5, false).in(sectionClosing).titled("满意度");
inline constexpr auto subsidyStandard = textField(108, "subsidy_standard_id", QT_TRANSLATE_NOOP("Field", "Subsidy standard")).max(60).groupedAs(subsidyGroup).in(sectionClosing);
inline constexpr auto subsidyAmount = moneyField(109, "subsidy_amount", QT_TRANSLATE_NOOP("Field", "Subsidy")).column(5, false).groupedAs(subsidyGroup).in(sectionClosing).titled("办案补贴|补贴金额");
inline constexpr auto subsidyApprovedOn = dayField(110, "subsidy_approved_on", QT_TRANSLATE_NOOP("Field", "Subsidy approved on")).checked(Check::NotFuture).groupedAs(subsidyGroup).in(sectionClosing);
inline constexpr auto subsidyPaidOn = dayField(111, "subsidy_paid_on", QT_TRANSLATE_NOOP("Field", "Subsidy paid on")).checked(Check::NotFuture).groupedAs(subsidyGroup).in(sectionClosing);
inline constexpr auto papers = codeSetField(112, "papers", QT_TRANSLATE_NOOP("Field", "Papers in the file"), "form_id").in(common::sectionArchive)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Papers printed by this program are known; tick the others."));
inline constexpr auto endNote = textField(113, "end_note", QT_TRANSLATE_NOOP("Field", "Note or letter on the end")).max(200).in(common::sectionArchive)
    .hinted(QT_TRANSLATE_NOOP("Hint", "For applications withdrawn, passed on or returned: what paper in the file shows it."));

// Firm and person of the open assignment; computed by derive.
inline constexpr auto assignedFirm = textField(120, "assigned_firm", QT_TRANSLATE_NOOP("Field", "Firm")).max(100).column(8, false).computed().in(sectionHandling);
inline constexpr auto assignedPerson = textField(121, "assigned_person", QT_TRANSLATE_NOOP("Field", "Lawyer")).max(60).column(5).computed().in(sectionHandling);

extern const LifeCycle lifeCycle;
extern const LifeCycle review;
extern const RecordSpec spec;

} // namespace yizhan::legalAid
