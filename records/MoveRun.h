// SPDX-License-Identifier: GPL-3.0-or-later
// One step being taken on a copy of a case, with everything it takes along. Inside records only; others call planMove().
#pragma once

#include "records/CaseMove.h"
#include "records/Deadline.h"
#include "records/DeadlineRule.h"

#include <set>

namespace yizhan {

// Shared by planMove, unmetFor and what a step takes along.
bool fitsState(const Record &record, const LifeCycle &lifeCycle, const Transition &transition);
bool mayTake(const Transition &transition, const Actor &actor, const RuleBook &rules);
// Needs, guards and, for "@return", that there is a state to go back to. `record` is a row of `file`.
std::vector<Unmet> conditionsOf(const CaseFile &file, const Record &record, const Transition &transition, const Actor &actor,
                                Instant now, const RuleBook &rules);
Error refusal(const std::vector<Unmet> &unmet);
Outcome applyInputs(Record &record, const Inputs &inputs, const RuleBook &rules, Instant now);
// The stack of states to go back to of the record or, if its kind keeps none, of the root; top last.
QStringList returnStates(const CaseFile &file, const Record &record);

class MoveRun
{
public:
    MoveRun(CaseFile file, const Actor &actor, Instant now, const RuleBook &rules, Random &random);

    // State and actor are the caller's business. Errors: Constraint, Rejected, NotFound; the run is then worthless.
    Outcome take(const RecordId &recordId, const LifeCycle &lifeCycle, const Transition &transition, const Inputs &inputs);
    // Computes derived fields and says what has changed. Call once, last.
    MovePlan finish();

private:
    // The step at hand; a step that takes along others is at hand again after them.
    struct Step {
        RecordId record;
        const Transition *transition = nullptr;
        std::set<const FieldSpec *> inputs;
    };

    Record &row(const RecordId &id) { return *m_file.find(id); }
    GuardContext contextOf(const Step &step);
    RecordId addChild(Kind kind, const RecordId &parent);
    void enterState(const Step &step, const LifeCycle &lifeCycle);

    // Effects
    Outcome apply(const Step &step, const Effect &effect);
    Record *holderOf(const Step &step, const FieldSpec &field);
    void setFixed(Record &record, const FieldSpec &field, const char *text);
    void wishNumber(const Step &step, const Effect &effect);
    void addTasks(const Step &step, const Effect &effect);
    Outcome takeAlong(const Effect &effect);
    Outcome takeFirstOpen(const RecordId &recordId, const QStringList &names);

    // Clocks (MoveClocks.cpp)
    Outcome apply(const Step &step, const ClockEffect &effect);
    std::optional<RecordId> clockHolder(const Step &step, Kind on) const;
    // Null `from` = now; a field that is empty or nowhere = nothing.
    std::optional<Moment> momentFrom(const Step &step, const RecordId &holder, const FieldSpec *from) const;
    const Value *lookUp(const std::vector<RecordId> &where, QStringView fieldName, const FieldSpec **field) const;
    std::vector<RecordId> timersFor(const char *rule, const RecordId &holder, bool open) const;
    Outcome startTimer(const Step &step, const ClockEffect &effect, const RecordId &holder);
    void endTimer(const RecordId &timer, const std::optional<Moment> &met);
    void reopenTimers(const char *rule, const RecordId &holder);
    void pauseTimer(const RecordId &timer, const char *reason, const Moment &from);
    void endPauses(const RecordId &timer, const char *reason, const Moment &to);

    CaseFile m_file;
    CaseFile m_before;
    Actor m_actor;
    Instant m_now;
    const RuleBook &m_rules;
    Random &m_random;
    int m_depth = 0;
    MovePlan m_plan;
};

} // namespace yizhan
