// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the server one address may use: connections, requests and memory are counted, so that nobody can crowd out the
// others.
#pragma once

#include <QByteArray>
#include <QHash>

namespace yizhan {

struct AdmissionLimits {
    int connections = 4000;
    int connectionsPerAddress = 128;      // an office behind one router has a handful of workstations, two connections each
    qint64 memoryBytes = 256LL << 20;     // bodies on their way in or out, all connections together
    qint64 memoryPerAddress = 64LL << 20; // of that, for one address
    double requestsPerSecond = 100;       // of one address; a workstation has a third of it
    double burst = 400;                   // requests at once after a quiet time
    qsizetype buckets = 20'000;           // addresses, and again workstations, that are remembered; others are not counted
};

// One thread. Times are milliseconds of any clock that does not go back. An address is whatever stands for one origin: IPv4 in
// full, of IPv6 the network (the last 64 bits are the holder's to choose).
class Admission
{
public:
    explicit Admission(const AdmissionLimits &limits) : m_limits(limits) {}

    // False: refused, and nothing to give back.
    bool enter(const QByteArray &address);
    void leave(const QByteArray &address);

    // Room for a body.
    bool reserve(const QByteArray &address, qint64 bytes);
    void release(const QByteArray &address, qint64 bytes);

    // Takes one request from the buckets of the address and of the workstation as it names itself there. Otherwise the seconds
    // after which there is one again, at least 1; the name is not proven at this point, so it never counts at other addresses.
    int secondsUntilRequest(const QByteArray &address, const QByteArray &device, qint64 now);

    int connections() const { return m_connections; }
    qint64 memory() const { return m_memory; }

private:
    struct Bucket {
        double tokens = 0;
        qint64 at = 0;
    };
    struct Use {
        int connections = 0;
        qint64 memory = 0;
    };
    using Buckets = QHash<QByteArray, Bucket>;
    int secondsUntil(Buckets &buckets, const QByteArray &key, double share, qint64 now);
    void forgetFull(qint64 now);
    void forgetUnused(const QByteArray &address);

    AdmissionLimits m_limits;
    int m_connections = 0;
    qint64 m_memory = 0;
    qint64 m_sweptAt = 0;
    QHash<QByteArray, Use> m_use;
    Buckets m_addresses;
    Buckets m_devices; // apart, so that invented names of workstations do not crowd out addresses
};

// What Admission takes for the address: `bytes` are the 4 or 16 of an IP address in network order.
QByteArray originOf(QByteArrayView bytes);

} // namespace yizhan
