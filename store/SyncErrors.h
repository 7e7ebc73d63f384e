// SPDX-License-Identifier: GPL-3.0-or-later
// Messages about what the store keeps for synchronisation.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::storesyncerrors {

inline constexpr const char *nothingLost = QT_TRANSLATE_NOOP("Error",
                                                             "Nothing was changed; your work is safe on this computer.");

inline constexpr ErrorText notEnrolled{
    "ST-60", QT_TRANSLATE_NOOP("Error", "This computer does not belong to a district server."), nothingLost,
    QT_TRANSLATE_NOOP("Error", "Ask the administrator for an enrolment code and enrol it.")};
inline constexpr ErrorText workstationDamaged{
    "ST-61", QT_TRANSLATE_NOOP("Error", "The file that names this workstation (%1) is damaged."), nothingLost,
    QT_TRANSLATE_NOOP("Error", "Ask the administrator for a new enrolment code and enrol this computer again.")};
inline constexpr ErrorText conflictSettled{"ST-62",
                                           QT_TRANSLATE_NOOP("Error", "This entry was settled already, or is no longer there."),
                                           nothingLost, QT_TRANSLATE_NOOP("Error", "Read the list again.")};
inline constexpr ErrorText conflictUnreadable{
    "ST-63", QT_TRANSLATE_NOOP("Error", "The values of this entry were written by another release of the program."),
    nothingLost, QT_TRANSLATE_NOOP("Error", "Install the newest release; until then the standing value can be kept.")};
inline constexpr ErrorText conflictMoved{"ST-64",
                                         QT_TRANSLATE_NOOP("Error", "The value was changed again after this entry was read."),
                                         nothingLost, QT_TRANSLATE_NOOP("Error", "Read the list again, then decide.")};
inline constexpr ErrorText blockOverlaps{
    "ST-65", QT_TRANSLATE_NOOP("Error", "The server gave numbers that this computer already holds (%1)."), nothingLost,
    QT_TRANSLATE_NOOP("Error", "Tell the administrator the code.")};
inline constexpr ErrorText keyUnfit{"ST-66",
                                    QT_TRANSLATE_NOOP("Error", "A key from the district server does not fit this computer."),
                                    nothingLost, QT_TRANSLATE_NOOP("Error", "Tell the administrator the code.")};

} // namespace yizhan::storesyncerrors
