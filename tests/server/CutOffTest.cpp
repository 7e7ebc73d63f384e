// SPDX-License-Identifier: GPL-3.0-or-later
// The database goes away in the middle: whoever asks is told to come again, nothing is judged twice, and the next request
// finds new connections. Only where the storage is another process, which can go away.
#include "tests/server/Stage.h"

#include "records/kinds/Common.h"

#include <QTest>
#include <future>
#include <libpq-fe.h>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

// The owner of the cluster, on a connection of his own.
class Owner
{
public:
    explicit Owner(const QByteArray &where = qgetenv("YIZHAN_POSTGRES")) : m_connection(PQconnectdb(where.constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("%s", PQerrorMessage(m_connection));
    }
    ~Owner() { PQfinish(m_connection); }

    QByteArray text(const char *sql)
    {
        PGresult *result = PQexec(m_connection, sql);
        if (PQresultStatus(result) != PGRES_TUPLES_OK && PQresultStatus(result) != PGRES_COMMAND_OK)
            qFatal("%s", PQerrorMessage(m_connection));
        const QByteArray found = PQntuples(result) > 0 ? QByteArray(PQgetvalue(result, 0, 0)) : QByteArray();
        PQclear(result);
        return found;
    }
    int number(const char *sql) { return text(sql).toInt(); }
    // Backends of the server that wait for a lock of ours.
    int waiting()
    {
        return number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()");
    }
    int cutOffWaiting()
    {
        return number(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname "
            "= current_database()");
    }
    int cutOffAll()
    {
        return number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname "
                      "= current_database()");
    }

private:
    PGconn *m_connection;
};

WireRequest pushOf(Workstation &at, const std::vector<wire::Operation> &operations)
{
    wire::PushRequest push;
    push.epoch = at.epoch;
    push.operations = operations;
    WireRequest request;
    request.path = "/v1/push";
    setBody(request, push);
    return request;
}

} // namespace

class CutOffTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!DistrictFixture::isPostgres())
            QSKIP("the embedded storage has no line that could be cut");
    }

    void aPushThatIsCutOffIsAnsweredWithLaterAndJudgedOnceInTheEnd()
    {
        Stage stage;
        Owner owner;
        Record root = sampleMediation();
        root.set(common::caseNo, QStringLiteral("P-JO01-01-1"));
        root = stage.one.prepared(root);
        const WireRequest request = pushOf(stage.one, {stage.one.create(root)});
        // the counters of the office come last: by then everything else of the push has been written
        owner.number("BEGIN");
        owner.number("SELECT oseq FROM office_head WHERE office = 'JO01' FOR UPDATE");
        std::future<WireResponse> answer = std::async(std::launch::async, [&] { return stage.one.send(request); });
        QTRY_VERIFY_WITH_TIMEOUT(owner.waiting() == 1, 60'000);
        QCOMPARE(owner.cutOffWaiting(), 1);
        const WireResponse cut = answer.get();
        owner.number("ROLLBACK");
        QCOMPARE(cut.status, 503);
        QVERIFY(cut.retryAfter > 0);
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM operation"), 0);
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM number"), 0);

        for (int again = 0; again < 2; ++again) {
            const auto response = readBody<wire::PushResponse>(stage.one.send(request));
            QVERIFY(response);
            QCOMPARE(response->upto, 1);
            QCOMPARE(response->verdicts.at(0).code, wire::VerdictCode::Applied);
        }
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM operation"), 1);
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM number"), 1);
        stage.two.pullAll(); // checks the digest
        QVERIFY(stage.two.held(root.id));
        QCOMPARE(stage.fixture.admin().verify()->faults, QStringList());
    }

    void connectionsThatDiedWhileNobodyUsedThemAreNotNoticed()
    {
        Stage stage;
        Owner owner;
        for (int round = 0; round < 3; ++round) {
            QVERIFY(owner.cutOffAll() > 0);
            const Record root = stage.one.prepared(sampleMediation());
            QCOMPARE(stage.one.pushOne(stage.one.create(root)).code, wire::VerdictCode::Applied);
        }
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM operation"), 3);
    }

    void aDatabaseThatTakesNobodyInIsTriedAgainLater()
    {
        Stage stage;
        Owner owner;
        const Record root = stage.one.prepared(sampleMediation());
        const WireRequest request = pushOf(stage.one, {stage.one.create(root)});
        const QByteArray database = owner.text("SELECT quote_ident(current_database())");
        Owner outside("dbname=template1");
        outside.number(("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false").constData());
        owner.cutOffAll();
        for (const char *path : {"/v1/push", "/v1/hello"}) {
            WireRequest asked = request;
            asked.path = path;
            const WireResponse later = stage.one.send(asked);
            QCOMPARE(later.status, 503);
            QVERIFY(later.retryAfter > 0);
        }
        outside.number(("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true").constData());
        QCOMPARE(readBody<wire::PushResponse>(stage.one.send(request))->upto, 1);
    }
};

QTEST_GUILESS_MAIN(CutOffTest)
#include "CutOffTest.moc"
