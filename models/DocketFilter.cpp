// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocketFilter.h"

#include "models/CodeChoiceModel.h"
#include "models/DayText.h"
#include "models/Words.h"
#include "records/Money.h"

#include <QRegularExpression>

namespace yizhan {

namespace {

bool isOneOf(const QString &text, std::initializer_list<const char16_t *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char16_t *word) { return text.compare(QString::fromUtf16(word), Qt::CaseInsensitive) == 0; });
}

std::optional<Predicate> emptiness(const FieldSpec &field, const QString &text)
{
    if (isOneOf(text, {u"空", u"（空）", u"(空)", u"空白", u"empty", u"blank"}))
        return Predicate::empty(field);
    if (isOneOf(text, {u"非空", u"不为空", u"有", u"not empty", u"any"})) {
        Predicate out;
        out.op = Predicate::Op::NotEmpty;
        out.field = &field;
        return out;
    }
    return std::nullopt;
}

// low <= value <= high, either may be null = open.
Predicate between(const FieldSpec &field, const Value &low, const Value &high)
{
    using Op = Predicate::Op;
    if (!low.isNull() && low == high)
        return Predicate::compare(field, Op::Equal, low);
    Predicate out;
    if (!low.isNull())
        out = Predicate::compare(field, Op::GreaterEqual, low);
    if (!high.isNull())
        out = Predicate::both(out, Predicate::compare(field, Op::LessEqual, high));
    return out;
}

std::optional<Predicate> daysPredicate(const FieldSpec &field, const QString &text, Workspace &workspace)
{
    const auto span = readDaySpan(text, workspace.today());
    if (!span)
        return std::nullopt;
    Value low;
    Value high;
    if (field.type == FieldType::Day) {
        if (span->from)
            low = Value(*span->from);
        if (span->to)
            high = Value(*span->to);
    } else {
        if (span->from)
            low = Value(Instant::fromLocal(*span->from, 0));
        if (span->to)
            high = Value(Instant{Instant::fromLocal(*span->to, 1440).ms - 1});
    }
    return between(field, low, high);
}

std::optional<Value> numberOf(const FieldSpec &field, const QString &text)
{
    if (field.type == FieldType::Money) {
        const auto money = parseMoney(text);
        return money ? std::optional(Value(*money)) : std::nullopt;
    }
    bool fine = false;
    const qlonglong number = text.trimmed().toLongLong(&fine);
    return fine ? std::optional(Value(std::int64_t{number})) : std::nullopt;
}

std::optional<Predicate> numbersPredicate(const FieldSpec &field, const QString &text)
{
    using Op = Predicate::Op;
    static const QRegularExpression compared(QStringLiteral(R"(^(>=|<=|>|<|=|≥|≤)\s*(.+)$)"));
    if (const auto m = compared.match(text); m.hasMatch()) {
        const auto value = numberOf(field, m.captured(2));
        if (!value)
            return std::nullopt;
        const QString sign = m.captured(1);
        const Op op = sign == QLatin1String(">")                                   ? Op::Greater
                      : sign == QLatin1String("<")                                 ? Op::Less
                      : sign == QLatin1String("=")                                 ? Op::Equal
                      : sign == QLatin1String(">=") || sign == QStringLiteral("≥") ? Op::GreaterEqual
                                                                                   : Op::LessEqual;
        return Predicate::compare(field, op, *value);
    }
    static const QRegularExpression span(QStringLiteral(R"(^([^~至到-]+)(?:\.\.|~|至|到|-)([^~至到-]+)$)"));
    if (const auto m = span.match(text); m.hasMatch()) {
        const auto low = numberOf(field, m.captured(1));
        const auto high = numberOf(field, m.captured(2));
        return low && high ? std::optional(between(field, *low, *high)) : std::nullopt;
    }
    const auto value = numberOf(field, text);
    return value ? std::optional(between(field, *value, *value)) : std::nullopt;
}

std::optional<Predicate> codesPredicate(const FieldSpec &field, const QString &text, Workspace &workspace)
{
    const CodeChoiceModel choices(workspace, QLatin1String(field.codeList));
    std::vector<Value> codes;
    static const QRegularExpression separators(QStringLiteral("[,，、;；]"));
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        for (const QString &code : choices.codesFor(part)) {
            if (std::find(codes.begin(), codes.end(), Value(code)) == codes.end())
                codes.emplace_back(code);
        }
    }
    if (codes.empty())
        return std::nullopt;
    Predicate out = Predicate::in(field, codes);
    if (field.type == FieldType::CodeSet)
        out.op = Predicate::Op::HasAny;
    return out;
}

bool isLatin(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x250; })
           && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

std::optional<Predicate> textPredicate(const FieldSpec &field, const QString &text)
{
    // names by their pinyin, numbers of cases in any spelling: only the search table knows these
    const bool names = field.search == SearchAs::Name || field.search == SearchAs::CaseNumber || field.mask == Mask::Name;
    if (names && (isLatin(text) || field.search == SearchAs::CaseNumber))
        return Predicate::search(text);
    return Predicate::contains(field, text);
}

std::optional<Predicate> yesNoPredicate(const FieldSpec &field, const QString &text)
{
    using Op = Predicate::Op;
    if (isOneOf(text, {u"是", u"yes", u"y", u"1", u"√"}))
        return Predicate::compare(field, Op::Equal, Value(true));
    if (isOneOf(text, {u"否", u"no", u"n", u"0", u"×"})) // never answered counts as no
        return Predicate::compare(field, Op::NotEqual, Value(true));
    return std::nullopt;
}

} // namespace

std::optional<Predicate> cellPredicate(const FieldSpec &field, const QString &typed, Workspace &workspace)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Predicate::all();
    if (auto emptyOrNot = emptiness(field, text))
        return emptyOrNot;
    switch (field.type) {
    case FieldType::Day:
    case FieldType::Instant: return daysPredicate(field, text, workspace);
    case FieldType::Integer:
    case FieldType::Money: return numbersPredicate(field, text);
    case FieldType::Code:
    case FieldType::CodeSet: return codesPredicate(field, text, workspace);
    case FieldType::Bool: return yesNoPredicate(field, text);
    case FieldType::Text:
    case FieldType::LongText: return textPredicate(field, text);
    case FieldType::Ref:
    case FieldType::Blob: break;
    }
    return std::nullopt;
}

QString cellHelp(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Day:
    case FieldType::Instant:
        return QCoreApplication::translate("DocketFilter",
                                           "A day or a span: 2026-11-23, 11.23, this month, last 30 days, overdue, "
                                           "2026-01-01..2026-03-31, >= 11.1, empty, not empty");
    case FieldType::Integer:
    case FieldType::Money:
        return QCoreApplication::translate("DocketFilter", "A number or a span: 500, 100-200, >1000, empty, not empty");
    case FieldType::Code:
    case FieldType::CodeSet:
        return QCoreApplication::translate("DocketFilter",
                                           "Part of a name, several separated by commas; Alt+Down lists them; empty, "
                                           "not empty");
    case FieldType::Bool: return QCoreApplication::translate("DocketFilter", "yes or no");
    case FieldType::Ref: return QCoreApplication::translate("DocketFilter", "empty or not empty");
    default:
        return QCoreApplication::translate("DocketFilter", "Part of the text; names also by pinyin initials; empty, not empty");
    }
}

void DocketFilter::setTyped(const FieldSpec &field, const QString &text)
{
    if (text.trimmed().isEmpty())
        m_typed.erase(field.id);
    else
        m_typed[field.id] = {&field, text};
}

QString DocketFilter::typed(const FieldSpec &field) const
{
    const auto found = m_typed.find(field.id);
    return found == m_typed.end() ? QString() : found->second.second;
}

void DocketFilter::clear()
{
    m_typed.clear();
    m_search.clear();
}

std::vector<const FieldSpec *> DocketFilter::fields() const
{
    std::vector<const FieldSpec *> out;
    for (const auto &[id, cell] : m_typed)
        out.push_back(cell.first);
    return out;
}

Predicate DocketFilter::predicate(Workspace &workspace) const
{
    Predicate out;
    for (const auto &[id, cell] : m_typed) {
        if (auto part = cellPredicate(*cell.first, cell.second, workspace))
            out = Predicate::both(std::move(out), std::move(*part));
    }
    if (!m_search.isEmpty())
        out = Predicate::both(std::move(out), Predicate::search(m_search));
    return out;
}

std::vector<DocketFilter::Chip> DocketFilter::chips(Workspace &workspace) const
{
    std::vector<Chip> out;
    if (!m_search.isEmpty())
        out.push_back({nullptr, QCoreApplication::translate("DocketFilter", "Search: %1").arg(m_search), true});
    for (const auto &[id, cell] : m_typed) {
        QString shown = cell.second.trimmed();
        const auto meaning = cellPredicate(*cell.first, shown, workspace);
        if (meaning && *cell.first->codeList != '\0' && !meaning->values.empty()) {
            QStringList labels;
            for (const Value &code : meaning->values)
                labels += workspace.display(*cell.first, code, false);
            const int more = int(labels.size()) - 2; // a name, because lupdate passes over a computed count
            shown = labels.size() <= 3 ? labels.join(QStringLiteral("、"))
                                       : QCoreApplication::translate("DocketFilter", "%1 and %n more", nullptr, more)
                                             .arg(labels.mid(0, 2).join(QStringLiteral("、")));
        }
        out.push_back({cell.first, QStringLiteral("%1: %2").arg(words::field(*cell.first), shown), meaning.has_value()});
    }
    return out;
}

DocketFilter DocketFilter::without(const FieldSpec *field) const
{
    DocketFilter out = *this;
    if (field)
        out.m_typed.erase(field->id);
    else
        out.m_search.clear();
    return out;
}

} // namespace yizhan
