// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Adoption.h"

#include "records/Declaration.h"
#include "store/DerivedIndexes.h"
#include "store/Meta.h"
#include "store/RowMapper.h"
#include "store/Schema.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace yizhan {
namespace {

constexpr int rowsAtOnce = 500;

struct Batch {
    std::vector<Record> adopted; // rows whose ext lost something to their fields
    std::int64_t last = 0;       // row id of the last row looked at
    int seen = 0;
};

Result<Batch> nextBatch(Connection &connection, const RecordSpec &spec, std::int64_t after)
{
    const QByteArray sql = "SELECT " + selectColumns(spec, Columns::All) + ", ext FROM " + layoutOf(spec).table
                           + " WHERE ext IS NOT NULL AND rowid > ? ORDER BY rowid LIMIT ?";
    Batch batch;
    const Outcome read = connection.each(sql, with(after, rowsAtOnce), [&](const Statement &row) {
        Record record = readRow(row, spec, Columns::All); // adopts in memory
        ++batch.seen;
        batch.last = record.localRow;
        if (record.ext != row.blob(columnCount(spec, Columns::All)))
            batch.adopted.push_back(std::move(record));
    });
    if (!read)
        return read.error();
    return batch;
}

Outcome writeBatch(Connection &connection, const RecordSpec &spec, const std::vector<Record> &adopted)
{
    std::set<RecordId> roots;
    for (const Record &record : adopted) {
        if (Outcome done = updateAdopted(connection, record); !done)
            return done;
        roots.insert(record.root);
    }
    if (!derived::hasSearchedFields(spec))
        return {};
    for (const RecordId &root : roots) {
        const Result<CaseFile> file = readCase(connection, root);
        if (!file && file.error().kind == ErrorKind::NotFound)
            continue; // a child whose root this workstation does not hold
        if (!file)
            return file.error();
        if (Outcome done = derived::putCase(connection, *file, false); !done)
            return done;
    }
    return {};
}

// Whether there was anything to adopt.
Result<bool> adoptKind(Connection &connection, Writer &writer, const RecordSpec &spec)
{
    bool any = false;
    for (std::int64_t after = 0;;) {
        const Result<Batch> batch = nextBatch(connection, spec, after);
        if (!batch)
            return batch.error();
        after = batch->last;
        any = any || !batch->adopted.empty();
        const auto write = [&] { return writeBatch(connection, spec, batch->adopted); };
        if (Outcome done = batch->adopted.empty() ? Outcome() : writer.transact(connection, write); !done)
            return done.error();
        if (batch->seen < rowsAtOnce)
            return any;
    }
}

// Until it is heard again the district's program is taken for one of the release that this computer had so far: what is new in
// this one waits.
Outcome noteServer(Connection &connection)
{
    const Result<QByteArray> server = meta::read(connection, meta::serverSchema);
    const Result<qint64> before = meta::readNumber(connection, meta::schema);
    if (!server || !before)
        return server ? before.error() : server.error();
    if (!server->isEmpty())
        return {};
    return meta::write(connection, meta::serverSchema, QByteArray::number(std::max<qint64>(1, *before)));
}

} // namespace

QByteArray adoption::declarations()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const RecordSpec *spec : allSpecs()) {
        hash.addData(QByteArray(spec->table) + '\n');
        for (const FieldSpec *field : spec->fields)
            hash.addData(QByteArray::number(field->id) + ' ' + field->name + ' ' + sqlTypeOf(*field) + '\n');
    }
    return hash.result();
}

Outcome adoption::run(Connection &connection, Writer &writer)
{
    const Result<QByteArray> known = meta::read(connection, meta::declarations);
    if (!known)
        return known.error();
    if (*known == declarations())
        return {};
    if (Outcome done = known->isEmpty() ? Outcome() : writer.transact(connection, [&] { return derived::follow(connection); });
        !done)
        return done;
    bool any = false;
    for (const RecordSpec *spec : allSpecs()) {
        const Result<bool> adopted = adoptKind(connection, writer, *spec);
        if (!adopted)
            return adopted.error();
        any = any || *adopted;
    }
    return writer.transact(connection, [&]() -> Outcome {
        // dates and names may rest on what was adopted: with no fingerprint of the rules they are computed anew
        if (Outcome done = any ? meta::write(connection, meta::rulesFingerprint, {}) : Outcome(); !done)
            return done;
        if (Outcome done = known->isEmpty() ? Outcome() : noteServer(connection); !done)
            return done;
        if (Outcome done = meta::write(connection, meta::schema, QByteArray::number(Declaration::current().schema())); !done)
            return done;
        return meta::write(connection, meta::declarations, declarations());
    });
}

} // namespace yizhan
