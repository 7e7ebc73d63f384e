// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Document.h"

#include "records/LifeCycle.h"

namespace yizhan::document {

namespace {
constexpr const char *everybody = "handler mediator aid_lawyer archivist cc_officer project_team";

bool isPrinted(const GuardContext &context)
{
    return context.record.get(printedAt).has_value() || !context.record.value(body).isNull();
}

constexpr const FieldSpec *needsForm[] = {&form};
constexpr const FieldSpec *needsVoidReason[] = {&voidReason};
constexpr Guard finalGuards[] = {{"printed", QT_TRANSLATE_NOOP("Guard", "The paper has been printed or stored as a file."), isPrinted}};
constexpr Effect finalEffects[] = {{.act = Effect::Act::SetNow, .field = &finalAt}};

constexpr Transition transitions[] = {
    {.name = "draft", .label = QT_TRANSLATE_NOOP("Transition", "Draw up"), .from = "", .to = "DRAFT", .actors = everybody, .needs = needsForm},
    {.name = "finish", .label = QT_TRANSLATE_NOOP("Transition", "Make final"), .from = "DRAFT", .to = "FINAL", .actors = everybody, .guards = finalGuards, .effects = finalEffects},
    {.name = "void", .label = QT_TRANSLATE_NOOP("Transition", "Make void"), .from = "DRAFT FINAL", .to = "VOID", .actors = everybody, .needs = needsVoidReason},
};
constexpr LifeCycle lifeCycle{.name = "document", .status = &status, .transitions = transitions, .ends = "DRAFT FINAL VOID"};

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {&status, &form, &edition, &title, &number, &madeOn, &printedAt, &body, &signedCopy, &servedOn, &servedBy, &voidReason, &finalAt};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Consultation, Kind::Project};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Document,
    .name = "document",
    .table = "document",
    .label = QT_TRANSLATE_NOOP("Kind", "Paper"),
    .fields = fields,
    .parents = parents,
    .lifeCycles = lifeCycles,
    .title = &form,
};

} // namespace yizhan::document
