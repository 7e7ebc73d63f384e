// SPDX-License-Identifier: GPL-3.0-or-later
// Exchanges with the district on the thread of a program that has nothing else to do: the core and a transport, no thread.
#pragma once

#include "sync/engine/SyncCore.h"

#include <QObject>
#include <QTimer>

namespace yizhan {

class SyncRound : public QObject
{
public:
    enum class Goes {
        Once, // until everything is sent and read, or something stands against it
        On    // and then with each hint of the server, until a person has to do something
    };
    // All of them live longer.
    SyncRound(SyncCore &core, Transport &transport, const Clock &clock);

    // After each step: for a progress bar.
    std::function<void(const SyncStatus &status)> watch;
    // The district wants this store destroyed: close it, wipe it. Required.
    std::function<void()> wipe;

    // Runs the program's event loop until it is over. False: the server answered nothing that could be waited for any more, or
    // something else stands against it; the status of the core tells what.
    bool run(Goes goes);

private:
    void advance();
    void soon();
    void finish(bool good);

    SyncCore &m_core;
    Transport &m_transport;
    const Clock &m_clock;
    Goes m_goes = Goes::Once;
    QTimer m_pause;
};

} // namespace yizhan
