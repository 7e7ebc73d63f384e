// SPDX-License-Identifier: GPL-3.0-or-later
// Which place and which forms are open: what comes back after a lock, a restart or a crash.
#pragma once

#include "base/Id.h"
#include "records/Kind.h"

#include <QByteArray>
#include <vector>

namespace yizhan {

struct DeskState {
    Kind place = Kind::None;     // None = today
    std::vector<RecordId> forms; // roots, in the order of their tabs; of records never saved, the id their draft has
    int current = 0;             // 0 = the place, then the forms

    QByteArray toBytes() const;
    static DeskState fromBytes(const QByteArray &body); // what cannot be read = nothing open
};

} // namespace yizhan
