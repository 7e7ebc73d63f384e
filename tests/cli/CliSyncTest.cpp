// SPDX-License-Identifier: GPL-3.0-or-later
// Joining a district, exchanging with it, settling what came too late: the real programs of both ends over real TLS.
#include "tests/cli/ServerProcess.h"

#include <QDir>
#include <QJsonArray>
#include <QScopeGuard>
#include <QTest>

using namespace yizhan;

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

QByteArray consultation(const QString &question)
{
    return "{\"received_at\":\"2026-03-02T09:00:00+08:00\",\"channel\":\"WINDOW_T\",\"category\":\"01\",\"heads\":1,"
           "\"question\":\""
           + question.toUtf8() + "\"}\n";
}

QString idOf(const CliAnswer &answer) { return answer.object().value(s("id")).toString(); }

} // namespace

class CliSyncTest : public QObject
{
    Q_OBJECT

private:
    ServerProcess m_server;
    CliProcess m_one;   // of JO01
    CliProcess m_two;   // of JO01
    CliProcess m_other; // of JO02

    CliAnswer enrol(const CliProcess &cli, const QString &office)
    {
        const QString code = cli.write(s("code"), m_server.code(office).toUtf8() + '\n');
        return cli.inStore({s("enrol"), s("--server"), m_server.address(), s("--name"), s("counter"), s("--code-file"), code});
    }
    CliAnswer sync(const CliProcess &cli, const QStringList &more = {}) { return cli.inStore(QStringList{s("sync")} + more); }
    QString valueOf(const CliProcess &cli, const QString &id, const QString &field)
    {
        return cli.inStore({s("show"), id, s("--unmasked"), s("--reason"), s("test")}).object().value(field).toString();
    }
    QString question(const CliProcess &cli, const QString &id) { return valueOf(cli, id, s("question")); }
    // A record that both workstations have, changed by both; the change of m_two came first. Answers its id.
    QString conflicting(const QString &standing, const QString &late, const QString &field = QStringLiteral("question"))
    {
        const QString id = idOf(m_one.inStore({s("add"), s("consultation")}, consultation(s("原先"))));
        if (sync(m_one).exit != 0 || sync(m_two).exit != 0)
            return {};
        m_two.inStore({s("set"), id}, "{\"" + field.toUtf8() + "\":\"" + standing.toUtf8() + "\"}");
        m_one.inStore({s("set"), id}, "{\"" + field.toUtf8() + "\":\"" + late.toUtf8() + "\"}");
        sync(m_two);
        const CliAnswer told = sync(m_one);
        return told.exit == 1 && told.object().value(s("open_conflicts")).toInt() == 1 ? id : QString();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.init());
        QVERIFY(m_server.addUser(s("clerk"), {s("OFFICE_HEAD")}, {s("JO01"), s("JO02")}));
        QVERIFY2(m_server.start({s("--leased"), s("mediation"), s("--offline-days"), s("14")}), qPrintable(m_server.said()));
        for (const auto &[cli, office] : {std::pair{&m_one, "JO01"}, std::pair{&m_two, "JO01"}, std::pair{&m_other, "JO02"}}) {
            const CliAnswer joined = enrol(*cli, s(office));
            QVERIFY2(joined.exit == 0, qPrintable(joined.error));
            QCOMPARE(joined.object().value(s("office")).toString(), s(office));
            QVERIFY(!joined.object().value(s("recovery_key")).toString().isEmpty());
        }
    }

    void cleanupTestCase() { QVERIFY2(m_server.stop(), qPrintable(m_server.said())); }

    void whatOneEntersTheOthersOfTheOfficeFindAndNobodyElse()
    {
        const QString id = idOf(m_one.inStore({s("add"), s("consultation")}, consultation(s("相邻排水"))));
        QVERIFY(m_one.inStore({s("status")}).object().value(s("unsent")).toInt() > 0);
        const CliAnswer sent = sync(m_one);
        QVERIFY2(sent.exit == 0, qPrintable(sent.error));
        QCOMPARE(sent.object().value(s("unsent")).toInt(), 0);
        for (const CliProcess *cli : {&m_two, &m_other}) {
            const CliAnswer got = sync(*cli);
            QVERIFY2(got.exit == 0, qPrintable(got.error));
        }
        QCOMPARE(question(m_two, id), s("相邻排水"));
        QCOMPARE(m_other.inStore({s("show"), id}).exit, 1);
        const QJsonObject status = m_one.inStore({s("status")}).object();
        QCOMPARE(status.value(s("unsent")).toInt(), 0);
        QVERIFY(!status.value(s("last_complete")).toString().isEmpty());
        QVERIFY(status.value(s("clock_difference_ms")).isDouble());
        QCOMPARE(m_one.inStore({s("verify")}).exit, 0);
        QCOMPARE(m_two.inStore({s("verify")}).exit, 0);
    }

    // The district keeps this series in blocks: the paper that is signed in the village carries the number for good.
    void aCaseGetsItsFinalNumberWithoutALine()
    {
        QCOMPARE(sync(m_other).exit, 0);
        const CliAnswer added = m_other.inStore({s("add"), s("mediation")}, sampleDispute());
        QVERIFY2(added.exit == 0, qPrintable(added.error));
        const QString id = idOf(added);
        const CliAnswer completed = m_other.inStore(
            {s("set"), id},
            R"({"committee_id":"0198ef94-6a90-7e55-80fe-0bbd182a4f39","received_at":"2026-01-06T09:00:00+08:00"})");
        QVERIFY2(completed.exit == 0, qPrintable(completed.error + completed.out));
        const CliAnswer registered = m_other.inStore({s("move"), id, s("register")});
        QVERIFY2(registered.exit == 0, qPrintable(registered.error + registered.out));
        const QString number = valueOf(m_other, id, s("case_no"));
        QVERIFY2(number.endsWith(s("第1号")), qPrintable(number));
        QCOMPARE(sync(m_other).exit, 0);
        QCOMPARE(valueOf(m_other, id, s("case_no")), number);
    }

    void statusTellsPeopleTheSameNumbers()
    {
        const CliAnswer table = m_one.inStore({s("status"), s("--format"), s("table")});
        QCOMPARE(table.exit, 0);
        for (const char *word : {"Unsent", "Open conflicts", "Last complete exchange", "演示区", "JO01-01"})
            QVERIFY2(table.out.contains(s(word)), word);
    }

    void aLateValueIsListedShownMaskedAndGivesWay()
    {
        const QString id = conflicting(s("欧阳建国"), s("单雨欣"), s("name"));
        QVERIFY(!id.isEmpty());
        const CliAnswer list = m_one.inStore({s("conflicts")});
        QCOMPARE(list.objects().size(), 1);
        QCOMPARE(list.object().value(s("record")).toString(), id);
        QCOMPARE(list.object().value(s("origin")).toString(), s("LATE"));
        QCOMPARE(list.object().value(s("fields")).toArray().at(0).toString(), s("name"));
        const QString conflict = idOf(list);

        const CliAnswer masked = m_one.inStore({s("conflicts"), s("show"), conflict});
        QCOMPARE(masked.exit, 0);
        QVERIFY2(!masked.out.contains(s("单雨欣")), qPrintable(masked.out));
        QCOMPARE(m_one.inStore({s("conflicts"), s("show"), conflict, s("--unmasked")}).exit, 2);
        const CliAnswer shown = m_one.inStore(
            {s("conflicts"), s("show"), conflict, s("--unmasked"), s("--reason"), s("settling")});
        const QJsonObject value = shown.object().value(s("values")).toArray().at(0).toObject();
        QVERIFY(value.value(s("before")).isNull());
        QCOMPARE(value.value(s("standing")).toString(), s("欧阳建国"));
        QCOMPARE(value.value(s("late")).toString(), s("单雨欣"));
        QVERIFY(m_one.inStore({s("history"), id}).out.contains(s("settling")));

        QCOMPARE(m_one.inStore({s("settle"), conflict, s("perhaps")}).exit, 2);
        const CliAnswer settled = m_one.inStore({s("settle"), conflict, s("standing")});
        QVERIFY2(settled.exit == 0, qPrintable(settled.error));
        QCOMPARE(sync(m_one).exit, 0);
        QCOMPARE(sync(m_two).exit, 0);
        for (const CliProcess *cli : {&m_one, &m_two}) {
            QCOMPARE(valueOf(*cli, id, s("name")), s("欧阳建国"));
            QVERIFY(cli->inStore({s("conflicts")}).objects().isEmpty());
        }
        QCOMPARE(m_one.inStore({s("settle"), conflict, s("late")}).exit, 1);
    }

    void aLateValueCanBeTaken()
    {
        const QString id = conflicting(s("先到甲"), s("后到甲"));
        QVERIFY(!id.isEmpty());
        // a colleague decides, not the one who was late
        QCOMPARE(sync(m_two).exit, 1);
        const CliAnswer settled = m_two.inStore({s("settle"), idOf(m_two.inStore({s("conflicts")})), s("late")});
        QVERIFY2(settled.exit == 0, qPrintable(settled.error));
        QCOMPARE(sync(m_two).exit, 0);
        QCOMPARE(sync(m_one).exit, 0);
        QCOMPARE(question(m_one, id), s("后到甲"));
        QCOMPARE(question(m_two, id), s("后到甲"));
    }

    void anotherValueCanBeEnteredInstead()
    {
        const QString id = conflicting(s("先到乙"), s("后到乙"));
        QVERIFY(!id.isEmpty());
        const QString conflict = idOf(m_one.inStore({s("conflicts")}));
        QCOMPARE(m_one.inStore({s("settle"), conflict, s("edit"), s("colour=red")}).exit, 2);
        const CliAnswer settled = m_one.inStore({s("settle"), conflict, s("edit")}, R"({"question":"两者兼顾"})");
        QVERIFY2(settled.exit == 0, qPrintable(settled.error));
        QCOMPARE(sync(m_one).exit, 0);
        QCOMPARE(sync(m_two).exit, 0);
        QCOMPARE(question(m_two, id), s("两者兼顾"));
    }

    void aRefusedNewRecordIsEnteredAgainInAnotherCase()
    {
        const QString gone = idOf(m_one.inStore({s("add"), s("consultation")}, consultation(s("将被撤销"))));
        QCOMPARE(sync(m_one).exit, 0);
        QCOMPARE(sync(m_two).exit, 0);
        QCOMPARE(m_two.inStore({s("withdraw"), gone, s("--reason"), s("entered twice")}).exit, 0);
        QCOMPARE(sync(m_two).exit, 0);
        const CliAnswer added = m_one.inStore({s("add"), s("party")},
                                              "{\"root\":\"" + gone.toLatin1()
                                                  + "\",\"role\":\"APPLICANT\",\"type\":\"NATURAL\",\"name\":\"诸葛敏\"}");
        QVERIFY2(added.exit == 0, qPrintable(added.error));
        QCOMPARE(sync(m_one).exit, 1);
        const QString conflict = idOf(m_one.inStore({s("conflicts")}));
        QVERIFY(!conflict.isEmpty());
        QCOMPARE(m_one.inStore({s("settle"), conflict, s("late")}).exit, 2); // there is no row that it could be a value of

        const QString other = idOf(m_one.inStore({s("add"), s("consultation")}, consultation(s("另一件"))));
        const CliAnswer again = m_one.inStore(
            {s("settle"), conflict, s("again"), s("--in"), other, s("--file"), m_one.write(s("fix"), "{\"name\":\"诸葛明\"}")});
        QVERIFY2(again.exit == 0, qPrintable(again.error));
        QCOMPARE(sync(m_one).exit, 0);
        QCOMPARE(sync(m_two).exit, 0);
        const CliAnswer whole = m_two.inStore({s("show"), other, s("--children"), s("--unmasked"), s("--reason"), s("test")});
        QVERIFY2(whole.out.contains(s("诸葛明")), qPrintable(whole.out));
        QVERIFY(m_one.inStore({s("conflicts")}).objects().isEmpty());
    }

    void whoWaitsIsToldOfNewsByTheServer()
    {
        QProcess waiting; // ends with the story, whatever it finds
        const auto end = qScopeGuard([&waiting] {
            waiting.kill();
            waiting.waitForFinished();
        });
        const auto waitForLine = [&waiting] {
            while (!waiting.canReadLine()) {
                if (!waiting.waitForReadyRead(60'000))
                    return QByteArray();
            }
            return waiting.readLine();
        };
        waiting.start(QStringLiteral(YIZHAN_CLI), {s("sync"), s("--wait"), s("--store"), m_two.folder(), s("--password-file"),
                                                   m_two.path(s("password")), s("--format"), s("json")});
        QVERIFY(waitForLine().contains("last_complete")); // everything there is
        const QString id = idOf(m_one.inStore({s("add"), s("consultation")}, consultation(s("新到一件"))));
        QCOMPARE(sync(m_one).exit, 0);
        QVERIFY(waitForLine().contains("last_complete")); // the server had news
        waiting.kill();
        QVERIFY(waiting.waitForFinished());
        QCOMPARE(question(m_two, id), s("新到一件"));
    }

    void aServerThatIsNotThereHasItsOwnExitAndNothingIsLost()
    {
        const QString id = idOf(m_one.inStore({s("add"), s("consultation")}, consultation(s("断网时所记"))));
        QVERIFY(m_server.stop());
        const CliAnswer cut = sync(m_one);
        QCOMPARE(cut.exit, 7);
        QVERIFY2(cut.error.contains(s("SE-01")), qPrintable(cut.error));
        QVERIFY(cut.object().value(s("unsent")).toInt() > 0);
        QVERIFY(m_server.start());
        QCOMPARE(sync(m_one).exit, 0);
        QCOMPARE(sync(m_two).exit, 0);
        QCOMPARE(question(m_two, id), s("断网时所记"));
    }

    void aStoreThatNeverJoinedSaysSo()
    {
        const CliProcess alone;
        QCOMPARE(alone.init().exit, 0);
        const CliAnswer refused = sync(alone);
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.error.contains(s("CL-21")), qPrintable(refused.error));
        QCOMPARE(alone.inStore({s("status")}).object().value(s("enrolled")).toBool(true), false);
    }

    void aWorkstationJoinsOnceAndACodeIsGoodOnce()
    {
        const CliAnswer again = enrol(m_one, s("JO01"));
        QCOMPARE(again.exit, 1);
        QVERIFY2(again.error.contains(s("CL-22")), qPrintable(again.error));

        const CliProcess second;
        const CliProcess third;
        const QByteArray code = m_server.code(s("JO01")).toUtf8();
        const auto join = [&](const CliProcess &cli, const QByteArray &typed, const QString &password = CliProcess::password) {
            return cli.run({s("enrol"), s("--store"), cli.folder(), s("--server"), m_server.address(), s("--name"), s("x")},
                           typed + "\nclerk\n" + password.toUtf8() + '\n');
        };
        QByteArray mistyped = code;
        mistyped[0] = code[0] == 'A' ? 'B' : 'A';
        QCOMPARE(join(second, mistyped).exit, 1);
        const CliAnswer forgotten = join(second, code, s("Wrong-password-77"));
        QCOMPARE(forgotten.exit, 3);
        QVERIFY2(forgotten.error.contains(s("SE-17")), qPrintable(forgotten.error));
        QVERIFY(!QDir(second.folder()).exists());
        const CliAnswer joined = join(second, code);
        QVERIFY2(joined.exit == 0, qPrintable(joined.error));
        const CliAnswer used = join(third, code);
        QCOMPARE(used.exit, 3);
        QVERIFY2(used.error.contains(s("SE-15")), qPrintable(used.error));
        QVERIFY(!QDir(third.folder()).exists());
    }

    void aServerThatTheCodeDoesNotNameIsRefusedBeforeAnythingIsSent()
    {
        ServerProcess foreign;
        QVERIFY(foreign.init());
        const CliProcess cli;
        const QString code = cli.write(s("code"), foreign.code(s("JO01")).toUtf8() + '\n');
        const CliAnswer refused = cli.inStore(
            {s("enrol"), s("--server"), m_server.address(), s("--name"), s("x"), s("--code-file"), code});
        QCOMPARE(refused.exit, 7);
        QVERIFY2(refused.error.contains(s("SE-14")), qPrintable(refused.error));
        QVERIFY(!QDir(cli.folder()).exists());
    }

    void aRevokedWorkstationHandsInItsWorkAndIsWiped()
    {
        const CliProcess lost;
        QCOMPARE(enrol(lost, s("JO01")).exit, 0);
        QCOMPARE(sync(lost).exit, 0);
        QCOMPARE(lost.inStore({s("add"), s("consultation")}, consultation(s("未及上报"))).exit, 0);
        const QString device = lost.inStore({s("status")}).object().value(s("device")).toString();
        QCOMPARE(m_server.run({s("device"), s("revoke"), device}).exit, 0);
        const CliAnswer told = sync(lost);
        QCOMPARE(told.exit, 1);
        QVERIFY2(told.error.contains(s("SE-08")), qPrintable(told.error));
        QCOMPARE(lost.inStore({s("status")}).exit, 2); // there is no store any more
        QVERIFY(!QFile::exists(lost.folder() + s("/workstation.key")));
        const CliAnswer devices = m_server.run({s("device"), s("list")});
        for (const QJsonObject &each : devices.objects()) {
            if (each.value(s("id")).toString() == device)
                QVERIFY(each.value(s("quarantined")).toString().toInt() > 0);
        }
        QVERIFY(devices.out.contains(device));
    }
};

QTEST_GUILESS_MAIN(CliSyncTest)
#include "CliSyncTest.moc"
