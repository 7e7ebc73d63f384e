// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Passwords.h"

#include "server/core/ServerErrors.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>
#include <sodium.h>

#include <array>

namespace yizhan::passwords {
namespace {

constexpr int digits = 6;
constexpr std::int64_t stepMs = 30'000;

QByteArray normalised(const QString &password) { return password.normalized(QString::NormalizationForm_C).toUtf8(); }

} // namespace

Outcome judge(const QString &password, const QString &login)
{
    const Error weak(ErrorKind::Constraint, servererrors::weakPassword);
    const QList<uint> points = password.normalized(QString::NormalizationForm_C).toUcs4();
    if (points.size() < 10 || points.size() > 200)
        return weak;
    std::array<bool, 4> kinds{};
    for (const uint point : points) {
        if (QChar::isLower(point))
            kinds[0] = true;
        else if (QChar::isUpper(point))
            kinds[1] = true;
        else if (QChar::isDigit(point))
            kinds[2] = true;
        else
            kinds[3] = true;
    }
    if (std::count(kinds.begin(), kinds.end(), true) < 3)
        return weak;
    return !login.isEmpty() && password.contains(login, Qt::CaseInsensitive) ? Outcome(weak) : Outcome();
}

Result<QString> hash(const QString &password, unsigned long long operations, std::size_t memory)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    QByteArray plain = normalised(password);
    const int done = crypto_pwhash_str_alg(text.data(), plain.constData(), static_cast<unsigned long long>(plain.size()),
                                           operations, memory, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(plain.data(), static_cast<std::size_t>(plain.size()));
    if (done != 0)
        return Error(ErrorKind::Io, servererrors::storage, {QStringLiteral("memory")});
    return QString::fromLatin1(text.data());
}

bool fits(const QString &password, const QString &hash, unsigned long long operations, std::size_t memory)
{
    QByteArray plain = normalised(password);
    std::array<char, crypto_pwhash_STRBYTES> other{};
    const auto length = static_cast<unsigned long long>(plain.size());
    const int result = hash.isEmpty() ? crypto_pwhash_str_alg(other.data(), plain.constData(), length, operations, memory,
                                                              crypto_pwhash_ALG_ARGON2ID13)
                                      : crypto_pwhash_str_verify(hash.toLatin1().constData(), plain.constData(), length);
    if (!plain.isEmpty())
        sodium_memzero(plain.data(), static_cast<std::size_t>(plain.size()));
    return result == 0 && !hash.isEmpty();
}

QString oneTimeCode(const QByteArray &secret, std::int64_t step)
{
    QByteArray counter(8, '\0');
    qToBigEndian(static_cast<quint64>(step), counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const int offset = mac.back() & 0x0F;
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7FFFFFFFU;
    return QString::number(number % 1'000'000U).rightJustified(digits, u'0');
}

std::int64_t stepAt(Instant now) { return now.ms / stepMs; }

std::optional<std::int64_t> acceptedStep(const QByteArray &secret, const QString &code, Instant now, std::int64_t lastStep)
{
    const QByteArray typed = code.trimmed().toLatin1();
    for (std::int64_t step = stepAt(now) - 1; step <= stepAt(now) + 1; ++step) {
        const QByteArray expected = oneTimeCode(secret, step).toLatin1();
        if (step > lastStep && typed.size() == expected.size()
            && sodium_memcmp(typed.constData(), expected.constData(), static_cast<std::size_t>(expected.size())) == 0)
            return step;
    }
    return std::nullopt;
}

QString base32(const QByteArray &secret)
{
    constexpr const char *alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : secret) {
        buffer = buffer << 8 | static_cast<std::uint8_t>(c);
        for (bits += 8; bits >= 5; bits -= 5)
            text.append(QLatin1Char(alphabet[buffer >> (bits - 5) & 31U]));
        buffer &= (1U << bits) - 1U;
    }
    if (bits > 0)
        text.append(QLatin1Char(alphabet[buffer << (5 - bits) & 31U]));
    return text;
}

} // namespace yizhan::passwords
