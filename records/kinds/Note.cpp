// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Note.h"

namespace yizhan::note {

namespace {
constexpr const FieldSpec *fields[] = {&text, &pinned};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Consultation, Kind::Project};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Note,
    .name = "note",
    .table = "note",
    .label = QT_TRANSLATE_NOOP("Kind", "Note"),
    .fields = fields,
    .parents = parents,
    .title = &text,
};

} // namespace yizhan::note
