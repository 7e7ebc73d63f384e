// SPDX-License-Identifier: GPL-3.0-or-later
// Messages about what came over the line: forms of requests and answers, signatures, codes, bundles.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::protocolErrors {

inline constexpr ErrorText field{
    "SY-01", QT_TRANSLATE_NOOP("Error", "A message from the other side has a value that does not fit (%1)."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
    QT_TRANSLATE_NOOP("Error", "Try again later. If it stays, tell the administrator the code.")};
inline constexpr ErrorText body{"SY-02", QT_TRANSLATE_NOOP("Error", "A message from the other side is damaged or too large."),
                                QT_TRANSLATE_NOOP("Error", "Nothing was changed; your work is safe on this computer."),
                                QT_TRANSLATE_NOOP("Error", "Try again later. If it stays, tell the administrator the code.")};
inline constexpr ErrorText enrolmentCode{
    "SY-03", QT_TRANSLATE_NOOP("Error", "This is not an enrolment code, or a character was mistyped."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Compare it with the sheet group by group; it has five groups of five characters.")};

} // namespace yizhan::protocolErrors
