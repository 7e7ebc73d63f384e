// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of the exchange by keys and clicks: settling, the tray, the state, the code of a workstation that joins.
#include "forms/EnrolPage.h"
#include "forms/ExchangePane.h"
#include "forms/MessageBar.h"
#include "forms/SetAsidePane.h"
#include "forms/SettlementPane.h"
#include "forms/SyncPanel.h"
#include "forms/Theme.h"
#include "forms/TrayPane.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "tests/support/ConflictSamples.h"
#include "tests/support/FakeSync.h"
#include "tests/support/Samples.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

struct Desk {
    explicit Desk(StoreFixture &store) : workspace(store.store(), QStringLiteral("en")), pane(workspace)
    {
        pane.resize(1100, 700);
        pane.show();
        QApplication::setActiveWindow(&pane);
    }
    bool conflictsRead(int count)
    {
        return QTest::qWaitFor([&] { return pane.conflicts().isRead() && pane.conflicts().count() == count; });
    }
    template <class Widget>
    Widget *find(const QString &name)
    {
        return pane.findChild<Widget *>(name);
    }
    QString label(const char *name) { return find<QLabel>(QLatin1String(name))->text(); }
    QTreeView *list() { return pane.settlement().list(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }

    Workspace workspace;
    ExchangePane pane;
};

SyncStatus statusOf(SyncStage stage)
{
    SyncStatus status;
    status.stage = stage;
    status.district = QStringLiteral("District");
    return status;
}

} // namespace

class ExchangeFormsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void twentyConflictsAreSettledWithTwoKeysEach()
    {
        StoreFixture store;
        std::vector<RecordId> roots;
        for (int i = 0; i < 20; ++i) {
            roots.push_back(serverCase(store, QStringLiteral("现有事实 %1").arg(i)));
            lateValue(store, roots.back(), mediation::facts, Value(), Value(QStringLiteral("后到事实 %1").arg(i)));
        }
        Desk desk(store);
        QVERIFY(desk.conflictsRead(20));
        desk.pane.showConflicts();
        QTRY_VERIFY(desk.list()->hasFocus());
        for (int i = 0; i < 20; ++i) {
            // the next is there at once, the settled one leaves the list when it is read again
            QTRY_COMPARE(desk.label("placeOfConflict"), QStringLiteral("1 of %1").arg(20 - i));
            const RecordId now = desk.pane.settlement().current();
            desk.press(i % 2 == 0 ? Qt::Key_2 : Qt::Key_1);
            desk.press(Qt::Key_Return);
            QTRY_VERIFY(desk.pane.settlement().current() != now);
        }
        QTRY_VERIFY(desk.find<QLabel>(QStringLiteral("nothingToSettle"))->isVisible());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(store.record(roots[std::size_t(i)]).get(mediation::facts),
                     QStringLiteral("%1事实 %2").arg(i % 2 == 0 ? QStringLiteral("后到") : QStringLiteral("现有")).arg(i));
    }

    void theSuggestionIsChosenAndNumbersChooseAnother()
    {
        StoreFixture store;
        const RecordId root = serverCase(store, QStringLiteral("漏水"));
        lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("漏水三天，物业不管")));
        Desk desk(store);
        QVERIFY(desk.conflictsRead(1));
        desk.pane.showConflicts();
        SettlementPane &pane = desk.pane.settlement();
        QCOMPARE(pane.chosen(), 1); // the late one contains the standing one
        QVERIFY(desk.label("advice").contains(QStringLiteral("2")));
        QCOMPARE(desk.label("standing"), QStringLiteral("漏水"));
        QCOMPARE(desk.label("late"), QStringLiteral("漏水三天，物业不管"));
        QVERIFY(desk.find<QLabel>(QStringLiteral("late"))->property("chosen").toBool());
        desk.press(Qt::Key_1);
        QCOMPARE(pane.chosen(), 0);
        QVERIFY(desk.find<QLabel>(QStringLiteral("standing"))->property("chosen").toBool());
        desk.press(Qt::Key_9); // no such way
        QCOMPARE(pane.chosen(), 0);
    }

    void anotherValueIsTypedInPlaceAndEscGoesBack()
    {
        StoreFixture store;
        const RecordId root = serverCase(store, QStringLiteral("漏水"));
        lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("噪音")));
        Desk desk(store);
        QVERIFY(desk.conflictsRead(1));
        desk.pane.showConflicts();
        desk.press(Qt::Key_3);
        auto *edit = desk.pane.settlement().findChild<QPlainTextEdit *>();
        QVERIFY(edit);
        QTRY_VERIFY(edit->hasFocus());
        QCOMPARE(edit->toPlainText(), QStringLiteral("噪音")); // begins with what came late
        QTest::keyClick(edit, Qt::Key_Escape);
        QTRY_VERIFY(desk.list()->hasFocus());
        QVERIFY(desk.pane.settlement().chosen() != 2);
        desk.press(Qt::Key_3);
        edit = desk.pane.settlement().findChildren<QPlainTextEdit *>().last();
        QTRY_VERIFY(edit->hasFocus());
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("12"));
        QCOMPARE(edit->toPlainText(), QStringLiteral("12")); // digits are text here
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.pane.conflicts().count(), 0);
        QCOMPARE(store.record(root).get(mediation::facts), QStringLiteral("12"));
    }

    void everythingCanBeClickedToo()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        lateValue(store, root, mediation::amountClaimed, Value(), Value(Money{77'00}));
        Desk desk(store);
        QVERIFY(desk.conflictsRead(1));
        desk.pane.showConflicts();
        QTest::mouseClick(desk.find<QPushButton>(QStringLiteral("way.2")), Qt::LeftButton);
        QTest::mouseClick(desk.find<QPushButton>(QStringLiteral("confirm")), Qt::LeftButton);
        QTRY_COMPARE(desk.pane.conflicts().count(), 0);
        QCOMPARE(store.record(root).get(mediation::amountClaimed)->fen, 77'00);
    }

    void aRefusedNewRecordOpensAFormAndIsSettledOnceThatIsSaved()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        LateEntry entry;
        entry.record = RecordId::make(store.clock().now(), *store.options().random);
        entry.kind = Kind::Party;
        entry.group = 0;
        entry.origin = QStringLiteral("RULE");
        entry.late[party::name.id] = Value(QStringLiteral("李四"));
        const RecordId conflict = conflictIn(store, root, entry);
        Desk desk(store);
        QVERIFY(desk.conflictsRead(1));
        desk.pane.showConflicts(root);
        QSignalSpy wanted(&desk.pane, &ExchangePane::enterAnewWanted);
        desk.press(Qt::Key_Return); // suggested: change and send again
        QCOMPARE(wanted.count(), 1);
        const auto anew = wanted.front().front().value<EntryAnew>();
        QVERIFY(anew.rows.front().isNew && anew.rows.front().kind == Kind::Party);
        QCOMPARE(anew.settles.front().conflict, conflict);
        QCOMPARE(desk.pane.conflicts().count(), 1); // not before it is saved
        desk.pane.tray().finish(anew);
        QTRY_COMPARE(desk.pane.conflicts().count(), 0);
    }

    void aPersonWhoMayOnlyLookIsToldSo()
    {
        StoreFixture store({QStringLiteral("OFFICE_HEAD"), QStringLiteral("OFFICE_STAFF")});
        const RecordId root = serverCase(store);
        lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("后到")));
        if (const Outcome added = await(store->addUser(QStringLiteral("audit"), QStringLiteral("审计"),
                                                       StoreFixture::password(), {QStringLiteral("AUDITOR")}));
            !added)
            QFAIL(qPrintable(added.error().toLog()));
        store.close();
        store.open(QStringLiteral("audit"));
        Desk desk(store);
        QVERIFY(desk.conflictsRead(1));
        desk.pane.showConflicts();
        QTRY_VERIFY(desk.list()->hasFocus());
        desk.press(Qt::Key_Return);
        QTRY_VERIFY(!desk.pane.settlement().bar().text().isEmpty());
        QCOMPARE(desk.pane.conflicts().count(), 1);
    }

    void whatAConfirmedRemovalTookAwayIsReadForAReason()
    {
        StoreFixture store;
        Desk before(store);
        auto *tabs = before.pane.findChild<QTabWidget *>();
        QVERIFY(!tabs->isTabVisible(3)); // nothing was removed: no tab that says so
        const std::vector<RecordId> gone = removedCases(store, 60);
        QTRY_VERIFY(tabs->isTabVisible(3));
        QCOMPARE(tabs->tabText(3), QStringLiteral("Removed (60)"));

        before.pane.showSetAside();
        auto *table = before.find<QTableView>(QStringLiteral("setAsideCases"));
        QTRY_VERIFY(table->hasFocus());
        for (const int row : {0, 1, 9}) // as people count
            QCOMPARE(before.pane.setAside().at(row)->number, QStringLiteral("（2026）调字第%1号").arg(row + 1));
        auto *look = before.find<QPushButton>(QStringLiteral("look"));
        QVERIFY(!look->isEnabled()); // not without a reason
        const RecordId first = before.pane.setAside().at(table->currentIndex().row())->root;
        QVERIFY(std::find(gone.begin(), gone.end(), first) != gone.end());
        auto *reason = before.find<QLineEdit>(QStringLiteral("reasonToLook"));
        before.press(Qt::Key_Tab);
        QVERIFY(reason->hasFocus());
        QTest::keyClicks(reason, QStringLiteral("was it meant?"));
        before.press(Qt::Key_Return);
        QTRY_VERIFY(before.label("contents").contains(QStringLiteral("件")));
        QCOMPARE(store.scalar("SELECT count(*) FROM audit WHERE event = 'READ_SENS'"), qint64{1});

        table->setFocus();
        before.press(Qt::Key_Down); // another case: what was read of the first is not left under it
        QVERIFY(before.label("contents").isEmpty());
    }

    void theArrowKeysLeadFromTheStateToTheOtherPages()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("无权的修改"))}}));
        refuseLast(store, QStringLiteral("NO_RIGHT"));
        Desk desk(store);
        auto *tabs = desk.pane.findChild<QTabWidget *>();
        desk.pane.showState();
        QTRY_COMPARE(tabs->tabText(2), QStringLiteral("Came back (1)"));
        desk.press(Qt::Key_Right);
        desk.press(Qt::Key_Right);
        QCOMPARE(tabs->currentIndex(), 2);
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.find<QTableView>(QStringLiteral("returned"))->hasFocus());
    }

    void theTrayShowsTheReasonAndEachEntryHasAWayOut()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("无权的修改"))}}));
        refuseLast(store, QStringLiteral("NO_RIGHT"));
        Desk desk(store);
        desk.pane.showTray();
        auto *table = desk.find<QTableView>(QStringLiteral("returned"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_VERIFY(desk.label("storyOfReturn").contains(QStringLiteral("may not")));
        QSignalSpy wanted(&desk.pane, &ExchangePane::enterAnewWanted);
        QTRY_VERIFY(table->hasFocus());
        desk.press(Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        auto *back = desk.find<QPushButton>(QStringLiteral("way.%1").arg(int(TrayModel::Way::TakeBack)));
        QVERIFY(back);
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTRY_VERIFY(desk.find<QLabel>(QStringLiteral("nothingCameBack"))->isVisible());
    }

    void theStateTellsWhatTheEngineTells()
    {
        StoreFixture store;
        Desk desk(store);
        QVERIFY(desk.find<QPushButton>(QStringLiteral("join"))->isVisible()); // no district yet
        FakeSync sync;
        desk.pane.setControl(&sync);
        QVERIFY(!desk.find<QPushButton>(QStringLiteral("join"))->isVisible());
        SyncStatus status = statusOf(SyncStage::Waiting);
        status.outbox.unsent = 3;
        status.outbox.oldestUnsent = Instant{store.clock().now().ms - 2 * 3600'000};
        status.outbox.openConflicts = 1;
        status.outbox.returned = 2;
        status.clockDifferenceMs = -4 * 60'000;
        status.beyondRepair = {QStringLiteral("JO02")};
        sync.tell(status);
        QVERIFY(desk.label("syncUnsent").contains(u'3') && desk.label("syncUnsent").contains(QStringLiteral("2 h")));
        QVERIFY(desk.find<QPushButton>(QStringLiteral("syncConflicts"))->text().contains(u'1'));
        QVERIFY(desk.find<QPushButton>(QStringLiteral("syncReturned"))->text().contains(u'2'));
        QVERIFY(desk.label("syncClock").contains(QStringLiteral("behind")));
        QCOMPARE(desk.pane.findChildren<QFrame *>(QStringLiteral("syncTrouble")).size(), 1);
        QTest::mouseClick(desk.find<QPushButton>(QStringLiteral("syncNow")), Qt::LeftButton);
        QCOMPARE(sync.rounds, 1);
        QTest::mouseClick(desk.find<QPushButton>(QStringLiteral("syncReturned")), Qt::LeftButton);
        QVERIFY(desk.find<QWidget>(QStringLiteral("tray"))->isVisible());
    }

    void theFirstCopyShowsHowFarItIs()
    {
        StoreFixture store;
        Desk desk(store);
        FakeSync sync;
        desk.pane.setControl(&sync);
        SyncStatus status = statusOf(SyncStage::Receiving);
        status.rowsTotal = 62'500;
        sync.tell(status);
        status.rowsDone = 12'500;
        store.clock().advanceMs(10'000);
        sync.tell(status);
        auto *bar = desk.find<QProgressBar>(QStringLiteral("syncProgress"));
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), 200);
        QVERIFY(desk.label("syncTimeLeft").contains(QStringLiteral("less than a minute")));
        status.rowsTotal = 0;
        sync.tell(status);
        QVERIFY(!bar->isVisible());
    }

    void anUnusualRemovalWantsTwoPresses()
    {
        StoreFixture store;
        Desk desk(store);
        FakeSync sync;
        desk.pane.setControl(&sync);
        SyncStatus status = statusOf(SyncStage::Idle);
        status.removals.push_back({QStringLiteral("JO02"), 900, 1000});
        sync.tell(status);
        auto *allow = desk.find<QPushButton>(QStringLiteral("allowRemoval"));
        QVERIFY(allow);
        QTest::mouseClick(allow, Qt::LeftButton);
        QVERIFY(sync.allowed.isEmpty());
        sync.tell(status); // the state comes again: the question stays asked
        QTest::mouseClick(allow, Qt::LeftButton);
        QCOMPARE(sync.allowed, QStringList{QStringLiteral("JO02")});
    }

    void aServerThatAsksForThePasswordGetsItAndTheLineIsEmptied()
    {
        StoreFixture store;
        Desk desk(store);
        FakeSync sync;
        desk.pane.setControl(&sync);
        sync.tell(statusOf(SyncStage::NeedsLogin));
        auto *line = desk.find<QLineEdit>(QStringLiteral("serverPassword"));
        QVERIFY(line->isVisible());
        QTest::keyClicks(line, QStringLiteral("Server-Word-1"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(sync.logins, QStringList{QStringLiteral("wang/Server-Word-1")});
        QVERIFY(line->text().isEmpty());
    }

    void aCodeIsPastedWholeOrTypedGroupByGroupAndMistakesAreMarkedAtOnce()
    {
        EnrolPage page;
        page.setCodeCheck([](const QString &code) { return code == QLatin1String("7K2MD-00000-11111-ABCDE-ZZZZ0"); });
        page.show();
        QApplication::setActiveWindow(&page);
        const auto group = [&](int i) { return page.findChild<QLineEdit *>(QStringLiteral("code.%1").arg(i)); };
        auto *note = page.findChild<QLabel *>(QStringLiteral("codeNote"));
        group(3)->setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral(" 7k2md-ooooo-iilll-abcde-zzzz0\n"));
        QTest::keySequence(group(3), QKeySequence::Paste);
        QCOMPARE(page.code(), QStringLiteral("7K2MD-00000-11111-ABCDE-ZZZZ0"));
        QVERIFY(note->text().startsWith(u'✔'));
        page.reset();
        group(1)->setFocus();
        QTest::keyClicks(group(1), QStringLiteral("7k2md"));
        QTRY_VERIFY(group(2)->hasFocus()); // goes on by itself
        QTest::keyClicks(group(2), QStringLiteral("0000u"));
        QCOMPARE(group(2)->property("wrong").toString(), QStringLiteral("true"));
        QCOMPARE(group(1)->property("wrong").toString(), QStringLiteral("false"));
        group(2)->setFocus();
        group(2)->selectAll();
        QTest::keyClicks(group(2), QStringLiteral("00000"));
        QTest::keyClicks(group(3), QStringLiteral("11111"));
        QTest::keyClicks(group(4), QStringLiteral("abcde"));
        QTest::keyClicks(group(5), QStringLiteral("zzzz1")); // the check does not fit
        QCOMPARE(group(5)->property("wrong").toString(), QStringLiteral("true"));
        QVERIFY(note->text().contains(QStringLiteral("mistyped")));
        QVERIFY(!page.isComplete());
    }

    void joiningWaitsForEverythingAndTellsWhatWasTyped()
    {
        EnrolPage page;
        page.show();
        const auto line = [&](const char *name) { return page.findChild<QLineEdit *>(QLatin1String(name)); };
        auto *join = page.findChild<QPushButton *>(QStringLiteral("enrol"));
        QSignalSpy wanted(&page, &EnrolPage::enrolWanted);
        for (const auto &[name, text] : {std::pair{"server", "server.example:8443"}, std::pair{"workstationName", "counter 1"},
                                         std::pair{"enrolLogin", "zhao"}, std::pair{"enrolPassword", "Correct-Horse-7"}})
            QTest::keyClicks(line(name), QLatin1String(text));
        QVERIFY(!join->isEnabled());
        for (int i = 1; i <= EnrolPage::groups; ++i)
            QTest::keyClicks(line(qPrintable(QStringLiteral("code.%1").arg(i))), QStringLiteral("ABCDE"));
        QVERIFY(join->isEnabled());
        QTest::mouseClick(join, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        const auto wish = wanted.front().front().value<EnrolPage::Wish>();
        QCOMPARE(wish.server, QStringLiteral("server.example:8443"));
        QCOMPARE(wish.code, QStringLiteral("ABCDE-ABCDE-ABCDE-ABCDE-ABCDE"));
        page.setBusy(true);
        QVERIFY(!join->isEnabled());
        page.setBusy(false);
        page.showProblem(QStringLiteral("refused"));
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("enrolProblem"))->isVisible());
        QVERIFY(join->isEnabled());
    }
};

QTEST_MAIN(ExchangeFormsTest)
#include "ExchangeFormsTest.moc"
