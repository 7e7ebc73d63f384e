// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full or may not be written: nothing that was saved is lost, and what failed left no half.
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "tests/sql/SmallDisk.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace yizhan;
using namespace yizhan::tests;

namespace {

// Where mounting is not allowed: files of this process cannot grow beyond so many bytes.
class FileLimit
{
public:
    explicit FileLimit(qint64 bytes)
    {
#ifdef Q_OS_UNIX
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
#else
        Q_UNUSED(bytes)
#endif
    }
    ~FileLimit()
    {
#ifdef Q_OS_UNIX
        setrlimit(RLIMIT_FSIZE, &m_before);
#endif
    }
    FileLimit(const FileLimit &) = delete;
    FileLimit &operator=(const FileLimit &) = delete;

private:
#ifdef Q_OS_UNIX
    rlimit m_before{};
#endif
};

StoreOptions optionsIn(const QString &folder)
{
    StoreOptions options;
    options.folder = folder;
    options.rules = rules();
    options.fastKeys = true;
    return options;
}

Outcome makeIn(const QString &folder)
{
    NewStore wish;
    wish.office = QStringLiteral("JO01");
    wish.login = QStringLiteral("wang");
    wish.password = StoreFixture::password();
    const Result<CreatedStore> made = Store::create(optionsIn(folder), wish);
    return made ? Outcome() : Outcome(made.error());
}

Result<std::unique_ptr<Store>> openIn(const QString &folder)
{
    return Store::open(optionsIn(folder), QStringLiteral("wang"), StoreFixture::password());
}

Result<ChangeSet> saveOne(Store &store)
{
    Change change;
    change.operations.push_back(Operation::create(sampleConsultation(QString(1500, u'问'))));
    return await(store.submit(change));
}

} // namespace

class StoreDiskTest : public QObject
{
    Q_OBJECT

private slots:
    void aFullDiskLosesNothingThatWasSaved()
    {
        SmallDisk disk(12);
        QTemporaryDir plain;
        const QString folder = (disk.isMounted() ? disk.path() : plain.path()) + QStringLiteral("/store");
        QVERIFY(makeIn(folder));
        {
            Result<std::unique_ptr<Store>> store = openIn(folder);
            QVERIFY(store);
            std::unique_ptr<FileLimit> limit;
            if (!disk.isMounted()) {
                qInfo("this user may not mount: files are limited to 6 MB instead");
                limit = std::make_unique<FileLimit>(6 * 1024 * 1024);
            }
            std::vector<RecordId> saved;
            std::optional<Error> failure;
            while (!failure && saved.size() < 100'000) {
                const Result<ChangeSet> written = saveOne(**store);
                if (written)
                    saved.push_back(written->rows.front().id);
                else
                    failure = written.error();
            }
            QVERIFY(failure.has_value());
            QVERIFY(saved.size() > 10);
            QVERIFY2(failure->kind == ErrorKind::DiskFull || failure->kind == ErrorKind::Io, qPrintable(failure->toLog()));
            if (disk.isMounted())
                QCOMPARE(failure->kind, ErrorKind::DiskFull);
            QVERIFY(describe(*failure).contains(QStringLiteral("safe")));
            for (const RecordId &id : saved)
                QVERIFY(await((*store)->record(id)).has_value());
            QVERIFY(!saveOne(**store)); // still full, still an error of that kind
        }
        // with room again the store opens, is whole and goes on
        Result<std::unique_ptr<Store>> again = openIn(folder);
        if (disk.isMounted() && !again)
            QCOMPARE(again.error().kind, ErrorKind::DiskFull);
        else
            QCOMPARE(await((*again)->verifyAudit())->firstBroken, -1);
    }

    void aReadOnlyFolderIsAnIoError()
    {
        SmallDisk disk(12);
        QTemporaryDir plain;
        const QString folder = (disk.isMounted() ? disk.path() : plain.path()) + QStringLiteral("/store");
        QVERIFY(makeIn(folder));
        if (disk.isMounted())
            QVERIFY(disk.makeReadOnly());
        else
            QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const Result<std::unique_ptr<Store>> opened = openIn(folder);
        if (disk.isMounted())
            QVERIFY(disk.makeWritable());
        else
            QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        if (opened)
            qInfo("this user may write everywhere");
        else
            QCOMPARE(opened.error().kind, ErrorKind::Io);
        QVERIFY(openIn(folder).has_value() || opened.has_value());
    }
};

QTEST_GUILESS_MAIN(StoreDiskTest)
#include "StoreDiskTest.moc"
