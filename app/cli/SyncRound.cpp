// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SyncRound.h"

#include <QCoreApplication>

#include <algorithm>

namespace yizhan {

namespace {
constexpr std::int64_t longestPauseMs = 60'000; // clocks are set while we wait
constexpr std::int64_t shortestPauseMs = 10;
} // namespace

SyncRound::SyncRound(SyncCore &core, Transport &transport, const Clock &clock)
    : m_core(core), m_transport(transport), m_clock(clock)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SyncRound::advance);
}

bool SyncRound::run(Goes goes)
{
    m_goes = goes;
    soon();
    return QCoreApplication::exec() == 0;
}

// Never from within an answer: a core that is asked from its own take() would pile up call on call.
void SyncRound::soon()
{
    QMetaObject::invokeMethod(
        this, [this] { advance(); }, Qt::QueuedConnection);
}

void SyncRound::finish(bool good)
{
    m_pause.stop();
    QCoreApplication::exit(good ? 0 : 1);
}

void SyncRound::advance()
{
    SyncCore::Step step = m_core.next();
    if (watch)
        watch(m_core.status());
    switch (step.kind) {
    case SyncCore::Step::Kind::Send:
        if (step.interruptible && m_goes == Goes::Once) { // it would only wait for news: everything else is done
            m_core.abandon();
            finish(true);
            return;
        }
        m_transport.send(step.request, step.timeoutMs, [this](const Transport::Answer &answer) {
            if (answer.response)
                m_core.take(*answer.response);
            else
                m_core.fail(answer.failure);
            soon();
        });
        return;
    case SyncCore::Step::Kind::Wait:
        if (m_goes == Goes::Once || m_core.status().stage == SyncStage::NeedsLogin) {
            finish(false);
            return;
        }
        m_pause.start(static_cast<int>(std::clamp(step.until.ms - m_clock.now().ms, shortestPauseMs, longestPauseMs)));
        return;
    case SyncCore::Step::Kind::Wipe:
        wipe();
        m_core.wiped();
        soon();
        return;
    case SyncCore::Step::Kind::Stop: finish(false); return;
    }
}

} // namespace yizhan
