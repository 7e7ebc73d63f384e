// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Workers.h"

namespace yizhan {

Workers::Workers(int threads, std::size_t queue) : m_most(queue)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_some.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

bool Workers::tryPost(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() >= m_most)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_some.notify_one();
    return true;
}

void Workers::post(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_some.notify_one();
}

void Workers::run()
{
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            m_some.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace yizhan
