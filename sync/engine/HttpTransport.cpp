// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/HttpTransport.h"

#include "sync/engine/EngineErrors.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/HttpNames.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

#include <utility>

namespace yizhan {
namespace {

constexpr int usualPort = 8443;
constexpr int wholeTimeoutFactor = 10;

// The length that the head of a DER item tells, with the head; 0 if it makes no sense.
qsizetype derLength(QByteArrayView der)
{
    if (der.size() < 2)
        return 0;
    const auto first = static_cast<std::uint8_t>(der[1]);
    if (first < 0x80)
        return 2 + first;
    const int count = first & 0x7F;
    if (count == 0 || count > 3 || der.size() < 2 + count)
        return 0;
    qsizetype length = 0;
    for (int i = 0; i < count; ++i)
        length = (length << 8) | static_cast<std::uint8_t>(der[2 + i]);
    return 2 + count + length;
}

} // namespace

Result<QUrl> serverAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    QUrl url(text.contains(QStringLiteral("://")) ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    const bool isPlain = url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty()
                         && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment()
                         && (url.path().isEmpty() || url.path() == QLatin1String("/"));
    if (!isPlain)
        return Error(ErrorKind::Usage, engineerrors::addressUnfit);
    url.setPath({});
    if (url.port() < 0)
        url.setPort(usualPort);
    return url;
}

QList<QSslCertificate> authoritiesIn(const QByteArray &der)
{
    QList<QSslCertificate> found;
    QByteArrayView rest(der);
    while (!rest.isEmpty()) {
        const qsizetype length = derLength(rest);
        if (length == 0 || length > rest.size())
            break;
        const QSslCertificate certificate(rest.first(length).toByteArray(), QSsl::Der);
        if (!certificate.isNull())
            found.push_back(certificate);
        rest = rest.sliced(length);
    }
    return found;
}

HttpTransport::HttpTransport(const QUrl &server, const QList<QSslCertificate> &authorities, QObject *parent)
    : QObject(parent), m_server(server), m_authorities(authorities), m_network(new QNetworkAccessManager(this))
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(false);
}

HttpTransport::~HttpTransport()
{
    abort();
    if (m_unheard)
        m_unheard->abort();
}

void HttpTransport::send(const WireRequest &request, int timeoutMs, std::function<void(Answer)> done)
{
    abort();
    QUrl url = m_server;
    url.setPath(QString::fromLatin1(request.path));
    QNetworkRequest http(url);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(m_authorities);
    http.setSslConfiguration(tls);
    http.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    http.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    http.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    http.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    http.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    http.setTransferTimeout(timeoutMs);
    for (const auto &[name, value] : headersOf(request))
        http.setRawHeader(name, value);
    m_done = std::move(done);
    m_tooSlow = false;
    m_reply = request.body.isEmpty() && request.method == "GET"
                  ? m_network->get(http)
                  : m_network->sendCustomRequest(http, request.method, request.body);
    QNetworkReply *reply = m_reply;
    QObject::connect(reply, &QNetworkReply::finished, this, [this, reply] { finished(reply); });
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > maxMessageBytes)
            reply->abort();
    });
    QTimer::singleShot(timeoutMs * wholeTimeoutFactor, this, [this, slow = QPointer<QNetworkReply>(reply)] {
        if (!slow)
            return;
        m_tooSlow = m_tooSlow || slow == m_reply;
        slow->abort();
    });
}

void HttpTransport::abort()
{
    m_done = nullptr;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    QObject::disconnect(reply, nullptr, this, nullptr);
    if (m_unheard)
        m_unheard->abort();
    if (reply->isFinished()) {
        reply->deleteLater();
        return;
    }
    m_unheard = reply;
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void HttpTransport::finished(QNetworkReply *reply)
{
    if (reply != m_reply)
        return;
    m_reply = nullptr;
    reply->deleteLater();
    const auto done = std::exchange(m_done, nullptr);
    if (done)
        done(answerOf(*reply, reply->readAll()));
}

HttpTransport::Answer HttpTransport::answerOf(QNetworkReply &reply, const QByteArray &body) const
{
    using Code = QNetworkReply::NetworkError;
    Answer answer;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const Code code = reply.error();
    // from 400 on Qt calls the status an error of its own; anything else that went wrong on the way is one
    const bool isWhole = status >= 200 && (code == Code::NoError || status >= 400) && (status < 300 || status >= 400)
                         && code != Code::OperationCanceledError && code != Code::RemoteHostClosedError;
    if (isWhole) {
        WireResponse response;
        response.status = status;
        response.body = body;
        for (const auto &[name, value] : reply.rawHeaderPairs())
            takeHeader(response, name, value);
        answer.response = std::move(response);
        return answer;
    }
    const bool isSlow = m_tooSlow || code == Code::OperationCanceledError || code == Code::TimeoutError;
    answer.failure.kind = code == Code::SslHandshakeFailedError ? TransportFailure::Kind::WrongServer
                          : isSlow                              ? TransportFailure::Kind::Timeout
                                                                : TransportFailure::Kind::NoLine;
    if (status == 200 || status == 206)
        answer.failure.received = body;
    return answer;
}

} // namespace yizhan
