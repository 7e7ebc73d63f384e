// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an open store and the threads they work on.
#pragma once

#include "store/Accounts.h"
#include "store/Blobs.h"
#include "store/FolderLock.h"
#include "store/ListReader.h"
#include "store/Rebuild.h"
#include "store/Store.h"
#include "store/StoreContext.h"
#include "store/Upkeep.h"
#include "store/Worker.h"
#include "store/Writer.h"

#include <QTimer>
#include <mutex>

namespace yizhan {

struct Store::Private {
    StoreOptions options;
    VaultCost cost;
    std::unique_ptr<FolderLock> lock; // released last
    StoreContext context;
    std::unique_ptr<Blobs> blobs;   // service thread
    std::unique_ptr<Writer> writer; // writing thread
    ListMemory listMemory;          // list thread
    int walPages = 0;               // writing thread: pages in the write-ahead log that are not in the file yet
    int untidied = 0;               // writing thread: commits since the search tables were tidied
    QTimer dayTimer;
    CancelToken upkeepCancel; // a newer job replaces the one that runs

    // Threads; stopped before anything above goes.
    std::unique_ptr<Worker> lists;
    std::unique_ptr<Worker> looks;
    std::unique_ptr<Worker> writing;
    std::unique_ptr<Worker> service; // copies, checks, attachments: opened when first needed
    std::mutex serviceMutex;

    ~Private() { close(); }
    void close();

    // Errors as Connection::open().
    Result<std::unique_ptr<Connection>> connect(OpenOptions::Access access) const;
    Result<Worker *> serviceWorker();
    std::unique_ptr<Worker> worker(std::unique_ptr<Connection> connection) const;

    // A read on one of the reader threads, if the session may read cases at all.
    template <class Work>
    auto read(Worker &worker, CancelToken cancel, Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>;
    // A task for the service thread.
    template <class Work>
    auto serve(CancelToken cancel, Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>;

    // Tells everybody on the store's own thread.
    static void announce(Store *store, const ChangeSet &changes);
    // Writing thread, after a commit: sees to it that in a quiet moment the search tables are tidied and the write-ahead log
    // goes home; at once if that is long.
    void tend(Connection &connection);
    void tendWhenQuiet();
    bool tidySearch(Connection &connection, int steps); // whether there is more
    void bringLogHome(Connection &connection);
    void countLogPages(Connection &connection);
    void startUpkeep(Store *store, Upkeep::Job job, Progress progress, std::function<void(const Outcome &)> done);
    QFuture<Outcome> rebuild(Store *store, Progress progress, CancelToken cancel, Rebuild::Begins begins);
    void watchTheDay(Store *store);
    QFuture<Outcome> note(const RecordId &record, const QString &event, const AuditPayload &payload);
};

template <class T>
QFuture<T> answered(T answer)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

} // namespace yizhan
