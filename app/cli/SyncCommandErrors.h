// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands around synchronisation say when they cannot do what is asked.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::syncCommandErrors {

inline constexpr ErrorText notEnrolled{
    "CL-21", QT_TRANSLATE_NOOP("Error", "This store does not belong to a district yet."),
    QT_TRANSLATE_NOOP("Error", "Nothing was sent; your work is safe on this computer."),
    QT_TRANSLATE_NOOP("Error", "“yizhan-cli enrol” lets it join, with a code from the administrator.")};
inline constexpr ErrorText alreadyEnrolled{
    "CL-22", QT_TRANSLATE_NOOP("Error", "This store belongs to a district already: %1."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Name another folder with --store, or let the administrator revoke this workstation first.")};
inline constexpr ErrorText noConflict{"CL-23", QT_TRANSLATE_NOOP("Error", "There is no open conflict “%1”."),
                                      QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                      QT_TRANSLATE_NOOP("Error", "“yizhan-cli conflicts” lists what is open.")};
inline constexpr ErrorText noSettlement{"CL-24", QT_TRANSLATE_NOOP("Error", "“%1” is no way to settle it."),
                                        QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                        QT_TRANSLATE_NOOP("Error", "Expected: %2")};
inline constexpr ErrorText noCaseNamed{
    "CL-28", QT_TRANSLATE_NOOP("Error", "The case that this entry was made in is not on this computer any more."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed; what was entered is kept."),
    QT_TRANSLATE_NOOP("Error", "Name the case to enter it in, by its number, with --in.")};
inline constexpr ErrorText noCode{
    "CL-25", QT_TRANSLATE_NOOP("Error", "No enrolment code was given."), "",
    QT_TRANSLATE_NOOP("Error", "Use --code-file, or give it on the first line of standard input.")};
inline constexpr ErrorText noLogin{"CL-26", QT_TRANSLATE_NOOP("Error", "No login was given."), "",
                                   QT_TRANSLATE_NOOP("Error", "Use --user, or give it on a line of standard input.")};
inline constexpr ErrorText cannotWrite{"CL-27", QT_TRANSLATE_NOOP("Error", "The file “%1” cannot be written: %2"),
                                       QT_TRANSLATE_NOOP("Error", "Your work is safe on this computer."), ""};

} // namespace yizhan::syncCommandErrors
