// SPDX-License-Identifier: GPL-3.0-or-later
// One connection from the handshake to its end, as a coroutine on the thread of the connections.
#pragma once

#include "server/http/Admission.h"
#include "server/http/HttpServer.h"
#include "server/http/RequestHead.h"
#include "server/http/Workers.h"
#include "sync/protocol/Wire.h"

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <functional>
#include <memory>
#include <string>

namespace yizhan {

class RequestHandler;
struct ErrorText;

// What all connections share. But for the workers and the counters it belongs to the thread of the connections.
struct HttpShared {
    HttpShared(RequestHandler &requestHandler, const HttpLimits &httpLimits)
        : handler(requestHandler),
          limits(httpLimits),
          admission(httpLimits.admission),
          workers(httpLimits.workers, httpLimits.queue)
    {}

    RequestHandler &handler;
    const HttpLimits limits;
    Admission admission;
    bool stopping = false;
    std::atomic<int> connections{0};
    std::atomic<qint64> memory{0};
    std::atomic<qint64> refused{0};
    std::atomic<qint64> answered{0};
    Workers workers; // last: its jobs use the rest
};

class HttpConnection : public std::enable_shared_from_this<HttpConnection>
{
public:
    using Socket = boost::asio::ip::tcp::socket;
    // `context` must live as long as the connection.
    HttpConnection(HttpShared &shared, std::shared_ptr<boost::asio::ssl::context> context, Socket socket, bool proxied);
    ~HttpConnection();

    boost::asio::awaitable<void> run();
    void endSoon(); // at once when it is idle or only waits for news, else after the answer
    void cut();

private:
    // A body on its way, and the room it takes.
    class Room
    {
    public:
        explicit Room(HttpConnection &connection) : m_connection(connection) {}
        ~Room();
        Room(const Room &) = delete;
        Room &operator=(const Room &) = delete;
        bool take(qint64 bytes);

    private:
        HttpConnection &m_connection;
        qint64 m_bytes = 0;
    };
    // News for one held request; filled by any thread, but touched on the thread of the connections only.
    struct Bell;

    template <class T>
    using Awaitable = boost::asio::awaitable<T>;
    using Step = Awaitable<bool>; // false: the connection is over
    using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;

    Step enter();
    Step readOrigin();
    Step exchange();
    Step answerTo(RequestHead &head, Parser &parser);
    Step firstByte();
    Step readBody(RequestHead &head, Parser &parser, Room &room);
    Awaitable<WireResponse> judged(std::shared_ptr<const WireRequest> request);
    Awaitable<WireResponse> held(std::shared_ptr<const WireRequest> request);
    // False: the queue is full and `work` was not taken. `always` is for work that is bounded by the number of connections.
    Awaitable<bool> onWorker(std::function<void()> work, bool always);
    Awaitable<void> ringAtEnd(std::shared_ptr<Bell> bell);
    Step refuse(const WireRequest &request, int status, const ErrorText &text, const char *detail, int retryAfter = 0);
    Step write(const WireRequest &request, const WireResponse &response, bool close);
    Awaitable<void> farewell(bool unread);
    void setOrigin(const boost::asio::ip::address &address);
    void allow(std::chrono::milliseconds time);
    std::chrono::milliseconds timeFor(qint64 bytes) const;

    HttpShared &m_shared;
    std::shared_ptr<boost::asio::ssl::context> m_context;
    boost::asio::ssl::stream<boost::beast::tcp_stream> m_stream;
    boost::beast::flat_buffer m_buffer;
    QByteArray m_address; // as text, for the handler
    QByteArray m_origin;  // for the limits
    std::string m_proxyLine;
    bool m_proxied = false;
    bool m_entered = false;
    bool m_idle = true; // between requests
    std::shared_ptr<Bell> m_bell;
};

} // namespace yizhan
