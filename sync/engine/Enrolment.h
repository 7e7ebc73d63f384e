// SPDX-License-Identifier: GPL-3.0-or-later
// How a computer becomes a workstation of a district: the code proves both sides to each other, then a person logs in.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "store/SyncDoor.h"
#include "store/Workstation.h"
#include "sync/engine/Transport.h"
#include "sync/protocol/Messages.h"

#include <QFuture>
#include <functional>
#include <memory>

namespace yizhan {

struct EnrolWish {
    QString server; // as typed
    QString code;   // of the administrator's sheet
    QString name;   // of the workstation, as the district lists it
    QString login;  // of a person of the office
    QString password;
    QString secondFactor;
    QString release;
};

struct Enrolled {
    std::shared_ptr<const Workstation> workstation; // not written anywhere yet: SyncDoor::enrol()
    wire::Person person;                            // a new store's first user: NewStore::user, roles, login, name
    wire::LoginResponse login;                      // token and keys
};

// What enrolment asks of the network: authorities that the server at the address shows, DER; and a way to send requests to it,
// believing one authority only. Blocking, on enrolment's own thread.
class EnrolmentLine
{
public:
    virtual ~EnrolmentLine() = default;
    virtual Result<QList<QByteArray>> shownAuthorities(const QString &server) = 0;
    virtual Transport::Answer send(const QString &server, const QByteArray &authority, const WireRequest &request) = 0;
};

// Blocks for the network. Errors: Protocol (not a code), Usage (not an address), Offline (no line; or not the server that the
// code names), Auth (the code, or name and password, are not accepted), Protocol.
Result<Enrolled> enrolBy(EnrolmentLine &line, const EnrolWish &wish, Clock &clock, Random &random);

// Where the store keeps the grant as it came (SyncDoor::kept): an exchange file carries it.
QString offlineGrantKey();
// What a login said about working without the district (LoginResponse::offlineGrant): checked, and kept with its moments by
// this computer's clock, which is ahead of the server's by `clockDifferenceMs`. What the district did not sign for this
// workstation changes nothing. Waits for the store; errors: those of the store.
Outcome keepOfflineGrant(SyncDoor &door, const Workstation &workstation, const QByteArray &sealed,
                         std::int64_t clockDifferenceMs = 0);

// The same over HTTPS on a thread of its own.
QFuture<Result<Enrolled>> enrol(const EnrolWish &wish);

} // namespace yizhan
