// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/RowBook.h"

#include "records/Codec.h"
#include "server/core/OfficeBook.h"
#include "server/core/ServerErrors.h"

#include <algorithm>

namespace yizhan {

Outcome RowBook::lockCases(std::vector<RecordId> roots)
{
    if (m_session.isOnlyWriter())
        return {};
    std::sort(roots.begin(), roots.end());
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    for (const RecordId &root : roots) {
        const auto locked = m_session.number("SELECT version FROM record WHERE id = ? FOR UPDATE", {root});
        if (!locked)
            return locked.error();
    }
    return {};
}

Result<ServerRow *> RowBook::load(const RecordId &id)
{
    QByteArray body;
    ServerRow row;
    QByteArray versions;
    const Result<bool> found = m_session.first("SELECT body, versions, hash FROM record WHERE id = ?", {id},
                                               [&](const SqlRow &from) {
                                                   body = from.bytes(0);
                                                   versions = from.bytes(1);
                                                   row.storedHash = RowHash::fromBytes(from.bytes(2));
                                               });
    if (!found)
        return found.error();
    std::optional<ServerRow> &place = m_rows[id];
    if (!*found)
        return nullptr;
    Result<Record> record = decodeRecord(body);
    if (!record || record->isNull())
        return Error(ErrorKind::Corrupt, servererrors::damaged, {QStringLiteral("record")});
    row.record = std::move(*record);
    row.versions = FieldVersions::fromBytes(versions, row.record.createdAt);
    row.storedOffice = row.record.office;
    place = std::move(row);
    return &*place;
}

Result<ServerRow *> RowBook::find(const RecordId &id)
{
    const auto known = m_rows.find(id);
    if (known == m_rows.end())
        return load(id);
    return known->second ? &*known->second : nullptr;
}

void RowBook::keep(const RecordId &id, const ServerRow *row)
{
    if (!m_before.contains(id))
        m_before.emplace(id, row ? std::optional<ServerRow>(*row) : std::nullopt);
}

ServerRow &RowBook::add(Record record)
{
    const RecordId id = record.id;
    keep(id, nullptr);
    ServerRow row;
    row.record = std::move(record);
    row.record.version = nextVersion(0, m_epoch);
    row.changed = true;
    std::optional<ServerRow> &place = m_rows[id];
    place = std::move(row);
    return *place;
}

Version RowBook::change(ServerRow &row)
{
    keep(row.record.id, &row);
    row.record.version = nextVersion(row.record.version, m_epoch);
    row.changed = true;
    return row.record.version;
}

Version RowBook::moveTo(ServerRow &row, const QString &office)
{
    const Version version = change(row);
    row.left.push_back(row.record.office);
    row.record.office = office;
    return version;
}

void RowBook::backToMark()
{
    for (auto &[id, before] : m_before)
        m_rows[id] = std::move(before);
    m_before.clear();
}

Result<std::vector<ServerRow *>> RowBook::ofCase(const RecordId &root)
{
    std::vector<RecordId> ids;
    const Outcome read = m_session.each("SELECT id FROM record WHERE root = ? ORDER BY id", {root}, [&](const SqlRow &row) {
        ids.push_back(row.id(0));
        return Outcome();
    });
    if (!read)
        return read.error();
    for (const auto &[id, row] : m_rows) {
        if (row && row->isNew() && row->record.root == root)
            ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    std::vector<ServerRow *> rows;
    for (const RecordId &id : ids) {
        const Result<ServerRow *> row = find(id);
        if (!row)
            return row.error();
        if (*row)
            rows.push_back(*row);
    }
    return rows;
}

std::vector<const ServerRow *> RowBook::changed() const
{
    std::vector<const ServerRow *> rows;
    for (const auto &[id, row] : m_rows) {
        if (row && row->changed)
            rows.push_back(&*row);
    }
    std::sort(rows.begin(), rows.end(), [](const ServerRow *a, const ServerRow *b) { return a->record.id < b->record.id; });
    return rows;
}

Outcome RowBook::write(OfficeBook &offices)
{
    for (const ServerRow *row : changed()) {
        if (Outcome written = writeRow(*m_rows[row->record.id], offices); !written)
            return written;
    }
    return {};
}

Outcome RowBook::writeRow(ServerRow &row, OfficeBook &offices)
{
    const Record &record = row.record;
    const QByteArray fields = encodeFields(record);
    const RowHash hash = hashOf(record.id, record.version, record.office, record.root, record.withdrawn, fields);
    const char *sql =
        row.isNew()
            ? "INSERT INTO record (office, version, hash, versions, body, kind, root, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            : "UPDATE record SET office = ?, version = ?, hash = ?, versions = ?, body = ? WHERE id = ?";
    QByteArray versions = row.versions.toBytes(record.createdAt);
    if (versions.isNull())
        versions = QByteArray("");
    SqlValues values{record.office, record.version, hash.toBytes(), versions, encodeRecord(record, fields)};
    if (row.isNew()) {
        values.emplace_back(record.kind());
        values.emplace_back(record.root);
    }
    values.emplace_back(record.id);
    if (Outcome written = m_session.done(sql, values); !written)
        return written;
    if (!row.isNew())
        offices.without(row.storedOffice, record.id, row.storedHash);
    // also where it only passed through, made or handed on in this very push: who knows it from there has to hear that it went
    for (const QString &office : row.left) {
        if (office != record.office)
            offices.leave(office, record);
    }
    row.left.clear();
    offices.put(record, hash);
    row.storedOffice = record.office;
    row.storedHash = hash;
    row.changed = false;
    return {};
}

} // namespace yizhan
