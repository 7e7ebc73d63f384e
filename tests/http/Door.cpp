// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/Door.h"

#include "base/Clock.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/HttpNames.h"

#include <QSslCertificate>

namespace yizhan::test {

namespace {
constexpr int patienceMs = 30'000; // only a server that hangs uses it up

QByteArray pemOf(const QByteArray &der) { return QSslCertificate(der, QSsl::Der).toPem(); }
} // namespace

struct EchoHandler::Sub : RequestHandler::Subscription {
    Sub(EchoHandler &handler, int number) : m_handler(handler), m_number(number) {}
    ~Sub() override
    {
        const std::lock_guard lock(m_handler.m_mutex);
        m_handler.m_wakes.erase(m_number);
    }
    EchoHandler &m_handler;
    int m_number;
};

WireResponse EchoHandler::handle(const WireRequest &request, const Peer &peer)
{
    std::unique_lock lock(m_mutex);
    m_lastPeer = peer.address;
    m_lastRequest = request;
    ++m_inside;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_blocked; });
    --m_inside;
    ++handled;
    WireResponse response;
    response.contentType = request.contentType;
    response.body = request.body;
    return response;
}

bool EchoHandler::isNews(const wire::OfficeMark &mark) const
{
    const auto at = m_heads.find(mark.office);
    return at != m_heads.end() && at->second > mark.oseq;
}

RequestHandler::Waiting EchoHandler::beginWait(const WireRequest &request, const Peer &)
{
    Waiting waiting;
    waiting.request = request;
    const auto read = readBody<wire::WaitRequest>(request);
    if (!read) {
        waiting.answer = answer(request, wire::Refusal{QStringLiteral("SY-02"), {}, 0}, 400);
        return waiting;
    }
    waiting.marks = read->marks;
    const std::lock_guard lock(m_mutex);
    if (std::any_of(waiting.marks.begin(), waiting.marks.end(), [this](const auto &mark) { return isNews(mark); }))
        waiting.answer = answer(request, wire::WaitResponse{{waiting.marks.front().office}});
    return waiting;
}

WireResponse EchoHandler::endWait(const Waiting &waiting)
{
    const std::lock_guard lock(m_mutex);
    wire::WaitResponse response;
    for (const wire::OfficeMark &mark : waiting.marks) {
        if (isNews(mark))
            response.changed.push_back(mark.office);
    }
    return answer(waiting.request, response);
}

std::unique_ptr<RequestHandler::Subscription> EchoHandler::subscribe(std::vector<QString>, std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wakes.emplace(m_nextWake, std::move(wake));
    m_changed.notify_all();
    return std::make_unique<Sub>(*this, m_nextWake++);
}

void EchoHandler::news(const QString &office)
{
    const std::lock_guard lock(m_mutex);
    ++m_heads[office];
    for (const auto &[number, wake] : m_wakes)
        wake();
}

void EchoHandler::block()
{
    const std::lock_guard lock(m_mutex);
    m_blocked = true;
}

void EchoHandler::unblock()
{
    const std::lock_guard lock(m_mutex);
    m_blocked = false;
    m_changed.notify_all();
}

void EchoHandler::waitUntilHandling(int requests)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_inside >= requests; });
}

void EchoHandler::waitUntilSubscribed(int subscriptions)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return static_cast<int>(m_wakes.size()) >= subscriptions; });
}

QByteArray EchoHandler::lastPeer() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastPeer;
}

WireRequest EchoHandler::lastRequest() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastRequest;
}

WireResponse Reply::response() const
{
    WireResponse response;
    response.status = status;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            (void)takeHeader(response, line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    response.body = body;
    return response;
}

Client::Client(quint16 port, const QByteArray &authorityDer) : m_port(port), m_socket(std::make_unique<QSslSocket>())
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({QSslCertificate(authorityDer, QSsl::Der)});
    m_socket->setSslConfiguration(configuration);
}

Client::~Client() { m_socket->abort(); }

bool Client::connect()
{
    m_socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    return m_socket->waitForEncrypted(patienceMs);
}

bool Client::connectPlain()
{
    m_socket->connectToHost(QStringLiteral("127.0.0.1"), m_port);
    return m_socket->waitForConnected(patienceMs);
}

bool Client::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 || m_socket->encryptedBytesToWrite() > 0) {
        if (!m_socket->waitForBytesWritten(patienceMs))
            return false;
    }
    return true;
}

Reply Client::read()
{
    Reply reply;
    for (;;) {
        m_read += m_socket->readAll();
        const qsizetype end = m_read.indexOf("\r\n\r\n");
        if (end >= 0) {
            const QByteArray head = m_read.left(end);
            const QByteArray lower = head.toLower();
            const qsizetype at = lower.indexOf("content-length:");
            const qsizetype length = at < 0 ? 0 : lower.mid(at + 15, lower.indexOf('\r', at) - at - 15).trimmed().toLongLong();
            if (m_read.size() >= end + 4 + length) {
                reply.status = head.mid(9, 3).toInt();
                reply.head = head;
                reply.body = m_read.mid(end + 4, length);
                m_read.remove(0, end + 4 + length);
                return reply;
            }
        }
        if (!m_socket->waitForReadyRead(patienceMs) && m_socket->bytesAvailable() == 0)
            return reply;
    }
}

bool Client::hasAnswer() { return m_socket->bytesAvailable() > 0 || m_socket->waitForReadyRead(10); }

bool Client::isClosed()
{
    while (m_socket->state() == QAbstractSocket::ConnectedState && m_socket->waitForReadyRead(patienceMs))
        m_socket->readAll();
    return m_socket->state() != QAbstractSocket::ConnectedState;
}

QByteArray Client::post(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
           + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

Reply Client::ask(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return write(post(path, body, headers)) ? read() : Reply();
}

Door::Door(const HttpLimits &limits, bool proxied)
{
    const Instant now = SystemClock().now();
    authority = *makeAuthority(QStringLiteral("District"), now);
    const Certified certified = *makeServerCertificate(authority, {QStringLiteral("127.0.0.1")}, now);
    HttpListen listen;
    listen.address = QStringLiteral("127.0.0.1");
    listen.port = 0;
    listen.proxied = proxied;
    auto started = HttpServer::start(handler, listen,
                                     {pemOf(certified.certificate) + pemOf(authority.certificate), certified.key}, limits);
    if (started)
        server = std::move(*started);
}

Door::~Door()
{
    handler.unblock();
    server.reset();
}

std::unique_ptr<Client> Door::client() const { return std::make_unique<Client>(server->port(), authority.certificate); }

bool Door::servesOthers() const
{
    const auto other = client();
    return other->connect() && other->ask("/v1/hello").status == 200;
}

} // namespace yizhan::test
