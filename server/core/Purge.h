// SPDX-License-Identifier: GPL-3.0-or-later
// The end of retention: cases that a rule says are over leave the district for good, as entries in the logs of their offices.
#pragma once

#include "server/core/DistrictContext.h"
#include "server/core/Retention.h"

namespace yizhan::purge {

struct Line {
    QString office;
    Kind kind = Kind::None;
    QString period;
    qint64 cases = 0;
    qint64 rows = 0;
    qint64 held = 0; // cases that stay although they are over: somebody has still to settle a conflict
};

struct Report {
    std::vector<Line> lines; // by office, kind, period
    qint64 contents = 0;     // of attachments that no record has named for a while
    qint64 bytes = 0;        // ... altogether
    qint64 forgotten = 0;    // entries of former purges that leave the logs
    qint64 cases() const;
};

// What would go today; nothing is changed.
Result<Report> plan(const DistrictContext &context, const RetentionTable &table);

// Removes it, a few cases in each transaction, so that it may be broken off and begun again: rows, their values in the history
// (the chain holds by the hashes that stay), prepared copies, contents that were not named for DistrictOptions::contentDays.
// The ids stay known as gone. Each transaction is audited with rules, ids and `approvedBy`. Backups made before are not
// touched.
Result<Report> carryOut(const DistrictContext &context, const RetentionTable &table, const QString &approvedBy);

// Whether retention has removed a row of this id.
Result<bool> hasGone(SqlSession &session, const RecordId &record);

} // namespace yizhan::purge
