// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of one workstation: true time and what it is wrong by.
#pragma once

#include "base/Clock.h"

namespace yizhan::simulation {

class SkewedClock final : public Clock
{
public:
    explicit SkewedClock(const Clock &trueTime) : m_true(trueTime) {}
    Instant now() const override { return Instant{m_true.now().ms + m_wrongByMs}; }
    void setWrongBy(std::int64_t ms) { m_wrongByMs = ms; }
    std::int64_t wrongBy() const { return m_wrongByMs; }

private:
    const Clock &m_true;
    std::int64_t m_wrongByMs = 0;
};

} // namespace yizhan::simulation
