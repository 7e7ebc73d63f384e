// SPDX-License-Identifier: GPL-3.0-or-later
// The file with the keys, the recovery key, and what happens when people get them wrong.
#include "store/Vault.h"
#include "store/Password.h"
#include "store/RecoveryKey.h"
#include "store/StoreErrors.h"

#include "base/Random.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <sodium.h>

using namespace yizhan;

namespace {

const QString password = QStringLiteral("Correct-Horse-7");
const QString otherPassword = QStringLiteral("Another-Horse-8");

RecordId userId(int number)
{
    RecordId id;
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

const Outcome wrongKey = Error(ErrorKind::WrongKey, storeerrors::wrongPassword);

// A folder where passwords are tried; each attempt is made by a program of its own.
struct Attempts {
    ManualClock clock{Instant{1'000'000'000'000}};
    QTemporaryDir folder;

    QString file() const { return folder.filePath(QStringLiteral("attempts")); }
    AttemptLog log() const { return AttemptLog(file(), clock); }
    Outcome begin() const { return log().begin(); } // and no verdict: the program is killed
    Outcome attempt(const Outcome &verdict) const
    {
        AttemptLog attempt = log();
        Outcome allowed = attempt.begin();
        if (allowed)
            attempt.judge(verdict);
        return allowed;
    }
};

struct Filled {
    Vault::Made made = Vault::make();
    Filled()
    {
        for (const auto &[login, number] : {std::pair{QStringLiteral("wang"), 1}, std::pair{QStringLiteral("李四"), 2}}) {
            const Outcome added = made.vault.addSlot(login, userId(number), password, made.dataKey.view(),
                                                     VaultCost::smallest());
            if (!added)
                qFatal("%s", qPrintable(added.error().toLog()));
        }
    }
    Vault &vault() { return made.vault; }
};

// The form on the disk: 8 bytes of magic, 4 of length, CBOR, 32 of BLAKE2b.
constexpr int formatKey = 1;
constexpr int slotsKey = 6;
constexpr int memoryKey = 5;

QCborMap bodyOf(const QByteArray &bytes) { return QCborValue::fromCbor(bytes.sliced(12, bytes.size() - 12 - 32)).toMap(); }

QByteArray framed(const QCborMap &body)
{
    const QByteArray cbor = body.toCborValue().toCbor();
    QByteArray length(4, '\0');
    qToLittleEndian(static_cast<quint32>(cbor.size()), length.data());
    const QByteArray frame = "YZVAULT\n" + length + cbor;
    QByteArray hash(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), 32,
                       reinterpret_cast<const unsigned char *>(frame.constData()),
                       static_cast<unsigned long long>(frame.size()), nullptr, 0);
    return frame + hash;
}

bool same(const SecureBytes &a, const SecureBytes &b) { return a.view().compare(b.view()) == 0; }

} // namespace

class VaultTest : public QObject
{
    Q_OBJECT

private slots:
    void everyUserOpensTheSameDataKeyAndAnOwnDraftKey()
    {
        Filled filled;
        const Result<VaultKeys> wang = filled.vault().unlock(QStringLiteral("wang"), password);
        const Result<VaultKeys> li = filled.vault().unlock(QStringLiteral("李四"), password);
        QVERIFY(wang && li);
        QVERIFY(same(wang->data, filled.made.dataKey) && same(li->data, filled.made.dataKey));
        QVERIFY(!same(wang->draft, li->draft));
        QCOMPARE(wang->user, userId(1));
    }

    void anUnknownLoginLooksLikeAWrongPassword()
    {
        Filled filled;
        const Result<VaultKeys> wrong = filled.vault().unlock(QStringLiteral("wang"), otherPassword);
        const Result<VaultKeys> unknown = filled.vault().unlock(QStringLiteral("nobody"), password);
        QCOMPARE(wrong.error().kind, ErrorKind::WrongKey);
        QCOMPARE(unknown.error().kind, ErrorKind::WrongKey);
        QCOMPARE(unknown.error().text, wrong.error().text);
    }

    void onePasswordFromTwoKeyboardsIsOnePassword()
    {
        Vault::Made made = Vault::make();
        const QString composed = QStringLiteral("Stra\u00dfe-Caf\u00e9-1");
        const QString decomposed = QStringLiteral("Stra\u00dfe-Cafe\u0301-1");
        QVERIFY(made.vault.addSlot(QStringLiteral("a"), userId(1), composed, made.dataKey.view(), VaultCost::smallest()));
        QVERIFY(made.vault.unlock(QStringLiteral("a"), decomposed).has_value());
    }

    void weakPasswordsAreRefused_data()
    {
        QTest::addColumn<QString>("candidate");
        QTest::addColumn<bool>("strong");
        QTest::newRow("short") << QStringLiteral("Ab3-567") << false;
        QTest::newRow("two kinds") << QStringLiteral("abcdefgh12345") << false;
        QTest::newRow("three kinds") << QStringLiteral("abcdEFGH12") << true;
        QTest::newRow("Chinese counts as other") << QStringLiteral("一站式服务abcde12") << true;
        QTest::newRow("ten signs outside the first plane are ten") << QString::fromUcs4(U"𠮷𠮷𠮷𠮷𠮷𠮷𠮷aB1") << true;
        QTest::newRow("nine are nine") << QString::fromUcs4(U"𠮷𠮷𠮷𠮷𠮷𠮷aB1") << false;
        QTest::newRow("endless") << QString(300, u'a') + QStringLiteral("B1-") << false;
    }
    void weakPasswordsAreRefused()
    {
        QFETCH(QString, candidate);
        QFETCH(bool, strong);
        QCOMPARE(judgePassword(candidate).has_value(), strong);
    }

    void aChangedPasswordKeepsTheKeys()
    {
        Filled filled;
        const Result<VaultKeys> before = filled.vault().unlock(QStringLiteral("wang"), password);
        QVERIFY(before);
        QVERIFY(filled.vault().changePassword(QStringLiteral("wang"), *before, otherPassword, VaultCost::smallest()));
        QVERIFY(!filled.vault().unlock(QStringLiteral("wang"), password));
        const Result<VaultKeys> after = filled.vault().unlock(QStringLiteral("wang"), otherPassword);
        QVERIFY(after && same(after->data, before->data) && same(after->draft, before->draft));
        QVERIFY(filled.vault().unlock(QStringLiteral("李四"), password).has_value());
    }

    void theRecoveryKeyOpensEverybodysKeysDraftsToo()
    {
        Filled filled;
        const Result<VaultKeys> li = filled.vault().unlock(QStringLiteral("李四"), password);
        const Result<VaultKeys> recovered = filled.vault().recover(filled.made.recoveryKey, QStringLiteral("李四"));
        QVERIFY(li && recovered);
        QVERIFY(same(recovered->data, li->data) && same(recovered->draft, li->draft));
        Filled another;
        QCOMPARE(filled.vault().recover(another.made.recoveryKey, QStringLiteral("wang")).error().kind, ErrorKind::WrongKey);
        QCOMPARE(filled.vault().recover(filled.made.recoveryKey, QStringLiteral("nobody")).error().kind, ErrorKind::NotFound);
    }

    void aRecoveryKeyIsForgivingAboutHowItIsTyped()
    {
        SecureBytes secret(recoverySecretBytes);
        SystemRandom().fill(secret.data(), secret.size());
        const QString text = recoveryKeyText(secret);
        QCOMPARE(text.size(), 8 * 5 + 7);
        QString careless = text.toLower();
        careless.replace(u'-', u' ').replace(u'0', u'o').replace(u'1', u'l');
        const Result<SecureBytes> read = parseRecoveryKey(careless);
        QVERIFY(read && same(*read, secret));
    }

    void everySingleSlipIsFoundInItsGroup()
    {
        SecureBytes secret(recoverySecretBytes);
        SeededRandom random(7);
        random.fill(secret.data(), secret.size());
        const QString text = recoveryKeyText(secret);
        const QString signs = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'-')
                continue;
            const QString group = QString::number(i / 6 + 1);
            for (const QChar sign : signs) {
                if (sign == text[i])
                    continue;
                QString slip = text;
                slip[i] = sign;
                QCOMPARE(parseRecoveryKey(slip).error().details.value(0), group);
            }
            if (i + 1 < text.size() && text[i + 1] != u'-' && text[i + 1] != text[i]) {
                QString swapped = text;
                std::swap(swapped[i], swapped[i + 1]);
                QCOMPARE(parseRecoveryKey(swapped).error().details.value(0), group);
            }
        }
        const QString exchanged = text.mid(6, 5) + u'-' + text.left(5) + text.mid(11);
        QCOMPARE(parseRecoveryKey(exchanged).error().kind, ErrorKind::WrongKey);
        QCOMPARE(parseRecoveryKey(text.left(20)).error().kind, ErrorKind::WrongKey);
        QCOMPARE(parseRecoveryKey(QString()).error().kind, ErrorKind::WrongKey);
    }

    void theFileComesBackAsItWasWritten()
    {
        QTemporaryDir folder;
        Filled filled;
        const QString file = folder.filePath(QStringLiteral("store.vault"));
        QVERIFY(filled.vault().write(file));
        const Result<Vault> read = Vault::read(file);
        QVERIFY(read);
        QCOMPARE(read->logins(), (QStringList{QStringLiteral("wang"), QStringLiteral("李四")}));
        QVERIFY(read->unlock(QStringLiteral("wang"), password).has_value());
        QCOMPARE(read->unlock(QStringLiteral("wang"), otherPassword).error().kind, ErrorKind::WrongKey);
    }

    void damageAtAnyByteIsToldFromAWrongPassword()
    {
        Filled filled;
        const QByteArray bytes = filled.vault().toBytes();
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x40);
            const Result<Vault> read = Vault::fromBytes(damaged, QStringLiteral("store.vault"));
            QVERIFY2(!read, qPrintable(QString::number(i)));
            QCOMPARE(read.error().kind, ErrorKind::Corrupt);
            QCOMPARE(Vault::fromBytes(bytes.left(i), {}).error().kind, ErrorKind::Corrupt);
        }
        QCOMPARE(Vault::fromBytes(bytes + 'x', {}).error().kind, ErrorKind::Corrupt);
    }

    void aSlotMovedToAnotherVaultIsWorthNothing()
    {
        Filled first;
        Filled second;
        const QByteArray from = first.vault().toBytes();
        QCborMap into = bodyOf(second.vault().toBytes());
        into[slotsKey] = bodyOf(from).value(slotsKey);
        const Result<Vault> forged = Vault::fromBytes(framed(into), QStringLiteral("store.vault"));
        QVERIFY(forged); // its hash is right
        QCOMPARE(forged->unlock(QStringLiteral("wang"), password).error().kind, ErrorKind::WrongKey);
    }

    void aForgedCostNeitherHangsNorEatsTheMemory()
    {
        Filled filled;
        QCborMap body = bodyOf(filled.vault().toBytes());
        QCborArray slotList = body.value(slotsKey).toArray();
        QCborMap slot = slotList.first().toMap();
        slot[memoryKey] = qint64{1} << 50;
        slotList[0] = slot;
        body[slotsKey] = slotList;
        QCOMPARE(Vault::fromBytes(framed(body), {}).error().kind, ErrorKind::Corrupt);
    }

    void aVaultOfANewerReleaseIsRefusedAsSuch()
    {
        Filled filled;
        QCborMap body = bodyOf(filled.vault().toBytes());
        body[formatKey] = 2;
        QCOMPARE(Vault::fromBytes(framed(body), {}).error().kind, ErrorKind::TooNew);
    }

    void loginsThatCannotBeAreRefused()
    {
        Filled filled;
        for (const QString &login :
             {QString(), QStringLiteral("wang"), QStringLiteral("a b"), QStringLiteral("../x"), QString(61, u'a')}) {
            const Outcome added = filled.vault().addSlot(login, userId(3), password, filled.made.dataKey.view(),
                                                         VaultCost::smallest());
            QCOMPARE(added.error().kind, ErrorKind::Constraint);
        }
    }

    void afterFiveWrongPasswordsEachTakesHalfAMinute()
    {
        Attempts at;
        for (int i = 0; i < 5; ++i) {
            AttemptLog log = at.log();
            QVERIFY(log.begin());
            QCOMPARE(log.wrongBefore(), i);
            log.judge(wrongKey);
        }
        QCOMPARE(at.begin().error().kind, ErrorKind::Auth);
        at.clock.advanceMs(29'000);
        QCOMPARE(at.begin().error().details, QStringList{QStringLiteral("1")}); // another process reads the same count
        at.clock.advanceMs(1'000);
        QVERIFY(at.attempt(wrongKey));
        QCOMPARE(at.begin().error().kind, ErrorKind::Auth);
        at.clock.advanceMs(30'000);
        QVERIFY(at.attempt(Outcome()));
        for (int i = 0; i < 5; ++i)
            QVERIFY(at.attempt(wrongKey));
    }

    void aClockSetBackLocksNobodyOutForLong()
    {
        Attempts at;
        for (int i = 0; i < 5; ++i)
            QVERIFY(at.attempt(wrongKey));
        at.clock.advanceMs(-86'400'000);
        QCOMPARE(at.begin().error().kind, ErrorKind::Auth);
        at.clock.advanceMs(30'000);
        QVERIFY(at.begin());
    }

    void fivePowerCutsWhileUnlockingAreNotFiveWrongPasswords()
    {
        Attempts at;
        for (int i = 0; i < 5; ++i)
            QVERIFY(at.begin()); // and the machine went off before the key was tried
        AttemptLog right = at.log();
        QVERIFY(right.begin());
        QCOMPARE(right.wrongBefore(), 0); // nobody is said to have mistyped
        right.judge(Outcome());
        for (int i = 0; i < 19; ++i)
            QVERIFY(at.begin()); // those before are forgotten
        QVERIFY(at.attempt(Outcome()));
    }

    void whoKillsTheProgramBeforeTheVerdictIsWrittenGuessesNoFasterForLong()
    {
        Attempts at;
        for (int i = 0; i < 20; ++i)
            QVERIFY(at.begin());
        for (int i = 0; i < 3; ++i) { // from here on as after wrong passwords
            QCOMPARE(at.begin().error().kind, ErrorKind::Auth);
            at.clock.advanceMs(30'000);
            QVERIFY(at.begin());
        }
    }

    void wrongAndInterruptedAttemptsAddUp()
    {
        Attempts at;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(at.attempt(wrongKey));
            QVERIFY(at.begin());
        }
        QCOMPARE(at.begin().error().kind, ErrorKind::Auth);
    }

    void anAttemptThatSaidNothingOfThePasswordDoesNotCount()
    {
        Attempts at;
        for (int i = 0; i < 50; ++i)
            QVERIFY(at.attempt(Error(ErrorKind::Io, storeerrors::slotUnusable)));
        AttemptLog next = at.log();
        QVERIFY(next.begin());
        QCOMPARE(next.wrongBefore(), 0);
    }

    void theCountOfAnEarlierReleaseStillHolds()
    {
        Attempts at;
        QFile file(at.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"wrong":5,"last":1000000000000})");
        file.close();
        QCOMPARE(at.begin().error().details, QStringList{QStringLiteral("30")});
    }

    void derivedKeysDifferByPurpose()
    {
        const Vault::Made made = Vault::make();
        const SecureBytes database = deriveKey(made.dataKey, KeyPurpose::Database);
        QVERIFY(!same(database, deriveKey(made.dataKey, KeyPurpose::Blob)));
        QVERIFY(!same(database, made.dataKey));
        QVERIFY(same(database, deriveKey(made.dataKey, KeyPurpose::Database)));
    }
};

QTEST_APPLESS_MAIN(VaultTest)
#include "VaultTest.moc"
