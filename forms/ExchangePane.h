// SPDX-License-Identifier: GPL-3.0-or-later
// The place for everything between this workstation and the district: state, values to settle, what came back, what was
// removed, joining.
#pragma once

#include "models/ConflictModel.h"
#include "models/SetAsideModel.h"
#include "models/SyncWords.h"
#include "models/TrayModel.h"

#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace yizhan {

class EnrolPage;
class SetAsidePane;
class SettlementPane;
class SyncPanel;
class TrayPane;

// GUI thread.
class ExchangePane final : public QWidget
{
    Q_OBJECT
public:
    explicit ExchangePane(Workspace &workspace, QWidget *parent = nullptr);

    // Null: this workstation belongs to no district server.
    void setControl(SyncControl *control);
    void showState();
    void showConflicts(const RecordId &root = {}); // of this case, if it is given
    void showTray();
    void showSetAside();
    bool stateIsInFront() const;
    RecordId recordInFront() const; // the case whose values are being settled; null if something else is in front

    ConflictModel &conflicts() { return m_conflicts; }
    TrayModel &tray() { return m_tray; }
    SetAsideModel &setAside() { return m_setAside; }
    SettlementPane &settlement() { return *m_settlement; }
    SyncPanel &panel() { return *m_panel; }
    EnrolPage &enrolPage() { return *m_enrol; }

signals:
    void openWanted(const yizhan::RecordId &root);
    void recordChanged(const yizhan::RecordId &root); // the case that recordInFront() names is another one
    void enterAnewWanted(const yizhan::EntryAnew &entry);

private:
    void showCounts();

    ConflictModel m_conflicts;
    TrayModel m_tray;
    SetAsideModel m_setAside;
    QTabWidget *m_tabs;
    QStackedWidget *m_state; // panel or enrolment
    SyncPanel *m_panel;
    EnrolPage *m_enrol;
    SettlementPane *m_settlement;
    TrayPane *m_trayPane;
    SetAsidePane *m_setAsidePane;
};

} // namespace yizhan
