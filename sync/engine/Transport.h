// SPDX-License-Identifier: GPL-3.0-or-later
// What carries a request to the server and its answer back: HTTP in the product, a simulated network in tests.
#pragma once

#include "base/Error.h"
#include "sync/protocol/Wire.h"

#include <functional>
#include <optional>

namespace yizhan {

struct TransportFailure {
    enum class Kind : std::uint8_t {
        NoLine,     // cut, no route, no name, connection lost
        Timeout,    // nothing or too little came in time
        WrongServer // its certificate is not of the district
    };
    Kind kind = Kind::NoLine;
    QByteArray received; // of an answer that was cut off: its body so far, for ranges
};

class Transport
{
public:
    virtual ~Transport() = default;

    struct Answer {
        std::optional<WireResponse> response; // or
        TransportFailure failure;
    };
    // One at a time. `done` is called once, on the thread that called, unless abort() comes first. `timeoutMs` without a byte
    // moving, or ten times that altogether.
    virtual void send(const WireRequest &request, int timeoutMs, std::function<void(Answer)> done) = 0;
    virtual void abort() = 0;
};

} // namespace yizhan
