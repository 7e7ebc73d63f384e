// SPDX-License-Identifier: GPL-3.0-or-later
// A newer release opens the store of an older one: the copy made before, the new columns, and what they take over.
#include "records/Codec.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Party.h"
#include "store/Meta.h"
#include "store/StoreContext.h"
#include "store/Vault.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString words = QStringLiteral("欠薪，包工头");
constexpr std::uint16_t unknownField = 899; // of a release that is newer still

void must(const Outcome &outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().toLog()));
}

// The shipped migrations and one more, as a newer release would bring them.
class NewerRelease
{
public:
    explicit NewerRelease(const QByteArray &sql)
    {
        const QDir shipped(QStringLiteral(YIZHAN_SOURCE_DIR "/store/migrations"));
        const QStringList files = shipped.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        m_shipped = static_cast<int>(files.size());
        for (const QString &file : files) {
            if (!QFile::copy(shipped.filePath(file), m_folder.filePath(file)))
                qFatal("cannot copy");
        }
        QFile next(m_folder.filePath(QStringLiteral("%1_next.sql").arg(m_shipped + 1, 4, 10, QLatin1Char('0'))));
        if (!next.open(QIODevice::WriteOnly) || next.write(sql) != sql.size())
            qFatal("cannot write");
    }
    int older() const { return m_shipped; }

    Result<std::unique_ptr<Store>> open(const StoreFixture &store) const
    {
        StoreOptions options = store.options();
        options.migrations = m_folder.path();
        return Store::open(options, QStringLiteral("wang"), StoreFixture::password());
    }

private:
    QTemporaryDir m_folder;
    int m_shipped = 0;
};

QStringList copiesIn(const StoreFixture &store)
{
    const QDir folder(StorePaths{store.folder()}.backups());
    return folder.entryList(QDir::Files, QDir::Name)
        .replaceInStrings(QRegularExpression(QStringLiteral("^")), folder.path() + u'/');
}

std::unique_ptr<Connection> openCopy(const StoreFixture &store, const QString &file)
{
    const Result<VaultKeys> keys =
        Vault::read(StorePaths{store.folder()}.vault())->unlock(QStringLiteral("wang"), StoreFixture::password());
    OpenOptions options;
    options.file = file;
    options.key = deriveKey(keys->data, KeyPurpose::Database).view().toByteArray();
    auto connection = Connection::open(options);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().toLog()));
    return std::move(*connection);
}

// As the store stood in a release that did not know the column yet and kept what a server sent for it.
void takeBackToOlderRelease(const StoreFixture &store, const RecordId &id, const std::map<std::uint16_t, Value> &kept)
{
    const auto database = store.database();
    must(database->execute("ALTER TABLE consultation DROP COLUMN tags"));
    Result<Statement> keep = database->prepare("UPDATE consultation SET ext = ? WHERE id = ?");
    must(keep->bindAll(encodeSome(kept, consultation::spec), id).run());
    must(meta::write(*database, meta::declarations, "older"));
}

} // namespace

class StoreMigrationTest : public QObject
{
    Q_OBJECT

private slots:
    void aCopyIsMadeBeforeAMigrationAndCanBePutBack()
    {
        StoreFixture store;
        const RecordId before = store.create(sampleConsultation());
        store.close();
        const NewerRelease newer("CREATE TABLE later (x INTEGER);");
        RecordId after;
        {
            const auto opened = newer.open(store);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toLog()));
            QVERIFY(await((*opened)->record(before)).has_value());
            const Result<ChangeSet> made = await((*opened)->submit([] {
                Change change;
                change.operations.push_back(Operation::create(sampleConsultation()));
                return change;
            }()));
            QVERIFY(made);
            after = made->rows.front().root;
        }
        QCOMPARE(store.scalar("PRAGMA user_version"), qint64{newer.older() + 1});
        QCOMPARE(errorOf(store.tryOpen()).kind, ErrorKind::TooNew); // the older release leaves the file alone

        const QStringList copies = copiesIn(store);
        QCOMPARE(copies.size(), 1);
        {
            const auto copy = openCopy(store, copies.front());
            QCOMPARE(*copy->scalarInt("PRAGMA user_version"), qint64{newer.older()});
            QCOMPARE(*copy->scalarInt("SELECT count(*) FROM consultation"), qint64{1});
            QVERIFY(copy->checkIntegrity(IntegrityDepth::Full));
        }

        const QString database = StorePaths{store.folder()}.database();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(database + QLatin1String(suffix));
        QVERIFY(QFile::copy(copies.front(), database));
        store.open();
        QVERIFY(await(store->record(before)).has_value());
        QCOMPARE(errorOf(await(store->record(after))).kind, ErrorKind::NotFound);
        QCOMPARE(await(store->verifyAudit())->firstBroken, std::int64_t{-1});
    }

    void aStoreThatIsUpToDateIsNotCopied()
    {
        StoreFixture store;
        store.close();
        store.open();
        QVERIFY(copiesIn(store).isEmpty());
    }

    void aMigrationThatFailsLeavesTheStoreAsItWas()
    {
        StoreFixture store;
        const RecordId before = store.create(sampleConsultation());
        store.close();
        QVERIFY(!NewerRelease("CREATE TABLE consultation (x INTEGER);").open(store));
        store.open();
        QVERIFY(await(store->record(before)).has_value());
    }

    void whatAnOlderReleaseOnlyKeptMovesIntoTheNewColumn()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleConsultation());
        const RecordId other = store.create(sampleConsultation());
        const qint64 audit = store.scalar("SELECT count(*) FROM audit WHERE event NOT IN ('LOGIN', 'LOGOUT')");
        const qint64 outbox = store.scalar("SELECT count(*) FROM outbox");
        store.close();
        takeBackToOlderRelease(store, id, {{consultation::tags.id, Value(words)}, {unknownField, Value(std::int64_t{7})}});

        const auto opened = NewerRelease("ALTER TABLE consultation ADD COLUMN tags TEXT;").open(store);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toLog()));
        QCOMPARE(await((*opened)->record(id))->get(consultation::tags), words);
        // in the column itself, so that questions and the search find it
        Query query;
        query.spec = &consultation::spec;
        query.where = Predicate::contains(consultation::tags, QStringLiteral("包工头"));
        const auto found = await((*opened)->list(query));
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t{1});
        QCOMPARE(found->front().id, id);
        QCOMPARE(await((*opened)->search(QStringLiteral("包工")))->size(), std::size_t{1});
        // what is newer still stays where it was
        QCOMPARE(decodeSome(found->front().ext, consultation::spec)->size(), std::size_t{0});
        QVERIFY(!found->front().ext.isEmpty());
        QVERIFY(await((*opened)->record(other))->ext.isEmpty());
        // nothing happened that anybody else would have to be told
        QCOMPARE(store.scalar("SELECT count(*) FROM audit WHERE event NOT IN ('LOGIN', 'LOGOUT')"), audit);
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox"), outbox);
        QCOMPARE(store.scalar("SELECT count(*) FROM consultation WHERE ext IS NOT NULL"), qint64{1});
    }

    void manyRowsAreAdoptedInSeveralTransactions()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleMediation());
        constexpr int many = 1203; // more than two batches
        {
            Change change;
            for (int i = 0; i < many; ++i)
                change.operations.push_back(Operation::create(sampleParty(root, QStringLiteral("张三"))));
            store.submit(std::move(change));
        }
        store.close();
        {
            const auto database = store.database();
            Result<Statement> keep = database->prepare("UPDATE party SET ext = ?, occupation = NULL");
            must(keep->bindAll(encodeSome({{party::occupation.id, Value(QStringLiteral("瓦工"))}}, party::spec)).run());
            must(meta::write(*database, meta::declarations, "older"));
        }
        store.open();
        QCOMPARE(store.scalar("SELECT count(*) FROM party WHERE occupation = '瓦工' AND ext IS NULL"), qint64{many});
    }

    void aValueThatStandsIsNotReplacedByAnOldOne()
    {
        StoreFixture store;
        Record told = sampleConsultation();
        told.set(consultation::tags, QStringLiteral("新"));
        const RecordId id = store.create(std::move(told));
        store.close();
        {
            const auto database = store.database();
            Result<Statement> keep = database->prepare("UPDATE consultation SET ext = ?");
            must(keep->bindAll(encodeSome({{consultation::tags.id, Value(words)}}, consultation::spec)).run());
            must(meta::write(*database, meta::declarations, "older"));
        }
        store.open();
        QCOMPARE(store.record(id).get(consultation::tags), QStringLiteral("新"));
        QCOMPARE(store.scalar("SELECT count(*) FROM consultation WHERE ext IS NOT NULL"), qint64{0});
    }
};

QTEST_GUILESS_MAIN(StoreMigrationTest)
#include "StoreMigrationTest.moc"
