// SPDX-License-Identifier: GPL-3.0-or-later
// The secrets of a district server, all worked out from one master key that lies outside its storage and its backups.
#pragma once

#include "base/Random.h"
#include "base/Result.h"

#include <QByteArray>

namespace yizhan {

struct DistrictKeys {
    static constexpr int masterBytes = 32;

    QByteArray database;      // 32 bytes: the SQLCipher file
    QByteArray content;       // 32 bytes: attachments
    QByteArray secrets;       // 32 bytes: second factors and sealed data keys within the storage
    QByteArray signingPublic; // Ed25519
    QByteArray signingSecret;
    QByteArray escrowPublic; // X25519
    QByteArray escrowSecret;

    static QByteArray makeMaster(Random &random);
    // WrongKey unless it has 32 bytes.
    static Result<DistrictKeys> fromMaster(const QByteArray &master);
    ~DistrictKeys(); // wipes
    DistrictKeys() = default;
    DistrictKeys(const DistrictKeys &) = default;
    DistrictKeys &operator=(const DistrictKeys &) = default;
};

// Sealed under one key with what it belongs to (XChaCha20-Poly1305): moved elsewhere it does not open.
QByteArray sealWith(const QByteArray &key, const QByteArray &plain, const QByteArray &belongsTo, Random &random);
// Corrupt when it does not open.
Result<QByteArray> openWith(const QByteArray &key, const QByteArray &sealed, const QByteArray &belongsTo);
// Opened by the escrow key, sealed anew to a workstation's Ed25519 key: nobody reads it on the way but this function.
Result<QByteArray> resealForDevice(const QByteArray &sealed, const DistrictKeys &keys, const QByteArray &devicePublicKey);

} // namespace yizhan
