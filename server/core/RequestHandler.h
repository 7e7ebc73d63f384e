// SPDX-License-Identifier: GPL-3.0-or-later
// What carries requests (HTTP, a simulated network) sees of the district: bytes in, bytes out, and a way to wait for news.
#pragma once

#include "sync/protocol/Messages.h"
#include "sync/protocol/Wire.h"

#include <functional>
#include <memory>
#include <optional>

namespace yizhan {

struct Peer {
    QByteArray address; // for slowing down those who guess; empty in simulations
};

class RequestHandler
{
public:
    virtual ~RequestHandler() = default;

    // Answers one request. Any of the worker threads, several at once; blocks for the storage. Never throws.
    virtual WireResponse handle(const WireRequest &request, const Peer &peer) = 0;

    // POST /v1/wait is not held on a worker: it is judged here, and answered at once unless there is nothing new yet.
    struct Waiting {
        std::optional<WireResponse> answer;  // a refusal, or news that is there already
        std::vector<wire::OfficeMark> marks; // else: what to wait for
        WireRequest request;
    };
    virtual Waiting beginWait(const WireRequest &request, const Peer &peer) = 0;
    // After a hint or after the longest time: names the offices that changed, maybe none.
    virtual WireResponse endWait(const Waiting &waiting) = 0;

    // `wake` is called, on any thread and maybe more often than needed, after the log of one of the offices has grown. Lives
    // until the returned subscription is destroyed; then no call is running or to come.
    class Subscription
    {
    public:
        virtual ~Subscription() = default;
    };
    virtual std::unique_ptr<Subscription> subscribe(std::vector<QString> offices, std::function<void()> wake) = 0;
};

} // namespace yizhan
