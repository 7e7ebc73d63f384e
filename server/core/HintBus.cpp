// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/HintBus.h"

#include <algorithm>

namespace yizhan {

struct HintBus::Shared {
    std::mutex mutex;
    std::set<Listener *> listeners;
};

class HintBus::Listener final : public RequestHandler::Subscription
{
public:
    Listener(std::shared_ptr<Shared> shared, std::vector<QString> offices, std::function<void()> wake)
        : m_shared(std::move(shared)), m_offices(std::move(offices)), m_wake(std::move(wake))
    {
        const std::lock_guard<std::mutex> lock(m_shared->mutex);
        m_shared->listeners.insert(this);
    }

    // Waits for a call that is running: tell() holds the lock meanwhile.
    ~Listener() override
    {
        const std::lock_guard<std::mutex> lock(m_shared->mutex);
        m_shared->listeners.erase(this);
    }

    bool wants(const std::vector<QString> &grown) const
    {
        return std::any_of(grown.begin(), grown.end(), [this](const QString &office) {
            return std::find(m_offices.begin(), m_offices.end(), office) != m_offices.end();
        });
    }
    void wake() const { m_wake(); }

private:
    std::shared_ptr<Shared> m_shared;
    std::vector<QString> m_offices;
    std::function<void()> m_wake;
};

HintBus::HintBus() : m_shared(std::make_shared<Shared>()) {}

HintBus::~HintBus() = default;

std::unique_ptr<RequestHandler::Subscription> HintBus::subscribe(std::vector<QString> offices, std::function<void()> wake)
{
    return std::make_unique<Listener>(m_shared, std::move(offices), std::move(wake));
}

void HintBus::tell(const std::vector<QString> &grown)
{
    const std::lock_guard<std::mutex> lock(m_shared->mutex);
    for (const Listener *listener : m_shared->listeners) {
        if (listener->wants(grown))
            listener->wake();
    }
}

void HintBus::tellOfHeads(const std::vector<wire::OfficeMark> &heads)
{
    std::vector<QString> grown;
    {
        const std::lock_guard<std::mutex> lock(m_headsMutex);
        for (const wire::OfficeMark &head : heads) {
            std::int64_t &known = m_heads[head.office];
            if (head.oseq > known)
                grown.push_back(head.office);
            known = head.oseq;
        }
    }
    if (!grown.empty())
        tell(grown);
}

} // namespace yizhan
