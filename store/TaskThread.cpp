// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TaskThread.h"

#include <utility>

namespace yizhan {

TaskThread::TaskThread(Runs runs) : m_onCaller(runs == Runs::OnCaller)
{
    if (!m_onCaller)
        m_thread = std::thread([this] { run(); });
}

TaskThread::~TaskThread() { close(false); }

void TaskThread::post(Priority priority, Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closing) {
            (priority == Priority::Interactive ? m_interactive : m_background).push_back(std::move(task));
            task = nullptr;
            m_wake.notify_one();
        }
    }
    if (task)
        task(Call::Abandon);
    else if (m_onCaller)
        runHere();
}

void TaskThread::postIdle(std::chrono::milliseconds quiet, Task task)
{
    Task given = std::move(task); // the one that will not run
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closing) {
            given.swap(m_idleTask);
            m_quiet = quiet;
            m_wake.notify_one();
        }
    }
    if (given)
        given(Call::Abandon);
}

void TaskThread::drain()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_closing || (!m_running && m_interactive.empty() && m_background.empty()); });
}

void TaskThread::close(bool finishInteractive)
{
    std::deque<Task> given;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closing) {
            m_closing = true;
            m_finishInteractive = finishInteractive;
            given.swap(m_background);
            if (m_idleTask)
                given.push_back(std::exchange(m_idleTask, nullptr));
            if (!finishInteractive) {
                for (Task &task : m_interactive)
                    given.push_back(std::move(task));
                m_interactive.clear();
            }
        }
        m_wake.notify_all();
        m_idle.notify_all();
    }
    for (const Task &task : given)
        task(Call::Abandon);
    if (m_thread.joinable())
        m_thread.join();
}

bool TaskThread::isClosing() const
{
    const std::lock_guard lock(m_mutex);
    return m_closing;
}

std::size_t TaskThread::queued(Priority priority) const
{
    const std::lock_guard lock(m_mutex);
    return priority == Priority::Interactive ? m_interactive.size() : m_background.size();
}

TaskThread::Task TaskThread::takeNext(std::unique_lock<std::mutex> &lock)
{
    for (;;) {
        if (!hasWork() && m_idleTask) {
            const bool isQuiet = !m_wake.wait_for(lock, m_quiet, [this] { return hasWork(); });
            if (isQuiet && m_idleTask)
                return std::exchange(m_idleTask, nullptr);
            continue;
        }
        if (!hasWork()) {
            m_wake.wait(lock, [this] { return hasWork() || m_idleTask; });
            continue;
        }
        if (m_interactive.empty() && m_background.empty())
            return nullptr;
        std::deque<Task> &queue = m_interactive.empty() ? m_background : m_interactive;
        Task task = std::move(queue.front());
        queue.pop_front();
        return task;
    }
}

// A task may post further ones: they run after it, from the same loop.
void TaskThread::runHere()
{
    std::unique_lock lock(m_mutex);
    while (!m_running && (!m_interactive.empty() || !m_background.empty())) {
        Task task = takeNext(lock);
        m_running = true;
        lock.unlock();
        task(Call::Run);
        task = nullptr;
        lock.lock();
        m_running = false;
    }
}

void TaskThread::run()
{
    std::unique_lock lock(m_mutex);
    while (Task task = takeNext(lock)) {
        m_running = true;
        lock.unlock();
        task(Call::Run);
        task = nullptr; // what the task holds goes before anybody is told that it ended
        lock.lock();
        m_running = false;
        m_idle.notify_all();
    }
}

} // namespace yizhan
