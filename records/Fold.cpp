// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Fold.h"

namespace yizhan {

namespace {
constexpr char16_t lower(char16_t unit) { return unit >= u'A' && unit <= u'Z' ? static_cast<char16_t>(unit + 0x20) : unit; }

constexpr char16_t narrow(char16_t unit)
{
    if (unit == 0x3000)
        return u' ';
    return unit >= 0xFF01 && unit <= 0xFF5E ? static_cast<char16_t>(unit - 0xFEE0) : unit;
}

template <class Function>
QString eachUnit(const QString &text, Function change)
{
    QString out = text;
    for (QChar &unit : out)
        unit = QChar(change(unit.unicode()));
    return out;
}
} // namespace

QString foldCase(const QString &text) { return eachUnit(text, lower); }

QString foldWidth(const QString &text)
{
    return eachUnit(text, [](char16_t unit) { return lower(narrow(unit)); });
}

} // namespace yizhan
