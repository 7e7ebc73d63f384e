// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Arguments.h"

#include "app/console/ConsoleErrors.h"

#include <QCoreApplication>

namespace yizhan {

namespace {
constexpr qint64 longestPassword = 4096;

Error usage(const ErrorText &text, const QStringList &details = {}) { return {ErrorKind::Usage, text, details}; }

QString spelled(const char *option) { return QStringLiteral("--") + QLatin1String(option); }

QCommandLineOption made(const ArgumentOption &option)
{
    const QString name = QString::fromLatin1(option.name);
    return *option.value ? QCommandLineOption(name, {}, QString::fromLatin1(option.value)) : QCommandLineOption(name);
}
} // namespace

Outcome Arguments::parse(const QStringList &arguments, std::span<const ArgumentOption> common,
                         std::span<const ArgumentOption> options)
{
    for (const std::span<const ArgumentOption> group : {common, options}) {
        for (const ArgumentOption &option : group)
            m_parser.addOption(made(option));
    }
    if (!m_parser.parse(QStringList{QCoreApplication::applicationName()} + arguments))
        return usage(consoleErrors::badOption, {m_parser.errorText()});
    const QString format = option("format", QStringLiteral("table"));
    const QStringList formats{QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("csv")};
    if (!formats.contains(format))
        return usage(consoleErrors::badValue, {format, spelled("format"), formats.join(QStringLiteral(", "))});
    m_console.format = static_cast<Format>(formats.indexOf(format));
    return {};
}

bool Arguments::has(const char *option) const { return m_parser.isSet(QString::fromLatin1(option)); }

QString Arguments::option(const char *name, const QString &otherwise) const
{
    const QString key = QString::fromLatin1(name);
    return m_parser.isSet(key) ? m_parser.value(key) : otherwise;
}

QStringList Arguments::options(const char *name) const { return m_parser.values(QString::fromLatin1(name)); }

Result<QString> Arguments::needed(const char *name) const
{
    const QString value = option(name);
    return value.isEmpty() ? Result<QString>(usage(consoleErrors::missing, {spelled(name)})) : value;
}

Result<QString> Arguments::word(int index, const char *called) const
{
    const QStringList words = m_parser.positionalArguments();
    if (index >= words.size())
        return usage(consoleErrors::missing, {QString::fromLatin1(called)});
    return words[index];
}

Result<qint64> Arguments::number(const char *name, qint64 otherwise, qint64 low, qint64 high) const
{
    if (!has(name))
        return otherwise;
    bool good = false;
    const qint64 value = option(name).toLongLong(&good);
    if (!good || value < low || value > high)
        return usage(consoleErrors::badValue, {option(name), spelled(name), QStringLiteral("%1 … %2").arg(low).arg(high)});
    return value;
}

Result<QString> Arguments::newPassword(const QString &prompt, const QString &promptAgain)
{
    if (has("password-file")) {
        QFile file(option("password-file"));
        if (!file.open(QIODevice::ReadOnly))
            return usage(consoleErrors::unreadableFile, {file.fileName(), file.errorString()});
        QByteArray line = file.readLine(longestPassword);
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        return line.isEmpty() ? Result<QString>(usage(consoleErrors::noPassword)) : QString::fromUtf8(line);
    }
    const bool terminal = m_console.inputIsTerminal();
    const std::optional<QString> first = terminal ? m_console.askSecret(prompt) : m_console.readLine();
    if (!first || first->isEmpty())
        return usage(consoleErrors::noPassword);
    if (terminal && m_console.askSecret(promptAgain) != first) // nobody sees what was typed
        return usage(consoleErrors::notTwice);
    return *first;
}

} // namespace yizhan
