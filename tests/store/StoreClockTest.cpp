// SPDX-License-Identifier: GPL-3.0-or-later
// Pauses and prolongations of clocks as they are saved: what the rule does not allow is refused and nothing is written.
#include "records/kinds/Timer.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

Day march(int day) { return *Day::fromYmd(2026, 3, day); }

// A case with one clock that began on the first of March; it is the second.
struct Clocked {
    StoreFixture store;
    RecordId root;
    RecordId timer;

    explicit Clocked(const char *rule) : root(store.create(sampleMediation()))
    {
        Record clock(Kind::Timer);
        clock.root = clock.parent = root;
        clock.set(timer::ruleId, QLatin1String(rule));
        clock.set(timer::startOn, march(1));
        Change change;
        change.asServer = true; // clocks are started by steps; here one is given
        change.operations.push_back(Operation::create(std::move(clock)));
        for (const ChangeSet::Row &row : store.submit(std::move(change)).rows) {
            if (row.kind == Kind::Timer)
                timer = row.id;
        }
    }

    Record child(Kind kind) const
    {
        Record record(kind);
        record.root = root;
        record.parent = timer;
        return record;
    }
    Record pause(const char *reason, Day from, std::optional<Day> to = std::nullopt) const
    {
        Record record = child(Kind::TimerPause);
        record.set(timerPause::reason, QLatin1String(reason));
        record.set(timerPause::fromOn, from);
        if (to)
            record.set(timerPause::toOn, *to);
        return record;
    }
    Record prolongation(int days) const
    {
        Record record = child(Kind::TimerExtension);
        record.set(timerExtension::by, QStringLiteral("DECISION"));
        record.set(timerExtension::agreedOn, march(2));
        record.set(timerExtension::amount, std::int64_t{days});
        return record;
    }
    std::optional<Day> due() { return store.record(timer).get(timer::dueOn); }

    // Refused by this message, and the store is as it was.
    void mustRefuse(Record record, const char *code)
    {
        const QByteArray table = record.spec().table;
        const std::optional<Day> before = due();
        const qint64 rows = store.scalar("SELECT count(*) FROM " + table);
        const qint64 outbox = store.scalar("SELECT count(*) FROM outbox");
        const Error error = store.refused(Operation::create(std::move(record)));
        QCOMPARE(QString::fromLatin1(error.text->code), QLatin1String(code));
        QCOMPARE(store.scalar("SELECT count(*) FROM " + table), rows);
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox"), outbox);
        QCOMPARE(due(), before);
    }
};

} // namespace

class StoreClockTest : public QObject
{
    Q_OBJECT

private slots:
    void aPauseWithAGroundOfTheRuleMovesTheDate()
    {
        Clocked one("AID-REVIEW");
        QCOMPARE(one.due(), std::optional(march(9))); // seven days are over on Sunday the 8th
        one.store.create(one.pause("SUPP", march(2), march(4)));
        QCOMPARE(one.due(), std::optional(march(10)));
    }

    void aPauseWithAnotherGroundIsRefused()
    {
        Clocked one("AID-REVIEW");
        one.mustRefuse(one.pause("FM", march(2), march(4)), "RC-46");
    }

    void aClockThatNothingStopsTakesNoPause()
    {
        Clocked one("MED-CONFIRM");
        one.mustRefuse(one.pause("SUPP", march(2)), "RC-46");
    }

    void aPauseThatEndsBeforeItBeginsIsRefused()
    {
        Clocked one("AID-REVIEW");
        one.mustRefuse(one.pause("SUPP", march(4), march(2)), "RC-13");
    }

    void anEndBeforeTheBeginningIsRefusedLaterToo()
    {
        Clocked one("AID-REVIEW");
        const RecordId pause = one.store.create(one.pause("SUPP", march(4)));
        QVERIFY(!one.due()); // held by the open pause
        const Error error = one.store.refused(Operation::set(pause, {{&timerPause::toOn, Value(march(2))}}));
        QCOMPARE(QString::fromLatin1(error.text->code), QStringLiteral("RC-13"));
        one.store.submit(Operation::set(pause, {{&timerPause::toOn, Value(march(6))}}));
        QVERIFY(one.due().has_value());
    }

    void aGroundThatTheRuleDoesNotNameIsRefusedLaterToo()
    {
        Clocked one("AID-REVIEW");
        const RecordId pause = one.store.create(one.pause("SUPP", march(2), march(4)));
        const Error error = one.store.refused(Operation::set(pause, {{&timerPause::reason, Value(QStringLiteral("FM"))}}));
        QCOMPARE(QString::fromLatin1(error.text->code), QStringLiteral("RC-46"));
    }

    void aProlongationWithinTheCapMovesTheDateAndOneBeyondItIsRefused()
    {
        Clocked one("MED-PETITION-END");
        const std::optional<Day> before = one.due();
        one.store.create(one.prolongation(20));
        QVERIFY(*one.due() > *before);
        one.mustRefuse(one.prolongation(11), "DL-06"); // thirty in all
    }

    void aClockThatCannotBeProlongedIsNot()
    {
        Clocked one("MED-CONFIRM");
        one.mustRefuse(one.prolongation(5), "DL-05");
    }

    void aProlongationAfterTheTermIsRefused()
    {
        Clocked one("MED-PETITION-END");
        one.store.clock().advanceMs(100LL * 86'400'000);
        Record late = one.prolongation(5);
        late.set(timerExtension::agreedOn, march(2).plus(99));
        one.mustRefuse(std::move(late), "DL-07");
    }

    void anAgreementWithoutItsPaperIsRefused()
    {
        Clocked one("MED-COURT-WP");
        one.mustRefuse(one.prolongation(5), "DL-08");
    }

    void aProlongationOfNothingIsRefused()
    {
        Clocked one("MED-PETITION-END");
        Record none = one.prolongation(1);
        none.clear(timerExtension::amount);
        one.mustRefuse(std::move(none), "RC-14");
    }
};

QTEST_GUILESS_MAIN(StoreClockTest)
#include "StoreClockTest.moc"
