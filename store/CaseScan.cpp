// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CaseScan.h"

#include "sql/Connection.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/StoreErrors.h"

#include <QHash>

namespace yizhan {
namespace {

constexpr int batchSize = 500;

// The next roots after a row.
Result<std::vector<CaseFile>> readRoots(Connection &connection, const RecordSpec &spec, std::int64_t after, int count)
{
    const QByteArray sql = selectFrom(spec, Columns::All) + " WHERE rowid > ? AND withdrawn = 0 ORDER BY rowid LIMIT ?";
    std::vector<CaseFile> files;
    const Outcome read = connection.each(sql, with(after, count), [&](const Statement &row) {
        files.push_back({readRow(row, spec, Columns::All), {}});
    });
    if (!read)
        return read.error();
    return files;
}

// Children of the roots between two rows. One statement a kind: a look-up for each case would cost more than the reading.
Outcome readChildren(Connection &connection, const RecordSpec &root, const RecordSpec &child, std::vector<CaseFile> &files,
                     const QHash<RecordId, std::size_t> &places)
{
    const QByteArray sql = "SELECT " + selectColumns(child, Columns::All, "c") + " FROM " + layoutOf(root).table
                           + " AS r CROSS JOIN " + layoutOf(child).table
                           + " AS c ON c.root = r.id WHERE r.rowid BETWEEN ? AND ? AND c.withdrawn = 0";
    return connection.each(sql, with(files.front().root.localRow, files.back().root.localRow), [&](const Statement &row) {
        Record record = readRow(row, child, Columns::All);
        const auto place = places.constFind(record.root);
        if (place != places.constEnd()) // the root may be withdrawn
            files[*place].children.push_back(std::move(record));
    });
}

} // namespace

Result<std::vector<CaseFile>> nextCases(Connection &connection, const RecordSpec &root,
                                        const std::vector<const RecordSpec *> &children, std::int64_t after, int count)
{
    Result<std::vector<CaseFile>> files = readRoots(connection, root, after, count);
    if (!files || files->empty())
        return files;
    QHash<RecordId, std::size_t> places;
    for (std::size_t i = 0; i < files->size(); ++i)
        places.insert((*files)[i].root.id, i);
    for (const RecordSpec *child : children) {
        if (Outcome read = readChildren(connection, root, *child, *files, places); !read)
            return read.error();
    }
    return files;
}

Outcome forEachCase(Connection &connection, const RecordSpec &root, const std::vector<const RecordSpec *> &children,
                    const CancelToken &cancel, const std::function<Outcome(CaseFile &file)> &take)
{
    std::int64_t after = 0;
    for (;;) {
        if (cancel.isCancelled())
            return Error(ErrorKind::Cancelled, storeerrors::givenUp);
        Result<std::vector<CaseFile>> files = nextCases(connection, root, children, after, batchSize);
        if (!files)
            return files.error();
        if (files->empty())
            return {};
        after = files->back().root.localRow;
        for (CaseFile &file : *files) {
            if (Outcome taken = take(file); !taken)
                return taken;
        }
    }
}

Result<std::int64_t> countRows(Connection &connection, const RecordSpec &spec)
{
    Result<qint64> count = connection.scalarInt("SELECT count(*) FROM " + layoutOf(spec).table);
    if (!count)
        return count.error();
    return std::int64_t{*count};
}

} // namespace yizhan
