// SPDX-License-Identifier: GPL-3.0-or-later
// Which contents of attachments still have to go to the server, and which to come from it.
#pragma once

#include "sql/Connection.h"
#include "store/SyncTypes.h"

namespace yizhan {

class Blobs;

namespace syncblobs {

// Contents of attachments that lie here and that the server is not known to have whole; oldest records first. A record goes
// before its content: only those that the server knows.
Result<std::vector<BlobTask>> toSend(Connection &connection, const Blobs &blobs, int limit);
// Contents that lie elsewhere; open cases first, then the newest.
Result<std::vector<BlobTask>> toFetch(Connection &connection, int limit);
// A content that came; Corrupt if it is not the one with this checksum.
Outcome keep(Blobs &blobs, const QByteArray &sha256, const QByteArray &content);
Outcome mark(Connection &connection, const QByteArray &sha256, std::int64_t bytes, BlobPlace place, Instant now);

} // namespace syncblobs

} // namespace yizhan
