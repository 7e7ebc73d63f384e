// SPDX-License-Identifier: GPL-3.0-or-later
// A step is refused with everything that stands against it, or works out all that follows from it.
#include "tests/records/RuleFixtures.h"
#include "tests/records/SampleKind.h"

#include "base/Random.h"
#include "records/Clocks.h"
#include "records/kinds/Task.h"
#include "records/kinds/Timer.h"

#include <QObject>

namespace yizhan {

class CaseMoveTest : public QObject
{
    Q_OBJECT

    SeededRandom m_random{5};
    CaseFile m_case;
    Actor m_clerk{RecordId::make(Instant{1}, m_random), {QStringLiteral("AID_CLERK")}, QStringLiteral("ORG-AID")};
    Actor m_director{RecordId::make(Instant{2}, m_random), {QStringLiteral("AID_DIRECTOR")}, QStringLiteral("ORG-AID")};

    static Instant at(const char *text) { return *moment(text).at; }
    static const Transition &step(const char *name) { return *findTransition(sample::spec, QString::fromLatin1(name)); }
    static QStringList ids(const std::vector<Unmet> &unmet)
    {
        QStringList out;
        for (const Unmet &one : unmet) {
            out += one.id;
            if (one.text.isEmpty())
                out += QStringLiteral("without a text");
        }
        return out;
    }

    Result<MovePlan> plan(const char *name, const char *when, const Inputs &inputs = {}, const Actor *actor = nullptr)
    {
        return planMove(m_case, m_case.root.id, step(name), inputs, actor ? *actor : m_clerk, at(when), *shippedRules(),
                        m_random);
    }
    // Takes the step; what was wrong with it, or nothing.
    QString take(const char *name, const char *when, const Inputs &inputs = {}, const Actor *actor = nullptr)
    {
        auto planned = plan(name, when, inputs, actor);
        if (!planned.has_value())
            return planned.error().toLog();
        m_case = std::move(planned->after);
        return {};
    }
    QString state() const { return m_case.root.get(sample::status); }
    const Record *timer(const char *rule) const
    {
        const Record *found = nullptr;
        for (const Record *row : m_case.of(Kind::Timer)) {
            if (row->get(timer::ruleId) == QLatin1String(rule))
                found = row;
        }
        return found;
    }
    int timers(const char *rule) const
    {
        const auto rows = m_case.of(Kind::Timer);
        return static_cast<int>(std::count_if(
            rows.begin(), rows.end(), [&](const Record *row) { return row->get(timer::ruleId) == QLatin1String(rule); }));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    // Every story begins with an application received on Friday 8 May 2026 at ten.
    void init()
    {
        m_case = CaseFile{Record(sample::spec), {}};
        m_case.root.id = RecordId::make(at("2026-05-08 10:00"), m_random);
        m_case.root.office = QStringLiteral("ORG-AID");
        m_case.root.set(sample::facts, QStringLiteral("欠薪"));
        m_case.root.set(common::receivedAt, at("2026-05-08 10:00"));
        QCOMPARE(take("receive", "2026-05-08 10:05"), QString());
    }

    void creationSetsStateActorTimeAndAsksForANumber()
    {
        m_case = CaseFile{Record(sample::spec), {}};
        m_case.root.id = RecordId::make(at("2026-05-08 10:00"), m_random);
        m_case.root.set(sample::facts, QStringLiteral("欠薪"));
        const auto planned = plan("receive", "2026-05-08 10:05", {{&common::receivedAt, Value(at("2026-05-08 09:00"))}});
        QVERIFY(planned.has_value());
        const Record &root = planned->after.root;
        QCOMPARE(root.get(sample::status), QStringLiteral("RECEIVED"));
        QCOMPARE(*root.get(common::firstResponder), m_clerk.user);
        QCOMPARE(*root.get(sample::seenAt), at("2026-05-08 10:05"));
        QCOMPARE(planned->numbers.size(), std::size_t{1});
        QCOMPARE(planned->numbers[0].record, root.id);
        QCOMPARE(planned->numbers[0].field, &common::caseNo);
        QCOMPARE(planned->numbers[0].series, QStringLiteral("legal-aid-application"));
        QCOMPARE(planned->documents, (QStringList{QStringLiteral("LA-01"), QStringLiteral("LA-05")}));
        QCOMPARE(planned->created.size(), std::size_t{1});
        QCOMPARE(planned->changed, std::vector<RecordId>{root.id});
        QVERIFY(m_case.root.value(sample::status).isNull()); // the case handed in stays as it was
    }

    void aNumberOnceGivenIsKept()
    {
        m_case.root.clear(sample::status);
        m_case.root.set(common::caseNo, QStringLiteral("（2026）1号"));
        QVERIFY(plan("receive", "2026-05-08 10:05")->numbers.empty());
    }

    void everythingThatStandsAgainstAStepIsNamed()
    {
        Actor nobody = m_clerk;
        nobody.roles = {QStringLiteral("STATS")};
        m_case.root.clear(sample::facts);
        const auto unmet = unmetFor(m_case, m_case.root.id, step("receive"), {}, nobody, at("2026-05-09 10:00"),
                                    *shippedRules());
        QCOMPARE(ids(unmet), (QStringList{QStringLiteral("state"), QStringLiteral("actor"), QStringLiteral("needs:facts")}));
        QCOMPARE(ids(unmetFor(m_case, m_case.root.id, step("review"), {}, m_clerk, at("2026-05-09 10:00"), *shippedRules())),
                 QStringList{QStringLiteral("urgent")});
        const Inputs inputs{{&sample::urgent, Value(true)}};
        QVERIFY(
            unmetFor(m_case, m_case.root.id, step("review"), inputs, m_clerk, at("2026-05-09 10:00"), *shippedRules()).empty());
        QCOMPARE(ids(unmetFor(m_case, RecordId(), step("review"), {}, m_clerk, at("2026-05-09 10:00"), *shippedRules())),
                 QStringList{QStringLiteral("state")});
    }

    void refusalsAreOfTheRightKind()
    {
        const auto guard = plan("review", "2026-05-09 10:00");
        QCOMPARE(guard.error().kind, ErrorKind::Rejected);
        QCOMPARE(guard.error().details, QStringList{QStringLiteral("urgent")});
        const auto wrongState = plan("answer", "2026-05-09 10:00");
        QCOMPARE(wrongState.error().kind, ErrorKind::Rejected);
        QCOMPARE(wrongState.error().details, QStringList{QStringLiteral("state")});
        const auto actor = plan("grant", "2026-05-09 10:00");
        QCOMPARE(actor.error().kind, ErrorKind::Forbidden);
        const auto foreign = planMove(m_case, m_case.root.id, *findTransition(task::spec, u"done"), {}, m_clerk,
                                      at("2026-05-09 10:00"), *shippedRules(), m_random);
        QCOMPARE(foreign.error().kind, ErrorKind::NotFound);
        const auto stranger = planMove(m_case, RecordId(), step("review"), {}, m_clerk, at("2026-05-09 10:00"), *shippedRules(),
                                       m_random);
        QCOMPARE(stranger.error().kind, ErrorKind::NotFound);
    }

    void inputsAreCheckedAndCannotSetWhatIsNotTheirs()
    {
        const auto tooLong = plan("ask", "2026-05-09 10:00", {{&sample::facts, Value(QStringLiteral("字").repeated(101))}});
        QCOMPARE(tooLong.error().kind, ErrorKind::Constraint);
        QCOMPARE(codeOf(tooLong.error()), QStringLiteral("RC-03"));
        for (const FieldSpec *field :
             std::initializer_list<const FieldSpec *>{&sample::status, &sample::track, &sample::total, &task::subject}) {
            const auto refused = plan("ask", "2026-05-09 10:00", {{field, Value(std::int64_t{1})}});
            QVERIFY2(!refused.has_value() && refused.error().kind == ErrorKind::Constraint, field->name);
            QCOMPARE(codeOf(refused.error()), QStringLiteral("RC-42"));
        }
        QCOMPARE(take("ask", "2026-05-09 10:00", {{&sample::outcome, Value(QStringLiteral("PART"))}}), QString());
        QCOMPARE(m_case.root.get(sample::outcome), QStringLiteral("PART"));
    }

    void whatAnInputGivesNoEffectOverwrites()
    {
        QCOMPARE(take("grant", "2026-05-12 10:00", {{&sample::decidedOn, Value(day("2026-05-11"))}}, &m_director), QString());
        QCOMPARE(m_case.root.get(sample::decidedOn)->toIso(), QStringLiteral("2026-05-11"));
        QCOMPARE(timer("AID-ASSIGN")->get(timer::startOn)->toIso(), QStringLiteral("2026-05-11"));
        QCOMPARE(timer("AID-REVIEW")->get(timer::metOn)->toIso(), QStringLiteral("2026-05-11"));
        QVERIFY(timer("AID-REVIEW")->value(timer::metAt).isNull()); // only the day is known
    }

    void aClockStartsFromTheEventNotFromTyping()
    {
        const Record *review = timer("AID-REVIEW");
        QVERIFY(review);
        QCOMPARE(review->parent, m_case.root.id);
        QCOMPARE(review->get(timer::startOn)->toIso(), QStringLiteral("2026-05-08"));
        QCOMPARE(*review->get(timer::startAt), at("2026-05-08 10:00"));
        QCOMPARE(review->get(timer::dueOn)->toIso(), QStringLiteral("2026-05-15")); // seven days
        QCOMPARE(review->get(timer::state), QStringLiteral("RUNNING"));
        QCOMPARE(m_case.root.get(common::nextDue)->toIso(), QStringLiteral("2026-05-15"));
        QCOMPARE(m_case.root.get(common::nextDueRule), QStringLiteral("AID-REVIEW"));
        QVERIFY(!timer("AID-PROVISIONAL")); // its own condition did not hold
    }

    void aClockWithoutItsEventDoesNotStart()
    {
        m_case = CaseFile{Record(sample::spec), {}};
        m_case.root.id = RecordId::make(at("2026-05-08 10:00"), m_random);
        m_case.root.set(sample::status, QStringLiteral("APPROVED"));
        QCOMPARE(take("undo", "2026-05-09 10:00", {}, &m_director), QString());
        QVERIFY(m_case.children.empty());
    }

    void aRunningClockIsNotStartedTwice()
    {
        QCOMPARE(take("engage", "2026-05-09 10:00"), QString());
        QCOMPARE(timers("AID-ENGAGE"), 0); // there is no note to hang it on
        Record note(Kind::Note);
        note.id = RecordId::make(at("2026-05-09 10:00"), m_random);
        note.parent = m_case.root.id;
        m_case.children.push_back(note);
        QCOMPARE(take("engage", "2026-05-09 10:00"), QString());
        QCOMPARE(take("engage", "2026-05-10 10:00"), QString());
        QCOMPARE(timers("AID-ENGAGE"), 1);
        QCOMPARE(timer("AID-ENGAGE")->parent, note.id);
        QCOMPARE(timer("AID-ENGAGE")->root, m_case.root.id);
        QCOMPARE(timer("AID-ENGAGE")->office, QStringLiteral("ORG-AID"));
    }

    void aRuleWithAConditionOnlyStartsIfItHolds()
    {
        QCOMPARE(take("court", "2026-05-09 10:00"), QString());
        QCOMPARE(timers("MED-COURT-WP"), 0); // no court delegated this matter
    }

    void anUnknownRuleIsAFaultOfTheProgram()
    {
        const auto planned = plan("unknown-clock", "2026-05-09 10:00");
        QCOMPARE(planned.error().kind, ErrorKind::NotFound);
        QCOMPARE(planned.error().details, QStringList{QStringLiteral("NO-SUCH-RULE")});
    }

    void aPauseHoldsTheClockUntilItResumes()
    {
        QCOMPARE(take("ask", "2026-05-10 09:00"), QString());
        const auto pauses = m_case.of(Kind::TimerPause);
        QCOMPARE(pauses.size(), std::size_t{1}); // the rule knows SUPP, not FM
        QCOMPARE(pauses[0]->parent, timer("AID-REVIEW")->id);
        QCOMPARE(timer("AID-REVIEW")->get(timer::state), QStringLiteral("PAUSED"));
        QVERIFY(timer("AID-REVIEW")->value(timer::dueOn).isNull());
        QVERIFY(m_case.root.get(common::duePaused).value_or(false));
        QVERIFY(m_case.root.get(common::dueProvisional).value_or(false));
        QCOMPARE(m_case.root.get(common::nextDue)->toIso(), QStringLiteral("2026-05-15")); // if it ended today
        QCOMPARE(take("ask", "2026-05-11 09:00"), QString());
        QCOMPARE(m_case.of(Kind::TimerPause).size(), std::size_t{1}); // already paused for that ground
        QCOMPARE(take("answer", "2026-05-14 09:00"), QString());
        QCOMPARE(m_case.of(Kind::TimerPause)[0]->get(timerPause::toOn)->toIso(), QStringLiteral("2026-05-14"));
        QCOMPARE(timer("AID-REVIEW")->get(timer::dueOn)->toIso(), QStringLiteral("2026-05-19")); // four days later
        QVERIFY(!m_case.root.get(common::duePaused).value_or(true));
    }

    void statesToGoBackToFormAStack()
    {
        QCOMPARE(take("review", "2026-05-09 10:00", {{&sample::urgent, Value(true)}}), QString());
        QCOMPARE(take("ask", "2026-05-10 10:00"), QString());
        QCOMPARE(take("ask", "2026-05-10 11:00"), QString());
        QCOMPARE(m_case.root.get(common::returnState), QStringLiteral("REVIEWING SUPPLEMENT"));
        QCOMPARE(take("answer", "2026-05-11 10:00"), QString());
        QCOMPARE(state(), QStringLiteral("SUPPLEMENT"));
        QCOMPARE(take("answer", "2026-05-11 11:00"), QString());
        QCOMPARE(state(), QStringLiteral("REVIEWING"));
        QVERIFY(m_case.root.value(common::returnState).isNull());
        QCOMPARE(m_case.root.get(sample::turns).value_or(0), 2);
    }

    void withoutAStateToGoBackToTheStepIsClosed()
    {
        QCOMPARE(take("ask", "2026-05-10 10:00"), QString());
        m_case.root.clear(common::returnState);
        QCOMPARE(plan("answer", "2026-05-11 10:00").error().details, QStringList{QStringLiteral("return-state")});
    }

    void leavingForGoodEmptiesTheStackAndCancelsTheClocks()
    {
        QCOMPARE(take("ask", "2026-05-10 10:00"), QString());
        QCOMPARE(take("withdraw", "2026-05-12 10:00"), QString());
        QCOMPARE(state(), QStringLiteral("WITHDRAWN"));
        QVERIFY(m_case.root.value(common::returnState).isNull());
        QCOMPARE(timer("AID-REVIEW")->get(timer::state), QStringLiteral("CANCELLED"));
        QVERIFY(
            !m_case.of(Kind::TimerPause)[0]->value(timerPause::toOn).isNull()); // no pause stays open on a clock that is over
        QVERIFY(m_case.root.value(common::nextDue).isNull());
    }

    void aClockThatIsReopenedKeepsItsDate()
    {
        QCOMPARE(take("grant", "2026-05-12 10:00", {}, &m_director), QString());
        QCOMPARE(timer("AID-REVIEW")->get(timer::state), QStringLiteral("MET"));
        QCOMPARE(m_case.root.get(common::nextDueRule), QStringLiteral("AID-ASSIGN"));
        QCOMPARE(take("undo", "2026-05-13 10:00", {}, &m_director), QString());
        QCOMPARE(timers("AID-REVIEW"), 1);
        QCOMPARE(timer("AID-REVIEW")->get(timer::state), QStringLiteral("RUNNING"));
        QCOMPARE(timer("AID-REVIEW")->get(timer::dueOn)->toIso(), QStringLiteral("2026-05-15"));
        QCOMPARE(timer("AID-ASSIGN")->get(timer::state), QStringLiteral("CANCELLED"));
        QVERIFY(m_case.root.value(sample::decidedOn).isNull());
    }

    void aClockMetLateSaysSo()
    {
        QCOMPARE(take("grant", "2026-05-16 10:00", {}, &m_director), QString());
        QCOMPARE(timer("AID-REVIEW")->get(timer::state), QStringLiteral("MET_LATE"));
    }

    void startingAfreshCancelsTheOldClock()
    {
        QCOMPARE(take("start-again", "2026-05-11 10:00"), QString());
        QCOMPARE(timers("AID-REVIEW"), 2);
        const auto rows = m_case.of(Kind::Timer);
        QCOMPARE(rows[0]->get(timer::state), QStringLiteral("CANCELLED"));
        QCOMPARE(rows[1]->get(timer::state), QStringLiteral("RUNNING"));
        QCOMPARE(rows[1]->get(timer::dueOn)->toIso(), QStringLiteral("2026-05-18"));
        QCOMPARE(state(), QStringLiteral("RECEIVED"));
    }

    void aStepTakesAlongTheFirstOpenOneOfAnotherLifeCycle()
    {
        QCOMPARE(take("grant", "2026-05-12 10:00", {}, &m_director), QString());
        QCOMPARE(m_case.root.get(sample::track), QStringLiteral("NA"));
        QCOMPARE(m_case.root.get(sample::outcome), QStringLiteral("WIN"));
        QCOMPARE(take("undo", "2026-05-13 10:00", {}, &m_director), QString()); // NA fits nothing: nothing to take along
        QCOMPARE(m_case.root.get(sample::track), QStringLiteral("NA"));
    }

    void whatIsTakenAlongMayRefuseTheWholeStep()
    {
        QCOMPARE(take("grant", "2026-05-12 10:00", {}, &m_director), QString());
        m_case.root.set(sample::track, QStringLiteral("PENDING"));
        m_case.root.set(sample::urgent, true);
        m_case.root.clear(sample::outcome);
        const auto planned = plan("undo", "2026-05-13 10:00", {}, &m_director);
        QCOMPARE(planned.error().kind, ErrorKind::Rejected);
        QCOMPARE(planned.error().details, (QStringList{QStringLiteral("needs:outcome"), QStringLiteral("calm")}));
        m_case.root.set(sample::urgent, false);
        m_case.root.set(sample::outcome, QStringLiteral("WIN"));
        QCOMPARE(take("undo", "2026-05-13 10:00", {}, &m_director), QString());
        QCOMPARE(m_case.root.get(sample::track), QStringLiteral("REFUSED"));
    }

    void effectsAskTheirConditionWhenItIsTheirTurn()
    {
        QCOMPARE(take("grant", "2026-05-12 10:00", {{&sample::urgent, Value(true)}}, &m_director), QString());
        QCOMPARE(m_case.root.get(sample::urgent).value_or(true), false); // calmed before the track was chosen
        QCOMPARE(m_case.root.get(sample::track), QStringLiteral("NA"));
    }

    void aStepThatTakesItselfAlongIsStopped()
    {
        const auto planned = plan("circle", "2026-05-12 10:00");
        QCOMPARE(planned.error().kind, ErrorKind::Rejected);
        QCOMPARE(codeOf(planned.error()), QStringLiteral("RC-45"));
    }

    void aStepLeavesTasksBehindAndTakesThemAlong()
    {
        const RecordId handler = RecordId::make(Instant{9}, m_random);
        m_case.root.set(common::handler, handler);
        QCOMPARE(take("remind", "2026-05-12 10:00"), QString());
        QCOMPARE(take("remind", "2026-05-13 10:00"), QString());
        const auto tasks = m_case.of(Kind::Task);
        QCOMPARE(tasks.size(), std::size_t{2}); // the second kind of task waits for a decision
        QCOMPARE(tasks[0]->get(task::subject), QStringLiteral("Ring them up"));
        QCOMPARE(tasks[0]->get(task::status), QStringLiteral("OPEN"));
        QCOMPARE(tasks[0]->get(task::dueOn)->toIso(), QStringLiteral("2026-05-15"));
        QCOMPARE(*tasks[0]->get(task::assignee), handler);
        const auto planned = plan("finish-tasks", "2026-05-14 10:00");
        QVERIFY(planned.has_value());
        QCOMPARE(planned->changed.size(), std::size_t{2});
        for (const Record *task : planned->after.of(Kind::Task)) {
            QCOMPARE(task->get(task::status), QStringLiteral("DONE"));
            QCOMPARE(*task->get(task::doneBy), m_clerk.user);
        }
    }

    void theProgramTakesWhatIsDueAndNothingElse()
    {
        QVERIFY(dueSystemMoves(m_case, *shippedRules(), at("2026-05-15 23:59")).empty());
        const auto due = dueSystemMoves(m_case, *shippedRules(), at("2026-05-16 00:00"));
        QCOMPARE(due.size(), std::size_t{1});
        QCOMPARE(due[0].first, m_case.root.id);
        QCOMPARE(due[0].second, &step("lapse"));
        const Actor program = programActor();
        QCOMPARE(plan("lapse", "2026-05-16 00:00").error().kind, ErrorKind::Forbidden); // not the clerk's to take
        QCOMPARE(plan("ask", "2026-05-16 00:00", {}, &program).error().kind, ErrorKind::Forbidden);
        QCOMPARE(take("lapse", "2026-05-16 00:00", {}, &program), QString());
        QCOMPARE(state(), QStringLiteral("DEEMED_WITHDRAWN"));
        QVERIFY(dueSystemMoves(m_case, *shippedRules(), at("2026-06-16 00:00")).empty());
    }

    void stepsFromAStateAreListed()
    {
        QStringList names;
        for (const Transition *transition : transitionsFrom(m_case.root))
            names += QLatin1String(transition->name);
        QVERIFY(names.contains(QLatin1String("review")));
        QVERIFY(names.contains(QLatin1String("track-none"))); // the second life cycle has not begun
        QVERIFY(!names.contains(QLatin1String("receive")));
        QVERIFY(!names.contains(QLatin1String("answer")));
        const LifeCycle *cycle = nullptr;
        QVERIFY(findTransition(sample::spec, u"track-none", &cycle));
        QCOMPARE(cycle, &sample::trackCycle);
        QVERIFY(!findTransition(sample::spec, u"fly"));
    }

    void stepsMayOnlyBeTakenByTheirRoles()
    {
        for (const Transition &transition : sample::transitions) {
            Actor nobody;
            QVERIFY2(ids(unmetFor(m_case, m_case.root.id, transition, {}, nobody, at("2026-05-09 10:00"), *shippedRules()))
                         .contains(QLatin1String("actor")),
                     transition.name);
        }
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::CaseMoveTest)
#include "CaseMoveTest.moc"
