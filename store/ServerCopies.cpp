// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ServerCopies.h"

#include "records/Codec.h"
#include "store/LentStatement.h"
#include "store/Outbox.h"
#include "store/RowMapper.h"
#include "store/Schema.h"

#include <algorithm>

namespace yizhan {
namespace {

constexpr int versionsOffset = 1; // after the columns of readRow(): field_versions

std::optional<QByteArray> orNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? std::nullopt : std::optional<QByteArray>(bytes);
}

QByteArray selectSql(const RecordSpec &spec)
{
    return "SELECT " + selectColumns(spec, Columns::All) + ", field_versions FROM " + layoutOf(spec).table + " WHERE id = ?";
}

// All columns but the row id, in the order of TableLayout.
QByteArray insertSql(const RecordSpec &spec)
{
    const TableLayout &layout = layoutOf(spec);
    QByteArray columns;
    QByteArray places;
    const auto add = [&](const QByteArray &name) {
        columns += (columns.isEmpty() ? "" : ", ") + name;
        places += places.isEmpty() ? "?" : ", ?";
    };
    for (std::size_t i = 1; i < layout.systemColumns.size(); ++i)
        add(layout.systemColumns[i]);
    for (const QByteArray &name : layout.fieldColumns)
        add(name);
    return "INSERT INTO " + layout.table + " (" + columns + ") VALUES (" + places + ')';
}

QByteArray updateSql(const RecordSpec &spec)
{
    const TableLayout &layout = layoutOf(spec);
    QByteArray sets;
    const auto add = [&](const QByteArray &name) { sets += (sets.isEmpty() ? "" : ", ") + name + " = ?"; };
    for (std::size_t i = 1; i < layout.systemColumns.size(); ++i)
        add(layout.systemColumns[i]);
    for (const QByteArray &name : layout.fieldColumns)
        add(name);
    return "UPDATE " + layout.table + " SET " + sets + " WHERE rowid = ?";
}

Result<CachedStatement *> kept(Connection &connection, std::map<const RecordSpec *, CachedStatement> &statements,
                               const RecordSpec &spec, QByteArray (*sql)(const RecordSpec &))
{
    auto place = statements.find(&spec);
    if (place == statements.end()) {
        Result<CachedStatement> statement = connection.cached(sql(spec));
        if (!statement)
            return statement.error();
        place = statements.emplace(&spec, std::move(*statement)).first;
    }
    return &place->second;
}

int bindWhole(Statement &statement, const Record &row, const FieldVersions &versions, int unsent)
{
    int at = 1;
    statement.bind(at++, row.id);
    if (!row.spec().isRoot()) {
        statement.bind(at++, row.root);
        if (row.parent == row.root)
            statement.bind(at++, std::nullopt);
        else
            statement.bind(at++, row.parent);
    }
    statement.bind(at++, row.office);
    statement.bind(at++, row.version);
    statement.bind(at++, row.createdAt);
    statement.bind(at++, row.createdBy);
    statement.bind(at++, row.updatedAt);
    statement.bind(at++, row.updatedBy);
    statement.bind(at++, row.withdrawn ? 1 : 0);
    statement.bind(at++, unsent);
    statement.bind(at++, orNull(versions.toBytes(row.createdAt)));
    statement.bind(at++, orNull(row.ext));
    for (const Value &value : row.values())
        bindValue(statement, at++, value);
    return at;
}

void replay(Record &row, const OutboxRow &operation)
{
    switch (static_cast<OutboxAct>(operation.act)) {
    case OutboxAct::Create:
    case OutboxAct::Append: return;
    case OutboxAct::Set: {
        const auto values = decodeSome(operation.fields, row.spec());
        if (!values)
            return; // written by this very program; a damaged one is for the server to refuse
        for (const auto &[id, value] : *values) {
            const int position = row.spec().indexOfId(id);
            if (position >= 0)
                row.setValue(*row.spec().fields[static_cast<std::size_t>(position)], value);
        }
        break;
    }
    case OutboxAct::Withdraw: row.withdrawn = true; break;
    case OutboxAct::Restore: row.withdrawn = false; break;
    case OutboxAct::Transfer: row.office = QString::fromUtf8(operation.fields); break;
    }
    row.updatedAt = std::max(row.updatedAt, operation.clientTime);
    row.updatedBy = operation.user;
}

Record created(const OutboxRow &operation)
{
    const RecordSpec *spec = specOf(static_cast<Kind>(operation.kind));
    if (!spec)
        return {};
    Record row(*spec);
    row.id = operation.record;
    row.root = operation.root;
    row.parent = operation.parent;
    row.office = operation.office;
    row.createdAt = operation.clientTime;
    row.updatedAt = operation.clientTime;
    row.createdBy = operation.user;
    row.updatedBy = operation.user;
    if (const Outcome decoded = decodeFields(operation.fields, row); !decoded)
        return {};
    return row;
}

bool makesRow(const OutboxRow &operation)
{
    return operation.act == static_cast<int>(OutboxAct::Create) || operation.act == static_cast<int>(OutboxAct::Append);
}

} // namespace

QString logOf(const Record &row) { return row.spec().district ? QString::fromLatin1(districtLogName) : row.office; }

DigestRow digestRowOf(const Record &row)
{
    return {row.id, row.root, row.office, row.version, row.withdrawn, encodeFields(row)};
}

const QByteArray &outboxColumns()
{
    static const QByteArray columns =
        "n, txn, act, kind, record, root, parent, office, grp, fields, base, prev, transition, reason, "
        "client_time, user, format";
    return columns;
}

OutboxRow readOutboxRow(const Statement &row)
{
    OutboxRow operation;
    int at = 0;
    operation.n = row.int64(at++);
    operation.txn = row.int64(at++);
    operation.act = row.int32(at++);
    operation.kind = static_cast<std::uint16_t>(row.int32(at++));
    operation.record = row.recordId(at++);
    operation.root = row.recordId(at++);
    operation.parent = row.recordId(at++);
    operation.office = row.text(at++);
    operation.group = static_cast<std::uint16_t>(row.int32(at++));
    operation.fields = row.blob(at++);
    operation.base = row.int64(at++);
    operation.prev = row.int64(at++);
    operation.transition = row.text(at++);
    operation.reason = row.text(at++);
    operation.clientTime = row.instant(at++);
    operation.user = row.recordId(at++);
    operation.format = row.int32(at);
    return operation;
}

Outcome ServerCopies::loadOpen()
{
    m_open.clear();
    m_lookedFor.clear();
    const Result<qint64> open = m_connection.scalarInt("SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 0 OR awaited > 0)");
    const Result<qint64> shadows = m_connection.scalarInt("SELECT EXISTS (SELECT 1 FROM shadow)");
    if (!open || !shadows)
        return open ? shadows.error() : open.error();
    m_anyOpen = *open > 0;
    m_anyShadow = *shadows > 0;
    return {};
}

Outcome ServerCopies::lookFor(const RecordId &id)
{
    if (!m_anyOpen || !m_lookedFor.insert(id).second)
        return {};
    if (!m_selectOpen) {
        Result<CachedStatement> statement = m_connection.cached(
            "SELECT " + outboxColumns()
            + ", state FROM outbox INDEXED BY outbox_record WHERE record = ? AND (state = 0 OR awaited > 0) ORDER BY n");
        if (!statement)
            return statement.error();
        m_selectOpen.emplace(std::move(*statement));
    }
    return (*m_selectOpen)->bind(1, id).each([this, &id](const Statement &row) {
        m_open[id].push_back({readOutboxRow(row), row.int32(outboxColumnCount) == 0});
    });
}

const std::vector<OpenOperation> &ServerCopies::openOf(const RecordId &id) const
{
    static const std::vector<OpenOperation> none;
    Q_ASSERT(!m_anyOpen || m_lookedFor.count(id) > 0);
    const auto place = m_open.find(id);
    return place == m_open.end() ? none : place->second;
}

QString ServerCopies::transferOf(const RecordId &root) const
{
    QString office;
    for (const OpenOperation &operation : openOf(root)) {
        if (operation.row.act == static_cast<int>(OutboxAct::Transfer))
            office = QString::fromUtf8(operation.row.fields);
    }
    return office;
}

Outcome ServerCopies::settle(const RecordId &id, std::int64_t version)
{
    if (!isOpen(id))
        return {};
    constexpr QByteArrayView sql =
        "UPDATE outbox SET awaited = 0 WHERE record = ? AND awaited > 0 AND awaited <= ? RETURNING n";
    std::vector<OpenOperation> &open = m_open[id];
    Outcome settled = m_connection.each(sql, with(id, version), [&open](const Statement &row) {
        std::erase_if(open, [n = row.int64(0)](const OpenOperation &o) { return o.row.n == n; });
    });
    if (settled && open.empty())
        m_open.erase(id);
    return settled;
}

int ServerCopies::unsentOf(const RecordId &id) const
{
    const std::vector<OpenOperation> &open = openOf(id);
    return static_cast<int>(std::count_if(open.begin(), open.end(), [](const OpenOperation &o) { return o.unsent; }));
}

Record ServerCopies::viewOf(const ServerCopy &copy, const RecordId &id) const
{
    Record view = copy.row;
    for (const OpenOperation &operation : openOf(id)) {
        if (view.isNull() && makesRow(operation.row))
            view = created(operation.row);
        else if (!view.isNull())
            replay(view, operation.row);
    }
    if (!view.isNull() && view.root != view.id) {
        const QString office = transferOf(view.root);
        if (!office.isEmpty())
            view.office = office;
    }
    return view;
}

Result<StandingRow> ServerCopies::find(const RecordId &id, const RecordSpec *spec)
{
    StandingRow standing;
    if (Outcome done = lookFor(id); !done)
        return done.error();
    const auto look = [&](const RecordSpec &where) -> Outcome {
        const Result<CachedStatement *> statement = kept(m_connection, m_selects, where, &selectSql);
        if (!statement)
            return statement.error();
        Statement &select = ***statement;
        const Result<bool> found = select.bind(1, id).step();
        if (!found)
            return found.error();
        if (*found) {
            standing.typed = readRow(select, where, Columns::All);
            standing.versions = FieldVersions::fromBytes(select.blobView(columnCount(where, Columns::All) + versionsOffset - 1),
                                                         standing.typed.createdAt);
        }
        select.reset();
        return {};
    };
    if (spec) {
        if (Outcome done = look(*spec); !done)
            return done.error();
    } else {
        for (const RecordSpec *known : allSpecs()) {
            if (Outcome done = look(*known); !done)
                return done.error();
            if (!standing.typed.isNull())
                break;
        }
    }
    if (m_anyShadow) {
        Result<CachedStatement> shadow = m_connection.cached("SELECT body, field_versions FROM shadow WHERE id = ?");
        if (!shadow)
            return shadow.error();
        const Result<bool> found = (*shadow)->bind(1, id).step();
        if (!found)
            return found.error();
        if (*found) {
            Result<Record> row = decodeRecord((*shadow)->blobView(0));
            if (!row)
                return row.error();
            standing.hasShadow = true;
            standing.server.versions = FieldVersions::fromBytes((*shadow)->blobView(1), row->createdAt);
            standing.server.row = std::move(*row);
            return standing;
        }
    }
    if (!standing.typed.isNull() && standing.typed.version > 0) {
        standing.server.row = standing.typed;
        standing.server.versions = standing.versions;
    }
    return standing;
}

Outcome ServerCopies::addShadowed(const RecordId &root, std::set<RecordId> &rows)
{
    return m_connection.each("SELECT id, body FROM shadow", [&](const Statement &row) {
        const Result<Record> copy = decodeRecord(row.blobView(1));
        if (copy && copy->root == root)
            rows.insert(copy->id);
    });
}

Outcome ServerCopies::writeShadow(const ServerCopy &copy)
{
    m_anyShadow = true;
    Result<CachedStatement> statement = m_connection.cached(
        "INSERT INTO shadow VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, version = "
        "excluded.version, field_versions = excluded.field_versions, body = excluded.body");
    if (!statement)
        return statement.error();
    (*statement)
        ->bindAll(copy.row.id, static_cast<int>(copy.row.kind()), copy.row.version,
                  orNull(copy.versions.toBytes(copy.row.createdAt)), encodeRecord(copy.row));
    return (*statement)->run();
}

Outcome ServerCopies::dropShadow(const RecordId &id)
{
    if (!m_anyShadow)
        return {};
    Result<CachedStatement> statement = m_connection.cached("DELETE FROM shadow WHERE id = ?");
    if (!statement)
        return statement.error();
    return (*statement)->bind(1, id).run();
}

Outcome ServerCopies::write(Record &row, const FieldVersions &versions, int unsent)
{
    const bool isNew = row.localRow == 0;
    const Result<CachedStatement *> statement = kept(m_connection, isNew ? m_inserts : m_updates, row.spec(),
                                                     isNew ? &insertSql : &updateSql);
    if (!statement)
        return statement.error();
    Statement &writing = ***statement;
    const int next = bindWhole(writing, row, versions, unsent);
    if (!isNew)
        writing.bind(next, row.localRow);
    if (Outcome done = writing.run(); !done)
        return done;
    if (isNew)
        row.localRow = m_connection.lastInsertRowid();
    row.unsent = unsent > 0;
    return {};
}

Outcome ServerCopies::remove(const Record &typed)
{
    Result<CachedStatement> statement = m_connection.cached("DELETE FROM " + layoutOf(typed.spec()).table + " WHERE rowid = ?");
    if (!statement)
        return statement.error();
    if (Outcome done = (*statement)->bind(1, typed.localRow).run(); !done)
        return done;
    return dropShadow(typed.id);
}

} // namespace yizhan
