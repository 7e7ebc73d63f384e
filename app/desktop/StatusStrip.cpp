// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/StatusStrip.h"

#include "base/Deliver.h"
#include "forms/LockController.h"
#include "forms/Widgets.h"
#include "models/DueText.h"
#include "records/OfficeDirectory.h"

#include <QToolButton>

namespace yizhan {

namespace {
constexpr int refreshAfterMs = 1500;
constexpr int monthOfNextNotice = 10; // the State Council usually tells next year's holidays in November

QString minuteText(Instant at)
{
    const int minute = at.localMinuteOfDay();
    return QStringLiteral("%1 %2:%3")
        .arg(at.localDay().toIso())
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}
} // namespace

StatusStrip::StatusStrip(LockController &lock, QWidget *parent)
    : QStatusBar(parent),
      m_lock(lock),
      m_line(part(QStringLiteral("line"))),
      m_unsent(part(QStringLiteral("unsent"))),
      m_conflicts(part(QStringLiteral("conflicts"))),
      m_returned(part(QStringLiteral("returned"))),
      m_clock(part(QStringLiteral("clock"))),
      m_calendar(part(QStringLiteral("calendar"))),
      m_backup(part(QStringLiteral("backup"))),
      m_who(part(QStringLiteral("who"))),
      m_lockIn(part(QStringLiteral("lockIn")))
{
    setSizeGripEnabled(false);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &StatusStrip::refreshStats);
    connect(&lock, &LockController::ticked, this, &StatusStrip::showLock);
    connect(&m_eachMinute, &QTimer::timeout, this, &StatusStrip::showExchange);
    connect(m_line, &QToolButton::clicked, this, &StatusStrip::stateWanted);
    for (QToolButton *button : {m_unsent, m_clock})
        connect(button, &QToolButton::clicked, this, [this] {
            if (m_control)
                emit stateWanted();
        });
    connect(m_conflicts, &QToolButton::clicked, this, &StatusStrip::conflictsWanted);
    connect(m_returned, &QToolButton::clicked, this, &StatusStrip::trayWanted);
    setWorkspace(nullptr);
}

QToolButton *StatusStrip::part(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("status.") + name);
    button->setFocusPolicy(Qt::TabFocus);
    addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, button] {
        const bool isOfExchange = button == m_unsent || button == m_conflicts || button == m_returned || button == m_clock;
        if (button != m_line && !(isOfExchange && m_control)) // those have a place that says more
            emit explained(button->toolTip());
    });
    return button;
}

void StatusStrip::tell(QToolButton *button, const QString &text, const QString &explanation)
{
    button->setText(text);
    button->setToolTip(explanation);
    button->setAccessibleDescription(explanation);
    button->show();
}

void StatusStrip::tell(QToolButton *button, const syncwords::Part &part)
{
    tell(button, part.text, part.explanation);
    const bool pressing = part.band == ColourBand::Red || part.band == ColourBand::Orange;
    setMark(button, "pressing", pressing ? QStringLiteral("true") : QStringLiteral("false"));
    button->setVisible(!part.text.isEmpty());
}

void StatusStrip::setControl(SyncControl *control)
{
    if (m_control)
        m_control->disconnect(this);
    m_control = control;
    if (!control)
        return;
    connect(control, &SyncControl::changed, this, &StatusStrip::showExchange);
    m_eachMinute.start(60'000);
    showExchange();
}

void StatusStrip::showExchange()
{
    if (!m_control || !m_workspace)
        return;
    const SyncStatus &status = m_control->status();
    tell(m_line, syncwords::line(status, m_workspace->today()));
    tell(m_unsent, syncwords::unsent(status, m_workspace->now()));
    tell(m_conflicts, syncwords::conflicts(status));
    tell(m_returned, syncwords::returned(status, *m_workspace));
    tell(m_clock, syncwords::clock(status));
}

void StatusStrip::setWorkspace(Workspace *workspace)
{
    m_refresh.stop();
    m_eachMinute.stop();
    setControl(nullptr);
    m_workspace = workspace;
    for (QToolButton *button : {m_unsent, m_conflicts, m_returned, m_clock, m_calendar, m_backup, m_who, m_lockIn})
        button->hide();
    setMark(m_line, "pressing", QStringLiteral("false"));
    tell(m_line, tr("○ Not connected to a district server yet"),
         tr("This workstation works by itself: everything is saved here, encrypted. Once the bureau has a server and this "
            "workstation is enrolled, "
            "records are exchanged with it."));
    if (!workspace)
        return;
    connect(&workspace->store(), &Store::changed, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start(refreshAfterMs);
    });
    const Session &session = workspace->session();
    const QString office = workspace->rules()->offices().label(session.actor.office, workspace->language());
    tell(m_who, QStringLiteral("%1 · %2").arg(session.name, office),
         tr("You are signed in as %1 of %2.").arg(session.name, office));
    showCalendar();
    showLock();
    m_refresh.start(refreshAfterMs);
}

void StatusStrip::refreshStats()
{
    if (!m_workspace)
        return;
    deliver(m_workspace->store().stats(), m_workspace,
            [this, guard = QPointer<StatusStrip>(this)](const Result<StoreStats> &stats) {
                if (guard && m_workspace && stats)
                    showStats(*stats);
            });
}

void StatusStrip::showStats(const StoreStats &stats)
{
    if (!m_control)
        tell(m_unsent, stats.unsent == 0 ? tr("Unsent 0") : tr("▲ Unsent %L1").arg(stats.unsent),
             stats.unsent == 0 ? tr("Nothing waits to be sent.")
                               : tr("%L1 changes are saved here and wait for a server; the oldest is of %2.")
                                     .arg(stats.unsent)
                                     .arg(minuteText(stats.oldestUnsent)));
    const bool never = stats.lastBackup.ms == 0;
    tell(m_backup, never ? tr("⚠ No backup yet") : tr("Backup %1").arg(stats.lastBackup.localDay().toIso()),
         never ? tr("There is no backup of this workstation. Until the window can make one, the administrator makes it with: "
                    "yizhan-cli backup FILE.")
               : tr("The last backup that was opened and checked is of %1.").arg(minuteText(stats.lastBackup)));
}

void StatusStrip::showCalendar()
{
    const Day today = m_workspace->today();
    const int year = today.year();
    if (m_workspace->yearIsProvisional(year)) {
        tell(m_calendar, tr("⚠ Calendar %1 not published: dates provisional").arg(year),
             tr("The notice on holidays of %1 is not in force here. Dates are computed from weekends and fixed holidays and "
                "marked as provisional.")
                 .arg(year));
    } else if (today.month() >= monthOfNextNotice && m_workspace->yearIsProvisional(year + 1)) {
        tell(m_calendar, tr("Calendar %1 ✔ · %2 not published: dates provisional").arg(year).arg(year + 1),
             tr("Dates in %1 are marked as provisional until its notice on holidays is in force; then they are computed anew.")
                 .arg(year + 1));
    } else {
        tell(m_calendar, tr("Calendar %1 ✔").arg(year), tr("The notice on holidays of %1 is in force.").arg(year));
    }
}

void StatusStrip::showLock()
{
    if (!m_workspace)
        return;
    const int seconds = m_lock.secondsLeft();
    if (seconds < 0)
        return m_lockIn->hide();
    tell(m_lockIn, seconds >= 60 ? tr("Locks in %n min", nullptr, (seconds + 59) / 60) : tr("Locks in less than a minute"),
         tr("Without a key or the mouse being touched the window locks; unfinished entries are kept and come back. Ctrl+L "
            "locks now."));
}

} // namespace yizhan
