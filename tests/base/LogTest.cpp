// SPDX-License-Identifier: GPL-3.0-or-later
// The log's last line of defence: what looks like a person's data does not get through, what helps a developer does.
#include "base/Log.h"

#include <QProcess>
#include <QTest>

using namespace yizhan;
using namespace Qt::StringLiterals;

class LogTest : public QObject
{
    Q_OBJECT

private slots:
    void takesOutWhatLooksLikePersonalData_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("written");
        QTest::newRow("identity number") << u"party 11010519491231002X saved"_s << u"party <number:18> saved"_s;
        QTest::newRow("identity number, small x") << u"11010519491231002x"_s << u"<number:18>"_s;
        QTest::newRow("old identity number") << u"id=110105491231002"_s << u"id=<number:15>"_s;
        QTest::newRow("identity number glued to letters") << u"id110105194912310021end"_s << u"id<number:18>end"_s;
        QTest::newRow("mobile") << u"call 13800138000!"_s << u"call <number:11>!"_s;
        QTest::newRow("mobile in groups") << u"call 138 0013 8000 or 138-0013-8000"_s << u"call <number:13> or <number:13>"_s;
        QTest::newRow("mobile with country code") << u"+8613800138000"_s << u"+<number:13>"_s;
        QTest::newRow("land line") << u"0571-87654321"_s << u"0571-<number:8>"_s;
        QTest::newRow("full-width digits") << u"１３８００１３８０００"_s << u"<number:11>"_s;
        QTest::newRow("permit") << u"H12345678 and E12345678"_s << u"<number:9> and <number:9>"_s;
        QTest::newRow("name") << u"cannot read 张三 (party)"_s << u"cannot read <text:2> (party)"_s;
        QTest::newRow("name beyond the basic plane") << u"𠮷田"_s << u"<text:2>"_s;
        QTest::newRow("name in a path") << u"/home/李四/一站/store.db"_s << u"/home/<text:2>/<text:2>/store.db"_s;
    }

    void takesOutWhatLooksLikePersonalData()
    {
        QFETCH(QString, line);
        QFETCH(QString, written);
        QCOMPARE(redact(line), written);
    }

    void leavesTechnicalFactsAlone_data()
    {
        QTest::addColumn<QString>("line");
        const QStringList lines{u"ST-07 DiskFull [district.db; 12]"_s,
                                u"migrated 0001 -> 0002 in 153 ms"_s,
                                u"2026-02-17T07:00:00.000Z"_s,
                                u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"_s,
                                u"sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s,
                                u"rc=266 errno 28, 65500 rows"_s,
                                u""_s};
        for (const QString &line : lines)
            QTest::addRow("%s", qPrintable(line.left(24))) << line;
    }

    void leavesTechnicalFactsAlone()
    {
        QFETCH(QString, line);
        QCOMPARE(redact(line), line);
    }

    // The handler is process-wide, so it is tried in a process of its own: this program, called again.
    void theInstalledHandlerWritesOnlyWhatIsRedacted()
    {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"YIZHAN_LOG_CHILD"_s, u"1"_s);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitCode(), 0);
        QCOMPARE(child.readAllStandardOutput(), QByteArray());
        QCOMPARE(child.readAllStandardError(), QByteArray("debug: <text:2>\ninfo: ok\nwarning: <number:11>\ncritical: 7\n"));
    }
};

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsSet("YIZHAN_LOG_CHILD")) {
        installRedactingLog();
        qDebug().noquote() << u"王五"_s;
        qInfo("ok");
        qWarning("13800138000");
        qCritical("7");
        return 0;
    }
    const QCoreApplication app(argc, argv);
    LogTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "LogTest.moc"
