// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Agreement.h"
#include "records/kinds/CaseFacts.h"
#include "records/kinds/Declare.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/MediationPapers.h"
#include "records/kinds/Session.h"

#include <algorithm>

namespace yizhan::mediation {

namespace {
using namespace declare;
using caseFacts::isTicked;

bool isOneOf(const QString &code, std::initializer_list<const char *> codes)
{
    return std::any_of(codes.begin(), codes.end(), [&code](const char *one) { return code == QLatin1String(one); });
}

bool isReferred(const Record &record) { return isOneOf(record.get(source), {"31", "32", "33", "34", "39"}); }
bool isCourtReferral(const Record &record) { return record.get(source) == QLatin1String("31"); }
bool isAfterFiling(const Record &record) { return isOneOf(record.get(courtReferralMode), {"WT_P", "WT_J"}); }

// 劳动争议: by channel or by type.
bool isLabour(const GuardContext &context)
{
    return context.record.get(channel) == QLatin1String("LD") || isOneOf(context.record.get(disputeType), {"10", "11"});
}
bool isTraffic(const GuardContext &context) { return context.record.get(channel) == QLatin1String("TD"); }
bool isPoliceMatter(const GuardContext &context) { return context.record.get(channel) == QLatin1String("GD"); }
bool isPetition(const Record &record) { return record.get(channel) == QLatin1String("XD") || record.get(source) == QLatin1String("34"); }
// 信访工作条例 art 23: within the remit the petitioner is told, outside it the routing is objected to.
bool isPetitionWithinRemit(const GuardContext &context) { return isPetition(context.record) && !isTicked(context.record, petitionOutsideRemit); }
bool isPetitionOutsideRemit(const GuardContext &context) { return isPetition(context.record) && isTicked(context.record, petitionOutsideRemit); }
bool isDangerous(const GuardContext &context) { return isOneOf(context.record.get(escalationRisk), {"ORANGE", "RED"}); }
bool goesToCourt(const GuardContext &context) { return isAfterFiling(context.record); }

// Conditions of registration and acceptance.
constexpr Guard twoSides{"two-sides", QT_TRANSLATE_NOOP("Guard", "At least two sides are named."), [](const GuardContext &context) {
    return caseFacts::hasParty(context.file, {"APPLICANT", "PARTY_A"}) && caseFacts::hasParty(context.file, {"RESPONDENT", "PARTY_B"});
}};
constexpr Guard placeGiven{"place", QT_TRANSLATE_NOOP("Guard", "The place is given: village or community, or in words."), [](const GuardContext &context) {
    return !context.record.value(village).isNull() || !context.record.get(placeText).isEmpty();
}, asks<village, placeText>};
constexpr Guard typeDescribed{"type-described", QT_TRANSLATE_NOOP("Guard", "A dispute of another type is described more exactly."), [](const GuardContext &context) {
    return context.record.get(disputeType) != QLatin1String("99") || !context.record.get(disputeSubtype).isEmpty();
}, asks<disputeSubtype>};
constexpr Guard referralComplete{"referral", QT_TRANSLATE_NOOP("Guard", "A referred dispute names its channel and sender; from the court also how it was referred and when the papers were signed for."),
                                 [](const GuardContext &context) {
    const Record &record = context.record;
    if (!isReferred(record))
        return true;
    const bool named = !record.get(channel).isEmpty() && !record.get(referralOrg).isEmpty();
    return named && (!isCourtReferral(record) || (!record.get(courtReferralMode).isEmpty() && record.get(referralSignedOn).has_value()));
}, asks<channel, referralOrg, courtReferralMode, referralSignedOn>};
constexpr Guard petitionDated{"petition", QT_TRANSLATE_NOOP("Guard", "A petition says when it was received."), [](const GuardContext &context) {
    return context.record.get(channel) != QLatin1String("XD") || context.record.get(petitionReceivedOn).has_value();
}, asks<petitionReceivedOn>};
constexpr Guard consentOwed{"consent-owed", QT_TRANSLATE_NOOP("Guard", "The dispute was taken up or referred, and not every side has agreed yet."), [](const GuardContext &context) {
    return (isReferred(context.record) || context.record.get(source) == QLatin1String("20")) && !isTicked(context.record, consentObtained);
}};
constexpr Guard allAgree{"consent", QT_TRANSLATE_NOOP("Guard", "All sides agree to mediation, and how they agreed is recorded."), [](const GuardContext &context) {
    return isTicked(context.record, consentObtained) && !context.record.get(consentHow).isEmpty();
}, asks<consentObtained, consentHow>};
constexpr Guard noExclusion{"no-exclusion", QT_TRANSLATE_NOOP("Guard", "The grounds of exclusion were checked and none was found."), [](const GuardContext &context) {
    return isTicked(context.record, exclusionsChecked) && context.record.get(exclusions).isEmpty();
}, asks<exclusionsChecked, exclusions>};
constexpr Guard recusalDone{"recusal", QT_TRANSLATE_NOOP("Guard", "Recusal of the mediators was checked."),
                            [](const GuardContext &context) { return isTicked(context.record, recusalChecked); }, asks<recusalChecked>};

// Conditions of the mediation itself.
constexpr Guard firstMeeting{"first-meeting", QT_TRANSLATE_NOOP("Guard", "A first session or inquiry is entered."),
                             [](const GuardContext &context) { return caseFacts::newest(context.file, Kind::Session) != nullptr; }};
// 人民调解法 art 20
constexpr Guard invitationAgreed{"invited", QT_TRANSLATE_NOOP("Guard", "The parties agree to the persons who are invited."), [](const GuardContext &context) {
    return !caseFacts::hasParty(context.file, {"INVITED"}) || isTicked(context.record, invitedConsent);
}, asks<invitedConsent>};
constexpr Guard meetingRecorded{"meeting-recorded", QT_TRANSLATE_NOOP("Guard", "The latest session says who was there, what was said and with which result."), [](const GuardContext &context) {
    const Record *latest = caseFacts::newest(context.file, Kind::Session);
    return latest && !latest->get(session::present).isEmpty() && !latest->get(session::content).isEmpty() && !latest->get(session::result).isEmpty();
}};
constexpr Guard beforeFiling{"before-filing", QT_TRANSLATE_NOOP("Guard", "The court delegated the case before filing."),
                             [](const GuardContext &context) { return context.record.get(courtReferralMode) == QLatin1String("WP"); }};
constexpr Guard remediesExplained{"remedies-told", QT_TRANSLATE_NOOP("Guard", "The parties were told about arbitration, administrative and court routes."),
                                  [](const GuardContext &context) { return isTicked(context.record, remediesTold); }, asks<remediesTold>};

// The version that is being prepared: made, but not yet agreed.
const Record *preparedVersion(const CaseFile &file)
{
    const Record *latest = caseFacts::newest(file, Kind::Agreement);
    return latest && latest->value(agreement::version).isNull() ? latest : nullptr;
}

// Written: the latest of all signatures and the seal (人民调解法 art 29); oral: the day of agreement (art 30).
std::optional<Day> effectiveDay(const Record &version)
{
    if (version.get(agreement::form) == QLatin1String("ORAL"))
        return version.get(agreement::oralOn);
    const auto parties = version.get(agreement::partiesSignedOn);
    const auto mediator = version.get(agreement::mediatorSignedOn);
    const auto seal = version.get(agreement::sealedOn);
    if (!parties || !mediator || !seal)
        return std::nullopt;
    return std::max({*parties, *mediator, *seal});
}

constexpr Guard agreementPrepared{"agreement", QT_TRANSLATE_NOOP("Guard", "An agreement is entered that was not agreed before, with its form."), [](const GuardContext &context) {
    const Record *version = preparedVersion(context.file);
    return version && !version->get(agreement::form).isEmpty();
}};
constexpr Guard agreementEffective{"agreement-signed", QT_TRANSLATE_NOOP("Guard", "A written agreement is signed by every party and the mediator and sealed by the committee; an oral one has its day."),
                                   [](const GuardContext &context) {
    const Record *version = preparedVersion(context.file);
    if (!version || !effectiveDay(*version))
        return false;
    return version->get(agreement::form) == QLatin1String("ORAL") || isTicked(*version, agreement::allSigned);
}};
constexpr Guard termsComplete{"terms", QT_TRANSLATE_NOOP("Guard", "Each term says who does what, and by when unless it was performed on the spot; or nothing is to be performed."),
                              [](const GuardContext &context) {
    const Record *version = preparedVersion(context.file);
    if (!version)
        return false;
    const auto terms = context.file.under(version->id, Kind::AgreementTerm);
    if (terms.empty())
        return isTicked(*version, agreement::nothingToPerform);
    return std::all_of(terms.begin(), terms.end(), [version](const Record *term) {
        const bool dated = term->get(agreementTerm::dueOn).has_value() || isTicked(*version, agreement::performedAtOnce);
        return dated && !term->value(agreementTerm::obligor).isNull() && !term->get(agreementTerm::content).isEmpty();
    });
}};
// Nobody who is not a party can be bound by the agreement of others.
constexpr Guard termsBindParties{"terms-bind-parties", QT_TRANSLATE_NOOP("Guard", "Only parties of the case are bound by the terms."), [](const GuardContext &context) {
    const Record *version = preparedVersion(context.file);
    const auto terms = version ? context.file.under(version->id, Kind::AgreementTerm) : std::vector<const Record *>();
    return std::all_of(terms.begin(), terms.end(), [&context](const Record *term) {
        const auto who = term->get(agreementTerm::obligor);
        const Record *party = who ? context.file.find(*who) : nullptr;
        return !who || (party && party->kind() == Kind::Party);
    });
}};
constexpr Guard sumsAgree{"sum", QT_TRANSLATE_NOOP("Guard", "The amount of the agreement is the sum of its terms."), [](const GuardContext &context) {
    const Record *version = preparedVersion(context.file);
    const auto whole = version ? version->get(agreement::amount) : std::nullopt;
    std::int64_t sum = 0;
    for (const Record *term : version ? context.file.under(version->id, Kind::AgreementTerm) : std::vector<const Record *>())
        sum += term->get(agreementTerm::amount).value_or(Money{}).fen;
    return whole ? whole->fen == sum : sum == 0;
}};
constexpr Guard guardianNamed{"guardian", QT_TRANSLATE_NOOP("Guard", "For a minor the guardian or statutory agent is named, who signs."), [](const GuardContext &context) {
    return !caseFacts::hasMinor(context.file) || caseFacts::hasParty(context.file, {"GUARDIAN", "STATUTORY_AGENT"});
}};

// Conditions of closing and afterwards.
constexpr Guard settledOrExplained{"performance", QT_TRANSLATE_NOOP("Guard", "What was agreed is performed, or a follow-up was made and it is stated why the case is closed."),
                                   [](const GuardContext &context) {
    const Record *latest = caseFacts::newest(context.file, Kind::Agreement);
    if (latest && isOneOf(latest->get(agreement::performStatus), {"PERFORMED", "IMMEDIATE", "NA", "ENFORCED"}))
        return true;
    return caseFacts::newest(context.file, Kind::FollowUp) && !context.record.get(closingNote).isEmpty();
}};
constexpr Guard confirmationDismissed{"confirmation-dismissed", QT_TRANSLATE_NOOP("Guard", "The court dismissed the application to confirm the latest agreement."), [](const GuardContext &context) {
    const Record *latest = caseFacts::newest(context.file, Kind::Agreement);
    return latest && latest->get(agreement::confirmStatus) == QLatin1String("DISMISSED");
}};
constexpr Guard allWantAgain{"all-want-again", QT_TRANSLATE_NOOP("Guard", "All parties want to change the agreement or make a new one."),
                             [](const GuardContext &context) { return isTicked(context.record, reopenAgreed); }, asks<reopenAgreed>};
constexpr Guard visited{"follow-up", QT_TRANSLATE_NOOP("Guard", "A follow-up is entered."),
                        [](const GuardContext &context) { return caseFacts::newest(context.file, Kind::FollowUp) != nullptr; }};

// What no row of the table can say.
void restrictSensitiveCase(CaseFile &file, Record &record, const GuardContext &)
{
    // party reconciliation in criminal cases, and minors: names are for the handler, the head and the auditor only
    if (record.value(common::restricted).isNull() && (record.get(channel) == QLatin1String("JD") || caseFacts::hasMinor(file)))
        record.set(common::restricted, true);
}
void answerReturned(CaseFile &file, Record &, const GuardContext &context) { caseFacts::answerReferral(file, context, "RETURNED"); }
void answerWithdrawn(CaseFile &file, Record &, const GuardContext &context) { caseFacts::answerReferral(file, context, "WITHDRAWN"); }
void answerFailed(CaseFile &file, Record &record, const GuardContext &context)
{
    caseFacts::answerReferral(file, context, "FAILED");
    // 07 = a suspected offence that was passed on
    record.set(outcome, record.get(endReason) == QLatin1String("07") ? QStringLiteral("TRANSFER") : QStringLiteral("FAIL"));
}

// Numbers the new version, fixes its effective day and shows on the case what was agreed.
void fixAgreement(CaseFile &file, Record &record, const GuardContext &context)
{
    const Record *found = preparedVersion(file);
    Record *version = found ? file.find(found->id) : nullptr;
    if (!version)
        return;
    const auto versions = static_cast<std::int64_t>(file.of(Kind::Agreement).size());
    version->set(agreement::version, versions);
    if (version->get(agreement::agreementNo).isEmpty())
        version->set(agreement::agreementNo, record.get(common::caseNo));
    const auto day = effectiveDay(*version);
    if (!day)
        return;
    version->set(agreement::effectiveOn, *day);
    if (!version->get(agreement::performDueOn)) {
        Day last = *day;
        for (const Record *term : file.under(version->id, Kind::AgreementTerm))
            last = std::max(last, term->get(agreementTerm::dueOn).value_or(last));
        version->set(agreement::performDueOn, last);
    }
    record.set(agreedOn, *day);
    record.set(agreementForm, version->get(agreement::form));
    if (const auto amount = version->get(agreement::amount))
        record.set(amountAgreed, *amount);
    caseFacts::answerReferral(file, context, "SETTLED");
}

// The closing day that is given up stays readable; the month it was counted in gets an adjustment.
void keepClosingDay(CaseFile &, Record &record, const GuardContext &)
{
    const auto closed = record.get(common::closedOn);
    if (!closed)
        return;
    const QString before = record.get(closedBefore);
    record.set(closedBefore, before.isEmpty() ? closed->toIso() : before + QLatin1Char('\n') + closed->toIso());
}

constexpr Effect onDraft[] = {actor(common::firstResponder)};
constexpr Effect onRegister[] = {number(common::caseNo, "mediation"), actor(common::firstResponder), run(restrictSensitiveCase),
                                 remind(QT_TRANSLATE_NOOP("Task", "Risk of escalation: report and prevent at once"), 0, isDangerous)};
constexpr ClockEffect onRegisterClocks[] = {
    start("MED-COURT-WP", referralSignedOn), start("MED-COURT-WT-P", referralSignedOn), start("MED-COURT-WT-J", referralSignedOn),
    start("MED-COURT-ACK", referralReceivedOn), meet("MED-COURT-ACK", &referralSignedOn),
    start("MED-LABOUR", common::receivedAt, isLabour),
    start("MED-PETITION-TELL", petitionReceivedOn, isPetitionWithinRemit), start("MED-PETITION-OBJECT", petitionReceivedOn, isPetitionOutsideRemit),
    start("MED-PETITION-END", petitionAcceptedOn, isPetitionWithinRemit),
    start("MED-TRAFFIC-APPLY", accidentPaperOn, isTraffic), start("MED-TRAFFIC-TERM", policeMediationOn, isTraffic),
    start("MED-POLICE-2ND", policeMediationOn, isPoliceMatter)};

constexpr Effect onAskConsent[] = {remind(QT_TRANSLATE_NOOP("Task", "Ask again whether the other side agrees to mediation"), 3)};
constexpr Effect onAccept[] = {today(acceptedOn)};
constexpr ClockEffect onAcceptClocks[] = {start("MED-TERM", acceptedOn)};
constexpr ClockEffect cancelAll[] = {cancel("*")};
constexpr Effect onReject[] = {today(endedOn), run(answerReturned)};
constexpr Effect onWithdraw[] = {today(endedOn), code(outcome, "WITHDRAW"), run(answerWithdrawn)};

constexpr Effect onSession[] = {remind(QT_TRANSLATE_NOOP("Task", "Risk of escalation: report and prevent at once"), 0, isDangerous)};
constexpr ClockEffect onAppraisal[] = {pause("MED-COURT-WP", "APPRAISAL")};
constexpr ClockEffect onAppraised[] = {resume("MED-COURT-WP", "APPRAISAL")};
constexpr Effect onResume[] = {clear(suspendReason)};

constexpr Effect onAgree[] = {
    today(endedOn), code(outcome, "SUCCESS"), run(fixAgreement),
    take(Kind::Agreement, "open-confirmation bar-confirmation"),
    take(Kind::Agreement, "perform-on-the-spot need-no-performance await-performance"),
    remind(QT_TRANSLATE_NOOP("Task", "Hand the agreement to the court, or see that the suit is withdrawn"), 0, goesToCourt)};
constexpr ClockEffect onAgreeClocks[] = {
    meet("MED-TERM"), meet("MED-COURT-WP"), meet("MED-COURT-WT-P"), meet("MED-COURT-WT-J"), meet("MED-LABOUR"),
    start("MED-LABOUR-REVIEW", agreement::effectiveOn, nullptr, Kind::Agreement),
    start("MED-VISIT", agreement::performDueOn, nullptr, Kind::Agreement)};

constexpr Effect onFail[] = {today(endedOn), run(answerFailed)};
constexpr ClockEffect onFailClocks[] = {
    meet("MED-TERM"), meet("MED-COURT-WP"), meet("MED-COURT-WT-P"), meet("MED-COURT-WT-J"), meet("MED-LABOUR"),
    start("MED-TRAFFIC-POLICE", endedOn, isTraffic)};

constexpr Effect onClose[] = {today(common::closedOn)};
constexpr ClockEffect onCloseClocks[] = {start("MED-ARCHIVE", common::closedOn)};
constexpr Effect onArchive[] = {today(common::archivedOn), emptyReturn()};
constexpr ClockEffect onArchiveClocks[] = {meet("MED-ARCHIVE")};
constexpr Effect onReopen[] = {run(keepClosingDay), clear(common::closedOn), clear(common::archivedOn), clear(endedOn), clear(outcome),
                               clear(agreedOn), clear(agreementForm), clear(amountAgreed), clear(closingApprovedBy), clear(closingNote)};
constexpr ClockEffect onReopenClocks[] = {cancel("MED-ARCHIVE"), cancel("MED-VISIT")};

constexpr ClockEffect onTellPetitioner[] = {meet("MED-PETITION-TELL", &petitionToldOn)};
constexpr ClockEffect onObject[] = {meet("MED-PETITION-OBJECT", &petitionObjectedOn)};
constexpr ClockEffect onPoliceRequest[] = {meet("MED-TRAFFIC-POLICE", &policeRequestOn)};
constexpr ClockEffect onVisit[] = {meet("MED-VISIT")};

constexpr const char *anyOpenState = "REGISTERED CONSENT_PENDING ACCEPTED MEDIATING SUSPENDED AGREED FAILED";

constexpr Transition transitions[] = {
    {.name = "draft", .label = QT_TRANSLATE_NOOP("Transition", "Create"), .from = "", .to = "DRAFT", .actors = "mediator office_staff", .effects = onDraft},
    {.name = "register", .label = QT_TRANSLATE_NOOP("Transition", "Register"), .from = "DRAFT", .to = "REGISTERED", .actors = "mediator office_staff",
     .needs = needs<committee, source, disputeType, occurredOn, facts, common::receivedAt>,
     .guards = guards<twoSides, placeGiven, typeDescribed, referralComplete, petitionDated>,
     .clocks = onRegisterClocks, .effects = onRegister, .documents = "MT-03 MT-04 MT-19"},
    {.name = "ask-consent", .label = QT_TRANSLATE_NOOP("Transition", "Ask the other side"), .from = "REGISTERED", .to = "CONSENT_PENDING", .actors = "mediator",
     .guards = guards<consentOwed>, .effects = onAskConsent, .documents = "MT-21"},
    {.name = "accept", .label = QT_TRANSLATE_NOOP("Transition", "Accept"), .from = "REGISTERED CONSENT_PENDING", .to = "ACCEPTED", .actors = "committee_head mediator",
     .needs = needs<common::handler, chosenBy, claims, peopleInvolved, rightsToldOn>, .guards = guards<allAgree, noExclusion, recusalDone>,
     .clocks = onAcceptClocks, .effects = onAccept, .documents = "MT-04 MT-05"},
    {.name = "reject", .label = QT_TRANSLATE_NOOP("Transition", "Do not accept"), .from = "REGISTERED CONSENT_PENDING", .to = "NOT_ACCEPTED", .actors = "committee_head",
     .needs = needs<rejectReason, guidance>, .clocks = cancelAll, .effects = onReject, .documents = "MT-17 MT-20"},
    {.name = "take-back", .label = QT_TRANSLATE_NOOP("Transition", "Application taken back"), .from = "REGISTERED", .to = "WITHDRAWN", .actors = "mediator",
     .needs = needs<withdrawalNote>, .clocks = cancelAll, .effects = onWithdraw, .documents = "MT-20"},
    {.name = "refuse", .label = QT_TRANSLATE_NOOP("Transition", "Other side refuses"), .from = "CONSENT_PENDING", .to = "WITHDRAWN", .actors = "mediator",
     .needs = needs<withdrawalNote>, .clocks = cancelAll, .effects = onWithdraw, .documents = "MT-20"},
    {.name = "start", .label = QT_TRANSLATE_NOOP("Transition", "Start mediation"), .from = "ACCEPTED", .to = "MEDIATING", .actors = "mediator", .guards = guards<firstMeeting>,
     .documents = "MT-07 MT-09"},
    {.name = "record-session", .label = QT_TRANSLATE_NOOP("Transition", "Record a session"), .from = "MEDIATING", .to = "MEDIATING", .actors = "mediator",
     .guards = guards<meetingRecorded, invitationAgreed>, .effects = onSession, .documents = "MT-07 MT-08 MT-09 MT-22"},
    {.name = "begin-appraisal", .label = QT_TRANSLATE_NOOP("Transition", "Appraisal begins"), .from = "MEDIATING", .to = "MEDIATING", .actors = "mediator",
     .guards = guards<beforeFiling>, .clocks = onAppraisal, .documents = "MT-09"},
    {.name = "end-appraisal", .label = QT_TRANSLATE_NOOP("Transition", "Appraisal is there"), .from = "MEDIATING", .to = "MEDIATING", .actors = "mediator",
     .guards = guards<beforeFiling>, .clocks = onAppraised, .documents = "MT-08"},
    {.name = "suspend", .label = QT_TRANSLATE_NOOP("Transition", "Suspend"), .from = "MEDIATING", .to = "SUSPENDED", .actors = "committee_head", .needs = needs<suspendReason>},
    {.name = "resume", .label = QT_TRANSLATE_NOOP("Transition", "Go on"), .from = "SUSPENDED", .to = "MEDIATING", .actors = "mediator", .effects = onResume},
    {.name = "agree", .label = QT_TRANSLATE_NOOP("Transition", "Agreement reached"), .from = "MEDIATING", .to = "AGREED", .actors = "mediator",
     .guards = guards<agreementPrepared, agreementEffective, termsComplete, termsBindParties, sumsAgree, guardianNamed>, .clocks = onAgreeClocks, .effects = onAgree,
     .documents = "MT-10 MT-11 MT-12 MT-20"},
    {.name = "fail", .label = QT_TRANSLATE_NOOP("Transition", "No agreement"), .from = "MEDIATING SUSPENDED", .to = "FAILED", .actors = "mediator", .needs = needs<endReason>,
     .guards = guards<remediesExplained>, .clocks = onFailClocks, .effects = onFail, .documents = "MT-18 MT-20"},
    {.name = "withdraw", .label = QT_TRANSLATE_NOOP("Transition", "Party ends the mediation"), .from = "ACCEPTED MEDIATING SUSPENDED", .to = "WITHDRAWN", .actors = "mediator",
     .needs = needs<withdrawalNote>, .clocks = cancelAll, .effects = onWithdraw, .documents = "MT-18 MT-20"},
    {.name = "close", .label = QT_TRANSLATE_NOOP("Transition", "Close"), .from = "AGREED", .to = "CLOSED", .actors = "mediator", .needs = needs<difficulty, closingApprovedBy>,
     .guards = guards<settledOrExplained>, .clocks = onCloseClocks, .effects = onClose, .documents = "MT-13 MT-24 MT-20"},
    {.name = "close-unsettled", .label = QT_TRANSLATE_NOOP("Transition", "Close without agreement"), .from = "FAILED WITHDRAWN NOT_ACCEPTED", .to = "CLOSED", .actors = "mediator",
     .clocks = onCloseClocks, .effects = onClose, .documents = "MT-24"},
    {.name = "archive", .label = QT_TRANSLATE_NOOP("Transition", "File to archive"), .from = "CLOSED", .to = "ARCHIVED", .actors = "archivist", .guards = archivePapers,
     .clocks = onArchiveClocks, .effects = onArchive, .documents = "MT-01 MT-02 MT-16 MT-25"},
    {.name = "reopen", .label = QT_TRANSLATE_NOOP("Transition", "Mediate again"), .from = "AGREED CLOSED ARCHIVED", .to = "MEDIATING", .actors = "mediator",
     .needs = needs<reopenReason, reopenApprovedBy>, .guards = guards<confirmationDismissed, allWantAgain>, .clocks = onReopenClocks,
     .effects = onReopen, .documents = "MT-09 MT-16"},
    // Steps that answer a clock and leave the state as it is.
    {.name = "tell-petitioner", .label = QT_TRANSLATE_NOOP("Transition", "Petitioner told"), .from = anyOpenState, .to = "@same", .actors = "mediator office_staff",
     .needs = needs<petitionToldOn>, .clocks = onTellPetitioner},
    {.name = "object-to-routing", .label = QT_TRANSLATE_NOOP("Transition", "Objected to the routing"), .from = anyOpenState, .to = "@same", .actors = "mediator office_staff",
     .needs = needs<petitionObjectedOn>, .clocks = onObject},
    {.name = "ask-police", .label = QT_TRANSLATE_NOOP("Transition", "Joint request to the police"), .from = "FAILED CLOSED ARCHIVED", .to = "@same", .actors = "mediator",
     .needs = needs<policeRequestOn>, .clocks = onPoliceRequest},
    {.name = "follow-up", .label = QT_TRANSLATE_NOOP("Transition", "Follow-up made"), .from = "AGREED CLOSED ARCHIVED", .to = "@same", .actors = "mediator", .guards = guards<visited>,
     .clocks = onVisit, .documents = "MT-13"},
};
} // namespace

constexpr LifeCycle lifeCycle{.name = "mediation", .status = &status, .transitions = transitions, .ends = "ARCHIVED"};

} // namespace yizhan::mediation
