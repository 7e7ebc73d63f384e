// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Recheck.h"

namespace yizhan::recheck {

namespace {
constexpr const FieldSpec *fields[] = {
    &certificate, &askedBy, &interested, &interest, &knownOn, &ownMotion, &receivedOn, &claims, &writtenRequest, &officer, &outcome,
    &stepsMadeGood, &cannotBeMadeGood, &reasons, &decidedOn, &headApprovedBy, &carriedOutOn, &announcedOn, &reportedOn, &papersInFile};
constexpr Kind parents[] = {Kind::Notary};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Recheck,
    .name = "recheck",
    .table = "recheck",
    .label = QT_TRANSLATE_NOOP("Kind", "Recheck"),
    .fields = fields,
    .parents = parents,
    .title = &receivedOn,
    .defaultSort = &receivedOn,
};

} // namespace yizhan::recheck
