// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncTray.h"

#include "records/Codec.h"
#include "records/RecordSpec.h"
#include "store/ServerCopies.h"
#include "store/SyncErrors.h"

namespace yizhan::synctray {
namespace {

// What is in the list of conflicts here only because somebody else was first is no refusal.
const QByteArray &condition()
{
    static const QByteArray where = fromUnsettled() + " AND (o.verdict IS NOT 'LATE' OR c.id IS NULL)";
    return where;
}

QByteArray columnsOf(const char *table)
{
    QByteArray columns;
    for (const QByteArray &name : outboxColumns().split(','))
        columns += (columns.isEmpty() ? QByteArray() : QByteArray(", ")) + table + "." + name.trimmed();
    return columns;
}

std::vector<std::pair<const FieldSpec *, Value>> valuesOf(const OutboxRow &row, const RecordSpec &spec)
{
    std::vector<std::pair<const FieldSpec *, Value>> values;
    switch (static_cast<OutboxAct>(row.act)) {
    case OutboxAct::Create:
    case OutboxAct::Append: {
        Record record(spec);
        if (!decodeFields(row.fields, record))
            return values;
        for (const FieldSpec *field : spec.fields) {
            if (!record.value(*field).isNull())
                values.emplace_back(field, record.value(*field));
        }
        return values;
    }
    case OutboxAct::Set: {
        const auto some = decodeSome(row.fields, spec);
        for (const FieldSpec *field : spec.fields) {
            if (some && some->count(field->id) > 0)
                values.emplace_back(field, some->at(field->id));
        }
        return values;
    }
    case OutboxAct::Transfer: values.emplace_back(&system::office, Value(QString::fromUtf8(row.fields))); return values;
    case OutboxAct::Withdraw:
    case OutboxAct::Restore: break;
    }
    return values;
}

ReturnedWork read(const Statement &statement)
{
    const OutboxRow row = readOutboxRow(statement);
    ReturnedWork work;
    work.n = row.n;
    work.act = static_cast<OutboxAct>(row.act);
    work.kind = static_cast<Kind>(row.kind);
    work.record = row.record;
    work.root = row.root;
    work.parent = row.parent;
    work.office = row.office;
    work.transition = row.transition;
    work.user = row.user;
    work.typedAt = row.clientTime;
    int at = outboxColumnCount;
    work.reason = statement.text(at++);
    work.conflict = statement.recordId(at++);
    work.isHere = statement.int64(at++) != 0;
    work.answeredAt = statement.instant(at);
    if (const RecordSpec *spec = specOf(work.kind))
        work.values = valuesOf(row, *spec);
    return work;
}

} // namespace

Result<std::vector<ReturnedWork>> returned(Connection &connection)
{
    Result<CachedStatement> statement = connection.cached("SELECT " + columnsOf("o")
                                                          + ", o.verdict, o.conflict, c.id IS NOT NULL, o.answered_at"
                                                          + condition() + " ORDER BY o.n");
    if (!statement)
        return statement.error();
    std::vector<ReturnedWork> all;
    for (;;) {
        const Result<bool> more = (*statement)->step();
        if (!more)
            return more.error();
        if (!*more)
            return all;
        all.push_back(read(**statement));
    }
}

Result<std::int64_t> count(Connection &connection)
{
    const Result<qint64> number = connection.scalarInt("SELECT count(*)" + condition());
    if (!number)
        return number.error();
    return std::int64_t{*number};
}

Outcome dismiss(Connection &connection, std::int64_t n)
{
    Result<CachedStatement> statement = connection.cached("UPDATE outbox SET state = ?2 WHERE n = ?1 AND state IN (2, 3)");
    if (!statement)
        return statement.error();
    (*statement)->bindAll(n, static_cast<int>(OutboxState::Noted));
    if (Outcome done = (*statement)->run(); !done)
QByteArray fromUnsettled()
{
    return " FROM outbox AS o LEFT JOIN conflict AS c ON c.id = o.conflict WHERE o.state IN (2, 3) AND "
           "c.decision IS NULL AND coalesce(c.withdrawn, 0) = 0";
}

        return done;
    if (connection.changes() == 0)
        return Error(ErrorKind::NotFound, storesyncerrors::conflictSettled);
    return {};
}

} // namespace yizhan::synctray
