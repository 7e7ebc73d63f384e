// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody with more than he should have: an account of another office at this workstation, an administrator's password, the
// key of a stolen machine, no code at all. What he does not get.
#include "tests/server/Stage.h"

#include "sync/protocol/Proof.h"

#include <QTest>
#include <sodium.h>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

wire::LoginRequest loginOf(const char *login)
{
    wire::LoginRequest message;
    message.login = QString::fromLatin1(login);
    message.password = QLatin1String(password);
    return message;
}

QByteArray sealedKey(const Stage &stage, char fill)
{
    const QByteArray key(32, fill);
    const QByteArray escrow = stage.fixture.setup().keys.escrowPublic;
    QByteArray sealed(key.size() + static_cast<int>(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(reinterpret_cast<unsigned char *>(sealed.data()), reinterpret_cast<const unsigned char *>(key.constData()),
                    32, reinterpret_cast<const unsigned char *>(escrow.constData()));
    return sealed;
}

// What the person gets of the cases of the workstation's office.
std::size_t pagesFor(Workstation &at, const char *login)
{
    const auto got = at.ask<wire::LoginResponse>("/v1/login", loginOf(login));
    if (!got)
        qFatal("no login");
    at.token = got->token;
    wire::PullRequest pull;
    pull.epoch = at.epoch;
    pull.maxBytes = 1 << 20;
    pull.cursors = {wire::Cursor{at.office, 1, 0}};
    return at.ask<wire::PullResponse>("/v1/pull", pull)->pages.size();
}

} // namespace

class IntruderTest : public QObject
{
    Q_OBJECT

private slots:
    void aPersonOfAnotherOfficeReadsNothingAtThisWorkstation()
    {
        Stage stage;
        stage.withCase();
        QCOMPARE(pagesFor(stage.two, "li"), 1U);
        QCOMPARE(pagesFor(stage.two, "zhao"), 0U); // of the other office
        wire::DigestRequest digest;
        digest.office = stage.officeA;
        QVERIFY(!stage.two.ask<wire::DigestResponse>("/v1/digest", digest));
        wire::SnapshotRequest snapshot;
        snapshot.office = stage.officeA;
        snapshot.generation = 1;
        QVERIFY(!stage.two.ask<wire::SnapshotManifest>("/v1/snapshot", snapshot));
    }

    void theKeyOfAStoreIsNotGivenToWhoMayNotReadIt()
    {
        Stage stage;
        stage.fixture.addUser(QStringLiteral("admin"), {QStringLiteral("SYS_ADMIN")}, {QStringLiteral("*")});
        wire::LoginRequest first = loginOf("li");
        first.sealedKeys = sealedKey(stage, 'k');
        QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/login", first));
        QVERIFY(!stage.two.ask<wire::LoginResponse>("/v1/login", loginOf("wang"))->keys.isEmpty());
        for (const char *other : {"admin", "zhao"}) {
            QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(other))->keys.isEmpty());
            wire::LoginRequest replacing = loginOf(other); // nor does he put another in its place
            replacing.sealedKeys = sealedKey(stage, 'x');
            QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/login", replacing));
        }
        unsigned char publicKey[32];
        unsigned char secretKey[32];
        QCOMPARE(crypto_sign_ed25519_pk_to_curve25519(
                     publicKey, reinterpret_cast<const unsigned char *>(stage.two.key.publicKey.constData())),
                 0);
        QCOMPARE(crypto_sign_ed25519_sk_to_curve25519(
                     secretKey, reinterpret_cast<const unsigned char *>(stage.two.key.secretKey.constData())),
                 0);
        const QByteArray sealed = stage.two.ask<wire::LoginResponse>("/v1/login", loginOf("wang"))->keys;
        QByteArray opened(32, '\0');
        QCOMPARE(crypto_box_seal_open(reinterpret_cast<unsigned char *>(opened.data()),
                                      reinterpret_cast<const unsigned char *>(sealed.constData()),
                                      static_cast<unsigned long long>(sealed.size()), publicKey, secretKey),
                 0);
        QCOMPARE(opened, QByteArray(32, 'k'));
    }

    void aRevokedWorkstationCannotFillTheStorageOrSpeakAfterItsReceipt()
    {
        Stage stage;
        const Record root = stage.withCase();
        QVERIFY(!stage.two.ask<wire::Empty>("/v1/receipt", wire::Receipt())); // nobody told it to wipe
        QCOMPARE(stage.two.lastStatus, 403);
        QVERIFY(stage.fixture.admin().revokeDevice(stage.two.device));
        QVERIFY(stage.fixture.database().write([&](SqlSession &session) -> Outcome {
            for (int n = 1; n <= 1000; ++n) {
                Outcome one = session.done("INSERT INTO quarantine (device, n, payload, received_at) VALUES (?, ?, ?, ?)",
                                           {stage.two.device, 1'000'000 + n, QByteArray("x"), Instant{}});
                if (!one)
                    return one;
            }
            return {};
        }));
        wire::PushRequest unsent;
        unsent.epoch = stage.two.epoch;
        for (int i = 0; i < 500; ++i)
            unsent.operations.push_back(stage.two.act(wire::Act::Withdraw, root, 1));
        QVERIFY(stage.two.ask<wire::PushResponse>("/v1/salvage", unsent));
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM quarantine"), 1500);
        QVERIFY(stage.two.ask<wire::Empty>("/v1/receipt", wire::Receipt()));
        for (wire::Operation &operation : unsent.operations)
            operation.n += 10'000;
        QVERIFY(!stage.two.ask<wire::PushResponse>("/v1/salvage", unsent));
        QCOMPARE(stage.two.lastStatus, 403);
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM quarantine"), 1500);
    }

    void whatAStrangerSendsIsNotUnpackedFarther()
    {
        Stage stage;
        wire::EnrolRequest message;
        message.device = RecordId::make(stage.fixture.clock().now(), stage.fixture.random());
        const SigningKey key = SigningKey::make(stage.fixture.random());
        message.publicKey = key.publicKey;
        message.name = QString(200'000, u'x'); // some hundred bytes when packed
        WireRequest request;
        request.path = "/v1/enrol";
        setBody(request, message);
        QVERIFY(request.body.size() < 4096);
        signRequest(request, message.device.toString().toLatin1(), 0, key.secretKey);
        QCOMPARE(stage.fixture.district().handle(request, Peer{"10.0.0.9"}).status, 400);
    }

    void namesThatNobodyHasDoNotStayInTheStorage()
    {
        Stage stage;
        for (int i = 0; i < 20; ++i) {
            wire::LoginRequest guess = loginOf("li");
            guess.login = QStringLiteral("guess%1").arg(i);
            QVERIFY(!stage.two.ask<wire::LoginResponse>("/v1/login", guess));
        }
        QVERIFY(stage.fixture.number("SELECT COUNT(*) FROM attempt") >= 20);
        stage.fixture.clock().advanceMs(2LL * 3600 * 1000);
        QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/login", loginOf("li")));
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM attempt"), 0);
    }

    void aNewLifeOfTheServerNamesTheWorkstationThatProvedIt()
    {
        Stage stage;
        wire::HelloRequest lie;
        lie.epoch = stage.two.epoch;
        lie.answeredUpto = 1000;
        QVERIFY(stage.two.ask<wire::HelloResponse>("/v1/hello", lie));
        const auto entries = *stage.fixture.admin().auditEntries(0, 1000);
        QVERIFY(entries.back().details.value(QStringLiteral("why")).toString().contains(stage.two.device.toString()));
    }
};

QTEST_GUILESS_MAIN(IntruderTest)
#include "IntruderTest.moc"
