// SPDX-License-Identifier: GPL-3.0-or-later
// One thread that takes tasks from a queue, interactive ones first; standard library only, so the thread sanitizer can judge
// it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace yizhan {

enum class Priority : std::uint8_t {
    Interactive, // somebody waits for it
    Background   // daily job, recomputing, synchronisation: in slices of at most 50 ms
};

class TaskThread
{
public:
    // Called exactly once: with Run on the thread, or with Abandon (the queue closed before its turn) on the thread that
    // closes.
    enum class Call : std::uint8_t { Run, Abandon };
    using Task = std::function<void(Call)>;

    // OnCaller: no thread of its own; whoever posts carries the tasks out before post() returns. For programs and simulations
    // that have one thread only.
    enum class Runs : std::uint8_t { OnOwnThread, OnCaller };

    explicit TaskThread(Runs runs = Runs::OnOwnThread);
    ~TaskThread(); // as close(false)
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;

    // Any thread. After close() the task is abandoned at once. Tasks of one priority run in the order they came.
    void post(Priority priority, Task task);
    // One task for a quiet moment: runs once nothing has been queued for that long. A later one takes its place.
    void postIdle(std::chrono::milliseconds quiet, Task task);
    // Waits until everything posted before has run, an idle task apart. Not from a task.
    void drain();
    // Lets the running task end, runs what is queued as interactive work if `finishInteractive`, abandons the rest and joins
    // the thread. Calling it again does nothing.
    void close(bool finishInteractive);
    // True as soon as close() has begun: long tasks look at it between slices.
    bool isClosing() const;
    std::size_t queued(Priority priority) const;

private:
    void run();
    void runHere();
    bool hasWork() const { return m_closing || !m_interactive.empty() || !m_background.empty(); }
    Task takeNext(std::unique_lock<std::mutex> &lock); // empty: closing, and everything is done

    const bool m_onCaller;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake; // something to do, or closing
    std::condition_variable m_idle; // a task has ended
    std::deque<Task> m_interactive;
    std::deque<Task> m_background;
    Task m_idleTask;
    std::chrono::milliseconds m_quiet{};
    bool m_running = false;
    bool m_closing = false;
    bool m_finishInteractive = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace yizhan
