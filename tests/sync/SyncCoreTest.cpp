// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation and its district, request by request: what is sent, what comes, and what is left when the line breaks at any
// point.
#include "records/kinds/Conflict.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "sync/protocol/Body.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"
#include "tests/sync/PaperDistrict.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString here = QStringLiteral("JO01");

Record elsewhere(Record record, const QString &office = here)
{
    static SeededRandom random(99);
    record.id = RecordId::make(Instant{1'772'400'000'000}, random);
    record.root = record.root.isNull() ? record.id : record.root;
    record.office = office;
    record.createdAt = record.updatedAt = Instant{1'772'400'000'000};
    return record;
}

// What of the queue was answered and still stands in the file.
std::vector<std::int64_t> answeredRows(Desk &desk)
{
    std::vector<std::int64_t> rows;
    const auto connection = databaseOf(desk.folder());
    Statement statement = *connection->prepare("SELECT n FROM outbox WHERE state <> 0 ORDER BY n");
    while (*statement.step())
        rows.push_back(statement.int64(0));
    return rows;
}

// A workstation whose district lets people read without it for seven days.
struct BoundDesk {
    BoundDesk()
        : clock(std::make_shared<ManualClock>(Instant{1'772'413'200'000})),
          district(*clock),
          key(SigningKey::make(random)),
          desk(district, [this](Workstation &workstation) { workstation.districtKey = key.publicKey; })
    {
        district.signing = key;
        district.grantedDevice = desk.workstation().device;
        district.grantedUser = desk.store().session().actor.user;
    }
    void passDays(int days)
    {
        clock->advanceMs(days * 24 * 3'600'000LL);
        desk.clock().set(clock->now());
    }
    static QByteArray codeOf(const Outcome &done) { return done ? QByteArray() : QByteArray(done.error().text->code); }

    SeededRandom random{5};
    std::shared_ptr<ManualClock> clock;
    PaperDistrict district;
    SigningKey key;
    Desk desk;
};

} // namespace

class SyncCoreTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedReachesTheDistrictAndComesBackAsItsCopy()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId id = desk.create(sampleMediation());
        QVERIFY(desk.record(id).unsent);

        desk.run();

        QVERIFY(district.row(id));
        QVERIFY(!desk.record(id).unsent);
        QCOMPARE(desk.record(id).version, district.row(id)->version);
        QCOMPARE(desk.outbox().unsent, 0);
        QVERIFY(desk.digestOf(here) == district.digestOf(here));
        QCOMPARE(desk.core().status().stage, SyncStage::Idle);
        QVERIFY(desk.core().status().lastComplete.ms > 0);
    }

    void whatOthersWriteIsFoundInListsAndSearch()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const Record other = elsewhere(sampleConsultation(QStringLiteral("拖欠货款")));
        district.put(other);

        desk.run();

        QCOMPARE(desk.record(other.id).get(consultation::question), QStringLiteral("拖欠货款"));
        const auto hits = await(desk.store().search(QStringLiteral("货款"), 10));
        QVERIFY(hits && hits->size() == 1);
        QCOMPARE(hits->front().root, other.id);
    }

    void aSecondEditDoesNotConflictWithTheFirst()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId id = desk.create(sampleConsultation());
        desk.run();
        for (const char16_t *text : {u"一", u"二", u"三"})
            desk.set(id, {{&consultation::question, Value(QString::fromUtf16(text))}});
        desk.run();
        QCOMPARE(district.row(id)->get(consultation::question), QStringLiteral("三"));
        QCOMPARE(desk.outbox().openConflicts, 0);
        QVERIFY(desk.digestOf(here) == district.digestOf(here));
    }

    void aLateValueGoesToTheConflictListAndTheStandingOneIsShown()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId id = desk.create(sampleConsultation());
        desk.run();
        Record theirs = *district.row(id);
        theirs.set(consultation::question, QStringLiteral("他人先改"));
        district.put(theirs);
        desk.set(id, {{&consultation::question, Value(QStringLiteral("后到"))}});

        desk.run();

        QCOMPARE(desk.record(id).get(consultation::question), QStringLiteral("他人先改"));
        QVERIFY(!desk.record(id).unsent);
        QCOMPARE(desk.outbox().openConflicts, 1);
        QCOMPARE(desk.core().status().outbox.refused, 1);
        const auto open = await(desk.door().conflicts());
        QVERIFY(open && open->size() == 1);
        QCOMPARE(open->front().fields.size(), std::size_t{1});
        QCOMPARE(open->front().fields.front().late.text(), QStringLiteral("后到"));
        QCOMPARE(open->front().fields.front().current.text(), QStringLiteral("他人先改"));

        const auto settled = await(desk.door().settle(open->front().id, Settlement::Late));
        QVERIFY2(settled, settled ? "" : qPrintable(settled.error().toLog()));
        desk.run();
        QCOMPARE(district.row(id)->get(consultation::question), QStringLiteral("后到"));
        QCOMPARE(desk.outbox().openConflicts, 0);
        QCOMPARE(desk.core().status().outbox.refused, 0);
    }

    void anEditThatIsNotSentYetStaysOnTopOfWhatComes()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId id = desk.create(sampleConsultation());
        desk.run();
        Record theirs = *district.row(id);
        theirs.set(consultation::answer, QStringLiteral("已答复"));
        district.put(theirs);
        desk.set(id, {{&consultation::question, Value(QStringLiteral("未发送"))}});
        // sending fails, reading goes on
        desk.weather = [&](const WireRequest &request, WireResponse &response) {
            response = district.handle(request);
            return request.path != "/v1/push";
        };
        district.takesAtOnce = 0;
        desk.run();
        QCOMPARE(desk.record(id).get(consultation::question), QStringLiteral("未发送"));
        QCOMPARE(desk.record(id).get(consultation::answer), QStringLiteral("已答复"));
        QVERIFY(desk.record(id).unsent);
        QCOMPARE(desk.core().status().outbox.unsent, 1);
        QVERIFY(desk.core().status().sending.has_value());
        QVERIFY(desk.digestOf(here) == district.digestOf(here));

        district.takesAtOnce = 1000;
        desk.weather = {};
        desk.run();
        QCOMPARE(district.row(id)->get(consultation::question), QStringLiteral("未发送"));
        QVERIFY(!desk.core().status().sending);
    }

    // Whatever is lost on the way, request or answer, at whichever request: in the end both sides hold the same, once.
    void theLineMayBreakAtEveryRequest()
    {
        for (const bool answerIsLost : {false, true}) {
            for (int broken = 0; broken < 9; ++broken) {
                ManualClock clock(Instant{1'772'413'200'000});
                PaperDistrict district(clock);
                district.takesAtOnce = 2; // a push is taken in parts
                Desk desk(district);
                const RecordId id = desk.create(sampleMediation());
                desk.create(sampleParty(id, QStringLiteral("张三")));
                desk.set(id, {{&mediation::facts, Value(QStringLiteral("改过"))}});
                int count = 0;
                desk.weather = [&](const WireRequest &request, WireResponse &response) {
                    const bool breaks = count++ == broken;
                    if (!breaks || answerIsLost)
                        response = district.handle(request);
                    return !breaks;
                };
                desk.run();
                desk.weather = {};
                desk.restart(); // and the machine with it
                desk.run();
                QCOMPARE(desk.outbox().unsent, 0);
                QCOMPARE(desk.outbox().openConflicts, 0);
                QCOMPARE(district.row(id)->get(mediation::facts), QStringLiteral("改过"));
                QVERIFY(desk.digestOf(here) == district.digestOf(here));
            }
        }
    }

    void theMachineMayStopBetweenAnyTwoSteps()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        district.pageRows = 2;
        Desk desk(district);
        std::vector<Record> others;
        for (int i = 0; i < 7; ++i) {
            others.push_back(elsewhere(sampleConsultation(QStringLiteral("第%1件").arg(i))));
            district.put(others.back());
        }
        const RecordId id = desk.create(sampleConsultation());
        for (int stops = 0; stops < 40; ++stops) {
            desk.step();
            desk.restart();
        }
        desk.run();
        QVERIFY(district.row(id));
        for (const Record &other : others)
            QCOMPARE(desk.record(other.id).get(consultation::question), other.get(consultation::question));
        QVERIFY(desk.digestOf(here) == district.digestOf(here));
    }

    void aServerThatWasRestoredGetsWhatItForgotOnceMore()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId kept = desk.create(sampleConsultation(QStringLiteral("甲")));
        desk.run();
        const PaperDistrict::State copy = district.state;
        const RecordId lost = desk.create(sampleConsultation(QStringLiteral("乙")));
        desk.set(kept, {{&consultation::question, Value(QStringLiteral("甲改"))}});
        const Record theirs = elsewhere(sampleConsultation(QStringLiteral("他人的")));
        desk.run();
        district.put(theirs);
        desk.run();
        QVERIFY(desk.has(theirs.id));

        district.restore(copy);
        desk.run(); // the refusal makes it say hello

        QVERIFY(district.row(lost));
        QCOMPARE(district.row(kept)->get(consultation::question), QStringLiteral("甲改"));
        QVERIFY(!desk.has(theirs.id)); // nobody else sent it again
        QCOMPARE(desk.outbox().unsent, 0);
        QVERIFY(desk.digestOf(here) == district.digestOf(here));
    }

    void aCaseThatWasHandedOverGoesAndComesBack()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId id = desk.create(sampleMediation());
        const RecordId party = desk.create(sampleParty(id, QStringLiteral("李四")));
        desk.run();
        district.move(id, QStringLiteral("JO02"));
        desk.run();
        QVERIFY(!desk.has(id));
        QVERIFY(!desk.has(party));
        QVERIFY(await(desk.store().search(QStringLiteral("李四"), 10))->empty());
        district.move(id, here);
        desk.run();
        QVERIFY(desk.has(id));
        QVERIFY(desk.has(party));
        QVERIFY(desk.digestOf(here) == district.digestOf(here));
    }

    void aCaseHandedOverHereLeavesWhenTheServerHasTakenIt()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId id = desk.create(sampleMediation());
        const RecordId party = desk.create(sampleParty(id, QStringLiteral("李四")));
        const RecordId withdrawn = desk.create(sampleParty(id, QStringLiteral("王五")));
        Change away;
        away.operations.push_back(Operation::withdraw(withdrawn));
        away.reason = QStringLiteral("重复");
        QVERIFY(await(desk.store().submit(away)));
        desk.run();
        Operation transfer;
        transfer.act = Operation::Act::Transfer;
        transfer.target = id;
        transfer.office = QStringLiteral("JO02");
        Change change;
        change.operations.push_back(transfer);
        change.reason = QStringLiteral("管辖");
        QVERIFY(await(desk.store().submit(change)));
        QCOMPARE(desk.record(party).office, QStringLiteral("JO02"));
        QVERIFY(desk.digestOf(here) == district.digestOf(here)); // the server's copies stand by
        desk.run();
        QCOMPARE(district.row(party)->office, QStringLiteral("JO02"));
        QVERIFY(!desk.has(id));
        QVERIFY(!desk.has(party));
        QVERIFY(!desk.has(withdrawn));
        QVERIFY(desk.digestOf(here) == district.digestOf(here));
    }

    void aGrantThatIsTakenAwayTakesItsRowsAndLeavesUnsentWork()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        district.grants.push_back({QStringLiteral("JO02"), 1, true, {}});
        Desk desk(district);
        const Record other = elsewhere(sampleConsultation(QStringLiteral("二所的")), QStringLiteral("JO02"));
        district.put(other);
        const RecordId mine = desk.create(sampleConsultation());
        desk.run();
        QVERIFY(desk.has(other.id));
        desk.set(other.id, {{&consultation::question, Value(QStringLiteral("改了"))}});
        district.grants.pop_back();
        district.takesAtOnce = 0;
        desk.restart();
        desk.run();
        QVERIFY(!desk.has(other.id));
        QVERIFY(desk.has(mine));
        QVERIFY(await(desk.store().search(QStringLiteral("二所"), 10))->empty());
        QCOMPARE(desk.outbox().unsentElsewhere.at(QStringLiteral("JO02")), 1);

        // given anew: everything is read again
        district.takesAtOnce = 1000;
        district.grants.push_back({QStringLiteral("JO02"), 2, true, {}});
        desk.restart();
        desk.run();
        QCOMPARE(desk.record(other.id).get(consultation::question), QStringLiteral("改了"));
        QVERIFY(desk.digestOf(QStringLiteral("JO02")) == district.digestOf(QStringLiteral("JO02")));
    }

    void whatWasRefusedIsShownAsTheServerHasIt()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId id = desk.create(sampleConsultation());
        desk.run();
        Change change;
        Operation withdraw = Operation::withdraw(id);
        change.operations.push_back(withdraw);
        change.reason = QStringLiteral("refuse me");
        QVERIFY(await(desk.store().submit(change)));
        desk.run();
        QVERIFY(!desk.record(id).withdrawn);
        QCOMPARE(desk.core().status().outbox.refusedByReason.at(QStringLiteral("NO_RIGHT")), 1);
        QVERIFY(desk.digestOf(here) == district.digestOf(here));
    }

    void whatCameBackIsKeptUntilAPersonHasDealtWithIt()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const RecordId id = desk.create(sampleConsultation());
        desk.run();
        Change change;
        change.operations.push_back(Operation::withdraw(id));
        change.reason = QStringLiteral("refuse me");
        QVERIFY(await(desk.store().submit(change)));
        desk.run();
        for (const char16_t *text : {u"一", u"二"})
            desk.set(id, {{&consultation::question, Value(QString::fromUtf16(text))}});
        desk.run();
        const auto returned = await(desk.door().returned());
        QVERIFY(returned && returned->size() == 1);

        // everything is safe at the district and long since
        district.durableUpto = desk.outbox().answeredUpto;
        desk.clock().advanceMs(30 * 24 * 3'600'000LL);
        desk.restart();
        desk.run();
        const auto later = await(desk.door().returned());
        QVERIFY(later && later->size() == 1);
        QCOMPARE(later->front().n, returned->front().n);
        QCOMPARE(desk.outbox().returned, 1);
        QCOMPARE(answeredRows(desk), std::vector<std::int64_t>{later->front().n}); // it alone: what was taken has gone

        QVERIFY(await(desk.door().settle(later->front().conflict, Settlement::Standing)));
        desk.run();
        district.durableUpto = desk.outbox().answeredUpto;
        desk.clock().advanceMs(24 * 3'600'000LL);
        desk.restart();
        desk.run();
        QVERIFY(answeredRows(desk).empty());
        QCOMPARE(desk.outbox().answeredUpto, district.durableUpto); // numbers go on from there
    }

    void aRoundThatAHintBeganIsACompleteOneToo()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        const auto untilItWaits = [&] {
            for (;;) {
                SyncCore::Step step = desk.core().next();
                if (step.kind != SyncCore::Step::Kind::Send || step.interruptible)
                    return step;
                desk.core().take(district.handle(step.request));
            }
        };
        SyncCore::Step wait = untilItWaits();
        QCOMPARE(wait.request.path, QByteArray("/v1/wait"));
        const Instant first = desk.core().status().lastComplete;
        QVERIFY(first.ms > 0);

        // news
        desk.clock().advanceMs(5 * 60'000);
        const Record other = elsewhere(sampleConsultation());
        district.put(other);
        wire::WaitResponse hint;
        hint.changed = {here};
        desk.core().take(answer(wait.request, hint));
        wait = untilItWaits();
        QVERIFY(desk.has(other.id));
        QCOMPARE(desk.core().status().lastComplete.ms, first.ms + 5 * 60'000);

        // a quiet line: the server says so each time
        for (int i = 0; i < 3; ++i) {
            desk.clock().advanceMs(55'000);
            desk.core().take(answer(wait.request, wire::WaitResponse()));
            wait = untilItWaits();
            QCOMPARE(desk.core().status().lastComplete, desk.clock().now());
        }

        // the line breaks: what was complete stays what it was
        const Instant known = desk.clock().now();
        desk.core().fail({});
        desk.weather = [](const WireRequest &, WireResponse &) { return false; };
        desk.clock().advanceMs(60'000);
        desk.run();
        QCOMPARE(desk.core().status().lastComplete, known);
    }

    void withoutTheDistrictOneMayReadForSomeDaysAndThenAfterALoginAgain()
    {
        BoundDesk bound;
        Desk &desk = bound.desk;
        bound.passDays(0);
        QVERIFY(desk.reopen()); // the district has said nothing yet
        desk.run();
        const RecordId unsent = desk.create(sampleConsultation());
        bound.passDays(6);
        QVERIFY(desk.reopen());
        bound.passDays(2);
        QCOMPARE(BoundDesk::codeOf(desk.reopen()), QByteArray("ST-45"));
        QCOMPARE(BoundDesk::codeOf(desk.reopen()), QByteArray("ST-45")); // asking again does not help

        // what waits is kept, and goes as soon as the district lets the person in
        QVERIFY(desk.reopen(true));
        QVERIFY(desk.outbox().unsent > 0);
        desk.run();
        QCOMPARE(desk.outbox().unsent, 0);
        QVERIFY(bound.district.row(unsent));
        QVERIFY(desk.reopen());
        bound.passDays(6);
        QVERIFY(desk.reopen());
    }

    void aClockThatIsSetBackDoesNotLengthenTheTime()
    {
        BoundDesk bound;
        Desk &desk = bound.desk;
        bound.passDays(0);
        desk.run();
        desk.clock().advanceMs(-5 * 60'000); // set right by a few minutes
        QVERIFY(desk.reopen());
        desk.clock().advanceMs(-24 * 3'600'000LL);
        QCOMPARE(BoundDesk::codeOf(desk.reopen()), QByteArray("ST-46"));
        QVERIFY(desk.reopen(true));
        desk.run(); // the district is heard: by the clock as it is now
        QVERIFY(desk.reopen());
    }

    void aGrantThatTheDistrictDidNotSignForThisWorkstationChangesNothing()
    {
        BoundDesk bound;
        Desk &desk = bound.desk;
        bound.passDays(0);
        desk.run();
        bound.district.offlineDays = 300;
        SeededRandom other(6);
        bound.district.signing = SigningKey::make(other);
        desk.restart();
        desk.run();
        bound.district.signing = bound.key;
        bound.district.grantedDevice = RecordId::make(bound.clock->now(), other);
        desk.restart();
        desk.run();
        bound.passDays(8);
        QCOMPARE(BoundDesk::codeOf(desk.reopen()), QByteArray("ST-45"));
    }

    void aDifferenceIsFoundAndMendedRowByRow()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        std::vector<RecordId> ids;
        for (int i = 0; i < 5; ++i)
            ids.push_back(desk.create(sampleConsultation()));
        desk.run();
        // the server's rows change behind its own log
        district.state.rows.at(ids[1]).row.set(consultation::question, QStringLiteral("悄悄改了"));
        district.state.rows.erase(ids[2]);
        district.state.logs[here].erase(ids[2]);
        desk.create(sampleConsultation());
        desk.run();
        desk.run();
        QCOMPARE(desk.record(ids[1]).get(consultation::question), QStringLiteral("悄悄改了"));
        QVERIFY(!desk.has(ids[2]));
        QVERIFY(district.asked["/v1/fetch"] > 0);
        QVERIFY(desk.digestOf(here) == district.digestOf(here));
        QVERIFY(desk.core().status().beyondRepair.isEmpty());
    }

    void anUnusualRemovalWaitsForAPerson()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        std::vector<RecordId> ids;
        for (int i = 0; i < 60; ++i) {
            const Record other = elsewhere(sampleConsultation());
            district.put(other);
            ids.push_back(other.id);
        }
        desk.run();
        for (const RecordId &id : ids)
            district.purge(id);
        desk.run();
        QVERIFY(desk.has(ids.front()));
        QCOMPARE(desk.core().status().removals.size(), std::size_t{1});
        QCOMPARE(desk.core().status().removals.front().rows, 60);

        desk.core().allowRemoval(here);
        desk.run();
        QVERIFY(!desk.has(ids.front()));
        QVERIFY(desk.core().status().removals.empty());
    }

    void numbersAreKeptInStock()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        district.leaseLevels.push_back({QStringLiteral("mediation"), 20, 10});
        Desk desk(district);
        desk.run();
        const auto stocks = await(desk.door().leaseLevels({QStringLiteral("mediation")}, desk.clock().now()));
        QVERIFY(stocks && stocks->size() == 1);
        QCOMPARE(stocks->front().left, 20);
        QCOMPARE(stocks->front().blocks, 1);
        desk.run();
        QCOMPARE(district.asked["/v1/lease"], 1);
    }
};

QTEST_GUILESS_MAIN(SyncCoreTest)
#include "SyncCoreTest.moc"
