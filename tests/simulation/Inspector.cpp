// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Inspector.h"

#include "records/RecordSpec.h"
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
