// SPDX-License-Identifier: GPL-3.0-or-later
// One simulated workstation: a real store on a simulated disk under a clock that may be wrong, and the person in front of it.
#pragma once

#include "store/Store.h"
#include "store/SyncDoor.h"
#include "sync/engine/SyncCore.h"
#include "tests/simulation/SimDisk.h"
#include "tests/simulation/SimNetwork.h"
#include "tests/simulation/SkewedClock.h"
#include "tests/simulation/Typist.h"

namespace yizhan::simulation {

class Station
{
public:
    struct Setting {
        int number = 0;
        QString folder; // the store's; below it everything lies on this machine's disk
        QString login;
        QString password;
        QString office;
    };

    Station(Setting setting, std::shared_ptr<const RuleBook> rules, const Clock &trueTime, std::uint64_t seed);
    ~Station();

    int number() const { return m_setting.number; }
    const Setting &setting() const { return m_setting; }
    bool isOn() const { return m_store != nullptr; }
    Store &store() { return *m_store; }
    Desk desk() { return {m_setting.number, *m_store, *m_inspector, *m_clock, declaration(), *rules()}; }
    const Inspector &inspector() const { return *m_inspector; }
    SkewedClock &clock() { return *m_clock; }
    Random &random() { return *m_random; }
    SimDisk &disk() { return m_disk; }
    StoreOptions options() const;

    // Which program is installed, and the data files and SQL that it ships; heard from the next switchOn() on.
    struct Program {
        const Declaration *declaration = &Declaration::own();
        std::shared_ptr<const RuleBook> rules; // null: as at the beginning
        QString migrations;                    // empty: those of this program
    };
    void install(Program program) { m_program = std::move(program); }
    const Declaration &declaration() const { return *m_program.declaration; }

    // Unlocks the store. False: it cannot be opened (the machine went down meanwhile, the files were wiped); `trouble` tells.
    bool switchOn();
    // Locks and closes; whatever is under way is given up.
    void switchOff();
    // After the disk has gone down: power returns, with what the disk kept.
    bool restart(Chance &chance);
    bool isWiped() const;
    QString trouble;

    // Lets the engine have its way for at most so many requests, or until it waits or the machine goes down.
    enum class Rest {
        Working, // it would go on
        Waiting, // until waitsUntil()
        Held,    // an answer is on its way
        Stopped, // revoked
        Off
    };
    Rest exchange(SimNetwork &network, Trace &trace, int requests);
    // The exchange without a line: see SyncCore.
    Result<QByteArray> writeBundle();
    Outcome takeBundle(const QByteArray &file);
    // Somebody presses the button.
    void syncNow();
    // The next answer on this path is taken from those that came before.
    void confuseNext(const QByteArray &path, SimNetwork::Fits fits = {})
    {
        m_confuse = path;
        m_confuseWith = std::move(fits);
    }
    Instant waitsUntil() const { return m_waitsUntil; }
    const SyncStatus *status() const { return m_core ? &m_core->status() : nullptr; }
    bool isRevoked() const { return m_stopped; }
    // What was unsent when the store was destroyed; once.
    std::vector<OutboxRow> takeGivenUp() { return std::exchange(m_givenUp, {}); }

private:
    const std::shared_ptr<const RuleBook> &rules() const { return m_program.rules ? m_program.rules : m_rules; }
    Rest send(SimNetwork &network, Trace &trace, const SyncCore::Step &step);
    void wipe(Trace &trace);

    Setting m_setting;
    std::shared_ptr<const RuleBook> m_rules;
    Program m_program;
    std::shared_ptr<SkewedClock> m_clock;
    std::shared_ptr<Random> m_random;
    SimDisk m_disk;
    std::unique_ptr<Inspector> m_inspector;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncDoor> m_door;
    std::shared_ptr<const Workstation> m_workstation;
    std::unique_ptr<SyncCore> m_core; // goes before the door, and that before the store
    std::optional<WireResponse> m_held;
    QByteArray m_confuse;
    SimNetwork::Fits m_confuseWith;
    Instant m_waitsUntil;
    bool m_stopped = false;
    std::vector<OutboxRow> m_givenUp;
};

} // namespace yizhan::simulation
