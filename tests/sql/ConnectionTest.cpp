// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SqlFixture.h"

#include <atomic>
#include <sqlcipher/sqlite3.h>
#include <thread>

using namespace yizhan;

class ConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void everyConnectionHasTheSafeSettings()
    {
        const TestDatabase database;
        const auto connection = database.open();
        const auto setting = [&](const char *pragma) { return *connection->scalarText(QByteArray("PRAGMA ") + pragma); };
        QVERIFY(setting("cipher_version").startsWith(QLatin1String("4.")));
        QCOMPARE(setting("journal_mode"), QStringLiteral("wal"));
        QCOMPARE(setting("temp_store"), QStringLiteral("2"));  // memory
        QCOMPARE(setting("synchronous"), QStringLiteral("2")); // full
        QCOMPARE(setting("secure_delete"), QStringLiteral("1"));
        QCOMPARE(setting("foreign_keys"), QStringLiteral("1"));
        QCOMPARE(setting("encoding"), QStringLiteral("UTF-8"));
        QVERIFY(sqlite3_threadsafe() != 0);
    }

    void whatOneConnectionCommitsTheOtherSees()
    {
        const TestDatabase database;
        const auto writer = database.open();
        const auto reader = database.open(OpenOptions::Access::ReadOnly);
        YZ_VERIFY_OK(writer->execute("CREATE TABLE t(v); INSERT INTO t VALUES(1)"));
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM t"), 1);

        YZ_VERIFY_OK(writer->begin());
        YZ_VERIFY_OK(writer->execute("INSERT INTO t VALUES(2)"));
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM t"), 1); // not yet
        YZ_VERIFY_OK(writer->commit());
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM t"), 2);
    }

    void aReadTransactionKeepsItsViewWhileOthersWrite()
    {
        const TestDatabase database;
        const auto writer = database.open();
        YZ_VERIFY_OK(writer->execute("CREATE TABLE t(v)"));
        const auto reader = database.open(OpenOptions::Access::ReadOnly);
        YZ_VERIFY_OK(reader->beginRead());
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM t"), 0);
        YZ_VERIFY_OK(writer->execute("INSERT INTO t VALUES(1)"));
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM t"), 0);
        reader->rollback();
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM t"), 1);
    }

    void theSecondWriterIsToldThatTheFileIsBusy()
    {
        const TestDatabase database;
        const auto first = database.open();
        const auto second = database.open();
        YZ_VERIFY_OK(first->begin());
        YZ_VERIFY_FAILS(second->begin(), ErrorKind::Busy);
        QVERIFY(!second->inTransaction());
        first->rollback();
        YZ_VERIFY_OK(second->begin());
        second->rollback();
    }

    void aTransactionTakesTheWriteLockAtItsBeginning()
    {
        // A deferred one that reads first would fail later, in the middle of its work.
        const TestDatabase database;
        const auto first = database.open();
        YZ_VERIFY_OK(first->execute("CREATE TABLE t(v)"));
        const auto second = database.open();
        const Result<Transaction> transaction = Transaction::begin(*first);
        YZ_VERIFY_OK(transaction);
        YZ_VERIFY_FAILS(second->execute("INSERT INTO t VALUES(1)"), ErrorKind::Busy);
    }

    void anAbandonedTransactionIsRolledBack()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute("CREATE TABLE t(v)"));
        {
            const Result<Transaction> transaction = Transaction::begin(*connection);
            YZ_VERIFY_OK(transaction);
            YZ_VERIFY_OK(connection->execute("INSERT INTO t VALUES(1)"));
            QVERIFY(connection->inTransaction());
        }
        QVERIFY(!connection->inTransaction());
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM t"), 0);
    }

    void aCommittedTransactionIsOver()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute("CREATE TABLE t(v)"));
        Result<Transaction> transaction = Transaction::begin(*connection);
        YZ_VERIFY_OK(connection->execute("INSERT INTO t VALUES(1)"));
        YZ_VERIFY_OK(transaction->commit());
        YZ_VERIFY_FAILS(transaction->commit(), ErrorKind::Usage);
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM t"), 1);
    }

    void aReadOnlyConnectionRefusesToWriteAndNamesTheFolder()
    {
        const TestDatabase database;
        database.fill(3);
        const auto reader = database.open(OpenOptions::Access::ReadOnly);
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM item"), 3);
        const Outcome written = reader->execute("DELETE FROM item");
        YZ_VERIFY_FAILS(written, ErrorKind::Io);
        QCOMPARE(written.error().details.first(), QDir::toNativeSeparators(database.folder()));
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM item"), 3);
    }

    void aBrokenConstraintNamesItsColumnsAndNotTheValue()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute("CREATE TABLE party(id_number TEXT UNIQUE, age INTEGER NOT NULL CHECK(age < 150), "
                                         "home REFERENCES party(id_number));"
                                         "CREATE TABLE strict_one(n INTEGER) STRICT"));
        Statement insert = TestDatabase::must(connection->prepare("INSERT INTO party VALUES(?1, ?2, ?3)"));
        const QString person = QStringLiteral("110101199001011237");
        YZ_VERIFY_OK(insert.bindAll(person, 30, std::nullopt).run());
        const Outcome twice = insert.bindAll(person, 30, std::nullopt).run();
        YZ_VERIFY_FAILS(twice, ErrorKind::Constraint);
        QCOMPARE(twice.error().details, QStringList{QStringLiteral("UNIQUE: party.id_number")});
        QVERIFY(!twice.error().toLog().contains(person));
        YZ_VERIFY_FAILS(insert.bindAll(QStringLiteral("x"), std::nullopt, std::nullopt).run(), ErrorKind::Constraint);
        YZ_VERIFY_FAILS(insert.bindAll(QStringLiteral("x"), 200, std::nullopt).run(), ErrorKind::Constraint);
        YZ_VERIFY_FAILS(insert.bindAll(QStringLiteral("x"), 20, QStringLiteral("nobody")).run(), ErrorKind::Constraint);
        const Outcome text = connection->execute("INSERT INTO strict_one VALUES('not a number')");
        YZ_VERIFY_FAILS(text, ErrorKind::Constraint);
        QVERIFY(!text.error().toLog().contains(QStringLiteral("not a number")));
    }

    void faultySqlIsExplainedWithoutItsValues()
    {
        const TestDatabase database;
        const auto connection = database.open();
        const auto missing = connection->prepare("SELECT it FROM nowhere");
        YZ_VERIFY_FAILS(missing, ErrorKind::Usage);
        QVERIFY(missing.error().toLog().contains(QStringLiteral("no such table: nowhere")));
        const auto pasted = connection->prepare("SELECT * FROM \"单雄信\" WHERE 110101199001011237 = '");
        YZ_VERIFY_FAILS(pasted, ErrorKind::Usage);
        QVERIFY(!pasted.error().toLog().contains(QStringLiteral("单雄信")));
        QVERIFY(!pasted.error().toLog().contains(QStringLiteral("110101199")));

        YZ_VERIFY_OK(connection->execute("CREATE VIRTUAL TABLE f USING fts5(x)"));
        Statement match = TestDatabase::must(connection->prepare("SELECT * FROM f WHERE f MATCH ?1"));
        const Result<bool> searched = match.bind(1, QStringLiteral("secretname AND (")).step();
        YZ_VERIFY_FAILS(searched, ErrorKind::Usage);
        QVERIFY(!searched.error().toLog().contains(QStringLiteral("secretname")));
    }

    void prepareTakesExactlyOneStatement()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->prepare("SELECT 1; -- and nothing more\n ; /* really */ "));
        YZ_VERIFY_FAILS(connection->prepare("SELECT 1; SELECT 2"), ErrorKind::Usage);
        YZ_VERIFY_FAILS(connection->prepare("-- nothing"), ErrorKind::Usage);
        YZ_VERIFY_FAILS(connection->prepare(""), ErrorKind::Usage);
    }

    void executeStopsAtTheFirstStatementThatFails()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute(" ; -- nothing\n"));
        YZ_VERIFY_FAILS(connection->execute("CREATE TABLE t(v); INSERT INTO t VALUES(1); bogus; INSERT INTO t VALUES(2)"),
                        ErrorKind::Usage);
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM t"), 1);
        QCOMPARE(connection->changes(), 1);
        QCOMPARE(connection->lastInsertRowid(), 1);
        YZ_VERIFY_FAILS(connection->scalarInt("SELECT v FROM t WHERE v = 7"), ErrorKind::NotFound);
    }

    void aCachedStatementComesBackClean()
    {
        const TestDatabase database;
        const auto connection = database.open();
        sqlite3_stmt *first = nullptr;
        {
            auto statement = TestDatabase::must(connection->cached("SELECT ?1"));
            first = statement->handle();
            statement->bind(1, 5);
            QVERIFY(*statement->step());
        }
        auto again = TestDatabase::must(connection->cached("SELECT ?1"));
        QCOMPARE(again->handle(), first);
        QVERIFY(*again->step());
        QVERIFY(again->isNull(0));
    }

    void aCachedStatementThatIsInUseIsPreparedASecondTime()
    {
        const TestDatabase database;
        const auto connection = database.open();
        const char *sql = "SELECT value FROM json_each('[1,2,3]')";
        auto outer = TestDatabase::must(connection->cached(sql));
        qint64 sum = 0;
        while (*outer->step()) {
            auto inner = TestDatabase::must(connection->cached(sql));
            QVERIFY(inner->handle() != outer->handle());
            while (*inner->step())
                sum += outer->int64(0) * inner->int64(0);
        }
        QCOMPARE(sum, 36);
    }

    void eachBindsItsValuesInTurnAndMayBeNested()
    {
        const TestDatabase database;
        const auto connection = database.open();
        const QByteArray sql = "SELECT value, ?2 FROM json_each('[1,2,3]') WHERE value >= ?1";
        QStringList seen;
        YZ_VERIFY_OK(connection->each(sql, with(2, QStringLiteral("outer")), [&](const Statement &outer) {
            return connection->each(sql, with(3, outer.int64(0)), [&](const Statement &inner) {
                seen.push_back(outer.text(0) + outer.text(1) + inner.text(0) + inner.text(1));
            });
        }));
        QCOMPARE(seen, (QStringList{QStringLiteral("2outer32"), QStringLiteral("3outer33")}));
        int unbound = 0;
        YZ_VERIFY_OK(connection->each(sql, [&unbound](const Statement &) { ++unbound; })); // no value of before is left
        QCOMPARE(unbound, 0);
    }

    void eachGivesItsStatementBackWhenTakeEndsIt()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute("CREATE TABLE t(v); INSERT INTO t VALUES(1), (2)"));
        const auto refuse = [&](const Statement &) -> Outcome { return connection->execute("faulty"); };
        YZ_VERIFY_FAILS(connection->each("SELECT v FROM t", refuse), ErrorKind::Usage);
        qint64 sum = 0;
        YZ_VERIFY_OK(connection->each("SELECT v FROM t", [&sum](const Statement &row) { sum += row.int64(0); }));
        QCOMPARE(sum, 3);
        YZ_VERIFY_OK(connection->execute("DROP TABLE t"));
        YZ_VERIFY_FAILS(connection->each("SELECT v FROM t", refuse), ErrorKind::Usage); // no such table
    }

    void theCacheForgetsTheLeastUsedAndStaysRight()
    {
        const TestDatabase database;
        const auto connection = database.open();
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 500; ++i) {
                auto statement = TestDatabase::must(connection->cached("SELECT " + QByteArray::number(i)));
                QVERIFY(*statement->step());
                QCOMPARE(statement->int64(0), i);
            }
        }
    }

    void aCachedStatementSurvivesAChangeOfTheSchema()
    {
        const TestDatabase database;
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
        for (int columns = 1; columns <= 2; ++columns) {
            auto all = TestDatabase::must(connection->cached("SELECT * FROM t"));
            QVERIFY(*all->step());
            QCOMPARE(all->columnCount(), columns);
            all->reset();
            YZ_VERIFY_OK(connection->execute("ALTER TABLE t ADD COLUMN b" + QByteArray::number(columns)));
        }
    }

    void anInterruptAnswersCancelledAndLeavesTheConnectionUsable()
    {
        const TestDatabase database;
        const auto connection = database.open();
        std::atomic<bool> done = false;
        std::thread other([&] {
            while (!done) // until it lands while the statement runs
                connection->interrupt();
        });
        const auto endless = connection->scalarInt(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
        done = true;
        other.join();
        YZ_VERIFY_FAILS(endless, ErrorKind::Cancelled);
        QCOMPARE(*connection->scalarInt("SELECT 42"), 42);
    }

    void aCheckpointEmptiesTheWal()
    {
        const TestDatabase database;
        OpenOptions options = database.options();
        options.walAutocheckpointPages = 0;
        const auto connection = TestDatabase::must(Connection::open(options));
        YZ_VERIFY_OK(connection->execute("CREATE TABLE t(v); INSERT INTO t VALUES(randomblob(9000000))"));
        const QString wal = database.path() + QStringLiteral("-wal");
        QVERIFY(QFileInfo(wal).size() > 9'000'000); // nothing went home by itself
        YZ_VERIFY_OK(connection->checkpoint(CheckpointMode::Passive));
        YZ_VERIFY_OK(connection->checkpoint(CheckpointMode::Truncate));
        QCOMPARE(QFileInfo(wal).size(), 0);
    }

    void aReaderInTheWayOfACheckpointIsReported()
    {
        const TestDatabase database;
        const auto writer = database.open();
        YZ_VERIFY_OK(writer->execute("CREATE TABLE t(v)"));
        const auto reader = database.open(OpenOptions::Access::ReadOnly);
        YZ_VERIFY_OK(reader->beginRead());
        QCOMPARE(*reader->scalarInt("SELECT count(*) FROM t"), 0);
        YZ_VERIFY_OK(writer->execute("INSERT INTO t VALUES(1)"));
        YZ_VERIFY_OK(writer->checkpoint(CheckpointMode::Passive));
        YZ_VERIFY_FAILS(writer->checkpoint(CheckpointMode::Truncate), ErrorKind::Busy);
    }

    void closingInAHurryLeavesTheWalForTheNextOne()
    {
        const TestDatabase database;
        {
            const auto connection = database.open();
            YZ_VERIFY_OK(connection->execute("CREATE TABLE t(v); INSERT INTO t VALUES(1)"));
            connection->skipCheckpointOnClose();
        }
        QVERIFY(QFileInfo(database.path() + QStringLiteral("-wal")).size() > 0);
        QCOMPARE(*database.open()->scalarInt("SELECT count(*) FROM t"), 1);
    }

    void aConnectionCanCloseWhileAStatementIsStillThere()
    {
        const TestDatabase database;
        auto connection = database.open();
        Statement late = TestDatabase::must(connection->prepare("SELECT 1 UNION ALL SELECT 2"));
        QVERIFY(*late.step());
        connection.reset();
        late = Statement();
        QVERIFY(!late);
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "ConnectionTest.moc"
