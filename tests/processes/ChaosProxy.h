// SPDX-License-Identifier: GPL-3.0-or-later
// A bad line between clients and server: cuts connections in mid-request and mid-answer, delays what passes, turns some away.
#pragma once

#include <QThread>
#include <atomic>
#include <cstdint>

namespace yizhan {

// Lives on a thread of its own, so that tests may wait for processes meanwhile.
class ChaosProxy : public QThread
{
    Q_OBJECT
public:
    explicit ChaosProxy(std::uint64_t seed) : m_seed(seed) {}
    ~ChaosProxy() override;

    // Listens on a free port of the loopback, the same until the end; 0 if that failed.
    quint16 open();
    void setTarget(quint16 port) { m_target = port; }
    void setCalm(bool calm) { m_calm = calm; } // for connections from here on

    struct Counts {
        int connections = 0;
        int cut = 0; // in the middle of something
        int turnedAway = 0;
        int delayed = 0;
    };
    Counts counts() const { return {m_connections, m_cut, m_turnedAway, m_delayed}; }

signals:
    void requestPasses(); // something as large as a push is on its way to the server, and unanswered

protected:
    void run() override;

private:
    friend class ProxyLine;
    const std::uint64_t m_seed;
    std::atomic<quint16> m_port{0};
    std::atomic<bool> m_opened{false};
    std::atomic<quint16> m_target{0};
    std::atomic<bool> m_calm{false};
    std::atomic<int> m_connections{0};
    std::atomic<int> m_cut{0};
    std::atomic<int> m_turnedAway{0};
    std::atomic<int> m_delayed{0};
};

} // namespace yizhan
