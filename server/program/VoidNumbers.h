// SPDX-License-Identifier: GPL-3.0-or-later
// The register of void numbers: numbers that nobody will ever carry, each with its reason, so that a year can be closed.
#pragma once

#include "server/core/ServerDatabase.h"

#include <vector>

namespace yizhan::voidNumbers {

struct Entry {
    qint64 serial = 0;
    QString reason;
    Instant at;
};

Result<std::vector<Entry>> list(ServerDatabase &database, const QString &seriesKey);

// Serials first..last (1 .. 10,000 of them) of the series. All or none. Errors: NotFound (no such series), Constraint (never
// given out, used or entered already, year closed, or still in the block of an admitted workstation, which may use it offline).
Outcome enter(ServerDatabase &database, Instant now, const QString &seriesKey, qint64 first, qint64 last,
              const QString &reason);

} // namespace yizhan::voidNumbers
