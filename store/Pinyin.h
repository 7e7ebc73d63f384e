// SPDX-License-Identifier: GPL-3.0-or-later
// How names sound: readings of characters and surnames, and what a run of typed letters may stand for.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringView>
#include <vector>

namespace yizhan {

class SearchTokens;

// A name as it is spoken: one syllable a character ("shan", "xiao", "fang"), a run of letters or digits as it is.
using Syllables = std::vector<QByteArray>;

// What a run of typed letters may mean: "zhangxw" = the syllable zhang, then the initials x and w.
struct PinyinGuess {
    struct Part {
        QByteArray text;
        bool full = false; // a whole syllable; otherwise an initial (z, zh) or the beginning of a syllable
    };
    std::vector<Part> parts;
    QByteArray initials() const; // first letter of each part
    bool isAllFull() const;
};

// From resources/pinyin; the same on every machine. Read once, then read-only: any thread.
class Pinyin
{
public:
    static const Pinyin &table();

    // Everyday readings of a character, the usual one first; empty if it is no Chinese character we know.
    std::vector<QByteArray> readings(char32_t character) const;
    // How a name may be spoken: first with the surname read as a surname, then in everyday readings; at most four.
    std::vector<Syllables> namesOf(QStringView name) const;
    std::vector<Syllables> namesOf(const SearchTokens &name) const;

    bool isSyllable(QByteArrayView text) const;
    // Syllables that begin like this, shorter ones first.
    std::vector<QByteArray> syllablesFrom(QByteArrayView beginning) const;
    // Ways to cut small letters into syllables and initials, the one with the fewest parts first; at most eight, each with
    // at least one whole syllable.
    std::vector<PinyinGuess> guesses(QByteArrayView letters) const;
    // "lyu" and "nyu" of passports as input methods spell them: "lv", "nv". A guess: "shanyu" is no "shanv".
    static QByteArray spelled(QByteArrayView letters);

    std::size_t characterCount() const { return m_readings.size(); }

private:
    Pinyin();
    void readReadings();
    void readPolyphones();
    void readSurnames();

    struct Surname {
        std::vector<Syllables> readings;
    };
    std::vector<QByteArray> m_syllables; // sorted
    QHash<char32_t, std::uint16_t> m_readings;
    QHash<char32_t, std::vector<QByteArray>> m_polyphones;
    QHash<QString, Surname> m_surnames;
    qsizetype m_longestSurname = 1;
};

} // namespace yizhan
