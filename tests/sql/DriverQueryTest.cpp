// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/DriverFixture.h"

#include <QSqlDriver>
#include <QSqlResult>
#include <thread>

using namespace yizhan;

// Queries as any user of QtSql writes them: placeholders, navigation, batches, errors.
class DriverQueryTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DriverDatabase> m_db;

    static QVariantList column(QSqlQuery &query)
    {
        QVariantList out;
        while (query.next())
            out += query.value(0);
        return out;
    }

    static QVariantList numbers(int from, int to)
    {
        QVariantList out;
        for (int i = from; i <= to; ++i)
            out += qint64(i);
        return out;
    }

private slots:
    void init()
    {
        m_db = std::make_unique<DriverDatabase>();
        m_db->run(QStringLiteral("CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT)"));
        m_db->run(QStringLiteral("INSERT INTO item VALUES(1,'one'),(2,'two'),(3,'three'),(4,'four'),(5,'five')"));
    }
    void cleanup() { m_db.reset(); }

    void positionalPlaceholdersTakeTheirValuesInOrder()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("SELECT ?, ?, ?")));
        query.addBindValue(1);
        query.addBindValue(QStringLiteral("二"));
        query.addBindValue(3.5);
        YZ_EXEC(query);
        QVERIFY(query.next());
        QCOMPARE(query.value(0), QVariant(qint64(1)));
        QCOMPARE(query.value(1), QVariant(QStringLiteral("二")));
        QCOMPARE(query.value(2), QVariant(3.5));
        query.bindValue(1, QStringLiteral("again"));
        YZ_EXEC(query);
        QVERIFY(query.next());
        QCOMPARE(query.value(1).toString(), QStringLiteral("again"));
        QCOMPARE(query.value(2), QVariant(3.5)); // kept from before
    }

    void namedPlaceholdersTakeTheirValuesByName()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("SELECT :b, :a, :b || ':c', \":d\" FROM (SELECT 7 AS \":d\") -- :e it's")));
        query.bindValue(QStringLiteral(":a"), QStringLiteral("A"));
        query.bindValue(QStringLiteral(":b"), QStringLiteral("B"));
        YZ_EXEC(query);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), QStringLiteral("B"));
        QCOMPARE(query.value(1).toString(), QStringLiteral("A"));
        QCOMPARE(query.value(2).toString(), QStringLiteral("B:c"));
        QCOMPARE(query.value(3).toInt(), 7);
        QCOMPARE(query.boundValue(QStringLiteral(":a")).toString(), QStringLiteral("A"));
    }

    void aNameThatIsNeverBoundIsNull()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("SELECT :a IS NULL")));
        YZ_EXEC(query);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 1);
    }

    void namesCanBeBoundByPositionToo()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("SELECT :second, :first")));
        query.addBindValue(1);
        query.addBindValue(2);
        YZ_EXEC(query);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 1);
        QCOMPARE(query.value(1).toInt(), 2);
    }

    void numberedPlaceholdersAreTheNthValue()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("SELECT ?2, ?1, ?2")));
        query.addBindValue(QStringLiteral("first"));
        query.addBindValue(QStringLiteral("second"));
        YZ_EXEC(query);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), QStringLiteral("second"));
        QCOMPARE(query.value(1).toString(), QStringLiteral("first"));
        QCOMPARE(query.value(2).toString(), QStringLiteral("second"));
    }

    void theNumberOfValuesMustBeRight_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("values");
        QTest::newRow("none of one") << QStringLiteral("SELECT ?") << 0;
        QTest::newRow("one of two") << QStringLiteral("SELECT ?, ?") << 1;
        QTest::newRow("two of one") << QStringLiteral("SELECT ?") << 2;
        QTest::newRow("one of none") << QStringLiteral("SELECT 1") << 1;
        QTest::newRow("two for one name") << QStringLiteral("SELECT :a") << 2;
        QTest::newRow("one for ?2") << QStringLiteral("SELECT ?2") << 1;
    }
    void theNumberOfValuesMustBeRight()
    {
        QFETCH(QString, sql);
        QFETCH(int, values);
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(sql));
        for (int i = 0; i < values; ++i)
            query.addBindValue(i);
        QVERIFY(!query.exec());
        QCOMPARE(query.lastError().type(), QSqlError::StatementError);
        QVERIFY(!query.isActive());
        QVERIFY(!query.next());
    }

    void aScrollingQueryGoesEverywhere()
    {
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, QStringLiteral("SELECT id FROM item ORDER BY id"));
        QVERIFY(query.isSelect());
        QVERIFY(query.isActive());
        QVERIFY(!query.isValid());
        QCOMPARE(query.at(), int(QSql::BeforeFirstRow));
        QCOMPARE(query.size(), -1);
        QVERIFY(query.first());
        QCOMPARE(query.value(0).toInt(), 1);
        QVERIFY(query.seek(3));
        QCOMPARE(query.value(0).toInt(), 4);
        QVERIFY(query.previous());
        QCOMPARE(query.value(0).toInt(), 3);
        QVERIFY(query.seek(-2, true));
        QCOMPARE(query.at(), 0);
        QVERIFY(query.last());
        QCOMPARE(query.at(), 4);
        QCOMPARE(query.value(0).toInt(), 5);
        QVERIFY(!query.next());
        QCOMPARE(query.at(), int(QSql::AfterLastRow));
        QVERIFY(!query.isValid());
        QVERIFY(!query.value(0).isValid());
        QVERIFY(query.previous());
        QCOMPARE(query.value(0).toInt(), 5);
        QVERIFY(query.seek(0));
        QVERIFY(!query.previous());
        QCOMPARE(query.at(), int(QSql::BeforeFirstRow));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 1);
        QVERIFY(!query.seek(99));
        QCOMPARE(query.at(), int(QSql::AfterLastRow));
        QVERIFY(!query.seek(-1));
        QCOMPARE(query.at(), int(QSql::BeforeFirstRow));
    }

    void aForwardOnlyQueryGoesForwardOnly()
    {
        QSqlQuery query = m_db->query();
        query.setForwardOnly(true);
        YZ_EXEC(query, QStringLiteral("SELECT id FROM item ORDER BY id"));
        QVERIFY(query.isForwardOnly());
        QVERIFY(query.first());
        QCOMPARE(query.value(0).toInt(), 1);
        QVERIFY(!query.first() || query.at() == 0);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 2);
        QVERIFY(!query.previous());
        QVERIFY(query.seek(3));
        QCOMPARE(query.value(0).toInt(), 4);
        QVERIFY(!query.seek(1));
    }

    void aForwardOnlyQueryReachesItsLastRow()
    {
        QSqlQuery query = m_db->query();
        query.setForwardOnly(true);
        YZ_EXEC(query, QStringLiteral("SELECT id FROM item ORDER BY id"));
        QVERIFY(query.last());
        QCOMPARE(query.at(), 4);
        QCOMPARE(query.value(0).toInt(), 5);
        QVERIFY(!query.next());
        YZ_EXEC(query, QStringLiteral("SELECT id FROM item ORDER BY id"));
        QCOMPARE(column(query), numbers(1, 5));
        YZ_EXEC(query, QStringLiteral("SELECT id FROM item WHERE 0"));
        QVERIFY(!query.last());
        QVERIFY(!query.next());
    }

    void anEmptyResultHasNoRowsButColumns()
    {
        for (const bool forwardOnly : {false, true}) {
            QSqlQuery query = m_db->query();
            query.setForwardOnly(forwardOnly);
            YZ_EXEC(query, QStringLiteral("SELECT id, name FROM item WHERE id > 99"));
            QVERIFY(query.isSelect());
            QVERIFY(!query.first());
            QVERIFY(!query.next());
            QVERIFY(!query.last());
            QVERIFY(!query.value(0).isValid());
            QCOMPARE(query.record().count(), 2);
        }
    }

    void manyRowsScrollInBothDirections()
    {
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<5000)"
                                      " SELECT i, 'text '||i FROM n"));
        QVERIFY(query.seek(4321));
        QCOMPARE(query.value(1).toString(), QStringLiteral("text 4322"));
        QVERIFY(query.last());
        int row = 5000;
        do {
            QCOMPARE(query.value(0).toInt(), row--);
        } while (query.previous());
        QCOMPARE(row, 0);
    }

    void valuesCanBeReadInAnyOrderAndTwice()
    {
        QSqlQuery query = m_db->query();
        query.setForwardOnly(true);
        YZ_EXEC(query, QStringLiteral("SELECT id, name FROM item WHERE id = 2"));
        QVERIFY(query.next());
        QCOMPARE(query.value(1).toString(), QStringLiteral("two"));
        QCOMPARE(query.value(0).toInt(), 2);
        QCOMPARE(query.value(QStringLiteral("name")).toString(), QStringLiteral("two"));
        QVERIFY(!query.value(-1).isValid());
        QVERIFY(!query.value(2).isValid());
    }

    void aBatchInsertsEveryRowOfItsLists()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("INSERT INTO item VALUES(?, ?)")));
        const QVariantList ids = numbers(100, 199);
        QVariantList names;
        for (int i = 0; i < 100; ++i)
            names += i % 10 ? QVariant(QStringLiteral("n%1").arg(i)) : QVariant(QMetaType::fromType<QString>());
        query.addBindValue(ids);
        query.addBindValue(names);
        QVERIFY2(query.execBatch(), qPrintable(query.lastError().text()));
        QCOMPARE(query.numRowsAffected(), 100);
        QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item WHERE id >= 100")).toInt(), 100);
        QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item WHERE name IS NULL")).toInt(), 10);
        QCOMPARE(query.boundValue(0).toList(), ids); // the lists are still bound
    }

    void aBatchTakesNamesAndRepeatsThem()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("INSERT INTO item(id, name) VALUES(:id, :name || :id)")));
        query.bindValue(QStringLiteral(":id"), numbers(100, 102));
        query.bindValue(QStringLiteral(":name"), QVariantList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QVERIFY2(query.execBatch(), qPrintable(query.lastError().text()));
        QCOMPARE(m_db->value(QStringLiteral("SELECT group_concat(name) FROM item WHERE id >= 100")).toString(),
                 QStringLiteral("a100,b101,c102"));
    }

    void aBatchIsAllOrNothing()
    {
        for (const bool inTransaction : {false, true}) {
            if (inTransaction) {
                QVERIFY(m_db->database().transaction());
                m_db->run(QStringLiteral("INSERT INTO item VALUES(50, 'before')"));
            }
            QSqlQuery query = m_db->query();
            QVERIFY(query.prepare(QStringLiteral("INSERT INTO item(id) VALUES(?)")));
            query.addBindValue(QVariantList{100, 101, 1, 102}); // 1 is taken
            QVERIFY(!query.execBatch());
            QCOMPARE(kindOf(query.lastError()), std::optional(ErrorKind::Constraint));
            QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item WHERE id >= 100")).toInt(), 0);
            if (inTransaction)
                QVERIFY(m_db->database().commit());
        }
        QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item WHERE id = 50")).toInt(), 1);
    }

    void aBatchOfUnequalListsOrByColumnsIsRefused()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("INSERT INTO item VALUES(?, ?)")));
        query.addBindValue(numbers(100, 103));
        query.addBindValue(QVariantList{QStringLiteral("only one")});
        QVERIFY(!query.execBatch());
        QVERIFY(!query.execBatch(QSqlQuery::ValuesAsColumns));
        QVERIFY(query.lastError().isValid());
        QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item")).toInt(), 5);
    }

    void theRowsAffectedAreCounted()
    {
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, QStringLiteral("UPDATE item SET name = 'x' WHERE id < 4"));
        QCOMPARE(query.numRowsAffected(), 3);
        QVERIFY(!query.isSelect());
        YZ_EXEC(query, QStringLiteral("UPDATE item SET name = 'x' WHERE id > 99"));
        QCOMPARE(query.numRowsAffected(), 0);
        YZ_EXEC(query, QStringLiteral("CREATE TABLE other(v)"));
        QCOMPARE(query.numRowsAffected(), 0);
        YZ_EXEC(query, QStringLiteral("SELECT * FROM item"));
        QCOMPARE(query.numRowsAffected(), -1);
        YZ_EXEC(query, QStringLiteral("DELETE FROM item"));
        QCOMPARE(query.numRowsAffected(), 5);
    }

    void theLastInsertIdIsThatOfThisQuery()
    {
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, QStringLiteral("INSERT INTO item(name) VALUES('six')"));
        QCOMPARE(query.lastInsertId(), QVariant(qint64(6)));
        YZ_EXEC(query, QStringLiteral(" -- a comment\n /* and another */ REPLACE INTO item VALUES(77, 'x')"));
        QCOMPARE(query.lastInsertId(), QVariant(qint64(77)));
        YZ_EXEC(query, QStringLiteral("WITH n(i) AS (SELECT 80) INSERT INTO item(id) SELECT i FROM n"));
        QCOMPARE(query.lastInsertId(), QVariant(qint64(80)));
        YZ_EXEC(query, QStringLiteral("INSERT OR IGNORE INTO item VALUES(77, 'x')"));
        QVERIFY(!query.lastInsertId().isValid());
        YZ_EXEC(query, QStringLiteral("SELECT 1"));
        QVERIFY(!query.lastInsertId().isValid());
    }

    void aReturningClauseGivesItsRowsAndTheWorkIsDone()
    {
        QSqlQuery query = m_db->query();
        query.setForwardOnly(true);
        YZ_EXEC(query, QStringLiteral("INSERT INTO item(name) VALUES('a'), ('b'), ('c') RETURNING id"));
        QVERIFY(query.isSelect());
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 6);
        // Not read to its end, and still committed: another connection sees all three.
        const QSqlDatabase other = QSqlDatabase::cloneDatabase(m_db->database(), QStringLiteral("other"));
        {
            QSqlDatabase opened = other;
            QVERIFY(opened.open());
            QSqlQuery count(opened);
            YZ_EXEC(count, QStringLiteral("SELECT count(*) FROM item"));
            QVERIFY(count.next());
            QCOMPARE(count.value(0).toInt(), 8);
        }
    }

    void errorsCarryTheirCodeAndKind()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(!query.exec(QStringLiteral("SELECT * FROM nowhere")));
        QCOMPARE(query.lastError().type(), QSqlError::StatementError);
        QCOMPARE(query.lastError().nativeErrorCode(), QStringLiteral("1"));
        QVERIFY(query.lastError().databaseText().contains(QStringLiteral("no such table: nowhere")));
        QVERIFY(!query.isActive());

        QVERIFY(!query.exec(QStringLiteral("INSERT INTO item VALUES(1, 'again')")));
        QCOMPARE(query.lastError().nativeErrorCode(), QStringLiteral("1555")); // SQLITE_CONSTRAINT_PRIMARYKEY
        QCOMPARE(kindOf(query.lastError()), std::optional(ErrorKind::Constraint));
        YZ_EXEC(query, QStringLiteral("SELECT 1"));
        QVERIFY(!query.lastError().isValid());
        QVERIFY(!kindOf(query.lastError()));
    }

    void anErrorOfARunningStatementDoesNotQuoteItsValues()
    {
        m_db->run(QStringLiteral("CREATE VIRTUAL TABLE words USING fts5(w)"));
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("SELECT * FROM words WHERE words MATCH ?")));
        for (const QString &typed : {QStringLiteral("secretname ("), QStringLiteral("secretname : x")}) {
            query.bindValue(0, typed);
            QVERIFY(!query.exec());
            QVERIFY(query.lastError().isValid());
            QVERIFY(!query.lastError().text().contains(QStringLiteral("secretname")));
        }
    }

    void anErrorInTheMiddleOfTheRowsIsReported()
    {
        QSqlQuery query = m_db->query();
        query.setForwardOnly(true);
        YZ_EXEC(query, QStringLiteral("SELECT CASE WHEN id < 3 THEN id ELSE abs(-9223372036854775808) END FROM item"));
        QVERIFY(query.next());
        QVERIFY(query.next());
        QVERIFY(!query.next());
        QVERIFY(query.lastError().isValid());
    }

    void severalStatementsAtATimeAreRefusedAndATailOfBlanksIsNot()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(!query.exec(QStringLiteral("DELETE FROM item; DELETE FROM item")));
        QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item")).toInt(), 5);
        YZ_EXEC(query, QStringLiteral("SELECT 1 ; -- done\n /* really */ ;"));
        QVERIFY(!query.exec(QStringLiteral("-- nothing at all")));
        QVERIFY(!query.exec(QString()));
    }

    void aFinishedQueryGivesBackItsLockAndCanRunAgain()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("SELECT id FROM item")));
        YZ_EXEC(query);
        QVERIFY(query.next());
        query.finish();
        QVERIFY(!query.isActive());
        m_db->run(QStringLiteral("DROP TABLE item")); // refused while somebody reads
        m_db->run(QStringLiteral("CREATE TABLE item(id)"));
        YZ_EXEC(query);
        QVERIFY(!query.next());
        query.clear();
        QVERIFY(!query.isActive());
    }

    void aPreparedQuerySurvivesAChangeOfTheSchema()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("SELECT * FROM item WHERE id = ?")));
        query.addBindValue(1);
        YZ_EXEC(query);
        QCOMPARE(query.record().count(), 2);
        query.finish();
        m_db->run(QStringLiteral("ALTER TABLE item ADD COLUMN more DEFAULT 'm'"));
        YZ_EXEC(query);
        QCOMPARE(query.record().count(), 3);
        QVERIFY(query.next());
        QCOMPARE(query.value(2).toString(), QStringLiteral("m"));
    }

    void twoQueriesCanReadAndWriteAtTheSameTime()
    {
        QSqlQuery reader = m_db->query();
        reader.setForwardOnly(true);
        YZ_EXEC(reader, QStringLiteral("SELECT id FROM item ORDER BY id"));
        QSqlQuery writer = m_db->query();
        QVERIFY(writer.prepare(QStringLiteral("UPDATE item SET name = 'seen' WHERE id = ?")));
        while (reader.next()) {
            writer.bindValue(0, reader.value(0));
            YZ_EXEC(writer);
        }
        QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item WHERE name = 'seen'")).toInt(), 5);
    }

    void transactionsCommitAndRollBack()
    {
        QSqlDatabase database = m_db->database();
        QVERIFY(database.transaction());
        m_db->run(QStringLiteral("DELETE FROM item"));
        QVERIFY(!database.transaction()); // no nesting
        QCOMPARE(database.lastError().type(), QSqlError::TransactionError);
        QVERIFY(database.rollback());
        QVERIFY(!database.rollback());
        QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item")).toInt(), 5);
        QVERIFY(database.transaction());
        m_db->run(QStringLiteral("DELETE FROM item WHERE id = 1"));
        QVERIFY(database.commit());
        QCOMPARE(m_db->value(QStringLiteral("SELECT count(*) FROM item")).toInt(), 4);
    }

    void closingWithQueriesStillOpenIsSafe()
    {
        QSqlQuery active = m_db->query();
        YZ_EXEC(active, QStringLiteral("SELECT id FROM item"));
        QVERIFY(active.next());
        QSqlQuery prepared = m_db->query();
        QVERIFY(prepared.prepare(QStringLiteral("SELECT ?")));
        m_db->database().close();
        QVERIFY(!active.isActive());
        QVERIFY(!active.next());
        QVERIFY(!active.value(0).isValid());
        prepared.addBindValue(1);
        QVERIFY(!prepared.exec());
        QVERIFY(!prepared.prepare(QStringLiteral("SELECT 1")));
        QVERIFY(m_db->database().open());
        QVERIFY(prepared.prepare(QStringLiteral("SELECT 1")));
        YZ_EXEC(prepared);
    }

    void aQueryMayOutliveItsDatabase()
    {
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, QStringLiteral("SELECT id FROM item"));
        QVERIFY(query.next());
        m_db.reset();
        QVERIFY(!query.next());
        QVERIFY(!query.isActive());
    }

    void aRunningQueryCanBeCancelledFromAnotherThread()
    {
        QSqlDriver *driver = m_db->database().driver();
        QVERIFY(driver->hasFeature(QSqlDriver::CancelQuery));
        std::atomic<bool> done = false;
        std::thread other([&] {
            while (!done)
                driver->cancelQuery();
        });
        QSqlQuery query = m_db->query();
        const bool finished = query.exec(
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n"));
        done = true;
        other.join();
        QVERIFY(!finished);
        QCOMPARE(kindOf(query.lastError()), std::optional(ErrorKind::Cancelled));
    }

    void theHandleOfAResultIsTheStatement()
    {
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, QStringLiteral("SELECT 1"));
        QCOMPARE(query.result()->handle().typeName(), "sqlite3_stmt*");
        QCOMPARE(m_db->database().driver()->handle().typeName(), "sqlite3*");
    }
};

QTEST_GUILESS_MAIN(DriverQueryTest)
#include "DriverQueryTest.moc"
