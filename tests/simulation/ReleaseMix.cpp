// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in which releases meet: some workstations are up to two versions behind the server, one is ahead of it, and all get
// newer programs on the way, the server too. How one process can be of several releases: docs/adr/0009-releases-in-tests.md.
#include "server/core/Bundles.h"
#include "tests/simulation/World.h"
#include "tests/support/Releases.h"

namespace yizhan::simulation {
namespace {

constexpr int newest = tests::releaseCount - 1;
constexpr int usual = newest - 1; // of the server; two versions above the oldest

} // namespace

void World::drawReleases()
{
    m_ledger.watchReleases();
    for (int number = 0; number < tests::releaseCount; ++number) {
        tests::writeMigrations(m_wish.folder + QStringLiteral("/release-%1").arg(number), number);
        m_rulesOf.push_back(tests::rulesOf(number, m_start.rules()));
    }
    const std::vector<int> programs{0, 0, 1, usual, usual, newest};
    for (int number = 0; number < stationCount; ++number)
        m_releases.push_back(m_mix.any(programs));
    const std::size_t oldest = m_mix.below(m_releases.size());
    m_releases[oldest] = 0;
    m_releases[(oldest + 1 + m_mix.below(m_releases.size() - 1)) % m_releases.size()] = newest;
    m_serverRelease = m_mix.any(std::vector<int>{0, 1, usual, usual, usual});
    m_server->install(tests::release(m_serverRelease), m_rulesOf[static_cast<std::size_t>(m_serverRelease)]);
    if (m_mix.percent(25)) // the oldest may hand in only
        m_server->options().minimumSchema = tests::release(1).schema();
    m_installs = m_mix.percent(70) ? m_mix.between(3, 20) : 0;
    m_serverInstalls = m_mix.between(3, 12);
    m_files = m_mix.percent(40) ? m_mix.between(5, 30) : 0;
}

// A crash may fall into the first start of the new program; the machine is started again like any other.
void World::installOn(Station &station, int number, int crashAfter)
{
    m_trace.note(QStringLiteral("w%1 gets release %2").arg(station.number()).arg(number));
    const auto which = static_cast<std::size_t>(number);
    m_releases[static_cast<std::size_t>(station.number())] = number;
    station.switchOff();
    station.install({&tests::release(number), m_rulesOf[which], m_wish.folder + QStringLiteral("/release-%1").arg(number)});
    if (crashAfter >= 0)
        station.disk().crashAfter(crashAfter);
    const bool opens = station.switchOn();
    station.disk().keepRunning();
    if (!opens && !station.disk().isDown())
        m_trace.broken(
            QStringLiteral("I0"),
            QStringLiteral("w%1 does not open with release %2: %3").arg(station.number()).arg(number).arg(station.trouble));
}

void World::installOnServer(int number)
{
    m_trace.note(QStringLiteral("the server gets release %1").arg(number));
    m_serverRelease = number;
    m_server->stop();
    m_server->install(tests::release(number), m_rulesOf[static_cast<std::size_t>(number)]);
    if (!m_server->start())
        m_trace.broken(QStringLiteral("I0"),
                       QStringLiteral("the server does not start with release %1: %2").arg(number).arg(m_server->trouble));
    m_mustLook = true;
}

void World::newReleases(Station &station)
{
    const auto happens = [this](int ofThousand) { return static_cast<int>(m_mix.below(1000)) < ofThousand; };
    const auto works = [&station] { return station.isOn() && !station.isRevoked() && !station.disk().isDown(); };
    if (happens(m_serverInstalls) && m_serverRelease < usual) {
        reviveServer();
        installOnServer(m_serverRelease + 1);
    }
    const int present = m_releases[static_cast<std::size_t>(station.number())];
    if (happens(m_installs) && works() && present < newest)
        installOn(station, m_mix.between(present + 1, newest), m_mix.percent(30) ? m_mix.between(0, 80) : -1);
    if (happens(m_files) && works())
        exchangeByFile(station);
}

// To the district and back on a stick; either file may get lost.
void World::exchangeByFile(Station &station)
{
    reviveServer();
    const Result<QByteArray> file = station.writeBundle();
    m_trace.note(QStringLiteral("w%1 writes a file%2")
                     .arg(station.number())
                     .arg(file ? QString() : QStringLiteral(" (") + QLatin1String(file.error().text->code) + u')'));
    if (!file || m_mix.percent(20))
        return;
    if (m_pushed) // what arrived before arrived in a version of its own
        lookAtServer();
    m_pushed = true;
    m_mustLook = true;
    const Result<bundles::Taken> taken = [&] {
        const Declaration::InForce here(m_server->declaration());
        return bundles::take(m_server->district().context(), *file);
    }();
    m_trace.note(taken ? QStringLiteral("  %1 operations are taken").arg(taken->operations)
                       : QStringLiteral("  it is not taken (%1)").arg(QLatin1String(taken.error().text->code)));
    lookAtServer();
    if (!taken || m_mix.percent(20))
        return;
    const Outcome done = station.takeBundle(taken->answer);
    m_trace.note(done ? QStringLiteral("  the answer is read")
                      : QStringLiteral("  the answer is not read (%1)").arg(QLatin1String(done.error().text->code)));
}

// What cannot be handed in before the server knows it, and who may not read before he has a newer program.
void World::bringUpToWork()
{
    int needed = m_serverRelease;
    for (const auto &station : m_stations) {
        const int release = m_releases[static_cast<std::size_t>(station->number())];
        if (!station->isOn() || station->isRevoked())
            continue;
        needed = std::max(needed, release);
        if (tests::release(release).schema() < m_server->options().minimumSchema)
            installOn(*station, usual, -1);
    }
    if (needed > m_serverRelease)
        installOnServer(needed);
}

// In the end everybody has the newest program, and each must find in its store what others have typed.
void World::bringUpToDate()
{
    if (m_serverRelease < newest)
        installOnServer(newest);
    for (const auto &station : m_stations) {
        if (station->isOn() && !station->isRevoked() && m_releases[static_cast<std::size_t>(station->number())] < newest)
            installOn(*station, newest, -1);
    }
}

} // namespace yizhan::simulation
