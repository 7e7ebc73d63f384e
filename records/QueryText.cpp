// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions as text: the grammar of --where and of saved views.
//   condition = and-part { "or" and-part }
//   and-part  = part { "and" part }
//   part      = "not" part | "(" condition ")" | "all" | "search" text | field test
//   test      = ("=" | "!=" | "<" | "<=" | ">" | ">=" | "~" | "starts") value | ["not"] "in" "(" value { "," value } ")"
//             | "has" ["all"] (value | "(" value { "," value } ")") | "is" ["not"] "empty"
#include "records/Money.h"
#include "records/Query.h"
#include "records/RecordErrors.h"
#include "records/ValueRange.h"

#include <QCoreApplication>

namespace yizhan {

namespace {
using Op = Predicate::Op;

constexpr int deepest = 50; // brackets and "not" within each other

struct Token {
    enum class Kind { End, Word, Text, Mark } kind = Kind::End;
    QString text;
    qsizetype at = 0;
};

bool isWordUnit(QChar c) { return c.isLetterOrNumber() || c.isSurrogate() || QStringView(u"_-.:+@").contains(c); }

// Cuts the text into words, quoted texts ('' stands for a quote) and marks. An unclosed quote is a token of its own kind.
class Lexer
{
public:
    explicit Lexer(const QString &text) : m_text(text) { advance(); }
    const Token &token() const { return m_token; }
    bool isMark(QLatin1String mark) const { return m_token.kind == Token::Kind::Mark && m_token.text == mark; }
    bool isWord(QLatin1String word) const
    {
        return m_token.kind == Token::Kind::Word && m_token.text.compare(word, Qt::CaseInsensitive) == 0;
    }
    bool takeMark(QLatin1String mark) { return isMark(mark) && (advance(), true); }
    bool takeWord(QLatin1String word) { return isWord(word) && (advance(), true); }

    void advance()
    {
        while (m_next < m_text.size() && m_text[m_next].isSpace())
            ++m_next;
        m_token = {Token::Kind::End, {}, m_next};
        if (m_next >= m_text.size())
            return;
        const QChar first = m_text[m_next];
        if (first == u'\'')
            readQuoted();
        else if (isWordUnit(first))
            readWord();
        else
            readMark();
    }

private:
    void readWord()
    {
        const qsizetype start = m_next;
        while (m_next < m_text.size() && isWordUnit(m_text[m_next]))
            ++m_next;
        m_token.kind = Token::Kind::Word;
        m_token.text = m_text.mid(start, m_next - start);
    }
    void readQuoted()
    {
        QString text;
        for (qsizetype i = m_next + 1; i < m_text.size(); ++i) {
            if (m_text[i] != u'\'') {
                text += m_text[i];
            } else if (i + 1 < m_text.size() && m_text[i + 1] == u'\'') {
                text += u'\'';
                ++i;
            } else {
                m_next = i + 1;
                m_token.kind = Token::Kind::Text;
                m_token.text = text;
                return;
            }
        }
        m_next = m_text.size();
        m_token.kind = Token::Kind::Mark; // an unclosed quote is nothing that any rule expects
        m_token.text = QStringLiteral("'");
    }
    void readMark()
    {
        static constexpr QLatin1String twoSigns[] = {QLatin1String("!="), QLatin1String("<="), QLatin1String(">=")};
        m_token.kind = Token::Kind::Mark;
        m_token.text = m_text.mid(m_next, 1);
        for (const QLatin1String sign : twoSigns) {
            if (QStringView(m_text).mid(m_next, 2) == sign)
                m_token.text = m_text.mid(m_next, 2);
        }
        m_next += m_token.text.size();
    }

    const QString &m_text;
    qsizetype m_next = 0;
    Token m_token;
};

QString words(const char *text) { return QCoreApplication::translate("Query", text); }

QString expectedFor(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Bool: return words(QT_TRANSLATE_NOOP("Query", "yes or no"));
    case FieldType::Integer: return words(QT_TRANSLATE_NOOP("Query", "a whole number"));
    case FieldType::Money: return words(QT_TRANSLATE_NOOP("Query", "a sum such as 1200.50"));
    case FieldType::Day: return words(QT_TRANSLATE_NOOP("Query", "a day such as 2026-01-31"));
    case FieldType::Instant: return words(QT_TRANSLATE_NOOP("Query", "a day or a time such as 2026-01-31T09:30"));
    case FieldType::Ref: return words(QT_TRANSLATE_NOOP("Query", "an id"));
    case FieldType::Blob: return words(QT_TRANSLATE_NOOP("Query", "hexadecimal digits"));
    default: return words(QT_TRANSLATE_NOOP("Query", "a text"));
    }
}

std::optional<Value> boolFrom(const QString &text)
{
    const QString word = text.toLower();
    if (word == u"yes" || word == u"true" || word == u"1")
        return Value(true);
    if (word == u"no" || word == u"false" || word == u"0")
        return Value(false);
    return std::nullopt;
}

std::optional<Value> valueFrom(const FieldSpec &field, const QString &text)
{
    bool fine = false;
    switch (field.type) {
    case FieldType::Bool: return boolFrom(text);
    case FieldType::Integer: {
        const qint64 number = text.toLongLong(&fine);
        return fine ? std::optional<Value>(Value(number)) : std::nullopt;
    }
    case FieldType::Money: {
        const auto money = parseMoney(text);
        return money ? std::optional<Value>(Value(*money)) : std::nullopt;
    }
    case FieldType::Day: {
        const auto day = Day::fromIso(text);
        return day ? std::optional<Value>(Value(*day)) : std::nullopt;
    }
    case FieldType::Instant: {
        const auto instant = Instant::fromIso(text);
        return instant ? std::optional<Value>(Value(*instant)) : std::nullopt;
    }
    case FieldType::Ref: {
        const auto id = RecordId::fromString(text);
        return id ? std::optional<Value>(Value(*id)) : std::nullopt;
    }
    case FieldType::Blob: {
        const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
        return bytes.toHex() == text.toLower().toLatin1() && !bytes.isEmpty() ? std::optional<Value>(Value(bytes))
                                                                              : std::nullopt;
    }
    default: return text.isEmpty() ? std::nullopt : std::optional<Value>(Value(text));
    }
}

bool isTextual(const FieldSpec &field)
{
    return field.type == FieldType::Text || field.type == FieldType::LongText || field.type == FieldType::Code
           || field.type == FieldType::CodeSet;
}

// A day given for an instant means the whole local day.
Predicate wholeDay(const FieldSpec &field, Op op, Day day)
{
    const Value start(Instant::fromLocal(day, 0));
    const Value end(Instant{std::min(Instant::fromLocal(day.plus(1), 0).ms, lastInstant)});
    const auto both = [&](Op first, const Value &one, Op second, const Value &two, Op joint) {
        Predicate p;
        p.op = joint;
        p.children = {Predicate::compare(field, first, one), Predicate::compare(field, second, two)};
        return p;
    };
    switch (op) {
    case Op::Equal: return both(Op::GreaterEqual, start, Op::Less, end, Op::And);
    case Op::LessEqual: return Predicate::compare(field, Op::Less, end);
    case Op::Greater: return Predicate::compare(field, Op::GreaterEqual, end);
    case Op::NotEqual: {
        Predicate outside = both(Op::Less, start, Op::GreaterEqual, end, Op::Or);
        outside.children.push_back(Predicate::empty(field));
        return outside;
    }
    default: return Predicate::compare(field, op, start);
    }
}

class Parser
{
public:
    Parser(const RecordSpec &spec, const QString &text) : m_spec(spec), m_lexer(text) {}

    Result<Predicate> whole()
    {
        if (m_lexer.token().kind == Token::Kind::End)
            return Predicate::all();
        auto parsed = condition(0);
        if (parsed && m_lexer.token().kind != Token::Kind::End)
            return expected(words(QT_TRANSLATE_NOOP("Query", "and, or, or the end")));
        return parsed;
    }

private:
    Error fault(const ErrorText &text, const QString &detail, qsizetype at) const
    {
        return Error(ErrorKind::Usage, text, {QString::number(at + 1), detail});
    }
    Error expected(const QString &what) const { return fault(text::whereSyntax, what, m_lexer.token().at); }

    using Rule = Result<Predicate> (Parser::*)(int);
    Result<Predicate> joined(int depth, Rule rule, QLatin1String word, Op op)
    {
        auto first = (this->*rule)(depth);
        if (!first || !m_lexer.isWord(word))
            return first;
        Predicate all;
        all.op = op;
        all.children.push_back(std::move(*first));
        while (m_lexer.takeWord(word)) {
            auto next = (this->*rule)(depth);
            if (!next)
                return next;
            all.children.push_back(std::move(*next));
        }
        return all;
    }
    Result<Predicate> condition(int depth) { return joined(depth, &Parser::andPart, QLatin1String("or"), Op::Or); }
    Result<Predicate> andPart(int depth) { return joined(depth, &Parser::part, QLatin1String("and"), Op::And); }

    Result<Predicate> part(int depth)
    {
        if (depth > deepest)
            return expected(words(QT_TRANSLATE_NOOP("Query", "fewer brackets")));
        if (m_lexer.takeWord(QLatin1String("not"))) {
            auto inner = part(depth + 1);
            if (!inner)
                return inner;
            Predicate negation;
            negation.op = Op::Not;
            negation.children.push_back(std::move(*inner));
            return negation;
        }
        if (m_lexer.takeMark(QLatin1String("("))) {
            auto inner = condition(depth + 1);
            if (inner && !m_lexer.takeMark(QLatin1String(")")))
                return expected(QStringLiteral(")"));
            return inner;
        }
        if (m_lexer.takeWord(QLatin1String("all")))
            return Predicate::all();
        if (m_lexer.takeWord(QLatin1String("search")))
            return searchPart();
        return test();
    }

    Result<Predicate> searchPart()
    {
        const Token token = m_lexer.token();
        if ((token.kind != Token::Kind::Text && token.kind != Token::Kind::Word) || token.text.isEmpty())
            return expected(words(QT_TRANSLATE_NOOP("Query", "a text to search for")));
        m_lexer.advance();
        return Predicate::search(token.text);
    }

    Result<Predicate> test()
    {
        const Token name = m_lexer.token();
        if (name.kind != Token::Kind::Word)
            return expected(words(QT_TRANSLATE_NOOP("Query", "the name of a field")));
        m_lexer.advance();
        const FieldSpec *field = m_spec.field(name.text);
        if (!field)
            return fault(text::whereField, name.text.left(60), name.at);
        if (m_lexer.takeWord(QLatin1String("is")))
            return emptiness(*field);
        if (m_lexer.takeWord(QLatin1String("has")))
            return membership(*field);
        const bool negated = m_lexer.takeWord(QLatin1String("not"));
        if (m_lexer.takeWord(QLatin1String("in")))
            return list(*field, negated ? Op::NotIn : Op::In);
        if (negated)
            return expected(QStringLiteral("in"));
        return comparison(*field);
    }

    Result<Predicate> emptiness(const FieldSpec &field)
    {
        Predicate p = Predicate::empty(field);
        if (m_lexer.takeWord(QLatin1String("not")))
            p.op = Op::NotEmpty;
        if (!m_lexer.takeWord(QLatin1String("empty")))
            return expected(QStringLiteral("empty"));
        return p;
    }

    Result<Predicate> membership(const FieldSpec &field)
    {
        const qsizetype at = m_lexer.token().at;
        if (field.type != FieldType::CodeSet)
            return fault(text::whereOperator, QLatin1String(field.name), at);
        const Op op = m_lexer.takeWord(QLatin1String("all")) ? Op::HasAll : Op::HasAny;
        if (m_lexer.isMark(QLatin1String("(")))
            return list(field, op);
        auto one = value(field);
        if (!one)
            return one.error();
        return Predicate::compare(field, op, std::move(*one));
    }

    Result<Predicate> list(const FieldSpec &field, Op op)
    {
        if (!m_lexer.takeMark(QLatin1String("(")))
            return expected(QStringLiteral("("));
        Predicate p;
        p.op = op;
        p.field = &field;
        do {
            auto one = value(field);
            if (!one)
                return one.error();
            p.values.push_back(std::move(*one));
        } while (m_lexer.takeMark(QLatin1String(",")));
        if (!m_lexer.takeMark(QLatin1String(")")))
            return expected(words(QT_TRANSLATE_NOOP("Query", ", or )")));
        return p;
    }

    std::optional<Op> comparisonSign()
    {
        static const std::pair<QLatin1String, Op> signs[] = {
            {QLatin1String("="), Op::Equal},      {QLatin1String("!="), Op::NotEqual}, {QLatin1String("<"), Op::Less},
            {QLatin1String("<="), Op::LessEqual}, {QLatin1String(">"), Op::Greater},   {QLatin1String(">="), Op::GreaterEqual},
            {QLatin1String("~"), Op::Contains}};
        for (const auto &[sign, op] : signs) {
            if (m_lexer.takeMark(sign))
                return op;
        }
        return m_lexer.takeWord(QLatin1String("starts")) ? std::optional(Op::StartsWith) : std::nullopt;
    }

    Result<Predicate> comparison(const FieldSpec &field)
    {
        const qsizetype at = m_lexer.token().at;
        const auto op = comparisonSign();
        if (!op)
            return expected(words(QT_TRANSLATE_NOOP("Query", "an operator such as = or ~")));
        if ((*op == Op::Contains || *op == Op::StartsWith) && !isTextual(field))
            return fault(text::whereOperator, QLatin1String(field.name), at);
        if (field.type == FieldType::Instant) {
            if (const auto day = Day::fromIso(m_lexer.token().text)) {
                m_lexer.advance();
                return wholeDay(field, *op, *day);
            }
        }
        auto one = value(field);
        if (!one)
            return one.error();
        return Predicate::compare(field, *op, std::move(*one));
    }

    Result<Value> value(const FieldSpec &field)
    {
        const Token token = m_lexer.token();
        if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Text)
            return expected(expectedFor(field));
        auto parsed = valueFrom(field, token.text);
        if (!parsed || !fitsType(field, *parsed))
            return fault(text::whereValue, expectedFor(field), token.at);
        m_lexer.advance();
        return std::move(*parsed);
    }

    const RecordSpec &m_spec;
    Lexer m_lexer;
};

QString quoted(const QString &text)
{
    QString inside = text;
    inside.replace(u'\'', QStringLiteral("''"));
    return u'\'' + inside + u'\'';
}

QString valueText(const FieldSpec &field, const Value &value)
{
    switch (field.type) {
    case FieldType::Bool: return value.number() != 0 ? QStringLiteral("yes") : QStringLiteral("no");
    case FieldType::Integer: return QString::number(value.number());
    case FieldType::Money: return formatMoney(Money{value.number()}).remove(u',');
    case FieldType::Day: return Day{static_cast<std::int32_t>(value.number())}.toIso();
    case FieldType::Instant: return isoExactly(Instant{value.number()});
    case FieldType::Ref: return readValue<RecordId>(value).value_or(RecordId()).toString();
    case FieldType::Blob: return QString::fromLatin1(value.bytes().toHex());
    default: return quoted(value.text());
    }
}

QString listText(const Predicate &p)
{
    QStringList parts;
    for (const Value &value : p.values)
        parts += valueText(*p.field, value);
    return u'(' + parts.join(QStringLiteral(", ")) + u')';
}

QLatin1String signOf(Op op)
{
    switch (op) {
    case Op::Equal: return QLatin1String("=");
    case Op::NotEqual: return QLatin1String("!=");
    case Op::Less: return QLatin1String("<");
    case Op::LessEqual: return QLatin1String("<=");
    case Op::Greater: return QLatin1String(">");
    case Op::GreaterEqual: return QLatin1String(">=");
    case Op::Contains: return QLatin1String("~");
    case Op::StartsWith: return QLatin1String("starts");
    case Op::In: return QLatin1String("in");
    case Op::NotIn: return QLatin1String("not in");
    case Op::HasAny: return QLatin1String("has");
    case Op::HasAll: return QLatin1String("has all");
    default: return {};
    }
}

// What a condition that lacks a part of itself answers for every row, as matches() has it; none if it is whole.
std::optional<bool> foregone(const Predicate &p)
{
    switch (p.op) {
    case Op::All: return true;
    case Op::And:
    case Op::Or: return p.children.empty() ? std::optional(p.op == Op::And) : std::nullopt;
    case Op::Not: return p.children.empty() ? std::optional(false) : std::nullopt;
    case Op::Search: return p.values.empty() ? std::optional(false) : std::nullopt;
    default: break;
    }
    if (!p.field)
        return false;
    const bool needsNoValue = p.op == Op::Empty || p.op == Op::NotEmpty;
    return p.values.empty() && !needsNoValue ? std::optional(p.op == Op::NotEqual || p.op == Op::NotIn) : std::nullopt;
}

QString innerText(const Predicate &p)
{
    if (const std::optional<bool> always = foregone(p))
        return *always ? QStringLiteral("all") : QStringLiteral("not all");
    const auto joined = [&p](const QString &word) {
        QStringList parts;
        for (const Predicate &child : p.children) {
            const bool brackets = child.op == Op::And || child.op == Op::Or;
            parts += brackets ? u'(' + innerText(child) + u')' : innerText(child);
        }
        return parts.join(word);
    };
    switch (p.op) {
    case Op::And: return joined(QStringLiteral(" and "));
    case Op::Or: return joined(QStringLiteral(" or "));
    case Op::Not: return QStringLiteral("not ") + joined(QString());
    case Op::Search: return QStringLiteral("search ") + quoted(p.values.front().text());
    case Op::Empty: return QLatin1String(p.field->name) + QStringLiteral(" is empty");
    case Op::NotEmpty: return QLatin1String(p.field->name) + QStringLiteral(" is not empty");
    case Op::In:
    case Op::NotIn:
    case Op::HasAny:
    case Op::HasAll: {
        const bool single = p.values.size() == 1 && (p.op == Op::HasAny || p.op == Op::HasAll);
        return QStringLiteral("%1 %2 ").arg(QLatin1String(p.field->name), signOf(p.op))
               + (single ? valueText(*p.field, p.values.front()) : listText(p));
    }
    default:
        return QStringLiteral("%1 %2 ").arg(QLatin1String(p.field->name), signOf(p.op)) + valueText(*p.field, p.values.front());
    }
}
} // namespace

Result<Predicate> parseWhere(const RecordSpec &spec, const QString &text) { return Parser(spec, text).whole(); }

QString toText(const Predicate &predicate) { return predicate.isAll() ? QString() : innerText(predicate); }

Result<std::vector<SortKey>> parseSort(const RecordSpec &spec, const QString &text)
{
    std::vector<SortKey> keys;
    Lexer lexer(text);
    if (lexer.token().kind == Token::Kind::End)
        return keys;
    do {
        const Token name = lexer.token();
        const FieldSpec *field = name.kind == Token::Kind::Word ? spec.field(name.text) : nullptr;
        if (!field)
            return Error(ErrorKind::Usage, text::whereField, {QString::number(name.at + 1), name.text.left(60)});
        lexer.advance();
        const bool descending = lexer.takeWord(QLatin1String("desc"));
        if (!descending)
            lexer.takeWord(QLatin1String("asc"));
        keys.push_back({field, descending});
    } while (lexer.takeMark(QLatin1String(",")));
    if (lexer.token().kind != Token::Kind::End)
        return Error(ErrorKind::Usage, text::whereSyntax,
                     {QString::number(lexer.token().at + 1), words(QT_TRANSLATE_NOOP("Query", "asc, desc or a comma"))});
    return keys;
}

} // namespace yizhan
