// SPDX-License-Identifier: GPL-3.0-or-later
// POSIX only: a password is read with the terminal's echo switched off.
#include "app/console/Console.h"

#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace yizhan::terminal {

bool isTerminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::optional<QString> readSecret()
{
    termios before{};
    const bool known = ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (known) {
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    std::string line;
    const bool read = static_cast<bool>(std::getline(std::cin, line));
    if (known)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    if (!read)
        return std::nullopt;
    return QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
}

} // namespace yizhan::terminal
