// SPDX-License-Identifier: GPL-3.0-or-later
// The words and options behind a command's name, and passwords, which never are among them.
#pragma once

#include "app/console/Console.h"
#include "base/Result.h"

#include <QCommandLineParser>
#include <QStringList>
#include <span>

namespace yizhan {

struct ArgumentOption {
    const char *name;  // "listen"
    const char *value; // name of the value in the help; "" = a switch
    const char *help;
};

class Arguments
{
public:
    explicit Arguments(Console &console) : m_console(console) {}
    // Error: Usage.
    Outcome parse(const QStringList &arguments, std::span<const ArgumentOption> common,
                  std::span<const ArgumentOption> options);

    Console &console() const { return m_console; }
    bool has(const char *option) const;
    QString option(const char *name, const QString &otherwise = {}) const;
    QStringList options(const char *name) const;
    Result<QString> needed(const char *option) const;          // Usage if absent or empty
    Result<QString> word(int index, const char *called) const; // Usage if absent
    Result<qint64> number(const char *option, qint64 otherwise, qint64 low, qint64 high) const;
    // The first line of the file named by --password-file; else of standard input when that is no terminal; else a prompt,
    // twice. Error: Usage.
    Result<QString> newPassword(const QString &prompt, const QString &promptAgain);

private:
    Console &m_console;
    QCommandLineParser m_parser;
};

} // namespace yizhan
