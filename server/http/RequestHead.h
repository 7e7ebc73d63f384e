// SPDX-License-Identifier: GPL-3.0-or-later
// Judges the head of an HTTP request: one form of request is taken, whatever else HTTP allows is turned away.
#pragma once

#include "sync/protocol/HttpNames.h"

#include <tl/expected.hpp>

namespace yizhan {

struct RequestHead {
    WireRequest request; // without its body
    qint64 bodyBytes = 0;
    bool wantsContinue = false; // the client waits for "100 Continue" before it sends the body
};

struct HeadFault {
    int status = 400;
    const char *why = ""; // for the refusal; static
};

// Taken are GET, POST and PUT of a plain path below /v1/ without query, a body only with one Content-Length (no chunks: two
// ways to tell a body's end are what request smuggling lives on), and each header that means something at most once.
// Status of a fault: 400, 404, 405, 411 or 413 (more than `mostBytes`).
tl::expected<RequestHead, HeadFault> judgeHead(QByteArrayView method, QByteArrayView target, const HttpHeaders &headers,
                                               qint64 mostBytes);

// The value of Content-Range for an answer of `bytes` to "bytes=N-"; empty for any other range.
QByteArray contentRangeOf(const QByteArray &range, qint64 bytes);

} // namespace yizhan
