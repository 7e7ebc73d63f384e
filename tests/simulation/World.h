// SPDX-License-Identifier: GPL-3.0-or-later
// One run: a district, its workstations and the line between them, driven step by step by one seed; then healed and judged.
#pragma once

#include "tests/simulation/FieldWatch.h"
#include "tests/simulation/ServerSide.h"
#include "tests/simulation/Template.h"

#include <array>

namespace yizhan::simulation {

struct RunWish {
    std::uint64_t seed = 1;
    int steps = 300;
    QString folder; // of this run; taken away at its end
    // Workstations and server are of different releases, and get newer ones on the way: see ReleaseMix.cpp.
    bool mixesReleases = false;
};

struct RunCounts {
    int savings = 0;
    int refusals = 0;
    int requests = 0;
    int serverDeaths = 0;
    int stationDeaths = 0;
    int restores = 0;
    int revocations = 0;
    std::size_t conflicts = 0;
};

inline constexpr int requestsOfARound = 60;

class World
{
public:
    World(const Template &start, RunWish wish);
    ~World();

    // Runs all steps, the heal phase and the final checks, or up to the first broken invariant.
    void run();
    Trace &trace() { return m_trace; }
    RunCounts counts() const;

private:
    friend class FinalChecks;
    void open();
    void step();
    void type(Station &station);
    void synchronise(Station &station);
    void noteWiped(Station &station);
    void changeGrants();
    void lookAfterBackups();
    void restoreServer();
    void revoke();
    void jumpClock(Station &station);
    void fillDisk(Station &station);
    void rareThings(Station &station);
    void lock(Station &station);
    void passOn(Station &first);
    void lend(Station &station);
    void confuse(Station &station);
    void loseNumbers(Station &station);
    void takeAway(Station &station);
    bool settle(Station &station);

    void drawReleases();
    void installOn(Station &station, int number, int crashAfter);
    void installOnServer(int number);
    void newReleases(Station &station);
    void exchangeByFile(Station &station);
    void bringUpToWork();
    void bringUpToDate();

    std::optional<WireResponse> serve(const WireRequest &request);
    void tellRow(const Observer::Row &row);
    void tellDifferences(const WireRequest &request);
    void tellVerdicts(const WireRequest &request, const WireResponse &answer);
    void reviveServer();
    void revive(Station &station);
    void lookAtServer();
    void lookAtStation(Station &station);
    void checkScope(Station &station, const std::vector<Inspector::Row> &rows);
    void checkWholeSavings(Station &station, const std::vector<Inspector::Row> &rows);
    Station *anyStation();

    const Declaration &knowing() const; // all that any program of the run knows
    void heal();
    bool isQuiet(Station &station);

    RunWish m_wish;
    const Template &m_start;
    Chance m_chance;
    Chance m_rare;   // for what happens in some runs only: the others stay what they were
    Chance m_chains; // the same for what came later
    Chance m_mix;    // releases
    Trace m_trace;
    Ledger m_ledger;
    FieldWatch m_watch;
    ManualClock m_clock;
    Typist m_typist;
    std::unique_ptr<ServerSide> m_server;
    SimNetwork m_network;
    std::unique_ptr<SeededRandom> m_observerRandom;
    std::unique_ptr<Observer> m_observer;
    std::vector<std::unique_ptr<Station>> m_stations;
    std::vector<bool> m_revoked;
    struct GivenUp { // with a store that was destroyed
        std::vector<qint64> operations;
        int restores = 0; // of the server until then: one that comes later may take quarantine and receipt away
    };
    std::map<int, GivenUp> m_givenUp; // by workstation
    Epoch m_firstEpoch = 0;
    bool m_mustLook = false;
    bool m_pushed = false; // since the last look
    bool m_healing = false;
    int m_serverCrashes = 0;  // of a thousand requests
    int m_stationCrashes = 0; // of a thousand things a workstation does
    int m_locks = 0;          // of a thousand steps: somebody locks a workstation and unlocks it again
    int m_loans = 0;          // of a thousand steps: an office is granted, taken away and granted again
    bool m_confusion = false; // old pages come after a grant was taken away
    int m_arrivals = 0;       // of a thousand steps: a dispute is registered, which takes a number
    int m_lostNumbers = 0;    // of a thousand steps: a restore cuts off blocks of numbers that are used already
    int m_oldCopies = 0;      // of a thousand steps: as m_loans, on a line that is whole meanwhile
    int m_takenAway = 0;      // of a thousand steps: a page comes after the grant that it was read by has gone
    int m_tours = 0;          // of a thousand steps: a case goes through several offices at once
    std::vector<std::shared_ptr<const RuleBook>> m_rulesOf; // by release
    std::vector<int> m_releases;                            // by workstation
    int m_serverRelease = 0;
    int m_installs = 0;       // of a thousand steps: a workstation gets a newer release
    int m_serverInstalls = 0; // ... the server
    int m_files = 0;          // ... somebody carries files instead
    RunCounts m_counts;
};

} // namespace yizhan::simulation
