// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Hearing.h"

#include "records/kinds/Declare.h"

namespace yizhan::hearing {

namespace {
using namespace declare;

constexpr ClockEffect onPlan[] = {start("AID-COURT-DATE", heldAt)};
constexpr ClockEffect onMove[] = {restart("AID-COURT-DATE", heldAt)};
constexpr ClockEffect onHold[] = {meet("AID-COURT-DATE", &heldAt)};
constexpr ClockEffect onCancel[] = {cancel("AID-COURT-DATE")};

constexpr const char *lawyers = "aid_lawyer aid_clerk";

constexpr Transition transitions[] = {
    {.name = "plan", .label = QT_TRANSLATE_NOOP("Transition", "Enter"), .from = "", .to = "PLANNED", .actors = lawyers, .needs = needs<heldAt>, .clocks = onPlan},
    {.name = "move", .label = QT_TRANSLATE_NOOP("Transition", "Move to another day"), .from = "PLANNED", .to = "@same", .actors = lawyers, .needs = needs<heldAt>, .clocks = onMove},
    {.name = "hold", .label = QT_TRANSLATE_NOOP("Transition", "Enter the result"), .from = "PLANNED", .to = "HELD", .actors = lawyers, .needs = needs<result>, .clocks = onHold},
    {.name = "cancel", .label = QT_TRANSLATE_NOOP("Transition", "Cancel"), .from = "PLANNED", .to = "CANCELLED", .actors = lawyers, .clocks = onCancel},
};

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {&status, &heldAt, &court, &room, &attendedBy, &result};
constexpr Kind parents[] = {Kind::LegalAid};
} // namespace

constexpr LifeCycle lifeCycle{.name = "hearing", .status = &status, .transitions = transitions, .ends = "HELD CANCELLED"};

const constinit RecordSpec spec{
    .kind = Kind::Hearing,
    .name = "hearing",
    .table = "hearing",
    .label = QT_TRANSLATE_NOOP("Kind", "Hearing"),
    .fields = fields,
    .parents = parents,
    .lifeCycles = lifeCycles,
    .title = &court,
    .defaultSort = &heldAt,
};

} // namespace yizhan::hearing
