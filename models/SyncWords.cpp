// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SyncWords.h"

#include "models/ConflictWords.h"
#include "models/Words.h"
#include "records/CodeList.h"
#include "records/OfficeDirectory.h"

#include <QCoreApplication>

namespace yizhan::syncwords {
namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t hourMs = 60 * minuteMs;
constexpr std::int64_t dayMs = 24 * hourMs;
constexpr std::int64_t guessAfterMs = 3000; // earlier guesses jump about
constexpr std::int64_t longUnsentMs = 8 * hourMs;

QString say(const char *text) { return QCoreApplication::translate("Exchange", text); }
QString say(const char *text, std::int64_t n) { return QCoreApplication::translate("Exchange", text, nullptr, int(n)); }

QString reasons(const SyncStatus &status, Workspace &workspace)
{
    const CodeList *origins = workspace.rules()->codes().list(QStringLiteral("conflict_origin"));
    QStringList parts;
    for (const auto &[code, number] : status.outbox.refusedByReason) {
        const CodeValue *value = origins ? origins->find(code) : nullptr;
        parts += QStringLiteral("%1 %L2").arg(value ? value->label(workspace.language()) : code).arg(number);
    }
    return words::list(parts);
}

} // namespace

QString span(std::int64_t ms)
{
    if (ms < minuteMs)
        return say(QT_TRANSLATE_NOOP("Exchange", "less than a minute"));
    if (ms < hourMs)
        return say(QT_TRANSLATE_N_NOOP("Exchange", "%n min"), ms / minuteMs);
    if (ms < 2 * dayMs)
        return say(QT_TRANSLATE_N_NOOP("Exchange", "%n h"), ms / hourMs);
    return say(QT_TRANSLATE_N_NOOP("Exchange", "%n day(s)"), ms / dayMs);
}

Part line(const SyncStatus &status, Day today)
{
    const QString when = conflictwords::moment(status.lastComplete, today);
    const QString last = when.isEmpty() ? say(QT_TRANSLATE_NOOP("Exchange", "There has been no complete exchange yet."))
                                        : say(QT_TRANSLATE_NOOP("Exchange", "Last complete exchange: %1.")).arg(when);
    const QString what = inOneLine({stage(status, today), last});
    switch (status.stage) {
    case SyncStage::Stopped: return {say(QT_TRANSLATE_NOOP("Exchange", "■ Exchange stopped")), what, ColourBand::Red};
    case SyncStage::NeedsLogin: return {say(QT_TRANSLATE_NOOP("Exchange", "▲ Log in to the server")), what, ColourBand::Orange};
    case SyncStage::Waiting:
        return {when.isEmpty() ? say(QT_TRANSLATE_NOOP("Exchange", "○ No line to the server"))
                               : say(QT_TRANSLATE_NOOP("Exchange", "○ No line (last %1)")).arg(when),
                what, ColourBand::Orange};
    case SyncStage::Idle:
        return {status.outbox.unsent == 0 && !when.isEmpty() ? say(QT_TRANSLATE_NOOP("Exchange", "● Exchanged %1")).arg(when)
                                                             : say(QT_TRANSLATE_NOOP("Exchange", "◐ Connected")),
                what, ColourBand::Plain};
    default: break;
    }
    if (status.rowsTotal > 0)
        return {say(QT_TRANSLATE_NOOP("Exchange", "◐ First copy %1 %")).arg(status.rowsDone * 100 / status.rowsTotal), what,
                ColourBand::Plain};
    return {say(QT_TRANSLATE_NOOP("Exchange", "◐ Exchanging …")), what, ColourBand::Plain};
}

QString stage(const SyncStatus &status, Day today)
{
    switch (status.stage) {
    case SyncStage::Connecting: return say(QT_TRANSLATE_NOOP("Exchange", "Connecting to the district server."));
    case SyncStage::Sending: return say(QT_TRANSLATE_NOOP("Exchange", "Sending what was entered here."));
    case SyncStage::Receiving: return say(QT_TRANSLATE_NOOP("Exchange", "Fetching what others entered."));
    case SyncStage::Checking: return say(QT_TRANSLATE_NOOP("Exchange", "Comparing this copy with the server's."));
    case SyncStage::Files: return say(QT_TRANSLATE_NOOP("Exchange", "Exchanging scans and numbers."));
    case SyncStage::Idle: return say(QT_TRANSLATE_NOOP("Exchange", "Connected. News arrive by themselves."));
    case SyncStage::Waiting: {
        const QString next = conflictwords::moment(status.nextTry, today);
        return next.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Exchange", "The server cannot be reached; it is tried again by itself."))
                   : say(QT_TRANSLATE_NOOP("Exchange", "The server cannot be reached; it is tried again at %1.")).arg(next);
    }
    case SyncStage::NeedsLogin: return say(QT_TRANSLATE_NOOP("Exchange", "The district server asks for your password."));
    case SyncStage::Stopped:
        return say(QT_TRANSLATE_NOOP("Exchange", "This computer does not exchange with the district any more."));
    }
    return {};
}

Part unsent(const SyncStatus &status, Instant now)
{
    const std::int64_t number = status.outbox.unsent;
    if (number == 0)
        return {say(QT_TRANSLATE_NOOP("Exchange", "Unsent 0")),
                say(QT_TRANSLATE_NOOP("Exchange", "Everything that was entered here is at the server.")), ColourBand::Plain};
    const std::int64_t waited = std::max<std::int64_t>(0, now.ms - status.outbox.oldestUnsent.ms);
    return {say(QT_TRANSLATE_NOOP("Exchange", "▲ Unsent %1 (oldest %2)")).arg(number).arg(span(waited)),
            say(QT_TRANSLATE_NOOP("Exchange",
                                  "%1 changes are saved here, encrypted, and wait for the server; the oldest has waited %2."))
                .arg(number)
                .arg(span(waited)),
            waited > longUnsentMs ? ColourBand::Orange : ColourBand::Plain};
}

Part conflicts(const SyncStatus &status)
{
    const std::int64_t number = status.outbox.openConflicts;
    if (number == 0)
        return {say(QT_TRANSLATE_NOOP("Exchange", "To settle 0")),
                say(QT_TRANSLATE_NOOP("Exchange", "No value was changed by two people at once.")), ColourBand::Plain};
    return {
        say(QT_TRANSLATE_NOOP("Exchange", "◆ To settle %1")).arg(number),
        say(QT_TRANSLATE_NOOP("Exchange", "%1 values were changed by two people at once; somebody has to say which is right."))
            .arg(number),
        ColourBand::Orange};
}

Part returned(const SyncStatus &status, Workspace &workspace)
{
    const std::int64_t number = status.outbox.returned;
    if (number == 0)
        return {say(QT_TRANSLATE_NOOP("Exchange", "Came back 0")),
                say(QT_TRANSLATE_NOOP("Exchange", "The server took everything that was sent.")), ColourBand::Plain};
    return {say(QT_TRANSLATE_NOOP("Exchange", "↩ Came back %1")).arg(number),
            say(QT_TRANSLATE_NOOP("Exchange", "%1 entries were not taken or were passed on: %2."))
                .arg(number)
                .arg(reasons(status, workspace)),
            ColourBand::Red};
}

Part clock(const SyncStatus &status)
{
    const std::int64_t difference = status.clockDifferenceMs.value_or(0);
    if (std::abs(difference) < minuteMs)
        return {};
    const QString text = span(std::abs(difference));
    return {say(QT_TRANSLATE_NOOP("Exchange", "⚠ Clock differs %1")).arg(text),
            difference > 0
                ? say(QT_TRANSLATE_NOOP("Exchange", "The clock of this computer is %1 ahead of the server's. Set it right; "
                                                    "nothing is lost by it."))
                      .arg(text)
                : say(QT_TRANSLATE_NOOP("Exchange", "The clock of this computer is %1 behind the server's. Set it right; "
                                                    "nothing is lost by it."))
                      .arg(text),
            ColourBand::Yellow};
}

QStringList troubles(const SyncStatus &status, Workspace &workspace)
{
    QStringList lines;
    if (status.error)
        lines += describe(*status.error);
    if (status.sending)
        lines += describe(*status.sending);
    if (status.tooOldToRead)
        lines += say(QT_TRANSLATE_NOOP("Exchange",
                                       "This release of the program may only hand in its work. Install the newest release to "
                                       "see what others enter."));
    if (status.held)
        lines += say(QT_TRANSLATE_NOOP("Exchange",
                                       "Some of the unsent work needs a newer server. It is kept and goes by itself later."));
    for (const auto &[office, number] : status.outbox.unsentElsewhere)
        lines += say(QT_TRANSLATE_NOOP("Exchange",
                                       "%1 unsent changes are for %2, which this computer may not see any more. Tell the "
                                       "administrator; they are kept."))
                     .arg(number)
                     .arg(workspace.rules()->offices().label(office, workspace.language()));
    for (const QString &office : status.beyondRepair)
        lines += say(QT_TRANSLATE_NOOP("Exchange",
                                       "The records of %1 here differ from the server's although everything was tried today. "
                                       "You can go on working; tell the administrator."))
                     .arg(workspace.rules()->offices().label(office, workspace.language()));
    return lines;
}

QString TimeLeft::feed(std::int64_t done, std::int64_t total, Instant now)
{
    if (m_firstDone < 0 || done < m_lastDone) { // begins, or begins anew
        m_firstDone = done;
        m_since = now;
    }
    m_lastDone = done;
    const std::int64_t took = now.ms - m_since.ms;
    const std::int64_t came = done - m_firstDone;
    if (took < guessAfterMs || came <= 0 || total <= done)
        return {};
    return span(took * (total - done) / came);
}

} // namespace yizhan::syncwords
