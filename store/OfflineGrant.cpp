// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/OfflineGrant.h"

#include "store/Meta.h"
#include "store/StoreErrors.h"

namespace yizhan::offlinegrant {
namespace {

// With the facts of synchronisation: a store that goes over to another district forgets them.
const char *const untilKeys = "sync.offline.until.";
const char *const heardKey = "sync.offline.heard";
// A clock that is set right by a few minutes is no clock that was set back.
constexpr std::int64_t clockPlayMs = 10 * 60 * 1000;

QByteArray untilKey(const RecordId &user) { return untilKeys + user.toBytes().toHex(); }

// For this person, else the newest of the workstation; ms 0 = none was ever given.
Result<Instant> untilOf(Connection &connection, const RecordId &user)
{
    const Result<qint64> own = meta::readNumber(connection, untilKey(user).constData());
    if (!own)
        return own.error();
    if (*own != 0)
        return Instant{*own};
    const Result<qint64> newest = connection.scalarInt("SELECT max(CAST(value AS INTEGER)) FROM meta WHERE key LIKE '"
                                                       + QByteArray(untilKeys) + "%'");
    if (!newest)
        return newest.error();
    return Instant{*newest};
}

} // namespace

Outcome keep(Connection &connection, const RecordId &user, Instant until)
{
    return meta::write(connection, untilKey(user).constData(), QByteArray::number(qlonglong{until.ms}));
}

Outcome heard(Connection &connection, Instant at)
{
    return meta::write(connection, heardKey, QByteArray::number(qlonglong{at.ms}));
}

Outcome judge(Connection &connection, const RecordId &user, Instant now)
{
    const Result<QByteArray> enrolled = meta::read(connection, meta::enrolled);
    if (!enrolled)
        return enrolled.error();
    if (*enrolled != "1")
        return {};
    const Result<Instant> until = untilOf(connection, user);
    const Result<qint64> heardAt = meta::readNumber(connection, heardKey);
    if (!until || !heardAt)
        return until ? heardAt.error() : until.error();
    if (until->ms == 0)
        return {};
    if (now.ms + clockPlayMs < *heardAt)
        return Error(ErrorKind::Auth, storeerrors::clockSetBack, {Instant{*heardAt}.localDay().toIso()});
    if (now > *until)
        return Error(ErrorKind::Auth, storeerrors::offlineEnded, {until->localDay().toIso()});
    return {};
}

} // namespace yizhan::offlinegrant
