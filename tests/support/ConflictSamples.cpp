// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ConflictSamples.h"

#include "base/Random.h"
#include "records/Codec.h"
#include "records/FieldVersions.h"
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/User.h"
#include "store/Outbox.h"
#include "store/SyncDoor.h"
#include "tests/support/Samples.h"

namespace yizhan::tests {

namespace {
constexpr std::int64_t minuteMs = 60'000;

RecordId asServer(StoreFixture &store, Record record)
{
    Change change;
    change.asServer = true;
    change.operations.push_back(Operation::create(std::move(record)));
    return store.submit(std::move(change)).rows.front().id;
}
} // namespace

RecordId serverCase(StoreFixture &store, const QString &facts)
{
    Record record = sampleMediation(facts);
    record.set(mediation::status, QStringLiteral("DRAFT"));
    return asServer(store, std::move(record));
}

RecordId colleague(StoreFixture &store, const QString &name)
{
    Record person(Kind::User);
    person.set(user::login, QStringLiteral("person.%1").arg(store.scalar("SELECT count(*) FROM user")));
    person.set(user::name, name);
    person.set(user::roles, QStringList{QStringLiteral("MEDIATOR")});
    person.set(user::active, true);
    return asServer(store, std::move(person));
}

RecordId conflictIn(StoreFixture &store, const RecordId &root, const LateEntry &entry)
{
    const RecordSpec &spec = *specOf(entry.kind);
    Record record(Kind::Conflict);
    record.root = root;
    record.parent = root;
    record.set(conflict::record, entry.record.toBytes());
    record.set(conflict::recordKind, std::int64_t(entry.kind));
    record.set(conflict::mergeGroup, std::int64_t(entry.group));
    record.set(conflict::before, encodeSome(entry.before, spec));
    record.set(conflict::standing, encodeSome(entry.standing, spec));
    record.set(conflict::late, encodeSome(entry.late, spec));
    record.set(conflict::origin, entry.origin);
    const std::int64_t now = store.clock().now().ms;
    record.set(conflict::declaredAt, Instant{now - entry.enteredMinutesAgo * minuteMs});
    record.set(conflict::standingAt, Instant{now - entry.standingMinutesAgo * minuteMs});
    record.set(conflict::author, entry.author.isNull() ? store.user() : entry.author);
    if (!entry.standingAuthor.isNull())
        record.set(conflict::standingAuthor, entry.standingAuthor);
    return asServer(store, std::move(record));
}

RecordId lateValue(StoreFixture &store, const RecordId &root, const FieldSpec &field, const Value &before, const Value &late)
{
    LateEntry entry;
    entry.record = root;
    entry.group = groupKeyOf(field);
    entry.before[field.id] = before;
    entry.standing[field.id] = store.record(root).value(field);
    entry.late[field.id] = late;
    return conflictIn(store, root, entry);
}

std::vector<RecordId> removedCases(StoreFixture &store, int count)
{
    const QString office = store->session().actor.office;
    SeededRandom random(7);
    SyncDoor door(store.store());
    OfficePage come;
    come.office = office;
    come.generation = 1;
    come.epoch = 1;
    come.to = count;
    come.atHead = true;
    OfficePage go = come;
    go.from = count;
    go.to = 2 * count;
    std::vector<RecordId> ids;
    for (int i = 0; i < count; ++i) {
        Record row = sampleMediation(QStringLiteral("第%1件").arg(i + 1));
        row.id = row.root = RecordId::make(store.clock().now(), random);
        row.office = office;
        row.set(common::caseNo, QStringLiteral("（2026）调字第%1号").arg(i + 1));
        row.version = (std::int64_t{1} << 40) + 1;
        row.createdAt = row.updatedAt = store.clock().now();
        come.entries.push_back({PageEntry::What::Put, row.id, row.version, encodeRecord(row), {}});
        go.entries.push_back({PageEntry::What::Leave, row.id, row.version, {}, {}});
        ids.push_back(row.id);
    }
    if (!await(door.setGrants({{office, 1, true}}, 1)) || !await(door.applyPage(come, false))
        || !await(door.applyPage(go, true)))
        qFatal("the pages do not fit");
    return ids;
}

void refuseLast(StoreFixture &store, const QString &reason, const RecordId &conflict, int operations)
{
    SyncDoor door(store.store());
    const Result<std::int64_t> highest = await(door.highestOperation());
    if (!highest)
        qFatal("%s", qPrintable(highest.error().toLog()));
    std::vector<OutboxVerdict> verdicts;
    for (std::int64_t n = *highest - operations + 1; n <= *highest; ++n) {
        OutboxVerdict verdict;
        verdict.n = n;
        verdict.state = int(reason == QLatin1String("LATE") ? OutboxState::Conflict : OutboxState::Refused);
        verdict.conflict = conflict;
        verdict.reason = reason;
        verdicts.push_back(verdict);
    }
    if (const Outcome done = await(door.applyVerdicts(verdicts)); !done)
        qFatal("%s", qPrintable(done.error().toLog()));
}

} // namespace yizhan::tests
