// SPDX-License-Identifier: GPL-3.0-or-later
// The exchange on a stick: what is inside, who can read it, and that neither an old nor a changed file does anything.
#include "sync/protocol/Bundle.h"
#include "records/kinds/Consultation.h"
#include "sync/protocol/Body.h"
#include "tests/support/Samples.h"
#include "tests/sync/PaperDistrict.h"

#include <sodium.h>

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

// The district's side of the exchange: opens with the escrow key, answers with the district's.
class Counter
{
public:
    explicit Counter(PaperDistrict &district) : m_district(district)
    {
        escrowPublic.resize(crypto_box_PUBLICKEYBYTES);
        escrowSecret.resize(crypto_box_SECRETKEYBYTES);
        crypto_box_keypair(reinterpret_cast<unsigned char *>(escrowPublic.data()),
                           reinterpret_cast<unsigned char *>(escrowSecret.data()));
        SeededRandom random(3);
        districtKeys = SigningKey::make(random);
    }

    QByteArray answer(const QByteArray &file, const Workstation &from)
    {
        const Result<QByteArray> message = openBundle(file, BundleDirection::ToDistrict, from.device, escrowPublic,
                                                      escrowSecret, from.publicKey);
        if (!message)
            qFatal("the district cannot open the file");
        request = *fromCbor<wire::BundleRequest>(*message);
        wire::BundleAnswer answer;
        answer.number = request.number;
        answer.request = hashOfBundle(file);
        answer.grant = m_district.offlineGrant();
        answer.hello = ask<wire::HelloResponse>("/v1/hello", request.hello);
        request.push.epoch = answer.hello.epoch;
        answer.push = ask<wire::PushResponse>("/v1/push", request.push);
        wire::PullRequest pull;
        pull.epoch = answer.hello.epoch;
        pull.cursors = request.cursors;
        if (pull.cursors.empty()) {
            for (const wire::Grant &grant : answer.hello.grants)
                pull.cursors.push_back({grant.office, grant.generation, 0});
        }
        answer.pull = ask<wire::PullResponse>("/v1/pull", pull);
        return *sealBundle(toCbor(answer), BundleDirection::FromDistrict, from.device, boxPublicKeyOf(from.publicKey),
                           districtKeys.secretKey);
    }

    QByteArray escrowPublic;
    QByteArray escrowSecret;
    SigningKey districtKeys;
    wire::BundleRequest request;

private:
    template <class Answer, class Question>
    Answer ask(const char *path, const Question &question)
    {
        WireRequest http;
        http.path = path;
        http.token = "token";
        setBody(http, question);
        return *readBody<Answer>(m_district.handle(http));
    }

    PaperDistrict &m_district;
};

} // namespace

class BundleTest : public QObject
{
    Q_OBJECT

private slots:
    void theAnswerOnAStickRenewsTheTimeWithoutALine()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Counter counter(district);
        Desk desk(district, [&](Workstation &workstation) {
            workstation.escrowKey = counter.escrowPublic;
            workstation.districtKey = counter.districtKeys.publicKey;
        });
        district.signing = counter.districtKeys;
        district.grantedDevice = desk.workstation().device;
        district.grantedUser = desk.store().session().actor.user;
        clock.set(desk.clock().now());
        desk.run(); // the only time on the line: seven days
        const auto pass = [&](int days) {
            clock.advanceMs(days * 24 * 3'600'000LL);
            desk.clock().set(clock.now());
        };
        pass(6);
        QVERIFY(desk.reopen());
        const Result<QByteArray> file = desk.core().writeBundle();
        QVERIFY(file);
        const QByteArray answer = counter.answer(*file, desk.workstation());
        pass(2);
        QVERIFY(!desk.reopen());
        QVERIFY(desk.reopen(true));
        QVERIFY(desk.core().takeBundle(answer));
        QVERIFY(desk.reopen());
        pass(4); // six days after the answer was written
        QVERIFY(desk.reopen());
        pass(2);
        QVERIFY(!desk.reopen());
    }

    void workGoesAndComesOnAStick()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Counter counter(district);
        Desk desk(district, [&](Workstation &workstation) {
            workstation.escrowKey = counter.escrowPublic;
            workstation.districtKey = counter.districtKeys.publicKey;
        });
        const RecordId id = desk.create(sampleConsultation(QStringLiteral("没有线路")));
        const Result<QByteArray> file = desk.core().writeBundle();
        QVERIFY(file);
        QVERIFY(!file->contains(QStringLiteral("没有线路").toUtf8()));
        const QByteArray answer = counter.answer(*file, desk.workstation());
        QCOMPARE(district.row(id)->get(consultation::question), QStringLiteral("没有线路"));

        QVERIFY(desk.core().takeBundle(answer));
        QCOMPARE(desk.outbox().unsent, 0);
        QVERIFY(desk.digestOf(QStringLiteral("JO01")) == district.digestOf(QStringLiteral("JO01")));

        const Outcome again = desk.core().takeBundle(answer);
        QVERIFY(!again);
        QCOMPARE(QString::fromLatin1(again.error().text->code), QStringLiteral("SE-21"));
    }

    void anAnswerToAnOlderFileIsRefused()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Counter counter(district);
        Desk desk(district, [&](Workstation &workstation) {
            workstation.escrowKey = counter.escrowPublic;
            workstation.districtKey = counter.districtKeys.publicKey;
        });
        desk.create(sampleConsultation());
        const QByteArray first = *desk.core().writeBundle();
        const QByteArray late = counter.answer(first, desk.workstation());
        const QByteArray second = *desk.core().writeBundle();
        QCOMPARE(counter.answer(second, desk.workstation()).isEmpty(), false);
        QCOMPARE(counter.request.number, 2);
        QCOMPARE(counter.request.previous, hashOfBundle(first));
        QVERIFY(!desk.core().takeBundle(late));
        QVERIFY(desk.outbox().unsent > 0);
    }

    void noByteOfAFileCanBeChanged()
    {
        SeededRandom random(5);
        const SigningKey workstation = SigningKey::make(random);
        QByteArray recipient(crypto_box_PUBLICKEYBYTES, '\0');
        QByteArray secret(crypto_box_SECRETKEYBYTES, '\0');
        crypto_box_keypair(reinterpret_cast<unsigned char *>(recipient.data()),
                           reinterpret_cast<unsigned char *>(secret.data()));
        const RecordId device = RecordId::make(Instant{1}, random);
        const QByteArray file = *sealBundle("message", BundleDirection::ToDistrict, device, recipient, workstation.secretKey);
        QCOMPARE(*openBundle(file, BundleDirection::ToDistrict, device, recipient, secret, workstation.publicKey),
                 QByteArray("message"));
        for (qsizetype i = 0; i < file.size(); ++i) {
            QByteArray changed = file;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QVERIFY(!openBundle(changed, BundleDirection::ToDistrict, device, recipient, secret, workstation.publicKey));
            QVERIFY(!openBundle(file.first(i), BundleDirection::ToDistrict, device, recipient, secret, workstation.publicKey));
        }
        const SigningKey stranger = SigningKey::make(random);
        QVERIFY(!openBundle(file, BundleDirection::ToDistrict, device, recipient, secret, stranger.publicKey));
        QVERIFY(!openBundle(file, BundleDirection::FromDistrict, device, recipient, secret, workstation.publicKey));
    }
};

QTEST_GUILESS_MAIN(BundleTest)
#include "BundleTest.moc"
