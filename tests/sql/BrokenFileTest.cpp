// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SmallDisk.h"
#include "tests/sql/SqlFixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace yizhan;
using Access = OpenOptions::Access;

class BrokenFileTest : public QObject
{
    Q_OBJECT

    // A folder in which this user can read a file but write nothing.
    struct ClosedFolder {
        explicit ClosedFolder(const QString &folder) : path(folder)
        {
            QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        }
        ~ClosedFolder()
        {
            QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        }
        ClosedFolder(const ClosedFolder &) = delete;
        ClosedFolder &operator=(const ClosedFolder &) = delete;
        bool isClosed() const { return !QFile(path + QStringLiteral("/probe")).open(QIODevice::WriteOnly); }
        QString path;
    };

    static int writeUntilItFails(Connection &connection, Outcome *failure)
    {
        Statement insert = TestDatabase::must(connection.prepare("INSERT INTO t VALUES(randomblob(20000))"));
        for (int rows = 0; rows < 10'000; ++rows) {
            *failure = insert.run();
            if (!*failure)
                return rows;
        }
        return -1;
    }

private slots:
    void aWrongKeyIsAWrongKeyAndNothingElse()
    {
        const TestDatabase database;
        database.fill(10);
        const QByteArray before = database.bytes();
        OpenOptions options = database.options(Access::ReadWrite);
        options.key[31] = 'x';
        YZ_VERIFY_FAILS(Connection::open(options), ErrorKind::WrongKey);
        options.access = Access::Create;
        YZ_VERIFY_FAILS(Connection::open(options), ErrorKind::WrongKey);
        QCOMPARE(database.bytes(), before);
        QCOMPARE(*database.open()->scalarInt("SELECT count(*) FROM item"), 10);
    }

    void aKeyOfTheWrongLengthIsRefusedBeforeTheFileIsTouched()
    {
        const TestDatabase database;
        OpenOptions options = database.options();
        for (const int length : {0, 16, 31, 33, 64}) {
            options.key = QByteArray(length, 'k');
            YZ_VERIFY_FAILS(Connection::open(options), ErrorKind::Usage);
        }
        QVERIFY(!QFile::exists(database.path()));
    }

    void aFileThatIsNotThereIsNotMade()
    {
        const TestDatabase database;
        YZ_VERIFY_FAILS(Connection::open(database.options(Access::ReadWrite)), ErrorKind::NotFound);
        YZ_VERIFY_FAILS(Connection::open(database.options(Access::ReadOnly)), ErrorKind::NotFound);
        QVERIFY(!QFile::exists(database.path()));
    }

    void aPlainSqliteFileIsNotTakenForAWrongKey()
    {
        const TestDatabase database;
        {
            QSqlDatabase plain = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plain"));
            plain.setDatabaseName(database.path());
            QVERIFY(plain.open());
            QSqlQuery query(plain);
            QVERIFY(query.exec(QStringLiteral("CREATE TABLE t(v)")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("plain"));
        const QByteArray before = database.bytes();
        const auto opened = Connection::open(database.options());
        YZ_VERIFY_FAILS(opened, ErrorKind::Corrupt);
        QCOMPARE(opened.error().text->code, "SQ-04");
        QCOMPARE(database.bytes(), before);
    }

    void anEmptyFileIsNotTakenForANewStore()
    {
        const TestDatabase database;
        database.overwrite({});
        YZ_VERIFY_FAILS(Connection::open(database.options(Access::ReadWrite)), ErrorKind::Corrupt);
        YZ_VERIFY_FAILS(Connection::open(database.options(Access::ReadOnly)), ErrorKind::Corrupt);
        YZ_VERIFY_OK(Connection::open(database.options(Access::Create)));
    }

    void aFileThatWasEmptiedBesideItsWalKeepsTheWal()
    {
        const TestDatabase database;
        {
            const auto connection = database.open();
            YZ_VERIFY_OK(connection->execute("CREATE TABLE t(v)"));
            connection->skipCheckpointOnClose();
        }
        const QString wal = database.path() + QStringLiteral("-wal");
        const qint64 size = QFileInfo(wal).size();
        QVERIFY(size > 0);
        database.overwrite({});
        YZ_VERIFY_FAILS(Connection::open(database.options(Access::Create)), ErrorKind::Corrupt);
        QCOMPARE(QFileInfo(wal).size(), size);
    }

    void aTruncatedFileIsDamaged_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("one byte") << 1;
        QTest::newRow("less than the first page") << 1000;
        QTest::newRow("whole pages") << 4096 * 10;
        QTest::newRow("in the middle of a page") << 4096 * 10 + 17;
    }
    void aTruncatedFileIsDamaged()
    {
        QFETCH(int, size);
        const TestDatabase database;
        database.fill(500);
        const QByteArray cut = database.bytes().left(size);
        database.overwrite(cut);
        YZ_VERIFY_FAILS(Connection::open(database.options(Access::ReadWrite)), ErrorKind::Corrupt);
        QCOMPARE(database.bytes(), cut);
    }

    void aDamagedPageIsFoundWhenItIsReadAndByTheCheck()
    {
        const TestDatabase database;
        database.fill(2000);
        QByteArray bytes = database.bytes();
        const qsizetype middle = bytes.size() / 4096 / 2 * 4096 + 1234;
        bytes[middle] = char(bytes[middle] ^ 1);
        database.overwrite(bytes);

        const auto connection = database.open(Access::ReadWrite);
        YZ_VERIFY_FAILS(connection->scalarInt("SELECT sum(length(bulk)) FROM item"), ErrorKind::Corrupt);
        YZ_VERIFY_FAILS(connection->checkIntegrity(IntegrityDepth::Quick), ErrorKind::Corrupt);
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM item WHERE id = 1"), 1); // the rest can still be read
    }

    void aByteFlippedInAnyPageIsDamageAndNothingElse()
    {
        const TestDatabase database;
        database.fill(400);
        YZ_VERIFY_OK(database.open()->execute(
            "CREATE INDEX item_name ON item(name); CREATE VIRTUAL TABLE words USING fts5(name);"
            "INSERT INTO words SELECT name FROM item; CREATE TABLE gone AS SELECT * FROM item; DROP TABLE gone;"
            "INSERT INTO item(bulk) VALUES(randomblob(50000))"));
        const QByteArray whole = database.bytes();
        int found = 0;
        for (qsizetype page = 1; page < whole.size() / 4096; ++page) {
            QByteArray bytes = whole;
            bytes[page * 4096 + 777] = char(bytes[page * 4096 + 777] ^ 4);
            database.overwrite(bytes);
            const auto connection = Connection::open(database.options());
            if (!connection) {
                YZ_VERIFY_FAILS(connection, ErrorKind::Corrupt);
                continue;
            }
            for (const char *sql : {"SELECT sum(length(bulk)) FROM item", "SELECT count(*) FROM item WHERE name > ''",
                                    "SELECT count(*) FROM words WHERE words MATCH 'name'", "DELETE FROM item",
                                    "INSERT INTO words(name) VALUES('more')", "CREATE TABLE more AS SELECT * FROM item"}) {
                const Outcome outcome = (*connection)->execute(sql);
                if (outcome)
                    continue;
                YZ_VERIFY_FAILS(outcome, ErrorKind::Corrupt);
                ++found;
            }
            YZ_VERIFY_FAILS((*connection)->checkIntegrity(IntegrityDepth::Full), ErrorKind::Corrupt);
        }
        QVERIFY(found > 50);
    }

    void aDamagedFirstPageIsDamageWhenTheKeyIsProven()
    {
        const TestDatabase database;
        database.fill(10);
        QByteArray bytes = database.bytes();
        bytes[200] = char(bytes[200] ^ 1);
        database.overwrite(bytes);
        OpenOptions options = database.options(Access::ReadWrite);
        YZ_VERIFY_FAILS(Connection::open(options), ErrorKind::WrongKey);
        options.keyIsProven = true;
        YZ_VERIFY_FAILS(Connection::open(options), ErrorKind::Corrupt);
    }

    void bytesOfSomethingElseAreRefused()
    {
        const TestDatabase database;
        database.overwrite(QByteArray(40'000, 'z'));
        YZ_VERIFY_FAILS(Connection::open(database.options()), ErrorKind::WrongKey);
        QCOMPARE(database.bytes(), QByteArray(40'000, 'z'));
        OpenOptions options = database.options();
        options.file = database.folder();
        YZ_VERIFY_FAILS(Connection::open(options), ErrorKind::Io);
    }

    void aFolderThatIsMissingIsNamed()
    {
        const TestDatabase database;
        OpenOptions options = database.options();
        options.file = database.folder() + QStringLiteral("/missing/store.db");
        const auto opened = Connection::open(options);
        YZ_VERIFY_FAILS(opened, ErrorKind::Io);
        QVERIFY(opened.error().details.first().contains(QStringLiteral("missing")));
    }

    void aReadOnlyFolderIsNamed()
    {
        const TestDatabase database;
        SmallDisk disk(4);
        OpenOptions options = database.options();
        if (disk.isMounted())
            options.file = disk.path() + QStringLiteral("/store.db");
        YZ_VERIFY_OK(TestDatabase::must(Connection::open(options))->execute("CREATE TABLE t(v)"));

        const ClosedFolder folder(disk.isMounted() ? disk.path() : database.folder());
        if (disk.isMounted()) {
            qInfo("the folder is a disk that is mounted read-only");
            QVERIFY(disk.makeReadOnly());
        } else if (folder.isClosed()) {
            qInfo("the folder is closed by its permissions");
        } else {
            qInfo("this user may write everywhere and may not mount: a folder stands where the WAL should be");
            QVERIFY(QDir().mkdir(options.file + QStringLiteral("-wal")));
        }
        for (const Access access : {Access::ReadWrite, Access::Create}) {
            options.access = access;
            const auto opened = Connection::open(options);
            YZ_VERIFY_FAILS(opened, ErrorKind::Io);
            QCOMPARE(opened.error().details.first(), QDir::toNativeSeparators(QFileInfo(options.file).absolutePath()));
        }
        if (disk.isMounted())
            QVERIFY(disk.makeWritable());
    }

    void aFullDiskLosesNothingThatWasCommitted()
    {
        const TestDatabase database;
        SmallDisk disk(2);
        OpenOptions options = database.options();
        if (disk.isMounted())
            options.file = disk.path() + QStringLiteral("/store.db");
        auto connection = TestDatabase::must(Connection::open(options));
        YZ_VERIFY_OK(connection->execute("CREATE TABLE t(v)"));
        if (disk.isMounted()) {
            qInfo("the disk is a mounted one of 2 MB");
        } else {
            qInfo("this user may not mount: the database is limited to 200 pages");
            YZ_VERIFY_OK(connection->execute("PRAGMA max_page_count=200"));
        }
        Outcome failure;
        const int rows = writeUntilItFails(*connection, &failure);
        QVERIFY(rows > 5);
        YZ_VERIFY_FAILS(failure, ErrorKind::DiskFull);
        QCOMPARE(failure.error().details.first(), QDir::toNativeSeparators(QFileInfo(options.file).absolutePath()));
        QVERIFY(!connection->inTransaction());
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM t"), rows);

        connection.reset();
        connection = TestDatabase::must(Connection::open(options));
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM t"), rows);
        YZ_VERIFY_OK(connection->checkIntegrity(IntegrityDepth::Full));
    }

    void aDiskThatIsFullFromTheStartIsSaidToBeFull()
    {
        const SmallDisk disk(1);
        const TestDatabase database;
        OpenOptions options = database.options();
        if (!disk.isMounted()) {
            qInfo("this user may not mount: the database may not grow at all");
            const auto connection = database.open();
            YZ_VERIFY_OK(connection->execute("PRAGMA max_page_count=1"));
            YZ_VERIFY_FAILS(connection->execute("CREATE TABLE t(v)"), ErrorKind::DiskFull);
            return;
        }
        options.file = disk.path() + QStringLiteral("/store.db");
        QFile filler(disk.path() + QStringLiteral("/filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        while (filler.write(QByteArray(4096, 'f')) == 4096 && filler.flush()) {}
        YZ_VERIFY_FAILS(Connection::open(options), ErrorKind::DiskFull);
    }

    void anUnsuitableLibraryIsRefusedAndNamed()
    {
        YZ_VERIFY_OK(requireCipherLibrary(QStringLiteral("4.6.1 community"), true));
        YZ_VERIFY_OK(requireCipherLibrary(QStringLiteral("5.0.0 commercial"), true));
        const Outcome old = requireCipherLibrary(QStringLiteral("3.4.1"), true);
        YZ_VERIFY_FAILS(old, ErrorKind::Usage);
        QVERIFY(describe(old.error()).contains(QStringLiteral("3.4.1")));
        QVERIFY(describe(old.error()).contains(QStringLiteral("FTS5")));
        YZ_VERIFY_FAILS(requireCipherLibrary(QStringLiteral("4.6.1 community"), false), ErrorKind::Usage);
        YZ_VERIFY_FAILS(requireCipherLibrary(QString(), true), ErrorKind::Usage); // plain SQLite
    }
};

QTEST_GUILESS_MAIN(BrokenFileTest)
#include "BrokenFileTest.moc"
