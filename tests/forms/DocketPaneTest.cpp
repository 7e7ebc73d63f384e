// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a docket, worked with by keys and clicks.
#include "forms/DocketPane.h"
#include "forms/ChipBar.h"
#include "forms/EmptyState.h"
#include "forms/FilterHeader.h"
#include "forms/Theme.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace yizhan;
using namespace yizhan::tests;

class DocketPaneTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<DocketPane> m_pane;

    void makePane()
    {
        m_pane = std::make_unique<DocketPane>(*m_workspace, *specOf(Kind::Mediation));
        m_pane->resize(1100, 600);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        m_pane->start();
        QTRY_COMPARE(m_pane->docket().rows().state(), RecordTableModel::State::Ready);
    }
    void fill(int cases)
    {
        for (int i = 0; i < cases; ++i) {
            Record record = sampleMediation(QStringLiteral("事实 %1").arg(i));
            record.set(mediation::disputeType, i % 2 ? QStringLiteral("01") : QStringLiteral("02"));
            record.set(mediation::amountClaimed, Money{100 * (i + 1)});
            m_store->create(record);
        }
    }
    int shown() const { return m_pane->docket().rows().rowCount(); }
    QString footer() const { return m_pane->findChild<QLabel *>(QStringLiteral("footer"))->text(); }
    QPoint titleOf(const FieldSpec &field) const
    {
        const auto &columns = m_pane->docket().view().columns;
        for (int i = 0; i < int(columns.size()); ++i) {
            if (columns[std::size_t(i)].field == &field)
                return {m_pane->header()->sectionViewportPosition(i) + 12, 10};
        }
        return {};
    }

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init()
    {
        m_store = std::make_unique<StoreFixture>();
        m_workspace = std::make_unique<Workspace>(m_store->store(), QStringLiteral("zh"));
    }
    void cleanup()
    {
        m_pane.reset();
        m_workspace.reset();
        m_store.reset();
    }

    void anEmptyDocketSaysWhatToPress()
    {
        makePane();
        auto *empty = m_pane->findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QSignalSpy wanted(m_pane.get(), &DocketPane::newWanted);
        QTest::mouseClick(empty->findChild<QPushButton *>(QStringLiteral("emptyWay1")), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void theFilterRowNarrowsAfterAPauseAndAChipDropsIt()
    {
        fill(6);
        makePane();
        QCOMPARE(shown(), 6);
        QLineEdit *filter = m_pane->header()->editorOf(mediation::disputeType);
        QVERIFY(filter && filter->isVisible());
        QTest::keyClicks(filter, QStringLiteral("lljf"));
        QTRY_COMPARE(shown(), 3);
        QTRY_VERIFY(footer().contains(u'6'));
        auto *drop = m_pane->findChild<ChipBar *>()->findChild<QToolButton *>(QStringLiteral("dropChip"));
        QVERIFY(drop);
        QTest::mouseClick(drop, Qt::LeftButton);
        QTRY_COMPARE(shown(), 6);
        QTRY_COMPARE(m_pane->header()->editorOf(mediation::disputeType)->text(), QString());
    }

    void aColumnOutOfSightComesIntoViewWithTheCaret()
    {
        fill(2);
        makePane();
        m_pane->resize(600, 500);
        QLineEdit *last = m_pane->header()->editorOf(*m_pane->docket().view().columns.back().field);
        const auto seen = [&] { return last->geometry().right() <= m_pane->header()->width(); };
        QTRY_VERIFY(m_pane->table()->horizontalScrollBar()->maximum() > 0);
        QVERIFY(!seen());
        last->setFocus();
        QTRY_VERIFY(seen());
    }

    void composingAWordDoesNotFilter()
    {
        fill(2);
        makePane();
        QLineEdit *filter = m_pane->header()->editorOf(mediation::disputeType);
        QInputMethodEvent composing(QStringLiteral("lin"), {});
        QApplication::sendEvent(filter, &composing);
        QTest::qWait(250); // longer than the pause of the filter row
        QVERIFY(m_pane->docket().view().filter.isEmpty());
        QInputMethodEvent done;
        done.setCommitString(QStringLiteral("邻里"));
        QApplication::sendEvent(filter, &done);
        QTRY_COMPARE(shown(), 1);
    }

    void whatIsNotUnderstoodIsMarkedAndAsksNothing()
    {
        fill(2);
        makePane();
        m_pane->docket().showColumn(mediation::amountClaimed, true);
        QLineEdit *filter = m_pane->header()->editorOf(mediation::amountClaimed);
        QTest::keyClicks(filter, QStringLiteral("many"));
        QTRY_COMPARE(filter->property("wrong").toString(), QStringLiteral("true"));
        QCOMPARE(shown(), 2);
    }

    void aClickOnATitleSortsAndShiftAddsAKey()
    {
        fill(4);
        makePane();
        m_pane->docket().showColumn(mediation::amountClaimed, true);
        QTRY_COMPARE(shown(), 4);
        QTest::mouseClick(m_pane->header()->viewport(), Qt::LeftButton, {}, titleOf(mediation::disputeType));
        QTest::mouseClick(m_pane->header()->viewport(), Qt::LeftButton, Qt::ShiftModifier, titleOf(mediation::amountClaimed));
        const auto &sort = m_pane->docket().view().sort;
        QCOMPARE(sort.size(), std::size_t(2));
        QCOMPARE(sort[0].field, static_cast<const FieldSpec *>(&mediation::disputeType));
        QCOMPARE(sort[1].field, static_cast<const FieldSpec *>(&mediation::amountClaimed));
        QTRY_COMPARE(m_pane->docket().rows().recordAt(0).get(mediation::disputeType), QStringLiteral("01"));
        // the mark stands in the title
        const QImage header = m_pane->header()->viewport()->grab().toImage();
        const QRgb ink = m_theme->colour(QStringLiteral("accent")).rgb();
        int marked = 0;
        for (int y = 0; y < header.height(); ++y) {
            for (int x = 0; x < header.width(); ++x)
                marked += (header.pixel(x, y) | 0xff000000) == ink ? 1 : 0;
        }
        QVERIFY2(marked > 20, qPrintable(QString::number(marked)));
        QTest::mouseClick(m_pane->table()->viewport(), Qt::LeftButton); // Shift is up again for the next test
    }

    void selectionAndPlaceSurviveANewOrder()
    {
        fill(5);
        makePane();
        m_pane->table()->selectRow(2);
        const RecordId chosen = m_pane->currentRecord();
        QVERIFY(!chosen.isNull());
        m_pane->docket().sortBy(mediation::amountClaimed, false);
        m_pane->docket().sortBy(mediation::amountClaimed, false);
        QTRY_COMPARE(m_pane->docket().rows().state(), RecordTableModel::State::Ready);
        QTRY_COMPARE(m_pane->currentRecord(), chosen);
        QTRY_COMPARE(m_pane->table()->selectionModel()->selectedRows().size(), 1);
    }

    void aRowFarDownIsFoundAgainAfterTwoNewOrdersInARow()
    {
        fill(230); // more than the first screen of 200: the rest of the order comes later
        makePane();
        m_pane->docket().sortBy(mediation::amountClaimed, false);
        QTRY_COMPARE(shown(), 230);
        m_pane->table()->selectRow(10);
        QTRY_VERIFY(!m_pane->currentRecord().isNull());
        const RecordId chosen = m_pane->currentRecord();
        m_pane->docket().sortBy(mediation::disputeType, false);
        m_pane->docket().sortBy(mediation::amountClaimed, false);
        m_pane->docket().sortBy(mediation::amountClaimed, false); // the smallest sums are the last rows now
        QTRY_COMPARE(m_pane->docket().rows().state(), RecordTableModel::State::Ready);
        QTRY_COMPARE(m_pane->table()->currentIndex().row(), 219);
        QTRY_COMPARE(m_pane->currentRecord(), chosen);
        QCOMPARE(m_pane->table()->selectionModel()->selectedRows().size(), 1);
    }

    void aSelectedRowThatMovesStaysSelected()
    {
        fill(5);
        makePane();
        m_pane->docket().sortBy(mediation::amountClaimed, false);
        QTRY_COMPARE(m_pane->docket().rows().state(), RecordTableModel::State::Ready);
        m_pane->table()->selectRow(0);
        const RecordId chosen = m_pane->currentRecord();
        m_store->submit(Operation::set(chosen, {{&mediation::amountClaimed, Value(Money{900'000})}}));
        QTRY_COMPARE(m_pane->table()->currentIndex().row(), 4);
        QCOMPARE(m_pane->currentRecord(), chosen);
        QCOMPARE(m_pane->table()->selectionModel()->selectedRows().size(), 1);
    }

    void theColumnChooserTakesColumnsInAndOut()
    {
        fill(1);
        makePane();
        const auto count = m_pane->docket().view().columns.size();
        m_pane->showColumnChooser(m_pane->mapToGlobal(QPoint(10, 10)));
        auto *menu = m_pane->findChild<QMenu *>(QStringLiteral("columnChooser"));
        QVERIFY(menu);
        const auto boxes = menu->findChildren<QCheckBox *>();
        const auto free = std::find_if(boxes.begin(), boxes.end(), [](const QCheckBox *box) { return !box->isChecked(); });
        QVERIFY(free != boxes.end());
        QTest::keyClick(*free, Qt::Key_Space);
        QVERIFY(menu->isVisible()); // for the next one
        QTest::keyClick(boxes[0], Qt::Key_Down);
        QVERIFY(boxes[1]->hasFocus());
        QTest::keyClick(boxes[1], Qt::Key_Up);
        QVERIFY(boxes[0]->hasFocus());
        QCOMPARE(m_pane->docket().view().columns.size(), count + 1);
        menu->close();
    }

    void enterOpensTheCase()
    {
        fill(2);
        makePane();
        m_pane->table()->selectRow(1);
        QSignalSpy opened(m_pane.get(), &DocketPane::openWanted);
        QTest::keyClick(m_pane->table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void rowsAreCopiedForASpreadsheet()
    {
        fill(3);
        makePane();
        m_pane->table()->selectAll();
        QTest::keyClick(m_pane->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 4); // titles and three rows
        QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    }
};

QTEST_MAIN(DocketPaneTest)
#include "DocketPaneTest.moc"
