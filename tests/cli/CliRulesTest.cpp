// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that need no store: due dates and numbers.
#include "tests/cli/CliProcess.h"

#include <QTest>

using namespace yizhan;

class CliRulesTest : public QObject
{
    Q_OBJECT

private:
    CliProcess m_cli;
    CliAnswer json(const QStringList &arguments) const
    {
        return m_cli.run(arguments + QStringList{QStringLiteral("--format"), QStringLiteral("json")});
    }

private slots:
    void aBarePeriodIsCountedByItsMode_data()
    {
        QTest::addColumn<QStringList>("call");
        QTest::addColumn<QString>("due");
        const auto call = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
        QTest::newRow("confirmation window ends on a Sunday")
            << call("due --mode CAL_ROLL --amount 30 --from 2026-01-30") << QStringLiteral("2026-03-02");
        QTest::newRow("make-up Saturday is a working day")
            << call("due --mode CAL_ROLL --amount 3 --from 2026-02-11") << QStringLiteral("2026-02-14");
        QTest::newRow("notary over two holidays")
            << call("due --mode WORK --amount 15 --from 2026-09-18") << QStringLiteral("2026-10-15");
        QTest::newRow("a pause is left out")
            << call("due --mode WORK --amount 15 --from 2026-04-30 --pause 2026-05-12..2026-05-20")
            << QStringLiteral("2026-06-02");
        QTest::newRow("overlapping pauses count once") << call(
            "due --mode CAL_ROLL --amount 7 --from 2026-03-02 --pause 2026-03-04..2026-03-10 --pause 2026-03-06..2026-03-12")
                                                       << QStringLiteral("2026-03-17");
        QTest::newRow("a pause that comes too late")
            << call("due --mode CAL_ROLL --amount 7 --from 2026-03-02 --pause 2026-03-11..2026-03-20")
            << QStringLiteral("2026-03-09");
        QTest::newRow("hours run through the holiday")
            << call("due --mode HOUR --amount 24 --from 2026-02-16 --at 15:00") << QStringLiteral("2026-02-17T15:00:00+08:00");
        QTest::newRow("office hours") << call("due --mode HOUR_OFFICE --amount 4 --from 2026-09-24 --at 16:30")
                                      << QStringLiteral("2026-09-28T11:30:00+08:00");
        QTest::newRow("a rule by its name") << call("due --rule NOT-ISSUE --from 2026-09-18") << QStringLiteral("2026-10-15");
        QTest::newRow("capped pause") << call("due --rule NOT-RECHECK --from 2026-01-05 --pause SUPP:2026-01-15..2026-09-30")
                                      << QStringLiteral("2026-08-04");
    }
    void aBarePeriodIsCountedByItsMode()
    {
        QFETCH(QStringList, call);
        QFETCH(QString, due);
        const CliAnswer answer = json(call);
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.exit, 0);
        QCOMPARE(answer.object().value(QStringLiteral("due")).toString(), due);
    }

    void aDateDecidedByAYearWithoutACalendarIsProvisional()
    {
        const QJsonObject due = json({QStringLiteral("due"), QStringLiteral("--mode"), QStringLiteral("CAL_ROLL"),
                                      QStringLiteral("--amount"), QStringLiteral("30"), QStringLiteral("--from"),
                                      QStringLiteral("2026-12-02")})
                                    .object();
        QCOMPARE(due.value(QStringLiteral("due")).toString(), QStringLiteral("2027-01-04"));
        QCOMPARE(due.value(QStringLiteral("raw_last_day")).toString(), QStringLiteral("2027-01-01"));
        QVERIFY(due.value(QStringLiteral("provisional")).toBool());
    }

    void anOpenPauseHoldsTheClock()
    {
        const QJsonObject due = json({QStringLiteral("due"), QStringLiteral("--mode"), QStringLiteral("WORK"),
                                      QStringLiteral("--amount"), QStringLiteral("15"), QStringLiteral("--from"),
                                      QStringLiteral("2026-04-30"), QStringLiteral("--pause"), QStringLiteral("2026-05-12.."),
                                      QStringLiteral("--today"), QStringLiteral("2026-05-20")})
                                    .object();
        QVERIFY(due.value(QStringLiteral("paused")).toBool());
        QVERIFY(due.value(QStringLiteral("due")).isNull());
        QCOMPARE(due.value(QStringLiteral("used")).toInt() + due.value(QStringLiteral("left")).toInt(), 15);
        QCOMPARE(due.value(QStringLiteral("projected")).toString(), QStringLiteral("2026-06-02"));
    }

    void nonsenseIsAUsageErrorThatSaysWhatWasExpected_data()
    {
        QTest::addColumn<QStringList>("call");
        const auto call = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
        QTest::newRow("no date") << call("due --mode WORK --amount 3");
        QTest::newRow("31 February") << call("due --mode WORK --amount 3 --from 2026-02-31");
        QTest::newRow("unknown mode") << call("due --mode SOON --amount 3 --from 2026-02-01");
        QTest::newRow("unknown rule") << call("due --rule MED-SOON --from 2026-02-01");
        QTest::newRow("both rule and mode") << call("due --rule MED-TERM --mode WORK --amount 1 --from 2026-02-01");
        QTest::newRow("negative amount") << call("due --mode WORK --amount=-1 --from 2026-02-01");
        QTest::newRow("unknown option") << call("due --sooner");
        QTest::newRow("unknown command") << call("frobnicate");
        QTest::newRow("nothing to check") << call("check");
        QTest::newRow("unknown check") << call("check passport 1");
        QTest::newRow("unknown format") << call("stats --format xml");
    }
    void nonsenseIsAUsageErrorThatSaysWhatWasExpected()
    {
        QFETCH(QStringList, call);
        const CliAnswer answer = m_cli.run(call);
        QCOMPARE(answer.exit, 2);
        QVERIFY2(answer.error.contains(QStringLiteral("Code CL-")), qPrintable(answer.error));
    }

    void theEndsOfTheCalendarAreRefusedNotHung()
    {
        for (const QString &from : {QStringLiteral("9999-12-30"), QStringLiteral("0001-01-01")}) {
            const CliAnswer answer = json({QStringLiteral("due"), QStringLiteral("--mode"), QStringLiteral("WORK"),
                                           QStringLiteral("--amount"), QStringLiteral("3700000"), QStringLiteral("--from"),
                                           from});
            QVERIFY(answer.exit == 0 || answer.exit == 1);
            if (from.startsWith(u'9'))
                QCOMPARE(answer.exit, 1);
        }
    }

    void numbersAreCheckedAndNormalised_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("normalized"); // empty = refused
        const QString id = QStringLiteral("id-number");
        QTest::newRow("published example") << id << QStringLiteral("11010519491231002X")
                                           << QStringLiteral("11010519491231002X");
        QTest::newRow("lower case x") << id << QStringLiteral("11010519491231002x") << QStringLiteral("11010519491231002X");
        QTest::newRow("full width") << id << QStringLiteral("４４０５２４１８８００１０１００１４")
                                    << QStringLiteral("440524188001010014");
        QTest::newRow("wrong check character") << id << QStringLiteral("110105194912310021") << QString();
        QTest::newRow("31 February") << id << QStringLiteral("110105194902310026") << QString();
        QTest::newRow("16 places") << id << QStringLiteral("1101051949123100") << QString();
        QTest::newRow("credit code") << QStringLiteral("uscc") << QStringLiteral("91350100M000100Y43")
                                     << QStringLiteral("91350100M000100Y43");
        QTest::newRow("credit code, wrong check")
            << QStringLiteral("uscc") << QStringLiteral("91350100M000100Y44") << QString();
        QTest::newRow("credit code with the letter O")
            << QStringLiteral("uscc") << QStringLiteral("9135010OM000100Y43") << QString();
        QTest::newRow("mobile") << QStringLiteral("phone") << QStringLiteral("+86 138 0013 8000")
                                << QStringLiteral("13800138000");
        QTest::newRow("hotline") << QStringLiteral("phone") << QStringLiteral("12348") << QStringLiteral("12348");
        QTest::newRow("no phone") << QStringLiteral("phone") << QStringLiteral("call me") << QString();
    }
    void numbersAreCheckedAndNormalised()
    {
        QFETCH(QString, what);
        QFETCH(QString, value);
        QFETCH(QString, normalized);
        // From standard input, so that the number is in nobody's list of processes.
        const CliAnswer answer = m_cli.run(
            {QStringLiteral("check"), what, QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("json")},
            value.toUtf8() + '\n');
        QCOMPARE(answer.exit, normalized.isEmpty() ? 1 : 0);
        QCOMPARE(answer.object().value(QStringLiteral("normalized")).toString(), normalized);
        if (normalized.isEmpty())
            QVERIFY2(!answer.error.contains(value), "an error must not repeat the number");
    }

    void helpNamesEveryCommandAndTheExitCodes()
    {
        const CliAnswer answer = m_cli.run({QStringLiteral("help")});
        QCOMPARE(answer.exit, 0);
        for (const char *command : {"init", "demo", "add", "set", "move", "show", "list", "search", "history", "due", "check",
                                    "audit verify", "verify", "backup", "restore", "password", "stats"})
            QVERIFY2(answer.out.contains(QStringLiteral("  ") + QLatin1String(command)), command);
        QVERIFY(answer.out.contains(QStringLiteral("4 store in use")));
    }
};

QTEST_GUILESS_MAIN(CliRulesTest)
#include "CliRulesTest.moc"
