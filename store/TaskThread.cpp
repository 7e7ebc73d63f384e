// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TaskThread.h"

#include <utility>

namespace yizhan {

TaskThread::TaskThread() : m_thread([this] { run(); }) {}

TaskThread::~TaskThread() { close(false); }

void TaskThread::post(Priority priority, Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closing) {
            (priority == Priority::Interactive ? m_interactive : m_background).push_back(std::move(task));
            m_wake.notify_one();
            return;
        }
    }
    task(Call::Abandon);
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

void TaskThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_closing || !m_interactive.empty() || !m_background.empty(); });
        if (m_interactive.empty() && m_background.empty())
            return; // closing, and everything is done
        std::deque<Task> &queue = m_interactive.empty() ? m_background : m_interactive;
        Task task = std::move(queue.front());
        queue.pop_front();
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
