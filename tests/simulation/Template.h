// SPDX-License-Identifier: GPL-3.0-or-later
// A district with its workstations as they are on the first day: made once a process, copied for each run.
#pragma once

#include "records/RuleBook.h"
#include "tests/simulation/Observer.h"
#include "tests/simulation/Station.h"

#include <vector>

namespace yizhan::simulation {

inline constexpr int stationCount = 6;
inline const std::vector<QString> &officesInUse()
{
    static const std::vector<QString> offices{QStringLiteral("JO01"), QStringLiteral("JO02"), QStringLiteral("JO03")};
    return offices;
}

class Template
{
public:
    // An error ends the process: without it nothing can be simulated.
    Template(QString folder, QString postgres, std::shared_ptr<const RuleBook> rules);

    struct Member {
        Station::Setting setting; // folder: within the template
        RecordId device;
    };
    const std::vector<Member> &members() const { return m_members; }
    const Identity &observer() const { return m_observer; }
    const std::shared_ptr<const RuleBook> &rules() const { return m_rules; }
    // Where the district's storage is; empty: a file in its folder.
    const QString &postgres() const { return m_postgres; }
    static Instant firstMorning();

    // Everything into a folder that is made anew.
    void copyTo(const QString &folder) const;
    static QString serverFolder(const QString &folder) { return folder + QStringLiteral("/server"); }
    static QString stationFolder(const QString &folder, int number) { return folder + QStringLiteral("/w%1").arg(number); }

private:
    QString m_folder;
    QString m_postgres;
    std::shared_ptr<const RuleBook> m_rules;
    std::vector<Member> m_members;
    Identity m_observer;
};

} // namespace yizhan::simulation
