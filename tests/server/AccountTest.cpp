// SPDX-License-Identifier: GPL-3.0-or-later
// People and workstations: joining by a code, logging in, being slowed down, losing the right; and what administrators leave
// behind.
#include "tests/server/Stage.h"

#include "records/kinds/Conflict.h"
#include "records/kinds/Device.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/User.h"
#include "server/core/Passwords.h"
#include "sync/protocol/EnrolmentCode.h"

#include <QTest>
#include <sodium.h>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

wire::LoginRequest loginOf(const QString &login, const QString &secret = QLatin1String(password), const QString &factor = {})
{
    wire::LoginRequest message;
    message.login = login;
    message.password = secret;
    message.secondFactor = factor;
    return message;
}

QByteArray fromBase32(const QString &text)
{
    const QString alphabet = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    QByteArray bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const QChar c : text) {
        buffer = buffer << 5 | static_cast<unsigned>(alphabet.indexOf(c));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(static_cast<char>(buffer >> bits));
        }
    }
    return bytes;
}

// A computer with a code of office A that wants to join together with its first person.
struct Joiner {
    explicit Joiner(DistrictFixture &district) : fixture(district)
    {
        NewCode wanted;
        wanted.office = QLatin1String(DistrictFixture::officeA);
        wanted.authorityKeyHash = QByteArray(32, 'a');
        message.secret = EnrolmentCode::fromText(*fixture.admin().makeCode(wanted))->secret;
        beAnother();
    }
    // Another computer with the same code.
    Joiner(const Joiner &from) : fixture(from.fixture), message(from.message) { beAnother(); }
    void beAnother()
    {
        key = SigningKey::make(fixture.random());
        message.publicKey = key.publicKey;
        message.device = RecordId::make(fixture.clock().now(), fixture.random());
    }
    WireResponse join(const QString &login, const QString &typed, const QString &factor = {}) const
    {
        wire::EnrolRequest asked = message;
        asked.login = loginOf(login, typed, factor);
        WireRequest request;
        request.path = "/v1/enrol";
        setBody(request, asked);
        signRequest(request, asked.device.toString().toLatin1(), 0, key.secretKey);
        return fixture.district().handle(request, Peer{"10.0.0.7"});
    }

    DistrictFixture &fixture;
    wire::EnrolRequest message;
    SigningKey key;
};

} // namespace

class AccountTest : public QObject
{
    Q_OBJECT

private slots:
    void theSecondFactorIsTheOneOfTheStandard()
    {
        // RFC 6238 appendix B, the last six of its eight digits
        const QByteArray secret = "12345678901234567890";
        QCOMPARE(passwords::oneTimeCode(secret, 59 / 30), QStringLiteral("287082"));
        QCOMPARE(passwords::oneTimeCode(secret, 1111111109 / 30), QStringLiteral("081804"));
        QCOMPARE(passwords::oneTimeCode(secret, 1111111111 / 30), QStringLiteral("050471"));
        QCOMPARE(passwords::oneTimeCode(secret, 1234567890 / 30), QStringLiteral("005924"));
        QCOMPARE(passwords::oneTimeCode(secret, 2000000000 / 30), QStringLiteral("279037"));
        QCOMPARE(passwords::oneTimeCode(secret, 20000000000LL / 30), QStringLiteral("353130"));
        QCOMPARE(passwords::base32("foobar"), QStringLiteral("MZXW6YTBOI")); // RFC 4648 part 10
    }

    void passwordsMustBeHardToGuess()
    {
        for (const QString &weak :
             {QStringLiteral("Short1!"), QStringLiteral("onlysmallletters"), QStringLiteral("Wang-12345-x")})
            QVERIFY(!passwords::judge(weak, QStringLiteral("wang")));
        QVERIFY(passwords::judge(QLatin1String(password), QStringLiteral("wang")));
        QVERIFY(passwords::judge(QStringLiteral("通州司法所Ab12345"), QStringLiteral("wang")));
        const QString composed = QString::fromUtf8("Pässwörd-2026");
        const auto hash = passwords::hash(composed.normalized(QString::NormalizationForm_D), 1, 8192);
        QVERIFY(passwords::fits(composed.normalized(QString::NormalizationForm_C), *hash, 1, 8192));
        QVERIFY(!passwords::fits(QStringLiteral("Pässwörd-2027"), *hash, 1, 8192));
        QVERIFY(!passwords::fits(composed, QString(), 1, 8192));
    }

    void wrongPasswordsSlowDownAndTheRightOneOpens()
    {
        Stage stage;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!stage.one.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"), QStringLiteral("wrong"))));
            QCOMPARE(stage.one.lastStatus, 401);
        }
        QVERIFY(!stage.one.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"))));
        QCOMPARE(stage.one.lastStatus, 429);
        QVERIFY(stage.one.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("wang")))); // others are not held up
        stage.fixture.clock().advanceMs(31'000);
        QVERIFY(stage.one.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"))));
        // an unknown name answers the same as a wrong password
        QVERIFY(!stage.one.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("nobody"))));
        QCOMPARE(stage.one.lastStatus, 401);
    }

    void aSecondFactorIsAskedForAndWorksOnce()
    {
        Stage stage;
        const auto typed = stage.fixture.admin().setSecondFactor(QStringLiteral("li"), true);
        QVERIFY(typed);
        const QByteArray secret = fromBase32(*typed);
        QCOMPARE(secret.size(), 20);
        QVERIFY(!stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"))));
        const QString code = passwords::oneTimeCode(secret, passwords::stepAt(stage.fixture.clock().now()));
        QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"), QLatin1String(password), code)));
        QVERIFY(!stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"), QLatin1String(password), code)));
        stage.fixture.clock().advanceMs(60'000);
        const QString next = passwords::oneTimeCode(secret, passwords::stepAt(stage.fixture.clock().now()) - 1); // a slow clock
        QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"), QLatin1String(password), next)));
        QVERIFY(stage.fixture.admin().setSecondFactor(QStringLiteral("li"), false));
        QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"))));
    }

    void aTokenIsGoodForAWhileOnOneWorkstation()
    {
        Stage stage;
        wire::WaitRequest nothing;
        QVERIFY(stage.two.ask<wire::WaitResponse>("/v1/wait", nothing));
        stage.other.token = stage.two.token;
        QVERIFY(!stage.other.ask<wire::WaitResponse>("/v1/wait", nothing));
        QCOMPARE(stage.other.lastStatus, 401);
        stage.fixture.clock().advanceMs(16 * 60 * 1000);
        QVERIFY(!stage.two.ask<wire::WaitResponse>("/v1/wait", nothing));
        QCOMPARE(stage.two.lastStatus, 401);
        wire::TokenRequest refresh;
        refresh.refresh = stage.two.refresh;
        const auto renewed = stage.two.ask<wire::LoginResponse>("/v1/token", refresh);
        QVERIFY(renewed);
        stage.two.token = renewed->token;
        QVERIFY(stage.two.ask<wire::WaitResponse>("/v1/wait", nothing));
        QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/token", refresh)); // the answer may have been lost
        stage.fixture.clock().advanceMs(5 * 60 * 1000);
        QVERIFY(!stage.two.ask<wire::LoginResponse>("/v1/token", refresh)); // but not for ever
        refresh.refresh = renewed->token;
        QVERIFY(!stage.two.ask<wire::LoginResponse>("/v1/token", refresh)); // nor with the other kind
    }

    void aDisabledPersonIsOutAtOnce()
    {
        Stage stage;
        QVERIFY(stage.fixture.admin().disableUser(QStringLiteral("li")));
        wire::WaitRequest nothing;
        QVERIFY(!stage.two.ask<wire::WaitResponse>("/v1/wait", nothing));
        QCOMPARE(stage.two.lastStatus, 401);
        QVERIFY(!stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"))));
        stage.one.pullAll();
        QVERIFY(!stage.one.held(stage.two.user)->record.get(user::active).value_or(true));
        QVERIFY(stage.fixture.admin().disableUser(QStringLiteral("li"), false));
        QVERIFY(stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"))));
    }

    void rolesThatMustBeApartStayApart()
    {
        Stage stage;
        Administration &admin = stage.fixture.admin();
        QVERIFY(!admin.addUser({QStringLiteral("x"),
                                QStringLiteral("x"),
                                QLatin1String(password),
                                {QStringLiteral("SYS_ADMIN"), QStringLiteral("AUDITOR")},
                                {}}));
        QVERIFY(
            !admin.addUser({QStringLiteral("x"), QStringLiteral("x"), QLatin1String(password), {QStringLiteral("KING")}, {}}));
        QVERIFY(!admin.addUser(
            {QStringLiteral("li"), QStringLiteral("x"), QLatin1String(password), {QStringLiteral("MEDIATOR")}, {}}));
        QVERIFY(!admin.addUser(
            {QStringLiteral("x"), QStringLiteral("x"), QStringLiteral("weak"), {QStringLiteral("MEDIATOR")}, {}}));
        QVERIFY(!admin.addUser({QStringLiteral("x"),
                                QStringLiteral("x"),
                                QLatin1String(password),
                                {QStringLiteral("MEDIATOR")},
                                {QStringLiteral("JO99")}}));
        QVERIFY(admin.setRoles(QStringLiteral("li"), {QStringLiteral("ARCHIVIST")}, {stage.officeB}));
        QVERIFY(!admin.setRoles(QStringLiteral("nobody"), {QStringLiteral("ARCHIVIST")}, {}));
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM account"), 3);
    }

    void theOfflineGrantIsSignedByTheDistrict()
    {
        Stage stage;
        const wire::LoginResponse response = stage.two.logIn(QStringLiteral("li"));
        const QByteArray text = response.offlineGrant.chopped(64);
        QVERIFY(verifySignature(text, response.offlineGrant.last(64), stage.fixture.setup().keys.signingPublic));
        const auto grant = fromCbor<wire::OfflineGrant>(text);
        QCOMPARE(grant->user, stage.two.user);
        QCOMPARE(grant->device, stage.two.device);
        QCOMPARE(grant->offices, std::vector<QString>{stage.officeA});
        QCOMPARE(grant->until.ms - grant->issuedAt.ms, 7 * 86'400'000LL);
    }

    void theKeyOfAStoreReachesTheSecondClerkOfTheSameWorkstation()
    {
        Stage stage;
        const QByteArray dataKey(32, 'k');
        QByteArray sealed(dataKey.size() + static_cast<int>(crypto_box_SEALBYTES), '\0');
        const QByteArray escrow = stage.fixture.setup().keys.escrowPublic;
        crypto_box_seal(reinterpret_cast<unsigned char *>(sealed.data()),
                        reinterpret_cast<const unsigned char *>(dataKey.constData()), 32,
                        reinterpret_cast<const unsigned char *>(escrow.constData()));
        wire::LoginRequest first = loginOf(QStringLiteral("li"));
        first.sealedKeys = sealed;
        const auto kept = stage.two.ask<wire::LoginResponse>("/v1/login", first);
        QVERIFY(kept && kept->keys.isEmpty());
        stage.fixture.addUser(QStringLiteral("sun"), {QStringLiteral("MEDIATOR")}, {stage.officeA});
        const auto second = stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("sun")));
        QVERIFY(!second->keys.isEmpty());
        unsigned char publicKey[32];
        unsigned char secretKey[32];
        QCOMPARE(crypto_sign_ed25519_pk_to_curve25519(
                     publicKey, reinterpret_cast<const unsigned char *>(stage.two.key.publicKey.constData())),
                 0);
        QCOMPARE(crypto_sign_ed25519_sk_to_curve25519(
                     secretKey, reinterpret_cast<const unsigned char *>(stage.two.key.secretKey.constData())),
                 0);
        QByteArray opened(32, '\0');
        QCOMPARE(crypto_box_seal_open(reinterpret_cast<unsigned char *>(opened.data()),
                                      reinterpret_cast<const unsigned char *>(second->keys.constData()),
                                      static_cast<unsigned long long>(second->keys.size()), publicKey, secretKey),
                 0);
        QCOMPARE(opened, dataKey);
        // another workstation gets none of it
        QVERIFY(stage.one.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("sun")))->keys.isEmpty());
    }

    void aCodeIsGoodOnceAndForADay()
    {
        DistrictFixture fixture;
        NewCode wanted;
        wanted.office = QLatin1String(DistrictFixture::officeA);
        wanted.authorityKeyHash = QByteArray(32, 'a');
        const QString code = *fixture.admin().makeCode(wanted);
        QVERIFY(!fixture.admin().makeCode({QStringLiteral("JO99"), {}, true, {}}));
        wire::EnrolRequest message;
        message.secret = EnrolmentCode::fromText(code)->secret;
        SigningKey key = SigningKey::make(fixture.random());
        message.publicKey = key.publicKey;
        message.device = RecordId::make(fixture.clock().now(), fixture.random());
        const auto enrol = [&](const wire::EnrolRequest &from, const SigningKey &by) {
            WireRequest request;
            request.path = "/v1/enrol";
            setBody(request, from);
            signRequest(request, from.device.toString().toLatin1(), 0, by.secretKey);
            return fixture.district().handle(request, Peer{"10.0.0.7"});
        };
        QCOMPARE(enrol(message, SigningKey::make(fixture.random())).status, 401); // not its own key
        wire::EnrolRequest wrong = message;
        wrong.secret = QByteArray(8, 'x');
        QCOMPARE(enrol(wrong, key).status, 403);
        const WireResponse joined = enrol(message, key);
        QCOMPARE(joined.status, 200);
        QCOMPARE(readBody<wire::EnrolResponse>(joined)->station, QStringLiteral("01"));
        QCOMPARE(enrol(message, key).status, 200); // the answer was lost
        wire::EnrolRequest another = message;
        another.device = RecordId::make(fixture.clock().now(), fixture.random());
        QCOMPARE(enrol(another, key).status, 403); // used up
        const QString old = *fixture.admin().makeCode(wanted);
        fixture.clock().advanceMs(25LL * 3600 * 1000);
        another.secret = EnrolmentCode::fromText(old)->secret;
        QCOMPARE(enrol(another, key).status, 403); // out of date
        for (int i = 0; i < 12; ++i)
            enrol(wrong, key);
        QCOMPARE(enrol(wrong, key).status, 429); // and guessing is slow
    }

    void aWrongPasswordLeavesTheCodeGoodButIsCounted()
    {
        DistrictFixture fixture;
        fixture.addUser(QStringLiteral("li"), {QStringLiteral("MEDIATOR")}, {QLatin1String(DistrictFixture::officeA)});
        const Joiner joiner(fixture);
        const QString right = QLatin1String(password);
        QCOMPARE(joiner.join(QStringLiteral("li"), QStringLiteral("Wrong-horse-42")).status, 401);
        QCOMPARE(joiner.join(QStringLiteral("nobody"), right).status, 401);
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM device"), 0);
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM record WHERE kind = ?", {Kind::Device}), 0);
        for (int i = 0; i < 3; ++i) // other names count against the code as well
            QCOMPARE(joiner.join(QStringLiteral("name%1").arg(i), right).status, 401);
        QCOMPARE(joiner.join(QStringLiteral("li"), right).status, 429);
        fixture.clock().advanceMs(31'000);
        const WireResponse joined = joiner.join(QStringLiteral("li"), right);
        QCOMPARE(joined.status, 200);
        const auto response = readBody<wire::EnrolResponse>(joined);
        QCOMPARE(response->person.person.login, QStringLiteral("li"));
        QVERIFY(!response->person.token.isEmpty() && !response->person.offlineGrant.isEmpty());
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM device"), 1);
        QCOMPARE(joiner.join(QStringLiteral("li"), right).status, 200); // the answer was lost
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM device"), 1);
        QCOMPARE(Joiner(joiner).join(QStringLiteral("li"), right).status, 403); // used up for everybody else
    }

    void withoutAGoodCodeNobodyIsAskedForAPassword()
    {
        DistrictFixture fixture;
        fixture.addUser(QStringLiteral("li"), {QStringLiteral("MEDIATOR")}, {QLatin1String(DistrictFixture::officeA)});
        Joiner stranger(fixture);
        stranger.message.secret = QByteArray(8, 'x');
        for (int i = 0; i < 7; ++i)
            QCOMPARE(stranger.join(QStringLiteral("li"), QStringLiteral("guess")).status, 403);
        QCOMPARE(Joiner(fixture).join(QStringLiteral("li"), QLatin1String(password)).status, 200); // he is not held up by it
    }

    void aSecondFactorThatWasUsedUpByALostAnswerIsTakenAgainFromTheSameWorkstation()
    {
        DistrictFixture fixture;
        fixture.addUser(QStringLiteral("li"), {QStringLiteral("MEDIATOR")}, {QLatin1String(DistrictFixture::officeA)});
        const QByteArray secret = fromBase32(*fixture.admin().setSecondFactor(QStringLiteral("li"), true));
        const QString code = passwords::oneTimeCode(secret, passwords::stepAt(fixture.clock().now()));
        const Joiner joiner(fixture);
        QCOMPARE(joiner.join(QStringLiteral("li"), QLatin1String(password)).status, 401);
        QCOMPARE(joiner.join(QStringLiteral("li"), QLatin1String(password), code).status, 200);
        QCOMPARE(joiner.join(QStringLiteral("li"), QLatin1String(password), code).status, 200);
        QCOMPARE(Joiner(fixture).join(QStringLiteral("li"), QLatin1String(password), code).status, 401); // and from no other
    }

    void aRevokedWorkstationIsToldToWipeAndItsWorkWaits()
    {
        Stage stage;
        const Record root = stage.withCase();
        QVERIFY(stage.fixture.admin().revokeDevice(stage.two.device));
        stage.two.hello();
        QCOMPARE(stage.two.greeting.state, wire::DeviceState::Wipe);
        QVERIFY(stage.two.greeting.closing);
        QVERIFY(stage.two.greeting.grants.empty());
        wire::PushRequest unsent;
        unsent.epoch = stage.two.epoch;
        unsent.operations = {stage.two.set(root, mediation::guidance, Value(QStringLiteral("没送出的")), 1)};
        QVERIFY(!stage.two.ask<wire::PushResponse>("/v1/push", unsent));
        QCOMPARE(stage.two.lastStatus, 403);
        QVERIFY(!stage.two.ask<wire::LoginResponse>("/v1/login", loginOf(QStringLiteral("li"))));
        for (int again = 0; again < 2; ++again)
            QCOMPARE(stage.two.ask<wire::PushResponse>("/v1/salvage", unsent)->upto, 1);
        wire::Receipt receipt;
        receipt.salvaged = 1;
        QVERIFY(stage.two.ask<wire::Empty>("/v1/receipt", receipt));
        QVERIFY(!stage.one.ask<wire::PushResponse>("/v1/salvage", unsent)); // an admitted one pushes
        const auto devices = *stage.fixture.admin().listDevices();
        const auto listed = std::find_if(devices.begin(), devices.end(),
                                         [&](const DeviceInfo &d) { return d.id == stage.two.device; });
        QCOMPARE(listed->quarantined, 1);
        QVERIFY(listed->hasReceipt);
        // nothing of it stands in the case until somebody decides
        QCOMPARE(*stage.fixture.admin().releaseQuarantine(stage.two.device), 1);
        QCOMPARE(*stage.fixture.admin().releaseQuarantine(stage.two.device), 0);
        stage.one.pullAll();
        QVERIFY(stage.one.held(root.id)->record.get(mediation::guidance).isEmpty());
        QCOMPARE(stage.one.heldOf(Kind::Conflict).size(), 1U);
        QCOMPARE(stage.one.heldOf(Kind::Conflict).front()->record.root, root.id);
        QCOMPARE(stage.one.held(stage.two.device)->record.get(device::status), QStringLiteral("REVOKED"));
    }

    void whatAdministratorsDidIsChained()
    {
        Stage stage;
        const auto entries = *stage.fixture.admin().auditEntries(0, 100);
        QCOMPARE(entries.front().act, QStringLiteral("init"));
        QVERIFY(std::any_of(entries.begin(), entries.end(),
                            [](const audit::Entry &e) { return e.act == QStringLiteral("user add"); }));
        for (const audit::Entry &entry : entries)
            QVERIFY(!QJsonDocument(entry.details).toJson().contains(password));
        QVERIFY(stage.fixture.admin().verify()->faults.isEmpty());
        QVERIFY(stage.fixture.database().write(
            [](SqlSession &session) { return session.done("UPDATE admin_audit SET act = 'nothing' WHERE seq = 2", {}); }));
        QVERIFY(stage.fixture.admin().verify()->faults.contains(QStringLiteral("admin: audit")));
    }

    void aDistrictIsMadeOnce()
    {
        DistrictFixture fixture;
        QVERIFY(!fixture.admin().init(QStringLiteral("再来")));
        QVERIFY(fixture.admin().offices()->size() > 10U);
        QVERIFY(!fixture.admin().addOffice(QStringLiteral("JO99")));
        QVERIFY(fixture.admin().addOffice(QStringLiteral("JO01"))); // there already: nothing changes
    }
};

QTEST_GUILESS_MAIN(AccountTest)
#include "AccountTest.moc"
