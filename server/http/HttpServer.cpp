// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpServer.h"

#include "server/http/HttpConnection.h"
#include "server/http/HttpErrors.h"

#include <QStringList>
#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <openssl/ssl.h>
#include <thread>

namespace yizhan {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using boost::asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds pauseWithoutDescriptors{100};
constexpr int backlog = 1024;

using Context = std::shared_ptr<ssl::context>;

Result<Context> contextFrom(const TlsIdentity &identity)
{
    const auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    const auto fault = Error(ErrorKind::Io, httpErrors::certificateFile, {QStringLiteral("server.pem")});
    error_code error;
    context->use_certificate_chain(asio::buffer(identity.chain.constData(), static_cast<std::size_t>(identity.chain.size())),
                                   error);
    if (error)
        return fault;
    context->use_private_key(asio::buffer(identity.key.constData(), static_cast<std::size_t>(identity.key.size())),
                             ssl::context::asn1, error);
    SSL_CTX *raw = context->native_handle();
    // Forward secret suites only; renegotiation is a way to make the server work for nothing.
    const bool good = !error && SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION) == 1
                      && SSL_CTX_set_cipher_list(raw, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL") == 1;
    if (!good)
        return fault;
    SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS); // 34 KB less for each idle connection
    return context;
}

} // namespace

class HttpServer::Private
{
public:
    Private(RequestHandler &handler, const HttpLimits &limits, bool proxied)
        : acceptor(io), shared(handler, limits), m_proxied(proxied)
    {}

    Outcome listen(const HttpListen &where);
    void run();
    void stop();
    void setContext(Context context);

    asio::io_context io{1};
    tcp::acceptor acceptor;
    HttpShared shared;
    quint16 port = 0;

private:
    asio::awaitable<void> takeConnections();
    void take(tcp::socket socket);
    void closeDoor();
    void cutAll();

    const bool m_proxied;
    std::thread m_thread;
    std::promise<void> m_ended;
    Context m_context; // of new connections; thread of the connections
    std::vector<std::weak_ptr<HttpConnection>> m_connections;
};

Outcome HttpServer::Private::listen(const HttpListen &where)
{
    error_code error;
    const asio::ip::address address = asio::ip::make_address(where.address.toStdString(), error);
    const tcp::endpoint endpoint(address, where.port);
    if (!error)
        acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(backlog, error);
    if (error)
        return Error(error == asio::error::address_in_use ? ErrorKind::Busy : ErrorKind::Io, httpErrors::cannotListen,
                     {QStringLiteral("%1:%2").arg(where.address).arg(where.port), QString::fromStdString(error.message())});
    port = acceptor.local_endpoint(error).port();
    return {};
}

void HttpServer::Private::setContext(Context context)
{
    asio::post(io, [this, context = std::move(context)] { m_context = context; });
}

void HttpServer::Private::run()
{
    asio::co_spawn(io, takeConnections(), asio::detached);
    m_thread = std::thread([this] {
        io.run();
        m_ended.set_value();
    });
}

asio::awaitable<void> HttpServer::Private::takeConnections()
{
    asio::steady_timer pause(io);
    for (;;) {
        error_code error;
        tcp::socket socket = co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (!acceptor.is_open())
            co_return;
        if (error) { // no descriptors left, or the client is gone already: those that are served free some
            pause.expires_after(pauseWithoutDescriptors);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        take(std::move(socket));
    }
}

void HttpServer::Private::take(tcp::socket socket)
{
    std::erase_if(m_connections, [](const auto &connection) { return connection.expired(); });
    if (static_cast<int>(m_connections.size()) >= shared.limits.admission.connections) {
        ++shared.refused; // closed without a word: a word would need a handshake
        return;
    }
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto connection = std::make_shared<HttpConnection>(shared, m_context, std::move(socket), m_proxied);
    m_connections.push_back(connection);
    asio::co_spawn(
        io, [connection] { return connection->run(); },
        [](const std::exception_ptr &trouble) {
            if (trouble) // out of memory: this connection ends, the others go on
                qWarning("a connection was given up");
        });
}

void HttpServer::Private::closeDoor()
{
    shared.stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    for (const auto &weak : m_connections) {
        if (const auto connection = weak.lock())
            connection->endSoon();
    }
}

void HttpServer::Private::cutAll()
{
    for (const auto &weak : m_connections) {
        if (const auto connection = weak.lock())
            connection->cut();
    }
}

void HttpServer::Private::stop()
{
    if (!m_thread.joinable())
        return;
    asio::post(io, [this] { closeDoor(); });
    if (m_ended.get_future().wait_for(shared.limits.stop) != std::future_status::ready)
        asio::post(io, [this] { cutAll(); });
    m_thread.join();
}

HttpServer::HttpServer(std::unique_ptr<Private> server) : m_server(std::move(server)) {}

HttpServer::~HttpServer() { stop(); }

Result<std::unique_ptr<HttpServer>> HttpServer::start(RequestHandler &handler, const HttpListen &listen,
                                                      const TlsIdentity &identity, const HttpLimits &limits)
{
    Result<Context> context = contextFrom(identity);
    if (!context)
        return context.error();
    auto server = std::make_unique<Private>(handler, limits, listen.proxied);
    if (const Outcome listening = server->listen(listen); !listening)
        return listening.error();
    server->setContext(*context);
    server->run();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(server)));
}

quint16 HttpServer::port() const { return m_server->port; }

Outcome HttpServer::useIdentity(const TlsIdentity &identity)
{
    Result<Context> context = contextFrom(identity);
    if (!context)
        return context.error();
    m_server->setContext(*context);
    return {};
}

void HttpServer::stop() { m_server->stop(); }

HttpServer::Load HttpServer::load() const
{
    const HttpShared &shared = m_server->shared;
    return {shared.connections, shared.memory, shared.refused, shared.answered};
}

} // namespace yizhan
