// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of persons, organisations and telephones: what a typed one becomes, whether it can exist, what it says.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <QString>

namespace yizhan {

class CodeCatalog;

// What a number says of its holder. Codes of the list "gender": "1" male, "2" female.
struct IdentifierFacts {
    QString normalised;           // as it is stored: half width, upper case, without blanks
    std::optional<Day> birthDate; // resident numbers and permits built like them
    QString gender;               // empty when the number does not say
    QString region6;              // GB/T 2260 code of the first registration; empty when the number does not say
};

enum class PhoneKind { Mobile, Landline, Short };

struct PhoneFacts {
    QString normalised; // "13800138000", "010-12345678", "010-12345678-12", "12348"
    PhoneKind kind = PhoneKind::Mobile;
};

// Full-width letters, digits and punctuation become half width, every kind of dash becomes '-', blanks of every kind go,
// letters become upper case. Total: never fails, any text. Any thread, like all functions here.
QString normaliseIdentifier(QStringView typed);

// Citizen number of 18 places, GB 11643: region, day of birth that exists and is not after `today`, ISO 7064 MOD 11-2.
// Errors (Constraint, details = lengths and positions, never the number): IN-01 .. IN-08.
Result<IdentifierFacts> checkResidentNumber(QStringView typed, Day today);

// The 15-place number of before 1999 as one of 18 places: century 19, check character added. For importing archives only.
Result<IdentifierFacts> upgradeResidentNumber(QStringView typed, Day today);

// Unified social credit code, GB 32100: 18 places of its own alphabet (no I, O, S, V, Z), MOD 31. Answers it normalised.
Result<QString> checkCreditCode(QStringView typed);

// Organisation code, GB 11714: 8 places and a check character; answered with the dash, "M000100Y-4".
Result<QString> checkOrganisationCode(QStringView typed);

// Mobile, landline (area code and extension optional) or short number such as 12348; +86 and 0086 are taken off.
Result<PhoneFacts> checkPhone(QStringView typed);

// By the kind of document: a code of the list "id_doc_type" or "org_id_type" (pattern and checksum come from its data).
// An unknown kind is an error (NotFound). "990" (no document) accepts only an empty number.
Result<IdentifierFacts> checkIdentifier(const QString &idType, QStringView typed, Day today, const CodeCatalog &codes);

// The number with its middle hidden, as the kind's data says (usually first 3 and last 4 stay). One star for each hidden
// place; a number too short to hide anything is hidden whole. `idType` may be unknown: then as for a citizen number.
QString maskIdentifier(const QString &idType, const QString &number, const CodeCatalog &codes);
// "138****8000"; a landline keeps its area code and last three.
QString maskPhone(const QString &number);

// The check characters themselves, for whoever makes numbers (demo district, tests). The caller hands in exactly 17 digits /
// 17 characters of the credit-code alphabet / 8 capitals or digits.
QChar residentCheckCharacter(QStringView first17);
QChar creditCodeCheckCharacter(QStringView first17);
QChar organisationCheckCharacter(QStringView first8);

} // namespace yizhan
