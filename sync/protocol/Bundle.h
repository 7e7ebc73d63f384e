// SPDX-License-Identifier: GPL-3.0-or-later
// An exchange file: what a workstation would send over the line, and what the district answers, carried on a stick.
#pragma once

#include "base/Result.h"
#include "sync/protocol/Messages.h"

#include <QByteArray>
#include <QByteArrayView>

namespace yizhan {

// File: "YZbundle", form (1 byte: 1), direction (1 byte: 1 to the district, 2 from it), id of the workstation (16 bytes),
// sealed box (libsodium's crypto_box_seal over the packed message), signature of everything before it (Ed25519, 64 bytes).
//
// To the district it is sealed to the escrow key and signed by the workstation; back it is sealed to the workstation's signing
// key (turned into its X25519 form) and signed by the district key. So nobody on the way can read, change or make one. Each
// file of a workstation has a number, one more than the last, and the hash of the one before it: the district takes none whose
// number it has seen, and the workstation takes only the answer to the newest file that it wrote, once. Operations and pages
// inside are harmless to repeat anyway.
inline constexpr qint64 maxBundleBytes = 64 << 20;

enum class BundleDirection : std::uint8_t { ToDistrict = 1, FromDistrict = 2 };

namespace wire {

struct BundleRequest {
    std::int64_t number = 0; // from 1
    QByteArray previous;     // SHA-256 of the file before this one; empty for the first
    Instant writtenAt;       // by the workstation's clock; told, never deciding
    HelloRequest hello;
    PushRequest push;
    std::vector<Cursor> cursors;
    QByteArray grant; // the person's OfflineGrant as the district signed it: it lies within the store only
    YIZHAN_MESSAGE(visit(1, "number", self.number); visit(2, "previous", self.previous); visit(3, "written_at", self.writtenAt);
                   visit(4, "hello", self.hello); visit(5, "push", self.push); visit(6, "cursors", self.cursors);
                   visit(7, "grant", self.grant);)
};

struct BundleAnswer {
    std::int64_t number = 0; // of the file that it answers
    QByteArray request;      // SHA-256 of that file
    HelloResponse hello;
    PushResponse push;
    PullResponse pull; // without request id; `more`: the next file brings the rest
    QByteArray grant;  // a new OfflineGrant in the place of the one that was shown, unless that was out of date
    YIZHAN_MESSAGE(visit(1, "number", self.number); visit(2, "request", self.request); visit(3, "hello", self.hello);
                   visit(4, "push", self.push); visit(5, "pull", self.pull); visit(6, "grant", self.grant);)
};

} // namespace wire

QByteArray hashOfBundle(QByteArrayView file); // SHA-256

// Whose file it is: by it the district finds the key to check it with. Nothing is proven yet. Protocol: not such a file.
Result<RecordId> workstationOfBundle(QByteArrayView file, BundleDirection direction);

// `recipient`: X25519 public key, 32 bytes; `signer`: Ed25519 secret key, 64 bytes. Protocol: a key that is none.
Result<QByteArray> sealBundle(QByteArrayView message, BundleDirection direction, const RecordId &workstation,
                              QByteArrayView recipient, QByteArrayView signer);
// The message inside, after the signature was checked. Errors: Protocol (not such a file, too large, changed, of somebody else,
// not for this key).
Result<QByteArray> openBundle(QByteArrayView file, BundleDirection direction, const RecordId &workstation,
                              QByteArrayView recipient, QByteArrayView recipientSecret, QByteArrayView signer);

// The X25519 form of a workstation's signing key, to seal to and to open with. Empty if it is no such key.
QByteArray boxPublicKeyOf(QByteArrayView signingPublicKey);
QByteArray boxSecretKeyOf(QByteArrayView signingSecretKey); // whoever holds it wipes it

} // namespace yizhan
