// SPDX-License-Identifier: GPL-3.0-or-later
// A small invented kind that uses every act of the move engine once: an application that is received, supplemented, decided.
#pragma once

#include "records/CaseMove.h"
#include "records/kinds/Common.h"
#include "records/kinds/Note.h"

namespace yizhan::sample {

inline constexpr auto status = codeField(1, "status", "Status", "legal_aid_status").setByTransition();
inline constexpr auto facts = longTextField(2, "facts", "Facts").max(100);
inline constexpr auto decidedOn = dayField(3, "decided_on", "Decided on").setByTransition();
inline constexpr auto track = codeField(4, "track", "Track", "legal_aid_review_track").setByTransition();
inline constexpr auto urgent = boolField(5, "urgent", "Urgent");
inline constexpr auto turns = integerField(6, "turns", "Turns").range(0, 9);
inline constexpr auto seenAt = instantField(7, "seen_at", "Seen").setByTransition();
inline constexpr auto outcome = codeField(8, "outcome", "Outcome", "legal_aid_outcome");
inline constexpr auto total = integerField(9, "total", "Total").computed();
inline constexpr const FieldSpec *fields[] = {&status, &facts, &decidedOn, &track, &urgent, &turns, &seenAt, &outcome, &total, &common::caseNo,
                                              &common::receivedAt, &common::firstResponder, &common::handler, &common::returnState, &common::nextDue,
                                              &common::nextDueRule, &common::dueProvisional, &common::duePaused};

inline bool isUrgent(const GuardContext &context) { return context.record.get(urgent).value_or(false); }
inline bool isCalm(const GuardContext &context) { return !isUrgent(context); }
inline bool isWeekOver(const GuardContext &context)
{
    const auto received = context.record.get(common::receivedAt);
    return received && context.now.localDay() > received->localDay().plus(7);
}
inline bool alwaysOpen(const GuardContext &) { return true; }
inline void turn(CaseFile &, Record &record, const GuardContext &) { record.set(turns, record.get(turns).value_or(0) + 1); }

using Act = Effect::Act;
using Clock = ClockEffect::Act;

inline constexpr const FieldSpec *needsFacts[] = {&facts, &common::receivedAt};
inline constexpr const FieldSpec *needsOutcome[] = {&outcome};
inline constexpr Guard mustBeUrgent[] = {{"urgent", "The matter is urgent.", isUrgent}};
inline constexpr Guard mustBeCalm[] = {{"calm", "The matter is not urgent.", isCalm}};
inline constexpr Guard weekIsOver[] = {{"week-over", "A week has gone by.", isWeekOver}};
inline constexpr Guard noCondition[] = {{"always", "Always.", alwaysOpen}};

inline constexpr ClockEffect receiveClocks[] = {{.act = Clock::Start, .rule = "AID-REVIEW", .from = &common::receivedAt},
                                                {.act = Clock::Start, .rule = "AID-PROVISIONAL", .from = &common::receivedAt, .when = isUrgent}};
inline constexpr ClockEffect askClocks[] = {{.act = Clock::Pause, .rule = "AID-REVIEW", .reason = "SUPP"}, {.act = Clock::Pause, .rule = "AID-REVIEW", .reason = "FM"}};
inline constexpr ClockEffect answerClocks[] = {{.act = Clock::Resume, .rule = "AID-REVIEW", .reason = "SUPP"}};
inline constexpr ClockEffect grantClocks[] = {{.act = Clock::Meet, .rule = "AID-REVIEW", .from = &decidedOn}, {.act = Clock::Start, .rule = "AID-ASSIGN", .from = &decidedOn}};
inline constexpr ClockEffect undoClocks[] = {{.act = Clock::Cancel, .rule = "AID-ASSIGN"}, {.act = Clock::Reopen, .rule = "AID-REVIEW"}};
inline constexpr ClockEffect endClocks[] = {{.act = Clock::Cancel, .rule = "*"}};
inline constexpr ClockEffect againClocks[] = {{.act = Clock::Restart, .rule = "AID-REVIEW"}};
inline constexpr ClockEffect guardedClocks[] = {{.act = Clock::Start, .rule = "MED-COURT-WP"}};
inline constexpr ClockEffect noteClocks[] = {{.act = Clock::Start, .rule = "AID-ENGAGE", .on = Kind::Note}};
inline constexpr ClockEffect unknownClocks[] = {{.act = Clock::Start, .rule = "NO-SUCH-RULE"}};

inline constexpr Effect receiveEffects[] = {{.act = Act::TakeNumber, .field = &common::caseNo, .text = "legal-aid-application"},
                                            {.act = Act::SetActor, .field = &common::firstResponder},
                                            {.act = Act::SetNow, .field = &seenAt}};
inline constexpr Effect askEffects[] = {{.act = Act::PushReturn, .field = &common::returnState}};
inline constexpr Effect answerEffects[] = {{.act = Act::PopReturn, .field = &common::returnState}, {.act = Act::Run, .run = turn}};
inline constexpr Effect grantEffects[] = {{.act = Act::SetToday, .field = &decidedOn},
                                          {.act = Act::SetCode, .field = &outcome, .text = "WIN"},
                                          {.act = Act::SetCode, .field = &urgent, .text = "0", .when = isUrgent},
                                          {.act = Act::Take, .text = "track-pending track-none", .kind = Kind::Mediation}};
inline constexpr Effect undoEffects[] = {{.act = Act::ClearField, .field = &decidedOn}, {.act = Act::Take, .text = "track-refuse", .kind = Kind::Mediation}};
inline constexpr Effect endEffects[] = {{.act = Act::EmptyReturn, .field = &common::returnState}};
inline constexpr Effect remindEffects[] = {{.act = Act::AddTask, .text = "Ring them up", .days = 3}, {.act = Act::AddTask, .field = &decidedOn, .text = "Only if decided"}};
inline constexpr Effect circleEffects[] = {{.act = Act::Take, .text = "circle", .kind = Kind::Mediation}};
inline constexpr Effect closeTasks[] = {{.act = Act::TakeEach, .text = "done", .kind = Kind::Task}};

inline constexpr Transition transitions[] = {
    {.name = "receive", .label = "Receive", .from = "", .to = "RECEIVED", .actors = "aid_clerk", .needs = needsFacts, .clocks = receiveClocks, .effects = receiveEffects, .documents = "LA-01 LA-05"},
    {.name = "review", .label = "Review", .from = "RECEIVED", .to = "REVIEWING", .actors = "aid_clerk", .guards = mustBeUrgent},
    {.name = "ask", .label = "Ask", .from = "RECEIVED REVIEWING SUPPLEMENT", .to = "SUPPLEMENT", .actors = "aid_clerk", .clocks = askClocks, .effects = askEffects},
    {.name = "answer", .label = "Answer", .from = "SUPPLEMENT", .to = "@return", .actors = "aid_clerk", .clocks = answerClocks, .effects = answerEffects},
    {.name = "grant", .label = "Grant", .from = "RECEIVED REVIEWING", .to = "APPROVED", .actors = "aid_director", .clocks = grantClocks, .effects = grantEffects, .documents = "LA-08"},
    {.name = "undo", .label = "Undo", .from = "APPROVED", .to = "RECEIVED", .actors = "aid_director", .clocks = undoClocks, .effects = undoEffects},
    {.name = "withdraw", .label = "Withdraw", .from = "RECEIVED REVIEWING SUPPLEMENT", .to = "WITHDRAWN", .actors = "aid_applicant", .clocks = endClocks, .effects = endEffects},
    {.name = "lapse", .label = "Lapse", .from = "RECEIVED", .to = "DEEMED_WITHDRAWN", .actors = "system", .guards = weekIsOver},
    {.name = "start-again", .label = "Again", .from = "RECEIVED", .to = "@same", .actors = "aid_clerk", .clocks = againClocks},
    {.name = "court", .label = "Court", .from = "RECEIVED", .to = "@same", .actors = "aid_clerk", .clocks = guardedClocks},
    {.name = "engage", .label = "Engage", .from = "RECEIVED", .to = "@same", .actors = "aid_clerk", .clocks = noteClocks},
    {.name = "unknown-clock", .label = "Unknown", .from = "RECEIVED", .to = "@same", .actors = "aid_clerk", .clocks = unknownClocks},
    {.name = "remind", .label = "Remind", .from = "RECEIVED", .to = "@same", .actors = "aid_clerk", .effects = remindEffects},
    {.name = "finish-tasks", .label = "Finish", .from = "RECEIVED", .to = "@same", .actors = "aid_clerk", .effects = closeTasks},
    {.name = "circle", .label = "Circle", .from = "RECEIVED", .to = "@same", .actors = "aid_clerk", .effects = circleEffects},
};
inline constexpr Transition trackTransitions[] = {
    {.name = "track-pending", .label = "Pending", .from = "", .to = "PENDING", .actors = "system", .guards = mustBeUrgent},
    {.name = "track-none", .label = "None", .from = "", .to = "NA", .actors = "system", .guards = noCondition},
    {.name = "track-refuse", .label = "Refuse", .from = "PENDING", .to = "REFUSED", .actors = "aid_director", .needs = needsOutcome, .guards = mustBeCalm},
};
inline constexpr LifeCycle lifeCycle{.name = "sample", .status = &status, .transitions = transitions, .ends = "WITHDRAWN"};
inline constexpr LifeCycle trackCycle{.name = "track", .status = &track, .transitions = trackTransitions, .ends = "NA"};
inline constexpr const LifeCycle *lifeCycles[] = {&lifeCycle, &trackCycle};
inline constexpr RecordSpec spec{.kind = Kind::Mediation, .name = "sample", .table = "sample", .label = "Sample", .fields = fields, .lifeCycles = lifeCycles, .title = &facts};

} // namespace yizhan::sample
