// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with a synchronisation that the test plays: from unlock to lock, status line, settling, joining, recall.
#include "app/desktop/StatusStrip.h"
#include "forms/DocketPane.h"
#include "forms/EnrolPage.h"
#include "forms/ExchangePane.h"
#include "forms/FirstStartPage.h"
#include "forms/MessageBar.h"
#include "forms/RecordForm.h"
#include "forms/SettlementPane.h"
#include "forms/SummaryPane.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "store/SyncDoor.h"
#include "sync/engine/EngineErrors.h"
#include "tests/desktop/WindowFixture.h"
#include "tests/support/ConflictSamples.h"
#include "tests/support/FakeSync.h"
#include "tests/support/Samples.h"

#include <QCheckBox>
#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

// Hands out a fake whose state the test sets; null once it was destroyed.
struct Played {
    QPointer<FakeSync> sync;
    int made = 0;

    SyncHost::Parts parts()
    {
        SyncHost::Parts parts;
        parts.control = [this](Store &store) -> std::unique_ptr<SyncControl> {
            auto fake = std::make_unique<FakeSync>();
            fake->readQueue(store);
            sync = fake.get();
            ++made;
            return fake;
        };
        return parts;
    }
};

std::shared_ptr<Workstation> someWorkstation()
{
    auto workstation = std::make_shared<Workstation>();
    workstation->server = QStringLiteral("https://server.example:8443");
    workstation->district = QStringLiteral("District");
    workstation->device = RecordId::fromBytes(QByteArray(16, '\x11')).value();
    workstation->office = QStringLiteral("JO02");
    workstation->station = QStringLiteral("07");
    workstation->certificates = QByteArray("certificate");
    workstation->escrowKey = QByteArray(32, 'e');
    workstation->districtKey = QByteArray(32, 'd');
    workstation->publicKey = QByteArray(32, 'p');
    workstation->secretKey = SecureBytes(64);
    return workstation;
}

QFuture<Result<Joined>> answered(const Result<Joined> &answer)
{
    QPromise<Result<Joined>> promise;
    const QFuture<Result<Joined>> future = promise.future();
    promise.start();
    promise.addResult(answer);
    promise.finish();
    return future;
}

void fillIn(EnrolPage &page, const QString &login, const QString &password)
{
    page.setCodeCheck({});
    const auto type = [&](const char *name, const QString &text) {
        WindowFixture::type(page.findChild<QLineEdit *>(QLatin1String(name)), text);
    };
    type("server", QStringLiteral("server.example:8443"));
    for (int i = 1; i <= EnrolPage::groups; ++i)
        type(qPrintable(QStringLiteral("code.%1").arg(i)), QStringLiteral("ABCDE"));
    type("workstationName", QStringLiteral("counter 1"));
    if (!page.findChild<QLineEdit *>(QStringLiteral("enrolLogin"))->isReadOnly())
        type("enrolLogin", login);
    type("enrolPassword", password);
}

} // namespace

class SyncWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void theStatusLineTellsTheQueueAndItsPartsLeadToTheirPlaces()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.submit(Operation::set(root, {{&mediation::amountClaimed, Value(Money{5})}}));
        refuseLast(store, QStringLiteral("NO_RIGHT"));
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("待上传"))}}));
        lateValue(store, root, mediation::occurredOn, Value(), Value(*Day::fromYmd(2026, 2, 1)));
        const Result<OutboxSummary> queue = await(SyncDoor(store.store()).outbox());
        QVERIFY(queue && queue->unsent > 0 && queue->returned == 1 && queue->openConflicts == 1);
        store.close();
        Played played;
        WindowFixture window(store, QStringLiteral("en"), played.parts());
        QVERIFY(window.unlock());
        QCOMPARE(played.made, 1);
        const auto part = [&](const char *name) { return window.find<QToolButton>(QLatin1String(name)); };
        QVERIFY(part("status.unsent")->text().contains(QString::number(queue->unsent)));
        QVERIFY(part("status.conflicts")->text().contains(u'1'));
        QVERIFY(part("status.returned")->text().contains(u'1'));
        QTest::mouseClick(part("status.conflicts"), Qt::LeftButton);
        QCOMPARE(window.desk().place(), Kind::Conflict);
        QVERIFY(window.desk().exchange().settlement().isVisible());
        QTest::mouseClick(part("status.returned"), Qt::LeftButton);
        QVERIFY(window.find<QWidget>(QStringLiteral("tray"))->isVisible());
        QTest::mouseClick(part("status.line"), Qt::LeftButton);
        QVERIFY(window.find<QWidget>(QStringLiteral("syncPanel"))->isVisible());
    }

    void f8OpensTheStateAndPressedAgainExchangesNow()
    {
        StoreFixture store;
        store.close();
        Played played;
        WindowFixture window(store, QStringLiteral("en"), played.parts());
        QVERIFY(window.unlock());
        QTest::keyClick(&window.window(), Qt::Key_F8);
        QVERIFY(window.desk().exchangeIsInFront());
        QCOMPARE(played.sync->rounds, 0);
        QTest::keyClick(&window.window(), Qt::Key_F8);
        QCOMPARE(played.sync->rounds, 1);
    }

    void afterTheTimeWithoutTheDistrictNothingIsShownBeforeItHasLetThePersonIn()
    {
        StoreFixture store;
        SyncDoor door(store.store());
        const std::shared_ptr<Workstation> workstation = someWorkstation();
        workstation->server = QStringLiteral("https://127.0.0.1:9");
        QVERIFY(await(door.enrol(workstation)));
        QVERIFY(await(door.allowOffline(store.user(), Instant{store.clock().now().ms + 1000})));
        store.submit(Operation::create(sampleConsultation()));
        store.clock().advanceMs(60'000);
        store.close();
        Played played;
        WindowFixture window(store, QStringLiteral("en"), played.parts());
        auto *password = window.find<QLineEdit>(QStringLiteral("password"));
        const auto problem = [&] { return window.find<QLabel>(QStringLiteral("unlockProblem"))->text(); };
        const auto press = [&] {
            WindowFixture::type(password, StoreFixture::password());
            QTest::keyClick(password, Qt::Key_Return);
        };
        SyncStatus status;
        const auto tell = [&](SyncStage stage) {
            status.stage = stage;
            played.sync->tell(status);
        };

        // no line: it is said why, what is safe and what to do
        press();
        QTRY_VERIFY(played.sync);
        QVERIFY(!window.isUnlocked());
        tell(SyncStage::Waiting);
        QTRY_VERIFY(problem().contains(QStringLiteral("ST-45")));
        QTRY_VERIFY(!played.sync);
        QVERIFY(!window.isUnlocked());

        // the district does not take the password: another one, or a second factor
        press();
        QTRY_VERIFY(played.sync);
        status.error = Error(ErrorKind::Auth, engineerrors::loginNeeded);
        tell(SyncStage::NeedsLogin);
        QTRY_COMPARE(played.sync->logins.size(), 1); // tried by itself
        status.error = Error(ErrorKind::Auth, engineerrors::refusedLogin);
        tell(SyncStage::NeedsLogin);
        auto *other = window.find<QLineEdit>(QStringLiteral("districtPassword"));
        QTRY_VERIFY(other->isVisible());
        QTRY_VERIFY(other->hasFocus());
        WindowFixture::type(other, QStringLiteral("another"));
        QTest::keyClick(other, Qt::Key_Return);
        QCOMPARE(played.sync->logins.size(), 2);
        QVERIFY(played.sync->logins.last().endsWith(QStringLiteral("/another")));
        QVERIFY(!window.isUnlocked());
        status.error.reset();
        tell(SyncStage::Sending);
        QTRY_VERIFY(window.isUnlocked());
        QCOMPARE(played.made, 2); // the same one goes on
    }

    void itRunsFromUnlockToLockAndTriesThePasswordOnce()
    {
        StoreFixture store;
        store.close();
        Played played;
        WindowFixture window(store, QStringLiteral("en"), played.parts());
        QVERIFY(!played.sync);
        QVERIFY(window.unlock());
        QVERIFY(played.sync);
        SyncStatus status;
        status.stage = SyncStage::NeedsLogin;
        played.sync->tell(status);
        QCOMPARE(played.sync->logins, QStringList{QStringLiteral("wang/") + StoreFixture::password()});
        played.sync->tell(status); // refused there: a person is asked, nobody guesses
        QCOMPARE(played.sync->logins.size(), 1);
        window.program().lock();
        QVERIFY(!played.sync);
        QVERIFY(!window.find<QToolButton>(QStringLiteral("status.unsent"))->isVisible());
        QVERIFY(window.unlock());
        QCOMPARE(played.made, 2);
    }

    void aConflictIsReachedFromTheCaseAndSettledWithTwoKeys()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("后到的事实")));
        store.close();
        Played played;
        WindowFixture window(store, QStringLiteral("en"), played.parts());
        QVERIFY(window.unlock());
        const int row = window.desk().navigation().rowOf(Kind::Conflict);
        QTRY_COMPARE(window.desk().navigation().places()[std::size_t(row)].count, 1);
        window.desk().goTo(Kind::Mediation);
        QTRY_COMPARE(window.rows(), 1);
        window.desk().docket()->table()->selectRow(0);
        auto *settle = window.find<QPushButton>(QStringLiteral("settleCase"));
        QTRY_VERIFY(settle->isVisible());
        QTest::mouseClick(settle, Qt::LeftButton);
        QTRY_VERIFY(window.desk().exchange().settlement().current() != RecordId());
        QTRY_VERIFY(window.desk().exchange().settlement().list()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(window.desk().exchange().conflicts().count(), 0);
        QTRY_COMPARE(window.desk().navigation().places()[std::size_t(row)].count, 0);
        const Result<Record> now = await(window.program().workspace()->store().record(root));
        QCOMPARE(now->get(mediation::facts), QStringLiteral("后到的事实"));
    }

    void anOpenedCaseSaysThatSomethingWaitsToBeSettled()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("后到")));
        store.close();
        Played played;
        WindowFixture window(store, QStringLiteral("en"), played.parts());
        QVERIFY(window.unlock());
        window.desk().open(root);
        QTRY_VERIFY(window.desk().form());
        QVERIFY(window.desk().form()->bar().text().contains(u'◆'));
    }

    void whatCameBackIsChangedAndSentAgainAndLeavesTheTray()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        store.create(sampleParty(root, QStringLiteral("张伟"), QStringLiteral("11010519491231002X")));
        refuseLast(store, QStringLiteral("RULE"));
        store.close();
        Played played;
        WindowFixture window(store, QStringLiteral("en"), played.parts());
        QVERIFY(window.unlock());
        window.desk().showTray();
        TrayModel &tray = window.desk().exchange().tray();
        QTRY_COMPARE(tray.rowCount(), 1);
        QTest::keyClick(window.find<QTableView>(QStringLiteral("returned")), Qt::Key_Return);
        QTRY_VERIFY(window.desk().form());
        RecordDraft &draft = window.desk().form()->draft();
        QTRY_COMPARE(draft.rows(Kind::Party).size(), std::size_t{1});
        QTest::keyClick(&window.window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(tray.rowCount(), 0);
        const Result<CaseFile> file = await(window.program().workspace()->store().caseFile(root));
        QCOMPARE(file->of(Kind::Party).size(), std::size_t{1});
    }

    void aStoreThatIsThereJoinsAndAsksToBeUnlockedOnceMore()
    {
        StoreFixture store;
        store.create(sampleMediation());
        store.close();
        Played played;
        SyncHost::Parts parts;
        QString code;
        parts.control = [](Store &) -> std::unique_ptr<SyncControl> { return nullptr; };
        parts.enrol = [&](const EnrolPage::Wish &wish) {
            code = wish.code;
            return answered(Joined{someWorkstation(), RecordId(), wish.login, QStringLiteral("王小明"), {}});
        };
        WindowFixture window(store, QStringLiteral("en"), parts);
        QVERIFY(window.unlock());
        QTest::keyClick(&window.window(), Qt::Key_F8);
        QTest::mouseClick(window.find<QPushButton>(QStringLiteral("join")), Qt::LeftButton);
        EnrolPage &page = window.desk().exchange().enrolPage();
        QTRY_VERIFY(page.isVisible());
        fillIn(page, {}, StoreFixture::password());
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("enrol")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!window.isUnlocked(), 10'000);
        QCOMPARE(code, QStringLiteral("ABCDE-ABCDE-ABCDE-ABCDE-ABCDE"));
        QVERIFY(workstation::exists(store.folder()));
        QVERIFY(window.find<QLabel>(QStringLiteral("unlockProblem"))->text().contains(QStringLiteral("once more")));
        QVERIFY(window.unlock());
    }

    void aNewWorkstationJoinsWithoutBeingAskedForAnOffice()
    {
        StoreFixture other; // only for its rules, clock and cheap keys
        QTemporaryDir folder;
        Options options;
        options.folder = folder.filePath(QStringLiteral("new"));
        options.language = QStringLiteral("en");
        SyncHost::Parts parts;
        QPointer<FakeSync> sync;
        parts.control = [&](Store &) -> std::unique_ptr<SyncControl> {
            auto fake = std::make_unique<FakeSync>();
            sync = fake.get();
            return fake;
        };
        int tries = 0;
        parts.enrol = [&](const EnrolPage::Wish &wish) {
            if (++tries == 1)
                return answered(Error(ErrorKind::Auth, tried));
            return answered(Joined{someWorkstation(),
                                   RecordId::fromBytes(QByteArray(16, '\x22')).value(),
                                   wish.login,
                                   QStringLiteral("赵敏"),
                                   {QStringLiteral("OFFICE_STAFF")}});
        };
        Program program(*qApp, options, other.options(), parts);
        QVERIFY(program.start());
        MainWindow &window = *program.window();
        QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("joinInstead")), Qt::LeftButton);
        EnrolPage &page = window.joinPage();
        QVERIFY(page.isVisible());
        fillIn(page, QStringLiteral("zhao"), StoreFixture::password());
        auto *join = page.findChild<QPushButton *>(QStringLiteral("enrol"));
        QTest::mouseClick(join, Qt::LeftButton);
        auto *problem = page.findChild<QLabel *>(QStringLiteral("enrolProblem"));
        QTRY_VERIFY(problem->isVisible()); // and everything typed is still there
        QTest::mouseClick(join, Qt::LeftButton);
        auto *key = window.findChild<QLabel *>(QStringLiteral("recoveryKey"));
        QTRY_VERIFY_WITH_TIMEOUT(!key->text().isEmpty() && workstation::exists(options.folder), 10'000);
        window.findChild<QCheckBox *>(QStringLiteral("writtenDown"))->setChecked(true);
        QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("begin")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.desk() && program.workspace(), 10'000);
        const Session &session = program.workspace()->session();
        QCOMPARE(session.actor.office, QStringLiteral("JO02"));
        QCOMPARE(session.name, QStringLiteral("赵敏"));
        QCOMPARE(session.actor.user, RecordId::fromBytes(QByteArray(16, '\x22')).value());
        QVERIFY(sync);
    }

    void aWorkstationThatIsTakenOutOfServiceIsEmptiedAndSaysSo()
    {
        StoreFixture store;
        store.create(sampleMediation());
        store.close();
        Played played;
        WindowFixture window(store, QStringLiteral("en"), played.parts());
        QVERIFY(window.unlock());
        window.desk().newRecord(Kind::Mediation); // whatever is open goes at once
        emit window.program().findChild<SyncHost *>()->recalled();
        QVERIFY(!window.isUnlocked());
        QVERIFY(!Store::exists(store.folder()));
        QVERIFY(!workstation::exists(store.folder()));
        const QList<QLabel *> labels = window.window().firstStartPage().findChildren<QLabel *>();
        QVERIFY(window.window().firstStartPage().isVisible());
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("taken out of service"));
        }));
    }

private:
    static constexpr ErrorText tried{"SE-15", "The code was refused.", "Nothing was changed.", "Ask for another."};
};

QTEST_MAIN(SyncWindowTest)
#include "SyncWindowTest.moc"
