// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write what, who sees whom.
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/User.h"
#include "store/Judge.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

Session sessionWith(const QStringList &roles)
{
    Session session;
    session.actor.roles = roles;
    session.actor.user.bytes[0] = 1;
    session.staff.bytes[0] = 2;
    return session;
}

} // namespace

class StoreRightsTest : public QObject
{
    Q_OBJECT

private slots:
    void rolesDecide_data()
    {
        QTest::addColumn<QString>("roles");
        QTest::addColumn<bool>("reads");
        QTest::addColumn<bool>("writes");
        QTest::addColumn<bool>("users");
        QTest::newRow("mediator") << QStringLiteral("MEDIATOR") << true << true << false;
        QTest::newRow("head") << QStringLiteral("OFFICE_HEAD") << true << true << true;
        QTest::newRow("auditor") << QStringLiteral("AUDITOR") << true << false << false;
        QTest::newRow("statistician") << QStringLiteral("STATS") << true << false << false;
        QTest::newRow("administrator") << QStringLiteral("SYS_ADMIN") << false << false << true;
        QTest::newRow("security") << QStringLiteral("SEC_ADMIN") << false << false << true;
        QTest::newRow("terminal") << QStringLiteral("KIOSK") << false << true << false;
        QTest::newRow("none") << QString() << false << false << false;
    }
    void rolesDecide()
    {
        QFETCH(QString, roles);
        QFETCH(bool, reads);
        QFETCH(bool, writes);
        QFETCH(bool, users);
        const Session session = sessionWith(roles.isEmpty() ? QStringList() : QStringList{roles});
        QCOMPARE(session.mayReadCases(), reads);
        QCOMPARE(session.mayWriteCases(), writes);
        QCOMPARE(session.mayManageUsers(), users);
        QCOMPARE(judge::mayRead(session).has_value(), reads);
    }

    void aTerminalTakesInAndDoesNothingElse()
    {
        const Session terminal = sessionWith({QStringLiteral("KIOSK")});
        QVERIFY(judge::mayWrite(terminal, Operation::Act::Create, mediation::spec, Record()));
        QVERIFY(!judge::mayWrite(terminal, Operation::Act::Set, mediation::spec, sampleMediation()));
    }

    void whoWorksHereIsSetUpByThoseWhoManageUsers()
    {
        const Session mediator = sessionWith({QStringLiteral("MEDIATOR")});
        QCOMPARE(errorOf(judge::mayWrite(mediator, Operation::Act::Create, user::spec, Record())).kind, ErrorKind::Forbidden);
        QVERIFY(judge::mayWrite(sessionWith({QStringLiteral("SYS_ADMIN")}), Operation::Act::Create, user::spec, Record()));
        QVERIFY(
            !judge::mayWrite(sessionWith({QStringLiteral("SYS_ADMIN")}), Operation::Act::Create, mediation::spec, Record()));
    }

    void aRestrictedCaseIsForItsHandlerAndTheHead()
    {
        Record restricted = sampleMediation();
        restricted.set(common::restricted, true);
        const Session mediator = sessionWith({QStringLiteral("MEDIATOR")});
        QVERIFY(!mediator.seesUnmasked(restricted));
        QVERIFY(!judge::mayWrite(mediator, Operation::Act::Set, mediation::spec, restricted));
        QVERIFY(sessionWith({QStringLiteral("OFFICE_HEAD")}).seesUnmasked(restricted));
        QVERIFY(sessionWith({QStringLiteral("AUDITOR")}).seesUnmasked(restricted));
        restricted.set(common::handler, mediator.staff);
        QVERIFY(mediator.seesUnmasked(restricted));
        QVERIFY(judge::mayWrite(mediator, Operation::Act::Set, mediation::spec, restricted));
        QVERIFY(mediator.seesUnmasked(sampleMediation()));
    }

    void aColleagueDoesNotWorkOnARestrictedCase()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        store.submit(Operation::set(id, {{&common::restricted, Value(true)}}));
        const QString password = QStringLiteral("Another-Horse-8");
        QVERIFY(await(store->addUser(QStringLiteral("li"), {}, password, {QStringLiteral("MEDIATOR")})));
        store.open(QStringLiteral("li"), password);
        QCOMPARE(store.refused(Operation::create(sampleNote(id, QStringLiteral("x")))).kind, ErrorKind::Forbidden);
        QCOMPARE(store.refused(Operation::set(id, {{&mediation::facts, Value(QStringLiteral("x"))}})).kind,
                 ErrorKind::Forbidden);
        QCOMPARE(store.refused(Operation::withdraw(id), QStringLiteral("x")).kind, ErrorKind::Forbidden);
    }

    void lookingAtUnmaskedDataIsAudited()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleMediation());
        QVERIFY(await(store->noteSeen(id, QStringLiteral("READ_SENS"), QStringLiteral("核对身份"))));
        const Result<std::vector<HistoryEntry>> history = await(store->history(id));
        QVERIFY(history);
        QCOMPARE(history->back().event, QStringLiteral("READ_SENS"));
        QCOMPARE(history->back().reason, QStringLiteral("核对身份"));
        QCOMPARE(history->back().user, store.user());
    }
};

QTEST_GUILESS_MAIN(StoreRightsTest)
#include "StoreRightsTest.moc"
