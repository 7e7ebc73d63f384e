// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchQuery.h"

#include "store/Pinyin.h"
#include "store/SearchText.h"

#include <algorithm>
#include <set>

namespace yizhan {
namespace {

constexpr std::size_t mostParts = 8;
constexpr std::size_t mostTokens = 64;
constexpr qsizetype shortestGram = 3;
constexpr qsizetype longestRun = 64; // nobody types more; a file may still hold a word of any length
constexpr std::size_t mostSyllables = 16;

using Terms = std::vector<QByteArray>;

QByteArray phrase(const Terms &tokens)
{
    QByteArray text = "\"";
    for (const QByteArray &token : tokens) {
        if (text.size() > 1)
            text += ' ';
        text += token;
    }
    return text + '"';
}

QByteArray in(const char *columns, const QByteArray &expression) { return '{' + QByteArray(columns) + "} : " + expression; }

QByteArray prefixIn(const char *columns, const QByteArray &token) { return in(columns, phrase({token}) + " *"); }

QByteArray joined(const Terms &terms, const char *with)
{
    if (terms.empty())
        return {};
    if (terms.size() == 1)
        return terms.front();
    QByteArray text;
    for (const QByteArray &term : terms)
        text += (text.isEmpty() ? "(" : with) + term;
    return text + ')';
}

QByteArray anyOf(const Terms &terms) { return joined(terms, " OR "); }
QByteArray allOf(const Terms &terms) { return joined(terms, " AND "); }

void addUnlessEmpty(Terms &terms, const QByteArray &term)
{
    if (!term.isEmpty())
        terms.push_back(term);
}

bool isAllDigits(const QByteArray &run)
{
    return std::all_of(run.begin(), run.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isAllLetters(const QByteArray &run)
{
    return std::all_of(run.begin(), run.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The three questions for one part.
struct Question {
    Terms exact;
    Terms initials; // besides exact
    Terms part;     // besides both
};

// "zhangw": the syllable zhang, then whatever begins with w.
QByteArray guessed(const PinyinGuess &guess)
{
    Terms wanted;
    Terms syllables;
    for (const PinyinGuess::Part &part : guess.parts) {
        if (part.full)
            syllables.push_back(part.text);
    }
    const PinyinGuess::Part &last = guess.parts.back();
    const bool allBeforeLast = std::all_of(guess.parts.begin(), guess.parts.end() - 1,
                                           [](const auto &part) { return part.full; });
    if (allBeforeLast && last.text.size() > 1) {
        // the last one may go on; each syllable by its name: a prefix question would first gather all names that have any
        std::vector<QByteArray> ends = Pinyin::table().syllablesFrom(last.text);
        const bool isShort = guess.parts.size() == 1 && last.full && last.text.size() < shortestGram;
        ends.resize(isShort ? 1 : std::min(ends.size(), mostSyllables));
        for (const QByteArray &end : ends) {
            Terms spoken(syllables.begin(), syllables.end() - (last.full ? 1 : 0));
            spoken.push_back(end);
            wanted.push_back(in("pinyin", phrase(spoken)));
        }
        return anyOf(wanted);
    }
    if (guess.isAllFull())
        return in("pinyin", phrase(syllables));
    wanted.push_back(prefixIn("initials", guess.initials()));
    for (const QByteArray &syllable : syllables)
        wanted.push_back(in("pinyin", phrase({syllable})));
    return allOf(wanted);
}

// Digits as a word of their own, in a text or in a number.
QByteArray asWord(const QByteArray &run)
{
    return anyOf({in("name", phrase({searchmark::inName + run})), in("text", phrase({run})),
                  in("number", phrase({searchmark::inNumber + run}))});
}

void askLetters(const QByteArray &run, Question &question)
{
    question.initials.push_back(run.size() == 1 ? in("initials", phrase({searchmark::initial + run}))
                                                : prefixIn("initials", run));
    std::set<QByteArray> spellings{run, Pinyin::spelled(run)};
    for (const QByteArray &spelling : spellings) {
        for (const PinyinGuess &guess : Pinyin::table().guesses(spelling)) {
            if (run.size() > 1)
                addUnlessEmpty(question.initials, guessed(guess));
        }
    }
}

// Tails of identity and phone numbers are stored reversed, so that they are beginnings.
void askTail(const QByteArray &run, Question &question)
{
    question.exact.push_back(in("tail", phrase({reversed(run)})));
    question.part.push_back(prefixIn("tail", reversed(run)));
}

void askDigits(const QByteArray &run, Question &question)
{
    if (yearOf(run) != 0)
        question.exact.push_back(in("whole", phrase({"=y" + run})));
    if (const QByteArray serial = serialOf(run); !serial.isEmpty())
        question.exact.push_back(in("whole", phrase({"=n" + serial})));
    if (run.size() < shortestGram)
        question.part.push_back(asWord(run));
}

Question askRun(const QByteArray &run)
{
    Question question;
    question.exact.push_back(in("whole", phrase({searchmark::whole + run})));
    if (isAllLetters(run))
        askLetters(run, question);
    else if (isAllDigits(run))
        askDigits(run, question);
    if (run.size() >= shortestGram) {
        if (!isAllLetters(run))
            askTail(run, question);
        question.part.push_back(in("part", phrase(gramsOfInside(run))));
    } else if (!isAllDigits(run)) {
        question.part.push_back(in("part", phrase(gramsOfBeginning(run))));
    }
    return question;
}

// Between the runs at both ends: whole tokens. The runs themselves may be parts of longer ones.
struct Ends {
    Terms conditions;
    std::size_t first = 0;
    std::size_t last = 0; // behind the last whole token
};

Ends endsOf(const SearchTokens &tokens)
{
    Ends ends;
    ends.last = tokens.size();
    if (tokens.front().isRun) {
        ends.conditions.push_back(in("part", phrase(gramsOfEnd(tokens.front().utf8))));
        ++ends.first;
    }
    if (tokens.back().isRun) {
        ends.conditions.push_back(in("part", phrase(gramsOfBeginning(tokens.back().utf8))));
        --ends.last;
    }
    return ends;
}

QByteArray askText(const SearchTokens &tokens)
{
    Ends ends = endsOf(tokens);
    Terms inText;
    Terms inName;
    for (std::size_t i = ends.first; i < ends.last; ++i) {
        inText.push_back(tokens[i].utf8.toByteArray());
        inName.push_back(searchmark::inName + inText.back());
    }
    ends.conditions.push_back(anyOf({in("name", phrase(inName)), in("text", phrase(inText))}));
    return allOf(ends.conditions);
}

// The words of case numbers are in every case: with a serial behind them, only a token that holds both is quick.
QByteArray askNumber(const SearchTokens &tokens)
{
    Ends ends = endsOf(tokens);
    QByteArray rest(1, searchmark::restOfNumber);
    Terms each;
    bool hasSerial = false;
    for (std::size_t i = ends.first; i < tokens.size(); ++i) {
        rest += tokens[i].utf8;
        if (i < ends.last)
            each.push_back(searchmark::inNumber + tokens[i].utf8.toByteArray());
        hasSerial = hasSerial || (tokens[i].isRun && tokens[i].utf8.size() > 1);
    }
    if (!hasSerial) {
        ends.conditions.push_back(in("number", phrase(each)));
        return allOf(ends.conditions);
    }
    Terms wanted;
    if (ends.first > 0)
        wanted.push_back(ends.conditions.front());
    wanted.push_back(prefixIn("number", rest));
    return allOf(wanted);
}

Question askPhrase(const SearchTokens &tokens)
{
    Question question;
    question.exact.push_back(in("whole", phrase({wholeToken(tokens)})));
    question.part.push_back(askText(tokens));
    question.part.push_back(askNumber(tokens));
    return question;
}

// "第12号", "12号": the number itself comes first.
QByteArray serialSpelledOut(const SearchTokens &tokens)
{
    std::size_t at = tokens.front().utf8 == QByteArrayView("第") ? 1 : 0;
    if (at >= tokens.size() || !tokens[at].isRun)
        return {};
    const QByteArray serial = serialOf(tokens[at].utf8);
    ++at;
    const bool ends = at == tokens.size() || (at + 1 == tokens.size() && tokens[at].utf8 == QByteArrayView("号"));
    return ends ? serial : QByteArray();
}

std::vector<Question> askPart(QStringView text)
{
    SearchTokens tokens(text);
    tokens.limit(mostTokens, longestRun);
    std::vector<Question> questions;
    if (std::all_of(tokens.begin(), tokens.end(), [](const SearchToken &token) { return token.isRun; })) {
        for (const SearchToken &token : tokens) // "2026-12": each for itself
            questions.push_back(askRun(token.utf8.toByteArray()));
        return questions;
    }
    Question question = askPhrase(tokens);
    if (const QByteArray serial = serialSpelledOut(tokens); !serial.isEmpty())
        question.exact.push_back(in("whole", phrase({"=n" + serial})));
    questions.push_back(std::move(question));
    return questions;
}

Terms added(Terms terms, const Terms &more)
{
    terms.insert(terms.end(), more.begin(), more.end());
    return terms;
}

} // namespace

QByteArray SearchQuery::endingLike(QStringView number)
{
    const QByteArray key = searchKey(number);
    return key.isEmpty() ? QByteArray() : prefixIn("tail", reversed(key));
}

SearchQuery SearchQuery::parse(const QString &typed)
{
    std::vector<Question> questions;
    QString blanked = typed;
    for (QChar &c : blanked) {
        if (c.isSpace() || c == QChar::Null)
            c = u' ';
    }
    for (const QStringView part : QStringView(blanked).split(u' ', Qt::SkipEmptyParts)) {
        for (Question &question : askPart(part)) {
            if (questions.size() < mostParts)
                questions.push_back(std::move(question));
        }
    }

    Terms exact;
    Terms initials;
    Terms part;
    bool hasInitials = false;
    for (const Question &question : questions) {
        exact.push_back(anyOf(question.exact));
        const Terms nearer = added(question.exact, question.initials);
        initials.push_back(anyOf(nearer));
        part.push_back(anyOf(added(nearer, question.part)));
        hasInitials = hasInitials || !question.initials.empty();
    }
    SearchQuery query;
    query.exact = allOf(exact);
    if (hasInitials)
        query.initials = allOf(initials);
    query.part = allOf(part);
    return query;
}

} // namespace yizhan
