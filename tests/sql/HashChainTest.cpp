// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SqlFixture.h"

#include "base/Random.h"
#include "sql/HashChain.h"

using namespace yizhan;

class HashChainTest : public QObject
{
    Q_OBJECT

    static std::vector<ChainRow> chain(int length)
    {
        std::vector<ChainRow> out;
        ChainHash previous;
        for (int seq = 1; seq <= length; ++seq) {
            ChainRow row;
            row.seq = seq;
            row.meta = CanonicalWriter().integer(seq).text(QStringLiteral("改 case")).bytes();
            row.payload = QByteArray("payload ") + QByteArray::number(seq);
            row.payloadHash = hashOfPayload(*row.payload);
            row.previous = previous;
            row.hash = hashOfRow(previous, row.meta, row.payloadHash);
            previous = row.hash;
            out.push_back(row);
        }
        return out;
    }

    static ChainReport checked(const std::vector<ChainRow> &rows, const ChainAnchor &anchor = {})
    {
        std::size_t at = 0;
        return TestDatabase::must(verifyChain(
            [&]() -> Result<std::optional<ChainRow>> { return at < rows.size() ? std::optional(rows[at++]) : std::nullopt; },
            anchor));
    }

private slots:
    void aWholeChainHolds()
    {
        const auto rows = chain(20);
        const ChainReport report = checked(rows);
        QVERIFY(!report.broken);
        QCOMPARE(report.rows, 20);
        QCOMPARE(report.lastSeq, 20);
        QCOMPARE(report.head, rows.back().hash);
        QCOMPARE(checked({}).rows, 0);
        QVERIFY(!checked({}).broken);
    }

    void anErasedPayloadDoesNotBreakIt()
    {
        auto rows = chain(5);
        rows[2].payload.reset();
        QVERIFY(!checked(rows).broken);
    }

    void everyChangeIsFoundAtItsRow_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("reason");
        using Reason = ChainBreak::Reason;
        QTest::newRow("meta") << 0 << int(Reason::Hash);
        QTest::newRow("payload") << 1 << int(Reason::Payload);
        QTest::newRow("payload and its hash") << 2 << int(Reason::Hash);
        QTest::newRow("pointer to the row before") << 3 << int(Reason::Previous);
        QTest::newRow("hash") << 4 << int(Reason::Hash);
        QTest::newRow("row taken out") << 5 << int(Reason::Gap);
        QTest::newRow("row taken out and the rest renumbered") << 6 << int(Reason::Previous);
        QTest::newRow("two rows exchanged") << 7 << int(Reason::Gap);
        QTest::newRow("row rewritten with a fresh hash") << 8 << int(Reason::Previous);
    }
    void everyChangeIsFoundAtItsRow()
    {
        QFETCH(int, change);
        QFETCH(int, reason);
        auto rows = chain(9);
        ChainRow &row = rows[4]; // seq 5
        qint64 expected = 5;
        switch (change) {
        case 0: row.meta += 'x'; break;
        case 1: row.payload->append('x'); break;
        case 2:
            row.payload->append('x');
            row.payloadHash = hashOfPayload(*row.payload);
            break;
        case 3: row.previous.bytes[0] ^= 1; break;
        case 4: row.hash.bytes[31] ^= 1; break;
        case 5:
            rows.erase(rows.begin() + 4);
            expected = 6;
            break;
        case 6:
            rows.erase(rows.begin() + 4);
            for (std::size_t i = 4; i < rows.size(); ++i)
                --rows[i].seq;
            break;
        case 7:
            std::swap(rows[4], rows[5]);
            expected = 6;
            break;
        case 8:
            row.meta += 'x';
            row.hash = hashOfRow(row.previous, row.meta, row.payloadHash);
            expected = 6; // it is right in itself, the next one does not follow from it
            break;
        }
        const ChainReport report = checked(rows);
        QVERIFY(report.broken);
        QCOMPARE(report.broken->seq, expected);
        QCOMPARE(int(report.broken->reason), reason);
        QCOMPARE(report.rows, change == 8 ? 5 : 4);
    }

    void rowsMissingAtTheEndAreFoundWhenTheEndIsKnown()
    {
        auto rows = chain(9);
        ChainAnchor anchor;
        anchor.expectedHead = rows.back().hash;
        QVERIFY(!checked(rows, anchor).broken);
        rows.pop_back();
        const ChainReport report = checked(rows, anchor);
        QVERIFY(report.broken);
        QCOMPARE(report.broken->seq, 8);
        QVERIFY(report.broken->reason == ChainBreak::Reason::Head);
    }

    void checkingCanGoOnFromAnAnchor()
    {
        auto rows = chain(9);
        const ChainAnchor anchor{4, rows[3].hash, std::nullopt};
        rows.erase(rows.begin(), rows.begin() + 4);
        QCOMPARE(checked(rows, anchor).lastSeq, 9);
        QVERIFY(!checked(rows, anchor).broken);
        QVERIFY(checked(rows).broken);
    }

    void anErrorOfTheSourceIsHandedOn()
    {
        static constexpr ErrorText text{"T-01", "a test error", "", ""};
        const auto report = verifyChain([]() -> Result<std::optional<ChainRow>> { return Error(ErrorKind::Io, text); });
        YZ_VERIFY_FAILS(report, ErrorKind::Io);
    }

    void anyFlippedBitIsFound()
    {
        SeededRandom random(7);
        const auto rows = chain(12);
        for (int trial = 0; trial < 500; ++trial) {
            auto changed = rows;
            const std::size_t at = random.below(12);
            QByteArray &meta = changed[at].meta;
            meta[random.below(static_cast<quint32>(meta.size()))] ^= char(1 << random.below(8));
            const ChainReport report = checked(changed);
            QVERIFY(report.broken);
            QCOMPARE(report.broken->seq, qint64(at) + 1);
        }
    }

    void partsCannotBeShiftedIntoEachOther()
    {
        const auto bytes = [](const CanonicalWriter &writer) { return writer.bytes(); };
        QVERIFY(bytes(CanonicalWriter().text(u"ab").text(u"c")) != bytes(CanonicalWriter().text(u"a").text(u"bc")));
        QVERIFY(bytes(CanonicalWriter().text(u"1")) != bytes(CanonicalWriter().blob("1")));
        QVERIFY(bytes(CanonicalWriter().integer(0)) != bytes(CanonicalWriter().null()));
        QVERIFY(bytes(CanonicalWriter().text(u"")) != bytes(CanonicalWriter()));
        QVERIFY(bytes(CanonicalWriter().blob({})) != bytes(CanonicalWriter().null()));
    }

    // Computed once with Python's hashlib.blake2b(digest_size=32). Should this fail, every audit log in the field breaks.
    void theHashesAreThoseOfTheField()
    {
        QCOMPARE(hashOfPayload("").toBytes().toHex(),
                 QByteArray("2b9049b8f41a2144a2947f6c0f88361ff514919003c88733a1f5ee51599d8c8d"));
        QCOMPARE(hashOfPayload("payload 1").toBytes().toHex(),
                 QByteArray("a7d8a9e902f2f6a027d48ed30c735b02b9f59e97f8f60b9545a003251816ba59"));
        const QByteArray meta = CanonicalWriter().integer(-2).text(u"改").blob("\x01").null().bytes();
        QCOMPARE(
            meta.toHex(),
            QByteArray("690800000000000000feffffffffffffff740300000000000000e694b9620100000000000000016e0000000000000000"));
        QCOMPARE(hashOfRow(ChainHash{}, meta, hashOfPayload("payload 1")).toBytes().toHex(),
                 QByteArray("17cafdf332ca8ea268a474d998e39755b292476fe3a6b16fdd073cdb27fcc94f"));
    }

    void aHashIsThirtyTwoBytes()
    {
        const ChainHash hash = hashOfPayload("x");
        QCOMPARE(ChainHash::fromBytes(hash.toBytes()), std::optional(hash));
        QVERIFY(!ChainHash::fromBytes(QByteArray(31, 'x')));
        QVERIFY(!ChainHash::fromBytes(QByteArray(33, 'x')));
    }
};

QTEST_GUILESS_MAIN(HashChainTest)
#include "HashChainTest.moc"
