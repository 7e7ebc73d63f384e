// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Blobs.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace yizhan;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunk = 1 << 20;

class Folder
{
public:
    Blobs blobs(char key = 'k') const { return Blobs(m_folder.path() + u"/blobs"_s, QByteArray(32, key)); }
    QString path() const { return m_folder.path(); }
    QString fileOf(const QByteArray &content) const
    {
        const Blobs ours(m_folder.path() + u"/blobs"_s, QByteArray(32, 'k'));
        return ours.folder() + u'/' + ours.nameFor(QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.path() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replace(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("cannot replace");
}

QByteArray someContent(qsizetype size)
{
    QByteArray content(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        content[i] = static_cast<char>((i * 31 + i / 251) & 0xFF);
    return content;
}

} // namespace

class BlobsTest : public QObject
{
    Q_OBJECT
private slots:
    void whatWasAddedComesBack_data();
    void whatWasAddedComesBack();
    void theSameContentIsKeptOnce();
    void nothingOfTheContentOrItsHashShows();
    void anotherKeyFindsNothing();
    void anyDamageIsNoticed_data();
    void anyDamageIsNoticed();
    void chunksOfAnotherFileDoNotFit();
    void aMissingContentIsNotDamage();
    void aFileThatCannotBeReadLeavesNothing();
    void aCancelledAddLeavesNothing();
    void aFolderThatCannotBeWrittenSaysSo();
    void unusedFilesAreNamedAndCanGo();
    void remainsOfAKilledRunAreRemoved();
};

void BlobsTest::whatWasAddedComesBack_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {qsizetype{0}, qsizetype{1}, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17})
        QTest::addRow("%lld bytes", qlonglong{size}) << size;
}

void BlobsTest::whatWasAddedComesBack()
{
    QFETCH(qsizetype, size);
    const Folder folder;
    Blobs blobs = folder.blobs();
    const QByteArray content = someContent(size);
    std::int64_t last = -1;
    const Result<BlobInfo> info = blobs.add(folder.write(u"scan.pdf"_s, content),
                                            [&last](std::int64_t done, std::int64_t) { last = done; });
    QVERIFY(info.has_value());
    QCOMPARE(info->size, std::int64_t{size});
    QCOMPARE(last, std::int64_t{size});
    QCOMPARE(info->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QVERIFY(*blobs.read(info->sha256) == content);
    QVERIFY(blobs.check(info->sha256).has_value());
}

void BlobsTest::theSameContentIsKeptOnce()
{
    const Folder folder;
    Blobs blobs = folder.blobs();
    const QByteArray content = someContent(1000);
    QCOMPARE(blobs.addBytes(content)->sha256, blobs.add(folder.write(u"again.pdf"_s, content))->sha256);
    QCOMPARE(blobs.names().size(), 1);
    QVERIFY(blobs.totalBytes() > 1000 && blobs.totalBytes() < 1200);
}

void BlobsTest::nothingOfTheContentOrItsHashShows()
{
    const Folder folder;
    Blobs blobs = folder.blobs();
    const QByteArray content = u"张晓伟的调解协议"_s.toUtf8().repeated(10);
    const QByteArray hash = blobs.addBytes(content)->sha256;
    const QString path = folder.fileOf(content);
    QVERIFY(!contentOf(path).contains(u"张晓伟"_s.toUtf8()));
    QVERIFY(!path.contains(QString::fromLatin1(hash.toHex())));
}

void BlobsTest::anotherKeyFindsNothing()
{
    const Folder folder;
    Blobs ours = folder.blobs();
    const QByteArray hash = ours.addBytes(someContent(10))->sha256;
    QCOMPARE(folder.blobs('x').read(hash).error().kind, ErrorKind::NotFound);
}

void BlobsTest::anyDamageIsNoticed_data()
{
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("mark") << qsizetype{3} << qsizetype{-1};
    QTest::newRow("header") << qsizetype{20} << qsizetype{-1};
    QTest::newRow("first chunk") << qsizetype{1000} << qsizetype{-1};
    QTest::newRow("last chunk") << 2 * chunk + 50 << qsizetype{-1};
    QTest::newRow("cut to nothing") << qsizetype{-1} << qsizetype{0};
    QTest::newRow("cut in the header") << qsizetype{-1} << qsizetype{10};
    QTest::newRow("cut in a chunk") << qsizetype{-1} << chunk;
    QTest::newRow("cut between chunks") << qsizetype{-1} << 8 + 24 + chunk + 17;
    QTest::newRow("something behind it") << qsizetype{-1} << 2 * chunk + 300;
}

void BlobsTest::anyDamageIsNoticed()
{
    QFETCH(qsizetype, at);
    QFETCH(qsizetype, size);
    const Folder folder;
    Blobs blobs = folder.blobs();
    const QByteArray content = someContent(2 * chunk + 100);
    const QByteArray hash = blobs.addBytes(content)->sha256;
    QByteArray stored = contentOf(folder.fileOf(content));
    if (at >= 0)
        stored[at] = static_cast<char>(stored[at] ^ 1);
    else
        stored.resize(size);
    replace(folder.fileOf(content), stored);
    QCOMPARE(blobs.read(hash).error().kind, ErrorKind::Corrupt);
    QCOMPARE(blobs.check(hash).error().kind, ErrorKind::Corrupt);
}

void BlobsTest::chunksOfAnotherFileDoNotFit()
{
    const Folder folder;
    Blobs blobs = folder.blobs();
    const QByteArray one = someContent(100);
    const QByteArray two = one + "x";
    const QByteArray hash = blobs.addBytes(one)->sha256;
    QVERIFY(blobs.addBytes(two).has_value());
    replace(folder.fileOf(one), contentOf(folder.fileOf(two))); // whole and sealed with the right key
    QCOMPARE(blobs.read(hash).error().kind, ErrorKind::Corrupt);
}

void BlobsTest::aMissingContentIsNotDamage()
{
    const Folder folder;
    QCOMPARE(folder.blobs().read(QByteArray(32, '\1')).error().kind, ErrorKind::NotFound);
}

void BlobsTest::aFileThatCannotBeReadLeavesNothing()
{
    const Folder folder;
    Blobs blobs = folder.blobs();
    QCOMPARE(blobs.add(folder.path() + u"/absent.pdf"_s).error().kind, ErrorKind::Io);
    QCOMPARE(blobs.add(folder.path()).error().kind, ErrorKind::Io); // a folder
    QVERIFY(blobs.names().isEmpty());
}

void BlobsTest::aCancelledAddLeavesNothing()
{
    const Folder folder;
    Blobs blobs = folder.blobs();
    CancelToken token;
    const auto stopInTheMiddle = [&token](std::int64_t, std::int64_t) { token.cancel(); };
    const Result<BlobInfo> info = blobs.add(folder.write(u"scan.pdf"_s, someContent(3 * chunk)), stopInTheMiddle, token);
    QCOMPARE(info.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QDirIterator(blobs.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories).hasNext());
}

void BlobsTest::aFolderThatCannotBeWrittenSaysSo()
{
    const Folder folder;
    folder.write(u"blobs"_s, "a file where the folder should be");
    QCOMPARE(folder.blobs().addBytes("content").error().kind, ErrorKind::Io);
}

void BlobsTest::unusedFilesAreNamedAndCanGo()
{
    const Folder folder;
    Blobs blobs = folder.blobs();
    const QByteArray kept = blobs.addBytes("kept")->sha256;
    const QByteArray unused = blobs.addBytes("unused")->sha256;
    const QStringList names = blobs.unreferenced({kept});
    QCOMPARE(names, QStringList{blobs.nameFor(unused)});
    QVERIFY(blobs.remove(names.first()).has_value());
    QVERIFY(blobs.has(kept));
    QVERIFY(!blobs.has(unused));
    QCOMPARE(blobs.remove(u"../../etc/passwd"_s).error().kind, ErrorKind::Io);
}

void BlobsTest::remainsOfAKilledRunAreRemoved()
{
    const Folder folder;
    Blobs blobs = folder.blobs();
    const QByteArray hash = blobs.addBytes("content")->sha256;
    const QString path = folder.fileOf("content");
    QVERIFY(QFile::copy(path, path + u".Xy12Zw"_s));
    QCOMPARE(blobs.names().size(), 1);
    blobs.removeRemains();
    QVERIFY(!QFile::exists(path + u".Xy12Zw"_s));
    QVERIFY(blobs.read(hash).has_value());
}

QTEST_GUILESS_MAIN(BlobsTest)
#include "BlobsTest.moc"
