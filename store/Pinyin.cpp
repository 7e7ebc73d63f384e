// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Pinyin.h"

#include "store/SearchText.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <functional>

// Outside of any namespace, as Q_INIT_RESOURCE wants it.
static void registerPinyinFiles() { Q_INIT_RESOURCE(pinyin); }

namespace yizhan {
namespace {

constexpr std::size_t mostNames = 4;
constexpr std::size_t mostGuesses = 8;
constexpr std::size_t longestName = 120; // characters; no name is longer, but a file may hold anything
constexpr qsizetype longestSyllable = 6;

// The lines of a table: key, tab, rest. Lines that begin with # are remarks.
void forEachLine(const QString &name, const std::function<void(const QString &key, const QString &rest)> &take)
{
    QFile file(QStringLiteral(":/yizhan/pinyin/") + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "Pinyin", qPrintable(name));
    if (!opened)
        return;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const qsizetype tab = line.indexOf(u'\t');
        if (tab > 0 && !line.startsWith(u'#'))
            take(line.first(tab).toString(), line.sliced(tab + 1).toString());
    }
}

Syllables splitSyllables(const QString &text)
{
    Syllables syllables;
    for (const QString &syllable : text.split(u' ', Qt::SkipEmptyParts))
        syllables.push_back(syllable.toLatin1());
    return syllables;
}

// Input methods write v for ü; some people write u.
void addSpellings(std::vector<QByteArray> &readings)
{
    const std::vector<QByteArray> known = readings;
    for (const QByteArray &reading : known) {
        if (!reading.contains('v'))
            continue;
        QByteArray plain = reading;
        plain.replace('v', 'u');
        if (std::find(readings.begin(), readings.end(), plain) == readings.end())
            readings.push_back(plain);
    }
}

void addOnce(std::vector<Syllables> &names, const Syllables &name)
{
    if (names.size() < mostNames && std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

// The letters that may stand alone for a syllable.
bool isInitial(QByteArrayView text)
{
    static const QByteArray initials("bpmfdtnlgkhjqxrzcsyw"
                                     "aeo");
    return text.size() == 1 ? initials.contains(text[0]) : text == QByteArrayView("zh") || text == "ch" || text == "sh";
}

} // namespace

QByteArray PinyinGuess::initials() const
{
    QByteArray letters;
    for (const Part &part : parts)
        letters += part.text[0];
    return letters;
}

bool PinyinGuess::isAllFull() const
{
    return std::all_of(parts.begin(), parts.end(), [](const Part &part) { return part.full; });
}

const Pinyin &Pinyin::table()
{
    static const Pinyin pinyin;
    return pinyin;
}

Pinyin::Pinyin()
{
    registerPinyinFiles();
    readReadings();
    readPolyphones();
    readSurnames();
}

void Pinyin::readReadings()
{
    m_readings.reserve(48'000);
    forEachLine(QStringLiteral("readings.tsv"), [this](const QString &key, const QString &rest) {
        const auto syllable = static_cast<std::uint16_t>(m_syllables.size());
        m_syllables.push_back(key.toLatin1()); // the file is sorted
        for (const char32_t character : rest.toUcs4())
            m_readings.insert(character, syllable);
    });
}

void Pinyin::readPolyphones()
{
    forEachLine(QStringLiteral("polyphones.tsv"), [this](const QString &key, const QString &rest) {
        m_polyphones.insert(key.toUcs4().first(), splitSyllables(rest));
    });
}

void Pinyin::readSurnames()
{
    forEachLine(QStringLiteral("surnames.tsv"), [this](const QString &key, const QString &rest) {
        Surname surname;
        for (const QString &reading : rest.split(u'|'))
            surname.readings.push_back(splitSyllables(reading));
        m_longestSurname = std::max(m_longestSurname, key.size());
        m_surnames.insert(key, std::move(surname));
    });
}

std::vector<QByteArray> Pinyin::readings(char32_t character) const
{
    std::vector<QByteArray> found;
    const auto everyday = m_readings.constFind(character);
    if (everyday != m_readings.constEnd())
        found.push_back(m_syllables[*everyday]);
    const auto other = m_polyphones.constFind(character);
    if (other != m_polyphones.constEnd()) {
        for (const QByteArray &reading : *other) {
            if (std::find(found.begin(), found.end(), reading) == found.end())
                found.push_back(reading);
        }
    }
    addSpellings(found);
    return found;
}

std::vector<Syllables> Pinyin::namesOf(QStringView name) const { return namesOf(SearchTokens(name)); }

std::vector<Syllables> Pinyin::namesOf(const SearchTokens &name) const
{
    // Tokens, so that a middle dot or a blank inside a name does not matter; what has no reading is left out.
    QString beginning;
    std::vector<std::vector<QByteArray>> choices;
    for (const SearchToken &token : name) {
        if (choices.size() == longestName)
            break;
        const char32_t character = token.isRun ? U' ' : characterOf(token.utf8);
        if (beginning.size() < m_longestSurname)
            beginning += QString::fromUcs4(&character, 1);
        std::vector<QByteArray> sounds = token.isRun ? std::vector<QByteArray>{token.utf8.toByteArray()} : readings(character);
        if (!sounds.empty())
            choices.push_back(std::move(sounds));
    }
    if (choices.empty())
        return {};

    Syllables usual;
    for (const std::vector<QByteArray> &sounds : choices)
        usual.push_back(sounds.front());
    std::vector<Syllables> names;
    for (qsizetype length = std::min(m_longestSurname, beginning.size()); length > 0 && names.empty(); --length) {
        const auto surname = m_surnames.constFind(beginning.first(length));
        if (surname == m_surnames.constEnd())
            continue;
        for (const Syllables &sounds : surname->readings) {
            if (sounds.size() > usual.size())
                continue;
            Syllables spoken = usual;
            std::copy(sounds.begin(), sounds.end(), spoken.begin());
            addOnce(names, spoken);
        }
    }
    const Syllables first = names.empty() ? usual : names.front();
    addOnce(names, usual);
    // Other readings one at a time: names with two doubtful characters are rare, and four keys a name are enough.
    for (std::size_t i = 0; i < choices.size(); ++i) {
        for (const QByteArray &sound : choices[i]) {
            Syllables spoken = first;
            spoken[i] = sound;
            addOnce(names, spoken);
        }
    }
    return names;
}

bool Pinyin::isSyllable(QByteArrayView text) const
{
    // a few characters are read m, n or hm: nobody spells names with those
    const bool hasVowel = std::any_of(text.begin(), text.end(),
                                      [](char letter) { return QByteArrayView("aeiouv").contains(letter); });
    return hasVowel && std::binary_search(m_syllables.begin(), m_syllables.end(), text, [](QByteArrayView a, QByteArrayView b) {
               return a < b;
           });
}

std::vector<QByteArray> Pinyin::syllablesFrom(QByteArrayView beginning) const
{
    std::vector<QByteArray> found;
    for (const QByteArray &syllable : m_syllables) {
        if (syllable.startsWith(beginning))
            found.push_back(syllable);
    }
    std::stable_sort(found.begin(), found.end(), [](const QByteArray &a, const QByteArray &b) { return a.size() < b.size(); });
    return found;
}

std::vector<PinyinGuess> Pinyin::guesses(QByteArrayView letters) const
{
    constexpr qsizetype longestTyped = 40; // longer runs are words of other languages
    const qsizetype size = letters.size();
    if (size > longestTyped)
        return {};
    const auto fits = [&](qsizetype from, qsizetype length) {
        const QByteArrayView piece = letters.sliced(from, length);
        const bool unfinished = from + length == size && length > 1;
        return isSyllable(piece) || isInitial(piece) || (unfinished && !syllablesFrom(piece).empty());
    };
    // From where the end can be reached at all: without this, a wrong last letter would cost every way of cutting.
    std::vector<bool> leadsToEnd(static_cast<std::size_t>(size) + 1, false);
    leadsToEnd.back() = true;
    for (qsizetype from = size - 1; from >= 0; --from) {
        for (qsizetype length = 1; length <= std::min(longestSyllable, size - from) && !leadsToEnd[from]; ++length)
            leadsToEnd[from] = leadsToEnd[from + length] && fits(from, length);
    }

    std::vector<PinyinGuess> found;
    PinyinGuess current;
    // Long parts first, so that the plain reading comes before those in many pieces.
    const std::function<void(qsizetype)> cut = [&](qsizetype from) {
        if (found.size() >= 4 * mostGuesses)
            return;
        if (from == size) {
            if (std::any_of(current.parts.begin(), current.parts.end(), [](const auto &part) { return part.full; }))
                found.push_back(current);
            return;
        }
        for (qsizetype length = std::min(longestSyllable, size - from); length > 0; --length) {
            if (!leadsToEnd[from + length] || !fits(from, length))
                continue;
            const QByteArrayView piece = letters.sliced(from, length);
            current.parts.push_back({piece.toByteArray(), isSyllable(piece)});
            cut(from + length);
            current.parts.pop_back();
        }
    };
    cut(0);
    std::stable_sort(found.begin(), found.end(),
                     [](const PinyinGuess &a, const PinyinGuess &b) { return a.parts.size() < b.parts.size(); });
    if (found.size() > mostGuesses)
        found.erase(found.begin() + mostGuesses, found.end());
    return found;
}

QByteArray Pinyin::spelled(QByteArrayView letters)
{
    QByteArray text = letters.toByteArray();
    text.replace("lyu", "lv");
    text.replace("nyu", "nv");
    return text;
}

} // namespace yizhan
