// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RawRows.h"

#include "base/Planted.h"
#include "records/Codec.h"
#include "store/CaseUpdate.h"

namespace yizhan::rawrows {
namespace {

constexpr int rowsAtOnce = 1000;

struct Batch {
    std::map<RecordId, std::vector<ServerWord>> cases;
    std::vector<RecordId> known;
    RecordId last;
    int seen = 0;
};

Result<Batch> nextBatch(Connection &connection, const RecordId &after)
{
    constexpr QByteArrayView sql = "SELECT id, body, field_versions FROM raw_row WHERE id > ? ORDER BY id LIMIT ?";
    Batch batch;
    const Outcome read = connection.each(sql, with(after, rowsAtOnce), [&batch](const Statement &raw) {
        ++batch.seen;
        batch.last = raw.recordId(0);
        Result<Record> row = decodeRecord(raw.blobView(1));
        if (!row || row->isNull() || planted(Plant::RawStaysRaw))
            return;
        ServerWord word;
        word.id = row->id;
        word.version = row->version;
        word.copy.versions = FieldVersions::fromBytes(raw.blobView(2), row->createdAt);
        const RecordId root = row->root.isNull() ? row->id : row->root;
        word.copy.row = std::move(*row);
        batch.known.push_back(word.id);
        batch.cases[root].push_back(std::move(word));
    });
    if (!read)
        return read.error();
    return batch;
}

Outcome write(Connection &connection, const StoreContext &context, Batch &batch)
{
    ServerCopies copies(connection);
    if (Outcome done = copies.loadOpen(); !done)
        return done;
    AppliedPage applied;
    applied.recount = true;
    std::vector<ChangeSet::Row> changed;
    CaseUpdate update(connection, context, copies, {}, {}, applied, changed);
    for (auto &[root, words] : batch.cases) {
        if (Outcome done = update.apply(root, words); !done)
            return done;
    }
    for (const RecordId &id : batch.known) {
        Result<CachedStatement> statement = connection.cached("DELETE FROM raw_row WHERE id = ?");
        if (!statement)
            return statement.error();
        if (Outcome done = (*statement)->bind(1, id).run(); !done)
            return done;
    }
    return {};
}

} // namespace

Outcome adopt(Connection &connection, Writer &writer, const StoreContext &context)
{
    for (RecordId after;;) {
        Result<Batch> batch = nextBatch(connection, after);
        if (!batch)
            return batch.error();
        after = batch->last;
        const auto work = [&] { return write(connection, context, *batch); };
        if (Outcome done = batch->known.empty() ? Outcome() : writer.transact(connection, work); !done)
            return done;
        if (batch->seen < rowsAtOnce)
            return {};
    }
}

} // namespace yizhan::rawrows
