// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Assignment.h"
#include "records/kinds/CaseFacts.h"
#include "records/kinds/Declare.h"
#include "records/kinds/Hearing.h"
#include "records/kinds/LegalAid.h"
#include "records/kinds/LegalAidGuards.h"
#include "records/kinds/Objection.h"
#include "records/kinds/Referral.h"

namespace yizhan::legalAid {

namespace {
using namespace declare;
using caseFacts::isTicked;

// Conditions of single clocks and tasks.
bool limitationIsNear(const GuardContext &context)
{
    // 法律援助法 art 44(1): fewer than seven days left
    const auto ends = context.record.get(limitationDate);
    const auto received = context.record.get(common::receivedAt);
    return ends && received && ends->sinceEpoch - received->localDay().sinceEpoch < 7;
}
bool workedBefore(const GuardContext &context) { return isTicked(context.record, workDone); }
bool wasForwarded(const GuardContext &context)
{
    const QString from = context.record.get(source);
    return from == QLatin1String("TRANSFER_DUTY") || from == QLatin1String("TRANSFER_CUSTODY");
}
bool beijingClockIsOwed(const GuardContext &context)
{
    return isTicked(context.record, papersComplete) && !caseFacts::timerOf(context.file, context.record.id, "AID-REVIEW-BJ");
}
bool isApprovedAgain(const GuardContext &context) { return context.record.get(status) == QLatin1String("APPROVED"); }

// What no row of the table can say.
void openGreenChannel(CaseFile &file, Record &record, const GuardContext &)
{
    // 法律援助法 art 42(3): migrant workers who claim wages or compensation for injury at work show no means
    const QStringList categories = record.get(applicantCategory);
    const QString asked = record.get(matter);
    if (categories.contains(QLatin1String("NMG")) && (asked == QLatin1String("31-5") || asked == QLatin1String("31-7"))) {
        if (record.get(exemptCheck).isEmpty())
            record.set(exemptCheck, QStringLiteral("42-3"));
        QStringList channels = record.get(common::greenChannel);
        if (!channels.contains(QLatin1String("WAGE")))
            record.set(common::greenChannel, channels << QStringLiteral("WAGE"));
    }
    const bool sensitive = categories.contains(QLatin1String("JBSHZ")) || categories.contains(QLatin1String("WCNR")) || caseFacts::hasMinor(file);
    if (sensitive && record.value(common::restricted).isNull())
        record.set(common::restricted, true);
}

void beginWithNotice(CaseFile &, Record &record, const GuardContext &)
{
    if (const auto at = record.get(noticeReceivedAt); at && !record.get(common::receivedAt))
        record.set(common::receivedAt, *at);
    if (record.get(caseKind).isEmpty())
        record.set(caseKind, QString::fromLatin1(criminalKinds));
    if (record.get(aidForm).isEmpty())
        record.set(aidForm, QStringLiteral("3")); // criminal defence and representation
    if (record.get(noticeGround) == QLatin1String("25-1") && record.value(common::restricted).isNull())
        record.set(common::restricted, true);
}

// The newest assignment holds from today; whoever was assigned before it is out.
void fixAssignment(CaseFile &file, Record &, const GuardContext &context)
{
    const auto rows = file.of(Kind::Assignment);
    for (const Record *row : rows) {
        Record *mine = file.find(row->id);
        if (row == rows.back()) {
            if (!mine->get(assignment::assignedOn))
                mine->set(assignment::assignedOn, caseFacts::today(context));
        } else if (!mine->get(assignment::endedOn)) {
            mine->set(assignment::endedOn, caseFacts::today(context));
        }
    }
}

void endAssignments(CaseFile &file, Record &, const GuardContext &context)
{
    for (Record &row : file.children) {
        if (row.kind() == Kind::Assignment && !row.get(assignment::endedOn))
            row.set(assignment::endedOn, caseFacts::today(context));
    }
}

// An order to correct a termination gives the person who was assigned last back to the case.
void resumeAssignment(CaseFile &file, Record &record, const GuardContext &)
{
    const auto rows = file.of(Kind::Assignment);
    if (rows.empty() || record.get(status) == QLatin1String("APPROVED"))
        return;
    Record *latest = file.find(rows.back()->id);
    latest->clear(assignment::endedOn);
    latest->clear(assignment::endReason);
}

void acceptIfComplete(CaseFile &, Record &record, const GuardContext &context)
{
    if (isTicked(record, papersComplete) && !record.get(acceptedOn))
        record.set(acceptedOn, caseFacts::today(context));
}

// Receipt and review.
constexpr Effect onDraft[] = {actor(common::firstResponder)};
constexpr Effect onReceive[] = {number(applicationNo, "legal-aid-application"), actor(common::firstResponder), run(openGreenChannel)};
constexpr ClockEffect onReceiveClocks[] = {
    start("AID-REVIEW", common::receivedAt), start("AID-PROVISIONAL", common::receivedAt, limitationIsNear),
    start("AID-FORWARD", referral::receivedAt, wasForwarded, Kind::Referral), meet("AID-FORWARD", &common::receivedAt, Kind::Referral)};
constexpr ClockEffect cancelAll[] = {cancel("*")};
constexpr Effect onEnd[] = {take(Kind::LegalAid, "no-track")};
constexpr Effect onSupplement[] = {clear(papersComplete)};
constexpr ClockEffect onSupplementClocks[] = {pause("AID-REVIEW", "SUPP"), cancel("AID-REVIEW-BJ")};
constexpr Effect onAccept[] = {today(acceptedOn)};
constexpr ClockEffect onAcceptClocks[] = {start("AID-REVIEW-BJ", acceptedOn)};
constexpr ClockEffect onAcceptLateClocks[] = {resume("AID-REVIEW", "SUPP"), restart("AID-REVIEW-BJ", acceptedOn)};
constexpr Effect onApprove[] = {code(decision, "GRANT"), today(decidedOn), clear(signedBy), actor(signedBy), clear(refuseReason),
                                number(common::caseNo, "legal-aid"), take(Kind::LegalAid, "no-track")};
constexpr ClockEffect onApproveClocks[] = {meet("AID-REVIEW"), meet("AID-REVIEW-BJ"), cancel("AID-PROVISIONAL"), start("AID-ASSIGN", decidedOn)};
constexpr Effect onRefuse[] = {code(decision, "REFUSE"), today(decidedOn), clear(signedBy), actor(signedBy), take(Kind::LegalAid, "no-track")};
constexpr ClockEffect onRefuseClocks[] = {meet("AID-REVIEW"), meet("AID-REVIEW-BJ"), cancel("AID-PROVISIONAL"), start("AID-OBJECT-FILE", decisionServedOn)};
constexpr ClockEffect onServeClocks[] = {restart("AID-OBJECT-FILE", decisionServedOn)};
constexpr Effect onProvisional[] = {code(provisional, "1"), number(common::caseNo, "legal-aid"), number(assignment::number, "legal-aid-assignment", Kind::Assignment),
                                    run(fixAssignment), take(Kind::LegalAid, "track-pending")};
constexpr Effect onProvisionalLate[] = {code(provisional, "1"), number(common::caseNo, "legal-aid"), number(assignment::number, "legal-aid-assignment", Kind::Assignment),
                                        run(fixAssignment), take(Kind::LegalAid, "track-supplement")};
constexpr ClockEffect onProvisionalClocks[] = {meet("AID-PROVISIONAL"), start("AID-ENGAGE", assignment::assignedOn, nullptr, Kind::Assignment)};

// Notice.
constexpr Effect onNotice[] = {actor(common::firstResponder), run(beginWithNotice), take(Kind::LegalAid, "no-track")};
constexpr ClockEffect onNoticeClocks[] = {start("AID-NOTICE", noticeReceivedAt), start("AID-NOTICE-IN", groundFoundOn), meet("AID-NOTICE-IN", &noticeReceivedAt)};
constexpr Effect onReturnNotice[] = {today(noticeReturnedOn)};
constexpr ClockEffect onReturnNoticeClocks[] = {meet("AID-NOTICE")};

// Assignment and handling.
constexpr Effect onAssign[] = {number(common::caseNo, "legal-aid"), number(assignment::number, "legal-aid-assignment", Kind::Assignment), run(fixAssignment)};
constexpr ClockEffect onAssignClocks[] = {meet("AID-ASSIGN"), meet("AID-NOTICE"), start("AID-ENGAGE", assignment::assignedOn, nullptr, Kind::Assignment)};
constexpr ClockEffect onEngageClocks[] = {meet("AID-ENGAGE", &assignment::engagedOn, Kind::Assignment)};
constexpr ClockEffect onUnsignedClocks[] = {pause("AID-ENGAGE", "CAUSE", Kind::Assignment)};
constexpr ClockEffect onLateSigningClocks[] = {resume("AID-ENGAGE", "CAUSE", Kind::Assignment), meet("AID-ENGAGE", &assignment::engagedOn, Kind::Assignment)};
constexpr Effect onAskChange[] = {pushReturn(), clear(changeDecidedOn), clear(changeResult)};
constexpr Effect onGrantChange[] = {popReturn(), today(changeDecidedOn), code(changeResult, "GRANTED"),
                                    number(assignment::number, "legal-aid-assignment", Kind::Assignment), run(fixAssignment)};
constexpr ClockEffect onGrantChangeClocks[] = {cancel("AID-ENGAGE"), start("AID-ENGAGE", assignment::assignedOn, nullptr, Kind::Assignment)};
constexpr Effect onRefuseChange[] = {popReturn(), today(changeDecidedOn), code(changeResult, "REFUSED")};
constexpr Effect onTerminate[] = {pushReturn(), today(terminatedOn), run(endAssignments)};
// The state before the change was asked for stays on top: that is where a correction would return to.
constexpr Effect onTerminateChange[] = {today(terminatedOn), run(endAssignments)};
constexpr Effect onReviewEnd[] = {pushReturn(), today(terminatedOn), code(terminationGround, "48-8"), run(endAssignments)};
constexpr Effect onReviewEndChange[] = {today(terminatedOn), code(terminationGround, "48-8"), run(endAssignments)};
constexpr ClockEffect onTerminateClocks[] = {cancel("AID-ASSIGN"), cancel("AID-ENGAGE"), start("AID-FILE", terminatedOn, workedBefore)};
constexpr ClockEffect onConcludeClocks[] = {start("AID-FILE", concludedOn)};

// Closing file and archive.
constexpr Effect onHandIn[] = {pushReturn(), today(fileReceivedOn)};
constexpr ClockEffect onHandInClocks[] = {meet("AID-FILE", &fileReceivedOn), start("AID-FILE-REVIEW", fileReceivedOn)};
constexpr Effect onReturnFile[] = {popReturn(), clear(fileReceivedOn), clear(fileCheckPassed)};
constexpr ClockEffect onReturnFileClocks[] = {cancel("AID-FILE-REVIEW"), reopen("AID-FILE")};
constexpr Effect onClose[] = {today(common::closedOn)};
constexpr ClockEffect onCloseClocks[] = {meet("AID-FILE-REVIEW")};
constexpr Effect onArchive[] = {today(common::archivedOn), emptyReturn()};

// Objection.
constexpr Effect onCorrectRefusal[] = {clear(decision), clear(decidedOn), clear(signedBy), clear(refuseReason), clear(decisionServedOn),
                                       clear(common::archivedOn), emptyReturn()};
constexpr ClockEffect onCorrectRefusalClocks[] = {meet("AID-OBJECT"), cancel("AID-OBJECT-FILE"), restart("AID-REVIEW", objection::decidedOn, nullptr, Kind::Objection)};
constexpr Effect onCorrectTermination[] = {popReturn(), clear(terminationGround), clear(terminatedOn), clear(terminationServedOn), run(resumeAssignment)};
constexpr ClockEffect onCorrectTerminationClocks[] = {meet("AID-OBJECT"), cancel("AID-FILE"), restart("AID-ASSIGN", objection::decidedOn, isApprovedAgain, Kind::Objection)};
constexpr Effect onCorrectLate[] = {clear(terminationGround), clear(terminatedOn), clear(terminationServedOn), clear(common::closedOn),
                                    clear(common::archivedOn), clear(fileReceivedOn), clear(fileCheckPassed), emptyReturn(), run(resumeAssignment)};
constexpr ClockEffect onCorrectLateClocks[] = {meet("AID-OBJECT")};

constexpr const char *intake = "intake_clerk station duty_lawyer online";

constexpr Transition transitions[] = {
    {.name = "draft", .label = QT_TRANSLATE_NOOP("Transition", "Create"), .from = "", .to = "DRAFT", .actors = intake, .effects = onDraft},
    {.name = "receive", .label = QT_TRANSLATE_NOOP("Transition", "Receive"), .from = "DRAFT", .to = "RECEIVED", .actors = intake,
     .needs = needs<source, aidForm, matter, cause, facts, requests, applicantCategory, common::receivedAt>, .guards = guards<applicantIdentified, competent>,
     .clocks = onReceiveClocks, .effects = onReceive, .documents = "LA-01 LA-02 LA-04 LA-51 LA-05"},
    {.name = "pass-on", .label = QT_TRANSLATE_NOOP("Transition", "Pass on"), .from = "RECEIVED SUPPLEMENT REVIEWING", .to = "TRANSFERRED", .actors = "aid_clerk",
     .needs = needs<transferredTo>, .clocks = cancelAll, .effects = onEnd, .documents = "LA-07"},
    {.name = "ask-supplement", .label = QT_TRANSLATE_NOOP("Transition", "Ask for what is missing"), .from = "RECEIVED REVIEWING", .to = "SUPPLEMENT", .actors = "aid_clerk",
     .needs = needs<supplementList, supplementDue>, .clocks = onSupplementClocks, .effects = onSupplement, .documents = "LA-06"},
    {.name = "accept", .label = QT_TRANSLATE_NOOP("Transition", "Accept"), .from = "RECEIVED", .to = "REVIEWING", .actors = "aid_reviewer",
     .guards = guards<papersAreComplete, duplicatesChecked>, .clocks = onAcceptClocks, .effects = onAccept, .documents = "LA-08"},
    {.name = "complete-papers", .label = QT_TRANSLATE_NOOP("Transition", "Papers are complete"), .from = "SUPPLEMENT", .to = "REVIEWING", .actors = "aid_clerk",
     .guards = guards<papersAreComplete, duplicatesChecked>, .clocks = onAcceptLateClocks, .effects = onAccept, .documents = "LA-05 LA-08"},
    {.name = "deem-withdrawn", .label = QT_TRANSLATE_NOOP("Transition", "Deem withdrawn"), .from = "SUPPLEMENT", .to = "DEEMED_WITHDRAWN", .actors = "aid_reviewer",
     .guards = guards<supplementLate>, .clocks = cancelAll, .effects = onEnd},
    {.name = "withdraw", .label = QT_TRANSLATE_NOOP("Transition", "Withdraw"), .from = "RECEIVED SUPPLEMENT REVIEWING APPROVED", .to = "WITHDRAWN", .actors = "aid_applicant",
     .needs = needs<withdrawalNote>, .clocks = cancelAll, .effects = onEnd},
    {.name = "approve", .label = QT_TRANSLATE_NOOP("Transition", "Grant aid"), .from = "REVIEWING", .to = "APPROVED", .actors = "aid_director", .needs = needs<caseKind>,
     .guards = guards<stageGiven, withinScope, meansShown>, .clocks = onApproveClocks, .effects = onApprove, .documents = "LA-08 LA-09 LA-22"},
    {.name = "refuse", .label = QT_TRANSLATE_NOOP("Transition", "Refuse aid"), .from = "REVIEWING", .to = "REFUSED", .actors = "aid_director", .needs = needs<refuseReason>,
     .clocks = onRefuseClocks, .effects = onRefuse, .documents = "LA-10 LA-22"},
    {.name = "assign-provisionally", .label = QT_TRANSLATE_NOOP("Transition", "Give aid before the review"), .from = "RECEIVED REVIEWING", .to = "ASSIGNED", .actors = "aid_director",
     .needs = needs<provisionalGround, caseKind>, .guards = guards<limitationKnown, personNamed, threeYears, familiarWithMinors, notOnLeave, conflictFree>,
     .clocks = onProvisionalClocks, .effects = onProvisional, .documents = "LA-52 LA-11 LA-13"},
    {.name = "assign-before-papers", .label = QT_TRANSLATE_NOOP("Transition", "Give aid before the papers are complete"), .from = "SUPPLEMENT", .to = "ASSIGNED",
     .actors = "aid_director", .needs = needs<provisionalGround, caseKind>,
     .guards = guards<limitationKnown, personNamed, threeYears, familiarWithMinors, notOnLeave, conflictFree>, .clocks = onProvisionalClocks,
     .effects = onProvisionalLate, .documents = "LA-52 LA-11 LA-13"},
    {.name = "receive-notice", .label = QT_TRANSLATE_NOOP("Transition", "Receive a notice"), .from = "", .to = "NOTICE_RECEIVED", .actors = "aid_clerk",
     .needs = needs<source, noticeNo, authorityName, noticeGround, criminalStage, noticeReceivedAt>, .guards = guards<custodyKnown>,
     .clocks = onNoticeClocks, .effects = onNotice},
    {.name = "return-notice", .label = QT_TRANSLATE_NOOP("Transition", "Return the notice"), .from = "NOTICE_RECEIVED", .to = "RETURNED", .actors = "aid_director",
     .needs = needs<noticeReturnReason>, .clocks = onReturnNoticeClocks, .effects = onReturnNotice},
    {.name = "assign", .label = QT_TRANSLATE_NOOP("Transition", "Assign"), .from = "APPROVED NOTICE_RECEIVED", .to = "ASSIGNED", .actors = "aid_director aid_assigner",
     .needs = needs<caseKind>, .guards = guards<personNamed, threeYears, familiarWithMinors, notOnLeave, conflictFree>, .clocks = onAssignClocks,
     .effects = onAssign, .documents = "LA-11 LA-13"},
    {.name = "terminate-grant", .label = QT_TRANSLATE_NOOP("Transition", "Terminate before assignment"), .from = "APPROVED", .to = "TERMINATED", .actors = "aid_director",
     .needs = needs<terminationGround>, .clocks = onTerminateClocks, .effects = onTerminate, .documents = "LA-18 LA-22"},
    {.name = "engage", .label = QT_TRANSLATE_NOOP("Transition", "Engagement signed"), .from = "ASSIGNED", .to = "ENGAGED", .actors = "aid_lawyer",
     .guards = guards<engagementSigned, engagementPapers>, .clocks = onEngageClocks, .documents = "LA-12"},
    {.name = "engage-unsigned", .label = QT_TRANSLATE_NOOP("Transition", "Go on without signature"), .from = "ASSIGNED", .to = "ENGAGED", .actors = "aid_lawyer",
     .guards = guards<whyNotSigned>, .clocks = onUnsignedClocks},
    {.name = "sign-later", .label = QT_TRANSLATE_NOOP("Transition", "Engagement signed after all"), .from = "ENGAGED IN_PROGRESS", .to = "@same", .actors = "aid_lawyer",
     .guards = guards<laterSigned, engagementPapers>, .clocks = onLateSigningClocks, .documents = "LA-12"},
    {.name = "begin-work", .label = QT_TRANSLATE_NOOP("Transition", "Begin work"), .from = "ENGAGED", .to = "IN_PROGRESS", .actors = "aid_lawyer", .guards = guards<firstAction>,
     .documents = "LA-14 LA-15"},
    {.name = "ask-change", .label = QT_TRANSLATE_NOOP("Transition", "Ask for another person"), .from = "ASSIGNED ENGAGED IN_PROGRESS", .to = "CHANGE_REQUESTED",
     .actors = "aided_person aid_clerk", .needs = needs<changeAskedBy, changeReason>, .effects = onAskChange, .documents = "LA-16"},
    {.name = "grant-change", .label = QT_TRANSLATE_NOOP("Transition", "Change the person"), .from = "CHANGE_REQUESTED", .to = "ASSIGNED", .actors = "aid_director",
     .guards = guards<personNamed, newPerson, threeYears, familiarWithMinors, notOnLeave, conflictFree>, .clocks = onGrantChangeClocks,
     .effects = onGrantChange, .documents = "LA-17 LA-11 LA-13"},
    {.name = "refuse-change", .label = QT_TRANSLATE_NOOP("Transition", "Do not change the person"), .from = "CHANGE_REQUESTED", .to = "@return", .actors = "aid_director",
     .needs = needs<changeAnswer>, .effects = onRefuseChange, .documents = "LA-16"},
    {.name = "terminate-change", .label = QT_TRANSLATE_NOOP("Transition", "Terminate instead of a change"), .from = "CHANGE_REQUESTED", .to = "TERMINATED", .actors = "aid_director",
     .needs = needs<terminationGround, workDone>, .clocks = onTerminateClocks, .effects = onTerminateChange, .documents = "LA-18 LA-19 LA-22"},
    {.name = "terminate", .label = QT_TRANSLATE_NOOP("Transition", "Terminate"), .from = "ASSIGNED ENGAGED IN_PROGRESS", .to = "TERMINATED", .actors = "aid_director",
     .needs = needs<terminationGround, workDone>, .clocks = onTerminateClocks, .effects = onTerminate, .documents = "LA-18 LA-19 LA-22"},
    {.name = "end-by-review", .label = QT_TRANSLATE_NOOP("Transition", "Aid ends with its review"), .from = "ASSIGNED ENGAGED IN_PROGRESS", .to = "TERMINATED", .actors = "system",
     .guards = guards<isProvisional, reviewFailed>, .clocks = onTerminateClocks, .effects = onReviewEnd, .documents = "LA-18 LA-19 LA-22"},
    {.name = "end-change-by-review", .label = QT_TRANSLATE_NOOP("Transition", "Aid ends with its review"), .from = "CHANGE_REQUESTED", .to = "TERMINATED", .actors = "system",
     .guards = guards<isProvisional, reviewFailed>, .clocks = onTerminateClocks, .effects = onReviewEndChange, .documents = "LA-18 LA-19 LA-22"},
    {.name = "conclude", .label = QT_TRANSLATE_NOOP("Transition", "Conclude"), .from = "IN_PROGRESS", .to = "CONCLUDED", .actors = "aid_lawyer", .needs = needs<outcome, concludedOn>,
     .guards = guards<resultThere, recoveredEntered>, .clocks = onConcludeClocks, .documents = "LA-21"},
    {.name = "hand-in-file", .label = QT_TRANSLATE_NOOP("Transition", "Receive the closing file"), .from = "CONCLUDED", .to = "FILE_REVIEW", .actors = "aid_lawyer aid_clerk",
     .guards = guards<closingPapers>, .clocks = onHandInClocks, .effects = onHandIn, .documents = "LA-30 LA-31 LA-32"},
    {.name = "hand-in-terminated", .label = QT_TRANSLATE_NOOP("Transition", "Receive the file of the terminated case"), .from = "TERMINATED", .to = "FILE_REVIEW",
     .actors = "aid_lawyer aid_clerk", .guards = guards<workWasDone>, .clocks = onHandInClocks, .effects = onHandIn, .documents = "LA-14 LA-21"},
    {.name = "return-file", .label = QT_TRANSLATE_NOOP("Transition", "Send the file back"), .from = "FILE_REVIEW", .to = "@return", .actors = "aid_clerk",
     .needs = needs<fileMissing>, .clocks = onReturnFileClocks, .effects = onReturnFile, .documents = "LA-06"},
    {.name = "close", .label = QT_TRANSLATE_NOOP("Transition", "Close"), .from = "FILE_REVIEW", .to = "CLOSED", .actors = "aid_clerk aid_director",
     .guards = guards<fileChecked, reviewSettled, samplingDone>, .clocks = onCloseClocks, .effects = onClose, .documents = "LA-30 LA-31 LA-32 LA-56 LA-57"},
    {.name = "archive", .label = QT_TRANSLATE_NOOP("Transition", "File to archive"), .from = "CLOSED", .to = "ARCHIVED", .actors = "archivist",
     .guards = guards<fileComplete, noObjectionOpen>, .effects = onArchive, .documents = "LA-53 LA-54 LA-55"},
    {.name = "archive-refused", .label = QT_TRANSLATE_NOOP("Transition", "Refused: file to archive"), .from = "REFUSED", .to = "ARCHIVED", .actors = "archivist",
     .guards = guards<objectionTermOver, noObjectionOpen>, .effects = onArchive, .documents = "LA-53 LA-54 LA-55"},
    {.name = "archive-terminated", .label = QT_TRANSLATE_NOOP("Transition", "Terminated: file to archive"), .from = "TERMINATED", .to = "ARCHIVED", .actors = "archivist",
     .guards = guards<noWorkWasDone, noObjectionOpen>, .effects = onArchive, .documents = "LA-53 LA-54 LA-55"},
    {.name = "archive-ended", .label = QT_TRANSLATE_NOOP("Transition", "Ended early: file to archive"), .from = "WITHDRAWN DEEMED_WITHDRAWN TRANSFERRED RETURNED", .to = "ARCHIVED",
     .actors = "archivist", .guards = guards<endDocumented, noObjectionOpen>, .effects = onArchive, .documents = "LA-53 LA-54 LA-55"},
    {.name = "correct-refusal", .label = QT_TRANSLATE_NOOP("Transition", "Review again as ordered"), .from = "REFUSED", .to = "REVIEWING", .actors = "aid_director",
     .guards = guards<refusalCorrected>, .clocks = onCorrectRefusalClocks, .effects = onCorrectRefusal, .documents = "LA-20"},
    {.name = "correct-termination", .label = QT_TRANSLATE_NOOP("Transition", "Go on as ordered"), .from = "TERMINATED", .to = "@return", .actors = "aid_director",
     .guards = guards<terminationCorrected, notEndedByReview>, .clocks = onCorrectTerminationClocks, .effects = onCorrectTermination, .documents = "LA-20"},
    {.name = "go-on-after-review", .label = QT_TRANSLATE_NOOP("Transition", "Aid goes on with its review"), .from = "TERMINATED", .to = "@return", .actors = "system",
     .guards = guards<reviewRunsAgain>, .clocks = onCorrectTerminationClocks, .effects = onCorrectTermination, .documents = "LA-20"},
    {.name = "correct-archived-refusal", .label = QT_TRANSLATE_NOOP("Transition", "Take back and review again as ordered"), .from = "ARCHIVED", .to = "REVIEWING",
     .actors = "aid_director", .guards = guards<refusalCorrected, isNotProvisional>, .clocks = onCorrectRefusalClocks, .effects = onCorrectRefusal, .documents = "LA-20"},
    {.name = "correct-closed-termination", .label = QT_TRANSLATE_NOOP("Transition", "Take back and go on as ordered"), .from = "CLOSED ARCHIVED", .to = "IN_PROGRESS",
     .actors = "aid_director", .guards = guards<wasTerminated, terminationCorrected>, .clocks = onCorrectLateClocks, .effects = onCorrectLate, .documents = "LA-20"},
    // Service starts the time to object (北京市法律援助条例 art 24); the state stays.
    {.name = "serve-decision", .label = QT_TRANSLATE_NOOP("Transition", "Enter the service of the refusal"), .from = "REFUSED", .to = "@same", .actors = "aid_clerk",
     .needs = needs<decisionServedOn>, .clocks = onServeClocks, .documents = "LA-22"},
};

// Review track of provisional aid.
constexpr ClockEffect onTrackPendingClocks[] = {start("AID-REVIEW-BJ", acceptedOn, beijingClockIsOwed)};
constexpr Effect onTrackPending[] = {run(acceptIfComplete)};
constexpr Effect onTrackGrant[] = {code(decision, "GRANT"), today(decidedOn), clear(signedBy), actor(signedBy)};
constexpr ClockEffect onTrackGrantClocks[] = {meet("AID-REVIEW"), meet("AID-REVIEW-BJ")};
constexpr Effect onTrackRefuse[] = {code(decision, "REFUSE"), today(decidedOn), clear(signedBy), actor(signedBy), take(Kind::LegalAid, "end-by-review end-change-by-review")};
constexpr Effect onTrackLapse[] = {code(decision, "REFUSE"), today(decidedOn), take(Kind::LegalAid, "end-by-review end-change-by-review")};
constexpr Effect onTrackAgain[] = {clear(decision), clear(decidedOn), clear(signedBy), clear(refuseReason), clear(decisionServedOn),
                                   take(Kind::LegalAid, "go-on-after-review")};
constexpr ClockEffect onTrackAgainClocks[] = {meet("AID-OBJECT"), cancel("AID-OBJECT-FILE"), restart("AID-REVIEW", objection::decidedOn, nullptr, Kind::Objection)};

constexpr Transition reviewSteps[] = {
    {.name = "no-track", .label = QT_TRANSLATE_NOOP("Transition", "No provisional aid"), .from = "", .to = "NA", .actors = "system", .guards = guards<isNotProvisional>},
    {.name = "track-pending", .label = QT_TRANSLATE_NOOP("Transition", "Review owed"), .from = "", .to = "PENDING", .actors = "system", .guards = guards<isProvisional>,
     .clocks = onTrackPendingClocks, .effects = onTrackPending, .documents = "LA-52"},
    {.name = "track-supplement", .label = QT_TRANSLATE_NOOP("Transition", "Papers owed"), .from = "", .to = "SUPPLEMENT", .actors = "system", .guards = guards<isProvisional>,
     .documents = "LA-52 LA-06"},
    {.name = "track-ask-supplement", .label = QT_TRANSLATE_NOOP("Transition", "Ask for what is missing"), .from = "PENDING", .to = "SUPPLEMENT", .actors = "aid_clerk",
     .needs = needs<supplementList, supplementDue>, .clocks = onSupplementClocks, .effects = onSupplement, .documents = "LA-06"},
    {.name = "track-complete-papers", .label = QT_TRANSLATE_NOOP("Transition", "Papers are complete"), .from = "SUPPLEMENT", .to = "PENDING", .actors = "aid_clerk",
     .guards = guards<papersAreComplete>, .clocks = onAcceptLateClocks, .effects = onAccept, .documents = "LA-05"},
    {.name = "track-grant", .label = QT_TRANSLATE_NOOP("Transition", "Grant after review"), .from = "PENDING", .to = "GRANTED", .actors = "aid_director",
     .guards = guards<withinScope, meansShown>, .clocks = onTrackGrantClocks, .effects = onTrackGrant, .documents = "LA-08 LA-09 LA-22"},
    {.name = "track-refuse", .label = QT_TRANSLATE_NOOP("Transition", "Refuse after review"), .from = "PENDING", .to = "REFUSED", .actors = "aid_director",
     .needs = needs<refuseReason>, .guards = guards<workKnown>, .clocks = onRefuseClocks, .effects = onTrackRefuse, .documents = "LA-10 LA-22"},
    {.name = "track-lapse", .label = QT_TRANSLATE_NOOP("Transition", "Papers were not made good"), .from = "SUPPLEMENT", .to = "LAPSED", .actors = "aid_reviewer",
     .guards = guards<supplementLate, workKnown>, .clocks = onRefuseClocks, .effects = onTrackLapse},
    {.name = "track-again", .label = QT_TRANSLATE_NOOP("Transition", "Review again as ordered"), .from = "REFUSED LAPSED", .to = "PENDING", .actors = "aid_director",
     .guards = guards<refusalCorrected>, .clocks = onTrackAgainClocks, .effects = onTrackAgain, .documents = "LA-20"},
    {.name = "track-serve-decision", .label = QT_TRANSLATE_NOOP("Transition", "Enter the service of the refusal after review"), .from = "REFUSED LAPSED", .to = "@same",
     .actors = "aid_clerk", .needs = needs<decisionServedOn>, .clocks = onServeClocks, .documents = "LA-22"},
};
} // namespace

constexpr LifeCycle lifeCycle{.name = "legal-aid", .status = &status, .transitions = transitions, .ends = "ARCHIVED"};
constexpr LifeCycle review{.name = "review", .status = &reviewTrack, .transitions = reviewSteps, .ends = "NA GRANTED REFUSED LAPSED"};

} // namespace yizhan::legalAid
