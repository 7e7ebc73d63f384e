// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/NotaryGuards.h"

#include "records/CodeList.h"
#include "records/Deadline.h"
#include "records/RuleBook.h"
#include "records/kinds/CaseFacts.h"
#include "records/kinds/Notary.h"
#include "records/kinds/Party.h"
#include "records/kinds/Recheck.h"
#include "records/kinds/Session.h"

#include <QJsonValue>
#include <algorithm>

namespace yizhan::notary {

namespace {
using caseFacts::isTicked;

bool isApplicant(const Record *row)
{
    const QString role = row->get(party::role);
    return role == QLatin1String("APPLICANT") || role == QLatin1String("PARTY_A") || role == QLatin1String("PARTY_B");
}

std::vector<const Record *> applicantsOf(const CaseFile &file)
{
    std::vector<const Record *> found;
    for (const Record *row : file.of(Kind::Party)) {
        if (isApplicant(row))
            found.push_back(row);
    }
    return found;
}

bool hasAgent(const Record &record)
{
    const QString kind = record.get(agentKind);
    return !record.value(agent).isNull() || kind == QLatin1String("STATUTORY") || kind == QLatin1String("ENTRUSTED");
}

QString attributeOf(const GuardContext &context, const Record *item, const char *key)
{
    return context.rules.codes().attribute(QStringLiteral("notary_matter"), item->get(notaryItem::matter), QString::fromLatin1(key)).toString();
}

// 公证法 art 26, 公证程序规则 art 11: some matters nobody can do for another; some only organisations can.
bool mustComeInPerson(const GuardContext &context)
{
    const auto applicants = applicantsOf(context.file);
    const bool natural = std::any_of(applicants.begin(), applicants.end(), [](const Record *row) { return row->get(party::type) == QLatin1String("NATURAL"); });
    const auto items = context.file.of(Kind::NotaryItem);
    return std::any_of(items.begin(), items.end(), [&context, natural](const Record *item) {
        const QString rule = attributeOf(context, item, "in_person");
        if (rule == QLatin1String("ALWAYS"))
            return true;
        if (rule == QLatin1String("NATURAL"))
            return natural;
        return rule == QLatin1String("PART") && natural && isTicked(*item, notaryItem::personalAgreement);
    });
}

bool isWaitingBeforeAcceptance(const GuardContext &context)
{
    return caseFacts::returnsTo(context.record) == QLatin1String("APPLIED");
}

bool isWaiting(const GuardContext &context)
{
    return context.record.get(status) == QLatin1String("SUPPLEMENT");
}

// The recheck that is not yet decided, or failing that the latest.
const Record *currentRecheck(const CaseFile &file)
{
    return caseFacts::newest(file, Kind::Recheck);
}

const Record *recheckedCertificate(const CaseFile &file)
{
    const Record *row = currentRecheck(file);
    const auto id = row ? row->get(recheck::certificate) : std::nullopt;
    const Record *found = id ? file.find(*id) : nullptr;
    return found && found->kind() == Kind::Certificate ? found : nullptr;
}

bool outcomeIs(const GuardContext &context, std::initializer_list<const char *> outcomes)
{
    const Record *row = currentRecheck(context.file);
    const QString outcome = row ? row->get(recheck::outcome) : QString();
    return std::any_of(outcomes.begin(), outcomes.end(), [&outcome](const char *one) { return outcome == QLatin1String(one); });
}
} // namespace

bool applicantGivenHolds(const GuardContext &context)
{
    const auto applicants = applicantsOf(context.file);
    return !applicants.empty() && std::all_of(applicants.begin(), applicants.end(), [](const Record *row) {
        return (!row->get(party::idType).isEmpty() && !row->get(party::idNo).isEmpty()) || !row->get(party::orgIdNo).isEmpty();
    });
}

bool mattersGivenHolds(const GuardContext &context)
{
    const auto items = context.file.of(Kind::NotaryItem);
    return !items.empty() && std::all_of(items.begin(), items.end(), [](const Record *item) {
        return item->get(notaryItem::originals).value_or(0) >= 1 && item->get(notaryItem::copies).has_value();
    });
}

bool countryGivenHolds(const GuardContext &context)
{
    return context.record.get(useArea) != QLatin1String("FOREIGN") || !context.record.get(destinationCountry).isEmpty();
}

bool agentGivenHolds(const GuardContext &context)
{
    if (!hasAgent(context.record))
        return true;
    const bool entrusted = context.record.get(agentKind) == QLatin1String("ENTRUSTED");
    const bool authorised = !context.record.value(powerOfAttorney).isNull() || caseFacts::hasAttachment(context.file, "AUTHORITY");
    return !context.record.value(agent).isNull() && (!entrusted || authorised);
}

bool urgencyGroundedHolds(const GuardContext &context)
{
    return !isTicked(context.record, urgent) || !context.record.get(common::urgentReason).isEmpty();
}

bool beforeAcceptanceHolds(const GuardContext &context)
{
    return isWaitingBeforeAcceptance(context);
}

bool afterAcceptanceHolds(const GuardContext &context)
{
    return !isWaiting(context) || !isWaitingBeforeAcceptance(context);
}

bool papersSuppliedHolds(const GuardContext &context)
{
    return isTicked(context.record, papersIn);
}

bool papersNotSuppliedHolds(const GuardContext &context)
{
    const auto due = context.record.get(supplementDue);
    return !isTicked(context.record, papersIn) && due && *due < caseFacts::today(context);
}

bool allConditionsHolds(const GuardContext &context)
{
    const QStringList met = context.record.get(acceptChecks);
    const auto all = context.rules.codes().values(QStringLiteral("notary_accept_check"));
    return std::all_of(all.begin(), all.end(), [&met](const CodeValue *one) { return met.contains(one->code); });
}

bool someConditionMissingHolds(const GuardContext &context)
{
    return !allConditionsHolds(context);
}

bool inPersonHolds(const GuardContext &context)
{
    return !mustComeInPerson(context) || (isTicked(context.record, inPersonOk) && !hasAgent(context.record));
}

bool placeHolds(const GuardContext &context)
{
    return isTicked(context.record, placeOk);
}

bool recusalHolds(const GuardContext &context)
{
    return isTicked(context.record, recusalChecked);
}

bool identityHolds(const GuardContext &context)
{
    return !context.record.get(idCheckMethod).isEmpty() && isTicked(context.record, photoTaken);
}

bool homeServiceStaffedHolds(const GuardContext &context)
{
    const auto first = context.record.get(homeStaff1);
    const auto second = context.record.get(homeStaff2);
    return context.record.get(homeAddress).isEmpty() || (context.record.get(homeAt) && first && second && *first != *second);
}

bool questionedHolds(const GuardContext &context)
{
    if (isTicked(context.record, questioningSigned))
        return true;
    const auto meetings = context.file.of(Kind::Session);
    return std::any_of(meetings.begin(), meetings.end(), [](const Record *row) {
        return row->get(session::kind) == QLatin1String("QUESTIONING") && row->get(session::signedOn).has_value();
    });
}

bool examinedHolds(const GuardContext &context)
{
    return isTicked(context.record, checklistDone);
}

// Preservation of evidence, for one; the matter's entry in the code list says so.
bool twoPersonsHolds(const GuardContext &context)
{
    const auto items = context.file.of(Kind::NotaryItem);
    const bool asked = std::any_of(items.begin(), items.end(), [&context](const Record *item) {
        return context.rules.codes().attribute(QStringLiteral("notary_matter"), item->get(notaryItem::matter), QStringLiteral("two_persons")).toBool();
    });
    const auto meetings = context.file.of(Kind::Session);
    return !asked || isTicked(context.record, verifyTwoPersons)
        || std::any_of(meetings.begin(), meetings.end(), [](const Record *row) { return !row->value(session::secondPerson).isNull(); });
}

// Several facts may stand in one certificate, so a certificate without a matter of its own covers all.
bool draftThereHolds(const GuardContext &context)
{
    const auto drafts = context.file.of(Kind::Certificate);
    const auto items = context.file.of(Kind::NotaryItem);
    return std::all_of(items.begin(), items.end(), [&drafts](const Record *item) {
        return std::any_of(drafts.begin(), drafts.end(), [item](const Record *draft) {
            const auto about = draft->get(certificate::item);
            return draft->get(certificate::status) == QLatin1String("DRAFT") && (!about || *about == item->id);
        });
    });
}

bool feeSettledHolds(const GuardContext &context)
{
    return context.record.get(feePaidOn).has_value() || !context.record.get(feeRelief).isEmpty();
}

bool otherPersonHolds(const GuardContext &context)
{
    const auto mine = context.record.get(notary);
    return mine && *mine != context.actor.user;
}

bool allPointsHolds(const GuardContext &context)
{
    const QStringList ticked = context.record.get(approvalChecks);
    const auto all = context.rules.codes().values(QStringLiteral("notary_approval_check"));
    return std::all_of(all.begin(), all.end(), [&ticked](const CodeValue *one) { return ticked.contains(one->code); });
}

bool readOutHolds(const GuardContext &context)
{
    const auto items = context.file.of(Kind::NotaryItem);
    const bool onSite = std::any_of(items.begin(), items.end(), [](const Record *item) { return item->get(notaryItem::matter) == QLatin1String("Y3"); });
    return !onSite || context.record.get(readOutOn).has_value();
}

bool headAgreesHolds(const GuardContext &context)
{
    return !context.record.value(headApprovedBy).isNull();
}

bool refundSettledHolds(const GuardContext &context)
{
    return isTicked(context.record, refundDecided);
}

bool refusalFitsHolds(const GuardContext &context)
{
    return !isWaiting(context) || context.record.get(refuseReason) == QLatin1String("31-6");
}

bool terminationFitsHolds(const GuardContext &context)
{
    const QString reason = context.record.get(terminateReason);
    if (reason == QLatin1String("50-1"))
        return caseFacts::isOver(context, context.record.id, "NOT-TERMINATE-6M");
    return !isWaiting(context) || reason == QLatin1String("50-2");
}

bool receivedHolds(const GuardContext &context)
{
    return isTicked(context.record, receiptSigned) || !context.record.get(postNo).isEmpty();
}

// A will stays sealed until death, and the matter's entry in the code list says so.
bool classFitsHolds(const GuardContext &context)
{
    const auto items = context.file.of(Kind::NotaryItem);
    return std::all_of(items.begin(), items.end(), [&context](const Record *item) {
        const QString wanted = attributeOf(context, item, "archive_class");
        return wanted.isEmpty() || wanted == context.record.get(common::archiveClass);
    });
}

bool certificateIssuedHolds(const GuardContext &context)
{
    const Record *row = recheckedCertificate(context.file);
    return row && row->get(certificate::issuedOn).has_value();
}

bool recheckEnteredHolds(const GuardContext &context)
{
    const Record *row = currentRecheck(context.file);
    return row && !row->get(recheck::decidedOn) && (isTicked(*row, recheck::writtenRequest) || isTicked(*row, recheck::ownMotion));
}

// 公证程序规则 art 61: a party from receipt, somebody else from knowing of it. The office itself is not bound.
bool recheckInTimeHolds(const GuardContext &context)
{
    const Record *row = currentRecheck(context.file);
    const Record *paper = recheckedCertificate(context.file);
    if (!row || !paper)
        return false;
    const auto asked = row->get(recheck::receivedOn);
    const auto from = isTicked(*row, recheck::interested) ? row->get(recheck::knownOn) : paper->get(certificate::handedOn);
    if (isTicked(*row, recheck::ownMotion) || (!from && !isTicked(*row, recheck::interested)))
        return true; // not delivered yet: the year has not begun
    const DeadlineRule *rule = context.rules.deadlines().find(QStringLiteral("NOT-RECHECK-APPLY"));
    if (!asked || !from || !rule)
        return false;
    ClockFacts year{.start = Moment::on(*from), .pauses = {}, .extensions = {}, .limitStart = std::nullopt};
    if (const auto issued = paper->get(certificate::issuedOn))
        year.limitStart = Moment::on(*issued);
    const auto due = computeDue(*rule, year, context.rules.calendar());
    return due && due->dueOn && *asked <= *due->dueOn;
}

bool otherNotaryHolds(const GuardContext &context)
{
    const Record *row = currentRecheck(context.file);
    const auto officer = row ? row->get(recheck::officer) : std::nullopt;
    const auto mine = context.record.get(notary);
    return officer && officer != mine && (!mine || context.actor.user != *mine);
}

bool recheckUpholdsHolds(const GuardContext &context)
{
    return outcomeIs(context, {"KEEP"}) || (outcomeIs(context, {"REDO"}) && isTicked(*currentRecheck(context.file), recheck::stepsMadeGood));
}

bool recheckCorrectsHolds(const GuardContext &context)
{
    return outcomeIs(context, {"CORRECT", "SUPPLEMENT"});
}

bool recheckRevokesHolds(const GuardContext &context)
{
    return outcomeIs(context, {"REVOKE"}) || (outcomeIs(context, {"REDO"}) && isTicked(*currentRecheck(context.file), recheck::cannotBeMadeGood));
}

bool recheckApprovedHolds(const GuardContext &context)
{
    const Record *row = currentRecheck(context.file);
    return row && !row->value(recheck::headApprovedBy).isNull();
}

bool recheckReportedHolds(const GuardContext &context)
{
    const Record *row = currentRecheck(context.file);
    return row && row->get(recheck::reportedOn).has_value();
}

// A supplement and a revocation are reported (公证程序规则 art 63), a correction need not be.
bool recheckCarriedOutHolds(const GuardContext &context)
{
    const Record *row = currentRecheck(context.file);
    return row && row->get(recheck::carriedOutOn) && isTicked(*row, recheck::papersInFile)
        && (outcomeIs(context, {"CORRECT"}) || recheckReportedHolds(context));
}

} // namespace yizhan::notary
