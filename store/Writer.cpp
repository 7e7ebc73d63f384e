// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Writer.h"

#include "store/ChangePlanner.h"
#include "store/Meta.h"
#include "store/RowWriter.h"
#include "store/StoreErrors.h"

namespace yizhan {
namespace {

// What sql/ says of a full or failing disk, with the word on the draft that people need here.
Error withDraftSafe(const Error &error)
{
    if (error.kind == ErrorKind::DiskFull)
        return Error(error.kind, storeerrors::noRoom, error.details);
    return error;
}

} // namespace

Outcome Writer::load(Connection &connection)
{
    if (Outcome done = m_audit.load(connection); !done)
        return done;
    if (Outcome done = m_outbox.load(connection); !done)
        return done;
    const Result<QByteArray> enrolled = meta::read(connection, meta::enrolled);
    if (!enrolled)
        return enrolled.error();
    m_enrolled = *enrolled == "1";
    return {};
}

Outcome Writer::transact(Connection &connection, const std::function<Outcome()> &work)
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return withDraftSafe(transaction.error());
    m_audit.begin();
    m_outbox.begin();
    Outcome done = work();
    m_audit.release();
    m_outbox.release();
    if (done)
        done = transaction->commit();
    if (!done) {
        transaction->rollback();
        m_audit.rollback();
        m_outbox.rollback();
        return withDraftSafe(done.error());
    }
    return {};
}

Result<ChangeSet> Writer::submit(Connection &connection, Change change)
{
    return submitAs(connection, m_context.session.actor, change, [](ChangePlanner &planner) { return planner.run(); });
}

Result<ChangeSet> Writer::takeDueSteps(Connection &connection, const RecordId &root)
{
    Change none;
    return submitAs(connection, programActor(), none, [&](ChangePlanner &planner) { return planner.runDue(root); });
}

Result<ChangeSet> Writer::submitAs(Connection &connection, const Actor &actor, Change &change, const Plan &plan)
{
    ChangeSet changes;
    const Outcome done = transact(connection, [&]() -> Outcome {
        Result<ChangeSet> written = write(connection, actor, change, plan);
        if (!written)
            return written.error();
        changes = std::move(*written);
        return {};
    });
    if (!done)
        return done.error();
    changes.sequence = changes.rows.empty() ? m_sequence : ++m_sequence;
    return changes;
}

Result<ChangeSet> Writer::write(Connection &connection, const Actor &actor, Change &change, const Plan &plan)
{
    const Instant now = m_context.clock->now();
    NumberRegister numbers(connection, m_context, m_enrolled);
    ChangePlanner planner(connection, m_context, numbers, change, actor, now);
    if (Outcome done = plan(planner); !done)
        return done.error();
    RowWriter writer(connection, m_context, m_audit, m_outbox, change, actor.user, now);
    ChangeSet changes;
    for (OpenCase &file : planner.cases()) {
        if (Outcome done = writer.writeCase(file, changes.rows); !done)
            return done.error();
    }
    if (Outcome done = writer.finish(); !done)
        return done.error();
    if (Outcome done = endDraft(connection, change.endsDraft); !done)
        return done.error();
    changes.takenNumbers = planner.takenNumbers();
    changes.documents = planner.documents();
    return changes;
}

Outcome Writer::endDraft(Connection &connection, const QByteArray &key) const
{
    if (key.isEmpty())
        return {};
    Result<CachedStatement> statement = connection.cached("DELETE FROM draft WHERE key = ? AND user = ?");
    if (!statement)
        return statement.error();
    return (*statement)->bindAll(key, m_context.session.actor.user).run();
}

Outcome Writer::note(Connection &connection, AuditRow row, const AuditPayload &payload)
{
    return transact(connection, [&]() -> Outcome {
        row.at = m_context.clock->now();
        row.user = m_context.session.actor.user;
        row.device = m_context.device;
        if (row.office.isEmpty())
            row.office = m_context.office;
        return m_audit.append(connection, row, payload);
    });
}

} // namespace yizhan
