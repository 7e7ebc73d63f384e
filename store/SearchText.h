// SPDX-License-Identifier: GPL-3.0-or-later
// How text becomes search tokens: one a Chinese character, one a run of Latin letters and digits; the rest is left out.
#pragma once

#include "records/Record.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>
#include <vector>

namespace yizhan {

struct SearchToken {
    QByteArrayView utf8; // a run: small ASCII letters and digits; otherwise one character
    bool isRun = false;
};

// The tokens of a text and the bytes they stand in.
class SearchTokens
{
public:
    // Full width becomes half width, capital letters small, accents go, compatibility ideographs become the unified ones;
    // blanks, punctuation (the middle dot of foreign names too) and symbols only end a run: what they stand between are
    // neighbours.
    explicit SearchTokens(QStringView text);
    SearchTokens(SearchTokens &&) = default;
    SearchTokens &operator=(SearchTokens &&) = default;
    SearchTokens(const SearchTokens &) = delete;
    SearchTokens &operator=(const SearchTokens &) = delete;

    bool isEmpty() const { return m_list.empty(); }
    std::size_t size() const { return m_list.size(); }
    const SearchToken &operator[](std::size_t i) const { return m_list[i]; }
    const SearchToken &front() const { return m_list.front(); }
    const SearchToken &back() const { return m_list.back(); }
    auto begin() const { return m_list.begin(); }
    auto end() const { return m_list.end(); }
    // Fewer tokens, shorter runs: for what people type.
    void limit(std::size_t tokens, qsizetype runLength);

private:
    QByteArray m_bytes;
    std::vector<SearchToken> m_list;
};

// The one character of a token that is no run.
char32_t characterOf(QByteArrayView utf8);
// Letters and digits only, small: of an identity or phone number.
QByteArray searchKey(QStringView number);
QByteArray reversed(QByteArray key);

// "2026" of every three neighbouring characters of "^^2026$$": finds any part of a run of three characters or more, and
// shorter ones at its beginning or end.
std::vector<QByteArray> gramsOf(QByteArrayView run);
// Of the run's beginning "20" (gramsOf without the end), of its end, of its inside (at least three characters).
std::vector<QByteArray> gramsOfBeginning(QByteArrayView run);
std::vector<QByteArray> gramsOfEnd(QByteArrayView run);
std::vector<QByteArray> gramsOfInside(QByteArrayView run);

// Marks that keep tokens of different use apart: what is common in one (each case number has the same words) would otherwise
// have to be read through for the other.
namespace searchmark {
inline constexpr char whole = '=';        // "=张伟" a value, "=y2026" the year and "=n12" the serial of a number
inline constexpr char initial = '~';      // "~z" one letter
inline constexpr char inName = '!';       // "!伟" a token of a name
inline constexpr char inNumber = '#';     // "#人" a token of a number
inline constexpr char restOfNumber = '@'; // "@人调字第12号" a number from one of its tokens to its end
inline constexpr char between = '|';      // the end of a value: no phrase reaches over it
inline constexpr char tokenCharacters[] = "^$|=~!#@";
} // namespace searchmark

// What one row of a search table holds: texts of tokens separated by blanks.
struct SearchDocument {
    enum Column { Name, Text, Number, Whole, Sound, Initials, Part, Tail, ColumnCount };
    static constexpr const char *columnNames[ColumnCount] = {"name",   "text",     "number", "whole",
                                                             "pinyin", "initials", "part",   "tail"};

    QByteArray columns[ColumnCount];

    void add(SearchAs as, QStringView value);
    static SearchDocument of(const CaseFile &file);

private:
    void addRuns(const SearchTokens &tokens);
    void addName(const SearchTokens &tokens);
    void addNumber(const SearchTokens &tokens);
};

// A value as one token, "=张伟": so that whole names and numbers are found without looking at those that only contain them.
QByteArray wholeToken(const SearchTokens &tokens);

// The year of a case number (1900..2199), 0 if the run is none.
int yearOf(QByteArrayView run);
// A serial number without leading zeros; empty if the run is no number of at most eight digits.
QByteArray serialOf(QByteArrayView run);

} // namespace yizhan
