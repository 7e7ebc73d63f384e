// SPDX-License-Identifier: GPL-3.0-or-later
// This project against its own rules: the folders use each other only along the arrows, and nothing forbidden has crept in.
#include "tests/architecture/Rules.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace yizhan::architecture;

class ArchitectureTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(YIZHAN_SOURCE_DIR "/tests/architecture/arrows.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_arrows = Arrows::read(QString::fromUtf8(file.readAll()));
        QCOMPARE(m_arrows.complaint(), QString());
        m_tree = readTree(QStringLiteral(YIZHAN_SOURCE_DIR), QStringLiteral(YIZHAN_BINARY_DIR));
    }

    void theLayersAreLayers() { QCOMPARE(m_arrows.cycle(), QString()); }

    void theWholeTreeIsLookedAt()
    {
        for (const char *path :
             {"dev", ".ci/run", "base/Time.cpp", "cmake/YizhanTargets.cmake", "tests/architecture/Rules.cpp", "README.md"})
            QVERIFY2(m_tree.files.contains(QLatin1String(path)), path);
        QVERIFY(m_tree.edges.contains(QStringLiteral("base -> Qt::Core")));
    }

    void everyFolderWithABuildFileHasItsRow()
    {
        for (auto it = m_tree.files.begin(); it != m_tree.files.end(); ++it) {
            if (!it.key().endsWith(QLatin1String("/CMakeLists.txt")) || it.key().startsWith(QLatin1String("packaging/")))
                continue;
            const QString folder = it.key().section(u'/', 0, -2);
            QVERIFY2(!m_arrows.folderOf(folder).isEmpty(), qPrintable(folder));
        }
    }

    void noRuleIsBroken()
    {
        const QList<Breach> breaches = inspect(m_tree, m_arrows);
        for (const Breach &breach : breaches)
            qWarning("%s", qPrintable(breach.toString())); // one by one: Qt Test cuts long messages
        QCOMPARE(breaches.size(), 0);
    }

private:
    Arrows m_arrows;
    Tree m_tree;
};

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "ArchitectureTest.moc"
