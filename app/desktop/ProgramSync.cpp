// SPDX-License-Identifier: GPL-3.0-or-later
// The half of Program that has to do with the district: joining it, and leaving when the district says so.
#include "app/desktop/Program.h"

#include "app/desktop/Desk.h"
#include "app/desktop/MainWindow.h"
#include "base/Deliver.h"
#include "forms/MessageBar.h"
#include "forms/UnlockPage.h"
#include "store/SyncDoor.h"
#include "sync/engine/EngineErrors.h"

namespace yizhan {

void Program::connectSync()
{
    connect(m_sync.get(), &SyncHost::joined, this, &Program::joined);
    connect(m_sync.get(), &SyncHost::failed, this, &Program::joinFailed);
    connect(m_sync.get(), &SyncHost::recalled, this, &Program::recalled);
}

void Program::connectJoin(EnrolPage &page)
{
    page.setCodeCheck(&SyncHost::isCode);
    connect(&page, &EnrolPage::enrolWanted, this, [this, &page](const EnrolPage::Wish &wish) {
        m_joinPage = &page;
        join(wish);
    });
}

void Program::join(const EnrolPage::Wish &wish)
{
    m_wish = wish;
    m_joinPage->setBusy(true);
    m_sync->enrol(wish);
}

void Program::joinFailed(const Error &error)
{
    m_wish = {};
    m_becomes.reset();
    if (!m_joinPage && m_window->desk())
        return m_window->desk()->bar().showProblem(describe(error));
    if (!m_joinPage)
        return m_window->unlockPage().showProblem(describe(error));
    m_joinPage->setBusy(false);
    m_joinPage->showProblem(describe(error));
    m_joinPage.clear();
}

// A store that is there goes over to the district with all that is in it; where there is none, one is made for the person whom
// the district knows.
void Program::joined(const Joined &answer)
{
    if (m_door->store())
        return belong(answer.workstation);
    m_becomes = answer.workstation;
    m_tried = answer.login;
    NewStore store;
    store.office = answer.workstation->office;
    store.login = answer.login;
    store.name = answer.name;
    store.password = m_wish.password;
    store.roles = answer.roles;
    store.station = answer.workstation->station;
    store.user = answer.user;
    m_door->create(store);
}

// Office and station stand in the store's numbers: it has to be opened again.
void Program::belong(std::shared_ptr<const Workstation> workstation)
{
    SyncDoor door(*m_door->store());
    deliver(door.enrol(std::move(workstation)), this, [this](const Outcome &done) {
        if (!done)
            return joinFailed(done.error());
        if (m_joinPage) {
            m_joinPage->setBusy(false);
            m_joinPage->reset();
            m_joinPage.clear();
        }
        const bool wasAtWork = m_workspace != nullptr;
        const QString password = std::exchange(m_wish, {}).password;
        if (wasAtWork) {
            lock();
            m_window->unlockPage().showProblem(
                tr("This workstation now belongs to the district server. Unlock it once more; then the exchange begins."));
            return;
        }
        m_password = password;
        m_door->close();
        m_door->open(m_tried, password);
    });
}

// The time without the district has ended. The store is open to exchange, not to be looked at; unsent work goes while the
// server decides whether this person may go on.
void Program::askDistrict()
{
    m_sync->unlocked(*m_door->store(), m_tried, std::exchange(m_password, QString()));
    if (!m_sync->control())
        return endAsking(*m_ended);
    m_window->unlockPage().setAsking();
    // later: what is decided may end the control
    connect(m_sync->control(), &SyncControl::changed, this, &Program::districtAnswered, Qt::QueuedConnection);
    districtAnswered();
}

void Program::districtAnswered()
{
    if (!m_ended || !m_sync->control())
        return;
    const SyncStatus &status = m_sync->control()->status();
    switch (status.stage) {
    case SyncStage::Connecting: return;
    case SyncStage::NeedsLogin:
        if (status.error && status.error->text == &engineerrors::refusedLogin)
            m_window->unlockPage().askDistrict(describe(*status.error));
        return;
    case SyncStage::Waiting:
    case SyncStage::Stopped: return endAsking(*m_ended);
    default: break;
    }
    m_ended.reset();
    opened();
}

void Program::endAsking(const Error &error)
{
    const QString text = describe(error);
    m_ended.reset();
    m_sync->locking();
    m_door->close();
    m_window->unlockPage().reset();
    m_window->unlockPage().showProblem(text);
    m_sync->listen();
}

// Nothing is asked: the administrator has decided, and what was not sent yet has been handed in.
void Program::recalled()
{
    lock();
    const Outcome gone = m_sync->destroy();
    showClosed();
    const QString text = describe(gone ? Error(ErrorKind::Forbidden, engineerrors::revoked) : gone.error());
    m_window->firstStartPage().showProblem(text);
    m_window->unlockPage().showProblem(text);
}

} // namespace yizhan
