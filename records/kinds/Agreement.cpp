// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Agreement.h"

#include "records/LifeCycle.h"

namespace yizhan::agreement {

namespace {
constexpr const LifeCycle *lifeCycles[] = {&confirmation, &performance};
constexpr const FieldSpec *fields[] = {
    &confirmStatus, &performStatus, &version, &agreementNo, &form, &factsAgreed, &partiesSignedOn, &mediatorSignedOn, &sealedOn,
    &oralOn, &effectiveOn, &allSigned, &copies, &amount, &performDueOn, &nothingToPerform, &performedAtOnce, &performanceProof,
    &repudiatedOn, &repudiationNote, &remediesTold, &enforcementNo, &enforcedOn,
    &confirmWish, &jointApplication, &confirmGroundsChecked, &confirmGrounds, &confirmExplanation, &venueMode, &court, &courtNo,
    &confirmAppliedOn, &confirmAcceptedOn, &confirmDecidedOn, &confirmRefusal, &confirmRefusalNote, &confirmWithdrawnOn, &labourReviewOn};
constexpr Kind parents[] = {Kind::Mediation};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Agreement,
    .name = "agreement",
    .table = "agreement",
    .label = QT_TRANSLATE_NOOP("Kind", "Agreement"),
    .fields = fields,
    .parents = parents,
    .lifeCycles = lifeCycles,
    .title = &agreementNo,
    .defaultSort = &effectiveOn,
};

} // namespace yizhan::agreement

namespace yizhan::agreementTerm {

namespace {
constexpr const FieldSpec *fields[] = {&position, &obligor, &obligee, &mode, &content, &amount, &dueOn,
                                       &performedOn, &performedAmount, &proof, &proofAttachment, &performStatus};
constexpr Kind parents[] = {Kind::Agreement};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::AgreementTerm,
    .name = "agreement-term",
    .table = "agreement_term",
    .label = QT_TRANSLATE_NOOP("Kind", "Term of the agreement"),
    .fields = fields,
    .parents = parents,
    .title = &content,
    .defaultSort = &dueOn,
};

} // namespace yizhan::agreementTerm
