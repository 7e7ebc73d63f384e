// SPDX-License-Identifier: GPL-3.0-or-later
// Cases that go to another office, rows that are withdrawn, and work that arrives after either.
#include "tests/server/Stage.h"

#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Note.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;
using wire::VerdictCode;

class TransferTest : public QObject
{
    Q_OBJECT

private slots:
    void aTransferTakesTheWholeCaseAlong()
    {
        Stage stage;
        const Record root = stage.withCase();
        const Record note = stage.withChild(root, QStringLiteral("随案移送"));
        stage.two.pullAll();
        QVERIFY(stage.two.held(note.id));
        QCOMPARE(stage.one.pushOne(stage.one.transfer(root, stage.officeB)).code, VerdictCode::Applied);
        stage.two.pullAll();
        stage.other.pullAll();
        QVERIFY(!stage.two.held(root.id));
        QVERIFY(!stage.two.held(note.id));
        QVERIFY(stage.other.held(root.id));
        QCOMPARE(stage.other.held(note.id)->record.office, stage.officeB);
        QVERIFY(!stage.other.tornCase);
    }

    void whatTheFormerOfficeSendsLaterWaitsInTheNewOne()
    {
        Stage stage;
        const Record root = stage.withCase();
        stage.one.pushOne(stage.one.transfer(root, stage.officeB));
        const wire::Verdict verdict = stage.two.pushOne(
            stage.two.set(root, mediation::guidance, Value(QStringLiteral("迟到")), 1));
        QCOMPARE(verdict.code, VerdictCode::Conflict);
        QCOMPARE(verdict.reason, QStringLiteral("FORMER_OFFICE"));
        stage.other.pullAll();
        const HeldRow *conflict = stage.other.held(verdict.conflict);
        QVERIFY(conflict);
        QCOMPARE(conflict->record.root, root.id);
        QCOMPARE(conflict->record.get(conflict::author), stage.two.user);
        stage.two.pullAll();
        QVERIFY(!stage.two.held(verdict.conflict));
    }

    void aNewRowForACaseThatMovedWaitsThereToo()
    {
        Stage stage;
        const Record root = stage.withCase();
        stage.one.pushOne(stage.one.transfer(root, stage.officeB));
        const Record note = stage.two.prepared(sampleNote(root.id, QStringLiteral("补记")), {}, root.id);
        const wire::Verdict verdict = stage.two.pushOne(stage.two.create(note));
        QCOMPARE(verdict.reason, QStringLiteral("FORMER_OFFICE"));
        stage.other.pullAll();
        QVERIFY(stage.other.held(verdict.conflict));
        QVERIFY(!stage.other.held(note.id));
    }

    void editsBeforeAndAfterOnesOwnTransferInOnePush()
    {
        Stage stage;
        const Record root = stage.withCase();
        wire::Operation before = stage.one.set(root, mediation::guidance, Value(QStringLiteral("移送前")), 1);
        before.office = stage.officeB; // the store writes the office after the step
        const wire::Operation move = stage.one.transfer(root, stage.officeB);
        wire::Operation after = stage.one.set(root, mediation::petitionNo, Value(QStringLiteral("移送后")), 1);
        after.office = stage.officeB;
        const wire::PushResponse answer = stage.one.push({before, move, after});
        QCOMPARE(answer.verdicts[0].code, VerdictCode::Applied);
        QCOMPARE(answer.verdicts[1].code, VerdictCode::Applied);
        QCOMPARE(answer.verdicts[2].code, VerdictCode::Conflict);
        QCOMPARE(answer.verdicts[2].reason, QStringLiteral("FORMER_OFFICE"));
        stage.other.pullAll();
        QCOMPARE(stage.other.held(root.id)->record.get(mediation::guidance), QStringLiteral("移送前"));
        QVERIFY(stage.other.held(answer.verdicts[2].conflict));
    }

    void whatIsMadeAndHandedOnInOnePushIsKnownToHaveLeft()
    {
        Stage stage;
        const QString officeC = QStringLiteral("JO03");
        const Record root = stage.one.prepared(sampleMediation());
        const wire::Operation made = stage.one.create(root);
        wire::Operation move = stage.one.transfer(root, stage.officeB, 0);
        move.prev = made.n;
        wire::Operation after = stage.one.set(root, mediation::petitionNo, Value(QStringLiteral("移送后")), 0, made.n);
        after.office = stage.officeB;
        const wire::PushResponse answer = stage.one.push({made, move, after});
        QCOMPARE(answer.verdicts[1].code, VerdictCode::Applied);
        QCOMPARE(answer.verdicts[2].reason, QStringLiteral("FORMER_OFFICE"));
        stage.other.pullAll();
        QCOMPARE(stage.other.held(answer.verdicts[2].conflict)->record.root, root.id);

        // and it stays known: also in an office that the case only passed through within one push
        Workstation both(stage.fixture, stage.officeA, {stage.officeB});
        both.logInAs(QStringLiteral("qian"), {QStringLiteral("OFFICE_HEAD")}, {QStringLiteral("*")});
        const Record second = both.prepared(sampleMediation());
        const wire::Operation begun = both.create(second);
        wire::Operation first = both.transfer(second, stage.officeB, 0);
        first.prev = begun.n;
        wire::Operation on = both.transfer(second, officeC, 0);
        on.prev = first.n;
        const wire::PushResponse passed = both.push({begun, first, on});
        QCOMPARE(passed.verdicts[2].code, VerdictCode::Applied);
        wire::Operation late = both.set(second, mediation::guidance, Value(QStringLiteral("迟到")), 1);
        late.office = stage.officeB;
        QCOMPARE(both.pushOne(late).reason, QStringLiteral("FORMER_OFFICE"));
    }

    void twoTransfersAtOnceLeaveTheCaseInOnePlace()
    {
        Stage stage;
        const Record root = stage.withCase();
        QCOMPARE(stage.one.pushOne(stage.one.transfer(root, stage.officeB)).code, VerdictCode::Applied);
        const wire::Verdict second = stage.two.pushOne(stage.two.transfer(root, QStringLiteral("JO03")));
        QCOMPARE(second.code, VerdictCode::Conflict);
        stage.other.pullAll();
        QVERIFY(stage.other.held(root.id));
        QVERIFY(stage.other.held(second.conflict));
    }

    void aCaseThatComesBackIsWholeAgain()
    {
        Stage stage;
        const Record root = stage.withCase();
        stage.withChild(root, QStringLiteral("一"));
        stage.two.pullAll();
        stage.one.pushOne(stage.one.transfer(root, stage.officeB));
        stage.other.pullAll();
        Record there = stage.other.held(root.id)->record;
        const Version base = stage.other.held(root.id)->versions.versionOf(officeGroup, there.version);
        QCOMPARE(stage.other.pushOne(stage.other.transfer(there, stage.officeA, base)).code, VerdictCode::Applied);
        stage.two.pullAll();
        stage.other.pullAll();
        QCOMPARE(stage.two.heldOf(Kind::Note).size(), 1U);
        QVERIFY(stage.other.heldOf(Kind::Mediation).empty());
    }

    void aTransferToNoOfficeIsRefused()
    {
        Stage stage;
        const Record root = stage.withCase();
        QCOMPARE(stage.one.pushOne(stage.one.transfer(root, QStringLiteral("JO99"))).code, VerdictCode::Refused);
        QCOMPARE(stage.one.pushOne(stage.one.transfer(root, QStringLiteral("*"))).code, VerdictCode::Refused);
        stage.one.pullAll();
        QCOMPARE(stage.one.held(root.id)->record.office, stage.officeA);
    }

    void anEditOfAWithdrawnRowGoesToTheConflictList()
    {
        Stage stage;
        const Record root = stage.withCase();
        const Record note = stage.withChild(root, QStringLiteral("误记"));
        QCOMPARE(stage.one.pushOne(stage.one.act(wire::Act::Withdraw, note, 1)).code, VerdictCode::Applied);
        const wire::Verdict verdict = stage.two.pushOne(stage.two.set(note, note::text, Value(QStringLiteral("改")), 1));
        QCOMPARE(verdict.code, VerdictCode::Conflict);
        QCOMPARE(verdict.reason, QStringLiteral("WITHDRAWN"));
        // withdrawing twice is what both wanted
        QCOMPARE(stage.two.pushOne(stage.two.act(wire::Act::Withdraw, note, 1)).code, VerdictCode::Same);
        stage.one.pullAll();
        const HeldRow *held = stage.one.held(note.id);
        QVERIFY(held->record.withdrawn);
        const Version mark = held->versions.versionOf(withdrawnGroup, held->record.version);
        QCOMPARE(stage.one.pushOne(stage.one.act(wire::Act::Restore, note, mark)).code, VerdictCode::Applied);
        stage.two.pullAll();
        QVERIFY(!stage.two.held(note.id)->record.withdrawn);
    }

    void aConflictIsSettledLikeAnyField()
    {
        Stage stage;
        const Record root = stage.withCase();
        stage.one.pushOne(stage.one.set(root, mediation::guidance, Value(QStringLiteral("先")), 1));
        const wire::Operation late = stage.two.set(root, mediation::guidance, Value(QStringLiteral("后")), 1);
        const wire::Verdict verdict = stage.two.pushOne(late);
        stage.two.pullAll();
        const Record conflict = stage.two.held(verdict.conflict)->record;
        const Version base = stage.two.baseOf(root.id, mediation::guidance);
        const wire::Operation decision = stage.two.set(conflict, conflict::decision, Value(QStringLiteral("LATE_VALUE")), 1);
        wire::Operation mine = stage.two.set(root, mediation::guidance, Value(QStringLiteral("后")), base);
        mine.txn = decision.txn;
        const wire::PushResponse answer = stage.two.push({decision, mine});
        QCOMPARE(answer.verdicts[0].code, VerdictCode::Applied);
        QCOMPARE(answer.verdicts[1].code, VerdictCode::Applied);
        stage.one.pullAll();
        QCOMPARE(stage.one.held(root.id)->record.get(mediation::guidance), QStringLiteral("后"));
        QCOMPARE(stage.one.held(conflict.id)->record.get(conflict::decision), QStringLiteral("LATE_VALUE"));
        // nothing but the decision can be changed by people
        const wire::Operation forged = stage.two.set(conflict, conflict::origin, Value(QStringLiteral("RULE")), 1);
        const wire::Verdict refused = stage.two.pushOne(forged);
        QCOMPARE(refused.code, VerdictCode::Refused);
        QCOMPARE(refused.reason, QStringLiteral("NO_RIGHT"));
    }
};

QTEST_GUILESS_MAIN(TransferTest)
#include "TransferTest.moc"
