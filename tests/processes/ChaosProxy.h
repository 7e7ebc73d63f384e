// SPDX-License-Identifier: GPL-3.0-or-later
// A bad line between clients and server: cuts connections in mid-request and mid-answer, delays what passes, turns some away,
// and holds one push where somebody wants to see it interrupted.
#pragma once

#include <QList>
#include <QThread>
#include <atomic>
#include <cstdint>
#include <vector>

namespace yizhan {

class ProxyLine;

// Lives on a thread of its own, so that tests may wait for processes meanwhile. Each client has a door of its own, which tells
// whose connection it is.
class ChaosProxy : public QThread
{
    Q_OBJECT
public:
    ChaosProxy(std::uint64_t seed, int doors);
    ~ChaosProxy() override;

    // Listens on free ports of the loopback, the same until the end; false if that failed.
    bool open();
    quint16 port(int door) const { return m_ports[static_cast<std::size_t>(door)]; }
    void setTarget(quint16 port) { m_target = port; }
    void setCalm(bool calm) { m_calm = calm; } // for connections from here on

    // How far a push got when its line is held.
    enum class Moment {
        None,
        HalfSent, // the server has half of it
        Sent,     // the server has it and works on it, or has done so: no answer gets through
        Answered  // the server's answer is there, and the client has not got it
    };
    // The next push is held there, and held() tells so. One at a time.
    void holdNext(Moment moment) { m_wanted = moment; }
    void goOn();    // with what is held, as if nothing had been
    void cutHeld(); // the line that is held, both ways

    struct Counts {
        int connections = 0;
        int cutRequests = 0;
        int cutAnswers = 0;
        int turnedAway = 0;
        int delayed = 0;     // pieces
        int unreachable = 0; // connections that found no server
    };
    Counts counts() const;

signals:
    void held(int door);
    void unreachable(); // a connection found no server
    void asked();       // a piece of a request has gone to the server

protected:
    void run() override;

private:
    friend class ProxyLine;
    void onHeldLine(void (ProxyLine::*what)());

    const std::uint64_t m_seed;
    std::vector<quint16> m_ports;
    QObject *m_inside = nullptr; // lives on the thread; null before and after
    ProxyLine *m_held = nullptr; // touched on the thread only
    std::atomic<bool> m_opened{false};
    std::atomic<quint16> m_target{0};
    std::atomic<bool> m_calm{false};
    std::atomic<Moment> m_wanted{Moment::None};
    std::atomic<int> m_connections{0};
    std::atomic<int> m_cutRequests{0};
    std::atomic<int> m_cutAnswers{0};
    std::atomic<int> m_turnedAway{0};
    std::atomic<int> m_delayed{0};
    std::atomic<int> m_unreachable{0};
};

} // namespace yizhan
