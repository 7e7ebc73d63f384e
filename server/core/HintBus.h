// SPDX-License-Identifier: GPL-3.0-or-later
// Tells those who wait that an office's log has grown. Hints may be lost; cursors cannot.
#pragma once

#include "server/core/RequestHandler.h"

#include <QHash>
#include <mutex>
#include <set>

namespace yizhan {

// Any thread.
class HintBus
{
public:
    HintBus();
    ~HintBus(); // after the last subscription
    std::unique_ptr<RequestHandler::Subscription> subscribe(std::vector<QString> offices, std::function<void()> wake);
    void tell(const std::vector<QString> &grown);
    // For several processes on one storage: tells of the offices whose head is beyond the one of the last call.
    void tellOfHeads(const std::vector<wire::OfficeMark> &heads);

private:
    class Listener;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::mutex m_headsMutex;
    QHash<QString, std::int64_t> m_heads;
};

} // namespace yizhan
