// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation without a store, for measuring with hundreds of them: signs its requests and sends them over one connection.
#pragma once

#include "bench/BenchDistrict.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/Proof.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <functional>

namespace yizhan {

// HTTP/1.1 over TLS, one request at a time, as little as will do. GUI thread.
class LightLine : public QObject
{
    Q_OBJECT
public:
    LightLine(quint16 port, const QSslConfiguration &tls, QObject *parent = nullptr);

    void open();
    bool isOpen() const { return m_socket.isEncrypted(); }
    // `done` once; status 0 = the connection broke.
    void send(const WireRequest &request, std::function<void(WireResponse response)> done);

private:
    void take();
    void breakOff();

    quint16 m_port;
    QSslSocket m_socket;
    QByteArray m_received;
    std::function<void(WireResponse)> m_done;
};

class LightStation
{
public:
    // Enrols and logs in within this process, before the server's starts.
    static Result<LightStation> join(BenchDistrict &district, const QString &office);

    const QString &office() const { return m_office; }
    template <class M>
    WireRequest request(const char *path, const M &message) const
    {
        WireRequest request;
        request.path = path;
        request.accept = contentTypes::cbor;
        setBody(request, message);
        return signedNow(std::move(request));
    }
    // A change of the facts of a case, with the next number; `base` as the row stands.
    wire::Operation change(const Record &root, const QString &facts, Version base);
    wire::PushRequest push(std::vector<wire::Operation> operations) const;
    // What follows after `oseq` in the log of its office.
    wire::PullRequest pull(std::int64_t oseq) const;
    wire::WaitRequest wait(std::int64_t oseq) const;

private:
    WireRequest signedNow(WireRequest request) const;
    template <class Answer, class M>
    Result<Answer> ask(BenchDistrict &district, const char *path, const M &message);

    QString m_office;
    QByteArray m_device; // text form
    QByteArray m_secretKey;
    QByteArray m_token;
    RecordId m_user;
    Epoch m_epoch = 0;
    std::int64_t m_generation = 0;
    std::int64_t m_n = 0;
};

} // namespace yizhan
