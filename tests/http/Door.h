// SPDX-License-Identifier: GPL-3.0-or-later
// A real server on the loopback with a handler that tests steer, and a client that can misbehave.
#pragma once

#include "server/core/RequestHandler.h"
#include "server/http/Certificates.h"
#include "server/http/HttpServer.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>

namespace yizhan::test {

// Answers each request with its own body; held requests wait until news() is called.
class EchoHandler : public RequestHandler
{
public:
    WireResponse handle(const WireRequest &request, const Peer &peer) override;
    Waiting beginWait(const WireRequest &request, const Peer &peer) override;
    WireResponse endWait(const Waiting &waiting) override;
    std::unique_ptr<Subscription> subscribe(std::vector<QString> offices, std::function<void()> wake) override;

    void news(const QString &office); // the office has grown: whoever waits for it is woken
    void block();                     // handle() does not return until unblock()
    void unblock();
    void waitUntilHandling(int requests); // so many are inside of handle()
    void waitUntilSubscribed(int subscriptions);

    std::atomic<int> handled{0};
    QByteArray lastPeer() const;
    WireRequest lastRequest() const;

private:
    struct Sub;
    bool isNews(const wire::OfficeMark &mark) const;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_blocked = false;
    int m_inside = 0;
    QByteArray m_lastPeer;
    WireRequest m_lastRequest;
    std::map<QString, std::int64_t> m_heads;
    std::map<int, std::function<void()>> m_wakes;
    int m_nextWake = 0;
};

struct Reply {
    int status = 0; // 0: the connection ended without an answer
    QByteArray head;
    QByteArray body;
    WireResponse response() const;
};

class Client
{
public:
    Client(quint16 port, const QByteArray &authorityDer);
    ~Client();

    bool connect(); // with TLS
    bool connectPlain();
    bool write(const QByteArray &bytes);
    Reply read();                                                                        // one answer; waits for it
    bool hasAnswer();                                                                    // something has come
    bool isOpen() const { return m_socket->state() == QAbstractSocket::ConnectedState; } // as far as was heard
    bool isClosed();                                                                     // waits until the server has closed
    Reply ask(const QByteArray &path, const QByteArray &body = "{}", const QByteArray &headers = {});
    QSslSocket &socket() { return *m_socket; }

    static QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {});

private:
    quint16 m_port;
    QByteArray m_read;
    std::unique_ptr<QSslSocket> m_socket;
};

class Door
{
public:
    explicit Door(const HttpLimits &limits = {}, bool proxied = false);
    ~Door();

    EchoHandler handler;
    Certified authority;
    std::unique_ptr<HttpServer> server;
    std::unique_ptr<Client> client() const;
    // A connected client of its own that is answered now: the server serves others.
    bool servesOthers() const;
};

} // namespace yizhan::test
