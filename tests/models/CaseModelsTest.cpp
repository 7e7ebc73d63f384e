// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the lists: places with counts, what is due, search, summary, next steps.
#include "models/CaseSummary.h"
#include "models/NavigationModel.h"
#include "models/NextSteps.h"
#include "models/RecordOpener.h"
#include "models/SearchModel.h"
#include "models/TodayModel.h"
#include "models/Words.h"
#include "records/kinds/Committee.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "store/SyncDoor.h"
#include "tests/support/ConflictSamples.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

RecordId mediationOf(StoreFixture &store, const QString &one, const QString &other)
{
    const RecordId root = store.create(sampleMediation());
    store.create(sampleParty(root, one, QStringLiteral("11010519491231002X")));
    store.create(sampleParty(root, other, {}, QStringLiteral("RESPONDENT")));
    return root;
}

QString allText(const CaseSummary &summary)
{
    QString out = summary.title();
    for (const auto &section : summary.sections()) {
        for (const auto &line : section.lines)
            out += u'\n' + line.label + u' ' + line.text;
    }
    return out;
}

// The sides, the committee, where and when: all that a registration wants to know.
void completeForRegistration(StoreFixture &store, const RecordId &root)
{
    store.create(sampleParty(root, QStringLiteral("张伟")));
    store.create(sampleParty(root, QStringLiteral("李四"), {}, QStringLiteral("RESPONDENT")));
    Record committee(Kind::Committee);
    committee.set(committee::name, QStringLiteral("测试村人民调解委员会"));
    committee.set(committee::kind, QStringLiteral("VILLAGE"));
    store.submit(Operation::set(root, {{&mediation::placeText, Value(QStringLiteral("永顺镇"))},
                                       {&mediation::committee, Value(store.create(committee))},
                                       {&mediation::occurredOn, Value(*Day::fromYmd(2026, 3, 1))}}));
}

const NextSteps::Step *stepNamed(const NextSteps &steps, const char *name)
{
    for (const auto &step : steps.steps()) {
        if (QLatin1String(step.transition->name) == QLatin1String(name))
            return &step;
    }
    return nullptr;
}

} // namespace

class CaseModelsTest : public QObject
{
    Q_OBJECT
private slots:
    void theSummaryMarksWhatTwoPeopleChangedAtOnce()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId conflict = lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("后到")));
        Workspace workspace(store.store(), QStringLiteral("en"));
        CaseSummary summary(workspace);
        summary.setRecord(root);
        const auto marked = [&] {
            std::vector<std::pair<QString, RecordId>> lines;
            for (const CaseSummary::Section &section : summary.sections()) {
                for (const CaseSummary::Line &line : section.lines) {
                    if (!line.conflict.isNull())
                        lines.emplace_back(line.label, line.conflict);
                }
            }
            return lines;
        };
        QTRY_COMPARE(marked().size(), std::size_t{1});
        QCOMPARE(marked().front().first, words::field(mediation::facts)); // also what the summary does not show otherwise
        QCOMPARE(marked().front().second, conflict);
        QVERIFY(await(SyncDoor(store.store()).settle(conflict, Settlement::Standing)));
        QTRY_VERIFY(marked().empty());
    }

    void everyPlaceCountsWhatIsOpen()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("en"));
        NavigationModel places(workspace);
        const QAbstractItemModelTester tester(&places, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int row = places.rowOf(Kind::Mediation);
        QTRY_COMPARE(places.index(row).data(NavigationModel::CountRole).toInt(), 0);
        mediationOf(store, QStringLiteral("张伟"), QStringLiteral("李四"));
        QTRY_COMPARE(places.index(row).data(NavigationModel::CountRole).toInt(), 1);
        QVERIFY(places.index(row).data().toString().contains(u'1'));
        places.setTodayCount(7);
        QCOMPARE(places.index(0).data(NavigationModel::CountRole).toInt(), 7);
    }

    void aSearchFindsByNameAndByInitials()
    {
        StoreFixture store;
        const RecordId root = mediationOf(store, QStringLiteral("单雄信"), QStringLiteral("李四"));
        mediationOf(store, QStringLiteral("王五"), QStringLiteral("赵六"));
        Workspace workspace(store.store(), QStringLiteral("en"));
        SearchModel found(workspace);
        const QAbstractItemModelTester tester(&found, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const QString &typed : {QStringLiteral("雄信"), QStringLiteral("sxx")}) { // the surname is read Shan
            found.setText(typed);
            QTRY_COMPARE(found.rowCount(), 1);
            QCOMPARE(found.recordAt(0), root);
            QTRY_VERIFY(found.index(0).data().toString().contains(QStringLiteral("单雄信")));
        }
        found.setText(QStringLiteral("查无此人"));
        QTRY_COMPARE(found.rowCount(), 0);
    }

    void theSummaryMasksNumbersUntilAskedAndTheStoreNotesIt()
    {
        StoreFixture store;
        const RecordId root = mediationOf(store, QStringLiteral("张伟"), QStringLiteral("李四"));
        Workspace workspace(store.store(), QStringLiteral("en"));
        CaseSummary summary(workspace);
        summary.setRecord(root);
        QTRY_VERIFY(allText(summary).contains(QStringLiteral("张伟")));
        QVERIFY(!allText(summary).contains(QStringLiteral("11010519491231002X")));
        summary.showFullNumbers();
        QTRY_VERIFY(allText(summary).contains(QStringLiteral("11010519491231002X")));
        const auto history = await(store->history(root));
        QVERIFY(history && history->back().event == QLatin1String("READ_SENS"));
        summary.setRecord({});
        QVERIFY(summary.sections().empty());
    }

    void theSummaryFollowsChanges()
    {
        StoreFixture store;
        const RecordId root = mediationOf(store, QStringLiteral("张伟"), QStringLiteral("李四"));
        Workspace workspace(store.store(), QStringLiteral("en"));
        CaseSummary summary(workspace);
        summary.setRecord(root);
        QTRY_VERIFY(!summary.sections().empty());
        store.create(sampleNote(root, QStringLiteral("电话联系过")));
        QTRY_VERIFY(allText(summary).contains(QStringLiteral("电话联系过")));
    }

    void theSummaryTellsAClockThatRanOutAsLate()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleConsultation());
        Workspace workspace(store.store(), QStringLiteral("en"));
        const auto file = await(store->caseFile(root));
        QVERIFY(file && !file->of(Kind::Timer).empty());
        const auto bandNow = [&] {
            CaseSummary summary(workspace);
            summary.setRecord(root);
            const auto dates = [&] {
                return std::find_if(summary.sections().begin(), summary.sections().end(),
                                    [](const auto &section) { return section.heading == QStringLiteral("Time limits"); });
            };
            return QTest::qWaitFor([&] { return dates() != summary.sections().end(); }) ? dates()->lines.front().band
                                                                                        : ColourBand::Plain;
        };
        const ColourBand early = bandNow();
        QVERIFY(early != ColourBand::Red);
        store.clock().set(Instant::fromLocal(*Day::fromYmd(2027, 3, 2), 600));
        QCOMPARE(bandNow(), ColourBand::Red);
    }

    void aStepSaysWhatIsMissingAndIsTakenWhenNothingIs()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleMediation());
        Workspace workspace(store.store(), QStringLiteral("en"));
        NextSteps steps(workspace);
        steps.setRecord(store.record(root));
        QTRY_VERIFY(stepNamed(steps, "register") && stepNamed(steps, "register")->checked);
        QVERIFY(!stepNamed(steps, "register")->isOpen()); // no parties yet
        QVERIFY(!stepNamed(steps, "register")->obstacles.isEmpty() || !stepNamed(steps, "register")->needs.empty());

        completeForRegistration(store, root);
        steps.setRecord(store.record(root));
        QTRY_VERIFY(stepNamed(steps, "register") && stepNamed(steps, "register")->checked);
        const NextSteps::Step *step = stepNamed(steps, "register");
        QStringList missing = step->obstacles;
        for (const FieldSpec *field : step->needs)
            missing += QLatin1String(field->name);
        QVERIFY2(step->isOpen(), qPrintable(missing.join(u';')));
        QSignalSpy taken(&steps, &NextSteps::taken);
        steps.take(*step, {});
        QVERIFY(taken.wait());
        QVERIFY(!store.record(root).get(common::provisionalNo).isEmpty() || !store.record(root).get(common::caseNo).isEmpty());
    }

    void aStepAsksForWhatItsConditionsWantToKnow()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleMediation());
        completeForRegistration(store, root);
        store.submit(Operation::move(root, QStringLiteral("register")));
        Workspace workspace(store.store(), QStringLiteral("en"));
        NextSteps steps(workspace);
        steps.setRecord(store.record(root));
        QTRY_VERIFY(stepNamed(steps, "accept") && stepNamed(steps, "accept")->checked);
        const NextSteps::Step *step = stepNamed(steps, "accept");
        QCOMPARE(step->obstacles, QStringList());
        QCOMPARE(step->conditions.size(), 3); // consent, exclusion, recusal
        for (const FieldSpec *field : {static_cast<const FieldSpec *>(&mediation::consentObtained),
                                       static_cast<const FieldSpec *>(&mediation::consentHow),
                                       static_cast<const FieldSpec *>(&mediation::exclusionsChecked),
                                       static_cast<const FieldSpec *>(&mediation::recusalChecked)})
            QVERIFY2(std::count(step->needs.begin(), step->needs.end(), field) == 1, field->name);
        QSignalSpy taken(&steps, &NextSteps::taken);
        steps.take(*step, {{&mediation::chosenBy, Value(QStringLiteral("PARTIES"))},
                           {&mediation::claims, Value(QStringLiteral("赔偿"))},
                           {&mediation::peopleInvolved, Value(2)},
                           {&mediation::rightsToldOn, Value(*Day::fromYmd(2026, 3, 2))},
                           {&common::handler, Value(store.user())},
                           {&mediation::consentObtained, Value(true)},
                           {&mediation::consentHow, Value(QStringLiteral("SIGNATURE"))},
                           {&mediation::exclusionsChecked, Value(true)},
                           {&mediation::recusalChecked, Value(true)}});
        QVERIFY(taken.wait());
        QCOMPARE(store.record(root).get(mediation::status), QStringLiteral("ACCEPTED"));
    }

    void whatIsDueStandsOnTheDayList()
    {
        StoreFixture store;
        const RecordId root = mediationOf(store, QStringLiteral("张伟"), QStringLiteral("李四"));
        Workspace workspace(store.store(), QStringLiteral("en"));
        TodayModel today(workspace);
        const QAbstractItemModelTester tester(&today, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy refreshed(&today, &TodayModel::refreshed);
        QVERIFY(refreshed.wait());
        const auto due = store.record(root).get(common::nextDue);
        const bool soon = due && *due <= workspace.today().plus(7);
        QCOMPARE(today.rowCount(), soon ? 1 : 0);
        store.clock().set(Instant::fromLocal(*Day::fromYmd(2027, 3, 2), 600));
        store.create(sampleNote(root, QStringLiteral("一年以后")));
        QVERIFY(refreshed.wait());
        QCOMPARE(today.rowCount(), due ? 1 : 0);
        QCOMPARE(today.overdue(), std::int64_t{due ? 1 : 0});
    }

    void theDayCountsAllThatIsDueAndListsTheMostUrgent()
    {
        StoreFixture store;
        constexpr std::int64_t many = 203;
        for (std::int64_t i = 0; i < many; ++i)
            store.create(sampleConsultation());
        store.clock().set(Instant::fromLocal(*Day::fromYmd(2026, 4, 2), 600));
        Workspace workspace(store.store(), QStringLiteral("en"));
        TodayModel today(workspace);
        QSignalSpy refreshed(&today, &TodayModel::refreshed);
        QVERIFY(refreshed.wait());
        QCOMPARE(today.overdue(), many);
        QCOMPARE(today.pressing(), many);
        QCOMPARE(today.soon(), std::int64_t{0});
        QCOMPARE(today.rowCount(), 200);
    }

    void anUnfinishedEntryIsListedOpenedAndThrownAway()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("en"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, *specOf(Kind::Mediation), &owner);
        draft->setTyped(draft->root().id, mediation::facts, QStringLiteral("没写完"));
        draft->flush();
        QTRY_VERIFY(draft->draftSavedAt().ms > 0);
        RecordOpener opener(workspace);
        QSignalSpy read(&opener, &RecordOpener::unfinishedRead);
        opener.readUnfinished();
        QVERIFY(read.wait());
        QCOMPARE(opener.unfinished().size(), std::size_t(1));
        RecordDraft *again = nullptr;
        connect(&opener, &RecordOpener::opened, &owner, [&](RecordDraft *opened) { again = opened; });
        opener.open(draft->root().id);
        QTRY_VERIFY(again);
        again->setParent(&owner);
        QCOMPARE(again->value(again->root().id, mediation::facts).text(), QStringLiteral("没写完"));
        opener.dropUnfinished(opener.unfinished().front().draft);
        QTRY_VERIFY(opener.unfinished().empty());
    }
};

QTEST_MAIN(CaseModelsTest)
#include "CaseModelsTest.moc"
