// SPDX-License-Identifier: GPL-3.0-or-later
// The shell of the window: menus, tools, pages (first start, locked, desk) and the status line; what they do is wired here.
#pragma once

#include "app/desktop/Actions.h"
#include "models/Workspace.h"

#include <QMainWindow>

class QStackedWidget;
class QToolButton;

namespace yizhan {

class Desk;
class EnrolPage;
class FirstStartPage;
class LockController;
class StatusStrip;
class SyncControl;
class UnlockPage;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(LockController &lock);
    ~MainWindow() override;

    UnlockPage &unlockPage() { return *m_unlock; }
    FirstStartPage &firstStartPage() { return *m_firstStart; }
    EnrolPage &joinPage() { return *m_join; } // of a workstation that has no store yet
    Actions &actions() { return *m_actions; }
    StatusStrip &status() { return *m_status; }
    Desk *desk() { return m_desk; } // null while locked

    void showFirstStart();
    void showJoin();
    // After showDesk(). Null: this workstation belongs to no district server.
    void setControl(SyncControl *control);
    // Whatever was open goes at once; nothing of a case is left in the window.
    void showLocked();
    Desk &showDesk(Workspace &workspace, bool withSummary);

signals:
    void lockWanted();
    void languageWanted(const QString &language);
    void themeWanted(const QString &name);
    void fontSizeWanted(int step); // +1, -1; 0 = the usual size
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeMenus();
    void makeTools();
    void wire();
    void wireForm();
    void wireFind();
    void wireExchange();
    void showKeys();
    void frontChanged();
    void showTitle();
    static void closePopups(const QWidget *except);

    LockController &m_lock;
    Actions *m_actions;
    QStackedWidget *m_pages;
    UnlockPage *m_unlock;
    FirstStartPage *m_firstStart;
    EnrolPage *m_join;
    StatusStrip *m_status;
    QToolButton *m_user = nullptr;
    QToolBar *m_tools = nullptr;
    Desk *m_desk = nullptr;
};

} // namespace yizhan
