// SPDX-License-Identifier: GPL-3.0-or-later
// The threads on which requests are answered: handlers block for the storage, the thread of the connections never does.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace yizhan {

class Workers
{
public:
    // `threads` >= 1; at most `queue` jobs wait.
    Workers(int threads, std::size_t queue);
    ~Workers(); // does what is queued, then joins

    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    // False: the queue is full; the job was not taken. Any thread.
    bool tryPost(std::function<void()> job);
    // For what is bounded elsewhere and must not be lost. Any thread.
    void post(std::function<void()> job);

private:
    void run();

    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_some;
    std::deque<std::function<void()>> m_jobs;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace yizhan
