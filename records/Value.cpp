// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Value.h"

#include <algorithm>
#include <cstring>

namespace yizhan {

namespace {
// Ranks a UTF-16 unit so that comparing ranks orders texts by code point: surrogates stand for code points above U+FFFF
// and have to come after U+E000..U+FFFF.
constexpr int rank(char16_t unit)
{
    if (unit < 0xD800)
        return unit;
    return unit >= 0xE000 ? unit - 0x800 : unit + 0x2000;
}

int compareTexts(const QString &a, const QString &b)
{
    const auto *left = a.utf16();
    const auto *right = b.utf16();
    const qsizetype shared = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < shared; ++i) {
        if (left[i] != right[i])
            return rank(static_cast<char16_t>(left[i])) < rank(static_cast<char16_t>(right[i])) ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

int compareBytes(const QByteArray &a, const QByteArray &b)
{
    const qsizetype shared = std::min(a.size(), b.size());
    const int first = shared > 0 ? std::memcmp(a.constData(), b.constData(), static_cast<std::size_t>(shared)) : 0;
    if (first != 0)
        return first < 0 ? -1 : 1;
    return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}
} // namespace

Value::Value(const QStringList &codes)
{
    QStringList sorted = codes;
    sorted.removeAll(QString());
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    if (!sorted.isEmpty())
        m_data = sorted.join(u',');
}

const QString &Value::text() const
{
    static const QString none;
    return isText() ? std::get<QString>(m_data) : none;
}

const QByteArray &Value::bytes() const
{
    static const QByteArray none;
    return isBytes() ? std::get<QByteArray>(m_data) : none;
}

QStringList Value::codes() const { return isText() ? text().split(u',', Qt::SkipEmptyParts) : QStringList(); }

int Value::compare(const Value &a, const Value &b)
{
    if (a.m_data.index() != b.m_data.index())
        return a.m_data.index() < b.m_data.index() ? -1 : 1;
    if (a.isNumber())
        return a.number() == b.number() ? 0 : (a.number() < b.number() ? -1 : 1);
    if (a.isText())
        return compareTexts(a.text(), b.text());
    if (a.isBytes())
        return compareBytes(a.bytes(), b.bytes());
    return 0;
}

} // namespace yizhan
