// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a run that happens in some runs only: chains of events in which faults were found, or planted ones hide. Each run
// draws which of them it has, and how often.
#include "tests/simulation/World.h"

#include "sync/protocol/Body.h"

namespace yizhan::simulation {
namespace {

bool works(const Station &station) { return station.isOn() && !station.isRevoked(); }

} // namespace

void World::rareThings(Station &station)
{
    const auto happens = [&station](Chance &chance, int ofThousand) {
        return ofThousand > 0 && works(station) && !station.disk().isDown()
               && static_cast<int>(chance.below(1000)) < ofThousand;
    };
    if (happens(m_rare, m_locks))
        lock(station);
    if (happens(m_rare, m_arrivals))
        m_typist.registerCase(station.desk());
    if (happens(m_rare, m_tours))
        passOn(station);
    if (happens(m_rare, m_loans))
        lend(station);
    // Of so many requests one after the other that on a bad line hardly any of these would come to its end.
    const LineFaults line = std::exchange(m_network.faults, LineFaults::none());
    if (happens(m_chains, m_oldCopies))
        lend(station);
    if (happens(m_chains, m_lostNumbers))
        loseNumbers(station);
    if (happens(m_chains, m_takenAway))
        takeAway(station);
    m_network.faults = line;
    if (m_wish.mixesReleases)
        newReleases(station);
}

void World::lock(Station &station)
{
    m_trace.note(QStringLiteral("w%1 is locked and unlocked").arg(station.number()));
    station.switchOff();
    if (!station.switchOn())
        m_trace.broken(QStringLiteral("I0"),
                       QStringLiteral("w%1 does not open again: %2").arg(station.number()).arg(station.trouble));
}

// All that it has to exchange, as far as the line lets it. False: it went down meanwhile.
bool World::settle(Station &station)
{
    if (!works(station) || station.disk().isDown())
        return false;
    station.syncNow();
    station.exchange(m_network, m_trace, requestsOfARound);
    noteWiped(station);
    return works(station) && !station.disk().isDown();
}

// What one office hands over is handed on by the next one, before others have heard of the first.
void World::passOn(Station &first)
{
    std::vector<Inspector::Row> cases = first.inspector().rows();
    std::erase_if(cases,
                  [](const Inspector::Row &row) { return row.kind >= Kind::Office || row.withdrawn || row.id != row.root; });
    if (cases.empty())
        return;
    const RecordId root = m_rare.any(cases).id;
    Station *at = &first;
    for (int hops = m_rare.between(2, 3); hops > 0; --hops) {
        const QString &office = m_rare.any(officesInUse());
        m_typist.handOver(at->desk(), root, office);
        static_cast<void>(settle(*at));
        std::vector<Station *> next;
        for (const auto &other : m_stations) {
            if (other->setting().office == office && works(*other) && !other->disk().isDown())
                next.push_back(other.get());
        }
        if (next.empty())
            return;
        at = m_rare.any(next);
        if (!settle(*at))
            return;
    }
}

// An office is granted, taken away and granted again while a first copy of it that was made before still serves; in between a
// case comes from there.
void World::lend(Station &station)
{
    const QString &home = station.setting().office;
    const QString &office = m_rare.any(officesInUse());
    if (office == home)
        return;
    const RecordId device = m_start.members()[static_cast<std::size_t>(station.number())].device;
    Administration &administration = m_server->district().administration();
    m_trace.note(QStringLiteral("w%1 is lent %2").arg(station.number()).arg(office));
    if (!administration.grant(device, office, true))
        return;
    lock(station);
    if (!settle(station))
        return;
    std::vector<Inspector::Row> cases = station.inspector().rows();
    std::erase_if(cases, [&office](const Inspector::Row &row) {
        return row.kind >= Kind::Office || row.withdrawn || row.id != row.root || row.office != office;
    });
    m_mustLook = true;
    if (cases.empty() || m_server->hasDied() || !m_server->district().administration().endGrant(device, office))
        return;
    if (!settle(station))
        return;
    for (const auto &other : m_stations) {
        if (other->setting().office != office || !settle(*other))
            continue;
        m_typist.handOver(other->desk(), m_rare.any(cases).id, home);
        static_cast<void>(settle(*other));
        break;
    }
    if (!settle(station) || m_server->hasDied() || !m_server->district().administration().grant(device, office, true))
        return;
    lock(station);
    static_cast<void>(settle(station));
}

// A page that was on its way when the grant was taken away.
void World::confuse(Station &station)
{
    for (int i = 0; i < 4 && settle(station); ++i)
        station.confuseNext("/v1/pull");
}

// Blocks are given out and stand on papers; then a restore knows nothing of them, and the next one of the office asks for some.
void World::loseNumbers(Station &first)
{
    if (!settle(first))
        return;
    reviveServer();
    m_trace.note(QStringLiteral("the server is backed up"));
    if (!m_server->backUp())
        return;
    for (int i = m_chains.between(2, 4); i > 0 && works(first) && !first.disk().isDown(); --i) {
        lock(first); // it greets, and may ask for a block again
        static_cast<void>(settle(first));
        m_typist.registerCase(first.desk());
    }
    reviveServer();
    restoreServer();
    for (const auto &other : m_stations) {
        if (other->setting().office != first.setting().office || !works(*other) || other->disk().isDown())
            continue;
        for (int i = 0; i < 3 && works(*other) && !other->disk().isDown(); ++i) {
            lock(*other);
            static_cast<void>(settle(*other));
            m_typist.registerCase(other->desk());
        }
    }
}

// Somebody of another office writes, the page of it comes here, the grant goes, and then the page comes once more.
void World::takeAway(Station &station)
{
    const QString &office = m_chains.any(officesInUse());
    const RecordId device = m_start.members()[static_cast<std::size_t>(station.number())].device;
    if (office == station.setting().office)
        return;
    reviveServer();
    m_trace.note(QStringLiteral("w%1 is granted %2 for a while").arg(station.number()).arg(office));
    if (!m_server->district().administration().grant(device, office, true))
        return;
    lock(station);
    static_cast<void>(settle(station));
    for (const auto &other : m_stations) {
        if (other->setting().office != office || !works(*other) || other->disk().isDown())
            continue;
        m_typist.registerCase(other->desk());
        static_cast<void>(settle(*other));
    }
    static_cast<void>(settle(station));
    reviveServer();
    m_mustLook = true;
    if (!m_server->district().administration().endGrant(device, office) || !works(station) || station.disk().isDown())
        return;
    lock(station);
    const auto ofOffice = [&office](const WireResponse &answer) {
        const Result<wire::PullResponse> pull = readBody<wire::PullResponse>(answer);
        return pull && std::any_of(pull->pages.begin(), pull->pages.end(), [&office](const wire::Page &page) {
                   return page.office == office && !page.entries.empty();
               });
    };
    if (!settle(station))
        return;
    station.confuseNext("/v1/pull", ofOffice);
    static_cast<void>(settle(station));
    if (works(station) && !station.disk().isDown())
        lookAtStation(station);
}

} // namespace yizhan::simulation
