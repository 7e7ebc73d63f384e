// SPDX-License-Identifier: GPL-3.0-or-later
// yizhan-server: one district's server and its administration.
#include "app/console/ConsoleErrors.h"
#include "base/Log.h"
#include "server/program/ServerLine.h"
#include "translations/Translations.h"

#include <QCoreApplication>
#include <sodium.h>

using namespace yizhan;

namespace {

void printOptions(Console &console, std::span<const ArgumentOption> options)
{
    for (const ArgumentOption &option : options)
        console.print(
            QStringLiteral("  --%1 %2  %3").arg(QLatin1String(option.name), QLatin1String(option.value), words(option.help)));
}

void printHelp(Console &console, const QString &about)
{
    for (const ServerCommand &command : serverCommands()) {
        if (about != QLatin1String(command.name))
            continue;
        console.print(QStringLiteral("yizhan-server %1 %2").arg(QLatin1String(command.name), QLatin1String(command.words)));
        console.print(words(command.help));
        printOptions(console, command.options);
        console.print(words(QT_TRANSLATE_NOOP("Server", "Everywhere:")));
        printOptions(console, serverCommonOptions());
        return;
    }
    console.print(words(
        QT_TRANSLATE_NOOP("Server", "yizhan-server COMMAND [WORDS] [--options]; “yizhan-server help COMMAND” tells more.")));
    for (const ServerCommand &command : serverCommands()) {
        const QString call = QLatin1String(command.name) + u' ' + QLatin1String(command.words);
        console.print(QStringLiteral("  %1  %2").arg(call.leftJustified(26), words(command.help)));
    }
    console.print(words(QT_TRANSLATE_NOOP("Server", "Exit: 0 done, 1 refused by a rule, 2 call not understood, 3 wrong key, "
                                                    "4 in use, 5 damaged or newer, 6 disk full or unreadable")));
}

QString languageOf(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--lang"));
    if (at >= 0 && at + 1 < arguments.size())
        return arguments[at + 1];
    for (const QString &argument : arguments) {
        if (argument.startsWith(QLatin1String("--lang=")))
            return argument.mid(7);
    }
    return QStringLiteral("zh");
}

int report(Console &console, const Error &error)
{
    console.printError(describe(error));
    return static_cast<int>(exitFor(error.kind));
}

int run(Console &console, const QStringList &arguments)
{
    if (arguments.isEmpty() || arguments.first() == QLatin1String("help") || arguments.first() == QLatin1String("--help")) {
        QStringList about;
        for (const QString &word : arguments.mid(1)) {
            if (word.startsWith(QLatin1String("--")))
                break;
            about += word;
        }
        printHelp(console, about.join(u' '));
        return static_cast<int>(arguments.isEmpty() ? Exit::Usage : Exit::Done);
    }
    for (const ServerCommand &command : serverCommands()) {
        const QStringList name = QString::fromLatin1(command.name).split(u' ');
        if (arguments.mid(0, name.size()) != name)
            continue;
        ServerLine line(console);
        if (const Outcome parsed = line.parse(arguments.mid(name.size()), serverCommonOptions(), command.options); !parsed)
            return report(console, parsed.error());
        const Result<Exit> exit = command.run(line);
        return exit ? static_cast<int>(*exit) : report(console, exit.error());
    }
    return report(console, Error(ErrorKind::Usage, consoleErrors::unknownCommand, {arguments.mid(0, 2).join(u' ')}));
}

} // namespace

int main(int argc, char **argv)
{
    installRedactingLog();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("yizhan-server"));
    if (sodium_init() < 0)
        return static_cast<int>(Exit::Disk);
    useLanguage(languageOf(app.arguments()));
    Console console;
    return run(console, app.arguments().mid(1));
}
