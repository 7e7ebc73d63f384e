// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything is put together: rules, language, colours, store, window, lock; and what happens between them.
#pragma once

#include "app/desktop/Options.h"
#include "app/desktop/Preferences.h"
#include "app/desktop/StoreDoor.h"
#include "app/desktop/SyncHost.h"
#include "forms/FirstStartPage.h"
#include "forms/LockController.h"
#include "forms/Theme.h"
#include "models/Workspace.h"

#include <QApplication>
#include <QPointer>

namespace yizhan {

class Desk;
class ImeGuard;
class MainWindow;

// GUI thread; one a process. Tests make it with their own store options.
class Program final : public QObject
{
    Q_OBJECT
public:
    // `store.rules` is loaded if it is null; clock and randomness as in StoreOptions.
    Program(QApplication &application, const Options &options, StoreOptions store = {}, SyncHost::Parts sync = {});
    ~Program() override;

    // Shows the window: first start or locked. Errors: the shipped rules cannot be read.
    Outcome start();
    MainWindow *window() { return m_window.get(); }
    Theme &theme() { return m_theme; }
    Workspace *workspace() { return m_workspace.get(); } // null while locked
    LockController &lockController() { return m_lock; }
    const Preferences &preferences() const { return m_preferences; }

    void unlock(const QString &login, const QString &password);
    // Seals drafts, empties the window, closes the store: in this order, without asking anybody.
    void lock();
    void setLanguage(const QString &language);
    void setTheme(const QString &name);
    void stepFontSize(int step);

signals:
    void unlocked();
    void locked();
    void windowRebuilt();

private:
    void makeWindow();
    void connectWindow();
    void connectDoor();
    void showClosed();
    void opened();
    void failed(const Error &error);
    void create(const FirstStartPage::Wish &wish);
    void enterDesk();
    void showChoices();
    void savePreferences();

    // ProgramSync.cpp
    void connectSync();
    void connectJoin(EnrolPage &page);
    void join(const EnrolPage::Wish &wish);
    void joined(const Joined &answer);
    void belong(std::shared_ptr<const Workstation> workstation);
    void joinFailed(const Error &error);
    void recalled();
    void askDistrict();
    void districtAnswered();
    void endAsking(const Error &error);

    Options m_options;
    StoreOptions m_storeOptions;
    Preferences m_preferences;
    Theme m_theme;
    LockController m_lock;
    std::unique_ptr<ImeGuard> m_ime;
    std::unique_ptr<StoreDoor> m_door;
    std::unique_ptr<SyncHost> m_sync;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    QString m_tried;           // login of the attempt that is under way
    bool m_keyIsShown = false; // the recovery key stands on the screen: the desk waits
    int m_wrongInARow = 0;
    std::optional<Error> m_ended;                 // why nothing is shown yet: the district is asked before
    QString m_password;                           // of the attempt that is under way: the server may ask for it too
    EnrolPage::Wish m_wish;                       // while joining
    QPointer<EnrolPage> m_joinPage;               // where the wish was made
    std::shared_ptr<const Workstation> m_becomes; // the store that is being made will belong to it
};

} // namespace yizhan
