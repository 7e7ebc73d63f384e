// SPDX-License-Identifier: GPL-3.0-or-later
// What the source files of SyncCore share.
#pragma once

#include "sync/engine/EngineErrors.h"
#include "sync/engine/SyncCore.h"
#include "sync/engine/WireMapping.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/Proof.h"

namespace yizhan {

inline constexpr int usualTimeoutMs = 30'000;
inline constexpr int waitTimeoutMs = 75'000; // the server answers after 55 s
inline constexpr int dataTimeoutMs = 60'000;
inline constexpr std::int64_t helloEveryMs = 15 * 60 * 1000;
inline constexpr std::int64_t longAgoMs = 60 * 60 * 1000; // for what does not pass by itself

template <class M>
SyncCore::Step SyncCore::ask(Ask what, const char *path, const M &message)
{
    WireRequest request;
    request.path = path;
    setBody(request, message);
    return sendNow(what, std::move(request), what == Ask::Wait ? waitTimeoutMs : usualTimeoutMs);
}

// False: the store failed, and the core waits before it tries again.
template <class T>
bool SyncCore::stored(const Result<T> &answer)
{
    if (!answer)
        storeFailed(answer.error());
    return answer.has_value();
}

// Nothing: the answer makes no sense, and the core waits before it tries again.
template <class M>
std::optional<M> SyncCore::read(const WireResponse &response)
{
    Result<M> message = readBody<M>(response);
    if (message)
        return std::move(*message);
    fallBack(m_outstanding, message.error(), longAgoMs / 12);
    return std::nullopt;
}

} // namespace yizhan
