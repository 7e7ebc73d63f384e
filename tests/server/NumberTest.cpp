// SPDX-License-Identifier: GPL-3.0-or-later
// Official numbers: each once, none missing without a word, whatever order they arrive in.
#include "tests/server/Stage.h"

#include "records/CodeList.h"
#include "records/NumberTable.h"
#include "records/OfficeDirectory.h"
#include "records/RuleBook.h"
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Notary.h"
#include "server/core/NumberDesk.h"

#include <QTest>

#include <set>

using namespace yizhan;
using namespace yizhan::tests;
using wire::VerdictCode;

namespace {

constexpr const char *key = "mediation/2026/JO01";

QString numberOf(qint64 serial)
{
    const NumberSeries *series = sharedRules()->numbers().find(u"mediation");
    const OfficeDirectory &offices = sharedRules()->offices();
    NumberFacts facts;
    facts.day = *Day::fromYmd(2026, 3, 2);
    facts.serial = serial;
    facts.city = offices.district().cityShort;
    facts.district = offices.district().shortName;
    facts.office = offices.find(QStringLiteral("JO01"))->shortName;
    facts.officeId = QStringLiteral("JO01");
    return formatNumber(*series, facts);
}

Record numbered(Workstation &at, const QString &number)
{
    Record root = sampleMediation();
    root.set(common::caseNo, number);
    return at.prepared(root);
}

Result<wire::LeaseBlock> lease(Workstation &at, std::int64_t request, int count = 5,
                               const QString &office = QStringLiteral("JO01"))
{
    wire::LeaseRequest message;
    message.key = QLatin1String(key);
    message.series = QStringLiteral("mediation");
    message.office = office;
    message.count = count;
    message.requestN = request;
    return at.ask<wire::LeaseBlock>("/v1/lease", message);
}

// Unused, or void for a reason. Answers whether the server took it.
bool giveBack(Workstation &at, std::int64_t first, std::int64_t last, const QString &reason = {})
{
    wire::LeaseReturn message;
    message.key = QLatin1String(key);
    message.first = first;
    message.last = last;
    message.reason = reason;
    return at.ask<wire::Empty>("/v1/lease/return", message).has_value();
}

// What a case is called that comes with this provisional number.
QString numberFor(Workstation &at, const QString &provisional)
{
    const Record root = numbered(at, provisional);
    at.pushOne(at.create(root));
    at.pullAll();
    return at.held(root.id)->record.get(common::caseNo);
}

} // namespace

class NumberTest : public QObject
{
    Q_OBJECT

private slots:
    void aProvisionalNumberBecomesFinalInTheSameTransaction()
    {
        Stage stage;
        const Record first = numbered(stage.one, QStringLiteral("P-JO01-01-1"));
        const Record second = numbered(stage.two, QStringLiteral("P-JO01-02-1"));
        QCOMPARE(stage.two.pushOne(stage.two.create(second)).code, VerdictCode::Applied);
        QCOMPARE(stage.one.pushOne(stage.one.create(first)).code, VerdictCode::Applied);
        stage.two.pullAll();
        QCOMPARE(stage.two.held(second.id)->record.get(common::caseNo), numberOf(1)); // by arrival
        QCOMPARE(stage.two.held(first.id)->record.get(common::caseNo), numberOf(2));
        QCOMPARE(stage.two.held(first.id)->record.get(common::provisionalNo), QStringLiteral("P-JO01-01-1"));
        // the rest of the row is what it was, and goes on without conflicts
        QCOMPARE(stage.one.pushOne(stage.one.set(first, mediation::guidance, Value(QStringLiteral("x")), 1)).code,
                 VerdictCode::Applied);
    }

    void aFinalNumberIsNotChangedAnyMore()
    {
        Stage stage;
        const Record root = numbered(stage.one, QStringLiteral("P-JO01-01-1"));
        stage.one.pushOne(stage.one.create(root));
        stage.one.pullAll();
        const Version base = stage.one.baseOf(root.id, common::caseNo);
        for (const Value &value : {Value(), Value(QStringLiteral("P-JO01-01-9")), Value(numberOf(77))}) {
            const wire::Verdict verdict = stage.one.pushOne(stage.one.set(root, common::caseNo, value, base));
            QCOMPARE(verdict.code, VerdictCode::Refused);
            QCOMPARE(verdict.reason, QStringLiteral("RULE"));
        }
        stage.one.pullAll();
        QCOMPARE(stage.one.held(root.id)->record.get(common::caseNo), numberOf(1));
    }

    void blocksNeverOverlapAndAskingAgainGivesTheSame()
    {
        Stage stage;
        const auto one = lease(stage.one, 1);
        const auto two = lease(stage.two, 1);
        QVERIFY(one && two);
        QCOMPARE(one->first, 1);
        QCOMPARE(one->last, 5);
        QCOMPARE(two->first, 6);
        const auto again = lease(stage.one, 1);
        QCOMPARE(again->first, one->first);
        QCOMPARE(lease(stage.one, 2)->first, 11);
        QVERIFY(one->expiresAt > stage.fixture.clock().now());
        QVERIFY(!lease(stage.other, 1));
        QCOMPARE(stage.other.lastStatus, 403);
        QVERIFY(!lease(stage.one, 3, 5, QStringLiteral("JO02"))); // the key is another office's
        wire::LeaseRequest certificates;
        certificates.key = QStringLiteral("notary-certificate/2026/ORG-NOTARY/x");
        certificates.series = QStringLiteral("notary-certificate");
        certificates.office = stage.officeA;
        QVERIFY(!stage.one.ask<wire::LeaseBlock>("/v1/lease", certificates)); // only from the server
        QCOMPARE(stage.one.lastStatus, 404);
    }

    void aNumberOfABlockIsTheWorkstationsThatHasIt()
    {
        Stage stage;
        const auto block = lease(stage.one, 1);
        const wire::Verdict stolen = stage.two.pushOne(stage.two.create(numbered(stage.two, numberOf(block->first))));
        QCOMPARE(stolen.reason, QStringLiteral("RULE"));
        const Record mine = numbered(stage.one, numberOf(block->first));
        QCOMPARE(stage.one.pushOne(stage.one.create(mine)).code, VerdictCode::Applied);
        const wire::Verdict twice = stage.one.pushOne(stage.one.create(numbered(stage.one, numberOf(block->first))));
        QCOMPARE(twice.reason, QStringLiteral("RULE"));
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM number WHERE state = 1"), 1);
        // provisional ones go on behind the block
        QCOMPARE(numberFor(stage.two, QStringLiteral("P-JO01-02-1")), numberOf(6));
    }

    void anOldRegistersNumberIsEnteredAndPassedOver()
    {
        Stage stage;
        const Record old = numbered(stage.one, numberOf(1));
        QCOMPARE(stage.one.pushOne(stage.one.create(old)).code, VerdictCode::Applied);
        QCOMPARE(numberFor(stage.one, QStringLiteral("P-JO01-01-1")), numberOf(2));
    }

    void aBlockIsNotLaidOverAnOldRegistersNumbers()
    {
        Stage stage;
        QCOMPARE(stage.one.pushOne(stage.one.create(numbered(stage.one, numberOf(8)))).code, VerdictCode::Applied);
        const auto behind = lease(stage.one, 1);
        QCOMPARE(behind->first, 9); // the series goes on behind it
        // far ahead, a slip of the pen: the series does not follow, and passes over it when its turn comes
        QCOMPARE(stage.one.pushOne(stage.one.create(numbered(stage.one, numberOf(2000)))).code, VerdictCode::Applied);
        for (int request = 2; request <= 11; ++request) {
            const auto block = lease(stage.one, request, 200);
            QVERIFY(block);
            QVERIFY(block->first > 2000 || block->last < 2000);
        }
        QVERIFY(lease(stage.one, 12, 5)->first > 2000);
    }

    void theYearClosesWhenEveryNumberIsAccountedFor()
    {
        Stage stage;
        Administration &admin = stage.fixture.admin();
        QVERIFY(!admin.closeYear(QLatin1String(key)));
        const auto block = lease(stage.one, 1, 4);
        stage.one.pushOne(stage.one.create(numbered(stage.one, numberOf(1))));
        const Outcome open = admin.closeYear(QLatin1String(key));
        QVERIFY(!open);
        QCOMPARE(open.error().details, (QStringList{QStringLiteral("3"), QLatin1String(key), QStringLiteral("2")}));
        QVERIFY(giveBack(stage.one, 2, 2, QStringLiteral("打印损坏")));
        QVERIFY(!giveBack(stage.two, 3, 4)); // another's block
        QVERIFY(giveBack(stage.one, 3, 4));
        QVERIFY(giveBack(stage.one, 3, 4)); // harmless
        // what came back goes out first
        QCOMPARE(numberFor(stage.two, QStringLiteral("P-JO01-02-1")), numberOf(3));
        QVERIFY(admin.closeYear(QLatin1String(key)));
        QVERIFY(!lease(stage.one, 2));
        const Record late = numbered(stage.two, QStringLiteral("P-JO01-02-2"));
        QCOMPARE(stage.two.pushOne(stage.two.create(late)).code, VerdictCode::Applied);
        stage.two.pullAll();
        QVERIFY(isProvisionalNumber(stage.two.held(late.id)->record.get(common::caseNo)));
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM number WHERE state = 2"), 1);
        static_cast<void>(block);
    }

    void aWithdrawnCasesNumberIsVoidAndNeverGivenOutAgain()
    {
        Stage stage;
        const Record root = numbered(stage.one, QStringLiteral("P-JO01-01-1"));
        stage.one.pushOne(stage.one.create(root));
        wire::Operation withdraw = stage.one.act(wire::Act::Withdraw, root, 1);
        withdraw.reason = QStringLiteral("重复登记");
        QCOMPARE(stage.one.pushOne(withdraw).code, VerdictCode::Applied);
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM number WHERE state = 2"), 1);
        QCOMPARE(numberFor(stage.one, QStringLiteral("P-JO01-01-2")), numberOf(2));
    }

    void afterARestoreNumbersJumpBeyondWhatWasGivenOut()
    {
        Stage stage;
        stage.one.pushOne(stage.one.create(numbered(stage.one, QStringLiteral("P-JO01-01-1"))));
        const QString folder = stage.fixture.folder() + QStringLiteral("/backup");
        QVERIFY(stage.fixture.admin().backup(folder));
        const auto lost = lease(stage.one, 1);
        QVERIFY(stage.fixture.admin().restore(folder));
        stage.one.hello();
        const auto block = lease(stage.one, 2);
        QVERIFY(block->first > lost->last);
        // the numbers jumped over are explained
        QVERIFY(giveBack(stage.one, block->first, block->last));
        QVERIFY(stage.fixture.admin().closeYear(QLatin1String(key)));
    }

    void aRestoreBehindTheServersBackIsNoticedByTheNumbersGivenOut()
    {
        Stage stage;
        const QString copy = stage.fixture.folder() + QStringLiteral("/copy");
        QVERIFY(lease(stage.one, 1));
        QVERIFY(stage.fixture.database().copyTo(copy));
        const auto lost = lease(stage.one, 2);
        QVERIFY(stage.fixture.database().copyFrom(copy));
        stage.fixture.reopen();
        // no log has grown, and who comes first is somebody who knows nothing
        const auto block = lease(stage.two, 1);
        QVERIFY(block);
        QVERIFY(block->first > lost->last);
    }

    void aSeriesThatTheBackupDidNotKnowBeginsBehindWhatMayHaveBeenGivenOut()
    {
        Stage stage;
        const QString folder = stage.fixture.folder() + QStringLiteral("/backup");
        QVERIFY(stage.fixture.admin().backup(folder)); // nobody was given a number yet
        const auto lost = lease(stage.one, 1);
        QCOMPARE(lost->first, 1);
        QVERIFY(stage.fixture.admin().restore(folder));
        stage.one.hello();
        stage.two.hello();
        const auto block = lease(stage.two, 1);
        QVERIFY(block->first > lost->last);
        // paper with a number of the forgotten block is about: it is entered, and nobody else gets it or its neighbours
        QCOMPARE(stage.one.pushOne(stage.one.create(numbered(stage.one, numberOf(lost->first + 1)))).code,
                 VerdictCode::Applied);
        QCOMPARE(numberFor(stage.two, QStringLiteral("P-JO01-02-1")), numberOf(block->last + 1));
        // what was passed over is explained
        QVERIFY(giveBack(stage.two, block->first, block->last));
        QVERIFY(stage.fixture.admin().closeYear(QLatin1String(key)));
    }

    void aWaitingRowAsksForItsNumberOnline()
    {
        Stage stage;
        const Record root = stage.withCase();
        wire::NumberRequest message;
        message.record = root.id;
        message.field = common::caseNo.id;
        const auto given = stage.two.ask<wire::NumberResponse>("/v1/number", message);
        QVERIFY(given);
        QCOMPARE(given->number, numberOf(1));
        QCOMPARE(stage.two.ask<wire::NumberResponse>("/v1/number", message)->number, numberOf(1));
        stage.one.pullAll();
        QCOMPARE(stage.one.held(root.id)->record.get(common::caseNo), numberOf(1));
        QVERIFY(!stage.other.ask<wire::NumberResponse>("/v1/number", message));
        QCOMPARE(stage.other.lastStatus, 404);
        message.field = mediation::guidance.id;
        QVERIFY(!stage.two.ask<wire::NumberResponse>("/v1/number", message));
    }

    void numbersOfManyWorkstationsAreDenseAndUnique()
    {
        Stage stage;
        std::set<QString> numbers;
        for (int round = 0; round < 10; ++round) {
            for (Workstation *at : {&stage.one, &stage.two}) {
                const Record root = numbered(*at, QStringLiteral("P-JO01-%1-%2").arg(at->station).arg(round));
                at->pushOne(at->create(root));
            }
        }
        stage.one.pullAll();
        for (const HeldRow *row : stage.one.heldOf(Kind::Mediation))
            numbers.insert(row->record.get(common::caseNo));
        QCOMPARE(numbers.size(), 20U);
        for (int serial = 1; serial <= 20; ++serial)
            QVERIFY(numbers.contains(numberOf(serial)));
    }
};

QTEST_GUILESS_MAIN(NumberTest)
#include "NumberTest.moc"
