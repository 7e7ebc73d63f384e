// SPDX-License-Identifier: GPL-3.0-or-later
// A docket remembers how its user looks at it, and says which condition empties it.
#include "models/Docket.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {
const RecordSpec &mediationSpec() { return *specOf(Kind::Mediation); }

bool isReady(Docket &docket) { return docket.rows().state() == RecordTableModel::State::Ready && docket.totalRows() >= 0; }

std::vector<QString> names(const DocketView &view)
{
    std::vector<QString> out;
    for (const auto &column : view.columns)
        out.push_back(QLatin1String(column.field->name));
    return out;
}
} // namespace

class DocketTest : public QObject
{
    Q_OBJECT
private slots:
    void theStandardViewBeginsWithNumberPeopleAndDueDate()
    {
        const DocketView view = DocketView::standard(mediationSpec());
        const auto columns = names(view);
        QCOMPARE(columns[0], QStringLiteral("case_no"));
        QCOMPARE(columns[1], QStringLiteral("parties"));
        QCOMPARE(columns[2], QStringLiteral("next_due"));
        QVERIFY(view.sort.empty() && view.filter.isEmpty());
    }

    void aViewSurvivesItsBytesAndRubbishDoesNot()
    {
        DocketView view = DocketView::standard(mediationSpec());
        view.columns.pop_back();
        view.columns[0].width = 77;
        view.sort = {{&common::receivedAt, true}, {&mediation::disputeType, false}};
        view.filter.setTyped(mediation::disputeType, QStringLiteral("邻里"));
        view.filter.setSearch(QStringLiteral("张"));
        view.topRow = 4711;
        view.filterRowShown = false;
        QCOMPARE(DocketView::fromBytes(mediationSpec(), view.toBytes()), view);
        QCOMPARE(DocketView::fromBytes(mediationSpec(), QByteArray("\xff\x00rubbish", 9)),
                 DocketView::standard(mediationSpec()));
        QCOMPARE(DocketView::fromBytes(mediationSpec(), {}), DocketView::standard(mediationSpec()));
    }

    void columnsSortAndFilterAreThereAgainAfterARestart()
    {
        StoreFixture store;
        {
            Workspace workspace(store.store(), QStringLiteral("zh"));
            Docket docket(workspace, mediationSpec());
            docket.start();
            QTRY_VERIFY(isReady(docket));
            docket.showColumn(mediation::peopleInvolved, true);
            docket.showColumn(mediation::facts, false);
            docket.sortBy(mediation::disputeType, false);
            docket.sortBy(common::receivedAt, true);
            docket.setFilterCell(mediation::disputeType, QStringLiteral("邻里"));
            docket.moveColumn(0, 1);
            docket.remember();
        }
        store.open();
        Workspace workspace(store.store(), QStringLiteral("zh"));
        Docket docket(workspace, mediationSpec());
        docket.start();
        QTRY_VERIFY(isReady(docket));
        const auto columns = names(docket.view());
        QCOMPARE(columns[1], QStringLiteral("case_no"));
        QVERIFY(std::find(columns.begin(), columns.end(), QStringLiteral("people_involved")) != columns.end());
        QVERIFY(std::find(columns.begin(), columns.end(), QStringLiteral("facts")) == columns.end());
        QCOMPARE(docket.view().sort.size(), std::size_t(2));
        QCOMPARE(docket.view().filter.typed(mediation::disputeType), QStringLiteral("邻里"));
    }

    void clicksOnATitleTurnTheOrderAndThenGiveItBack()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        Docket docket(workspace, mediationSpec());
        docket.sortBy(mediation::disputeType, false);
        QVERIFY(!docket.view().sort.front().descending);
        docket.sortBy(mediation::disputeType, false);
        QVERIFY(docket.view().sort.front().descending);
        docket.sortBy(common::receivedAt, true);
        QCOMPARE(docket.view().sort.size(), std::size_t(2));
        docket.sortBy(mediation::disputeType, false);
        QCOMPARE(docket.view().sort.size(), std::size_t(1));
        docket.sortBy(mediation::disputeType, false);
        docket.sortBy(mediation::disputeType, false);
        QVERIFY(docket.view().sort.empty());
    }

    void whatIsChosenBeforeTheRememberedViewComesStays()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        {
            Docket docket(workspace, mediationSpec());
            docket.start();
            docket.setSearch(QStringLiteral("张"));
            docket.remember();
        }
        Docket docket(workspace, mediationSpec());
        QSignalSpy viewed(&docket, &Docket::viewChanged);
        docket.start();
        docket.setSearch(QStringLiteral("李")); // the remembered view is still on its way
        QTRY_VERIFY(viewed.size() > 1);
        QCOMPARE(docket.view().filter.search(), QStringLiteral("李"));
    }

    void theLastColumnCannotBeTakenAway()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        Docket docket(workspace, mediationSpec());
        while (docket.view().columns.size() > 1)
            docket.showColumn(*docket.view().columns.front().field, false);
        docket.showColumn(*docket.view().columns.front().field, false);
        QCOMPARE(docket.view().columns.size(), std::size_t(1));
    }

    void anEmptyListNamesTheConditionThatEmptiesIt()
    {
        StoreFixture store;
        for (int i = 0; i < 3; ++i)
            store.create(sampleMediation(QStringLiteral("楼上漏水 %1").arg(i)));
        Workspace workspace(store.store(), QStringLiteral("zh"));
        Docket docket(workspace, mediationSpec());
        docket.start();
        QTRY_VERIFY(isReady(docket));
        QCOMPARE(docket.totalRows(), std::int64_t(3));
        docket.setFilterCell(mediation::facts, QStringLiteral("漏水"));
        docket.setFilterCell(mediation::amountClaimed, QStringLiteral(">99亿"));
        QTRY_VERIFY(docket.culprit().known);
        QCOMPARE(docket.culprit().field, static_cast<const FieldSpec *>(&mediation::amountClaimed));
        QCOMPARE(docket.culprit().rowsWithout, std::int64_t(3));
        docket.dropCondition(docket.culprit().field);
        QTRY_COMPARE(docket.filteredRows(), std::int64_t(3));
    }
};

QTEST_GUILESS_MAIN(DocketTest)
#include "DocketTest.moc"
