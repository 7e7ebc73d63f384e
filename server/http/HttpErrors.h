// SPDX-License-Identifier: GPL-3.0-or-later
// What the server's door says: requests that are turned away before anybody judges them, ports, certificates.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::httpErrors {

inline constexpr ErrorText malformed{"HT-01",
                                     QT_TRANSLATE_NOOP("Error", "The server did not understand the form of the request (%1)."),
                                     QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
                                     QT_TRANSLATE_NOOP("Error", "If it stays, tell the administrator the code.")};
inline constexpr ErrorText tooLarge{"HT-02", QT_TRANSLATE_NOOP("Error", "The request is larger than the server takes."),
                                    QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
                                    QT_TRANSLATE_NOOP("Error", "If it stays, tell the administrator the code.")};
inline constexpr ErrorText busy{"HT-03", QT_TRANSLATE_NOOP("Error", "The server has too much to do at the moment."),
                                QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
                                QT_TRANSLATE_NOOP("Error", "It is tried again by itself.")};
inline constexpr ErrorText tooMany{"HT-04",
                                   QT_TRANSLATE_NOOP("Error", "This workstation or its office asks the server too often."),
                                   QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
                                   QT_TRANSLATE_NOOP("Error", "It is tried again by itself.")};
inline constexpr ErrorText noSuchPlace{"HT-05", QT_TRANSLATE_NOOP("Error", "The server has nothing at this address."), "",
                                       QT_TRANSLATE_NOOP("Error", "Check the server's address in the settings.")};
inline constexpr ErrorText cannotListen{
    "HT-06", QT_TRANSLATE_NOOP("Error", "The server cannot take connections at %1: %2"),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Check that no other server runs there, or give another address with --listen.")};
inline constexpr ErrorText certificateFile{"HT-07", QT_TRANSLATE_NOOP("Error", "The certificate file “%1” cannot be used."),
                                           QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                           QT_TRANSLATE_NOOP("Error", "Put it back from a backup of the server's folder.")};
inline constexpr ErrorText certificateKey{
    "HT-08", QT_TRANSLATE_NOOP("Error", "The server's key does not open the certificate file “%1”."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Give the key that was made together with this folder.")};
inline constexpr ErrorText cannotCertify{"HT-09", QT_TRANSLATE_NOOP("Error", "A certificate could not be made (%1)."),
                                         QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                         QT_TRANSLATE_NOOP("Error", "Check the names given with --name.")};
inline constexpr ErrorText cannotWrite{"HT-10", QT_TRANSLATE_NOOP("Error", "The file “%1” cannot be written: %2"),
                                       QT_TRANSLATE_NOOP("Error", "What stood there before is unchanged."),
                                       QT_TRANSLATE_NOOP("Error", "Check the disk and the rights of the folder.")};
inline constexpr ErrorText noNextAuthority{
    "HT-11", QT_TRANSLATE_NOOP("Error", "There is no next authority."), QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Make one first, and wait until all workstations have connected.")};

} // namespace yizhan::httpErrors
