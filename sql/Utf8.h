// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: from UTF-16 to UTF-8 straight into a buffer, the same everywhere that text is stored or hashed.
#pragma once

#include <QStringView>

namespace yizhan {

// Writes at most 3 bytes for each unit of text and returns how many. A lone surrogate becomes U+FFFD. (Qt's own encoder
// puts a question mark or U+FFFD there, by release; hashes need one answer for good.)
qsizetype encodeUtf8(QStringView text, char *out);

} // namespace yizhan
