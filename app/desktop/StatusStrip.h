// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the bottom that tells the truth: line to the server, unsent work, calendar, backup, lock; each part explains
// itself.
#pragma once

#include "models/SyncWords.h"

#include <QPointer>
#include <QStatusBar>

class QToolButton;

namespace yizhan {

class LockController;

class StatusStrip final : public QStatusBar
{
    Q_OBJECT
public:
    StatusStrip(LockController &lock, QWidget *parent);
    // Null while locked: then nothing of the store is shown.
    void setWorkspace(Workspace *workspace);
    // After setWorkspace(). Null: this workstation belongs to no district server.
    void setControl(SyncControl *control);

signals:
    void explained(const QString &text); // a part was pressed: what it means, in a sentence or two
    void stateWanted();                  // a part that has a place of its own was pressed
    void conflictsWanted();
    void trayWanted();

private:
    QToolButton *part(const QString &name);
    void tell(QToolButton *button, const syncwords::Part &part);
    void showExchange();
    void tell(QToolButton *button, const QString &text, const QString &explanation);
    void refreshStats();
    void showStats(const StoreStats &stats);
    void showCalendar();
    void showLock();

    LockController &m_lock;
    Workspace *m_workspace = nullptr;
    QToolButton *m_line;
    QToolButton *m_unsent;
    QToolButton *m_conflicts;
    QToolButton *m_returned;
    QToolButton *m_clock;
    QToolButton *m_calendar;
    QToolButton *m_backup;
    QToolButton *m_who;
    QToolButton *m_lockIn;
    QTimer m_refresh;
    QPointer<SyncControl> m_control;
    QTimer m_eachMinute; // "oldest 2 h" grows by itself
};

} // namespace yizhan
