// SPDX-License-Identifier: GPL-3.0-or-later
// The district's authority and what it certifies: names, times, renewal, change-over, keys that only their owner reads.
#include "server/http/CertificateFolder.h"
#include "server/http/HttpErrors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace yizhan;

namespace {
const Instant now{1'790'000'000'000};
constexpr std::int64_t day = 86'400'000;
const QByteArray phrase = "correct horse";
const QStringList names{QStringLiteral("yizhan.example.invalid"), QStringLiteral("10.0.0.8")};
} // namespace

class CertificatesTest : public QObject
{
    Q_OBJECT

private:
    CertificateFolder opened() const
    {
        const auto folder = CertificateFolder::open(m_folder, phrase);
        return *folder;
    }

    QTemporaryDir m_dir;
    QString m_folder;
    int m_count = 0;

private slots:
    void init()
    {
        m_folder = m_dir.filePath(QString::number(++m_count));
        QVERIFY(CertificateFolder::create(m_folder, phrase, QStringLiteral("朝阳区"), names, now).has_value());
    }

    void theAuthorityCertifiesTheServerForItsNames()
    {
        const auto authority = makeAuthority(QStringLiteral("District"), now);
        QVERIFY(authority.has_value());
        const auto server = makeServerCertificate(*authority, names, now);
        QVERIFY(server.has_value());
        QVERIFY(isIssuedBy(server->certificate, authority->certificate));
        const auto facts = inspectCertificate(server->certificate);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->names, names);
        QVERIFY(!facts->authority);
        QVERIFY(inspectCertificate(authority->certificate)->authority);
    }

    void anotherAuthorityOfTheSameNameIsAnother()
    {
        const auto first = makeAuthority(QStringLiteral("District"), now);
        const auto second = makeAuthority(QStringLiteral("District"), now);
        const auto server = makeServerCertificate(*first, names, now);
        QVERIFY(!isIssuedBy(server->certificate, second->certificate));
        QVERIFY(inspectCertificate(first->certificate)->keyHash != inspectCertificate(second->certificate)->keyHash);
        QCOMPARE(inspectCertificate(first->certificate)->keyHash.size(), 32);
    }

    void aWorkstationWhoseClockIsSlowCanConnect()
    {
        const CertificateFolder folder = opened();
        QVERIFY(folder.server().from.ms < now.ms - 300 * day);
        QVERIFY(folder.server().until.ms > now.ms + 700 * day);
        QVERIFY(folder.authority().until.ms > now.ms + 19 * 365 * day);
    }

    void impossibleNamesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a list") << QStringLiteral("a,DNS:b");
        QTest::newRow("a blank") << QStringLiteral("a b");
        QTest::newRow("Chinese") << QStringLiteral("一站");
        QTest::newRow("an address with a port") << QStringLiteral("10.0.0.8:8443");
    }

    void impossibleNamesAreRefused()
    {
        QFETCH(QString, name);
        const auto made = makeServerCertificate(*makeAuthority(QStringLiteral("District"), now), {name}, now);
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().kind, ErrorKind::Usage);
    }

    void keysAreLockedAndForTheirOwnerOnly()
    {
        for (const char *name : {"authority.pem", "server.pem"}) {
            QFile file(m_folder + u'/' + QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().contains("BEGIN ENCRYPTED PRIVATE KEY"));
            const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                                | QFileDevice::WriteOther;
            QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
        }
        const auto wrong = CertificateFolder::open(m_folder, "wrong");
        QVERIFY(!wrong.has_value());
        QCOMPARE(wrong.error().kind, ErrorKind::WrongKey);
    }

    void aDamagedFileIsNamed()
    {
        QFile file(m_folder + QStringLiteral("/server.pem"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        file.close();
        const auto folder = CertificateFolder::open(m_folder, phrase);
        QVERIFY(!folder.has_value());
        QCOMPARE(folder.error().kind, ErrorKind::Corrupt);
        QVERIFY(folder.error().details.first().endsWith(QLatin1String("server.pem")));
    }

    void theServersCertificateIsRenewedInTime()
    {
        CertificateFolder folder = opened();
        const QByteArray authority = folder.authorityKeyHash();
        QCOMPARE(*folder.renewServer({}, now), false);
        const Instant late{folder.server().until.ms - 100 * day};
        QCOMPARE(*folder.renewServer({}, late), true);
        QVERIFY(folder.server().until.ms > late.ms + 700 * day);
        QCOMPARE(folder.server().names, names);
        QCOMPARE(opened().authorityKeyHash(), authority);
    }

    void anotherNameGivesAnotherCertificate()
    {
        CertificateFolder folder = opened();
        QCOMPARE(*folder.renewServer({names[1], names[0]}, now), false); // the same in another order
        QCOMPARE(*folder.renewServer({QStringLiteral("new.example.invalid")}, now), true);
        QCOMPARE(opened().server().names, QStringList{QStringLiteral("new.example.invalid")});
    }

    void theNextAuthorityIsKnownBeforeItTakesOver()
    {
        CertificateFolder folder = opened();
        QVERIFY(!folder.useNext(now).has_value());
        const QByteArray before = folder.trusted();
        QVERIFY(folder.makeNext(QStringLiteral("District"), now).has_value());
        QVERIFY(folder.hasNext());
        QVERIFY(folder.trusted().startsWith(before) && folder.trusted().size() > before.size());
        const QByteArray next = folder.trusted().mid(before.size());
        QVERIFY(folder.useNext(now).has_value());
        QCOMPARE(opened().trusted(), next);
        QCOMPARE(opened().server().names, names);
        QVERIFY(!opened().hasNext());
    }

    void aChangeOverThatWasInterruptedIsFinishedAtTheNextStart()
    {
        CertificateFolder folder = opened();
        QVERIFY(folder.makeNext(QStringLiteral("District"), now).has_value());
        // As a crash leaves it behind the first step: the server's certificate is the new one already.
        const QString old = m_folder + QStringLiteral("/authority.pem");
        const QString coming = m_folder + QStringLiteral("/next-authority.pem");
        QVERIFY(QFile::copy(old, old + QStringLiteral(".old")));
        QVERIFY(QFile::copy(coming, coming + QStringLiteral(".kept")));
        QVERIFY(folder.useNext(now).has_value());
        const QByteArray expected = folder.trusted();
        QVERIFY(QFile::remove(old) && QFile::rename(old + QStringLiteral(".old"), old));
        QVERIFY(QFile::rename(coming + QStringLiteral(".kept"), coming));
        QCOMPARE(opened().trusted(), expected);
        QVERIFY(!QFile::exists(coming));
    }
};

QTEST_APPLESS_MAIN(CertificatesTest)
#include "CertificatesTest.moc"
