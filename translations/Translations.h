// SPDX-License-Identifier: GPL-3.0-or-later
// Switches the language of a running program.
#pragma once

#include <QString>

namespace yizhan {

// "zh" or "en"; anything else is "en". Replaces the language chosen before; windows are told by QEvent::LanguageChange.
// GUI thread (or the main thread of a program without windows).
void useLanguage(const QString &language);

} // namespace yizhan
