// SPDX-License-Identifier: GPL-3.0-or-later
// Messages about the line to the district server and about what it answered.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::engineerrors {

inline constexpr const char *workSafe = QT_TRANSLATE_NOOP("Error",
                                                          "Your work is safe on this computer and will be sent later.");
inline constexpr const char *byItself = QT_TRANSLATE_NOOP("Error", "Nothing needs to be done; it is tried again by itself.");

inline constexpr ErrorText noLine{"SE-01", QT_TRANSLATE_NOOP("Error", "The district server cannot be reached."), workSafe,
                                  byItself};
inline constexpr ErrorText tooSlow{"SE-02", QT_TRANSLATE_NOOP("Error", "The district server did not answer in time."), workSafe,
                                   byItself};
inline constexpr ErrorText wrongServer{
    "SE-03", QT_TRANSLATE_NOOP("Error", "Somebody else answers at the address of the district server."), workSafe,
    QT_TRANSLATE_NOOP("Error", "Do not enter your password. Tell the administrator the code.")};
inline constexpr ErrorText busy{"SE-04", QT_TRANSLATE_NOOP("Error", "The district server asks to wait."), workSafe, byItself};
inline constexpr ErrorText refusedLogin{
    "SE-05", QT_TRANSLATE_NOOP("Error", "The district server does not accept this name and password."), workSafe,
    QT_TRANSLATE_NOOP("Error", "Log in to the server again; after a change of password use the new one.")};
inline constexpr ErrorText loginNeeded{"SE-06", QT_TRANSLATE_NOOP("Error", "Nobody is logged in to the district server."),
                                       workSafe, QT_TRANSLATE_NOOP("Error", "Log in to send and receive.")};
inline constexpr ErrorText notAllowed{
    "SE-07", QT_TRANSLATE_NOOP("Error", "The district server does not let this computer or this account in (%1)."), workSafe,
    QT_TRANSLATE_NOOP("Error", "Ask the administrator.")};
inline constexpr ErrorText revoked{
    "SE-08", QT_TRANSLATE_NOOP("Error", "This computer was taken out of service by the district."),
    QT_TRANSLATE_NOOP("Error", "Work that was not sent yet has been handed to the administrator where that was possible."),
    QT_TRANSLATE_NOOP("Error", "Ask the administrator.")};
inline constexpr ErrorText tooOld{"SE-09",
                                  QT_TRANSLATE_NOOP("Error", "This release of the program is too old for the district server."),
                                  QT_TRANSLATE_NOOP("Error", "Your work is still sent; what others write does not come in."),
                                  QT_TRANSLATE_NOOP("Error", "Install the newest release.")};
inline constexpr ErrorText strangeAnswer{
    "SE-10", QT_TRANSLATE_NOOP("Error", "The district server answered something that cannot be understood (%1)."), workSafe,
    QT_TRANSLATE_NOOP("Error", "If it stays, tell the administrator the code.")};
inline constexpr ErrorText newerServerNeeded{
    "SE-11", QT_TRANSLATE_NOOP("Error", "Some of the work needs a newer release of the district server."), workSafe,
    QT_TRANSLATE_NOOP("Error", "It waits and goes by itself when the server is brought up to date.")};
inline constexpr ErrorText askPerson{
    "SE-12", QT_TRANSLATE_NOOP("Error", "The server wants to remove %1 of %2 records of office %3 from this computer."),
    QT_TRANSLATE_NOOP("Error", "Nothing was removed."),
    QT_TRANSLATE_NOOP("Error", "Ask the administrator whether that is meant, then allow it.")};
inline constexpr ErrorText differs{
    "SE-13",
    QT_TRANSLATE_NOOP("Error", "The records of office %1 differ from those on the server, and repairing did not help."),
    QT_TRANSLATE_NOOP("Error", "You can go on working; your work is sent as usual."),
    QT_TRANSLATE_NOOP("Error", "Tell the administrator the code; it is tried again tomorrow.")};
inline constexpr ErrorText wrongDistrict{
    "SE-14", QT_TRANSLATE_NOOP("Error", "The server at this address is not the one that the enrolment code names."),
    QT_TRANSLATE_NOOP("Error", "Nothing was sent."),
    QT_TRANSLATE_NOOP("Error", "Compare the address and the code with the sheet; tell the administrator if both are right.")};
inline constexpr ErrorText codeRefused{
    "SE-15", QT_TRANSLATE_NOOP("Error", "The district server does not accept this enrolment code."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "A code is good once and for one day; ask the administrator for a new one.")};
inline constexpr ErrorText addressUnfit{
    "SE-16", QT_TRANSLATE_NOOP("Error", "This is not the address of a server."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Enter a name or number, with a port if the sheet names one: server.example:8443.")};
inline constexpr ErrorText refusedPerson{
    "SE-17", QT_TRANSLATE_NOOP("Error", "The district server does not accept this name, password or second factor."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed; the enrolment code is still good."),
    QT_TRANSLATE_NOOP("Error", "Try again; after several wrong attempts there is a pause between them.")};
inline constexpr ErrorText bundleForeign{
    "SE-20", QT_TRANSLATE_NOOP("Error", "This exchange file is not for this computer, or was changed on its way."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
    QT_TRANSLATE_NOOP("Error", "Take the answer that was made for the last file written here.")};
inline constexpr ErrorText bundleOld{
    "SE-21", QT_TRANSLATE_NOOP("Error", "This exchange file was taken in already, or a newer one was written since."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
    QT_TRANSLATE_NOOP("Error", "Take the answer to the newest file.")};

} // namespace yizhan::engineerrors
