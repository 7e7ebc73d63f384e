// SPDX-License-Identifier: GPL-3.0-or-later
// A request and its answer as bytes, whatever carries them: HTTP, a simulated network, a stick.
#pragma once

#include <QByteArray>

namespace yizhan {

// What a client sends. Bodies are CBOR (or JSON) in the message's form, see Messages.h, packed as Body.h says.
struct WireRequest {
    QByteArray method = "POST"; // POST, GET, PUT
    QByteArray path;            // "/v1/push"; no host, no query
    QByteArray token;           // of the person's login; empty before one
    QByteArray device;          // id of the workstation, text form; empty before enrolment
    QByteArray proof;           // signature of the workstation, see Proof.h
    qint64 sentAt = 0;          // milliseconds UTC by the client's clock, covered by the proof; never decides anything
    QByteArray contentType;     // "application/cbor" or "application/json"; of the answer too unless `accept` says otherwise
    QByteArray contentEncoding; // "zstd" or empty
    QByteArray accept;
    QByteArray range; // "bytes=N-" for parts and blobs
    QByteArray body;
};

// Statuses: 200; 206 for a range; 400 malformed; 401 log in (again); 403 this device or person may not; 404; 409 another epoch:
// say hello; 413 too large; 426 too old to pull; 429 slow down (retryAfter); 503 not now (retryAfter). The body of any status
// from 400 is a wire::Refusal.
struct WireResponse {
    int status = 200;
    QByteArray contentType;
    QByteArray contentEncoding;
    int retryAfter = 0; // seconds
    QByteArray body;
};

namespace contentTypes {
inline constexpr const char *cbor = "application/cbor";
inline constexpr const char *json = "application/json";
inline constexpr const char *bytes = "application/octet-stream";
} // namespace contentTypes

} // namespace yizhan
