// SPDX-License-Identifier: GPL-3.0-or-later
// A set of row ids of one table as bits: what a search answers, and what predicates around it are combined with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace yizhan {

// Row ids are small and dense, so a bit each (125 KB a million) beats any tree. One thread at a time.
class RowSet
{
public:
    void add(std::int64_t row); // row >= 0
    bool contains(std::int64_t row) const;
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    std::vector<std::int64_t> rows() const; // ascending

    void intersect(const RowSet &other);
    void unite(const RowSet &other);
    void subtract(const RowSet &other);

private:
    void recount();

    std::vector<std::uint64_t> m_words;
    std::size_t m_size = 0;
};

} // namespace yizhan
