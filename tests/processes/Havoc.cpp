// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processes/Havoc.h"

#include "base/Random.h"
#include "tests/cli/ServerProcess.h"
#include "tests/processes/Clerk.h"

#include <algorithm>
#include <utility>

namespace yizhan {

namespace {

constexpr int callsInVain = 2;        // that a server stays away for
constexpr int asksWithoutStorage = 6; // that a storage stays away for

QString s(const char *text) { return QString::fromLatin1(text); }

} // namespace

Havoc::Havoc(ChaosProxy &proxy, ServerProcess &server, StorageControl storage, std::uint64_t seed, int rounds)
    : m_proxy(proxy), m_server(server), m_storage(std::move(storage)), m_rounds(rounds)
{
    for (int round = 0; round < rounds; ++round) {
        for (const Occasion occasion : {Occasion::HalfSent, Occasion::Sent, Occasion::Answered, Occasion::Acknowledged})
            m_plan.push_back({Victim::Server, occasion});
        for (const Occasion occasion : {Occasion::HalfSent, Occasion::Sent, Occasion::Answered, Occasion::Saving})
            m_plan.push_back({Victim::Client, occasion});
        if (m_storage.stop) {
            for (const Occasion occasion : {Occasion::Sent, Occasion::Acknowledged})
                m_plan.push_back({Victim::Storage, occasion});
        }
    }
    SeededRandom random(seed);
    for (std::size_t i = m_plan.size(); i > 1; --i)
        std::swap(m_plan[i - 1], m_plan[random.below(static_cast<std::uint32_t>(i))]);
    connect(&m_proxy, &ChaosProxy::held, this, &Havoc::pushIsHeld);
    connect(&m_proxy, &ChaosProxy::unreachable, this, &Havoc::foundNobody);
    connect(&m_proxy, &ChaosProxy::asked, this, &Havoc::askedServer);
}

void Havoc::add(Clerk &clerk)
{
    m_clerks.push_back(&clerk);
    connect(&clerk, &Clerk::exchanged, this, [this, &clerk] { occurred(Occasion::Acknowledged, clerk); });
    connect(&clerk, &Clerk::saving, this, [this, &clerk] { occurred(Occasion::Saving, clerk); });
}

void Havoc::begin() { waitForNext(); }

bool Havoc::isDone() const
{
    const ChaosProxy::Counts line = m_proxy.counts();
    return m_next == m_plan.size() && m_untilServer == 0 && m_untilStorage == 0
           && std::min({line.cutRequests, line.cutAnswers, line.turnedAway, line.delayed}) >= m_rounds;
}

QString Havoc::nameOf(const Item &item)
{
    const char *const victims[] = {"server", "client", "storage"};
    const char *const occasions[] = {"half a push sent", "a push sent", "a push answered", "an exchange acknowledged",
                                     "a save"};
    return s(victims[static_cast<int>(item.victim)]) + s(" down at ") + s(occasions[static_cast<int>(item.occasion)]);
}

QString Havoc::account() const
{
    QStringList lines;
    for (auto it = m_happened.cbegin(); it != m_happened.cend(); ++it)
        lines += QStringLiteral("%1: %2").arg(it.key()).arg(it.value());
    if (m_next < m_plan.size())
        lines += s("did not come to pass: ") + nameOf(m_plan[m_next]);
    return lines.join(s("; "));
}

void Havoc::waitForNext()
{
    m_isWaiting = m_next < m_plan.size();
    if (isWaitingFor(Occasion::HalfSent))
        m_proxy.holdNext(ChaosProxy::Moment::HalfSent);
    else if (isWaitingFor(Occasion::Sent))
        m_proxy.holdNext(ChaosProxy::Moment::Sent);
    else if (isWaitingFor(Occasion::Answered))
        m_proxy.holdNext(ChaosProxy::Moment::Answered);
}

bool Havoc::isWaitingFor(Occasion occasion) const { return m_isWaiting && m_plan[m_next].occasion == occasion; }

void Havoc::pushIsHeld(int door)
{
    const bool isStorage = m_plan[m_next].victim == Victim::Storage;
    Clerk &clerk = *m_clerks[static_cast<std::size_t>(door)];
    // a client that was killed by chance meanwhile is none that is in the middle of a push
    if (!clerk.isExchanging() || !strike(clerk))
        waitForNext();
    if (isStorage)
        m_proxy.goOn();
    else
        m_proxy.cutHeld();
}

void Havoc::occurred(Occasion occasion, Clerk &clerk)
{
    if (isWaitingFor(occasion))
        strike(clerk);
}

bool Havoc::strike(Clerk &clerk)
{
    const Item item = m_plan[m_next];
    if (item.victim == Victim::Client && !clerk.kill())
        return false;
    m_isWaiting = false;
    ++m_next;
    ++m_happened[nameOf(item)];
    switch (item.victim) {
    case Victim::Server:
        m_server.kill();
        m_untilServer = callsInVain;
        break;
    case Victim::Client: waitForNext(); break;
    case Victim::Storage:
        if (!m_storage.stop())
            m_faults += s("the storage did not stop");
        m_untilStorage = asksWithoutStorage;
        break;
    }
    return true;
}

void Havoc::foundNobody()
{
    if (m_untilServer == 0 || --m_untilServer > 0)
        return;
    if (!m_server.start())
        m_faults += s("the server did not start: ") + m_server.said();
    waitForNext();
}

void Havoc::askedServer()
{
    if (m_untilStorage == 0 || --m_untilStorage > 0)
        return;
    if (!m_storage.start())
        m_faults += s("the storage did not start");
    waitForNext();
}

} // namespace yizhan
