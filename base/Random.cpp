// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Random.h"

#include <QRandomGenerator>

namespace yizhan {

std::uint64_t Random::next()
{
    std::uint8_t raw[8];
    fill(raw, sizeof raw);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : raw)
        value = (value << 8) | byte;
    return value;
}

std::uint32_t Random::below(std::uint32_t limit)
{
    const std::uint64_t whole = (~std::uint64_t{0} / limit) * limit;
    std::uint64_t value = next();
    while (value >= whole)
        value = next();
    return static_cast<std::uint32_t>(value % limit);
}

void SystemRandom::fill(std::uint8_t *bytes, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += 4) {
        const quint32 word = QRandomGenerator::system()->generate();
        for (std::size_t k = 0; k < 4 && i + k < count; ++k)
            bytes[i + k] = static_cast<std::uint8_t>(word >> (8 * k));
    }
}

void SeededRandom::fill(std::uint8_t *bytes, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += 8) {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        z ^= z >> 31;
        for (std::size_t k = 0; k < 8 && i + k < count; ++k)
            bytes[i + k] = static_cast<std::uint8_t>(z >> (8 * k));
    }
}

} // namespace yizhan
