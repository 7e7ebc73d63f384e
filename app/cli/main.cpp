// SPDX-License-Identifier: GPL-3.0-or-later
// yizhan-cli: everything the store can do, for scripts and administrators.
#include "app/cli/CliErrors.h"
#include "app/cli/CommandLine.h"
#include "base/Log.h"
#include "translations/Translations.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace yizhan;

namespace {

constexpr int widthOfUsage = 38;

QString padded(const QString &text, int width) { return text + QString(std::max(0, width - displayWidth(text)), u' '); }

void printExits(Console &console)
{
    console.print(QCoreApplication::translate(
        "Cli", "Exit: 0 done, 1 refused by a rule, 2 call not understood, 3 wrong password, 4 store in use, 5 damaged or newer "
               "store, 6 disk full or unreadable, 7 server not reachable"));
}

void printHelp(Console &console, const QStringList &about)
{
    const QString name = about.join(u' ');
    const auto words = [](const char *text) { return *text ? QCoreApplication::translate("Cli", text) : QString(); };
    for (const Command &command : allCommands()) {
        if (name != QLatin1String(command.name))
            continue;
        console.print(QStringLiteral("yizhan-cli %1 %2").arg(QLatin1String(command.name), words(command.words)));
        console.print(words(command.help));
        for (const CommandOption &option : command.options)
            console.print(
                QStringLiteral("  --%1 %2  %3").arg(QLatin1String(option.name), words(option.value), words(option.help)));
        console.print(words(QT_TRANSLATE_NOOP(
            "Cli",
            "Everywhere: --store DIR --user LOGIN --password-file FILE --format table|json|csv --lang zh|en --rules DIR")));
        printExits(console);
        return;
    }
    console.print(
        words(QT_TRANSLATE_NOOP("Cli", "yizhan-cli COMMAND [WORDS] [--options]; “yizhan-cli help COMMAND” tells more.")));
    for (const Command &command : allCommands())
        console.print(
            QStringLiteral("  %1  %2")
                .arg(padded(QString::fromUtf8(command.name) + u' ' + words(command.words), widthOfUsage), words(command.help)));
    printExits(console);
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
    console.endProgress();
    console.printError(describe(error));
    const bool isInTheSentence = QByteArrayView(error.text->what).contains("%1");
    if (error.kind == ErrorKind::Rejected && !isInTheSentence) { // the ids of what is not met
        for (const QString &unmet : error.details)
            console.printError(QStringLiteral("  ") + unmet);
    }
    return static_cast<int>(exitFor(error.kind));
}

int run(Console &console, QStringList arguments)
{
    if (arguments.isEmpty() || arguments.first() == QLatin1String("help") || arguments.first() == QLatin1String("--help")) {
        QStringList about = arguments.mid(1);
        if (const qsizetype option = about.indexOf(QRegularExpression(QStringLiteral("--.*"))); option >= 0)
            about = about.mid(0, option);
        printHelp(console, about);
        return static_cast<int>(arguments.isEmpty() ? Exit::Usage : Exit::Done);
    }
    for (const Command &command : allCommands()) {
        const QStringList name = QString::fromLatin1(command.name).split(u' ');
        if (arguments.mid(0, name.size()) != name)
            continue;
        if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
            printHelp(console, name);
            return static_cast<int>(Exit::Done);
        }
        CommandLine line(console, command);
        if (auto parsed = line.parse(arguments.mid(name.size())); !parsed)
            return report(console, parsed.error());
        const Result<Exit> exit = command.run(line);
        console.endProgress();
        return exit ? static_cast<int>(*exit) : report(console, exit.error());
    }
    return report(console, Error{ErrorKind::Usage, cliErrors::unknownCommand, {arguments.first()}});
}

} // namespace

int main(int argc, char **argv)
{
    installRedactingLog();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("yizhan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(YIZHAN_VERSION));
    useLanguage(languageOf(app.arguments()));
    Console console;
    return run(console, app.arguments().mid(1));
}
