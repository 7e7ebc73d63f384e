// SPDX-License-Identifier: GPL-3.0-or-later
// The end of retention on the server: only by a rule, counted first; what goes leaves no values behind, and everything that
// proves the rest goes on proving it.
#include "tests/server/Stage.h"

#include "records/CodeList.h"
#include "records/RuleBook.h"
#include "records/kinds/Attachment.h"
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "server/core/Attachments.h"
#include "server/core/Purge.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

constexpr std::int64_t dayMs = 86'400'000;

RetentionTable rules(const QByteArray &list)
{
    const auto table = RetentionTable::fromJson(QStringLiteral("retention.json"),
                                                R"({"format": "yizhan-retention/1", "rules": [)" + list + "]}");
    if (!table)
        qFatal("%s", qPrintable(table.error().toLog()));
    return *table;
}

RetentionTable tenYears()
{
    return rules(R"({"kind": "mediation", "period": "Y10", "counted_from": "closed_on", "years": 10, "basis": "试行规定"})");
}

Record closedCase(Workstation &at, const char *closedOn, const char *period = "Y10")
{
    Record root = sampleMediation();
    root.set(common::closedOn, *Day::fromIso(QString::fromLatin1(closedOn)));
    if (*period)
        root.set(common::retention, QString::fromLatin1(period));
    return at.prepared(root);
}

struct Archive : Stage {
    Record withClosed(const char *closedOn, const char *period = "Y10")
    {
        const Record root = closedCase(one, closedOn, period);
        if (one.pushOne(one.create(root)).code != wire::VerdictCode::Applied)
            qFatal("not taken");
        return root;
    }
    purge::Report plan(const RetentionTable &table) { return *purge::plan(fixture.district().context(), table); }
    purge::Report purge(const RetentionTable &table)
    {
        const auto report = purge::carryOut(fixture.district().context(), table, QStringLiteral("局批〔2026〕1号"));
        if (!report)
            qFatal("%s", qPrintable(report.error().toLog()));
        return *report;
    }
    qint64 rowsOf(const RecordId &root) { return fixture.number("SELECT COUNT(*) FROM record WHERE root = ?", {root}); }
    QStringList faults() { return fixture.admin().verify()->faults; }
};

} // namespace

class PurgeTest : public QObject
{
    Q_OBJECT

private slots:
    void aRuleNamesKindPeriodDayAndBasis()
    {
        const auto refused = [](const QByteArray &rule) {
            const auto table = RetentionTable::fromJson(QStringLiteral("r.json"),
                                                        R"({"format": "yizhan-retention/1", "rules": [)" + rule + "]}");
            return table ? QString() : QString::fromLatin1(table.error().text->code);
        };
        const QByteArray good =
            R"({"kind": "mediation", "period": "Y10", "counted_from": "closed_on", "years": 10, "basis": "x"})";
        QCOMPARE(refused(good), QString());
        QCOMPARE(refused(good + ',' + good), QStringLiteral("DF-08"));
        QCOMPARE(refused(QByteArray(good).replace("Y10", "PERM")), QStringLiteral("DF-07")); // permanent is permanent
        QCOMPARE(refused(QByteArray(good).replace("mediation", "party")), QStringLiteral("DF-09"));
        QCOMPARE(refused(QByteArray(good).replace("mediation", "user")), QStringLiteral("DF-09"));
        QCOMPARE(refused(QByteArray(good).replace("closed_on", "facts")), QStringLiteral("DF-09"));
        QCOMPARE(refused(QByteArray(good).replace(": 10", ": 0")), QStringLiteral("DF-06"));
        QCOMPARE(refused(QByteArray(good).replace("\"x\"", "\"\"")), QStringLiteral("DF-06"));
    }

    void withoutARuleNothingIsEverOver()
    {
        Archive archive;
        archive.withClosed("1990-01-01");
        QCOMPARE(archive.plan(rules({})).cases(), 0);
        QCOMPARE(archive.purge(rules({})).cases(), 0);
        QCOMPARE(archive.fixture.number("SELECT COUNT(*) FROM admin_audit WHERE act = 'purge'"), 0);
    }

    void theTermRunsFromTheNewYearAfterClosing()
    {
        const RetentionTable table = tenYears();
        Record root = sampleMediation();
        root.set(common::retention, QStringLiteral("Y10"));
        QVERIFY(!table.overFor(root, *Day::fromYmd(2050, 1, 1))); // not closed
        root.set(common::closedOn, *Day::fromYmd(2015, 1, 1));
        QVERIFY(!table.overFor(root, *Day::fromYmd(2025, 12, 31)));
        QVERIFY(table.overFor(root, *Day::fromYmd(2026, 1, 1)));
        root.set(common::retention, QStringLiteral("PERM"));
        QVERIFY(!table.overFor(root, *Day::fromYmd(2050, 1, 1)));
        root.setValue(common::retention, Value());
        QVERIFY(!table.overFor(root, *Day::fromYmd(2050, 1, 1)));
    }

    void whatIsOverGoesWithItsValuesAndTheRestIsProvedAsBefore()
    {
        Archive archive;
        const Record old = archive.withClosed("2015-12-31");
        archive.withChild(old, QStringLiteral("当事人要求保密"));
        archive.one.pushOne(archive.one.set(old, mediation::guidance, Value(QStringLiteral("指引")), 1));
        const Record young = archive.withClosed("2016-01-01");
        archive.withCase();
        archive.two.pullAll();

        const purge::Report counted = archive.plan(tenYears());
        QCOMPARE(counted.cases(), 1);
        QCOMPARE(counted.lines.at(0).rows, 2);
        QCOMPARE(counted.lines.at(0).office, archive.officeA);
        QCOMPARE(archive.rowsOf(old.id), 2); // counted only

        QCOMPARE(archive.purge(tenYears()).cases(), 1);
        QCOMPARE(archive.rowsOf(old.id), 0);
        QCOMPARE(archive.rowsOf(young.id), 1);
        QCOMPARE(archive.fixture.number("SELECT COUNT(*) FROM operation WHERE payload_hash IS NOT NULL"), 3);
        QCOMPARE(
            archive.fixture.number("SELECT COUNT(*) FROM operation WHERE payload_hash IS NOT NULL AND LENGTH(payload) > 0"), 0);
        QCOMPARE(archive.fixture.number("SELECT COUNT(*) FROM admin_audit WHERE act = 'purge'"), 1);
        QCOMPARE(archive.faults(), QStringList());
        archive.two.pullAll(); // checks the digest
        QVERIFY(!archive.two.held(old.id));
        QVERIFY(archive.two.held(young.id));
        QCOMPARE(archive.purge(tenYears()).cases(), 0);
    }

    void anErasedPayloadCannotBeReplacedUnnoticed()
    {
        for (const char *sql : {"UPDATE operation SET payload = record WHERE payload_hash IS NOT NULL",
                                "UPDATE operation SET payload_hash = record, payload = '' WHERE payload_hash IS NOT NULL"}) {
            Archive archive;
            archive.withClosed("2015-12-31");
            archive.purge(tenYears());
            QCOMPARE(archive.faults(), QStringList());
            const Outcome forged = archive.fixture.database().write(
                [sql](SqlSession &session) { return session.done(sql, {}); });
            QVERIFY(forged);
            QCOMPARE(archive.faults(), QStringList{archive.officeA + QStringLiteral(": history")});
        }
    }

    void whatIsGoneDoesNotComeBackAndLateWorkOnItIsToldSo()
    {
        Archive archive;
        const Record old = archive.withClosed("2015-12-31");
        archive.two.pullAll();
        archive.purge(tenYears());
        const wire::Verdict late = archive.two.pushOne(
            archive.two.set(old, mediation::guidance, Value(QStringLiteral("迟到")), 1));
        QCOMPARE(late.code, wire::VerdictCode::Refused);
        QCOMPARE(late.reason, QStringLiteral("GONE"));
        QVERIFY(!late.conflict.isNull());
        QCOMPARE(archive.two.pushOne(archive.two.create(old)).reason, QStringLiteral("GONE"));
        QCOMPARE(archive.rowsOf(old.id), 0);
        archive.one.pullAll();
        QCOMPARE(archive.one.heldOf(Kind::Conflict).size(), 2U); // it waits for a person
    }

    void aCaseThatSomebodyHasStillToSettleStays()
    {
        Archive archive;
        const Record old = archive.withClosed("2015-12-31");
        archive.one.pushOne(archive.one.set(old, mediation::guidance, Value(QStringLiteral("先")), 1));
        QCOMPARE(archive.two.pushOne(archive.two.set(old, mediation::guidance, Value(QStringLiteral("后")), 1)).code,
                 wire::VerdictCode::Conflict);
        const purge::Report report = archive.purge(tenYears());
        QCOMPARE(report.cases(), 0);
        QCOMPARE(report.lines.at(0).held, 1);
        QVERIFY(archive.rowsOf(old.id) > 0);
    }

    void aCursorFromBeforeWhatTheLogForgotReadsAnew()
    {
        Archive archive;
        const Record old = archive.withClosed("2015-12-31");
        archive.two.pullAll();
        const std::int64_t away = archive.two.cursors[archive.officeA];
        archive.purge(tenYears());
        archive.withCase();
        archive.fixture.clock().advanceMs(200 * dayMs);
        QCOMPARE(archive.purge(tenYears()).forgotten, 1);
        QCOMPARE(archive.fixture.number("SELECT COUNT(*) FROM office_log WHERE what = 3"), 0);
        QCOMPARE(archive.faults(), QStringList());
        archive.two.logIn(QStringLiteral("li"));
        wire::PullRequest ask;
        ask.epoch = archive.two.epoch;
        ask.maxBytes = 1 << 20;
        wire::Cursor cursor{archive.officeA, 1, away};
        ask.cursors = {cursor};
        auto answer = archive.two.ask<wire::PullResponse>("/v1/pull", ask);
        QVERIFY(answer->more && answer->pages.at(0).anew && answer->pages.at(0).entries.empty());
        cursor.anew = true; // half-way through the reading that this began
        ask.cursors = {cursor};
        answer = archive.two.ask<wire::PullResponse>("/v1/pull", ask);
        QVERIFY(!answer->pages.at(0).anew && answer->pages.at(0).entries.size() == 1U);
        QCOMPARE(archive.two.pushOne(archive.two.create(old)).reason, QStringLiteral("GONE")); // the id is still known
    }

    void contentsThatNobodyNamesGoAfterThirtyDays()
    {
        Archive archive;
        const Record old = archive.withClosed("2015-12-31");
        const QByteArray content("a scan");
        Record scan(Kind::Attachment);
        scan.set(attachment::name, QStringLiteral("扫描件.pdf"));
        scan.set(attachment::fileClass, sharedRules()->codes().values(QStringLiteral("attachment_class")).front()->code);
        scan.set(attachment::sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        scan.set(attachment::size, content.size());
        scan = archive.one.prepared(scan, {}, old.id);
        QCOMPARE(archive.one.pushOne(archive.one.create(scan)).code, wire::VerdictCode::Applied);
        archive.one.hello();
        const auto grants = archive.one.greeting.grants;
        const auto grant = std::find_if(grants.begin(), grants.end(),
                                        [&](const wire::Grant &one) { return one.office == archive.officeA; });
        const QByteArray address = attachments::addressOf(grant->key,
                                                          QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        WireRequest put;
        put.method = "PUT";
        put.path = "/v1/blob/" + address.toHex() + "/0";
        put.contentType = contentTypes::bytes;
        put.body = content;
        QCOMPARE(archive.one.send(put).status, 200);
        const auto files = [&] {
            int count = 0;
            for (const QString &each :
                 QDir(archive.fixture.folder() + QStringLiteral("/attachments")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                count += static_cast<int>(
                    QDir(archive.fixture.folder() + QStringLiteral("/attachments/") + each).entryList(QDir::Files).size());
            return count;
        };
        QCOMPARE(files(), 1);
        archive.fixture.clock().advanceMs(100 * dayMs);
        QCOMPARE(archive.purge(tenYears()).contents, 0); // the case goes now, the content is noted
        archive.fixture.clock().advanceMs(29 * dayMs);
        QCOMPARE(archive.purge(tenYears()).contents, 0);
        QCOMPARE(files(), 1);
        archive.fixture.clock().advanceMs(2 * dayMs);
        QCOMPARE(archive.plan(tenYears()).contents, 1);
        QCOMPARE(archive.purge(tenYears()).contents, 1);
        QCOMPARE(files(), 0);
        QCOMPARE(archive.fixture.number("SELECT COUNT(*) FROM attachment_chunk"), 0);
        QCOMPARE(archive.fixture.number("SELECT COUNT(*) FROM admin_audit WHERE act = 'purge contents'"), 1);
    }
};

QTEST_GUILESS_MAIN(PurgeTest)
#include "PurgeTest.moc"
