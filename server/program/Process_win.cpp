// SPDX-License-Identifier: GPL-3.0-or-later
// Windows only: the console's events take the place of signals.
#include "server/program/Process.h"

#include <windows.h>

namespace yizhan::process {

namespace {
HANDLE stopEvent = nullptr;

BOOL WINAPI onEvent(DWORD)
{
    SetEvent(stopEvent);
    return TRUE;
}
} // namespace

void prepare()
{
    stopEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(onEvent, TRUE);
}

bool askedToStop(std::chrono::milliseconds within)
{
    return WaitForSingleObject(stopEvent, static_cast<DWORD>(within.count())) == WAIT_OBJECT_0;
}

int raiseOpenFiles() { return 16'384; } // sockets are not counted among files here

} // namespace yizhan::process
