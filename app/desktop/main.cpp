// SPDX-License-Identifier: GPL-3.0-or-later
// yizhan: the window.
#include "app/desktop/Program.h"
#include "app/desktop/ShotExchange.h"
#include "app/desktop/Shots.h"
#include "base/Log.h"
#include "translations/Translations.h"

#include <cstdio>

using namespace yizhan;

namespace {
int say(std::FILE *where, const QString &text, int code)
{
    std::fprintf(where, "%s\n", qPrintable(text.trimmed()));
    return code;
}
} // namespace

int main(int argc, char *argv[])
{
    installRedactingLog();
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("yizhan"));
    QApplication::setApplicationVersion(QStringLiteral(YIZHAN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("yizhan"));

    const Options options = readOptions(QApplication::arguments());
    if (!options.problem.isEmpty())
        return say(stderr, options.problem, 2);
    if (!options.help.isEmpty())
        return say(stdout, options.help, 0);
    if (!options.shots.isEmpty() && options.shotsPart.isEmpty())
        return takeAllShots(options);

    Program program(application, options, {}, options.shotsPart.isEmpty() ? SyncHost::Parts() : playedExchange());
    if (const Outcome started = program.start(); !started)
        return say(stderr, describe(started.error()), 5);
    if (!options.shotsPart.isEmpty())
        return takeShots(program, options);
    return QApplication::exec();
}
