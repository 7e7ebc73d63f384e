// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a named transition on a record of a case: checks state, actor, needs and guards, and works out all that follows
// (fields, clocks, tracks, numbers wished for), without touching the store.
#pragma once

#include "base/Result.h"
#include "records/LifeCycle.h"

#include <vector>

namespace yizhan {

class Random;

using Inputs = std::vector<std::pair<const FieldSpec *, Value>>;

// Why a transition is not open; `id` is stable ("state", "actor", "needs:facts", or the guard's id), `text` for people.
struct Unmet {
    QString id;
    QString text;
};

struct NumberWish {
    RecordId record;
    const FieldSpec *field = nullptr;
    QString series; // of resources/numbers.json
};

struct MovePlan {
    CaseFile after;                  // the whole case as it will stand, derived fields included
    std::vector<RecordId> changed;   // rows of `after` that existed before
    std::vector<RecordId> created;   // rows that are new
    std::vector<NumberWish> numbers; // to be taken in the same transaction
    QStringList documents;           // form ids that belong to the step
};

// The life cycle and transition by the name `move` uses; null if the kind has none. `lifeCycle` may be null.
const Transition *findTransition(const RecordSpec &spec, QStringView name, const LifeCycle **lifeCycle = nullptr);

// All transitions whose `from` fits the record now, whoever may take them.
std::vector<const Transition *> transitionsFrom(const Record &record);

// Everything that stands against taking it now; empty = open. Used to show buttons and by planMove.
std::vector<Unmet> unmetFor(const CaseFile &file, const RecordId &record, const Transition &transition, const Inputs &inputs,
                            const Actor &actor, Instant now, const RuleBook &rules);

// Errors: Rejected (details = ids of what is unmet), Forbidden (the actor's roles), Constraint (an input is invalid).
// Inputs may set what only steps set (FieldSpec::byTransition), but neither a status nor a computed field.
// Creation ("from" empty): `file` holds the new root or child without status. Any thread.
Result<MovePlan> planMove(CaseFile file, const RecordId &record, const Transition &transition, const Inputs &inputs,
                          const Actor &actor, Instant now, const RuleBook &rules, Random &random);

// Who takes what nobody has to decide.
Actor programActor();

// Steps that have become due by themselves: from the present state, with no other actor than "system", all guards and needs
// hold. In the order of the rows. For a daily run: take one, ask again.
std::vector<std::pair<RecordId, const Transition *>> dueSystemMoves(const CaseFile &file, const RuleBook &rules, Instant now);

} // namespace yizhan
