// SPDX-License-Identifier: GPL-3.0-or-later
// A thread that owns one database connection and answers questions put to it through futures.
#pragma once

#include "base/Result.h"
#include "sql/Connection.h"
#include "store/Cancel.h"
#include "store/TaskThread.h"

#include <QFuture>
#include <QPromise>
#include <atomic>
#include <memory>
#include <type_traits>

namespace yizhan {

class Worker
{
public:
    explicit Worker(std::unique_ptr<Connection> connection, TaskThread::Runs runs = TaskThread::Runs::OnOwnThread);
    ~Worker(); // as abandon()
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    // Runs work(Connection &) -> Result<T> on the thread. A token that is pulled before or meanwhile answers Cancelled: the
    // statement that is running then is interrupted, so `work` must hand on the errors it meets. Any thread.
    template <class Work>
    auto ask(Priority priority, CancelToken cancel, Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
    {
        using Answer = std::invoke_result_t<Work, Connection &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        post(
            priority, std::move(cancel),
            [promise, work = std::move(work)](Connection &connection) mutable {
                promise->addResult(work(connection));
                promise->finish();
            },
            [promise](const Error &error) {
                promise->addResult(Answer(error));
                promise->finish();
            });
        return future;
    }

    // The same without a future. `refused` is called instead of `work` when the token was pulled before its turn or the worker
    // closed: on the thread, or on the one that closes.
    void post(Priority priority, CancelToken cancel, std::function<void(Connection &)> work,
              std::function<void(const Error &)> refused);
    // Calls slice(Connection &) again and again until it answers false or an error; interactive work goes between. A slice
    // should take at most 50 ms. `done` is called once, also when cancelled or closed.
    void postSlices(CancelToken cancel, std::function<Result<bool>(Connection &)> slice,
                    std::function<void(const Outcome &)> done);

    // For a task on the thread that cannot be cut into slices: runs `work` and interrupts its statement as soon as interactive
    // work is queued, which answers Cancelled. Its transaction is then as if it had never begun, and it is asked for again.
    template <class Work>
    auto givingWay(Work work) -> std::invoke_result_t<Work>
    {
        m_givesWay = true;
        auto answer = work();
        m_givesWay = false;
        return answer;
    }
    bool isWaitedFor() const { return m_thread.queued(Priority::Interactive) > 0; } // any thread

    // Once, when nobody has asked anything for that long; a later one takes its place, closing drops it.
    void postIdle(std::chrono::milliseconds quiet, std::function<void(Connection &)> work);

    void drain() { m_thread.drain(); } // see TaskThread
    // For writers: runs the interactive work that is queued, gives up the rest, closes the connection.
    void finish();
    // For readers: interrupts what is running, gives up what is queued, closes the connection.
    void abandon();
    // For long tasks that compute between statements.
    bool isClosing() const { return m_thread.isClosing(); }

private:
    struct Current;
    void runWith(const CancelToken &cancel, const std::function<void(Connection &)> &work);
    void close(bool finishInteractive);

    std::unique_ptr<Connection> m_connection; // used by the thread only
    std::atomic<bool> m_interrupt = false;
    bool m_givesWay = false; // used by the thread only
    TaskThread m_thread;
};

} // namespace yizhan
