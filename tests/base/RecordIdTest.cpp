// SPDX-License-Identifier: GPL-3.0-or-later
// Identities of records: version 7, ordered by time of making, the same in bytes and in text.
#include "base/Id.h"
#include "base/Random.h"

#include <QSet>
#include <QTest>

using namespace yizhan;
using namespace Qt::StringLiterals;

class RecordIdTest : public QObject
{
    Q_OBJECT

private slots:
    void carriesVersionVariantAndTime()
    {
        SeededRandom random(1);
        const RecordId id = RecordId::make(Instant{0x0123456789AB}, random);
        QCOMPARE(id.toBytes().left(6).toHex(), QByteArray("0123456789ab"));
        QCOMPARE(id.bytes[6] >> 4, 7);
        QCOMPARE(id.bytes[8] >> 6, 2);
        QCOMPARE(id.toString().at(14), QChar(u'7'));
    }

    void laterOnesAreGreaterInEverySpelling()
    {
        SeededRandom random(2);
        RecordId previous = RecordId::make(Instant{0}, random);
        for (std::int64_t ms = 1; ms < 4'000'000'000'000; ms = ms * 3 + 1) {
            const RecordId next = RecordId::make(Instant{ms}, random);
            QVERIFY(previous < next);
            QVERIFY(previous.toBytes() < next.toBytes());
            QVERIFY(previous.toString() < next.toString());
            previous = next;
        }
    }

    void survivesBytesAndText()
    {
        SeededRandom random(3);
        for (int i = 0; i < 1000; ++i) {
            const RecordId id = RecordId::make(Instant{static_cast<std::int64_t>(random.next() >> 16)}, random);
            QCOMPARE(RecordId::fromBytes(id.toBytes()), std::optional(id));
            QCOMPARE(RecordId::fromString(id.toString()), std::optional(id));
            QCOMPARE(RecordId::fromString(id.toString().toUpper()), std::optional(id));
            QCOMPARE(RecordId::fromString(id.toString().remove(u'-')), std::optional(id));
        }
    }

    void isWrittenWithDashesInLowerCase()
    {
        const auto id = RecordId::fromString(u"0190A1B2C3D47E5F8A9B0C1D2E3F4A5B");
        QVERIFY(id);
        QCOMPARE(id->toString(), u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"_s);
    }

    void refusesWhatIsNone()
    {
        QVERIFY(!RecordId::fromBytes({}));
        QVERIFY(!RecordId::fromBytes(QByteArray(15, 'x')));
        QVERIFY(!RecordId::fromBytes(QByteArray(17, 'x')));
        QVERIFY(!RecordId::fromString(u""));
        QVERIFY(!RecordId::fromString(u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5"));
        QVERIFY(!RecordId::fromString(u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b0"));
        QVERIFY(!RecordId::fromString(u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5g"));
        QVERIFY(!RecordId::fromString(u"０190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"));
    }

    void onlyZeroIsNull()
    {
        SeededRandom random(4);
        QVERIFY(RecordId{}.isNull());
        QVERIFY(!RecordId::make(Instant{0}, random).isNull());
    }

    void manyOfOneMillisecondAreAllDifferent()
    {
        SystemRandom random;
        QSet<RecordId> seen;
        for (int i = 0; i < 5000; ++i)
            seen.insert(RecordId::make(Instant{1'700'000'000'000}, random));
        QCOMPARE(seen.size(), 5000);
    }
};

QTEST_APPLESS_MAIN(RecordIdTest)
#include "RecordIdTest.moc"
