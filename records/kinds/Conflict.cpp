// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Conflict.h"

namespace yizhan::conflict {

namespace {
constexpr const FieldSpec *fields[] = {&record,         &recordKind, &mergeGroup, &before,    &standing,  &late,
                                       &origin,         &refusal,    &device,     &operation, &author,    &declaredAt,
                                       &standingAuthor, &standingAt, &transition, &decision,  &decidedBy, &decidedAt};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Consultation, Kind::Project,
                            Kind::Office,    Kind::Village,  Kind::Staff,    Kind::User,   Kind::Device,       Kind::Committee};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Conflict,
    .name = "conflict",
    .table = "conflict",
    .label = QT_TRANSLATE_NOOP("Kind", "Conflict"),
    .fields = fields,
    .parents = parents,
    .title = &origin,
    .defaultSort = &declaredAt,
};

} // namespace yizhan::conflict
