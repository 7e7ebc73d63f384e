// SPDX-License-Identifier: GPL-3.0-or-later
// Windows only: a password is read with the console's echo switched off.
#include "app/cli/Console.h"

#include <io.h>
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
    wchar_t buffer[512];
    DWORD count = 0;
    const bool read = ReadConsoleW(console, buffer, 511, &count, nullptr) != 0 && count > 0;
    if (known)
        SetConsoleMode(console, before);
    if (!read)
        return std::nullopt;
    QString line = QString::fromWCharArray(buffer, static_cast<qsizetype>(count));
    SecureZeroMemory(buffer, sizeof buffer);
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace yizhan::terminal
