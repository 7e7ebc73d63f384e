// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Identifier.h"

#include "records/CodeList.h"
#include "records/RuleErrors.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace yizhan {

namespace {
// Longer than any identifier; whatever is longer is refused before anything else looks at it.
constexpr qsizetype longest = 64;

const QString creditAlphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isDash(QChar c)
{
    // hyphen, non-breaking hyphen, figure, en, em dash, bar, minus; full-width hyphen is already half width here
    return c == u'-' || (c.unicode() >= 0x2010 && c.unicode() <= 0x2015) || c.unicode() == 0x2212 || c.unicode() == 0xFE63;
}

QChar halfWidth(QChar c)
{
    if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
        return QChar(c.unicode() - 0xFEE0);
    return isDash(c) ? QChar(u'-') : c;
}

// Spaces, tabs, zero-width and control characters that come along when a number is pasted.
bool isBlank(QChar c)
{
    return c.isSpace() || (c.unicode() >= 0x200B && c.unicode() <= 0x200F) || c.unicode() == 0xFEFF || c.unicode() == 0x2060;
}

Error refuse(const ErrorText &text, const QStringList &details = {}) { return Error(ErrorKind::Constraint, text, details); }
Error wrongAt(qsizetype index) { return refuse(text::identifierCharacter, {QString::number(index + 1)}); }

Error wrongLength(qsizetype is, const QString &shouldBe)
{
    return is == 0 ? refuse(text::identifierEmpty) : refuse(text::identifierLength, {QString::number(is), shouldBe});
}

// Numbers stand without dashes; one that was typed in groups is read all the same.
QString withoutDashes(QStringView typed)
{
    QString out = normaliseIdentifier(typed.left(4 * longest));
    out.remove(QLatin1Char('-'));
    return out;
}

// The patterns stand in the data, some twenty of them; compiling one costs more than a thousand checks with it.
const QRegularExpression &compiled(const QString &pattern)
{
    thread_local QHash<QString, QRegularExpression> known;
    auto found = known.find(pattern);
    if (found == known.end()) {
        found = known.insert(pattern, QRegularExpression(pattern));
        found->optimize();
    }
    return *found;
}

// Eighteen places built like a citizen number: form, day of birth, check character.
Result<IdentifierFacts> readCitizenNumber(const QString &number, Day today)
{
    for (qsizetype i = 0; i < 17; ++i) {
        if (!isDigit(number[i]) || (i == 0 && number[i] == u'0'))
            return wrongAt(i);
    }
    if (!isDigit(number[17]) && number[17] != u'X')
        return wrongAt(17);
    const int century = QStringView(number).mid(6, 2).toInt();
    const auto birth = century < 18 || century > 20
                           ? std::nullopt
                           : Day::fromYmd(QStringView(number).mid(6, 4).toInt(), QStringView(number).mid(10, 2).toInt(),
                                          QStringView(number).mid(12, 2).toInt());
    if (!birth)
        return refuse(text::identifierNoSuchDay, {QStringLiteral("7"), QStringLiteral("14")});
    if (*birth > today)
        return refuse(text::identifierFuture);
    if (residentCheckCharacter(QStringView(number).left(17)) != number[17])
        return refuse(text::identifierCheck, {QStringLiteral("18")});
    IdentifierFacts facts;
    facts.normalised = number;
    facts.birthDate = birth;
    facts.gender = number[16].digitValue() % 2 == 1 ? QStringLiteral("1") : QStringLiteral("2");
    facts.region6 = number.left(6);
    return facts;
}

// Documents whose "number" is a phrase (军字第…号): only blanks at the ends go, nothing unprintable may stand in it.
Result<QString> readFreeText(QStringView typed)
{
    if (typed.size() > longest)
        return refuse(text::identifierLength, {QString::number(typed.size()), QStringLiteral("4-40")});
    QString out;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = halfWidth(typed[i]);
        const bool pair = c.isHighSurrogate() && i + 1 < typed.size() && typed[i + 1].isLowSurrogate();
        if (pair) {
            out += typed.mid(i++, 2);
            continue;
        }
        if (c.isSurrogate() || c.category() == QChar::Other_Control || c.category() == QChar::Other_NotAssigned)
            return wrongAt(i);
        out += c;
    }
    return out.simplified().toUpper();
}

Result<QString> readByPattern(QStringView typed, const QRegularExpression &pattern, bool freeText)
{
    QString number;
    if (freeText) {
        const auto read = readFreeText(typed);
        if (!read)
            return read.error();
        number = *read;
    } else {
        if (typed.size() > longest)
            return refuse(text::identifierLength, {QString::number(typed.size()), QStringLiteral("5-20")});
        number = withoutDashes(typed);
    }
    if (!pattern.match(number).hasMatch())
        return number.isEmpty() ? refuse(text::identifierEmpty) : refuse(text::identifierForm);
    return number;
}

Error lengthOfCitizenNumber(qsizetype size)
{
    return size == 15 ? refuse(text::identifierOld) : wrongLength(size, QStringLiteral("18"));
}

// What the list says of one kind of document.
struct KindRule {
    QString list;
    const CodeValue *value = nullptr;
};

KindRule findKind(const QString &idType, const CodeCatalog &codes)
{
    for (const QString &list : {QStringLiteral("id_doc_type"), QStringLiteral("org_id_type")}) {
        if (const CodeValue *value = codes.value(list, idType))
            return {list, value};
    }
    return {};
}
} // namespace

QString normaliseIdentifier(QStringView typed)
{
    QString out;
    out.reserve(typed.size());
    for (const QChar c : typed) {
        const QChar half = halfWidth(c);
        if (!isBlank(half))
            out += half.toUpper();
    }
    return out;
}

QChar residentCheckCharacter(QStringView first17)
{
    // ISO 7064 MOD 11-2: weights are powers of two modulo 11, from the right.
    static constexpr int weights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (qsizetype i = 0; i < 17; ++i)
        sum += weights[i] * (first17[i].unicode() - u'0');
    return QChar(u"10X98765432"[sum % 11]);
}

QChar creditCodeCheckCharacter(QStringView first17)
{
    int sum = 0;
    int weight = 1; // powers of three modulo 31
    for (qsizetype i = 0; i < 17; ++i) {
        sum += weight * static_cast<int>(creditAlphabet.indexOf(first17[i]));
        weight = weight * 3 % 31;
    }
    return creditAlphabet[(31 - sum % 31) % 31];
}

QChar organisationCheckCharacter(QStringView first8)
{
    static constexpr int weights[8] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (qsizetype i = 0; i < 8; ++i)
        sum += weights[i] * (isDigit(first8[i]) ? first8[i].unicode() - u'0' : first8[i].unicode() - u'A' + 10);
    const int check = 11 - sum % 11;
    return check == 10 ? QChar(u'X') : QChar(u'0' + check % 11);
}

Result<IdentifierFacts> checkResidentNumber(QStringView typed, Day today)
{
    const QString number = typed.size() > longest ? QString() : withoutDashes(typed);
    if (typed.size() > longest || number.size() != 18)
        return lengthOfCitizenNumber(typed.size() > longest ? typed.size() : number.size());
    return readCitizenNumber(number, today);
}

Result<IdentifierFacts> upgradeResidentNumber(QStringView typed, Day today)
{
    const QString old = typed.size() > longest ? QString() : withoutDashes(typed);
    if (old.size() != 15)
        return wrongLength(typed.size() > longest ? typed.size() : old.size(), QStringLiteral("15"));
    for (qsizetype i = 0; i < 15; ++i) {
        if (!isDigit(old[i]))
            return wrongAt(i);
    }
    const QString first17 = old.left(6) + QStringLiteral("19") + old.mid(6);
    auto facts = readCitizenNumber(first17 + residentCheckCharacter(first17), today);
    if (!facts && facts.error().text == &text::identifierNoSuchDay)
        return refuse(text::identifierNoSuchDay, {QStringLiteral("7"), QStringLiteral("12")});
    return facts;
}

Result<QString> checkCreditCode(QStringView typed)
{
    const QString code = typed.size() > longest ? QString() : withoutDashes(typed);
    if (code.size() != 18)
        return wrongLength(typed.size() > longest ? typed.size() : code.size(), QStringLiteral("18"));
    for (qsizetype i = 0; i < 18; ++i) {
        const bool fits = i >= 2 && i < 8 ? isDigit(code[i]) : creditAlphabet.contains(code[i]);
        if (!fits)
            return wrongAt(i);
    }
    if (creditCodeCheckCharacter(QStringView(code).left(17)) != code[17])
        return refuse(text::identifierCheck, {QStringLiteral("18")});
    return code;
}

Result<QString> checkOrganisationCode(QStringView typed)
{
    const QString code = typed.size() > longest ? QString() : withoutDashes(typed);
    if (code.size() != 9)
        return wrongLength(typed.size() > longest ? typed.size() : code.size(), QStringLiteral("9"));
    for (qsizetype i = 0; i < 9; ++i) {
        const bool fits = isDigit(code[i]) || (i < 8 ? code[i] >= u'A' && code[i] <= u'Z' : code[i] == u'X');
        if (!fits)
            return wrongAt(i);
    }
    if (organisationCheckCharacter(QStringView(code).left(8)) != code[8])
        return refuse(text::identifierCheck, {QStringLiteral("9")});
    return code.left(8) + QLatin1Char('-') + code[8];
}

Result<PhoneFacts> checkPhone(QStringView typed)
{
    static const QRegularExpression mobile(QStringLiteral("^1[3-9][0-9]{9}$"));
    static const QRegularExpression landline(
        QStringLiteral("^(?:(0[12][0-9]|0[3-9][0-9]{2})-?)?([1-9][0-9]{6,7})(?:-([0-9]{1,6}))?$"));
    static const QRegularExpression shortNumber(QStringLiteral("^[0-9]{3,6}$"));
    static const QRegularExpression extension(QStringLiteral("(?:转|EXT\\.?)"));
    if (typed.size() > longest)
        return refuse(text::phoneForm);
    QString number = normaliseIdentifier(typed);
    if (number.isEmpty())
        return refuse(text::identifierEmpty);
    number.remove(QLatin1Char('(')).replace(QLatin1Char(')'), QLatin1Char('-')).replace(extension, QStringLiteral("-"));
    bool abroad = false;
    for (const QString &prefix : {QStringLiteral("+86"), QStringLiteral("0086")}) {
        if (!abroad && number.startsWith(prefix)) {
            number.remove(0, prefix.size());
            if (number.startsWith(QLatin1Char('-')))
                number.remove(0, 1);
            abroad = true;
        }
    }
    QString digits = number;
    digits.remove(QLatin1Char('-'));
    if (mobile.match(digits).hasMatch())
        return PhoneFacts{digits, PhoneKind::Mobile};
    if (abroad && !number.startsWith(QLatin1Char('0')))
        number.prepend(QLatin1Char('0'));
    const auto match = landline.match(number);
    if (match.hasMatch()) {
        QStringList parts;
        for (int i = 1; i <= 3; ++i) {
            if (!match.captured(i).isEmpty())
                parts += match.captured(i);
        }
        return PhoneFacts{parts.join(QLatin1Char('-')), PhoneKind::Landline};
    }
    if (!abroad && shortNumber.match(number).hasMatch())
        return PhoneFacts{number, PhoneKind::Short};
    return refuse(text::phoneForm);
}

Result<IdentifierFacts> checkIdentifier(const QString &idType, QStringView typed, Day today, const CodeCatalog &codes)
{
    const KindRule kind = findKind(idType, codes);
    if (!kind.value)
        return Error(ErrorKind::NotFound, text::identifierKindUnknown, {idType.left(20)});
    const QJsonObject &rule = kind.value->attributes;
    const QString checksum = rule.value(QStringLiteral("checksum")).toString();
    const QString pattern = rule.value(QStringLiteral("regex")).toString();
    const auto plain = [](Result<QString> read) -> Result<IdentifierFacts> {
        if (!read)
            return read.error();
        return IdentifierFacts{*read, std::nullopt, QString(), QString()};
    };
    if (pattern == QLatin1String("^$")) {
        return normaliseIdentifier(typed.left(longest)).isEmpty() ? Result<IdentifierFacts>(IdentifierFacts())
                                                                  : Result<IdentifierFacts>(refuse(text::identifierNotAllowed));
    }
    if (checksum == QLatin1String("GB32100"))
        return plain(checkCreditCode(typed));
    if (checksum == QLatin1String("GB11714"))
        return plain(checkOrganisationCode(typed));

    const bool derives = rule.value(QStringLiteral("derives")).toBool();
    const QString number = typed.size() > longest ? QString() : withoutDashes(typed);
    const QRegularExpression &form = compiled(pattern);
    if (!derives) {
        auto read = readByPattern(typed, form, rule.value(QStringLiteral("free_text")).toBool());
        // The 18-place card for foreign residents carries the citizen number's check character, the older card has none.
        if (read && checksum == QLatin1String("GB11643") && read->size() == 18
            && residentCheckCharacter(QStringView(*read).left(17)) != (*read)[17])
            return refuse(text::identifierCheck, {QStringLiteral("18")});
        return plain(std::move(read));
    }
    // A disability certificate adds category and grade to the citizen number; all others have it alone.
    const bool longer = rule.value(QStringLiteral("suffix")).toBool();
    if (typed.size() > longest || number.size() < 18 || (number.size() > 18 && !longer))
        return lengthOfCitizenNumber(typed.size() > longest ? typed.size() : number.size());
    auto facts = readCitizenNumber(number.left(18), today);
    if (!facts)
        return facts;
    if (!form.match(number).hasMatch())
        return refuse(text::identifierForm);
    facts->normalised = number;
    return facts;
}

QString maskIdentifier(const QString &idType, const QString &number, const CodeCatalog &codes)
{
    const KindRule kind = findKind(idType, codes);
    const QJsonObject mask = kind.value ? kind.value->attributes.value(QStringLiteral("mask")).toObject() : QJsonObject();
    const qsizetype head = mask.value(QStringLiteral("head")).toInt(3);
    const qsizetype tail = mask.value(QStringLiteral("tail")).toInt(4);
    if (number.size() <= head + tail)
        return QString(number.size(), QLatin1Char('*'));
    return number.left(head) + QString(number.size() - head - tail, QLatin1Char('*')) + number.right(tail);
}

QString maskPhone(const QString &number)
{
    const qsizetype dash = number.indexOf(QLatin1Char('-'));
    const bool mobile = number.size() == 11 && dash < 0;
    const qsizetype head = mobile ? 3 : dash + 1;
    const qsizetype tail = mobile ? 4 : 3;
    if (number.size() <= head + tail)
        return QString(number.size(), QLatin1Char('*'));
    return number.left(head) + QString(number.size() - head - tail, QLatin1Char('*')) + number.right(tail);
}

} // namespace yizhan
