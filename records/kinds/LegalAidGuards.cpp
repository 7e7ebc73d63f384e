// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/LegalAidGuards.h"

#include "records/kinds/Assignment.h"
#include "records/kinds/CaseFacts.h"
#include "records/kinds/LegalAid.h"
#include "records/kinds/Objection.h"
#include "records/kinds/Party.h"

#include <algorithm>

namespace yizhan::legalAid {

namespace {
using caseFacts::isTicked;

bool isOneOf(const QString &code, std::initializer_list<const char *> codes)
{
    return std::any_of(codes.begin(), codes.end(), [&code](const char *one) { return code == QLatin1String(one); });
}

// The assignment that holds: the newest without an end.
const Record *openAssignment(const CaseFile &file)
{
    const Record *found = nullptr;
    for (const Record *row : file.of(Kind::Assignment)) {
        if (!row->get(assignment::endedOn))
            found = row;
    }
    return found;
}

bool aidsMinor(const GuardContext &context)
{
    return context.record.get(noticeGround) == QLatin1String("25-1") || context.record.get(applicantCategory).contains(QLatin1String("WCNR"))
        || caseFacts::hasMinor(context.file);
}

// The newest objection to the decision in force; one that went against an earlier decision is none.
const Record *objectionTo(const GuardContext &context, const char *against)
{
    const bool refusal = qstrcmp(against, "REFUSAL") == 0;
    const auto decided = context.record.get(refusal ? decidedOn : terminatedOn);
    const Record *found = nullptr;
    for (const Record *row : context.file.of(Kind::Objection)) {
        const auto received = row->get(objection::receivedOn);
        if (row->get(objection::against) == QLatin1String(against) && (!decided || (received && *received >= *decided)))
            found = row;
    }
    return found;
}

bool isCorrectionOrdered(const GuardContext &context, const char *against)
{
    const Record *row = objectionTo(context, against);
    return row && row->get(objection::result) == QLatin1String("CORRECTION");
}

bool isObjectionOpen(const CaseFile &file)
{
    const auto rows = file.of(Kind::Objection);
    return std::any_of(rows.begin(), rows.end(), [](const Record *row) { return !isOneOf(row->get(objection::result), {"UPHELD", "CORRECTION"}); });
}

bool failedReview(const Record &record)
{
    return isOneOf(record.get(reviewTrack), {"REFUSED", "LAPSED"});
}
} // namespace

// Legal aid needs the number of the identity document, not only the name.
bool applicantIdentifiedHolds(const GuardContext &context)
{
    const auto rows = context.file.of(Kind::Party);
    return std::any_of(rows.begin(), rows.end(), [](const Record *row) {
        if (!isOneOf(row->get(party::role), {"APPLICANT", "AIDED", "SUSPECT", "DEFENDANT", "VICTIM", "PRIVATE_PROSECUTOR"}))
            return false;
        return (!row->get(party::idType).isEmpty() && !row->get(party::idNo).isEmpty()) || !row->get(party::orgIdNo).isEmpty();
    });
}

bool competentHolds(const GuardContext &context)
{
    return isTicked(context.record, competenceChecked);
}

bool papersAreCompleteHolds(const GuardContext &context)
{
    return isTicked(context.record, papersComplete);
}

bool duplicatesCheckedHolds(const GuardContext &context)
{
    return isTicked(context.record, duplicateChecked);
}

bool supplementLateHolds(const GuardContext &context)
{
    const auto due = context.record.get(supplementDue);
    return due && *due < caseFacts::today(context);
}

bool withinScopeHolds(const GuardContext &context)
{
    return isTicked(context.record, scopeOk);
}

bool meansShownHolds(const GuardContext &context)
{
    const Record &record = context.record;
    if (!record.get(noMeansTest).isEmpty() || !record.get(exemptCheck).isEmpty())
        return true;
    const bool method = isOneOf(record.get(meansMethod), {"UNDERTAKING", "DATA_CHECK"});
    return method && record.get(meansHousehold).has_value() && record.get(meansIncomeMonth).has_value() && record.get(meansDeclaredOn).has_value();
}

bool stageGivenHolds(const GuardContext &context)
{
    const QString kind = context.record.get(caseKind);
    if (kind == QLatin1String(criminalKinds))
        return !context.record.get(criminalStage).isEmpty();
    return !kind.isEmpty() && !context.record.get(civilStage).isEmpty();
}

// 44-1 is about the last days of a period, so the period must be known.
bool limitationKnownHolds(const GuardContext &context)
{
    if (context.record.get(provisionalGround) != QLatin1String("44-1"))
        return true;
    const auto ends = context.record.get(limitationDate);
    return ends && ends->sinceEpoch - caseFacts::today(context).sinceEpoch < 7;
}

bool custodyKnownHolds(const GuardContext &context)
{
    const auto held = context.record.get(detained);
    return !context.record.get(custodyPlace).isEmpty() || (held && !*held);
}

bool personNamedHolds(const GuardContext &context)
{
    const Record *row = openAssignment(context.file);
    return row && !row->get(assignment::firm).isEmpty() && !row->get(assignment::person).isEmpty();
}

// 法律援助法 art 26: who may face life imprisonment or death, and death-penalty review.
bool threeYearsHolds(const GuardContext &context)
{
    if (!isOneOf(context.record.get(noticeGround), {"25-4", "25-5"}))
        return true;
    const Record *row = openAssignment(context.file);
    return row && row->get(assignment::years).value_or(0) >= 3;
}

bool familiarWithMinorsHolds(const GuardContext &context)
{
    const Record *row = openAssignment(context.file);
    return !aidsMinor(context) || (row && isTicked(*row, assignment::minorsOk));
}

bool notOnLeaveHolds(const GuardContext &context)
{
    const Record *row = openAssignment(context.file);
    return row && isTicked(*row, assignment::available);
}

bool conflictFreeHolds(const GuardContext &context)
{
    const Record *row = openAssignment(context.file);
    return row && isTicked(*row, assignment::conflictFree);
}

// An assignment ended here or another person named: the change that was granted is really one.
bool newPersonHolds(const GuardContext &context)
{
    const auto rows = context.file.of(Kind::Assignment);
    if (rows.size() < 2)
        return false;
    const Record *latest = rows[rows.size() - 1];
    const Record *before = rows[rows.size() - 2];
    return !latest->get(assignment::endedOn) && latest->get(assignment::person) != before->get(assignment::person);
}

bool engagementSignedHolds(const GuardContext &context)
{
    const Record *row = openAssignment(context.file);
    return row && row->get(assignment::engagedOn).has_value();
}

bool engagementPapersHolds(const GuardContext &context)
{
    return caseFacts::hasPaper(context.file, papers, "LA-12");
}

bool whyNotSignedHolds(const GuardContext &context)
{
    const Record *row = openAssignment(context.file);
    return row && !row->get(assignment::notSignedReason).isEmpty();
}

bool laterSignedHolds(const GuardContext &context)
{
    const Record *row = openAssignment(context.file);
    return row && !row->get(assignment::notSignedReason).isEmpty() && row->get(assignment::engagedOn).has_value();
}

bool firstActionHolds(const GuardContext &context)
{
    return caseFacts::newest(context.file, Kind::WorkLog) != nullptr;
}

bool resultThereHolds(const GuardContext &context)
{
    return !context.record.value(resultDocument).isNull() || !context.record.get(resultDocumentNo).isEmpty();
}

bool recoveredEnteredHolds(const GuardContext &context)
{
    return context.record.get(caseKind) == QLatin1String(criminalKinds) || context.record.get(recovered).has_value();
}

bool closingPapersHolds(const GuardContext &context)
{
    return caseFacts::hasPaper(context.file, papers, "LA-21");
}

bool workWasDoneHolds(const GuardContext &context)
{
    return isTicked(context.record, workDone);
}

bool noWorkWasDoneHolds(const GuardContext &context)
{
    return !isTicked(context.record, workDone);
}

bool fileCheckedHolds(const GuardContext &context)
{
    return isTicked(context.record, fileCheckPassed);
}

bool reviewSettledHolds(const GuardContext &context)
{
    return !isOneOf(context.record.get(reviewTrack), {"PENDING", "SUPPLEMENT"});
}

bool samplingDoneHolds(const GuardContext &context)
{
    return !isTicked(context.record, sampled) || !context.record.get(qualityMethod).isEmpty();
}

bool fileCompleteHolds(const GuardContext &context)
{
    return caseFacts::hasPaper(context.file, papers, "LA-53") && caseFacts::hasPaper(context.file, papers, "LA-54") && caseFacts::hasPaper(context.file, papers, "LA-55");
}

bool noObjectionOpenHolds(const GuardContext &context)
{
    return !isObjectionOpen(context.file);
}

bool objectionTermOverHolds(const GuardContext &context)
{
    const Record *row = objectionTo(context, "REFUSAL");
    return row ? !isObjectionOpen(context.file) : caseFacts::isOver(context, context.record.id, "AID-OBJECT-FILE");
}

bool endDocumentedHolds(const GuardContext &context)
{
    return !context.record.get(endNote).isEmpty() || caseFacts::hasAnyPaper(context.file, papers);
}

bool refusalCorrectedHolds(const GuardContext &context)
{
    return isCorrectionOrdered(context, "REFUSAL");
}

bool terminationCorrectedHolds(const GuardContext &context)
{
    return isCorrectionOrdered(context, "TERMINATION");
}

bool wasTerminatedHolds(const GuardContext &context)
{
    return context.record.get(terminatedOn).has_value();
}

bool notEndedByReviewHolds(const GuardContext &context)
{
    return !failedReview(context.record);
}

bool isProvisionalHolds(const GuardContext &context)
{
    return isTicked(context.record, provisional);
}

bool workKnownHolds(const GuardContext &context)
{
    const bool endsNow = isOneOf(context.record.get(status), {"ASSIGNED", "ENGAGED", "IN_PROGRESS", "CHANGE_REQUESTED"});
    return !endsNow || context.record.get(workDone).has_value();
}

bool isNotProvisionalHolds(const GuardContext &context)
{
    return !isTicked(context.record, provisional);
}

bool reviewFailedHolds(const GuardContext &context)
{
    return failedReview(context.record);
}

// 48-8 is the ground that reviewFailed sets; the track is running again because the refusal was corrected.
bool reviewRunsAgainHolds(const GuardContext &context)
{
    return context.record.get(reviewTrack) == QLatin1String("PENDING") && context.record.get(terminationGround) == QLatin1String("48-8") && isCorrectionOrdered(context, "REFUSAL");
}

} // namespace yizhan::legalAid
