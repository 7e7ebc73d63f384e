// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DerivedIndexes.h"

#include "store/ListIndex.h"
#include "store/SearchIndex.h"

#include <algorithm>

namespace yizhan::derived {
namespace {

Outcome executeAll(Connection &connection, const std::vector<QByteArray> &statements)
{
    for (const QByteArray &statement : statements) {
        if (Outcome done = connection.execute(statement); !done)
            return done;
    }
    return {};
}

Result<bool> isIn(Connection &connection, const QByteArray &statement)
{
    Result<Statement> select = connection.prepare("SELECT 1 FROM sqlite_master WHERE sql = ?");
    if (!select)
        return select.error();
    return select->bind(1, QString::fromLatin1(statement)).step();
}

} // namespace

int version() { return ListIndex::version * 1000 + SearchIndex::version; }

Outcome create(Connection &connection)
{
    for (const RecordSpec *spec : allSpecs()) {
        if (Outcome done = executeAll(connection, ListIndex::createStatements(*spec)); !done)
            return done;
    }
    return executeAll(connection, SearchIndex::createStatements());
}

Outcome follow(Connection &connection)
{
    for (const RecordSpec *spec : allSpecs()) {
        for (QByteArray &wanted : ListIndex::createStatements(*spec)) {
            wanted.replace("IF NOT EXISTS ", ""); // as the file holds it
            Result<bool> fits = isIn(connection, wanted);
            if (!fits)
                return fits.error();
            const QByteArray name = wanted.split(' ').at(2);
            if (Outcome done = *fits ? Outcome() : executeAll(connection, {"DROP INDEX IF EXISTS " + name, wanted}); !done)
                return done;
        }
    }
    return executeAll(connection, SearchIndex::createStatements());
}

Outcome rebuild(Connection &connection, const Progress &progress, const CancelToken &cancel)
{
    for (const RecordSpec *spec : allSpecs()) {
        if (Outcome done = executeAll(connection, ListIndex::dropStatements(*spec)); !done)
            return done;
    }
    for (const RecordSpec *spec : allSpecs()) {
        for (const QByteArray &table : {SearchIndex::tableOf(*spec), SearchIndex::oldTableOf(*spec)}) {
            if (Outcome done = SearchIndex::drop(connection, table); !done)
                return done;
        }
    }
    if (Outcome done = create(connection); !done)
        return done;
    return SearchIndex::rebuild(connection, progress, cancel);
}

bool isSearched(const RecordSpec &spec, const FieldSpec &field) { return SearchIndex::concerns(spec, field); }

bool hasSearchedFields(const RecordSpec &spec)
{
    return std::any_of(spec.fields.begin(), spec.fields.end(),
                       [&](const FieldSpec *field) { return isSearched(spec, *field); });
}

Outcome putCase(Connection &connection, const CaseFile &file, bool isNew)
{
    if (!SearchIndex::covers(file.root.spec()))
        return {};
    return SearchIndex::put(connection, file, isNew);
}

} // namespace yizhan::derived
