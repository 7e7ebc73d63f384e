// SPDX-License-Identifier: GPL-3.0-or-later
// bundle write, bundle read: a stick instead of a line.
#include "app/cli/CliErrors.h"
#include "app/cli/SyncCommandErrors.h"
#include "app/cli/SyncCommands.h"
#include "store/SyncDoor.h"
#include "sync/engine/SyncCore.h"
#include "sync/protocol/Bundle.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace yizhan {

namespace {

QString words(const char *text) { return QCoreApplication::translate("Cli", text); }

// A store that belongs to a district, and its core.
struct Opened {
    std::unique_ptr<Store> store;
    std::unique_ptr<SyncDoor> door;
    std::shared_ptr<const Workstation> workstation;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<SyncCore> core;
};

Result<std::unique_ptr<Opened>> open(CommandLine &line)
{
    auto opened = std::make_unique<Opened>();
    auto store = line.openStore(nullptr, CommandLine::Opening::ToExchange);
    if (!store)
        return store.error();
    opened->store = std::move(*store);
    auto own = workstationOf(opened->store->options().folder);
    if (!own)
        return own.error();
    opened->workstation = *own;
    opened->door = std::make_unique<SyncDoor>(*opened->store);
    opened->core = std::make_unique<SyncCore>(opened->door.get(), opened->workstation, opened->clock, opened->random,
                                              QCoreApplication::applicationVersion());
    return opened;
}

Exit done(CommandLine &line, const QString &sentence, const SyncStatus &status)
{
    if (line.console().format == Format::Json)
        line.console().printObject(
            {{QStringLiteral("done"), true}, {QStringLiteral("unsent"), jsonNumber(status.outbox.unsent)}});
    else
        line.console().print(sentence);
    return Exit::Done;
}

} // namespace

Result<Exit> runBundleWrite(CommandLine &line)
{
    auto name = line.word(0, QT_TRANSLATE_NOOP("Cli", "FILE"));
    if (!name)
        return name.error();
    auto opened = open(line);
    if (!opened)
        return opened.error();
    const auto content = (*opened)->core->writeBundle();
    if (!content)
        return content.error();
    QSaveFile file(*name); // whole or not at all: sticks are pulled out
    if (!file.open(QIODevice::WriteOnly) || file.write(*content) != content->size() || !file.commit())
        return Error(ErrorKind::Io, syncCommandErrors::cannotWrite, {*name, file.errorString()});
    return done(line,
                words(QT_TRANSLATE_NOOP("Cli", "Written for the district: %1. Only it can read the file; take its answer in "
                                               "with “yizhan-cli bundle read”."))
                    .arg(*name),
                (*opened)->core->status());
}

Result<Exit> runBundleRead(CommandLine &line)
{
    auto name = line.word(0, QT_TRANSLATE_NOOP("Cli", "FILE"));
    if (!name)
        return name.error();
    QFile file(*name);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Usage, cliErrors::unreadableFile, {*name, file.errorString()});
    const QByteArray content = file.read(maxBundleBytes + 1);
    auto opened = open(line);
    if (!opened)
        return opened.error();
    if (const Outcome taken = (*opened)->core->takeBundle(content); !taken)
        return taken.error();
    const SyncStatus &status = (*opened)->core->status();
    return done(line,
                words(QT_TRANSLATE_NOOP("Cli", "The district's answer was taken in; %1 unsent.")).arg(status.outbox.unsent),
                status);
}

} // namespace yizhan
