// SPDX-License-Identifier: GPL-3.0-or-later
// A promise to stop: handed to a long read or write, pulled by whoever no longer wants the answer.
#pragma once

#include <atomic>
#include <memory>

namespace yizhan {

// Copies share one flag. Any thread. The store also interrupts the running statement of a cancelled read.
class CancelToken
{
public:
    CancelToken() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}
    void cancel() const { m_flag->store(true); }
    bool isCancelled() const { return m_flag->load(); }
    bool operator==(const CancelToken &other) const { return m_flag == other.m_flag; }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

} // namespace yizhan
