// SPDX-License-Identifier: GPL-3.0-or-later
// Synchronisation: real stores and their engine against a real server in a process of its own, and a peer in the same run.
#include "bench/BenchData.h"
#include "bench/BenchErrors.h"
#include "bench/Groups.h"
#include "bench/SyncRun.h"
#include "records/Codec.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "sync/protocol/Digest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace yizhan {

namespace {

constexpr int longestMs = 20 * 60 * 1000;
constexpr std::int64_t pushedOperations = 20'000;
constexpr std::size_t operationsATransaction = 100;
constexpr int roundsOfChange = 200;
constexpr int probeEveryMs = 50;
constexpr int calmMs = 60;
constexpr double hourMs = 3'600'000;

Error tookTooLong(const char *what) { return Error(ErrorKind::Offline, bencherrors::tookTooLong, {QString::fromLatin1(what)}); }

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(file, target);
    }
}

// The seed once, a copy of it for this run; codes and light workstations while the storage is open here.
Outcome prepare(SyncRun &run, const BenchWish &wish)
{
    const int offices = static_cast<int>(std::max<std::int64_t>(2, wish.largeCases / BenchDistrict::recordsAnOffice));
    run.offices = benchOffices(offices);
    const QString seed = wish.folder + QStringLiteral("/district-%1").arg(offices);
    if (Outcome made = BenchDistrict::make(seed, offices, run.rules); !made)
        return made;
    copyFolder(seed, run.folder + QStringLiteral("/district"));
    auto district = BenchDistrict::open(run.folder + QStringLiteral("/district"), run.rules);
    if (!district)
        return district.error();
    const QStringList wanted[] = {{run.offices.front()}, {run.offices.front()}, run.offices};
    QString *const codes[] = {&run.oneOfficeCode[0], &run.oneOfficeCode[1], &run.allOfficesCode};
    for (std::size_t i = 0; i < std::size(codes); ++i) {
        const Result<QString> code = (*district)->makeCode(wanted[i]);
        if (!code)
            return code.error();
        *codes[i] = *code;
    }
    for (const QString &code : run.offices.mid(1)) {
        Result<BenchOffice> office = (*district)->office(code, static_cast<int>(BenchDistrict::recordsAnOffice));
        if (!office)
            return office.error();
        run.cases.emplace(code, std::move(office->roots));
    }
    const std::size_t stations = std::min(stationsConnected, stationsAnOffice * run.cases.size());
    for (std::size_t i = 0; i < stations; ++i) {
        const qsizetype which = 1 + static_cast<qsizetype>(i) % (run.offices.size() - 1);
        Result<LightStation> station = LightStation::join(**district, run.offices[which]);
        if (!station)
            return station.error();
        run.light.push_back(std::move(*station));
    }
    const Result<QByteArray> authority = benchAuthority(run.folder + QStringLiteral("/district"));
    if (!authority)
        return authority.error();
    run.authority = *authority;
    return {};
}

struct FirstCopy {
    std::int64_t rows = 0;
    double usableMs = 0;
    double completeMs = 0;
    Sample saves; // small ones by the person at the window meanwhile
    std::int64_t clientBytes = 0;
    std::int64_t serverBytes = 0;
    double perSecond() const { return static_cast<double>(rows) / (completeMs / 1000); }
};

Result<FirstCopy> firstCopy(SyncRun &run, BenchStation &station, const QStringList &offices)
{
    FirstCopy copy;
    Query docket;
    docket.spec = specOf(Kind::Mediation);
    QElapsedTimer since;
    QElapsedTimer probed;
    const std::int64_t before = residentBytes();
    since.start();
    probed.start();
    station.begin();
    const bool done = runUntil(
        [&] {
            if (station.isDone())
                return true;
            if (probed.elapsed() < probeEveryMs)
                return false;
            copy.saves.add(milliseconds([&] {
                (void)await(station.store().saveSetting(QStringLiteral("bench"), QByteArray::number(since.elapsed())));
            }));
            if (copy.usableMs == 0) {
                const auto rows = await(station.store().firstRows(docket));
                copy.usableMs = rows && rows->size() >= 200 ? static_cast<double>(since.elapsed()) : 0;
            }
            copy.clientBytes = std::max(copy.clientBytes, residentBytes() - before);
            copy.serverBytes = std::max(copy.serverBytes, run.server->bytes());
            probed.restart();
            return false;
        },
        longestMs);
    copy.completeMs = static_cast<double>(since.nsecsElapsed()) / 1e6;
    if (!done)
        return tookTooLong("a first synchronisation");
    for (const QString &office : offices) {
        const Result<std::int64_t> rows = await(SyncDoor(station.store()).countServerRows(office));
        if (!rows)
            return rows.error();
        copy.rows += *rows;
    }
    if (copy.rows < offices.size() * BenchDistrict::recordsAnOffice)
        return Error(ErrorKind::Corrupt, bencherrors::wrongOutcome, {QStringLiteral("a first synchronisation")});
    if (copy.usableMs == 0)
        copy.usableMs = copy.completeMs;
    return copy;
}

void addRate(SyncRun &run, const QString &what, const QString &on, double ours, double least, double peers, double leastTimes)
{
    Figure figure;
    figure.what = what;
    figure.on = on;
    figure.measured = rateText(ours);
    figure.target = QStringLiteral(">= %1").arg(rateText(least));
    figure.ratio = times(ours, peers);
    figure.good = ours >= least;
    run.table.add(std::move(figure));
    if (peers <= 0)
        return;
    Figure against;
    against.what = QStringLiteral("... against PouchDB");
    against.on = on;
    against.measured = rateText(peers);
    against.target = QStringLiteral(">= %1 x").arg(leastTimes);
    against.ratio = times(ours, peers);
    against.good = ours >= leastTimes * peers;
    run.table.add(std::move(against));
}

void addFirstCopy(SyncRun &run, const FirstCopy &copy, const QString &on, double usableMs, double completeMs)
{
    addRate(run, QStringLiteral("first synchronisation, end to end, records/s"), on, copy.perSecond(), 20'000, run.peer.pull,
            10);
    run.table.addMs(QStringLiteral("... complete, searchable, digest checked"), on, copy.completeMs, completeMs);
    run.table.addMs(QStringLiteral("... first page of cases on screen"), on, copy.usableMs, usableMs);
    run.table.addMs(QStringLiteral("... a small save meanwhile, p95"), on, copy.saves.percentile(95), 100);
    run.table.addMs(QStringLiteral("... the slowest of them"), on, copy.saves.percentile(100), std::nullopt);
    run.table.add({{},
                   QStringLiteral("... memory of the client"),
                   on,
                   megabytes(static_cast<double>(copy.clientBytes)),
                   QStringLiteral("<= 500 MB"),
                   {},
                   copy.clientBytes <= 500'000'000});
    run.table.add({{},
                   QStringLiteral("... memory of the server"),
                   on,
                   megabytes(static_cast<double>(copy.serverBytes)),
                   QStringLiteral("<= 1000 MB"),
                   {},
                   copy.serverBytes <= 1'000'000'000});
}

Result<std::unique_ptr<BenchStation>> joined(SyncRun &run, const char *name, const QString &code)
{
    return BenchStation::join(run.folder + u'/' + QLatin1String(name), *run.server, code, run.rules);
}

// The peer's documents: the records that A has, as the command line would export them.
Outcome writeDocuments(SyncRun &run, const QString &file)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Error(ErrorKind::Io, bencherrors::wrongOutcome, {file});
    for (const Kind kind : {Kind::Mediation, Kind::Party}) {
        Query all;
        all.spec = specOf(kind);
        const auto rows = await(run.a->store().list(all));
        if (!rows)
            return rows.error();
        for (const Record &row : *rows) {
            QJsonObject object = toJson(row, false, false);
            object.insert(QStringLiteral("_id"), row.id.toString());
            for (const QString &name : object.keys()) { // names with an underscore are the peer's own
                if (name.startsWith(u'_') && name != QLatin1String("_id"))
                    object.remove(name);
            }
            out.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
        }
    }
    return {};
}

// A sits idle while the peer is measured: what it sends and receives meanwhile is its idle traffic.
Outcome measurePeerBesideIdle(SyncRun &run, const BenchWish &wish)
{
    const QString documents = run.folder + QStringLiteral("/documents.jsonl");
    if (Outcome written = writeDocuments(run, documents); !written)
        return written;
    run.b->stop();
    const Traffic &traffic = run.a->traffic();
    const std::int64_t before = traffic.sent + traffic.received;
    QElapsedTimer since;
    since.start();
    run.peer = measurePeer(wish.folder + QStringLiteral("/pouchdb"), documents);
    constexpr int leastMs = 120'000; // two rounds of waiting
    runUntil([&] { return since.elapsed() >= leastMs; }, longestMs);
    const double bytes = static_cast<double>(traffic.sent + traffic.received - before) * hourMs
                         / static_cast<double>(since.elapsed());
    const QString on = countText(BenchDistrict::recordsAnOffice) + QStringLiteral(" records");
    run.table.add({{},
                   QStringLiteral("idle traffic of a workstation, an hour"),
                   on,
                   QStringLiteral("%1 KB").arg(bytes / 1000, 0, 'f', 1),
                   QStringLiteral("<= 50 KB"),
                   {},
                   bytes <= 50'000});
    if (!run.peer.missing.isEmpty())
        run.table.add({{}, QStringLiteral("PouchDB: not measured, %1").arg(run.peer.missing), {}, {}, {}, {}, {}});
    return {};
}

Outcome benchFirstCopies(SyncRun &run, const BenchWish &wish)
{
    auto a = joined(run, "a", run.oneOfficeCode[0]);
    if (!a)
        return a.error();
    run.a = std::move(*a);
    const Result<FirstCopy> one = firstCopy(run, *run.a, run.offices.mid(0, 1));
    if (!one)
        return one.error();
    auto b = joined(run, "b", run.oneOfficeCode[1]);
    if (!b)
        return b.error();
    run.b = std::move(*b);
    const Result<FirstCopy> again = firstCopy(run, *run.b, run.offices.mid(0, 1));
    if (!again)
        return again.error();
    FirstCopy all;
    {
        auto whole = joined(run, "all", run.allOfficesCode);
        if (!whole)
            return whole.error();
        Result<FirstCopy> copy = firstCopy(run, **whole, run.offices);
        if (!copy)
            return copy.error();
        all = std::move(*copy);
    }
    QDir(run.folder + QStringLiteral("/all")).removeRecursively();
    if (Outcome peer = measurePeerBesideIdle(run, wish); !peer)
        return peer;
    const QString on = countText(one->rows) + QStringLiteral(" records");
    addFirstCopy(run, *one, on, 3'000, 10'000);
    addRate(run, QStringLiteral("the next workstation of the office, records/s"), on, again->perSecond(), 20'000, run.peer.pull,
            10);
    addFirstCopy(run, all, countText(all.rows) + QStringLiteral(" records"), 3'000, 60'000);
    return {};
}

Outcome benchDigest(SyncRun &run)
{
    OfficeDigest digest;
    std::int64_t rows = 0;
    Outcome done;
    const double ms = milliseconds([&] {
        done = await(SyncDoor(run.b->store()).forEachServerRow(run.offices.front(), [&](const DigestRow &row) {
            digest.add(row.id, hashOf(row.id, row.version, row.office, row.root, row.withdrawn, row.fields));
            ++rows;
            return true;
        }));
    });
    if (!done)
        return done;
    run.table.addMs(QStringLiteral("digest of an office worked out anew"), countText(rows) + QStringLiteral(" records"), ms,
                    300);
    return {};
}

// Offline work of one workstation: so many operations, each in the outbox, many to a transaction only to make them quickly.
Outcome workOffline(BenchStation &station, const std::function<Operation(std::int64_t i)> &next)
{
    Change change;
    for (std::int64_t i = 0; i < pushedOperations; ++i) {
        change.operations.push_back(next(i));
        if (change.operations.size() < operationsATransaction && i + 1 < pushedOperations)
            continue;
        const auto written = await(station.store().submit(std::exchange(change, {})));
        if (!written)
            return written.error();
    }
    return {};
}

// From the moment the line is back until the server has answered every operation; operations a second.
Result<double> pushAll(SyncRun &run)
{
    const Result<OutboxSummary> before = await(SyncDoor(run.a->store()).outbox());
    if (!before)
        return before.error();
    QElapsedTimer since;
    since.start();
    run.a->begin();
    bool begun = false;
    const bool done = runUntil(
        [&] {
            const SyncStatus &status = run.a->engine().status();
            begun = begun || status.stage == SyncStage::Sending;
            return begun && status.outbox.unsent == 0;
        },
        longestMs);
    const double ms = static_cast<double>(since.nsecsElapsed()) / 1e6;
    if (!done)
        return tookTooLong("a push");
    const Result<OutboxSummary> after = await(SyncDoor(run.a->store()).outbox());
    if (!after)
        return after.error();
    if (after->refused != before->refused)
        return Error(ErrorKind::Corrupt, bencherrors::wrongOutcome,
                     {QStringLiteral("a push; refused: %1").arg(after->refused - before->refused)});
    runUntil([&] { return run.a->isDone(); }, longestMs);
    return static_cast<double>(before->unsent) / (ms / 1000);
}

Outcome benchPush(SyncRun &run)
{
    run.a->stop();
    Query people;
    people.spec = specOf(Kind::Party);
    people.limit = static_cast<int>(pushedOperations);
    const auto parties = await(run.a->store().list(people));
    if (!parties)
        return parties.error();
    const Traffic &traffic = run.a->traffic();
    const std::int64_t before = traffic.pushed;
    Outcome worked = workOffline(*run.a, [&](std::int64_t i) {
        const Record &one = (*parties)[static_cast<std::size_t>(i) % parties->size()];
        return Operation::set(one.id, {{&party::addressLive, Value(QStringLiteral("新华街%1号").arg(i))}});
    });
    if (!worked)
        return worked;
    const Result<double> changes = pushAll(run);
    if (!changes)
        return changes.error();
    const double bytes = static_cast<double>(traffic.pushed - before) / static_cast<double>(pushedOperations);
    const QString on = countText(pushedOperations) + QStringLiteral(" operations");
    addRate(run, QStringLiteral("push of changed fields, operations/s"), on, *changes, 20'000, run.peer.push, 7);
    run.table.add({{},
                   QStringLiteral("... bytes of a changed field on the wire"),
                   on,
                   QStringLiteral("%1").arg(bytes, 0, 'f', 1),
                   QStringLiteral("<= 60"),
                   {},
                   bytes <= 60});

    run.a->stop();
    BenchData data(run.rules, 23);
    SeededRandom random(24);
    std::vector<Record> waiting; // of one case, its root last
    worked = workOffline(*run.a, [&](std::int64_t) {
        if (waiting.empty()) {
            CaseFile file = asTyped(data.next(), SystemClock().now(), random);
            waiting = std::move(file.children);
            waiting.push_back(std::move(file.root));
            for (Record &record : waiting)
                record.office = run.offices.front();
        }
        Record record = std::move(waiting.back());
        waiting.pop_back();
        return Operation::create(std::move(record));
    });
    if (!worked)
        return worked;
    const Result<double> created = pushAll(run);
    if (!created)
        return created.error();
    addRate(run, QStringLiteral("push of new records, operations/s"), on, *created, 20'000, run.peer.push, 7);
    return {};
}

// A saves, B sees: through A's store and engine, the server, B's engine and store.
Outcome benchChange(SyncRun &run)
{
    run.b->begin();
    if (!runUntil([&] { return run.a->isDone() && run.b->isDone(); }, longestMs))
        return tookTooLong("reading what the other pushed");
    Query some;
    some.spec = specOf(Kind::Mediation);
    some.limit = roundsOfChange;
    const auto cases = await(run.a->store().list(some));
    if (!cases)
        return cases.error();
    Sample seen;
    for (const Record &one : *cases) {
        QElapsedTimer calm;
        calm.start();
        const auto isCalm = [&] { return calm.elapsed() > calmMs && run.a->isDone() && run.b->isDone(); };
        if (!runUntil(isCalm, longestMs))
            return tookTooLong("one change");
        QElapsedTimer since;
        bool arrived = false;
        QObject watcher;
        QObject::connect(&run.b->store(), &Store::changed, &watcher, [&](const ChangeSet &changes) {
            const bool isThere = std::any_of(changes.rows.begin(), changes.rows.end(),
                                             [&one](const ChangeSet::Row &row) { return row.id == one.id; });
            if (!isThere || arrived)
                return;
            arrived = true;
            seen.add(static_cast<double>(since.nsecsElapsed()) / 1e6);
        });
        Change change;
        change.operations.push_back(
            Operation::set(one.id, {{&mediation::facts, Value(QStringLiteral("补充%1").arg(seen.size()))}}));
        since.start();
        const auto written = await(run.a->store().submit(std::move(change)));
        if (!written)
            return written.error();
        const bool done = runUntil([&] { return arrived; }, longestMs);
        if (!done)
            return tookTooLong("one change");
    }
    const QString on = QStringLiteral("%1 changes").arg(seen.size());
    const double p95 = seen.percentile(95);
    run.table.addMs(QStringLiteral("one change, A saves to B shows, p50"), on, seen.percentile(50), std::nullopt,
                    times(seen.percentile(50), run.peer.p50));
    run.table.addMs(QStringLiteral("one change, A saves to B shows, p95"), on, p95, 20, times(p95, run.peer.p95));
    if (run.peer.p95 > 0)
        run.table.add({{},
                       QStringLiteral("... PouchDB, p50 / p95"),
                       on,
                       QStringLiteral("%1 / %2 ms").arg(run.peer.p50, 0, 'f', 1).arg(run.peer.p95, 0, 'f', 1),
                       QStringLiteral("<= 1 x"),
                       times(p95, run.peer.p95),
                       p95 <= run.peer.p95});
    return {};
}

void addMemory(SyncRun &run)
{
    const QString on = QStringLiteral("after all this");
    run.table.add({{},
                   QStringLiteral("memory of the server"),
                   on,
                   megabytes(static_cast<double>(run.server->bytes())),
                   QStringLiteral("<= 1000 MB"),
                   {},
                   run.server->bytes() <= 1'000'000'000});
    if (run.peer.server > 0)
        run.table.add({{},
                       QStringLiteral("... PouchDB: client, server"),
                       on,
                       megabytes(run.peer.client) + QStringLiteral(", ") + megabytes(run.peer.server),
                       {},
                       {},
                       {}});
}

} // namespace

QString rateText(double perSecond) { return QString::number(perSecond, 'f', 0); }
QString megabytes(double bytes) { return QStringLiteral("%1 MB").arg(bytes / 1e6, 0, 'f', 0); }

QString times(double ours, double peers) { return peers > 0 ? QStringLiteral("%1 x").arg(ours / peers, 0, 'f', 2) : QString(); }

Outcome benchSync(BenchTable &table, const BenchWish &wish)
{
    auto rules = RuleBook::load();
    if (!rules)
        return rules.error();
    SyncRun run{table, wish.folder + QStringLiteral("/sync"), *rules, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    QDir(run.folder).removeRecursively();
    QDir().mkpath(run.folder);
    if (Outcome prepared = prepare(run, wish); !prepared)
        return prepared;
    auto server = BenchServer::start(run.folder + QStringLiteral("/district"));
    if (!server)
        return server.error();
    run.server = std::move(*server);
    if (Outcome done = benchFirstCopies(run, wish); !done)
        return done;
    for (const auto part : {&benchDigest, &benchPush, &benchChange, &benchOutage, &benchConnected}) {
        if (Outcome done = part(run); !done)
            return done;
    }
    addMemory(run);
    run.a.reset();
    run.b.reset();
    run.server.reset();
    QDir(run.folder).removeRecursively();
    return {};
}

} // namespace yizhan
