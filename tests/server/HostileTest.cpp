// SPDX-License-Identifier: GPL-3.0-or-later
// Requests by somebody who means harm: a clear refusal, nothing changed, others served.
#include "tests/server/Stage.h"

#include "records/Cbor.h"
#include "records/kinds/Mediation.h"

#include <QTest>
#include <zstd.h>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QByteArray allPaths[] = {"/v1/hello", "/v1/push",  "/v1/pull",         "/v1/wait",   "/v1/snapshot",   "/v1/digest",
                               "/v1/fetch", "/v1/lease", "/v1/lease/return", "/v1/number", "/v1/blob/state", "/v1/enrol",
                               "/v1/login", "/v1/token", "/v1/salvage",      "/v1/receipt"};

WireRequest raw(const QByteArray &path, const QByteArray &body, const QByteArray &type = contentTypes::cbor)
{
    WireRequest request;
    request.path = path;
    request.contentType = type;
    request.body = body;
    return request;
}

QByteArray deep(int levels)
{
    QByteArray body("\xa1\x18\x63"); // {99: [[[...]]]}
    body += QByteArray(levels, '\x81');
    return body + '\x00';
}

} // namespace

class HostileTest : public QObject
{
    Q_OBJECT

private slots:
    void aRequestWithoutOrWithAWrongProofIsNobodys()
    {
        Stage stage;
        for (const QByteArray &path : allPaths) {
            if (path == "/v1/enrol")
                continue; // brings its own key
            WireRequest request = raw(path, toCbor(wire::Empty()));
            request.token = stage.two.token;
            QCOMPARE(stage.fixture.district().handle(request, Peer{}).status == 200, false);
            signRequest(request, stage.two.device.toString().toLatin1(), 0, SigningKey::make(stage.fixture.random()).secretKey);
            const WireResponse forged = stage.fixture.district().handle(request, Peer{});
            QVERIFY2(forged.status == 401 || forged.status == 400 || forged.status == 404, path.constData());
        }
    }

    void aSignedRequestThatIsChangedOnTheWayIsRefused()
    {
        Stage stage;
        const Record root = stage.withCase();
        wire::PushRequest message;
        message.epoch = stage.two.epoch;
        message.operations = {stage.two.set(root, mediation::guidance, Value(QStringLiteral("x")), 1)};
        WireRequest request;
        request.path = "/v1/push";
        setBody(request, message);
        request.token = stage.two.token;
        signRequest(request, stage.two.device.toString().toLatin1(), 0, stage.two.key.secretKey);
        for (int what = 0; what < 5; ++what) {
            WireRequest changed = request;
            if (what == 0)
                changed.path = "/v1/salvage";
            if (what == 1)
                changed.token = stage.one.token;
            if (what == 2)
                changed.device = stage.one.device.toString().toLatin1();
            if (what == 3)
                changed.sentAt = 1;
            if (what == 4) {
                message.operations[0].record = RecordId();
                setBody(changed, message);
            }
            QCOMPARE(stage.fixture.district().handle(changed, Peer{}).status, 401);
        }
        QCOMPARE(stage.fixture.district().handle(request, Peer{}).status, 200);
        QCOMPARE(stage.fixture.district().handle(request, Peer{}).status, 200); // replayed: nothing happens twice
        QCOMPARE(stage.fixture.number("SELECT COUNT(*) FROM operation WHERE act = 2"), 1);
    }

    void nonsenseIsCalledNonsense()
    {
        Stage stage;
        const QByteArray nonsense[] = {
            QByteArray(), "\xff",    "\xa1\x01",    QByteArray(1000, '\x9b'),
            deep(20),     deep(100), deep(500'000), QByteArray("\x9b\x7f\xff\xff\xff\xff\xff\xff\xff", 9),
            "{\"a\":"};
        for (const QByteArray &path : allPaths) {
            for (const QByteArray &body : nonsense) {
                for (const QByteArray &type : {QByteArray(contentTypes::cbor), QByteArray(contentTypes::json)}) {
                    const WireResponse response = stage.two.send(raw(path, body, type));
                    QVERIFY2(response.status >= 400 && response.status < 500, path.constData());
                    QVERIFY(readBody<wire::Refusal>(response));
                }
            }
        }
        QVERIFY(stage.fixture.admin().verify()->faults.isEmpty());
    }

    void aBombIsNotUnpacked()
    {
        Stage stage;
        const QByteArray zeros(200 << 20, '\0');
        QByteArray bomb(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(zeros.size()))), '\0');
        bomb.truncate(static_cast<qsizetype>(ZSTD_compress(bomb.data(), static_cast<std::size_t>(bomb.size()),
                                                           zeros.constData(), static_cast<std::size_t>(zeros.size()), 3)));
        WireRequest request = raw("/v1/push", bomb);
        request.contentEncoding = "zstd";
        QCOMPARE(stage.two.send(request).status, 400);
        QCOMPARE(stage.two.send(raw("/v1/push", QByteArray(6 << 20, 'x'))).status, 413);
    }

    void tooManyOperationsOrInDisorder()
    {
        Stage stage;
        const Record root = stage.withCase();
        wire::PushRequest message;
        message.epoch = stage.two.epoch;
        message.operations.assign(20'001, stage.two.set(root, mediation::guidance, Value(QStringLiteral("x")), 1));
        for (std::size_t i = 0; i < message.operations.size(); ++i)
            message.operations[i].n = static_cast<std::int64_t>(i) + 1;
        QVERIFY(!stage.two.ask<wire::PushResponse>("/v1/push", message));
        QCOMPARE(stage.two.lastStatus, 413);
        message.operations.resize(3);
        std::swap(message.operations[0], message.operations[1]);
        QVERIFY(!stage.two.ask<wire::PushResponse>("/v1/push", message));
        QCOMPARE(stage.two.lastStatus, 400);
        message.operations.resize(1);
        for (const std::int64_t n : {std::int64_t{0}, std::int64_t{-5}, std::numeric_limits<std::int64_t>::max()}) {
            message.operations[0].n = n;
            const auto answer = stage.two.ask<wire::PushResponse>("/v1/push", message);
            QVERIFY(answer);
            QCOMPARE(answer->upto, 0);
            QVERIFY(answer->verdicts.empty());
        }
        message.epoch = 9;
        QVERIFY(!stage.two.ask<wire::PushResponse>("/v1/push", message));
        QCOMPARE(stage.two.lastStatus, 409);
    }

    void operationsWithImpossibleContentsAreKeptAsideOneByOne()
    {
        Stage stage;
        const Record root = stage.withCase();
        SeededRandom random(11);
        for (int round = 0; round < 300; ++round) {
            wire::Operation operation = stage.two.set(root, mediation::guidance, Value(QStringLiteral("x")), 1);
            operation.act = static_cast<wire::Act>(random.below(9));
            if (random.below(2) == 0)
                operation.kind = static_cast<std::uint16_t>(random.below(70));
            if (random.below(2) == 0)
                operation.group = static_cast<std::uint16_t>(random.below(2000));
            if (random.below(2) == 0)
                random.fill(operation.record.bytes.data(), 16);
            if (random.below(3) == 0)
                operation.root = operation.record;
            if (random.below(2) == 0) {
                operation.values = QByteArray(static_cast<int>(random.below(40)), '\0');
                random.fill(reinterpret_cast<std::uint8_t *>(operation.values.data()),
                            static_cast<std::size_t>(operation.values.size()));
            }
            if (random.below(4) == 0)
                operation.office = QStringLiteral("*");
            if (random.below(4) == 0)
                operation.user = RecordId();
            operation.base = static_cast<Version>(random.next());
            operation.prev = static_cast<std::int64_t>(random.next());
            operation.clientTime = Instant{static_cast<std::int64_t>(random.next())};
            operation.transition = QString(200, u'字');
            const wire::PushResponse answer = stage.two.push({operation});
            QCOMPARE(answer.upto, operation.n); // never stuck
        }
        stage.one.pullAll(); // every digest is checked on the way
        QVERIFY(!stage.one.tornCase);
        QCOMPARE(stage.fixture.admin().verify()->faults, QStringList());
    }

    void pathsThatDoNotExist()
    {
        Stage stage;
        for (const char *path : {"/", "/v1", "/v1/", "/v1/nothing", "/v2/push", "/v1/push/", "/v1/blob/zz/0", "/v1/blob/00/x",
                                 "/v1/snapshot/00/-1", "/v1/../secret"}) {
            for (const char *method : {"POST", "GET", "PUT", "DELETE"}) {
                WireRequest request = raw(path, {});
                request.method = method;
                QVERIFY(stage.two.send(request).status == 404 || stage.two.send(request).status == 400);
            }
        }
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "HostileTest.moc"
