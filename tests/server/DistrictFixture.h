// SPDX-License-Identifier: GPL-3.0-or-later
// A district server with its storage in a temporary folder, a clock that is set by hand, and people of two offices. Storage is
// SQLCipher, or PostgreSQL when YIZHAN_POSTGRES names a database that may be emptied.
#pragma once

#include "base/Clock.h"
#include "server/core/District.h"
#include "tests/support/Releases.h"

#include <QTemporaryDir>
#include <memory>

namespace yizhan::tests {

inline constexpr const char *password = "Correct-horse-42";

std::shared_ptr<const RuleBook> sharedRules();

class DistrictFixture
{
public:
    static constexpr const char *officeA = "JO01";
    static constexpr const char *officeB = "JO02";

    explicit DistrictFixture(const DistrictOptions &options = cheap());
    static DistrictOptions cheap(); // passwords that take no time

    District &district() { return *m_district; }
    Administration &admin() { return m_district->administration(); }
    ServerDatabase &database() { return *m_database; }
    ManualClock &clock() { return m_clock; }
    Random &random() { return m_random; }
    QString folder() const { return m_folder.path(); }
    DistrictSetup setup() const;
    // Closes the server and opens it again on the same storage; `file` takes the place of the storage meanwhile if it is named.
    void reopen(const QString &file = {});
    // The same with the program of another release (tests/support/Releases.h).
    void upgrade(int release);
    // A request of a client, answered by the program of that release.
    WireResponse handle(const WireRequest &request, const Peer &peer = {"127.0.0.1"});
    const Declaration &declaration() const;
    static bool isPostgres();

    RecordId addUser(const QString &login, const QStringList &roles, const QStringList &offices);
    qint64 number(const char *sql, const SqlValues &values = {});

private:
    void openDatabase();

    QTemporaryDir m_folder;
    ManualClock m_clock;
    SeededRandom m_random{7};
    DistrictOptions m_options;
    int m_release = 0;
    QByteArray m_master;
    std::shared_ptr<ServerDatabase> m_database;
    std::unique_ptr<District> m_district;
};

} // namespace yizhan::tests
