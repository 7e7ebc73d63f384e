// SPDX-License-Identifier: GPL-3.0-or-later
// What the server did not take: it is counted, explained, can be entered again and can be taken back; and the words of the
// state tell the numbers of the queue.
#include "models/TrayModel.h"
#include "models/SyncWords.h"
#include "models/Words.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "tests/support/ConflictSamples.h"
#include "tests/support/Samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;
using Way = TrayModel::Way;

namespace {

struct Desk {
    explicit Desk(StoreFixture &store) : workspace(store.store(), QStringLiteral("en")), model(workspace) {}
    bool isRead(int count)
    {
        return QTest::qWaitFor([&] { return model.isRead() && model.rowCount() == count; });
    }
    Workspace workspace;
    TrayModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

OutboxSummary queueOf(StoreFixture &store)
{
    const Result<OutboxSummary> summary = await(SyncDoor(store.store()).outbox());
    return summary ? *summary : OutboxSummary();
}

} // namespace

class TrayModelTest : public QObject
{
    Q_OBJECT
private slots:
    void whatCameBackIsListedWithItsReasonAndCountedTheSameWayAsInTheQueue()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("无权的修改"))}}));
        refuseLast(store, QStringLiteral("NO_RIGHT"));
        store.submit(Operation::set(root, {{&mediation::amountClaimed, Value(Money{500})}}));
        refuseLast(store, QStringLiteral("FORMER_OFFICE"), RecordId::make(store.clock().now(), *store.options().random));
        Desk desk(store);
        QVERIFY(desk.isRead(2));
        QCOMPARE(queueOf(store).returned, 2);
        QCOMPARE(queueOf(store).refused, 2);
        QCOMPARE(desk.model.index(0, TrayModel::Reason).data().toString(), QStringLiteral("No right to change it"));
        QVERIFY(desk.model.index(0, TrayModel::What).data().toString().contains(words::field(mediation::facts)));
        QVERIFY(desk.model.values(*desk.model.at(0)).join(u' ').contains(QStringLiteral("无权的修改")));
        QVERIFY(desk.model.story(*desk.model.at(1)).contains(QStringLiteral("forwarded")));
        // each has a way out
        QCOMPARE(desk.model.ways(*desk.model.at(0)), (std::vector<Way>{Way::EnterAnew, Way::OpenCase, Way::TakeBack}));
        QCOMPARE(desk.model.ways(*desk.model.at(1)), (std::vector<Way>{Way::Noted}));
    }

    void whatWaitsInTheListOfConflictsIsNotInTheTrayToo()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("晚到"))}}));
        const RecordId conflict = lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("晚到")));
        refuseLast(store, QStringLiteral("LATE"), conflict);
        Desk desk(store);
        QVERIFY(desk.isRead(0));
        QCOMPARE(queueOf(store).openConflicts, 1);
        QCOMPARE(queueOf(store).returned, 0);
    }

    void aRefusalWhoseConflictIsHereIsSettledThere()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("不合规则"))}}));
        const RecordId conflict = lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("不合规则")));
        refuseLast(store, QStringLiteral("RULE"), conflict);
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        QCOMPARE(desk.model.ways(*desk.model.at(0)).front(), Way::Settle);
        QSignalSpy back(&desk.model, &TrayModel::takenBack);
        desk.model.takeBack(desk.model.at(0)->n);
        QTRY_COMPARE(back.count(), 1);
        QVERIFY(desk.isRead(0));
        QCOMPARE(queueOf(store).openConflicts, 0);
    }

    void whatIsTakenBackStaysAwayAfterTheNextUnlock()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("无权"))}}));
        refuseLast(store, QStringLiteral("NO_RIGHT"));
        {
            Desk desk(store);
            QVERIFY(desk.isRead(1));
            desk.model.takeBack(desk.model.at(0)->n);
            QVERIFY(desk.isRead(0));
        }
        store.close();
        store.open();
        QCOMPARE(queueOf(store).returned, 0);
        QCOMPARE(queueOf(store).refused, 0);
    }

    void aRefusedNewRecordIsEnteredAnewWithAllItsValues()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.create(sampleParty(root, QStringLiteral("张伟"), QStringLiteral("11010519491231002X")));
        refuseLast(store, QStringLiteral("RULE"));
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        QCOMPARE(store.caseFile(root).of(Kind::Party).size(), std::size_t{0}); // it does not stand any more
        const EntryAnew entry = desk.model.entry(*desk.model.at(0));
        QVERIFY(entry.rows.front().isNew && entry.place == EntryAnew::Place::Standing);
        QScopedPointer<RecordDraft> draft(RecordDraft::forCase(desk.workspace, store.caseFile(root), nullptr));
        QVERIFY(enterAnew(*draft, entry));
        const std::vector<RecordId> people = draft->rows(Kind::Party);
        QCOMPARE(people.size(), std::size_t{1});
        QCOMPARE(draft->value(people.front(), party::name), Value(QStringLiteral("张伟")));
        QSignalSpy saved(draft.data(), &RecordDraft::saved);
        draft->save();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(store.caseFile(root).of(Kind::Party).size(), std::size_t{1});
        QCOMPARE(queueOf(store).unsent > 0, true); // it goes again
    }

    void aRefusedNewCaseGoesAgainAsOneFormWithAllThatCameBackOfIt()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleMediation(QStringLiteral("邻里纠纷")));
        store.create(sampleParty(root, QStringLiteral("张伟"), QStringLiteral("11010519491231002X")));
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("后来补充的事实"))}}));
        refuseLast(store, QStringLiteral("NO_RIGHT"), {}, int(queueOf(store).unsent) - 1); // the first is the account's own
        Desk desk(store);
        QVERIFY(QTest::qWaitFor([&] { return desk.model.isRead() && desk.model.rowCount() >= 3; }));
        QVERIFY(!await(store->record(root))); // nothing of it stands
        for (int row = 0; row < desk.model.rowCount(); ++row) {
            const ReturnedWork &work = *desk.model.at(row);
            QCOMPARE(desk.model.ways(work), (std::vector<Way>{Way::EnterAnew, Way::TakeBack}));
            QCOMPARE(desk.model.entry(work).rows.size(), std::size_t{2}); // from whichever it begins: the case with its party
        }
        const EntryAnew entry = desk.model.entry(*desk.model.at(desk.model.rowCount() - 1));
        QCOMPARE(entry.place, EntryAnew::Place::NewCase);
        QScopedPointer<RecordDraft> draft(RecordDraft::makeNew(desk.workspace, mediation::spec, nullptr));
        QVERIFY(enterAnew(*draft, entry));
        QCOMPARE(draft->value(draft->root().id, mediation::facts), Value(QStringLiteral("后来补充的事实")));
        QCOMPARE(draft->rows(Kind::Party).size(), std::size_t{2}); // in one of the two that stand ready
        QCOMPARE(draft->value(draft->rows(Kind::Party).front(), party::name), Value(QStringLiteral("张伟")));
        QSignalSpy saved(draft.data(), &RecordDraft::saved);
        draft->save();
        QTRY_COMPARE(saved.count(), 1);
        desk.model.finish(entry);
        QVERIFY(desk.isRead(0));
        QCOMPARE(store.caseFile(draft->root().id).of(Kind::Party).size(), std::size_t{1});
    }

    void whatBelongsToACaseThatIsNotHereIsEnteredInAnotherOne()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleMediation());
        const int operations = int(queueOf(store).unsent) - 1;
        store.create(sampleParty(root, QStringLiteral("张伟"), QStringLiteral("11010519491231002X")));
        refuseLast(store, QStringLiteral("GONE"), {}, operations + 1);
        Desk desk(store);
        QVERIFY(desk.isRead(operations + 1));
        for (int row = operations - 1; row >= 0; --row)
            desk.model.takeBack(desk.model.at(row)->n); // the case itself is done without
        QVERIFY(desk.isRead(1));
        QCOMPARE(desk.model.ways(*desk.model.at(0)), (std::vector<Way>{Way::EnterElsewhere, Way::TakeBack}));
        const EntryAnew entry = desk.model.entry(*desk.model.at(0));
        QCOMPARE(entry.place, EntryAnew::Place::Elsewhere);
        const RecordId other = serverCase(store);
        QScopedPointer<RecordDraft> draft(RecordDraft::forCase(desk.workspace, store.caseFile(other), nullptr));
        QVERIFY(enterAnew(*draft, entry));
        QCOMPARE(draft->value(draft->rows(Kind::Party).front(), party::name), Value(QStringLiteral("张伟")));
    }

    void aValueIsLaidOverTheFieldItWasMeantFor()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("再试一次"))}}));
        refuseLast(store, QStringLiteral("NO_RIGHT"));
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        QScopedPointer<RecordDraft> draft(RecordDraft::forCase(desk.workspace, store.caseFile(root), nullptr));
        QCOMPARE(draft->value(root, mediation::facts), Value(QStringLiteral("楼上漏水，协商未果")));
        QVERIFY(enterAnew(*draft, desk.model.entry(*desk.model.at(0))));
        QCOMPARE(draft->value(root, mediation::facts), Value(QStringLiteral("再试一次")));
        draft->undoStack().undo();
        QCOMPARE(draft->value(root, mediation::facts), Value(QStringLiteral("楼上漏水，协商未果")));
    }

    void theWordsTellTheNumbersOfTheQueue()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        Desk desk(store);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("一"))}}));
        store.submit(Operation::set(root, {{&mediation::amountClaimed, Value(Money{2})}}));
        store.clock().advanceMs(2 * 3600 * 1000);
        SyncStatus status;
        status.outbox = queueOf(store);
        QCOMPARE(status.outbox.unsent >= 2, true);
        const syncwords::Part unsent = syncwords::unsent(status, store.clock().now());
        QVERIFY(unsent.text.contains(QString::number(status.outbox.unsent)));
        QVERIFY(unsent.text.contains(QStringLiteral("2 h")));
        status.clockDifferenceMs = 4 * 60'000;
        QVERIFY(syncwords::clock(status).text.contains(QStringLiteral("4 min")));
        QVERIFY(syncwords::clock(status).explanation.contains(QStringLiteral("ahead")));
        status.clockDifferenceMs = -59'000;
        QVERIFY(syncwords::clock(status).text.isEmpty()); // nobody cares for seconds
        status.stage = SyncStage::Idle;
        status.lastComplete = store.clock().now();
        QVERIFY(!syncwords::line(status, desk.workspace.today()).text.startsWith(QStringLiteral("●"))); // something still waits
        status.outbox.unsent = 0;
        QVERIFY(syncwords::line(status, desk.workspace.today()).text.startsWith(QStringLiteral("●")));
    }

    void theTimeLeftIsGuessedFromWhatHasCome()
    {
        syncwords::TimeLeft left;
        QVERIFY(left.feed(0, 1000, Instant{0}).isEmpty());
        QVERIFY(left.feed(10, 1000, Instant{500}).isEmpty()); // too early to tell
        QCOMPARE(left.feed(100, 1000, Instant{20'000}), QStringLiteral("3 min"));
        QVERIFY(left.feed(5, 2000, Instant{30'000}).isEmpty()); // another copy begins
        QVERIFY(left.feed(2000, 2000, Instant{90'000}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TrayModelTest)
#include "TrayModelTest.moc"
