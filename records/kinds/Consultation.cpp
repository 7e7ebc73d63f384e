// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Consultation.h"

#include "records/CodeList.h"
#include "records/LifeCycle.h"
#include "records/RuleBook.h"
#include "records/kinds/Common.h"
#include "records/kinds/Handover.h"

namespace yizhan::consultation {

namespace {
bool isLetter(const GuardContext &context)
{
    return context.record.get(channel) == QLatin1String("LETTER");
}

bool isDifficult(const GuardContext &context)
{
    return !isLetter(context) && context.record.get(byAppointment).value_or(false);
}

bool isSimple(const GuardContext &context)
{
    return !isLetter(context) && !isDifficult(context);
}

// The scale itself says which ratings ask for a call.
bool isDissatisfied(const GuardContext &context)
{
    return context.rules.codes().attribute(QStringLiteral("satisfaction"), context.record.get(satisfaction), QStringLiteral("callback")).toBool();
}

bool newestHandoverIs(const GuardContext &context, QLatin1String state)
{
    const auto slips = context.file.of(Kind::Handover);
    return !slips.empty() && slips.back()->get(handover::status) == state;
}

bool isHandedOver(const GuardContext &context)
{
    return newestHandoverIs(context, QLatin1String("SENT"));
}

bool cameBack(const GuardContext &context)
{
    return newestHandoverIs(context, QLatin1String("RETURNED"));
}

bool isAnsweredElsewhere(const GuardContext &context)
{
    return newestHandoverIs(context, QLatin1String("DONE"));
}

void countReopening(CaseFile &, Record &record, const GuardContext &)
{
    record.set(timesReopened, record.get(timesReopened).value_or(0) + 1);
}

using Act = Effect::Act;
using Clock = ClockEffect::Act;

constexpr const FieldSpec *needsQuestion[] = {&common::receivedAt, &channel, &category, &question, &heads};
constexpr const FieldSpec *needsAnswer[] = {&answer, &result};
constexpr const FieldSpec *needsRating[] = {&result, &satisfaction, &duration};
constexpr const FieldSpec *needsCallback[] = {&callbackResult};

constexpr Guard handedOver[] = {{"handover-sent", QT_TRANSLATE_NOOP("Guard", "A hand-over slip has been sent."), isHandedOver}};
constexpr Guard returned[] = {{"handover-returned", QT_TRANSLATE_NOOP("Guard", "The hand-over was returned."), cameBack}};
constexpr Guard fedBack[] = {{"handover-done", QT_TRANSLATE_NOOP("Guard", "The receiver has fed back the result."), isAnsweredElsewhere}};

constexpr ClockEffect openClocks[] = {
    {.act = Clock::Start, .rule = "CON-IMMEDIATE", .from = &common::receivedAt, .when = isSimple},
    {.act = Clock::Start, .rule = "CON-COMPLEX", .from = &common::receivedAt, .when = isDifficult},
    {.act = Clock::Start, .rule = "CON-LETTER", .from = &common::receivedAt, .when = isLetter},
};
constexpr ClockEffect answeredClocks[] = {
    {.act = Clock::Meet, .rule = "CON-IMMEDIATE", .from = &repliedAt},
    {.act = Clock::Meet, .rule = "CON-COMPLEX", .from = &repliedAt},
    {.act = Clock::Meet, .rule = "CON-LETTER", .from = &repliedAt},
};
constexpr ClockEffect appointmentClocks[] = {
    {.act = Clock::Cancel, .rule = "CON-IMMEDIATE"},
    {.act = Clock::Start, .rule = "CON-COMPLEX", .from = &common::receivedAt},
};
constexpr ClockEffect closeClocks[] = {{.act = Clock::Start, .rule = "CON-CALLBACK", .from = &ratedOn, .when = isDissatisfied}};
constexpr ClockEffect callbackClocks[] = {{.act = Clock::Meet, .rule = "CON-CALLBACK", .from = &callbackAt}};

constexpr Effect openEffects[] = {{.act = Act::TakeNumber, .field = &common::caseNo, .text = "consultation"},
                                  {.act = Act::SetActor, .field = &common::firstResponder}};
constexpr Effect replyEffects[] = {{.act = Act::SetNow, .field = &repliedAt}};
constexpr Effect appointmentEffects[] = {{.act = Act::SetCode, .field = &byAppointment, .text = "1"}};
constexpr Effect reopenEffects[] = {{.act = Act::Run, .run = countReopening}, {.act = Act::ClearField, .field = &repliedAt}};
constexpr Effect closeEffects[] = {{.act = Act::SetToday, .field = &ratedOn}, {.act = Act::SetToday, .field = &common::closedOn}};
constexpr Effect callbackEffects[] = {{.act = Act::SetNow, .field = &callbackAt}, {.act = Act::SetActor, .field = &callbackBy}};

constexpr Guard notYetDifficult[] = {{"not-by-appointment", QT_TRANSLATE_NOOP("Guard", "The question is not a letter and not yet answered by appointment."), isSimple}};

constexpr Transition transitions[] = {
    {.name = "open", .label = QT_TRANSLATE_NOOP("Transition", "Register"), .from = "", .to = "OPEN", .actors = "first_responder web hotline", .needs = needsQuestion,
     .clocks = openClocks, .effects = openEffects,
     .documents = "GN-02 GN-08"},
    {.name = "appoint", .label = QT_TRANSLATE_NOOP("Transition", "Answer by appointment"), .from = "OPEN", .to = "@same", .actors = "handler first_responder hotline",
     .guards = notYetDifficult, .clocks = appointmentClocks, .effects = appointmentEffects},
    {.name = "reply", .label = QT_TRANSLATE_NOOP("Transition", "Reply"), .from = "OPEN", .to = "REPLIED", .actors = "handler first_responder hotline", .needs = needsAnswer,
     .clocks = answeredClocks, .effects = replyEffects},
    {.name = "transfer", .label = QT_TRANSLATE_NOOP("Transition", "Hand over"), .from = "OPEN", .to = "TRANSFERRED", .actors = "first_responder", .guards = handedOver,
     .documents = "GN-01"},
    {.name = "take-back", .label = QT_TRANSLATE_NOOP("Transition", "Take back"), .from = "TRANSFERRED", .to = "OPEN", .actors = "receiver", .guards = returned},
    {.name = "receive-answer", .label = QT_TRANSLATE_NOOP("Transition", "Receive answer"), .from = "TRANSFERRED", .to = "REPLIED", .actors = "receiver", .needs = needsAnswer,
     .guards = fedBack, .clocks = answeredClocks, .effects = replyEffects},
    {.name = "reopen", .label = QT_TRANSLATE_NOOP("Transition", "Open again"), .from = "REPLIED", .to = "OPEN", .actors = "handler", .effects = reopenEffects},
    {.name = "close", .label = QT_TRANSLATE_NOOP("Transition", "Conclude"), .from = "REPLIED", .to = "CLOSED", .actors = "handler", .needs = needsRating,
     .clocks = closeClocks, .effects = closeEffects},
    {.name = "call-back", .label = QT_TRANSLATE_NOOP("Transition", "Call back"), .from = "CLOSED", .to = "@same", .actors = "handler hotline_lead", .needs = needsCallback,
     .clocks = callbackClocks, .effects = callbackEffects},
};
constexpr LifeCycle lifeCycle{.name = "consultation", .status = &status, .transitions = transitions, .ends = "CLOSED"};

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {
    &status, &channel, &category, &question, &heads, &duration, &byAppointment, &village, &tags,
    &name, &gender, &phone, &ageBand, &personCategory,
    &answer, &result, &guidedTo, &repliedAt, &linkedCase, &repeatOf, &timesReopened,
    &satisfaction, &ratedOn, &callbackAt, &callbackBy, &callbackResult,
    &callerNo, &offeredAt, &answeredAt, &endedAt, &agent, &recording, &transferred,
    &common::caseNo, &common::receivedAt, &common::firstResponder, &common::handler, &common::greenChannel, &common::project,
    &common::restricted, &common::closedOn, &common::voidReason, &common::sandbox,
    &common::nextDue, &common::nextDueRule, &common::dueProvisional, &common::duePaused};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Consultation,
    .name = "consultation",
    .table = "consultation",
    .label = QT_TRANSLATE_NOOP("Kind", "Consultation"),
    .fields = fields,
    .lifeCycles = lifeCycles,
    .title = &common::caseNo,
    .defaultSort = &common::receivedAt,
    .docket = true,
};

} // namespace yizhan::consultation
