// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Village.h"

namespace yizhan::village {

namespace {
constexpr const FieldSpec *fields[] = {&code12, &name, &kind, &specialist, &specialistKind, &specialistFrom, &specialistTo, &backup, &phone,
                                       &households, &population, &active, &sandbox};
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
};

} // namespace yizhan::village
