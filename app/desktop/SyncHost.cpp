// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/SyncHost.h"

#include "base/Deliver.h"
#include "store/Store.h"
#include "sync/engine/Enrolment.h"
#include "sync/engine/SyncEngine.h"
#include "sync/protocol/EnrolmentCode.h"

#include <QCoreApplication>

namespace yizhan {

namespace {

Result<Joined> readable(const Result<Enrolled> &answer)
{
    if (!answer)
        return answer.error();
    const QStringList roles(answer->person.roles.begin(), answer->person.roles.end());
    return Joined{answer->workstation, answer->person.user, answer->person.login, answer->person.name, roles};
}

EnrolWish wishOf(const EnrolPage::Wish &wish)
{
    EnrolWish out;
    out.server = wish.server;
    out.code = wish.code;
    out.name = wish.name;
    out.login = wish.login;
    out.password = wish.password;
    out.secondFactor = wish.secondFactor;
    out.release = QCoreApplication::applicationVersion();
    return out;
}

SyncEngineOptions engineOptions()
{
    SyncEngineOptions options;
    options.release = QCoreApplication::applicationVersion();
    return options;
}

} // namespace

SyncHost::SyncHost(QString folder, Parts parts, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_parts(std::move(parts))
{
    if (!m_parts.control)
        m_parts.control = [this](Store &store) { return makeEngine(store); };
}

SyncHost::~SyncHost() = default;

std::unique_ptr<SyncControl> SyncHost::makeEngine(Store &store)
{
    if (!workstation::exists(m_folder))
        return nullptr;
    Result<Workstation> read = workstation::read(m_folder);
    if (!read) {
        emit failed(read.error());
        return nullptr;
    }
    auto engine = std::make_unique<SyncEngine>(store, std::make_shared<const Workstation>(std::move(*read)), engineOptions());
    watch(engine.get());
    engine->start();
    return engine;
}

void SyncHost::watch(SyncEngine *engine)
{
    connect(engine, &SyncEngine::wipeDemanded, this, [this, engine] {
        m_recalling = engine;
        emit recalled();
    });
}

void SyncHost::unlocked(Store &store, const QString &login, const QString &password)
{
    m_recalling = nullptr;
    m_listening.reset();
    m_login = login;
    m_password = password;
    m_control = m_parts.control(store);
    if (!m_control) {
        m_password.clear();
        return;
    }
    connect(m_control.get(), &SyncControl::changed, this, &SyncHost::offerPassword);
    offerPassword();
}

void SyncHost::offerPassword()
{
    const SyncStage stage = m_control->status().stage;
    if (m_password.isEmpty() || stage == SyncStage::Connecting)
        return;
    const QString password = std::exchange(m_password, QString());
    if (stage == SyncStage::NeedsLogin)
        m_control->login(m_login, password, {});
    else if (stage == SyncStage::Waiting)
        m_password = password; // no line yet: the question has not been asked
}

void SyncHost::locking()
{
    m_password.clear();
    if (m_control && m_control.get() != m_recalling)
        m_control.reset();
}

void SyncHost::listen()
{
    if (m_recalling || m_listening || !workstation::exists(m_folder))
        return;
    Result<Workstation> read = workstation::read(m_folder);
    if (!read)
        return; // said at the next unlock
    m_listening = std::make_unique<SyncEngine>(std::make_shared<const Workstation>(std::move(*read)), engineOptions());
    watch(m_listening.get());
    m_listening->start();
}

bool SyncHost::isCode(const QString &code) { return EnrolmentCode::fromText(code).has_value(); }

void SyncHost::enrol(const EnrolPage::Wish &wish)
{
    if (m_joining)
        return;
    m_joining = true;
    const auto take = [this](const Result<Joined> &answer) {
        m_joining = false;
        if (answer)
            emit joined(*answer);
        else
            emit failed(answer.error());
    };
    if (m_parts.enrol)
        deliver(m_parts.enrol(wish), this, take);
    else
        deliver(yizhan::enrol(wishOf(wish)), this, [take](const Result<Enrolled> &answer) { take(readable(answer)); });
}

Outcome SyncHost::destroy()
{
    const Outcome store = Store::exists(m_folder) ? Store::wipe(m_folder) : Outcome();
    const Outcome key = workstation::exists(m_folder) ? workstation::destroy(m_folder) : Outcome();
    if (m_recalling)
        m_recalling->wiped();
    if (!store)
        return store;
    return key;
}

} // namespace yizhan
