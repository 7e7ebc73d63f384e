// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Staff.h"

namespace yizhan::staff {

namespace {
constexpr const FieldSpec *fields[] = {&name, &kind, &gender, &post, &phone, &firm, &committee, &licenceNo, &practiceFrom, &criminalFrom, &minorsOk, &profession,
                                       &team, &languages, &onLeaveFrom, &onLeaveTo, &joinedOn, &leftOn, &active, &sandbox};
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
};

} // namespace yizhan::staff
