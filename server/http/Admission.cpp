// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Admission.h"

#include <cmath>

namespace yizhan {

namespace {
constexpr double deviceShare = 1.0 / 3;
constexpr qint64 sweepEveryMs = 5'000;
} // namespace

QByteArray originOf(QByteArrayView bytes)
{
    static const QByteArray mapped("\0\0\0\0\0\0\0\0\0\0\xff\xff", 12); // IPv4 in the clothes of IPv6, RFC 4291
    if (bytes.size() != 16)
        return bytes.toByteArray();
    if (bytes.startsWith(mapped))
        return bytes.sliced(12).toByteArray();
    return bytes.first(8).toByteArray();
}

bool Admission::enter(const QByteArray &address)
{
    if (m_connections >= m_limits.connections)
        return false;
    Use &use = m_use[address];
    if (use.connections >= m_limits.connectionsPerAddress)
        return false;
    ++use.connections;
    ++m_connections;
    return true;
}

void Admission::leave(const QByteArray &address)
{
    --m_connections;
    --m_use[address].connections;
    forgetUnused(address);
}

bool Admission::reserve(const QByteArray &address, qint64 bytes)
{
    Use &use = m_use[address];
    if (m_memory + bytes > m_limits.memoryBytes || use.memory + bytes > m_limits.memoryPerAddress)
        return false;
    m_memory += bytes;
    use.memory += bytes;
    return true;
}

void Admission::release(const QByteArray &address, qint64 bytes)
{
    m_memory -= bytes;
    m_use[address].memory -= bytes;
    forgetUnused(address);
}

void Admission::forgetUnused(const QByteArray &address)
{
    const auto at = m_use.constFind(address);
    if (at != m_use.constEnd() && at->connections == 0 && at->memory == 0)
        m_use.erase(at);
}

// A full bucket says no more than none. Until then it is kept: a new one would be full at once.
void Admission::forgetFull(qint64 now)
{
    if (now - m_sweptAt < sweepEveryMs)
        return;
    m_sweptAt = now;
    const auto msToFill = static_cast<qint64>(m_limits.burst / m_limits.requestsPerSecond * 1000);
    for (Buckets *buckets : {&m_addresses, &m_devices})
        buckets->removeIf([&](const Buckets::iterator &item) { return now - item.value().at > msToFill; });
}

int Admission::secondsUntil(Buckets &buckets, const QByteArray &key, double share, qint64 now)
{
    const double rate = m_limits.requestsPerSecond * share;
    const double burst = m_limits.burst * share;
    auto bucket = buckets.find(key);
    if (bucket == buckets.end()) {
        if (buckets.size() >= m_limits.buckets)
            return 0;
        bucket = buckets.insert(key, Bucket{burst, now});
    }
    bucket->tokens = std::min(burst, bucket->tokens + static_cast<double>(now - bucket->at) / 1000 * rate);
    bucket->at = now;
    if (bucket->tokens < 1)
        return std::max(1, static_cast<int>(std::ceil((1 - bucket->tokens) / rate)));
    --bucket->tokens;
    return 0;
}

int Admission::secondsUntilRequest(const QByteArray &address, const QByteArray &device, qint64 now)
{
    forgetFull(now);
    if (const int seconds = secondsUntil(m_addresses, address, 1, now))
        return seconds;
    if (device.isEmpty())
        return 0;
    // The address's length comes first, so that no name of a workstation makes the key of another address.
    return secondsUntil(m_devices, QByteArray::number(address.size()) + ':' + address + device.left(64), deviceShare, now);
}

} // namespace yizhan
