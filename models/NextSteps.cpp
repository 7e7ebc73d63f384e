// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/NextSteps.h"

#include "base/Deliver.h"
#include "models/Words.h"

namespace yizhan {

NextSteps::NextSteps(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {}

void NextSteps::setRecord(const Record &record)
{
    m_record = record;
    ++m_round;
    m_steps.clear();
    if (!record.isNull() && m_workspace.session().mayWriteCases()) {
        for (const Transition *transition : transitionsFrom(record)) {
            if (QLatin1String(transition->actors) == QLatin1String("system"))
                continue;
            m_steps.push_back({transition, record.id, words::transition(*transition), {}, {}, {}, false});
        }
    }
    emit changed();
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        check(i);
}

void NextSteps::check(std::size_t position)
{
    const Step &step = m_steps[position];
    deliver(
        m_workspace.store().unmet(step.target, QLatin1String(step.transition->name)), this,
        [this, target = step.target, transition = step.transition, round = m_round](const Result<std::vector<Unmet>> &unmet) {
            if (round == m_round && unmet)
                settle(target, transition, *unmet);
        });
}

void NextSteps::settle(const RecordId &target, const Transition *transition, const std::vector<Unmet> &unmet)
{
    const auto found = std::find_if(m_steps.begin(), m_steps.end(),
                                    [&](const Step &step) { return step.transition == transition && step.target == target; });
    if (found == m_steps.end())
        return;
    for (const Unmet &obstacle : unmet) {
        if (obstacle.id == QLatin1String("actor") || obstacle.id == QLatin1String("state")) {
            m_steps.erase(found); // somebody else's step, or none at all any more
            emit changed();
            return;
        }
        const FieldSpec *field = obstacle.id.startsWith(QLatin1String("needs:")) ? m_record.spec().field(obstacle.id.mid(6))
                                                                                 : nullptr;
        // a field that only steps set is filled in here, too, if this is its step
        const bool isOfStep = field
                              && std::find(transition->needs.begin(), transition->needs.end(), field)
                                     != transition->needs.end();
        if (field && (isOfStep || (!field->byTransition && !field->derived)))
            found->needs.push_back(field);
        else if (!ask(*found, obstacle.id))
            found->obstacles += words::guard(obstacle.text.toUtf8().constData());
    }
    found->checked = true;
    emit changed();
}

// Whether the step's own form can answer the condition; then it asks for the fields of it.
bool NextSteps::ask(Step &step, const QString &guardId)
{
    const auto &guards = step.transition->guards;
    const auto guard = std::find_if(guards.begin(), guards.end(),
                                    [&](const Guard &one) { return guardId == QLatin1String(one.id); });
    if (guard == guards.end() || guard->asks.empty())
        return false;
    step.conditions += words::guard(guard->text);
    for (const FieldSpec *field : guard->asks) {
        if (std::find(step.needs.begin(), step.needs.end(), field) == step.needs.end())
            step.needs.push_back(field);
    }
    return true;
}

void NextSteps::take(const Step &step, const Inputs &inputs)
{
    if (m_busy)
        return;
    m_busy = true;
    Change change;
    change.operations.push_back(Operation::move(step.target, QLatin1String(step.transition->name), inputs));
    deliver(m_workspace.store().submit(std::move(change)), this, [this](const Result<ChangeSet> &answer) {
        m_busy = false;
        if (answer)
            emit taken(*answer);
        else if (answer.error().kind != ErrorKind::Cancelled)
            emit refused(describe(answer.error()));
    });
}

} // namespace yizhan
