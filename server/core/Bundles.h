// SPDX-License-Identifier: GPL-3.0-or-later
// Exchange files (sync/protocol/Bundle.h): what a workstation without a line hands in on a stick, and what it is answered.
#pragma once

#include "server/core/DistrictContext.h"
#include "sync/protocol/Bundle.h"

namespace yizhan::bundles {

struct Taken {
    RecordId device;
    QString office;
    int station = 0;
    std::int64_t number = 0;     // of the file
    std::int64_t operations = 0; // judged now, not before
    std::int64_t aside = 0;      // of these: conflicts and refusals
    qint64 entries = 0;          // of the pages inside the answer
    bool more = false;           // the next file brings the rest
    // The file is of another life of the server: nothing was judged, the answer says so to the workstation, which then writes
    // another file.
    bool otherEpoch = false;
    // The grant of the person to work offline has run out: what was handed in was judged, nothing is given out.
    bool grantOver = false;
    QByteArray answer; // signed by the district, sealed to the workstation
};

// Judged as if it had come over the line, by a person who proves himself by the offline grant inside. A file is taken once, and
// never after a newer one of the same workstation. Errors: Corrupt (not whole, changed, not for this district), Rejected (a
// workstation that is not known; taken already or older; not the one after the last), Forbidden (revoked; nobody stands behind
// it), those of the storage. Nothing was judged then, unless the storage fails half-way: the file may be taken again.
Result<Taken> take(const DistrictContext &context, const QByteArray &file);

} // namespace yizhan::bundles
