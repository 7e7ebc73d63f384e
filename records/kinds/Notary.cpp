// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Notary.h"

#include "records/LifeCycle.h"

namespace yizhan::notary {

namespace {
std::int64_t fenOf(const Record &record, const Field<Money> &field)
{
    return record.get(field).value_or(Money{}).fen;
}

void deriveFee(Record &record)
{
    const std::int64_t due = fenOf(record, feeStandard) + fenOf(record, feeCopies) + fenOf(record, feeTranslation) - fenOf(record, feeReliefAmount);
    if (record.get(feeStandard))
        record.set(feeTotal, Money{due > 0 ? due : 0});
    else
        record.clear(feeTotal);
}

// Fee, kinds of matters and certificate numbers, as the list shows them.
void derive(const CaseFile &file, Record &record, const RuleBook &)
{
    deriveFee(record);
    QStringList kinds;
    for (const Record *row : file.of(Kind::NotaryItem)) {
        if (const QString kind = row->get(notaryItem::matter); !kind.isEmpty() && !kinds.contains(kind))
            kinds += kind;
    }
    record.set(matters, kinds);
    QStringList numbers;
    for (const Record *row : file.of(Kind::Certificate)) {
        if (const QString one = row->get(certificate::number); !one.isEmpty())
            numbers += one;
    }
    record.set(certificateNos, numbers.join(QLatin1Char(' ')).left(static_cast<int>(certificateNos.maxLength)));
}

constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {
    &status, &category, &useArea, &destinationCountry, &purpose, &translationLanguage, &conformityCertificate, &legalisation,
    &agentKind, &agent, &powerOfAttorney, &facts, &urgent, &proofs, &undertakingSigned, &originalsSeenOn,
    &interestStatement, &acceptChecks, &idCheckMethod, &photoTaken, &inPersonOk, &placeOk, &recusalChecked, &toldOn, &acceptedOn, &notary,
    &guidance, &withdrawalNote, &papersReturned,
    &supplementList, &supplementDue, &papersIn, &questioningSigned, &pauseEvidence, &verifyMethod, &verifyTwoPersons, &verifyFrom, &verifyTo,
    &verifyResult, &checklistDone, &entrustedOn, &examinationOpinion, &entrustedAnsweredOn,
    &feeStandard, &feeCopies, &feeTranslation, &feeRelief, &feeReliefAmount, &feeTotal, &feePaidOn, &receiptNo,
    &promiseDate, &homeAddress, &homeAt, &homeStaff1, &homeStaff2,
    &approver, &approvedOn, &approvalOpinion, &approvalChecks, &returnReason, &issuedOn, &readOutOn,
    &deliveryMode, &deliveredOn, &deliveredTo, &postNo, &receiptSigned, &remindedOn,
    &refuseReason, &terminateReason, &endedOn, &endServedOn, &refund, &refundDecided, &headApprovedBy,
    &volumeNo, &pages, &handedOverOn, &papers, &custodyItems, &matters, &certificateNos,
    &common::caseNo, &common::receivedAt, &common::firstResponder, &common::handler, &common::returnState,
    &common::greenChannel, &common::urgentReason, &common::project, &common::restricted, &common::closedOn, &common::archivedOn,
    &common::archiveClass, &common::retention, &common::shelf, &common::voidReason, &common::sandbox, &common::originConsultation,
    &common::parties, &common::nextDue, &common::nextDueRule, &common::dueProvisional, &common::duePaused};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Notary,
    .name = "notary",
    .table = "notary",
    .label = QT_TRANSLATE_NOOP("Kind", "Notary application"),
    .fields = fields,
    .lifeCycles = lifeCycles,
    .title = &common::caseNo,
    .defaultSort = &common::receivedAt,
    .docket = true,
    .derive = derive,
};

} // namespace yizhan::notary

namespace yizhan::notaryItem {

namespace {
constexpr const FieldSpec *fields[] = {&matter, &title, &documentName, &factsToProve, &originals, &copies, &personalAgreement};
constexpr Kind parents[] = {Kind::Notary};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::NotaryItem,
    .name = "notary-item",
    .table = "notary_item",
    .label = QT_TRANSLATE_NOOP("Kind", "Notary matter"),
    .fields = fields,
    .parents = parents,
    .title = &matter,
};

} // namespace yizhan::notaryItem

namespace yizhan::certificate {

namespace {
constexpr const LifeCycle *lifeCycles[] = {&lifeCycle};
constexpr const FieldSpec *fields[] = {&status, &number, &item, &language, &draftText, &notary, &approver, &issuedOn,
                                       &originals, &copies, &handedOn, &handedTo, &mode, &revokedOn};
constexpr Kind parents[] = {Kind::Notary};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Certificate,
    .name = "certificate",
    .table = "certificate",
    .label = QT_TRANSLATE_NOOP("Kind", "Certificate"),
    .fields = fields,
    .parents = parents,
    .lifeCycles = lifeCycles,
    .title = &number,
    .defaultSort = &issuedOn,
};

} // namespace yizhan::certificate
