// SPDX-License-Identifier: GPL-3.0-or-later
// The series of numbers that cases and papers carry: their pattern, who gives them out, when they begin again at one.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <vector>

namespace yizhan {

enum class NumberSource {
    Server, // only the district's server, so that the series has no gap: certificates
    Lease,  // the server, or a block of numbers an office holds
    Local   // this workstation; office and station stand in the number
};
enum class NumberReset { Year, Day };

struct NumberSeries {
    QString id; // "mediation"
    QString nameZh;
    QString nameEn;
    // Text with the places {yyyy} {mm} {dd} {n} (serial), {city} {district} {office} (short names), {station} (device number,
    // two digits), {word} (a word of the case: 民, 内民 ...).
    QString pattern;
    QString provisional; // the number until the final one arrives, e.g. "P-{office_id}-{station}-{n}"; empty = none
    NumberSource source = NumberSource::Local;
    NumberReset reset = NumberReset::Year;
    int width = 0;     // digits of the serial, filled with zeros; 0 = as it comes
    QStringList scope; // what besides the year or day tells one counter from another: "office", "station", "word"
    QString wordList;  // code list whose attribute "number_word" gives {word}; empty = none
};

// What goes into a number.
struct NumberFacts {
    Day day;
    qint64 serial = 1;
    QString city; // short names: 京, 通, 永顺
    QString district;
    QString office;
    QString officeId; // "JO05"
    int station = 1;  // 1..99
    QString word;
};

// A value; reading from any thread.
class NumberTable
{
public:
    // resources/numbers.json or a file of the same form; errors with file, line and reason.
    static Result<NumberTable> fromJson(const QString &fileName, const QByteArray &json);

    const NumberSeries *find(QStringView id) const; // null if unknown
    const std::vector<NumberSeries> &all() const { return m_series; }
    const QByteArray &fingerprint() const { return m_fingerprint; }

private:
    std::vector<NumberSeries> m_series;
    QHash<QString, std::size_t> m_byId;
    QByteArray m_fingerprint;
};

QString formatNumber(const NumberSeries &series, const NumberFacts &facts);            // the final number
QString formatProvisionalNumber(const NumberSeries &series, const NumberFacts &facts); // empty if the series has none
// The counter a number is taken from: "notary-certificate/2026/ORG-NOTARY/内民".
QString counterKey(const NumberSeries &series, const NumberFacts &facts);
// "P-JO05-03-17" is one.
bool isProvisionalNumber(QStringView number);

// What sorting and searching read from any case number, half or full width: the first year 1900..2200 in it and its last run
// of digits. 0 where there is none.
struct NumberParts {
    int year = 0;
    qint64 serial = 0;
};
NumberParts partsOfNumber(QStringView number);

} // namespace yizhan
