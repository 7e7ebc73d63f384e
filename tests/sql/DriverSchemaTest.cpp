// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/DriverFixture.h"

#include <QSignalSpy>
#include <QSqlDriver>
#include <QSqlField>
#include <QSqlIndex>

using namespace yizhan;

// Opening and what the driver tells about the database: options, tables, columns, keys, names, notifications.
class DriverSchemaTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DriverDatabase> m_db;

    // Opens the test's file once more with other settings; the error, if any, is left in *error.
    bool opens(const QString &password, const QString &options, QSqlError *error = nullptr)
    {
        bool done = false;
        {
            QSqlDatabase database = QSqlDatabase::cloneDatabase(m_db->database(), QStringLiteral("second"));
            database.setPassword(password);
            database.setConnectOptions(options);
            done = database.open();
            if (error)
                *error = database.lastError();
            if (done != database.isOpen() || done == database.isOpenError())
                qFatal("the driver contradicts itself");
        }
        QSqlDatabase::removeDatabase(QStringLiteral("second"));
        return done;
    }

    QStringList names(const QSqlRecord &record) const
    {
        QStringList out;
        for (int i = 0; i < record.count(); ++i)
            out += record.fieldName(i);
        return out;
    }

private slots:
    void init() { m_db = std::make_unique<DriverDatabase>(); }
    void cleanup() { m_db.reset(); }

    void theDriverIsRegisteredAndTellsItsFeatures()
    {
        QVERIFY(QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLCIPHER")));
        const QSqlDriver *driver = m_db->database().driver();
        for (const auto feature : {QSqlDriver::Transactions, QSqlDriver::BLOB, QSqlDriver::Unicode, QSqlDriver::PreparedQueries,
                                   QSqlDriver::NamedPlaceholders, QSqlDriver::PositionalPlaceholders, QSqlDriver::LastInsertId,
                                   QSqlDriver::BatchOperations, QSqlDriver::EventNotifications, QSqlDriver::FinishQuery})
            QVERIFY(driver->hasFeature(feature));
        QVERIFY(!driver->hasFeature(QSqlDriver::QuerySize));
        QVERIFY(!driver->hasFeature(QSqlDriver::MultipleResultSets));
        QVERIFY(m_db->value(QStringLiteral("PRAGMA cipher_version")).toString().startsWith(QLatin1String("4.")));
    }

    void onlyTheRightKeyOpens()
    {
        m_db->run(QStringLiteral("CREATE TABLE t(v)"));
        QVERIFY(opens(DriverDatabase::password(), {}));
        QVERIFY(opens(QString(64, u'A'), {})); // bare digits, and the case of hexadecimal digits means nothing
        QSqlError error;
        QVERIFY(!opens(QString(64, u'b'), {}, &error));
        QCOMPARE(error.type(), QSqlError::ConnectionError);
        QCOMPARE(error.nativeErrorCode(), QStringLiteral("26"));
        QCOMPARE(kindOf(error), std::optional(ErrorKind::WrongKey));
        for (const QString &bad : {QString(), QStringLiteral("secret"), QString(63, u'a'), QString(65, u'a'), QString(64, u'g'),
                                   QStringLiteral("x'%1").arg(QString(64, u'a'))}) {
            QVERIFY(!opens(bad, {}, &error));
            QCOMPARE(error.type(), QSqlError::ConnectionError);
            QVERIFY(bad.isEmpty() || !error.text().contains(bad)); // a mistyped key is still nearly a key
        }
    }

    void withoutAKeyOnlyMemoryOpens()
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLCIPHER"), QStringLiteral("memory"));
            database.setDatabaseName(QStringLiteral(":memory:"));
            QVERIFY2(database.open(), qPrintable(database.lastError().text()));
            QSqlQuery query(database);
            YZ_EXEC(query, QStringLiteral("CREATE TABLE t(v)"));
            QCOMPARE(database.tables(), QStringList{QStringLiteral("t")});
        }
        QSqlDatabase::removeDatabase(QStringLiteral("memory"));
    }

    void connectOptionsAreUnderstoodUnderBothNames()
    {
        const QString key = DriverDatabase::password();
        QVERIFY(opens(key, QStringLiteral("QSQLCIPHER_BUSY_TIMEOUT=20;QSQLCIPHER_OPEN_READONLY")));
        QVERIFY(opens(key, QStringLiteral("QSQLITE_BUSY_TIMEOUT = 20 ; QSQLITE_ENABLE_REGEXP=3; ")));
        QVERIFY(opens(key, QStringLiteral("QSQLITE_NO_USE_EXTENDED_RESULT_CODES")));
        QSqlError error;
        for (const char *bad : {"QSQLITE_OPEN_URI", "QSQLITE_ENABLE_SHARED_CACHE", "QSQLCIPHER_BUSY_TIMEOUT=soon", "READONLY",
                                "QSQLCIPHER_KEY=aaaa"}) {
            QVERIFY(!opens(key, QLatin1String(bad), &error));
            QVERIFY(!error.text().contains(QStringLiteral("aaaa")));
        }
    }

    void aReadOnlyDatabaseReadsInTransactionsAndRefusesToWrite()
    {
        m_db->run(QStringLiteral("CREATE TABLE t(v)"));
        QSqlDatabase reader = QSqlDatabase::cloneDatabase(m_db->database(), QStringLiteral("reader"));
        reader.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_NO_USE_EXTENDED_RESULT_CODES"));
        QVERIFY(reader.open());
        QVERIFY(reader.transaction());
        QSqlQuery query(reader);
        YZ_EXEC(query, QStringLiteral("SELECT * FROM t"));
        QVERIFY(reader.commit());
        QVERIFY(!query.exec(QStringLiteral("DELETE FROM t")));
        QCOMPARE(query.lastError().nativeErrorCode(), QStringLiteral("8"));
        QCOMPARE(kindOf(query.lastError()), std::optional(ErrorKind::Io));
    }

    void theSecondTransactionIsBusy()
    {
        QSqlDatabase second = QSqlDatabase::cloneDatabase(m_db->database(), QStringLiteral("busy"));
        second.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10"));
        QVERIFY(second.open());
        QVERIFY(m_db->database().transaction());
        QVERIFY(!second.transaction());
        QCOMPARE(kindOf(second.lastError()), std::optional(ErrorKind::Busy));
        QVERIFY(m_db->database().rollback());
        QVERIFY(second.transaction());
        QVERIFY(second.rollback());
    }

    void regularExpressionsWorkWhenSwitchedOn()
    {
        QSqlDatabase database = QSqlDatabase::cloneDatabase(m_db->database(), QStringLiteral("regexp"));
        database.setConnectOptions(QStringLiteral("QSQLITE_ENABLE_REGEXP"));
        QVERIFY(database.open());
        QSqlQuery query(database);
        YZ_EXEC(query, QStringLiteral("SELECT '单雄信' REGEXP '^单.信$', 'abc' REGEXP 'x', NULL REGEXP 'x'"));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 1);
        QCOMPARE(query.value(1).toInt(), 0);
        QVERIFY(query.isNull(2));
        QVERIFY(!query.exec(QStringLiteral("SELECT 'a' REGEXP '('")));
        QSqlQuery without = m_db->query();
        QVERIFY(!without.exec(QStringLiteral("SELECT 'a' REGEXP 'a'")));
    }

    void tablesAreListedByKind()
    {
        for (const char *sql : {"CREATE TABLE plain(v)", "CREATE TABLE \"with space\"(v)", "CREATE TEMP TABLE passing(v)",
                                "CREATE VIEW looking AS SELECT * FROM plain", "CREATE VIRTUAL TABLE words USING fts5(w)",
                                "CREATE TABLE counted(id INTEGER PRIMARY KEY AUTOINCREMENT)", "CREATE TABLE 案件(v)"})
            m_db->run(QString::fromUtf8(sql));
        const QSqlDatabase database = m_db->database();
        QStringList tables = database.tables();
        tables.sort();
        QCOMPARE(tables, (QStringList{QStringLiteral("counted"), QStringLiteral("passing"), QStringLiteral("plain"),
                                      QStringLiteral("with space"), QStringLiteral("words"), QStringLiteral("案件")}));
        QCOMPARE(database.tables(QSql::Views), QStringList{QStringLiteral("looking")});
        const QStringList system = database.tables(QSql::SystemTables);
        QVERIFY(system.contains(QStringLiteral("sqlite_master")));
        QVERIFY(system.contains(QStringLiteral("sqlite_sequence")));
        QVERIFY(system.contains(QStringLiteral("words_data")));
        QVERIFY(!system.contains(QStringLiteral("plain")));
        QCOMPARE(database.tables(QSql::AllTables).size(), tables.size() + 1 + system.size());
    }

    void columnsHaveTheirTypesDefaultsAndDuties()
    {
        m_db->run(QStringLiteral(
            "CREATE TABLE t(id INTEGER PRIMARY KEY, a INT NOT NULL, b BIGINT, c REAL, d NUMERIC(10,2), e VARCHAR(20) DEFAULT "
            "'it''s', f BLOB, g BOOLEAN DEFAULT 1, h, i TEXT DEFAULT NULL, j DOUBLE PRECISION, k AS (a + 1), l TIMESTAMP "
            "DEFAULT "
            "CURRENT_TIMESTAMP)"));
        const QSqlRecord record = m_db->database().record(QStringLiteral("t"));
        const auto type = [&](const char *name) { return record.field(QLatin1String(name)).metaType().id(); };
        QCOMPARE(record.count(), 13);
        QCOMPARE(type("id"), int(QMetaType::Int));
        QCOMPARE(type("b"), int(QMetaType::LongLong));
        QCOMPARE(type("c"), int(QMetaType::Double));
        QCOMPARE(type("d"), int(QMetaType::Double));
        QCOMPARE(type("e"), int(QMetaType::QString));
        QCOMPARE(type("f"), int(QMetaType::QByteArray));
        QCOMPARE(type("g"), int(QMetaType::Bool));
        QCOMPARE(type("h"), int(QMetaType::QString));
        QCOMPARE(type("j"), int(QMetaType::Double));
        QVERIFY(record.field(QStringLiteral("id")).isAutoValue());
        QVERIFY(!record.field(QStringLiteral("a")).isAutoValue());
        QCOMPARE(record.field(QStringLiteral("a")).requiredStatus(), QSqlField::Required);
        QCOMPARE(record.field(QStringLiteral("b")).requiredStatus(), QSqlField::Optional);
        QCOMPARE(record.field(QStringLiteral("e")).defaultValue().toString(), QStringLiteral("it's"));
        QCOMPARE(record.field(QStringLiteral("g")).defaultValue().toString(), QStringLiteral("1"));
        QVERIFY(record.field(QStringLiteral("i")).defaultValue().isNull());
        QCOMPARE(record.field(QStringLiteral("l")).defaultValue().toString(), QStringLiteral("CURRENT_TIMESTAMP"));
        QVERIFY(record.field(QStringLiteral("k")).isReadOnly());
        QCOMPARE(record.field(0).tableName(), QStringLiteral("t"));
    }

    void tablesAreFoundUnderEveryFormOfTheirName()
    {
        m_db->run(QStringLiteral("CREATE TABLE \"odd name\"(one, \"Two 2\")"));
        m_db->run(QStringLiteral("CREATE TABLE \"a.b\"(x)"));
        m_db->run(QStringLiteral("CREATE TABLE \"q\"\"q\"(y)"));
        m_db->run(QStringLiteral("CREATE TEMP TABLE passing(z)"));
        m_db->run(QStringLiteral("CREATE VIEW v AS SELECT one AS first FROM \"odd name\""));
        const QSqlDatabase database = m_db->database();
        const QStringList columns{QStringLiteral("one"), QStringLiteral("Two 2")};
        for (const char *name :
             {"odd name", "\"odd name\"", "[odd name]", "main.odd name", "\"main\".\"odd name\"", "ODD NAME"})
            QCOMPARE(names(database.record(QLatin1String(name))), columns);
        QCOMPARE(names(database.record(QStringLiteral("a.b"))), QStringList{QStringLiteral("x")});
        QCOMPARE(names(database.record(QStringLiteral("q\"q"))), QStringList{QStringLiteral("y")});
        QCOMPARE(names(database.record(QStringLiteral("\"q\"\"q\""))), QStringList{QStringLiteral("y")});
        QCOMPARE(names(database.record(QStringLiteral("temp.passing"))), QStringList{QStringLiteral("z")});
        QCOMPARE(names(database.record(QStringLiteral("v"))), QStringList{QStringLiteral("first")});
        QVERIFY(database.record(QStringLiteral("nowhere")).isEmpty());
        QVERIFY(database.record(QStringLiteral("'; DROP TABLE x")).isEmpty());
    }

    void thePrimaryKeyHasItsColumnsInOrder()
    {
        m_db->run(QStringLiteral("CREATE TABLE single(id INTEGER PRIMARY KEY, v)"));
        m_db->run(QStringLiteral("CREATE TABLE pair(a INTEGER, b TEXT, c, PRIMARY KEY(c, a)) WITHOUT ROWID"));
        m_db->run(QStringLiteral("CREATE TABLE worded(code INTEGER PRIMARY KEY) WITHOUT ROWID"));
        m_db->run(QStringLiteral("CREATE TABLE none(v)"));
        const QSqlDatabase database = m_db->database();
        const QSqlIndex single = database.primaryIndex(QStringLiteral("single"));
        QCOMPARE(names(single), QStringList{QStringLiteral("id")});
        QVERIFY(single.field(0).isAutoValue());
        const QSqlIndex pair = database.primaryIndex(QStringLiteral("pair"));
        QCOMPARE(names(pair), (QStringList{QStringLiteral("c"), QStringLiteral("a")}));
        QVERIFY(!pair.field(1).isAutoValue());
        QVERIFY(!database.primaryIndex(QStringLiteral("worded")).field(0).isAutoValue());
        QVERIFY(database.primaryIndex(QStringLiteral("none")).isEmpty());
        QVERIFY(database.primaryIndex(QStringLiteral("nowhere")).isEmpty());
    }

    void theRecordOfAQueryTellsTypesAndTables()
    {
        m_db->run(QStringLiteral("CREATE TABLE t(id INTEGER, name VARCHAR(9), data BLOB)"));
        m_db->run(QStringLiteral("INSERT INTO t VALUES(1, 'n', x'00')"));
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, QStringLiteral("SELECT id, name AS called, data, id + 1, 2.5, 'x', x'00', NULL FROM t"));
        const QSqlRecord record = query.record(); // before the first row already
        QCOMPARE(record.fieldName(1), QStringLiteral("called"));
        QCOMPARE(record.field(0).tableName(), QStringLiteral("t"));
        QVERIFY(record.field(3).tableName().isEmpty());
        const QList<int> expected{QMetaType::Int,    QMetaType::QString, QMetaType::QByteArray, QMetaType::Int,
                                  QMetaType::Double, QMetaType::QString, QMetaType::QByteArray, QMetaType::UnknownType};
        for (int i = 0; i < expected.size(); ++i)
            QCOMPARE(record.field(i).metaType().id(), expected[i]);
        QVERIFY(query.next());
        QCOMPARE(query.record().value(QStringLiteral("called")).toString(), QStringLiteral("n"));
        YZ_EXEC(query, QStringLiteral("SELECT \"t\".\"id\", 1 AS \"say \"\"hi\"\"\" FROM t"));
        QCOMPARE(query.record().fieldName(0), QStringLiteral("id"));
        QCOMPARE(query.record().fieldName(1), QStringLiteral("say \"hi\""));
    }

    void namesAreEscapedAndBack_data()
    {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("table");
        const auto row = [](const char *plain, const char *field, const char *table) {
            QTest::newRow(plain) << QString::fromUtf8(plain) << QString::fromUtf8(field) << QString::fromUtf8(table);
        };
        row("name", "\"name\"", "\"name\"");
        row("two words", "\"two words\"", "\"two words\"");
        row("say \"hi\"", "\"say \"\"hi\"\"\"", "\"say \"\"hi\"\"\"");
        row("main.t", "\"main.t\"", "\"main\".\"t\"");
        row("案件", "\"案件\"", "\"案件\"");
    }
    void namesAreEscapedAndBack()
    {
        QFETCH(QString, plain);
        QFETCH(QString, field);
        QFETCH(QString, table);
        const QSqlDriver *driver = m_db->database().driver();
        QCOMPARE(driver->escapeIdentifier(plain, QSqlDriver::FieldName), field);
        QCOMPARE(driver->escapeIdentifier(plain, QSqlDriver::TableName), table);
        QCOMPARE(driver->escapeIdentifier(table, QSqlDriver::TableName), table); // once is enough
        QVERIFY(!driver->isIdentifierEscaped(plain, QSqlDriver::TableName));
        QVERIFY(driver->isIdentifierEscaped(table, QSqlDriver::TableName));
        QCOMPARE(driver->stripDelimiters(field, QSqlDriver::FieldName), plain);
        QCOMPARE(driver->stripDelimiters(table, QSqlDriver::TableName), plain);
        QCOMPARE(driver->stripDelimiters(plain, QSqlDriver::TableName), plain);
    }

    void subscribersHearOfEveryChangedRow()
    {
        m_db->run(QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, v)"));
        m_db->run(QStringLiteral("CREATE TABLE other(v)"));
        QSqlDriver *driver = m_db->database().driver();
        QSignalSpy spy(driver, &QSqlDriver::notification);
        QVERIFY(driver->subscribeToNotification(QStringLiteral("t")));
        QTest::ignoreMessage(QtWarningMsg, "QSQLCIPHER: a table can be subscribed to once, on an open database");
        QVERIFY(!driver->subscribeToNotification(QStringLiteral("t")));
        QCOMPARE(driver->subscribedToNotifications(), QStringList{QStringLiteral("t")});
        m_db->run(QStringLiteral("INSERT INTO t VALUES(7, 'x')"));
        m_db->run(QStringLiteral("UPDATE t SET v = 'y'"));
        m_db->run(QStringLiteral("INSERT INTO other VALUES(1)"));
        QCOMPARE(spy.size(), 0); // never from within the statement
        QTRY_COMPARE(spy.size(), 2);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("t"));
        QCOMPARE(spy[0][1].value<QSqlDriver::NotificationSource>(), QSqlDriver::SelfSource);
        QCOMPARE(spy[0][2].value<QVariant>().toLongLong(), 7);
        m_db->run(QStringLiteral("DELETE FROM t WHERE id = 7"));
        QVERIFY(driver->unsubscribeFromNotification(QStringLiteral("t")));
        QTest::ignoreMessage(QtWarningMsg, "QSQLCIPHER: that table is not subscribed to");
        QVERIFY(!driver->unsubscribeFromNotification(QStringLiteral("t")));
        QCoreApplication::processEvents();
        QCOMPARE(spy.size(), 2);
    }

    void generatedStatementsRunAsTheyAre()
    {
        m_db->run(QStringLiteral("CREATE TABLE \"odd one\"(id INTEGER PRIMARY KEY, \"a b\" TEXT, data BLOB)"));
        const QSqlDriver *driver = m_db->database().driver();
        QSqlRecord record = m_db->database().record(QStringLiteral("odd one"));
        record.setValue(0, 5);
        record.setValue(1, QStringLiteral("it's"));
        record.setValue(2, QByteArray("\0\xff", 2));
        for (int i = 0; i < record.count(); ++i)
            record.setGenerated(i, true);
        m_db->run(driver->sqlStatement(QSqlDriver::InsertStatement, QStringLiteral("odd one"), record, false));
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, driver->sqlStatement(QSqlDriver::SelectStatement, QStringLiteral("odd one"), record, false));
        QVERIFY(query.next());
        QCOMPARE(query.value(1).toString(), QStringLiteral("it's"));
        QCOMPARE(query.value(2).toByteArray(), QByteArray("\0\xff", 2));
    }
};

QTEST_GUILESS_MAIN(DriverSchemaTest)
#include "DriverSchemaTest.moc"
