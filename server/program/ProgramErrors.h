// SPDX-License-Identifier: GPL-3.0-or-later
// What yizhan-server says about its folder, its key and calls that cannot be carried out.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::programErrors {

inline constexpr ErrorText notInitialised{
    "SP-01", QT_TRANSLATE_NOOP("Error", "There is no district in the folder “%1” yet."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Make one with “yizhan-server init --data DIR --district NAME --name HOST”, where HOST is the "
                               "name or address by which workstations reach this computer.")};
inline constexpr ErrorText initialised{"SP-02", QT_TRANSLATE_NOOP("Error", "The folder “%1” holds a district already."),
                                       QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                       QT_TRANSLATE_NOOP("Error", "Give another folder with --data.")};
inline constexpr ErrorText noKey{
    "SP-03", QT_TRANSLATE_NOOP("Error", "The server's key “%1” cannot be read."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Name it with --key-file, or put its copy back. Without the key nobody can open the data.")};
inline constexpr ErrorText openKey{"SP-04", QT_TRANSLATE_NOOP("Error", "Others than its owner may read the server's key “%1”."),
                                   QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                   QT_TRANSLATE_NOOP("Error", "Take the right away: chmod 600.")};
inline constexpr ErrorText inUse{"SP-05", QT_TRANSLATE_NOOP("Error", "A server runs on the folder “%1”."),
                                 QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                 QT_TRANSLATE_NOOP("Error", "Stop it first.")};
inline constexpr ErrorText passwordInUrl{
    "SP-06",
    QT_TRANSLATE_NOOP("Error", "The address of the database holds a password, and everybody on this computer can see it."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Leave it out; put it into the password file of PostgreSQL (PGPASSFILE).")};
inline constexpr ErrorText cannotWrite{"SP-07", QT_TRANSLATE_NOOP("Error", "The file “%1” cannot be written: %2"),
                                       QT_TRANSLATE_NOOP("Error", "What stood there before is unchanged."),
                                       QT_TRANSLATE_NOOP("Error", "Check the disk and the rights of the folder.")};
inline constexpr ErrorText noLeasedSeries{"SP-17",
                                          QT_TRANSLATE_NOOP("Error", "“%1” is no official number that workstations keep blocks of."),
                                          QT_TRANSLATE_NOOP("Error", "The server was not started."),
                                          QT_TRANSLATE_NOOP("Error", "Name a series that numbers.json gives by lease, such as mediation.")};
inline constexpr ErrorText exists{"SP-08", QT_TRANSLATE_NOOP("Error", "“%1” exists already."),
                                  QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                  QT_TRANSLATE_NOOP("Error", "Give another name.")};
inline constexpr ErrorText drillNeedsDatabase{
    "SP-09", QT_TRANSLATE_NOOP("Error", "A backup of PostgreSQL is tried in a database of its own."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Restore it with another --data and an empty database as --postgres, then verify that one.")};
inline constexpr ErrorText checkFailed{
    "SP-10", QT_TRANSLATE_NOOP("Error", "The check found faults: %1."), QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Keep the files as they are and restore the last backup that verifies.")};

inline constexpr ErrorText noSeries{"SP-11", QT_TRANSLATE_NOOP("Error", "No number of the series “%1” was ever given out."),
                                    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                    QT_TRANSLATE_NOOP("Error", "A key looks like mediation/2026/JO01.")};
inline constexpr ErrorText neverGiven{
    "SP-12", QT_TRANSLATE_NOOP("Error", "These are not numbers that were given out; the highest is %1."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Give the first and the last serial number.")};
inline constexpr ErrorText yearClosed{"SP-13", QT_TRANSLATE_NOOP("Error", "%1 is closed already."),
                                      QT_TRANSLATE_NOOP("Error", "Nothing was changed."), ""};
inline constexpr ErrorText numberTaken{
    "SP-14", QT_TRANSLATE_NOOP("Error", "One of these numbers of %1 is used, void or returned already."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."), QT_TRANSLATE_NOOP("Error", "Leave it out.")};
inline constexpr ErrorText numberLeased{
    "SP-15", QT_TRANSLATE_NOOP("Error", "One of these numbers of %1 is held by a workstation, which may use it at any time."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Let the workstation connect and return its numbers, or revoke it.")};
inline constexpr ErrorText answerLost{
    "SP-16", QT_TRANSLATE_NOOP("Error", "The answer could not be written to “%1”: %2"),
    QT_TRANSLATE_NOOP("Error", "What the workstation handed in was taken."),
    QT_TRANSLATE_NOOP("Error", "Have the workstation write a new file; its answer repeats what was decided.")};

} // namespace yizhan::programErrors
