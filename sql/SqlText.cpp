// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/SqlText.h"

#include "sql/Utf8.h"

namespace yizhan {

namespace {
QString quoted(QStringView text, QChar quote)
{
    QString out;
    out.reserve(text.size() + 2);
    out += quote;
    for (const QChar c : text) {
        if (c == quote)
            out += quote;
        out += c;
    }
    return out += quote;
}
} // namespace

QString quoteIdentifier(QStringView name) { return quoted(name, u'"'); }

QByteArray quoteIdentifierUtf8(QStringView name) { return toUtf8(quoteIdentifier(name)); }

QString quoteLiteral(QStringView text) { return quoted(text, u'\''); }

QString escapeLike(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            out += u'\\';
        out += c;
    }
    return out;
}

qsizetype encodeUtf8(QStringView text, char *out)
{
    auto *to = reinterpret_cast<unsigned char *>(out);
    const char16_t *from = text.utf16();
    const char16_t *const end = from + text.size();
    while (from != end) {
        char32_t c = *from++;
        if (c < 0x80) {
            *to++ = static_cast<unsigned char>(c);
            continue;
        }
        if (QChar::isHighSurrogate(c) && from != end && QChar::isLowSurrogate(*from))
            c = QChar::surrogateToUcs4(static_cast<char16_t>(c), *from++);
        else if (QChar::isSurrogate(c))
            c = QChar::ReplacementCharacter;
        if (c < 0x800) {
            *to++ = static_cast<unsigned char>(0xc0 | (c >> 6));
        } else {
            if (c < 0x10000) {
                *to++ = static_cast<unsigned char>(0xe0 | (c >> 12));
            } else {
                *to++ = static_cast<unsigned char>(0xf0 | (c >> 18));
                *to++ = static_cast<unsigned char>(0x80 | ((c >> 12) & 0x3f));
            }
            *to++ = static_cast<unsigned char>(0x80 | ((c >> 6) & 0x3f));
        }
        *to++ = static_cast<unsigned char>(0x80 | (c & 0x3f));
    }
    return reinterpret_cast<char *>(to) - out;
}

QByteArray toUtf8(QStringView text)
{
    QByteArray out(text.size() * 3, Qt::Uninitialized);
    out.truncate(encodeUtf8(text, out.data()));
    return out;
}

} // namespace yizhan
