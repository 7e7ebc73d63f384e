// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Shots.h"

#include "app/desktop/MainWindow.h"
#include "app/desktop/Program.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QProcess>
#include <cstdio>

namespace yizhan {

namespace {

constexpr int lookEveryMs = 50;
constexpr int settleMs = 300; // after ready: layouts and fetched rows come to rest
constexpr int patienceMs = 15'000;
constexpr int childPatienceMs = 180'000;

// language-theme-scale
const QStringList parts{QStringLiteral("zh-light-100"), QStringLiteral("en-light-100"), QStringLiteral("zh-dark-100"),
                        QStringLiteral("zh-light-150"), QStringLiteral("zh-light-200")};

bool runPart(const Options &options, const QString &part)
{
    const QStringList words = part.split(u'-');
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::number(words[2].toInt() / 100.0));
    if (!environment.contains(QStringLiteral("QT_QPA_PLATFORM")) && environment.value(QStringLiteral("DISPLAY")).isEmpty()
        && environment.value(QStringLiteral("WAYLAND_DISPLAY")).isEmpty())
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QApplication::applicationFilePath(),
                {QStringLiteral("--store"), options.folder, QStringLiteral("--shots"), options.shots,
                 QStringLiteral("--shots-part"), part, QStringLiteral("--lang"), words[0], QStringLiteral("--theme"), words[1],
                 QStringLiteral("--user"), options.user, QStringLiteral("--password-file"), options.passwordFile});
    return child.waitForFinished(childPatienceMs) && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
}

} // namespace

int takeAllShots(const Options &options)
{
    if (options.user.isEmpty() || options.passwordFile.isEmpty() || !QDir().mkpath(options.shots)) {
        std::fprintf(stderr, "%s\n",
                     qPrintable(QCoreApplication::translate(
                         "Shots", "--shots needs --store, --user, --password-file and a folder that can be written.")));
        return 2;
    }
    int failed = 0;
    for (const QString &part : parts)
        failed += runPart(options, part) ? 0 : 1;
    return failed == 0 ? 0 : 1;
}

int takeShots(Program &program, const Options &options)
{
    QFile file(options.passwordFile);
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const QString password = QString::fromUtf8(file.readAll()).trimmed();
    program.window()->resize(1366, 768);
    SceneWalker walker(
        keyScenes(program, options.user, password), [&program] { return program.window(); },
        QDir(options.shots).filePath(options.shotsPart), &program);
    QObject::connect(&walker, &SceneWalker::done, qApp, [](int missed) { QApplication::exit(missed == 0 ? 0 : 1); });
    walker.start();
    return QApplication::exec();
}

SceneWalker::SceneWalker(std::vector<Scene> scenes, std::function<QWidget *()> window, QString prefix, QObject *parent)
    : QObject(parent), m_scenes(std::move(scenes)), m_window(std::move(window)), m_prefix(std::move(prefix))
{
    m_clock.setInterval(lookEveryMs);
    connect(&m_clock, &QTimer::timeout, this, &SceneWalker::look);
}

void SceneWalker::start()
{
    m_now = 0;
    m_scenes.front().prepare();
    m_clock.start();
}

void SceneWalker::look()
{
    const Scene &scene = m_scenes[m_now];
    m_waited += lookEveryMs;
    m_settled = scene.isReady() ? m_settled + lookEveryMs : 0;
    if (m_settled < settleMs && m_waited < patienceMs)
        return;
    if (m_settled < settleMs || !take(scene)) {
        ++m_missed;
        std::fprintf(stderr, "%s: %s\n", qPrintable(m_prefix), qPrintable(scene.name));
    }
    m_waited = 0;
    m_settled = 0;
    if (++m_now == m_scenes.size()) {
        m_clock.stop();
        emit done(m_missed);
        return;
    }
    m_scenes[m_now].prepare();
}

bool SceneWalker::take(const Scene &scene)
{
    QWidget *window = m_window();
    QPixmap picture = window->grab();
    if (scene.popup) {
        QPainter painter(&picture);
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget != window && widget->isVisible()) {
                painter.drawPixmap(widget->mapToGlobal(QPoint()) - window->mapToGlobal(QPoint()), widget->grab());
                widget->close();
            }
        }
    }
    return picture.save(QStringLiteral("%1-%2.png").arg(m_prefix, scene.name));
}

} // namespace yizhan
