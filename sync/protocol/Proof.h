// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures of workstations and of the district (Ed25519, RFC 8032): who sent a request, who made a bundle or a grant.
#pragma once

#include "base/Random.h"
#include "base/Result.h"
#include "sync/protocol/Wire.h"

#include <QByteArray>

namespace yizhan {

struct SigningKey {
    QByteArray publicKey; // 32 bytes
    QByteArray secretKey; // 64 bytes; whoever holds it wipes it

    static SigningKey make(Random &random);
};

QByteArray sign(QByteArrayView message, QByteArrayView secretKey); // 64 bytes
bool verifySignature(QByteArrayView message, QByteArrayView signature, QByteArrayView publicKey);

// What a request's proof covers: method, path, time, token, range, and the hash of the body as transferred.
QByteArray proofText(const WireRequest &request);
// Sets device, sentAt and proof; the last thing before sending.
void signRequest(WireRequest &request, const QByteArray &device, qint64 now, QByteArrayView secretKey);
bool proves(const WireRequest &request, QByteArrayView publicKey);

} // namespace yizhan
