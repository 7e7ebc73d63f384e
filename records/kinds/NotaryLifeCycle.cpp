// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/CodeList.h"
#include "records/RuleBook.h"
#include "records/kinds/CaseFacts.h"
#include "records/kinds/Declare.h"
#include "records/kinds/Notary.h"
#include "records/kinds/NotaryGuards.h"
#include "records/kinds/Party.h"
#include "records/kinds/Recheck.h"

#include <QJsonValue>

namespace yizhan::notary {

namespace {
using namespace declare;
using caseFacts::isTicked;

bool isUrgent(const GuardContext &context) { return isTicked(context.record, urgent); }

bool isOutcome(const GuardContext &context, const char *outcome)
{
    const Record *row = caseFacts::newest(context.file, Kind::Recheck);
    return row && row->get(recheck::outcome) == QLatin1String(outcome);
}
bool isRedo(const GuardContext &context) { return isOutcome(context, "REDO"); }
bool isSupplementary(const GuardContext &context) { return isOutcome(context, "SUPPLEMENT"); }

// What no row of the table can say.
void applyDefaults(CaseFile &file, Record &record, const GuardContext &context)
{
    const CodeCatalog &codes = context.rules.codes();
    const QString country = record.get(destinationCountry);
    if (record.get(legalisation).isEmpty()) {
        const QString usual = codes.attribute(QStringLiteral("destination_country"), country, QStringLiteral("legalisation_default")).toString();
        record.set(legalisation, !usual.isEmpty() ? usual : country.isEmpty() ? QStringLiteral("NONE") : QStringLiteral("UNKNOWN"));
    }
    if (record.value(conformityCertificate).isNull() && !country.isEmpty())
        record.set(conformityCertificate, codes.attribute(QStringLiteral("destination_country"), country, QStringLiteral("conformity_certificate")).toBool());
    // people of 60 and over are called first (green channel for the aged, frail, ill and disabled)
    const Day sixtyYearsAgo = caseFacts::today(context).sameDateAfterMonths(-60 * 12);
    QStringList channels = record.get(common::greenChannel);
    for (const Record *row : file.of(Kind::Party)) {
        const auto born = row->get(party::birthDate);
        if (row->get(party::role) == QLatin1String("APPLICANT") && born && *born <= sixtyYearsAgo && !channels.contains(QLatin1String("WEAK")))
            channels += QStringLiteral("WEAK");
    }
    record.set(common::greenChannel, channels);
}

// What the counter entered for the whole matter goes onto each certificate.
void describeHandover(CaseFile &file, Record &record, const GuardContext &)
{
    for (Record &row : file.children) {
        if (row.kind() != Kind::Certificate || row.get(certificate::handedOn))
            continue;
        if (const auto day = record.get(deliveredOn))
            row.set(certificate::handedOn, *day);
        row.set(certificate::handedTo, record.get(deliveredTo));
        row.set(certificate::mode, record.get(deliveryMode));
    }
}

void decideRecheck(CaseFile &file, Record &, const GuardContext &context)
{
    const Record *found = caseFacts::newest(file, Kind::Recheck);
    if (Record *row = found ? file.find(found->id) : nullptr; row && !row->get(recheck::decidedOn))
        row->set(recheck::decidedOn, caseFacts::today(context));
}

// The certificate that was rechecked takes the outcome; the others of the matter stay as they are.
void markCertificate(CaseFile &file, Record &record, const GuardContext &context)
{
    decideRecheck(file, record, context);
    const Record *row = caseFacts::newest(file, Kind::Recheck);
    const auto id = row ? row->get(recheck::certificate) : std::nullopt;
    Record *paper = id ? file.find(*id) : nullptr;
    if (!paper || paper->kind() != Kind::Certificate)
        return;
    record.set(endedOn, row->get(recheck::decidedOn).value_or(caseFacts::today(context))); // the file is due three months from here
    const QString outcome = row->get(recheck::outcome);
    if (outcome == QLatin1String("CORRECT")) {
        paper->set(certificate::status, QStringLiteral("CORRECTED"));
    } else if (outcome == QLatin1String("SUPPLEMENT")) {
        paper->set(certificate::status, QStringLiteral("SUPPLEMENTED"));
    } else {
        paper->set(certificate::status, QStringLiteral("REVOKED"));
        paper->set(certificate::revokedOn, caseFacts::today(context));
    }
}

void handOverCorrected(CaseFile &file, Record &record, const GuardContext &context)
{
    const Record *found = caseFacts::newest(file, Kind::Recheck);
    if (Record *row = found ? file.find(found->id) : nullptr; row && !row->get(recheck::carriedOutOn))
        row->set(recheck::carriedOutOn, caseFacts::today(context));
    describeHandover(file, record, context);
}

// Application.
constexpr Effect onDraft[] = {actor(common::firstResponder)};
constexpr Effect onApply[] = {actor(common::firstResponder), run(applyDefaults)};
constexpr Effect onAskPapers[] = {pushReturn(), clear(papersIn)};
constexpr Effect onPapersIn[] = {popReturn()};
constexpr Effect onDrop[] = {emptyReturn()};
constexpr Effect onAccept[] = {today(acceptedOn), actor(notary), number(common::caseNo, "notary-acceptance")};
constexpr ClockEffect onAcceptClocks[] = {start("NOT-ISSUE", acceptedOn), start("NOT-URGENT", acceptedOn, isUrgent), start("NOT-TERMINATE-6M", acceptedOn)};

// Examination. The promise of an urgent request stops and runs with the term of the law.
constexpr ClockEffect onAskProof[] = {pause("NOT-ISSUE", "SUPP"), pause("NOT-URGENT", "SUPP")};
constexpr ClockEffect onProofIn[] = {resume("NOT-ISSUE", "SUPP"), resume("NOT-URGENT", "SUPP")};
constexpr ClockEffect onForceMajeure[] = {pause("NOT-ISSUE", "FM"), pause("NOT-URGENT", "FM")};
constexpr ClockEffect onForceMajeureOver[] = {resume("NOT-ISSUE", "FM"), resume("NOT-URGENT", "FM")};
constexpr ClockEffect onVerify[] = {pause("NOT-ISSUE", "VERIFY"), pause("NOT-URGENT", "VERIFY")};
constexpr ClockEffect onVerified[] = {resume("NOT-ISSUE", "VERIFY"), resume("NOT-URGENT", "VERIFY")};
constexpr ClockEffect onEntrusted[] = {start("NOT-VERIFY", entrustedOn)};
constexpr ClockEffect onEntrustedAnswered[] = {meet("NOT-VERIFY", &entrustedAnsweredOn)};
constexpr Effect onReturnDraft[] = {clear(approvalChecks), clear(approvalOpinion)};
constexpr Effect onSubmit[] = {clear(returnReason)};

// Issue and delivery.
constexpr Effect onIssue[] = {clear(approver), actor(approver), today(approvedOn), today(issuedOn), today(endedOn), takeEach(Kind::Certificate, "issue")};
constexpr ClockEffect onIssueClocks[] = {meet("NOT-ISSUE"), meet("NOT-URGENT"), cancel("NOT-TERMINATE-6M"), start("NOT-ARCHIVE", endedOn), start("NOT-SITE", readOutOn)};
constexpr Effect onDeliver[] = {today(deliveredOn), run(describeHandover), takeEach(Kind::Certificate, "deliver")};
constexpr ClockEffect onDeliverClocks[] = {meet("NOT-SITE", &deliveredOn)};
constexpr Effect onEnd[] = {today(endedOn), emptyReturn(), takeEach(Kind::Certificate, "drop")};
constexpr ClockEffect onEndClocks[] = {cancel("NOT-ISSUE"), cancel("NOT-URGENT"), cancel("NOT-TERMINATE-6M"), start("NOT-ARCHIVE", endedOn)};
constexpr Effect onArchive[] = {today(common::closedOn), today(common::archivedOn), emptyReturn()};
constexpr ClockEffect onArchiveClocks[] = {meet("NOT-ARCHIVE"), meet("NOT-RECHECK-ACT")};

// Recheck.
constexpr Effect onRecheck[] = {pushReturn()};
constexpr ClockEffect onRecheckClocks[] = {start("NOT-RECHECK", recheck::receivedOn, nullptr, Kind::Recheck)};
constexpr Effect onUphold[] = {popReturn(), run(decideRecheck)};
constexpr ClockEffect onUpholdClocks[] = {meet("NOT-RECHECK", &recheck::decidedOn, Kind::Recheck), start("NOT-RECHECK-ACT", recheck::decidedOn, isRedo, Kind::Recheck)};
constexpr Effect onOutcome[] = {run(markCertificate)};
constexpr ClockEffect onCorrectClocks[] = {
    meet("NOT-RECHECK", &recheck::decidedOn, Kind::Recheck), start("NOT-RECHECK-ACT", recheck::decidedOn, nullptr, Kind::Recheck),
    start("NOT-REVOKE-REPORT", recheck::decidedOn, isSupplementary, Kind::Recheck), restart("NOT-ARCHIVE", endedOn)};
constexpr ClockEffect onRevokeClocks[] = {
    meet("NOT-RECHECK", &recheck::decidedOn, Kind::Recheck), start("NOT-RECHECK-ACT", recheck::decidedOn, nullptr, Kind::Recheck),
    start("NOT-REVOKE-REPORT", recheck::decidedOn, nullptr, Kind::Recheck), restart("NOT-ARCHIVE", endedOn)};
constexpr Effect onDeliverCorrected[] = {today(deliveredOn), run(handOverCorrected)};
constexpr ClockEffect onDeliverCorrectedClocks[] = {meet("NOT-RECHECK-ACT", &recheck::carriedOutOn, Kind::Recheck)};
constexpr ClockEffect onReport[] = {meet("NOT-REVOKE-REPORT", &recheck::reportedOn, Kind::Recheck)};
constexpr ClockEffect onRecheckArchiveClocks[] = {meet("NOT-RECHECK-ACT", &recheck::carriedOutOn, Kind::Recheck), meet("NOT-REVOKE-REPORT", &recheck::reportedOn, Kind::Recheck),
                                                  meet("NOT-ARCHIVE")};

constexpr const char *counter = "notary_applicant notary_clerk";
constexpr const char *afterAcceptanceStates = "ACCEPTED REVIEWING DRAFTING APPROVING SUPPLEMENT";

constexpr Transition transitions[] = {
    {.name = "draft", .label = QT_TRANSLATE_NOOP("Transition", "Create"), .from = "", .to = "DRAFT", .actors = "notary_applicant notary_clerk online", .effects = onDraft},
    {.name = "apply", .label = QT_TRANSLATE_NOOP("Transition", "Hand in"), .from = "DRAFT", .to = "APPLIED", .actors = "notary_applicant notary_clerk online",
     .needs = needs<category, useArea, purpose, translationLanguage, common::receivedAt>,
     .guards = guards<applicantGiven, mattersGiven, countryGiven, agentGiven, urgencyGrounded>, .effects = onApply, .documents = "NT-01 NT-24"},
    {.name = "withdraw", .label = QT_TRANSLATE_NOOP("Transition", "Withdraw"), .from = "DRAFT APPLIED", .to = "WITHDRAWN", .actors = counter, .needs = needs<withdrawalNote>},
    {.name = "ask-papers", .label = QT_TRANSLATE_NOOP("Transition", "Ask for papers"), .from = "APPLIED", .to = "SUPPLEMENT", .actors = "notary_clerk",
     .needs = needs<supplementList, supplementDue>, .effects = onAskPapers, .documents = "NT-03"},
    {.name = "papers-in", .label = QT_TRANSLATE_NOOP("Transition", "Papers are in"), .from = "SUPPLEMENT", .to = "APPLIED", .actors = "notary_clerk",
     .guards = guards<beforeAcceptance, papersSupplied>, .effects = onPapersIn},
    {.name = "withdraw-waiting", .label = QT_TRANSLATE_NOOP("Transition", "Withdraw instead of supplying papers"), .from = "SUPPLEMENT", .to = "WITHDRAWN", .actors = counter,
     .needs = needs<withdrawalNote>, .guards = guards<beforeAcceptance>, .effects = onDrop},
    {.name = "not-accept", .label = QT_TRANSLATE_NOOP("Transition", "Do not accept"), .from = "APPLIED", .to = "NOT_ACCEPTED", .actors = "notary", .needs = needs<guidance>,
     .guards = guards<someConditionMissing>, .documents = "NT-04"},
    {.name = "not-accept-incomplete", .label = QT_TRANSLATE_NOOP("Transition", "Papers did not come"), .from = "SUPPLEMENT", .to = "NOT_ACCEPTED", .actors = "notary",
     .needs = needs<guidance>, .guards = guards<beforeAcceptance, papersNotSupplied>, .effects = onDrop, .documents = "NT-04"},
    {.name = "accept", .label = QT_TRANSLATE_NOOP("Transition", "Accept"), .from = "APPLIED", .to = "ACCEPTED", .actors = "notary", .needs = needs<interestStatement, toldOn>,
     .guards = guards<allConditions, inPerson, place, recusal, identity, homeServiceStaffed>, .clocks = onAcceptClocks, .effects = onAccept, .documents = "NT-02 NT-05 NT-08"},
    {.name = "examine", .label = QT_TRANSLATE_NOOP("Transition", "Examine"), .from = "ACCEPTED", .to = "REVIEWING", .actors = "notary", .guards = guards<questioned>,
     .documents = "NT-06"},
    {.name = "ask-proof", .label = QT_TRANSLATE_NOOP("Transition", "Ask for proof"), .from = "ACCEPTED REVIEWING DRAFTING", .to = "SUPPLEMENT", .actors = "notary",
     .needs = needs<supplementList, supplementDue>, .clocks = onAskProof, .effects = onAskPapers, .documents = "NT-03"},
    {.name = "proof-in", .label = QT_TRANSLATE_NOOP("Transition", "Proof is in"), .from = "SUPPLEMENT", .to = "@return", .actors = "notary",
     .guards = guards<afterAcceptance, papersSupplied>, .clocks = onProofIn, .effects = onPapersIn, .documents = "NT-06"},
    {.name = "pause-force-majeure", .label = QT_TRANSLATE_NOOP("Transition", "Force majeure begins"), .from = "REVIEWING", .to = "REVIEWING", .actors = "notary",
     .needs = needs<pauseEvidence>, .clocks = onForceMajeure, .documents = "NT-07"},
    {.name = "resume-force-majeure", .label = QT_TRANSLATE_NOOP("Transition", "Force majeure is over"), .from = "REVIEWING", .to = "REVIEWING", .actors = "notary",
     .clocks = onForceMajeureOver, .documents = "NT-07"},
    {.name = "pause-verification", .label = QT_TRANSLATE_NOOP("Transition", "Verification begins"), .from = "REVIEWING", .to = "REVIEWING", .actors = "notary",
     .needs = needs<pauseEvidence, verifyMethod>, .clocks = onVerify, .documents = "NT-07"},
    {.name = "resume-verification", .label = QT_TRANSLATE_NOOP("Transition", "Verification is done"), .from = "REVIEWING", .to = "REVIEWING", .actors = "notary",
     .needs = needs<verifyResult>, .clocks = onVerified, .documents = "NT-07"},
    {.name = "begin-drafting", .label = QT_TRANSLATE_NOOP("Transition", "Draft the certificate"), .from = "REVIEWING", .to = "DRAFTING", .actors = "notary",
     .guards = guards<examined, twoPersons>, .documents = "NT-09"},
    {.name = "examine-again", .label = QT_TRANSLATE_NOOP("Transition", "Examine again"), .from = "DRAFTING", .to = "REVIEWING", .actors = "notary"},
    {.name = "submit", .label = QT_TRANSLATE_NOOP("Transition", "Submit for approval"), .from = "DRAFTING", .to = "APPROVING", .actors = "notary",
     .needs = needs<examinationOpinion>, .guards = guards<draftThere, feeSettled>, .effects = onSubmit, .documents = "NT-09 NT-10 NT-11"},
    {.name = "return-facts", .label = QT_TRANSLATE_NOOP("Transition", "Return: facts"), .from = "APPROVING", .to = "REVIEWING", .actors = "notary_approver",
     .needs = needs<returnReason>, .effects = onReturnDraft, .documents = "NT-09"},
    {.name = "return-wording", .label = QT_TRANSLATE_NOOP("Transition", "Return: wording"), .from = "APPROVING", .to = "DRAFTING", .actors = "notary_approver",
     .needs = needs<returnReason>, .effects = onReturnDraft, .documents = "NT-09"},
    {.name = "issue", .label = QT_TRANSLATE_NOOP("Transition", "Approve and issue"), .from = "APPROVING", .to = "ISSUED", .actors = "notary_approver",
     .needs = needs<approvalOpinion>, .guards = guards<otherPerson, allPoints, draftThere, readOut>, .clocks = onIssueClocks, .effects = onIssue, .documents = "NT-10"},
    {.name = "refuse", .label = QT_TRANSLATE_NOOP("Transition", "Refuse"), .from = afterAcceptanceStates, .to = "REFUSED", .actors = "notary notary_head",
     .needs = needs<refuseReason>, .guards = guards<afterAcceptance, refusalFits, headAgrees, refundSettled>, .clocks = onEndClocks, .effects = onEnd,
     .documents = "NT-13"},
    {.name = "terminate", .label = QT_TRANSLATE_NOOP("Transition", "Terminate"), .from = afterAcceptanceStates, .to = "TERMINATED", .actors = "notary notary_head",
     .needs = needs<terminateReason>, .guards = guards<afterAcceptance, terminationFits, headAgrees, refundSettled>, .clocks = onEndClocks,
     .effects = onEnd, .documents = "NT-14"},
    {.name = "deliver", .label = QT_TRANSLATE_NOOP("Transition", "Deliver"), .from = "ISSUED", .to = "DELIVERED", .actors = "notary_counter", .needs = needs<deliveryMode>,
     .guards = guards<received>, .clocks = onDeliverClocks, .effects = onDeliver, .documents = "NT-12"},
    {.name = "archive-uncollected", .label = QT_TRANSLATE_NOOP("Transition", "Not collected: file to archive"), .from = "ISSUED", .to = "ARCHIVED", .actors = "notary archivist",
     .needs = needs<remindedOn, common::archiveClass, common::retention>, .guards = guards<classFits>, .clocks = onArchiveClocks, .effects = onArchive,
     .documents = "NT-20 NT-21 NT-22"},
    {.name = "archive", .label = QT_TRANSLATE_NOOP("Transition", "File to archive"), .from = "DELIVERED REFUSED TERMINATED", .to = "ARCHIVED", .actors = "notary archivist",
     .needs = needs<common::archiveClass, common::retention>, .guards = guards<classFits>, .clocks = onArchiveClocks, .effects = onArchive,
     .documents = "NT-20 NT-21 NT-22"},
    {.name = "recheck", .label = QT_TRANSLATE_NOOP("Transition", "Recheck"), .from = "ISSUED DELIVERED ARCHIVED", .to = "RECHECK", .actors = "notary_other",
     .guards = guards<recheckEntered, certificateIssued, recheckInTime, otherNotary>, .clocks = onRecheckClocks, .effects = onRecheck, .documents = "NT-16"},
    {.name = "uphold", .label = QT_TRANSLATE_NOOP("Transition", "Uphold"), .from = "RECHECK", .to = "@return", .actors = "notary_other notary_head",
     .guards = guards<otherNotary, recheckUpholds, recheckApproved>, .clocks = onUpholdClocks, .effects = onUphold, .documents = "NT-17"},
    {.name = "correct", .label = QT_TRANSLATE_NOOP("Transition", "Correct or supplement"), .from = "RECHECK", .to = "CORRECTED", .actors = "notary_other notary_head",
     .guards = guards<otherNotary, recheckCorrects, recheckApproved>, .clocks = onCorrectClocks, .effects = onOutcome, .documents = "NT-17 NT-18"},
    {.name = "revoke", .label = QT_TRANSLATE_NOOP("Transition", "Revoke"), .from = "RECHECK", .to = "REVOKED", .actors = "notary_other notary_head",
     .guards = guards<otherNotary, recheckRevokes, recheckApproved>, .clocks = onRevokeClocks, .effects = onOutcome, .documents = "NT-17 NT-19"},
    {.name = "deliver-corrected", .label = QT_TRANSLATE_NOOP("Transition", "Hand over the corrected certificate"), .from = "CORRECTED", .to = "DELIVERED", .actors = "notary_counter",
     .needs = needs<deliveryMode>, .guards = guards<received>, .clocks = onDeliverCorrectedClocks, .effects = onDeliverCorrected, .documents = "NT-12"},
    {.name = "archive-rechecked", .label = QT_TRANSLATE_NOOP("Transition", "Recheck done: file to archive"), .from = "CORRECTED REVOKED", .to = "ARCHIVED", .actors = "notary archivist",
     .needs = needs<common::archiveClass, common::retention>, .guards = guards<recheckCarriedOut, classFits>, .clocks = onRecheckArchiveClocks,
     .effects = onArchive, .documents = "NT-20 NT-21 NT-22"},
    // Steps that answer a clock and leave the state as it is.
    {.name = "report-recheck", .label = QT_TRANSLATE_NOOP("Transition", "Reported to the association"), .from = "CORRECTED REVOKED DELIVERED ARCHIVED", .to = "@same",
     .actors = "notary_other notary_head", .guards = guards<recheckReported>, .clocks = onReport},
    {.name = "verify-for-other", .label = QT_TRANSLATE_NOOP("Transition", "Asked by another office to verify"), .from = "DRAFT APPLIED ACCEPTED REVIEWING", .to = "@same",
     .actors = "notary notary_clerk", .needs = needs<entrustedOn>, .clocks = onEntrusted, .documents = "NT-07"},
    {.name = "answer-other", .label = QT_TRANSLATE_NOOP("Transition", "Answer the asking office"), .from = "DRAFT APPLIED ACCEPTED REVIEWING", .to = "@same",
     .actors = "notary notary_clerk", .needs = needs<entrustedAnsweredOn>, .clocks = onEntrustedAnswered, .documents = "NT-07"},
};
} // namespace

constexpr LifeCycle lifeCycle{.name = "notary", .status = &status, .transitions = transitions, .ends = "ARCHIVED NOT_ACCEPTED WITHDRAWN"};

} // namespace yizhan::notary

namespace yizhan::certificate {

namespace {
using namespace declare;

// Numbers come only with approval, so that the series of an office, year and class has no gap.
constexpr Guard matterIssued{"matter-issued", QT_TRANSLATE_NOOP("Guard", "The matter is approved for issue."),
                             [](const GuardContext &context) { return context.file.root.get(notary::status) == QLatin1String("ISSUED"); }};
constexpr Guard approvedByAnother{"other-person", QT_TRANSLATE_NOOP("Guard", "The approver is not the notary of the matter."), [](const GuardContext &context) {
    const auto mine = context.file.root.get(notary::notary);
    return mine && *mine != context.actor.user;
}};
constexpr Guard matterEnded{"matter-ended", QT_TRANSLATE_NOOP("Guard", "The matter is refused or terminated."), [](const GuardContext &context) {
    const QString state = context.file.root.get(notary::status);
    return state == QLatin1String("REFUSED") || state == QLatin1String("TERMINATED");
}};

void copyPersons(CaseFile &file, Record &record, const GuardContext &)
{
    if (const auto who = file.root.get(notary::notary))
        record.set(certificate::notary, *who);
    if (const auto who = file.root.get(notary::approver))
        record.set(approver, *who);
}

constexpr Effect onIssue[] = {declare::number(certificate::number, "notary-certificate"), today(issuedOn), run(copyPersons)};
constexpr Effect onDeliver[] = {today(handedOn)};
constexpr ClockEffect onDeliverClocks[] = {start("NOT-RECHECK-APPLY", handedOn)};

constexpr Transition transitions[] = {
    {.name = "draft", .label = QT_TRANSLATE_NOOP("Transition", "Draft"), .from = "", .to = "DRAFT", .actors = "notary notary_clerk"},
    // Taken along when the matter is issued; never by the program alone, or a draft made later would get a number unseen.
    {.name = "issue", .label = QT_TRANSLATE_NOOP("Transition", "Issue"), .from = "DRAFT", .to = "ISSUED", .actors = "notary_approver", .needs = needs<originals>,
     .guards = guards<matterIssued, approvedByAnother>, .effects = onIssue, .documents = "NT-10"},
    {.name = "drop", .label = QT_TRANSLATE_NOOP("Transition", "Drop"), .from = "DRAFT", .to = "DROPPED", .actors = "system", .guards = guards<matterEnded>},
    // Also long after: a certificate that was not collected is handed over from the archived file.
    {.name = "deliver", .label = QT_TRANSLATE_NOOP("Transition", "Deliver"), .from = "ISSUED", .to = "DELIVERED", .actors = "notary_counter", .needs = needs<mode>,
     .clocks = onDeliverClocks, .effects = onDeliver, .documents = "NT-12"},
};
} // namespace

// CORRECTED, SUPPLEMENTED and REVOKED are the outcome of a recheck, which the matter as a whole decides.
constexpr LifeCycle lifeCycle{.name = "certificate", .status = &status, .transitions = transitions, .ends = "DROPPED DELIVERED CORRECTED SUPPLEMENTED REVOKED ISSUED"};

} // namespace yizhan::certificate
