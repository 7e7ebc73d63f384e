// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of what has to fail in a run, whatever the speed of the machine: each item waits for its event, not for a time.
#pragma once

#include "tests/processes/ChaosProxy.h"

#include <QMap>
#include <QObject>
#include <QStringList>
#include <functional>

namespace yizhan {

class Clerk;
class ServerProcess;

// The storage of the server, if it is a process of its own; false: it did not obey.
struct StorageControl {
    std::function<bool()> stop; // at once, as if it were killed
    std::function<bool()> start;
};

// Server, clients and storage are brought down one after the other: in the middle of a push (at each moment of ChaosProxy),
// right after the server acknowledged something, between two saves of a client. A server stays away until clients found nobody
// there, a storage until the server was asked without it. Besides, the line has to fail in each way that it can.
class Havoc : public QObject
{
    Q_OBJECT
public:
    // Each item comes `rounds` times, in an order drawn from `seed`.
    Havoc(ChaosProxy &proxy, ServerProcess &server, StorageControl storage, std::uint64_t seed, int rounds);

    void add(Clerk &clerk); // in the order of the doors
    void begin();
    bool isDone() const; // everything has happened, and everything is up again
    QString account() const;
    const QStringList &faults() const { return m_faults; } // what did not come back

private:
    enum class Victim { Server, Client, Storage };
    enum class Occasion { HalfSent, Sent, Answered, Acknowledged, Saving };
    struct Item {
        Victim victim;
        Occasion occasion;
    };
    static QString nameOf(const Item &item);

    void waitForNext();
    bool isWaitingFor(Occasion occasion) const;
    void pushIsHeld(int door);
    void occurred(Occasion occasion, Clerk &clerk);
    bool strike(Clerk &clerk);
    void foundNobody();
    void askedServer();

    ChaosProxy &m_proxy;
    ServerProcess &m_server;
    const StorageControl m_storage;
    const int m_rounds;
    std::vector<Clerk *> m_clerks;
    std::vector<Item> m_plan;
    std::size_t m_next = 0;
    bool m_isWaiting = false;
    int m_untilServer = 0;  // connections that must find nobody before it starts again; 0: it is there
    int m_untilStorage = 0; // requests that must meet a server without storage
    QMap<QString, int> m_happened;
    QStringList m_faults;
};

} // namespace yizhan
