// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RowSet.h"

#include <algorithm>
#include <bit>

namespace yizhan {
namespace {
constexpr std::size_t wordBits = 64;
}

void RowSet::add(std::int64_t row)
{
    const auto index = static_cast<std::size_t>(row);
    if (index / wordBits >= m_words.size())
        m_words.resize(std::max(index / wordBits + 1, m_words.size() * 2));
    std::uint64_t &word = m_words[index / wordBits];
    const std::uint64_t bit = std::uint64_t{1} << (index % wordBits);
    m_size += (word & bit) == 0 ? 1 : 0;
    word |= bit;
}

bool RowSet::contains(std::int64_t row) const
{
    const auto index = static_cast<std::size_t>(row);
    return index / wordBits < m_words.size() && ((m_words[index / wordBits] >> (index % wordBits)) & 1) != 0;
}

std::vector<std::int64_t> RowSet::rows() const
{
    std::vector<std::int64_t> found;
    found.reserve(m_size);
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
            found.push_back(static_cast<std::int64_t>(i * wordBits) + std::countr_zero(word));
    }
    return found;
}

void RowSet::intersect(const RowSet &other)
{
    if (m_words.size() > other.m_words.size())
        m_words.resize(other.m_words.size());
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
    recount();
}

void RowSet::unite(const RowSet &other)
{
    if (m_words.size() < other.m_words.size())
        m_words.resize(other.m_words.size());
    for (std::size_t i = 0; i < other.m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
    recount();
}

void RowSet::subtract(const RowSet &other)
{
    const std::size_t common = std::min(m_words.size(), other.m_words.size());
    for (std::size_t i = 0; i < common; ++i)
        m_words[i] &= ~other.m_words[i];
    recount();
}

void RowSet::recount()
{
    m_size = 0;
    for (const std::uint64_t word : m_words)
        m_size += static_cast<std::size_t>(std::popcount(word));
}

} // namespace yizhan
