// SPDX-License-Identifier: GPL-3.0-or-later
// Records from the command line: adding, changing, moving, finding, looking back.
#include "base/Time.h"
#include "tests/cli/CliProcess.h"

#include <QJsonArray>
#include <QTest>

using namespace yizhan;

namespace {
QString s(const char *text) { return QString::fromUtf8(text); }
} // namespace

class CliRecordsTest : public QObject
{
    Q_OBJECT

private:
    CliProcess m_cli;
    QString m_case;

private slots:
    void initTestCase()
    {
        QCOMPARE(m_cli.init().exit, 0);
        const CliAnswer added = m_cli.inStore({s("add"), s("mediation")}, sampleDispute());
        QCOMPARE(added.error, QString());
        QCOMPARE(added.exit, 0);
        m_case = added.object().value(s("id")).toString();
        QVERIFY(!m_case.isEmpty());
    }

    void aListShowsTheCaseWithoutFullPersonalData()
    {
        const CliAnswer list = m_cli.inStore(
            {s("list"), s("mediation"), s("--where"), s("dispute_type = 02 and status = DRAFT")});
        QCOMPARE(list.exit, 0);
        QCOMPARE(list.objects().size(), 1);
        QVERIFY(!list.out.contains(s("单雨欣")));
        const CliAnswer other = m_cli.inStore({s("list"), s("mediation"), s("--where"), s("dispute_type = 01")});
        QCOMPARE(other.exit, 0);
        QVERIFY(other.objects().isEmpty());
    }

    void fullDataAsksForAReasonThatGoesToTheAudit()
    {
        QCOMPARE(m_cli.inStore({s("show"), m_case, s("--children"), s("--unmasked")}).exit, 2);
        const CliAnswer shown = m_cli.inStore(
            {s("show"), m_case, s("--children"), s("--unmasked"), s("--reason"), s("counter enquiry")});
        QCOMPARE(shown.exit, 0);
        QVERIFY(shown.out.contains(s("单雨欣")));
        const CliAnswer history = m_cli.inStore({s("history"), m_case});
        QVERIFY(history.out.contains(s("READ_SENS")));
        QVERIFY(history.out.contains(s("counter enquiry")));
    }

    void theCaseIsFoundByPartOfANamePinyinInitialsAndTails_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"雨", "单雨", "欧阳", "建国", "syx", "shan yu xin", "oyjg", "002X", "8000", "排水", "福安"})
            QTest::newRow(text) << s(text);
    }
    void theCaseIsFoundByPartOfANamePinyinInitialsAndTails()
    {
        QFETCH(QString, text);
        const CliAnswer found = m_cli.inStore({s("search"), s("-")}, text.toUtf8() + '\n');
        QCOMPARE(found.exit, 0);
        QCOMPARE(found.objects().size(), 1);
        QCOMPARE(found.object().value(s("id")).toString(), m_case);
    }

    void whatIsNotThereIsNotFound()
    {
        const CliAnswer found = m_cli.inStore({s("search"), s("-")}, "诸葛\n");
        QCOMPARE(found.exit, 0);
        QVERIFY(found.objects().isEmpty());
    }

    void aStepThatIsNotOpenNamesEveryUnmetCondition()
    {
        const CliAnswer refused = m_cli.inStore({s("move"), m_case, s("accept")});
        QCOMPARE(refused.exit, 1);
        QVERIFY(refused.objects().size() >= 3);
        QStringList ids;
        for (const QJsonObject &unmet : refused.objects())
            ids += unmet.value(s("unmet")).toString();
        QVERIFY2(ids.contains(s("state")), qPrintable(ids.join(u' ')));
        QVERIFY2(ids.contains(s("consent")), qPrintable(ids.join(u' ')));
    }

    void registrationGivesANumberAndIsWrittenDown()
    {
        const CliAnswer committee = m_cli.inStore(
            {s("add"), s("committee")}, R"({"name":"演示福安村人民调解委员会","committee_kind":"VILLAGE","active":true})");
        QCOMPARE(committee.error, QString());
        QCOMPARE(m_cli
                     .inStore({s("set"), m_case}, "{\"committee_id\":\"" + committee.object().value(s("id")).toString().toUtf8()
                                                      + "\",\"received_at\":\"2026-01-06T09:00:00+08:00\"}")
                     .exit,
                 0);
        const CliAnswer moved = m_cli.inStore({s("move"), m_case, s("register"), s("--reason"), s("walk-in")});
        QCOMPARE(moved.error, QString());
        QCOMPARE(moved.exit, 0);
        const QString number = moved.object().value(s("number")).toString();
        QVERIFY2(number.startsWith(s("P-JO01-")), qPrintable(number));
        QCOMPARE(m_cli.inStore({s("show"), number}).object().value(s("id")).toString(), m_case);
        const CliAnswer history = m_cli.inStore({s("history"), number});
        QVERIFY(history.out.contains(s("register")));
        QVERIFY(history.out.contains(s("walk-in")));
    }

    void personalFieldsAreRefusedAsArguments()
    {
        const CliAnswer refused = m_cli.inStore({s("add"), s("party"), s("name=张三")});
        QCOMPARE(refused.exit, 2);
        QVERIFY(refused.error.contains(s("CL-06")));
        QVERIFY(!refused.error.contains(s("张三")));
    }

    void wrongValuesAreRefusedByNameOfTheField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::newRow("unknown code") << QByteArray(R"({"dispute_type":"77"})") << s("dispute_type");
        QTest::newRow("no such day") << QByteArray(R"({"occurred_on":"2026-02-31"})") << s("occurred_on");
        QTest::newRow("a text where a number belongs") << QByteArray(R"({"people_involved":"many"})") << s("people_involved");
        QTest::newRow("too few people") << QByteArray(R"({"people_involved":1})") << s("people_involved");
        QTest::newRow("unknown field") << QByteArray(R"({"colour":"red"})") << s("colour");
        QTest::newRow("too long") << QByteArray(R"({"place_text":")" + QByteArray(100'000, 'x') + R"("})") << s("place_text");
    }
    void wrongValuesAreRefusedByNameOfTheField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const CliAnswer refused = m_cli.inStore({s("set"), m_case}, json);
        QVERIFY2(refused.exit == 1 || refused.exit == 2, qPrintable(refused.error));
        const QString label = field == s("dispute_type")      ? s("Type of dispute")
                              : field == s("occurred_on")     ? s("Occurred on")
                              : field == s("people_involved") ? s("People involved")
                              : field == s("place_text")      ? s("Place")
                                                              : field;
        QVERIFY2(refused.error.contains(field) || refused.error.contains(label), qPrintable(refused.error));
    }

    void whatIsMissingAtCreationIsNamedToo()
    {
        const CliAnswer refused = m_cli.inStore({s("add"), s("consultation")},
                                                R"({"channel":"WEB","category":"01","heads":1})");
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.error.contains(s("needs:question")), qPrintable(refused.error));
    }

    void whatIsEnteredWithoutATimeWasReceivedNow()
    {
        const CliAnswer made = m_cli.inStore({s("add"), s("consultation")},
                                             R"({"channel":"WINDOW_T","category":"01","heads":1,"question":"hours"})");
        QVERIFY2(made.exit == 0, qPrintable(made.error));
        const QJsonObject shown = m_cli.inStore({s("show"), made.object().value(s("id")).toString()}).object();
        const auto received = Instant::fromIso(shown.value(s("received_at")).toString());
        const auto created = Instant::fromIso(shown.value(s("created_at")).toString());
        QVERIFY(received && created);
        QVERIFY(received->ms <= created->ms && received->localDay().plus(1) >= created->localDay());
    }

    void linesThatAreNoJsonObjectsAreACallNotUnderstood_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("an array") << QByteArray("[1, 2]");
        QTest::newRow("cut off") << QByteArray("{\"question\": ");
        QTest::newRow("not UTF-8") << QByteArray("{\"question\": \"a\xFF\xFE\"}");
        QTest::newRow("too deep") << QByteArray(5000, '[');
    }
    void linesThatAreNoJsonObjectsAreACallNotUnderstood()
    {
        QFETCH(QByteArray, line);
        const CliAnswer answer = m_cli.inStore({s("add"), s("consultation")}, line);
        QCOMPARE(answer.exit, 2);
        QVERIFY2(answer.error.contains(QLatin1String("CL-07")), qPrintable(answer.error));
    }

    void aFormulaInAnExportStaysAText()
    {
        const CliAnswer added = m_cli.inStore(
            {s("add"), s("consultation")},
            R"({"received_at":"2026-03-02T09:00:00+08:00","channel":"WEB","category":"01","heads":1,"question":"=1+1"})");
        QCOMPARE(added.error, QString());
        const CliAnswer csv = m_cli.inStore(
            {s("list"), s("consultation"), s("--fields"), s("question"), s("--format"), s("csv")});
        QVERIFY2(csv.out.contains(s("'=1+1")), qPrintable(csv.out));
    }

    void jsonGoesOutAsItCameIn()
    {
        const CliAnswer list = m_cli.inStore(
            {s("list"), s("party"), s("--unmasked"), s("--reason"), s("test"), s("--sort"), s("role")});
        QCOMPARE(list.objects().size(), 2);
        QCOMPARE(list.object().value(s("id_no")).toString(), s("11010519491231002X"));
        QCOMPARE(list.object().value(s("name")).toString(), s("单雨欣"));
    }

    void aWithdrawnRecordLeavesListsAndSearchButNotHistory()
    {
        const QString id =
            m_cli
                .inStore(
                    {s("add"), s("consultation")},
                    R"({"received_at":"2026-03-02T09:00:00+08:00","channel":"WEB","category":"09","heads":1,"question":"鹦鹉学舌"})")
                .object()
                .value(s("id"))
                .toString();
        QCOMPARE(m_cli.inStore({s("withdraw"), id, s("--reason"), s("entered twice")}).exit, 0);
        QVERIFY(m_cli.inStore({s("search"), s("-")}, "鹦鹉\n").objects().isEmpty());
        QVERIFY(m_cli.inStore({s("history"), id}).out.contains(s("entered twice")));
    }

    void theBooksHoldAtTheEnd()
    {
        QCOMPARE(m_cli.inStore({s("audit"), s("verify")}).exit, 0);
        const CliAnswer checks = m_cli.inStore({s("verify")});
        QVERIFY2(checks.exit == 0, qPrintable(checks.out + checks.error));
        QVERIFY(m_cli.inStore({s("stats")}).object().value(s("unsent")).toInt() > 0);
    }
};

QTEST_GUILESS_MAIN(CliRecordsTest)
#include "CliRecordsTest.moc"
