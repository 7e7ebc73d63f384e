// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/ExchangePane.h"

#include "forms/EnrolPage.h"
#include "forms/SetAsidePane.h"
#include "forms/SettlementPane.h"
#include "forms/SyncPanel.h"
#include "forms/TrayPane.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace yizhan {

ExchangePane::ExchangePane(Workspace &workspace, QWidget *parent)
    : QWidget(parent),
      m_conflicts(workspace),
      m_tray(workspace),
      m_setAside(workspace),
      m_tabs(new QTabWidget(this)),
      m_state(new QStackedWidget(m_tabs)),
      m_panel(new SyncPanel(workspace, m_state)),
      m_enrol(new EnrolPage(m_state)),
      m_settlement(new SettlementPane(workspace, m_conflicts, m_tabs)),
      m_trayPane(new TrayPane(m_tray, m_tabs)),
      m_setAsidePane(new SetAsidePane(m_setAside, m_tabs))
{
    setObjectName(QStringLiteral("exchange"));
    m_state->addWidget(m_panel);
    m_state->addWidget(m_enrol);
    m_enrol->setLogin(workspace.session().login);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_state, tr("State of the exchange"));
    m_tabs->addTab(m_settlement, {});
    m_tabs->addTab(m_trayPane, {});
    m_tabs->addTab(m_setAsidePane, {});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_tabs);
    connect(&m_conflicts, &ConflictModel::refreshed, this, &ExchangePane::showCounts);
    connect(&m_tray, &TrayModel::refreshed, this, &ExchangePane::showCounts);
    connect(&m_setAside, &SetAsideModel::refreshed, this, &ExchangePane::showCounts);
    connect(m_panel, &SyncPanel::conflictsWanted, this, [this] { showConflicts(); });
    connect(m_panel, &SyncPanel::trayWanted, this, &ExchangePane::showTray);
    connect(m_panel, &SyncPanel::enrolWanted, this, [this] {
        m_state->setCurrentWidget(m_enrol);
        m_enrol->setFocus();
    });
    connect(m_enrol, &EnrolPage::backWanted, this, [this] { m_state->setCurrentWidget(m_panel); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { emit recordChanged(recordInFront()); });
    connect(m_settlement, &SettlementPane::currentChanged, this, [this] { emit recordChanged(recordInFront()); });
    connect(m_settlement, &SettlementPane::openWanted, this, &ExchangePane::openWanted);
    connect(m_settlement, &SettlementPane::enterAnewWanted, this, [this](const EntryAnew &entry) {
        // of our own work the queue knows more than its conflict: the case, and what else came back of it
        const ReturnedWork *work = m_tray.ofConflict(entry.settles.front().conflict);
        emit enterAnewWanted(work ? m_tray.entry(*work) : entry);
    });
    connect(m_trayPane, &TrayPane::openWanted, this, &ExchangePane::openWanted);
    connect(m_trayPane, &TrayPane::enterAnewWanted, this, &ExchangePane::enterAnewWanted);
    connect(m_trayPane, &TrayPane::settleWanted, this, [this](const RecordId &conflict) {
        showConflicts();
        m_settlement->showConflict(conflict);
    });
    showCounts();
}

void ExchangePane::setControl(SyncControl *control)
{
    m_panel->setControl(control);
    if (control)
        m_state->setCurrentWidget(m_panel);
}

void ExchangePane::showState()
{
    m_tabs->setCurrentWidget(m_state);
    m_tabs->tabBar()->setFocus(); // from here the arrow keys reach the other pages
}

void ExchangePane::showConflicts(const RecordId &root)
{
    m_tabs->setCurrentWidget(m_settlement);
    if (!root.isNull())
        m_settlement->showCase(root);
    m_settlement->takeFocus();
}

void ExchangePane::showTray()
{
    m_tabs->setCurrentWidget(m_trayPane);
    m_trayPane->takeFocus();
}

void ExchangePane::showSetAside()
{
    m_tabs->setCurrentWidget(m_setAsidePane);
    m_setAsidePane->takeFocus();
}

bool ExchangePane::stateIsInFront() const { return m_tabs->currentWidget() == m_state; }

RecordId ExchangePane::recordInFront() const
{
    const OpenConflict *conflict = m_tabs->currentWidget() == m_settlement ? m_conflicts.find(m_settlement->current())
                                                                           : nullptr;
    return conflict ? conflict->root : RecordId();
}

void ExchangePane::showCounts()
{
    m_tabs->setTabText(1, tr("To settle (%1)").arg(m_conflicts.count()));
    m_tabs->setTabText(2, tr("Came back (%1)").arg(m_tray.rowCount()));
    m_tabs->setTabText(3, tr("Removed (%1)").arg(m_setAside.rowCount()));
    m_tabs->setTabVisible(3, m_setAside.rowCount() > 0); // rare, and for the person in charge only
}

} // namespace yizhan
