// SPDX-License-Identifier: GPL-3.0-or-later
// Windows only: a password is read with the console's echo switched off.
#include "app/console/Console.h"

#include <io.h>
#include <iterator>
#include <windows.h>

namespace yizhan::terminal {

bool isTerminal(int descriptor) { return _isatty(descriptor) != 0; }

std::optional<QString> readSecret()
{
    const HANDLE console = GetStdHandle(STD_INPUT_HANDLE);
    DWORD before = 0;
    const bool known = GetConsoleMode(console, &before) != 0;
    if (known)
        SetConsoleMode(console, before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    QString line;
    bool read = true;
    while (read && !line.endsWith(u'\n')) { // a line longer than the buffer comes in pieces
        wchar_t buffer[512];
        DWORD count = 0;
        read = ReadConsoleW(console, buffer, static_cast<DWORD>(std::size(buffer)), &count, nullptr) != 0 && count > 0;
        if (read)
            line += QString::fromWCharArray(buffer, static_cast<qsizetype>(count));
        SecureZeroMemory(buffer, sizeof buffer);
    }
    if (known)
        SetConsoleMode(console, before);
    if (line.isEmpty())
        return std::nullopt;
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace yizhan::terminal
