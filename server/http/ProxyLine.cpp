// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ProxyLine.h"

#include <QList>

namespace yizhan::proxyLine {

std::optional<QByteArray> sourceIn(QByteArrayView line)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.value(0) != "PROXY")
        return std::nullopt;
    if (words.value(1) == "UNKNOWN")
        return QByteArray();
    if (words.size() != 6 || (words[1] != "TCP4" && words[1] != "TCP6") || words[2].isEmpty())
        return std::nullopt;
    return words[2];
}

} // namespace yizhan::proxyLine
