// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SetAside.h"

#include "records/Codec.h"
#include "store/StoreErrors.h"

#include <algorithm>

namespace yizhan::setaside {
namespace {

constexpr int erasedAtOnce = 300;

QString numberOf(const Record &root)
{
    for (const FieldSpec *field : {root.spec().title, root.spec().field(u"provisional_no")}) {
        if (field && !root.value(*field).isNull())
            return root.value(*field).text();
    }
    return {};
}

void add(std::vector<SetAsideCase> &all, const Record &row, Instant removedAt)
{
    const RecordId root = row.root.isNull() ? row.id : row.root;
    auto place = std::find_if(all.begin(), all.end(), [&](const SetAsideCase &known) { return known.root == root; });
    if (place == all.end())
        place = all.insert(all.end(), SetAsideCase{root, Kind::None, row.office, {}, removedAt, {}, 0});
    ++place->rows;
    place->removedAt = std::max(place->removedAt, removedAt);
    place->until = Instant{place->removedAt.ms + keptMs};
    if (row.id != root)
        return;
    place->kind = row.kind();
    place->number = numberOf(row);
}

} // namespace

Outcome keep(Connection &connection, const Record &row, Instant now)
{
    Result<CachedStatement> statement = connection.cached("INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    (*statement)->bindAll(row.id, row.root.isNull() ? row.id : row.root, row.office, now, encodeRecord(row));
    return (*statement)->run();
}

Outcome forget(Connection &connection, const RecordId &id)
{
    Result<CachedStatement> statement = connection.cached("DELETE FROM set_aside WHERE id = ?");
    return statement ? (*statement)->bind(1, id).run() : Outcome(statement.error());
}

Outcome eraseOffice(Connection &connection, const QString &office)
{
    Result<CachedStatement> statement = connection.cached("DELETE FROM set_aside WHERE office = ?");
    return statement ? (*statement)->bind(1, office).run() : Outcome(statement.error());
}

Result<bool> eraseSome(Connection &connection, Instant before)
{
    Result<CachedStatement> statement = connection.cached(
        "DELETE FROM set_aside WHERE id IN (SELECT id FROM set_aside WHERE removed_at < ? LIMIT ?)");
    if (!statement)
        return statement.error();
    (*statement)->bindAll(before, erasedAtOnce);
    if (Outcome done = (*statement)->run(); !done)
        return done.error();
    return connection.changes() < erasedAtOnce;
}

Result<bool> isAny(Connection &connection)
{
    const Result<qint64> any = connection.scalarInt("SELECT EXISTS (SELECT 1 FROM set_aside)");
    if (!any)
        return any.error();
    return *any != 0;
}

Result<std::vector<SetAsideCase>> cases(Connection &connection)
{
    constexpr QByteArrayView sql = "SELECT body, removed_at FROM set_aside ORDER BY removed_at DESC, root, id";
    std::vector<SetAsideCase> all;
    const Outcome read = connection.each(sql, [&all](const Statement &kept) -> Outcome {
        const Result<Record> row = decodeRecord(kept.blobView(0));
        if (!row)
            return row.error();
        if (!row->isNull())
            add(all, *row, kept.instant(1));
        return {};
    });
    if (!read)
        return read.error();
    return all;
}

Result<CaseFile> read(Connection &connection, const RecordId &root)
{
    constexpr QByteArrayView sql = "SELECT body FROM set_aside WHERE root = ? ORDER BY id";
    CaseFile file;
    const Outcome read = connection.each(sql, with(root), [&](const Statement &kept) -> Outcome {
        Result<Record> row = decodeRecord(kept.blobView(0));
        if (!row)
            return row.error();
        if (row->id == root)
            file.root = std::move(*row);
        else if (!row->isNull())
            file.children.push_back(std::move(*row));
        return {};
    });
    if (!read)
        return read.error();
    if (file.root.isNull() && file.children.empty())
        return Error(ErrorKind::NotFound, storeerrors::notSetAside);
    return file;
}

} // namespace yizhan::setaside
