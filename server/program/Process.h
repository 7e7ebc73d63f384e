// SPDX-License-Identifier: GPL-3.0-or-later
// What the operating system tells a server and allows it; Unix and Windows each have a file.
#pragma once

#include <chrono>

namespace yizhan::process {

// Before any thread is started: from here on a wish to stop (SIGTERM, SIGINT, console closed) waits for askedToStop(), and a
// peer that hangs up raises nothing.
void prepare();
// Waits for such a wish, at most so long. True: stop.
bool askedToStop(std::chrono::milliseconds within);
// As many open files as the system lets this program have; how many that are.
int raiseOpenFiles();

} // namespace yizhan::process
