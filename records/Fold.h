// SPDX-License-Identifier: GPL-3.0-or-later
// How texts are made alike before they are compared for searching.
#pragma once

#include <QString>

namespace yizhan {

// A to Z become a to z; nothing else changes. What the store's SQL does for "contains".
QString foldCase(const QString &text);
// As foldCase; full-width letters, digits and punctuation (U+FF01..U+FF5E, U+3000) become half width first.
QString foldWidth(const QString &text);

} // namespace yizhan
