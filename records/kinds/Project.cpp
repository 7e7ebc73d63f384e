// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Project.h"

#include "records/LifeCycle.h"
#include "records/RecordErrors.h"
#include "records/Validate.h"
#include "records/kinds/Common.h"

namespace yizhan::project {

namespace {
// Weeks run Monday to Sunday: the Sunday before the day.
Day lastSunday(Day day)
{
    return day.plus(-day.weekday());
}

void beginWeeks(CaseFile &, Record &record, const GuardContext &context)
{
    record.set(weekClosedOn, lastSunday(context.now.localDay()));
}

// A log handed in late closes the week it is about, so that the next one is due at once.
void closeWeek(CaseFile &, Record &record, const GuardContext &context)
{
    const auto last = record.get(weekClosedOn);
    record.set(weekClosedOn, last ? last->plus(7) : lastSunday(context.now.localDay()));
}

bool isRed(const GuardContext &context)
{
    return context.record.get(alertLevel) == QLatin1String("RED");
}

using Act = Effect::Act;
using Clock = ClockEffect::Act;

constexpr const char *team_ = "project_team section_head leader";
constexpr const FieldSpec *needsName[] = {&name, &kind};
constexpr const FieldSpec *needsAlert[] = {&alertLevel, &alertText};
constexpr const FieldSpec *needsResult[] = {&alertResult};
constexpr const FieldSpec *needsEnd[] = {&toOn};

constexpr ClockEffect weekStarts[] = {{.act = Clock::Restart, .rule = "PROJ-WEEK", .from = &weekClosedOn}};
constexpr ClockEffect weekCloses[] = {{.act = Clock::Meet, .rule = "PROJ-WEEK"}, {.act = Clock::Start, .rule = "PROJ-WEEK", .from = &weekClosedOn}};
constexpr ClockEffect alertStarts[] = {{.act = Clock::Restart, .rule = "ALERT-RED", .from = &alertRaisedAt, .when = isRed}};
constexpr ClockEffect alertEnds[] = {{.act = Clock::Meet, .rule = "ALERT-RED"}};
constexpr ClockEffect everythingEnds[] = {{.act = Clock::Cancel, .rule = "*"}};

constexpr Effect planEffects[] = {{.act = Act::TakeNumber, .field = &common::caseNo, .text = "project"}, {.act = Act::SetActor, .field = &common::firstResponder}};
constexpr Effect startEffects[] = {{.act = Act::Run, .run = beginWeeks}};
constexpr Effect weekEffects[] = {{.act = Act::Run, .run = closeWeek}};
constexpr Effect alertEffects[] = {{.act = Act::SetNow, .field = &alertRaisedAt},
                                   {.act = Act::ClearField, .field = &alertSettledAt},
                                   {.act = Act::ClearField, .field = &alertResult}};
constexpr Effect settleEffects[] = {{.act = Act::SetNow, .field = &alertSettledAt}, {.act = Act::ClearField, .field = &alertLevel}};
constexpr Effect closeEffects[] = {{.act = Act::SetToday, .field = &common::closedOn}};
constexpr Effect reopenEffects[] = {{.act = Act::ClearField, .field = &common::closedOn}, {.act = Act::Run, .run = beginWeeks}};
constexpr Effect archiveEffects[] = {{.act = Act::SetToday, .field = &common::archivedOn}};

constexpr Transition transitions[] = {
    {.name = "plan", .label = QT_TRANSLATE_NOOP("Transition", "Register"), .from = "", .to = "PLANNED", .actors = team_, .needs = needsName, .effects = planEffects},
    {.name = "start", .label = QT_TRANSLATE_NOOP("Transition", "Start"), .from = "PLANNED", .to = "ACTIVE", .actors = team_, .clocks = weekStarts, .effects = startEffects,
     .documents = "GN-06"},
    {.name = "log-week", .label = QT_TRANSLATE_NOOP("Transition", "Log the week"), .from = "ACTIVE ALERT", .to = "@same", .actors = team_, .clocks = weekCloses,
     .effects = weekEffects, .documents = "GN-06"},
    {.name = "alert", .label = QT_TRANSLATE_NOOP("Transition", "Raise alert"), .from = "ACTIVE ALERT", .to = "ALERT", .actors = team_, .needs = needsAlert,
     .clocks = alertStarts, .effects = alertEffects, .documents = "GN-10"},
    {.name = "settle", .label = QT_TRANSLATE_NOOP("Transition", "Settle alert"), .from = "ALERT", .to = "ACTIVE", .actors = team_, .needs = needsResult,
     .clocks = alertEnds, .effects = settleEffects},
    {.name = "close", .label = QT_TRANSLATE_NOOP("Transition", "Conclude"), .from = "PLANNED ACTIVE", .to = "CLOSED", .actors = "section_head leader", .needs = needsEnd,
     .clocks = everythingEnds, .effects = closeEffects},
    {.name = "reopen", .label = QT_TRANSLATE_NOOP("Transition", "Open again"), .from = "CLOSED", .to = "ACTIVE", .actors = "section_head leader", .clocks = weekStarts,
     .effects = reopenEffects},
    {.name = "archive", .label = QT_TRANSLATE_NOOP("Transition", "Archive"), .from = "CLOSED", .to = "ARCHIVED", .actors = "archivist section_head", .effects = archiveEffects},
};
constexpr LifeCycle lifeCycle{.name = "project", .status = &status, .transitions = transitions, .ends = "ARCHIVED"};

void derive(const CaseFile &file, Record &record, const RuleBook &)
{
    std::int64_t entries = 0;
    std::int64_t heads = 0;
    std::int64_t disputes = 0;
    std::int64_t fen = 0;
    for (const Record &child : file.children) {
        if (child.kind() != Kind::ProjectEvent)
            continue;
        ++entries;
        heads += child.get(projectEvent::heads).value_or(0);
        disputes += child.get(projectEvent::kind) == QLatin1String("MEDIATE") ? 1 : 0;
        fen += child.get(projectEvent::amount).value_or(Money{}).fen;
    }
    record.set(eventCount, entries);
    record.set(headCount, heads);
    record.set(disputeCount, disputes);
    record.set(amountTotal, Money{fen});
}

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {
    &status, &name, &kind, &village, &place, &households, &signedCount, &area, &fromOn, &toOn, &leadUnit, &team, &weekClosedOn,
    &alertLevel, &alertSource, &alertText, &alertRaisedAt, &alertSettledAt, &alertResult,
    &eventCount, &headCount, &disputeCount, &amountTotal,
    &common::caseNo, &common::firstResponder, &common::handler, &common::closedOn, &common::archivedOn, &common::shelf, &common::voidReason, &common::sandbox,
    &common::nextDue, &common::nextDueRule, &common::dueProvisional, &common::duePaused};
void check(const Record &record, const RuleBook &, Day, std::vector<Finding> &findings)
{
    const auto begin = record.get(fromOn);
    const auto end = record.get(toOn);
    if (begin && end && *end < *begin)
        findings.push_back({&toOn, fieldError(text::endBeforeStart, toOn), true});
}
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Project,
    .name = "project",
    .table = "project",
    .label = QT_TRANSLATE_NOOP("Kind", "Key project"),
    .fields = fields,
    .lifeCycles = lifeCycles,
    .title = &name,
    .docket = true,
    .derive = derive,
    .check = check,
};

} // namespace yizhan::project

namespace yizhan::projectEvent {

namespace {
constexpr const FieldSpec *fields[] = {&at, &kind, &heads, &amount, &text, &paper};
constexpr Kind parents[] = {Kind::Project};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::ProjectEvent,
    .name = "project-event",
    .table = "project_event",
    .label = QT_TRANSLATE_NOOP("Kind", "Project log entry"),
    .fields = fields,
    .parents = parents,
    .title = &kind,
    .defaultSort = &at,
    .appendOnly = true,
};

} // namespace yizhan::projectEvent
