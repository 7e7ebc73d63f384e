// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Party.h"

#include "records/Identifier.h"
#include "records/RecordErrors.h"
#include "records/RuleBook.h"
#include "records/Validate.h"
#include "records/kinds/Common.h"

namespace yizhan::party {

namespace {
constexpr const FieldSpec *fields[] = {
    &type, &role, &name, &gender, &birthDate, &ethnicity, &idType, &idNo, &issuingCountry, &birthReason, &orgIdType, &orgIdNo,
    &legalRepName, &legalRepPost, &occupation, &employer, &education, &addressHousehold, &codeHousehold, &addressLive, &codeLive,
    &phone, &phone2, &applicantCategory, &agentOf, &powerOfAttorney, &limitedCapacity, &ownIncome, &consentAt, &contactOk,
    &invitedAs, &remark, &personKey, &isMinor, &capacity};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Consultation};

bool hasTurned(Day born, int years, Day day)
{
    return born.sameDateAfterMonths(12 * years) <= day;
}

Day dayReceived(const CaseFile &file)
{
    const std::optional<Instant> received =
        file.root.spec().indexOf(common::receivedAt) >= 0 ? file.root.get(common::receivedAt) : std::nullopt;
    return received ? received->localDay() : file.root.createdAt.localDay();
}

QLatin1String capacityOn(const Record &record, Day day)
{
    const bool marked = record.get(limitedCapacity).value_or(false);
    const auto born = record.get(birthDate);
    if (born && !hasTurned(*born, 8, day))
        return QLatin1String("NONE");
    const bool adult = !born || hasTurned(*born, 18, day) || (hasTurned(*born, 16, day) && record.get(ownIncome).value_or(false));
    return QLatin1String(adult && !marked ? "FULL" : "LIMITED");
}

void derive(const CaseFile &file, Record &record, const RuleBook &)
{
    record.clear(isMinor);
    record.clear(capacity);
    const QString kind = record.get(type);
    if (!kind.isEmpty() && kind != QLatin1String("NATURAL"))
        return;
    const Day day = dayReceived(file);
    if (const auto born = record.get(birthDate))
        record.set(isMinor, !hasTurned(*born, 18, day));
    record.set(capacity, capacityOn(record, day));
}

std::optional<IdentifierFacts> factsOfNumber(const Record &record, const RuleBook &rules, Day today)
{
    const QString number = record.get(idNo);
    const auto facts = number.isEmpty() ? Result<IdentifierFacts>(IdentifierFacts()) : checkIdentifier(record.get(idType), number, today, rules.codes());
    return facts ? std::optional(*facts) : std::nullopt;
}

// A number says when somebody was born and of which sex: what differs needs a reason.
void check(const Record &record, const RuleBook &rules, Day today, std::vector<Finding> &findings)
{
    const auto facts = factsOfNumber(record, rules, today);
    if (!facts || !record.get(birthReason).isEmpty())
        return;
    const auto born = record.get(birthDate);
    if (born && facts->birthDate && *born != *facts->birthDate)
        findings.push_back({&birthDate, fieldError(text::differsFromNumber, birthDate), false});
    const QString sex = record.get(gender);
    if (!sex.isEmpty() && !facts->gender.isEmpty() && sex != facts->gender)
        findings.push_back({&gender, fieldError(text::differsFromNumber, gender), false});
}
} // namespace

void fillFromNumber(Record &party, const RuleBook &rules, Day today)
{
    const auto facts = factsOfNumber(party, rules, today);
    if (!facts)
        return;
    if (facts->birthDate && party.value(birthDate).isNull())
        party.set(birthDate, *facts->birthDate);
    if (!facts->gender.isEmpty() && party.value(gender).isNull())
        party.set(gender, facts->gender);
}

const constinit RecordSpec spec{
    .kind = Kind::Party,
    .name = "party",
    .table = "party",
    .label = QT_TRANSLATE_NOOP("Kind", "Party"),
    .fields = fields,
    .parents = parents,
    .title = &name,
    .derive = derive,
    .check = check,
};

} // namespace yizhan::party
