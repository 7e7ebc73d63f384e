// SPDX-License-Identifier: GPL-3.0-or-later
// The half of Desk that has to do with the district: the place of exchange, and forms that are filled with what came back.
#include "app/desktop/Desk.h"

#include "app/desktop/SyncHost.h"
#include "forms/ExchangePane.h"
#include "forms/MessageBar.h"
#include "forms/RecordForm.h"
#include "forms/SummaryPane.h"
#include "records/kinds/Conflict.h"

#include <QStackedWidget>
#include <QTabWidget>

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

void Desk::showTray()
{
    goTo(Kind::Conflict);
    exchange().showTray();
}

void Desk::enterAnew(const EntryAnew &entry)
{
    const RecordSpec *spec = specOf(entry.kind);
    if (!spec)
        return;
    if (entry.isNew && spec->isRoot()) {
        auto *form = new RecordForm(RecordDraft::makeNew(m_workspace, *spec, nullptr));
        addForm(form);
        fillForm(form, entry);
        return;
    }
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
        exchange().finish(entry);
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
