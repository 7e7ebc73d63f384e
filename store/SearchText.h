// SPDX-License-Identifier: GPL-3.0-or-later
// How text becomes search tokens: one a Chinese character, one a run of Latin letters and digits; the rest is left out.
#pragma once

#include "records/Record.h"

#include <QByteArray>
#include <QStringView>
#include <vector>

namespace yizhan {

struct SearchToken {
    QByteArray utf8;    // a run: small ASCII letters and digits; otherwise one character
    bool isRun = false;
};

// Full width becomes half width, capital letters small, accents go, compatibility ideographs become the unified ones; blanks,
// punctuation (the middle dot of foreign names too) and symbols only end a run: what they stand between are neighbours.
std::vector<SearchToken> searchTokens(QStringView text);
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

// What one row of a search table holds: texts of tokens separated by blanks.
struct SearchDocument {
    enum Column { Name, Text, Number, Whole, Sound, Initials, Part, Tail, ColumnCount };
    static constexpr const char *columnNames[ColumnCount] = {"name", "text", "number", "whole", "pinyin", "initials", "part", "tail"};

    QByteArray columns[ColumnCount];

    void add(SearchAs as, QStringView value);
    static SearchDocument of(const CaseFile &file);

private:
    void addRuns(const std::vector<SearchToken> &tokens);
    void addName(QStringView value, const std::vector<SearchToken> &tokens);
    void addNumber(const std::vector<SearchToken> &tokens);
};

// A value as one token, "=张伟": so that whole names and numbers are found without looking at those that only contain them.
QByteArray wholeToken(const std::vector<SearchToken> &tokens);

// The year of a case number (1900..2199), 0 if the run is none.
int yearOf(QByteArrayView run);
// A serial number without leading zeros; empty if the run is no number of at most eight digits.
QByteArray serialOf(QByteArrayView run);

} // namespace yizhan
