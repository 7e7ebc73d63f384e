// SPDX-License-Identifier: GPL-3.0-or-later
// What a step does to the clocks of a case.
#include "records/Clocks.h"
#include "records/MoveRun.h"
#include "records/RecordErrors.h"
#include "records/RuleBook.h"
#include "records/kinds/Timer.h"

#include <algorithm>

namespace yizhan {

namespace {
// What a rule's guard compares: codes of a field, Y or N of a flag.
QStringList codesOf(const FieldSpec &field, const Value &value)
{
    if (value.isNull())
        return {};
    if (field.type == FieldType::Bool)
        return {value.number() != 0 ? QStringLiteral("Y") : QStringLiteral("N")};
    return field.type == FieldType::CodeSet ? value.codes() : QStringList{value.text()};
}

std::optional<Moment> momentOf(const FieldSpec &field, const Value &value)
{
    if (value.isNull())
        return std::nullopt;
    return field.type == FieldType::Instant ? Moment::atInstant(Instant{value.number()})
                                            : Moment::on(Day{static_cast<std::int32_t>(value.number())});
}

void setMoment(Record &record, const Field<Day> &day, const Field<Instant> &instant, const Moment &moment)
{
    record.set(day, moment.day);
    record.setValue(instant, moment.at ? Value(*moment.at) : Value());
}
} // namespace

Outcome MoveRun::apply(const Step &step, const ClockEffect &effect)
{
    using Act = ClockEffect::Act;
    const auto holder = clockHolder(step, effect.on);
    if (!holder)
        return {};
    if (effect.act == Act::Start)
        return startTimer(step, effect, *holder);
    if (effect.act == Act::Reopen) {
        reopenTimers(effect.rule, *holder);
        return {};
    }
    const Moment now = Moment::atInstant(m_now);
    const Moment moment = momentFrom(step, *holder, effect.from).value_or(now);
    for (const RecordId &timer : timersFor(effect.rule, *holder, true)) {
        if (effect.act == Act::Meet)
            endTimer(timer, moment);
        else if (effect.act == Act::Cancel || effect.act == Act::Restart)
            endTimer(timer, std::nullopt);
        else if (effect.act == Act::Pause)
            pauseTimer(timer, effect.reason, moment);
        else if (effect.act == Act::Resume)
            endPauses(timer, effect.reason, moment);
    }
    return effect.act == Act::Restart ? startTimer(step, effect, *holder) : Outcome();
}

std::optional<RecordId> MoveRun::clockHolder(const Step &step, Kind on) const
{
    if (on == Kind::None)
        return step.record;
    const auto rows = m_file.of(on);
    return rows.empty() ? std::nullopt : std::optional(rows.back()->id);
}

std::optional<Moment> MoveRun::momentFrom(const Step &step, const RecordId &holder, const FieldSpec *from) const
{
    if (!from)
        return Moment::atInstant(m_now);
    for (const RecordId &id : {holder, step.record, m_file.root.id}) {
        const Record &record = *m_file.find(id);
        if (record.spec().indexOf(*from) >= 0)
            return momentOf(*from, record.value(*from));
    }
    return std::nullopt;
}

const Value *MoveRun::lookUp(const std::vector<RecordId> &where, QStringView fieldName, const FieldSpec **field) const
{
    for (const RecordId &id : where) {
        const Record &record = *m_file.find(id);
        const FieldSpec *found = record.spec().field(fieldName);
        const int position = found ? record.spec().indexOf(*found) : -1;
        if (position >= 0) {
            *field = found;
            return &record.values()[static_cast<std::size_t>(position)];
        }
    }
    return nullptr;
}

// On the record itself, otherwise on the root, otherwise anywhere in the case: the first place that has one.
std::vector<RecordId> MoveRun::timersFor(const char *rule, const RecordId &holder, bool open) const
{
    const QString wanted = QLatin1String(rule);
    const bool all = wanted == QLatin1String("*");
    const auto timersAt = [&](const RecordId *parent) {
        std::vector<RecordId> found;
        for (const Record *timer : m_file.of(Kind::Timer)) {
            if ((!parent || timer->parent == *parent) && isOpenTimer(*timer) == open
                && (all || timer->get(timer::ruleId) == wanted))
                found.push_back(timer->id);
        }
        return found;
    };
    auto found = timersAt(&holder);
    if (found.empty() && !all)
        found = timersAt(&m_file.root.id);
    if (found.empty() && !all)
        found = timersAt(nullptr);
    return found;
}

Outcome MoveRun::startTimer(const Step &step, const ClockEffect &effect, const RecordId &holder)
{
    const DeadlineRule *rule = m_rules.deadlines().find(QString::fromLatin1(effect.rule));
    if (!rule)
        return Error(ErrorKind::NotFound, text::stepRule, {QLatin1String(effect.rule)});
    const std::vector<RecordId> where{holder, step.record, m_file.root.id};
    const bool fits = rule->guard.holds([&](const QString &name) {
        const FieldSpec *field = nullptr;
        const Value *value = lookUp(where, name, &field);
        return value ? codesOf(*field, *value) : QStringList();
    });
    const auto start = momentFrom(step, holder, effect.from);
    const auto runs = [&](const Record &row) {
        return row.kind() == Kind::Timer && row.parent == holder && isOpenTimer(row) && row.get(timer::ruleId) == rule->id;
    };
    if (!fits || !start || std::any_of(m_file.children.begin(), m_file.children.end(), runs))
        return {};
    Record &timer = row(addChild(Kind::Timer, holder));
    timer.set(timer::ruleId, rule->id);
    setMoment(timer, timer::startOn, timer::startAt, *start);
    const QString limitEvent = rule->absoluteLimit.startEvent; // "certificate.issued_on"
    const FieldSpec *field = nullptr;
    const Value *limit = limitEvent.isEmpty()
                             ? nullptr
                             : lookUp(where, QStringView(limitEvent).mid(limitEvent.indexOf(u'.') + 1), &field);
    if (const auto moment = limit ? momentOf(*field, *limit) : std::nullopt)
        timer.set(timer::limitOn, moment->day);
    return {};
}

void MoveRun::endTimer(const RecordId &timerId, const std::optional<Moment> &met)
{
    endPauses(timerId, "", met.value_or(Moment::atInstant(m_now)));
    Record &timer = row(timerId);
    if (met)
        setMoment(timer, timer::metOn, timer::metAt, *met);
    else
        timer.set(timer::cancelledAt, m_now);
}

// The one that ended last runs on; with "*" all of the record.
void MoveRun::reopenTimers(const char *rule, const RecordId &holder)
{
    auto ended = timersFor(rule, holder, false);
    if (qstrcmp(rule, "*") != 0 && ended.size() > 1)
        ended.erase(ended.begin(), ended.end() - 1);
    for (const RecordId &id : ended) {
        Record &timer = row(id);
        timer.clear(timer::metOn);
        timer.clear(timer::metAt);
        timer.clear(timer::cancelledAt);
    }
}

void MoveRun::pauseTimer(const RecordId &timerId, const char *reason, const Moment &from)
{
    const QString ground = QLatin1String(reason);
    const DeadlineRule *rule = m_rules.deadlines().find(row(timerId).get(timer::ruleId));
    const auto pauses = m_file.under(timerId, Kind::TimerPause);
    const bool paused = std::any_of(pauses.begin(), pauses.end(), [&](const Record *pause) {
        return pause->value(timerPause::toOn).isNull() && pause->get(timerPause::reason) == ground;
    });
    if (paused || !rule || !rule->pauseReasons.contains(ground))
        return;
    Record &pause = row(addChild(Kind::TimerPause, timerId));
    pause.set(timerPause::reason, ground);
    setMoment(pause, timerPause::fromOn, timerPause::fromAt, from);
}

// Of that ground; with none given, of all. A pause never ends before it began.
void MoveRun::endPauses(const RecordId &timerId, const char *reason, const Moment &to)
{
    const QString ground = QLatin1String(reason);
    for (Record &pause : m_file.children) {
        if (pause.kind() != Kind::TimerPause || pause.parent != timerId || !pause.value(timerPause::toOn).isNull()
            || (!ground.isEmpty() && pause.get(timerPause::reason) != ground))
            continue;
        const auto from = pause.get(timerPause::fromOn);
        const auto fromAt = pause.get(timerPause::fromAt);
        const bool early = (from && to.day < *from) || (fromAt && to.at && *to.at < *fromAt);
        setMoment(pause, timerPause::toOn, timerPause::toAt, early ? Moment{from.value_or(to.day), fromAt} : to);
    }
}

} // namespace yizhan
