// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Program.h"

#include "app/desktop/Desk.h"
#include "app/desktop/MainWindow.h"
#include "base/Deliver.h"
#include "forms/ExchangePane.h"
#include "forms/ImeGuard.h"
#include "forms/MessageBar.h"
#include "forms/UnlockPage.h"
#include "models/Workspace.h"
#include "records/OfficeDirectory.h"
#include "store/StoreErrors.h"
#include "translations/Translations.h"

#include <QDir>

namespace yizhan {

namespace {
constexpr int usualFontSize = 11;
constexpr int waitAfterWrong = 3; // wrong passwords in a row before the next try has to wait
constexpr int waitMs = 5000;
} // namespace

Program::Program(QApplication &application, const Options &options, StoreOptions store, SyncHost::Parts sync)
    : m_options(options),
      m_storeOptions(std::move(store)),
      m_preferences(Preferences::read(options.folder)),
      m_theme(application),
      m_lock(&application),
      m_ime(std::make_unique<ImeGuard>(&application)),
      m_sync(std::make_unique<SyncHost>(options.folder, std::move(sync), this))
{
    if (!options.language.isEmpty())
        m_preferences.language = options.language;
    if (!options.theme.isEmpty())
        m_preferences.theme = options.theme;
    m_storeOptions.folder = options.folder;
    m_theme.setChoice(themeFromName(m_preferences.theme).value_or(ThemeChoice::System));
    m_theme.setFontSize(m_preferences.fontSize);
    m_lock.setMinutes(m_preferences.lockMinutes);
    useLanguage(m_preferences.language);
    connect(&m_lock, &LockController::lockDue, this, &Program::lock);
}

Program::~Program() { lock(); }

Outcome Program::start()
{
    if (!m_storeOptions.rules) {
        auto rules = RuleBook::load();
        if (!rules)
            return rules.error();
        m_storeOptions.rules = *rules;
    }
    m_door = std::make_unique<StoreDoor>(m_storeOptions);
    connectDoor();
    connectSync();
    makeWindow();
    showClosed();
    m_window->show();
    m_sync->listen();
    return {};
}

void Program::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_lock);
    if (!m_preferences.geometry.isEmpty())
        m_window->restoreGeometry(m_preferences.geometry);
    connectWindow();
    showChoices();
}

void Program::connectWindow()
{
    MainWindow *window = m_window.get();
    connect(window, &MainWindow::lockWanted, this, &Program::lock);
    connect(window, &MainWindow::languageWanted, this, &Program::setLanguage);
    connect(window, &MainWindow::themeWanted, this, &Program::setTheme);
    connect(window, &MainWindow::fontSizeWanted, this, &Program::stepFontSize);
    connect(window, &MainWindow::closing, this, &Program::lock);
    connect(&window->unlockPage(), &UnlockPage::unlockWanted, this, &Program::unlock);
    connect(&window->unlockPage(), &UnlockPage::recoverWanted, this,
            [this](const QString &login, const QString &key, const QString &password) {
                m_tried = login;
                m_door->recover(key, login, password);
            });
    connect(&window->firstStartPage(), &FirstStartPage::createWanted, this, &Program::create);
    connect(&window->unlockPage(), &UnlockPage::districtWanted, this, [this](const QString &password, const QString &factor) {
        if (!m_sync->control())
            return;
        m_window->unlockPage().setAsking();
        m_sync->control()->login(m_tried, password, factor);
    });
    connect(&window->unlockPage(), &UnlockPage::districtGivenUp, this, [this] {
        if (m_ended)
            endAsking(*m_ended);
    });
    connectJoin(window->joinPage());
    connect(&window->firstStartPage(), &FirstStartPage::keyWrittenDown, this, [this] {
        m_keyIsShown = false;
        if (m_door->store())
            enterDesk();
        else
            showClosed();
    });
}

void Program::connectDoor()
{
    connect(m_door.get(), &StoreDoor::busyChanged, this, [this](bool busy) {
        m_window->unlockPage().setBusy(busy);
        m_window->firstStartPage().setBusy(busy);
    });
    connect(m_door.get(), &StoreDoor::opened, this, &Program::opened);
    connect(m_door.get(), &StoreDoor::failed, this, &Program::failed);
    connect(m_door.get(), &StoreDoor::created, this, [this](const QString &recoveryKey) {
        m_keyIsShown = true;
        m_window->firstStartPage().showRecoveryKey(recoveryKey);
    });
}

void Program::showClosed()
{
    if (!Store::exists(m_options.folder)) {
        std::vector<std::pair<QString, QString>> offices;
        for (const OfficeEntry &office : m_storeOptions.rules->offices().all()) {
            if (office.active)
                offices.emplace_back(office.id, office.label(m_preferences.language));
        }
        m_window->firstStartPage().setOffices(offices);
        m_window->firstStartPage().setFolder(QDir::toNativeSeparators(m_options.folder));
        m_window->showFirstStart();
        return;
    }
    m_window->showLocked();
    m_window->unlockPage().setLogins(Store::logins(m_options.folder), m_preferences.lastLogin);
    m_window->unlockPage().setOffice(m_preferences.language == QLatin1String("zh")
                                         ? m_storeOptions.rules->offices().district().name
                                         : m_storeOptions.rules->offices().district().nameEn);
}

void Program::create(const FirstStartPage::Wish &wish)
{
    m_tried = wish.login;
    NewStore store;
    store.office = wish.office;
    store.login = wish.login;
    store.name = wish.name;
    store.password = wish.password;
    m_door->create(store);
}

void Program::unlock(const QString &login, const QString &password)
{
    m_tried = login;
    m_password = password;
    m_ended.reset();
    m_door->open(login, password);
}

void Program::failed(const Error &error)
{
    const bool hasEnded = error.text == &storeerrors::offlineEnded || error.text == &storeerrors::clockSetBack;
    if (hasEnded && !m_password.isEmpty()) {
        m_ended = error;
        return m_door->open(m_tried, m_password, true);
    }
    const QString text = describe(error);
    m_window->firstStartPage().showProblem(text);
    m_window->unlockPage().showProblem(text);
    m_password.clear();
    if (m_joinPage)
        joinFailed(error);
    if (error.kind != ErrorKind::WrongKey || ++m_wrongInARow < waitAfterWrong)
        return;
    m_window->unlockPage().setBusy(true); // slows guessing down; the next key press is a person's
    QTimer::singleShot(waitMs, m_window.get(), [this] {
        m_window->unlockPage().setBusy(false);
        m_window->unlockPage().showProblem(tr("You can try again now."));
    });
}

void Program::opened()
{
    m_wrongInARow = 0;
    if (m_ended)
        return askDistrict();
    m_preferences.lastLogin = m_tried;
    savePreferences();
    if (m_becomes)
        return belong(std::exchange(m_becomes, nullptr));
    m_lock.start();
    if (!m_keyIsShown)
        enterDesk();
}

void Program::enterDesk()
{
    m_workspace = std::make_unique<Workspace>(*m_door->store(), m_preferences.language);
    Desk &desk = m_window->showDesk(*m_workspace, m_preferences.summaryShown);
    connect(&desk, &Desk::enrolWanted, this, [this](const EnrolPage::Wish &wish) {
        m_joinPage = &m_window->desk()->exchange().enrolPage();
        join(wish);
    });
    if (!m_sync->control())
        m_sync->unlocked(*m_door->store(), m_tried, std::exchange(m_password, QString()));
    m_window->setControl(m_sync->control());
    emit unlocked();
}

void Program::lock()
{
    if (!m_door || !m_door->store())
        return;
    m_lock.stop();
    m_ended.reset();
    if (Desk *desk = m_window->desk()) {
        m_preferences.summaryShown = desk->summaryShown();
        desk->seal();
    }
    savePreferences();
    m_keyIsShown = false;
    m_window->showLocked();
    m_workspace.reset();
    m_sync->locking();
    m_door->close();
    showClosed();
    m_sync->listen();
    emit locked();
}

void Program::setLanguage(const QString &language)
{
    if (language == m_preferences.language)
        return showChoices();
    m_preferences.language = language;
    savePreferences();
    const auto rebuild = [this] {
        useLanguage(m_preferences.language);
        const std::unique_ptr<MainWindow> old = std::move(m_window);
        const bool withDesk = m_workspace != nullptr;
        if (old->desk())
            m_preferences.summaryShown = old->desk()->summaryShown();
        old->showLocked();
        m_workspace.reset();
        makeWindow();
        m_window->setGeometry(old->geometry());
        withDesk ? enterDesk() : showClosed();
        m_window->show();
        emit windowRebuilt();
    };
    if (!m_window->desk())
        return QTimer::singleShot(0, this, rebuild);
    m_window->desk()->seal();
    // written after the drafts: when this is answered they are all in the store
    deliver(m_door->store()->saveSetting(QStringLiteral("language"), language.toUtf8()), this,
            [rebuild](const Outcome &) { rebuild(); });
}

void Program::setTheme(const QString &name)
{
    m_preferences.theme = name;
    m_theme.setChoice(themeFromName(name).value_or(ThemeChoice::System));
    savePreferences();
    showChoices();
}

void Program::stepFontSize(int step)
{
    m_theme.setFontSize(step == 0 ? usualFontSize : m_theme.fontSize() + step);
    m_preferences.fontSize = m_theme.fontSize();
    savePreferences();
}

void Program::showChoices()
{
    Actions &actions = m_window->actions();
    actions.get(Act::ThemeSystem)->setChecked(m_preferences.theme == QLatin1String("system"));
    actions.get(Act::ThemeLight)->setChecked(m_preferences.theme == QLatin1String("light"));
    actions.get(Act::ThemeDark)->setChecked(m_preferences.theme == QLatin1String("dark"));
    actions.get(Act::Chinese)->setChecked(m_preferences.language == QLatin1String("zh"));
    actions.get(Act::English)->setChecked(m_preferences.language == QLatin1String("en"));
}

void Program::savePreferences()
{
    if (m_window)
        m_preferences.geometry = m_window->saveGeometry();
    if (m_options.shotsPart.isEmpty())
        m_preferences.write(m_options.folder);
}

} // namespace yizhan
