// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Assignment.h"

namespace yizhan::assignment {

namespace {
constexpr const FieldSpec *fields[] = {&number, &firm, &staff, &person, &licenceNo, &years, &minorsOk, &phone,
                                       &assignedOn, &engagedOn, &notSignedReason, &endedOn, &endReason, &conflictFree, &available};
constexpr Kind parents[] = {Kind::LegalAid, Kind::DutyHelp};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Assignment,
    .name = "assignment",
    .table = "assignment",
    .label = QT_TRANSLATE_NOOP("Kind", "Assignment"),
    .fields = fields,
    .parents = parents,
    .title = &person,
    .defaultSort = &assignedOn,
};

} // namespace yizhan::assignment
