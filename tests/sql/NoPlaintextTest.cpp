// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SqlFixture.h"

#include <QDirIterator>

using namespace yizhan;

// A canary name is written, sorted and indexed; then every byte of every file is searched for it.
class NoPlaintextTest : public QObject
{
    Q_OBJECT

    static QString canary() { return QStringLiteral("单雄信CanaryName"); }

    // In each form in which text could lie about.
    static bool hasCanary(const QByteArray &bytes)
    {
        const QString word = canary();
        const auto *units = reinterpret_cast<const char *>(word.utf16());
        return bytes.contains(word.toUtf8()) || bytes.contains("CanaryName")
               || bytes.contains(QByteArray(units, word.size() * 2));
    }

    struct Search {
        QStringList found;
        int files = 0;
        qint64 bytes = 0;
    };
    static Search searched(const QString &folder)
    {
        Search out;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            ++out.files;
            out.bytes += content.size();
            if (hasCanary(content))
                out.found += file.fileName();
        }
        return out;
    }

private slots:
    void theSearchItselfFindsWhatIsThere()
    {
        const TestDatabase database;
        database.overwrite("....." + canary().toUtf8() + ".....");
        QCOMPARE(searched(database.folder()).found.size(), 1);
    }

    void nothingReadableLiesInTheFolderDuringABigSortInATransaction()
    {
        const TestDatabase database;
        // SQLite looks here first for a place for temporary files; its own folder shows every one of them.
        const QString temporary = database.folder() + QStringLiteral("/tmp");
        QVERIFY(QDir().mkdir(temporary));
        qputenv("SQLITE_TMPDIR", temporary.toUtf8());
        qputenv("TMPDIR", temporary.toUtf8());

        const auto connection = database.open();
        YZ_VERIFY_OK(connection->execute("PRAGMA cache_size=20; CREATE TABLE party(name TEXT, note TEXT);"
                                         "CREATE INDEX party_name ON party(name);"
                                         "CREATE VIRTUAL TABLE search USING fts5(name)"));
        YZ_VERIFY_OK(connection->begin());
        Statement insert = TestDatabase::must(connection->prepare("INSERT INTO party VALUES(?1 || ?2, ?1)"));
        for (int i = 0; i < 20'000; ++i)
            YZ_VERIFY_OK(insert.bindAll(canary(), QString::number(i * 7919 % 20'000)).run());
        YZ_VERIFY_OK(connection->execute("INSERT INTO search SELECT name FROM party"));
        YZ_VERIFY_OK(connection->execute("CREATE TEMP TABLE t AS SELECT * FROM party; CREATE INDEX temp.ti ON t(note, name)"));
        Statement sort = TestDatabase::must(
            connection->prepare("SELECT a.name FROM party a JOIN t b ON a.name = b.name ORDER BY a.note || a.name DESC"));
        for (int i = 0; i < 100; ++i)
            QVERIFY(*sort.step());

        const Search during = searched(database.folder());
        QVERIFY2(during.found.isEmpty(), qPrintable(during.found.join(u' ')));
        QVERIFY(during.bytes > 1'000'000); // the WAL has spilled
        sort.reset();
        YZ_VERIFY_OK(connection->commit());
        QVERIFY(searched(database.folder()).found.isEmpty());
        YZ_VERIFY_OK(connection->checkpoint(CheckpointMode::Truncate));
        QVERIFY(searched(database.folder()).found.isEmpty());
    }

    void nothingReadableIsLeftWhenTheConnectionIsDroppedInTheMiddle()
    {
        const TestDatabase database;
        {
            const auto connection = database.open();
            connection->skipCheckpointOnClose();
            YZ_VERIFY_OK(connection->execute("CREATE TABLE party(name TEXT)"));
            Statement insert = TestDatabase::must(connection->prepare("INSERT INTO party VALUES(?1)"));
            for (int i = 0; i < 100; ++i)
                YZ_VERIFY_OK(insert.bind(1, canary()).run());
            YZ_VERIFY_OK(connection->begin());
            YZ_VERIFY_OK(connection->execute("UPDATE party SET name = name || 'CanaryName'"));
        }
        const Search left = searched(database.folder());
        QVERIFY(left.files >= 2);
        QVERIFY(left.found.isEmpty());
        QCOMPARE(*database.open()->scalarInt("SELECT count(*) FROM party WHERE name NOT LIKE '%NameCanary%'"), 100);
    }
};

QTEST_GUILESS_MAIN(NoPlaintextTest)
#include "NoPlaintextTest.moc"
