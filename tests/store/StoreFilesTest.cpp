// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a store writes is for the owner of the computer account only, while it is open and afterwards.
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                                            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

// The folder itself and everything below that somebody else may touch.
QStringList openToOthers(const QString &folder, int &seen)
{
    QStringList open;
    const auto look = [&](const QString &path) {
        ++seen;
        if (QFileInfo(path).permissions() & others)
            open += path;
    };
    look(folder);
    QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (each.hasNext())
        look(each.next());
    return open;
}

QString writtenFile(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("letter.txt")));
    if (!file.open(QIODevice::WriteOnly) || file.write("letter") != 6)
        qFatal("cannot write");
    return file.fileName();
}

} // namespace

class StoreFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void nobodyElseReadsTheFilesOfAStore()
    {
        StoreFixture store;
        store.create(sampleConsultation());
        const QTemporaryDir outside;
        QVERIFY(await(store->addBlob(writtenFile(outside))).has_value());
        int seen = 0;
        QCOMPARE(openToOthers(store.folder(), seen), QStringList());
        QVERIFY2(seen >= 8,
                 qPrintable(QString::number(seen))); // folder, vault, database, log, index of it, lock, note, attachment ...
        store.close();
        QCOMPARE(openToOthers(store.folder(), seen), QStringList());
    }

    void nobodyElseReadsABackupOrWhatIsRestoredFromIt()
    {
        StoreFixture store;
        store.create(sampleConsultation());
        const QTemporaryDir outside;
        QVERIFY(await(store->addBlob(writtenFile(outside))).has_value());
        const QString file = outside.filePath(QStringLiteral("backup.yz"));
        QVERIFY(await(store->backup(file)));
        QVERIFY(!(QFileInfo(file).permissions() & others));
        StoreOptions into = store.options();
        into.folder = outside.filePath(QStringLiteral("restored/store"));
        QVERIFY(Store::restore(file, into, QStringLiteral("wang"), StoreFixture::password()));
        int seen = 0;
        QCOMPARE(openToOthers(into.folder, seen), QStringList());
        QVERIFY(seen >= 5);
    }

    void aFolderThatWasThereKeepsWhoMayEnterIt()
    {
        QTemporaryDir outside;
        const QString folder = outside.filePath(QStringLiteral("mine"));
        QVERIFY(QDir().mkdir(folder));
        const auto before = QFileInfo(folder).permissions();
        StoreOptions options;
        options.folder = folder;
        options.rules = rules();
        options.fastKeys = true;
        NewStore wish;
        wish.office = QStringLiteral("JO01");
        wish.login = QStringLiteral("wang");
        wish.password = StoreFixture::password();
        QVERIFY(Store::create(options, wish));
        QCOMPARE(QFileInfo(folder).permissions(), before);
        int seen = 0;
        QStringList open = openToOthers(folder, seen);
        open.removeAll(folder);
        QCOMPARE(open, QStringList());
    }
};

QTEST_GUILESS_MAIN(StoreFilesTest)
#include "StoreFilesTest.moc"
