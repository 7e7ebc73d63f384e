// SPDX-License-Identifier: GPL-3.0-or-later
// Key material in memory that is locked, guarded and wiped when it is let go (libsodium's secure memory).
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <cstddef>
#include <cstdint>

namespace yizhan {

// Initialises libsodium; called by everything that uses it. Any thread, any number of times.
void requireSodium();

class SecureBytes
{
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size); // zeros
    static SecureBytes copyOf(QByteArrayView bytes);
    ~SecureBytes();
    SecureBytes(SecureBytes &&other) noexcept;
    SecureBytes &operator=(SecureBytes &&other) noexcept;
    SecureBytes(const SecureBytes &) = delete;
    SecureBytes &operator=(const SecureBytes &) = delete;

    std::uint8_t *data() { return m_data; }
    const std::uint8_t *data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    QByteArrayView view() const { return QByteArrayView(m_data, static_cast<qsizetype>(m_size)); }
    void wipe(); // empty afterwards

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
};

// Overwrites the bytes of an ordinary array before it goes (a password as UTF-8, a key handed to the database).
void wipe(QByteArray &bytes);

} // namespace yizhan
