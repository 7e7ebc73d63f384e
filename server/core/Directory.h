// SPDX-License-Identifier: GPL-3.0-or-later
// The district's own records (offices, people, workstations) and the grants of workstations: changed by the server's commands
// only, synchronised like any other row.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::directory {

// In force from now on; a grant that is given anew or with another right gets the next generation.
Outcome grant(SqlSession &session, const RecordId &device, const QString &office, bool mayWrite);
Outcome endGrant(SqlSession &session, const RecordId &device, const QString &office);
Outcome endAllGrants(SqlSession &session, const RecordId &device);

// Head, key and record of an office of the rule book. NotFound for any other code.
Outcome addOffice(SqlSession &session, const DistrictContext &context, const QString &code, std::vector<QString> &grown);
Outcome addDistrictLog(SqlSession &session, const DistrictContext &context);
Result<bool> isOffice(SqlSession &session, const QString &code);

// Makes the records of a person's account, of a workstation, say what the tables say.
Outcome publishUser(SqlSession &session, const DistrictContext &context, const RecordId &user, std::vector<QString> &grown);
Outcome publishDevice(SqlSession &session, const DistrictContext &context, const RecordId &device, std::vector<QString> &grown);

} // namespace yizhan::directory
