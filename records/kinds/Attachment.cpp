// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Attachment.h"

namespace yizhan::attachment {

namespace {
constexpr const FieldSpec *fields[] = {&sha256, &name, &mime, &size, &fileClass, &form, &takenOn, &pages, &original, &remark};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Consultation, Kind::Project};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Attachment,
    .name = "attachment",
    .table = "attachment",
    .label = QT_TRANSLATE_NOOP("Kind", "Attachment"),
    .fields = fields,
    .parents = parents,
    .title = &name,
};

} // namespace yizhan::attachment
