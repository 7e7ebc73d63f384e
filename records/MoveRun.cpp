// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/MoveRun.h"

#include "records/Derive.h"
#include "records/RecordErrors.h"
#include "records/RuleBook.h"
#include "records/kinds/Common.h"
#include "records/kinds/Task.h"

#include <QCoreApplication>
#include <algorithm>

namespace yizhan {

namespace {
constexpr int deepest = 8; // steps that take along steps

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); }

bool hasEffect(const Transition &transition, Effect::Act act)
{
    return std::any_of(transition.effects.begin(), transition.effects.end(),
                       [act](const Effect &effect) { return effect.act == act; });
}

bool keepsReturns(const Record &record) { return record.spec().indexOf(common::returnState) >= 0; }
} // namespace

QStringList returnStates(const CaseFile &file, const Record &record)
{
    const Record &keeper = keepsReturns(record) ? record : file.root;
    return keepsReturns(keeper) ? keeper.get(common::returnState).split(u' ', Qt::SkipEmptyParts) : QStringList();
}

MoveRun::MoveRun(CaseFile file, const Actor &actor, Instant now, const RuleBook &rules, Random &random)
    : m_file(std::move(file)), m_before(m_file), m_actor(actor), m_now(now), m_rules(rules), m_random(random)
{}

GuardContext MoveRun::contextOf(const Step &step) { return {m_file, row(step.record), m_actor, m_now, m_rules}; }

Outcome MoveRun::take(const RecordId &recordId, const LifeCycle &lifeCycle, const Transition &transition, const Inputs &inputs)
{
    if (m_depth >= deepest)
        return Error(ErrorKind::Rejected, text::stepCircle, {QLatin1String(transition.name)});
    if (const auto filled = applyInputs(row(recordId), inputs, m_rules, m_now); !filled)
        return filled.error();
    if (const auto unmet = conditionsOf(m_file, row(recordId), transition, m_actor, m_now, m_rules); !unmet.empty())
        return refusal(unmet);
    ++m_depth;
    Step step{recordId, &transition, {}};
    for (const auto &input : inputs)
        step.inputs.insert(input.first);
    enterState(step, lifeCycle);
    for (const Effect &effect : transition.effects) {
        if (effect.when && !effect.when(contextOf(step)))
            continue;
        if (const auto done = apply(step, effect); !done)
            return done.error();
    }
    for (const ClockEffect &effect : transition.clocks) {
        if (effect.when && !effect.when(contextOf(step)))
            continue;
        if (const auto done = apply(step, effect); !done)
            return done.error();
    }
    for (const QString &document : words(transition.documents)) {
        if (!m_plan.documents.contains(document))
            m_plan.documents += document;
    }
    --m_depth;
    return {};
}

void MoveRun::enterState(const Step &step, const LifeCycle &lifeCycle)
{
    const Transition &transition = *step.transition;
    Record &record = row(step.record);
    const QString left = record.value(*lifeCycle.status).text();
    Record &keeper = keepsReturns(record) ? record : m_file.root;
    QStringList stack = returnStates(m_file, record);
    QString target = QLatin1String(transition.to);
    if (target == QLatin1String("@same"))
        target = left;
    if (target == QLatin1String("@return") || hasEffect(transition, Effect::Act::PopReturn)) {
        const QString top = stack.isEmpty() ? left : stack.takeLast();
        if (target == QLatin1String("@return"))
            target = top;
    }
    if (hasEffect(transition, Effect::Act::PushReturn))
        stack += left;
    if (hasEffect(transition, Effect::Act::EmptyReturn))
        stack.clear();
    if (keepsReturns(keeper))
        keeper.set(common::returnState, stack.join(u' '));
    record.setValue(*lifeCycle.status, Value(target));
}

RecordId MoveRun::addChild(Kind kind, const RecordId &parent)
{
    Record child(kind);
    child.id = RecordId::make(m_now, m_random);
    child.root = m_file.root.id;
    child.parent = parent;
    child.office = m_file.root.office;
    child.createdAt = m_now;
    child.updatedAt = m_now;
    child.createdBy = m_actor.user;
    child.updatedBy = m_actor.user;
    const RecordId id = child.id;
    m_file.children.push_back(std::move(child));
    return id;
}

Record *MoveRun::holderOf(const Step &step, const FieldSpec &field)
{
    Record &moving = row(step.record);
    if (moving.spec().indexOf(field) >= 0)
        return &moving;
    return m_file.root.spec().indexOf(field) >= 0 ? &m_file.root : nullptr;
}

void MoveRun::setFixed(Record &record, const FieldSpec &field, const char *text)
{
    const QString wanted = QString::fromUtf8(text);
    if (field.type == FieldType::Bool || field.type == FieldType::Integer)
        record.setValue(field, Value(wanted.toLongLong()));
    else
        record.setValue(field, Value(wanted));
}

Outcome MoveRun::apply(const Step &step, const Effect &effect)
{
    using Act = Effect::Act;
    Record *holder = effect.field ? holderOf(step, *effect.field) : nullptr;
    const bool given = effect.field && step.inputs.contains(effect.field);
    switch (effect.act) {
    case Act::TakeNumber: wishNumber(step, effect); break;
    case Act::SetCode:
        if (holder)
            setFixed(*holder, *effect.field, effect.text);
        break;
    case Act::SetToday:
        if (holder && !given)
            holder->setValue(*effect.field, Value(m_now.localDay()));
        break;
    case Act::SetNow:
        if (holder && !given)
            holder->setValue(*effect.field, Value(m_now));
        break;
    case Act::SetActor:
        if (holder && holder->value(*effect.field).isNull() && !m_actor.user.isNull())
            holder->setValue(*effect.field, Value(m_actor.user));
        break;
    case Act::ClearField:
        if (holder)
            holder->clear(*effect.field);
        break;
    case Act::PushReturn:
    case Act::PopReturn:
    case Act::EmptyReturn: break; // done on entering the state
    case Act::Run: effect.run(m_file, row(step.record), contextOf(step)); break;
    case Act::Take:
    case Act::TakeEach: return takeAlong(effect);
    case Act::AddTask: addTasks(step, effect); break;
    }
    return {};
}

void MoveRun::wishNumber(const Step &step, const Effect &effect)
{
    const Record *record = holderOf(step, *effect.field);
    if (effect.kind != Kind::None) {
        const auto rows = m_file.of(effect.kind);
        record = rows.empty() ? nullptr : rows.back();
    }
    if (!record || !record->value(*effect.field).isNull())
        return;
    const auto isWished = [&](const NumberWish &wish) { return wish.record == record->id && wish.field == effect.field; };
    if (std::none_of(m_plan.numbers.begin(), m_plan.numbers.end(), isWished))
        m_plan.numbers.push_back({record->id, effect.field, QLatin1String(effect.text)});
}

void MoveRun::addTasks(const Step &step, const Effect &effect)
{
    std::vector<std::pair<RecordId, Day>> wanted; // what the task is about, when it is due
    if (effect.kind == Kind::None) {
        const Record *holder = effect.field ? holderOf(step, *effect.field) : nullptr;
        const auto day = holder ? readValue<Day>(holder->value(*effect.field)) : std::nullopt;
        if (day || !effect.field)
            wanted.emplace_back(step.record, day.value_or(m_now.localDay()).plus(effect.days));
    } else {
        for (const Record *child : m_file.under(step.record, effect.kind)) {
            if (const auto day = readValue<Day>(child->value(*effect.field)))
                wanted.emplace_back(child->id, day->plus(effect.days));
        }
    }
    const auto &allowed = task::spec.parents;
    const bool here = std::find(allowed.begin(), allowed.end(), row(step.record).kind()) != allowed.end();
    for (const auto &[about, due] : wanted) {
        Record &added = row(addChild(Kind::Task, here ? step.record : m_file.root.id));
        added.set(task::status, QStringLiteral("OPEN"));
        added.set(task::subject, QCoreApplication::translate("Task", effect.text));
        added.set(task::dueOn, due);
        added.set(task::about, about.toBytes());
        if (m_file.root.spec().indexOf(common::handler) >= 0)
            added.setValue(task::assignee, m_file.root.value(common::handler));
    }
}

Outcome MoveRun::takeAlong(const Effect &effect)
{
    const QStringList names = words(effect.text);
    if (effect.kind == m_file.root.kind())
        return takeFirstOpen(m_file.root.id, names);
    std::vector<RecordId> candidates;
    for (const Record *child : m_file.of(effect.kind))
        candidates.push_back(child->id);
    const bool each = effect.act == Effect::Act::TakeEach;
    if (!each)
        std::reverse(candidates.begin(), candidates.end());
    for (const RecordId &candidate : candidates) {
        const RecordSpec &spec = row(candidate).spec();
        const bool fits = std::any_of(names.begin(), names.end(), [&](const QString &name) {
            const LifeCycle *lifeCycle = nullptr;
            const Transition *transition = findTransition(spec, name, &lifeCycle);
            return transition && fitsState(row(candidate), *lifeCycle, *transition);
        });
        if (!fits)
            continue;
        const auto taken = takeFirstOpen(candidate, names);
        if (!taken || !each)
            return taken;
    }
    return {};
}

Outcome MoveRun::takeFirstOpen(const RecordId &recordId, const QStringList &names)
{
    std::optional<std::vector<Unmet>> standsAgainst;
    for (const QString &name : names) {
        const LifeCycle *lifeCycle = nullptr;
        const Transition *transition = findTransition(row(recordId).spec(), name, &lifeCycle);
        if (!transition || !fitsState(row(recordId), *lifeCycle, *transition))
            continue;
        standsAgainst = conditionsOf(m_file, row(recordId), *transition, m_actor, m_now, m_rules);
        if (standsAgainst->empty())
            return take(recordId, *lifeCycle, *transition, {});
    }
    return standsAgainst ? Outcome(refusal(*standsAgainst)) : Outcome();
}

MovePlan MoveRun::finish()
{
    deriveCase(m_file, m_rules, m_now);
    if (const Record &root = m_file.root; !root.sameContent(m_before.root))
        m_plan.changed.push_back(root.id);
    // Rows are only ever added at the end, so the old ones keep their places.
    for (std::size_t i = 0; i < m_before.children.size(); ++i) {
        if (!m_file.children[i].sameContent(m_before.children[i]))
            m_plan.changed.push_back(m_file.children[i].id);
    }
    for (std::size_t i = m_before.children.size(); i < m_file.children.size(); ++i)
        m_plan.created.push_back(m_file.children[i].id);
    m_plan.after = std::move(m_file);
    return std::move(m_plan);
}

} // namespace yizhan
