// SPDX-License-Identifier: GPL-3.0-or-later
// Reading: pages that never cut a case, scopes, digests, repair, the first synchronisation in parts, waiting for news.
#include "tests/server/Stage.h"

#include "records/kinds/Mediation.h"
#include "records/kinds/Note.h"
#include "sync/protocol/Digest.h"

#include <QCryptographicHash>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

void fill(Stage &stage, int cases, int notes)
{
    for (int i = 0; i < cases; ++i) {
        std::vector<wire::Operation> operations;
        const Record root = stage.one.prepared(sampleMediation(QStringLiteral("纠纷%1").arg(i)));
        operations.push_back(stage.one.create(root));
        for (int k = 0; k < notes; ++k)
            operations.push_back(stage.one.create(stage.one.prepared(sampleNote(root.id, QString(400, u'记')), {}, root.id),
                                                  operations.front().txn));
        stage.one.push(operations);
        stage.fixture.clock().advanceMs(1000);
    }
}

WireRequest get(const QByteArray &path)
{
    WireRequest request;
    request.method = "GET";
    request.path = path;
    return request;
}

} // namespace

class PullTest : public QObject
{
    Q_OBJECT

private slots:
    void smallPagesNeverCutACase()
    {
        Stage stage;
        fill(stage, 30, 8);
        // touching an early child sends it to the end of the log, far from its root
        const Record root = stage.withCase();
        const Record note = stage.withChild(root, QStringLiteral("早"));
        fill(stage, 20, 8);
        stage.one.pushOne(stage.one.set(note, note::text, Value(QStringLiteral("晚")), 1));
        stage.two.pullAll(16 * 1024);
        QVERIFY(!stage.two.tornCase);
        QCOMPARE(stage.two.heldOf(Kind::Mediation).size(), 51U);
        QCOMPARE(stage.two.held(note.id)->record.get(note::text), QStringLiteral("晚"));
    }

    void anOfficeThatIsNotGrantedIsNotRead()
    {
        Stage stage;
        fill(stage, 3, 1);
        wire::PullRequest message;
        message.epoch = stage.other.epoch;
        wire::Cursor cursor;
        cursor.office = stage.officeA;
        cursor.generation = 1;
        message.cursors = {cursor};
        const auto response = stage.other.ask<wire::PullResponse>("/v1/pull", message);
        QVERIFY(response);
        QVERIFY(response->pages.empty());
        wire::DigestRequest digest;
        digest.office = stage.officeA;
        QVERIFY(!stage.other.ask<wire::DigestResponse>("/v1/digest", digest));
        QCOMPARE(stage.other.lastStatus, 403);
        wire::FetchRequest fetch;
        fetch.office = stage.officeA;
        QVERIFY(!stage.other.ask<wire::FetchResponse>("/v1/fetch", fetch));
        QCOMPARE(stage.other.lastStatus, 403);
        wire::SnapshotRequest snapshot;
        snapshot.office = stage.officeA;
        snapshot.generation = 1;
        QVERIFY(!stage.other.ask<wire::SnapshotManifest>("/v1/snapshot", snapshot));
        QCOMPARE(stage.other.lastStatus, 403);
    }

    void aGrantThatIsTakenAwayAndGivenAnewHasAnotherGeneration()
    {
        Stage stage;
        fill(stage, 1, 0);
        QVERIFY(stage.fixture.admin().endGrant(stage.two.device, stage.officeA));
        stage.two.hello();
        QCOMPARE(stage.two.greeting.grants.size(), 1U); // the district's log stays
        QVERIFY(stage.fixture.admin().grant(stage.two.device, stage.officeA, true));
        wire::PullRequest message;
        message.epoch = stage.two.epoch;
        wire::Cursor stale;
        stale.office = stage.officeA;
        stale.generation = 1;
        message.cursors = {stale};
        QVERIFY(stage.two.ask<wire::PullResponse>("/v1/pull", message)->pages.empty());
        stage.two.hello();
        const auto grant = std::find_if(stage.two.greeting.grants.begin(), stage.two.greeting.grants.end(),
                                        [&](const wire::Grant &g) { return g.office == stage.officeA; });
        QCOMPARE(grant->generation, 2);
        QCOMPARE(grant->key.size(), 32);
        stage.two.pullAll();
        QCOMPARE(stage.two.heldOf(Kind::Mediation).size(), 1U);
    }

    void anAdministratorGetsTheDirectoryAndNoCase()
    {
        Stage stage;
        fill(stage, 2, 1);
        Workstation desk(stage.fixture, stage.officeA);
        desk.logInAs(QStringLiteral("admin"), {QStringLiteral("SYS_ADMIN")}, {QStringLiteral("*")});
        desk.pullAll();
        QVERIFY(desk.heldOf(Kind::Mediation).empty());
        QVERIFY(desk.heldOf(Kind::Note).empty());
        QVERIFY(!desk.heldOf(Kind::User).empty());
        QVERIFY(!desk.heldOf(Kind::Office).empty());
        wire::SnapshotRequest snapshot;
        snapshot.office = stage.officeA;
        snapshot.generation = 1;
        QVERIFY(!desk.ask<wire::SnapshotManifest>("/v1/snapshot", snapshot));
        QCOMPARE(desk.lastStatus, 403);
    }

    void aReleaseThatIsTooOldMayPushButNotPull()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.minimumSchema = 2;
        Stage stage(options);
        stage.withCase();
        wire::PullRequest message;
        message.epoch = stage.two.epoch;
        message.schema = 1;
        QVERIFY(!stage.two.ask<wire::PullResponse>("/v1/pull", message));
        QCOMPARE(stage.two.lastStatus, 426);
    }

    void theLadderOfRepairFindsTheRowThatDiffers()
    {
        Stage stage;
        fill(stage, 10, 2);
        stage.two.pullAll();
        wire::DigestRequest message;
        message.office = stage.officeA;
        const auto sums = stage.two.ask<wire::DigestResponse>("/v1/digest", message);
        QVERIFY(sums);
        OfficeDigest mine;
        RecordId lost;
        for (const auto &[id, row] : stage.two.rows) {
            if (row.record.office != stage.officeA)
                continue;
            if (lost.isNull())
                lost = id;
            else
                mine.add(id, hashOf(row.record));
        }
        const OfficeDigest theirs = OfficeDigest::fromBytes(sums->sums);
        for (int bucket = 0; bucket < OfficeDigest::buckets; ++bucket) {
            if (!(mine.bucket(bucket) == theirs.bucket(bucket)))
                message.buckets.push_back(bucket);
        }
        QCOMPARE(message.buckets.size(), 1U);
        const auto marks = stage.two.ask<wire::DigestResponse>("/v1/digest", message);
        QVERIFY(std::any_of(marks->rows.begin(), marks->rows.end(), [&](const wire::RowMark &mark) {
            return mark.id == lost && mark.version == stage.two.held(lost)->record.version;
        }));
        wire::FetchRequest fetch;
        fetch.office = stage.officeA;
        fetch.ids = {lost, RecordId::make(stage.fixture.clock().now(), stage.fixture.random())};
        const auto fetched = stage.two.ask<wire::FetchResponse>("/v1/fetch", fetch);
        QCOMPARE(fetched->entries[0].what, wire::EntryKind::Put);
        QVERIFY(decodeRecord(fetched->entries[0].row)->sameContent(stage.two.held(lost)->record));
        QCOMPARE(fetched->entries[1].what, wire::EntryKind::Purge);
        fetch.ids.resize(2001);
        QVERIFY(!stage.two.ask<wire::FetchResponse>("/v1/fetch", fetch));
        QCOMPARE(stage.two.lastStatus, 413);
    }

    void theFirstSynchronisationComesInPartsWithOpenCasesFirst()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.partBytes = 20'000;
        Stage stage(options);
        fill(stage, 20, 8);
        wire::SnapshotRequest message;
        message.office = stage.officeA;
        message.generation = 1;
        const auto manifest = stage.two.ask<wire::SnapshotManifest>("/v1/snapshot", message);
        QVERIFY(manifest);
        QVERIFY(manifest->parts.size() > 2);
        qint64 rows = 0;
        OfficeDigest digest;
        std::vector<RecordId> roots;
        for (std::size_t i = 0; i < manifest->parts.size(); ++i) {
            const QByteArray path = "/v1/snapshot/" + manifest->id.toHex() + '/' + QByteArray::number(static_cast<int>(i));
            const WireResponse whole = stage.two.send(get(path));
            QCOMPARE(whole.status, 200);
            QCOMPARE(whole.body.size(), manifest->parts[i].bytes);
            QCOMPARE(QCryptographicHash::hash(whole.body, QCryptographicHash::Sha256), manifest->parts[i].sha256);
            WireRequest rest = get(path);
            rest.range = "bytes=100-";
            const WireResponse tail = stage.two.send(rest);
            QCOMPARE(tail.status, 206);
            QCOMPARE(whole.body.first(100) + tail.body, whole.body);
            const auto part = fromCbor<wire::SnapshotPart>(*unpack(whole.body, whole.contentEncoding));
            QCOMPARE(static_cast<qint64>(part->entries.size()), manifest->parts[i].rows);
            for (const wire::Entry &entry : part->entries) {
                const Record record = *decodeRecord(entry.row);
                digest.add(entry.id, hashOf(record));
                ++rows;
                if (record.id == record.root)
                    roots.push_back(record.id);
            }
        }
        QCOMPARE(rows, manifest->rows);
        QVERIFY(std::is_sorted(roots.rbegin(), roots.rend())); // all are open: the newest first
        wire::DigestRequest sums;
        sums.office = stage.officeA;
        QCOMPARE(digest.toBytes(), stage.two.ask<wire::DigestResponse>("/v1/digest", sums)->sums);
        // another workstation's offices are not to be had by knowing the name of a part
        const WireResponse foreign = stage.other.send(get("/v1/snapshot/" + manifest->id.toHex() + "/0"));
        QCOMPARE(foreign.status, 404);
        QCOMPARE(stage.two.send(get("/v1/snapshot/" + manifest->id.toHex() + "/99")).status, 404);
        // the same one serves again
        QCOMPARE(stage.one.ask<wire::SnapshotManifest>("/v1/snapshot", message)->id, manifest->id);
    }

    void whoWaitsIsWokenByNewsOfHisOffices()
    {
        Stage stage;
        stage.two.pullAll();
        wire::WaitRequest message;
        for (const auto &[office, oseq] : stage.two.cursors) {
            wire::OfficeMark mark;
            mark.office = office;
            mark.oseq = oseq;
            message.marks.push_back(std::move(mark));
        }
        WireRequest request;
        request.path = "/v1/wait";
        setBody(request, message);
        request.token = stage.two.token;
        signRequest(request, stage.two.device.toString().toLatin1(), 0, stage.two.key.secretKey);
        const RequestHandler::Waiting waiting = stage.fixture.district().beginWait(request, Peer{});
        QVERIFY(!waiting.answer);
        QCOMPARE(waiting.marks.size(), 2U);
        int woken = 0;
        auto subscription = stage.fixture.district().subscribe({stage.officeA}, [&woken] { ++woken; });
        const Record foreign = stage.other.prepared(sampleMediation());
        stage.other.pushOne(stage.other.create(foreign));
        QCOMPARE(woken, 0);
        stage.withCase();
        QVERIFY(woken > 0);
        const auto answer = readBody<wire::WaitResponse>(stage.fixture.district().endWait(waiting));
        QCOMPARE(answer->changed, std::vector<QString>{stage.officeA});
        subscription.reset();
        const int before = woken;
        stage.withCase();
        QCOMPARE(woken, before);
        const RequestHandler::Waiting again = stage.fixture.district().beginWait(request, Peer{});
        QVERIFY(again.answer); // there is news already
        request.token = "nobody";
        QCOMPARE(stage.fixture.district().beginWait(request, Peer{}).answer->status, 401);
    }

    void whoWaitsForAnotherOfficeHearsNothingOfIt()
    {
        Stage stage;
        stage.withCase(); // news, if they were for everybody
        wire::WaitRequest message;
        message.marks.resize(1);
        message.marks[0].office = stage.officeA;
        WireRequest request;
        request.path = "/v1/wait";
        setBody(request, message);
        request.token = stage.other.token;
        signRequest(request, stage.other.device.toString().toLatin1(), 0, stage.other.key.secretKey);
        const RequestHandler::Waiting waiting = stage.fixture.district().beginWait(request, Peer{});
        QVERIFY(!waiting.answer);
        QVERIFY(waiting.marks.empty());
        QVERIFY(readBody<wire::WaitResponse>(stage.fixture.district().endWait(waiting))->changed.empty());
    }

    void aSecondProcessOnTheSameStorageHearsOfTheFirst()
    {
        Stage stage;
        auto second = District::open(stage.fixture.setup());
        QVERIFY(second);
        QVERIFY((*second)->poll());
        int woken = 0;
        const auto subscription = (*second)->subscribe({stage.officeA}, [&woken] { ++woken; });
        QVERIFY((*second)->poll());
        QCOMPARE(woken, 0);
        stage.withCase();
        QCOMPARE(woken, 0); // the bus is the process's own
        QVERIFY((*second)->poll());
        QCOMPARE(woken, 1);
    }
};

QTEST_GUILESS_MAIN(PullTest)
#include "PullTest.moc"
