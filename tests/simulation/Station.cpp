// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Station.h"

namespace yizhan::simulation {

Station::Station(Setting setting, std::shared_ptr<const RuleBook> rules, const Clock &trueTime, std::uint64_t seed)
    : m_setting(std::move(setting)),
      m_rules(std::move(rules)),
      m_clock(std::make_shared<SkewedClock>(trueTime)),
      m_random(std::make_shared<SeededRandom>(seed)),
      m_disk(m_setting.folder.toLocal8Bit())
{}

Station::~Station() { switchOff(); }

StoreOptions Station::options() const
{
    StoreOptions options;
    options.folder = m_setting.folder;
    options.rules = rules();
    options.migrations = m_program.migrations;
    options.clock = m_clock;
    options.random = m_random;
    options.fastKeys = true;
    options.oneThread = true;
    options.beyondOfflineGrant = true; // logs in before anybody looks
    return options;
}

bool Station::switchOn()
{
    const Declaration::InForce here(declaration());
    Result<std::unique_ptr<Store>> store = Store::open(options(), m_setting.login, m_setting.password);
    if (!store) {
        trouble = store.error().toLog();
        return false;
    }
    m_store = std::move(*store);
    if (m_disk.isDown()) {
        trouble = QStringLiteral("it went down");
        return false;
    }
    m_inspector = std::make_unique<Inspector>(m_setting.folder, m_setting.login, m_setting.password);
    if (!workstation::exists(m_setting.folder))
        return true; // not enrolled yet
    Result<Workstation> known = workstation::read(m_setting.folder);
    if (!known) {
        trouble = known.error().toLog();
        return false;
    }
    m_workstation = std::make_shared<const Workstation>(std::move(*known));
    m_door = std::make_unique<SyncDoor>(*m_store);
    m_core = std::make_unique<SyncCore>(m_door.get(), m_workstation, *m_clock, *m_random, QStringLiteral("simulation"));
    m_core->login(m_setting.login, m_setting.password);
    return true;
}

void Station::switchOff()
{
    const Declaration::InForce here(declaration());
    m_held.reset();
    m_core.reset();
    m_door.reset();
    m_inspector.reset();
    m_store.reset();
}

bool Station::restart(Chance &chance)
{
    switchOff();
    m_disk.restart(chance);
    return switchOn();
}

Result<QByteArray> Station::writeBundle()
{
    const Declaration::InForce here(declaration());
    return m_core->writeBundle();
}

Outcome Station::takeBundle(const QByteArray &file)
{
    const Declaration::InForce here(declaration());
    return m_core->takeBundle(file);
}

void Station::syncNow()
{
    if (m_core && !m_stopped)
        m_core->syncNow();
}

Station::Rest Station::exchange(SimNetwork &network, Trace &trace, int requests)
{
    const Declaration::InForce here(declaration());
    for (int i = 0; i < requests; ++i) {
        if (m_stopped)
            return Rest::Stopped;
        if (!m_core || m_disk.isDown())
            return Rest::Off;
        if (m_held) {
            const WireResponse answer = std::move(*m_held);
            m_held.reset();
            m_core->take(answer);
            continue;
        }
        if (m_core->status().stage == SyncStage::NeedsLogin) // somebody types the password again
            m_core->login(m_setting.login, m_setting.password);
        const SyncCore::Step step = m_core->next();
        if (m_disk.isDown())
            return Rest::Off;
        switch (step.kind) {
        case SyncCore::Step::Kind::Wait: m_waitsUntil = step.until; return Rest::Waiting;
        case SyncCore::Step::Kind::Stop: m_stopped = true; return Rest::Stopped;
        case SyncCore::Step::Kind::Wipe: wipe(trace); break;
        case SyncCore::Step::Kind::Send: {
            const Rest rest = send(network, trace, step);
            if (rest != Rest::Working)
                return rest;
        }
        }
    }
    return Rest::Working;
}

Station::Rest Station::send(SimNetwork &network, Trace &trace, const SyncCore::Step &step)
{
    if (step.interruptible) { // only waits for news, and here there is always somebody who comes with work
        m_core->abandon();
        m_waitsUntil = m_clock->now();
        return Rest::Waiting;
    }
    const QByteArray path = step.request.path;
    trace.note(QStringLiteral("w%1 asks %2").arg(m_setting.number).arg(QLatin1String(path)));
    const SimNetwork::Back back = network.carry(m_setting.number, step.request);
    std::optional<WireResponse> answer = back.answer;
    if (answer && m_confuse == path) {
        m_confuse.clear();
        if (const auto old = network.oldAnswer(m_setting.number, path, m_confuseWith)) {
            trace.note(QStringLiteral("  an answer from before arrives instead"));
            answer = old;
        }
    }
    if (!answer) {
        m_core->fail({TransportFailure::Kind::Timeout, {}});
        return Rest::Working;
    }
    if (back.held) {
        m_held = answer;
        return Rest::Held;
    }
    m_core->take(*answer);
    return Rest::Working;
}

void Station::wipe(Trace &trace)
{
    trace.note(QStringLiteral("w%1 destroys its store").arg(m_setting.number));
    m_givenUp = m_inspector->unsent();
    m_inspector.reset();
    m_store.reset();
    const Outcome store = Store::wipe(m_setting.folder);
    const Outcome key = workstation::destroy(m_setting.folder);
    if (!store || !key)
        trace.broken(QStringLiteral("I12"), QStringLiteral("w%1 could not wipe its store").arg(m_setting.number));
    m_core->wiped();
}

bool Station::isWiped() const { return !Store::exists(m_setting.folder); }

} // namespace yizhan::simulation
