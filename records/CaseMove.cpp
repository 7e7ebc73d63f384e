// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/CaseMove.h"

#include "records/MoveRun.h"
#include "records/RecordErrors.h"
#include "records/RoleTable.h"
#include "records/RuleBook.h"
#include "records/Validate.h"

#include <QCoreApplication>

namespace yizhan {

namespace {
bool hasWord(const char *words, const QString &word)
{
    for (const QByteArray &one : QByteArray::fromRawData(words, static_cast<qsizetype>(qstrlen(words))).split(' ')) {
        if (word == QLatin1String(one))
            return true;
    }
    return false;
}

Unmet notState()
{
    return {QStringLiteral("state"), QCoreApplication::translate("Guard", "The step does not start from the present state.")};
}

Unmet notActor()
{
    return {QStringLiteral("actor"), QCoreApplication::translate("Guard", "Your role may not take this step.")};
}

Unmet notFilled(const FieldSpec &field)
{
    return {QStringLiteral("needs:") + QLatin1String(field.name),
            QCoreApplication::translate("Guard", "\"%1\" must be filled in.")
                .arg(QCoreApplication::translate("Field", field.label))};
}

// The life cycle of the kind that this very transition belongs to; null if it is another kind's.
const LifeCycle *lifeCycleOf(const RecordSpec &spec, const Transition &transition)
{
    for (const LifeCycle *candidate : spec.lifeCycles) {
        for (const Transition &own : candidate->transitions) {
            if (&own == &transition)
                return candidate;
        }
    }
    return nullptr;
}

bool isProgramsOwn(const Transition &transition) { return qstrcmp(transition.actors, "system") == 0; }
} // namespace

bool fitsState(const Record &record, const LifeCycle &lifeCycle, const Transition &transition)
{
    const QString state = record.value(*lifeCycle.status).text();
    return state.isEmpty() ? *transition.from == '\0' : hasWord(transition.from, state);
}

bool mayTake(const Transition &transition, const Actor &actor, const RuleBook &rules)
{
    if (actor.program)
        return hasWord(transition.actors, QStringLiteral("system"));
    return rules.roles().mayAct(QString::fromLatin1(transition.actors), actor.roles);
}

std::vector<Unmet> conditionsOf(const CaseFile &file, const Record &record, const Transition &transition, const Actor &actor,
                                Instant now, const RuleBook &rules)
{
    std::vector<Unmet> unmet;
    for (const FieldSpec *field : transition.needs) {
        if (record.value(*field).isNull())
            unmet.push_back(notFilled(*field));
    }
    const GuardContext context{file, record, actor, now, rules};
    for (const Guard &guard : transition.guards) {
        if (!guard.holds(context))
            unmet.push_back({QLatin1String(guard.id), QCoreApplication::translate("Guard", guard.text)});
    }
    if (qstrcmp(transition.to, "@return") == 0 && returnStates(file, record).isEmpty())
        unmet.push_back(
            {QStringLiteral("return-state"), QCoreApplication::translate("Guard", "No state is noted to go back to.")});
    return unmet;
}

Outcome applyInputs(Record &record, const Inputs &inputs, const RuleBook &rules, Instant now)
{
    for (const auto &[field, value] : inputs) {
        const auto governs = [f = field](const LifeCycle *lifeCycle) { return lifeCycle->status == f; };
        const auto &cycles = record.spec().lifeCycles;
        if (record.spec().indexOf(*field) < 0 || field->derived || std::any_of(cycles.begin(), cycles.end(), governs))
            return Error(ErrorKind::Constraint, text::stepInput, {QLatin1String(field->name)});
        record.setValue(*field, value);
    }
    if (inputs.empty())
        return {};
    for (const Finding &finding : validate(record, rules, now.localDay())) {
        const auto isAboutIt = [&](const auto &input) { return input.first == finding.field; };
        if (finding.blocks && std::any_of(inputs.begin(), inputs.end(), isAboutIt))
            return finding.error;
    }
    return {};
}

const Transition *findTransition(const RecordSpec &spec, QStringView name, const LifeCycle **lifeCycle)
{
    for (const LifeCycle *candidate : spec.lifeCycles) {
        for (const Transition &transition : candidate->transitions) {
            if (name == QLatin1String(transition.name)) {
                if (lifeCycle)
                    *lifeCycle = candidate;
                return &transition;
            }
        }
    }
    return nullptr;
}

std::vector<const Transition *> transitionsFrom(const Record &record)
{
    std::vector<const Transition *> open;
    for (const LifeCycle *lifeCycle : record.spec().lifeCycles) {
        for (const Transition &transition : lifeCycle->transitions) {
            if (fitsState(record, *lifeCycle, transition))
                open.push_back(&transition);
        }
    }
    return open;
}

std::vector<Unmet> unmetFor(const CaseFile &file, const RecordId &recordId, const Transition &transition, const Inputs &inputs,
                            const Actor &actor, Instant now, const RuleBook &rules)
{
    CaseFile copy;
    const CaseFile *seen = &file;
    const Record *record = file.find(recordId);
    if (!record)
        return {notState()};
    if (!inputs.empty()) {
        copy = file;
        Record *filled = copy.find(recordId);
        for (const auto &[field, value] : inputs) {
            if (filled->spec().indexOf(*field) >= 0)
                filled->setValue(*field, value);
        }
        seen = &copy;
        record = filled;
    }
    std::vector<Unmet> unmet;
    const LifeCycle *lifeCycle = lifeCycleOf(record->spec(), transition);
    if (!lifeCycle)
        return {notState()}; // what it needs are fields of another kind
    if (!fitsState(*record, *lifeCycle, transition))
        unmet.push_back(notState());
    if (!mayTake(transition, actor, rules))
        unmet.push_back(notActor());
    const auto rest = conditionsOf(*seen, *record, transition, actor, now, rules);
    unmet.insert(unmet.end(), rest.begin(), rest.end());
    return unmet;
}

Error refusal(const std::vector<Unmet> &unmet)
{
    QStringList ids;
    for (const Unmet &one : unmet)
        ids += one.id;
    return Error(ErrorKind::Rejected, text::stepRefused, ids);
}

Result<MovePlan> planMove(CaseFile file, const RecordId &recordId, const Transition &transition, const Inputs &inputs,
                          const Actor &actor, Instant now, const RuleBook &rules, Random &random)
{
    const Record *record = file.find(recordId);
    const LifeCycle *lifeCycle = record ? lifeCycleOf(record->spec(), transition) : nullptr;
    if (!lifeCycle)
        return Error(ErrorKind::NotFound, text::stepRecord);
    if (!mayTake(transition, actor, rules))
        return Error(ErrorKind::Forbidden, text::stepForbidden, {QLatin1String(transition.name)});
    if (!fitsState(*record, *lifeCycle, transition))
        return refusal({notState()});
    MoveRun run(std::move(file), actor, now, rules, random);
    if (const auto taken = run.take(recordId, *lifeCycle, transition, inputs); !taken)
        return taken.error();
    return run.finish();
}

Actor programActor()
{
    Actor actor;
    actor.program = true;
    return actor;
}

std::vector<std::pair<RecordId, const Transition *>> dueSystemMoves(const CaseFile &file, const RuleBook &rules, Instant now)
{
    std::vector<std::pair<RecordId, const Transition *>> due;
    const Actor program = programActor();
    const auto look = [&](const Record &record) {
        for (const Transition *transition : transitionsFrom(record)) {
            if (*transition->from != '\0' && isProgramsOwn(*transition)
                && conditionsOf(file, record, *transition, program, now, rules).empty())
                due.emplace_back(record.id, transition);
        }
    };
    look(file.root);
    for (const Record &child : file.children)
        look(child);
    return due;
}

} // namespace yizhan
