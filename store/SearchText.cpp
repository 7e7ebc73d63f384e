// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchText.h"

#include "store/Pinyin.h"

#include <QChar>

#include <algorithm>
#include <set>

namespace yizhan {
namespace {

bool isAsciiAlnum(char32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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

class Tokenizer
{
public:
    explicit Tokenizer(std::vector<SearchToken> &tokens) : m_tokens(tokens) {}

    void take(char32_t c)
    {
        if (c >= 0xFF01 && c <= 0xFF5E) // full width
            c -= 0xFEE0;
        if (isAsciiAlnum(c)) {
            m_run += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        } else if (isPlainIdeograph(c)) {
            single(c);
        } else if (c < 0x80) {
            endRun();
        } else {
            takeRare(c);
        }
    }
    void endRun()
    {
        if (m_run.isEmpty())
            return;
        m_tokens.push_back({m_run, true});
        m_run.clear();
    }

private:
    void single(char32_t c)
    {
        endRun();
        SearchToken token;
        appendUtf8(token.utf8, c);
        m_tokens.push_back(std::move(token));
    }
    // Accents, Roman numerals, squared units, compatibility ideographs, other scripts, private characters of old systems.
    void takeRare(char32_t c)
    {
        const QString decomposed = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD);
        for (const char32_t part : decomposed.toUcs4()) {
            if (isAsciiAlnum(part)) {
                m_run += static_cast<char>(part >= 'A' && part <= 'Z' ? part + ('a' - 'A') : part);
            } else if (QChar::isMark(part)) {
                continue;
            } else if (QChar::isLetterOrNumber(part) || QChar::category(part) == QChar::Other_PrivateUse) {
                single(QChar::toCaseFolded(part));
            } else {
                endRun();
            }
        }
    }

    std::vector<SearchToken> &m_tokens;
    QByteArray m_run;
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
constexpr char between = '|'; // the end of a value: no phrase reaches over it

void appendToken(QByteArray &column, QByteArrayView token)
{
    if (!column.isEmpty())
        column += ' ';
    column += token;
}

void appendValue(QByteArray &column, const std::vector<SearchToken> &tokens)
{
    if (!column.endsWith(between))
        appendToken(column, QByteArrayView(&between, 1));
    for (const SearchToken &token : tokens)
        appendToken(column, token.utf8);
    appendToken(column, QByteArrayView(&between, 1));
}

// Longer words of other languages are found by what they begin with.
constexpr qsizetype longestInitials = 16;
constexpr qsizetype mostInitials = 200;
constexpr qsizetype longestRunInWhole = 64;

} // namespace

std::vector<SearchToken> searchTokens(QStringView text)
{
    std::vector<SearchToken> tokens;
    tokens.reserve(static_cast<std::size_t>(text.size()));
    Tokenizer tokenizer(tokens);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            tokenizer.take(QChar::surrogateToUcs4(unit, text[++i].unicode()));
        else
            tokenizer.take(unit);
    }
    tokenizer.endRun();
    return tokens;
}

QByteArray searchKey(QStringView number)
{
    QByteArray key;
    for (const SearchToken &token : searchTokens(number)) {
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

std::vector<QByteArray> gramsOf(QByteArrayView run)
{
    return gramsOfPadded(begin + run.toByteArray() + end);
}

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

std::vector<QByteArray> gramsOfInside(QByteArrayView run)
{
    return gramsOfPadded(run.toByteArray());
}

QByteArray wholeToken(const std::vector<SearchToken> &tokens)
{
    constexpr std::size_t longest = 60; // longer values are found by their parts
    QByteArray whole = "=";
    for (std::size_t i = 0; i < std::min(tokens.size(), longest); ++i)
        whole += tokens[i].utf8.left(longestRunInWhole);
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
    const std::vector<SearchToken> tokens = searchTokens(value);
    if (tokens.empty())
        return;
    addRuns(tokens);
    switch (as) {
    case SearchAs::Name:
        addName(value, tokens);
        break;
    case SearchAs::CaseNumber:
        addNumber(tokens);
        break;
    default:
        appendValue(columns[Text], tokens);
        break;
    }
}

void SearchDocument::addRuns(const std::vector<SearchToken> &tokens)
{
    for (const SearchToken &token : tokens) {
        if (!token.isRun)
            continue;
        for (const QByteArray &gram : gramsOf(token.utf8))
            appendToken(columns[Part], gram);
    }
}

void SearchDocument::addName(QStringView value, const std::vector<SearchToken> &tokens)
{
    appendValue(columns[Name], tokens);
    appendToken(columns[Whole], wholeToken(tokens));
    std::set<QByteArray> tails;
    for (const Syllables &spoken : Pinyin::table().namesOf(value)) {
        std::vector<SearchToken> syllables;
        QByteArray initials;
        for (const QByteArray &syllable : spoken) {
            syllables.push_back({syllable, true});
            const bool word = !Pinyin::table().isSyllable(syllable); // letters and digits as they stand
            initials += word ? syllable : syllable.first(1);
        }
        appendValue(columns[Sound], syllables);
        initials.truncate(mostInitials);
        // every tail, so that a prefix query finds initials from any character of the name on
        for (qsizetype i = 0; i < initials.size(); ++i) {
            tails.insert(initials.sliced(i, std::min(longestInitials, initials.size() - i)));
            tails.insert('~' + initials.sliced(i, 1));
        }
    }
    for (const QByteArray &tail : tails)
        appendToken(columns[Initials], tail);
}

void SearchDocument::addNumber(const std::vector<SearchToken> &tokens)
{
    appendValue(columns[Number], tokens);
    appendToken(columns[Whole], wholeToken(tokens));
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
