// SPDX-License-Identifier: GPL-3.0-or-later
// Requests over real TLS: the round trip, the authority, requests that wait for news, and a stop that loses no answer.
#include "sync/protocol/Body.h"
#include "sync/protocol/HttpNames.h"
#include "tests/http/Door.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTest>
#include <thread>

using namespace yizhan;
using namespace yizhan::test;

namespace {
const QByteArray waitForOne = R"({"marks":[{"office":"JO01","oseq":0}]})";

QNetworkRequest requestTo(const Door &door, const QByteArray &path)
{
    QNetworkRequest request(QUrl(QStringLiteral("https://127.0.0.1:%1%2").arg(door.server->port()).arg(QLatin1String(path))));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({QSslCertificate(door.authority.certificate, QSsl::Der)});
    request.setSslConfiguration(configuration);
    return request;
}

wire::WaitResponse newsIn(const Reply &reply) { return *readBody<wire::WaitResponse>(reply.response()); }
} // namespace

class HttpServerTest : public QObject
{
    Q_OBJECT

private slots:
    void theClientsOwnLibraryGetsItsAnswer()
    {
        Door door;
        WireRequest wanted;
        wanted.path = "/v1/hello";
        wanted.device = "device-1";
        wanted.token = QByteArray("\0raw\n", 5);
        wanted.proof = "cHJvb2Y=";
        wanted.sentAt = 42;
        wire::HelloRequest hello;
        hello.release = QString(4000, u'r'); // long enough to be packed
        setBody(wanted, hello);
        QNetworkRequest request = requestTo(door, wanted.path);
        for (const auto &[name, value] : headersOf(wanted))
            request.setRawHeader(name, value);
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.post(request, wanted.body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait(30'000));
        QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
        QCOMPARE(reply->readAll(), wanted.body);

        const WireRequest seen = door.handler.lastRequest();
        QCOMPARE(seen.device, wanted.device);
        QCOMPARE(seen.token, wanted.token);
        QCOMPARE(seen.proof, wanted.proof);
        QCOMPARE(seen.sentAt, wanted.sentAt);
        QCOMPARE(seen.contentEncoding, QByteArray("zstd"));
        QCOMPARE(readBody<wire::HelloRequest>(seen)->release, hello.release);
        QCOMPARE(door.handler.lastPeer(), QByteArray("127.0.0.1"));
    }

    void theChainNamesTheAuthorityForThoseWhoEnrol()
    {
        Door door;
        const auto client = door.client();
        QVERIFY(client->connect());
        const QList<QSslCertificate> chain = client->socket().peerCertificateChain();
        QCOMPARE(chain.size(), 2);
        QCOMPARE(inspectCertificate(chain.last().toDer())->keyHash, inspectCertificate(door.authority.certificate)->keyHash);
    }

    void whoTrustsAnotherAuthorityDoesNotConnect()
    {
        Door door;
        const auto other = makeAuthority(QStringLiteral("District"), Instant{1'700'000'000'000});
        Client client(door.server->port(), other->certificate);
        QVERIFY(!client.connect());
        QCOMPARE(client.ask("/v1/hello").status, 0);
        QCOMPARE(door.handler.handled.load(), 0);
    }

    void oldVersionsOfTlsAreRefused()
    {
        Door door;
        const auto client = door.client();
        QSslConfiguration configuration = client->socket().sslConfiguration();
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        configuration.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        client->socket().setSslConfiguration(configuration);
        QVERIFY(!client->connect());
        QVERIFY(door.servesOthers());
    }

    void aConnectionServesOneRequestAfterTheOther()
    {
        Door door;
        const auto client = door.client();
        QVERIFY(client->connect());
        for (int i = 0; i < 20; ++i) {
            const QByteArray body = QByteArray::number(i);
            QCOMPARE(client->ask("/v1/push", body).body, body);
        }
        QTRY_COMPARE(door.server->load().answered, 20);
        QCOMPARE(door.server->load().connections, 1);
        QTRY_COMPARE(door.server->load().memory, 0); // given back after the answer has gone
    }

    void aLargeBodyComesThroughWhole()
    {
        Door door;
        const auto client = door.client();
        QVERIFY(client->connect());
        QByteArray body(4 << 20, '\0');
        for (qsizetype i = 0; i < body.size(); ++i)
            body[i] = static_cast<char>(i * 31 + i / 257);
        QCOMPARE(client->ask("/v1/blob", body, "Expect: 100-continue\r\n").status, 100);
        QCOMPARE(client->read().body, body);
        QTRY_COMPARE(door.server->load().memory, 0); // given back after the answer has gone
    }

    void newsWakeThoseWhoWaitForThem()
    {
        Door door;
        const auto client = door.client();
        QVERIFY(client->connect());
        QVERIFY(client->write(Client::post("/v1/wait", waitForOne)));
        door.handler.waitUntilSubscribed(1);
        // Held without a worker: more requests than there are workers are answered meanwhile.
        for (int i = 0; i < 20; ++i)
            QVERIFY(door.servesOthers());
        QCOMPARE(client->socket().bytesAvailable(), 0);
        door.handler.news(QStringLiteral("JO01"));
        const Reply reply = client->read();
        QCOMPARE(reply.status, 200);
        QCOMPARE(newsIn(reply).changed, std::vector<QString>{QStringLiteral("JO01")});
    }

    void newsThatAreThereAreToldAtOnce()
    {
        Door door;
        door.handler.news(QStringLiteral("JO01"));
        const auto client = door.client();
        QVERIFY(client->connect());
        QCOMPARE(newsIn(client->ask("/v1/wait", waitForOne)).changed.size(), std::size_t(1));
        QCOMPARE(client->ask("/v1/wait", "no object").status, 400);
    }

    void waitingEndsWithoutNews()
    {
        HttpLimits limits;
        limits.wait = std::chrono::milliseconds(1);
        Door door(limits);
        const auto client = door.client();
        QVERIFY(client->connect());
        for (int i = 0; i < 3; ++i) {
            const Reply reply = client->ask("/v1/wait", waitForOne);
            QCOMPARE(reply.status, 200);
            QVERIFY(newsIn(reply).changed.empty());
        }
    }

    void manyWaitOnFewThreads()
    {
        HttpLimits limits;
        limits.workers = 2;
        limits.queue = 4;
        limits.admission.connectionsPerAddress = 300;
        Door door(limits);
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(door.client());
            QVERIFY(clients.back()->connect());
            QVERIFY(clients.back()->write(Client::post("/v1/wait", waitForOne)));
            door.handler.waitUntilSubscribed(i + 1);
        }
        door.handler.news(QStringLiteral("JO01")); // all at once, though the queue has four places
        for (const auto &client : clients)
            QCOMPARE(newsIn(client->read()).changed.size(), std::size_t(1));
    }

    void whoHangsUpIsNotWaitedFor()
    {
        Door door;
        {
            const auto client = door.client();
            QVERIFY(client->connect());
            QVERIFY(client->write(Client::post("/v1/wait", waitForOne)));
            door.handler.waitUntilSubscribed(1);
        }
        QTRY_COMPARE_WITH_TIMEOUT(door.server->load().connections, 0, 30'000); // long before the 55 seconds
    }

    void aFullQueueAsksToComeBackLater()
    {
        HttpLimits limits;
        limits.workers = 1;
        limits.queue = 1;
        Door door(limits);
        door.handler.block();
        const auto first = door.client();
        const auto second = door.client();
        const auto third = door.client();
        QVERIFY(first->connect() && second->connect() && third->connect());
        QVERIFY(first->write(Client::post("/v1/push", "first")));
        door.handler.waitUntilHandling(1);
        // One waits in the queue, one finds it full: which of the two depends on who is read first.
        QVERIFY(second->write(Client::post("/v1/push", "second")));
        QVERIFY(third->write(Client::post("/v1/push", "third")));
        QTRY_VERIFY_WITH_TIMEOUT(second->hasAnswer() || third->hasAnswer(), 30'000);
        door.handler.unblock();
        const Reply a = second->read();
        const Reply b = third->read();
        QCOMPARE(std::min(a.status, b.status), 200);
        QCOMPARE(std::max(a.status, b.status), 503);
        const WireResponse refused = (a.status == 503 ? a : b).response();
        QVERIFY(refused.retryAfter > 0);
        QCOMPARE(readBody<wire::Refusal>(refused)->code, QStringLiteral("HT-03"));
        QCOMPARE(first->read().body, QByteArray("first"));
    }

    void aStopAnswersWhatRunsAndWaits()
    {
        Door door;
        const auto idle = door.client();
        const auto waiting = door.client();
        const auto running = door.client();
        QVERIFY(idle->connect() && waiting->connect() && running->connect());
        QCOMPARE(idle->ask("/v1/hello").status, 200);
        QVERIFY(waiting->write(Client::post("/v1/wait", waitForOne)));
        door.handler.waitUntilSubscribed(1);
        door.handler.block();
        QVERIFY(running->write(Client::post("/v1/push", "precious")));
        door.handler.waitUntilHandling(1);

        std::thread stopping([&door] { door.server->stop(); });
        QCOMPARE(waiting->read().status, 200);
        QVERIFY(idle->isClosed());
        door.handler.unblock();
        const Reply reply = running->read();
        stopping.join();
        QCOMPARE(reply.body, QByteArray("precious"));
        QVERIFY(reply.head.toLower().contains("connection: close"));
        QVERIFY(!door.client()->connectPlain());
        QCOMPARE(door.server->load().connections, 0);
    }

    void aRenewedCertificateIsShownToNewConnections()
    {
        Door door;
        const auto before = door.client();
        QVERIFY(before->connect());
        const Certified other = *makeServerCertificate(door.authority, {QStringLiteral("127.0.0.1")},
                                                       Instant{1'790'000'000'000});
        const QByteArray chain = QSslCertificate(other.certificate, QSsl::Der).toPem()
                                 + QSslCertificate(door.authority.certificate, QSsl::Der).toPem();
        QVERIFY(door.server->useIdentity({chain, other.key}).has_value());
        const auto after = door.client();
        QVERIFY(after->connect());
        QCOMPARE(after->socket().peerCertificate().toDer(), other.certificate);
        QCOMPARE(before->ask("/v1/hello").status, 200);
        QVERIFY(!door.server->useIdentity({"no certificate", other.key}).has_value());
    }

    void aPortThatIsTakenIsNamed()
    {
        Door door;
        HttpListen listen;
        listen.address = QStringLiteral("127.0.0.1");
        listen.port = door.server->port();
        const QByteArray chain = QSslCertificate(door.authority.certificate, QSsl::Der).toPem();
        const auto second = HttpServer::start(door.handler, listen, {chain, door.authority.key});
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().kind, ErrorKind::Busy);
        QVERIFY(second.error().details.first().contains(QString::number(listen.port)));
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "HttpServerTest.moc"
