// SPDX-License-Identifier: GPL-3.0-or-later
// The lives of the storage: noticing that it was restored from a backup, and beginning a new epoch.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::epochs {

// What a file outside the storage remembers of it: whose it is, how far its logs had grown, how many numbers it had given out.
struct Mark {
    QString instance;
    Epoch epoch = 0;
    std::vector<wire::OfficeMark> heads;
    qint64 numbers = 0; // of all series
};

Result<Mark> markOf(SqlSession &session);
Result<std::optional<Mark>> readMark(const QString &folder); // nothing when there is no file
Outcome writeMark(const QString &folder, const Mark &mark);
// Remembers the storage as it is now; what proves a restore stays until the next start has seen it.
Outcome noteMark(const DistrictContext &context);
// Whether the storage is behind what the file remembers, or another one.
bool isBehind(const Mark &storage, const Mark &remembered);

// A new epoch after `known`: versions, blocks and counters jump beyond everything that may have been given out in the life that
// was cut off. All snapshots are void.
Outcome declareRestored(SqlSession &session, Epoch known, Instant now, const QString &why);

} // namespace yizhan::epochs
