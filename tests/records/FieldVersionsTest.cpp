// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/FieldVersions.h"

#include "base/Random.h"

#include <QTest>

using namespace yizhan;

class FieldVersionsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowThatNeverChangedTakesNoRoom()
    {
        const FieldVersions none;
        QVERIFY(none.toBytes(Instant{0}).isEmpty());
        QCOMPARE(none.versionOf(7, 0), 0);
        QCOMPARE(none.versionOf(7, 12), 1); // as old as the row's creation
        QCOMPARE(none.changedHere(7), Instant{});
    }

    void whatIsPackedComesBack()
    {
        SeededRandom random(1);
        for (int round = 0; round < 500; ++round) {
            const Instant created{static_cast<std::int64_t>(random.below(2'000'000'000)) * 1000};
            FieldVersions versions;
            for (std::uint32_t i = 0, n = random.below(20); i < n; ++i) {
                const auto group = static_cast<GroupKey>(random.below(1300));
                if (random.below(2) == 0)
                    versions.setVersion(group, random.below(1'000'000) + 1);
                else
                    versions.setChangedHere(group, Instant{created.ms + 1 + random.below(2'000'000'000)});
            }
            const FieldVersions again = FieldVersions::fromBytes(versions.toBytes(created), created);
            QCOMPARE(again.entries().size(), versions.entries().size());
            for (const FieldVersions::Entry &entry : versions.entries()) {
                QCOMPARE(again.versionOf(entry.group, 5), versions.versionOf(entry.group, 5));
                QCOMPARE(again.changedHere(entry.group), entry.changedHere);
            }
        }
    }

    void aChangedGroupCostsAFewBytes()
    {
        FieldVersions versions;
        versions.setVersion(1, 17);
        QVERIFY(versions.toBytes(Instant{0}).size() <= 4);
    }

    void aClockThatWasSetBackStillSaysChanged()
    {
        const Instant created{1'000'000};
        FieldVersions versions;
        versions.setChangedHere(3, Instant{500'000});
        QVERIFY(FieldVersions::fromBytes(versions.toBytes(created), created).changedHere(3).ms > 0);
    }

    void noiseIsReadAsNothing()
    {
        SeededRandom random(2);
        for (int round = 0; round < 2000; ++round) {
            QByteArray noise(static_cast<qsizetype>(random.below(40)), '\0');
            random.fill(reinterpret_cast<std::uint8_t *>(noise.data()), static_cast<std::size_t>(noise.size()));
            const FieldVersions read = FieldVersions::fromBytes(noise, Instant{0});
            QVERIFY(read.entries().size() <= static_cast<std::size_t>(noise.size()));
        }
        QVERIFY(FieldVersions::fromBytes(QByteArray("\x02\x01", 2), Instant{0}).entries().empty()); // cut off
    }

    void aFieldOfItsOwnNeverMeetsADeclaredGroup()
    {
        FieldSpec alone;
        alone.id = 3;
        FieldSpec grouped;
        grouped.id = 4;
        grouped.group = 3;
        QVERIFY(groupKeyOf(alone) != groupKeyOf(grouped));
        QVERIFY(groupKeyOf(alone) != withdrawnGroup && groupKeyOf(alone) != officeGroup);
    }
};

QTEST_APPLESS_MAIN(FieldVersionsTest)
#include "FieldVersionsTest.moc"
