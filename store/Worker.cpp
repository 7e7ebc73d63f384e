// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Worker.h"

#include "store/StoreErrors.h"

#include <sqlcipher/sqlite3.h>

#include <utility>

namespace yizhan {
namespace {

// How many steps of SQLite's machine pass between two looks at the token: some 20 microseconds.
constexpr int stepsBetweenLooks = 2000;

Error closedError() { return Error(ErrorKind::Cancelled, storeerrors::givenUp); }

} // namespace

// What SQLite's progress handler looks at while a task runs.
struct Worker::Current {
    const CancelToken *cancel;
    const Worker *worker;

    static int mustStop(void *self)
    {
        const auto *current = static_cast<const Current *>(self);
        const Worker &worker = *current->worker;
        return current->cancel->isCancelled() || worker.m_interrupt.load(std::memory_order_relaxed)
                       || (worker.m_givesWay && worker.isWaitedFor())
                   ? 1
                   : 0;
    }
};

Worker::Worker(std::unique_ptr<Connection> connection, TaskThread::Runs runs)
    : m_connection(std::move(connection)), m_thread(runs)
{}

Worker::~Worker() { abandon(); }

void Worker::post(Priority priority, CancelToken cancel, std::function<void(Connection &)> work,
                  std::function<void(const Error &)> refused)
{
    m_thread.post(priority, [this, cancel = std::move(cancel), work = std::move(work),
                             refused = std::move(refused)](TaskThread::Call call) {
        if (call == TaskThread::Call::Abandon || cancel.isCancelled())
            refused(closedError());
        else
            runWith(cancel, work);
    });
}

void Worker::postSlices(CancelToken cancel, std::function<Result<bool>(Connection &)> slice,
                        std::function<void(const Outcome &)> done)
{
    auto work = [this, cancel, slice, done](Connection &connection) {
        const Result<bool> more = slice(connection);
        if (!more)
            done(Outcome(more.error()));
        else if (*more)
            postSlices(cancel, slice, done);
        else
            done(Outcome());
    };
    post(Priority::Background, cancel, std::move(work), [done](const Error &error) { done(Outcome(error)); });
}

void Worker::postIdle(std::chrono::milliseconds quiet, std::function<void(Connection &)> work)
{
    m_thread.postIdle(quiet, [this, work = std::move(work)](TaskThread::Call call) {
        if (call == TaskThread::Call::Run)
            runWith({}, work);
    });
}

void Worker::finish() { close(true); }

void Worker::abandon()
{
    m_interrupt.store(true);
    close(false);
}

void Worker::runWith(const CancelToken &cancel, const std::function<void(Connection &)> &work)
{
    Current current{&cancel, this};
    sqlite3_progress_handler(m_connection->handle(), stepsBetweenLooks, &Current::mustStop, &current);
    work(*m_connection);
    sqlite3_progress_handler(m_connection->handle(), 0, nullptr, nullptr);
    m_connection->rollback(); // a task that forgot to end its transaction must not hold up the next one
}

void Worker::close(bool finishInteractive)
{
    m_thread.close(finishInteractive);
    if (m_connection) {
        m_connection->skipCheckpointOnClose();
        m_connection.reset();
    }
}

} // namespace yizhan
