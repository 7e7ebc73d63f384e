// SPDX-License-Identifier: GPL-3.0-or-later
// Requests over real TLS to a real server on the loopback: what arrives, whom the client believes, what a broken line looks
// like.
#include "sync/engine/HttpTransport.h"
#include "base/Clock.h"
#include "sync/protocol/Body.h"
#include "tests/http/Door.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace yizhan;

namespace {

QUrl addressOf(quint16 port) { return *serverAddress(QStringLiteral("127.0.0.1:%1").arg(port)); }

Transport::Answer exchange(HttpTransport &transport, const WireRequest &request, int timeoutMs = 20'000)
{
    Transport::Answer got;
    bool done = false;
    transport.send(request, timeoutMs, [&](const Transport::Answer &answer) {
        got = answer;
        done = true;
    });
    if (!QTest::qWaitFor([&] { return done; }, 60'000))
        qFatal("no answer and no failure");
    return got;
}

WireRequest sample()
{
    WireRequest request;
    request.path = "/v1/pull";
    request.contentType = contentTypes::cbor;
    request.token = QByteArray("\x01\xff token", 8);
    request.device = "0190-device";
    request.proof = "cHJvb2Y=";
    request.sentAt = 1234567;
    request.body = QByteArray(100'000, 'x');
    return request;
}

} // namespace

class HttpTransportTest : public QObject
{
    Q_OBJECT

private slots:
    void anAddressIsTakenAsItIsTyped()
    {
        QCOMPARE(serverAddress(QStringLiteral(" server.example "))->toString(), QStringLiteral("https://server.example:8443"));
        QCOMPARE(serverAddress(QStringLiteral("https://10.0.0.5:444/"))->port(), 444);
        for (const char16_t *wrong : {u"http://server.example", u"", u"https://", u"https://a:b@c", u"server/path", u"a?b=c"})
            QVERIFY2(!serverAddress(QString::fromUtf16(wrong)), qPrintable(QString::fromUtf16(wrong)));
    }

    void aRequestArrivesWholeAndItsAnswerComesBack()
    {
        test::Door door;
        QVERIFY(door.server);
        HttpTransport transport(addressOf(door.server->port()), authoritiesIn(door.authority.certificate));
        const WireRequest request = sample();
        const Transport::Answer answer = exchange(transport, request);
        QVERIFY(answer.response);
        QCOMPARE(answer.response->status, 200);
        QCOMPARE(answer.response->body, request.body);
        QCOMPARE(answer.response->contentType, request.contentType);
        const WireRequest arrived = door.handler.lastRequest();
        QCOMPARE(arrived.path, request.path);
        QCOMPARE(arrived.token, request.token);
        QCOMPARE(arrived.device, request.device);
        QCOMPARE(arrived.proof, request.proof);
        QCOMPARE(arrived.sentAt, request.sentAt);
    }

    void onlyTheDistrictsOwnAuthorityIsBelieved()
    {
        test::Door door;
        const Certified other = *makeAuthority(QStringLiteral("Other"), SystemClock().now());
        for (const QByteArray &authorities : {other.certificate, QByteArray()}) {
            HttpTransport transport(addressOf(door.server->port()), authoritiesIn(authorities));
            const Transport::Answer answer = exchange(transport, sample());
            QVERIFY(!answer.response);
            QCOMPARE(answer.failure.kind, TransportFailure::Kind::WrongServer);
        }
        QCOMPARE(door.handler.handled.load(), 0);
        // the next authority of the district is believed beside the present one
        HttpTransport both(addressOf(door.server->port()), authoritiesIn(other.certificate + door.authority.certificate));
        QVERIFY(exchange(both, sample()).response);
    }

    void aServerThatIsNotThereOrSaysNothingIsAFailure()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        HttpTransport transport(addressOf(silent.serverPort()), {});
        const Transport::Answer slow = exchange(transport, sample(), 300);
        QVERIFY(!slow.response);
        QCOMPARE(slow.failure.kind, TransportFailure::Kind::Timeout);
        const quint16 port = silent.serverPort();
        silent.close();
        HttpTransport none(addressOf(port), {});
        const Transport::Answer gone = exchange(none, sample());
        QVERIFY(!gone.response);
        QCOMPARE(gone.failure.kind, TransportFailure::Kind::NoLine);
    }

    void whatIsGivenUpIsNotAnswered()
    {
        test::Door door;
        HttpTransport transport(addressOf(door.server->port()), authoritiesIn(door.authority.certificate));
        bool answered = false;
        door.handler.block();
        transport.send(sample(), 20'000, [&](const Transport::Answer &) { answered = true; });
        QVERIFY(!QTest::qWaitFor([&] { return answered; }, 300));
        transport.abort();
        door.handler.unblock();
        QVERIFY(exchange(transport, sample()).response);
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(HttpTransportTest)
#include "HttpTransportTest.moc"
