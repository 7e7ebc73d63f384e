// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated district: the real server code on its real storage, which may die, fill its disk, be backed up and put back.
#pragma once

#include "records/Declaration.h"
#include "server/core/District.h"
#include "tests/simulation/Chance.h"
#include "tests/simulation/FaultyDatabase.h"
#include "tests/simulation/Observer.h"
#include "tests/simulation/SimDisk.h"
#include "tests/simulation/Trace.h"

namespace yizhan::simulation {

class ServerSide
{
public:
    // `postgres`: address of a database that may be emptied; empty: a SQLCipher file in the folder. The same code runs on both;
    // the faults of the disk concern only the file.
    ServerSide(QString folder, QString postgres, std::shared_ptr<const RuleBook> rules, const Clock &clock, Trace &trace,
               std::uint64_t seed);
    ~ServerSide();

    // Heard from the next start on.
    DistrictOptions &options() { return m_options; }
    void install(const Declaration &declaration, std::shared_ptr<const RuleBook> rules)
    {
        m_declaration = &declaration;
        m_rules = std::move(rules);
    }
    const Declaration &declaration() const { return *m_declaration; }
    // False: it cannot be opened; `trouble` tells.
    bool start();
    void stop();
    // After it has died. What the disk kept is there.
    bool restart(Chance &chance);
    bool isRunning() const { return m_district != nullptr; }
    bool hasDied() const { return m_disk.isDown() || (m_database && m_database->hasCrashed()); }
    District &district() { return *m_district; }
    SimDisk &disk() { return m_disk; }
    FaultyDatabase &database() { return *m_database; }

    // Nothing when it has died meanwhile.
    std::optional<WireResponse> handle(const WireRequest &request);

    // What is not a file is emptied, and copied into one of the folder and back: it cannot be copied with the folder.
    bool empty();
    bool keepFirstDay();
    bool beginAtFirstDay();

    bool backUp();
    // Puts the last backup in the place of the storage. False: there is none.
    bool putBack();
    std::int64_t backups() const { return m_backups; }

    // Rows of a query over the server's own tables, for invariants about history and numbers.
    Outcome query(const char *sql, const SqlValues &values, const SqlSession::Take &take);
    QString trouble;

private:
    Result<std::unique_ptr<ServerDatabase>> openStorage() const;
    QString firstDay() const { return m_folder + QStringLiteral("/first-day"); }

    QString m_folder;
    QString m_postgres;
    std::shared_ptr<const RuleBook> m_rules;
    const Declaration *m_declaration = &Declaration::own();
    const Clock &m_clock;
    Trace &m_trace;
    SeededRandom m_random;
    DistrictOptions m_options;
    SimDisk m_disk;
    std::shared_ptr<FaultyDatabase> m_database;
    std::unique_ptr<District> m_district;
    std::int64_t m_backups = 0;
};

// The key of every simulated district; nothing in a simulation is secret.
DistrictKeys districtKeys();

} // namespace yizhan::simulation
