// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Session.h"

#include "records/RecordErrors.h"
#include "records/Validate.h"

namespace yizhan::session {

namespace {
constexpr const FieldSpec *fields[] = {&kind, &number, &startedAt, &endedAt, &mode, &place, &room, &host, &secondPerson, &recorder, &present,
                                       &identityCheck, &rightsTold, &content, &result, &recording, &signedOn, &interruptions};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Project};
void check(const Record &record, const RuleBook &, Day, std::vector<Finding> &findings)
{
    const auto begin = record.get(startedAt);
    const auto end = record.get(endedAt);
    if (begin && end && *end < *begin)
        findings.push_back({&endedAt, fieldError(text::endBeforeStart, endedAt), true});
}
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
    .check = check,
};

} // namespace yizhan::session
