// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/ReadsFixture.h"

#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "store/SearchIndex.h"
#include "store/SearchText.h"

#include <QTest>

#include <set>

using namespace yizhan;
using namespace yizhan::tests;
using namespace Qt::StringLiterals;

namespace {

// What a plain scan looks at: a value without punctuation, blanks only between words, and its words of Latin letters and
// digits.
struct Scanned {
    explicit Scanned(const QString &value) : whole(value)
    {
        bool afterWord = false;
        const SearchTokens tokens(value);
        for (const SearchToken &token : tokens) {
            const QString text = QString::fromUtf8(token.utf8);
            if (token.isRun && afterWord)
                bare += u' ';
            bare += text;
            if (token.isRun)
                words += text;
            afterWord = token.isRun;
            onlyWords = onlyWords && token.isRun;
        }
    }
    QString whole;
    QString bare;
    QStringList words;
    bool onlyWords = true;
};

bool isNumber(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

// The promise of store/SearchQuery.h, by a plain scan.
bool isPromised(const Scanned &part, const Scanned &value)
{
    if (!part.onlyWords || part.bare.size() >= 3)
        return value.bare.contains(part.bare);
    return std::any_of(value.words.begin(), value.words.end(), [&](const QString &word) {
        return isNumber(part.bare) ? word == part.bare : word.startsWith(part.bare);
    });
}

std::set<std::int64_t> found(ReadsFixture &fixture, const QString &text)
{
    const std::vector<std::int64_t> rows = must(SearchIndex::rows(fixture.connection(), Kind::Mediation, text, {})).rows();
    return {rows.begin(), rows.end()};
}

} // namespace

class SearchIndexTest : public QObject
{
    Q_OBJECT
private slots:
    void oneCharacterIsEnough();
    void anyPartOfATextIsFound();
    void noPhraseReachesFromOneNameIntoTheNext();
    void initialsAndPinyinFindAName_data();
    void initialsAndPinyinFindAName();
    void surnamesAreFoundAsTheyAreSpoken();
    void rareCharactersAreFound();
    void oneOrTwoLettersAreTheBeginningOfAWord();
    void oneOrTwoDigitsAreAWholeNumber();
    void partsInBlanksMustAllMatch();
    void tailsOfIdentityAndPhoneNumbersAreFoundFromThreeDigits();
    void aCaseNumberIsFoundHoweverItIsWritten_data();
    void aCaseNumberIsFoundHoweverItIsWritten();
    void punctuationAndMiddleDotsDoNotMatter();
    void absurdTextsDoNoHarm_data();
    void absurdTextsDoNoHarm();
    void whatWasChangedIsFoundAnewAndNotAsItWas();
    void whatWasWithdrawnIsNotFound();
    void theExactNameComesFirstThenInitialsThenParts();
    void theNewestComesFirstWithinARank();
    void noMoreHitsThanAskedFor();
    void aCancelledSearchSaysSo();
    void whatManySavingsLeaveIsPutTogetherALittleAtATime();
    void rebuildingMakesTheSameTables();
    void nothingAPlainScanFindsIsMissing();
};

void SearchIndexTest::oneCharacterIsEnough()
{
    ReadsFixture fixture;
    const CaseFile zhang = fixture.addCase({u"张伟"_s});
    fixture.addCase({u"李娜"_s});
    QCOMPARE(found(fixture, u"伟"_s), std::set{zhang.root.localRow});
    QCOMPARE(found(fixture, u"赵"_s), std::set<std::int64_t>{});
}

void SearchIndexTest::anyPartOfATextIsFound()
{
    ReadsFixture fixture;
    const CaseFile file = fixture.addCase({u"张伟"_s}, u"双方因2024年3月漏水，损失35000元。车牌京A12345"_s);
    for (const QString &part : {u"漏水"_s, u"水，损"_s, u"4年3月漏"_s, u"损失350"_s, u"000元"_s, u"024"_s, u"京a123"_s,
                                u"2345"_s, u"双方因2024年3月漏水损失35000元车牌京A12345"_s})
        QVERIFY2(found(fixture, part).count(file.root.localRow) == 1, qPrintable(part));
    QVERIFY(found(fixture, u"水漏"_s).empty());
}

void SearchIndexTest::noPhraseReachesFromOneNameIntoTheNext()
{
    ReadsFixture fixture;
    fixture.addCase({u"张三"_s, u"李四"_s});
    QVERIFY(found(fixture, u"三李"_s).empty());
    QVERIFY(found(fixture, u"sanli"_s).empty());
}

void SearchIndexTest::initialsAndPinyinFindAName_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"z", "zx", "zxw", "xw", "zhangxiaowei", "zhang", "xiaowei", "zhangxw", "zhangxiaow", "zhangxia",
                              "ZXW", "zhang xiao", "ｚｘｗ"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void SearchIndexTest::initialsAndPinyinFindAName()
{
    QFETCH(QString, typed);
    ReadsFixture fixture;
    const CaseFile zhang = fixture.addCase({u"张晓伟"_s});
    fixture.addCase({u"李建国"_s});
    QCOMPARE(found(fixture, typed), std::set{zhang.root.localRow});
}

void SearchIndexTest::surnamesAreFoundAsTheyAreSpoken()
{
    ReadsFixture fixture;
    const QList<std::pair<QString, QString>> traps = {
        {u"单玉兰"_s, u"shanyulan"_s}, {u"查志海"_s, u"zzh"_s},      {u"仇红"_s, u"qiuhong"_s},    {u"解放军"_s, u"xfj"_s},
        {u"曾涛"_s, u"zt"_s},          {u"朴明"_s, u"piaom"_s},      {u"区博"_s, u"oubo"_s},       {u"盖磊"_s, u"gel"_s},
        {u"尉迟恭"_s, u"ycg"_s},       {u"长孙丽"_s, u"zhangsun"_s}, {u"万俟静"_s, u"moqijing"_s}, {u"吕娟"_s, u"lvjuan"_s},
        {u"吕艳"_s, u"lyuyan"_s}};
    std::vector<std::int64_t> rows;
    for (const auto &[name, typed] : traps)
        rows.push_back(fixture.addCase({name}).root.localRow);
    for (qsizetype i = 0; i < traps.size(); ++i)
        QVERIFY2(found(fixture, traps[i].second).count(rows[static_cast<std::size_t>(i)]) == 1, qPrintable(traps[i].second));
}

void SearchIndexTest::rareCharactersAreFound()
{
    ReadsFixture fixture;
    const CaseFile di = fixture.addCase({u"王𬱖"_s});
    const CaseFile jie = fixture.addCase({u"李㛃"_s});
    const CaseFile compatible = fixture.addCase({u"\uF9D1强"_s}); // a compatibility ideograph of 六
    QCOMPARE(found(fixture, u"𬱖"_s), std::set{di.root.localRow});
    QCOMPARE(found(fixture, u"㛃"_s), std::set{jie.root.localRow});
    QCOMPARE(found(fixture, u"wd"_s), std::set{di.root.localRow});
    QCOMPARE(found(fixture, u"六强"_s), std::set{compatible.root.localRow});
}

void SearchIndexTest::oneOrTwoLettersAreTheBeginningOfAWord()
{
    ReadsFixture fixture;
    const CaseFile file = fixture.addCase({u"张伟"_s}, u"车牌京Q8F345，型号xtabc，合同KJ"_s);
    for (const QString &part : {u"q"_s, u"Q8"_s, u"x"_s, u"xt"_s, u"k"_s, u"kj"_s, u"京q"_s, u"8f3"_s, u"tab"_s})
        QVERIFY2(found(fixture, part).count(file.root.localRow) == 1, qPrintable(part));
    for (const QString &inside : {u"f"_s, u"8F"_s, u"bc"_s, u"j"_s})
        QVERIFY2(found(fixture, inside).empty(), qPrintable(inside));
}

void SearchIndexTest::oneOrTwoDigitsAreAWholeNumber()
{
    ReadsFixture fixture;
    const CaseFile three = fixture.addCase({u"张伟"_s}, u"第3次，共12天"_s);
    const CaseFile many = fixture.addCase({u"李娜"_s}, u"第38次，共1120天"_s);
    QCOMPARE(found(fixture, u"3"_s), std::set{three.root.localRow});
    QCOMPARE(found(fixture, u"12"_s), std::set{three.root.localRow});
    QCOMPARE(found(fixture, u"112"_s), std::set{many.root.localRow});
}

void SearchIndexTest::partsInBlanksMustAllMatch()
{
    ReadsFixture fixture;
    const CaseFile wanted = fixture.addCase({u"张伟"_s}, u"张湾村宅基地"_s, u"（2024）京通永顺人调字第7号"_s);
    fixture.addCase({u"张伟"_s}, u"张湾村宅基地"_s, u"（2023）京通永顺人调字第8号"_s);
    fixture.addCase({u"李伟"_s}, u"张湾村宅基地"_s, u"（2024）京通永顺人调字第9号"_s);
    QCOMPARE(found(fixture, u"zw 2024 张湾"_s), std::set{wanted.root.localRow});
    QCOMPARE(found(fixture, u"　张湾　2024　zw "_s), std::set{wanted.root.localRow}); // blanks of full width
}

void SearchIndexTest::tailsOfIdentityAndPhoneNumbersAreFoundFromThreeDigits()
{
    ReadsFixture fixture;
    CaseFile file{fixture.rootOf(Kind::Mediation), {}};
    Record person = fixture.childOf(file, Kind::Party);
    person.set(party::name, u"张伟"_s);
    person.set(party::idNo, u"11010519491231002X"_s);
    person.set(party::phone, u"138-0013-8765"_s);
    file.children.push_back(person);
    const std::int64_t row = fixture.add(file).root.localRow;
    fixture.addCase({u"李娜"_s});
    for (const QString &typed : {u"02X"_s, u"002x"_s, u"11010519491231002X"_s, u"１００２Ｘ"_s, u"765"_s, u"13800138765"_s})
        QVERIFY2(found(fixture, typed) == std::set{row}, qPrintable(typed));
    QVERIFY(found(fixture, u"65"_s).empty());
    QVERIFY(found(fixture, u"138"_s).empty()); // a beginning is no tail
}

void SearchIndexTest::aCaseNumberIsFoundHoweverItIsWritten_data()
{
    QTest::addColumn<QString>("typed");
    for (const char16_t *typed :
         {u"（2026）京通永顺人调字第12号", u"(2026)京通永顺人调字第12号", u"〔2026〕京通永顺人调字第12号", u"２０２６ １２",
          u"2026 12", u"2026-12", u"12号", u"第12号", u"12", u"永顺人调字第12", u"人调字第1", u"永顺人调", u"2026）京通永顺",
          u"026京通永顺人调字第12号", u"0012 2026"})
        QTest::newRow(qPrintable(QString::fromUtf16(typed))) << QString::fromUtf16(typed);
}

void SearchIndexTest::aCaseNumberIsFoundHoweverItIsWritten()
{
    QFETCH(QString, typed);
    ReadsFixture fixture;
    const CaseFile twelve = fixture.addCase({u"张伟"_s}, {}, u"（2026）京通永顺人调字第12号"_s);
    fixture.addCase({u"李娜"_s}, {}, u"（2025）京通梨园民调字第34号"_s);
    QCOMPARE(found(fixture, typed), std::set{twelve.root.localRow});
}

void SearchIndexTest::punctuationAndMiddleDotsDoNotMatter()
{
    ReadsFixture fixture;
    const CaseFile file = fixture.addCase({u"阿卜杜拉·买买提"_s});
    for (const QString &typed : {u"阿卜杜拉买买提"_s, u"拉•买"_s, u"拉・买"_s, u"杜拉．买买"_s, u"《买买提》"_s})
        QVERIFY2(found(fixture, typed) == std::set{file.root.localRow}, qPrintable(typed));
}

void SearchIndexTest::absurdTextsDoNoHarm_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"   "_s;
    QTest::newRow("punctuation") << u"\"'*()^-:{}，。·|$="_s;
    QTest::newRow("keywords") << u"NOT AND OR NEAR"_s;
    QTest::newRow("quotes") << u"\"张\" OR name:*"_s;
    QTest::newRow("NUL") << QString(u"张\0三"_s);
    QTest::newRow("lone surrogate") << QString(QChar(0xD83D)) + u"张"_s;
    QTest::newRow("long") << QString(100'000, u'张');
    QTest::newRow("long word") << QString(100'000, u'a');
    QTest::newRow("many words") << u"a 1 "_s.repeated(5000);
    QTest::newRow("emoji") << u"😀😀"_s;
}

void SearchIndexTest::absurdTextsDoNoHarm()
{
    QFETCH(QString, typed);
    ReadsFixture fixture;
    fixture.addCase({typed, u"李娜"_s}, typed + typed, typed);                                // stored ...
    QVERIFY(SearchIndex::rows(fixture.connection(), Kind::Mediation, typed, {}).has_value()); // ... and asked for
    QVERIFY(SearchIndex::search(fixture.connection(), typed, 10, {}).has_value());
    QCOMPARE(found(fixture, u"李娜"_s).size(), std::size_t{1});
}

void SearchIndexTest::whatWasChangedIsFoundAnewAndNotAsItWas()
{
    ReadsFixture fixture;
    CaseFile file = fixture.addCase({u"张伟"_s}, u"借款纠纷"_s);
    for (int i = 0; i < 3; ++i) {
        file.children[0].set(party::name, u"赵敏"_s);
        file.root.set(mediation::facts, u"邻里纠纷"_s);
        fixture.rewrite(file);
    }
    for (const QString &gone : {u"张伟"_s, u"伟"_s, u"zw"_s, u"zhangwei"_s, u"借款"_s})
        QVERIFY2(found(fixture, gone).empty(), qPrintable(gone));
    for (const QString &now : {u"赵敏"_s, u"zm"_s, u"邻里纠纷"_s})
        QCOMPARE(found(fixture, now), std::set{file.root.localRow});
}

void SearchIndexTest::whatWasWithdrawnIsNotFound()
{
    ReadsFixture fixture;
    CaseFile file = fixture.addCase({u"张伟"_s, u"李娜"_s});
    file.children[1].withdrawn = true;
    fixture.rewrite(file);
    QVERIFY(found(fixture, u"李娜"_s).empty());
    QCOMPARE(found(fixture, u"张伟"_s), std::set{file.root.localRow});
    file.root.withdrawn = true;
    fixture.rewrite(file);
    QVERIFY(found(fixture, u"张伟"_s).empty());
    QVERIFY(must(SearchIndex::search(fixture.connection(), u"张伟"_s, 10, {})).empty());
}

void SearchIndexTest::theExactNameComesFirstThenInitialsThenParts()
{
    ReadsFixture fixture;
    const CaseFile exact = fixture.addCase({u"李明"_s});
    const CaseFile part = fixture.addCase({u"李明华"_s});
    const std::vector<SearchHit> byName = must(SearchIndex::search(fixture.connection(), u"李明"_s, 10, {}));
    QCOMPARE(byName.size(), std::size_t{2});
    QCOMPARE(byName[0].root, exact.root.id);
    QCOMPARE(byName[0].rank, 0);
    QCOMPARE(byName[1].root, part.root.id);
    QCOMPARE(byName[1].rank, 2);

    const CaseFile initials = fixture.addCase({u"阿不都"_s});           // a b d
    const CaseFile word = fixture.addCase({u"王芳"_s}, u"型号xabdx"_s); // newer, but only a part
    const std::vector<SearchHit> byLetters = must(SearchIndex::search(fixture.connection(), u"abd"_s, 10, {}));
    QCOMPARE(byLetters.size(), std::size_t{2});
    QCOMPARE(byLetters[0].root, initials.root.id);
    QCOMPARE(byLetters[0].rank, 1);
    QCOMPARE(byLetters[1].root, word.root.id);
}

void SearchIndexTest::theNewestComesFirstWithinARank()
{
    ReadsFixture fixture;
    std::vector<RecordId> newestFirst;
    for (int i = 0; i < 5; ++i)
        newestFirst.insert(newestFirst.begin(), fixture.addCase({u"张伟"_s}).root.id);
    std::vector<RecordId> hits;
    for (const SearchHit &hit : must(SearchIndex::search(fixture.connection(), u"张伟"_s, 10, {}))) {
        hits.push_back(hit.root);
        QCOMPARE(hit.kind, Kind::Mediation);
    }
    QVERIFY(hits == newestFirst);
}

void SearchIndexTest::noMoreHitsThanAskedFor()
{
    ReadsFixture fixture;
    for (int i = 0; i < 30; ++i)
        fixture.addCase({u"张伟"_s, u"张伟国"_s});
    QCOMPARE(must(SearchIndex::search(fixture.connection(), u"张伟"_s, 7, {})).size(), std::size_t{7});
    QCOMPARE(must(SearchIndex::search(fixture.connection(), u"张"_s, 100, {})).size(), std::size_t{30});
    QVERIFY(must(SearchIndex::search(fixture.connection(), u"张伟"_s, 0, {})).empty());
}

void SearchIndexTest::aCancelledSearchSaysSo()
{
    ReadsFixture fixture;
    fixture.addCase({u"张伟"_s});
    CancelToken token;
    token.cancel();
    QCOMPARE(SearchIndex::search(fixture.connection(), u"张"_s, 10, token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(SearchIndex::rows(fixture.connection(), Kind::Mediation, u"张"_s, token).error().kind, ErrorKind::Cancelled);
}

void SearchIndexTest::whatManySavingsLeaveIsPutTogetherALittleAtATime()
{
    ReadsFixture fixture;
    for (int i = 0; i < 40; ++i)
        fixture.addCase({someName(fixture.random())}, someFacts(fixture.random()));
    const CaseFile gone = fixture.addCase({someName(fixture.random())}, u"后院石磨归属不明"_s);
    must(SearchIndex::remove(fixture.connection(), Kind::Mediation, gone.root.localRow));
    const CaseFile stays = fixture.addCase({someName(fixture.random())}, u"门前古槐枝叶遮光"_s);
    // a piece a saving: the number of a piece is in the upper bits of the key (fts5_index.c, FTS5_SEGMENT_ROWID)
    const auto pieces = [&] {
        return must(
            fixture.connection().scalarInt("SELECT count(DISTINCT id >> 37) FROM search_mediation_data WHERE id >= 1 << 37"));
    };
    const auto before = found(fixture, u"漏水"_s);
    QVERIFY(!before.empty());
    QVERIFY(pieces() > 40);
    int times = 0;
    while (must(SearchIndex::tidy(fixture.connection(), 1)) && times < 1000)
        ++times;
    QVERIFY(times > 1 && times < 1000);
    QVERIFY2(pieces() < 16, qPrintable(QString::number(pieces())));
    QVERIFY(!must(SearchIndex::tidy(fixture.connection(), 1)));
    QCOMPARE(found(fixture, u"漏水"_s), before);
    QCOMPARE(found(fixture, u"古槐"_s), std::set{stays.root.localRow});
    QVERIFY(found(fixture, u"石磨"_s).empty());
}

void SearchIndexTest::rebuildingMakesTheSameTables()
{
    ReadsFixture fixture;
    for (int i = 0; i < 700; ++i)
        fixture.addCase({someName(fixture.random()), someName(fixture.random())}, someFacts(fixture.random()));
    CaseFile withdrawn = fixture.addCase({u"单独"_s});
    withdrawn.root.withdrawn = true;
    fixture.rewrite(withdrawn);
    const QStringList questions = {u"张"_s, u"zx"_s, u"2024年"_s, u"元"_s, u"单独"_s, u"345"_s};
    std::vector<std::set<std::int64_t>> before;
    for (const QString &question : questions)
        before.push_back(found(fixture, question));
    must(SearchIndex::rebuild(fixture.connection(), {}, {}));
    for (qsizetype i = 0; i < questions.size(); ++i)
        QVERIFY2(found(fixture, questions[i]) == before[static_cast<std::size_t>(i)], qPrintable(questions[i]));
}

void SearchIndexTest::nothingAPlainScanFindsIsMissing()
{
    ReadsFixture fixture;
    std::vector<std::pair<std::int64_t, std::vector<Scanned>>> scanned;
    for (int i = 0; i < 400; ++i) {
        const QStringList names = {someName(fixture.random()), someName(fixture.random())};
        const QString facts = someFacts(fixture.random());
        const CaseFile file = fixture.addCase(names, facts);
        scanned.push_back({file.root.localRow, {Scanned(names[0]), Scanned(names[1]), Scanned(facts)}});
    }
    int shortWords = 0;
    for (int i = 0; i < 900; ++i) {
        // a piece of something that is stored, cut anywhere; every third time of one of its words
        const auto &source = scanned[fixture.random().below(static_cast<std::uint32_t>(scanned.size()))].second;
        const Scanned &value = source[fixture.random().below(3)];
        const bool ofAWord = i % 3 == 0 && !value.words.isEmpty();
        const QString &text = ofAWord ? value.words[i % value.words.size()] : value.whole;
        const auto from = static_cast<qsizetype>(fixture.random().below(static_cast<std::uint32_t>(text.size())));
        const Scanned part(text.mid(from, 1 + static_cast<qsizetype>(fixture.random().below(6))));
        if (part.bare.isEmpty() || (part.onlyWords && part.words.size() != 1))
            continue; // nothing but punctuation; words that stand apart are questions of their own
        const std::set<std::int64_t> hits = found(fixture, part.whole);
        const bool isExact = part.onlyWords && part.bare.size() < 3 && isNumber(part.bare);
        shortWords += part.onlyWords && part.bare.size() < 3 ? 1 : 0;
        for (const auto &[row, values] : scanned) {
            const bool scan = std::any_of(values.begin(), values.end(),
                                          [&](const Scanned &each) { return isPromised(part, each); });
            if (scan)
                QVERIFY2(hits.count(row) == 1, qPrintable(part.whole));
            else if (isExact)
                QVERIFY2(hits.count(row) == 0, qPrintable(part.whole));
        }
    }
    QVERIFY(shortWords > 20); // the promise on short ones was tried
}

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "SearchIndexTest.moc"
