// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncTray.h"

#include "records/Codec.h"
#include "records/RecordSpec.h"
#include "store/RowMapper.h"
#include "store/ServerCopies.h"
#include "store/SyncErrors.h"

#include <algorithm>

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

Result<bool> stands(Connection &connection, const RecordSpec &spec, const RecordId &id)
{
    const Result<Record> row = readById(connection, spec, id);
    if (!row && row.error().kind != ErrorKind::NotFound)
        return row.error();
    return row.has_value();
}

// Whether what it was about is on this workstation: by that the ways out differ.
Outcome findPlace(Connection &connection, ReturnedWork &work)
{
    const RecordSpec *spec = specOf(work.kind);
    if (!spec)
        return {};
    const Result<bool> row = stands(connection, *spec, work.record);
    if (!row)
        return row.error();
    work.recordIsHere = work.caseIsHere = *row;
    for (const Kind parent : spec->parents) {
        const RecordSpec *of = specOf(parent);
        if (!of || !of->isRoot() || work.caseIsHere)
            continue;
        const Result<bool> root = stands(connection, *of, work.root);
        if (!root)
            return root.error();
        work.caseIsHere = *root;
    }
    return {};
}

} // namespace

QByteArray fromUnsettled()
{
    return " FROM outbox AS o LEFT JOIN conflict AS c ON c.id = o.conflict WHERE o.state IN (2, 3) AND "
           "c.decision IS NULL AND coalesce(c.withdrawn, 0) = 0";
}

Result<std::vector<ReturnedWork>> returned(Connection &connection)
{
    const QByteArray sql = "SELECT " + columnsOf("o") + ", o.verdict, o.conflict, c.id IS NOT NULL, o.answered_at" + condition()
                           + " ORDER BY o.n";
    std::vector<ReturnedWork> all;
    if (Outcome done = connection.each(sql, [&all](const Statement &row) { all.push_back(read(row)); }); !done)
        return done.error();
    for (ReturnedWork &work : all) {
        if (Outcome done = findPlace(connection, work); !done)
            return done.error();
    }
    return all;
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
        return done;
    if (connection.changes() == 0)
        return Error(ErrorKind::NotFound, storesyncerrors::conflictSettled);
    return {};
}

bool isNew(const ReturnedWork &work) { return work.act == OutboxAct::Create || work.act == OutboxAct::Append; }

const ReturnedWork *newCaseOf(const std::vector<ReturnedWork> &all, const ReturnedWork &work)
{
    const auto found = std::find_if(all.begin(), all.end(), [&work](const ReturnedWork &each) {
        return isNew(each) && each.record == each.root && each.root == work.root && !each.caseIsHere;
    });
    return found == all.end() ? nullptr : &*found;
}

EntryAnew entryOf(const EntryAnew::Row &row, const RecordId &root, bool caseIsHere)
{
    EntryAnew entry;
    entry.root = root;
    entry.rows.push_back(row);
    const RecordSpec *spec = specOf(row.kind);
    if (row.isNew && spec && spec->isRoot())
        entry.place = EntryAnew::Place::NewCase;
    else
        entry.place = caseIsHere ? EntryAnew::Place::Standing : EntryAnew::Place::Elsewhere;
    return entry;
}

EntryAnew entryOf(const std::vector<ReturnedWork> &all, const ReturnedWork &work)
{
    const auto rowOf = [](const ReturnedWork &of) {
        EntryAnew::Row row{of.kind, of.record, isNew(of) || !of.recordIsHere, {}};
        for (const auto &value : of.values) {
            if (value.first->id < system::firstId)
                row.values.push_back(value);
        }
        return row;
    };
    const auto settles = [](const ReturnedWork &of) { return EntryAnew::Settles{of.isHere ? of.conflict : RecordId(), of.n}; };
    const ReturnedWork *newCase = newCaseOf(all, work);
    EntryAnew entry = entryOf(rowOf(newCase ? *newCase : work), work.root, work.caseIsHere);
    entry.settles.push_back(settles(newCase ? *newCase : work));
    if (!newCase)
        return entry;
    for (const ReturnedWork &other : all) { // by number: the case first, later values over earlier ones
        if (other.root != work.root || &other == newCase)
            continue;
        EntryAnew::Row row = rowOf(other);
        const auto place = std::find_if(entry.rows.begin(), entry.rows.end(),
                                        [&row](const EntryAnew::Row &known) { return known.record == row.record; });
        if (place == entry.rows.end() && isNew(other))
            entry.rows.push_back(std::move(row));
        else if (place != entry.rows.end() && other.act == OutboxAct::Set)
            place->values.insert(place->values.end(), row.values.begin(), row.values.end());
        else
            continue; // a withdrawal of what never stood: a person takes it back
        entry.settles.push_back(settles(other));
    }
    return entry;
}

} // namespace yizhan::synctray
