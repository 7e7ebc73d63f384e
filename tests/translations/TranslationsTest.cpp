// SPDX-License-Identifier: GPL-3.0-or-later
// The Chinese of the program is whole: nothing open, nothing English, one word for one thing, and all of it compiled in.
#include "translations/Translations.h"
#include "tests/translations/Checks.h"

#include <QCoreApplication>
#include <QTest>

using namespace yizhan::translations;

namespace {
constexpr int chinesePluralForms = 1;
constexpr int englishPluralForms = 2;

// One by one: Qt Test cuts long messages.
int told(const QStringList &faults)
{
    for (const QString &fault : faults)
        qWarning("%s", qUtf8Printable(fault));
    return int(faults.size());
}
} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_chinese = readCatalogueFile(QStringLiteral(YIZHAN_SOURCE_DIR "/translations/yizhan_zh_CN.ts"));
        QCOMPARE(m_chinese.complaint, QString());
        m_english = readCatalogueFile(QStringLiteral(YIZHAN_SOURCE_DIR "/translations/yizhan_en.ts"));
        QCOMPARE(m_english.complaint, QString());
        QVERIFY(m_chinese.entries.size() > 1000);
    }

    void nothingIsUnfinishedOrEmpty()
    {
        QCOMPARE(told(unfinished(m_chinese, chinesePluralForms)), 0);
        QCOMPARE(told(unfinished(m_english, englishPluralForms)), 0);
    }

    void figuresNamesAndKeysStandOnBothSides() { QCOMPARE(told(placeholders(m_chinese)), 0); }

    void noEnglishIsLeft() { QCOMPARE(told(latinWords(m_chinese)), 0); }

    void marksAreThoseOfChinese() { QCOMPARE(told(punctuation(m_chinese)), 0); }

    void oneThingHasOneWord() { QCOMPARE(told(terms(m_chinese)), 0); }

    void everyDeclarationHasItsWords()
    {
        const QList<Text> wanted = declaredTexts();
        QVERIFY(wanted.size() > 1000);
        QCOMPARE(told(missing(m_chinese, wanted)), 0);
    }

    void everyTextOfTheSourcesHasItsWords()
    {
        const QList<Text> wanted = textsOfTree(QStringLiteral(YIZHAN_SOURCE_DIR));
        QVERIFY(wanted.size() > 1500);
        QCOMPARE(told(missing(m_chinese, wanted)), 0);
    }

    void everyPluralOfChineseHasOneInEnglish()
    {
        QStringList absent;
        for (const Entry &entry : m_chinese.entries) {
            if (entry.plural && !m_english.find(entry.context, entry.source))
                absent += entry.context + QStringLiteral(": ") + entry.source;
        }
        QCOMPARE(told(absent), 0);
    }

    void theProgramSpeaksWhatTheFileSays()
    {
        yizhan::useLanguage(QStringLiteral("zh"));
        QStringList wrong;
        for (const Text &text : declaredTexts()) {
            const Entry *entry = m_chinese.find(text.context, text.source);
            if (!entry
                || QCoreApplication::translate(text.context.toUtf8().constData(), text.source.toUtf8().constData())
                       != entry->translations.first())
                wrong += text.where;
        }
        QCOMPARE(told(wrong), 0);
        yizhan::useLanguage(QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("Kind", "Party"), QStringLiteral("Party"));
        QCOMPARE(QCoreApplication::translate("DueText", "%n day(s)", nullptr, 1), QStringLiteral("1 day"));
    }

private:
    Catalogue m_chinese;
    Catalogue m_english;
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "TranslationsTest.moc"
