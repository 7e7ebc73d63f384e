// SPDX-License-Identifier: GPL-3.0-or-later
// What time it is: the system's clock in the product, a clock that is set by hand in tests.
#pragma once

#include "base/Time.h"

#include <atomic>

namespace yizhan {

class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0; // any thread
    Day today() const { return now().localDay(); }
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
};

class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start) : m_ms(start.ms) {}
    Instant now() const override { return Instant{m_ms.load()}; }
    void set(Instant to) { m_ms = to.ms; }
    void advanceMs(std::int64_t by) { m_ms += by; }

private:
    std::atomic<std::int64_t> m_ms;
};

} // namespace yizhan
