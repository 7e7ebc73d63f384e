// SPDX-License-Identifier: GPL-3.0-or-later
// The server under attack: a clear refusal, bounded memory, and everybody else is served.
#include "base/Random.h"
#include "sync/protocol/Body.h"
#include "tests/http/Door.h"

#include <QTcpSocket>
#include <QTest>

using namespace yizhan;
using namespace yizhan::test;

class HttpAttackTest : public QObject
{
    Q_OBJECT

private:
    // What the server says to these bytes, after which it has hung up and serves others.
    static Reply saidTo(const QByteArray &bytes)
    {
        HttpLimits limits;
        limits.farewell = std::chrono::milliseconds(50);
        Door door(limits);
        const auto client = door.client();
        if (!client->connect() || !client->write(bytes))
            return {};
        const Reply reply = client->read();
        return client->isClosed() && door.servesOthers() && door.handler.handled == 1 ? reply : Reply();
    }

private slots:
    void anOversizedHeaderIsRefused()
    {
        const Reply reply = saidTo("POST /v1/push HTTP/1.1\r\nHost: a\r\nX-Long: " + QByteArray(40'000, 'x'));
        QCOMPARE(reply.status, 413);
        QCOMPARE(readBody<wire::Refusal>(reply.response())->code, QStringLiteral("HT-02"));
    }

    void tooManyHeadersAreRefused()
    {
        QByteArray bytes = "POST /v1/push HTTP/1.1\r\n";
        for (int i = 0; i < 5'000; ++i)
            bytes += "X-" + QByteArray::number(i) + ": a\r\n";
        QCOMPARE(saidTo(bytes).status, 413);
    }

    void anOversizedBodyIsRefusedBeforeItIsRead()
    {
        Door door;
        const auto client = door.client();
        QVERIFY(client->connect());
        QVERIFY(client->write("POST /v1/push HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000000\r\n\r\n"));
        QCOMPARE(client->read().status, 413);
        QTRY_COMPARE(door.server->load().memory, 0);
    }

    void whoPromisesAMuchTakesRoomOnlyForWhatComes()
    {
        Door door;
        std::vector<std::unique_ptr<Client>> promising;
        for (int i = 0; i < 50; ++i) {
            promising.push_back(door.client());
            QVERIFY(promising.back()->connect());
            QVERIFY(promising.back()->write("POST /v1/push HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\nabc"));
        }
        QVERIFY(door.servesOthers());
        QVERIFY(door.server->load().memory <= 51 * (64 << 10));
    }

    void bodiesOfAllConnectionsTogetherAreBounded()
    {
        HttpLimits limits;
        limits.admission.memoryBytes = 1 << 20;
        limits.admission.memoryPerAddress = 1 << 20;
        Door door(limits);
        const auto client = door.client();
        QVERIFY(client->connect());
        QVERIFY(
            client->write("POST /v1/push HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n" + QByteArray(2 << 20, 'x')));
        const Reply reply = client->read();
        QCOMPARE(reply.status, 503);
        QVERIFY(reply.response().retryAfter > 0);
        QVERIFY(client->isClosed());
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().memory, 0, 30'000);
        QVERIFY(door.servesOthers());
    }

    void slowSendersAreCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("no handshake") << QByteArray() << false;
        QTest::newRow("half a handshake") << QByteArray::fromHex("1603010200010001fc0303") << false;
        QTest::newRow("nothing at all") << QByteArray() << true;
        QTest::newRow("half a head") << QByteArray("POST /v1/push HTTP/1.1\r\nHo") << true;
        QTest::newRow("half a body") << QByteArray("POST /v1/push HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc") << true;
    }

    void slowSendersAreCutOff()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, encrypted);
        HttpLimits limits;
        limits.handshake = limits.request = limits.idle = std::chrono::milliseconds(300);
        Door door(limits);
        const auto slow = door.client();
        QVERIFY(encrypted ? slow->connect() : slow->connectPlain());
        QVERIFY(bytes.isEmpty() || slow->write(bytes));
        QVERIFY(slow->isClosed());
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().connections, 0, 30'000);
        QTRY_COMPARE(door.server->load().memory, 0);
        QCOMPARE(door.handler.handled.load(), 0);
    }

    void whoDripsIsCutOffLikeWhoIsSilent_data()
    {
        QTest::addColumn<QByteArray>("begun");
        QTest::newRow("a head") << QByteArray("POST /v1/push HTTP/1.1\r\nX-Long: ");
        QTest::newRow("a body") << QByteArray("POST /v1/push HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n");
    }

    // Each byte comes in time, and there is always another one.
    void whoDripsIsCutOffLikeWhoIsSilent()
    {
        QFETCH(QByteArray, begun);
        HttpLimits limits;
        limits.request = std::chrono::milliseconds(300);
        Door door(limits);
        const auto slow = door.client();
        QVERIFY(slow->connect());
        QVERIFY(slow->write(begun));
        int drops = 0;
        for (; slow->isOpen() && drops < 100'000; ++drops) {
            slow->socket().write("x");
            slow->socket().waitForBytesWritten(10);
            slow->socket().waitForReadyRead(10);
        }
        QVERIFY(!slow->isOpen());
        QVERIFY(drops > 3);
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().connections, 0, 30'000);
        QTRY_COMPARE(door.server->load().memory, 0);
        QCOMPARE(door.handler.handled.load(), 0);
    }

    // A large answer that nobody reads does not stay in memory, and takes no worker meanwhile.
    void whoNeverReadsTheAnswerIsCutOff()
    {
        constexpr qsizetype size = 24 << 20; // more than the system buffers between two sockets that stand still
        HttpLimits limits;
        limits.bodyBytes = 32 << 20;
        limits.request = std::chrono::milliseconds(2'000);
        limits.slowestBytesPerSecond = 8 << 20;
        limits.workers = 1;
        Door door(limits);
        const auto deaf = door.client();
        QVERIFY(deaf->connect());
        deaf->socket().setReadBufferSize(4096);
        QVERIFY(deaf->write(Client::post("/v1/push", QByteArray(size, 'x'))));
        QTRY_COMPARE_WITH_TIMEOUT(door.handler.handled.load(), 1, 30'000);
        QVERIFY(door.server->load().memory >= size);
        QVERIFY(door.servesOthers());
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().memory, 0, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().connections, 0, 30'000);
    }

    void moreConnectionsThanAllowedAreClosedAndTheFirstOnesServed()
    {
        HttpLimits limits;
        limits.admission.connections = 50;
        limits.admission.connectionsPerAddress = 1'000;
        Door door(limits);
        const auto early = door.client();
        QVERIFY(early->connect());
        QCOMPARE(early->ask("/v1/hello").status, 200);
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 400; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QStringLiteral("127.0.0.1"), door.server->port());
            QVERIFY(crowd.back()->waitForConnected(30'000));
        }
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().refused, 351, 30'000);
        QVERIFY(door.server->load().connections <= 50);
        QCOMPARE(early->ask("/v1/hello").status, 200);
        crowd.clear();
        QTRY_VERIFY_WITH_TIMEOUT(door.servesOthers(), 30'000);
    }

    void oneAddressHasItsShareOfConnections()
    {
        HttpLimits limits;
        limits.admission.connectionsPerAddress = 2;
        Door door(limits);
        const auto first = door.client();
        const auto second = door.client();
        const auto third = door.client();
        QVERIFY(first->connect() && second->connect());
        QVERIFY(!third->connect());
        QCOMPARE(first->ask("/v1/hello").status, 200);
    }

    void behindAProxyTheShareIsThatOfTheClient()
    {
        HttpLimits limits;
        limits.admission.connectionsPerAddress = 1;
        Door door(limits, true);
        std::vector<std::unique_ptr<Client>> clients;
        for (const char *address : {"10.0.0.1", "10.0.0.2", "10.0.0.1"}) {
            clients.push_back(door.client());
            QVERIFY(clients.back()->connectPlain());
            QVERIFY(clients.back()->write(QByteArray("PROXY TCP4 ") + address + " 10.9.9.9 40000 8443\r\n"));
            clients.back()->socket().startClientEncryption();
            clients.back()->socket().setPeerVerifyName(QStringLiteral("127.0.0.1"));
            const bool second = clients.size() == 3;
            QCOMPARE(clients.back()->socket().waitForEncrypted(30'000), !second);
        }
        QCOMPARE(clients[1]->ask("/v1/hello").status, 200);
        QCOMPARE(door.handler.lastPeer(), QByteArray("10.0.0.2"));
        const auto direct = door.client();
        QVERIFY(!direct->connect()); // without the proxy's line there is no way in
    }

    void whoAsksTooOftenIsToldWhenToComeBack()
    {
        HttpLimits limits;
        limits.admission.requestsPerSecond = 0.01;
        limits.admission.burst = 9;
        Door door(limits);
        int served = 0;
        Reply last;
        for (int i = 0; i < 4; ++i) {
            const auto client = door.client();
            QVERIFY(client->connect());
            last = client->ask("/v1/hello", "{}", "Yizhan-Device: busy\r\n");
            served += last.status == 200 ? 1 : 0;
        }
        QCOMPARE(served, 3);
        QCOMPARE(last.status, 429);
        QVERIFY(last.response().retryAfter > 1);
        QVERIFY(door.servesOthers());
    }

    void garbageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("noise") << QByteArray("\x01\x02\x03 \xff\xfe garbage\r\n\r\n") << 400;
        QTest::newRow("another version") << QByteArray("GET /v1/hello HTTP/9.9\r\n\r\n") << 400;
        QTest::newRow("a blank before the colon")
            << QByteArray("POST /v1/push HTTP/1.1\r\nContent-Length : 3\r\n\r\nabc") << 400;
        QTest::newRow("two lengths") << QByteArray(
            "POST /v1/push HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd")
                                     << 400;
        QTest::newRow("length and chunks") << QByteArray(
            "POST /v1/push HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                           << 400;
        QTest::newRow("chunks") << QByteArray("POST /v1/push HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") << 400;
        QTest::newRow("hidden chunks") << QByteArray(
            "POST /v1/push HTTP/1.1\r\nTransfer-Encoding: xchunked\r\nContent-Length: 3\r\n\r\nabc")
                                       << 400;
        QTest::newRow("a proxy's request") << QByteArray("CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere\r\n\r\n") << 405;
        QTest::newRow("two at once") << Client::post("/v1/push", "abc") + Client::post("/v1/push", "def") << 400;
        QTest::newRow("one hidden behind a body") << Client::post("/v1/push", "abc") + "GET /v1/hello HTTP/1.1\r\n\r\n" << 400;
    }

    void garbageIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QCOMPARE(saidTo(bytes).status, status);
    }

    void noiseInsteadOfAHandshakeHurtsNobody()
    {
        Door door;
        SeededRandom random(7);
        for (int i = 0; i < 50; ++i) {
            QByteArray noise(1 + static_cast<qsizetype>(random.below(3'000)), Qt::Uninitialized);
            random.fill(reinterpret_cast<std::uint8_t *>(noise.data()), static_cast<std::size_t>(noise.size()));
            const auto client = door.client();
            QVERIFY(client->connectPlain());
            client->socket().write(noise);
            client->socket().waitForBytesWritten(1'000);
        }
        QVERIFY(door.servesOthers());
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().connections, 0, 30'000);
    }

    void noiseInsteadOfARequestHurtsNobody()
    {
        Door door;
        SeededRandom random(11);
        const QByteArray good = Client::post("/v1/push", "body", "Yizhan-Device: d\r\nAuthorization: Yizhan YQ==\r\n");
        for (int i = 0; i < 100; ++i) {
            QByteArray bytes = good;
            for (std::uint32_t n = 1 + random.below(6); n > 0; --n)
                bytes[random.below(static_cast<std::uint32_t>(bytes.size()))] = static_cast<char>(random.below(256));
            const auto client = door.client();
            QVERIFY(client->connect());
            QVERIFY(client->write(bytes));
        }
        QVERIFY(door.servesOthers());
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().connections, 0, 30'000);
        QTRY_COMPARE(door.server->load().memory, 0);
    }
};

QTEST_GUILESS_MAIN(HttpAttackTest)
#include "HttpAttackTest.moc"
