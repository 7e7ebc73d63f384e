// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/DutyHelp.h"

#include "records/kinds/CaseFacts.h"
#include "records/kinds/Declare.h"

namespace yizhan::dutyHelp {

namespace {
using namespace declare;

constexpr Guard personNamed{"person-named", QT_TRANSLATE_NOOP("Guard", "The person who was helped is named."), [](const GuardContext &context) {
    return caseFacts::hasParty(context.file, {"SUSPECT", "DEFENDANT", "AIDED", "APPLICANT"});
}};

// The lawyer who was there when the plea was signed has also told what he did (刑诉法 art 174).
constexpr Guard pleaConsistent{"plea-consistent", QT_TRANSLATE_NOOP("Guard", "If a plea statement was signed in the lawyer's presence, the case is a guilty-plea case and that help is ticked."),
                               [](const GuardContext &context) {
    return !caseFacts::isTicked(context.record, pleaSigned)
        || (caseFacts::isTicked(context.record, pleaCase) && context.record.get(help).contains(QLatin1String("5")));
}};

constexpr Guard forwardConsistent{"forward-consistent", QT_TRANSLATE_NOOP("Guard", "If an application for legal aid was forwarded, that help is ticked."), [](const GuardContext &context) {
    return !caseFacts::isTicked(context.record, forwardedApplication) || context.record.get(help).contains(QLatin1String("6"));
}};

void restrictMinor(CaseFile &file, Record &record, const GuardContext &)
{
    if (caseFacts::hasMinor(file) && record.value(common::restricted).isNull())
        record.set(common::restricted, true);
}

constexpr Effect onDraft[] = {actor(common::firstResponder)};
constexpr Effect onRegister[] = {actor(common::firstResponder), number(common::caseNo, "duty-help"), run(restrictMinor)};

constexpr Transition transitions[] = {
    {.name = "draft", .label = QT_TRANSLATE_NOOP("Transition", "Create"), .from = "", .to = "DRAFT", .actors = "duty_lawyer intake_clerk station", .effects = onDraft},
    {.name = "register", .label = QT_TRANSLATE_NOOP("Transition", "Register"), .from = "DRAFT", .to = "REGISTERED", .actors = "duty_lawyer intake_clerk station",
     .needs = needs<helpedAt, station, common::handler, charge, stage, authority, help>,
     .guards = guards<personNamed, pleaConsistent, forwardConsistent>, .effects = onRegister, .documents = "LA-23 LA-28 LA-29"},
    {.name = "void", .label = QT_TRANSLATE_NOOP("Transition", "Make void"), .from = "REGISTERED", .to = "VOID", .actors = "aid_clerk",
     .needs = needs<common::voidReason>},
};

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {
    &status, &helpedAt, &station, &charge, &stage, &authorityKind, &authority, &noticeNo, &help, &forwardedApplication, &legalAidCase, &major,
    &pleaCase, &pleaSigned, &pleaSignedOn, &opinion, &adopted, &minutes, &papers,
    &common::caseNo, &common::provisionalNo, &common::receivedAt, &common::firstResponder, &common::handler, &common::project, &common::restricted,
    &common::archivedOn, &common::archiveClass, &common::retention, &common::shelf, &common::voidReason, &common::sandbox,
    &common::originConsultation, &common::parties, &common::nextDue, &common::nextDueRule, &common::dueProvisional, &common::duePaused};
} // namespace

constexpr LifeCycle lifeCycle{.name = "duty-help", .status = &status, .transitions = transitions, .ends = "REGISTERED VOID"};

const constinit RecordSpec spec{
    .kind = Kind::DutyHelp,
    .name = "duty-help",
    .table = "duty_help",
    .label = QT_TRANSLATE_NOOP("Kind", "Duty-lawyer help"),
    .fields = fields,
    .lifeCycles = lifeCycles,
    .title = &common::caseNo,
    .defaultSort = &helpedAt,
    .docket = true,
};

} // namespace yizhan::dutyHelp
