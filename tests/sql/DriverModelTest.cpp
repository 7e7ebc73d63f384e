// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/DriverFixture.h"

#include <QSqlIndex>
#include <QSqlQueryModel>
#include <QSqlRelationalTableModel>
#include <QSqlTableModel>

using namespace yizhan;

// Qt's own models on top of the driver.
class DriverModelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DriverDatabase> m_db;

    QString rows() const
    {
        return m_db
            ->value(QStringLiteral("SELECT group_concat(id || '=' || coalesce(name, 'null'), ' ') FROM"
                                   " (SELECT * FROM person ORDER BY id)"))
            .toString();
    }

private slots:
    void init()
    {
        m_db = std::make_unique<DriverDatabase>();
        m_db->run(QStringLiteral("CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT, city INTEGER)"));
        m_db->run(QStringLiteral("CREATE TABLE city(id INTEGER PRIMARY KEY, title TEXT)"));
        m_db->run(QStringLiteral("INSERT INTO city VALUES(10, '虹口'), (20, '静安')"));
        m_db->run(QStringLiteral("INSERT INTO person VALUES(1, 'an', 10), (2, 'bo', 20), (3, 'ci', 10)"));
    }
    void cleanup() { m_db.reset(); }

    void aQueryModelFetchesAsItIsScrolled()
    {
        QSqlQueryModel model;
        model.setQuery(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<1000)"
                                      " SELECT i, 'row '||i AS label FROM n"),
                       m_db->database());
        QVERIFY2(!model.lastError().isValid(), qPrintable(model.lastError().text()));
        QVERIFY(model.canFetchMore());
        QVERIFY(model.rowCount() < 1000);
        while (model.canFetchMore())
            model.fetchMore();
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(model.data(model.index(999, 1)).toString(), QStringLiteral("row 1000"));
        QCOMPARE(model.data(model.index(0, 0)).toInt(), 1);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("label"));
    }

    void aTableModelEditsOnSubmit()
    {
        QSqlTableModel model(nullptr, m_db->database());
        model.setTable(QStringLiteral("person"));
        model.setEditStrategy(QSqlTableModel::OnManualSubmit);
        model.setSort(0, Qt::AscendingOrder);
        QVERIFY(model.select());
        QCOMPARE(model.rowCount(), 3);

        QVERIFY(model.setData(model.index(0, 1), QStringLiteral("an 2")));
        QVERIFY(model.insertRow(3));
        QVERIFY(model.setData(model.index(3, 1), QStringLiteral("di")));
        QVERIFY(model.removeRow(1));
        QVERIFY(model.isDirty());
        QCOMPARE(rows(), QStringLiteral("1=an 2=bo 3=ci")); // nothing is written yet
        QVERIFY2(model.submitAll(), qPrintable(model.lastError().text()));
        QCOMPARE(rows(), QStringLiteral("1=an 2 3=ci 4=di"));
        QCOMPARE(model.rowCount(), 3);

        QVERIFY(model.setData(model.index(0, 1), QStringLiteral("thrown away")));
        model.revertAll();
        QCOMPARE(model.data(model.index(0, 1)).toString(), QStringLiteral("an 2"));
    }

    void aTableModelWritesAtOnceWhenToldTo()
    {
        QSqlTableModel model(nullptr, m_db->database());
        model.setTable(QStringLiteral("person"));
        model.setEditStrategy(QSqlTableModel::OnFieldChange);
        QVERIFY(model.select());
        QVERIFY2(model.setData(model.index(1, 1), QStringLiteral("bo 2")), qPrintable(model.lastError().text()));
        QCOMPARE(rows(), QStringLiteral("1=an 2=bo 2 3=ci"));
        QVERIFY(model.setData(model.index(1, 1), QVariant()));
        QCOMPARE(rows(), QStringLiteral("1=an 2=null 3=ci"));
        QVERIFY(model.setData(model.index(1, 1), QStringLiteral("back"))); // found although a column is NULL
        QCOMPARE(rows(), QStringLiteral("1=an 2=back 3=ci"));
    }

    void anInsertedRowGetsItsIdFromTheDatabase()
    {
        QSqlTableModel model(nullptr, m_db->database());
        model.setTable(QStringLiteral("person"));
        model.setEditStrategy(QSqlTableModel::OnRowChange);
        QVERIFY(model.select());
        QSqlRecord record = model.record();
        record.setValue(QStringLiteral("name"), QStringLiteral("new"));
        record.setGenerated(QStringLiteral("id"), false);
        QVERIFY2(model.insertRecord(-1, record), qPrintable(model.lastError().text()));
        QVERIFY(model.submitAll());
        QCOMPARE(rows(), QStringLiteral("1=an 2=bo 3=ci 4=new"));
        QCOMPARE(model.record(3).value(0).toInt(), 4);
    }

    void aTableModelFiltersAndSorts()
    {
        QSqlTableModel model(nullptr, m_db->database());
        model.setTable(QStringLiteral("person"));
        model.setFilter(QStringLiteral("city = 10"));
        model.setSort(model.fieldIndex(QStringLiteral("name")), Qt::DescendingOrder);
        QVERIFY(model.select());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.data(model.index(0, 1)).toString(), QStringLiteral("ci"));
        QCOMPARE(model.primaryKey().fieldName(0), QStringLiteral("id"));
    }

    void aTableWithAnOddNameAndKeyIsEdited()
    {
        m_db->run(QStringLiteral("CREATE TABLE \"odd table\"(\"first key\" TEXT, \"second.key\" INTEGER, v BLOB,"
                                 " PRIMARY KEY(\"first key\", \"second.key\"))"));
        m_db->run(QStringLiteral("INSERT INTO \"odd table\" VALUES('a', 1, x'01'), ('a', 2, x'02')"));
        QSqlTableModel model(nullptr, m_db->database());
        model.setTable(QStringLiteral("odd table"));
        QVERIFY2(model.select(), qPrintable(model.lastError().text()));
        QVERIFY2(model.setData(model.index(1, 2), QByteArray("\xff")), qPrintable(model.lastError().text()));
        QVERIFY2(model.submitAll(), qPrintable(model.lastError().text()));
        QCOMPARE(m_db->value(QStringLiteral("SELECT hex(v) FROM \"odd table\" WHERE \"second.key\" = 2")).toString(),
                 QStringLiteral("FF"));
        QCOMPARE(m_db->value(QStringLiteral("SELECT hex(v) FROM \"odd table\" WHERE \"second.key\" = 1")).toString(),
                 QStringLiteral("01"));
    }

    void aConstraintStopsASubmitAndLeavesTheRowDirty()
    {
        m_db->run(QStringLiteral("CREATE UNIQUE INDEX person_name ON person(name)"));
        QSqlTableModel model(nullptr, m_db->database());
        model.setTable(QStringLiteral("person"));
        model.setEditStrategy(QSqlTableModel::OnManualSubmit);
        QVERIFY(model.select());
        QVERIFY(model.setData(model.index(0, 1), QStringLiteral("bo")));
        QVERIFY(!model.submitAll());
        QCOMPARE(kindOf(model.lastError()), std::optional(ErrorKind::Constraint));
        QVERIFY(model.isDirty());
        QCOMPARE(rows(), QStringLiteral("1=an 2=bo 3=ci"));
    }

    void aRelationalModelShowsAndEditsTheForeignSide()
    {
        QSqlRelationalTableModel model(nullptr, m_db->database());
        model.setTable(QStringLiteral("person"));
        model.setRelation(2, QSqlRelation(QStringLiteral("city"), QStringLiteral("id"), QStringLiteral("title")));
        model.setSort(0, Qt::AscendingOrder);
        QVERIFY2(model.select(), qPrintable(model.lastError().text()));
        QCOMPARE(model.data(model.index(0, 2)).toString(), QStringLiteral("虹口"));
        QCOMPARE(model.data(model.index(1, 2)).toString(), QStringLiteral("静安"));
        QVERIFY(model.relationModel(2));
        QVERIFY2(model.setData(model.index(0, 2), 20), qPrintable(model.lastError().text()));
        QVERIFY2(model.submitAll(), qPrintable(model.lastError().text()));
        QCOMPARE(m_db->value(QStringLiteral("SELECT city FROM person WHERE id = 1")).toInt(), 20);
        QCOMPARE(model.data(model.index(0, 2)).toString(), QStringLiteral("静安"));
        model.setSort(2, Qt::AscendingOrder);
        QVERIFY(model.select());
        QCOMPARE(model.rowCount(), 3);
    }
};

QTEST_GUILESS_MAIN(DriverModelTest)
#include "DriverModelTest.moc"
