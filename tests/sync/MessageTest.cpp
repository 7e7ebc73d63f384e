// SPDX-License-Identifier: GPL-3.0-or-later
// Messages survive both forms of the wire; what is malformed, foreign or too large is refused and never costs memory.
#include "base/Random.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/Messages.h"

#include <QTest>

using namespace yizhan;

namespace {

struct NewerVerdict { // a later release with a field more
    std::int64_t n = 0;
    QString remark;
    YIZHAN_MESSAGE(visit(1, "n", self.n); visit(90, "remark", self.remark);)
};

struct WideOperation { // as a broken or hostile program would send it
    std::int64_t act = 0;
    YIZHAN_MESSAGE(visit(3, "act", self.act);)
};

wire::PushRequest samplePush(SeededRandom &random)
{
    wire::PushRequest push;
    push.epoch = 3;
    for (int i = 1; i <= 40; ++i) {
        wire::Operation operation;
        operation.n = i;
        operation.txn = i / 3;
        operation.act = i % 2 == 0 ? wire::Act::Set : wire::Act::Create;
        operation.kind = 1;
        operation.record = RecordId::make(Instant{i * 1000}, random);
        operation.root = operation.record;
        operation.office = QStringLiteral("JO01");
        operation.values = QByteArray(i * 7, static_cast<char>(i));
        operation.base = nextVersion(i, 3);
        operation.clientTime = Instant{-5 + i};
        operation.reason = QStringLiteral("约定 %1").arg(i);
        push.operations.push_back(operation);
    }
    return push;
}

} // namespace

class MessageTest : public QObject
{
    Q_OBJECT
private slots:
    void cborComesBackAsItWent();
    void jsonSaysTheSameAsCbor();
    void fieldsOfANewerReleaseArePassedOver();
    void whatIsNotTheDefaultIsSaid();
    void aNumberOutOfRangeIsRefused();
    void everyCutIsRefused();
    void flippedBitsNeverCrash();
    void aHugeClaimCostsNothing();
    void bodiesArePackedAndLimited();
    void versionsOfALostLifeAreNeverGivenAgain();
};

void MessageTest::cborComesBackAsItWent()
{
    SeededRandom random(1);
    const wire::PushRequest push = samplePush(random);
    const QByteArray bytes = toCbor(push);
    const auto back = fromCbor<wire::PushRequest>(bytes);
    QVERIFY(back);
    QCOMPARE(toCbor(*back), bytes);
    QCOMPARE(back->operations.size(), push.operations.size());
    QCOMPARE(back->operations[7].reason, push.operations[7].reason);
    QCOMPARE(back->operations[7].clientTime.ms, push.operations[7].clientTime.ms);
}

void MessageTest::jsonSaysTheSameAsCbor()
{
    SeededRandom random(2);
    const wire::PushRequest push = samplePush(random);
    const QByteArray text = QJsonDocument(toJson(push)).toJson();
    const auto object = jsonObject(text);
    QVERIFY(object);
    const auto back = fromJson<wire::PushRequest>(*object);
    QVERIFY(back);
    QCOMPARE(toCbor(*back), toCbor(push));
}

void MessageTest::fieldsOfANewerReleaseArePassedOver()
{
    NewerVerdict newer;
    newer.n = 12;
    newer.remark = QStringLiteral("to come");
    const auto old = fromCbor<wire::Verdict>(toCbor(newer));
    QVERIFY(old);
    QCOMPARE(old->n, 12);
    QVERIFY(fromJson<wire::Verdict>(toJson(newer)));
}

void MessageTest::whatIsNotTheDefaultIsSaid()
{
    wire::Grant grant; // may write, unless it is said otherwise
    grant.write = false;
    QVERIFY(!fromCbor<wire::Grant>(toCbor(grant))->write);
    QVERIFY(!fromJson<wire::Grant>(toJson(grant))->write);
    wire::HelloRequest hello;
    hello.oldest = 0;
    QCOMPARE(fromCbor<wire::HelloRequest>(toCbor(hello))->oldest, 0);
}

void MessageTest::aNumberOutOfRangeIsRefused()
{
    for (const std::int64_t act : {std::int64_t{256}, std::int64_t{-1}, std::int64_t{1} << 40}) {
        WideOperation wide;
        wide.act = act;
        const auto operation = fromCbor<wire::Operation>(toCbor(wide));
        QVERIFY(!operation);
        QCOMPARE(operation.error().kind, ErrorKind::Protocol);
        QVERIFY(!fromJson<wire::Operation>(toJson(wide)));
    }
}

void MessageTest::everyCutIsRefused()
{
    SeededRandom random(3);
    const QByteArray bytes = toCbor(samplePush(random));
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY2(!fromCbor<wire::PushRequest>(bytes.first(length)), qPrintable(QString::number(length)));
    QVERIFY(!fromCbor<wire::PushRequest>(bytes + '\0'));
}

void MessageTest::flippedBitsNeverCrash()
{
    SeededRandom random(4);
    const QByteArray bytes = toCbor(samplePush(random));
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        QByteArray broken = bytes;
        const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint32_t>(broken.size())));
        broken[at] = static_cast<char>(broken[at] ^ static_cast<char>(1U << random.below(8)));
        const auto read = fromCbor<wire::PushRequest>(broken);
        if (read)
            QCOMPARE(toCbor(fromCbor<wire::PushRequest>(toCbor(*read)).value()), toCbor(*read));
        else
            ++refused;
    }
    QVERIFY(refused > 100);
}

void MessageTest::aHugeClaimCostsNothing()
{
    // {3: array of 2^60 operations, but none there}
    const QByteArray claim = QByteArray::fromHex("a1039b1000000000000000");
    const auto read = fromCbor<wire::PushRequest>(claim);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Protocol);
}

void MessageTest::bodiesArePackedAndLimited()
{
    QByteArray encoding;
    const QByteArray small("short");
    QCOMPARE(pack(small, encoding), small);
    QVERIFY(encoding.isEmpty());

    const QByteArray zeros(10 << 20, '\0');
    const QByteArray packed = pack(zeros, encoding);
    QCOMPARE(encoding, QByteArray("zstd"));
    QVERIFY(packed.size() < 10000);
    QCOMPARE(unpack(packed, encoding).value(), zeros);

    const auto bomb = unpack(packed, encoding, 1 << 20);
    QVERIFY(!bomb);
    QCOMPARE(bomb.error().kind, ErrorKind::Protocol);
    QVERIFY(!unpack(packed.chopped(1), encoding));
    QVERIFY(!unpack(packed + 'x', encoding));
    QVERIFY(!unpack("nonsense", "zstd"));
    QVERIFY(!unpack("plain", "gzip"));
}

void MessageTest::versionsOfALostLifeAreNeverGivenAgain()
{
    Version lost = 0;
    for (int i = 0; i < 1000; ++i)
        lost = nextVersion(lost, 1);
    QCOMPARE(epochOf(lost), 1);
    const Version afterRestore = nextVersion(5, 2); // the backup knew only five
    QVERIFY(afterRestore > lost);
    QCOMPARE(epochOf(afterRestore), 2);
    QCOMPARE(nextVersion(afterRestore, 2), afterRestore + 1);
}

QTEST_GUILESS_MAIN(MessageTest)
#include "MessageTest.moc"
