// SPDX-License-Identifier: GPL-3.0-or-later
// The storage under many hands: all or nothing, steady snapshots, commits that are shared, every operation taken once.
#include "tests/server/Stage.h"

#include "records/kinds/Mediation.h"
#include "server/core/Schema.h"
#include "server/core/ServerErrors.h"
#include "server/core/SqliteDatabase.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

Outcome setMeta(SqlSession &session, const QString &key, qint64 value)
{
    return session.done("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        {key, QString::number(value)});
}

} // namespace

class StorageTest : public QObject
{
    Q_OBJECT

private slots:
    void valuesComeBackAsTheyWent()
    {
        DistrictFixture fixture;
        const RecordId id = RecordId::make(fixture.clock().now(), fixture.random());
        QVERIFY(fixture.database().write([&](SqlSession &session) {
            return session.done("INSERT INTO quarantine (device, n, payload, received_at) VALUES (?, ?, ?, ?)",
                                {id, std::numeric_limits<qint64>::min(), QByteArray("a\0b", 3), Instant{-5}});
        }));
        const auto kept = fixture.database().read([&](SqlSession &session) -> Outcome {
            const auto found = session.first(
                "SELECT device, n, payload, received_at, NULL, CAST(NULL AS TEXT) FROM quarantine WHERE device = ? AND n < ?",
                {id, qint64{0}}, [&](const SqlRow &row) {
                    QCOMPARE(row.id(0), id);
                    QCOMPARE(row.int64(1), std::numeric_limits<qint64>::min());
                    QCOMPARE(row.bytes(2), QByteArray("a\0b", 3));
                    QCOMPARE(row.instant(3).ms, -5);
                    QVERIFY(row.isNull(4));
                    QVERIFY(row.isNull(5));
                    QVERIFY(row.text(5).isEmpty());
                });
            return found && *found ? Outcome() : Outcome(Error(ErrorKind::NotFound, servererrors::noSuchThing));
        });
        QVERIFY(kept);
    }

    void workThatFailsLeavesNothing()
    {
        DistrictFixture fixture;
        const Outcome failed = fixture.database().write([](SqlSession &session) -> Outcome {
            if (Outcome done = setMeta(session, QStringLiteral("a"), 1); !done)
                return done;
            return Error(ErrorKind::Rejected, servererrors::noSuchThing);
        });
        QCOMPARE(failed.error().kind, ErrorKind::Rejected);
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM meta WHERE key = 'a'"), 0);
        QVERIFY(!fixture.database().write([](SqlSession &session) { return session.done("NO SUCH STATEMENT", {}); }));
        QVERIFY(fixture.database().write([](SqlSession &session) { return setMeta(session, QStringLiteral("a"), 2); }));
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM meta WHERE key = 'a'"), 1);
    }

    void aReaderSeesOneMoment()
    {
        DistrictFixture fixture;
        QVERIFY(fixture.database().write([](SqlSession &session) { return setMeta(session, QStringLiteral("a"), 1); }));
        const auto read = fixture.database().read([&](SqlSession &session) -> Outcome {
            const auto before = session.text("SELECT value FROM meta WHERE key = 'a'", {});
            const Outcome written = fixture.database().write(
                [](SqlSession &other) { return setMeta(other, QStringLiteral("a"), 2); });
            const auto after = session.text("SELECT value FROM meta WHERE key = 'a'", {});
            return written && *before == *after ? Outcome() : Outcome(Error(ErrorKind::Corrupt, servererrors::damaged));
        });
        QVERIFY(read);
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM meta WHERE key = 'a' AND value = '2'"), 1);
    }

    void countersOfManyThreadsLoseNothing()
    {
        DistrictFixture fixture;
        QVERIFY(fixture.database().write([](SqlSession &session) { return setMeta(session, QStringLiteral("sum"), 0); }));
        std::atomic<int> failures{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&fixture, &failures, t] {
                for (int i = 0; i < 25; ++i) {
                    const bool fails = (t + i) % 5 == 0; // one that fails takes nobody else along
                    const Outcome done = fixture.database().write([fails](SqlSession &session) -> Outcome {
                        const auto sum = session.text("SELECT value FROM meta WHERE key = 'sum' FOR UPDATE", {});
                        if (!sum)
                            return sum.error();
                        if (Outcome set = setMeta(session, QStringLiteral("sum"), sum->value_or(QString()).toLongLong() + 1);
                            !set)
                            return set;
                        return fails ? Outcome(Error(ErrorKind::Rejected, servererrors::noSuchThing)) : Outcome();
                    });
                    failures += done ? 0 : 1;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 40);
        QCOMPARE(fixture.number("SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'sum'"), 160);
    }

    void manyWorkstationsPushAtOnceAndEachOperationIsTakenOnce()
    {
        constexpr int stations = 6;
        constexpr int batches = 4;
        constexpr int perBatch = 100;
        DistrictFixture fixture;
        std::vector<std::unique_ptr<Workstation>> all;
        std::vector<std::vector<std::vector<wire::Operation>>> work(stations);
        for (int s = 0; s < stations; ++s) {
            const QString office = QStringLiteral("JO0%1").arg(s % 3 + 1);
            all.push_back(std::make_unique<Workstation>(fixture, office));
            all.back()->logInAs(QStringLiteral("user%1").arg(s), {QStringLiteral("MEDIATOR")}, {office});
            for (int b = 0; b < batches; ++b) {
                std::vector<wire::Operation> operations;
                while (operations.size() < perBatch) {
                    const Record root = all.back()->prepared(sampleMediation());
                    operations.push_back(all.back()->create(root));
                    operations.push_back(
                        all.back()->set(root, mediation::guidance, Value(QStringLiteral("指引")), 0, operations.back().n));
                }
                work[static_cast<std::size_t>(s)].push_back(std::move(operations));
            }
        }
        std::vector<std::thread> threads;
        std::atomic<int> taken{0};
        for (int s = 0; s < stations; ++s) {
            threads.emplace_back([&, s] {
                for (const auto &operations : work[static_cast<std::size_t>(s)]) {
                    for (int again = 0; again < 2; ++again) { // each is sent twice
                        const wire::PushResponse answer = all[static_cast<std::size_t>(s)]->push(operations);
                        if (again == 0)
                            taken += static_cast<int>(answer.verdicts.size());
                    }
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(taken.load(), stations * batches * perBatch);
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM operation"), stations * batches * perBatch);
        QCOMPARE(fixture.admin().verify()->faults, QStringList());
        all.front()->pullAll();
        QCOMPARE(all.front()->heldOf(Kind::Mediation).size(), static_cast<std::size_t>(stations / 3 * batches * perBatch / 2));
    }

    void theSchemaIsOneTextForBothEngines()
    {
        const QByteArray text =
            "CREATE TABLE a (\n    b BLOB NOT NULL,\n    c TEXT,\n    d INTEGER\n) WITHOUT ROWID;\n-- e;\nSELECT 1;\n";
        QCOMPARE(schema::spelt(text, schema::Engine::Sqlite), text);
        const QByteArray other = schema::spelt(text, schema::Engine::Postgres);
        QVERIFY(other.contains("b BYTEA NOT NULL"));
        QVERIFY(other.contains("c TEXT COLLATE \"C\""));
        QVERIFY(other.contains("d BIGINT"));
        QVERIFY(!other.contains("ROWID"));
        QCOMPARE(schema::statementsOf(text).size(), 2U);
        DistrictFixture fixture;
        QVERIFY(fixture.database().prepareSchema()); // again: nothing to do
        QVERIFY(fixture.database().write([](SqlSession &session) { return setMeta(session, QStringLiteral("schema"), 99); }));
        const Outcome newer = fixture.database().prepareSchema();
        QCOMPARE(newer.error().kind, ErrorKind::TooNew);
    }

    void theFileIsEncrypted()
    {
        if (DistrictFixture::isPostgres()) {
            QVERIFY(qstrcmp(DistrictFixture().database().engine(), "postgresql") == 0);
            return;
        }
        Stage stage;
        stage.one.pushOne(stage.one.create(stage.one.prepared(sampleMediation(QStringLiteral("CANARY-facts")))));
        for (const char *name : {"/district.db", "/district.db-wal"}) {
            QFile file(stage.fixture.folder() + QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("CANARY") && !bytes.contains("SQLite format"));
        }
        const auto wrong = SqliteDatabase::open(stage.fixture.folder() + QStringLiteral("/district.db"), QByteArray(32, 'x'));
        QCOMPARE(wrong.error().kind, ErrorKind::WrongKey);
    }
};

QTEST_GUILESS_MAIN(StorageTest)
#include "StorageTest.moc"
