// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Referral.h"

namespace yizhan::referral {

namespace {
constexpr const FieldSpec *fields[] = {&direction, &channel, &sender, &senderContact, &senderPhone, &receiver, &letterNo, &receivedAt,
                                       &signedOn, &acceptedOn, &returnedOn, &returnReason, &repliedOn, &replyNo, &result, &papers};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::Notary, Kind::Consultation};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Referral,
    .name = "referral",
    .table = "referral",
    .label = QT_TRANSLATE_NOOP("Kind", "Referral"),
    .fields = fields,
    .parents = parents,
    .title = &sender,
    .defaultSort = &receivedAt,
};

} // namespace yizhan::referral
