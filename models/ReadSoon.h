// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a model read itself anew when the store has changed: soon, and once for many changes.
#pragma once

#include "store/Store.h"

#include <QTimer>
#include <functional>

namespace yizhan {

// In milliseconds.
struct ReadPace {
    int first = 0;   // from the beginning to the first reading
    int after = 300; // from a change to the reading that shows it, and all that came meanwhile
};

// GUI thread. A member of the model whose `read` it calls, the first time from the event loop; the store must outlive it.
class ReadSoon
{
public:
    using Concerns = std::function<bool(const ChangeSet &changes)>;

    // Without `concerns` every change is read.
    ReadSoon(Store &store, std::function<void()> read, ReadPace pace = {}, Concerns concerns = {});

private:
    QTimer m_timer;
};

} // namespace yizhan
