// SPDX-License-Identifier: GPL-3.0-or-later
// Putting names and patterns into SQL text; values are always bound, never pasted.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace yizhan {

// "name" with quotes doubled.
QString quoteIdentifier(QStringView name);
QByteArray quoteIdentifierUtf8(QStringView name);
// 'text' with quotes doubled: for the few places where SQL takes no parameter (ATTACH in a shell, generated defaults).
QString quoteLiteral(QStringView text);
// The text with %, _ and the backslash itself escaped, for LIKE ... ESCAPE '\'.
QString escapeLike(QStringView text);
// UTF-8 in which a lone surrogate has become U+FFFD: the form in which text is stored and hashed.
QByteArray toUtf8(QStringView text);

} // namespace yizhan
