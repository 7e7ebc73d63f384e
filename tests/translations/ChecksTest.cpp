// SPDX-License-Identifier: GPL-3.0-or-later
// The checks are checked: each fault, put into a copy of the real file, must be found.
#include "tests/translations/Checks.h"

#include <QFile>
#include <QTest>

using namespace yizhan::translations;

class ChecksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(YIZHAN_SOURCE_DIR "/translations/yizhan_zh_CN.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_xml = QString::fromUtf8(file.readAll());
    }

    void aFaultInACopyIsFound_data()
    {
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("check");
        const auto row = [](const char *title, const char *good, const char *bad, const char *check) {
            QTest::newRow(title) << QString::fromUtf8(good) << QString::fromUtf8(bad) << QString::fromLatin1(check);
        };
        row("marked unfinished", "<translation>首问责任人</translation>",
            "<translation type=\"unfinished\">首问责任人</translation>", "unfinished");
        row("left empty", "<translation>绿色通道</translation>", "<translation></translation>", "unfinished");
        row("a plural form too many", "<numerusform>剩%n天</numerusform>",
            "<numerusform>剩%n天</numerusform><numerusform>剩%n天</numerusform>", "unfinished");
        row("a figure lost", "<translation>代码 %1</translation>", "<translation>代码</translation>", "placeholders");
        row("a figure for another", "文件 %1 已存在。", "文件 %2 已存在。", "placeholders");
        row("a count lost", "<numerusform>剩%n天</numerusform>", "<numerusform>剩几天</numerusform>", "placeholders");
        row("a key lost", "密码(&amp;P)", "密码", "placeholders");
        row("English left", "<translation>承办人</translation>", "<translation>Handler</translation>", "latinWords");
        row("an English word among Chinese", "请选择其他文件夹", "请选择其他 folder", "latinWords");
        row("a word to be typed that the English does not name", "用“help”查看全部命令", "用“hilfe”查看全部命令", "latinWords");
        row("a half-width comma", "请与证件核对；", "请与证件核对,", "punctuation");
        row("straight quotes", "请填写“%2”。", "请填写\"字段%2\"。", "punctuation");
        row("no full stop", "<translation>请核对日期。</translation>", "<translation>请核对日期</translation>", "punctuation");
        row("the wrong you", "本次未保存，您输入", "本次未保存，你输入", "punctuation");
        row("another word for the recovery key", "<translation>恢复密钥：</translation>",
            "<translation>救援钥匙：</translation>", "terms");
        row("another word for the store", "该案件库有多个用户", "该仓库有多个用户", "terms");
        row("another word for the first responder", "<translation>首问责任人</translation>",
            "<translation>首位响应者</translation>", "terms");
        row("another word for the enrolment code", "未提供入网码", "未提供登记码", "terms");
        row("a declared field lost", "<source>First responder</source>", "<source>First answerer</source>", "declared");
        row("a condition lost", "<source>At least two sides are named.</source>", "<source>Two sides.</source>", "declared");
        row("a message lost", "<source>The sum is too large.</source>", "<source>Too large.</source>", "sources");
    }

    void aFaultInACopyIsFound()
    {
        QFETCH(QString, good);
        QFETCH(QString, bad);
        QFETCH(QString, check);
        const QString before = m_xml;
        QString after = m_xml;
        QVERIFY2(after.contains(good), "the copy must have what is to be broken");
        after.replace(good, bad);
        QVERIFY(faults(check, after) > faults(check, before));
    }

    void aBrokenFileIsSaidToBeBroken()
    {
        QVERIFY(!readCatalogue(m_xml.left(m_xml.size() / 2).toUtf8()).complaint.isEmpty());
        QVERIFY(!readCatalogue("<html/>").complaint.isEmpty());
        QVERIFY(!readCatalogueFile(QStringLiteral(YIZHAN_SOURCE_DIR "/translations/nowhere.ts")).complaint.isEmpty());
    }

    void textsAreFoundInSources()
    {
        const QList<Text> found = textsOfSource(
            QStringLiteral("a = QT_TRANSLATE_NOOP(\"Error\", \"Say \\\"%1\\\" \"\n \"again.\");\n"
                           "// c = tr(\"Comment\")\nb = tr(\"Save\"); translate(\"Cli\", \"%n row(s)\", nullptr, n);"),
            QStringLiteral("x.cpp"));
        QCOMPARE(found.size(), 3);
        QCOMPARE(found[0].context, QStringLiteral("Error"));
        QCOMPARE(found[0].source, QStringLiteral("Say \"%1\" again."));
        QCOMPARE(found[1].source, QStringLiteral("%n row(s)"));
        QCOMPARE(found[2].context, QString());
        QCOMPARE(found[2].source, QStringLiteral("Save"));
    }

private:
    static qsizetype faults(const QString &check, const QString &xml)
    {
        const Catalogue catalogue = readCatalogue(xml.toUtf8());
        if (check == QLatin1String("unfinished"))
            return unfinished(catalogue, 1).size();
        if (check == QLatin1String("placeholders"))
            return placeholders(catalogue).size();
        if (check == QLatin1String("latinWords"))
            return latinWords(catalogue).size();
        if (check == QLatin1String("punctuation"))
            return punctuation(catalogue).size();
        if (check == QLatin1String("terms"))
            return terms(catalogue).size();
        if (check == QLatin1String("declared"))
            return missing(catalogue, declaredTexts()).size();
        return missing(catalogue, textsOfTree(QStringLiteral(YIZHAN_SOURCE_DIR))).size();
    }

    QString m_xml;
};

QTEST_APPLESS_MAIN(ChecksTest)
#include "ChecksTest.moc"
