// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Objection.h"

#include "records/kinds/Declare.h"

namespace yizhan::objection {

namespace {
using namespace declare;

constexpr ClockEffect onReceive[] = {start("AID-OBJECT", receivedOn)};
// What is open to the objector from service on is told on the decision.
constexpr ClockEffect onUphold[] = {meet("AID-OBJECT"), start("AID-RECONSIDER", servedOn), start("AID-SUIT", servedOn)};
constexpr ClockEffect onServe[] = {restart("AID-RECONSIDER", servedOn), restart("AID-SUIT", servedOn)};
constexpr ClockEffect onCorrect[] = {meet("AID-OBJECT")};
constexpr Effect onDecide[] = {today(decidedOn), actor(decidedBy)};

constexpr Transition transitions[] = {
    {.name = "receive", .label = QT_TRANSLATE_NOOP("Transition", "Receive"), .from = "", .to = "PENDING", .actors = "aid_clerk bureau", .needs = needs<against, receivedOn>,
     .clocks = onReceive},
    {.name = "uphold", .label = QT_TRANSLATE_NOOP("Transition", "Uphold the decision"), .from = "PENDING", .to = "UPHELD", .actors = "bureau", .needs = needs<reasons>,
     .clocks = onUphold, .effects = onDecide, .documents = "LA-20"},
    {.name = "order-correction", .label = QT_TRANSLATE_NOOP("Transition", "Order to correct"), .from = "PENDING", .to = "CORRECTION", .actors = "bureau", .needs = needs<reasons>,
     .clocks = onCorrect, .effects = onDecide, .documents = "LA-20"},
    {.name = "serve", .label = QT_TRANSLATE_NOOP("Transition", "Enter the service"), .from = "UPHELD", .to = "@same", .actors = "bureau aid_clerk", .needs = needs<servedOn>,
     .clocks = onServe, .documents = "LA-22"},
    {.name = "order-correction-later", .label = QT_TRANSLATE_NOOP("Transition", "Reconsideration or judgment orders to correct"), .from = "UPHELD", .to = "CORRECTION",
     .actors = "bureau", .needs = needs<reasons>, .documents = "LA-20"},
};

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {&result, &against, &objector, &receivedOn, &grounds, &decidedOn, &decidedBy, &reasons, &documentNo, &servedOn};
constexpr Kind parents[] = {Kind::LegalAid};
} // namespace

constexpr LifeCycle lifeCycle{.name = "objection", .status = &result, .transitions = transitions, .ends = "UPHELD CORRECTION"};

const constinit RecordSpec spec{
    .kind = Kind::Objection,
    .name = "objection",
    .table = "objection",
    .label = QT_TRANSLATE_NOOP("Kind", "Objection"),
    .fields = fields,
    .parents = parents,
    .lifeCycles = lifeCycles,
    .title = &against,
    .defaultSort = &receivedOn,
};

} // namespace yizhan::objection
