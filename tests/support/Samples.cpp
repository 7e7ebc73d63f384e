// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Samples.h"

#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Note.h"
#include "records/kinds/Party.h"

namespace yizhan::tests {

Record sampleConsultation(const QString &question)
{
    Record record(Kind::Consultation);
    record.set(common::receivedAt, Instant::fromLocal(*Day::fromYmd(2026, 3, 2), 8 * 60 + 30));
    record.set(consultation::channel, QStringLiteral("WINDOW_T"));
    record.set(consultation::category, QStringLiteral("01"));
    record.set(consultation::question, question);
    record.set(consultation::heads, 1);
    return record;
}

Record sampleMediation(const QString &facts)
{
    Record record(Kind::Mediation);
    record.set(common::receivedAt, Instant::fromLocal(*Day::fromYmd(2026, 3, 2), 8 * 60));
    record.set(mediation::source, QStringLiteral("10"));
    record.set(mediation::disputeType, QStringLiteral("02"));
    record.set(mediation::facts, facts);
    record.set(mediation::amountClaimed, Money{1'250'000});
    return record;
}

Record sampleParty(const RecordId &root, const QString &name, const QString &idNo, const QString &role)
{
    Record record(Kind::Party);
    record.root = root;
    record.parent = root;
    record.set(party::type, QStringLiteral("NATURAL"));
    record.set(party::role, role);
    record.set(party::name, name);
    if (!idNo.isEmpty()) {
        record.set(party::idType, QStringLiteral("111"));
        record.set(party::idNo, idNo);
    }
    return record;
}

Record sampleNote(const RecordId &root, const QString &text)
{
    Record record(Kind::Note);
    record.root = root;
    record.parent = root;
    record.set(note::text, text);
    return record;
}

} // namespace yizhan::tests
