// SPDX-License-Identifier: GPL-3.0-or-later
// What the program does by itself: dates anew when the rules or the day change.
#include "records/WorkCalendar.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Timer.h"
#include "store/Meta.h"
#include "store/Rebuild.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QByteArrayList>
#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

// The shipped calendar, but every day up to the 20th of March 2026 is a day off.
std::shared_ptr<const RuleBook> lazyMarch()
{
    QByteArray csv;
    for (int day = 1; day <= 20; ++day)
        csv += Day::fromYmd(2026, 3, day)->toIso().toLatin1() + ",HOLIDAY,day off\n";
    const Result<WorkCalendar> calendar = rules()->calendar().withCsv(QStringLiteral("march.csv"), csv);
    if (!calendar)
        qFatal("%s", qPrintable(calendar.error().toLog()));
    return rules()->withCalendar(*calendar);
}

// A consultation that is answered by appointment: three working days.
RecordId appointed(StoreFixture &store)
{
    const RecordId id = store.create(sampleConsultation());
    const Result<ChangeSet> moved = await(store->submit([&] {
        Change change;
        change.operations.push_back(Operation::move(id, QStringLiteral("appoint")));
        return change;
    }()));
    if (!moved)
        qFatal("%s", qPrintable(moved.error().toLog()));
    return id;
}

std::optional<Day> nextDue(StoreFixture &store, const RecordId &id) { return store.record(id).get(common::nextDue); }

} // namespace

class StoreUpkeepTest : public QObject
{
    Q_OBJECT

private slots:
    void inAQuietMomentTheSearchTablesAreTidied()
    {
        StoreFixture store;
        const auto pieces = [&] {
            return store.scalar("SELECT count(DISTINCT id >> 37) FROM search_consultation_data WHERE id >= 1 << 37");
        };
        for (int i = 0; i < 12; ++i)
            store.create(sampleConsultation());
        QTRY_VERIFY(pieces() < 8);
        // much in a row, without such a moment: it is done between
        for (int i = 0; i < 100; ++i)
            store.create(sampleConsultation());
        QVERIFY(pieces() < 64);
        QTRY_VERIFY(pieces() < 16);
    }

    void anotherCalendarMovesTheDatesOfStandingCases()
    {
        StoreFixture store;
        const RecordId id = appointed(store);
        const std::optional<Day> before = nextDue(store, id);
        QVERIFY(before.has_value());
        const qint64 audit = store.scalar("SELECT count(*) FROM audit");
        const qint64 outbox = store.scalar("SELECT count(*) FROM outbox");
        QSignalSpy spy(&store.store(), &Store::changed);
        QVERIFY(await(store->setRules(lazyMarch())));
        QVERIFY(*nextDue(store, id) > *before);
        QTRY_VERIFY(spy.count() > 0);
        // derived dates are neither audited nor sent
        QCOMPARE(store.scalar("SELECT count(*) FROM audit"), audit);
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox"), outbox);
        QVERIFY(await(store->setRules(rules())));
        QCOMPARE(nextDue(store, id), before);
    }

    void aStoreOpenedWithOtherRulesCatchesUp()
    {
        StoreFixture store;
        const RecordId id = appointed(store);
        const std::optional<Day> before = nextDue(store, id);
        store.close();
        StoreOptions options = store.options();
        options.rules = lazyMarch();
        const Result<std::unique_ptr<Store>> opened = Store::open(options, QStringLiteral("wang"), StoreFixture::password());
        QVERIFY(opened);
        QTRY_VERIFY(*await((*opened)->record(id))->get(common::nextDue) > *before);
    }

    void theDailyJobIsDoneOnceADay()
    {
        StoreFixture store;
        appointed(store);
        QVERIFY(await(store->runDueWork()));
        QCOMPARE(store.scalar("SELECT count(*) FROM meta WHERE key = 'daily_done'"), qint64{1});
        QCOMPARE(await(store->verifyAudit())->firstBroken, -1);
    }

    void whatIsSavedDuringARebuildGetsThroughBeforeItsEnd()
    {
        StoreFixture store;
        for (int i = 0; i < 30; ++i)
            store.create(sampleConsultation());
        QFuture<Result<ChangeSet>> saved;
        bool wasSavedMeanwhile = false;
        // called between the slices, on the writer thread: the first call saves, a later one looks
        const auto watch = [&](std::int64_t, std::int64_t) {
            if (!saved.isValid()) {
                Change change;
                change.operations.push_back(Operation::create(sampleConsultation(QStringLiteral("宅基地边界"))));
                saved = store->submit(std::move(change));
            } else {
                wasSavedMeanwhile = wasSavedMeanwhile || saved.isFinished();
            }
        };
        const Outcome rebuilt = await(store->rebuild(watch));
        QVERIFY2(rebuilt, rebuilt ? "" : qPrintable(rebuilt.error().toLog()));
        QVERIFY(wasSavedMeanwhile);
        QVERIFY(await(saved));
        QCOMPARE(await(store->search(QStringLiteral("宅基地")))->size(), std::size_t{1});
        QCOMPARE(await(store->search(QStringLiteral("工资拖欠")))->size(), std::size_t{30});
        QCOMPARE(store.scalar("SELECT count(*) FROM sqlite_master WHERE name LIKE 'old!_%' ESCAPE '!'"), qint64{0});
        const Result<std::vector<Store::Check>> checks = await(store->verify());
        QVERIFY(checks);
        for (const Store::Check &check : *checks)
            QVERIFY2(check.good, qPrintable(check.part + u' ' + check.detail));
    }

    void aRebuildRepairsADamagedSearchTable()
    {
        StoreFixture store;
        store.create(sampleConsultation());
        store.close();
        {
            const auto database = store.database();
            QVERIFY(database->execute("DELETE FROM search_consultation_data"));
        }
        store.open();
        QVERIFY(!await(store->search(QStringLiteral("工资拖欠"))).has_value());
        const Outcome rebuilt = await(store->rebuild());
        QVERIFY2(rebuilt, rebuilt ? "" : qPrintable(rebuilt.error().toLog()));
        QCOMPARE(await(store->search(QStringLiteral("工资拖欠")))->size(), std::size_t{1});
        QCOMPARE(store.scalar("SELECT count(*) FROM sqlite_master WHERE name LIKE 'old!_%' ESCAPE '!'"), qint64{0});
    }

    void aRebuildThatIsGivenUpIsMadeUpForAtTheNextOpening()
    {
        StoreFixture store;
        store.create(sampleConsultation());
        CancelToken cancel;
        const Outcome done = await(store->rebuild([&cancel](std::int64_t, std::int64_t) { cancel.cancel(); }, cancel));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
        QCOMPARE(store.scalar("SELECT value FROM meta WHERE key = 'derived_version'"), qint64{0});
        store.create(sampleConsultation()); // goes on working
        store.close();
        store.open();
        QTRY_COMPARE(await(store->search(QStringLiteral("工资拖欠")))->size(), std::size_t{2});
        QTRY_VERIFY(store.scalar("SELECT value FROM meta WHERE key = 'derived_version'") > 0);
    }

    void aRebuildThatWasGivenUpGoesOnFromWhereItCame()
    {
        StoreFixture store;
        for (int i = 0; i < 3; ++i)
            store.create(sampleConsultation());
        store.close();
        {
            // as it is left when everything is replaced, and filled: but for its end
            const auto database = store.database();
            QVERIFY(database->begin());
            QVERIFY(Rebuild::replaceOther(*database));
            QByteArrayList stage = meta::read(*database, meta::derivedStage)->split(' ');
            for (qsizetype i = 3; i < stage.size(); ++i)
                stage[i] = "1000";
            QVERIFY(meta::write(*database, meta::derivedStage, stage.join(' ')));
            QVERIFY(database->commit());
        }
        store.open();
        QTRY_VERIFY(store.scalar("SELECT value FROM meta WHERE key = 'derived_version'") > 0);
        QCOMPARE(store.scalar("SELECT count(*) FROM meta WHERE key = 'derived_stage' AND length(value) > 0"), qint64{0});
        QCOMPARE(await(store->search(QStringLiteral("工资拖欠")))->size(), std::size_t{0}); // it was not begun anew
        QVERIFY(await(store->rebuild()));
        QCOMPARE(await(store->search(QStringLiteral("工资拖欠")))->size(), std::size_t{3});
    }

    void aRebuildLeavesEverythingAsItWas()
    {
        StoreFixture store;
        const RecordId id = appointed(store);
        const std::optional<Day> before = nextDue(store, id);
        QVERIFY(await(store->rebuild()));
        QCOMPARE(nextDue(store, id), before);
        QCOMPARE(await(store->search(QStringLiteral("工资拖欠")))->size(), std::size_t{1});
        const Result<std::vector<Store::Check>> checks = await(store->verify());
        QVERIFY(checks);
        for (const Store::Check &check : *checks)
            QVERIFY2(check.good, qPrintable(check.part + u' ' + check.detail));
    }
};

QTEST_GUILESS_MAIN(StoreUpkeepTest)
#include "StoreUpkeepTest.moc"
