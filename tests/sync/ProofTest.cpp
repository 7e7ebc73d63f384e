// SPDX-License-Identifier: GPL-3.0-or-later
// A request proves which workstation sent it; nothing of it can be exchanged on the way.
#include "sync/protocol/Proof.h"

#include <QTest>
#include <functional>

using namespace yizhan;

class ProofTest : public QObject
{
    Q_OBJECT
private slots:
    void theSenderProvesItself();
    void everyPartIsCovered();
    void rubbishProvesNothing();

private:
    static WireRequest sample(const SigningKey &key);
};

WireRequest ProofTest::sample(const SigningKey &key)
{
    WireRequest request;
    request.path = "/v1/push";
    request.token = "token";
    request.body = "body";
    request.contentType = contentTypes::cbor;
    signRequest(request, "device", 1000, key.secretKey);
    return request;
}

void ProofTest::theSenderProvesItself()
{
    SeededRandom random(1);
    const SigningKey key = SigningKey::make(random);
    const SigningKey other = SigningKey::make(random);
    QVERIFY(proves(sample(key), key.publicKey));
    QVERIFY(!proves(sample(key), other.publicKey));
}

void ProofTest::everyPartIsCovered()
{
    SeededRandom random(2);
    const SigningKey key = SigningKey::make(random);
    const std::vector<std::function<void(WireRequest &)>> changes{[](WireRequest &r) { r.method = "GET"; },
                                                                  [](WireRequest &r) { r.path = "/v1/pull"; },
                                                                  [](WireRequest &r) { r.token = "another"; },
                                                                  [](WireRequest &r) { r.device = "another"; },
                                                                  [](WireRequest &r) { r.sentAt += 1; },
                                                                  [](WireRequest &r) { r.body += ' '; },
                                                                  [](WireRequest &r) { r.range = "bytes=5-"; },
                                                                  [](WireRequest &r) { r.contentEncoding = "zstd"; },
                                                                  [](WireRequest &r) { r.contentType = contentTypes::json; }};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        WireRequest request = sample(key);
        changes[i](request);
        QVERIFY2(!proves(request, key.publicKey), qPrintable(QString::number(i)));
    }
}

void ProofTest::rubbishProvesNothing()
{
    SeededRandom random(3);
    const SigningKey key = SigningKey::make(random);
    for (const QByteArray &proof : {QByteArray(), QByteArray("!"), QByteArray(88, 'A'), QByteArray(100000, 'A')}) {
        WireRequest request = sample(key);
        request.proof = proof;
        QVERIFY(!proves(request, key.publicKey));
    }
    QVERIFY(!proves(sample(key), QByteArray()));
    QVERIFY(sign("text", QByteArray()).isEmpty());
}

QTEST_GUILESS_MAIN(ProofTest)
#include "ProofTest.moc"
