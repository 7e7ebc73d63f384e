// SPDX-License-Identifier: GPL-3.0-or-later
// init, backup, restore, verify, audit verify, password, recover, user add, stats: the store as a whole.
#include "app/cli/CliErrors.h"
#include "app/cli/CommandLine.h"

#include <QCoreApplication>
#include <QDir>

namespace yizhan {

namespace {

QString words(const char *text) { return QCoreApplication::translate("Cli", text); }

// A new password is asked for twice on a terminal: nobody sees what was typed.
Result<QString> newPassword(CommandLine &line, const char *fileOption)
{
    auto first = line.password(words(QT_TRANSLATE_NOOP("Cli", "New password:")), fileOption);
    if (!first)
        return first.error();
    if (!line.has(fileOption) && line.console().inputIsTerminal()) {
        const auto again = line.console().askSecret(words(QT_TRANSLATE_NOOP("Cli", "New password once more:")));
        if (!again || *again != *first)
            return Error{ErrorKind::Usage,
                         cliErrors::badValue,
                         {QStringLiteral("••••"), QStringLiteral("password"),
                          words(QT_TRANSLATE_NOOP("Cli", "the same password twice"))}};
    }
    return first;
}

// Programs read the codes, people these words.
QString partName(const QString &code)
{
    static constexpr std::pair<const char *, const char *> names[] = {
        {"pages", QT_TRANSLATE_NOOP("Cli", "Pages of the database")},
        {"references", QT_TRANSLATE_NOOP("Cli", "Rows and their cases")},
        {"lists", QT_TRANSLATE_NOOP("Cli", "Indexes of the lists")},
        {"derived", QT_TRANSLATE_NOOP("Cli", "Computed dates and names")},
        {"search", QT_TRANSLATE_NOOP("Cli", "Search tables")},
        {"blobs", QT_TRANSLATE_NOOP("Cli", "Attachments")}};
    for (const auto &[known, name] : names) {
        if (code == QLatin1String(known))
            return words(name);
    }
    return code;
}

QString resultName(bool good)
{
    return good ? words(QT_TRANSLATE_NOOP("Cli", "good")) : words(QT_TRANSLATE_NOOP("Cli", "BROKEN"));
}

Result<Exit> done(CommandLine &line, const QString &sentence, QJsonObject object = {})
{
    if (line.console().format == Format::Json) {
        object.insert(QStringLiteral("done"), true);
        line.console().printObject(object);
    } else {
        line.console().print(sentence);
    }
    return Exit::Done;
}

Result<Exit> done(CommandLine &line, const Outcome &outcome, const QString &sentence)
{
    if (!outcome)
        return outcome.error();
    return done(line, sentence);
}

} // namespace

Result<Exit> runInit(CommandLine &line)
{
    auto options = line.storeOptions();
    if (!options)
        return options.error();
    NewStore wish;
    wish.office = line.option("office");
    if (wish.office.isEmpty())
        return Error{ErrorKind::Usage, cliErrors::missingArgument, {QStringLiteral("--office")}};
    wish.login = line.option("user", QStringLiteral("admin"));
    wish.name = line.option("name", wish.login);
    wish.roles = line.options("role");
    wish.station = line.option("station");
    auto secret = newPassword(line, "password-file");
    if (!secret)
        return secret.error();
    wish.password = *secret;
    auto created = Store::create(*options, wish);
    if (!created)
        return created.error();
    const QString sentence = words(
        QT_TRANSLATE_NOOP("Cli", "The store is ready in %1 for the user %2.\nRecovery key (shown only now, kept nowhere; write "
                                 "it down and lock it away):\n\n    %3\n"));
    return done(line, sentence.arg(QDir::toNativeSeparators(options->folder), wish.login, created->recoveryKey),
                {{QStringLiteral("store"), options->folder},
                 {QStringLiteral("user"), wish.login},
                 {QStringLiteral("recovery_key"), created->recoveryKey}});
}

Result<Exit> runBackup(CommandLine &line)
{
    auto file = line.word(0, "FILE");
    if (!file)
        return file.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    const Outcome outcome = await((*store)->backup(*file, line.console().progress(words(QT_TRANSLATE_NOOP("Cli", "Backup")))));
    return done(line, outcome, words(QT_TRANSLATE_NOOP("Cli", "The backup was written, opened and checked: %1")).arg(*file));
}

Result<Exit> runRestore(CommandLine &line)
{
    auto file = line.word(0, "FILE");
    if (!file)
        return file.error();
    if (!line.has("user"))
        return Error{ErrorKind::Usage, cliErrors::missingArgument, {QStringLiteral("--user")}};
    auto options = line.storeOptions();
    if (!options)
        return options.error();
    auto secret = line.password(words(QT_TRANSLATE_NOOP("Cli", "Password of %1:")).arg(line.option("user")));
    if (!secret)
        return secret.error();
    const Outcome outcome = Store::restore(*file, *options, line.option("user"), *secret,
                                           line.console().progress(words(QT_TRANSLATE_NOOP("Cli", "Restore"))));
    return done(line, outcome,
                words(QT_TRANSLATE_NOOP("Cli", "The backup stands in %1.")).arg(QDir::toNativeSeparators(options->folder)));
}

Result<Exit> runVerify(CommandLine &line)
{
    auto store = line.openStore();
    if (!store)
        return store.error();
    const auto checks = await((*store)->verify(line.console().progress(words(QT_TRANSLATE_NOOP("Cli", "Check")))));
    if (!checks)
        return checks.error();
    line.console().endProgress();
    QList<QStringList> rows;
    int broken = 0;
    for (const Store::Check &check : *checks) {
        broken += check.good ? 0 : 1;
        const QString result = check.good ? QStringLiteral("ok") : QStringLiteral("BROKEN");
        const bool isForPeople = line.console().format == Format::Table;
        rows += {isForPeople ? partName(check.part) : check.part, isForPeople ? resultName(check.good) : result, check.detail};
    }
    line.console().printTable({QStringLiteral("part"), QStringLiteral("result"), QStringLiteral("detail")},
                              {words(QT_TRANSLATE_NOOP("Cli", "Part")), words(QT_TRANSLATE_NOOP("Cli", "Result")),
                               words(QT_TRANSLATE_NOOP("Cli", "Detail"))},
                              rows);
    if (broken > 0)
        return Error{ErrorKind::Corrupt, cliErrors::checkFailed, {QString::number(broken), QString::number(checks->size())}};
    return Exit::Done;
}

Result<Exit> runAuditVerify(CommandLine &line)
{
    auto store = line.openStore();
    if (!store)
        return store.error();
    const auto check = await((*store)->verifyAudit(line.console().progress(words(QT_TRANSLATE_NOOP("Cli", "Audit")))));
    if (!check)
        return check.error();
    if (check->firstBroken >= 0) {
        line.console().printError(words(QT_TRANSLATE_NOOP("Cli", "The audit chain is broken at entry %1 of %2."))
                                      .arg(check->firstBroken)
                                      .arg(check->rows));
        return Exit::Damaged;
    }
    return done(line, words(QT_TRANSLATE_NOOP("Cli", "The audit chain holds: %1 entries.")).arg(check->rows),
                {{QStringLiteral("rows"), jsonNumber(check->rows)}});
}

Result<Exit> runPassword(CommandLine &line)
{
    auto options = line.storeOptions();
    if (!options)
        return options.error();
    const QString login = line.option("user", Store::logins(options->folder).value(0));
    auto old = line.password(words(QT_TRANSLATE_NOOP("Cli", "Password of %1:")).arg(login));
    if (!old)
        return old.error();
    auto store = Store::open(*options, login, *old);
    if (!store)
        return store.error();
    auto fresh = newPassword(line, "new-password-file");
    if (!fresh)
        return fresh.error();
    return done(line, await((*store)->changePassword(*old, *fresh)),
                words(QT_TRANSLATE_NOOP("Cli", "The password was changed.")));
}

Result<Exit> runRecover(CommandLine &line)
{
    auto options = line.storeOptions();
    if (!options)
        return options.error();
    const QString login = line.option("user", Store::logins(options->folder).value(0));
    auto key = line.password(words(QT_TRANSLATE_NOOP("Cli", "Recovery key:")), "recovery-key-file");
    if (!key)
        return key.error();
    auto fresh = newPassword(line, "new-password-file");
    if (!fresh)
        return fresh.error();
    auto store = Store::recover(*options, *key, login, *fresh);
    if (!store)
        return store.error();
    return done(line, words(QT_TRANSLATE_NOOP("Cli", "The user %1 has a new password.")).arg(login));
}

Result<Exit> runUserAdd(CommandLine &line)
{
    auto login = line.word(0, "LOGIN");
    if (!login)
        return login.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    auto secret = newPassword(line, "new-password-file");
    if (!secret)
        return secret.error();
    return done(line, await((*store)->addUser(*login, line.option("name", *login), *secret, line.options("role"))),
                words(QT_TRANSLATE_NOOP("Cli", "The user %1 can now open this store.")).arg(*login));
}

Result<Exit> runStats(CommandLine &line)
{
    auto store = line.openStore();
    if (!store)
        return store.error();
    const auto stats = await((*store)->stats());
    if (!stats)
        return stats.error();
    if (line.console().format == Format::Json) {
        QJsonObject counts;
        for (const auto &[spec, count] : stats->counts)
            counts.insert(QString::fromLatin1(spec->name), jsonNumber(count));
        line.console().printObject(
            {{QStringLiteral("counts"), counts},
             {QStringLiteral("unsent"), jsonNumber(stats->unsent)},
             {QStringLiteral("audit"), jsonNumber(stats->auditRows)},
             {QStringLiteral("database_bytes"), jsonNumber(stats->databaseBytes)},
             {QStringLiteral("blob_bytes"), jsonNumber(stats->blobBytes)},
             {QStringLiteral("schema"), stats->schemaVersion},
             {QStringLiteral("cipher"), stats->cipherVersion},
             {QStringLiteral("last_backup"), stats->lastBackup.ms ? QJsonValue(stats->lastBackup.toIso()) : QJsonValue()}});
        return Exit::Done;
    }
    QList<QStringList> rows;
    for (const auto &[spec, count] : stats->counts) {
        if (count > 0)
            rows += {QCoreApplication::translate("Kind", spec->label), QString::number(count)};
    }
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Unsent operations")), QString::number(stats->unsent)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Audit entries")), QString::number(stats->auditRows)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Database, bytes")), QString::number(stats->databaseBytes)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Attachments, bytes")), QString::number(stats->blobBytes)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Schema version")), QString::number(stats->schemaVersion)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "SQLCipher")), stats->cipherVersion};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Last backup")),
             stats->lastBackup.ms ? stats->lastBackup.toIso() : words(QT_TRANSLATE_NOOP("Cli", "never"))};
    line.console().printTable({QStringLiteral("what"), QStringLiteral("value")},
                              {words(QT_TRANSLATE_NOOP("Cli", "What")), words(QT_TRANSLATE_NOOP("Cli", "Value"))}, rows);
    return Exit::Done;
}

} // namespace yizhan
