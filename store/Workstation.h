// SPDX-License-Identifier: GPL-3.0-or-later
// Whom this workstation belongs to: the file beside the vault by which even a locked machine can speak to its district.
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "store/SecureBytes.h"

#include <QByteArray>
#include <QString>

namespace yizhan {

// Nothing in it opens the store: the signing key only proves which workstation is speaking.
struct Workstation {
    QString server; // "https://host:port", as typed at enrolment
    QString district;
    RecordId device;
    QString office;          // "JO01"
    QString station;         // two digits, part of provisional numbers
    QByteArray certificates; // DER, one after the other: the district's authority, and the next one if there is any
    QByteArray escrowKey;    // X25519, 32 bytes: what is sealed to it only the district can open
    QByteArray districtKey;  // Ed25519, 32 bytes
    QByteArray publicKey;    // Ed25519 of this workstation
    SecureBytes secretKey;   // 64 bytes
};

namespace workstation {

// File "workstation.key" in the store's folder, for its owner only. Any thread; needs no key.
bool exists(const QString &folder);
// Errors: NotFound (never enrolled), Corrupt, Io.
Result<Workstation> read(const QString &folder);
// Atomically. Errors: DiskFull, Io.
Outcome write(const QString &folder, const Workstation &workstation);
// The key is overwritten first. Errors: Io.
Outcome destroy(const QString &folder);

// A sealed box for the holder of this X25519 key. Protocol: no such key.
Result<QByteArray> sealTo(QByteArrayView boxKey, QByteArrayView secret);
// What the district has sealed to this workstation's signing key (LoginResponse::keys): the store's data key. Protocol: not for
// us.
Result<SecureBytes> openSealed(const Workstation &workstation, QByteArrayView sealed);

} // namespace workstation

} // namespace yizhan
