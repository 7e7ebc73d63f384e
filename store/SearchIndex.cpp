// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchIndex.h"

#include "records/Declaration.h"
#include "sql/Connection.h"
#include "store/CaseScan.h"
#include "store/ReadSnapshot.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/SearchQuery.h"
#include "store/SearchText.h"
#include "store/StoreErrors.h"

#include <algorithm>
#include <array>
#include <map>

namespace yizhan {
namespace {

QByteArray tableOf(const RecordSpec &spec) { return "search_" + QByteArray(spec.table); }

bool hasSearchedFields(const RecordSpec &spec)
{
    return std::any_of(spec.fields.begin(), spec.fields.end(),
                       [](const FieldSpec *field) { return field->search != SearchAs::None; });
}

// A leaf has to fit into a page of the encrypted file (4096 bytes less 80), or each one takes two; more room for what is
// gathered in memory and fewer, larger merges fill a table a third faster. Never in the middle of a saving: see tidy().
constexpr const char *settings[][2] = {
    {"pgsz", "3900"}, {"hashsize", "8388608"}, {"automerge", "0"}, {"usermerge", "8"}, {"crisismerge", "64"}};

struct Sql {
    QByteArray insert;
    QByteArray replace;
    QByteArray remove;
    QByteArray newest; // MATCH ? LIMIT ?
    QByteArray all;    // MATCH ?
};

Sql makeSql(const RecordSpec &spec)
{
    const QByteArray table = tableOf(spec);
    QByteArray columns = "rowid";
    QByteArray places = "?";
    for (const char *column : SearchDocument::columnNames) {
        columns += QByteArray(", ") + column;
        places += ", ?";
    }
    const QByteArray into = "INTO " + table + " (" + columns + ") VALUES (" + places + ')';
    const QByteArray match = "SELECT rowid FROM " + table + " WHERE " + table + " MATCH ?";
    return {"INSERT " + into, "INSERT OR REPLACE " + into, "DELETE FROM " + table + " WHERE rowid = ?",
            match + " ORDER BY rowid DESC LIMIT ?", match};
}

const Sql &sqlOf(const RecordSpec &spec)
{
    static const PerDeclaration<std::map<Kind, Sql>> all([] {
        std::map<Kind, Sql> made;
        for (const RecordSpec *known : allSpecs())
            made.emplace(known->kind, makeSql(*known));
        return made;
    });
    return all.get().at(spec.kind);
}

Error givenUp() { return Error(ErrorKind::Cancelled, storeerrors::givenUp); }

Result<std::vector<std::int64_t>> newestRows(Connection &connection, const RecordSpec &spec, const QByteArray &expression,
                                             std::size_t limit)
{
    Result<CachedStatement> statement = connection.cached(sqlOf(spec).newest);
    if (!statement)
        return statement.error();
    (*statement)->bindUtf8(1, expression).bind(2, static_cast<std::int64_t>(limit));
    std::vector<std::int64_t> rows;
    const Outcome read = (*statement)->each([&rows](const Statement &row) { rows.push_back(row.int64(0)); });
    if (!read)
        return read.error();
    return rows;
}

// The id of a root, the null id when the row is gone.
Result<RecordId> idOf(Connection &connection, const RecordSpec &spec, std::int64_t row)
{
    Result<CachedStatement> statement = connection.cached("SELECT id FROM " + layoutOf(spec).table + " WHERE rowid = ?");
    if (!statement)
        return statement.error();
    const Result<bool> found = (*statement)->bind(1, row).step();
    if (!found)
        return found.error();
    return *found ? (*statement)->recordId(0) : RecordId();
}

// Hits of one kind that one rank adds, newest first, with the id of the first one read ahead.
struct Stream {
    const RecordSpec *spec = nullptr;
    std::vector<std::int64_t> rows;
    std::size_t next = 0;
    RecordId id;

    // Reads the id of the next row that still exists; the null id at the end.
    Outcome advance(Connection &connection)
    {
        id = {};
        while (next < rows.size() && id.isNull()) {
            const Result<RecordId> found = idOf(connection, *spec, rows[next]);
            if (!found)
                return found.error();
            id = *found;
            ++next;
        }
        return {};
    }
};

class Collector
{
public:
    Collector(Connection &connection, std::size_t limit, const CancelToken &cancel)
        : m_connection(connection), m_limit(limit), m_cancel(cancel)
    {}

    bool isFull() const { return m_hits.size() >= m_limit; }

    Outcome collect(const QByteArray &expression, int rank)
    {
        if (expression.isEmpty() || isFull())
            return {};
        std::vector<Stream> streams;
        for (const RecordSpec *spec : allSpecs()) {
            if (!spec->docket || !SearchIndex::covers(*spec))
                continue;
            if (m_cancel.isCancelled())
                return givenUp();
            RowSet &seen = m_seen[spec->kind];
            const Result<std::vector<std::int64_t>> rows = newestRows(m_connection, *spec, expression, m_limit + seen.size());
            if (!rows)
                return rows.error();
            Stream stream;
            stream.spec = spec;
            std::copy_if(rows->begin(), rows->end(), std::back_inserter(stream.rows),
                         [&seen](std::int64_t row) { return !seen.contains(row); });
            if (Outcome ready = stream.advance(m_connection); !ready)
                return ready;
            streams.push_back(std::move(stream));
        }
        return merge(streams, rank);
    }
    std::vector<SearchHit> take() { return std::move(m_hits); }

private:
    // Ids begin with the moment they were made: the newest case of all kinds comes first.
    Outcome merge(std::vector<Stream> &streams, int rank)
    {
        while (!isFull()) {
            const auto newest = std::max_element(streams.begin(), streams.end(),
                                                 [](const Stream &a, const Stream &b) { return a.id < b.id; });
            if (newest == streams.end() || newest->id.isNull())
                return {};
            const std::int64_t row = newest->rows[newest->next - 1];
            m_hits.push_back({newest->spec->kind, newest->id, row, rank});
            m_seen[newest->spec->kind].add(row);
            if (Outcome moved = newest->advance(m_connection); !moved)
                return moved;
        }
        return {};
    }

    Connection &m_connection;
    std::size_t m_limit;
    CancelToken m_cancel;
    std::map<Kind, RowSet> m_seen;
    std::vector<SearchHit> m_hits;
};

} // namespace

bool SearchIndex::covers(const RecordSpec &root)
{
    return root.isRoot() && (hasSearchedFields(root) || !searchedChildren(root).empty());
}

bool SearchIndex::concerns(const RecordSpec &spec, const FieldSpec &field)
{
    return field.search != SearchAs::None && spec.indexOf(field) >= 0;
}

const std::vector<const RecordSpec *> &SearchIndex::searchedChildren(const RecordSpec &root)
{
    static const PerDeclaration<std::map<Kind, std::vector<const RecordSpec *>>> all([] {
        std::map<Kind, std::vector<const RecordSpec *>> made;
        for (const RecordSpec *spec : allSpecs()) {
            std::vector<const RecordSpec *> &children = made[spec->kind];
            for (const RecordSpec *child : descendantsOf(*spec)) {
                if (hasSearchedFields(*child))
                    children.push_back(child);
            }
        }
        return made;
    });
    return all.get().at(root.kind);
}

QByteArray SearchIndex::tableOf(const RecordSpec &root) { return yizhan::tableOf(root); }

QByteArray SearchIndex::oldTableOf(const RecordSpec &root) { return "old_" + yizhan::tableOf(root); }

std::vector<QByteArray> SearchIndex::createStatements()
{
    std::vector<QByteArray> statements;
    for (const RecordSpec *spec : allSpecs()) {
        const std::vector<QByteArray> own = createStatements(*spec);
        statements.insert(statements.end(), own.begin(), own.end());
    }
    return statements;
}

std::vector<QByteArray> SearchIndex::createStatements(const RecordSpec &root)
{
    if (!covers(root))
        return {};
    const QByteArray table = yizhan::tableOf(root);
    QByteArray columns;
    for (const char *column : SearchDocument::columnNames)
        columns += QByteArray(column) + ", ";
    std::vector<QByteArray> statements{"CREATE VIRTUAL TABLE IF NOT EXISTS " + table + " USING fts5(" + columns
                                       + "content='', contentless_delete=1, tokenize=\"ascii tokenchars '"
                                       + searchmark::tokenCharacters + "'\")"};
    for (const auto &[name, value] : settings)
        statements.push_back("INSERT INTO " + table + " (" + table + ", rank) VALUES ('" + name + "', " + value + ')');
    return statements;
}

Outcome SearchIndex::drop(Connection &connection, const QByteArray &table)
{
    const Result<qint64> exists = connection.scalarInt("SELECT count(*) FROM sqlite_master WHERE name = '" + table + '\'');
    if (!exists || *exists == 0)
        return exists ? Outcome() : Outcome(exists.error());
    // FTS5 reads its list of segments before it does anything, even dropping: a damaged one is replaced by an empty one
    constexpr const char *noSegments = "_data (id, block) VALUES (10, x'00000000000000')";
    if (Outcome mended = connection.execute("INSERT OR REPLACE INTO " + table + noSegments); !mended)
        return mended;
    return connection.execute("DROP TABLE " + table);
}

Outcome SearchIndex::put(Connection &connection, const CaseFile &file, bool isNew)
{
    const RecordSpec &spec = file.root.spec();
    if (!covers(spec))
        return {};
    const SearchDocument document = SearchDocument::of(file);
    const bool nothing = std::all_of(std::begin(document.columns), std::end(document.columns),
                                     [](const QByteArray &text) { return text.isEmpty(); });
    if (file.root.withdrawn || nothing)
        return isNew ? Outcome() : remove(connection, spec.kind, file.root.localRow);
    Result<CachedStatement> statement = connection.cached(isNew ? sqlOf(spec).insert : sqlOf(spec).replace);
    if (!statement)
        return statement.error();
    Statement &insert = **statement;
    insert.bind(1, file.root.localRow);
    int index = 2;
    for (const QByteArray &text : document.columns)
        insert.bindUtf8(index++, text);
    return insert.run();
}

Outcome SearchIndex::remove(Connection &connection, Kind root, std::int64_t localRow)
{
    const RecordSpec *spec = specOf(root);
    if (!spec || !covers(*spec))
        return {};
    Result<CachedStatement> statement = connection.cached(sqlOf(*spec).remove);
    if (!statement)
        return statement.error();
    return (*statement)->bind(1, localRow).run();
}

Result<std::vector<SearchHit>> SearchIndex::search(Connection &connection, const QString &text, int limit,
                                                   const CancelToken &cancel)
{
    ReadSnapshot snapshot(connection);
    if (Outcome begun = snapshot.begin(); !begun)
        return begun.error();
    const SearchQuery query = SearchQuery::parse(text);
    Collector collector(connection, static_cast<std::size_t>(std::max(limit, 0)), cancel);
    const QByteArray *expressions[] = {&query.exact, &query.initials, &query.part};
    for (int rank = 0; rank < 3; ++rank) {
        if (Outcome collected = collector.collect(*expressions[rank], rank); !collected)
            return collected.error();
    }
    return collector.take();
}

Result<std::vector<std::int64_t>> SearchIndex::rowsWithTail(Connection &connection, const RecordSpec &root, QStringView number,
                                                            int limit)
{
    const QByteArray expression = SearchQuery::endingLike(number);
    if (expression.isEmpty() || !covers(root))
        return std::vector<std::int64_t>();
    return newestRows(connection, root, expression, static_cast<std::size_t>(std::max(limit, 0)));
}

Result<RowSet> SearchIndex::rows(Connection &connection, Kind root, const QString &text, const CancelToken &cancel)
{
    RowSet found;
    const SearchQuery query = SearchQuery::parse(text);
    const RecordSpec *spec = specOf(root);
    if (query.isEmpty() || !spec || !covers(*spec))
        return found;
    if (cancel.isCancelled())
        return givenUp();
    Result<CachedStatement> statement = connection.cached(sqlOf(*spec).all);
    if (!statement)
        return statement.error();
    (*statement)->bindUtf8(1, query.part);
    const Outcome read = (*statement)->each([&found](const Statement &row) { found.add(row.int64(0)); });
    if (!read)
        return read.error();
    return found;
}

Result<bool> SearchIndex::tidy(Connection &connection, int pages)
{
    for (const RecordSpec *spec : allSpecs()) {
        if (!covers(*spec))
            continue;
        const QByteArray table = yizhan::tableOf(*spec);
        Result<CachedStatement> statement = connection.cached("INSERT INTO " + table + " (" + table
                                                              + ", rank) VALUES ('merge', ?)");
        if (!statement)
            return statement.error();
        const qint64 before = connection.totalChanges();
        if (Outcome done = (*statement)->bind(1, pages).run(); !done)
            return done.error();
        // sqlite.org/fts5.html, "The 'merge' Command": one change is the command itself
        if (connection.totalChanges() - before > 1)
            return true;
    }
    return false;
}

Outcome SearchIndex::rebuild(Connection &connection, const Progress &progress, const CancelToken &cancel)
{
    std::int64_t total = 0;
    for (const RecordSpec *spec : allSpecs()) {
        if (!covers(*spec))
            continue;
        const Result<std::int64_t> rows = countRows(connection, *spec);
        if (!rows)
            return rows.error();
        total += *rows;
    }
    std::int64_t done = 0;
    for (const RecordSpec *spec : allSpecs()) {
        if (!covers(*spec))
            continue;
        const QByteArray table = yizhan::tableOf(*spec);
        if (Outcome emptied = connection.execute("INSERT INTO " + table + " (" + table + ") VALUES ('delete-all')"); !emptied)
            return emptied;
        const auto putOne = [&](CaseFile &file) -> Outcome {
            constexpr std::int64_t often = 1000;
            if (progress && ++done % often == 0)
                progress(done, total);
            return put(connection, file, true);
        };
        if (Outcome filled = forEachCase(connection, *spec, searchedChildren(*spec), cancel, putOne); !filled)
            return filled;
    }
    return {};
}

} // namespace yizhan
