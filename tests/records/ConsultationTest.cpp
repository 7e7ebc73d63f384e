// SPDX-License-Identifier: GPL-3.0-or-later
// A consultation from the counter to the call-back, its hand-over to another unit, and a key project's weeks and alerts.
#include "tests/records/RuleFixtures.h"

#include "base/Random.h"
#include "records/CaseMove.h"
#include "records/Clocks.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Handover.h"
#include "records/kinds/Project.h"
#include "records/kinds/Timer.h"

#include <QObject>

namespace yizhan {

class ConsultationTest : public QObject
{
    Q_OBJECT

    SeededRandom m_random{9};
    CaseFile m_case;
    const Actor m_clerk{RecordId::make(Instant{1}, m_random),
                        {QStringLiteral("OFFICE_STAFF"), QStringLiteral("SECTION_MED")},
                        QStringLiteral("JO05")};

    static Instant at(const char *text) { return *moment(text).at; }

    // A question about wages on Wednesday 20 May 2026.
    void openCase(const char *channel, bool byAppointment = false)
    {
        m_case = CaseFile{Record(Kind::Consultation), {}};
        m_case.root.id = RecordId::make(at("2026-05-20 09:00"), m_random);
        m_case.root.root = m_case.root.id;
        m_case.root.office = QStringLiteral("JO05");
        m_case.root.set(common::receivedAt, at("2026-05-20 09:00"));
        m_case.root.set(consultation::channel, QString::fromLatin1(channel));
        m_case.root.set(consultation::category, QStringLiteral("01"));
        m_case.root.set(consultation::question, QStringLiteral("工资拖欠怎么办"));
        m_case.root.set(consultation::heads, 1);
        m_case.root.set(consultation::byAppointment, byAppointment);
        QCOMPARE(take("open", "2026-05-20 09:02"), QString());
    }
    void openProject()
    {
        m_case = CaseFile{Record(Kind::Project), {}};
        m_case.root.id = RecordId::make(at("2026-05-20 09:00"), m_random);
        m_case.root.set(project::name, QStringLiteral("棚户区改造"));
        m_case.root.set(project::kind, QStringLiteral("SHANTY"));
        QCOMPARE(take("plan", "2026-05-20 09:00"), QString());
    }
    QString take(const RecordId &record, const char *name, const char *when, const Inputs &inputs = {})
    {
        const Transition *transition = findTransition(m_case.find(record)->spec(), QString::fromLatin1(name));
        if (!transition)
            return QStringLiteral("no such step");
        auto planned = planMove(m_case, record, *transition, inputs, m_clerk, at(when), *shippedRules(), m_random);
        if (!planned.has_value())
            return planned.error().details.join(u' ');
        m_case = std::move(planned->after);
        return {};
    }
    QString take(const char *name, const char *when, const Inputs &inputs = {})
    {
        return take(m_case.root.id, name, when, inputs);
    }
    RecordId addSlip(const char *when)
    {
        Record slip(Kind::Handover);
        slip.id = RecordId::make(at(when), m_random);
        slip.root = slip.parent = m_case.root.id;
        slip.createdAt = at(when);
        m_case.children.push_back(slip);
        return slip.id;
    }
    // "CON-COMPLEX RUNNING 2026-05-25" for each clock, oldest first.
    QStringList clocks() const
    {
        QStringList lines;
        for (const Record *row : m_case.of(Kind::Timer))
            lines += row->get(timer::ruleId) + u' ' + row->get(timer::state) + u' ' + iso(row->get(timer::dueOn));
        return lines;
    }
    QString state() const { return m_case.root.get(consultation::status); }
    static Inputs answered(const char *result = "ANSWERED")
    {
        return {{&consultation::answer, Value(QStringLiteral("可以申请支付令"))},
                {&consultation::result, Value(QString::fromLatin1(result))}};
    }
    static Inputs rated(const char *satisfaction)
    {
        return {{&consultation::satisfaction, Value(QString::fromLatin1(satisfaction))},
                {&consultation::duration, Value(std::int64_t{15})}};
    }
    static Inputs sending()
    {
        return {{&handover::toUnit, Value(QStringLiteral("ORG-AID"))},
                {&handover::matter, Value(QStringLiteral("申请法律援助"))}};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void theChannelDecidesWhichClockRuns_data()
    {
        QTest::addColumn<QByteArray>("channel");
        QTest::addColumn<bool>("byAppointment");
        QTest::addColumn<QString>("clock");
        QTest::newRow("counter") << QByteArray("WINDOW_D") << false << QStringLiteral("CON-IMMEDIATE RUNNING 2026-05-20");
        QTest::newRow("counter, difficult")
            << QByteArray("WINDOW_D") << true << QStringLiteral("CON-COMPLEX RUNNING 2026-05-25"); // three working days
        QTest::newRow("letter") << QByteArray("LETTER") << false << QStringLiteral("CON-LETTER RUNNING 2026-05-29"); // seven
        QTest::newRow("letter, difficult") << QByteArray("LETTER") << true << QStringLiteral("CON-LETTER RUNNING 2026-05-29");
    }
    void theChannelDecidesWhichClockRuns()
    {
        QFETCH(QByteArray, channel);
        QFETCH(bool, byAppointment);
        QFETCH(QString, clock);
        openCase(channel.constData(), byAppointment);
        QCOMPARE(clocks(), QStringList{clock});
        QCOMPARE(*m_case.root.get(common::firstResponder), m_clerk.user);
    }

    void withoutAQuestionNothingIsRegistered()
    {
        m_case = CaseFile{Record(Kind::Consultation), {}};
        m_case.root.id = RecordId::make(at("2026-05-20 09:00"), m_random);
        QCOMPARE(take("open", "2026-05-20 09:02"),
                 QStringLiteral("needs:received_at needs:channel needs:category needs:question needs:heads"));
    }

    void nobodyIsSentAwayWithoutAnAnswer()
    {
        openCase("WINDOW_D");
        QCOMPARE(take("reply", "2026-05-20 09:30"), QStringLiteral("needs:answer needs:result"));
        QCOMPARE(take("transfer", "2026-05-20 09:30"), QStringLiteral("handover-sent"));
        QCOMPARE(take("close", "2026-05-20 09:30"), QStringLiteral("state"));
    }

    void anAnswerAtTheCounterIsInTime()
    {
        openCase("WINDOW_D");
        QCOMPARE(take("reply", "2026-05-20 09:30", answered()), QString());
        QCOMPARE(state(), QStringLiteral("REPLIED"));
        QCOMPARE(clocks(), QStringList{QStringLiteral("CON-IMMEDIATE MET 2026-05-20")});
        QCOMPARE(*m_case.root.get(consultation::repliedAt), at("2026-05-20 09:30"));
    }

    void aDifficultQuestionGetsThreeWorkingDays()
    {
        openCase("WINDOW_D");
        QCOMPARE(take("appoint", "2026-05-20 09:30"), QString());
        QCOMPARE(clocks(), (QStringList{QStringLiteral("CON-IMMEDIATE CANCELLED 2026-05-20"),
                                        QStringLiteral("CON-COMPLEX RUNNING 2026-05-25")}));
        QCOMPARE(take("appoint", "2026-05-20 09:31"), QStringLiteral("not-by-appointment"));
        QCOMPARE(take("reply", "2026-05-26 09:30", answered("APPOINT")), QString());
        QCOMPARE(clocks().back(), QStringLiteral("CON-COMPLEX MET_LATE 2026-05-25"));
    }

    void aBadRatingMustBeCalledBack()
    {
        openCase("HOTLINE");
        QCOMPARE(take("reply", "2026-05-20 09:30", answered()), QString());
        QCOMPARE(take("close", "2026-05-20 09:40"), QStringLiteral("needs:satisfaction needs:duration_min"));
        QCOMPARE(take("close", "2026-05-20 09:40", rated("2")), QString());
        QCOMPARE(state(), QStringLiteral("CLOSED"));
        QCOMPARE(clocks().back(), QStringLiteral("CON-CALLBACK RUNNING 2026-05-22"));
        QCOMPARE(take("call-back", "2026-05-21 10:00"), QStringLiteral("needs:callback_result"));
        QCOMPARE(take("call-back", "2026-05-21 10:00", {{&consultation::callbackResult, Value(QStringLiteral("已解释"))}}),
                 QString());
        QCOMPARE(clocks().back(), QStringLiteral("CON-CALLBACK MET 2026-05-22"));
        QCOMPARE(*m_case.root.get(consultation::callbackBy), m_clerk.user);
        QCOMPARE(state(), QStringLiteral("CLOSED"));
    }

    void aGoodRatingLeavesNothingOpen()
    {
        openCase("HOTLINE");
        QCOMPARE(take("reply", "2026-05-20 09:30", answered()), QString());
        QCOMPARE(take("close", "2026-05-20 09:40", rated("5")), QString());
        QCOMPARE(clocks().size(), 1);
        QVERIFY(m_case.root.value(common::nextDue).isNull());
    }

    void whoeverComesBackIsCountedAsARepeat()
    {
        openCase("WINDOW_D");
        QCOMPARE(take("reply", "2026-05-20 09:30", answered()), QString());
        QCOMPARE(take("reopen", "2026-05-22 09:30"), QString());
        QCOMPARE(state(), QStringLiteral("OPEN"));
        QCOMPARE(m_case.root.get(consultation::timesReopened).value_or(0), 1);
        QVERIFY(m_case.root.value(consultation::repliedAt).isNull());
    }

    void sendingASlipHandsTheConsultationOver()
    {
        openCase("WINDOW_D", true);
        const RecordId slip = addSlip("2026-05-20 09:10");
        QCOMPARE(take(slip, "note-own", "2026-05-20 09:10"), QString());
        QCOMPARE(take(slip, "send", "2026-05-20 17:00"), QStringLiteral("needs:to_unit needs:matter"));
        QCOMPARE(take(slip, "send", "2026-05-20 17:00", sending()), QString());
        QCOMPARE(state(), QStringLiteral("TRANSFERRED"));
        const Record *clock = m_case.under(slip, Kind::Timer).front();
        QCOMPARE(localTime(clock->get(timer::dueAt)),
                 QStringLiteral("2026-05-21 12:00")); // four office hours: one today, three tomorrow
        QCOMPARE(m_case.root.get(common::nextDueRule), QStringLiteral("CON-HANDOVER"));
    }

    void aSlipComesBackAndGoesElsewhere()
    {
        openCase("WINDOW_D", true);
        const RecordId slip = addSlip("2026-05-20 09:10");
        QCOMPARE(take(slip, "note-own", "2026-05-20 09:10"), QString());
        QCOMPARE(take(slip, "send", "2026-05-20 09:20", sending()), QString());
        QCOMPARE(take(slip, "return", "2026-05-20 10:00"), QStringLiteral("needs:return_reason"));
        QCOMPARE(take(slip, "return", "2026-05-20 10:00", {{&handover::returnReason, Value(QStringLiteral("非本部门职责"))}}),
                 QString());
        QCOMPARE(state(), QStringLiteral("OPEN"));
        QCOMPARE(m_case.under(slip, Kind::Timer).front()->get(timer::state), QStringLiteral("MET"));
        QCOMPARE(take(slip, "resend", "2026-05-20 10:10", {{&handover::toUnit, Value(QStringLiteral("ORG-NOTARY"))}}),
                 QString());
        QCOMPARE(state(), QStringLiteral("TRANSFERRED"));
        QVERIFY(m_case.find(slip)->value(handover::returnReason).isNull());
        QCOMPARE(m_case.under(slip, Kind::Timer).size(), std::size_t{2});
        QCOMPARE(clocks().filter(QStringLiteral("CON-COMPLEX")),
                 QStringList{QStringLiteral("CON-COMPLEX RUNNING 2026-05-25")}); // has run on
    }

    void whatTheReceiverFoundAnswersTheConsultation()
    {
        openCase("WINDOW_D", true);
        const RecordId slip = addSlip("2026-05-20 09:10");
        QCOMPARE(take(slip, "note-own", "2026-05-20 09:10"), QString());
        QCOMPARE(take(slip, "send", "2026-05-20 09:20", sending()), QString());
        QCOMPARE(take(slip, "accept", "2026-05-20 09:50"), QString());
        QCOMPARE(*m_case.find(slip)->get(handover::acceptedBy), m_clerk.user);
        QCOMPARE(take(slip, "finish", "2026-05-21 10:00",
                      {{&handover::feedback, Value(QStringLiteral("已受理援助申请"))},
                       {&handover::result, Value(QStringLiteral("TO_AID"))}}),
                 QString());
        QCOMPARE(state(), QStringLiteral("REPLIED"));
        QCOMPARE(m_case.root.get(consultation::answer), QStringLiteral("已受理援助申请"));
        QCOMPARE(m_case.root.get(consultation::result), QStringLiteral("TO_AID"));
        QCOMPARE(clocks().filter(QStringLiteral("CON-COMPLEX")), QStringList{QStringLiteral("CON-COMPLEX MET 2026-05-25")});
    }

    void onlyTheRightRolesActOnASlip()
    {
        openCase("WINDOW_D");
        const RecordId slip = addSlip("2026-05-20 09:10");
        const Actor archivist{m_clerk.user, {QStringLiteral("ARCHIVIST")}, QStringLiteral("JO05")};
        const auto planned = planMove(m_case, slip, *findTransition(handover::spec, u"note-own"), {}, archivist,
                                      at("2026-05-20 09:10"), *shippedRules(), m_random);
        QCOMPARE(planned.error().kind, ErrorKind::Forbidden);
    }

    void aProjectOwesALogEachWeek()
    {
        openProject();
        QVERIFY(clocks().isEmpty());
        QCOMPARE(take("start", "2026-05-20 09:00"), QString());
        QCOMPARE(m_case.root.get(project::weekClosedOn)->toIso(), QStringLiteral("2026-05-17")); // the Sunday before
        QCOMPARE(clocks(), QStringList{QStringLiteral("PROJ-WEEK RUNNING 2026-05-25")}); // Sunday the 24th moves to Monday
        QCOMPARE(take("log-week", "2026-05-24 18:00"), QString());
        QCOMPARE(clocks().front(), QStringLiteral("PROJ-WEEK MET 2026-05-25"));
        QCOMPARE(clocks().back(), QStringLiteral("PROJ-WEEK RUNNING 2026-06-01"));
        QCOMPARE(m_case.root.get(project::status), QStringLiteral("ACTIVE"));
    }

    void aRedAlertIsHandledWithinTwoHours()
    {
        openProject();
        QCOMPARE(take("start", "2026-05-20 09:00"), QString());
        QCOMPARE(take("alert", "2026-05-20 09:00"), QStringLiteral("needs:alert_level needs:alert_text"));
        QCOMPARE(take("alert", "2026-05-20 09:00",
                      {{&project::alertLevel, Value(QStringLiteral("YELLOW"))},
                       {&project::alertText, Value(QStringLiteral("多户上访"))}}),
                 QString());
        QCOMPARE(clocks().size(), 1); // no red, no clock
        QCOMPARE(take("alert", "2026-05-20 10:00", {{&project::alertLevel, Value(QStringLiteral("RED"))}}), QString());
        const Record *alert = m_case.of(Kind::Timer).back();
        QCOMPARE(localTime(alert->get(timer::dueAt)), QStringLiteral("2026-05-20 12:00"));
        QCOMPARE(take("settle", "2026-05-20 11:00", {{&project::alertResult, Value(QStringLiteral("已劝返"))}}), QString());
        QCOMPARE(m_case.of(Kind::Timer).back()->get(timer::state), QStringLiteral("MET"));
        QVERIFY(m_case.root.value(project::alertLevel).isNull());
        QCOMPARE(take("close", "2026-06-20 11:00", {{&project::toOn, Value(day("2026-06-20"))}}), QStringLiteral(""));
        QVERIFY(m_case.root.value(common::nextDue).isNull());
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::ConsultationTest)
#include "ConsultationTest.moc"
