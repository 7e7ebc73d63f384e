// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Village.h"

#include "records/RecordErrors.h"
#include "records/Validate.h"

namespace yizhan::village {

namespace {
constexpr const FieldSpec *fields[] = {&code12, &name, &kind, &specialist, &specialistKind, &specialistFrom, &specialistTo, &backup, &phone,
                                       &households, &population, &active, &sandbox};
void check(const Record &record, const RuleBook &, Day, std::vector<Finding> &findings)
{
    const auto begin = record.get(specialistFrom);
    const auto end = record.get(specialistTo);
    if (begin && end && *end < *begin)
        findings.push_back({&specialistTo, fieldError(text::endBeforeStart, specialistTo), true});
}
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Village,
    .name = "village",
    .table = "village",
    .label = QT_TRANSLATE_NOOP("Kind", "Village or community"),
    .fields = fields,
    .title = &name,
    .defaultSort = &name,
    .district = true,
    .check = check,
};

} // namespace yizhan::village
