// SPDX-License-Identifier: GPL-3.0-or-later
// Where randomness comes from: the system's generator in the product, a seeded one in tests and in the demo district.
#pragma once

#include <cstddef>
#include <cstdint>

namespace yizhan {

class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::uint8_t *bytes, std::size_t count) = 0;
    std::uint64_t next();                     // 64 random bits
    std::uint32_t below(std::uint32_t limit); // 0 .. limit-1, unbiased; limit > 0
};

// Cryptographic; any thread.
class SystemRandom final : public Random
{
public:
    void fill(std::uint8_t *bytes, std::size_t count) override;
};

// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same sequence on every platform. One thread.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::uint8_t *bytes, std::size_t count) override;

private:
    std::uint64_t m_state;
};

} // namespace yizhan
