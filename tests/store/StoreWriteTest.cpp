// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when somebody saves.
#include "records/NumberTable.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Note.h"
#include "records/kinds/Party.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

class StoreWriteTest : public QObject
{
    Q_OBJECT

private slots:
    void aConsultationGetsItsNumberWhenItIsRegistered()
    {
        StoreFixture store;
        const ChangeSet first = store.submit(Operation::create(sampleConsultation()));
        const RecordId id = first.rows.front().id;
        const Record saved = store.record(id);
        QCOMPARE(saved.get(common::caseNo), QStringLiteral("ZX20260302JO01010001"));
        QCOMPARE(first.takenNumbers.value(id.toString()), saved.get(common::caseNo));
        QCOMPARE(saved.get(consultation::status), QStringLiteral("OPEN"));
        QCOMPARE(saved.get(common::firstResponder), store.user());
        QCOMPARE(saved.office, QStringLiteral("JO01"));
        QVERIFY(saved.unsent);
        const RecordId second = store.create(sampleConsultation());
        QCOMPARE(store.record(second).get(common::caseNo), QStringLiteral("ZX20260302JO01010002"));
        store.clock().advanceMs(86'400'000);
        const RecordId tomorrow = store.create(sampleConsultation());
        QCOMPARE(store.record(tomorrow).get(common::caseNo), QStringLiteral("ZX20260303JO01010001"));
    }

    void aNumberIsFoundInHalfAndFullWidth()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleConsultation());
        for (const QString &typed : {QStringLiteral("ZX20260302JO01010001"), QStringLiteral("zx20260302jo01010001"),
                                     QStringLiteral("ＺＸ２０２６０３０２ＪＯ０１０１０００１"), id.toString()}) {
            const Result<Record> found = await(store->byNumber(typed));
            QVERIFY2(found.has_value(), qPrintable(typed));
            QCOMPARE(found->id, id);
        }
        QCOMPARE(errorOf(await(store->byNumber(QStringLiteral("ZX1")))).kind, ErrorKind::NotFound);
    }

    void aSavedChangeIsAuditedAndWaitsToBeSent()
    {
        StoreFixture store;
        const Record note = sampleNoteCase(store);
        const StoreStats before = *await(store->stats());
        store.create(note);
        const StoreStats after = *await(store->stats());
        QCOMPARE(after.unsent - before.unsent, 1);
        QCOMPARE(after.auditRows - before.auditRows, 1);
        QCOMPARE(await(store->verifyAudit())->firstBroken, -1);
    }

    void aValueThatStandsAlreadyIsNotWrittenAgain()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const qint64 audit = store.scalar("SELECT count(*) FROM audit");
        const ChangeSet nothing = store.submit(Operation::set(id, {{&mediation::source, Value(QStringLiteral("10"))}}));
        QVERIFY(nothing.rows.empty());
        QCOMPARE(store.scalar("SELECT count(*) FROM audit"), audit);
    }

    void eachMergeGroupIsSentByItself()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const qint64 before = store.scalar("SELECT max(n) FROM outbox");
        store.submit(Operation::set(id, {{&mediation::facts, Value(QStringLiteral("新情况"))},
                                         {&mediation::referralOrg, Value(QStringLiteral("法院"))},
                                         {&mediation::referralNo, Value(QStringLiteral("12"))}}));
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox WHERE n > " + QByteArray::number(before)), qint64{2});
        QCOMPARE(store.scalar("SELECT count(DISTINCT txn) FROM outbox WHERE n > " + QByteArray::number(before)), qint64{1});
        // the second edit of a group names the first, so that a device does not conflict with itself
        store.submit(Operation::set(id, {{&mediation::facts, Value(QStringLiteral("又有新情况"))}}));
        QVERIFY(store.scalar("SELECT prev FROM outbox ORDER BY n DESC LIMIT 1") > before);
    }

    void twoWindowsOnTheSameFieldConflictAndOnDifferentOnesDoNot()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const std::int64_t seen = store.record(id).updatedAt.ms;
        store.submit(Operation::set(id, {{&mediation::facts, Value(QStringLiteral("甲说"))}}, seen));
        const Error late = store.refused(Operation::set(id, {{&mediation::facts, Value(QStringLiteral("乙说"))}}, seen));
        QCOMPARE(late.kind, ErrorKind::Conflict);
        QCOMPARE(late.details, QStringList{QStringLiteral("facts")});
        store.submit(Operation::set(id, {{&mediation::claims, Value(QStringLiteral("赔偿"))}}, seen));
        // the same value again is no conflict: both want the same
        store.submit(Operation::set(id, {{&mediation::facts, Value(QStringLiteral("甲说"))}}, seen));
        QCOMPARE(store.record(id).get(mediation::facts), QStringLiteral("甲说"));
    }

    void aClockThatDoesNotMoveStillTellsTwoSavesApart()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const std::int64_t first = store.record(id).updatedAt.ms;
        store.submit(Operation::set(id, {{&mediation::facts, Value(QStringLiteral("一"))}}));
        QVERIFY(store.record(id).updatedAt.ms > first);
    }

    void aStepWritesAllThatItEntails()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleConsultation());
        store.clock().advanceMs(600'000);
        store.submit(Operation::move(id, QStringLiteral("reply"),
                                     {{&consultation::answer, Value(QStringLiteral("可申请劳动仲裁"))},
                                      {&consultation::result, Value(QStringLiteral("ANSWERED"))}}));
        const Record replied = store.record(id);
        QCOMPARE(replied.get(consultation::status), QStringLiteral("REPLIED"));
        QVERIFY(replied.get(consultation::repliedAt).has_value());
        QCOMPARE(store.scalar("SELECT count(*) FROM audit WHERE event = 'STATE' AND transition = 'reply'"), qint64{1});
    }

    void aRefusedStepNamesWhatIsMissingAndWritesNothing()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const qint64 audit = store.scalar("SELECT count(*) FROM audit");
        const Error refused = store.refused(Operation::move(id, QStringLiteral("register")));
        QCOMPARE(refused.kind, ErrorKind::Rejected);
        QVERIFY(!refused.details.isEmpty());
        const Result<std::vector<Unmet>> unmet = await(store->unmet(id, QStringLiteral("register")));
        QVERIFY(unmet);
        QCOMPARE(unmet->size(), static_cast<std::size_t>(refused.details.size()));
        QCOMPARE(store.record(id).get(mediation::status), QStringLiteral("DRAFT"));
        QCOMPARE(store.scalar("SELECT count(*) FROM audit"), audit);
        QCOMPARE(store.refused(Operation::move(id, QStringLiteral("fly"))).kind, ErrorKind::Rejected);
    }

    void allOrNothing()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        Change change;
        change.operations.push_back(Operation::create(sampleConsultation()));
        change.operations.push_back(Operation::create(sampleParty(id, QStringLiteral("张三"))));
        change.operations.push_back(Operation::set(id, {{&mediation::peopleInvolved, Value(std::int64_t{-5})}}));
        const Error refused = store.refused(change);
        QCOMPARE(refused.kind, ErrorKind::Constraint);
        QVERIFY(refused.details.contains(QStringLiteral("people_involved")));
        QCOMPARE(store.scalar("SELECT count(*) FROM consultation"), qint64{0});
        QCOMPARE(store.scalar("SELECT count(*) FROM party"), qint64{0});
        QCOMPARE(store.scalar("SELECT count(*) FROM counter"), qint64{0}); // the number was not taken either
        // and the numbers in the outbox have no gap
        store.create(sampleConsultation());
        QCOMPARE(store.scalar("SELECT max(n) - count(*) FROM outbox"), qint64{0});
    }

    void aWholeCaseIsSavedAtOnce()
    {
        StoreFixture store;
        Record root = sampleMediation();
        SeededRandom random(5);
        root.id = RecordId::make(Instant{1'772'413'200'000}, random);
        Change change;
        change.operations.push_back(Operation::create(root));
        change.operations.push_back(Operation::create(sampleParty(root.id, QStringLiteral("张三"))));
        change.operations.push_back(
            Operation::create(sampleParty(root.id, QStringLiteral("李四"), {}, QStringLiteral("RESPONDENT"))));
        const ChangeSet made = store.submit(change);
        QCOMPARE(made.rows.size(), std::size_t{3});
        const CaseFile file = store.caseFile(root.id);
        QCOMPARE(file.children.size(), std::size_t{2});
        QVERIFY(file.root.get(common::parties).contains(QStringLiteral("张三")));
        QCOMPARE(store.scalar("SELECT count(DISTINCT change) FROM audit WHERE event = 'CREATE' AND kind IN (1, 20)"),
                 qint64{1});
    }

    void whatStepsSetCannotBeTyped()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const Error status = store.refused(Operation::set(id, {{&mediation::status, Value(QStringLiteral("CLOSED"))}}));
        QCOMPARE(status.kind, ErrorKind::Constraint);
        QCOMPARE(status.details, QStringList{QStringLiteral("status")});
        QCOMPARE(store.refused(Operation::set(id, {{&common::parties, Value(QStringLiteral("某"))}})).kind,
                 ErrorKind::Constraint);
        QCOMPARE(store.refused(Operation::set(id, {{&party::name, Value(QStringLiteral("某"))}})).kind, ErrorKind::Constraint);
        Record closed = sampleMediation();
        closed.set(mediation::status, QStringLiteral("CLOSED"));
        QCOMPARE(store.refused(Operation::create(closed)).kind, ErrorKind::Constraint);
    }

    void aChildHangsOnlyWhereItsKindMay()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const RecordId note = store.create(sampleNote(id, QStringLiteral("电话联系过")));
        QCOMPARE(store.record(note).root, id);
        QCOMPARE(store.record(note).office, QStringLiteral("JO01"));
        Record party = sampleParty(note, QStringLiteral("张三"));
        QCOMPARE(store.refused(Operation::create(party)).kind, ErrorKind::Constraint);
        SeededRandom random(3);
        QCOMPARE(store.refused(Operation::create(sampleNote(RecordId::make(Instant{1}, random), QStringLiteral("x")))).kind,
                 ErrorKind::NotFound);
    }

    void withdrawingNeedsAReasonAndCanBeTakenBack()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const RecordId note = store.create(sampleNote(id, QStringLiteral("误记")));
        QCOMPARE(store.refused(Operation::withdraw(note)).kind, ErrorKind::Constraint);
        const ChangeSet gone = store.submit(Operation::withdraw(note), QStringLiteral("记错了案件"));
        QCOMPARE(static_cast<int>(gone.rows.front().what), static_cast<int>(ChangeSet::Row::What::Withdrawn));
        QVERIFY(store.caseFile(id).children.empty());
        QVERIFY(store.record(note).withdrawn);
        QCOMPARE(store.refused(Operation::set(note, {{&note::pinned, Value(true)}})).kind, ErrorKind::Rejected);
        Operation back;
        back.act = Operation::Act::Restore;
        back.target = note;
        store.submit(back, QStringLiteral("没有记错"));
        QCOMPARE(store.caseFile(id).children.size(), std::size_t{1});
    }

    void aWithdrawnCaseKeepsItsNumberAsVoid()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleConsultation());
        store.submit(Operation::withdraw(id), QStringLiteral("重复登记"));
        QCOMPARE(store.scalar("SELECT count(*) FROM number WHERE state = 2"), qint64{1});
        const RecordId next = store.create(sampleConsultation());
        QCOMPARE(store.record(next).get(common::caseNo), QStringLiteral("ZX20260302JO01010002"));
    }

    void dataOfTheServerComesAsItIsAndIsNotSentBack()
    {
        StoreFixture store;
        const qint64 unsent = store.scalar("SELECT count(*) FROM outbox");
        Record given = sampleConsultation();
        given.version = 7;
        given.set(common::caseNo, QStringLiteral("ZX20260302JO01010001"));
        given.set(consultation::status, QStringLiteral("CLOSED"));
        given.createdAt = Instant{1'700'000'000'000};
        Change change;
        change.asServer = true;
        change.operations.push_back(Operation::create(given));
        const RecordId id = store.submit(change).rows.front().id;
        const Record saved = store.record(id);
        QCOMPARE(saved.version, 7);
        QCOMPARE(saved.createdAt.ms, 1'700'000'000'000);
        QVERIFY(!saved.unsent);
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox"), unsent);
        // the next number here steps over the one that came
        QCOMPARE(store.record(store.create(sampleConsultation())).get(common::caseNo), QStringLiteral("ZX20260302JO01010002"));
        // the first change keeps the server's copy, the second does not take another
        store.submit(Operation::set(id, {{&consultation::tags, Value(QStringLiteral("工资"))}}));
        store.submit(Operation::set(id, {{&consultation::tags, Value(QStringLiteral("欠薪"))}}));
        QCOMPARE(store.scalar("SELECT count(*) FROM shadow"), qint64{1});
        QCOMPARE(store.scalar("SELECT version FROM shadow"), qint64{7});
        QCOMPARE(store.scalar("SELECT base FROM outbox ORDER BY n DESC LIMIT 1"), qint64{1}); // that group is as old as the row
    }

    void aTransferTakesTheWholeCaseAlong()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const RecordId note = store.create(sampleNote(id, QStringLiteral("一")));
        const RecordId gone = store.create(sampleNote(id, QStringLiteral("二")));
        store.submit(Operation::withdraw(gone), QStringLiteral("误"));
        Operation transfer;
        transfer.act = Operation::Act::Transfer;
        transfer.target = id;
        transfer.office = QStringLiteral("JO02");
        store.submit(transfer, QStringLiteral("管辖调整"));
        for (const RecordId &row : {id, note, gone})
            QCOMPARE(store.record(row).office, QStringLiteral("JO02"));
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox WHERE act = 6"), qint64{1});
        transfer.office = QStringLiteral("NOWHERE");
        QCOMPARE(store.refused(transfer, QStringLiteral("x")).kind, ErrorKind::Constraint);
    }

    void onePersonInTwoCasesHasOneKeyThatTellsNothing()
    {
        StoreFixture store;
        const QString number = QStringLiteral("11010519491231002X");
        const RecordId first = store.create(sampleMediation());
        const RecordId second = store.create(sampleMediation());
        const Record a = store.record(store.create(sampleParty(first, QStringLiteral("张三"), number)));
        const Record b = store.record(store.create(sampleParty(second, QStringLiteral("张 三"), number.toLower())));
        QVERIFY(!a.get(party::personKey).isEmpty());
        QCOMPARE(a.get(party::personKey), b.get(party::personKey));
        StoreFixture another;
        const Record elsewhere = another.record(
            another.create(sampleParty(another.create(sampleMediation()), QStringLiteral("张三"), number)));
        QVERIFY(elsewhere.get(party::personKey) != a.get(party::personKey));
    }

    void absurdValuesAreRefusedByName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("too long") << QString(100'000, u'长');
        QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b"));
        QTest::newRow("lone surrogate") << QString(QChar(0xD800));
    }
    void absurdValuesAreRefusedByName()
    {
        QFETCH(QString, text);
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        const Error refused = store.refused(Operation::set(id, {{&mediation::facts, Value(text)}}));
        QCOMPARE(refused.kind, ErrorKind::Constraint);
        QVERIFY(refused.details.contains(QStringLiteral("facts")));
        QVERIFY(!refused.toLog().contains(text));
    }

    void daysAtTheEndsOfTheCalendarDoNotBreakAnything()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        QCOMPARE(store.refused(Operation::set(id, {{&mediation::occurredOn, Value(*Day::fromYmd(9999, 12, 31))}})).kind,
                 ErrorKind::Constraint);
        const Result<ChangeSet> first = await(store->submit([&] {
            Change change;
            change.operations.push_back(Operation::set(id, {{&mediation::occurredOn, Value(*Day::fromYmd(1, 1, 1))}}));
            return change;
        }()));
        QVERIFY(first || first.error().kind == ErrorKind::Constraint);
        QCOMPARE(
            store.refused(Operation::set(id, {{&mediation::occurredOn, Value(std::numeric_limits<std::int64_t>::max())}})).kind,
            ErrorKind::Constraint);
    }

    void everybodyWhoLooksIsToldWhatChanged()
    {
        StoreFixture store;
        QSignalSpy spy(&store.store(), &Store::changed);
        const RecordId id = store.create(sampleMediation());
        store.submit(Operation::set(id, {{&mediation::facts, Value(QStringLiteral("新"))}}));
        QTRY_COMPARE(spy.count(), 2);
        const auto second = spy.at(1).front().value<ChangeSet>();
        QCOMPARE(second.rows.front().id, id);
        QCOMPARE(second.sequence, spy.at(0).front().value<ChangeSet>().sequence + 1);
    }

    void ofTwoRecordsWithOneIdentityTheSecondIsRefused()
    {
        StoreFixture store;
        Record record = sampleMediation();
        record.id = store.create(record);
        QCOMPARE(store.refused(Operation::create(record)).kind, ErrorKind::Constraint);
    }

private:
    static Record sampleNoteCase(StoreFixture &store)
    {
        return sampleNote(store.create(sampleMediation()), QStringLiteral("谈话记录"));
    }
};

QTEST_GUILESS_MAIN(StoreWriteTest)
#include "StoreWriteTest.moc"
