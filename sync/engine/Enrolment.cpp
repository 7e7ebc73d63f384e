// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/Enrolment.h"

#include "sync/engine/EngineErrors.h"
#include "sync/engine/HttpTransport.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/Proof.h"

#include <QCryptographicHash>
#include <QPromise>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QSysInfo>
#include <QThread>

#include <algorithm>

namespace yizhan {
namespace {

constexpr int lineTimeoutMs = 20'000;

QByteArray keyHashOf(const QByteArray &der)
{
    const QSslCertificate certificate(der, QSsl::Der);
    return certificate.isNull() ? QByteArray()
                                : QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256);
}

Error errorOf(const Transport::Answer &answer)
{
    if (!answer.response)
        return Error(ErrorKind::Offline, answer.failure.kind == TransportFailure::Kind::WrongServer
                                             ? engineerrors::wrongDistrict
                                             : engineerrors::noLine);
    const int status = answer.response->status;
    const Result<wire::Refusal> refusal = readBody<wire::Refusal>(*answer.response);
    const QString code = refusal && !refusal->code.isEmpty() ? refusal->code : QString::number(status);
    if (status == 429 || status == 503)
        return Error(ErrorKind::Busy, engineerrors::busy);
    return Error(ErrorKind::Protocol, engineerrors::strangeAnswer, {code});
}

// Sent again when no answer came: it may be the answer that was lost, and the key that could ask for it once more is kept
// nowhere else yet.
Result<wire::EnrolResponse> enrolOver(EnrolmentLine &line, const QString &server, const QByteArray &authority,
                                      const WireRequest &request)
{
    Transport::Answer answer = line.send(server, authority, request);
    for (int more = 2; more > 0 && !answer.response && answer.failure.kind != TransportFailure::Kind::WrongServer; --more)
        answer = line.send(server, authority, request);
    const int status = answer.response ? answer.response->status : 0;
    if (status == 401)
        return Error(ErrorKind::Auth, engineerrors::refusedPerson);
    if (status == 403)
        return Error(ErrorKind::Auth, engineerrors::codeRefused);
    if (!answer.response || status >= 400)
        return errorOf(answer);
    return readBody<wire::EnrolResponse>(*answer.response);
}

// A thread that waits for one answer after the other.
class WaitingThread : public QThread
{
public:
    using QThread::QThread;
    void waitForQuit() { exec(); } // on the thread itself
};

// The server's line over TLS: first only to look at what it shows, then believing one authority.
class HttpsLine final : public EnrolmentLine
{
public:
    explicit HttpsLine(WaitingThread &thread) : m_thread(thread) {}

    Result<QList<QByteArray>> shownAuthorities(const QString &server) override
    {
        const Result<QUrl> address = serverAddress(server);
        if (!address)
            return address.error();
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone); // nothing is sent: the code decides whom to believe
        socket.setProtocol(QSsl::TlsV1_2OrLater);
        socket.connectToHostEncrypted(address->host(), static_cast<quint16>(address->port()));
        if (!socket.waitForEncrypted(lineTimeoutMs))
            return Error(ErrorKind::Offline, engineerrors::noLine);
        QList<QByteArray> shown;
        for (const QSslCertificate &certificate : socket.peerCertificateChain())
            shown.push_back(certificate.toDer());
        socket.abort();
        return shown;
    }

    Transport::Answer send(const QString &server, const QByteArray &authority, const WireRequest &request) override
    {
        const Result<QUrl> address = serverAddress(server);
        if (!address)
            return {};
        HttpTransport transport(*address, authoritiesIn(authority));
        Transport::Answer got;
        transport.send(request, lineTimeoutMs, [&](Transport::Answer answer) {
            got = std::move(answer);
            m_thread.quit();
        });
        m_thread.waitForQuit();
        return got;
    }

private:
    WaitingThread &m_thread;
};

class EnrolmentThread final : public WaitingThread
{
public:
    explicit EnrolmentThread(EnrolWish wish) : m_wish(std::move(wish)) { m_promise.start(); }
    QFuture<Result<Enrolled>> future() { return m_promise.future(); }

protected:
    void run() override
    {
        HttpsLine line(*this);
        SystemClock clock;
        SystemRandom random;
        m_promise.addResult(enrolBy(line, m_wish, clock, random));
        m_promise.finish();
    }

private:
    EnrolWish m_wish;
    QPromise<Result<Enrolled>> m_promise;
};

template <class M>
WireRequest requestOf(const char *path, const M &message, const Workstation &as, Clock &clock)
{
    WireRequest request;
    request.path = path;
    request.accept = contentTypes::cbor;
    setBody(request, message);
    signRequest(request, as.device.toString().toLatin1(), clock.now().ms, as.secretKey.view());
    return request;
}

} // namespace

Result<Enrolled> enrolBy(EnrolmentLine &line, const EnrolWish &wish, Clock &clock, Random &random)
{
    const Result<EnrolmentCode> code = EnrolmentCode::fromText(wish.code);
    if (!code)
        return code.error();
    const Result<QList<QByteArray>> shown = line.shownAuthorities(wish.server);
    if (!shown)
        return shown.error();
    QByteArray authority;
    for (const QByteArray &der : *shown) {
        if (code->names(keyHashOf(der)))
            authority = der;
    }
    if (authority.isEmpty())
        return Error(ErrorKind::Offline, engineerrors::wrongDistrict);

    auto as = std::make_shared<Workstation>();
    SigningKey key = SigningKey::make(random);
    as->publicKey = key.publicKey;
    as->secretKey = SecureBytes::copyOf(key.secretKey);
    wipe(key.secretKey);
    as->device = RecordId::make(clock.now(), random);

    wire::EnrolRequest asked;
    asked.secret = code->secret;
    asked.publicKey = as->publicKey;
    asked.device = as->device;
    asked.name = wish.name;
    asked.platform = QSysInfo::prettyProductName();
    asked.release = wish.release;
    asked.login.login = wish.login;
    asked.login.password = wish.password;
    asked.login.secondFactor = wish.secondFactor;
    const Result<wire::EnrolResponse> enrolled = enrolOver(line, wish.server, authority,
                                                           requestOf("/v1/enrol", asked, *as, clock));
    if (!enrolled)
        return enrolled.error();
    as->server = wish.server;
    as->district = enrolled->district;
    as->office = enrolled->office;
    as->station = enrolled->station;
    as->escrowKey = enrolled->escrowKey;
    as->districtKey = enrolled->districtKey;
    as->certificates = enrolled->certificates.isEmpty() ? authority : enrolled->certificates;
    return Enrolled{as, enrolled->person.person, enrolled->person};
}

QString offlineGrantKey() { return QStringLiteral("offline_grant"); }

Outcome keepOfflineGrant(SyncDoor &door, const Workstation &workstation, const QByteArray &sealed,
                         std::int64_t clockDifferenceMs)
{
    constexpr qsizetype signatureBytes = 64;
    const QByteArray text = sealed.chopped(std::min(sealed.size(), signatureBytes));
    const bool isSigned = sealed.size() > signatureBytes
                          && verifySignature(text, sealed.last(signatureBytes), workstation.districtKey);
    const Result<wire::OfflineGrant> grant = fromCbor<wire::OfflineGrant>(text);
    if (!isSigned || !grant || grant->device != workstation.device) {
        qWarning("a grant to work offline that is not for this workstation");
        return {};
    }
    if (Outcome kept = await(door.keep(offlineGrantKey(), sealed)); !kept)
        return kept;
    return await(door.allowOffline(grant->user, Instant{grant->until.ms + clockDifferenceMs}));
}

QFuture<Result<Enrolled>> enrol(const EnrolWish &wish)
{
    auto *thread = new EnrolmentThread(wish);
    QFuture<Result<Enrolled>> future = thread->future();
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return future;
}

} // namespace yizhan
