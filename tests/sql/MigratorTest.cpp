// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SqlFixture.h"

#include "sql/Migrator.h"

using namespace yizhan;

class MigratorTest : public QObject
{
    Q_OBJECT

    static constexpr qint32 ours = 0x595a5331;

    static std::vector<Migration> steps(int count)
    {
        std::vector<Migration> all{
            {1, QStringLiteral("first"), "CREATE TABLE a(v, id INTEGER PRIMARY KEY); CREATE TABLE b(a REFERENCES a(id));"},
            {2, QStringLiteral("second"), "ALTER TABLE a ADD COLUMN w; -- a comment\n UPDATE a SET w = v * 2;"},
            {3, QStringLiteral("third"), "CREATE TABLE c(v)"}};
        all.resize(static_cast<std::size_t>(count));
        return all;
    }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test file");
    }

private slots:
    void aNewFileGetsEveryStepAndTheMark()
    {
        const TestDatabase database;
        const auto connection = database.open();
        int asked = 0;
        const Result<int> version = Migrator(ours, steps(3)).migrate(*connection, [&](int, int) -> Outcome {
            ++asked;
            return {};
        });
        YZ_VERIFY_OK(version);
        QCOMPARE(*version, 3);
        QCOMPARE(asked, 0); // there was nothing to back up
        QCOMPARE(*connection->scalarInt("PRAGMA user_version"), 3);
        QCOMPARE(*connection->scalarInt("PRAGMA application_id"), ours);
    }

    void anOldFileIsBackedUpFirstAndKeepsItsRows()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(Migrator(ours, steps(1)).migrate(*connection));
        YZ_VERIFY_OK(connection->execute("INSERT INTO a(v) VALUES(21)"));
        QStringList calls;
        const Result<int> version = Migrator(ours, steps(3)).migrate(*connection, [&](int from, int to) -> Outcome {
            calls += QStringLiteral("%1 to %2, columns %3")
                         .arg(from)
                         .arg(to)
                         .arg(*connection->scalarInt("SELECT count(*) FROM pragma_table_info('a')"));
            return {};
        });
        YZ_VERIFY_OK(version);
        QCOMPARE(calls, QStringList{QStringLiteral("1 to 3, columns 2")});
        QCOMPARE(*connection->scalarInt("SELECT w FROM a"), 42);
    }

    void nothingHappensWhenThereIsNothingToDo()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(Migrator(ours, steps(2)).migrate(*connection));
        const QByteArray before = database.bytes();
        const auto refusing = [](int, int) -> Outcome { return Error(ErrorKind::Io, tellTale); };
        QCOMPARE(*Migrator(ours, steps(2)).migrate(*connection, refusing), 2);
        QCOMPARE(database.bytes(), before);
    }

    void withoutItsBackupNothingIsChanged()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(Migrator(ours, steps(1)).migrate(*connection));
        const auto refusing = [](int, int) -> Outcome { return Error(ErrorKind::DiskFull, tellTale); };
        YZ_VERIFY_FAILS(Migrator(ours, steps(3)).migrate(*connection, refusing), ErrorKind::DiskFull);
        QCOMPARE(*connection->scalarInt("PRAGMA user_version"), 1);
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM sqlite_master"), 2);
    }

    void aNewerFileIsRefusedWithBothNumbers()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(Migrator(ours, steps(3)).migrate(*connection));
        const Result<int> older = Migrator(ours, steps(2)).migrate(*connection);
        YZ_VERIFY_FAILS(older, ErrorKind::TooNew);
        QCOMPARE(older.error().details, (QStringList{QStringLiteral("3"), QStringLiteral("2")}));
        const QString message = describe(older.error());
        QVERIFY(message.contains(u'3') && message.contains(u'2'));
    }

    void aForeignFileIsRefused()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute("CREATE TABLE somebody_elses(v)"));
        YZ_VERIFY_FAILS(Migrator(ours, steps(2)).migrate(*connection), ErrorKind::Corrupt);
        YZ_VERIFY_OK(connection->execute("DROP TABLE somebody_elses; PRAGMA application_id=77"));
        YZ_VERIFY_FAILS(Migrator(ours, steps(2)).check(*connection), ErrorKind::Corrupt);
        QCOMPARE(*connection->scalarInt("PRAGMA user_version"), 0);
    }

    void aStepThatFailsLeavesTheVersionBeforeIt()
    {
        const TestDatabase database;
        const auto connection = database.open();
        std::vector<Migration> broken = steps(2);
        broken.push_back({3, QStringLiteral("broken"), "CREATE TABLE half(v); INSERT INTO nowhere VALUES(1)"});
        YZ_VERIFY_FAILS(Migrator(ours, broken).migrate(*connection), ErrorKind::Usage);
        QCOMPARE(*connection->scalarInt("PRAGMA user_version"), 2);
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM sqlite_master WHERE name = 'half'"), 0);
        QVERIFY(!connection->inTransaction());
        QCOMPARE(*Migrator(ours, steps(3)).migrate(*connection), 3); // mended, it goes on from there
    }

    void aStepThatLeavesRowsWithoutTheirParentsIsRefused()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute("PRAGMA foreign_keys=OFF"));
        std::vector<Migration> all = steps(1);
        all.push_back({2, QStringLiteral("orphans"), "INSERT INTO b VALUES(99)"});
        const Result<int> version = Migrator(ours, all).migrate(*connection);
        YZ_VERIFY_FAILS(version, ErrorKind::Constraint);
        QCOMPARE(version.error().details, (QStringList{QStringLiteral("2"), QStringLiteral("b")}));
        QCOMPARE(*connection->scalarInt("PRAGMA user_version"), 1);
    }

    void aStepMayNotEndItsTransaction()
    {
        const TestDatabase database;
        const auto connection = database.open();
        const Migrator migrator(ours, {{1, QStringLiteral("rude"), "CREATE TABLE t(v); COMMIT"}});
        YZ_VERIFY_FAILS(migrator.migrate(*connection), ErrorKind::Usage);
        QCOMPARE(*connection->scalarInt("PRAGMA user_version"), 0);
    }

    void whatAnotherProcessHasDoneMeanwhileIsNotDoneTwice()
    {
        const TestDatabase database;
        const auto connection = database.open();
        const auto other = database.open();
        YZ_VERIFY_OK(Migrator(ours, steps(1)).migrate(*connection));
        const Result<int> version = Migrator(ours, steps(3)).migrate(*connection, [&](int, int) -> Outcome {
            const Result<int> theirs = Migrator(ours, steps(3)).migrate(*other);
            return theirs ? Outcome() : Outcome(theirs.error());
        });
        YZ_VERIFY_OK(version);
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM pragma_table_info('a')"), 3);
    }

    void stepsAreReadFromAFolderInTheirOrder()
    {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("0002_more.sql")), "CREATE TABLE two(v)");
        write(folder.filePath(QStringLiteral("0001_first_tables.sql")), "CREATE TABLE one(v)");
        const auto read = Migrator::fromFolder(folder.path());
        YZ_VERIFY_OK(read);
        QCOMPARE(read->size(), std::size_t(2));
        QCOMPARE(read->front().name, QStringLiteral("first_tables"));
        QCOMPARE(read->front().sql, QByteArray("CREATE TABLE one(v)"));
        QCOMPARE(Migrator(ours, *read).newest(), 2);
    }

    void aFolderOutOfOrderIsRefused_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<int>("kind");
        QTest::newRow("a gap") << QStringList{QStringLiteral("0001_a.sql"), QStringLiteral("0003_c.sql")}
                               << int(ErrorKind::Usage);
        QTest::newRow("twice") << QStringList{QStringLiteral("0001_a.sql"), QStringLiteral("0001_b.sql")}
                               << int(ErrorKind::Usage);
        QTest::newRow("from nought") << QStringList{QStringLiteral("0000_a.sql")} << int(ErrorKind::Usage);
        QTest::newRow("a strange name") << QStringList{QStringLiteral("0001_a.sql"), QStringLiteral("README")}
                                        << int(ErrorKind::Usage);
        QTest::newRow("nothing") << QStringList{} << int(ErrorKind::NotFound);
    }
    void aFolderOutOfOrderIsRefused()
    {
        QFETCH(QStringList, files);
        QFETCH(int, kind);
        const QTemporaryDir folder;
        for (const QString &file : files)
            write(folder.filePath(file), "SELECT 1");
        YZ_VERIFY_FAILS(Migrator::fromFolder(folder.path()), ErrorKind(kind));
    }

    void aListOutOfOrderIsRefused()
    {
        const TestDatabase database;
        const auto connection = database.open();
        std::vector<Migration> gap = steps(3);
        gap.erase(gap.begin() + 1);
        YZ_VERIFY_FAILS(Migrator(ours, gap).migrate(*connection), ErrorKind::Usage);
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM sqlite_master"), 0);
    }

private:
    static constexpr ErrorText tellTale{"T-01", "a test error", "", ""};
};

QTEST_GUILESS_MAIN(MigratorTest)
#include "MigratorTest.moc"
