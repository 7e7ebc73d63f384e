// SPDX-License-Identifier: GPL-3.0-or-later
// The screens of the exchange for the pictures: conflicts put into the store, and a state that is played.
#pragma once

#include "app/desktop/Shots.h"
#include "app/desktop/SyncHost.h"

namespace yizhan {

// In place of the engine while pictures are taken: no network, always the same state.
SyncHost::Parts playedExchange();
// After the desk is unlocked: settling, the tray's neighbour the state, joining.
std::vector<Scene> exchangeScenes(Program &program);

} // namespace yizhan
