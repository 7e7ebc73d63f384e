// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as statuses of the wire, and parts of bytes from a given one on.
#pragma once

#include "base/Result.h"
#include "sync/protocol/Wire.h"

namespace yizhan::answers {

struct Status {
    int code = 503;
    int retryAfter = 0; // seconds
};
Status statusOf(const Error &error);

// Bytes as they are, or with 206 from the byte that "bytes=N-" names. 400 for any other range, 404 beyond the end.
WireResponse part(const WireRequest &request, const QByteArray &bytes);

} // namespace yizhan::answers
