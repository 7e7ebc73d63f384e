// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/DriverFixture.h"

using namespace yizhan;

// SQLCipher is linked into this program; Qt's plugin brings its own SQLite. Neither may end up on the other's symbols.
class StockDriverTest : public QObject
{
    Q_OBJECT

private slots:
    void qtsOwnPluginDoesNotRunOnOurCipher()
    {
        const DriverDatabase ours; // loaded first, as in the product
        QVERIFY(ours.value(QStringLiteral("PRAGMA cipher_version")).toString().startsWith(QLatin1String("4.")));
        {
            QSqlDatabase stock = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("stock"));
            stock.setDatabaseName(QStringLiteral(":memory:"));
            QVERIFY2(stock.open(), qPrintable(stock.lastError().text()));
            QSqlQuery query(stock);
            QVERIFY(query.exec(QStringLiteral("PRAGMA cipher_version")));
            QVERIFY(!query.next());
            QVERIFY(query.exec(QStringLiteral("SELECT sqlite_version()")));
            QVERIFY(query.next());
        }
        QSqlDatabase::removeDatabase(QStringLiteral("stock"));
    }

    void qtsOwnPluginCannotReadOurFile()
    {
        const DriverDatabase ours;
        ours.run(QStringLiteral("CREATE TABLE t(v)"));
        {
            QSqlDatabase stock = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("stock"));
            stock.setDatabaseName(ours.path());
            stock.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
            QVERIFY(stock.open());
            QSqlQuery query(stock);
            QVERIFY(!query.exec(QStringLiteral("SELECT * FROM t")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("stock"));
    }
};

QTEST_GUILESS_MAIN(StockDriverTest)
#include "StockDriverTest.moc"
