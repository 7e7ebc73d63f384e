// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: a key in the form x'hex', which SQLCipher uses as it is, without deriving another one from it.
#pragma once

#include <QByteArrayView>
#include <array>
#include <sodium.h>

namespace yizhan {

// Wiped at the end of its scope.
class RawKey
{
public:
    static constexpr int size = 32;

    explicit RawKey(QByteArrayView bytes)
    {
        constexpr char digits[] = "0123456789abcdef";
        m_text[0] = 'x';
        m_text[1] = '\'';
        std::size_t at = 2;
        for (const char c : bytes.first(size)) {
            const auto byte = static_cast<unsigned char>(c);
            m_text[at++] = digits[byte >> 4];
            m_text[at++] = digits[byte & 15];
        }
        m_text[at] = '\'';
    }
    ~RawKey() { sodium_memzero(m_text.data(), m_text.size()); }
    RawKey(const RawKey &) = delete;
    RawKey &operator=(const RawKey &) = delete;

    const char *text() const { return m_text.data(); }
    int length() const { return static_cast<int>(m_text.size()); }

private:
    std::array<char, 2 * size + 3> m_text{};
};

} // namespace yizhan
