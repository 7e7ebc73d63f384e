// SPDX-License-Identifier: GPL-3.0-or-later
// Operations that the server does not take: no right, no such row, broken rules, forms it does not know. None is lost.
#include "tests/server/Stage.h"

#include "records/Cbor.h"
#include "records/CodeList.h"
#include "records/RuleBook.h"
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Note.h"
#include "records/kinds/Project.h"
#include "records/kinds/Staff.h"
#include "records/kinds/User.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;
using wire::VerdictCode;

namespace {

Record sampleStaff(Workstation &at)
{
    Record staff(Kind::Staff);
    staff.set(staff::name, QStringLiteral("钱某"));
    staff.set(staff::kind, QStringLiteral("MEDIATOR"));
    return at.prepared(staff);
}

} // namespace

class RefusalTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasNeverThereIsGone()
    {
        Stage stage;
        Record unknown = stage.one.prepared(sampleMediation());
        const wire::Operation operation = stage.one.set(unknown, mediation::guidance, Value(QStringLiteral("x")), 1);
        const wire::Verdict verdict = stage.one.pushOne(operation);
        QCOMPARE(verdict.code, VerdictCode::Refused);
        QCOMPARE(verdict.reason, QStringLiteral("GONE"));
        stage.two.pullAll();
        const HeldRow *kept = stage.two.held(verdict.conflict);
        QVERIFY(kept); // in the office of the workstation, standing for itself
        QCOMPARE(kept->record.root, kept->record.id);
        QCOMPARE(kept->record.get(conflict::late), operation.values);
    }

    void aRowOfAnotherOfficeIsAsIfItWereNotThere()
    {
        Stage stage;
        const Record secret = stage.withCase();
        Record guess = secret;
        const wire::Verdict edit = stage.other.pushOne(
            stage.other.set(guess, mediation::guidance, Value(QStringLiteral("x")), 1));
        QCOMPARE(edit.reason, QStringLiteral("GONE"));
        guess.office = stage.officeB;
        const wire::Verdict claimed = stage.other.pushOne(
            stage.other.set(guess, mediation::guidance, Value(QStringLiteral("x")), 1));
        QCOMPARE(claimed.reason, QStringLiteral("GONE"));
        const Record child = stage.other.prepared(sampleNote(secret.id, QStringLiteral("x")), {}, secret.id);
        QCOMPARE(stage.other.pushOne(stage.other.create(child)).reason, QStringLiteral("GONE"));
        const wire::Verdict taken = stage.other.pushOne(stage.other.create(guess));
        QCOMPARE(taken.reason, QStringLiteral("GONE"));
        stage.two.pullAll();
        QVERIFY(stage.two.heldOf(Kind::Conflict).empty()); // and nothing of it reaches that office
        QCOMPARE(stage.two.held(secret.id)->record.office, stage.officeA);
    }

    void aPersonWithoutTheRoleOrTheOfficeMayNot()
    {
        Stage stage;
        const Record root = stage.withCase();
        const RecordId admin = stage.fixture.addUser(QStringLiteral("admin"), {QStringLiteral("SYS_ADMIN")}, {stage.officeA});
        const RecordId auditor = stage.fixture.addUser(QStringLiteral("audit"), {QStringLiteral("AUDITOR")}, {stage.officeA});
        for (const RecordId &user : {admin, auditor, stage.other.user, RecordId()}) {
            wire::Operation operation = stage.one.set(root, mediation::guidance, Value(QStringLiteral("x")), 1);
            operation.user = user;
            const wire::Verdict verdict = stage.one.pushOne(operation);
            QCOMPARE(verdict.code, VerdictCode::Refused);
            QCOMPARE(verdict.reason, QStringLiteral("NO_RIGHT"));
        }
        QVERIFY(stage.fixture.admin().disableUser(QStringLiteral("li")));
        wire::Operation late = stage.one.set(root, mediation::guidance, Value(QStringLiteral("x")), 1);
        late.user = stage.two.user;
        QCOMPARE(stage.one.pushOne(late).reason, QStringLiteral("NO_RIGHT"));
        stage.one.pullAll();
        QVERIFY(stage.one.held(root.id)->record.get(mediation::guidance).isEmpty());
    }

    void aStepIsForThoseWhomTheLifeCycleNames()
    {
        Stage stage;
        const Record root = stage.withCase();
        wire::Operation archive = stage.two.set(root, mediation::status, Value(QStringLiteral("ARCHIVED")), 1);
        archive.transition = QStringLiteral("archive"); // an archivist's or the head's
        QCOMPARE(stage.two.pushOne(archive).reason, QStringLiteral("NO_RIGHT"));
    }

    void aReadOnlyWorkstationMayNotWrite()
    {
        Stage stage;
        const Record root = stage.withCase();
        QVERIFY(stage.fixture.admin().grant(stage.two.device, stage.officeA, false));
        QCOMPARE(stage.two.pushOne(stage.two.set(root, mediation::guidance, Value(QStringLiteral("x")), 1)).reason,
                 QStringLiteral("NO_RIGHT"));
    }

    void aRestrictedCaseIsForItsPeople()
    {
        Stage stage;
        Record root = sampleMediation();
        root.set(common::restricted, true);
        root = stage.one.prepared(root);
        QCOMPARE(stage.one.pushOne(stage.one.create(root)).code, VerdictCode::Applied);
        QCOMPARE(stage.two.pushOne(stage.two.set(root, mediation::guidance, Value(QStringLiteral("x")), 1)).reason,
                 QStringLiteral("NO_RIGHT"));
        QCOMPARE(stage.one.pushOne(stage.one.set(root, mediation::guidance, Value(QStringLiteral("x")), 1)).code,
                 VerdictCode::Applied);
    }

    void theDistrictsOwnRecordsAreForAdministrators()
    {
        Stage stage;
        QCOMPARE(stage.one.pushOne(stage.one.create(sampleStaff(stage.one))).reason, QStringLiteral("NO_RIGHT"));
        Workstation desk(stage.fixture, stage.officeA);
        desk.logInAs(QStringLiteral("admin"), {QStringLiteral("SYS_ADMIN")}, {});
        const Record staff = sampleStaff(desk);
        QCOMPARE(desk.pushOne(desk.create(staff)).code, VerdictCode::Applied);
        stage.other.pullAll();
        QVERIFY(stage.other.held(staff.id)); // in the log that every workstation reads
        QCOMPARE(stage.other.held(staff.id)->record.office, QStringLiteral("*"));
        // accounts change by the server's commands only
        stage.two.pullAll();
        const Record account = stage.two.held(stage.two.user)->record;
        QCOMPARE(desk.pushOne(desk.set(account, user::name, Value(QStringLiteral("x")), 1)).reason, QStringLiteral("NO_RIGHT"));
    }

    void whatBreaksARuleAfterMergingIsTheLateOne()
    {
        Stage stage;
        const Record root = stage.withCase();
        // the claim does not fit the code list: the form would never have let it through
        const wire::Verdict verdict = stage.one.pushOne(
            stage.one.set(root, mediation::source, Value(QStringLiteral("NO-SUCH-CODE")), 1));
        QCOMPARE(verdict.code, VerdictCode::Refused);
        QCOMPARE(verdict.reason, QStringLiteral("RULE"));
        stage.two.pullAll();
        QVERIFY(stage.two.held(root.id)->record.get(mediation::source) != QStringLiteral("NO-SUCH-CODE"));
        const HeldRow *kept = stage.two.held(verdict.conflict);
        QVERIFY(kept->record.get(conflict::refusal).contains(QStringLiteral("source")));
    }

    void oneBadOperationDoesNotTakeItsNeighboursAlong()
    {
        Stage stage;
        const Record root = stage.withCase();
        wire::Operation good = stage.one.set(root, mediation::guidance, Value(QStringLiteral("好")), 1);
        wire::Operation bad = stage.one.set(root, mediation::source, Value(QStringLiteral("NO-SUCH-CODE")), 1);
        bad.txn = good.txn;
        wire::Operation next = stage.one.set(root, mediation::petitionNo, Value(QStringLiteral("7")), 1);
        next.txn = good.txn;
        const wire::PushResponse answer = stage.one.push({good, bad, next});
        QCOMPARE(answer.verdicts[0].code, VerdictCode::Applied);
        QCOMPARE(answer.verdicts[1].code, VerdictCode::Refused);
        QCOMPARE(answer.verdicts[2].code, VerdictCode::Applied);
        stage.two.pullAll();
        QCOMPARE(stage.two.held(root.id)->record.get(mediation::guidance), QStringLiteral("好"));
        QCOMPARE(stage.two.heldOf(Kind::Conflict).size(), 1U);
    }

    void aTransactionIsJudgedByWhatItLeaves()
    {
        Stage stage;
        const Record root = stage.withCase();
        // source 31 wants to know how the court referred: either of the two alone would be incomplete
        wire::Operation source = stage.one.set(root, mediation::source, Value(QStringLiteral("31")), 1);
        wire::Operation how = stage.one.set(root, mediation::courtReferralMode, Value(QStringLiteral("WP")), 1);
        how.txn = source.txn;
        const wire::PushResponse answer = stage.one.push({source, how});
        QCOMPARE(answer.verdicts[0].code, VerdictCode::Applied);
        QCOMPARE(answer.verdicts[1].code, VerdictCode::Applied);
    }

    void anAppendOnlyRowNeverChanges()
    {
        Stage stage;
        Record project(Kind::Project);
        project.set(project::name, QStringLiteral("重点项目"));
        project.set(project::kind, sharedRules()->codes().values(QStringLiteral("project_kind")).front()->code);
        project = stage.one.prepared(project);
        QCOMPARE(stage.one.pushOne(stage.one.create(project)).code, VerdictCode::Applied);
        Record event(Kind::ProjectEvent);
        event.set(projectEvent::at, stage.fixture.clock().now());
        event.set(projectEvent::kind, sharedRules()->codes().values(QStringLiteral("project_event")).front()->code);
        event.set(projectEvent::text, QStringLiteral("开会"));
        event = stage.one.prepared(event, {}, project.id);
        const wire::Operation append = stage.one.create(event);
        QCOMPARE(append.act, wire::Act::Append);
        QCOMPARE(stage.one.pushOne(append).code, VerdictCode::Applied);
        const wire::Verdict changed = stage.one.pushOne(
            stage.one.set(event, projectEvent::text, Value(QStringLiteral("改")), 1));
        QCOMPARE(changed.code, VerdictCode::Refused);
        QCOMPARE(changed.reason, QStringLiteral("RULE"));
    }

    void fieldsOfANewerReleaseAreRefusedWithTheirBytesKept()
    {
        Stage stage;
        const Record root = stage.withCase();
        cbor::Writer newer;
        newer.map(1);
        newer.number(899);
        newer.text(QStringLiteral("明天的字段"));
        wire::Operation operation = stage.one.set(root, mediation::guidance, Value(QStringLiteral("x")), 1);
        operation.values = newer.result();
        const wire::Verdict verdict = stage.one.pushOne(operation);
        QCOMPARE(verdict.code, VerdictCode::Refused);
        QCOMPARE(verdict.reason, QStringLiteral("UNKNOWN_FORM"));
        stage.two.pullAll();
        QCOMPARE(stage.two.held(verdict.conflict)->record.get(conflict::late), operation.values);
        wire::Operation kind = stage.one.create(root);
        kind.kind = 777;
        kind.record = RecordId::make(stage.fixture.clock().now(), stage.fixture.random());
        kind.root = kind.record;
        QCOMPARE(stage.one.pushOne(kind).reason, QStringLiteral("UNKNOWN_FORM"));
    }

    void aFieldUnderTheWrongGroupIsRefused()
    {
        Stage stage;
        const Record root = stage.withCase();
        wire::Operation operation = stage.one.set(root, mediation::guidance, Value(QStringLiteral("x")), 1);
        operation.group = groupKeyOf(mediation::petitionNo);
        QCOMPARE(stage.one.pushOne(operation).reason, QStringLiteral("UNKNOWN_FORM"));
    }

    void anIdentityThatIsTakenIsNotTakenAgain()
    {
        Stage stage;
        const Record root = stage.withCase();
        QCOMPARE(stage.two.pushOne(stage.two.create(root)).code, VerdictCode::Same);
        Record forged = root;
        forged.set(mediation::guidance, QStringLiteral("anders"));
        QCOMPARE(stage.two.pushOne(stage.two.create(forged)).code, VerdictCode::Conflict);
        Record child = sampleNote(root.id, QStringLiteral("x"));
        child = stage.two.prepared(child, {}, root.id, RecordId::make(stage.fixture.clock().now(), stage.fixture.random()));
        QCOMPARE(stage.two.pushOne(stage.two.create(child)).reason, QStringLiteral("GONE")); // hangs on nothing
    }
};

QTEST_GUILESS_MAIN(RefusalTest)
#include "RefusalTest.moc"
