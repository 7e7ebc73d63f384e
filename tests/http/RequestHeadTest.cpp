// SPDX-License-Identifier: GPL-3.0-or-later
// Which heads of requests are taken, and that both ends write and read the same headers.
#include "server/http/RequestHead.h"
#include "server/http/ProxyLine.h"

#include <QTest>

using namespace yizhan;

class RequestHeadTest : public QObject
{
    Q_OBJECT

private slots:
    void whatAClientWritesTheServerReads()
    {
        WireRequest sent;
        sent.path = "/v1/push";
        sent.token = QByteArray("\0\x01\nraw\xff", 7);
        sent.device = "0190-device";
        sent.proof = "c2lnbmF0dXJl";
        sent.sentAt = 1'790'000'000'123;
        sent.contentType = contentTypes::cbor;
        sent.contentEncoding = "zstd";
        sent.accept = contentTypes::json;
        sent.range = "bytes=5-";
        HttpHeaders headers = headersOf(sent);
        headers.emplaceBack("Content-Length", "12");
        const auto head = judgeHead(sent.method, sent.path, headers, 100);
        QVERIFY(head.has_value());
        QCOMPARE(head->bodyBytes, 12);
        const WireRequest &read = head->request;
        QCOMPARE(read.method, sent.method);
        QCOMPARE(read.path, sent.path);
        QCOMPARE(read.token, sent.token);
        QCOMPARE(read.device, sent.device);
        QCOMPARE(read.proof, sent.proof);
        QCOMPARE(read.sentAt, sent.sentAt);
        QCOMPARE(read.contentType, sent.contentType);
        QCOMPARE(read.contentEncoding, sent.contentEncoding);
        QCOMPARE(read.accept, sent.accept);
        QCOMPARE(read.range, sent.range);
    }

    void whatTheServerWritesAClientReads()
    {
        WireResponse sent;
        sent.contentType = contentTypes::bytes;
        sent.contentEncoding = "zstd";
        sent.retryAfter = 17;
        WireResponse read;
        for (const auto &[name, value] : headersOf(sent))
            QVERIFY(takeHeader(read, name.toLower(), value));
        QCOMPARE(read.contentType, sent.contentType);
        QCOMPARE(read.contentEncoding, sent.contentEncoding);
        QCOMPARE(read.retryAfter, 17);
        QVERIFY(!takeHeader(read, "Retry-After", "tomorrow"));
    }

    void otherFormsAreTurnedAway_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST";
        const QByteArray push = "/v1/push";
        const QByteArray length = "Content-Length";
        QTest::newRow("another method") << QByteArray("DELETE") << push << length << QByteArray("1") << 405;
        QTest::newRow("another place") << post << QByteArray("/admin") << length << QByteArray("1") << 404;
        QTest::newRow("a whole address") << post << QByteArray("http://a/v1/push") << length << QByteArray("1") << 400;
        QTest::newRow("a query") << post << QByteArray("/v1/push?a=1") << length << QByteArray("1") << 400;
        QTest::newRow("a way up") << post << QByteArray("/v1/../push") << length << QByteArray("1") << 400;
        QTest::newRow("an escape") << post << QByteArray("/v1/%2e%2e") << length << QByteArray("1") << 400;
        QTest::newRow("chunks") << post << push << QByteArray("Transfer-Encoding") << QByteArray("chunked") << 400;
        QTest::newRow("an upgrade") << post << push << QByteArray("Upgrade") << QByteArray("h2c") << 400;
        QTest::newRow("no length") << post << push << QByteArray("Accept") << QByteArray("*/*") << 411;
        QTest::newRow("a signed length") << post << push << length << QByteArray("+5") << 400;
        QTest::newRow("a list of lengths") << post << push << length << QByteArray("5, 5") << 400;
        QTest::newRow("a length beyond numbers") << post << push << length << QByteArray(40, '9') << 400;
        QTest::newRow("a large body") << post << push << length << QByteArray("101") << 413;
        QTest::newRow("a body of a GET") << QByteArray("GET") << push << length << QByteArray("1") << 400;
        QTest::newRow("another scheme") << post << push << QByteArray("Authorization") << QByteArray("Basic YQ==") << 400;
        QTest::newRow("no base64") << post << push << QByteArray("Authorization") << QByteArray("Yizhan !!") << 400;
    }

    void otherFormsAreTurnedAway()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(int, status);
        const auto head = judgeHead(method, target, {{header, value}}, 100);
        QVERIFY(!head.has_value());
        QCOMPARE(head.error().status, status);
    }

    void aHeaderThatMeansSomethingComesOnce()
    {
        for (const QByteArray &name :
             {QByteArray("content-length"), QByteArray("HOST"), QByteArray("yizhan-device"), QByteArray("authorization")}) {
            const auto head = judgeHead("POST", "/v1/push", {{"Content-Length", "1"}, {name, "1"}, {name, "1"}}, 100);
            QVERIFY2(!head.has_value() && head.error().status == 400, name.constData());
        }
    }

    void aPartialAnswerSaysWhichPartItIs()
    {
        QCOMPARE(contentRangeOf("bytes=100-", 50), QByteArray("bytes 100-149/150"));
        QCOMPARE(contentRangeOf("bytes=0-9", 50), QByteArray());
        QCOMPARE(contentRangeOf("", 50), QByteArray());
    }

    void theLineOfAProxyNamesTheClient()
    {
        QCOMPARE(proxyLine::sourceIn("PROXY TCP4 10.1.2.3 10.9.9.9 50000 8443"), QByteArray("10.1.2.3"));
        QCOMPARE(proxyLine::sourceIn("PROXY TCP6 2001:db8::1 2001:db8::2 5 6"), QByteArray("2001:db8::1"));
        QCOMPARE(proxyLine::sourceIn("PROXY UNKNOWN"), QByteArray());
        QVERIFY(!proxyLine::sourceIn("GET / HTTP/1.1").has_value());
        QVERIFY(!proxyLine::sourceIn("PROXY TCP4 10.1.2.3").has_value());
        QVERIFY(!proxyLine::sourceIn("PROXY UDP4 10.1.2.3 10.9.9.9 50000 8443").has_value());
    }
};

QTEST_APPLESS_MAIN(RequestHeadTest)
#include "RequestHeadTest.moc"
