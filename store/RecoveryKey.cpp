// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecoveryKey.h"

#include "store/StoreErrors.h"

#include <array>

namespace yizhan {
namespace {

constexpr const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
constexpr int groups = 8;
constexpr int charactersInGroup = 4; // without the check character

int valueOf(QChar typed)
{
    char16_t character = typed.toUpper().unicode();
    if (character == u'O')
        character = u'0';
    if (character == u'I' || character == u'L')
        character = u'1';
    for (int i = 0; i < 32; ++i) {
        if (character == static_cast<char16_t>(alphabet[i]))
            return i;
    }
    return -1;
}

// Times x in the field of 32 elements (x^5 + x^2 + 1).
int timesX(int value)
{
    const int shifted = value << 1;
    return (shifted & 32) != 0 ? (shifted ^ 0b100101) : shifted;
}

// A polynomial over that field: each place has another weight, none is zero. The group's number takes part, so that two groups
// that changed places are found as well.
int checkOf(const std::array<int, charactersInGroup> &values, int group)
{
    int sum = group + 1;
    for (const int value : values)
        sum = timesX(sum ^ value);
    return sum;
}

int bitsAt(const SecureBytes &secret, int group, int place)
{
    int value = 0;
    const int first = (group * charactersInGroup + place) * 5;
    for (int bit = first; bit < first + 5; ++bit)
        value = (value << 1) | ((secret.data()[bit / 8] >> (7 - bit % 8)) & 1);
    return value;
}

void setBitsAt(SecureBytes &secret, int group, int place, int value)
{
    const int first = (group * charactersInGroup + place) * 5;
    for (int i = 0; i < 5; ++i) {
        const int bit = first + i;
        if (((value >> (4 - i)) & 1) != 0)
            secret.data()[bit / 8] = static_cast<std::uint8_t>(secret.data()[bit / 8] | (1 << (7 - bit % 8)));
    }
}

} // namespace

QString recoveryKeyText(const SecureBytes &secret)
{
    Q_ASSERT(secret.size() == recoverySecretBytes);
    QString text;
    for (int group = 0; group < groups; ++group) {
        std::array<int, charactersInGroup> values{};
        for (int place = 0; place < charactersInGroup; ++place)
            values[static_cast<std::size_t>(place)] = bitsAt(secret, group, place);
        if (group > 0)
            text += u'-';
        for (const int value : values)
            text += QLatin1Char(alphabet[value]);
        text += QLatin1Char(alphabet[checkOf(values, group)]);
    }
    return text;
}

Result<SecureBytes> parseRecoveryKey(const QString &typed)
{
    std::vector<int> values;
    for (const QChar character : typed) {
        if (!character.isSpace() && character != u'-' && character != u'_')
            values.push_back(valueOf(character));
    }
    if (values.size() != groups * (charactersInGroup + 1))
        return Error(ErrorKind::WrongKey, storeerrors::wrongRecoveryKey, {QStringLiteral("1-8")});
    SecureBytes secret(recoverySecretBytes);
    QStringList wrong;
    for (int group = 0; group < groups; ++group) {
        const auto first = static_cast<std::size_t>(group * (charactersInGroup + 1));
        const std::array<int, charactersInGroup> part{values[first], values[first + 1], values[first + 2], values[first + 3]};
        const bool readable = std::all_of(part.begin(), part.end(), [](int value) { return value >= 0; });
        if (!readable || checkOf(part, group) != values[first + charactersInGroup]) {
            wrong.push_back(QString::number(group + 1));
            continue;
        }
        for (int place = 0; place < charactersInGroup; ++place)
            setBitsAt(secret, group, place, part[static_cast<std::size_t>(place)]);
    }
    std::fill(values.begin(), values.end(), 0);
    if (!wrong.isEmpty())
        return Error(ErrorKind::WrongKey, storeerrors::wrongRecoveryKey, {wrong.join(QStringLiteral(", "))});
    return secret;
}

} // namespace yizhan
