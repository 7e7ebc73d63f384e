// SPDX-License-Identifier: GPL-3.0-or-later
// The half of Desk that has to do with the district: the place of exchange, and forms that are filled with what came back.
#include "app/desktop/Desk.h"

#include "app/desktop/SyncHost.h"
#include "forms/ExchangePane.h"
#include "forms/MessageBar.h"
#include "forms/RecordForm.h"
#include "forms/SettlementPane.h"
#include "forms/SummaryPane.h"
#include "models/Words.h"
#include "records/kinds/Conflict.h"

#include <QApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>

namespace yizhan {

ExchangePane &Desk::exchange()
{
    if (m_exchange)
        return *m_exchange;
    m_exchange = new ExchangePane(m_workspace, m_placeStack);
    m_placeStack->addWidget(m_exchange);
    m_exchange->setControl(m_control);
    m_exchange->enrolPage().setCodeCheck(&SyncHost::isCode);
    connect(m_exchange, &ExchangePane::openWanted, this, &Desk::open);
    connect(m_exchange, &ExchangePane::enterAnewWanted, this, &Desk::enterAnew);
    connect(m_exchange, &ExchangePane::recordChanged, this, [this](const RecordId &root) {
        if (m_placeStack->currentWidget() == m_exchange && m_tabs->currentIndex() == 0)
            m_summary->setRecord(root);
    });
    connect(&m_exchange->enrolPage(), &EnrolPage::enrolWanted, this, &Desk::enrolWanted);
    return *m_exchange;
}

void Desk::setControl(SyncControl *control)
{
    m_control = control;
    if (m_exchange)
        m_exchange->setControl(control);
}

bool Desk::exchangeIsInFront() const
{
    return m_tabs->currentIndex() == 0 && m_exchange && m_placeStack->currentWidget() == m_exchange
           && m_exchange->stateIsInFront();
}

void Desk::showExchange()
{
    goTo(Kind::Conflict);
    exchange().showState();
}

void Desk::showConflicts(const RecordId &root)
{
    goTo(Kind::Conflict);
    exchange().showConflicts(root);
}

void Desk::showConflict(const RecordId &conflict)
{
    goTo(Kind::Conflict);
    exchange().showConflicts();
    exchange().settlement().showConflict(conflict);
}

void Desk::showTray()
{
    goTo(Kind::Conflict);
    exchange().showTray();
}

void Desk::enterAnew(const EntryAnew &entry)
{
    const RecordSpec *spec = specOf(entry.rows.front().kind);
    if (!spec)
        return;
    if (entry.place == EntryAnew::Place::Elsewhere)
        return chooseCase(entry);
    if (entry.place == EntryAnew::Place::NewCase)
        return fillNew(*spec, entry);
    for (RecordForm *form : forms()) {
        if (form->draft().root().id == entry.root) {
            m_tabs->setCurrentWidget(form);
            fillForm(form, entry);
            return;
        }
    }
    m_toFill.insert_or_assign(entry.root, entry);
    m_opener.open(entry.root);
}

void Desk::fillNew(const RecordSpec &spec, const EntryAnew &entry)
{
    auto *form = new RecordForm(RecordDraft::makeNew(m_workspace, spec, nullptr));
    addForm(form);
    fillForm(form, entry);
}

// The case is not here any more: one that is open, or a new one.
void Desk::chooseCase(const EntryAnew &entry)
{
    const RecordSpec &spec = *specOf(entry.rows.front().kind);
    const auto takes = [&spec](const RecordSpec &root) {
        return std::find(spec.parents.begin(), spec.parents.end(), root.kind) != spec.parents.end();
    };
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseToEnterIn"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Case in which the values are entered"));
    for (RecordForm *form : forms()) {
        if (!takes(form->draft().spec()))
            continue;
        connect(menu->addAction(form->draft().title()), &QAction::triggered, form, [this, form, entry] {
            m_tabs->setCurrentWidget(form);
            fillForm(form, entry);
        });
    }
    if (menu->isEmpty())
        menu->addAction(tr("To enter it in a case that stands, open that case first"))->setEnabled(false);
    menu->addSeparator();
    for (const Kind kind : spec.parents) {
        const RecordSpec *root = specOf(kind);
        if (!root || !root->isRoot())
            continue;
        connect(menu->addAction(tr("New: %1").arg(words::kind(*root))), &QAction::triggered, this,
                [this, root, entry] { fillNew(*root, entry); });
    }
    const QWidget *from = QApplication::focusWidget();
    menu->popup(from ? from->mapToGlobal(from->rect().bottomLeft()) : mapToGlobal(rect().center()));
    for (QAction *action : menu->actions()) {
        if (action->isEnabled() && !action->isSeparator()) {
            menu->setActiveAction(action); // the arrow keys begin there
            break;
        }
    }
}

void Desk::fillForm(RecordForm *form, const EntryAnew &entry)
{
    if (!yizhan::enterAnew(form->draft(), entry)) {
        form->bar().showProblem(
            tr("What came back has no place in this form any more. Its values can be read and copied at “Exchange and "
               "conflicts”."));
        return;
    }
    form->bar().showNews(
        tr("These are the values that came back. Change what stood against them and save: then they are sent again and the "
           "entry is settled."));
    // once: what is saved later has nothing to do with it
    auto *once = new QObject(form);
    connect(&form->draft(), &RecordDraft::saved, once, [this, once, entry] {
        once->deleteLater();
        exchange().tray().finish(entry);
    });
}

void Desk::tellConflicts(RecordForm *form)
{
    int open = 0;
    for (const RecordId &id : form->draft().rows(Kind::Conflict)) {
        const Record *row = form->draft().row(id);
        open += row && row->get(conflict::decision).isEmpty() && !row->withdrawn ? 1 : 0;
    }
    if (open == 0)
        return;
    form->bar().showNews(
        tr("◆ %n value(s) of this case were changed by two people at once and wait to be settled.", nullptr, open));
    form->bar().offer(tr("Settle them"), [this, root = form->draft().root().id] { showConflicts(root); });
}

} // namespace yizhan
