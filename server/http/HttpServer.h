// SPDX-License-Identifier: GPL-3.0-or-later
// The district server's door: HTTP/1.1 over TLS, with a limit on everything that a stranger can ask for.
#pragma once

#include "base/Result.h"
#include "server/http/Admission.h"

#include <QByteArray>
#include <QString>
#include <chrono>
#include <memory>

namespace yizhan {

class RequestHandler;

struct HttpLimits {
    AdmissionLimits admission;
    qint64 headerBytes = 16 << 10;
    qint64 bodyBytes = (4 << 20) + (64 << 10); // a chunk of an attachment and what is around it
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds request{30'000}; // from its first byte to the end of its head; longer while a body flows
    qint64 slowestBytesPerSecond = 8 << 10;    // of a body, in either direction, once `request` is over
    std::chrono::milliseconds idle{90'000};    // between two requests of one connection
    std::chrono::milliseconds wait{55'000};    // how long POST /v1/wait is held
    std::chrono::milliseconds farewell{2'000}; // for a refused client to read why
    std::chrono::milliseconds stop{10'000};    // what runs may end within this time
    int workers = 8;
    std::size_t queue = 256; // requests that wait for a worker
};

struct HttpListen {
    QString address = QStringLiteral("0.0.0.0"); // numeric
    quint16 port = 8443;                         // 0 = any free one
    bool proxied = false; // each connection begins with a line of the PROXY protocol, version 1, that tells where it came from
};

struct TlsIdentity {
    QByteArray chain; // PEM: the server's certificate, then its authority's, which enrolling workstations look for
    QByteArray key;   // PKCS#8 in DER
};

class HttpServer
{
public:
    // Takes connections when it returns. `handler` outlives the server. Errors: Io (address in use, not ours, certificate).
    static Result<std::unique_ptr<HttpServer>> start(RequestHandler &handler, const HttpListen &listen,
                                                     const TlsIdentity &identity, const HttpLimits &limits = {});
    ~HttpServer(); // stop()

    quint16 port() const;
    // For connections from here on. Any thread. Error: Io.
    Outcome useIdentity(const TlsIdentity &identity);
    // No new connections; idle ones are closed, waiting ones are answered, running requests end; after limits.stop all that
    // is left is cut. Blocks. Any thread but those of the server; again is harmless.
    void stop();

    struct Load {
        int connections = 0;
        qint64 memory = 0;   // of bodies on their way
        qint64 refused = 0;  // connections turned away at the door, since the start
        qint64 answered = 0; // requests, since the start
    };
    Load load() const; // any thread

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> server);
    std::unique_ptr<Private> m_server;
};

} // namespace yizhan
