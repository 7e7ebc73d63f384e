// SPDX-License-Identifier: GPL-3.0-or-later
// The writer: every call is one transaction that is there whole or not at all. Lives on the writer thread.
#pragma once

#include "store/AuditTrail.h"
#include "store/Change.h"
#include "store/Outbox.h"
#include "store/StoreContext.h"

#include <functional>

namespace yizhan {

class Writer
{
public:
    explicit Writer(const StoreContext &context) : m_context(context) {}

    // Reads the heads of audit and outbox; before anything else, on any one thread.
    Outcome load(Connection &connection);
    // As Store::submit(). The Change's audit rows and outbox entries are in the same transaction.
    Result<ChangeSet> submit(Connection &connection, Change change);
    // Steps of one case that the program takes by itself because day or rules allow them now; no rows = none.
    Result<ChangeSet> takeDueSteps(Connection &connection, const RecordId &root);
    // An event without a change of rows: seen, printed, exported, password changed ...
    Outcome note(Connection &connection, AuditRow row, const AuditPayload &payload);
    // work() in one transaction, without audit or outbox: drafts, settings, derived columns.
    Outcome transact(Connection &connection, const std::function<Outcome()> &work);
    std::int64_t nextSequence() { return ++m_sequence; }

private:
    using Plan = std::function<Outcome(class ChangePlanner &)>;
    Result<ChangeSet> submitAs(Connection &connection, const Actor &actor, Change &change, const Plan &plan);
    Result<ChangeSet> write(Connection &connection, const Actor &actor, Change &change, const Plan &plan);
    Outcome endDraft(Connection &connection, const QByteArray &key) const;

    const StoreContext &m_context;
    AuditTrail m_audit;
    Outbox m_outbox;
    std::int64_t m_sequence = 0;
    bool m_enrolled = false;
};

} // namespace yizhan
