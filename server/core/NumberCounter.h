// SPDX-License-Identifier: GPL-3.0-or-later
// How far each series of official numbers has gone, and how it goes on after a restore: never over a serial that a life of the
// server that was cut off may have given out. What is passed over is entered as such, so that a year can close.
#pragma once

#include "server/core/ServerDatabase.h"

namespace yizhan::numbercounter {

// The next `count` serials of the series (counterKey()); the last of them. A series that begins in a year in which the server
// was restored begins behind what the life before may have given. Within the caller's writing transaction, as all here.
Result<qint64> advance(SqlSession &session, const QString &key, qint64 count);
// The same for a block that is used from its first to its last: no serial of it is in the register.
Result<qint64> advanceClear(SqlSession &session, const QString &key, qint64 count);

// A serial that somebody else gave: an old register, or a life of the server that was cut off. The series goes on behind it.
// One that lies further ahead than a restore jumps is a slip of the pen rather, and is only passed over when its turn comes.
Outcome moveBehind(SqlSession &session, const QString &key, qint64 serial);

// The server is restored, `lives` after the backup (each of them began behind a jump of its own): every series jumps.
Outcome jumpAll(SqlSession &session, qint64 lives, Instant now);

} // namespace yizhan::numbercounter
