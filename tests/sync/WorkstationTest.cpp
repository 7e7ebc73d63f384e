// SPDX-License-Identifier: GPL-3.0-or-later
// The key file beside the vault, keys that the district hands back, and enrolment as seen from the computer.
#include "records/kinds/Consultation.h"
#include "sync/engine/Enrolment.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/Proof.h"
#include "tests/support/Samples.h"
#include "tests/sync/PaperDistrict.h"

#include <sodium.h>

#include <QFile>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

class WorkstationTest : public QObject
{
    Q_OBJECT

private slots:
    void theKeyFileIsForItsOwnerOnlyAndDamageIsSeen()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const QString file = desk.folder() + QStringLiteral("/workstation.key");
        QCOMPARE(QFile::permissions(file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
                 QFileDevice::Permissions());
        QVERIFY(workstation::read(desk.folder()));
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::ReadWrite));
        const QByteArray whole = broken.readAll();
        QVERIFY(broken.resize(whole.size() / 2));
        broken.close();
        const Result<Workstation> half = workstation::read(desk.folder());
        QVERIFY(!half);
        QCOMPARE(half.error().kind, ErrorKind::Corrupt);
        QVERIFY(workstation::destroy(desk.folder()));
        QVERIFY(!workstation::exists(desk.folder()));
    }

    void whoeverTheDistrictLetsInGetsASlot()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        QByteArray escrowPublic(crypto_box_PUBLICKEYBYTES, '\0');
        QByteArray escrowSecret(crypto_box_SECRETKEYBYTES, '\0');
        const auto bytes = [](QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); };
        crypto_box_keypair(bytes(escrowPublic), bytes(escrowSecret));
        Desk desk(district);
        const RecordId id = desk.create(sampleConsultation());
        const Result<QByteArray> sealed = await(desk.door().sealedDataKey(escrowPublic));
        QVERIFY(sealed);
        // the district opens it and seals it to the workstation
        QByteArray key(sealed->size() - static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
        QByteArray copy = *sealed;
        QCOMPARE(crypto_box_seal_open(bytes(key), bytes(copy), static_cast<unsigned long long>(copy.size()),
                                      bytes(escrowPublic), bytes(escrowSecret)),
                 0);
        QByteArray boxKey(crypto_box_PUBLICKEYBYTES, '\0');
        QByteArray signingKey = desk.workstation().publicKey;
        QCOMPARE(crypto_sign_ed25519_pk_to_curve25519(bytes(boxKey), bytes(signingKey)), 0);
        const Result<QByteArray> back = workstation::sealTo(boxKey, key);
        QVERIFY(back);
        const Result<SecureBytes> opened = workstation::openSealed(desk.workstation(), *back);
        QVERIFY(opened);

        const StoreOptions options = desk.store().options();
        const RecordId user = desk.store().session().actor.user;
        desk.close();
        QVERIFY(Store::admit(options, *opened, QStringLiteral("zhao"), user, QStringLiteral("Second-Clerk-9")));
        const auto store = Store::open(options, QStringLiteral("zhao"), QStringLiteral("Second-Clerk-9"));
        QVERIFY2(store, store ? "" : qPrintable(store.error().toLog()));
        QVERIFY(await((*store)->record(id)));
        SecureBytes wrong(32);
        QVERIFY(!Store::admit(options, wrong, QStringLiteral("li"), user, QStringLiteral("Second-Clerk-9")));
    }

    void aCodeThatNamesAnotherAuthoritySendsNothing()
    {
        class Line final : public EnrolmentLine
        {
        public:
            Result<QList<QByteArray>> shownAuthorities(const QString &) override { return QList<QByteArray>{"no certificate"}; }
            Transport::Answer send(const QString &, const QByteArray &, const WireRequest &) override
            {
                ++sent;
                return {};
            }
            int sent = 0;
        };
        Line line;
        ManualClock clock(Instant{1'772'413'200'000});
        SeededRandom random(1);
        EnrolWish wish;
        wish.server = QStringLiteral("server.example");
        wish.code = QStringLiteral("AAAAA");
        QCOMPARE(enrolBy(line, wish, clock, random).error().kind, ErrorKind::Protocol);
        wish.code = EnrolmentCode::make(QByteArray(32, 'a'), random).toText();
        const Result<Enrolled> enrolled = enrolBy(line, wish, clock, random);
        QVERIFY(!enrolled);
        QCOMPARE(QString::fromLatin1(enrolled.error().text->code), QStringLiteral("SE-14"));
        QCOMPARE(line.sent, 0);
    }
};

QTEST_GUILESS_MAIN(WorkstationTest)
#include "WorkstationTest.moc"
