// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/User.h"

namespace yizhan::user {

namespace {
constexpr const FieldSpec *fields[] = {&login, &name, &staff, &roles, &active, &validTo, &language};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::User,
    .name = "user",
    .table = "user",
    .label = QT_TRANSLATE_NOOP("Kind", "Login"),
    .fields = fields,
    .title = &name,
    .defaultSort = &name,
    .district = true,
};

} // namespace yizhan::user
