// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Pinyin.h"

#include <QTest>

using namespace yizhan;
using namespace Qt::StringLiterals;

namespace {

QByteArray spoken(const Syllables &syllables)
{
    QByteArray text;
    for (const QByteArray &syllable : syllables)
        text += (text.isEmpty() ? "" : " ") + syllable;
    return text;
}

QList<QByteArray> waysToSay(const QString &name)
{
    QList<QByteArray> ways;
    for (const Syllables &syllables : Pinyin::table().namesOf(name))
        ways += spoken(syllables);
    return ways;
}

} // namespace

class PinyinTest : public QObject
{
    Q_OBJECT
private slots:
    void everyCharacterOfTheStandardTableHasAReading();
    void aSurnameIsReadAsASurname_data();
    void aSurnameIsReadAsASurname();
    void theSameCharacterInAGivenNameKeepsItsEverydayReading();
    void aNameOfDoubtfulReadingHasSeveral();
    void rareAndSupplementaryCharactersHaveReadings();
    void umlautsAreSpelledAsInputMethodsDo();
    void aMiddleDotDoesNotMatter();
    void lettersInANameStayAsTheyAre();
    void typedLettersAreCutIntoSyllables_data();
    void typedLettersAreCutIntoSyllables();
    void aLongWordWithoutMeaningEndsSoon();
};

void PinyinTest::everyCharacterOfTheStandardTableHasAReading()
{
    QVERIFY(Pinyin::table().characterCount() > 40'000);
    int without = 0;
    for (char32_t c = 0x4E00; c <= 0x9FA5; ++c)
        without += Pinyin::table().readings(c).empty() ? 1 : 0;
    QVERIFY2(without < 100, qPrintable(QString::number(without)));
}

void PinyinTest::aSurnameIsReadAsASurname_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("reading");
    const QList<std::pair<const char16_t *, const char *>> list = {
        {u"单小芳", "shan xiao fang"},
        {u"查小芳", "zha xiao fang"},
        {u"仇小芳", "qiu xiao fang"},
        {u"解小芳", "xie xiao fang"},
        {u"曾小芳", "zeng xiao fang"},
        {u"朴小芳", "piao xiao fang"},
        {u"区小芳", "ou xiao fang"},
        {u"盖小芳", "ge xiao fang"},
        {u"任小芳", "ren xiao fang"},
        {u"华小芳", "hua xiao fang"},
        {u"纪小芳", "ji xiao fang"},
        {u"宁小芳", "ning xiao fang"},
        {u"缪小芳", "miao xiao fang"},
        {u"乜小芳", "nie xiao fang"},
        {u"黑小芳", "he xiao fang"},
        {u"折小芳", "she xiao fang"},
        {u"逄小芳", "pang xiao fang"},
        {u"种小芳", "chong xiao fang"},
        {u"瞿小芳", "qu xiao fang"},
        {u"翟小芳", "zhai xiao fang"},
        {u"应小芳", "ying xiao fang"},
        {u"召小芳", "shao xiao fang"},
        {u"繁小芳", "po xiao fang"},
        {u"员小芳", "yun xiao fang"},
        {u"冼小芳", "xian xiao fang"},
        {u"覃小芳", "qin xiao fang"},
        {u"燕小芳", "yan xiao fang"},
        {u"秘小芳", "bi xiao fang"},
        {u"句小芳", "gou xiao fang"},
        {u"尉小芳", "wei xiao fang"},
        {u"乐小芳", "yue xiao fang"},
        {u"柏小芳", "bai xiao fang"},
        {u"卜小芳", "bu xiao fang"},
        {u"车小芳", "che xiao fang"},
        {u"谌小芳", "chen xiao fang"},
        {u"郗小芳", "xi xiao fang"},
        {u"阚小芳", "kan xiao fang"},
        {u"隗小芳", "wei xiao fang"},
        {u"逯小芳", "lu xiao fang"},
        {u"万小芳", "wan xiao fang"},
        {u"宓小芳", "mi xiao fang"},
        {u"牟小芳", "mou xiao fang"},
        {u"祭小芳", "zhai xiao fang"},
        {u"訾小芳", "zi xiao fang"},
        {u"郄小芳", "qie xiao fang"},
        {u"亓小芳", "qi xiao fang"},
        {u"莘小芳", "shen xiao fang"},
        {u"石小芳", "shi xiao fang"},
        {u"眭小芳", "sui xiao fang"},
        {u"藏小芳", "zang xiao fang"},
        {u"都小芳", "du xiao fang"},
        {u"角小芳", "jue xiao fang"},
        {u"昝小芳", "zan xiao fang"},
        {u"笪小芳", "da xiao fang"},
        {u"么小芳", "yao xiao fang"},
        {u"沈小芳", "shen xiao fang"},
        {u"薄小芳", "bo xiao fang"},
        {u"吕小芳", "lv xiao fang"},
        {u"洗小芳", "xian xiao fang"},
        {u"能小芳", "nai xiao fang"},
        {u"尉迟恭", "yu chi gong"},
        {u"长孙无忌", "zhang sun wu ji"},
        {u"万俟卨", "mo qi xie"},
        {u"单于丹", "chan yu dan"},
        {u"澹台明", "tan tai ming"},
        {u"令狐冲", "ling hu chong"},
        {u"欧阳修", "ou yang xiu"},
        {u"司马光", "si ma guang"},
        {u"诸葛亮", "zhu ge liang"},
        {u"夏侯惇", "xia hou dun"},
        {u"皇甫嵩", "huang fu song"},
        {u"宇文泰", "yu wen tai"},
        {u"乐正子", "yue zheng zi"},
        {u"拓跋珪", "tuo ba gui"},
        {u"耶律楚材", "ye lv chu cai"},
        {u"宰父黑", "zai fu hei"},
        {u"爱新觉罗永", "ai xin jue luo yong"},
        {u"呼延灼", "hu yan zhuo"},
        {u"鲜于通", "xian yu tong"},
        {u"濮阳春", "pu yang chun"},
    };
    for (const auto &[name, reading] : list)
        QTest::newRow(reading) << QString::fromUtf16(name) << QByteArray(reading);
}

void PinyinTest::aSurnameIsReadAsASurname()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, reading);
    QCOMPARE(waysToSay(name).value(0), reading);
}

void PinyinTest::theSameCharacterInAGivenNameKeepsItsEverydayReading()
{
    QCOMPARE(waysToSay(u"王解放"_s).value(0), "wang jie fang");
    QVERIFY(waysToSay(u"李曾"_s).contains("li ceng"));
    QCOMPARE(waysToSay(u"赵简单"_s).value(0), "zhao jian dan");
}

void PinyinTest::aNameOfDoubtfulReadingHasSeveral()
{
    const QList<QByteArray> ways = waysToSay(u"王长乐"_s);
    QVERIFY(ways.size() > 1 && ways.size() <= 4);
    QVERIFY(ways.contains("wang chang le"));
    QVERIFY2(ways.contains("wang zhang le") || ways.contains("wang zhang yue"),
             qPrintable(QString::fromLatin1(ways.join(','))));
    QVERIFY(waysToSay(u"单小芳"_s).contains("dan xiao fang")); // for who does not know better
}

void PinyinTest::rareAndSupplementaryCharactersHaveReadings()
{
    QCOMPARE(waysToSay(u"王𬱖"_s).value(0), "wang di");
    QCOMPARE(waysToSay(u"李㛃"_s).value(0), "li jie");
    QCOMPARE(waysToSay(u"张〇"_s).value(0), "zhang ling");
}

void PinyinTest::umlautsAreSpelledAsInputMethodsDo()
{
    QCOMPARE(waysToSay(u"吕绿"_s).value(0), "lv lv");
    QVERIFY(Pinyin::table().readings(U'女') == (std::vector<QByteArray>{"nv", "nu"}));
    QCOMPARE(Pinyin::spelled("lyunyu"), "lvnv");
}

void PinyinTest::aMiddleDotDoesNotMatter() { QCOMPARE(waysToSay(u"阿卜杜拉·买买提"_s), waysToSay(u"阿卜杜拉买买提"_s)); }

void PinyinTest::lettersInANameStayAsTheyAre() { QCOMPARE(waysToSay(u"ABC贸易"_s).value(0), "abc mao yi"); }

void PinyinTest::typedLettersAreCutIntoSyllables_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QList<QByteArray>>("parts");
    QTest::newRow("whole") << QByteArray("zhangxiaowei") << QList<QByteArray>{"zhang", "xiao", "wei"};
    QTest::newRow("two ways") << QByteArray("xian") << QList<QByteArray>{"xi", "an"};
    QTest::newRow("then initials") << QByteArray("zhangxw") << QList<QByteArray>{"zhang", "x", "w"};
    QTest::newRow("unfinished") << QByteArray("lizho") << QList<QByteArray>{"li", "zho"};
    QTest::newRow("double initial") << QByteArray("lizh") << QList<QByteArray>{"li", "zh"};
}

void PinyinTest::typedLettersAreCutIntoSyllables()
{
    QFETCH(QByteArray, typed);
    QFETCH(QList<QByteArray>, parts);
    bool found = false;
    for (const PinyinGuess &guess : Pinyin::table().guesses(typed)) {
        QList<QByteArray> texts;
        for (const PinyinGuess::Part &part : guess.parts)
            texts += part.text;
        found = found || texts == parts;
    }
    QVERIFY(found);
}

void PinyinTest::aLongWordWithoutMeaningEndsSoon()
{
    QVERIFY(Pinyin::table().guesses(QByteArray("an").repeated(19) + "i").size() <= 8);
    QVERIFY(Pinyin::table().guesses(QByteArray(1000, 'a')).empty());
    QVERIFY(Pinyin::table().guesses("zxw").empty()); // initials only: not a guess, a question of its own
}

QTEST_GUILESS_MAIN(PinyinTest)
#include "PinyinTest.moc"
