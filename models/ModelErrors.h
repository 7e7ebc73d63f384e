// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the models: what stands in the way of saving a form.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::text {

inline constexpr ErrorText draftUnreadable{
    "FO-01", QT_TRANSLATE_NOOP("Error", "An unfinished entry cannot be read."),
    QT_TRANSLATE_NOOP("Error", "Saved records are not affected."),
    QT_TRANSLATE_NOOP("Error", "Enter it again; if this happens repeatedly, tell the administrator.")};
inline constexpr ErrorText formIncomplete{"FO-02", QT_TRANSLATE_NOOP("Error", "Not saved yet: %1."),
                                          QT_TRANSLATE_NOOP("Error", "What you typed is kept as a draft."),
                                          QT_TRANSLATE_NOOP("Error", "Complete the marked fields and save again.")};

} // namespace yizhan::text
