// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of money: read as people type them, shown, and written out in capitals for papers.
#include "records/Money.h"

#include "base/Random.h"
#include "records/RuleErrors.h"

#include <QObject>
#include <QTest>

namespace yizhan {

class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("fen");
        QTest::newRow("plain") << QStringLiteral("12000") << qint64{1200000};
        QTest::newRow("grouped") << QStringLiteral("12,000.00") << qint64{1200000};
        QTest::newRow("one decimal") << QStringLiteral("0.5") << qint64{50};
        QTest::newRow("no digit before the point") << QStringLiteral(".05") << qint64{5};
        QTest::newRow("blanks inside") << QStringLiteral(" 12 000 . 10 ") << qint64{1200010};
        QTest::newRow("full width") << QStringLiteral("１２，０００．５０") << qint64{1200050};
        QTest::newRow("yuan sign") << QStringLiteral("¥12000") << qint64{1200000};
        QTest::newRow("full-width yuan sign") << QStringLiteral("￥12000元") << qint64{1200000};
        QTest::newRow("yuan") << QStringLiteral("12000元整") << qint64{1200000};
        QTest::newRow("ten thousands") << QStringLiteral("1.2万") << qint64{1200000};
        QTest::newRow("ten thousands of yuan") << QStringLiteral("1.23456万元") << qint64{1234560};
        QTest::newRow("hundred millions") << QStringLiteral("3亿元") << qint64{30000000000};
        QTest::newRow("minus") << QStringLiteral("-12.30") << qint64{-1230};
        QTest::newRow("zeros behind are no fractions") << QStringLiteral("1.2000") << qint64{120};
        QTest::newRow("zeros in front") << QStringLiteral("0012") << qint64{1200};
        QTest::newRow("the largest") << QStringLiteral("9,999,999,999,999,999.99") << qint64{999999999999999999};
    }

    void readsWhatPeopleType()
    {
        QFETCH(QString, typed);
        const auto read = parseMoney(typed);
        QVERIFY2(read.has_value(), qPrintable(typed));
        QTEST(static_cast<qint64>(read->fen), "fen");
    }

    void refusesWhatIsNoSum_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &typed, const char *code) {
            QTest::newRow(name) << typed << QString::fromLatin1(code);
        };
        row("nothing", QString(), "IN-20");
        row("blanks", QStringLiteral("   "), "IN-20");
        row("words", QStringLiteral("many"), "IN-20");
        row("only a point", QStringLiteral("."), "IN-20");
        row("point at the end", QStringLiteral("12."), "IN-20");
        row("two points", QStringLiteral("1.2.3"), "IN-20");
        row("groups of two", QStringLiteral("12,00"), "IN-20");
        row("comma in front", QStringLiteral(",123"), "IN-20");
        row("only the unit", QStringLiteral("万元"), "IN-20");
        row("two minus", QStringLiteral("--1"), "IN-20");
        row("exponent", QStringLiteral("1e5"), "IN-20");
        row("emoji", QStringLiteral("💰5"), "IN-20");
        row("a null character", QString(QChar(0)) + QStringLiteral("5"), "IN-20");
        row("a lone surrogate", QString(QChar(0xD800)) + QStringLiteral("5"), "IN-20");
        row("Arabic digits", QStringLiteral("١٢٣"), "IN-20");
        row("a third decimal", QStringLiteral("1.005"), "IN-21");
        row("a far decimal", QStringLiteral("1.00001"), "IN-21");
        row("a fraction of a fen in ten thousands", QStringLiteral("1.2345678万"), "IN-21");
        row("too large", QStringLiteral("10,000,000,000,000,000"), "IN-22");
        row("too large in units", QStringLiteral("99999万亿"), "IN-22");
        row("far too large", QString(60, QLatin1Char('9')), "IN-22");
        row("ten thousand nines", QString(10000, QLatin1Char('9')), "IN-20");
    }

    void refusesWhatIsNoSum()
    {
        QFETCH(QString, typed);
        const auto read = parseMoney(typed);
        QVERIFY(!read);
        QTEST(QString::fromLatin1(read.error().text->code), "code");
    }

    void writesCapitalsForPapers_data()
    {
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<QString>("capitals");
        const auto row = [](qint64 fen, const char *capitals) {
            QTest::addRow("%lld", fen) << fen << QString::fromUtf8(capitals);
        };
        row(0, "零元整");
        row(1, "壹分");
        row(50, "伍角");
        row(100, "壹元整");
        row(1005, "壹拾元零伍分");
        row(1200000, "壹万贰仟元整");
        row(168032, "壹仟陆佰捌拾元叁角贰分");
        row(10700053, "壹拾万柒仟元伍角叁分");
        row(1640902, "壹万陆仟肆佰零玖元零贰分");
        row(600714, "陆仟零柒元壹角肆分");
        row(140950, "壹仟肆佰零玖元伍角");
        row(100050000, "壹佰万零伍佰元整");
        row(1000100, "壹万零壹元整");
        row(10000000100, "壹亿零壹元整");
        row(100000000000, "壹拾亿元整");
        row(100000000000000, "壹万亿元整");
        row(100000000000100, "壹万亿零壹元整");
        row(100010000000000, "壹万零壹亿元整");
        row(999999999999999999, "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分");
        row(-1200000, "负壹万贰仟元整");
    }

    void writesCapitalsForPapers()
    {
        QFETCH(qint64, fen);
        const auto written = moneyInCapitals(Money{fen});
        QVERIFY(written.has_value());
        QTEST(*written, "capitals");
    }

    void refusesCapitalsBeyondTheLargestUnit()
    {
        for (const std::int64_t fen : {std::int64_t{1'000'000'000'000'000'000}, std::numeric_limits<std::int64_t>::max(),
                                       std::numeric_limits<std::int64_t>::min()}) {
            const auto written = moneyInCapitals(Money{fen});
            QVERIFY(!written);
            QCOMPARE(QString::fromLatin1(written.error().text->code), QStringLiteral("IN-22"));
        }
        QCOMPARE(formatMoney(Money{std::numeric_limits<std::int64_t>::min()}), QStringLiteral("-92,233,720,368,547,758.08"));
    }

    void whatIsShownCanBeReadBack()
    {
        SeededRandom random(7);
        for (int round = 0; round < 20000; ++round) {
            const int digits = static_cast<int>(random.below(18)) + 1;
            std::int64_t fen = 0;
            for (int i = 0; i < digits; ++i)
                fen = fen * 10 + random.below(random.below(2) ? 10 : 1); // many zeros
            if (random.below(4) == 0)
                fen = -fen;
            const QString shown = formatMoney(Money{fen});
            const auto read = parseMoney(shown);
            QVERIFY2(read && read->fen == fen, qPrintable(shown));
        }
    }

    void capitalsTellDifferentSumsApart()
    {
        SeededRandom random(11);
        QHash<QString, std::int64_t> seen;
        for (int round = 0; round < 20000; ++round) {
            const std::int64_t fen = static_cast<std::int64_t>(random.next() % 1'000'000'000'000'000'000ULL)
                                     / (round % 3 == 0 ? 1'000'000'000 : 1);
            const auto written = moneyInCapitals(Money{fen});
            QVERIFY(written.has_value());
            QVERIFY2(!written->contains(QStringLiteral("零零")), qPrintable(*written));
            QVERIFY2(!seen.contains(*written) || seen.value(*written) == fen, qPrintable(*written));
            seen.insert(*written, fen);
        }
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::MoneyTest)
#include "MoneyTest.moc"
