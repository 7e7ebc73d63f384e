// SPDX-License-Identifier: GPL-3.0-or-later
// Backups, restores that are announced and restores that are noticed, and the proof that a storage holds together.
#include "tests/server/Stage.h"

#include "records/kinds/Mediation.h"
#include "server/core/Epochs.h"
#include "server/core/SealedStream.h"

#include <QDir>
#include <QTest>
#include <sodium.h>

using namespace yizhan;
using namespace yizhan::tests;

class EpochTest : public QObject
{
    Q_OBJECT

private slots:
    void aRestoreBeginsANewEpochAndWhatTheBackupLacksIsSentAgain()
    {
        Stage stage;
        const Record kept = stage.withCase();
        const QString folder = stage.fixture.folder() + QStringLiteral("/backup");
        const auto backup = stage.fixture.admin().backup(folder);
        QVERIFY(backup);
        QVERIFY(backup->rows > 0);
        stage.one.hello();
        QCOMPARE(stage.one.greeting.durableUpto, 1);
        const Record lost = stage.one.prepared(sampleMediation());
        const wire::Operation operation = stage.one.create(lost);
        const wire::Verdict before = stage.one.pushOne(operation);
        QVERIFY(stage.fixture.admin().restore(folder));
        wire::PushRequest message;
        message.epoch = stage.one.epoch;
        message.operations = {operation};
        QVERIFY(!stage.one.ask<wire::PushResponse>("/v1/push", message));
        QCOMPARE(stage.one.lastStatus, 409);
        stage.one.hello();
        QCOMPARE(stage.one.epoch, 2);
        QCOMPARE(stage.one.greeting.lastN, 1);
        stage.one.pullAll();
        QVERIFY(stage.one.held(kept.id));
        QVERIFY(!stage.one.held(lost.id));
        const wire::Verdict again = stage.one.pushOne(operation);
        QCOMPARE(again.code, wire::VerdictCode::Applied);
        QVERIFY(again.version > before.version); // no version is given twice
        QVERIFY(stage.fixture.admin().verify()->faults.isEmpty());
    }

    void aStorageThatWasSetBackBehindTheServersBackIsNoticedAtTheStart()
    {
        Stage stage;
        stage.withCase();
        const QString copy = stage.fixture.folder() + QStringLiteral("/copied-by-hand");
        QVERIFY(stage.fixture.database().copyTo(copy));
        stage.withCase();
        QVERIFY(stage.fixture.district().poll()); // notes how far the logs have grown
        stage.fixture.reopen(copy);
        stage.one.hello();
        QCOMPARE(stage.one.epoch, 2);
        stage.fixture.reopen();
        stage.one.hello();
        QCOMPARE(stage.one.epoch, 2); // an ordinary start begins nothing
    }

    void aWorkstationThatHasReadFurtherThanTheLogGoesProvesIt()
    {
        Stage stage;
        stage.withCase();
        const QString copy = stage.fixture.folder() + QStringLiteral("/copied-by-hand");
        QVERIFY(stage.fixture.database().copyTo(copy));
        stage.withCase();
        stage.two.pullAll();
        QFile::remove(stage.fixture.folder() + QStringLiteral("/instance.json"));
        QVERIFY(stage.fixture.database().copyFrom(copy));
        QFile::remove(stage.fixture.folder() + QStringLiteral("/instance.json"));
        stage.one.hello();
        QCOMPARE(stage.one.epoch, 1);
        wire::PullRequest pull;
        pull.epoch = 1;
        wire::Cursor cursor;
        cursor.office = stage.officeA;
        cursor.generation = 1;
        cursor.oseq = stage.two.cursors[stage.officeA];
        pull.cursors = {cursor};
        QVERIFY(!stage.two.ask<wire::PullResponse>("/v1/pull", pull));
        QCOMPARE(stage.two.lastStatus, 409);
        stage.two.hello();
        QCOMPARE(stage.two.epoch, 2);
    }

    void oneThatWasAnsweredMoreThanTheServerKnowsProvesItToo()
    {
        Stage stage;
        wire::HelloRequest message;
        message.epoch = 1;
        message.answeredUpto = 5;
        QCOMPARE(stage.one.ask<wire::HelloResponse>("/v1/hello", message)->epoch, 2);
        // in the new life the old number proves nothing any more
        QCOMPARE(stage.one.ask<wire::HelloResponse>("/v1/hello", message)->epoch, 2);
        message.epoch = 1'000'000; // and nobody is led into the far future
        QCOMPARE(stage.one.ask<wire::HelloResponse>("/v1/hello", message)->epoch, 2);
    }

    void aDamagedBackupIsRefusedBeforeAnythingIsReplaced()
    {
        Stage stage;
        const Record root = stage.withCase();
        const QString folder = stage.fixture.folder() + QStringLiteral("/backup");
        const auto backup = stage.fixture.admin().backup(folder);
        QFile file(backup->file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        file.write("x");
        file.close();
        const Outcome restored = stage.fixture.admin().restore(folder);
        QVERIFY(!restored);
        QCOMPARE(restored.error().kind, ErrorKind::Corrupt);
        stage.two.pullAll();
        QVERIFY(stage.two.held(root.id));
        QVERIFY(!stage.fixture.admin().restore(stage.fixture.folder() + QStringLiteral("/nowhere")));
    }

    void everyChangeBehindTheServersBackShows_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("fault");
        QTest::newRow("a verdict") << QByteArray("UPDATE operation SET verdict = 2 WHERE hseq = 1 AND office = 'JO01'")
                                   << QStringLiteral("JO01: history");
        QTest::newRow("an operation") << QByteArray("DELETE FROM operation WHERE hseq = 2 AND office = 'JO01'")
                                      << QStringLiteral("JO01: history");
        QTest::newRow("a row") << QByteArray("DELETE FROM record WHERE office = 'JO01' AND kind = 1")
                               << QStringLiteral("JO01: digest");
        QTest::newRow("a version") << QByteArray("UPDATE record SET version = version + 1 WHERE office = 'JO01'")
                                   << QStringLiteral("JO01: row");
        QTest::newRow("a log entry") << QByteArray("DELETE FROM office_log WHERE office = 'JO01'")
                                     << QStringLiteral("JO01: log");
    }

    void everyChangeBehindTheServersBackShows()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, fault);
        Stage stage;
        const Record root = stage.withCase();
        stage.withChild(root, QStringLiteral("一"));
        QCOMPARE(stage.fixture.admin().verify()->faults, QStringList());
        QVERIFY(stage.fixture.database().write([&](SqlSession &session) { return session.done(sql.constData(), {}); }));
        QVERIFY2(stage.fixture.admin().verify()->faults.contains(fault),
                 qPrintable(stage.fixture.admin().verify()->faults.join(u';')));
    }

    void anExportOpensForItsRecipientOnly()
    {
        Stage stage;
        stage.withCase();
        QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
        QByteArray secretKey(crypto_box_SECRETKEYBYTES, '\0');
        crypto_box_keypair(reinterpret_cast<unsigned char *>(publicKey.data()),
                           reinterpret_cast<unsigned char *>(secretKey.data()));
        const QString file = stage.fixture.folder() + QStringLiteral("/export");
        const auto count = stage.fixture.admin().exportAll(file, publicKey);
        QVERIFY(count && *count > 10);
        QFile plain(file);
        QVERIFY(plain.open(QIODevice::ReadOnly));
        QVERIFY(!plain.readAll().contains("mediation"));
        QFile keyFile(file + QStringLiteral(".key"));
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        const QByteArray sealed = keyFile.readAll();
        QByteArray key(32, '\0');
        QCOMPARE(crypto_box_seal_open(reinterpret_cast<unsigned char *>(key.data()),
                                      reinterpret_cast<const unsigned char *>(sealed.constData()),
                                      static_cast<unsigned long long>(sealed.size()),
                                      reinterpret_cast<const unsigned char *>(publicKey.constData()),
                                      reinterpret_cast<const unsigned char *>(secretKey.constData())),
                 0);
        auto reader = SealedReader::open(file, key);
        QVERIFY(reader);
        QByteArray text;
        auto message = (*reader)->next();
        while (message && *message) {
            text += **message;
            message = (*reader)->next();
        }
        QVERIFY(message);
        QVERIFY(text.contains("\"mediation\""));
        QVERIFY(!stage.fixture.admin().exportAll(file, "short"));
    }

    void aSealedFileShowsEveryChange()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("sealed"));
        const QByteArray key(32, 'k');
        {
            auto writer = SealedWriter::open(file, key);
            QVERIFY((*writer)->add("eins"));
            QVERIFY((*writer)->add("zwei"));
            QVERIFY((*writer)->finish());
        }
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const QByteArray whole = in.readAll();
        const auto readsWhole = [&](const QByteArray &bytes, const QByteArray &with) {
            QFile out(file);
            if (!out.open(QIODevice::WriteOnly))
                return false;
            out.write(bytes);
            out.close();
            auto reader = SealedReader::open(file, with);
            if (!reader)
                return false;
            auto message = (*reader)->next();
            while (message && *message)
                message = (*reader)->next();
            return message.has_value();
        };
        QVERIFY(readsWhole(whole, key));
        QVERIFY(!readsWhole(whole, QByteArray(32, 'l')));
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY2(!readsWhole(changed, key), qPrintable(QString::number(at)));
            QVERIFY(!readsWhole(whole.first(at), key));
        }
        QVERIFY(!readsWhole(whole + 'x', key));
    }
};

QTEST_GUILESS_MAIN(EpochTest)
#include "EpochTest.moc"
