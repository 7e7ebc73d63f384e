// SPDX-License-Identifier: GPL-3.0-or-later
// Randomness: a seed replays its sequence everywhere, numbers below a limit are even, the system's generator differs.
#include "base/Random.h"

#include <QTest>
#include <array>

using namespace yizhan;
using namespace Qt::StringLiterals;

class RandomTest : public QObject
{
    Q_OBJECT

private slots:
    // The first outputs of SplitMix64 for the seed 1234567, as its authors publish them; filled in little-endian order.
    void theSeededGeneratorIsSplitMix64()
    {
        SeededRandom random(1234567);
        std::array<std::uint8_t, 16> raw{};
        random.fill(raw.data(), raw.size());
        const auto word = [&raw](std::size_t at) {
            std::uint64_t value = 0;
            for (std::size_t i = 8; i-- > 0;)
                value = (value << 8) | raw[at + i];
            return value;
        };
        QCOMPARE(word(0), std::uint64_t{6457827717110365317ULL});
        QCOMPARE(word(8), std::uint64_t{3203168211198807973ULL});
    }

    void theSameSeedTellsTheSameStory()
    {
        SeededRandom first(7);
        SeededRandom second(7);
        SeededRandom other(8);
        bool differs = false;
        for (int i = 0; i < 100; ++i) {
            const std::uint64_t value = first.next();
            QCOMPARE(second.next(), value);
            differs = differs || other.next() != value;
        }
        QVERIFY(differs);
    }

    void numbersBelowALimitStayBelowItAndReachEveryPlace()
    {
        SeededRandom random(9);
        std::array<int, 7> hits{};
        for (int i = 0; i < 70000; ++i) {
            const std::uint32_t value = random.below(7);
            QVERIFY(value < 7);
            ++hits[value];
        }
        for (const int count : hits)
            QVERIFY2(count > 9500 && count < 10500, qPrintable(QString::number(count)));
        QCOMPARE(random.below(1), 0U);
        QVERIFY(random.below(0xFFFFFFFFU) < 0xFFFFFFFFU);
    }

    void anOddNumberOfBytesIsFilledAndNoByteMore()
    {
        SeededRandom seeded(10);
        SystemRandom system;
        for (Random *random : {static_cast<Random *>(&seeded), static_cast<Random *>(&system)}) {
            for (std::size_t count = 0; count < 12; ++count) {
                std::array<std::uint8_t, 16> raw{};
                bool touched = count == 0;
                for (int tries = 0; tries < 8 && !touched; ++tries) { // a random byte may be zero, eight in a row are not
                    random->fill(raw.data(), count);
                    touched = raw[count - 1] != 0;
                }
                QVERIFY(touched);
                for (std::size_t i = count; i < raw.size(); ++i)
                    QCOMPARE(raw[i], std::uint8_t{0});
            }
        }
    }

    void theSystemsGeneratorDoesNotRepeatItself()
    {
        SystemRandom random;
        QVERIFY(random.next() != random.next());
    }
};

QTEST_APPLESS_MAIN(RandomTest)
#include "RandomTest.moc"
