// SPDX-License-Identifier: GPL-3.0-or-later
// What any program of the command line says when the call itself is off.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::consoleErrors {

inline constexpr ErrorText unknownCommand{"CO-01", QT_TRANSLATE_NOOP("Error", "There is no command “%1”."), "",
                                          QT_TRANSLATE_NOOP("Error", "The word “help” lists the commands.")};
inline constexpr ErrorText badOption{"CO-02", QT_TRANSLATE_NOOP("Error", "The call is not understood: %1"), "",
                                     QT_TRANSLATE_NOOP("Error", "“help” with the command's name shows how it is called.")};
inline constexpr ErrorText missing{"CO-03", QT_TRANSLATE_NOOP("Error", "“%1” is missing."), "",
                                   QT_TRANSLATE_NOOP("Error", "“help” with the command's name shows how it is called.")};
inline constexpr ErrorText badValue{"CO-04", QT_TRANSLATE_NOOP("Error", "“%1” is not a valid value for %2."), "",
                                    QT_TRANSLATE_NOOP("Error", "Expected: %3")};
inline constexpr ErrorText unreadableFile{"CO-05", QT_TRANSLATE_NOOP("Error", "The file “%1” cannot be read: %2"), "", ""};
inline constexpr ErrorText noPassword{
    "CO-06", QT_TRANSLATE_NOOP("Error", "No password was given."), "",
    QT_TRANSLATE_NOOP("Error", "Use --password-file, or give it on the first line of standard input.")};
inline constexpr ErrorText notTwice{"CO-07", QT_TRANSLATE_NOOP("Error", "The two passwords differ."),
                                    QT_TRANSLATE_NOOP("Error", "Nothing was changed."), ""};

} // namespace yizhan::consoleErrors
