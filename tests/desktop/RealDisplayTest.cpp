// SPDX-License-Identifier: GPL-3.0-or-later
// The program on a real X display, driven from outside as a person would: unlock, look, type, be killed, come back.
#include "store/Store.h"
#include "tests/support/StoreFixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <set>

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
        out.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // titles are not ASCII
        return out;
    }
    bool run(const QString &program, const QStringList &arguments, QByteArray *output = nullptr) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(program, arguments);
        const bool fine = process.waitForFinished(20'000) && process.exitCode() == 0;
        if (output)
            *output = process.readAllStandardOutput();
        return fine;
    }
    // The server chooses a free number and tells it when it can be used. It must not start afresh whenever its last client
    // leaves, as each xdotool does: whoever came at that moment would be turned away.
    bool startDisplay()
    {
        m_display.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-noreset"),
                                                 QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1366x768x24"),
                                                 QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        QByteArray told; // "10" may come in two pieces
        while (!told.endsWith('\n') && m_display.waitForReadyRead(30'000))
            told += m_display.readAllStandardOutput();
        m_name = u':' + QString::fromLatin1(told).trimmed();
        return told.endsWith('\n');
    }
    // Waits for a window whose title matches; answers its number, empty if none comes.
    QByteArray windowTitled(const QString &pattern) const
    {
        QByteArray number;
        const auto isThere = [&] {
            return run(QStringLiteral("xdotool"),
                       {QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"), pattern}, &number)
                   && !number.trimmed().isEmpty();
        };
        return QTest::qWaitFor(isThere, 30'000) ? number.trimmed() : QByteArray();
    }
    // There is no window manager here, which would give a new window the keyboard.
    bool giveKeyboardTo(const QByteArray &window) const
    {
        return run(QStringLiteral("xdotool"),
                   {QStringLiteral("windowfocus"), QStringLiteral("--sync"), QString::fromLatin1(window)});
    }
    bool press(const QString &key) const { return run(QStringLiteral("xdotool"), {QStringLiteral("key"), key}); }
    bool type(const QString &text) const
    {
        return run(QStringLiteral("xdotool"), {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("20"), text});
    }
    // Colours that the display shows: a window that draws nothing has one or two.
    int coloursOnDisplay() const
    {
        QByteArray picture;
        run(QStringLiteral("import"),
            {QStringLiteral("-window"), QStringLiteral("root"), QStringLiteral("-depth"), QStringLiteral("8"),
             QStringLiteral("rgb:-")},
            &picture);
        std::set<QByteArray> colours;
        for (qsizetype i = 0; i + 2 < picture.size(); i += 3)
            colours.insert(picture.mid(i, 3));
        return int(colours.size());
    }

private slots:
    void initTestCase() { QVERIFY2(startDisplay(), "Xvfb is needed; ./dev setup installs it"); }
    void cleanupTestCase()
    {
        m_display.terminate();
        QVERIFY(m_display.waitForFinished(30'000));
    }

    void aPersonUnlocksBeginsACaseAndFindsItAfterTheMachineDied()
    {
        StoreFixture store;
        store.close();
        const auto start = [&](QProcess &program) {
            program.setProcessEnvironment(environment());
            program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            program.start(QStringLiteral(YIZHAN_PROGRAM),
                          {QStringLiteral("--store"), store.folder(), QStringLiteral("--theme"), QStringLiteral("light"),
                           QStringLiteral("--lang"), QStringLiteral("en")});
            return program.waitForStarted(30'000);
        };
        const auto unlock = [&] {
            const QByteArray window = windowTitled(QStringLiteral("^Yizhan$"));
            return !window.isEmpty() && giveKeyboardTo(window) && type(StoreFixture::password())
                   && press(QStringLiteral("Return"));
        };
        QProcess program;
        QVERIFY(start(program));
        QVERIFY(unlock());
        QVERIFY(!windowTitled(QStringLiteral("^Today - Yizhan$")).isEmpty());
        QVERIFY(coloursOnDisplay() > 20);
        QVERIFY(press(QStringLiteral("ctrl+3")));
        QVERIFY(!windowTitled(QStringLiteral("^Mediation - Yizhan$")).isEmpty());
        QVERIFY(press(QStringLiteral("ctrl+n")));
        QVERIFY(!windowTitled(QStringLiteral("^New: Mediation")).isEmpty());
        QVERIFY(type(QStringLiteral("Zhang Wei")));
        QVERIFY(!windowTitled(QStringLiteral("^◐ New: Mediation")).isEmpty()); // the draft is in the store
        program.kill();
        QVERIFY(program.waitForFinished(5000));

        store.open();
        const auto drafts = await(store->drafts());
        QVERIFY(drafts && drafts->size() == 1);
        QCOMPARE(drafts->front().kind, Kind::Mediation);
        store.close();

        QProcess again;
        QVERIFY(start(again));
        QVERIFY(unlock());
        QVERIFY(!windowTitled(QStringLiteral("New: Mediation")).isEmpty()); // the form is back, in front
        QVERIFY(press(QStringLiteral("ctrl+l")));
        QVERIFY(!windowTitled(QStringLiteral("^Yizhan$")).isEmpty());
        again.terminate();
        if (!again.waitForFinished(5000))
            again.kill();
        QVERIFY(again.waitForFinished(5000) || again.state() == QProcess::NotRunning);
    }
};

QTEST_GUILESS_MAIN(RealDisplayTest)
#include "RealDisplayTest.moc"
