// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/SyncEngine.h"

#include "sync/engine/HttpTransport.h"

#include <QTimer>

#include <algorithm>
#include <atomic>

namespace yizhan {
namespace {

constexpr std::int64_t longestSleepMs = 60'000; // a machine that slept has timers that are late

} // namespace

// On the engine's thread.
class SyncEngine::Runner : public QObject
{
    Q_OBJECT
public:
    Runner(Store *store, std::shared_ptr<const Workstation> workstation, const SyncEngineOptions &options, CancelToken cancel)
        : m_workstation(std::move(workstation)), m_options(options), m_cancel(std::move(cancel))
    {
        if (store)
            m_door = std::make_unique<SyncDoor>(*store);
    }

    void begin()
    {
        m_timer = new QTimer(this);
        m_timer->setSingleShot(true);
        QObject::connect(m_timer, &QTimer::timeout, this, [this] { advance(); });
        m_core = std::make_unique<SyncCore>(m_door.get(), m_workstation, *m_options.clock, *m_options.random, m_options.release,
                                            m_cancel);
        m_unsent = m_core->status().outbox.unsent;
        m_transport = m_options.transport ? m_options.transport(*m_workstation) : overHttp();
        if (m_transport)
            advance();
    }

    // Before the thread ends: what is asked for may not be answered into nowhere.
    void end()
    {
        m_timer->stop();
        if (m_transport)
            m_transport->abort();
        m_core.reset();
        m_transport.reset();
    }

    void syncNow()
    {
        if (!m_core || !m_transport)
            return;
        m_core->syncNow();
        goOn();
    }

    void login(const QString &login, const QString &password, const QString &secondFactor)
    {
        if (!m_core || !m_transport)
            return;
        m_core->login(login, password, secondFactor);
        goOn();
    }

    void allowRemoval(const QString &office)
    {
        if (!m_core || !m_transport)
            return;
        m_core->allowRemoval(office);
        goOn();
    }

    // Something was saved: what is new in the queue goes at once; what came from the server itself does not begin a round.
    void storeChanged()
    {
        m_isTold = false;
        if (!m_core || !m_door || m_isWiping || m_core->isSending())
            return;
        m_core->refreshStatus();
        tell();
        const bool isMore = m_core->status().outbox.unsent > m_unsent;
        m_unsent = m_core->status().outbox.unsent;
        if (isMore)
            syncNow();
    }

    // From the thread of the store: true if storeChanged() is not on its way yet. Many savings, one look at the queue.
    bool mustBeTold() { return !m_isTold.exchange(true); }

    void wiped()
    {
        if (!m_core)
            return;
        m_core->wiped();
        m_door.reset();
        m_isWiping = false;
        advance();
    }

    void advance()
    {
        if (!m_core || m_core->isOutstanding() || m_isWiping)
            return;
        m_timer->stop();
        m_step = m_core->next();
        m_unsent = m_core->status().outbox.unsent;
        tell();
        believeAnew();
        switch (m_step.kind) {
        case SyncCore::Step::Kind::Send:
            m_transport->send(m_step.request, m_step.timeoutMs, [this](const Transport::Answer &answer) {
                if (answer.response)
                    m_core->take(*answer.response);
                else
                    m_core->fail(answer.failure);
                QMetaObject::invokeMethod(
                    this, [this] { advance(); }, Qt::QueuedConnection);
            });
            break;
        case SyncCore::Step::Kind::Wait: {
            const std::int64_t left = m_step.until.ms - m_options.clock->now().ms;
            m_timer->start(static_cast<int>(std::clamp<std::int64_t>(left, 1, longestSleepMs)));
            break;
        }
        case SyncCore::Step::Kind::Wipe:
            m_isWiping = true;
            emit wipeDemanded();
            break;
        case SyncCore::Step::Kind::Stop: emit stopped(); break;
        }
    }

signals:
    void statusChanged(const yizhan::SyncStatus &status);
    void wipeDemanded();
    void stopped();

private:
    std::unique_ptr<Transport> overHttp()
    {
        const Result<QUrl> address = serverAddress(m_workstation->server);
        if (!address)
            return nullptr;
        m_believed = m_core->certificates();
        return std::make_unique<HttpTransport>(*address, authoritiesIn(m_believed));
    }

    // Nothing is on its way: a transport that believes the authorities as the district names them now.
    void believeAnew()
    {
        if (m_options.transport || m_believed == m_core->certificates())
            return;
        if (std::unique_ptr<Transport> transport = overHttp())
            m_transport = std::move(transport);
    }

    // A request that only waits for news gives way; one that carries something is let through first.
    void goOn()
    {
        if (m_core->isOutstanding() && !m_step.interruptible)
            return;
        if (m_core->isOutstanding()) {
            m_transport->abort();
            m_core->abandon();
        }
        advance();
    }

    void tell()
    {
        if (m_told == m_core->status())
            return;
        m_told = m_core->status();
        emit statusChanged(m_told);
    }

    std::shared_ptr<const Workstation> m_workstation;
    const SyncEngineOptions m_options;
    CancelToken m_cancel;
    std::unique_ptr<SyncDoor> m_door;
    std::unique_ptr<SyncCore> m_core;
    std::unique_ptr<Transport> m_transport;
    QByteArray m_believed;
    QTimer *m_timer = nullptr;
    SyncCore::Step m_step;
    SyncStatus m_told;
    std::int64_t m_unsent = 0;
    bool m_isWiping = false;
    std::atomic<bool> m_isTold = false;
};

SyncEngine::SyncEngine(Store &store, std::shared_ptr<const Workstation> workstation, SyncEngineOptions options, QObject *parent)
    : SyncEngine(std::move(workstation), std::move(options), parent)
{
    m_store = &store;
    QObject::connect(&store, &Store::changed, this, [this] {
        if (m_runner && m_runner->mustBeTold())
            toRunner([](Runner &runner) { runner.storeChanged(); });
    });
}

SyncEngine::SyncEngine(std::shared_ptr<const Workstation> workstation, SyncEngineOptions options, QObject *parent)
    : SyncControl(parent), m_store(nullptr), m_workstation(std::move(workstation)), m_options(std::move(options))
{
    qRegisterMetaType<SyncStatus>();
    if (!m_options.clock)
        m_options.clock = std::make_shared<SystemClock>();
    if (!m_options.random)
        m_options.random = std::make_shared<SystemRandom>();
    m_status.district = m_workstation->district;
}

SyncEngine::~SyncEngine() { stop(); }

void SyncEngine::start()
{
    if (m_runner)
        return;
    m_cancel = CancelToken();
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("synchronisation"));
    m_runner = new Runner(m_store, m_workstation, m_options, m_cancel);
    m_runner->moveToThread(m_thread.get());
    QObject::connect(m_runner, &Runner::statusChanged, this, &SyncEngine::takeStatus);
    QObject::connect(m_runner, &Runner::wipeDemanded, this, &SyncEngine::wipeDemanded);
    QObject::connect(m_runner, &Runner::stopped, this, &SyncEngine::signedOff);
    m_thread->start();
    toRunner([](Runner &runner) { runner.begin(); });
}

void SyncEngine::stop()
{
    if (!m_runner)
        return;
    m_cancel.cancel();
    QObject::disconnect(m_runner, nullptr, this, nullptr);
    Runner *runner = std::exchange(m_runner, nullptr);
    QMetaObject::invokeMethod(
        runner,
        [runner, thread = m_thread.get()] {
            runner->end();
            delete runner;
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread->wait();
    m_thread.reset();
}

void SyncEngine::toRunner(std::function<void(Runner &)> work)
{
    if (!m_runner)
        return;
    QMetaObject::invokeMethod(
        m_runner, [runner = m_runner, work = std::move(work)] { work(*runner); }, Qt::QueuedConnection);
}

void SyncEngine::takeStatus(const SyncStatus &status)
{
    m_status = status;
    emit changed();
}

void SyncEngine::syncNow()
{
    toRunner([](Runner &runner) { runner.syncNow(); });
}

void SyncEngine::login(const QString &login, const QString &password, const QString &secondFactor)
{
    toRunner([=](Runner &runner) { runner.login(login, password, secondFactor); });
}

void SyncEngine::allowRemoval(const QString &office)
{
    toRunner([office](Runner &runner) { runner.allowRemoval(office); });
}

void SyncEngine::wiped()
{
    toRunner([](Runner &runner) { runner.wiped(); });
}

} // namespace yizhan

#include "SyncEngine.moc"
