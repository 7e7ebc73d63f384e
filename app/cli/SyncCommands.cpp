// SPDX-License-Identifier: GPL-3.0-or-later
// sync, status: one exchange with the district, or many; and what the status panel of the window tells.
#include "app/cli/SyncCommands.h"

#include "app/cli/SyncCommandErrors.h"
#include "app/cli/SyncRound.h"
#include "records/CodeList.h"
#include "store/SyncDoor.h"
#include "sync/engine/EngineErrors.h"
#include "sync/engine/HttpTransport.h"

#include <QCoreApplication>
#include <QDir>

namespace yizhan {

namespace {

const QString clockKey = QStringLiteral("clock_difference");

QString words(const char *text) { return QCoreApplication::translate("Cli", text); }
QString moment(Instant at) { return at.ms ? at.toIso() : words(QT_TRANSLATE_NOOP("Cli", "never")); }
QJsonValue momentJson(Instant at) { return at.ms ? QJsonValue(at.toIso()) : QJsonValue(); }

QJsonObject countsJson(const std::map<QString, std::int64_t> &counts)
{
    QJsonObject object;
    for (const auto &[name, count] : counts)
        object.insert(name, jsonNumber(count));
    return object;
}

QJsonObject objectOf(const SyncStatus &status, const Workstation *workstation)
{
    const OutboxSummary &outbox = status.outbox;
    QJsonObject object{{QStringLiteral("enrolled"), workstation != nullptr},
                       {QStringLiteral("unsent"), jsonNumber(outbox.unsent)},
                       {QStringLiteral("oldest_unsent"), outbox.unsent > 0 ? momentJson(outbox.oldestUnsent) : QJsonValue()},
                       {QStringLiteral("refused"), jsonNumber(outbox.refused)},
                       {QStringLiteral("refused_by_reason"), countsJson(outbox.refusedByReason)},
                       {QStringLiteral("returned"), jsonNumber(outbox.returned)},
                       {QStringLiteral("open_conflicts"), jsonNumber(outbox.openConflicts)},
                       {QStringLiteral("unsent_elsewhere"), countsJson(outbox.unsentElsewhere)},
                       {QStringLiteral("last_complete"), momentJson(status.lastComplete)},
                       {QStringLiteral("clock_difference_ms"),
                        status.clockDifferenceMs ? jsonNumber(*status.clockDifferenceMs) : QJsonValue()}};
    if (workstation) {
        object.insert(QStringLiteral("district"), workstation->district);
        object.insert(QStringLiteral("server"), workstation->server);
        object.insert(QStringLiteral("office"), workstation->office);
        object.insert(QStringLiteral("station"), workstation->station);
        object.insert(QStringLiteral("device"), workstation->device.toString());
    }
    return object;
}

QString clockText(const SyncStatus &status)
{
    if (!status.clockDifferenceMs)
        return words(QT_TRANSLATE_NOOP("Cli", "unknown"));
    return words(QT_TRANSLATE_NOOP("Cli", "%1 s")).arg(*status.clockDifferenceMs / 1000);
}

void printStatus(CommandLine &line, const RuleBook &rules, const SyncStatus &status, const Workstation *workstation)
{
    const OutboxSummary &outbox = status.outbox;
    const QString language = line.option("lang", QStringLiteral("zh"));
    QList<QStringList> rows;
    if (workstation) {
        rows += {words(QT_TRANSLATE_NOOP("Cli", "District")), workstation->district};
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Server")), workstation->server};
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Workstation")), workstation->office + u'-' + workstation->station};
    }
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Unsent")), QString::number(outbox.unsent)};
    if (outbox.unsent > 0)
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Oldest unsent")), moment(outbox.oldestUnsent)};
    for (const auto &[office, count] : outbox.unsentElsewhere)
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Unsent for %1, which is no longer granted")).arg(office),
                 QString::number(count)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Refused or conflicting")), QString::number(outbox.refused)};
    for (const auto &[reason, count] : outbox.refusedByReason)
        rows += {QStringLiteral("  ") + rules.codes().label(QStringLiteral("conflict_origin"), reason, language),
                 QString::number(count)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Open conflicts")), QString::number(outbox.openConflicts)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Last complete exchange")), moment(status.lastComplete)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "This clock minus the server's")), clockText(status)};
    line.console().printTable({QStringLiteral("what"), QStringLiteral("value")},
                              {words(QT_TRANSLATE_NOOP("Cli", "What")), words(QT_TRANSLATE_NOOP("Cli", "Value"))}, rows);
}

// What a person has to look at; each sentence once.
int tellWhatIsOpen(CommandLine &line, const SyncStatus &status)
{
    QStringList sentences;
    if (status.tooOldToRead)
        sentences += describe(Error(ErrorKind::TooNew, engineerrors::tooOld));
    if (status.held)
        sentences += describe(Error(ErrorKind::TooNew, engineerrors::newerServerNeeded));
    for (const SyncStatus::Removal &removal : status.removals) {
        sentences += describe(Error(ErrorKind::Rejected, engineerrors::askPerson,
                                    {QString::number(removal.rows), QString::number(removal.held), removal.office}));
        sentences += words(QT_TRANSLATE_NOOP("Cli", "“yizhan-cli sync --allow-removal %1” allows it.")).arg(removal.office);
    }
    for (const QString &office : status.beyondRepair)
        sentences += describe(Error(ErrorKind::Corrupt, engineerrors::differs, {office}));
    if (status.outbox.refused + status.outbox.openConflicts > 0)
        sentences += words(QT_TRANSLATE_NOOP("Cli", "Refused or conflicting: %1; open conflicts: %2. “yizhan-cli conflicts” "
                                                    "lists them, “yizhan-cli settle” decides."))
                         .arg(status.outbox.refused)
                         .arg(status.outbox.openConflicts);
    for (const QString &sentence : std::as_const(sentences))
        line.console().printError(sentence);
    return static_cast<int>(sentences.size());
}

// A server that asks to wait is as good as none; a store in use is another matter.
Exit exitOf(const Error &error) { return error.kind == ErrorKind::Busy ? Exit::Unreachable : exitFor(error.kind); }

Result<Exit> report(CommandLine &line, const SyncStatus &status)
{
    std::optional<Error> error = status.error ? status.error : status.sending;
    if (!error && status.stage == SyncStage::Stopped) // the receipt went through, and that was all that could still be done
        error = Error(ErrorKind::Forbidden, engineerrors::revoked);
    const int open = tellWhatIsOpen(line, status);
    if (error) {
        line.console().printError(describe(*error));
        return exitOf(*error);
    }
    return open > 0 ? Exit::Refused : Exit::Done;
}

// Sending first, then what a first synchronisation brings.
class Meter
{
public:
    Meter(Console &console, std::int64_t unsent)
        : m_unsent(unsent),
          m_sending(console.progress(words(QT_TRANSLATE_NOOP("Cli", "Sending")))),
          m_receiving(console.progress(words(QT_TRANSLATE_NOOP("Cli", "Receiving"))))
    {}

    void operator()(const SyncStatus &status)
    {
        if (status.stage == SyncStage::Sending && m_sending && m_unsent > 0)
            m_sending(std::max<std::int64_t>(0, m_unsent - status.outbox.unsent), m_unsent);
        else if (status.stage == SyncStage::Receiving && m_receiving && status.rowsTotal > 0)
            m_receiving(status.rowsDone, status.rowsTotal);
    }

private:
    std::int64_t m_unsent;
    std::function<void(std::int64_t, std::int64_t)> m_sending;
    std::function<void(std::int64_t, std::int64_t)> m_receiving;
};

} // namespace

Result<std::shared_ptr<const Workstation>> workstationOf(const QString &folder)
{
    auto read = workstation::read(folder);
    if (read)
        return std::make_shared<const Workstation>(std::move(*read));
    if (read.error().kind == ErrorKind::NotFound)
        return Error(ErrorKind::Rejected, syncCommandErrors::notEnrolled);
    return read.error();
}

Result<Exit> runSync(CommandLine &line)
{
    // A workstation that cannot be unlocked any more must still be able to hear that it is revoked; here somebody can unlock
    // it.
    Credentials person;
    auto store = line.openStore(&person, CommandLine::Opening::ToExchange);
    if (!store)
        return store.error();
    const QString folder = (*store)->options().folder;
    const auto own = workstationOf(folder);
    if (!own)
        return own.error();
    const auto account = line.atDistrict(person);
    const auto factor = line.secondFactor();
    if (!account || !factor)
        return account ? factor.error() : account.error();
    const auto address = serverAddress((*own)->server);
    if (!address)
        return address.error();

    SystemClock clock;
    SystemRandom random;
    HttpTransport transport(*address, authoritiesIn((*own)->certificates));
    auto door = std::make_unique<SyncDoor>(**store);
    SyncCore core(door.get(), *own, clock, random, QCoreApplication::applicationVersion());
    core.login(account->login, account->password, *factor);
    for (const QString &office : line.options("allow-removal"))
        core.allowRemoval(office);

    SyncRound round(core, transport, clock);
    // One object a complete exchange, for programs that follow it.
    const bool tells = line.has("wait") && line.console().format == Format::Json;
    round.watch = [&, meter = Meter(line.console(), core.status().outbox.unsent),
                   before = SyncStage::Connecting](const SyncStatus &status) mutable {
        meter(status);
        if (tells && status.stage == SyncStage::Idle && before != SyncStage::Idle)
            line.console().printObject(objectOf(status, own->get()));
        before = status.stage;
    };
    bool isWiped = false;
    round.wipe = [&] {
        isWiped = true;
        door.reset();
        store->reset();
        for (const Outcome &gone : {Store::wipe(folder), workstation::destroy(folder)}) {
            if (!gone)
                line.console().printError(describe(gone.error()));
        }
    };
    round.run(line.has("wait") ? SyncRound::Goes::On : SyncRound::Goes::Once);
    line.console().endProgress();

    const SyncStatus status = core.status();
    if (!isWiped && status.clockDifferenceMs) {
        if (auto kept = await(door->keep(clockKey, QByteArray::number(qlonglong{*status.clockDifferenceMs}))); !kept)
            return kept.error();
    }
    if (line.console().format == Format::Json)
        line.console().printObject(objectOf(status, own->get()));
    else if (!isWiped)
        printStatus(line, *(*store)->rules(), status, own->get());
    return report(line, status);
}

Result<Exit> runStatus(CommandLine &line)
{
    auto store = line.openStore();
    if (!store)
        return store.error();
    SyncDoor door(**store);
    const auto own = workstationOf((*store)->options().folder);
    if (!own && own.error().kind != ErrorKind::Rejected)
        return own.error();
    SyncStatus status;
    if (own) { // as the window reads it
        SystemClock clock;
        SystemRandom random;
        status = SyncCore(&door, *own, clock, random, QCoreApplication::applicationVersion()).status();
    } else {
        const auto outbox = await(door.outbox());
        if (!outbox)
            return outbox.error();
        status.outbox = *outbox;
    }
    const auto difference = await(door.kept(clockKey));
    if (!difference)
        return difference.error();
    if (!difference->isEmpty())
        status.clockDifferenceMs = difference->toLongLong();
    const Workstation *workstation = own ? own->get() : nullptr;
    if (line.console().format == Format::Json) {
        line.console().printObject(objectOf(status, workstation));
        return Exit::Done;
    }
    if (!workstation)
        line.console().print(words(QT_TRANSLATE_NOOP("Cli", "This store does not belong to a district.")));
    printStatus(line, *(*store)->rules(), status, workstation);
    return Exit::Done;
}

} // namespace yizhan
