// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/CliErrors.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace yizhan {

namespace {
constexpr CommandOption commonOptions[] = {
    {"store", QT_TRANSLATE_NOOP("Cli", "DIR"), QT_TRANSLATE_NOOP("Cli", "folder of the store")},
    {"user", QT_TRANSLATE_NOOP("Cli", "LOGIN"),
     QT_TRANSLATE_NOOP("Cli", "who opens it; needed if the store has several users")},
    {"password-file", QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "file whose first line is the password; otherwise standard input or a prompt")},
    {"format", "table|json|csv", QT_TRANSLATE_NOOP("Cli", "form of the answer; json is one object a line")},
    {"lang", "zh|en", QT_TRANSLATE_NOOP("Cli", "language of labels and messages")},
    {"rules", QT_TRANSLATE_NOOP("Cli", "DIR"),
     QT_TRANSLATE_NOOP("Cli", "folder with replacements of the data files (code lists, calendar, deadlines, offices)")},
};

QCommandLineOption made(const CommandOption &option)
{
    const QString help = QCoreApplication::translate("Cli", option.help);
    if (!*option.value)
        return QCommandLineOption(QString::fromLatin1(option.name), help);
    return QCommandLineOption(QString::fromLatin1(option.name), help, QCoreApplication::translate("Cli", option.value));
}
} // namespace

Outcome CommandLine::parse(const QStringList &arguments)
{
    for (const CommandOption &option : commonOptions)
        m_parser.addOption(made(option));
    for (const CommandOption &option : m_command.options)
        m_parser.addOption(made(option));
    if (!m_parser.parse(QStringList{QStringLiteral("yizhan-cli")} + arguments))
        return Error{ErrorKind::Usage, cliErrors::badOption, {whatIsOff()}};
    m_words = m_parser.positionalArguments();
    const QString format = option("format", QStringLiteral("table"));
    if (format == QLatin1String("table"))
        m_console.format = Format::Table;
    else if (format == QLatin1String("json"))
        m_console.format = Format::Json;
    else if (format == QLatin1String("csv"))
        m_console.format = Format::Csv;
    else
        return Error{
            ErrorKind::Usage, cliErrors::badValue, {format, QStringLiteral("--format"), QStringLiteral("table, json, csv")}};
    return {};
}

// In the language of the program; the parser's own text is English.
QString CommandLine::whatIsOff() const
{
    const QStringList unknown = m_parser.unknownOptionNames();
    if (unknown.isEmpty())
        return QCoreApplication::translate("Cli", "the last option lacks its value.");
    return QCoreApplication::translate("Cli", "there is no option “%1”.").arg(unknown.join(QStringLiteral(", ")));
}

bool CommandLine::has(const char *option) const { return m_parser.isSet(QString::fromLatin1(option)); }

QString CommandLine::option(const char *name, const QString &otherwise) const
{
    const QString key = QString::fromLatin1(name);
    return m_parser.isSet(key) ? m_parser.value(key) : otherwise;
}

QStringList CommandLine::options(const char *name) const { return m_parser.values(QString::fromLatin1(name)); }

Result<QString> CommandLine::word(int index, const char *called) const
{
    if (index >= m_words.size())
        return Error{ErrorKind::Usage, cliErrors::missingArgument, {QCoreApplication::translate("Cli", called)}};
    return m_words[index];
}

Result<qint64> CommandLine::number(const char *name, qint64 otherwise, qint64 low, qint64 high) const
{
    if (!has(name))
        return otherwise;
    bool good = false;
    const qint64 value = option(name).toLongLong(&good);
    if (!good || value < low || value > high)
        return Error{
            ErrorKind::Usage,
            cliErrors::badValue,
            {option(name), QStringLiteral("--") + QString::fromLatin1(name), QStringLiteral("%1 … %2").arg(low).arg(high)}};
    return value;
}

QString CommandLine::folder() const
{
    return option("store", QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/yizhan"));
}

Result<std::shared_ptr<const RuleBook>> CommandLine::rules()
{
    if (m_rules)
        return m_rules;
    auto loaded = RuleBook::load(option("rules"));
    if (!loaded)
        return loaded.error();
    for (const Error &fault : loaded.value()->faults())
        m_console.printError(describe(fault));
    m_rules = loaded.value();
    return m_rules;
}

Result<StoreOptions> CommandLine::storeOptions()
{
    auto book = rules();
    if (!book)
        return book.error();
    StoreOptions options;
    options.folder = folder();
    options.rules = book.value();
    return options;
}

Result<std::unique_ptr<Store>> CommandLine::openStore(Credentials *used, Opening opening)
{
    auto options = storeOptions();
    if (!options)
        return options.error();
    options->beyondOfflineGrant = opening == Opening::ToExchange;
    if (!Store::exists(options->folder))
        return Error{ErrorKind::Usage, cliErrors::noStore, {QDir::toNativeSeparators(options->folder)}};
    QString login = option("user");
    if (login.isEmpty()) {
        const QStringList logins = Store::logins(options->folder);
        if (logins.size() > 1)
            return Error{ErrorKind::Usage, cliErrors::ambiguousUser, {logins.join(QStringLiteral(", "))}};
        login = logins.value(0);
    }
    auto secret = password(QCoreApplication::translate("Cli", "Password of %1:").arg(login));
    if (!secret)
        return secret.error();
    if (used)
        *used = {login, *secret};
    return Store::open(*options, login, *secret);
}

Result<QString> CommandLine::password(const QString &prompt, const char *fileOption)
{
    if (has(fileOption)) {
        QFile file(option(fileOption));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Usage, cliErrors::unreadableFile, {file.fileName()}};
        QByteArray line = file.readLine(4096);
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        return QString::fromUtf8(line);
    }
    const std::optional<QString> typed = m_console.inputIsTerminal() ? m_console.askSecret(prompt) : m_console.readLine();
    if (!typed || typed->isEmpty())
        return Error{ErrorKind::Usage, cliErrors::noPassword};
    return *typed;
}

Result<Credentials> CommandLine::atDistrict(const Credentials &atStore)
{
    Credentials person = atStore;
    person.login = option("login", atStore.login);
    if (has("login-password-file")) {
        auto secret = password({}, "login-password-file");
        if (!secret)
            return secret.error();
        person.password = *secret;
    }
    return person;
}

Result<QString> CommandLine::secondFactor()
{
    if (!has("second-factor") && !has("second-factor-file"))
        return QString();
    return password(QCoreApplication::translate("Cli", "Second factor:"), "second-factor-file");
}

Result<const RecordSpec *> CommandLine::kindNamed(const QString &name)
{
    if (const RecordSpec *spec = specNamed(name))
        return spec;
    QStringList known;
    for (const RecordSpec *spec : allSpecs())
        known += QString::fromLatin1(spec->name);
    return Error{ErrorKind::Usage, cliErrors::unknownKind, {name, known.join(QStringLiteral(", "))}};
}

Result<Record> CommandLine::findRecord(Store &store, const QString &name)
{
    if (const auto id = RecordId::fromString(name))
        return await(store.record(*id));
    return await(store.byNumber(name));
}

} // namespace yizhan
