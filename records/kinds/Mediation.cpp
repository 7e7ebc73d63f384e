// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Mediation.h"

#include "records/LifeCycle.h"
#include "records/kinds/Agreement.h"
#include "records/kinds/CaseFacts.h"

namespace yizhan::mediation {

namespace {
// What the list shows of the version that counts; a version still being prepared has no tracks yet.
void derive(const CaseFile &file, Record &record, const RuleBook &)
{
    const auto sessions = file.of(Kind::Session).size();
    if (sessions > 0)
        record.set(sessionCount, static_cast<std::int64_t>(sessions));
    else
        record.clear(sessionCount);
    record.clear(confirmStatus);
    record.clear(performStatus);
    for (const Record *version : file.of(Kind::Agreement)) {
        if (version->value(agreement::version).isNull())
            continue;
        record.set(confirmStatus, version->get(agreement::confirmStatus));
        record.set(performStatus, version->get(agreement::performStatus));
    }
}

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {
    &status, &committee, &source, &channel, &courtReferralMode, &referralOrg, &referralNo, &referralSignedOn, &referralReceivedOn,
    &disputeType, &disputeSubtype, &occurredOn, &village, &placeText, &facts, &claims, &peopleInvolved, &amountClaimed, &amountAgreed,
    &difficulty, &escalationRisk, &prevented, &preventedSuicide, &preventedCrime, &preventedFight, &preventedPetition,
    &secondMediator, &recorder, &chosenBy, &consentObtained, &consentHow, &consentOn, &invitedConsent, &exclusionsChecked, &exclusions,
    &recusalChecked, &rightsToldOn, &rejectReason, &guidance, &withdrawalNote, &suspendReason, &endReason, &remediesTold, &endedOn,
    &outcome, &agreementForm, &acceptedOn, &agreedOn, &courtPaperNo, &courtPaperOn, &suitWithdrawn, &petitionNo, &petitionRoute,
    &petitionReceivedOn, &petitionOutsideRemit, &petitionToldOn, &petitionObjectedOn, &petitionAcceptedOn, &petitionSettled,
    &accidentPaperOn, &policeMediationOn, &policeDecision, &subsidyAmount, &subsidyApprovedBy, &petitionPrevented, &lawsuitPrevented,
    &closingNote, &closingApprovedBy, &reopenReason, &reopenAgreed, &reopenApprovedBy, &papers, &identityCopies, &filedBy,
    &closedBefore, &policeRequestOn, &confirmStatus, &performStatus, &sessionCount,
    &common::caseNo, &common::provisionalNo, &common::receivedAt, &common::firstResponder, &common::handler, &common::returnState,
    &common::greenChannel, &common::urgentReason, &common::project, &common::restricted, &common::closedOn, &common::archivedOn,
    &common::archiveClass, &common::retention, &common::shelf, &common::voidReason, &common::sandbox, &common::originConsultation,
    &common::parties, &common::nextDue, &common::nextDueRule, &common::dueProvisional, &common::duePaused};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Mediation,
    .name = "mediation",
    .table = "mediation",
    .label = QT_TRANSLATE_NOOP("Kind", "Mediation"),
    .fields = fields,
    .lifeCycles = lifeCycles,
    .title = &common::caseNo,
    .defaultSort = &common::receivedAt,
    .docket = true,
    .derive = derive,
};

} // namespace yizhan::mediation
