// SPDX-License-Identifier: GPL-3.0-or-later
// Short proofs of a login, good for one person on one workstation; the storage keeps only their hashes.
#pragma once

#include "server/core/ServerDatabase.h"

namespace yizhan::tokens {

enum class Use : std::uint8_t { Access = 1, Refresh = 2 };

QByteArray hashOf(const QByteArray &token);
// `token`: random, text form.
Outcome keep(SqlSession &session, const QByteArray &token, Use use, const RecordId &user, const RecordId &device,
             Instant until);
// Whose it is; nothing if it is unknown, over, or another workstation's.
Result<std::optional<RecordId>> holderOf(SqlSession &session, const QByteArray &token, const RecordId &device, Instant now,
                                         Use use = Use::Access);
Outcome endAllOf(SqlSession &session, const RecordId &user);
Outcome endAllOn(SqlSession &session, const RecordId &device);
Outcome forgetOld(SqlSession &session, Instant now);

} // namespace yizhan::tokens
