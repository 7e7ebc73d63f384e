// SPDX-License-Identifier: GPL-3.0-or-later
// Runs synchronisation beside the window: one thread that drives the core, from unlocking to locking.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "store/SyncControl.h"
#include "sync/engine/SyncCore.h"

#include <QThread>
#include <functional>
#include <memory>

namespace yizhan {

struct SyncEngineOptions {
    QString release;                // of this program, as told to the server
    std::shared_ptr<Clock> clock;   // null = system
    std::shared_ptr<Random> random; // used on the engine's thread only; null = system
    // Made on the engine's thread; empty = HttpTransport to the workstation's server.
    std::function<std::unique_ptr<Transport>(const Workstation &workstation)> transport;
};

// GUI thread. `store` outlives the engine; destroying the engine, or stop(), ends what runs within some tenths of a second: the
// request on its way is dropped, the slice that is being written is finished.
class SyncEngine : public SyncControl
{
    Q_OBJECT
public:
    SyncEngine(Store &store, std::shared_ptr<const Workstation> workstation, SyncEngineOptions options,
               QObject *parent = nullptr);
    // Of a locked workstation: says hello only, so that it can be told to wipe.
    SyncEngine(std::shared_ptr<const Workstation> workstation, SyncEngineOptions options, QObject *parent = nullptr);
    ~SyncEngine() override;

    void start(); // then login(): what is asked of an engine that does not run is passed over
    void stop();  // again is harmless; start() may follow
    bool isRunning() const { return m_runner != nullptr; }

    const SyncStatus &status() const override { return m_status; }
    void syncNow() override;
    void login(const QString &login, const QString &password, const QString &secondFactor) override;
    void allowRemoval(const QString &office) override;
    // After wipeDemanded(), when store and key file are gone; the engine then signs off. Only of an engine whose store was
    // closed without destroying the engine: stop() must not come before.
    void wiped();

signals:
    // Close the store, destroy it (Store::wipe, workstation::destroy), then call wiped().
    void wipeDemanded();
    void signedOff(); // the receipt is on its way or could not be sent: nothing more will happen

private:
    class Runner;
    void toRunner(std::function<void(Runner &)> work);
    void takeStatus(const SyncStatus &status);

    Store *m_store;
    std::shared_ptr<const Workstation> m_workstation;
    SyncEngineOptions m_options;
    SyncStatus m_status;
    std::unique_ptr<QThread> m_thread;
    Runner *m_runner = nullptr; // lives on the thread
    CancelToken m_cancel;
};

} // namespace yizhan
