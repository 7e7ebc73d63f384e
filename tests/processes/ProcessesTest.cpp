// SPDX-License-Identifier: GPL-3.0-or-later
// Ten workstations and a server as real processes over a bad line, each killed by a plan and at random; afterwards nothing that
// was reported as saved is missing, every store of an office holds the same, and no number was given twice. With
// YIZHAN_POSTGRES the storage is PostgreSQL, which is stopped under load, too. YIZHAN_PROCESSES_ACTIONS: what each clerk does
// at least, and with it how often everything fails.
#include "tests/cli/ServerProcess.h"
#include "tests/processes/ChaosProxy.h"
#include "tests/processes/Clerk.h"
#include "tests/processes/Havoc.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace yizhan;

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

constexpr int stationsOfFirstOffice = 6;
constexpr int stations = 10;
constexpr int fewestRounds = 2;     // of everything that can fail
constexpr int actionsPerRound = 20; // of each clerk
constexpr int patienceMs = 30 * 60'000;

int setting(const char *name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

QStringList storage()
{
    const QString url = qEnvironmentVariable("YIZHAN_POSTGRES");
    return url.isEmpty() ? QStringList() : QStringList{s("--postgres"), url};
}

StorageControl storageControl()
{
    if (!qEnvironmentVariableIsSet("YIZHAN_POSTGRES"))
        return {};
    const auto control = [](const QStringList &how) {
        return QProcess::execute(s("pg_ctlcluster"), QStringList{s("15"), s("regress")} + how) == 0;
    };
    return {[control] { return control({s("stop"), s("-m"), s("immediate")}); }, [control] { return control({s("start")}); }};
}

// Only what differs: the texts of tests are cut when they are long.
QString differenceOf(const QJsonObject &a, const QJsonObject &b)
{
    QStringList differences;
    QStringList names = a.keys() + b.keys();
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        if (a.value(name) != b.value(name))
            differences += name + s(": ") + a.value(name).toVariant().toString() + s(" / ")
                           + b.value(name).toVariant().toString();
    }
    return a.value(s("id")).toString() + s(" differs: ") + differences.join(s("; "));
}

// Kinds whose rows every workstation of an office has.
const QStringList sharedKinds{s("consultation"), s("mediation"), s("party"), s("conflict"), s("user")};

} // namespace

class ProcessesTest : public QObject
{
    Q_OBJECT

private:
    const std::uint64_t m_seed = static_cast<std::uint64_t>(setting("YIZHAN_PROCESSES_SEED", 1));
    const int m_actions = setting("YIZHAN_PROCESSES_ACTIONS", 9);
    ServerProcess m_server{storage()};
    ChaosProxy m_proxy{m_seed, stations};
    Havoc m_havoc{m_proxy, m_server, storageControl(), m_seed, std::max(fewestRounds, m_actions / actionsPerRound)};
    std::vector<std::unique_ptr<Clerk>> m_clerks;
    QMap<QString, QString> m_shared;                         // office -> record
    QMap<QString, QMap<QString, QList<QJsonObject>>> m_rows; // office -> kind -> rows, as its first workstation has them

    QList<QJsonObject> rowsOf(Clerk &clerk, const QString &kind) const
    {
        const CliAnswer list = clerk.cli().inStore(
            {s("list"), kind, s("--limit"), s("0"), s("--unmasked"), s("--reason"), s("comparison")});
        QList<QJsonObject> rows = list.objects();
        // When a row was last changed is a workstation's own reckoning: it never goes back there, so that an open form notices
        // what came over the line meanwhile (store/CaseUpdate.cpp). No digest covers it.
        for (QJsonObject &row : rows)
            row.remove(s("updated_at"));
        std::sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a.value(s("id")).toString() < b.value(s("id")).toString();
        });
        return rows;
    }
    QJsonObject row(const QString &office, const QString &kind, const QString &id) const
    {
        const QList<QJsonObject> &rows = m_rows[office][kind];
        const auto at = std::find_if(rows.begin(), rows.end(),
                                     [&](const QJsonObject &each) { return each.value(s("id")).toString() == id; });
        return at == rows.end() ? QJsonObject() : *at;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.init());
        QVERIFY(m_server.addUser(s("clerk"), {s("OFFICE_HEAD"), s("OFFICE_STAFF"), s("MEDIATOR")}, {s("JO01"), s("JO02")}));
        QVERIFY2(m_server.start(), qPrintable(m_server.said()));
        m_proxy.setCalm(true);
        QVERIFY(m_proxy.open());
        m_proxy.setTarget(m_server.port());
        for (int i = 0; i < stations; ++i) {
            const QString office = i < stationsOfFirstOffice ? s("JO01") : s("JO02");
            m_clerks.push_back(std::make_unique<Clerk>(i + 1, office, m_seed * 100 + static_cast<std::uint64_t>(i)));
            Clerk &clerk = *m_clerks.back();
            m_havoc.add(clerk);
            QVERIFY2(clerk.enrol(s("127.0.0.1:%1").arg(m_proxy.port(i)), m_server.code(office)),
                     qPrintable(clerk.faults.join(u'\n')));
            if (!m_shared.contains(office)) {
                const CliAnswer made = clerk.cli().inStore(
                    {s("add"), s("consultation")},
                    R"({"received_at":"2026-03-02T09:00:00+08:00","channel":"WEB","category":"01","heads":1,"question":"?"})");
                m_shared.insert(office, made.object().value(s("id")).toString());
            }
            const CliAnswer first = clerk.exchange();
            QVERIFY2(first.exit == 0, qPrintable(first.error));
        }
        m_proxy.setCalm(false);
        m_havoc.begin();
        for (const auto &clerk : m_clerks)
            clerk->work(m_actions, m_shared[clerk->office()], [this] { return m_havoc.isDone(); });
        const auto allIdle = [this] {
            return std::all_of(m_clerks.begin(), m_clerks.end(), [](const auto &clerk) { return clerk->isIdle(); });
        };
        QVERIFY(QTest::qWaitFor(allIdle, patienceMs));
    }

    void everythingFailedThatWasToFail()
    {
        int kills = 0;
        int exchanges = 0;
        for (const auto &clerk : m_clerks) {
            kills += clerk->kills;
            exchanges += clerk->exchanges;
        }
        const ChaosProxy::Counts line = m_proxy.counts();
        qInfo("%d connections, %d cut in a request, %d in an answer, %d turned away, %d without a server, %d pieces delayed; "
              "%d clients killed, %d complete exchanges",
              line.connections, line.cutRequests, line.cutAnswers, line.turnedAway, line.unreachable, line.delayed, kills,
              exchanges);
        qInfo("%s", qPrintable(m_havoc.account()));
        QVERIFY(m_havoc.isDone());
    }

    void everyProcessEndedInAWayThatIsMeant()
    {
        for (const auto &clerk : m_clerks)
            QVERIFY2(clerk->faults.isEmpty(), qPrintable(clerk->faults.join(u'\n')));
        QVERIFY2(m_havoc.faults().isEmpty(), qPrintable(m_havoc.faults().join(u'\n')));
    }

    void onAGoodLineEverythingIsSentAndFetched()
    {
        m_proxy.setCalm(true);
        for (int round = 0; round < 2; ++round) { // what the last one sends in the first, the first one fetches in the second
            for (const auto &clerk : m_clerks) {
                const CliAnswer done = clerk->exchange();
                QVERIFY2(done.exit == 0 || done.exit == 1, qPrintable(clerk->name() + done.error));
                QVERIFY2(!done.error.contains(s("SE-")), qPrintable(clerk->name() + done.error));
                QCOMPARE(done.object().value(s("unsent")).toInt(), 0);
            }
        }
    }

    void everyStoreOfAnOfficeHoldsTheSame()
    {
        for (const auto &clerk : m_clerks) {
            for (const QString &kind : sharedKinds) {
                const QList<QJsonObject> rows = rowsOf(*clerk, kind);
                if (!m_rows[clerk->office()].contains(kind))
                    m_rows[clerk->office()].insert(kind, rows);
                const QList<QJsonObject> &expected = m_rows[clerk->office()][kind];
                QCOMPARE(rows.size(), expected.size());
                for (qsizetype i = 0; i < rows.size(); ++i)
                    QVERIFY2(rows[i] == expected[i],
                             qPrintable(clerk->name() + u' ' + kind + u' ' + differenceOf(rows[i], expected[i])));
            }
        }
    }

    void nothingThatWasReportedAsSavedIsLost()
    {
        for (const auto &clerk : m_clerks) {
            for (auto it = clerk->own.cbegin(); it != clerk->own.cend(); ++it) {
                // nobody else changes it: the last value reported, or one that was given after it and killed before the report
                const QString stands = row(clerk->office(), s("consultation"), it.key()).value(s("question")).toString();
                QVERIFY2(it->attempted.indexOf(stands) >= it->saved, qPrintable(it.key() + s(" has ") + stands));
            }
            for (const QString &id : std::as_const(clerk->cases)) {
                QVERIFY2(!row(clerk->office(), s("mediation"), id).isEmpty(), qPrintable(id));
                const QList<QJsonObject> &parties = m_rows[clerk->office()][s("party")];
                QCOMPARE(std::count_if(parties.begin(), parties.end(),
                                       [&](const QJsonObject &party) { return party.value(s("root")).toString() == id; }),
                         2);
            }
        }
    }

    void aValueThatManyChangedIsOneOfTheirsAndTheLateOnesAreToBeSettled()
    {
        for (auto it = m_shared.cbegin(); it != m_shared.cend(); ++it) {
            QStringList given{s("?")};
            for (const auto &clerk : m_clerks) {
                if (clerk->office() == it.key())
                    given += clerk->sharedNote.attempted;
            }
            const QString stands = row(it.key(), s("consultation"), it.value()).value(s("question")).toString();
            QVERIFY2(given.contains(stands), qPrintable(stands));
        }
        for (const auto &clerk : m_clerks) {
            if (clerk->sharedNote.saved < 0)
                continue;
            const QString saved = clerk->sharedNote.attempted[clerk->sharedNote.saved];
            const CliAnswer history = clerk->cli().inStore({s("history"), m_shared[clerk->office()]});
            QVERIFY2(history.out.contains(saved), qPrintable(clerk->name() + s(" saved ") + saved));
        }
    }

    void noNumberWasGivenTwiceAndAllAreFinal()
    {
        QSet<QString> given;
        QSet<QString> provisional;
        for (const auto &kinds : std::as_const(m_rows)) {
            for (const QJsonObject &each : kinds[s("mediation")]) {
                const QString number = each.value(s("case_no")).toString();
                if (number.isEmpty())
                    continue; // not registered
                QVERIFY2(!number.startsWith(s("P-")), qPrintable(number));
                QVERIFY2(!given.contains(number), qPrintable(number));
                given += number;
                const QString before = each.value(s("provisional_no")).toString();
                QVERIFY2(!provisional.contains(before), qPrintable(before));
                provisional += before;
            }
        }
        for (const auto &clerk : m_clerks) {
            for (auto it = clerk->registeredNumber.cbegin(); it != clerk->registeredNumber.cend(); ++it)
                QCOMPARE(row(clerk->office(), s("mediation"), it.key()).value(s("provisional_no")).toString(), it.value());
        }
        QVERIFY(!given.isEmpty());
    }

    void everyStoreAndTheServerAreSound()
    {
        for (const auto &clerk : m_clerks) {
            const CliAnswer store = clerk->cli().inStore({s("verify")});
            QVERIFY2(store.exit == 0, qPrintable(clerk->name() + store.out));
            QCOMPARE(clerk->cli().inStore({s("audit"), s("verify")}).exit, 0);
        }
        QVERIFY2(m_server.stop(), qPrintable(m_server.said()));
        const CliAnswer server = m_server.run({s("verify")});
        QVERIFY2(server.exit == 0, qPrintable(server.out + server.error));
    }
};

QTEST_GUILESS_MAIN(ProcessesTest)
#include "ProcessesTest.moc"
