// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Derivation.h"

#include "records/Derive.h"
#include "records/Identifier.h"
#include "records/RuleBook.h"
#include "records/kinds/Party.h"
#include "store/StoreContext.h"

#include <sodium.h>

namespace yizhan {
namespace {

constexpr std::size_t personKeyBytes = 16;
constexpr char derivationVersion = 2; // goes up whenever deriveCase() computes something else from the same rows

} // namespace

void deriveWhole(CaseFile &file, const StoreContext &context, Instant now)
{
    deriveCase(file, *context.rules(), now);
    for (Record &child : file.children) {
        if (child.kind() == Kind::Party)
            child.set(party::personKey, personKeyOf(child, context));
    }
}

QByteArray personKeyOf(const Record &party, const StoreContext &context)
{
    const bool isPerson = !party.get(party::idNo).isEmpty();
    const QString number = normaliseIdentifier(isPerson ? party.get(party::idNo) : party.get(party::orgIdNo));
    if (number.isEmpty())
        return {};
    const QByteArray text = (isPerson ? party.get(party::idType) : party.get(party::orgIdType)).toUtf8() + '|'
                            + number.toUtf8();
    QByteArray key(personKeyBytes, '\0');
    crypto_generichash(reinterpret_cast<std::uint8_t *>(key.data()), personKeyBytes,
                       reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<unsigned long long>(text.size()),
                       context.keys.person.data(), context.keys.person.size());
    return key;
}

QByteArray fingerprintOfDerivation(const RuleBook &rules) { return rules.fingerprint() + derivationVersion; }

} // namespace yizhan
