// SPDX-License-Identifier: GPL-3.0-or-later
// The unlocked part of the window: places at the left, lists and forms in tabs, the summary at the right.
#pragma once

#include "app/desktop/DeskState.h"
#include "forms/EnrolPage.h"
#include "models/NavigationModel.h"
#include "models/RecordOpener.h"
#include "models/SyncWords.h"
#include "models/TrayModel.h"

#include <QPointer>
#include <QWidget>
#include <map>
#include <set>

class QListView;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace yizhan {

class DocketPane;
class ExchangePane;
class FindPalette;
class MessageBar;
class RecordForm;
class SummaryPane;
class TodayPane;

// Lives while the store is open. GUI thread.
class Desk final : public QWidget
{
    Q_OBJECT
public:
    Desk(Workspace &workspace, QWidget *parent = nullptr);

    Workspace &workspace() { return m_workspace; }
    // Reads what was open the last time and shows it again.
    void restore();
    // Hands every draft and the state of the desk to the store; the store writes them even if it closes right after.
    void seal();

    void goTo(Kind place); // None = today, Conflict = exchange with the district
    void goToRow(int row); // of the navigation, from 0
    void newRecord(Kind kind);
    void open(const RecordId &id);
    // Null: this workstation belongs to no district server.
    void setControl(SyncControl *control);
    ExchangePane &exchange(); // made when first asked for
    bool exchangeIsInFront() const;
    void showExchange();
    void showConflicts(const RecordId &root = {}); // of this case, if it is given
    void showConflict(const RecordId &conflict);
    void showTray();
    void closeTab();
    void nextTab();
    void findEverything();
    void nextPane(bool forward);
    void showSummary(bool shown);
    bool summaryShown() const;

    Kind place() const { return m_place; }
    // Name of the place, or of the record in the form in front with its mark: "◐ New: Mediation case".
    QString frontTitle() const;
    DocketPane *docket() const;    // of the place, null on today or with a form in front
    DocketPane *docket(Kind kind); // made when first asked for
    RecordForm *form() const;      // in front, or null
    std::vector<RecordForm *> forms() const;
    MessageBar &bar() { return *m_bar; }
    QTabWidget *tabs() { return m_tabs; }
    QListView *places() { return m_places; }
    NavigationModel &navigation() { return m_navigation; }
    SummaryPane *summary() { return m_summary; }

signals:
    void frontChanged();      // another place or form
    void frontTitleChanged(); // the same one has another name or mark
    void enrolWanted(const yizhan::EnrolPage::Wish &wish);

private:
    void showForm(RecordDraft *draft);
    void addForm(RecordForm *form);
    void enterAnew(const EntryAnew &entry);
    void fillNew(const RecordSpec &spec, const EntryAnew &entry);
    void chooseCase(const EntryAnew &entry);
    void fillForm(RecordForm *form, const EntryAnew &entry);
    void tellConflicts(RecordForm *form);
    void titleTab(RecordForm *form);
    void backToPlace(RecordForm *from);
    void dropTab(int tab);
    void frontChangedTo(int tab);
    void rememberSoon();
    void remember();
    DeskState state() const;

    Workspace &m_workspace;
    NavigationModel m_navigation;
    RecordOpener m_opener;
    MessageBar *m_bar;
    QSplitter *m_splitter;
    QListView *m_places;
    QTabWidget *m_tabs;
    QStackedWidget *m_placeStack;
    SummaryPane *m_summary;
    TodayPane *m_today;
    FindPalette *m_find;
    ExchangePane *m_exchange = nullptr;
    QPointer<SyncControl> m_control;
    std::map<RecordId, EntryAnew> m_toFill; // forms that are being opened for these
    std::map<Kind, DocketPane *> m_dockets;
    Kind m_place = Kind::None;
    QTimer m_remember;
    // forms that come back after an unlock, in order; until they are all there the state is not written over
    DeskState m_restoring;
    std::set<RecordId> m_awaited;
};

} // namespace yizhan
