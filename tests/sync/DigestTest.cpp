// SPDX-License-Identifier: GPL-3.0-or-later
// A digest finds a missing, a doubled, a swapped and a changed row, whatever the order in which rows came.
#include "sync/protocol/Digest.h"
#include "base/Random.h"

#include <QTest>
#include <algorithm>

using namespace yizhan;

namespace {

struct Row {
    RecordId id;
    RowHash hash;
};

std::vector<Row> rows(int count, std::uint64_t seed)
{
    SeededRandom random(seed);
    std::vector<Row> all;
    for (int i = 0; i < count; ++i) {
        const RecordId id = RecordId::make(Instant{i}, random);
        all.push_back({id, hashOf(id, i + 1, u"JO01", id, false, QByteArray::number(i))});
    }
    return all;
}

OfficeDigest digestOf(const std::vector<Row> &all)
{
    OfficeDigest digest;
    for (const Row &row : all)
        digest.add(row.id, row.hash);
    return digest;
}

} // namespace

class DigestTest : public QObject
{
    Q_OBJECT
private slots:
    void orderDoesNotMatter();
    void everythingOfARowCounts();
    void twiceIsNotNever();
    void removingUndoesAdding();
    void theBucketTellsWhere();
};

void DigestTest::orderDoesNotMatter()
{
    std::vector<Row> all = rows(500, 1);
    const OfficeDigest forward = digestOf(all);
    std::reverse(all.begin(), all.end());
    QVERIFY(forward == digestOf(all));
    QCOMPARE(OfficeDigest::fromBytes(forward.toBytes()).toBytes(), forward.toBytes());
}

void DigestTest::everythingOfARowCounts()
{
    SeededRandom random(2);
    const RecordId id = RecordId::make(Instant{1}, random);
    const RecordId other = RecordId::make(Instant{2}, random);
    const std::vector<RowHash> different{
        hashOf(id, 1, u"JO01", id, false, "a"),    hashOf(id, 2, u"JO01", id, false, "a"),
        hashOf(id, 1, u"JO02", id, false, "a"),    hashOf(id, 1, u"JO01", other, false, "a"),
        hashOf(id, 1, u"JO01", id, true, "a"),     hashOf(id, 1, u"JO01", id, false, "b"),
        hashOf(other, 1, u"JO01", id, false, "a"), hashOf(id, 1, u"JO01", id, false, ""),
    };
    for (std::size_t i = 0; i < different.size(); ++i) {
        for (std::size_t k = i + 1; k < different.size(); ++k)
            QVERIFY(!(different[i] == different[k]));
    }
}

void DigestTest::twiceIsNotNever()
{
    const std::vector<Row> all = rows(3, 3);
    OfficeDigest digest = digestOf(all);
    digest.add(all[0].id, all[0].hash);
    digest.add(all[0].id, all[0].hash);
    QVERIFY(!(digest == digestOf(all)));
}

void DigestTest::removingUndoesAdding()
{
    const std::vector<Row> all = rows(300, 4);
    OfficeDigest digest = digestOf(all);
    for (const Row &row : all)
        digest.remove(row.id, row.hash);
    QVERIFY(digest == OfficeDigest());
    QCOMPARE(digest.total().toBytes(), QByteArray(16, '\0'));
}

void DigestTest::theBucketTellsWhere()
{
    const std::vector<Row> all = rows(2000, 5);
    const OfficeDigest right = digestOf(all);
    OfficeDigest wrong = right;
    wrong.remove(all[777].id, all[777].hash);
    for (int bucket = 0; bucket < OfficeDigest::buckets; ++bucket)
        QCOMPARE(right.bucket(bucket) == wrong.bucket(bucket), bucket != OfficeDigest::bucketOf(all[777].id));
}

QTEST_GUILESS_MAIN(DigestTest)
#include "DigestTest.moc"
