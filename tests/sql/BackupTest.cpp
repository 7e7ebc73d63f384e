// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SqlFixture.h"

using namespace yizhan;

class BackupTest : public QObject
{
    Q_OBJECT

    static OpenOptions copyOptions(const TestDatabase &database)
    {
        OpenOptions options = database.options();
        options.file = database.path(QStringLiteral("copy.db"));
        options.key = QByteArray(32, 'c'); // another key than the original's
        return options;
    }

private slots:
    void aBackupHasEverythingUnderItsOwnKey()
    {
        const TestDatabase database;
        database.fill(3000);
        const auto source = database.open();
        {
            const auto copy = TestDatabase::must(Connection::open(copyOptions(database)));
            qint64 last = 0;
            qint64 total = 0;
            YZ_VERIFY_OK(source->backupTo(*copy, [&](qint64 done, qint64 of) {
                total = of;
                const bool forward = done >= last;
                last = done;
                return forward;
            }));
            QVERIFY(total > 200);
            QCOMPARE(last, total);
        }
        QCOMPARE(QFileInfo(database.path(QStringLiteral("copy.db-wal"))).size(), 0);
        const auto copy = TestDatabase::must(Connection::open(copyOptions(database)));
        YZ_VERIFY_OK(copy->checkIntegrity(IntegrityDepth::Full));
        QCOMPARE(*copy->scalarText("SELECT max(name) || count(*) FROM item"),
                 *source->scalarText("SELECT max(name) || count(*) FROM item"));
        OpenOptions withOldKey = copyOptions(database);
        withOldKey.key = TestDatabase::key();
        YZ_VERIFY_FAILS(Connection::open(withOldKey), ErrorKind::WrongKey);
    }

    void aBackupIsOneMomentWhileAnotherConnectionWrites()
    {
        const TestDatabase database;
        database.fill(3000);
        const auto source = database.open(OpenOptions::Access::ReadOnly);
        const auto writer = database.open();
        const auto copy = TestDatabase::must(Connection::open(copyOptions(database)));
        int steps = 0;
        YZ_VERIFY_OK(source->backupTo(*copy, [&](qint64, qint64) {
            ++steps;
            return writer->execute("UPDATE item SET name = 'later'").has_value();
        }));
        QVERIFY(steps > 1);
        QCOMPARE(*copy->scalarInt("SELECT count(*) FROM item WHERE name = 'later'"), 0);
        QCOMPARE(*writer->scalarInt("SELECT count(*) FROM item WHERE name = 'later'"), 3000);
        QVERIFY(!source->inTransaction());
    }

    void aBackupCanBeGivenUp()
    {
        const TestDatabase database;
        database.fill(6000);
        const auto source = database.open();
        const auto copy = TestDatabase::must(Connection::open(copyOptions(database)));
        YZ_VERIFY_FAILS(source->backupTo(*copy, [](qint64, qint64) { return false; }), ErrorKind::Cancelled);
        QVERIFY(!source->inTransaction());
        QCOMPARE(*source->scalarInt("SELECT count(*) FROM item"), 6000);
        YZ_VERIFY_OK(source->backupTo(*copy)); // and be made later all the same
    }

    void aBackupOfADamagedFileFails()
    {
        const TestDatabase database;
        database.fill(2000);
        QByteArray bytes = database.bytes();
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        database.overwrite(bytes);
        const auto source = database.open();
        const auto copy = TestDatabase::must(Connection::open(copyOptions(database)));
        YZ_VERIFY_FAILS(source->backupTo(*copy), ErrorKind::Corrupt);
    }

    void aBackupInsideATransactionIsAMistake()
    {
        const TestDatabase database;
        database.fill(5);
        const auto source = database.open();
        const auto copy = TestDatabase::must(Connection::open(copyOptions(database)));
        YZ_VERIFY_OK(source->begin());
        YZ_VERIFY_FAILS(source->backupTo(*copy), ErrorKind::Usage);
        QVERIFY(source->inTransaction());
    }

    void aHealthyFilePassesTheCheckAndTheCheckCanBeGivenUp()
    {
        const TestDatabase database;
        database.fill(3000);
        const auto connection = database.open();
        int asked = 0;
        YZ_VERIFY_OK(connection->checkIntegrity(IntegrityDepth::Full, [&](qint64, qint64) { return ++asked > 0; }));
        QVERIFY(asked > 0);
        YZ_VERIFY_FAILS(connection->checkIntegrity(IntegrityDepth::Quick, [](qint64, qint64) { return false; }),
                        ErrorKind::Cancelled);
        YZ_VERIFY_OK(connection->checkIntegrity(IntegrityDepth::Quick));
    }

    void theCheckCanBeGivenUpInTheMiddle()
    {
        const TestDatabase database;
        database.fill(20'000);
        const auto connection = database.open();
        int asked = 0;
        YZ_VERIFY_FAILS(connection->checkIntegrity(IntegrityDepth::Full, [&](qint64, qint64) { return ++asked < 2; }),
                        ErrorKind::Cancelled);
        QCOMPARE(asked, 2);
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM item"), 20'000);
    }

    void anotherKeyReplacesTheOldOne()
    {
        const TestDatabase database;
        database.fill(500);
        OpenOptions options = database.options();
        {
            const auto connection = database.open();
            YZ_VERIFY_FAILS(connection->rekey(QByteArray(5, 'n')), ErrorKind::Usage);
            YZ_VERIFY_OK(connection->rekey(QByteArray(32, 'n')));
            YZ_VERIFY_OK(connection->execute("INSERT INTO item(name) VALUES('after')"));
        }
        YZ_VERIFY_FAILS(Connection::open(options), ErrorKind::WrongKey);
        options.key = QByteArray(32, 'n');
        const auto connection = TestDatabase::must(Connection::open(options));
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM item"), 501);
        YZ_VERIFY_OK(connection->checkIntegrity(IntegrityDepth::Full));
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "BackupTest.moc"
