// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Committee.h"

#include "records/Deadline.h"
#include "records/Record.h"
#include "records/RuleBook.h"

namespace yizhan::committee {

namespace {
void derive(const CaseFile &, Record &record, const RuleBook &rules)
{
    record.clear(termEndsOn);
    const auto elected = record.get(electedOn);
    const DeadlineRule *tenure = rules.deadlines().find(u"MED-TENURE");
    if (!elected || !tenure)
        return;
    const auto due = computeDue(*tenure, {.start = Moment::on(*elected), .pauses = {}, .extensions = {}, .limitStart = {}}, rules.calendar());
    if (due && due->dueOn)
        record.set(termEndsOn, *due->dueOn);
}

constexpr const FieldSpec *fields[] = {&name, &kind, &village, &chair, &members, &women, &electedOn, &address, &phone, &onCourtList,
                                       &active, &sandbox, &termEndsOn};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Committee,
    .name = "committee",
    .table = "committee",
    .label = QT_TRANSLATE_NOOP("Kind", "Committee"),
    .fields = fields,
    .title = &name,
    .defaultSort = &name,
    .district = true,
    .derive = derive,
};

} // namespace yizhan::committee
