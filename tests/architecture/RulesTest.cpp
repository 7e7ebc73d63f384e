// SPDX-License-Identifier: GPL-3.0-or-later
// The guards are guarded: small bad trees, each with the breaches it must be charged with, and clean ones with none.
#include "tests/architecture/Rules.h"
#include "tests/architecture/SourceText.h"

#include <QFile>
#include <QTest>

using namespace yizhan::architecture;

namespace {
QString textOf(const QString &name)
{
    QFile file(QStringLiteral(YIZHAN_SOURCE_DIR "/tests/architecture/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// One case of trees/*.txt:   == name   ++ path, then the lines of that file   !! file:line rule, for each breach
struct Case {
    QString name;
    Tree tree;
    QStringList expected;
};

QList<Case> readCases(const QString &text)
{
    QList<Case> cases;
    QString *file = nullptr;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(QLatin1String("== "))) {
            cases += Case{line.mid(3), {}, {}};
            file = nullptr;
        } else if (line.startsWith(QLatin1String("++ "))) {
            const QString path = line.mid(3);
            Tree &tree = cases.last().tree;
            file = path == QLatin1String("edges") ? &tree.edges : &tree.files[path];
        } else if (line.startsWith(QLatin1String("!! "))) {
            cases.last().expected += line.mid(3);
            file = nullptr;
        } else if (file) {
            *file += line + u'\n';
        }
    }
    return cases;
}

// The trees cannot spell what the rules forbid in every file of the project, so they name it.
QString withForbiddenWords(QString text)
{
    const QList<QPair<QString, QString>> words{
        {QStringLiteral("{HOST}"), QStringLiteral("deb.") + QStringLiteral("debian.org")},
        {QStringLiteral("{REGISTRY}"), QStringLiteral("registry.") + QStringLiteral("npmjs.org")}};
    for (const auto &[name, word] : words)
        text.replace(name, word);
    return text;
}
} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_arrows = Arrows::read(textOf(QStringLiteral("arrows.txt")));
        QCOMPARE(m_arrows.complaint(), QString());
    }

    void everyBreachIsFoundAndNothingElse_data()
    {
        QTest::addColumn<int>("number");
        m_cases = readCases(
            withForbiddenWords(textOf(QStringLiteral("trees/breaches.txt")) + textOf(QStringLiteral("trees/clean.txt"))));
        QVERIFY(m_cases.size() > 20);
        for (int i = 0; i < m_cases.size(); ++i)
            QTest::newRow(qPrintable(m_cases[i].name)) << i;
    }

    void everyBreachIsFoundAndNothingElse()
    {
        QFETCH(int, number);
        QStringList found;
        for (const Breach &breach : inspect(m_cases[number].tree, m_arrows))
            found += QStringLiteral("%1:%2 %3").arg(breach.file).arg(breach.line).arg(breach.rule);
        QCOMPARE(found, m_cases[number].expected);
    }

    void aLongFileNeedsToBeOnTheList()
    {
        const QString path = QStringLiteral("store/Long.cpp");
        const QString start = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later\n");
        Tree tree;
        tree.files.insert(path, start + QString(599, u'\n'));
        QVERIFY(inspect(tree, m_arrows).isEmpty());
        tree.files.insert(path, start + QString(600, u'\n'));
        const QList<Breach> breaches = inspect(tree, m_arrows);
        QCOMPARE(breaches.size(), 1);
        QCOMPARE(breaches.first().rule, QStringLiteral("too-long"));
        tree.mayBeLong.insert(path);
        QVERIFY(inspect(tree, m_arrows).isEmpty());
    }

    void aTableOfArrowsThatMakesNoSenseIsRefused()
    {
        QVERIFY(!Arrows::read(QStringLiteral("store records")).complaint().isEmpty());
        QVERIFY(!Arrows::read(QStringLiteral("store -> records | Core |")).complaint().isEmpty()); // records has no row
        QVERIFY(!Arrows::read(QStringLiteral("base -> | Core |\nbase -> | Core |")).complaint().isEmpty());
    }

    void aCircleOfArrowsIsSeen()
    {
        const Arrows table = Arrows::read(QStringLiteral("a -> b | |\nb -> c | |\nc -> a | |\nd -> a | |"));
        QCOMPARE(table.complaint(), QString());
        QVERIFY(!table.cycle().isEmpty());
        QVERIFY(table.cycle() != QStringLiteral("d"));
    }

    void commentsStringsAndCodeAreToldApart()
    {
        const SourceText text = SourceText::read(
            QStringLiteral("int a = 1'000; // one \"two\"\nauto s = u8R\"x(three /* ) \" four)x\"; /* five\n"
                           "*/ auto t = \"si\\\"x //\"; char c = '\"';\n"));
        QCOMPARE(text.literals.size(), 2);
        QCOMPARE(text.literals[0].text, QStringLiteral("three /* ) \" four"));
        QCOMPARE(text.literals[0].line, 2);
        QCOMPARE(text.literals[1].text, QStringLiteral("si\\\"x //"));
        QCOMPARE(text.literals[1].line, 3);
        QVERIFY(text.code.contains(QStringLiteral("int a = 1'000;")));
        QVERIFY(!text.code.contains(QStringLiteral("two")));
        QVERIFY(text.code.contains(QStringLiteral("char c = ' ';")));
        QVERIFY(text.comments.contains(QStringLiteral("five")));
        QVERIFY(!text.comments.contains(QStringLiteral("three")));
    }

    void argumentsAreCountedThroughBracketsAndTemplates()
    {
        const QString code = QStringLiteral(
            "f(a, qOverload<int, int>(&A::b), [x, y](int p, int q) { return g(p, q); }, {1, 2})");
        QCOMPARE(argumentsOf(code, 1).size(), 4);
        QCOMPARE(argumentsOf(QStringLiteral("f()"), 1), QStringList());
        QCOMPARE(argumentsOf(QStringLiteral("f(a->b, c)"), 1), QStringList({QStringLiteral("a->b"), QStringLiteral("c")}));
    }

private:
    Arrows m_arrows;
    QList<Case> m_cases;
};

QTEST_APPLESS_MAIN(RulesTest)
#include "RulesTest.moc"
