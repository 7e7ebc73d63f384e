// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processes/ChaosProxy.h"

#include "base/Random.h"

#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace yizhan {

namespace {

constexpr qint64 pushBytes = 600; // more than the greeting of TLS, not more than the smallest push in one piece
constexpr std::uint32_t longestDelayMs = 250;

// What happens to one connection; bytes are counted with those of the TLS handshake.
struct Fate {
    bool turnedAway = false;
    qint64 cutUpAfter = -1;   // of a request: the rest never arrives
    qint64 cutDownAfter = -1; // of an answer
    std::uint32_t delayMs = 0;
};

Fate drawFate(Random &random)
{
    Fate fate;
    const std::uint32_t draw = random.below(100);
    if (draw < 5)
        fate.turnedAway = true;
    else if (draw < 25)
        fate.cutUpAfter = random.below(4'000);
    else if (draw < 45)
        fate.cutDownAfter = random.below(5'000);
    else if (draw < 65)
        fate.delayMs = 1 + random.below(longestDelayMs);
    return fate;
}

} // namespace

// One connection of a client and the one to the server that carries it on.
class ProxyLine : public QObject
{
public:
    ProxyLine(ChaosProxy &proxy, QTcpSocket *client, const Fate &fate, QObject *parent)
        : QObject(parent), m_proxy(proxy), m_client(client), m_server(new QTcpSocket(this)), m_fate(fate)
    {
        client->setParent(this);
        connect(m_client, &QTcpSocket::readyRead, this, [this] { carry(*m_client, *m_server, m_up, m_fate.cutUpAfter); });
        connect(m_server, &QTcpSocket::readyRead, this, [this] { carry(*m_server, *m_client, m_down, m_fate.cutDownAfter); });
        connect(m_client, &QTcpSocket::disconnected, this, [this] { end(); });
        connect(m_server, &QTcpSocket::disconnected, this, [this] { end(); });
        connect(m_server, &QTcpSocket::errorOccurred, this, [this] { end(); }); // the server is down
        m_server->connectToHost(QStringLiteral("127.0.0.1"), proxy.m_target.load());
    }

private:
    struct Way {
        qint64 passed = 0;
        int onTheWay = 0; // delayed pieces
    };

    void carry(QTcpSocket &from, QTcpSocket &to, Way &way, qint64 cutAfter)
    {
        QByteArray piece = from.readAll();
        const bool isCut = cutAfter >= 0 && way.passed + piece.size() > cutAfter;
        if (isCut)
            piece.truncate(std::max<qint64>(0, cutAfter - way.passed));
        way.passed += piece.size();
        if (&way == &m_up && piece.size() >= pushBytes)
            emit m_proxy.requestPasses();
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
        ++m_proxy.m_cut;
        if (to.state() == QAbstractSocket::ConnectedState)
            to.flush();
        m_client->abort();
        m_server->abort();
        deleteLater();
    }

    // What is on its way to one side still arrives when the other has said all it had to say.
    void end()
    {
        m_ended = true;
        if (m_up.onTheWay + m_down.onTheWay > 0)
            return;
        m_client->disconnectFromHost();
        m_server->disconnectFromHost();
        if (m_client->state() == QAbstractSocket::UnconnectedState || m_server->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
    }

    ChaosProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    const Fate m_fate;
    Way m_up;
    Way m_down;
    bool m_ended = false;
};

ChaosProxy::~ChaosProxy()
{
    quit();
    wait();
}

quint16 ChaosProxy::open()
{
    start();
    while (!m_opened)
        msleep(1);
    return m_port;
}

void ChaosProxy::run()
{
    SeededRandom random(m_seed);
    QTcpServer server;
    QObject lines;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        while (QTcpSocket *client = server.nextPendingConnection()) {
            ++m_connections;
            const Fate drawn = drawFate(random);
            const Fate fate = m_calm ? Fate() : drawn;
            if (fate.turnedAway) {
                ++m_turnedAway;
                client->abort();
                client->deleteLater();
                continue;
            }
            new ProxyLine(*this, client, fate, &lines);
        }
    });
    if (server.listen(QHostAddress::LocalHost))
        m_port = server.serverPort();
    m_opened = true;
    exec();
}

} // namespace yizhan
