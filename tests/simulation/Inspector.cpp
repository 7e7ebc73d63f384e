// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Inspector.h"

#include "records/Codec.h"
#include "store/Outbox.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/ServerCopies.h"
#include "store/StoreContext.h"
#include "store/Vault.h"

namespace yizhan::simulation {
namespace {

template <class T>
T orDie(Result<T> answer)
{
    if (!answer)
        qFatal("%s", qPrintable(answer.error().toLog()));
    return std::move(*answer);
}

// What a program kept of fields that it does not know.
Inspector::Values valuesIn(const QByteArray &ext, Kind kind)
{
    return ext.isEmpty() ? Inspector::Values() : orDie(decodeSome(ext, *specOf(kind)));
}

} // namespace

Inspector::Inspector(const QString &folder, const QString &login, const QString &password)
{
    const StorePaths paths{folder};
    const VaultKeys keys = orDie(orDie(Vault::read(paths.vault())).unlock(login, password));
    OpenOptions options;
    options.file = paths.database();
    options.key = deriveKey(keys.data, KeyPurpose::Database).view().toByteArray();
    options.access = OpenOptions::Access::ReadOnly;
    m_connection = orDie(Connection::open(options));
    for (const RecordSpec *spec : allSpecs()) {
        if (!m_everyRow.isEmpty())
            m_everyRow += " UNION ALL ";
        const QByteArray root = spec->isRoot() ? "id" : "root";
        m_everyRow += "SELECT " + QByteArray::number(static_cast<int>(spec->kind)) + ", id, " + root
                      + ", office, version, unsent, withdrawn FROM " + spec->table;
        if (spec->kind >= Kind::Office)
            continue;
        QByteArray columns = "SELECT id, version, ext";
        for (const QByteArray &column : layoutOf(*spec).fieldColumns)
            columns += ", " + column;
        m_contents.emplace_back(spec, columns + " FROM " + spec->table);
    }
    m_everyRow += " ORDER BY 2";
}

std::vector<Inspector::Row> Inspector::rows() const
{
    std::vector<Row> all;
    CachedStatement statement = orDie(m_connection->cached(m_everyRow));
    while (orDie(statement->step())) {
        Row row;
        row.kind = static_cast<Kind>(statement->int32(0));
        row.id = RecordId::fromBytes(statement->blobView(1)).value_or(RecordId());
        row.root = RecordId::fromBytes(statement->blobView(2)).value_or(RecordId());
        row.office = statement->text(3);
        row.version = statement->int64(4);
        row.unsent = statement->int32(5);
        row.withdrawn = statement->int32(6) != 0;
        all.push_back(std::move(row));
    }
    return all;
}

std::vector<Inspector::Row> Inspector::rawRows() const
{
    std::vector<Row> all;
    CachedStatement statement = orDie(m_connection->cached("SELECT body FROM raw_row ORDER BY id"));
    while (orDie(statement->step())) {
        const Record record = orDie(decodeRecord(statement->blobView(0)));
        all.push_back({record.kind(), record.id, record.root, record.office, record.version, 0, record.withdrawn});
    }
    return all;
}

std::vector<Inspector::Held> Inspector::held() const
{
    std::map<RecordId, Held> rows;
    for (const auto &[spec, sql] : m_contents) {
        CachedStatement statement = orDie(m_connection->cached(sql));
        while (orDie(statement->step())) {
            Held row;
            row.kind = spec->kind;
            row.id = statement->recordId(0);
            row.version = statement->int64(1);
            row.shown = valuesIn(statement->blob(2), row.kind);
            for (std::size_t i = 0; i < spec->fields.size(); ++i) {
                const FieldSpec &field = *spec->fields[i];
                const Value value = readColumn(*statement, static_cast<int>(i) + 3, field);
                if (!field.derived && !value.isNull())
                    row.shown[field.id] = value;
            }
            rows.emplace(row.id, std::move(row));
        }
    }
    CachedStatement shadows = orDie(m_connection->cached("SELECT body FROM shadow"));
    while (orDie(shadows->step())) {
        const Record copy = orDie(decodeRecord(shadows->blobView(0)));
        const auto row = rows.find(copy.id);
        if (row == rows.end())
            continue;
        row->second.copy = valuesOf(copy);
        row->second.version = copy.version;
    }
    addOpen(rows);
    std::vector<Held> all;
    for (auto &[id, row] : rows)
        all.push_back(std::move(row));
    CachedStatement raw = orDie(m_connection->cached("SELECT body FROM raw_row"));
    while (orDie(raw->step())) {
        const Record record = orDie(decodeRecord(raw->blobView(0)));
        Held row;
        row.kind = record.kind();
        row.id = record.id;
        row.version = record.version;
        row.isRaw = true;
        row.shown = valuesOf(record);
        all.push_back(std::move(row));
    }
    return all;
}

void Inspector::addOpen(std::map<RecordId, Held> &rows) const
{
    CachedStatement statement = orDie(
        m_connection->cached("SELECT record, act, kind, fields FROM outbox WHERE state = 0 OR awaited > 0"));
    while (orDie(statement->step())) {
        const auto row = rows.find(statement->recordId(0));
        if (row == rows.end())
            continue;
        const auto act = static_cast<OutboxAct>(statement->int32(1));
        row->second.isMadeHere = row->second.isMadeHere || act == OutboxAct::Create || act == OutboxAct::Append;
        if (act != OutboxAct::Set)
            continue;
        for (const auto &[field, value] : orDie(decodeSome(statement->blobView(3), *specOf(row->second.kind))))
            row->second.open.insert(field);
    }
}

Inspector::Values Inspector::valuesOf(const Record &record)
{
    Values values;
    for (const FieldSpec *field : record.spec().fields) {
        if (!field->derived && !record.value(*field).isNull())
            values.emplace(field->id, record.value(*field));
    }
    return values;
}

std::vector<OutboxRow> Inspector::unsent() const
{
    std::vector<OutboxRow> all;
    CachedStatement statement = orDie(
        m_connection->cached("SELECT " + outboxColumns() + " FROM outbox WHERE state = 0 ORDER BY n"));
    while (orDie(statement->step()))
        all.push_back(readOutboxRow(*statement));
    return all;
}

std::int64_t Inspector::number(const QByteArray &sql) const { return orDie(m_connection->scalarInt(sql)); }

std::vector<RecordId> Inspector::ids(const QByteArray &sql) const
{
    std::vector<RecordId> all;
    Statement statement = orDie(m_connection->prepare(sql));
    while (orDie(statement.step()))
        all.push_back(RecordId::fromBytes(statement.blobView(0)).value_or(RecordId()));
    return all;
}

} // namespace yizhan::simulation
