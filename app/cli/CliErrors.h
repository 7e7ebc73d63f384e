// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says when the call itself is off.
#pragma once

#include "base/Error.h"

namespace yizhan::cliErrors {

inline constexpr ErrorText unknownCommand{"CL-01", QT_TRANSLATE_NOOP("Error", "There is no command “%1”."), "",
                                          QT_TRANSLATE_NOOP("Error", "“yizhan-cli help” lists the commands.")};
inline constexpr ErrorText badOption{"CL-02", QT_TRANSLATE_NOOP("Error", "The call is not understood: %1"), "",
                                     QT_TRANSLATE_NOOP("Error", "“yizhan-cli help COMMAND” shows how it is called.")};
inline constexpr ErrorText missingArgument{"CL-03", QT_TRANSLATE_NOOP("Error", "“%1” is missing."), "",
                                           QT_TRANSLATE_NOOP("Error", "“yizhan-cli help COMMAND” shows how it is called.")};
inline constexpr ErrorText unknownKind{"CL-04", QT_TRANSLATE_NOOP("Error", "There is no kind of record called “%1”."), "",
                                       QT_TRANSLATE_NOOP("Error", "Kinds: %2")};
inline constexpr ErrorText unknownField{"CL-05", QT_TRANSLATE_NOOP("Error", "“%1” has no field “%2” that can be set."), "",
                                        QT_TRANSLATE_NOOP("Error", "“yizhan-cli fields %1” lists them.")};
inline constexpr ErrorText personalArgument{
    "CL-06",
    QT_TRANSLATE_NOOP("Error", "The field “%1” holds personal data, and arguments can be seen by everybody on this computer."),
    QT_TRANSLATE_NOOP("Error", "Nothing was written."),
    QT_TRANSLATE_NOOP("Error", "Give it as a JSON line on standard input or in a file with --file.")};
inline constexpr ErrorText badJson{"CL-07", QT_TRANSLATE_NOOP("Error", "Line %1 is not a JSON object: %2"),
                                   QT_TRANSLATE_NOOP("Error", "Lines before it were written."), ""};
inline constexpr ErrorText noPassword{
    "CL-08", QT_TRANSLATE_NOOP("Error", "No password was given."), "",
    QT_TRANSLATE_NOOP("Error", "Use --password-file, or give it on the first line of standard input.")};
inline constexpr ErrorText unreadableFile{"CL-09", QT_TRANSLATE_NOOP("Error", "The file “%1” cannot be read."), "",
                                          QT_TRANSLATE_NOOP("Error", "Check its name and whether you may read it.")};
inline constexpr ErrorText noStore{"CL-10", QT_TRANSLATE_NOOP("Error", "There is no store in the folder “%1”."), "",
                                   QT_TRANSLATE_NOOP("Error", "Name it with --store, or make one with “yizhan-cli init”.")};
inline constexpr ErrorText badValue{"CL-11", QT_TRANSLATE_NOOP("Error", "“%1” is not a valid value for %2."), "",
                                    QT_TRANSLATE_NOOP("Error", "Expected: %3")};
inline constexpr ErrorText checkFailed{
    "CL-12", QT_TRANSLATE_NOOP("Error", "%1 of %2 checks failed."), QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error",
                      "Make a backup copy of the folder before you do anything else, then restore the last good backup.")};
inline constexpr ErrorText noTransition{"CL-13", QT_TRANSLATE_NOOP("Error", "This record has no step called “%1”."), "",
                                        QT_TRANSLATE_NOOP("Error", "Steps: %2")};
inline constexpr ErrorText ambiguousUser{"CL-14", QT_TRANSLATE_NOOP("Error", "This store has several users."), "",
                                         QT_TRANSLATE_NOOP("Error", "Name one with --user: %1")};
inline constexpr ErrorText noReason{
    "CL-15", QT_TRANSLATE_NOOP("Error", "Full personal data is shown only with a reason, which goes to the audit."), "",
    QT_TRANSLATE_NOOP("Error", "Add --reason TEXT.")};

} // namespace yizhan::cliErrors
