// SPDX-License-Identifier: GPL-3.0-or-later
// The store as a whole, from the command line: making, opening, damage, backup, passwords.
#include "tests/cli/CliProcess.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace yizhan;

namespace {
QString s(const char *text) { return QString::fromUtf8(text); }

const QByteArray consultation =
    R"({"received_at":"2026-03-02T09:00:00+08:00","channel":"WINDOW_T","category":"01","question":"How long does a neighbour dispute take?","heads":1})";

// The largest file of the store is its database.
QString databaseOf(const QString &folder)
{
    QString largest;
    qint64 size = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileInfo().size() > size) {
            size = files.fileInfo().size();
            largest = files.filePath();
        }
    }
    return largest;
}

bool overwrite(const QString &file, qint64 at, const QByteArray &bytes)
{
    QFile out(file);
    return out.open(QIODevice::ReadWrite) && out.seek(at) && out.write(bytes) == bytes.size();
}
} // namespace

class CliStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void initShowsTheRecoveryKeyOnceAndTheStoreOpens()
    {
        const CliProcess cli;
        const CliAnswer made = cli.init();
        QCOMPARE(made.error, QString());
        QCOMPARE(made.exit, 0);
        const QString recoveryKey = made.object().value(s("recovery_key")).toString();
        QVERIFY(recoveryKey.size() > 25);
        const CliAnswer stats = cli.inStore({s("stats")});
        QCOMPARE(stats.exit, 0);
        QCOMPARE(stats.object().value(s("unsent")).toInt(), 1); // the first user
        QVERIFY(stats.object().value(s("cipher")).toString().startsWith(s("4.")));
        QDirIterator files(cli.folder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(recoveryKey.toUtf8()), qPrintable(file.fileName()));
        }
    }

    void aSecondInitLeavesTheFirstStoreAlone()
    {
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        QCOMPARE(cli.init().exit, 1);
        QCOMPARE(cli.inStore({s("stats")}).exit, 0);
    }

    void aWeakPasswordIsRefusedInWords()
    {
        const CliProcess cli;
        const QString weak = cli.write(s("weak"), "short\n");
        const CliAnswer answer = cli.inStore({s("init"), s("--office"), s("JO01"), s("--password-file"), weak});
        QCOMPARE(answer.exit, 1);
        QVERIFY(!QDir(cli.folder()).exists() || QDir(cli.folder()).isEmpty());
    }

    void anUnknownOfficeIsRefused()
    {
        const CliProcess cli;
        QCOMPARE(cli.inStore({s("init"), s("--office"), s("JO99")}).exit, 1);
    }

    void theWrongPasswordEndsWithThree()
    {
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        const QString wrong = cli.write(s("wrong"), "Wrong-Horse-77\n");
        const CliAnswer answer = cli.inStore({s("stats"), s("--password-file"), wrong});
        QCOMPARE(answer.exit, 3);
        QVERIFY(!answer.error.contains(s("Wrong-Horse")));
    }

    void theSecondProcessIsToldWhoHasTheStore()
    {
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        const std::unique_ptr<QProcess> holder = cli.holdStore();
        const CliAnswer second = cli.inStore({s("stats")});
        QCOMPARE(second.exit, 4);
        QVERIFY2(second.error.contains(QString::number(holder->processId())), qPrintable(second.error));
        holder->closeWriteChannel();
        QVERIFY(holder->waitForFinished(30'000));
        QCOMPARE(cli.inStore({s("stats")}).exit, 0);
    }

    void aProcessThatWasKilledLeavesNoLockBehind()
    {
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        const std::unique_ptr<QProcess> holder = cli.holdStore();
        QCOMPARE(cli.inStore({s("stats")}).exit, 4);
        holder->kill();
        QVERIFY(holder->waitForFinished(30'000));
        QCOMPARE(cli.inStore({s("stats")}).exit, 0);
    }

    void damageOfEveryKindEndsWithFiveAndNothingIsDeleted_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *damage : {"a page", "truncated", "empty", "plain SQLite", "rubbish", "vault"})
            QTest::newRow(damage) << s(damage);
    }
    void damageOfEveryKindEndsWithFiveAndNothingIsDeleted()
    {
        QFETCH(QString, damage);
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        QCOMPARE(cli.inStore({s("add"), s("consultation")}, consultation).exit, 0);
        const QString database = databaseOf(cli.folder());
        const qint64 size = QFileInfo(database).size();
        QStringList call{s("verify")};
        if (damage == s("a page")) {
            for (qint64 at = 4096 * 3 + 100; at < size; at += 4096)
                QVERIFY(overwrite(database, at, QByteArray(64, 'x')));
        } else if (damage == s("truncated")) {
            QVERIFY(QFile::resize(database, size / 2 / 4096 * 4096));
        } else if (damage == s("empty")) {
            QVERIFY(QFile::resize(database, 0));
        } else if (damage == s("plain SQLite")) {
            QVERIFY(overwrite(database, 0, QByteArray("SQLite format 3\0", 16)));
        } else if (damage == s("rubbish")) {
            QVERIFY(overwrite(database, 0, QByteArray(4096, 'r')));
        } else {
            QDirIterator files(cli.folder(), {s("*.vault")}, QDir::Files);
            QVERIFY(files.hasNext());
            QVERIFY(overwrite(files.next(), 20, QByteArray(40, 'v')));
        }
        const CliAnswer answer = cli.inStore(call);
        QVERIFY2(answer.exit == 5 || answer.exit == 3, qPrintable(QString::number(answer.exit) + answer.error));
        // A first page that is not ours cannot be told from a wrong key; the vault knows the key is right, so it is damage.
        QCOMPARE(answer.exit, 5);
        QVERIFY(QFile::exists(database));
    }

    void aBackupIsCheckedAndComesBackWhole()
    {
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        QCOMPARE(cli.inStore({s("add"), s("consultation")}, consultation).exit, 0);
        const QString file = cli.path(s("copy.yizhan-backup"));
        const CliAnswer backup = cli.inStore({s("backup"), file});
        QCOMPARE(backup.error, QString());
        QCOMPARE(backup.exit, 0);
        QCOMPARE(cli.inStore({s("add"), s("consultation")}, consultation).exit, 0);

        QVERIFY(QDir(cli.folder()).removeRecursively());
        const CliAnswer restore = cli.inStore({s("restore"), file});
        QCOMPARE(restore.error, QString());
        QCOMPARE(restore.exit, 0);
        QCOMPARE(cli.inStore({s("list"), s("consultation"), s("--count")}).object().value(s("count")).toInt(), 1);
        QCOMPARE(cli.inStore({s("audit"), s("verify")}).exit, 0);
        QCOMPARE(cli.inStore({s("verify")}).exit, 0);
    }

    void aDamagedBackupIsRefusedAndAnExistingStoreIsNotOverwritten()
    {
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        const QString file = cli.path(s("copy.yizhan-backup"));
        QCOMPARE(cli.inStore({s("backup"), file}).exit, 0);
        QCOMPARE(cli.inStore({s("restore"), file}).exit, 1);
        QVERIFY(QDir(cli.folder()).removeRecursively());
        QVERIFY(overwrite(file, QFileInfo(file).size() / 2, QByteArray(16, 'z')));
        QCOMPARE(cli.inStore({s("restore"), file}).exit, 5);
        QVERIFY(!QFile::exists(databaseOf(cli.folder())));
    }

    void thePasswordCanBeChangedAndTheRecoveryKeyOpensWithoutIt()
    {
        const CliProcess cli;
        const QString recoveryKey = cli.init().object().value(s("recovery_key")).toString();
        const QString second = cli.write(s("second"), "Second-Horse-8\n");
        QCOMPARE(cli.inStore({s("password"), s("--new-password-file"), second}).exit, 0);
        QCOMPARE(cli.inStore({s("stats")}).exit, 3);
        QCOMPARE(cli.inStore({s("stats"), s("--password-file"), second}).exit, 0);
        const QString third = cli.write(s("third"), "Third-Horse-99\n");
        const QString key = cli.write(s("key"), recoveryKey.toUtf8() + '\n');
        QCOMPARE(cli.inStore({s("recover"), s("--recovery-key-file"), key, s("--new-password-file"), third}).exit, 0);
        QCOMPARE(cli.inStore({s("stats"), s("--password-file"), third}).exit, 0);
        const QString wrongKey = cli.write(
            s("wrong-key"),
            QByteArray(recoveryKey.toUtf8()).replace(recoveryKey.at(0).toLatin1(), recoveryKey.at(0) == u'A' ? 'B' : 'A')
                + '\n');
        QCOMPARE(cli.inStore({s("recover"), s("--recovery-key-file"), wrongKey, s("--new-password-file"), second}).exit, 3);
    }

    void anotherPersonCanOpenTheStoreWithTheirOwnPassword()
    {
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        const QString other = cli.write(s("other"), "Other-Horse-55\n");
        const CliAnswer added = cli.inStore(
            {s("user"), s("add"), s("second"), s("--role"), s("MEDIATOR"), s("--new-password-file"), other});
        QCOMPARE(added.error, QString());
        QCOMPARE(added.exit, 0);
        const CliAnswer opened = cli.run(
            {s("stats"), s("--store"), cli.folder(), s("--user"), s("second"), s("--password-file"), other});
        QCOMPARE(opened.exit, 0);
        const CliAnswer nobody = cli.run({s("stats"), s("--store"), cli.folder(), s("--password-file"), other});
        QCOMPARE(nobody.exit, 2);
    }

    void nothingReadableIsLeftInAnyFile()
    {
        const CliProcess cli;
        QCOMPARE(cli.init().exit, 0);
        const QByteArray canary = "金丝雀甲乙丙";
        QCOMPARE(cli.inStore({s("add"), s("consultation")}, "{\"received_at\":\"2026-03-02T09:00:00+08:00\",\"channel\":"
                                                            "\"WINDOW_T\",\"category\":\"01\",\"heads\":1,\"question\":\""
                                                                + canary + "\"}\n")
                     .exit,
                 0);
        QCOMPARE(cli.inStore({s("backup"), cli.path(s("copy.yizhan-backup"))}).exit, 0);
        QDirIterator files(QFileInfo(cli.folder()).path(), QDir::Files, QDirIterator::Subdirectories);
        int searched = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
            ++searched;
        }
        QVERIFY(searched >= 3);
    }
};

QTEST_GUILESS_MAIN(CliStoreTest)
#include "CliStoreTest.moc"
