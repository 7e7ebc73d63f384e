// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the district server: what a workstation or an administrator is told when it says no.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::servererrors {

inline constexpr ErrorText malformed{"SV-01", QT_TRANSLATE_NOOP("Error", "The server could not read the request."),
                                     QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
                                     QT_TRANSLATE_NOOP("Error", "Install the newest release; if it stays, report the code.")};
inline constexpr ErrorText unknownDevice{
    "SV-02", QT_TRANSLATE_NOOP("Error", "The server does not know this workstation, or its signature does not fit."),
    QT_TRANSLATE_NOOP("Error", "Your work is safe on this computer."),
    QT_TRANSLATE_NOOP("Error", "Ask the administrator whether this workstation is still enrolled.")};
inline constexpr ErrorText revoked{"SV-03",
                                   QT_TRANSLATE_NOOP("Error", "This workstation is no longer admitted to the district."),
                                   QT_TRANSLATE_NOOP("Error", "What was unsent can still be handed in."),
                                   QT_TRANSLATE_NOOP("Error", "Ask the administrator.")};
inline constexpr ErrorText logIn{"SV-04", QT_TRANSLATE_NOOP("Error", "The login at the server has ended."),
                                 QT_TRANSLATE_NOOP("Error", "Your work is safe on this computer."),
                                 QT_TRANSLATE_NOOP("Error", "Log in again.")};
inline constexpr ErrorText badLogin{
    "SV-05", QT_TRANSLATE_NOOP("Error", "Login name, password or second factor is not right."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Try again; after several wrong attempts there is a pause between them.")};
inline constexpr ErrorText slowDown{"SV-06", QT_TRANSLATE_NOOP("Error", "Too many attempts; wait %1 seconds."),
                                    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                    QT_TRANSLATE_NOOP("Error", "Wait, then try again.")};
inline constexpr ErrorText notGranted{
    "SV-07", QT_TRANSLATE_NOOP("Error", "This workstation or this person may not do that for the office."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."), QT_TRANSLATE_NOOP("Error", "Ask the administrator for the right.")};
inline constexpr ErrorText otherEpoch{
    "SV-08", QT_TRANSLATE_NOOP("Error", "The server was restored from a backup meanwhile."),
    QT_TRANSLATE_NOOP("Error", "Your work is safe; what the backup lacks is sent again by itself."), ""};
inline constexpr ErrorText tooOld{"SV-09", QT_TRANSLATE_NOOP("Error", "This release is too old to read from the server."),
                                  QT_TRANSLATE_NOOP("Error", "Unsent work is still taken."),
                                  QT_TRANSLATE_NOOP("Error", "Install the newest release.")};
inline constexpr ErrorText noSuchThing{"SV-10", QT_TRANSLATE_NOOP("Error", "The server does not have what was asked for."),
                                       QT_TRANSLATE_NOOP("Error", "Nothing was changed."), ""};
inline constexpr ErrorText tooLarge{"SV-11", QT_TRANSLATE_NOOP("Error", "The request is too large."),
                                    QT_TRANSLATE_NOOP("Error", "Nothing was changed."), ""};
inline constexpr ErrorText storage{
    "SV-12", QT_TRANSLATE_NOOP("Error", "The server's storage does not answer (%1)."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
    QT_TRANSLATE_NOOP("Error", "It is tried again by itself; tell the administrator if it lasts.")};
inline constexpr ErrorText code{"SV-13", QT_TRANSLATE_NOOP("Error", "The enrolment code is wrong, used up or out of date."),
                                QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                QT_TRANSLATE_NOOP("Error", "Ask the administrator for a new code.")};
inline constexpr ErrorText loginTaken{"SV-14", QT_TRANSLATE_NOOP("Error", "There is a login of that name already."),
                                      QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                      QT_TRANSLATE_NOOP("Error", "Choose another name.")};
inline constexpr ErrorText weakPassword{
    "SV-15", QT_TRANSLATE_NOOP("Error", "The password is too easy to guess."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Use 10 to 200 characters of at least three kinds (small and capital letters, digits, others), "
                               "without the login name.")};
inline constexpr ErrorText roles{
    "SV-16", QT_TRANSLATE_NOOP("Error", "These roles cannot stand together in one account, or one is unknown (%1)."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."), QT_TRANSLATE_NOOP("Error", "Make separate accounts for them.")};
inline constexpr ErrorText unknownOffice{"SV-17", QT_TRANSLATE_NOOP("Error", "There is no such office in the district (%1)."),
                                         QT_TRANSLATE_NOOP("Error", "Nothing was changed."), ""};
inline constexpr ErrorText damaged{
    "SV-18", QT_TRANSLATE_NOOP("Error", "The server's records do not hold together (%1)."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Keep the files as they are and restore the last backup that verifies.")};
inline constexpr ErrorText numberGap{
    "SV-19", QT_TRANSLATE_NOOP("Error", "The year cannot be closed: %1 numbers of %2 are not accounted for, the first is %3."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Let the workstations return their blocks, or enter the numbers as void with a reason.")};
inline constexpr ErrorText noNumber{"SV-20", QT_TRANSLATE_NOOP("Error", "The server gives no number for this (%1)."),
                                    QT_TRANSLATE_NOOP("Error", "Nothing was changed."), ""};
inline constexpr ErrorText initialised{"SV-21", QT_TRANSLATE_NOOP("Error", "This storage holds a district already."),
                                       QT_TRANSLATE_NOOP("Error", "Nothing was changed."), ""};
inline constexpr ErrorText notInitialised{"SV-22", QT_TRANSLATE_NOOP("Error", "This storage holds no district yet."),
                                          QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                          QT_TRANSLATE_NOOP("Error", "Run init first.")};
inline constexpr ErrorText tooNew{
    "SV-23", QT_TRANSLATE_NOOP("Error", "The storage has format %1; this server knows formats up to %2."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."), QT_TRANSLATE_NOOP("Error", "Install the newer release.")};
inline constexpr ErrorText files{"SV-24", QT_TRANSLATE_NOOP("Error", "A file of the server cannot be read or written (%1)."),
                                 QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                 QT_TRANSLATE_NOOP("Error", "Check the folder, its rights and the room on the disk.")};
inline constexpr ErrorText notABackup{"SV-25", QT_TRANSLATE_NOOP("Error", "This is not a whole backup of this district (%1)."),
                                      QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                      QT_TRANSLATE_NOOP("Error", "Choose another backup.")};
inline constexpr ErrorText bundleForeign{
    "SV-26", QT_TRANSLATE_NOOP("Error", "This exchange file comes from a workstation that the district does not know."),
    QT_TRANSLATE_NOOP("Error", "Nothing was taken."),
    QT_TRANSLATE_NOOP("Error", "Ask which district it was written for.")};
inline constexpr ErrorText bundleChanged{
    "SV-27",
    QT_TRANSLATE_NOOP("Error", "This is no whole exchange file for this district: it was cut off or changed on its way, or is "
                               "meant for somebody else."),
    QT_TRANSLATE_NOOP("Error", "Nothing was taken."),
    QT_TRANSLATE_NOOP("Error", "Have the workstation write a new file.")};
inline constexpr ErrorText bundleSeen{
    "SV-28",
    QT_TRANSLATE_NOOP("Error", "File %1 of this workstation was taken already, or came after a newer one; the last one taken "
                               "is %2."),
    QT_TRANSLATE_NOOP("Error", "Nothing was taken."),
    QT_TRANSLATE_NOOP("Error", "Give back the answer that was made; if it is lost, have the workstation write a new file.")};
inline constexpr ErrorText bundleBroken{
    "SV-29", QT_TRANSLATE_NOOP("Error", "File %1 of this workstation does not follow file %2, which was taken last."),
    QT_TRANSLATE_NOOP("Error", "Nothing was taken."),
    QT_TRANSLATE_NOOP("Error", "A copy of the workstation's store may be in use. Have the right one write a new file.")};
inline constexpr ErrorText bundleNobody{
    "SV-30", QT_TRANSLATE_NOOP("Error", "Nobody who may log in stands behind this exchange file."),
    QT_TRANSLATE_NOOP("Error", "Nothing was taken."),
    QT_TRANSLATE_NOOP("Error", "Somebody with an account has to log in at that workstation over the line once.")};
inline constexpr ErrorText bundleEpoch{
    "SV-31", QT_TRANSLATE_NOOP("Error", "This exchange file was written before the server was restored from a backup."),
    QT_TRANSLATE_NOOP("Error", "Nothing was taken. The answer was written; it tells the workstation."),
    QT_TRANSLATE_NOOP("Error", "Let the workstation read the answer and write a new file.")};

} // namespace yizhan::servererrors
