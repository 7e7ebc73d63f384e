// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpConnection.h"

#include "server/core/RequestHandler.h"
#include "server/http/HttpErrors.h"
#include "server/http/PromptAck.h"
#include "server/http/ProxyLine.h"
#include "sync/protocol/Body.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>

namespace yizhan {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using std::chrono::milliseconds;

namespace {

constexpr qint64 firstPiece = 64 << 10;  // of a body: more is only made room for as bytes arrive
constexpr qint64 mostDrained = 16 << 20; // of what a refused client still sends
constexpr std::size_t firstRead = 4096;
constexpr int busySeconds = 5;

auto into(error_code &error) { return asio::redirect_error(asio::use_awaitable, error); }

qint64 steadyMs()
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

HttpHeaders headersFrom(const http::fields &fields)
{
    HttpHeaders headers;
    for (const auto &field : fields)
        headers.emplaceBack(QByteArray(field.name_string().data(), static_cast<qsizetype>(field.name_string().size())),
                            QByteArray(field.value().data(), static_cast<qsizetype>(field.value().size())));
    return headers;
}

QByteArrayView viewOf(beast::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

const ErrorText &textFor(int status)
{
    if (status == 404)
        return httpErrors::noSuchPlace;
    return status == 413 ? httpErrors::tooLarge : httpErrors::malformed;
}

WireResponse refusal(const WireRequest &request, int status, const ErrorText &text, const char *detail, int retryAfter)
{
    wire::Refusal refused;
    refused.code = QString::fromLatin1(text.code);
    refused.detail = QString::fromLatin1(detail);
    WireResponse response = answer(request, refused, status);
    response.retryAfter = retryAfter;
    return response;
}

// Whether the answer to a held request can go out: it names an office, or is no such answer at all.
bool hasNews(const WireResponse &response)
{
    const auto read = readBody<wire::WaitResponse>(response);
    return response.status != 200 || !read || !read->changed.empty();
}

QByteArray bytesOf(const asio::ip::address &address)
{
    const auto copy = [](const auto &bytes) {
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    };
    return address.is_v4() ? copy(address.to_v4().to_bytes()) : copy(address.to_v6().to_bytes());
}

} // namespace

struct HttpConnection::Bell {
    explicit Bell(const asio::any_io_executor &executor) : timer(executor) {}
    void ring()
    {
        rung = true;
        timer.cancel();
    }
    asio::steady_timer timer;
    bool rung = false;
    std::atomic<bool> pulled{false}; // a ring is on its way to the thread of the connections
};

HttpConnection::Room::~Room()
{
    m_connection.m_shared.admission.release(m_connection.m_origin, m_bytes);
    m_connection.m_shared.memory = m_connection.m_shared.admission.memory();
}

bool HttpConnection::Room::take(qint64 bytes)
{
    if (!m_connection.m_shared.admission.reserve(m_connection.m_origin, bytes))
        return false;
    m_bytes += bytes;
    m_connection.m_shared.memory = m_connection.m_shared.admission.memory();
    return true;
}

HttpConnection::HttpConnection(HttpShared &shared, std::shared_ptr<asio::ssl::context> context, Socket socket, bool proxied)
    : m_shared(shared),
      m_context(std::move(context)),
      m_stream(std::move(socket), *m_context),
      m_buffer(static_cast<std::size_t>(shared.limits.headerBytes)),
      m_proxied(proxied)
{}

HttpConnection::~HttpConnection()
{
    if (m_entered)
        m_shared.admission.leave(m_origin);
    m_shared.connections = m_shared.admission.connections();
}

void HttpConnection::setOrigin(const asio::ip::address &address)
{
    m_address = QByteArray::fromStdString(address.to_string());
    m_origin = originOf(bytesOf(address));
}

void HttpConnection::allow(milliseconds time) { beast::get_lowest_layer(m_stream).expires_after(time); }

milliseconds HttpConnection::timeFor(qint64 bytes) const
{
    return m_shared.limits.request + milliseconds(bytes * 1000 / m_shared.limits.slowestBytesPerSecond);
}

void HttpConnection::endSoon()
{
    if (m_idle)
        beast::get_lowest_layer(m_stream).cancel();
    else if (m_bell)
        m_bell->ring();
}

void HttpConnection::cut() { beast::get_lowest_layer(m_stream).close(); }

asio::awaitable<void> HttpConnection::run()
{
    bool open = co_await enter();
    while (open && !m_shared.stopping)
        open = co_await exchange();
}

// Limits, origin, handshake.
HttpConnection::Step HttpConnection::enter()
{
    error_code error;
    const auto remote = beast::get_lowest_layer(m_stream).socket().remote_endpoint(error);
    if (error || m_shared.stopping)
        co_return false;
    setOrigin(remote.address());
    allow(m_shared.limits.handshake);
    if (m_proxied && !co_await readOrigin())
        co_return false;
    m_entered = m_shared.admission.enter(m_origin);
    m_shared.connections = m_shared.admission.connections();
    if (!m_entered) { // before the handshake, which costs more than everything else here
        ++m_shared.refused;
        co_return false;
    }
    // What came behind the proxy's line is the beginning of the handshake.
    const std::size_t used = co_await m_stream.async_handshake(asio::ssl::stream_base::server, m_buffer.cdata(), into(error));
    m_buffer.consume(used);
    // Anything beyond it would be taken for the text of a request.
    co_return !error && m_buffer.size() == 0;
}

HttpConnection::Step HttpConnection::readOrigin()
{
    error_code error;
    auto room = asio::dynamic_buffer(m_proxyLine, proxyLine::longest);
    const std::size_t size = co_await asio::async_read_until(beast::get_lowest_layer(m_stream), room, "\r\n", into(error));
    if (error)
        co_return false;
    const QByteArrayView line(m_proxyLine.data(), static_cast<qsizetype>(size) - 2);
    const std::optional<QByteArray> source = proxyLine::sourceIn(line);
    if (!source)
        co_return false;
    if (!source->isEmpty()) { // else the proxy asks for itself
        const auto address = asio::ip::make_address(source->constData(), error);
        if (error)
            co_return false;
        setOrigin(address);
    }
    m_proxyLine.erase(0, size);
    m_buffer.commit(asio::buffer_copy(m_buffer.prepare(m_proxyLine.size()), asio::buffer(m_proxyLine)));
    co_return true;
}

HttpConnection::Step HttpConnection::firstByte()
{
    m_idle = true;
    m_buffer.shrink_to_fit();
    allow(m_shared.limits.idle);
    error_code error;
    const std::size_t got = co_await m_stream.async_read_some(m_buffer.prepare(firstRead), into(error));
    m_buffer.commit(got);
    m_idle = false;
    co_return !error && !m_shared.stopping;
}

// One request and its answer.
// No temporary objects with destructors within co_await expressions: g++ 12 destroys some of them twice.
HttpConnection::Step HttpConnection::exchange()
{
    const WireRequest unread;
    if (!co_await firstByte())
        co_return false;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(m_shared.limits.headerBytes));
    parser.body_limit(static_cast<std::uint64_t>(m_shared.limits.bodyBytes));
    allow(m_shared.limits.request);
    error_code error;
    co_await http::async_read_header(m_stream, m_buffer, parser, into(error));
    if (error == http::error::header_limit || error == http::error::buffer_overflow || error == http::error::body_limit)
        co_return co_await refuse(unread, 413, httpErrors::tooLarge, "header");
    if (error && error.category() == http::make_error_code(http::error::bad_version).category()
        && error != http::error::end_of_stream && error != http::error::partial_message)
        co_return co_await refuse(unread, 400, httpErrors::malformed, "header");
    if (error)
        co_return false;
    auto head = judgeHead(viewOf(parser.get().method_string()), viewOf(parser.get().target()), headersFrom(parser.get()),
                          m_shared.limits.bodyBytes);
    if (!head)
        co_return co_await refuse(unread, head.error().status, textFor(head.error().status), head.error().why);
    const int seconds = m_shared.admission.secondsUntilRequest(m_origin, head->request.device, steadyMs());
    if (seconds > 0)
        co_return co_await refuse(head->request, 429, httpErrors::tooMany, "", seconds);
    co_return co_await answerTo(*head, parser);
}

HttpConnection::Step HttpConnection::answerTo(RequestHead &head, Parser &parser)
{
    Room room(*this);
    if (!co_await readBody(head, parser, room))
        co_return false;
    // Nobody of ours sends the next request before the answer; one behind the other is how requests are smuggled.
    if (m_buffer.size() > 0)
        co_return co_await refuse(head.request, 400, httpErrors::malformed, "pipelining");
    const bool close = !parser.get().keep_alive();
    const auto request = std::make_shared<const WireRequest>(std::move(head.request));
    WireResponse response = co_await judged(request);
    ++m_shared.answered;
    if (!room.take(response.body.size()))
        response = refusal(*request, 503, httpErrors::busy, "memory", busySeconds);
    if (!co_await write(*request, response, close || m_shared.stopping))
        co_return false;
    if (close || m_shared.stopping)
        co_await farewell(false);
    co_return !close;
}

HttpConnection::Step HttpConnection::readBody(RequestHead &head, Parser &parser, Room &room)
{
    error_code error;
    if (head.wantsContinue && head.bodyBytes > 0) {
        http::response<http::empty_body> go(http::status::continue_, 11);
        co_await http::async_write(m_stream, go, into(error));
    }
    QByteArray &body = head.request.body;
    const qint64 all = head.bodyBytes;
    // The clock runs from the first byte of the request; each byte that came buys time for the next ones.
    const auto since = std::chrono::steady_clock::now();
    while (!error && !parser.is_done() && body.size() < all) {
        const qint64 had = body.size();
        const qint64 piece = std::min(all - had, std::max(firstPiece, had));
        if (!room.take(piece))
            co_return co_await refuse(head.request, 503, httpErrors::busy, "memory", busySeconds);
        body.resize(had + piece);
        qint64 got = 0;
        while (!error && got < piece && !parser.is_done()) {
            beast::get_lowest_layer(m_stream).expires_at(since + timeFor(had + got));
            auto &to = parser.get().body();
            to.data = body.data() + had + got;
            to.size = static_cast<std::size_t>(piece - got);
            to.more = true;
            acknowledgeAtOnce(static_cast<int>(beast::get_lowest_layer(m_stream).socket().native_handle()));
            co_await http::async_read_some(m_stream, m_buffer, parser, into(error));
            got = piece - static_cast<qint64>(to.size);
            if (error == http::error::need_buffer)
                error = {};
        }
        body.resize(had + got);
    }
    co_return !error && body.size() == all;
}

asio::awaitable<WireResponse> HttpConnection::judged(std::shared_ptr<const WireRequest> request)
{
    if (request->path == "/v1/wait")
        co_return co_await held(request);
    const auto response = std::make_shared<WireResponse>();
    const Peer peer{m_address};
    std::function<void()> work = [response, request, peer, &handler = m_shared.handler] {
        *response = handler.handle(*request, peer);
    };
    if (!co_await onWorker(std::move(work), false))
        co_return refusal(*request, 503, httpErrors::busy, "queue", busySeconds);
    co_return *response;
}

asio::awaitable<bool> HttpConnection::onWorker(std::function<void()> work, bool always)
{
    const auto executor = m_stream.get_executor();
    const auto done = std::make_shared<Bell>(executor);
    done->timer.expires_at(asio::steady_timer::time_point::max());
    auto job = [work = std::move(work), done, executor] {
        work();
        asio::post(executor, [done] { done->ring(); });
    };
    if (always)
        m_shared.workers.post(std::move(job));
    else if (!m_shared.workers.tryPost(std::move(job)))
        co_return false;
    error_code ignored;
    while (!done->rung)
        co_await done->timer.async_wait(into(ignored));
    co_return true;
}

// POST /v1/wait: on a worker only while there is something to do.
asio::awaitable<WireResponse> HttpConnection::held(std::shared_ptr<const WireRequest> request)
{
    struct Hold {
        RequestHandler::Waiting waiting;
        std::unique_ptr<RequestHandler::Subscription> subscription;
        WireResponse response;
        bool over = false;
    };
    const auto hold = std::make_shared<Hold>();
    const auto executor = m_stream.get_executor();
    const auto bell = std::make_shared<Bell>(executor);
    const auto wake = [bell, executor] {
        if (!bell->pulled.exchange(true))
            asio::post(executor, [bell] { bell->ring(); });
    };
    RequestHandler &handler = m_shared.handler;
    const Peer peer{m_address};
    std::function<void()> begin = [hold, request, peer, wake, &handler] {
        hold->waiting = handler.beginWait(*request, peer);
        if (hold->waiting.answer) {
            hold->response = *hold->waiting.answer;
            hold->over = true;
            return;
        }
        std::vector<QString> offices;
        for (const wire::OfficeMark &mark : hold->waiting.marks)
            offices.push_back(mark.office);
        hold->subscription = handler.subscribe(std::move(offices), wake);
        // What came before the subscription wakes nobody.
        hold->response = handler.endWait(hold->waiting);
        hold->over = hasNews(hold->response);
        if (hold->over)
            hold->subscription.reset();
    };
    if (!co_await onWorker(std::move(begin), false))
        co_return refusal(*request, 503, httpErrors::busy, "queue", busySeconds);
    if (hold->over)
        co_return hold->response;
    m_bell = bell;
    bell->timer.expires_after(m_shared.limits.wait);
    asio::co_spawn(
        executor, [self = shared_from_this(), bell] { return self->ringAtEnd(bell); }, asio::detached);
    error_code ignored;
    if (!bell->rung && !m_shared.stopping)
        co_await bell->timer.async_wait(into(ignored));
    m_bell.reset();
    beast::get_lowest_layer(m_stream).socket().cancel(ignored);
    std::function<void()> end = [hold, &handler] {
        hold->subscription.reset();
        hold->response = handler.endWait(hold->waiting);
    };
    co_await onWorker(std::move(end), true);
    co_return hold->response;
}

// A client that went away is not held until the end.
asio::awaitable<void> HttpConnection::ringAtEnd(std::shared_ptr<Bell> bell)
{
    error_code error;
    co_await beast::get_lowest_layer(m_stream).socket().async_wait(Socket::wait_read, into(error));
    if (!error)
        bell->ring();
}

HttpConnection::Step HttpConnection::refuse(const WireRequest &request, int status, const ErrorText &text, const char *detail,
                                            int retryAfter)
{
    const WireResponse response = refusal(request, status, text, detail, retryAfter);
    if (co_await write(request, response, true))
        co_await farewell(true);
    co_return false;
}

HttpConnection::Step HttpConnection::write(const WireRequest &request, const WireResponse &response, bool close)
{
    const auto text = [](const QByteArray &bytes) {
        return beast::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    };
    http::response<http::span_body<const char>> out;
    out.version(11);
    out.result(static_cast<unsigned>(response.status));
    for (const auto &[name, value] : headersOf(response))
        out.set(text(name), text(value));
    if (response.status == 206)
        out.set(http::field::content_range, text(contentRangeOf(request.range, response.body.size())));
    out.set(http::field::cache_control, "no-store");
    out.body() = beast::span<const char>(response.body.constData(), static_cast<std::size_t>(response.body.size()));
    out.keep_alive(!close);
    out.prepare_payload();
    allow(timeFor(response.body.size()));
    error_code error;
    co_await http::async_write(m_stream, out, into(error));
    co_return !error;
}

// A socket that is closed over unread bytes resets the connection, and the client never sees why.
asio::awaitable<void> HttpConnection::farewell(bool unread)
{
    error_code error;
    allow(m_shared.limits.farewell);
    m_buffer.clear();
    for (qint64 drained = 0; unread && !error && drained < mostDrained;) {
        drained += static_cast<qint64>(co_await m_stream.async_read_some(m_buffer.prepare(firstRead), into(error)));
        m_buffer.clear();
    }
    if (!error)
        co_await m_stream.async_shutdown(into(error));
}

} // namespace yizhan
