// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/ReadsFixture.h"

#include "store/Backup.h"
#include "store/Blobs.h"
#include "store/ListReader.h"

#include <QDir>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;
using namespace Qt::StringLiterals;

namespace {

const StoreFiles names{u"store.vault"_s, u"store.db"_s, u"blobs"_s};

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("cannot write");
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A store's folder as a backup sees it, with some cases and two attachments.
class Original
{
public:
    Original() : m_blobs(m_fixture.folder() + u"/blobs"_s, QByteArray(32, 'b'))
    {
        for (int i = 0; i < 50; ++i)
            m_fixture.addCase({u"张伟"_s, u"李娜"_s}, u"金丝雀纠纷"_s);
        m_sha = must(m_blobs.addBytes("agreement")).sha256;
        must(m_blobs.addBytes(QByteArray(3 << 20, 'x')));
        writeFile(m_fixture.folder() + u"/vault"_s, "sealed keys");
    }
    Backup::Source source()
    {
        Backup::Source source;
        source.connection = &m_fixture.connection();
        source.key = ReadsFixture::key();
        source.files = {m_fixture.folder() + u"/vault"_s, m_fixture.file(), m_blobs.folder()};
        source.blobs = &m_blobs;
        source.now = Instant{1'772'413'200'000};
        return source;
    }
    Outcome backup(const Progress &progress = {}, const CancelToken &cancel = {})
    {
        return Backup::write(source(), file(), progress, cancel);
    }
    QString file() const { return m_fixture.folder() + u"/district.yzbackup"_s; }
    QString target() const { return m_fixture.folder() + u"/restored"_s; }
    ReadsFixture &fixture() { return m_fixture; }
    QByteArray sha() const { return m_sha; }
    QStringList leftOver() const { return QDir(m_fixture.folder()).entryList({u"*.part*"_s}); }
    Outcome restore(const QByteArray &key = ReadsFixture::key()) const
    {
        return Backup::restore(file(), target(), names, [&key](const QString &) { return Result<QByteArray>(key); }, {}, {});
    }

private:
    ReadsFixture m_fixture;
    Blobs m_blobs;
    QByteArray m_sha;
};

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT
private slots:
    void aBackupBringsEverythingBack();
    void othersGoOnWritingMeanwhile();
    void aBackupHoldsNothingReadable();
    void anExistingFileIsNotOverwritten();
    void anyDamageIsNoticedBeforeAnythingIsRestored_data();
    void anyDamageIsNoticedBeforeAnythingIsRestored();
    void aNewerFormatIsRefusedAsSuch();
    void aWrongPasswordRestoresNothing();
    void aStoreIsNeverOverwritten();
    void aCancelledBackupLeavesNothing();
    void aBackupOfADamagedDatabaseIsNone();
    void aPlaceThatCannotBeWrittenSaysSo();
    void namesInsideCannotLeadOutOfTheFolder();
};

void BackupTest::aBackupBringsEverythingBack()
{
    Original original;
    std::int64_t last = 0;
    std::int64_t total = 0;
    must(original.backup([&](std::int64_t done, std::int64_t all) {
        last = done;
        total = all;
    }));
    QVERIFY(last > 3 << 20);
    QVERIFY(total >= last);
    QVERIFY(original.leftOver().isEmpty());

    const Backup::Contents contents = must(Backup::inspect(original.file()));
    QCOMPARE(contents.rows.value(u"mediation"_s), std::int64_t{50});
    QCOMPARE(contents.rows.value(u"party"_s), std::int64_t{100});
    QCOMPARE(contents.blobCount, std::int64_t{2});
    QCOMPARE(contents.madeAt.ms, std::int64_t{1'772'413'200'000});

    must(original.restore());
    QCOMPARE(readFile(original.target() + u"/store.vault"_s), "sealed keys");
    QCOMPARE(must(Blobs(original.target() + u"/blobs"_s, QByteArray(32, 'b')).read(original.sha())), "agreement");
    OpenOptions options;
    options.file = original.target() + u"/store.db"_s;
    options.key = ReadsFixture::key();
    const std::unique_ptr<Connection> connection = must(Connection::open(options));
    Query query;
    query.spec = specOf(Kind::Mediation);
    query.where = Predicate::search(u"张伟"_s);
    QCOMPARE(must(ListReader(*connection).count(query)), std::int64_t{50});
}

void BackupTest::othersGoOnWritingMeanwhile()
{
    Original original;
    const std::unique_ptr<Connection> service = original.fixture().another();
    Backup::Source source = original.source();
    source.connection = service.get();
    bool written = false;
    const auto writeMore = [&](std::int64_t, std::int64_t) {
        if (!written)
            original.fixture().addCase({u"赵敏"_s});
        written = true;
    };
    must(Backup::write(source, original.file(), writeMore, {}));
    QVERIFY(written);
    QCOMPARE(must(Backup::inspect(original.file())).rows.value(u"mediation"_s), std::int64_t{50}); // as it was at the beginning
}

void BackupTest::aBackupHoldsNothingReadable()
{
    Original original;
    must(original.backup());
    const QByteArray bytes = readFile(original.file());
    QVERIFY(!bytes.contains(u"张伟"_s.toUtf8()));
    QVERIFY(!bytes.contains(u"金丝雀"_s.toUtf8()));
    QVERIFY(!bytes.contains("SQLite format"));
}

void BackupTest::anExistingFileIsNotOverwritten()
{
    Original original;
    writeFile(original.file(), "older");
    QCOMPARE(original.backup().error().kind, ErrorKind::Rejected);
    QCOMPARE(readFile(original.file()), "older");
}

void BackupTest::anyDamageIsNoticedBeforeAnythingIsRestored_data()
{
    QTest::addColumn<double>("at");   // of the file's length; -1 = leave the bytes
    QTest::addColumn<double>("size"); // of the file's length
    for (const double at : {0.00001, 0.2, 0.5, 0.9, 0.99999})
        QTest::addRow("changed at %g", at) << at << 1.0;
    for (const double size : {0.0, 0.0001, 0.5, 0.999999})
        QTest::addRow("cut to %g", size) << -1.0 << size;
    QTest::newRow("longer") << -1.0 << 1.0001;
}

void BackupTest::anyDamageIsNoticedBeforeAnythingIsRestored()
{
    QFETCH(double, at);
    QFETCH(double, size);
    Original original;
    must(original.backup());
    QByteArray bytes = readFile(original.file());
    const auto length = static_cast<double>(bytes.size());
    if (at >= 0)
        bytes[static_cast<qsizetype>(at * length)] = static_cast<char>(bytes[static_cast<qsizetype>(at * length)] ^ 0x20);
    bytes.resize(static_cast<qsizetype>(size * length), '\0');
    writeFile(original.file(), bytes);
    QCOMPARE(Backup::inspect(original.file()).error().kind, ErrorKind::Corrupt);
    QCOMPARE(original.restore().error().kind, ErrorKind::Corrupt);
    QVERIFY(!QFileInfo::exists(original.target()));
    QVERIFY(original.leftOver().isEmpty());
}

void BackupTest::aNewerFormatIsRefusedAsSuch()
{
    Original original;
    must(original.backup());
    QByteArray bytes = readFile(original.file());
    bytes[8] = 9;
    writeFile(original.file(), bytes);
    QCOMPARE(original.restore().error().kind, ErrorKind::TooNew);
}

void BackupTest::aWrongPasswordRestoresNothing()
{
    Original original;
    must(original.backup());
    const auto refuse = [](const QString &) {
        return Result<QByteArray>(Error(ErrorKind::WrongKey, ErrorText{"T", "", "", ""}));
    };
    QCOMPARE(Backup::restore(original.file(), original.target(), names, refuse, {}, {}).error().kind, ErrorKind::WrongKey);
    QVERIFY(!QFileInfo::exists(original.target()));
    // a key that does not belong to this database
    QVERIFY(!original.restore(QByteArray(32, 'z')).has_value());
    QVERIFY(!QFileInfo::exists(original.target()));
    QVERIFY(original.leftOver().isEmpty());
}

void BackupTest::aStoreIsNeverOverwritten()
{
    Original original;
    must(original.backup());
    QVERIFY(QDir().mkpath(original.target()));
    writeFile(original.target() + u"/store.db"_s, "mine");
    QCOMPARE(original.restore().error().kind, ErrorKind::Rejected);
    QCOMPARE(readFile(original.target() + u"/store.db"_s), "mine");
    QVERIFY(QFile::remove(original.target() + u"/store.db"_s)); // an empty folder will do
    must(original.restore());
}

void BackupTest::aCancelledBackupLeavesNothing()
{
    Original original;
    CancelToken before;
    before.cancel();
    QCOMPARE(original.backup({}, before).error().kind, ErrorKind::Cancelled);
    CancelToken meanwhile;
    QCOMPARE(original.backup([&meanwhile](std::int64_t, std::int64_t) { meanwhile.cancel(); }, meanwhile).error().kind,
             ErrorKind::Cancelled);
    QVERIFY(!QFileInfo::exists(original.file()));
    QVERIFY(original.leftOver().isEmpty());
}

void BackupTest::aBackupOfADamagedDatabaseIsNone()
{
    Original original;
    must(original.fixture().connection().checkpoint(CheckpointMode::Truncate));
    QFile file(original.fixture().file());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 5000));
    QCOMPARE(file.write("damage"), qint64{6});
    file.close();
    const std::unique_ptr<Connection> fresh = original.fixture().another();
    Backup::Source source = original.source();
    source.connection = fresh.get();
    QCOMPARE(Backup::write(source, original.file(), {}, {}).error().kind, ErrorKind::Corrupt);
    QVERIFY(!QFileInfo::exists(original.file()));
    QVERIFY(original.leftOver().isEmpty());
}

void BackupTest::aPlaceThatCannotBeWrittenSaysSo()
{
    Original original;
    QCOMPARE(Backup::write(original.source(), original.fixture().folder() + u"/no/such/folder/x"_s, {}, {}).error().kind,
             ErrorKind::Io);
    QCOMPARE(Backup::inspect(original.file()).error().kind, ErrorKind::NotFound);
}

void BackupTest::namesInsideCannotLeadOutOfTheFolder()
{
    Original original;
    must(original.backup());
    QByteArray bytes = readFile(original.file());
    const QString name =
        QDir(original.fixture().folder() + u"/blobs"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).constFirst() + u'/';
    const qsizetype at = bytes.lastIndexOf(name.toLatin1());
    QVERIFY(at > 0);
    bytes.replace(at, 3, "../");
    writeFile(original.file(), bytes);
    QCOMPARE(original.restore().error().kind, ErrorKind::Corrupt);
}

QTEST_GUILESS_MAIN(BackupTest)
#include "BackupTest.moc"
