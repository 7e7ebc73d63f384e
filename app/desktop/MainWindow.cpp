// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/MainWindow.h"

#include "app/desktop/Desk.h"
#include "app/desktop/ShortcutSheet.h"
#include "app/desktop/StatusStrip.h"
#include "forms/DocketPane.h"
#include "forms/EnrolPage.h"
#include "forms/ExchangePane.h"
#include "forms/FirstStartPage.h"
#include "forms/MessageBar.h"
#include "forms/RecordForm.h"
#include "forms/SyncPanel.h"
#include "forms/Theme.h"
#include "forms/UnlockPage.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

namespace yizhan {

MainWindow::MainWindow(LockController &lock)
    : m_lock(lock),
      m_actions(new Actions(this)),
      m_pages(new QStackedWidget(this)),
      m_unlock(new UnlockPage(m_pages)),
      m_firstStart(new FirstStartPage(m_pages)),
      m_join(new EnrolPage(m_pages)),
      m_status(new StatusStrip(lock, this))
{
    setWindowTitle(tr("Yizhan"));
    setWindowIcon(Theme::instance().icon(QStringLiteral("yizhan")));
    m_pages->addWidget(m_unlock);
    m_pages->addWidget(m_firstStart);
    m_pages->addWidget(m_join);
    setCentralWidget(m_pages);
    setStatusBar(m_status);
    makeTools();
    makeMenus();
    wire();
    wireForm();
    wireFind();
    wireExchange();
    m_actions->setUnlocked(false);
    resize(1280, 760);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeMenus()
{
    const auto fill = [this](QMenu *menu, std::initializer_list<Act> acts) {
        for (const Act act : acts)
            menu->addAction(m_actions->get(act));
    };
    QMenu *create = menuBar()->addMenu(tr("&New"));
    fill(create, {Act::NewHere, Act::NewConsultation});
    create->addSeparator();
    fill(create, {Act::NewMediation, Act::NewLegalAid, Act::NewNotary, Act::NewDutyHelp, Act::NewProject});
    create->addSeparator();
    fill(create, {Act::Quit});
    fill(menuBar()->addMenu(tr("&Edit")), {Act::Save, Act::SaveAndNew, Act::Undo, Act::Redo, Act::CloseTab});
    fill(menuBar()->addMenu(tr("&Find")), {Act::FindEverything, Act::FindHere, Act::FilterRow, Act::Columns, Act::SortColumn,
                                           Act::AddSortColumn, Act::Copy, Act::CopyWithTitles});
    QMenu *view = menuBar()->addMenu(tr("&View"));
    fill(view, {Act::Exchange, Act::Summary, Act::NextPane, Act::PreviousPane, Act::NextTab});
    view->addSeparator();
    fill(view, {Act::LargerText, Act::SmallerText, Act::NormalText});
    view->addSeparator();
    fill(view, {Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark});
    view->addSeparator();
    fill(view, {Act::Chinese, Act::English});
    fill(menuBar()->addMenu(tr("&Help")), {Act::Shortcuts});
}

void MainWindow::makeTools()
{
    m_tools = addToolBar(tr("Tools"));
    m_tools->setMovable(false);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setContextMenuPolicy(Qt::PreventContextMenu);
    auto *create = new QToolButton(m_tools);
    create->setText(tr("New ▾"));
    create->setIcon(Theme::instance().icon(QStringLiteral("new")));
    create->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    create->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(create);
    for (const Act act :
         {Act::NewConsultation, Act::NewMediation, Act::NewLegalAid, Act::NewNotary, Act::NewDutyHelp, Act::NewProject})
        menu->addAction(m_actions->get(act));
    create->setMenu(menu);
    m_tools->addWidget(create);
    const auto withIcon = [this](Act act, const QString &icon) {
        m_actions->get(act)->setIcon(Theme::instance().icon(icon));
        m_tools->addAction(m_actions->get(act));
    };
    withIcon(Act::NewConsultation, QStringLiteral("consultation"));
    withIcon(Act::FindEverything, QStringLiteral("search"));
    auto *gap = new QWidget(m_tools);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tools->addWidget(gap);
    withIcon(Act::Lock, QStringLiteral("lock"));
    m_user = new QToolButton(m_tools);
    m_user->setIcon(Theme::instance().icon(QStringLiteral("user")));
    m_user->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_user->setPopupMode(QToolButton::InstantPopup);
    auto *userMenu = new QMenu(m_user);
    for (const Act act :
         {Act::Lock, Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark, Act::Chinese, Act::English, Act::Shortcuts})
        userMenu->addAction(m_actions->get(act));
    m_user->setMenu(userMenu);
    m_tools->addWidget(m_user);
    m_tools->hide();
}

void MainWindow::wire()
{
    const auto on = [this](Act act, auto slot) { connect(m_actions->get(act), &QAction::triggered, this, slot); };
    on(Act::Lock, [this] { emit lockWanted(); });
    on(Act::Quit, [this] { close(); });
    on(Act::Shortcuts, [this] { showKeys(); });
    on(Act::LargerText, [this] { emit fontSizeWanted(1); });
    on(Act::SmallerText, [this] { emit fontSizeWanted(-1); });
    on(Act::NormalText, [this] { emit fontSizeWanted(0); });
    on(Act::ThemeSystem, [this] { emit themeWanted(QStringLiteral("system")); });
    on(Act::ThemeLight, [this] { emit themeWanted(QStringLiteral("light")); });
    on(Act::ThemeDark, [this] { emit themeWanted(QStringLiteral("dark")); });
    on(Act::Chinese, [this] { emit languageWanted(QStringLiteral("zh")); });
    on(Act::English, [this] { emit languageWanted(QStringLiteral("en")); });
    for (int i = 0; i < 9; ++i) {
        auto *place = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), this);
        connect(place, &QShortcut::activated, this, [this, i] {
            if (m_desk)
                m_desk->goToRow(i);
        });
    }
    connect(m_status, &StatusStrip::explained, this, [this](const QString &text) {
        if (m_desk)
            m_desk->bar().showNews(text);
    });
}

void MainWindow::wireForm()
{
    const auto on = [this](Act act, auto slot) {
        connect(m_actions->get(act), &QAction::triggered, this, [this, slot] {
            if (m_desk)
                slot(*m_desk);
        });
    };
    const std::pair<Act, Kind> kinds[] = {{Act::NewConsultation, Kind::Consultation}, {Act::NewMediation, Kind::Mediation},
                                          {Act::NewLegalAid, Kind::LegalAid},         {Act::NewNotary, Kind::Notary},
                                          {Act::NewDutyHelp, Kind::DutyHelp},         {Act::NewProject, Kind::Project}};
    for (const auto &[act, kind] : kinds)
        on(act, [kind = kind](Desk &desk) { desk.newRecord(kind); });
    on(Act::NewHere, [](Desk &desk) { desk.newRecord(desk.place() == Kind::None ? Kind::Consultation : desk.place()); });
    on(Act::CloseTab, [](Desk &desk) { desk.closeTab(); });
    on(Act::NextTab, [](Desk &desk) { desk.nextTab(); });
    const auto onForm = [on](Act act, void (*slot)(RecordForm &)) {
        on(act, [slot](Desk &desk) {
            if (RecordForm *form = desk.form())
                slot(*form);
        });
    };
    onForm(Act::Save, [](RecordForm &form) { form.save(); });
    onForm(Act::SaveAndNew, [](RecordForm &form) { form.saveAndNew(); });
    onForm(Act::Undo, [](RecordForm &form) { form.draft().undoStack().undo(); });
    onForm(Act::Redo, [](RecordForm &form) { form.draft().undoStack().redo(); });
}

void MainWindow::wireFind()
{
    const auto on = [this](Act act, void (*slot)(Desk &)) {
        connect(m_actions->get(act), &QAction::triggered, this, [this, slot] {
            if (m_desk)
                slot(*m_desk);
        });
    };
    on(Act::FindEverything, [](Desk &desk) { desk.findEverything(); });
    on(Act::FindHere, [](Desk &desk) {
        if (desk.docket())
            desk.docket()->focusFilter();
        else
            desk.findEverything();
    });
    on(Act::NextPane, [](Desk &desk) { desk.nextPane(true); });
    on(Act::PreviousPane, [](Desk &desk) { desk.nextPane(false); });
    on(Act::Summary, [](Desk &desk) { desk.showSummary(!desk.summaryShown()); });
    on(Act::FilterRow, [](Desk &desk) {
        if (desk.docket())
            desk.docket()->toggleFilterRow();
    });
    on(Act::Columns, [](Desk &desk) {
        if (desk.docket())
            desk.docket()->showColumnChooser(desk.docket()->mapToGlobal(QPoint(20, 60)));
    });
    on(Act::SortColumn, [](Desk &desk) {
        if (desk.docket())
            desk.docket()->sortByCaret(false);
    });
    on(Act::AddSortColumn, [](Desk &desk) {
        if (desk.docket())
            desk.docket()->sortByCaret(true);
    });
    on(Act::Copy, [](Desk &desk) {
        if (desk.docket())
            desk.docket()->copySelection(false);
    });
    on(Act::CopyWithTitles, [](Desk &desk) {
        if (desk.docket())
            desk.docket()->copySelection(true);
    });
}

void MainWindow::wireExchange()
{
    const auto on = [this](auto signal, void (*slot)(Desk &)) {
        connect(m_status, signal, this, [this, slot] {
            if (m_desk)
                slot(*m_desk);
        });
    };
    on(&StatusStrip::stateWanted, [](Desk &desk) { desk.showExchange(); });
    on(&StatusStrip::conflictsWanted, [](Desk &desk) { desk.showConflicts(); });
    on(&StatusStrip::trayWanted, [](Desk &desk) { desk.showTray(); });
    connect(m_actions->get(Act::Exchange), &QAction::triggered, this, [this] {
        const bool again = m_desk && m_desk->exchangeIsInFront();
        if (m_desk)
            m_desk->showExchange();
        if (again)
            m_desk->exchange().panel().syncNow();
    });
    connect(m_firstStart, &FirstStartPage::joinWanted, this, &MainWindow::showJoin);
    connect(m_join, &EnrolPage::backWanted, this, &MainWindow::showFirstStart);
}

void MainWindow::showKeys() { (new ShortcutSheet(m_actions->lines(), this))->show(); }

void MainWindow::frontChanged()
{
    const bool form = m_desk && m_desk->form();
    const bool list = m_desk && m_desk->docket();
    for (const Act act : {Act::Save, Act::SaveAndNew, Act::Undo, Act::Redo, Act::CloseTab})
        m_actions->get(act)->setEnabled(form);
    for (const Act act : {Act::FilterRow, Act::Columns, Act::SortColumn, Act::AddSortColumn, Act::Copy, Act::CopyWithTitles})
        m_actions->get(act)->setEnabled(list);
    showTitle();
}

// Numbers and names of places only: a title is seen in task bars and by other programs.
void MainWindow::showTitle()
{
    setWindowTitle(m_desk ? QStringLiteral("%1 - %2").arg(m_desk->frontTitle(), tr("Yizhan")) : tr("Yizhan"));
}

void MainWindow::closePopups(const QWidget *except)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget != except && widget->isVisible())
            widget->close();
    }
}

void MainWindow::showFirstStart() { m_pages->setCurrentWidget(m_firstStart); }

void MainWindow::showJoin()
{
    m_pages->setCurrentWidget(m_join);
    m_join->setFocus();
}

void MainWindow::setControl(SyncControl *control)
{
    m_status->setControl(control);
    if (m_desk)
        m_desk->setControl(control);
}

void MainWindow::showLocked()
{
    closePopups(this);
    if (QApplication::clipboard()->ownsClipboard())
        QApplication::clipboard()->clear();
    m_pages->setCurrentWidget(m_unlock);
    m_tools->hide();
    m_actions->setUnlocked(false);
    m_status->setWorkspace(nullptr);
    delete m_desk;
    m_desk = nullptr;
    m_unlock->reset();
    showTitle();
}

Desk &MainWindow::showDesk(Workspace &workspace, bool withSummary)
{
    m_desk = new Desk(workspace, m_pages);
    m_desk->showSummary(withSummary);
    connect(m_desk, &Desk::frontChanged, this, &MainWindow::frontChanged);
    connect(m_desk, &Desk::frontTitleChanged, this, &MainWindow::showTitle);
    m_pages->addWidget(m_desk);
    m_pages->setCurrentWidget(m_desk);
    m_user->setText(workspace.session().name + QStringLiteral(" ▾"));
    m_tools->show();
    m_actions->setUnlocked(true);
    m_status->setWorkspace(&workspace);
    frontChanged();
    m_desk->restore();
    return *m_desk;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QMainWindow::closeEvent(event);
}

} // namespace yizhan
