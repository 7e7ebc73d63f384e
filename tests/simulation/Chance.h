// SPDX-License-Identifier: GPL-3.0-or-later
// All that happens by chance in one run is drawn here, from one seed.
#pragma once

#include "base/Random.h"

#include <cstdint>
#include <vector>

namespace yizhan::simulation {

class Chance
{
public:
    explicit Chance(std::uint64_t seed) : m_random(seed) {}

    // 0 .. limit-1; limit > 0.
    std::uint32_t below(std::size_t limit) { return m_random.below(static_cast<std::uint32_t>(limit)); }
    int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
    bool percent(int of100) { return static_cast<int>(below(100)) < of100; }
    template <class T>
    T &any(std::vector<T> &items)
    {
        return items[below(items.size())];
    }
    template <class T>
    const T &any(const std::vector<T> &items)
    {
        return items[below(items.size())];
    }
    // A generator of its own for a part of the run, so that what one part draws does not shift another one.
    std::uint64_t branch() { return m_random.next(); }
    Random &source() { return m_random; }

private:
    SeededRandom m_random;
};

} // namespace yizhan::simulation
