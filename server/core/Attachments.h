// SPDX-License-Identifier: GPL-3.0-or-later
// The contents of attachments: announced by their records, sent in pieces of 4 MiB, kept sealed outside the database.
#pragma once

#include "server/core/DistrictContext.h"
#include "server/core/RowBook.h"

namespace yizhan::attachments {

inline constexpr qint64 chunkBytes = 4 << 20;

QByteArray addressOf(const QByteArray &officeKey, const QByteArray &sha256); // HMAC-SHA-256

// In the transaction that takes their records: what the offices may send and fetch from now on.
Outcome announce(SqlSession &session, const RowBook &rows);

Result<wire::BlobStates> states(const DistrictContext &context, const WireRequest &request, const wire::BlobQuery &query);
// PUT and GET /v1/blob/{address in hexadecimal}/{chunk}. Errors: NotFound (no record of an office of this workstation announces
// it, or the piece is not here), Protocol (not its length, or the whole does not have the announced checksum; then all its
// pieces are thrown away).
Outcome put(const DistrictContext &context, const WireRequest &request, const QByteArray &address, int chunk);
Result<QByteArray> get(const DistrictContext &context, const WireRequest &request, const QByteArray &address, int chunk);

struct Unnamed {
    qint64 contents = 0;
    qint64 bytes = 0;
};
// Contents that no record of their office has named for DistrictOptions::contentDays, as far as the last removeUnnamed() noted.
Result<Unnamed> unnamed(const DistrictContext &context, SqlSession &session);
// Removes these, and notes which others are not named any more. A content that is named again is as if it had always been.
Result<Unnamed> removeUnnamed(const DistrictContext &context);

} // namespace yizhan::attachments
