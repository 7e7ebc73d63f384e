// SPDX-License-Identifier: GPL-3.0-or-later
// A docket's rows: the first ones at once, the rest as one looks at them, and changes as they happen.
#include "models/RecordTableModel.h"
#include "records/Deadline.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

using State = RecordTableModel::State;
constexpr int manyRows = 700;

const RecordSpec &consultations() { return *specOf(Kind::Consultation); }

RecordTableModel *makeModel(Workspace &workspace, QObject *owner)
{
    auto *model = new RecordTableModel(workspace, consultations(), owner);
    new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, owner);
    model->setColumns({&common::caseNo, &consultation::question, &consultation::heads, &common::nextDue});
    return model;
}

Query byHeads()
{
    Query query;
    query.spec = &consultations();
    query.sort = {{&consultation::heads, false}};
    return query;
}

QString heads(const RecordTableModel &model, int row) { return model.index(row, 2).data().toString(); }

// manyRows consultations whose number of persons is 1, 2, 3 ...
void fill(StoreFixture &store, int rows)
{
    Change change;
    for (int i = 1; i <= rows; ++i) {
        Record record = sampleConsultation(QStringLiteral("第 %1 个问题").arg(i));
        record.set(consultation::heads, i);
        change.operations.push_back(Operation::create(record));
    }
    store.submit(std::move(change));
}

} // namespace

class RecordTableTest : public QObject
{
    Q_OBJECT
private slots:
    void theFirstRowsStandBeforeTheWholeOrderIsKnown()
    {
        StoreFixture store;
        fill(store, manyRows);
        Workspace workspace(store.store(), QStringLiteral("zh"));
        RecordTableModel *model = makeModel(workspace, this);
        QList<std::pair<State, int>> seen;
        connect(model, &RecordTableModel::stateChanged, this, [&] { seen.append({model->state(), model->rowCount()}); });
        model->setQuery(byHeads());
        QTRY_COMPARE(model->state(), State::Ready);
        QCOMPARE(model->rowCount(), manyRows);
        QVERIFY(seen.contains({State::Loading, 0}));
        QVERIFY(seen.contains({State::Ordering, 200}));
        QCOMPARE(heads(*model, 0), QStringLiteral("1"));
        QCOMPARE(heads(*model, 199), QStringLiteral("200"));
        delete model;
    }

    void rowsFarAwayComeWhenTheyAreLookedAt()
    {
        StoreFixture store;
        fill(store, manyRows);
        Workspace workspace(store.store(), QStringLiteral("zh"));
        RecordTableModel *model = makeModel(workspace, this);
        model->setQuery(byHeads());
        QTRY_COMPARE(model->state(), State::Ready);
        QCOMPARE(heads(*model, 650), QStringLiteral("…")); // never blank
        QVERIFY(!model->index(650, 0).data(RecordTableModel::LoadedRole).toBool());
        QSignalSpy arrived(model, &QAbstractItemModel::dataChanged);
        model->setViewport(640, 660);
        QTRY_COMPARE(heads(*model, 650), QStringLiteral("651"));
        QVERIFY(!arrived.isEmpty());
        QVERIFY(!model->recordAt(650).isNull());
        QCOMPARE(model->rowsOf({model->localRowAt(650), -5, model->localRowAt(3)}), (std::vector<int>{650, -1, 3}));
        delete model;
    }

    void aNewQueryTakesThePlaceOfTheOld()
    {
        StoreFixture store;
        fill(store, manyRows);
        Workspace workspace(store.store(), QStringLiteral("zh"));
        RecordTableModel *model = makeModel(workspace, this);
        model->setQuery(byHeads());
        Query backwards = byHeads();
        backwards.sort.front().descending = true;
        model->setQuery(backwards); // before the first one was answered
        QTRY_COMPARE(model->state(), State::Ready);
        QCOMPARE(heads(*model, 0), QString::number(manyRows));
        Query few = byHeads();
        few.where = Predicate::compare(consultation::heads, Predicate::Op::LessEqual, Value(std::int64_t{5}));
        model->setQuery(few);
        QTRY_COMPARE(model->rowCount(), 5);
        QCOMPARE(model->state(), State::Ready);
        delete model;
    }

    void aNewRowComesToItsPlaceWithoutAReset()
    {
        StoreFixture store;
        fill(store, 50);
        Workspace workspace(store.store(), QStringLiteral("zh"));
        RecordTableModel *model = makeModel(workspace, this);
        model->setQuery(byHeads());
        QTRY_COMPARE(model->state(), State::Ready);
        QSignalSpy resets(model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
        Record record = sampleConsultation(QStringLiteral("后来的"));
        record.set(consultation::heads, 25);
        store.create(record);
        QTRY_COMPARE(model->rowCount(), 51);
        QCOMPARE(inserted.size(), 1);
        QVERIFY(resets.isEmpty());
        delete model;
    }

    void aChangedRowShowsItsNewValueAndMoves()
    {
        StoreFixture store;
        fill(store, 50);
        Workspace workspace(store.store(), QStringLiteral("zh"));
        RecordTableModel *model = makeModel(workspace, this);
        model->setQuery(byHeads());
        QTRY_COMPARE(model->state(), State::Ready);
        const RecordId first = model->recordAt(0).id;
        store.submit(Operation::set(first, {{&consultation::heads, Value(std::int64_t{99})}}));
        QTRY_COMPARE(heads(*model, 49), QStringLiteral("99"));
        QCOMPARE(heads(*model, 0), QStringLiteral("2"));
        store.submit(Operation::withdraw(first), QStringLiteral("录入重复"));
        QTRY_COMPARE(model->rowCount(), 49);
        delete model;
    }

    void aDueDateSpeaksInWordsAndCarriesItsBand()
    {
        StoreFixture store;
        Record late = sampleConsultation(QStringLiteral("预约答复"));
        late.set(consultation::byAppointment, true);
        const RecordId id = store.create(late);
        Workspace workspace(store.store(), QStringLiteral("zh"));
        RecordTableModel *model = makeModel(workspace, this);
        model->setQuery(byHeads());
        QTRY_COMPARE(model->rowCount(), 1);
        const QModelIndex due = model->index(0, 3);
        const Value next = store.record(id).value(common::nextDue);
        QCOMPARE(due.data().toString().isEmpty(), next.isNull());
        store.clock().set(Instant::fromLocal(*Day::fromYmd(2026, 12, 1), 600));
        if (!next.isNull()) {
            QCOMPARE(due.data(RecordTableModel::BandRole).toInt(), int(ColourBand::Red));
            QVERIFY(due.data(Qt::ToolTipRole).toString().contains(QStringLiteral("2026-")));
        }
        QVERIFY(model->headerData(3, Qt::Horizontal).toString().size() > 0);
        delete model;
    }

    void anEmptyDocketIsReadyAndEmpty()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("en"));
        RecordTableModel *model = makeModel(workspace, this);
        model->setQuery(byHeads());
        QTRY_COMPARE(model->state(), State::Ready);
        QCOMPARE(model->rowCount(), 0);
        model->setViewport(0, 30);
        QVERIFY(model->recordAt(0).isNull());
        QCOMPARE(model->localRowAt(-1), std::int64_t(0));
        delete model;
    }
};

QTEST_GUILESS_MAIN(RecordTableTest)
#include "RecordTableTest.moc"
