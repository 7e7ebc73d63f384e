// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the bottom that tells the truth: line to the server, unsent work, calendar, backup, lock; each part explains
// itself.
#pragma once

#include "models/Workspace.h"

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

signals:
    void explained(const QString &text); // a part was pressed: what it means, in a sentence or two

private:
    QToolButton *part(const QString &name);
    void tell(QToolButton *button, const QString &text, const QString &explanation);
    void refreshStats();
    void showStats(const StoreStats &stats);
    void showCalendar();
    void showLock();

    LockController &m_lock;
    Workspace *m_workspace = nullptr;
    QToolButton *m_line;
    QToolButton *m_unsent;
    QToolButton *m_calendar;
    QToolButton *m_backup;
    QToolButton *m_who;
    QToolButton *m_lockIn;
    QTimer m_refresh;
};

} // namespace yizhan
