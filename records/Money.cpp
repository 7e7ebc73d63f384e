// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Money.h"

#include "records/Identifier.h"
#include "records/RuleErrors.h"

namespace yizhan {

namespace {
// 9,999 万亿 yuan: the largest sum whose capitals need no unit above 万亿, and far below what int64 holds in fen.
constexpr std::int64_t largestFen = 999'999'999'999'999'999;

constexpr char16_t digitCapitals[] = u"零壹贰叁肆伍陆柒捌玖";

// "壹仟零伍" of 1005, without zeros in front.
QString groupInCapitals(int group)
{
    static constexpr char16_t units[] = {0, u'拾', u'佰', u'仟'};
    QString out;
    bool gap = false;
    for (int place = 3, scale = 1000; place >= 0; --place, scale /= 10) {
        const int digit = group / scale % 10;
        if (digit == 0) {
            gap = gap || !out.isEmpty();
            continue;
        }
        if (gap)
            out += QChar(u'零');
        gap = false;
        out += QChar(digitCapitals[digit]);
        if (units[place])
            out += QChar(units[place]);
    }
    return out;
}

QString yuanInCapitals(std::int64_t yuan)
{
    // Groups of four from the left: 万亿, 亿, 万, yuan.
    static const QString units[] = {QStringLiteral("万"), QStringLiteral("亿"), QStringLiteral("万"), QString()};
    QString out;
    bool gap = false;
    std::int64_t scale = 1'000'000'000'000;
    for (int i = 0; i < 4; ++i, scale /= 10000) {
        const int group = static_cast<int>(yuan / scale % 10000);
        if (group == 0) {
            // 万亿 without 亿 of its own still needs the 亿.
            if (i == 1 && !out.isEmpty())
                out += units[1];
            gap = !out.isEmpty();
            continue;
        }
        if (!out.isEmpty() && (gap || group < 1000))
            out += QChar(u'零');
        gap = false;
        out += groupInCapitals(group) + units[i];
    }
    return out;
}

// A factor of ten thousands behind the number; takes it off.
std::int64_t takeUnit(QString &number)
{
    static const std::pair<QString, std::int64_t> units[] = {
        {QStringLiteral("万亿"), 1'000'000'000'000}, {QStringLiteral("亿"), 100'000'000}, {QStringLiteral("万"), 10'000}};
    for (const auto &[unit, factor] : units) {
        if (number.endsWith(unit)) {
            number.chop(unit.size());
            return factor;
        }
    }
    return 1;
}

// Commas only between groups of three digits, or none at all.
bool dropGroups(QString &whole)
{
    const QStringList groups = whole.split(QLatin1Char(','));
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (groups.size() > 1 && (i == 0 ? groups[i].isEmpty() || groups[i].size() > 3 : groups[i].size() != 3))
            return false;
    }
    whole = groups.join(QString());
    return true;
}
} // namespace

QString formatMoney(Money money)
{
    const bool negative = money.fen < 0;
    // Through unsigned, so that the smallest number has a magnitude too.
    const std::uint64_t fen = negative ? 0 - static_cast<std::uint64_t>(money.fen) : static_cast<std::uint64_t>(money.fen);
    QString whole = QString::number(fen / 100);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, QLatin1Char(','));
    return (negative ? QStringLiteral("-") : QString()) + whole + QStringLiteral(".%1").arg(fen % 100, 2, 10, QLatin1Char('0'));
}

Result<Money> parseMoney(QStringView typed)
{
    const Error malformed(ErrorKind::Constraint, text::moneyForm);
    if (typed.size() > 64)
        return malformed;
    QString number = normaliseIdentifier(typed);
    number.replace(QChar(u'。'), QLatin1Char('.'));
    const bool negative = number.startsWith(QLatin1Char('-'));
    if (negative)
        number.remove(0, 1);
    for (const QString &mark :
         {QStringLiteral("¥"), QStringLiteral("￥"), QStringLiteral("RMB"), QStringLiteral("CNY"), QStringLiteral("人民币")}) {
        if (number.startsWith(mark))
            number.remove(0, mark.size());
    }
    for (const QString &word : {QStringLiteral("整"), QStringLiteral("元"), QStringLiteral("圆")}) {
        if (number.endsWith(word))
            number.chop(word.size());
    }
    const std::int64_t factor = takeUnit(number);
    const qsizetype point = number.indexOf(QLatin1Char('.'));
    QString whole = point < 0 ? number : number.left(point);
    const QString fraction = point < 0 ? QString() : number.mid(point + 1);
    if (!dropGroups(whole) || (whole.isEmpty() && fraction.isEmpty()) || (point >= 0 && fraction.isEmpty()))
        return malformed;

    std::int64_t scale = factor * 100; // fen of the digit before the point
    std::int64_t fen = 0;
    for (const QChar c : std::as_const(whole)) {
        if (c < u'0' || c > u'9')
            return malformed;
        const std::int64_t digit = (c.unicode() - u'0') * scale;
        if (fen > (largestFen - digit) / 10)
            return Error(ErrorKind::Constraint, text::moneyTooLarge);
        fen = fen * 10 + digit;
    }
    for (const QChar c : fraction) {
        if (c < u'0' || c > u'9')
            return malformed;
        if (scale < 10 && c != u'0')
            return Error(ErrorKind::Constraint, text::moneyFractions);
        scale /= 10;
        fen += (c.unicode() - u'0') * scale;
    }
    if (fen > largestFen)
        return Error(ErrorKind::Constraint, text::moneyTooLarge);
    return Money{negative ? -fen : fen};
}

Result<QString> moneyInCapitals(Money money)
{
    if (money.fen > largestFen || money.fen < -largestFen)
        return Error(ErrorKind::Constraint, text::moneyTooLarge);
    const std::int64_t fen = money.fen < 0 ? -money.fen : money.fen;
    const int jiao = static_cast<int>(fen / 10 % 10);
    const int cents = static_cast<int>(fen % 10);
    QString out = money.fen < 0 ? QStringLiteral("负") : QString();
    const QString yuan = yuanInCapitals(fen / 100);
    if (!yuan.isEmpty())
        out += yuan + QChar(u'元');
    if (jiao == 0 && cents == 0)
        return out + (yuan.isEmpty() ? QStringLiteral("零元整") : QStringLiteral("整"));
    if (jiao > 0)
        out += QString(QChar(digitCapitals[jiao])) + QChar(u'角');
    else if (!yuan.isEmpty())
        out += QChar(u'零');
    if (cents > 0)
        out += QString(QChar(digitCapitals[cents])) + QChar(u'分');
    return out;
}

} // namespace yizhan
