// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Handover.h"

#include "records/LifeCycle.h"
#include "records/kinds/Consultation.h"

namespace yizhan::handover {

namespace {
// What the receiver found goes into the consultation, unless somebody has written an answer there already.
void answerConsultation(CaseFile &file, Record &record, const GuardContext &)
{
    if (file.root.kind() != Kind::Consultation)
        return;
    if (file.root.value(consultation::answer).isNull())
        file.root.set(consultation::answer, record.get(feedback));
    if (file.root.value(consultation::result).isNull())
        file.root.set(consultation::result, record.get(result));
}

using Act = Effect::Act;
constexpr const char *acceptanceClock = "CON-HANDOVER";
constexpr const FieldSpec *needsSending[] = {&toUnit, &matter};
constexpr const FieldSpec *needsReason[] = {&returnReason};
constexpr const FieldSpec *needsFeedback[] = {&feedback, &result};

constexpr ClockEffect startClock[] = {{.act = ClockEffect::Act::Start, .rule = acceptanceClock, .from = &sentAt}};
constexpr ClockEffect restartClock[] = {{.act = ClockEffect::Act::Restart, .rule = acceptanceClock, .from = &sentAt}};
constexpr ClockEffect meetClock[] = {{.act = ClockEffect::Act::Meet, .rule = acceptanceClock}};

constexpr Effect sendEffects[] = {{.act = Act::SetNow, .field = &sentAt},
                                  {.act = Act::Take, .text = "transfer", .kind = Kind::Consultation}};
constexpr Effect resendEffects[] = {{.act = Act::SetNow, .field = &sentAt},
                                    {.act = Act::ClearField, .field = &acceptedAt},
                                    {.act = Act::ClearField, .field = &acceptedBy},
                                    {.act = Act::ClearField, .field = &returnedAt},
                                    {.act = Act::ClearField, .field = &returnReason},
                                    {.act = Act::Take, .text = "transfer", .kind = Kind::Consultation}};
constexpr Effect acceptEffects[] = {{.act = Act::SetNow, .field = &acceptedAt}, {.act = Act::SetActor, .field = &acceptedBy}};
constexpr Effect returnEffects[] = {{.act = Act::SetNow, .field = &returnedAt},
                                    {.act = Act::Take, .text = "take-back", .kind = Kind::Consultation}};
constexpr Effect doneEffects[] = {{.act = Act::SetNow, .field = &doneAt},
                                  {.act = Act::Run, .run = answerConsultation},
                                  {.act = Act::Take, .text = "receive-answer", .kind = Kind::Consultation}};

constexpr Transition transitions[] = {
    {.name = "note-own", .label = QT_TRANSLATE_NOOP("Transition", "Own matter"), .from = "", .to = "NONE", .actors = "first_responder"},
    {.name = "send", .label = QT_TRANSLATE_NOOP("Transition", "Send"), .from = "NONE", .to = "SENT", .actors = "first_responder", .needs = needsSending,
     .clocks = startClock, .effects = sendEffects, .documents = "GN-01"},
    {.name = "accept", .label = QT_TRANSLATE_NOOP("Transition", "Acknowledge receipt"), .from = "SENT", .to = "ACCEPTED", .actors = "receiver", .clocks = meetClock, .effects = acceptEffects},
    {.name = "return", .label = QT_TRANSLATE_NOOP("Transition", "Return"), .from = "SENT", .to = "RETURNED", .actors = "receiver", .needs = needsReason,
     .clocks = meetClock, .effects = returnEffects},
    {.name = "return-later", .label = QT_TRANSLATE_NOOP("Transition", "Return after all"), .from = "ACCEPTED", .to = "RETURNED", .actors = "receiver section_head",
     .needs = needsReason, .effects = returnEffects},
    {.name = "resend", .label = QT_TRANSLATE_NOOP("Transition", "Send elsewhere"), .from = "RETURNED", .to = "SENT", .actors = "first_responder", .needs = needsSending,
     .clocks = restartClock, .effects = resendEffects, .documents = "GN-01"},
    {.name = "keep", .label = QT_TRANSLATE_NOOP("Transition", "Handle oneself"), .from = "RETURNED", .to = "NONE", .actors = "first_responder"},
    {.name = "finish", .label = QT_TRANSLATE_NOOP("Transition", "Feed back"), .from = "ACCEPTED", .to = "DONE", .actors = "receiver", .needs = needsFeedback,
     .effects = doneEffects},
};
constexpr LifeCycle lifeCycle{.name = "handover", .status = &status, .transitions = transitions, .ends = "NONE DONE"};

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {&status, &toUnit, &toPerson, &matter, &papers, &contact, &sentAt, &acceptedAt, &acceptedBy,
                                       &returnedAt, &returnReason, &doneAt, &feedback, &result};
constexpr Kind parents[] = {Kind::Consultation};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Handover,
    .name = "handover",
    .table = "handover",
    .label = QT_TRANSLATE_NOOP("Kind", "Hand-over"),
    .fields = fields,
    .parents = parents,
    .lifeCycles = lifeCycles,
    .title = &toUnit,
    .defaultSort = &sentAt,
};

} // namespace yizhan::handover
