// SPDX-License-Identifier: GPL-3.0-or-later
// The two tracks of an agreement. They run on when the case itself is closed or archived.
#include "records/kinds/Agreement.h"
#include "records/kinds/CaseFacts.h"
#include "records/kinds/Declare.h"
#include "records/kinds/Mediation.h"

#include <algorithm>

namespace yizhan::agreement {

namespace {
using namespace declare;
using caseFacts::isTicked;

std::vector<const Record *> termsOf(const GuardContext &context)
{
    return context.file.under(context.record.id, Kind::AgreementTerm);
}

bool isProved(const Record *term)
{
    const bool shown = !term->get(agreementTerm::proof).isEmpty() || !term->value(agreementTerm::proofAttachment).isNull();
    return shown && term->get(agreementTerm::performedOn).has_value();
}

bool isLate(const Record *term, Day today)
{
    const auto due = term->get(agreementTerm::dueOn);
    return !isProved(term) && due && *due < today;
}

bool hasLateTerm(const GuardContext &context)
{
    const auto terms = termsOf(context);
    return std::any_of(terms.begin(), terms.end(), [&context](const Record *term) { return isLate(term, caseFacts::today(context)); });
}

bool isInCourtsHands(const GuardContext &context)
{
    return !caseFacts::ruleHolds(context, "MED-CONFIRM");
}

// Only fixAgreement() of the case numbers a version, at the moment when it is agreed.
constexpr Guard isAgreed{"case-agreed", QT_TRANSLATE_NOOP("Guard", "The agreement has been reached in the case."),
                         [](const GuardContext &context) { return !context.record.value(version).isNull(); }};

// Confirmation.
constexpr Guard confirmationOpen{"confirmation-open", QT_TRANSLATE_NOOP("Guard", "Confirmation is open: no court, or the court delegated the case before filing."),
                                 [](const GuardContext &context) { return !isInCourtsHands(context); }};
constexpr Guard confirmationBarred{"confirmation-barred", QT_TRANSLATE_NOOP("Guard", "The case was entrusted after filing: the court itself makes the paper."), isInCourtsHands};
constexpr Guard withinTerm{"within-30-days", QT_TRANSLATE_NOOP("Guard", "The 30 days to apply for confirmation are not over."),
                           [](const GuardContext &context) { return !caseFacts::isOver(context, context.record.id, "MED-CONFIRM"); }};
constexpr Guard termOver{"30-days-over", QT_TRANSLATE_NOOP("Guard", "The 30 days to apply for confirmation are over."),
                         [](const GuardContext &context) { return caseFacts::isOver(context, context.record.id, "MED-CONFIRM"); }};
constexpr Guard joint{"joint-application", QT_TRANSLATE_NOOP("Guard", "Both sides apply together."), [](const GuardContext &context) { return isTicked(context.record, jointApplication); }, asks<jointApplication>};
constexpr Guard groundsExplained{"grounds-explained", QT_TRANSLATE_NOOP("Guard", "The court's grounds of refusal were checked, and each one found is explained."), [](const GuardContext &context) {
    return isTicked(context.record, confirmGroundsChecked)
        && (context.record.get(confirmGrounds).isEmpty() || !context.record.get(confirmExplanation).isEmpty());
}, asks<confirmGroundsChecked, confirmGrounds, confirmExplanation>};
constexpr Guard dismissalExplained{"court-reason", QT_TRANSLATE_NOOP("Guard", "The court's ground is entered, as a code or in words."), [](const GuardContext &context) {
    return !context.record.get(confirmRefusal).isEmpty() || !context.record.get(confirmRefusalNote).isEmpty();
}, asks<confirmRefusal, confirmRefusalNote>};

constexpr ClockEffect onOpen[] = {start("MED-CONFIRM", effectiveOn)};
constexpr Effect onApply[] = {today(confirmAppliedOn), clear(confirmDecidedOn), clear(confirmRefusal), clear(confirmRefusalNote), clear(confirmWithdrawnOn)};
constexpr ClockEffect onApplyClocks[] = {meet("MED-CONFIRM", &confirmAppliedOn), restart("MED-CONFIRM-COURT1", confirmAppliedOn)};
constexpr Effect onCourtAccept[] = {today(confirmAcceptedOn)};
constexpr ClockEffect onCourtAcceptClocks[] = {meet("MED-CONFIRM-COURT1", &confirmAcceptedOn), start("MED-CONFIRM-COURT2", confirmAcceptedOn)};
constexpr Effect onDecision[] = {today(confirmDecidedOn)};
constexpr ClockEffect onCourtRefuseClocks[] = {meet("MED-CONFIRM-COURT1", &confirmDecidedOn), reopen("MED-CONFIRM")};
constexpr Effect onWithdraw[] = {today(confirmWithdrawnOn)};
constexpr ClockEffect onWithdrawClocks[] = {cancel("MED-CONFIRM-COURT1"), cancel("MED-CONFIRM-COURT2"), reopen("MED-CONFIRM")};
constexpr ClockEffect onDecisionClocks[] = {meet("MED-CONFIRM-COURT2", &confirmDecidedOn)};
constexpr Effect onDismiss[] = {today(confirmDecidedOn), remind(QT_TRANSLATE_NOOP("Task", "Offer the parties a new mediation, or tell them that a suit is possible"), 3)};
constexpr ClockEffect onLabourReview[] = {meet("MED-LABOUR-REVIEW", &labourReviewOn)};

constexpr Transition confirmationSteps[] = {
    {.name = "open-confirmation", .label = QT_TRANSLATE_NOOP("Transition", "Confirmation open"), .from = "", .to = "ELIGIBLE", .actors = "system",
     .guards = guards<isAgreed, confirmationOpen>, .clocks = onOpen},
    {.name = "bar-confirmation", .label = QT_TRANSLATE_NOOP("Transition", "Confirmation not open"), .from = "", .to = "NA", .actors = "system",
     .guards = guards<isAgreed, confirmationBarred>},
    {.name = "waive-confirmation", .label = QT_TRANSLATE_NOOP("Transition", "Confirmation not wanted"), .from = "ELIGIBLE", .to = "NOT_NEEDED", .actors = "mediator",
     .needs = needs<confirmWish>, .documents = "MT-09 MT-13"},
    {.name = "want-confirmation", .label = QT_TRANSLATE_NOOP("Transition", "Confirmation wanted after all"), .from = "NOT_NEEDED", .to = "ELIGIBLE", .actors = "mediator",
     .guards = guards<withinTerm>},
    {.name = "apply-confirmation", .label = QT_TRANSLATE_NOOP("Transition", "Apply for confirmation"), .from = "ELIGIBLE", .to = "APPLIED", .actors = "parties",
     .needs = needs<court>, .guards = guards<joint, groundsExplained>, .clocks = onApplyClocks, .effects = onApply, .documents = "MT-14 MT-15"},
    {.name = "expire-confirmation", .label = QT_TRANSLATE_NOOP("Transition", "30 days over"), .from = "ELIGIBLE", .to = "EXPIRED", .actors = "system", .guards = guards<termOver>},
    {.name = "court-accept", .label = QT_TRANSLATE_NOOP("Transition", "Court accepts"), .from = "APPLIED", .to = "COURT_ACCEPTED", .actors = "court", .needs = needs<courtNo>,
     .clocks = onCourtAcceptClocks, .effects = onCourtAccept, .documents = "MT-15"},
    {.name = "court-refuse", .label = QT_TRANSLATE_NOOP("Transition", "Court does not accept"), .from = "APPLIED", .to = "NOT_ACCEPTED", .actors = "court",
     .needs = needs<confirmRefusal>, .clocks = onCourtRefuseClocks, .effects = onDecision, .documents = "MT-15"},
    {.name = "withdraw-confirmation", .label = QT_TRANSLATE_NOOP("Transition", "Withdraw the application"), .from = "APPLIED COURT_ACCEPTED", .to = "WITHDRAWN",
     .actors = "parties", .clocks = onWithdrawClocks, .effects = onWithdraw, .documents = "MT-15"},
    {.name = "court-confirm", .label = QT_TRANSLATE_NOOP("Transition", "Court confirms"), .from = "COURT_ACCEPTED", .to = "CONFIRMED", .actors = "court", .needs = needs<courtNo>,
     .clocks = onDecisionClocks, .effects = onDecision, .documents = "MT-15"},
    {.name = "court-dismiss", .label = QT_TRANSLATE_NOOP("Transition", "Court dismisses"), .from = "COURT_ACCEPTED", .to = "DISMISSED", .actors = "court",
     .guards = guards<dismissalExplained>, .clocks = onDecisionClocks, .effects = onDismiss, .documents = "MT-15"},
    {.name = "apply-again", .label = QT_TRANSLATE_NOOP("Transition", "Apply again"), .from = "NOT_ACCEPTED WITHDRAWN", .to = "APPLIED", .actors = "parties", .needs = needs<court>,
     .guards = guards<joint, groundsExplained, withinTerm>, .clocks = onApplyClocks, .effects = onApply, .documents = "MT-14 MT-15"},
    {.name = "ask-labour-review", .label = QT_TRANSLATE_NOOP("Transition", "Review by the arbitration commission asked for"), .from = "NA ELIGIBLE NOT_NEEDED APPLIED COURT_ACCEPTED EXPIRED",
     .to = "@same", .actors = "parties", .needs = needs<labourReviewOn>, .clocks = onLabourReview},
};

// Performance.
constexpr Guard nothingOwed{"nothing-owed", QT_TRANSLATE_NOOP("Guard", "Nothing is to be performed."), [](const GuardContext &context) {
    return isTicked(context.record, nothingToPerform) || termsOf(context).empty();
}};
constexpr Guard somethingOwed{"something-owed", QT_TRANSLATE_NOOP("Guard", "There are terms to be performed later."), [](const GuardContext &context) {
    return !isTicked(context.record, nothingToPerform) && !isTicked(context.record, performedAtOnce) && !termsOf(context).empty();
}};
constexpr Guard provedOnTheSpot{"proved-on-the-spot", QT_TRANSLATE_NOOP("Guard", "The agreement was performed on the spot, and the proof is entered."), [](const GuardContext &context) {
    return isTicked(context.record, performedAtOnce) && !context.record.get(performanceProof).isEmpty();
}};
constexpr Guard someProved{"some-terms-proved", QT_TRANSLATE_NOOP("Guard", "Performance of at least one term is proved, but not of all."), [](const GuardContext &context) {
    const auto terms = termsOf(context);
    return std::any_of(terms.begin(), terms.end(), isProved) && !std::all_of(terms.begin(), terms.end(), isProved);
}};
constexpr Guard allProved{"all-terms-proved", QT_TRANSLATE_NOOP("Guard", "Performance of every term is proved."), [](const GuardContext &context) {
    const auto terms = termsOf(context);
    return !terms.empty() && std::all_of(terms.begin(), terms.end(), isProved);
}};
constexpr Guard termLate{"term-late", QT_TRANSLATE_NOOP("Guard", "The day of a term has passed without proof."), hasLateTerm};
constexpr Guard nothingLate{"nothing-late", QT_TRANSLATE_NOOP("Guard", "No term is late any more."), [](const GuardContext &context) { return !hasLateTerm(context); }};
constexpr Guard suitTold{"remedies-told", QT_TRANSLATE_NOOP("Guard", "The parties were told that a suit is possible."),
                         [](const GuardContext &context) { return isTicked(context.record, remediesTold); }, asks<remediesTold>};

// Each term shows its own share of the roll-up.
void markTerms(CaseFile &file, Record &record, const GuardContext &context)
{
    const QString whole = record.get(performStatus);
    const bool later = whole == QLatin1String("PENDING") || whole == QLatin1String("PARTIAL") || whole == QLatin1String("BREACHED");
    for (Record &row : file.children) {
        if (row.kind() != Kind::AgreementTerm || row.parent != record.id)
            continue;
        if (isProved(&row))
            row.set(agreementTerm::performStatus, QStringLiteral("PERFORMED"));
        else if (later)
            row.set(agreementTerm::performStatus, isLate(&row, caseFacts::today(context)) ? QStringLiteral("BREACHED") : QStringLiteral("PENDING"));
        else
            row.set(agreementTerm::performStatus, whole);
    }
}

constexpr Effect mark[] = {run(markTerms)};
constexpr Effect onAwait[] = {run(markTerms), remindOn(QT_TRANSLATE_NOOP("Task", "See that a term of the agreement is performed"), Kind::AgreementTerm, agreementTerm::dueOn)};
constexpr Effect onBreach[] = {run(markTerms), remind(QT_TRANSLATE_NOOP("Task", "A term of the agreement is overdue: ask the parties"), 3),
                               remind(QT_TRANSLATE_NOOP("Task", "A term of the agreement is overdue for 30 days: raise an alert"), 30)};
constexpr Effect onStandBy[] = {clear(repudiatedOn), clear(repudiationNote), run(markTerms)};

constexpr Transition performanceSteps[] = {
    {.name = "need-no-performance", .label = QT_TRANSLATE_NOOP("Transition", "Nothing to perform"), .from = "", .to = "NA", .actors = "system",
     .guards = guards<isAgreed, nothingOwed>},
    {.name = "perform-on-the-spot", .label = QT_TRANSLATE_NOOP("Transition", "Performed on the spot"), .from = "", .to = "IMMEDIATE", .actors = "mediator",
     .guards = guards<isAgreed, provedOnTheSpot>, .effects = mark, .documents = "MT-12"},
    {.name = "await-performance", .label = QT_TRANSLATE_NOOP("Transition", "Performance awaited"), .from = "", .to = "PENDING", .actors = "system",
     .guards = guards<isAgreed, somethingOwed>, .effects = onAwait},
    {.name = "perform-part", .label = QT_TRANSLATE_NOOP("Transition", "Partly performed"), .from = "PENDING", .to = "PARTIAL", .actors = "mediator",
     .guards = guards<someProved>, .effects = mark, .documents = "MT-12"},
    {.name = "perform-all", .label = QT_TRANSLATE_NOOP("Transition", "Performed"), .from = "PENDING PARTIAL BREACHED REPUDIATED", .to = "PERFORMED", .actors = "mediator",
     .guards = guards<allProved>, .effects = mark, .documents = "MT-12 MT-13"},
    {.name = "breach", .label = QT_TRANSLATE_NOOP("Transition", "Overdue"), .from = "PENDING PARTIAL", .to = "BREACHED", .actors = "system", .guards = guards<termLate>,
     .effects = onBreach, .documents = "MT-13"},
    {.name = "catch-up", .label = QT_TRANSLATE_NOOP("Transition", "Caught up in part"), .from = "BREACHED", .to = "PARTIAL", .actors = "mediator",
     .guards = guards<someProved, nothingLate>, .effects = mark, .documents = "MT-12 MT-13"},
    {.name = "repudiate", .label = QT_TRANSLATE_NOOP("Transition", "Disputed or refused"), .from = "PENDING PARTIAL BREACHED", .to = "REPUDIATED", .actors = "mediator",
     .needs = needs<repudiatedOn, repudiationNote>, .guards = guards<suitTold>, .effects = mark, .documents = "MT-13"},
    {.name = "stand-by", .label = QT_TRANSLATE_NOOP("Transition", "Parties stand by it again"), .from = "REPUDIATED", .to = "PENDING", .actors = "mediator",
     .effects = onStandBy, .documents = "MT-12 MT-13"},
    {.name = "enforce", .label = QT_TRANSLATE_NOOP("Transition", "Enforced by the court"), .from = "BREACHED REPUDIATED", .to = "ENFORCED", .actors = "court",
     .needs = needs<enforcedOn, enforcementNo>, .effects = mark, .documents = "MT-15"},
};
} // namespace

constexpr LifeCycle confirmation{.name = "confirmation", .status = &confirmStatus, .transitions = confirmationSteps,
                                 .ends = "NA NOT_NEEDED CONFIRMED DISMISSED NOT_ACCEPTED WITHDRAWN EXPIRED"};
constexpr LifeCycle performance{.name = "performance", .status = &performStatus, .transitions = performanceSteps, .ends = "NA IMMEDIATE PERFORMED ENFORCED"};

} // namespace yizhan::agreement
