// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/LegalAid.h"

#include "records/LifeCycle.h"
#include "records/kinds/Assignment.h"
#include "records/kinds/CaseFacts.h"

namespace yizhan::legalAid {

namespace {
// Income a head, rounded down to the fen; firm and person of the assignment that is not ended.
void derive(const CaseFile &file, Record &record, const RuleBook &)
{
    const auto household = record.get(meansHousehold);
    const auto income = record.get(meansIncomeMonth);
    if (household && *household > 0 && income)
        record.set(meansPerHead, Money{income->fen / *household});
    else
        record.clear(meansPerHead);
    record.clear(assignedFirm);
    record.clear(assignedPerson);
    for (const Record *row : file.of(Kind::Assignment)) {
        if (row->get(assignment::endedOn))
            continue;
        record.set(assignedFirm, row->get(assignment::firm));
        record.set(assignedPerson, row->get(assignment::person));
    }
}

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle, &review};
constexpr const FieldSpec *fields[] = {
    &status, &reviewTrack, &applicationNo, &source, &aidForm, &caseKind, &criminalStage, &civilStage, &matter, &cause,
    &applicantCategory, &facts, &requests, &claimAmount, &limitationDate, &wageGroup, &competenceChecked,
    &noMeansTest, &exemptCheck, &meansMethod, &meansHousehold, &meansIncomeMonth, &meansPerHead, &meansAssets, &meansDeclaredOn, &meansCheckedBy,
    &charge, &custodyPlace, &detained, &noticeGround, &noticeNo, &noticeReceivedAt, &groundFoundOn, &noticeReturnReason, &noticeReturnedOn,
    &authorityKind, &authorityName, &authorityCaseNo, &authorityContact, &authorityPhone,
    &supplementList, &supplementDue, &papersComplete, &acceptedOn, &duplicateChecked, &scopeOk, &reviewer, &reviewOpinion,
    &transferredTo, &withdrawalNote, &provisional, &provisionalGround,
    &decision, &decidedOn, &refuseReason, &signedBy, &decisionServedOn, &serveMode,
    &changeAskedBy, &changeReason, &changeDecidedOn, &changeResult, &changeAnswer,
    &terminationGround, &terminatedOn, &terminationServedOn, &workDone,
    &concludedOn, &resultDocumentNo, &resultDocument, &outcome, &awarded, &recovered, &opinionAdopted, &summary,
    &fileReceivedOn, &fileCheckPassed, &fileMissing, &sampled, &qualityMethod, &qualityScore, &qualityGrade, &satisfaction,
    &subsidyStandard, &subsidyAmount, &subsidyApprovedOn, &subsidyPaidOn, &papers, &endNote, &assignedFirm, &assignedPerson,
    &common::caseNo, &common::provisionalNo, &common::receivedAt, &common::firstResponder, &common::handler, &common::returnState,
    &common::greenChannel, &common::urgentReason, &common::project, &common::restricted, &common::closedOn, &common::archivedOn,
    &common::archiveClass, &common::retention, &common::shelf, &common::voidReason, &common::sandbox, &common::originConsultation,
    &common::parties, &common::nextDue, &common::nextDueRule, &common::dueProvisional, &common::duePaused};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::LegalAid,
    .name = "legal-aid",
    .table = "legal_aid",
    .label = QT_TRANSLATE_NOOP("Kind", "Legal-aid case"),
    .fields = fields,
    .lifeCycles = lifeCycles,
    .title = &common::caseNo,
    .defaultSort = &common::receivedAt,
    .docket = true,
    .derive = derive,
};

} // namespace yizhan::legalAid
