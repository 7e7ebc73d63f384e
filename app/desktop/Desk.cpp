// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Desk.h"

#include "app/desktop/FindPalette.h"
#include "base/Deliver.h"
#include "forms/DocketPane.h"
#include "forms/ExchangePane.h"
#include "forms/MessageBar.h"
#include "forms/RecordForm.h"
#include "forms/SummaryPane.h"
#include "forms/Theme.h"
#include "forms/TodayPane.h"
#include "forms/Widgets.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace yizhan {

namespace {
constexpr int rememberAfterMs = 500;
const QString stateKey = QStringLiteral("desk");
} // namespace

Desk::Desk(Workspace &workspace, QWidget *parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_navigation(workspace),
      m_opener(workspace),
      m_bar(new MessageBar(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_places(new QListView(m_splitter)),
      m_tabs(new QTabWidget(m_splitter)),
      m_placeStack(new QStackedWidget(m_tabs)),
      m_summary(new SummaryPane(workspace, m_splitter)),
      m_today(new TodayPane(workspace, m_opener, m_placeStack)),
      m_find(new FindPalette(workspace, this))
{
    m_places->setProperty("role", QStringLiteral("places"));
    m_places->setObjectName(QStringLiteral("places"));
    m_places->setModel(&m_navigation);
    m_places->setAccessibleName(tr("Places"));
    m_places->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_places->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_places->setTextElideMode(Qt::ElideRight);
    m_places->setMinimumWidth(widthOf(this, 8));
    m_tabs->setTabsClosable(true);
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(false);
    m_tabs->tabBar()->setDrawBase(false);
    m_placeStack->addWidget(m_today);
    m_tabs->addTab(m_placeStack, QString());
    for (const QTabBar::ButtonPosition side : {QTabBar::LeftSide, QTabBar::RightSide})
        m_tabs->tabBar()->setTabButton(0, side, nullptr); // the place stays
    m_splitter->addWidget(m_places);
    m_splitter->addWidget(m_tabs);
    m_splitter->addWidget(m_summary);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({widthOf(this, 12), widthOf(this, 50), widthOf(this, 21)});
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);

    connect(m_places->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            goTo(Kind(index.data(NavigationModel::KindRole).toInt()));
    });
    connect(m_places, &QListView::clicked, this,
            [this](const QModelIndex &index) { goTo(Kind(index.data(NavigationModel::KindRole).toInt())); });
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &Desk::dropTab);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Desk::frontChangedTo);
    connect(m_today, &TodayPane::openWanted, this, &Desk::open);
    connect(m_today, &TodayPane::newWanted, this, &Desk::newRecord);
    connect(m_today, &TodayPane::currentChanged, m_summary, &SummaryPane::setRecord);
    connect(&m_today->model(), &TodayModel::refreshed, this,
            [this] { m_navigation.setTodayCount(m_today->model().pressing()); });
    connect(m_summary, &SummaryPane::openWanted, this, &Desk::open);
    connect(m_summary, &SummaryPane::settleWanted, this, &Desk::showConflicts);
    connect(m_summary, &SummaryPane::settleOneWanted, this, &Desk::showConflict);
    connect(m_find, &FindPalette::openWanted, this, &Desk::open);
    connect(&m_opener, &RecordOpener::opened, this, &Desk::showForm);
    connect(&m_opener, &RecordOpener::failed, this, [this](const QString &message) { m_bar->showProblem(message); });
    m_remember.setSingleShot(true);
    connect(&m_remember, &QTimer::timeout, this, &Desk::remember);
}

void Desk::restore()
{
    deliver(m_workspace.store().setting(stateKey), this, [this](const Result<QByteArray> &body) {
        m_restoring = body ? DeskState::fromBytes(*body) : DeskState();
        m_awaited.insert(m_restoring.forms.begin(), m_restoring.forms.end());
        goTo(m_restoring.place);
        for (const RecordId &id : m_restoring.forms)
            m_opener.open(id);
        m_opener.readUnfinished();
    });
}

void Desk::seal()
{
    for (RecordForm *form : forms())
        form->draft().flush();
    for (const auto &[kind, pane] : m_dockets)
        pane->docket().remember();
    remember();
}

DeskState Desk::state() const
{
    DeskState out;
    out.place = m_place;
    for (RecordForm *form : forms()) {
        if (!form->draft().isNew() || form->draft().isDirty())
            out.forms.push_back(form->draft().root().id);
    }
    out.current = m_tabs->currentIndex();
    return out;
}

void Desk::rememberSoon() { m_remember.start(rememberAfterMs); }

void Desk::remember()
{
    m_remember.stop();
    if (!m_awaited.empty())
        return;
    deliver(m_workspace.store().saveSetting(stateKey, state().toBytes()), this, [](const Outcome &) {
        // which tabs were open is a comfort, not work: no message
    });
}

DocketPane *Desk::docket(Kind kind)
{
    const auto found = m_dockets.find(kind);
    if (found != m_dockets.end())
        return found->second;
    const RecordSpec *spec = specOf(kind);
    if (!spec || !spec->docket)
        return nullptr;
    auto *pane = new DocketPane(m_workspace, *spec, m_placeStack);
    m_placeStack->addWidget(pane);
    m_dockets.emplace(kind, pane);
    connect(pane, &DocketPane::openWanted, this, &Desk::open);
    connect(pane, &DocketPane::newWanted, this, &Desk::newRecord);
    connect(pane, &DocketPane::currentChanged, this, [this, pane](const RecordId &id) {
        if (pane->isVisible())
            m_summary->setRecord(id);
    });
    pane->start();
    return pane;
}

void Desk::goTo(Kind place)
{
    m_place = place;
    DocketPane *pane = docket(place);
    QWidget *other = place == Kind::Conflict ? static_cast<QWidget *>(&exchange()) : m_today;
    m_placeStack->setCurrentWidget(pane ? pane : other);
    const int row = std::max(0, m_navigation.rowOf(place));
    if (m_places->currentIndex().row() != row) {
        const QSignalBlocker quiet(m_places->selectionModel());
        m_places->setCurrentIndex(m_navigation.index(row));
        m_places->viewport()->update();
    }
    m_tabs->setTabText(0, m_navigation.places()[std::size_t(row)].name);
    m_tabs->setCurrentIndex(0);
    frontChangedTo(0);
    if (!m_places->hasFocus())
        pane ? pane->table()->setFocus() : other->setFocus();
    rememberSoon();
}

void Desk::goToRow(int row)
{
    if (row >= 0 && row < m_navigation.rowCount())
        goTo(m_navigation.places()[std::size_t(row)].kind);
}

void Desk::newRecord(Kind kind)
{
    const RecordSpec *spec = specOf(kind);
    if (!spec || !m_workspace.session().mayWriteCases()) {
        m_bar->showProblem(tr("Your account may look at cases but not write them. Ask the head of your office."));
        return;
    }
    addForm(new RecordForm(RecordDraft::makeNew(m_workspace, *spec, nullptr)));
}

void Desk::open(const RecordId &id)
{
    for (RecordForm *form : forms()) {
        if (form->draft().root().id == id) {
            m_tabs->setCurrentWidget(form);
            return;
        }
    }
    m_opener.open(id);
}

void Desk::showForm(RecordDraft *draft)
{
    const RecordId id = draft->root().id;
    for (RecordForm *form : forms()) {
        if (form->draft().root().id == id) { // asked for twice
            delete draft;
            m_tabs->setCurrentWidget(form);
            return;
        }
    }
    const bool comesBack = m_awaited.erase(id) > 0;
    auto *form = new RecordForm(draft);
    addForm(form);
    tellConflicts(form);
    if (const auto entry = m_toFill.find(id); entry != m_toFill.end()) {
        fillForm(form, entry->second);
        m_toFill.erase(entry);
    }
    if (comesBack && m_awaited.empty() && m_restoring.current < m_tabs->count()) {
        m_tabs->setCurrentIndex(m_restoring.current);
        if (RecordForm *front = this->form())
            front->restoreCaret();
    }
}

void Desk::addForm(RecordForm *form)
{
    const int tab = m_tabs->addTab(form, QString());
    titleTab(form);
    connect(form, &RecordForm::titleChanged, this, [this, form] { titleTab(form); });
    connect(&form->draft(), &RecordDraft::stateChanged, this, [this, form] { titleTab(form); });
    connect(&form->draft(), &RecordDraft::saved, this, [this, form] { m_summary->setRecord(form->draft().root().id); });
    connect(form, &RecordForm::settleWanted, this, &Desk::showConflict);
    connect(form, &RecordForm::backWanted, this, [this, form] { backToPlace(form); });
    connect(form, &RecordForm::savedAndNew, this, [this, form](Kind kind) {
        dropTab(m_tabs->indexOf(form));
        newRecord(kind);
    });
    m_tabs->setCurrentIndex(tab);
    form->restoreCaret();
    rememberSoon();
}

void Desk::titleTab(RecordForm *form)
{
    const int tab = m_tabs->indexOf(form);
    if (tab < 0)
        return;
    // as in the form: nowhere but in the window yet, or kept as a draft
    const QString kept = form->draft().draftSavedAt().ms > 0 ? QStringLiteral("◐ ") : QStringLiteral("○ ");
    const QString text = (form->draft().isDirty() ? kept : QString()) + form->draft().title();
    if (m_tabs->tabText(tab) == text)
        return;
    m_tabs->setTabText(tab, text);
    if (tab == m_tabs->currentIndex())
        emit frontTitleChanged();
}

void Desk::backToPlace(RecordForm *from)
{
    if (from->draft().isDirty()) { // kept open: nothing is thrown away by Esc
        from->draft().flush();
        m_tabs->setCurrentIndex(0);
    } else {
        dropTab(m_tabs->indexOf(from));
    }
}

void Desk::closeTab() { dropTab(m_tabs->currentIndex()); }

void Desk::dropTab(int tab)
{
    auto *form = qobject_cast<RecordForm *>(m_tabs->widget(tab));
    if (!form)
        return;
    const bool unfinished = form->draft().isDirty();
    const RecordId id = form->draft().root().id;
    form->draft().flush();
    m_tabs->removeTab(tab);
    form->deleteLater();
    m_tabs->setCurrentIndex(0);
    const QString news = unfinished ? tr("Kept as a draft. “Today” lists what is not finished.") : QString();
    if (unfinished)
        m_bar->showNews(news);
    // written after the draft: when this is answered the draft is there to be listed and opened
    deliver(m_workspace.store().saveSetting(stateKey, state().toBytes()), this, [this, news, id](const Outcome &) {
        m_opener.readUnfinished();
        if (!news.isEmpty() && m_bar->text() == news)
            m_bar->offer(tr("Open again"), [this, id] { m_opener.open(id); });
    });
}

void Desk::nextTab() { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count()); }

void Desk::frontChangedTo(int)
{
    if (RecordForm *front = form())
        m_summary->setRecord(front->draft().isNew() ? RecordId() : front->draft().root().id);
    else if (DocketPane *pane = docket())
        m_summary->setRecord(pane->currentRecord());
    else
        m_summary->setRecord(m_exchange && m_placeStack->currentWidget() == m_exchange ? m_exchange->recordInFront()
                                                                                       : RecordId());
    rememberSoon();
    emit frontChanged();
}

DocketPane *Desk::docket() const
{
    return m_tabs->currentIndex() == 0 ? qobject_cast<DocketPane *>(m_placeStack->currentWidget()) : nullptr;
}

RecordForm *Desk::form() const { return qobject_cast<RecordForm *>(m_tabs->currentWidget()); }

std::vector<RecordForm *> Desk::forms() const
{
    std::vector<RecordForm *> out;
    for (int i = 1; i < m_tabs->count(); ++i) {
        if (auto *form = qobject_cast<RecordForm *>(m_tabs->widget(i)))
            out.push_back(form);
    }
    return out;
}

QString Desk::frontTitle() const { return m_tabs->tabText(m_tabs->currentIndex()); }

void Desk::findEverything() { m_find->popUp(); }

void Desk::nextPane(bool forward)
{
    QWidget *middle = form() ? form()->focusWidget() : nullptr;
    if (!middle)
        middle = docket() ? static_cast<QWidget *>(docket()->table()) : m_tabs->currentWidget();
    std::vector<QWidget *> panes{m_places};
    if (docket())
        panes.push_back(docket()->searchBox());
    panes.push_back(middle);
    if (m_summary->isVisible())
        panes.push_back(m_summary->findChild<QWidget *>(QStringLiteral("summaryText")));
    const QWidget *focus = QApplication::focusWidget();
    int now = -1;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (panes[i] && (panes[i] == focus || (focus && panes[i]->isAncestorOf(focus))))
            now = int(i);
    }
    const int count = int(panes.size());
    const int next = now < 0 ? 0 : (now + (forward ? 1 : count - 1)) % count;
    if (QWidget *pane = panes[std::size_t(next)])
        pane->setFocus(Qt::ShortcutFocusReason);
}

void Desk::showSummary(bool shown) { m_summary->setVisible(shown); }

bool Desk::summaryShown() const { return !m_summary->isHidden(); }

} // namespace yizhan
