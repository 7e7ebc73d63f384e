// SPDX-License-Identifier: GPL-3.0-or-later
// One call of yizhan-cli: its words and options, the console it talks to, and the store it may open.
#pragma once

#include "app/console/Console.h"
#include "app/console/Exit.h"
#include "base/Result.h"
#include "store/Store.h"

#include <QCommandLineParser>
#include <QStringList>
#include <memory>
#include <span>

namespace yizhan {

class CommandLine;

// Who opened a store, for a login at the district as the same person.
struct Credentials {
    QString login;
    QString password;
};

struct CommandOption {
    const char *name;  // "where"
    const char *value; // name of the value in the help; "" = a switch
    const char *help;  // QT_TRANSLATE_NOOP("Cli", ...)
};

struct Command {
    const char *name;  // "list" or "audit verify"
    const char *words; // positional words in the help: "KIND"
    const char *help;  // QT_TRANSLATE_NOOP("Cli", ...)
    std::span<const CommandOption> options;
    Result<Exit> (*run)(CommandLine &line);
};

// In the order of the help. A command of two words comes before one that is its first word.
std::span<const Command> allCommands();

class CommandLine
{
public:
    CommandLine(Console &console, const Command &command) : m_console(console), m_command(command) {}
    // Parses what follows the command's name. Error: Usage.
    Outcome parse(const QStringList &arguments);

    Console &console() { return m_console; }
    const Command &command() const { return m_command; }
    bool has(const char *option) const;
    QString option(const char *name, const QString &otherwise = {}) const;
    QStringList options(const char *name) const;
    const QStringList &words() const { return m_words; }
    Result<QString> word(int index, const char *called) const; // Usage if absent
    Result<qint64> number(const char *option, qint64 otherwise, qint64 low, qint64 high) const;

    QString folder() const; // --store, or the place of the desktop program
    Result<std::shared_ptr<const RuleBook>> rules();
    Result<StoreOptions> storeOptions();
    // Opens the store with --user and the password; errors as Store::open.
    // ToExchange: although the time without the district has ended; the command shows nothing of the cases.
    enum class Opening : std::uint8_t { ToRead, ToExchange };
    Result<std::unique_ptr<Store>> openStore(Credentials *used = nullptr, Opening opening = Opening::ToRead);
    // --password-file, else the first line of standard input when that is no terminal, else a prompt.
    Result<QString> password(const QString &prompt, const char *fileOption = "password-file");
    // For the district: --login and --login-password-file; by default the same as for the store.
    Result<Credentials> atDistrict(const Credentials &atStore);
    // --second-factor-file, or with --second-factor standard input or a prompt; empty without both.
    Result<QString> secondFactor();
    // The kind by the name people spell; Usage with all names if there is none.
    static Result<const RecordSpec *> kindNamed(const QString &name);
    // A record by id, case number or provisional number.
    Result<Record> findRecord(Store &store, const QString &name);

private:
    QString whatIsOff() const;

    Console &m_console;
    const Command &m_command;
    QCommandLineParser m_parser;
    QStringList m_words;
    std::shared_ptr<const RuleBook> m_rules;
};

// The command groups; each entry of the table names one of these.
Result<Exit> runInit(CommandLine &line);
Result<Exit> runDemo(CommandLine &line);
Result<Exit> runAdd(CommandLine &line);
Result<Exit> runSet(CommandLine &line);
Result<Exit> runMove(CommandLine &line);
Result<Exit> runWithdraw(CommandLine &line);
Result<Exit> runShow(CommandLine &line);
Result<Exit> runList(CommandLine &line);
Result<Exit> runSearch(CommandLine &line);
Result<Exit> runHistory(CommandLine &line);
Result<Exit> runDue(CommandLine &line);
Result<Exit> runCheck(CommandLine &line);
Result<Exit> runAuditVerify(CommandLine &line);
Result<Exit> runVerify(CommandLine &line);
Result<Exit> runBackup(CommandLine &line);
Result<Exit> runRestore(CommandLine &line);
Result<Exit> runPassword(CommandLine &line);
Result<Exit> runRecover(CommandLine &line);
Result<Exit> runUserAdd(CommandLine &line);
Result<Exit> runStats(CommandLine &line);
Result<Exit> runFields(CommandLine &line);

} // namespace yizhan
