// SPDX-License-Identifier: GPL-3.0-or-later
// The real main window on a real store, by keys and clicks.
#include "app/desktop/FindPalette.h"
#include "app/desktop/ShortcutSheet.h"
#include "app/desktop/StatusStrip.h"
#include "forms/DocketPane.h"
#include "forms/FilterHeader.h"
#include "forms/FirstStartPage.h"
#include "forms/MessageBar.h"
#include "forms/RecordForm.h"
#include "forms/SummaryPane.h"
#include "forms/UnlockPage.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "tests/desktop/WindowFixture.h"
#include "tests/support/Samples.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

void fill(StoreFixture &store, int cases)
{
    for (int i = 0; i < cases; ++i) {
        const RecordId root = store.create(sampleMediation(QStringLiteral("事实 %1").arg(i)));
        store.create(
            sampleParty(root, i == 0 ? QStringLiteral("张伟") : QStringLiteral("李四"), QStringLiteral("11010519491231002X")));
    }
}

QString textOf(QPlainTextEdit *edit) { return edit ? edit->toPlainText() : QStringLiteral("(no such field)"); }

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        // what Qt says of objects used from a thread that is not theirs
        QTest::failOnWarning(QRegularExpression(QStringLiteral("thread|QObject::|QTimer|QSocketNotifier")));
    }

    void aWrongPasswordSaysSoAndTheRightOneOpens()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store);
        auto *line = window.find<QLineEdit>(QStringLiteral("password"));
        WindowFixture::type(line, QStringLiteral("Wrong-Horse-7"));
        QTest::keyClick(line, Qt::Key_Return);
        auto *problem = window.find<QLabel>(QStringLiteral("unlockProblem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("ST-01")));
        QVERIFY(!window.isUnlocked());
        line->selectAll();
        QVERIFY(window.unlock());
        QVERIFY(window.find<QToolButton>(QStringLiteral("status.who"))->text().contains(QStringLiteral("王小明")));
    }

    void theFirstStartMakesAStoreAndShowsTheKeyOnce()
    {
        StoreFixture other; // only for its rules, clock and cheap keys
        QTemporaryDir folder;
        Options options;
        options.folder = folder.filePath(QStringLiteral("new"));
        options.language = QStringLiteral("en");
        StoreOptions store = other.options();
        Program program(*qApp, options, store);
        QVERIFY(program.start());
        MainWindow &window = *program.window();
        WindowFixture::type(window.findChild<QLineEdit *>(QStringLiteral("newLogin")), QStringLiteral("zhao"));
        WindowFixture::type(window.findChild<QLineEdit *>(QStringLiteral("newPassword")), QStringLiteral("Correct-Horse-7"));
        WindowFixture::type(window.findChild<QLineEdit *>(QStringLiteral("newPasswordAgain")),
                            QStringLiteral("Correct-Horse-7"));
        QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("create")), Qt::LeftButton);
        auto *key = window.findChild<QLabel *>(QStringLiteral("recoveryKey"));
        QTRY_VERIFY_WITH_TIMEOUT(!key->text().isEmpty(), 10'000);
        QVERIFY(!window.desk());
        window.findChild<QCheckBox *>(QStringLiteral("writtenDown"))->setChecked(true);
        QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("begin")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.desk(), 10'000);
        QVERIFY(key->text().isEmpty());
    }

    void aDocketShowsItsRowsAndTheSummaryOfTheChosenOne()
    {
        StoreFixture store;
        fill(store, 5);
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        const QAbstractItemModelTester tester(&window.desk().navigation(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::keyClick(&window.window(), Qt::Key_3, Qt::ControlModifier); // third place: mediation
        QCOMPARE(window.desk().place(), Kind::Mediation);
        QTRY_COMPARE(window.rows(), 5);
        window.desk().docket()->table()->selectRow(0);
        QTRY_VERIFY(!window.desk().summary()->summary().sections().empty());
        QTest::keyClick(&window.window(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!window.desk().summaryShown());
    }

    void filterSortAndColumnsAreThereAfterARestart()
    {
        StoreFixture store;
        fill(store, 5);
        store.close();
        {
            WindowFixture window(store);
            QVERIFY(window.unlock());
            window.desk().goTo(Kind::Mediation);
            QTRY_COMPARE(window.rows(), 5);
            DocketPane *pane = window.desk().docket();
            pane->docket().showColumn(mediation::facts, true);
            QTest::keyClick(&window.window(), Qt::Key_F, Qt::ControlModifier); // into the filter row
            QLineEdit *filter = pane->header()->editorOf(common::parties);
            filter->setFocus();
            WindowFixture::type(filter, QStringLiteral("张"));
            QTRY_COMPARE(window.rows(), 1);
            pane->docket().sortBy(mediation::disputeType, false);
            window.window().close();
        }
        WindowFixture window(store);
        QVERIFY(window.unlock());
        QTRY_COMPARE(window.desk().place(), Kind::Mediation);
        QTRY_COMPARE(window.rows(), 1);
        DocketPane *pane = window.desk().docket();
        QCOMPARE(pane->header()->editorOf(common::parties)->text(), QStringLiteral("张"));
        QVERIFY(pane->header()->editorOf(mediation::facts));
        QCOMPARE(pane->docket().view().sort.size(), std::size_t(1));
    }

    void aListIsSortedWithTheKeyboardAlone()
    {
        StoreFixture store;
        fill(store, 3);
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        window.desk().goTo(Kind::Mediation);
        QTRY_COMPARE(window.rows(), 3);
        DocketPane *pane = window.desk().docket();
        pane->header()->editorOf(common::parties)->setFocus();
        QTest::keyClick(&window.window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        pane->header()->editorOf(mediation::disputeType)->setFocus();
        QTest::keyClick(&window.window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        const auto &sort = pane->docket().view().sort;
        QCOMPARE(sort.size(), std::size_t(2));
        QCOMPARE(sort[0].field, static_cast<const FieldSpec *>(&common::parties));
        QCOMPARE(sort[1].field, static_cast<const FieldSpec *>(&mediation::disputeType));
    }

    void aCaseIsEnteredWithTheKeyboardAloneAndStandsInTheList()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        window.desk().goTo(Kind::Mediation);
        QTRY_COMPARE(window.rows(), 0);
        QTest::keyClick(&window.window(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(window.desk().form());
        QTRY_VERIFY(window.input(party::name)->hasFocus());
        WindowFixture::type(window.input(party::name), QStringLiteral("张伟"));
        WindowFixture::type(window.input(mediation::facts), QStringLiteral("楼上漏水"));
        QTest::keyClick(&window.window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!window.desk().form()->draft().isNew());
        QTest::keyClick(window.desk().form(), Qt::Key_Escape); // nothing unsaved: the tab goes
        QTRY_COMPARE(window.rows(), 1);
        QTRY_VERIFY(window.desk().docket()->docket().rows().index(0, 1).data().toString().contains(QStringLiteral("张伟")));
    }

    void saveAndNewOpensTheNextEmptyForm()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        QTest::keyClick(&window.window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        RecordForm *first = window.desk().form();
        QVERIFY(first && first->draft().spec().kind == Kind::Consultation);
        const RecordId id = first->draft().root().id;
        first->draft().setValue(id, consultation::channel, Value(QStringLiteral("WINDOW_T")));
        first->draft().setValue(id, consultation::category, Value(QStringLiteral("01")));
        WindowFixture::type(window.input(consultation::question), QStringLiteral("工资"));
        QTest::keyClick(window.input(consultation::question), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(window.desk().form() && window.desk().form()->draft().root().id != id);
        QVERIFY(window.desk().form()->draft().isNew() && !window.desk().form()->draft().isDirty());
    }

    void theLockEmptiesTheWindowAndTheFormComesBackWithItsCaret()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        window.desk().newRecord(Kind::Mediation);
        auto *facts = qobject_cast<QPlainTextEdit *>(window.input(mediation::facts));
        facts->setFocus();
        WindowFixture::type(facts, QStringLiteral("楼上漏水三天"));
        QTextCursor cursor = facts->textCursor();
        cursor.setPosition(2);
        facts->setTextCursor(cursor);
        QTest::keyClick(&window.window(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!window.isUnlocked() && !window.program().workspace());
        for (const QWidget *widget : window.window().findChildren<QWidget *>()) // no form, no list, no summary is left
            QVERIFY(!widget->inherits("yizhan::RecordForm") && !widget->inherits("yizhan::DocketPane")
                    && !widget->inherits("yizhan::SummaryPane"));
        QVERIFY(window.unlock());
        QTRY_VERIFY(window.desk().form());
        auto *again = qobject_cast<QPlainTextEdit *>(window.input(mediation::facts));
        QTRY_COMPARE(textOf(again), QStringLiteral("楼上漏水三天"));
        QTRY_VERIFY(again->hasFocus());
        QCOMPARE(again->textCursor().position(), 2);
    }

    void everyLetterWithAltMeansOneThing()
    {
        StoreFixture store;
        store.close();
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh")}) {
            WindowFixture window(store, language);
            window.find<QPushButton>(QStringLiteral("forgotten"))->click(); // all there is of the page
            for (QWidget *page : {static_cast<QWidget *>(&window.window().unlockPage()),
                                  static_cast<QWidget *>(&window.window().firstStartPage())}) {
                QStringList letters;
                for (const QAction *menu : window.window().menuBar()->actions())
                    letters += QKeySequence::mnemonic(menu->text()).toString();
                for (const QLabel *label : page->findChildren<QLabel *>()) {
                    if (label->buddy())
                        letters += QKeySequence::mnemonic(label->text()).toString();
                }
                letters.removeAll(QString());
                QVERIFY(letters.size() > 7);
                const qsizetype all = letters.size();
                QVERIFY2(letters.removeDuplicates() == 0, qPrintable(QString::number(all) + u' ' + letters.join(u' ')));
            }
        }
    }

    void theTitleSaysWhatIsInFrontAndNothingOfItWhenLocked()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store);
        QCOMPARE(window.window().windowTitle(), QStringLiteral("Yizhan"));
        QVERIFY(window.unlock());
        window.desk().goTo(Kind::Mediation);
        QCOMPARE(window.window().windowTitle(), QStringLiteral("Mediation - Yizhan"));
        window.desk().newRecord(Kind::Mediation);
        WindowFixture::type(window.input(mediation::facts), QStringLiteral("abc"));
        QVERIFY(window.window().windowTitle().startsWith(QStringLiteral("○ New")));
        QTRY_VERIFY(window.window().windowTitle().startsWith(QStringLiteral("◐ New"))); // the draft is written
        window.program().lock();
        QCOMPARE(window.window().windowTitle(), QStringLiteral("Yizhan"));
    }

    void theLockClosesMenusAndSheetsToo()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        window.desk().goTo(Kind::Mediation);
        QTRY_COMPARE(window.rows(), 0);
        window.desk().docket()->showColumnChooser(QPoint(50, 50));
        window.window().actions().get(Act::Shortcuts)->trigger();
        window.program().lock();
        QVERIFY(!window.isUnlocked());
        for (const QWidget *widget : QApplication::topLevelWidgets())
            QVERIFY2(widget == &window.window() || !widget->isVisible(), widget->metaObject()->className());
    }

    void whatWasTypedIsListedAsUnfinishedWhenTheTabIsClosed()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        window.desk().newRecord(Kind::Mediation);
        WindowFixture::type(window.input(mediation::facts), QStringLiteral("没写完"));
        QTest::keyClick(&window.window(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!window.desk().form());
        QVERIFY(!window.desk().bar().text().isEmpty());
        QTRY_VERIFY(window.desk().bar().findChild<QPushButton *>()->isVisible()); // to open it again, once the draft is there
        window.desk().goTo(Kind::None);
        QTRY_VERIFY(window.find<QPushButton>(QStringLiteral("continueDraft")));
        QTest::mouseClick(window.find<QPushButton>(QStringLiteral("continueDraft")), Qt::LeftButton);
        QTRY_VERIFY(window.desk().form());
        QCOMPARE(textOf(qobject_cast<QPlainTextEdit *>(window.input(mediation::facts))), QStringLiteral("没写完"));
    }

    void theLanguageChangesAtOnceAndTheOpenFormStays()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store, QStringLiteral("en"));
        QVERIFY(window.unlock());
        window.desk().newRecord(Kind::Mediation);
        WindowFixture::type(window.input(mediation::facts), QStringLiteral("abc"));
        QCOMPARE(window.window().actions().get(Act::Lock)->text(), QStringLiteral("Lock now"));
        QSignalSpy rebuilt(&window.program(), &Program::windowRebuilt);
        window.window().actions().get(Act::Chinese)->trigger();
        QVERIFY(rebuilt.wait());
        QVERIFY(window.window().actions().get(Act::Lock)->text() != QLatin1String("Lock now"));
        QTRY_VERIFY(window.desk().form());
        QCOMPARE(textOf(qobject_cast<QPlainTextEdit *>(window.input(mediation::facts))), QStringLiteral("abc"));
        window.window().actions().get(Act::English)->trigger();
        QVERIFY(rebuilt.wait());
        QCOMPARE(window.window().actions().get(Act::Lock)->text(), QStringLiteral("Lock now"));
    }

    void coloursAndLettersChangeAtOnce()
    {
        StoreFixture store;
        store.close();
        WindowFixture window(store);
        const QColor light = QApplication::palette().color(QPalette::Window);
        window.window().actions().get(Act::ThemeDark)->trigger();
        QVERIFY(window.program().theme().isDark());
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < light.lightness());
        const int points = QApplication::font().pointSize();
        QTest::keyClick(&window.window(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(QApplication::font().pointSize(), points + 1);
        window.window().actions().get(Act::NormalText)->trigger();
        window.window().actions().get(Act::ThemeLight)->trigger();
    }

    void everythingIsFoundFromOneLine()
    {
        StoreFixture store;
        fill(store, 3);
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        QTest::keyClick(&window.window(), Qt::Key_K, Qt::ControlModifier);
        auto *line = window.find<QLineEdit>(QStringLiteral("findLine"));
        QVERIFY(line->isVisible() && line->hasFocus());
        WindowFixture::type(line, QStringLiteral("zw"));
        auto *hits = window.find<QListView>(QStringLiteral("findHits"));
        QTRY_COMPARE(hits->model()->rowCount(), 1);
        QTRY_VERIFY(hits->currentIndex().isValid());
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(window.desk().form());
        QVERIFY(!line->isVisible());
    }

    void theStatusLineTellsTheTruthAndExplainsItself()
    {
        StoreFixture store;
        fill(store, 2);
        store.close();
        WindowFixture window(store);
        auto *line = window.find<QToolButton>(QStringLiteral("status.line"));
        QVERIFY(line->text().contains(QStringLiteral("Not connected")));
        QVERIFY(!window.find<QToolButton>(QStringLiteral("status.unsent"))->isVisible()); // locked: nothing of the store
        QVERIFY(window.unlock());
        auto *unsent = window.find<QToolButton>(QStringLiteral("status.unsent"));
        QTRY_VERIFY(unsent->isVisible());
        QVERIFY2(!unsent->text().endsWith(QStringLiteral(" 0")), qPrintable(unsent->text()));
        QVERIFY(window.find<QToolButton>(QStringLiteral("status.backup"))->text().contains(QStringLiteral("No backup")));
        QVERIFY(window.find<QToolButton>(QStringLiteral("status.calendar"))->text().contains(QStringLiteral("2026")));
        QTest::mouseClick(unsent, Qt::LeftButton);
        QVERIFY(window.desk().bar().text().contains(QStringLiteral("wait for a server")));
    }

    void f6WalksThroughThePartsOfTheWindow()
    {
        StoreFixture store;
        fill(store, 2);
        store.close();
        WindowFixture window(store);
        QVERIFY(window.unlock());
        window.desk().goTo(Kind::Mediation);
        QTRY_COMPARE(window.rows(), 2);
        window.desk().places()->setFocus();
        QList<QWidget *> visited;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&window.window(), Qt::Key_F6);
            visited += QApplication::focusWidget();
        }
        QCOMPARE(visited.last(), static_cast<QWidget *>(window.desk().places()));
        QVERIFY(visited.contains(static_cast<QWidget *>(window.desk().docket()->table())));
        QTest::keyClick(&window.window(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), visited[2]);
    }
};

QTEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
