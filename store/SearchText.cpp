// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchText.h"

#include "store/Pinyin.h"

#include <QChar>

#include <algorithm>

namespace yizhan {
namespace {

bool isAsciiAlnum(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool isPlainIdeograph(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2F7FF)
           || (c >= 0x30000 && c <= 0x3FFFF);
}

void appendUtf8(QByteArray &out, char32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

// Where a token stands in the bytes, while these may still move.
struct Span {
    qsizetype from = 0;
    qsizetype size = 0;
    bool isRun = false;
};

class Tokenizer
{
public:
    Tokenizer(QByteArray &bytes, std::vector<Span> &spans) : m_bytes(bytes), m_spans(spans) {}

    void take(char32_t c)
    {
        if (c >= 0xFF01 && c <= 0xFF5E) // full width
            c -= 0xFEE0;
        if (isAsciiAlnum(c))
            addToRun(c);
        else if (isPlainIdeograph(c))
            single(c);
        else if (c < 0x80)
            m_inRun = false;
        else
            takeRare(c);
    }

private:
    void addToRun(char32_t c)
    {
        if (!m_inRun)
            m_spans.push_back({m_bytes.size(), 0, true});
        m_inRun = true;
        m_bytes += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        ++m_spans.back().size;
    }
    void single(char32_t c)
    {
        m_inRun = false;
        const qsizetype from = m_bytes.size();
        appendUtf8(m_bytes, c);
        m_spans.push_back({from, m_bytes.size() - from, false});
    }
    // Accents, Roman numerals, squared units, compatibility ideographs, other scripts, private characters of old systems.
    void takeRare(char32_t c)
    {
        const QString decomposed = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD);
        for (const char32_t part : decomposed.toUcs4()) {
            if (isAsciiAlnum(part))
                addToRun(part);
            else if (QChar::isMark(part))
                continue;
            else if (QChar::isLetterOrNumber(part) || QChar::category(part) == QChar::Other_PrivateUse)
                single(QChar::toCaseFolded(part));
            else
                m_inRun = false;
        }
    }

    QByteArray &m_bytes;
    std::vector<Span> &m_spans;
    bool m_inRun = false;
};

std::vector<QByteArray> gramsOfPadded(const QByteArray &padded)
{
    std::vector<QByteArray> grams;
    for (qsizetype i = 0; i + 3 <= padded.size(); ++i)
        grams.push_back(padded.sliced(i, 3));
    return grams;
}

constexpr char begin[] = "^^";
constexpr char end[] = "$$";
constexpr char between = searchmark::between;

void appendToken(QByteArray &column, QByteArrayView token)
{
    if (!column.isEmpty())
        column += ' ';
    column += token;
}

void beginValue(QByteArray &column)
{
    if (!column.endsWith(between))
        appendToken(column, QByteArrayView(&between, 1));
}

void endValue(QByteArray &column) { appendToken(column, QByteArrayView(&between, 1)); }

// Each token with a mark before it; none for texts.
void appendValue(QByteArray &column, const SearchTokens &tokens, char mark = '\0')
{
    beginValue(column);
    for (const SearchToken &token : tokens) {
        column += ' ';
        if (mark != '\0')
            column += mark;
        column += token.utf8;
    }
    endValue(column);
}

void addOnce(std::vector<QByteArray> &tokens, QByteArray token)
{
    if (std::find(tokens.begin(), tokens.end(), token) == tokens.end())
        tokens.push_back(std::move(token));
}

// Longer words of other languages are found by what they begin with.
constexpr qsizetype longestInitials = 16;
constexpr qsizetype mostInitials = 200;
constexpr qsizetype longestRunInWhole = 64;
constexpr std::size_t mostRests = 40;

} // namespace

SearchTokens::SearchTokens(QStringView text)
{
    std::vector<Span> spans;
    spans.reserve(static_cast<std::size_t>(text.size()));
    m_bytes.reserve(text.size() * 3);
    Tokenizer tokenizer(m_bytes, spans);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            tokenizer.take(QChar::surrogateToUcs4(unit, text[++i].unicode()));
        else
            tokenizer.take(unit);
    }
    m_list.reserve(spans.size());
    for (const Span &span : spans)
        m_list.push_back({QByteArrayView(m_bytes).sliced(span.from, span.size), span.isRun});
}

void SearchTokens::limit(std::size_t tokens, qsizetype runLength)
{
    m_list.resize(std::min(tokens, m_list.size()));
    for (SearchToken &token : m_list) {
        if (token.isRun)
            token.utf8 = token.utf8.first(std::min(runLength, token.utf8.size()));
    }
}

char32_t characterOf(QByteArrayView utf8)
{
    const auto bits = [utf8](qsizetype i, int mask) {
        return static_cast<char32_t>(static_cast<unsigned char>(utf8[i]) & mask);
    };
    switch (utf8.size()) {
    case 1: return bits(0, 0x7F);
    case 2: return bits(0, 0x1F) << 6 | bits(1, 0x3F);
    case 3: return bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F);
    default: return bits(0, 0x07) << 18 | bits(1, 0x3F) << 12 | bits(2, 0x3F) << 6 | bits(3, 0x3F);
    }
}

QByteArray searchKey(QStringView number)
{
    QByteArray key;
    const SearchTokens tokens(number);
    for (const SearchToken &token : tokens) {
        if (token.isRun)
            key += token.utf8;
    }
    return key;
}

QByteArray reversed(QByteArray key)
{
    std::reverse(key.begin(), key.end());
    return key;
}

std::vector<QByteArray> gramsOf(QByteArrayView run) { return gramsOfPadded(begin + run.toByteArray() + end); }

std::vector<QByteArray> gramsOfBeginning(QByteArrayView run)
{
    std::vector<QByteArray> grams = gramsOfPadded(begin + run.toByteArray());
    if (run.size() > 1) // "^^2" says no more than "^20"
        grams.erase(grams.begin());
    return grams;
}

std::vector<QByteArray> gramsOfEnd(QByteArrayView run)
{
    std::vector<QByteArray> grams = gramsOfPadded(run.toByteArray() + end);
    if (run.size() > 1)
        grams.pop_back();
    return grams;
}

std::vector<QByteArray> gramsOfInside(QByteArrayView run) { return gramsOfPadded(run.toByteArray()); }

QByteArray wholeToken(const SearchTokens &tokens)
{
    constexpr std::size_t longest = 60; // longer values are found by their parts
    QByteArray whole(1, searchmark::whole);
    for (std::size_t i = 0; i < std::min(tokens.size(), longest); ++i)
        whole += tokens[i].utf8.first(std::min(longestRunInWhole, tokens[i].utf8.size()));
    return whole;
}

int yearOf(QByteArrayView run)
{
    if (run.size() != 4)
        return 0;
    const int year = run.toByteArray().toInt();
    return year >= 1900 && year <= 2199 ? year : 0;
}

QByteArray serialOf(QByteArrayView run)
{
    constexpr qsizetype longestSerial = 8;
    const bool isNumber = std::all_of(run.begin(), run.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || run.isEmpty() || run.size() > longestSerial)
        return {};
    qsizetype zeros = 0;
    while (zeros + 1 < run.size() && run[zeros] == '0')
        ++zeros;
    return run.sliced(zeros).toByteArray();
}

void SearchDocument::add(SearchAs as, QStringView value)
{
    if (as == SearchAs::None || value.isEmpty())
        return;
    if (as == SearchAs::Identity || as == SearchAs::Phone) {
        const QByteArray key = searchKey(value);
        if (!key.isEmpty())
            appendToken(columns[Tail], reversed(key));
        return;
    }
    const SearchTokens tokens(value);
    if (tokens.isEmpty())
        return;
    addRuns(tokens);
    switch (as) {
    case SearchAs::Name: addName(tokens); break;
    case SearchAs::CaseNumber: addNumber(tokens); break;
    default: appendValue(columns[Text], tokens); break;
    }
}

void SearchDocument::addRuns(const SearchTokens &tokens)
{
    for (const SearchToken &token : tokens) {
        if (!token.isRun)
            continue;
        const QByteArray padded = begin + token.utf8.toByteArray() + end; // as gramsOf(), without an array for each
        for (qsizetype i = 0; i + 3 <= padded.size(); ++i)
            appendToken(columns[Part], QByteArrayView(padded).sliced(i, 3));
    }
}

void SearchDocument::addName(const SearchTokens &tokens)
{
    appendValue(columns[Name], tokens, searchmark::inName);
    appendToken(columns[Whole], wholeToken(tokens));
    std::vector<QByteArray> tails;
    for (const Syllables &spoken : Pinyin::table().namesOf(tokens)) {
        QByteArray initials;
        beginValue(columns[Sound]);
        for (const QByteArray &syllable : spoken) {
            appendToken(columns[Sound], syllable);
            const bool word = !Pinyin::table().isSyllable(syllable); // letters and digits as they stand
            initials += word ? syllable : syllable.first(1);
        }
        endValue(columns[Sound]);
        initials.truncate(mostInitials);
        // every tail, so that a prefix query finds initials from any character of the name on
        for (qsizetype i = 0; i < initials.size(); ++i) {
            addOnce(tails, initials.sliced(i, std::min(longestInitials, initials.size() - i)));
            addOnce(tails, searchmark::initial + initials.sliced(i, 1));
        }
    }
    for (const QByteArray &tail : tails)
        appendToken(columns[Initials], tail);
}

void SearchDocument::addNumber(const SearchTokens &tokens)
{
    appendValue(columns[Number], tokens, searchmark::inNumber);
    const QByteArray whole = wholeToken(tokens);
    appendToken(columns[Whole], whole);
    QByteArrayView rest = QByteArrayView(whole).sliced(1);
    for (std::size_t i = 0; i < std::min(tokens.size(), mostRests) && !rest.isEmpty(); ++i) {
        appendToken(columns[Number], searchmark::restOfNumber + rest.toByteArray());
        rest = rest.sliced(std::min(rest.size(), tokens[i].utf8.size()));
    }
    QByteArray serial;
    int year = 0;
    for (const SearchToken &token : tokens) {
        if (!token.isRun)
            continue;
        if (year == 0 && yearOf(token.utf8) != 0)
            year = yearOf(token.utf8);
        else if (const QByteArray found = serialOf(token.utf8); !found.isEmpty())
            serial = found; // the last one: court numbers carry a court code before it
    }
    if (year != 0)
        appendToken(columns[Whole], "=y" + QByteArray::number(year));
    if (!serial.isEmpty())
        appendToken(columns[Whole], "=n" + serial);
}

SearchDocument SearchDocument::of(const CaseFile &file)
{
    SearchDocument document;
    const auto addRecord = [&document](const Record &record) {
        for (std::size_t i = 0; i < record.spec().fields.size(); ++i) {
            const FieldSpec &field = *record.spec().fields[i];
            const Value &value = record.values()[i];
            if (field.search != SearchAs::None && value.isText())
                document.add(field.search, value.text());
        }
    };
    addRecord(file.root);
    for (const Record &child : file.children) {
        if (!child.withdrawn)
            addRecord(child);
    }
    return document;
}

} // namespace yizhan
