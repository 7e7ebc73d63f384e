// SPDX-License-Identifier: GPL-3.0-or-later
// Carries requests over HTTPS to the district's own server: its authority is the only one that is believed.
#pragma once

#include "base/Result.h"
#include "sync/engine/Transport.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslCertificate>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace yizhan {

// "server.example:8443", "https://10.0.0.5": with a scheme and a port afterwards. Error: Usage (not an address, or not https).
Result<QUrl> serverAddress(const QString &typed);
// The certificates of Workstation::certificates: DER, one after the other.
QList<QSslCertificate> authoritiesIn(const QByteArray &der);

// Thread: that of its construction, which needs an event loop. TLS 1.2 or newer; no redirects, cookies, cache, HTTP/2 or
// passwords.
class HttpTransport final : public QObject, public Transport
{
    Q_OBJECT
public:
    HttpTransport(const QUrl &server, const QList<QSslCertificate> &authorities, QObject *parent = nullptr);
    ~HttpTransport() override;

    void send(const WireRequest &request, int timeoutMs, std::function<void(Answer)> done) override;
    // The request runs out unheard, so that its connection serves on: a wait for news ends with the news of the push that
    // interrupts it, and no change pays for a new handshake.
    void abort() override;

private:
    void finished(QNetworkReply *reply);
    Answer answerOf(QNetworkReply &reply, const QByteArray &body) const;

    QUrl m_server;
    QList<QSslCertificate> m_authorities;
    QNetworkAccessManager *m_network;
    QNetworkReply *m_reply = nullptr;
    QPointer<QNetworkReply> m_unheard; // at most one
    std::function<void(Answer)> m_done;
    bool m_tooSlow = false;
};

} // namespace yizhan
