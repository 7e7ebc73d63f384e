// SPDX-License-Identifier: GPL-3.0-or-later
// The program on a real X display, driven from outside as a person would: unlock, look, type, be killed, come back.
#include "store/Store.h"
#include "tests/support/StoreFixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

class RealDisplayTest : public QObject
{
    Q_OBJECT
    QProcess m_display;
    QString m_name;
    QTemporaryDir m_folder;

    QProcessEnvironment environment() const
    {
        QProcessEnvironment out = QProcessEnvironment::systemEnvironment();
        out.insert(QStringLiteral("DISPLAY"), m_name);
        out.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        out.remove(QStringLiteral("WAYLAND_DISPLAY"));
        return out;
    }
    bool run(const QString &program, const QStringList &arguments, QByteArray *output = nullptr) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(program, arguments);
        const bool fine = process.waitForFinished(20'000) && process.exitCode() == 0;
        if (output)
            *output = process.readAllStandardOutput().trimmed();
        return fine;
    }
    bool keys(const QStringList &arguments) const { return run(QStringLiteral("xdotool"), arguments); }
    // Waits until the picture of the display is at rest and differs from `before`; answers it.
    QByteArray pictureAfter(const QByteArray &before) const
    {
        QByteArray last;
        const auto settled = [&] {
            QByteArray now;
            run(QStringLiteral("import"), {QStringLiteral("-window"), QStringLiteral("root"), QStringLiteral("-depth"), QStringLiteral("8"), QStringLiteral("rgb:-")}, &now);
            const bool still = now == last && now != before;
            last = now;
            return still;
        };
        return QTest::qWaitFor(settled, 30'000) ? last : QByteArray();
    }

private slots:
    void initTestCase()
    {
        // -displayfd: the server chooses a free number and tells it
        m_display.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                                                 QStringLiteral("1366x768x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        QVERIFY2(m_display.waitForStarted(5000), "Xvfb is needed; ./dev setup installs it");
        QVERIFY(m_display.waitForReadyRead(10'000));
        m_name = u':' + QString::fromLatin1(m_display.readAllStandardOutput()).trimmed();
    }
    void cleanupTestCase()
    {
        m_display.terminate();
        QVERIFY(m_display.waitForFinished(5000));
    }

    void aPersonUnlocksBeginsACaseAndFindsItAfterTheMachineDied()
    {
        StoreFixture store;
        store.close();
        const auto start = [&](QProcess &program) {
            program.setProcessEnvironment(environment());
            program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            program.start(QStringLiteral(YIZHAN_PROGRAM), {QStringLiteral("--store"), store.folder(), QStringLiteral("--theme"), QStringLiteral("light")});
            return program.waitForStarted(5000);
        };
        const auto unlock = [&](const QByteArray &empty) {
            const QByteArray locked = pictureAfter(empty);
            keys({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("20"), StoreFixture::password()});
            keys({QStringLiteral("key"), QStringLiteral("Return")});
            return std::pair(locked, pictureAfter(locked));
        };
        QProcess program;
        QVERIFY(start(program));
        const auto [locked, desk] = unlock({});
        QVERIFY(!locked.isEmpty() && !desk.isEmpty());
        QVERIFY(keys({QStringLiteral("key"), QStringLiteral("ctrl+3")}));
        QVERIFY(keys({QStringLiteral("key"), QStringLiteral("ctrl+n")}));
        const QByteArray form = pictureAfter(desk);
        QVERIFY(!form.isEmpty());
        QVERIFY(keys({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("20"), QStringLiteral("Zhang Wei")}));
        QVERIFY(!pictureAfter(form).isEmpty());
        QTest::qWait(2500); // a draft is never older than two seconds
        program.kill();
        QVERIFY(program.waitForFinished(5000));

        store.open();
        const auto drafts = await(store->drafts());
        QVERIFY(drafts && drafts->size() == 1);
        QCOMPARE(drafts->front().kind, Kind::Mediation);
        store.close();

        QProcess again;
        QVERIFY(start(again));
        const auto [lockedAgain, deskAgain] = unlock({});
        QVERIFY(!deskAgain.isEmpty() && deskAgain != desk);
        QVERIFY(keys({QStringLiteral("key"), QStringLiteral("ctrl+l")}));
        QVERIFY(!pictureAfter(deskAgain).isEmpty());
        again.terminate();
        if (!again.waitForFinished(5000))
            again.kill();
        QVERIFY(again.waitForFinished(5000) || again.state() == QProcess::NotRunning);
    }
};

QTEST_GUILESS_MAIN(RealDisplayTest)
#include "RealDisplayTest.moc"
