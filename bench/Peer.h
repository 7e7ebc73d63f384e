// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of synchronisation: PouchDB with its Express server, on documents of the same content, in a process of its own.
#pragma once

#include "base/Result.h"

#include <QString>
#include <functional>

namespace yizhan {

struct PeerFigures {
    QString missing; // why there are none
    double documents = 0;
    double push = 0; // documents a second
    double pull = 0; // documents a second, into an empty store
    double p50 = 0;  // of one change from A over the server to B, milliseconds
    double p95 = 0;
    double client = 0; // bytes of memory
    double server = 0;
};

// Installs the peer below `folder` if it is not there, and measures it on the file of documents, one JSON object a line. Runs
// the program's event loop meanwhile.
PeerFigures measurePeer(const QString &folder, const QString &documents);

} // namespace yizhan
