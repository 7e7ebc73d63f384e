// SPDX-License-Identifier: GPL-3.0-or-later
// enrol: this computer becomes a workstation of a district, with a new store or with the one that is there.
#include "app/cli/CliErrors.h"
#include "app/cli/SyncCommandErrors.h"
#include "app/cli/SyncCommands.h"
#include "store/SyncDoor.h"
#include "sync/engine/Enrolment.h"

#include <QCoreApplication>
#include <QDir>

namespace yizhan {

namespace {

QString words(const char *text) { return QCoreApplication::translate("Cli", text); }

// What is typed and may be seen: a prompt on a terminal, else the next line of standard input.
Result<QString> asked(CommandLine &line, const QString &prompt, const ErrorText &missing)
{
    if (line.console().inputIsTerminal())
        line.console().printError(prompt);
    const QString typed = line.console().readLine().value_or(QString()).trimmed();
    if (typed.isEmpty())
        return Error(ErrorKind::Usage, missing);
    return typed;
}

// What is asked for in any case, before who it is.
Result<EnrolWish> readWish(CommandLine &line)
{
    EnrolWish wish;
    wish.release = QCoreApplication::applicationVersion();
    wish.server = line.option("server");
    wish.name = line.option("name");
    for (const auto &[value, option] : {std::pair{wish.server, "--server"}, std::pair{wish.name, "--name"}}) {
        if (value.trimmed().isEmpty())
            return Error(ErrorKind::Usage, cliErrors::missingArgument, {QString::fromLatin1(option)});
    }
    auto code = line.has("code-file")
                    ? line.password({}, "code-file")
                    : asked(line, words(QT_TRANSLATE_NOOP("Cli", "Enrolment code:")), syncCommandErrors::noCode);
    if (!code)
        return code.error();
    wish.code = *code;
    return wish;
}

// Of a store that is still to be made.
Result<Credentials> readPerson(CommandLine &line)
{
    Credentials person;
    auto login = line.has("user") ? Result<QString>(line.option("user"))
                                  : asked(line, words(QT_TRANSLATE_NOOP("Cli", "Login:")), syncCommandErrors::noLogin);
    if (!login)
        return login.error();
    person.login = *login;
    auto secret = line.password(words(QT_TRANSLATE_NOOP("Cli", "Password of %1:")).arg(person.login));
    if (!secret)
        return secret.error();
    person.password = *secret;
    return person;
}

Outcome join(Store &store, const Enrolled &enrolled)
{
    SyncDoor door(store);
    const Outcome joined = await(door.enrol(enrolled.workstation, enrolled.person.user));
    // from the first day on, also where the exchange goes by files
    return joined ? keepOfflineGrant(door, *enrolled.workstation, enrolled.login.offlineGrant) : joined;
}

// Answers the recovery key.
Result<QString> joinWithNewStore(const StoreOptions &options, const EnrolWish &wish, const Enrolled &enrolled)
{
    NewStore fresh;
    fresh.office = enrolled.workstation->office;
    fresh.station = enrolled.workstation->station;
    fresh.login = enrolled.person.login;
    fresh.name = enrolled.person.name;
    fresh.password = wish.password;
    fresh.roles = QStringList(enrolled.person.roles.begin(), enrolled.person.roles.end());
    fresh.user = enrolled.person.user;
    auto created = Store::create(options, fresh);
    if (!created)
        return created.error();
    auto store = Store::open(options, fresh.login, wish.password);
    if (!store)
        return store.error();
    if (auto joined = join(**store, enrolled); !joined)
        return joined.error();
    return created->recoveryKey;
}

void printEnrolled(CommandLine &line, const Workstation &own, const QString &folder, const QString &recoveryKey)
{
    if (line.console().format == Format::Json) {
        QJsonObject object{{QStringLiteral("store"), folder},
                           {QStringLiteral("district"), own.district},
                           {QStringLiteral("office"), own.office},
                           {QStringLiteral("station"), own.station},
                           {QStringLiteral("device"), own.device.toString()}};
        if (!recoveryKey.isEmpty())
            object.insert(QStringLiteral("recovery_key"), recoveryKey);
        line.console().printObject(object);
        return;
    }
    line.console().print(words(QT_TRANSLATE_NOOP("Cli", "This is now workstation %1 of office %2 in %3."))
                             .arg(own.station, own.office, own.district));
    if (!recoveryKey.isEmpty())
        line.console().print(words(QT_TRANSLATE_NOOP("Cli", "Recovery key of the store in %1 (shown only now, kept nowhere; "
                                                            "write it down and lock it away):\n\n    %2\n"))
                                 .arg(QDir::toNativeSeparators(folder), recoveryKey));
    line.console().print(words(QT_TRANSLATE_NOOP("Cli", "“yizhan-cli sync” brings the records of the office.")));
}

} // namespace

Result<Exit> runEnrol(CommandLine &line)
{
    auto options = line.storeOptions();
    if (!options)
        return options.error();
    if (auto own = workstation::read(options->folder))
        return Error(ErrorKind::Rejected, syncCommandErrors::alreadyEnrolled, {own->district});
    auto wish = readWish(line);
    if (!wish)
        return wish.error();
    // An existing store is opened before anything is asked of the district: a code is good once.
    std::unique_ptr<Store> existing;
    Credentials person;
    if (Store::exists(options->folder)) {
        auto opened = line.openStore(&person);
        if (!opened)
            return opened.error();
        existing = std::move(*opened);
    } else {
        auto read = readPerson(line);
        if (!read)
            return read.error();
        person = *read;
    }
    const auto account = line.atDistrict(person);
    const auto factor = line.secondFactor();
    if (!account || !factor)
        return account ? factor.error() : account.error();
    wish->login = account->login;
    wish->password = account->password;
    wish->secondFactor = *factor;
    const auto enrolled = await(enrol(*wish));
    if (!enrolled)
        return enrolled.error();
    QString recoveryKey;
    if (existing) {
        if (auto joined = join(*existing, *enrolled); !joined)
            return joined.error();
    } else {
        auto made = joinWithNewStore(*options, *wish, *enrolled);
        if (!made)
            return made.error();
        recoveryKey = *made;
    }
    printEnrolled(line, *enrolled->workstation, options->folder, recoveryKey);
    return Exit::Done;
}

} // namespace yizhan
