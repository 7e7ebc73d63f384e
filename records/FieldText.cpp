// SPDX-License-Identifier: GPL-3.0-or-later
// Values as people type and read them.
#include "records/CodeList.h"
#include "records/Identifier.h"
#include "records/Money.h"
#include "records/OfficeDirectory.h"
#include "records/RecordErrors.h"
#include "records/RuleBook.h"
#include "records/Validate.h"
#include "records/ValueRange.h"

#include <QRegularExpression>

namespace yizhan {

namespace {
const QString officeList = QStringLiteral("@office");

Error unreadable(const FieldSpec &field, const char *expected)
{
    return fieldError(text::notReadable, field, {QCoreApplication::translate("Error", expected)});
}

QString halfWidth(const QString &typed)
{
    QString out = typed;
    for (QChar &unit : out) {
        if (unit.unicode() >= 0xFF01 && unit.unicode() <= 0xFF5E)
            unit = QChar(unit.unicode() - 0xFEE0);
        else if (unit.unicode() == 0x3000)
            unit = u' ';
    }
    return out;
}

// Lines end in \n alone; what a clipboard adds goes: blanks at the ends, byte order marks.
QString cleanText(const QString &typed)
{
    QString text = typed;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n').remove(QChar(0xFEFF));
    return text.trimmed().normalized(QString::NormalizationForm_C);
}

bool isNumberOfSomebody(const FieldSpec &field) { return field.check == Check::Identity || field.check == Check::Organisation; }

Result<Value> parseText(const FieldSpec &field, const QString &typed)
{
    if (isNumberOfSomebody(field))
        return Value(normaliseIdentifier(typed));
    if (field.check == Check::Phone) {
        const auto phone = checkPhone(typed);
        return Value(phone ? phone->normalised : halfWidth(typed).simplified());
    }
    return Value(typed);
}

Result<Value> parseBool(const FieldSpec &field, const QString &typed)
{
    static const QStringList yes{QStringLiteral("1"), QStringLiteral("yes"), QStringLiteral("true"),
                                 QStringLiteral("y"), QStringLiteral("是"),  QStringLiteral("有")};
    static const QStringList no{QStringLiteral("0"), QStringLiteral("no"), QStringLiteral("false"),
                                QStringLiteral("n"), QStringLiteral("否"), QStringLiteral("无")};
    const QString word = halfWidth(typed).toLower();
    if (yes.contains(word))
        return Value(true);
    if (no.contains(word))
        return Value(false);
    return unreadable(field, QT_TRANSLATE_NOOP("Error", "yes or no"));
}

Result<Value> parseInteger(const FieldSpec &field, const QString &typed)
{
    QString digits = halfWidth(typed);
    digits.remove(u',').remove(u' ');
    bool fine = false;
    const qint64 number = digits.toLongLong(&fine);
    return fine ? Result<Value>(Value(number)) : unreadable(field, QT_TRANSLATE_NOOP("Error", "a whole number"));
}

std::optional<Day> dayFrom(const QString &typed)
{
    static const QRegularExpression separated(QStringLiteral("^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$"));
    static const QRegularExpression run(QStringLiteral("^([0-9]{4})([0-9]{2})([0-9]{2})$"));
    for (const QRegularExpression *form : {&separated, &run}) {
        const auto match = form->match(typed);
        if (match.hasMatch())
            return Day::fromYmd(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt());
    }
    return std::nullopt;
}

std::optional<Instant> instantFrom(const QString &typed)
{
    if (const auto exact = Instant::fromIso(typed))
        return exact;
    static const QRegularExpression form(QStringLiteral("^(\\S+?)(?:[ T]+([0-9]{1,2})[:点时]([0-9]{2})(?::([0-9]{2}))?分?)?$"));
    const auto match = form.match(typed);
    const auto day = match.hasMatch() ? dayFrom(match.captured(1)) : std::nullopt;
    if (!day)
        return std::nullopt;
    const int hour = match.capturedView(2).toInt();
    const int minute = match.capturedView(3).toInt();
    const int second = match.capturedView(4).toInt();
    if (hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return Instant{Instant::fromLocal(*day, hour * 60 + minute).ms + second * 1000};
}

// The code itself, or the one whose label in either language this is.
std::optional<QString> codeFrom(const FieldSpec &field, const QString &typed, const RuleBook &rules)
{
    const QString listId = QLatin1String(field.codeList);
    if (listId == officeList) {
        for (const OfficeEntry &office : rules.offices().all()) {
            if (typed == office.id || typed == office.name || typed == office.fullName || typed == office.shortName
                || typed == office.nameEn)
                return office.id;
        }
        return std::nullopt;
    }
    const CodeList *list = rules.codes().list(listId);
    if (!list)
        return std::nullopt;
    if (list->find(typed))
        return typed;
    for (const CodeValue &value : list->values) {
        if (typed == value.zh || typed.compare(value.en, Qt::CaseInsensitive) == 0
            || typed.compare(value.code, Qt::CaseInsensitive) == 0)
            return value.code;
    }
    return std::nullopt;
}

Result<Value> parseCodes(const FieldSpec &field, const QString &typed, const RuleBook &rules)
{
    static const QRegularExpression separators(QStringLiteral("[,，;；、|\\n]"));
    const QStringList parts = field.type == FieldType::Code ? QStringList{typed} : typed.split(separators, Qt::SkipEmptyParts);
    QStringList codes;
    for (const QString &part : parts) {
        const auto code = codeFrom(field, part.trimmed(), rules);
        if (!code)
            return fieldError(text::codeUnknown, field);
        codes += *code;
    }
    return field.type == FieldType::Code ? Value(codes.front()) : Value(codes);
}

Result<Value> parseBytes(const FieldSpec &field, const QString &typed)
{
    const QByteArray bytes = QByteArray::fromHex(typed.toLatin1());
    if (bytes.toHex() != typed.toLower().toLatin1())
        return unreadable(field, QT_TRANSLATE_NOOP("Error", "a row of hexadecimal digits"));
    return Value(bytes);
}

QString labelsOf(const FieldSpec &field, const Value &value, const RuleBook &rules, const QString &language)
{
    const QString list = QLatin1String(field.codeList);
    if (list == officeList)
        return rules.offices().label(value.text(), language);
    if (field.type == FieldType::Code)
        return rules.codes().label(list, value.text(), language);
    QStringList labels;
    for (const QString &code : value.codes())
        labels += rules.codes().label(list, code, language);
    return labels.join(language == QLatin1String("zh") ? QStringLiteral("、") : QStringLiteral(", "));
}

QString dayText(const FieldSpec &field, Day day, bool masked)
{
    const QString iso = day.toIso();
    return masked && field.isPersonal() ? iso.left(4) + QStringLiteral("-**-**") : iso;
}

QString instantText(Instant instant) { return instant.toIso().left(16).replace(u'T', u' '); }

QString maskName(const QString &name)
{
    if (name.isEmpty())
        return name;
    const qsizetype first = name[0].isHighSurrogate() && name.size() > 1 ? 2 : 1;
    return name.left(first) + QString(std::min<qsizetype>(name.size() - first, 3), u'*');
}

QString maskNames(const QString &text)
{
    QString out;
    QString name;
    for (const QChar unit : text) {
        if (unit == u'、' || unit == u'/' || unit == u' ' || unit == u'\n') {
            out += maskName(name) + unit;
            name.clear();
        } else {
            name += unit;
        }
    }
    return out + maskName(name);
}

QString maskNumber(const QString &number)
{
    const qsizetype length = number.size();
    const qsizetype head = length > 8 ? 3 : (length > 4 ? 1 : 0);
    const qsizetype tail = length > 8 ? 4 : (length > 4 ? 1 : 0);
    return number.left(head) + QString(length - head - tail, u'*') + number.right(tail);
}

QString maskAddress(const QString &address)
{
    static const QRegularExpression town(QStringLiteral("^.*?(?:地区|街道|镇|乡|区|县)"));
    QString kept;
    qsizetype at = 0;
    // The last of 区 → 街道/镇/乡 that follow each other: "北京市通州区永顺镇…" is kept up to 镇.
    for (auto match = town.match(address); match.hasMatch(); match = town.match(address.mid(at))) {
        kept += match.captured();
        at += match.capturedLength();
        if (!kept.endsWith(u'区') && !kept.endsWith(u'县'))
            break;
        if (kept.endsWith(QStringLiteral("地区")))
            break;
    }
    return kept.size() < address.size() ? kept + QString(std::min<qsizetype>(address.size() - kept.size(), 4), u'*') : address;
}
} // namespace

Result<Value> parseField(const FieldSpec &field, const QString &typed, const RuleBook &rules)
{
    const QString text = cleanText(typed);
    if (text.isEmpty())
        return Value();
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: return parseText(field, text);
    case FieldType::Code:
    case FieldType::CodeSet: return parseCodes(field, text, rules);
    case FieldType::Bool: return parseBool(field, text);
    case FieldType::Integer: return parseInteger(field, text);
    case FieldType::Money: {
        const auto money = parseMoney(text);
        return money ? Result<Value>(Value(*money)) : Result<Value>(money.error());
    }
    case FieldType::Day: {
        const auto day = dayFrom(halfWidth(text).remove(u' '));
        return day ? Result<Value>(Value(*day)) : unreadable(field, QT_TRANSLATE_NOOP("Error", "a day such as 2026-01-31"));
    }
    case FieldType::Instant: {
        const auto instant = instantFrom(halfWidth(text).simplified());
        return instant ? Result<Value>(Value(*instant))
                       : unreadable(field, QT_TRANSLATE_NOOP("Error", "a time such as 2026-01-31 09:30"));
    }
    case FieldType::Ref: {
        const auto id = RecordId::fromString(text);
        return id ? Result<Value>(Value(*id)) : unreadable(field, QT_TRANSLATE_NOOP("Error", "a record"));
    }
    case FieldType::Blob: return parseBytes(field, text);
    }
    return Value();
}

QString displayField(const FieldSpec &field, const Value &value, const RuleBook &rules, const QString &language, bool masked)
{
    if (value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: return masked ? maskedText(field, value.text()) : value.text();
    case FieldType::Code:
    case FieldType::CodeSet: return labelsOf(field, value, rules, language);
    case FieldType::Bool:
        return rules.codes().label(QStringLiteral("yes_no"), value.number() != 0 ? QStringLiteral("Y") : QStringLiteral("N"),
                                   language);
    case FieldType::Integer: return QString::number(value.number());
    case FieldType::Money: return formatMoney(Money{value.number()});
    case FieldType::Day: return dayText(field, Day{static_cast<std::int32_t>(value.number())}, masked);
    case FieldType::Instant: return instantText(Instant{value.number()});
    case FieldType::Ref:
    case FieldType::Blob: break;
    }
    return {};
}

QString maskedText(const FieldSpec &field, const QString &text)
{
    const bool hidden = field.mask == Mask::None && field.sensitivity >= Sensitivity::Sensitive;
    return hidden ? QStringLiteral("***") : maskText(field.mask, text);
}

QString maskText(Mask mask, const QString &text)
{
    switch (mask) {
    case Mask::None: return text;
    case Mask::Identity: return maskNumber(text);
    case Mask::Phone: return maskPhone(text);
    case Mask::Name: return maskNames(text);
    case Mask::Address: return maskAddress(text);
    }
    return text;
}

} // namespace yizhan
