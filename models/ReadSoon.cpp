// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ReadSoon.h"

namespace yizhan {

ReadSoon::ReadSoon(Store &store, std::function<void()> read, ReadPace pace, Concerns concerns)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [read = std::move(read)] { read(); });
    QObject::connect(&store, &Store::changed, &m_timer,
                     [this, after = pace.after, concerns = std::move(concerns)](const ChangeSet &changes) {
                         if ((!concerns || concerns(changes)) && !m_timer.isActive())
                             m_timer.start(after);
                     });
    m_timer.start(pace.first);
}

} // namespace yizhan
