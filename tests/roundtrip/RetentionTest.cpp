// SPDX-License-Identifier: GPL-3.0-or-later
// The end of retention as workstations see it: what was purged leaves every store, one that was away reads anew without losing
// what it has not sent, and late work on what is gone ends before a person's eyes.
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "server/core/Purge.h"
#include "tests/roundtrip/Staffed.h"
#include "tests/support/Samples.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString officeA = QString::fromLatin1(DistrictFixture::officeA);
constexpr std::int64_t dayMs = 86'400'000;

struct OldTown : TwoDesks {
    OldTown()
        : TwoDesks(QStringLiteral("wang"), QStringLiteral("li"), {QStringLiteral("OFFICE_HEAD"), QStringLiteral("MEDIATOR")},
                   {QStringLiteral("OFFICE_HEAD")})
    {}
    RecordId closedCase()
    {
        Record root = sampleMediation();
        root.set(common::closedOn, *Day::fromYmd(2015, 12, 31));
        root.set(common::retention, QStringLiteral("Y10"));
        root = counter.prepared(root);
        if (counter.pushOne(counter.create(root)).code != wire::VerdictCode::Applied)
            qFatal("not taken");
        return root.id;
    }
    purge::Report purge()
    {
        const auto rules = RetentionTable::fromJson(
            QStringLiteral("retention.json"),
            R"({"format": "yizhan-retention/1", "rules": [{"kind": "mediation", "period": "Y10", "counted_from": "closed_on",
                "years": 10, "basis": "x"}]})");
        const auto report = purge::carryOut(district.district().context(), *rules, QStringLiteral("y"));
        if (!report)
            qFatal("%s", qPrintable(report.error().toLog()));
        return *report;
    }
    void days(int count)
    {
        district.clock().advanceMs(count * dayMs);
        one.clock().advanceMs(count * dayMs);
        two.clock().advanceMs(count * dayMs);
    }
};

} // namespace

class RetentionTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasPurgedLeavesTheStoresThatFollowTheLog()
    {
        OldTown town;
        const RecordId old = town.closedCase();
        town.one.run();
        QVERIFY(town.one.has(old));
        QCOMPARE(town.purge().cases(), 1);
        town.one.run();
        QVERIFY(!town.one.has(old));
        QVERIFY(!town.one.core().status().error);
        QCOMPARE(town.one.asked["/v1/digest"], 0); // nothing differed
    }

    void whoWasAwayReadsAnewAndLateWorkIsBeforeAPerson()
    {
        OldTown town;
        const RecordId old = town.closedCase();
        const RecordId other = town.closedCase();
        town.two.run();
        const RecordId kept = town.two.create(sampleMediation());
        town.two.run();
        town.two.set(old, {{&mediation::guidance, Value(QStringLiteral("离线时补记"))}});
        const RecordId mine = town.two.create(sampleMediation()); // unsent as well
        QCOMPARE(town.purge().cases(), 2);
        town.one.run();
        town.one.create(sampleMediation());
        town.one.run();
        town.days(200);
        QCOMPARE(town.purge().forgotten, 2); // the log knows nothing of it any more
        town.one.run();

        town.two.run(); // the login of half a year ago has ended
        town.two.run();
        const auto error = town.two.core().status().error;
        QVERIFY2(!error, error ? qPrintable(error->toLog()) : "");
        QVERIFY(!town.two.has(old) && !town.two.has(other));
        QVERIFY(town.two.has(kept) && town.two.has(mine));
        QCOMPARE(town.two.outbox().unsent, 0);
        const std::vector<OpenConflict> open = town.two.conflicts();
        QCOMPARE(open.size(), 1U);
        town.one.run();
        QVERIFY(town.one.has(mine));
        QCOMPARE(town.one.conflicts().size(), 1U);
        QCOMPARE(town.district.number("SELECT COUNT(*) FROM operation WHERE reason = 'GONE'"), 1);
        QVERIFY(town.district.admin().verify()->faults.isEmpty());
        QCOMPARE(town.two.asked["/v1/fetch"], 0); // no row had to be mended
    }

    void aLargePurgeIsAllowedByAPersonAtEachWorkstation()
    {
        OldTown town;
        for (int i = 0; i < 60; ++i)
            town.closedCase();
        town.one.run();
        QCOMPARE(town.purge().cases(), 60);
        town.one.run();
        QCOMPARE(town.one.core().status().removals.size(), 1U);
        QCOMPARE(town.one.core().status().removals.at(0).rows, 60);
        town.one.core().allowRemoval(officeA);
        town.one.run();
        QVERIFY(town.one.core().status().removals.empty());
        QVERIFY(!town.one.core().status().error);
        QCOMPARE(town.one.asked["/v1/fetch"], 0);
    }
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "RetentionTest.moc"
