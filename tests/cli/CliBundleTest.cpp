// SPDX-License-Identifier: GPL-3.0-or-later
// A stick instead of a line: the real programs of both ends, file by file, and every file that is refused.
#include "tests/cli/ServerProcess.h"

#include <QFile>
#include <QTest>

using namespace yizhan;

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

QByteArray consultation(const char *question)
{
    return QByteArray("{\"received_at\":\"2026-03-02T09:00:00+08:00\",\"channel\":\"WINDOW_T\",\"category\":\"01\",\"heads\":1,"
                      "\"question\":\"")
           + question + "\"}\n";
}

QString idOf(const CliAnswer &answer) { return answer.object().value(s("id")).toString(); }

} // namespace

class CliBundleTest : public QObject
{
    Q_OBJECT

private:
    ServerProcess m_server;
    CliProcess m_away; // joined over a line, which is down from then on
    CliProcess m_town;
    int m_files = 0;

    bool enrol(const CliProcess &cli)
    {
        const QString code = cli.write(s("code"), m_server.code(s("JO01")).toUtf8() + '\n');
        return cli.inStore({s("enrol"), s("--server"), m_server.address(), s("--name"), s("counter"), s("--code-file"), code})
                   .exit
               == 0;
    }
    QString stick(const char *name) { return m_away.path(QStringLiteral("%1-%2").arg(s(name)).arg(++m_files)); }
    QString written()
    {
        const QString file = stick("to-district");
        const CliAnswer answer = m_away.inStore({s("bundle"), s("write"), file});
        if (answer.exit != 0)
            qWarning("%s", qPrintable(answer.error));
        return answer.exit == 0 ? file : QString();
    }
    CliAnswer handIn(const QString &file, const QString &answer) { return m_server.run({s("bundle"), file, answer}); }
    CliAnswer takeBack(const QString &answer) { return m_away.inStore({s("bundle"), s("read"), answer}); }
    void isRefused(const QString &file, int exit, const char *code)
    {
        const QString answer = stick("refused");
        const CliAnswer refused = handIn(file, answer);
        QCOMPARE(refused.exit, exit);
        QVERIFY2(refused.error.contains(s(code)), qPrintable(refused.error));
        QVERIFY(!QFile::exists(answer));
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.init());
        QVERIFY(m_server.addUser(s("clerk"), {s("OFFICE_HEAD")}, {s("JO01")}));
        QVERIFY2(m_server.start(), qPrintable(m_server.said()));
        QVERIFY(enrol(m_away));
        QVERIFY(enrol(m_town));
        QCOMPARE(m_town.inStore({s("sync")}).exit, 0);
    }

    void workAndNewsTravelOnAStickWhileTheServerRunsOrNot()
    {
        const QString mine = idOf(m_away.inStore({s("add"), s("consultation")}, consultation("无线路登记")));
        const QString theirs = idOf(m_town.inStore({s("add"), s("consultation")}, consultation("有线路登记")));
        QCOMPARE(m_town.inStore({s("sync")}).exit, 0);
        const QString file = written();
        QFile content(file);
        QVERIFY(content.open(QIODevice::ReadOnly));
        QVERIFY(!content.readAll().contains("无线路登记"));
        const QString answer = stick("from-district");
        const CliAnswer taken = handIn(file, answer);
        QVERIFY2(taken.exit == 0, qPrintable(taken.error));
        QVERIFY(taken.object().value(s("operations")).toInt() > 0);
        QCOMPARE(taken.object().value(s("aside")).toInt(), 0);
        QCOMPARE(taken.object().value(s("number")).toInt(), 1);
        const CliAnswer read = takeBack(answer);
        QVERIFY2(read.exit == 0, qPrintable(read.error));
        QCOMPARE(read.object().value(s("unsent")).toInt(), 0);
        QCOMPARE(m_away.inStore({s("show"), theirs}).exit, 0);
        QCOMPARE(m_town.inStore({s("sync")}).exit, 0);
        QCOMPARE(m_town.inStore({s("show"), mine}).exit, 0);
        const CliAnswer again = takeBack(answer);
        QCOMPARE(again.exit, 1);
        QVERIFY2(again.error.contains(s("SE-21")), qPrintable(again.error));
        QCOMPARE(m_town.inStore({s("bundle"), s("read"), answer}).exit, 1); // not written for that computer
    }

    void aFileIsTakenOnceWholeAndInItsOrder()
    {
        QCOMPARE(m_away.inStore({s("add"), s("consultation")}, consultation("第二件")).exit, 0);
        const QString older = written();
        const QString newer = written();
        const QString answer = stick("from-district");
        QCOMPARE(handIn(newer, answer).exit, 0);
        isRefused(newer, 1, "SV-28");
        isRefused(older, 1, "SV-28");
        QCOMPARE(takeBack(answer).exit, 0);

        const QString changed = written();
        QFile file(changed);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        const char byte = file.peek(1).at(0);
        QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
        file.close();
        isRefused(changed, 5, "SV-27");
        isRefused(m_away.write(s("no-bundle"), "text"), 5, "SV-27");
        QCOMPARE(m_server.run({s("bundle"), s("/nowhere/file"), stick("x")}).exit, 2);
        // an answer that finds no place: nothing is taken, the same file is good still
        const QString file2 = written();
        QCOMPARE(handIn(file2, s("/nowhere/answer")).exit, 6);
        const QString second = stick("from-district");
        QCOMPARE(handIn(file2, second).exit, 0);
        QCOMPARE(takeBack(second).exit, 0);
    }

    void anotherDistrictDoesNotTakeIt()
    {
        ServerProcess foreign;
        QVERIFY(foreign.init());
        const QString answer = stick("foreign");
        const CliAnswer refused = foreign.run({s("bundle"), written(), answer});
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.error.contains(s("SV-26")), qPrintable(refused.error));
    }

    void aFileFromBeforeARestoreIsAnsweredWithTheNewsAndTheNextOneIsTaken()
    {
        const QString backup = m_server.path(s("backup"));
        QCOMPARE(m_server.run({s("backup"), backup}).exit, 0);
        const QString lost = idOf(m_away.inStore({s("add"), s("consultation")}, consultation("备份之后")));
        QString answer = stick("from-district");
        QCOMPARE(handIn(written(), answer).exit, 0);
        QCOMPARE(takeBack(answer).exit, 0);
        QVERIFY2(m_server.stop(), qPrintable(m_server.said()));
        QCOMPARE(m_server.run({s("restore"), backup}).exit, 0);

        answer = stick("from-district");
        const CliAnswer old = handIn(written(), answer);
        QCOMPARE(old.exit, 1);
        QVERIFY2(old.error.contains(s("SV-31")), qPrintable(old.error));
        QCOMPARE(takeBack(answer).exit, 0); // from it the workstation hears of the restore
        answer = stick("from-district");
        const CliAnswer taken = handIn(written(), answer);
        QVERIFY2(taken.exit == 0, qPrintable(taken.error));
        QVERIFY(taken.object().value(s("operations")).toInt() > 0);
        QCOMPARE(takeBack(answer).object().value(s("unsent")).toInt(), 0);
        QVERIFY2(m_server.start(), qPrintable(m_server.said()));
        QCOMPARE(m_town.inStore({s("sync")}).exit, 0);
        QCOMPARE(m_town.inStore({s("show"), lost}).exit, 0);
        QVERIFY2(m_server.stop(), qPrintable(m_server.said()));
    }
};

QTEST_GUILESS_MAIN(CliBundleTest)
#include "CliBundleTest.moc"
