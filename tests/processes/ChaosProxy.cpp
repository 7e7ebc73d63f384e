// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processes/ChaosProxy.h"

#include "base/Random.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

namespace yizhan {

namespace {

constexpr char applicationData = 0x17;  // the first byte of a TLS record that carries a request
constexpr qsizetype smallestPush = 900; // of such records no other request is as large
constexpr std::uint32_t longestDelayMs = 250;

// What happens to one connection; bytes are counted with those of the TLS handshake.
struct Fate {
    bool turnedAway = false;
    qint64 cutUpAfter = -1;   // of a request: the rest never arrives
    qint64 cutDownAfter = -1; // of an answer
    std::uint32_t delayMs = 0;
};

// Fates as cards of a pack that is shuffled when it is used up: twenty connections meet everything.
class Fates
{
public:
    explicit Fates(std::uint64_t seed) : m_random(seed) {}

    Fate next()
    {
        if (m_pack.empty())
            shuffle();
        const int card = m_pack.back();
        m_pack.pop_back();
        Fate fate;
        if (card < 1)
            fate.turnedAway = true;
        else if (card < 5)
            fate.cutUpAfter = m_random.below(4'000);
        else if (card < 9)
            fate.cutDownAfter = m_random.below(5'000);
        else if (card < 13)
            fate.delayMs = 1 + m_random.below(longestDelayMs);
        return fate;
    }

private:
    void shuffle()
    {
        for (int card = 0; card < 20; ++card)
            m_pack.push_back(card);
        for (std::size_t i = m_pack.size(); i > 1; --i)
            std::swap(m_pack[i - 1], m_pack[m_random.below(static_cast<std::uint32_t>(i))]);
    }

    SeededRandom m_random;
    std::vector<int> m_pack;
};

} // namespace

// One connection of a client and the one to the server that carries it on.
class ProxyLine : public QObject
{
    using Moment = ChaosProxy::Moment;

public:
    ProxyLine(ChaosProxy &proxy, int door, QTcpSocket *client, const Fate &fate, QObject *parent)
        : QObject(parent), m_proxy(proxy), m_door(door), m_client(client), m_server(new QTcpSocket(this)), m_fate(fate)
    {
        client->setParent(this);
        connect(m_client, &QTcpSocket::readyRead, this, &ProxyLine::up);
        connect(m_server, &QTcpSocket::readyRead, this, &ProxyLine::down);
        connect(m_client, &QTcpSocket::disconnected, this, [this] { end(); });
        connect(m_server, &QTcpSocket::disconnected, this, [this] { end(); });
        connect(m_server, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
            if (error == QAbstractSocket::ConnectionRefusedError) {
                ++m_proxy.m_unreachable;
                emit m_proxy.unreachable();
            }
            end();
        });
        m_server->connectToHost(QStringLiteral("127.0.0.1"), proxy.m_target.load());
    }

    // A line that ends before it could be held leaves that to the next one.
    ~ProxyLine() override
    {
        if (m_proxy.m_held == this)
            m_proxy.m_held = nullptr;
        else if (m_hold != Moment::None)
            m_proxy.m_wanted = m_hold;
    }

    void goOn()
    {
        m_hold = Moment::None;
        m_server->write(std::exchange(m_heldUp, {}));
        m_client->write(std::exchange(m_heldDown, {}));
        if (m_ended)
            end();
    }

    void cut()
    {
        m_hold = Moment::None;
        m_client->abort();
        m_server->abort();
        deleteLater();
    }

private:
    struct Way {
        qint64 passed = 0;
        int onTheWay = 0; // delayed pieces
    };

    bool isHeld() const { return m_proxy.m_held == this; }
    bool isQuiet() const { return m_up.onTheWay + m_down.onTheWay == 0; }

    void up()
    {
        QByteArray piece = m_client->readAll();
        const bool isRequest = piece.startsWith(applicationData);
        if (isRequest && piece.size() >= smallestPush && m_hold == Moment::None && isQuiet()) {
            m_hold = m_proxy.m_held ? Moment::None : m_proxy.m_wanted.exchange(Moment::None);
            if (m_hold != Moment::None)
                m_fate = Fate(); // what is planned comes before what is drawn
        }
        if (m_hold == Moment::HalfSent && !isHeld()) {
            m_heldUp = piece.mid(piece.size() / 2);
            piece.truncate(piece.size() / 2);
            hold();
        } else if (isHeld() && !m_heldUp.isEmpty()) {
            m_heldUp += std::exchange(piece, {});
        }
        carry(piece, *m_server, m_up, m_fate.cutUpAfter, m_proxy.m_cutRequests);
        if (m_hold == Moment::Sent && !isHeld()) {
            m_server->flush();
            hold();
        }
        if (isRequest)
            emit m_proxy.asked();
    }

    void down()
    {
        const QByteArray piece = m_server->readAll();
        if (m_hold == Moment::Answered && !isHeld())
            hold();
        if (isHeld())
            m_heldDown += piece;
        else
            carry(piece, *m_client, m_down, m_fate.cutDownAfter, m_proxy.m_cutAnswers);
    }

    void hold()
    {
        m_proxy.m_held = this;
        emit m_proxy.held(m_door);
    }

    void carry(QByteArray piece, QTcpSocket &to, Way &way, qint64 cutAfter, std::atomic<int> &cuts)
    {
        if (piece.isEmpty())
            return;
        const bool isCut = cutAfter >= 0 && way.passed + piece.size() > cutAfter;
        if (isCut)
            piece.truncate(std::max<qint64>(0, cutAfter - way.passed));
        way.passed += piece.size();
        if (m_fate.delayMs > 0) { // timers of equal length fire in their order
            ++m_proxy.m_delayed;
            ++way.onTheWay;
            QTimer::singleShot(static_cast<int>(m_fate.delayMs), this, [this, piece, &to, &way] {
                to.write(piece);
                if (--way.onTheWay == 0 && m_ended)
                    end();
            });
            return;
        }
        to.write(piece);
        if (!isCut)
            return;
        ++cuts;
        if (to.state() == QAbstractSocket::ConnectedState)
            to.flush();
        cut();
    }

    // What is on its way to one side still arrives when the other has said all it had to say.
    void end()
    {
        m_ended = true;
        if (!isQuiet() || isHeld())
            return;
        m_client->disconnectFromHost();
        m_server->disconnectFromHost();
        if (m_client->state() == QAbstractSocket::UnconnectedState || m_server->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
    }

    ChaosProxy &m_proxy;
    const int m_door;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    Fate m_fate;
    Way m_up;
    Way m_down;
    Moment m_hold = Moment::None; // where this line is or will be held
    QByteArray m_heldUp;
    QByteArray m_heldDown;
    bool m_ended = false;
};

ChaosProxy::ChaosProxy(std::uint64_t seed, int doors) : m_seed(seed), m_ports(static_cast<std::size_t>(doors)) {}

ChaosProxy::~ChaosProxy()
{
    quit();
    wait();
}

bool ChaosProxy::open()
{
    start();
    while (!m_opened)
        msleep(1);
    return std::all_of(m_ports.begin(), m_ports.end(), [](quint16 port) { return port != 0; });
}

void ChaosProxy::onHeldLine(void (ProxyLine::*what)())
{
    QMetaObject::invokeMethod(m_inside, [this, what] {
        if (ProxyLine *line = std::exchange(m_held, nullptr))
            (line->*what)();
    });
}

void ChaosProxy::goOn() { onHeldLine(&ProxyLine::goOn); }
void ChaosProxy::cutHeld() { onHeldLine(&ProxyLine::cut); }

ChaosProxy::Counts ChaosProxy::counts() const
{
    return {m_connections, m_cutRequests, m_cutAnswers, m_turnedAway, m_delayed, m_unreachable};
}

void ChaosProxy::run()
{
    Fates fates(m_seed);
    QObject lines;
    m_inside = &lines;
    std::vector<std::unique_ptr<QTcpServer>> doors;
    for (std::size_t door = 0; door < m_ports.size(); ++door) {
        doors.push_back(std::make_unique<QTcpServer>());
        QTcpServer *const server = doors.back().get();
        connect(server, &QTcpServer::newConnection, server, [this, server, door, &fates, &lines] {
            while (QTcpSocket *client = server->nextPendingConnection()) {
                ++m_connections;
                const Fate fate = m_calm ? Fate() : fates.next();
                if (fate.turnedAway) {
                    ++m_turnedAway;
                    client->abort();
                    client->deleteLater();
                    continue;
                }
                new ProxyLine(*this, static_cast<int>(door), client, fate, &lines);
            }
        });
        if (server->listen(QHostAddress::LocalHost))
            m_ports[door] = server->serverPort();
    }
    m_opened = true;
    exec();
    m_inside = nullptr;
}

} // namespace yizhan
