// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SqlFixture.h"

#include <QCoreApplication>
#include <QProcess>

using namespace yizhan;

// The test program starts itself a second time, as another process on the same file.
class TwoProcessesTest : public QObject
{
    Q_OBJECT

    static QString run(const TestDatabase &database, const QString &task)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--other"), database.path(), task});
        if (!process.waitForFinished())
            return QStringLiteral("did not finish");
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

private slots:
    void theOtherProcessReadsWhatWasCommittedHere()
    {
        const TestDatabase database;
        database.fill(12);
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->begin());
        YZ_VERIFY_OK(connection->execute("DELETE FROM item WHERE id > 5"));
        QCOMPARE(run(database, QStringLiteral("count")), QStringLiteral("12"));
        YZ_VERIFY_OK(connection->commit());
        QCOMPARE(run(database, QStringLiteral("count")), QStringLiteral("5"));
    }

    void theOtherProcessIsToldThatTheFileIsBusy()
    {
        const TestDatabase database;
        database.fill(3);
        const auto connection = database.open();
        YZ_VERIFY_OK(connection->begin());
        QCOMPARE(run(database, QStringLiteral("write")), QStringLiteral("Busy"));
        connection->rollback();
        QCOMPARE(run(database, QStringLiteral("write")), QStringLiteral("written"));
        QCOMPARE(*connection->scalarInt("SELECT count(*) FROM item"), 4);
    }

    void aProcessThatDiesInATransactionLeavesTheLastCommit()
    {
        const TestDatabase database;
        database.fill(100);
        for (int round = 0; round < 5; ++round) {
            run(database, QStringLiteral("die"));
            const auto connection = database.open();
            QCOMPARE(*connection->scalarInt("SELECT count(*) FROM item"), 100 + round + 1);
            YZ_VERIFY_OK(connection->checkIntegrity(IntegrityDepth::Full));
        }
    }

    void anErrorWritesNothingToStandardError()
    {
        const TestDatabase database;
        database.fill(3);
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--other"), database.path(), QStringLiteral("wrongkey")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("WrongKey"));
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }
};

namespace {
void say(const QByteArray &line)
{
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly))
        out.write(line + '\n');
}

int beTheOther(const QString &file, const QString &task)
{
    OpenOptions options;
    options.file = file;
    options.key = task == QLatin1String("wrongkey") ? QByteArray(32, 'w') : TestDatabase::key();
    options.busyTimeoutMs = 50;
    const auto connection = Connection::open(options);
    if (!connection) {
        say(nameOf(connection.error().kind));
        return 1;
    }
    if (task == QLatin1String("count")) {
        say(QByteArray::number(TestDatabase::must((*connection)->scalarInt("SELECT count(*) FROM item"))));
        return 0;
    }
    if (task == QLatin1String("die")) {
        TestDatabase::must((*connection)
                               ->execute("INSERT INTO item(name) VALUES('stays'); BEGIN IMMEDIATE;"
                                         "DELETE FROM item; PRAGMA cache_spill=1; PRAGMA cache_size=5;"
                                         "UPDATE item SET name='lost'; INSERT INTO item(bulk) VALUES(randomblob(99999))"));
        std::_Exit(9); // no destructor, no rollback
    }
    const Outcome written = (*connection)->execute("INSERT INTO item(name) VALUES('other')");
    say(written ? "written" : nameOf(written.error().kind));
    return 0;
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--other"))
        return beTheOther(arguments[2], arguments[3]);
    TwoProcessesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "TwoProcessesTest.moc"
