// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to operations that workstations push: taken once, merged by group, kept aside when they came too late.
#include "tests/server/Stage.h"

#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Note.h"
#include "records/kinds/Party.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;
using wire::VerdictCode;

class PushTest : public QObject
{
    Q_OBJECT

private slots:
    void aCaseOfOneWorkstationReachesTheOther()
    {
        Stage office;
        const Record root = office.one.prepared(sampleMediation());
        const Record party = office.one.prepared(sampleParty(root.id, QStringLiteral("张三")), {}, root.id);
        const wire::PushResponse answer = office.one.push({office.one.create(root), office.one.create(party)});
        QCOMPARE(answer.upto, 2);
        QCOMPARE(answer.verdicts.size(), 2U);
        QCOMPARE(answer.verdicts[0].code, VerdictCode::Applied);
        QVERIFY(answer.verdicts[0].version > 0);
        office.two.pullAll();
        QVERIFY(office.two.held(root.id));
        QVERIFY(office.two.held(root.id)->record.sameContent(root));
        QVERIFY(office.two.held(party.id));
        QCOMPARE(office.two.held(party.id)->record.createdBy, office.one.user);
    }

    void differentFieldsOfOneCaseMerge()
    {
        Stage office;
        const Record root = office.withCase();
        QCOMPARE(office.one.pushOne(office.one.set(root, mediation::guidance, Value(QStringLiteral("一")), 1)).code,
                 VerdictCode::Applied);
        QCOMPARE(office.two.pushOne(office.two.set(root, mediation::petitionNo, Value(QStringLiteral("二")), 1)).code,
                 VerdictCode::Applied);
        office.one.pullAll();
        QCOMPARE(office.one.held(root.id)->record.get(mediation::guidance), QStringLiteral("一"));
        QCOMPARE(office.one.held(root.id)->record.get(mediation::petitionNo), QStringLiteral("二"));
        QVERIFY(office.one.heldOf(Kind::Conflict).empty());
    }

    void theLateValueBecomesAConflictAndNothingIsOverwritten()
    {
        Stage office;
        const Record root = office.withCase();
        office.one.pushOne(office.one.set(root, mediation::guidance, Value(QStringLiteral("先到")), 1));
        wire::Operation late = office.two.set(root, mediation::guidance, Value(QStringLiteral("后到")), 1);
        const wire::Verdict verdict = office.two.pushOne(late);
        QCOMPARE(verdict.code, VerdictCode::Conflict);
        QCOMPARE(verdict.reason, QStringLiteral("LATE"));
        office.two.pullAll();
        QCOMPARE(office.two.held(root.id)->record.get(mediation::guidance), QStringLiteral("先到"));
        const HeldRow *conflict = office.two.held(verdict.conflict);
        QVERIFY(conflict);
        QCOMPARE(conflict->record.root, root.id);
        QCOMPARE(conflict->record.get(conflict::late), late.values);
        const auto standing = decodeSome(conflict->record.get(conflict::standing), mediation::spec);
        QCOMPARE(standing->at(mediation::guidance.id).text(), QStringLiteral("先到"));
        const auto before = decodeSome(conflict->record.get(conflict::before), mediation::spec);
        QVERIFY(before->at(mediation::guidance.id).isNull());
        QCOMPARE(conflict->record.get(conflict::author), office.two.user);
        QCOMPARE(conflict->record.get(conflict::standingAuthor), office.one.user);
        QCOMPARE(conflict->record.get(conflict::operation), late.n);
    }

    void theSameValueTwiceIsNoConflict()
    {
        Stage office;
        const Record root = office.withCase();
        office.one.pushOne(office.one.set(root, mediation::guidance, Value(QStringLiteral("同")), 1));
        QCOMPARE(office.two.pushOne(office.two.set(root, mediation::guidance, Value(QStringLiteral("同")), 1)).code,
                 VerdictCode::Same);
    }

    void aWorkstationsSecondEditDoesNotConflictWithItsFirst()
    {
        Stage office;
        const Record root = office.withCase();
        const wire::Operation first = office.one.set(root, mediation::guidance, Value(QStringLiteral("1")), 1);
        const wire::Operation second = office.one.set(root, mediation::guidance, Value(QStringLiteral("2")), 1, first.n);
        const wire::PushResponse answer = office.one.push({first, second});
        QCOMPARE(answer.verdicts[1].code, VerdictCode::Applied);
        // ... nor when the two arrive in separate pushes,
        const wire::Operation third = office.one.set(root, mediation::guidance, Value(QStringLiteral("3")), 1, second.n);
        QCOMPARE(office.one.pushOne(third).code, VerdictCode::Applied);
        // ... but it does as soon as somebody else wrote in between.
        office.two.pullAll();
        office.two.pushOne(office.two.set(root, mediation::guidance, Value(QStringLiteral("他")),
                                          office.two.baseOf(root.id, mediation::guidance)));
        const wire::Operation fourth = office.one.set(root, mediation::guidance, Value(QStringLiteral("4")), 1, third.n);
        QCOMPARE(office.one.pushOne(fourth).code, VerdictCode::Conflict);
    }

    void anEditOnTopOfOnesOwnTakesNothingAwayThatWasJoinedToIt()
    {
        Stage office;
        const Record root = office.withCase();
        const Record note = office.withChild(root, QStringLiteral("接待"));
        QCOMPARE(office.one.pushOne(office.one.set(note, note::text, Value(QStringLiteral("甲记")), 1)).code,
                 VerdictCode::Applied);
        const wire::Operation mine = office.two.set(note, note::text, Value(QStringLiteral("乙记")), 1);
        const wire::Verdict joined = office.two.pushOne(mine);
        QCOMPARE(joined.code, VerdictCode::Applied);
        QCOMPARE(joined.reason, QStringLiteral("COMBINED"));
        // made before anything of the other's was on this screen
        const wire::Operation next = office.two.set(note, note::text, Value(QStringLiteral("乙又记")), 1, mine.n);
        QCOMPARE(office.two.pushOne(next).code, VerdictCode::Applied);
        office.one.pullAll();
        const QString text = office.one.held(note.id)->record.get(note::text);
        QVERIFY2(text.contains(QStringLiteral("甲记")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("乙又记")), qPrintable(text));
    }

    void aConflictNamesTheJoinedTextThatItsAuthorHadSeen()
    {
        Stage office;
        const Record root = office.withCase();
        const Record note = office.withChild(root, QStringLiteral("接待"));
        office.one.pushOne(office.one.set(note, note::text, Value(QStringLiteral("甲记")), 1));
        const wire::Verdict joined = office.two.pushOne(office.two.set(note, note::text, Value(QStringLiteral("乙记")), 1));
        QCOMPARE(joined.reason, QStringLiteral("COMBINED"));
        office.one.pullAll();
        const QString seen = office.one.held(note.id)->record.get(note::text);
        QVERIFY(seen.contains(QStringLiteral("甲记")) && seen.contains(QStringLiteral("乙记")));
        // one writes anew and withdraws the row, the other goes on writing in what both have seen
        const wire::Operation anew = office.one.set(note, note::text, Value(QStringLiteral("甲重写")), joined.version);
        QCOMPARE(office.one.pushOne(anew).code, VerdictCode::Applied);
        QCOMPARE(office.one.pushOne(office.one.act(wire::Act::Withdraw, note, 1)).code, VerdictCode::Applied);
        const wire::Verdict late = office.two.pushOne(
            office.two.set(note, note::text, Value(QStringLiteral("乙改")), joined.version));
        QCOMPARE(late.code, VerdictCode::Conflict);
        office.two.pullAll();
        const auto before = decodeSome(office.two.held(late.conflict)->record.get(conflict::before), note::spec);
        QCOMPARE(before->at(note::text.id).text(), seen);
    }

    void sendingAgainChangesNothingAndAnswersTheSame()
    {
        Stage office;
        const Record root = office.one.prepared(sampleMediation());
        const std::vector<wire::Operation> operations{
            office.one.create(root), office.one.set(root, mediation::guidance, Value(QStringLiteral("1")), 0, 1)};
        const wire::PushResponse first = office.one.push(operations);
        const qint64 oseq = office.fixture.number("SELECT oseq FROM office_head WHERE office = 'JO01'");
        const wire::PushResponse again = office.one.push(operations);
        QCOMPARE(again.upto, first.upto);
        QCOMPARE(again.verdicts.size(), first.verdicts.size());
        for (std::size_t i = 0; i < first.verdicts.size(); ++i) {
            QCOMPARE(again.verdicts[i].code, first.verdicts[i].code);
            QCOMPARE(again.verdicts[i].version, first.verdicts[i].version);
        }
        QCOMPARE(office.fixture.number("SELECT oseq FROM office_head WHERE office = 'JO01'"), oseq);
    }

    void aGapStopsAndWhatComesAfterItWaits()
    {
        Stage office;
        const Record root = office.withCase();
        const wire::Operation a = office.one.set(root, mediation::guidance, Value(QStringLiteral("a")), 1);
        const wire::Operation b = office.one.set(root, mediation::petitionNo, Value(QStringLiteral("b")), 1);
        const wire::PushResponse answer = office.one.push({b});
        QCOMPARE(answer.upto, a.n - 1);
        QVERIFY(answer.verdicts.empty());
        QCOMPARE(office.one.push({a, b}).upto, b.n);
    }
};

QTEST_GUILESS_MAIN(PushTest)
#include "PushTest.moc"
