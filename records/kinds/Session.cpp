// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Session.h"

namespace yizhan::session {

namespace {
constexpr const FieldSpec *fields[] = {&kind, &number, &startedAt, &endedAt, &mode, &place, &room, &host, &secondPerson, &recorder, &present,
                                       &identityCheck, &rightsTold, &content, &result, &recording, &signedOn, &interruptions};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Project};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Session,
    .name = "session",
    .table = "session",
    .label = QT_TRANSLATE_NOOP("Kind", "Meeting"),
    .fields = fields,
    .parents = parents,
    .title = &kind,
    .defaultSort = &startedAt,
};

} // namespace yizhan::session
