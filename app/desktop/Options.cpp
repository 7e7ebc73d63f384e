// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace yizhan {

namespace {
QString say(const char *text) { return QCoreApplication::translate("Options", text); }
} // namespace

QString usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/yizhan");
}

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP("Options", "Yizhan: the dockets of a judicial office")));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  say(QT_TRANSLATE_NOOP("Options", "Show this text.")));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     say(QT_TRANSLATE_NOOP("Options", "Show the version.")));
    const QCommandLineOption store(QStringLiteral("store"), say(QT_TRANSLATE_NOOP("Options", "Folder of the store.")),
                                   QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("lang"), say(QT_TRANSLATE_NOOP("Options", "Language.")),
                                      QStringLiteral("zh|en"));
    const QCommandLineOption theme(QStringLiteral("theme"), say(QT_TRANSLATE_NOOP("Options", "Colours.")),
                                   QStringLiteral("light|dark|system"));
    const QCommandLineOption shots(QStringLiteral("shots"),
                                   say(QT_TRANSLATE_NOOP("Options", "Make pictures of the windows in a folder and leave.")),
                                   QStringLiteral("DIR"));
    const QCommandLineOption user(QStringLiteral("user"), say(QT_TRANSLATE_NOOP("Options", "Account, for the pictures.")),
                                  QStringLiteral("LOGIN"));
    const QCommandLineOption password(QStringLiteral("password-file"),
                                      say(QT_TRANSLATE_NOOP("Options", "File with the password, for the pictures.")),
                                      QStringLiteral("FILE"));
    QCommandLineOption part(QStringLiteral("shots-part"), QString(), QStringLiteral("NAME"));
    part.setFlags(QCommandLineOption::HiddenFromHelp); // the program starts itself with it, once for each scale
    parser.addOptions({help, version, store, language, theme, shots, user, password, part});

    Options out;
    if (!parser.parse(arguments))
        out.problem = parser.errorText();
    if (parser.isSet(help))
        out.help = parser.helpText();
    if (parser.isSet(version))
        out.help = QStringLiteral("yizhan %1\n").arg(QCoreApplication::applicationVersion());
    out.folder = parser.isSet(store) ? parser.value(store) : usualFolder();
    out.language = parser.value(language);
    out.theme = parser.value(theme);
    out.shots = parser.value(shots);
    out.shotsPart = parser.value(part);
    out.user = parser.value(user);
    out.passwordFile = parser.value(password);
    if (!out.language.isEmpty() && out.language != QLatin1String("zh") && out.language != QLatin1String("en"))
        out.problem = say(QT_TRANSLATE_NOOP("Options", "--lang is zh or en."));
    if (!out.theme.isEmpty()
        && !QStringList{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")}.contains(out.theme))
        out.problem = say(QT_TRANSLATE_NOOP("Options", "--theme is light, dark or system."));
    return out;
}

} // namespace yizhan
