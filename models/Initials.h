// SPDX-License-Identifier: GPL-3.0-or-later
// Pinyin initials of a Chinese label, so that a clerk finds 邻里纠纷 by typing lljf.
#pragma once

#include <QString>

namespace yizhan {

// Lower-case Latin initials, one a character; other characters stay as they are. Any thread.
QString initialsOf(const QString &chinese);

} // namespace yizhan
