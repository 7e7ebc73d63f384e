// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/EnrolmentCode.h"

#include "sync/protocol/ProtocolErrors.h"

#include <QCryptographicHash>
#include <sodium.h>

#include <array>

namespace yizhan {
namespace {

constexpr const char *alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int symbolsPerHalf = 12; // 60 bits
constexpr int symbols = 2 * symbolsPerHalf + 1;
constexpr int perGroup = 5;
constexpr qsizetype halfBytes = 8;

Error mistyped() { return Error(ErrorKind::Protocol, protocolErrors::enrolmentCode); }

int valueOf(QChar typed)
{
    const QChar c = typed.toUpper();
    if (c == u'O')
        return 0;
    if (c == u'I' || c == u'L')
        return 1;
    for (int i = 0; i < 32; ++i) {
        if (c == QLatin1Char(alphabet[i]))
            return i;
    }
    return -1;
}

// The first 60 bits, five at a time.
void putSymbols(std::array<int, symbols> &out, int at, QByteArrayView half)
{
    for (int i = 0; i < symbolsPerHalf; ++i) {
        int value = 0;
        for (int bit = i * 5; bit < i * 5 + 5; ++bit) {
            const auto byte = static_cast<std::uint8_t>(half[bit / 8]);
            value = value << 1 | (byte >> (7 - bit % 8) & 1);
        }
        out[static_cast<std::size_t>(at + i)] = value;
    }
}

QByteArray takeSymbols(const std::array<int, symbols> &in, int at)
{
    QByteArray half(halfBytes, '\0');
    for (int bit = 0; bit < symbolsPerHalf * 5; ++bit) {
        if ((in[static_cast<std::size_t>(at + bit / 5)] >> (4 - bit % 5) & 1) != 0)
            half[bit / 8] = static_cast<char>(half[bit / 8] | 1 << (7 - bit % 8));
    }
    return half;
}

int checkOf(const std::array<int, symbols> &code)
{
    QByteArray text;
    for (int i = 0; i < symbols - 1; ++i)
        text.append(static_cast<char>(code[static_cast<std::size_t>(i)]));
    return static_cast<std::uint8_t>(QCryptographicHash::hash(text, QCryptographicHash::Sha256)[0]) & 31;
}

QByteArray sixtyBits(QByteArrayView raw)
{
    QByteArray half = raw.first(qMin(raw.size(), halfBytes)).toByteArray().leftJustified(halfBytes, '\0');
    half[halfBytes - 1] = static_cast<char>(half[halfBytes - 1] & 0xF0);
    return half;
}

} // namespace

EnrolmentCode EnrolmentCode::make(QByteArrayView authorityKeyHash, Random &random)
{
    std::array<std::uint8_t, halfBytes> secret{};
    random.fill(secret.data(), secret.size());
    return {sixtyBits(authorityKeyHash), sixtyBits(QByteArrayView(secret))};
}

QString EnrolmentCode::toText() const
{
    std::array<int, symbols> code{};
    putSymbols(code, 0, authority);
    putSymbols(code, symbolsPerHalf, secret);
    code.back() = checkOf(code);
    QString text;
    for (int i = 0; i < symbols; ++i) {
        if (i > 0 && i % perGroup == 0)
            text.append(u'-');
        text.append(QLatin1Char(alphabet[code[static_cast<std::size_t>(i)]]));
    }
    return text;
}

Result<EnrolmentCode> EnrolmentCode::fromText(const QString &text)
{
    std::array<int, symbols> code{};
    int count = 0;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) { // full-width letters are typed too
        if (c == u'-' || c.isSpace())
            continue;
        const int value = valueOf(c);
        if (value < 0 || count == symbols)
            return mistyped();
        code[static_cast<std::size_t>(count++)] = value;
    }
    if (count != symbols || code.back() != checkOf(code))
        return mistyped();
    return EnrolmentCode{takeSymbols(code, 0), takeSymbols(code, symbolsPerHalf)};
}

bool EnrolmentCode::names(QByteArrayView authorityKeyHash) const
{
    const QByteArray expected = sixtyBits(authorityKeyHash);
    return authority.size() == expected.size() && !authorityKeyHash.isEmpty()
           && sodium_memcmp(authority.constData(), expected.constData(), static_cast<std::size_t>(expected.size())) == 0;
}

} // namespace yizhan
