// SPDX-License-Identifier: GPL-3.0-or-later
// Every message that is sent by itself, in an order that must not change: the first byte of an input counts through it.
#pragma once

#include "sync/protocol/Messages.h"

#include <tuple>

namespace yizhan::wire {

using AllMessages =
    std::tuple<HelloRequest, PushRequest, PullRequest, WaitRequest, SnapshotRequest, DigestRequest, FetchRequest, LeaseRequest,
               LeaseReturn, NumberRequest, BlobQuery, EnrolRequest, LoginRequest, TokenRequest, Receipt, HelloResponse,
               PushResponse, PullResponse, SnapshotManifest, SnapshotPart, DigestResponse, FetchResponse, BlobStates,
               EnrolResponse, LoginResponse, OfflineGrant, Refusal, WaitResponse, LeaseBlock, NumberResponse>;

} // namespace yizhan::wire
