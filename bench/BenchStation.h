// SPDX-License-Identifier: GPL-3.0-or-later
// A real workstation for measuring: its encrypted store, synchronisation on its own thread, HTTPS to the server; bytes counted.
#pragma once

#include "bench/BenchDistrict.h"
#include "store/SyncDoor.h"
#include "sync/engine/SyncEngine.h"

#include <atomic>
#include <functional>
#include <memory>

namespace yizhan {

// What went over the line as HTTP: start line, headers, bodies; without TLS and TCP.
struct Traffic {
    std::atomic<std::int64_t> requests = 0;
    std::atomic<std::int64_t> sent = 0;
    std::atomic<std::int64_t> received = 0;
    std::atomic<std::int64_t> pushed = 0; // of `sent`: pushes
    std::atomic<std::int64_t> pushes = 0;
};
// Of a request as it is written; Qt adds host, user agent and the like.
std::int64_t bytesOf(const WireRequest &request);
std::int64_t bytesOf(const WireResponse &response);

// Runs the program's event loop until the condition holds; looked at every millisecond. False: the time was over.
bool runUntil(const std::function<bool()> &condition, int ms);

class BenchStation
{
public:
    // Enrols over HTTPS with the code and makes the store in `folder`, which must not exist. Runs nothing yet.
    static Result<std::unique_ptr<BenchStation>> join(const QString &folder, const BenchServer &server, const QString &code,
                                                      std::shared_ptr<const RuleBook> rules);
    ~BenchStation();

    Store &store() { return *m_store; }
    SyncEngine &engine() { return *m_engine; }
    const Traffic &traffic() const { return *m_traffic; }
    // Starts synchronisation, logged in.
    void begin();
    void stop() { m_engine->stop(); }
    // Everything is sent and read: a round has been completed since begin(), and the queue is empty.
    bool isDone() const;

private:
    BenchStation() = default;

    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncEngine> m_engine;
    std::shared_ptr<Traffic> m_traffic = std::make_shared<Traffic>();
};

} // namespace yizhan
