// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Task.h"

#include "records/LifeCycle.h"

namespace yizhan::task {

namespace {
constexpr const char *everybody = "handler mediator archivist aid_lawyer cc_officer project_team leader";
constexpr const FieldSpec *needsSubject[] = {&subject};
constexpr const FieldSpec *needsDropReason[] = {&dropReason};
constexpr Effect doneEffects[] = {{.act = Effect::Act::SetToday, .field = &doneOn}, {.act = Effect::Act::SetActor, .field = &doneBy}};
constexpr Effect reopenEffects[] = {{.act = Effect::Act::ClearField, .field = &doneOn},
                                    {.act = Effect::Act::ClearField, .field = &doneBy},
                                    {.act = Effect::Act::ClearField, .field = &dropReason}};

constexpr Transition transitions[] = {
    {.name = "open", .label = QT_TRANSLATE_NOOP("Transition", "Set task"), .from = "", .to = "OPEN", .actors = everybody, .needs = needsSubject},
    {.name = "done", .label = QT_TRANSLATE_NOOP("Transition", "Done"), .from = "OPEN", .to = "DONE", .actors = everybody, .effects = doneEffects},
    {.name = "drop", .label = QT_TRANSLATE_NOOP("Transition", "Drop"), .from = "OPEN", .to = "DROPPED", .actors = everybody, .needs = needsDropReason},
    {.name = "reopen", .label = QT_TRANSLATE_NOOP("Transition", "Open again"), .from = "DONE DROPPED", .to = "OPEN", .actors = everybody, .effects = reopenEffects},
};
constexpr LifeCycle lifeCycle{.name = "task", .status = &status, .transitions = transitions, .ends = "DONE DROPPED"};

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {&status, &subject, &text, &dueOn, &assignee, &about, &doneOn, &doneBy, &dropReason};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Consultation, Kind::Project,
                            Kind::Agreement, Kind::Recheck, Kind::Objection};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Task,
    .name = "task",
    .table = "task",
    .label = QT_TRANSLATE_NOOP("Kind", "Task"),
    .fields = fields,
    .parents = parents,
    .lifeCycles = lifeCycles,
    .title = &subject,
    .defaultSort = &dueOn,
};

} // namespace yizhan::task
