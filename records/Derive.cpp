// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Derive.h"

#include "records/Clocks.h"
#include "records/LifeCycle.h"
#include "records/RuleBook.h"
#include "records/kinds/Common.h"
#include "records/kinds/Party.h"
#include "records/kinds/Timer.h"

#include <algorithm>

namespace yizhan {

namespace {
template <class T>
void setOptional(Record &record, const Field<T> &field, const std::optional<T> &value)
{
    record.setValue(field, value ? Value(*value) : Value());
}

// What can be said without knowing the present day.
TimerState lastingState(const Record &timer, const DeadlineRule *rule, const Result<DueDate> &due)
{
    if (!timer.value(timer::cancelledAt).isNull())
        return TimerState::Cancelled;
    if (const auto met = metMoment(timer))
        return rule && due ? timerState(*rule, *due, met, false, met->orEndOfDay()) : TimerState::Met;
    return due && due->paused ? TimerState::Paused : TimerState::Running;
}

void deriveTimer(const CaseFile &file, Record &timer, const RuleBook &rules)
{
    const DeadlineRule *rule = rules.deadlines().find(timer.get(timer::ruleId));
    const auto due = dueOfTimer(file, timer, rules);
    const DueDate known = due ? *due : DueDate();
    setOptional(timer, timer::dueOn, known.dueOn);
    setOptional(timer, timer::dueAt, known.hours ? known.dueAt : std::nullopt);
    setOptional(timer, timer::dueUnrolledOn, known.unrolledOn);
    setOptional(timer, timer::statutoryDueOn, known.statutoryOn);
    timer.set(timer::provisional, known.provisional);
    timer.set(timer::paused, known.paused && isOpenTimer(timer));
    timer.set(timer::state, codeOf(lastingState(timer, rule, due)));
}

bool hasWord(const char *words, const QString &word) { return QString::fromLatin1(words).split(u' ').contains(word); }

bool ends(const Transition &transition, const QString &rule)
{
    return std::any_of(transition.clocks.begin(), transition.clocks.end(), [&rule](const ClockEffect &effect) {
        return effect.act == ClockEffect::Act::Meet && rule == QLatin1String(effect.rule);
    });
}

// Whether a step can still meet a clock of the rule. A track that has come to rest is at work only for what its resting state
// still offers: the window to apply to the court does not go on when it was let pass or given up.
bool canBeMet(const Record &record, const QString &rule, bool &isMetThere)
{
    for (const LifeCycle *cycle : record.spec().lifeCycles) {
        const QString state = record.value(*cycle->status).text();
        const bool rests = hasWord(cycle->ends, state);
        for (const Transition &transition : cycle->transitions) {
            if (!ends(transition, rule))
                continue;
            isMetThere = true;
            if (!rests || hasWord(transition.from, state))
                return true;
        }
    }
    return false;
}

// A clock that no step ever meets was set by hand or rests on a rule of the office: it counts until it is ended.
bool isStillWork(const CaseFile &file, const Record &timer)
{
    const QString rule = timer.get(timer::ruleId);
    const Record *owner = file.find(timer.parent);
    bool isMetThere = false;
    if (canBeMet(file.root, rule, isMetThere) || (owner && owner != &file.root && canBeMet(*owner, rule, isMetThere)))
        return true;
    return !isMetThere;
}

// The clock to work towards: of those that are open and somebody's duty here the one with the earliest date. A paused clock
// takes part with the day on which it would end if the pause ended today; one that no step can meet any more takes none.
void deriveNextDue(CaseFile &file, const RuleBook &rules, Day today)
{
    const Record *nearest = nullptr;
    std::optional<Day> nearestOn;
    for (const Record &timer : file.children) {
        if (timer.kind() != Kind::Timer || !isOpenTimer(timer) || !isDuty(timer, rules) || !isStillWork(file, timer))
            continue;
        std::optional<Day> on = timer.get(timer::dueOn);
        if (!on && timer.get(timer::paused).value_or(false)) {
            const auto projected = dueOfTimer(file, timer, rules, today);
            on = projected ? projected->projectedOn : std::nullopt;
        }
        if (on && (!nearestOn || *on < *nearestOn)) {
            nearest = &timer;
            nearestOn = on;
        }
    }
    Record &root = file.root;
    setOptional(root, common::nextDue, nearestOn);
    root.set(common::nextDueRule, nearest ? nearest->get(timer::ruleId) : QString());
    const bool paused = nearest && nearest->get(timer::paused).value_or(false);
    root.setValue(common::duePaused, nearest ? Value(paused) : Value());
    root.setValue(common::dueProvisional,
                  nearest ? Value(paused || nearest->get(timer::provisional).value_or(false)) : Value());
}

// 0 = the side that asks, 1 = the other side, 2 = somebody between, -1 = nobody's side (agents, witnesses).
int sideOf(const QString &role)
{
    static const QStringList asking{QStringLiteral("APPLICANT"), QStringLiteral("PARTY_A"), QStringLiteral("AIDED"),
                                    QStringLiteral("VICTIM"), QStringLiteral("PRIVATE_PROSECUTOR")};
    static const QStringList facing{QStringLiteral("RESPONDENT"), QStringLiteral("PARTY_B"), QStringLiteral("OPPONENT"),
                                    QStringLiteral("SUSPECT"), QStringLiteral("DEFENDANT")};
    if (asking.contains(role))
        return 0;
    if (facing.contains(role))
        return 1;
    return role == QLatin1String("THIRD") || role == QLatin1String("INTERESTED") ? 2 : -1;
}

// "张三、李四 / 王五": the sides of the case for its line in the list.
QString namesOf(const CaseFile &file)
{
    QStringList sides[3];
    for (const Record *row : file.of(Kind::Party)) {
        const int side = sideOf(row->get(party::role));
        const QString name = row->get(party::name);
        if (side >= 0 && !name.isEmpty())
            sides[side] += name;
    }
    QStringList shown;
    for (const QStringList &side : sides) {
        if (!side.isEmpty())
            shown += side.join(u'、');
    }
    QString text = shown.join(QStringLiteral(" / "));
    const auto most = static_cast<qsizetype>(common::parties.maxLength);
    if (text.size() > most) {
        text.truncate(text[most - 2].isHighSurrogate() ? most - 2 : most - 1);
        text += u'…';
    }
    return text;
}

bool hasDerived(const RecordSpec &spec)
{
    for (const FieldSpec *field : spec.fields) {
        if (field->derived)
            return true;
    }
    return false;
}

// Runs `compute` on the row and notes its id if that changed a value.
template <class Compute>
void noting(Record &row, std::vector<RecordId> &changed, const Compute &compute)
{
    const std::vector<Value> before = row.values();
    compute(row);
    if (row.values() != before)
        changed.push_back(row.id);
}
} // namespace

std::vector<RecordId> deriveCase(CaseFile &file, const RuleBook &rules, Instant now)
{
    std::vector<RecordId> changed;
    for (Record &child : file.children) {
        if (child.kind() == Kind::Timer)
            noting(child, changed, [&](Record &timer) { deriveTimer(file, timer, rules); });
    }
    for (Record &child : file.children) {
        if (child.spec().derive)
            noting(child, changed, [&](Record &row) { row.spec().derive(file, row, rules); });
    }
    if (!hasDerived(file.root.spec()))
        return changed;
    noting(file.root, changed, [&](Record &root) {
        if (root.spec().indexOf(common::nextDue) >= 0)
            deriveNextDue(file, rules, now.localDay());
        if (root.spec().indexOf(common::parties) >= 0)
            root.set(common::parties, namesOf(file));
        if (root.spec().derive)
            root.spec().derive(file, root, rules);
    });
    return changed;
}

} // namespace yizhan
