// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/FollowUp.h"

namespace yizhan::followUp {

namespace {
constexpr const FieldSpec *fields[] = {&at, &by, &mode, &whom, &performance, &satisfaction, &note, &settled, &agreement, &nextOn};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::Notary, Kind::Consultation};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::FollowUp,
    .name = "follow-up",
    .table = "follow_up",
    .label = QT_TRANSLATE_NOOP("Kind", "Follow-up"),
    .fields = fields,
    .parents = parents,
    .title = &at,
    .defaultSort = &at,
};

} // namespace yizhan::followUp
