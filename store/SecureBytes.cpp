// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SecureBytes.h"

#include <QtGlobal>
#include <sodium.h>

#include <cstring>
#include <utility>

namespace yizhan {

void requireSodium()
{
    // without a source of randomness nothing that follows would be safe
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("libsodium cannot be initialised");
}

SecureBytes::SecureBytes(std::size_t size) : m_size(size)
{
    requireSodium();
    if (size == 0)
        return;
    m_data = static_cast<std::uint8_t *>(sodium_malloc(size));
    Q_CHECK_PTR(m_data);
    std::memset(m_data, 0, size);
}

SecureBytes SecureBytes::copyOf(QByteArrayView bytes)
{
    SecureBytes copy(static_cast<std::size_t>(bytes.size()));
    if (!bytes.isEmpty())
        std::memcpy(copy.m_data, bytes.data(), static_cast<std::size_t>(bytes.size()));
    return copy;
}

SecureBytes::~SecureBytes() { wipe(); }

SecureBytes::SecureBytes(SecureBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{}

SecureBytes &SecureBytes::operator=(SecureBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

void SecureBytes::wipe()
{
    if (m_data)
        sodium_free(m_data); // overwrites first
    m_data = nullptr;
    m_size = 0;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace yizhan
