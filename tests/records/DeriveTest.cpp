// SPDX-License-Identifier: GPL-3.0-or-later
// What is computed from the rows of a case: dates, the nearest clock, names, sums; and what may be added to a clock.
#include "tests/records/RuleFixtures.h"

#include "base/Random.h"
#include "records/Clocks.h"
#include "records/Derive.h"
#include "records/kinds/Committee.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "records/kinds/Project.h"
#include "records/kinds/Timer.h"

#include <QObject>

namespace yizhan {

class DeriveTest : public QObject
{
    Q_OBJECT

    SeededRandom m_random{3};
    std::int64_t m_clock = 1000;

    static Instant at(const char *text) { return *moment(text).at; }

    CaseFile caseOf(Kind kind)
    {
        CaseFile file{Record(kind), {}};
        file.root.id = RecordId::make(Instant{1}, m_random);
        file.root.root = file.root.id;
        return file;
    }
    Record &add(CaseFile &file, Kind kind, const RecordId &parent)
    {
        Record child(kind);
        child.createdAt = Instant{++m_clock};
        child.id = RecordId::make(child.createdAt, m_random);
        child.root = file.root.id;
        child.parent = parent;
        file.children.push_back(child);
        return file.children.back();
    }
    RecordId addTimer(CaseFile &file, const char *rule, const char *start)
    {
        Record &row = add(file, Kind::Timer, file.root.id);
        row.set(timer::ruleId, QString::fromLatin1(rule));
        row.set(timer::startOn, day(start));
        return row.id;
    }
    RecordId addPause(CaseFile &file, const RecordId &timerId, const char *reason, const char *from, const char *to = nullptr)
    {
        Record &row = add(file, Kind::TimerPause, timerId);
        row.set(timerPause::reason, QString::fromLatin1(reason));
        row.set(timerPause::fromOn, day(from));
        if (to)
            row.set(timerPause::toOn, day(to));
        return row.id;
    }
    void addParty(CaseFile &file, const char *role, const QString &name)
    {
        Record &row = add(file, Kind::Party, file.root.id);
        row.set(party::role, QString::fromLatin1(role));
        row.set(party::name, name);
    }
    static std::vector<RecordId> derive(CaseFile &file, const char *now = "2026-05-20 10:00")
    {
        return deriveCase(file, *shippedRules(), at(now));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void theNearestOpenDutyIsTheDateOfTheCase()
    {
        CaseFile file = caseOf(Kind::Mediation);
        const RecordId month = addTimer(file, "MED-TERM", "2026-05-08");
        const RecordId labour = addTimer(file, "MED-LABOUR", "2026-05-08");
        const RecordId information = addTimer(file, "MED-CONFIRM-COURT1", "2026-05-08");
        derive(file);
        QCOMPARE(iso(file.find(month)->get(timer::dueOn)), QStringLiteral("2026-06-08"));
        QCOMPARE(iso(file.find(labour)->get(timer::dueOn)), QStringLiteral("2026-05-25")); // Saturday the 23rd rolls
        QCOMPARE(iso(file.find(labour)->get(timer::dueUnrolledOn)), QStringLiteral("2026-05-23"));
        QVERIFY(file.find(information)->get(timer::dueOn).has_value());
        QCOMPARE(iso(file.root.get(common::nextDue)), QStringLiteral("2026-05-25")); // somebody else's clock is only shown
        QCOMPARE(file.root.get(common::nextDueRule), QStringLiteral("MED-LABOUR"));
        file.find(labour)->set(timer::metOn, day("2026-05-20"));
        derive(file);
        QCOMPARE(file.root.get(common::nextDueRule), QStringLiteral("MED-TERM"));
        file.find(month)->set(timer::cancelledAt, at("2026-05-20 10:00"));
        derive(file);
        QVERIFY(file.root.value(common::nextDue).isNull());
        QVERIFY(file.root.value(common::nextDueRule).isNull());
        QVERIFY(file.root.value(common::duePaused).isNull());
    }

    void aCaseAtRestIsWorkedOnForWhatItsStateStillOffers()
    {
        CaseFile file = caseOf(Kind::Mediation);
        addTimer(file, "MED-PETITION-TELL", "2026-05-08"); // nobody is told any more once the file is closed
        const RecordId visit = addTimer(file, "MED-VISIT", "2026-05-12");
        derive(file);
        QCOMPARE(file.root.get(common::nextDueRule), QStringLiteral("MED-PETITION-TELL"));
        file.root.set(mediation::status, QStringLiteral("ARCHIVED"));
        derive(file);
        QCOMPARE(file.root.get(common::nextDueRule), QStringLiteral("MED-VISIT"));
        file.find(visit)->set(timer::metOn, day("2026-05-20"));
        derive(file);
        QVERIFY(file.root.value(common::nextDue).isNull());
        QCOMPARE(file.children[0].get(timer::state), QStringLiteral("RUNNING")); // and is late wherever clocks are listed
    }

    void derivingTwiceChangesNothing()
    {
        CaseFile file = caseOf(Kind::Mediation);
        const RecordId term = addTimer(file, "MED-TERM", "2026-05-08");
        addParty(file, "APPLICANT", QStringLiteral("张三"));
        const auto changed = derive(file);
        QCOMPARE(changed.size(), std::size_t{3});
        QVERIFY(std::find(changed.begin(), changed.end(), term) != changed.end());
        QVERIFY(derive(file, "2026-09-20 10:00").empty()); // nothing stored depends on the day
    }

    void aPausedClockTakesPartWithItsProjectedDay()
    {
        CaseFile file = caseOf(Kind::LegalAid);
        const RecordId review = addTimer(file, "AID-REVIEW", "2026-05-08");
        const RecordId pause = addPause(file, review, "SUPP", "2026-05-10");
        derive(file, "2026-05-12 10:00");
        QVERIFY(file.find(review)->value(timer::dueOn).isNull());
        QCOMPARE(file.find(review)->get(timer::state), QStringLiteral("PAUSED"));
        QVERIFY(file.root.get(common::duePaused).value_or(false));
        QVERIFY(file.root.get(common::dueProvisional).value_or(false));
        const auto first = file.root.get(common::nextDue);
        derive(file, "2026-05-20 10:00");
        QVERIFY(*file.root.get(common::nextDue) > *first);
        file.find(pause)->set(timerPause::toOn, day("2026-05-14"));
        derive(file);
        QCOMPARE(iso(file.find(review)->get(timer::dueOn)), QStringLiteral("2026-05-19"));
        QCOMPARE(file.root.get(common::duePaused).value_or(true), false);
    }

    void aDateThatAnUnpublishedYearDecidesIsProvisional()
    {
        CaseFile file = caseOf(Kind::Mediation);
        const int unknown = shippedRules()->calendar().publishedYears().back() + 1;
        addTimer(file, "MED-TERM", qPrintable(QStringLiteral("%1-03-10").arg(unknown)));
        derive(file);
        QVERIFY(file.children[0].get(timer::provisional).value_or(false));
        QVERIFY(file.root.get(common::dueProvisional).value_or(false));
    }

    void whatIsDueSoonOrOverdueIsAskedForADay()
    {
        CaseFile file = caseOf(Kind::Mediation);
        const RecordId term = addTimer(file, "MED-TERM", "2026-05-08"); // until 8 June
        derive(file);
        const Record &timer = *file.find(term);
        QVERIFY(stateOfTimer(file, timer, *shippedRules(), at("2026-05-09 10:00")) == TimerState::Running);
        QVERIFY(stateOfTimer(file, timer, *shippedRules(), at("2026-06-08 23:00")) == TimerState::DueSoon);
        QVERIFY(stateOfTimer(file, timer, *shippedRules(), at("2026-06-09 00:01")) == TimerState::Overdue);
        QCOMPARE(timer.get(timer::state), QStringLiteral("RUNNING"));
    }

    void aTimerWhoseRuleIsGoneIsKept()
    {
        CaseFile file = caseOf(Kind::Mediation);
        const RecordId lost = addTimer(file, "OLD-RULE", "2026-05-08");
        derive(file);
        QVERIFY(file.find(lost)->value(timer::dueOn).isNull());
        QCOMPARE(file.find(lost)->get(timer::state), QStringLiteral("RUNNING"));
        QVERIFY(file.root.value(common::nextDue).isNull());
        QCOMPARE(dueOfTimer(file, *file.find(lost), *shippedRules()).error().kind, ErrorKind::NotFound);
        QVERIFY(stateOfTimer(file, *file.find(lost), *shippedRules(), at("2026-05-09 10:00")) == TimerState::Running);
    }

    void absurdStartsHaveNoDate()
    {
        for (const char *start : {"0001-01-01", "9999-12-31"}) {
            CaseFile file = caseOf(Kind::Mediation);
            addTimer(file, "MED-TERM", start);
            derive(file);
            QVERIFY(file.children[0].value(timer::state).isText());
        }
    }

    void theSidesOfACaseMakeItsLine()
    {
        CaseFile file = caseOf(Kind::Mediation);
        addParty(file, "RESPONDENT", QStringLiteral("王五"));
        addParty(file, "APPLICANT", QStringLiteral("张三"));
        addParty(file, "APPLICANT", QStringLiteral("李四"));
        addParty(file, "WITNESS", QStringLiteral("赵六"));
        addParty(file, "THIRD", QStringLiteral("某公司"));
        derive(file);
        QCOMPARE(file.root.get(common::parties), QStringLiteral("张三、李四 / 王五 / 某公司"));
    }

    void aHundredPartiesAreCutWhereTheLineEnds()
    {
        CaseFile file = caseOf(Kind::Mediation);
        for (int i = 0; i < 300; ++i)
            addParty(file, "APPLICANT", QStringLiteral("𠮷野"));
        derive(file);
        const QString line = file.root.get(common::parties);
        QVERIFY(line.size() <= 400);
        QVERIFY(line.endsWith(u'…'));
        QVERIFY(line.isValidUtf16());
    }

    void whoIsAMinorIsDecidedOnTheDayOfReceipt()
    {
        CaseFile file = caseOf(Kind::Mediation);
        file.root.set(common::receivedAt, at("2026-05-20 09:00"));
        addParty(file, "APPLICANT", QStringLiteral("小明"));
        Record &child = file.children[0];
        derive(file);
        QVERIFY(child.value(party::isMinor).isNull());
        child.set(party::birthDate, day("2008-05-20"));
        derive(file, "2030-01-01 10:00");
        QCOMPARE(child.get(party::isMinor).value_or(true), false);
        child.set(party::birthDate, day("2008-05-21"));
        derive(file, "2030-01-01 10:00");
        QCOMPARE(child.get(party::isMinor).value_or(false), true);
    }

    void capacityFollowsAgeAndMarks()
    {
        CaseFile file = caseOf(Kind::Mediation);
        addParty(file, "APPLICANT", QStringLiteral("小明"));
        Record &child = file.children[0];
        const auto capacityOn = [&](const char *received) {
            file.root.set(common::receivedAt, Instant::fromLocal(day(received), 600));
            derive(file);
            return child.get(party::capacity);
        };
        QCOMPARE(capacityOn("2026-05-01"), QStringLiteral("FULL"));
        child.set(party::limitedCapacity, true);
        QCOMPARE(capacityOn("2026-05-01"), QStringLiteral("LIMITED"));
        child.set(party::limitedCapacity, false);
        child.set(party::birthDate, day("2010-05-02"));
        QCOMPARE(capacityOn("2018-05-01"), QStringLiteral("NONE"));    // still seven
        QCOMPARE(capacityOn("2018-05-02"), QStringLiteral("LIMITED")); // eight today
        child.set(party::ownIncome, true);
        QCOMPARE(capacityOn("2026-05-01"), QStringLiteral("LIMITED")); // fifteen: work does not count yet
        QCOMPARE(capacityOn("2026-05-02"), QStringLiteral("FULL"));
        child.set(party::ownIncome, false);
        QCOMPARE(capacityOn("2028-05-01"), QStringLiteral("LIMITED"));
        QCOMPARE(capacityOn("2028-05-02"), QStringLiteral("FULL"));
        child.set(party::type, QStringLiteral("LEGAL"));
        QVERIFY(capacityOn("2028-05-02").isEmpty());
    }

    void theStoresKeyOfAPersonIsLeftAlone()
    {
        CaseFile file = caseOf(Kind::Mediation);
        addParty(file, "APPLICANT", QStringLiteral("张三"));
        file.children[0].set(party::personKey, QByteArray("key"));
        derive(file);
        QCOMPARE(file.children[0].get(party::personKey), QByteArray("key"));
    }

    void aProjectCountsItsLog()
    {
        CaseFile file = caseOf(Kind::Project);
        for (const char *kind : {"CONSULT", "MEDIATE", "MEDIATE"}) {
            Record &entry = add(file, Kind::ProjectEvent, file.root.id);
            entry.set(projectEvent::kind, QString::fromLatin1(kind));
            entry.set(projectEvent::heads, 5);
            entry.set(projectEvent::amount, Money{100'050});
        }
        derive(file);
        QCOMPARE(file.root.get(project::eventCount).value_or(0), 3);
        QCOMPARE(file.root.get(project::headCount).value_or(0), 15);
        QCOMPARE(file.root.get(project::disputeCount).value_or(0), 2);
        QCOMPARE(file.root.get(project::amountTotal)->fen, 300'150);
    }

    void aCommitteeServesThreeYears()
    {
        CaseFile file = caseOf(Kind::Committee);
        file.root.set(committee::electedOn, day("2024-02-29"));
        derive(file);
        QCOMPARE(iso(file.root.get(committee::termEndsOn)), QStringLiteral("2027-02-28"));
        file.root.clear(committee::electedOn);
        derive(file);
        QVERIFY(file.root.value(committee::termEndsOn).isNull());
    }

    void onlyGroundsOfTheRuleStopAClock()
    {
        CaseFile file = caseOf(Kind::LegalAid);
        const RecordId review = addTimer(file, "AID-REVIEW", "2026-05-08");
        const RecordId good = addPause(file, review, "SUPP", "2026-05-10");
        const RecordId bad = addPause(file, review, "APPRAISAL", "2026-05-10");
        QVERIFY(checkClockChild(file, *file.find(good), *shippedRules(), day("2026-05-10")).has_value());
        const auto refused = checkClockChild(file, *file.find(bad), *shippedRules(), day("2026-05-10"));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        Record stray(Kind::TimerPause);
        stray.parent = file.root.id;
        QCOMPARE(checkClockChild(file, stray, *shippedRules(), day("2026-05-10")).error().kind, ErrorKind::Constraint);
    }

    void aProlongationIsAllowedInTimeOrNotAtAll()
    {
        CaseFile file = caseOf(Kind::Mediation);
        const RecordId term = addTimer(file, "MED-COURT-WP", "2026-05-08");
        Record &agreed = add(file, Kind::TimerExtension, term);
        const RecordId agreedId = agreed.id;
        agreed.set(timerExtension::by, QStringLiteral("AGREEMENT"));
        agreed.set(timerExtension::agreedOn, day("2026-05-20"));
        agreed.set(timerExtension::amount, 10);
        const auto without = checkClockChild(file, agreed, *shippedRules(), day("2026-05-20"));
        QVERIFY(!without.has_value() && codeOf(without.error()) == QStringLiteral("DL-08")); // the parties' paper is missing
        agreed.set(timerExtension::paper, RecordId::make(Instant{5}, m_random));
        QVERIFY(checkClockChild(file, agreed, *shippedRules(), day("2026-05-20")).has_value());
        agreed.set(timerExtension::agreedOn, day("2026-08-20"));
        QCOMPARE(codeOf(checkClockChild(file, agreed, *shippedRules(), day("2026-08-20")).error()),
                 QStringLiteral("DL-07")); // too late
        derive(file);
        QCOMPARE(iso(file.find(term)->get(timer::dueUnrolledOn)), QStringLiteral("2026-06-17")); // 30 and 10 days

        const RecordId labour = addTimer(file, "MED-LABOUR", "2026-05-08");
        file.find(agreedId)->parent = labour;
        file.find(agreedId)->set(timerExtension::agreedOn, day("2026-05-10"));
        QCOMPARE(codeOf(checkClockChild(file, *file.find(agreedId), *shippedRules(), day("2026-05-10")).error()),
                 QStringLiteral("DL-05")); // not by any rule
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::DeriveTest)
#include "DeriveTest.moc"
