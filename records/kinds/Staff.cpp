// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Staff.h"

#include "records/RecordErrors.h"
#include "records/Validate.h"

namespace yizhan::staff {

namespace {
constexpr const FieldSpec *fields[] = {&name, &kind, &gender, &post, &phone, &firm, &committee, &licenceNo, &practiceFrom, &criminalFrom, &minorsOk, &profession,
                                       &team, &languages, &onLeaveFrom, &onLeaveTo, &joinedOn, &leftOn, &active, &sandbox};
void check(const Record &record, const RuleBook &, Day, std::vector<Finding> &findings)
{
    const auto begin = record.get(onLeaveFrom);
    const auto end = record.get(onLeaveTo);
    if (begin && end && *end < *begin)
        findings.push_back({&onLeaveTo, fieldError(text::endBeforeStart, onLeaveTo), true});
}
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Staff,
    .name = "staff",
    .table = "staff",
    .label = QT_TRANSLATE_NOOP("Kind", "Staff"),
    .fields = fields,
    .title = &name,
    .defaultSort = &name,
    .district = true,
    .check = check,
};

} // namespace yizhan::staff
