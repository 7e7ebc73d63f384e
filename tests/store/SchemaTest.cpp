// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that run are the tables that the declarations describe. After a change of a declaration before the first release,
// YIZHAN_ACCEPT_GOLDEN=1 writes the first migration anew; after it, a further migration is written by hand.
#include "store/Schema.h"

#include "records/FieldSpec.h"
#include "sql/Connection.h"
#include "sql/Migrator.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace yizhan;

namespace {

const QString goldenFile = QStringLiteral(YIZHAN_SOURCE_DIR "/store/migrations/0001_initial.sql");

std::unique_ptr<Connection> memory()
{
    OpenOptions options;
    options.file = OpenOptions::inMemory();
    options.access = OpenOptions::Access::Create;
    Result<std::unique_ptr<Connection>> connection = Connection::open(options);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().toLog()));
    return std::move(*connection);
}

// Every table and index as the database itself describes it.
QStringList describeSchema(Connection &connection)
{
    QStringList lines;
    Result<Statement> objects = connection.prepare(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name");
    while (objects && objects->step().value_or(false))
        lines.push_back(objects->text(0).simplified());
    return lines;
}

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstMigrationIsWhatTheDeclarationsSay()
    {
        QFile file(goldenFile);
        if (qEnvironmentVariableIntValue("YIZHAN_ACCEPT_GOLDEN") == 1) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(createStatements());
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), QString::fromUtf8(createStatements()));
    }

    void theMigratedSchemaIsTheGeneratedOne()
    {
        const Result<std::vector<Migration>> steps = Migrator::fromFolder(
            QStringLiteral(YIZHAN_SOURCE_DIR "/store/migrations"));
        QVERIFY(steps);
        const auto migrated = memory();
        QVERIFY(Migrator(storeApplicationId, *steps).migrate(*migrated));
        const auto generated = memory();
        QVERIFY(generated->execute(createStatements()));
        QCOMPARE(describeSchema(*migrated), describeSchema(*generated));
        QVERIFY(describeSchema(*migrated).size() > 40);
    }

    void noFieldHasTheNameOfAColumnOfTheStore()
    {
        for (const RecordSpec *spec : allSpecs()) {
            const TableLayout &layout = layoutOf(*spec);
            QSet<QByteArray> names;
            for (const QByteArray &name : layout.systemColumns)
                names.insert(name.toLower());
            for (const FieldSpec *field : spec->fields) {
                QVERIFY2(!names.contains(QByteArray(field->name).toLower()), field->name);
                names.insert(QByteArray(field->name).toLower());
            }
        }
    }

    void noKindHasTheNameOfATableOfTheStore()
    {
        const auto connection = memory();
        QVERIFY2(connection->execute(createStatements()).has_value(), "two tables of one name");
        QSet<QByteArray> tables;
        for (const RecordSpec *spec : allSpecs())
            tables.insert(spec->table);
        QCOMPARE(tables.size(), static_cast<qsizetype>(allSpecs().size()));
    }

    void everyTableKnowsItsTypes()
    {
        const auto connection = memory();
        QVERIFY(connection->execute(createStatements()));
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                                        "AND strict = 0 AND name NOT LIKE 'sqlite_%'"),
                 qint64{0});
    }

    void aColumnIsFoundByItsField()
    {
        for (const RecordSpec *spec : allSpecs()) {
            const TableLayout &layout = layoutOf(*spec);
            for (const FieldSpec *field : spec->fields)
                QVERIFY(!layout.columnOf(*field).isEmpty());
            for (const FieldSpec *field : system::fields)
                QCOMPARE(layout.columnOf(*field), QByteArray(field->name));
        }
    }
};

QTEST_APPLESS_MAIN(SchemaTest)
#include "SchemaTest.moc"
