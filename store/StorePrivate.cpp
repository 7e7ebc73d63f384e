// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/StorePrivate.h"

#include "store/RowMapper.h"
#include "store/SearchIndex.h"

#include <sqlcipher/sqlite3.h>

namespace yizhan {
namespace {

constexpr int fewLogPages = 250;     // 1 MB: not worth a word
constexpr int mostLogPages = 12'500; // 50 MB: the next one who opens the store would wait for it
constexpr std::chrono::milliseconds quietBeforeCheckpoint{1500};
constexpr std::chrono::milliseconds quietBeforeTidying{30};
constexpr int pagesOfAStep = 8;        // some milliseconds: a saving may just then be asked for
constexpr int stepsBetweenSlices = 16; // about half a slice; fewer when somebody waits
constexpr int mostUntidied = 16;       // commits
constexpr int readerCacheKib = 16 * 1024;
constexpr int writerCacheKib = 32 * 1024;
constexpr std::int64_t lookAtTheDayEveryMs = 15 * 60 * 1000; // a sleeping machine's timers do not run on time

} // namespace

void Store::Private::close()
{
    upkeepCancel.cancel();
    dayTimer.stop();
    for (std::unique_ptr<Worker> *reader : {&lists, &looks, &service}) {
        if (*reader)
            (*reader)->abandon();
    }
    if (writing)
        writing->finish();
}

Result<std::unique_ptr<Connection>> Store::Private::connect(OpenOptions::Access access) const
{
    OpenOptions open;
    open.file = context.paths.database();
    open.key = context.keys.database.view().toByteArray();
    open.access = access;
    open.keyIsProven = true;
    open.walAutocheckpointPages = 0;
    open.cacheKib = access == OpenOptions::Access::ReadOnly ? readerCacheKib : writerCacheKib;
    Result<std::unique_ptr<Connection>> connection = Connection::open(open);
    yizhan::wipe(open.key);
    return connection;
}

Result<Worker *> Store::Private::serviceWorker()
{
    const std::lock_guard guard(serviceMutex);
    if (!service) {
        Result<std::unique_ptr<Connection>> connection = connect(OpenOptions::Access::ReadOnly);
        if (!connection)
            return connection.error();
        service = worker(std::move(*connection));
    }
    return service.get();
}

std::unique_ptr<Worker> Store::Private::worker(std::unique_ptr<Connection> connection) const
{
    using Runs = TaskThread::Runs;
    return std::make_unique<Worker>(std::move(connection), options.oneThread ? Runs::OnCaller : Runs::OnOwnThread);
}

void Store::Private::announce(Store *store, const ChangeSet &changes)
{
    if (!changes.rows.empty() || changes.everything)
        QMetaObject::invokeMethod(
            store, [store, changes] { emit store->changed(changes); }, Qt::QueuedConnection);
}

void Store::Private::countLogPages(Connection &connection)
{
    sqlite3_wal_hook(
        connection.handle(),
        [](void *self, sqlite3 *, const char *, int pages) {
            static_cast<Private *>(self)->walPages = pages;
            return SQLITE_OK;
        },
        this);
}

void Store::Private::tend(Connection &connection)
{
    if (walPages > mostLogPages)
        bringLogHome(connection);
    const auto nobody = [](const Error &) {};
    if (++untidied >= mostUntidied) // much is written and it never is quiet: a slice of tidying goes between
        writing->post(
            Priority::Background, {}, [this](Connection &main) { tidySearch(main, stepsBetweenSlices); }, nobody);
    else
        tendWhenQuiet();
}

void Store::Private::tendWhenQuiet()
{
    writing->postIdle(quietBeforeTidying, [this](Connection &main) {
        const bool more = tidySearch(main, 1);
        untidied = 0;
        if (more)
            tendWhenQuiet();
        else if (walPages > fewLogPages)
            writing->postIdle(quietBeforeCheckpoint, [this](Connection &quiet) { bringLogHome(quiet); });
    });
}

bool Store::Private::tidySearch(Connection &connection, int steps)
{
    bool more = true;
    const Outcome done = writer->transact(connection, [&]() -> Outcome {
        for (int step = 0; more && step < steps && !(step > 0 && writing->isWaitedFor()); ++step) {
            const Result<bool> tidied = SearchIndex::tidy(connection, pagesOfAStep);
            if (!tidied)
                return tidied.error();
            more = *tidied;
        }
        return {};
    });
    if (!done) // a full disk: FTS5 puts together what is too many pieces by itself
        qInfo("%s", qPrintable(done.error().toLog()));
    more = more && done;
    untidied = more ? mostUntidied : 0;
    return more;
}

void Store::Private::bringLogHome(Connection &connection)
{
    // readers in the way or a full disk: the log simply stays as it is until the next time
    walPages = 0;
    if (const Outcome done = connection.checkpoint(CheckpointMode::Passive); !done)
        qInfo("%s", qPrintable(done.error().toLog()));
}

void Store::Private::startUpkeep(Store *store, Upkeep::Job job, Progress progress, std::function<void(const Outcome &)> done)
{
    auto upkeep = std::make_shared<Upkeep>(job, context, *writer, std::move(progress));
    const auto slice = [this, store, upkeep](Connection &connection) -> Result<bool> {
        std::vector<ChangeSet> changes;
        Result<bool> more = upkeep->slice(connection, changes);
        for (const ChangeSet &change : changes)
            announce(store, change);
        tend(connection);
        return more;
    };
    writing->postSlices(upkeepCancel, slice, std::move(done));
}

void Store::Private::watchTheDay(Store *store)
{
    const std::int64_t now = context.clock->now().ms;
    const std::int64_t midnight = Instant::fromLocal(context.clock->today().plus(1), 0).ms;
    dayTimer.setSingleShot(true);
    QObject::connect(&dayTimer, &QTimer::timeout, store, [this, store, before = context.clock->today()] {
        dayTimer.disconnect(store);
        if (context.clock->today() != before)
            startUpkeep(store, Upkeep::Job::Day, {}, [](const Outcome &) {});
        watchTheDay(store);
    });
    dayTimer.start(static_cast<int>(std::clamp<std::int64_t>(midnight - now + 1000, 1000, lookAtTheDayEveryMs)));
}

QFuture<Outcome> Store::Private::note(const RecordId &record, const QString &event, const AuditPayload &payload)
{
    return writing->ask(Priority::Interactive, {}, [this, record, event, payload](Connection &connection) -> Outcome {
        AuditRow row;
        row.event = event;
        if (!record.isNull()) {
            const Result<Record> seen = findById(connection, record, Columns::List);
            if (!seen)
                return seen.error();
            row.kind = static_cast<std::int32_t>(seen->kind());
            row.root = seen->root;
            row.record = seen->id;
            row.office = seen->office;
        }
        return writer->note(connection, row, payload);
    });
}

} // namespace yizhan
