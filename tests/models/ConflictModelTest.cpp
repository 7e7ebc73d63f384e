// SPDX-License-Identifier: GPL-3.0-or-later
// Values that two people changed at once: how they are shown, what is suggested, and that settling one changes what stands.
#include "models/ConflictModel.h"
#include "records/FieldVersions.h"
#include "records/OfficeDirectory.h"
#include "records/RecordSpec.h"
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "tests/support/ConflictSamples.h"
#include "tests/support/Samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;
using Act = ConflictWay::Act;

namespace {

struct Desk {
    explicit Desk(StoreFixture &store) : workspace(store.store(), QStringLiteral("en")), model(workspace) {}
    bool isRead(int count)
    {
        return QTest::qWaitFor([&] { return model.isRead() && model.count() == count; });
    }
    Workspace workspace;
    ConflictModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

std::vector<Act> actsOf(const OpenConflict &conflict, Workspace &workspace)
{
    std::vector<Act> acts;
    for (const ConflictWay &way : conflictwords::ways(conflict, workspace))
        acts.push_back(way.act);
    return acts;
}

OpenConflict twoTexts(const QString &before, const QString &current, const QString &late)
{
    OpenConflict conflict;
    conflict.kind = Kind::Mediation;
    const auto value = [](const QString &text) { return text.isEmpty() ? Value() : Value(text); };
    conflict.fields.push_back({&mediation::facts, value(before), value(current), value(current), value(late)});
    conflict.standingAt = Instant{2000};
    conflict.declaredAt = Instant{1000};
    return conflict;
}

} // namespace

class ConflictModelTest : public QObject
{
    Q_OBJECT
private slots:
    void theyAreGroupedByCaseWithTheOldestFirst()
    {
        StoreFixture store;
        const RecordId first = serverCase(store);
        const RecordId second = serverCase(store, QStringLiteral("院墙"));
        const RecordId a = lateValue(store, first, mediation::facts, Value(), Value(QStringLiteral("甲")));
        const RecordId b = lateValue(store, second, mediation::facts, Value(), Value(QStringLiteral("乙")));
        const RecordId c = lateValue(store, first, mediation::amountClaimed, Value(), Value(Money{100}));
        Desk desk(store);
        QVERIFY(desk.isRead(3));
        QCOMPARE(desk.model.rowCount(), 2);
        QCOMPARE(desk.model.countOf(first), 2);
        QCOMPARE(desk.model.first(), a);
        QCOMPARE(desk.model.following(a), c);
        QCOMPARE(desk.model.following(c), b);
        QCOMPARE(desk.model.following(b), a); // from the end to the beginning
        QCOMPARE(desk.model.placeOf(b), 3);
        const QModelIndex heading = desk.model.index(0, ConflictModel::What);
        QVERIFY(heading.data().toString().endsWith(QStringLiteral("(2)")));
        QVERIFY(!desk.model.at(heading));
        QCOMPARE(desk.model.indexOf(c).data().toString(), QStringLiteral("Amount claimed"));
    }

    void takingTheLateValueChangesTheCaseAndTellsWhoDecided()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId conflict = lateValue(store, root, mediation::facts, Value(QStringLiteral("旧")),
                                            Value(QStringLiteral("后到的事实")));
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        QSignalSpy settled(&desk.model, &ConflictModel::settled);
        desk.model.settle(conflict, Settlement::Late);
        QTRY_COMPARE(settled.count(), 1);
        QCOMPARE(desk.model.count(), 0);
        QCOMPARE(store.record(root).get(mediation::facts), QStringLiteral("后到的事实"));
        const Record row = store.record(conflict);
        QCOMPARE(row.get(conflict::decision), QStringLiteral("LATE_VALUE"));
        QCOMPARE(*row.get(conflict::decidedBy), store.user());
        // both are in the history: the value that went, and the one that came
        const auto history = await(store->history(root));
        QVERIFY(history.has_value());
        const auto changed = std::find_if(history->begin(), history->end(), [](const HistoryEntry &entry) {
            return std::any_of(entry.fields.begin(), entry.fields.end(),
                               [](const auto &field) { return field.after == Value(QStringLiteral("后到的事实")); });
        });
        QVERIFY(changed != history->end());
    }

    void keepingTheStandingOneLeavesTheCaseAlone()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId conflict = lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("后到")));
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        desk.model.settle(conflict, Settlement::Standing);
        QTRY_COMPARE(desk.model.count(), 0);
        QCOMPARE(store.record(root).get(mediation::facts), QStringLiteral("楼上漏水，协商未果"));
        QCOMPARE(store.record(conflict).get(conflict::decision), QStringLiteral("STANDING"));
    }

    void anotherValueCanBeEntered()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId conflict = lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("后到")));
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        desk.model.settle(conflict, Settlement::Edited, {{&mediation::facts, Value(QStringLiteral("两者合并"))}});
        QTRY_COMPARE(desk.model.count(), 0);
        QCOMPARE(store.record(root).get(mediation::facts), QStringLiteral("两者合并"));
        QCOMPARE(store.record(conflict).get(conflict::decision), QStringLiteral("EDITED"));
    }

    void whatBreaksARuleIsRefusedInWordsAndStaysOpen()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId conflict = lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("后到")));
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        QSignalSpy refused(&desk.model, &ConflictModel::refused);
        desk.model.settle(conflict, Settlement::Edited, {{&mediation::disputeType, Value(QStringLiteral("NO-SUCH"))}});
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(!refused.front().at(1).toString().isEmpty());
        QCOMPARE(desk.model.count(), 1);
        QVERIFY(!desk.model.isBusy());
    }

    void aWithdrawnRecordIsBroughtBackBeforeItsValueIsDecided()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId note = store.create(sampleParty(root, QStringLiteral("张伟")));
        LateEntry entry;
        entry.record = note;
        entry.kind = Kind::Party;
        entry.group = groupKeyOf(party::name);
        entry.late[party::name.id] = Value(QStringLiteral("张卫"));
        entry.origin = QStringLiteral("WITHDRAWN");
        store.submit(Operation::withdraw(note), QStringLiteral("登记有误"));
        const RecordId conflict = conflictIn(store, root, entry);
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        const OpenConflict *open = desk.model.find(conflict);
        QVERIFY(open->isWithdrawn && !open->canTake);
        QCOMPARE(actsOf(*open, desk.workspace), (std::vector<Act>{Act::Standing, Act::BringBack}));
        desk.model.bringBack(conflict);
        QTRY_VERIFY(desk.model.find(conflict) && desk.model.find(conflict)->canTake);
        QCOMPARE(actsOf(*desk.model.find(conflict), desk.workspace), (std::vector<Act>{Act::Standing, Act::Late, Act::Edit}));
    }

    void aLateWithdrawalCanBeDoneAfterAll()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId person = store.create(sampleParty(root, QStringLiteral("张伟")));
        LateEntry entry;
        entry.record = person;
        entry.kind = Kind::Party;
        entry.group = withdrawnGroup;
        entry.late[system::withdrawn.id] = Value(true);
        const RecordId conflict = conflictIn(store, root, entry);
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        const OpenConflict *open = desk.model.find(conflict);
        QVERIFY(open->readable);
        QCOMPARE(open->about, OpenConflict::About::Withdrawal);
        QCOMPARE(actsOf(*open, desk.workspace), (std::vector<Act>{Act::Standing, Act::Late}));
        desk.model.settle(conflict, Settlement::Late);
        QTRY_COMPARE(desk.model.count(), 0);
        QVERIFY(store.record(person).withdrawn);
    }

    void aLateHandOverNamesTheOfficeItWasFor()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        LateEntry entry;
        entry.record = root;
        entry.group = officeGroup;
        entry.late[system::office.id] = Value(QStringLiteral("JO02"));
        const RecordId conflict = conflictIn(store, root, entry);
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        const OpenConflict *open = desk.model.find(conflict);
        QCOMPARE(open->about, OpenConflict::About::HandOver);
        QCOMPARE(open->toOffice, QStringLiteral("JO02"));
        const QString office = desk.workspace.rules()->offices().label(QStringLiteral("JO02"), QStringLiteral("en"));
        QVERIFY(conflictwords::ways(*open, desk.workspace)[1].label.contains(office));
    }

    void numbersOfPeopleAreMaskedUntilSomebodyAsksAndThatIsNoted()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId person = store.create(sampleParty(root, QStringLiteral("张伟"), QStringLiteral("11010519491231002X")));
        LateEntry entry;
        entry.record = person;
        entry.kind = Kind::Party;
        entry.group = groupKeyOf(party::phone);
        entry.late[party::phone.id] = Value(QStringLiteral("13812345678"));
        const RecordId conflict = conflictIn(store, root, entry);
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        const OpenConflict *open = desk.model.find(conflict);
        QVERIFY(desk.model.hasMasked(*open));
        QVERIFY(!desk.model.text(*open, party::phone, open->fields.front().late).contains(QStringLiteral("13812345678")));
        desk.model.showFull(root);
        QTRY_VERIFY(!desk.model.hasMasked(*desk.model.find(conflict)));
        open = desk.model.find(conflict);
        QVERIFY(desk.model.text(*open, party::phone, open->fields.front().late).contains(QStringLiteral("13812345678")));
        const auto history = await(store->history(root));
        QVERIFY(
            std::any_of(history->begin(), history->end(), [](const HistoryEntry &one) { return one.event == u"READ_SENS"; }));
    }

    void theSuggestionLosesNothing_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("current");
        QTest::addColumn<QString>("late");
        QTest::addColumn<int>("act");
        const QString a = QStringLiteral("漏水");
        const QString longer = QStringLiteral("楼上漏水三天");
        QTest::newRow("nothing stands") << a << QString() << longer << int(Act::Late);
        QTest::newRow("the late one is empty") << a << longer << QString() << int(Act::Standing);
        QTest::newRow("the late one contains the other") << QString() << a << longer << int(Act::Late);
        QTest::newRow("the standing one contains the other") << QString() << longer << a << int(Act::Standing);
        QTest::newRow("they are equal by now") << a << longer << longer << int(Act::Standing);
        QTest::newRow("two different ones") << a << QStringLiteral("噪音") << QStringLiteral("采光") << int(Act::Standing);
    }

    void theSuggestionLosesNothing()
    {
        QFETCH(QString, before);
        QFETCH(QString, current);
        QFETCH(QString, late);
        QFETCH(int, act);
        const conflictwords::Advice advice = conflictwords::advice(twoTexts(before, current, late));
        QCOMPARE(int(advice.act), act);
        QVERIFY(!advice.reason.isEmpty());
    }

    void whatWasEnteredLaterIsSuggestedUnlessAStepWasTaken()
    {
        OpenConflict conflict = twoTexts({}, QStringLiteral("噪音"), QStringLiteral("采光"));
        conflict.declaredAt = Instant{3000};
        QCOMPARE(conflictwords::advice(conflict).act, Act::Late);
        conflict.fields.push_back({&mediation::status, Value(QStringLiteral("DRAFT")), Value(QStringLiteral("ACCEPTED")),
                                   Value(QStringLiteral("ACCEPTED")), Value(QStringLiteral("DRAFT"))});
        QCOMPARE(conflictwords::advice(conflict).act, Act::Standing);
    }

    void whatCannotBeReadHereIsKeptAndOnlyTheStandingValueIsOffered()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        LateEntry entry;
        entry.record = root;
        entry.late[899] = Value(QStringLiteral("of a field that is not known"));
        const RecordId conflict = conflictIn(store, root, entry);
        Desk desk(store);
        QVERIFY(desk.isRead(1));
        const OpenConflict *open = desk.model.find(conflict);
        QVERIFY(!open->readable);
        QCOMPARE(actsOf(*open, desk.workspace), (std::vector<Act>{Act::Standing}));
        QVERIFY(conflictwords::story(*open, desk.workspace).contains(QStringLiteral("kept")));
    }
};

QTEST_GUILESS_MAIN(ConflictModelTest)
#include "ConflictModelTest.moc"
