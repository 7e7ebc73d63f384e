// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Initials.h"

#include "store/Pinyin.h"

namespace yizhan {

QString initialsOf(const QString &chinese)
{
    QString out;
    for (const char32_t character : chinese.toUcs4()) {
        const auto readings = Pinyin::table().readings(character);
        if (!readings.empty())
            out += QLatin1Char(readings.front().front());
        else if (!QChar::isSpace(character) && !QChar::isPunct(character))
            out += QString::fromUcs4(&character, 1).toLower();
    }
    return out;
}

} // namespace yizhan
