// SPDX-License-Identifier: GPL-3.0-or-later
// Short words for writing life-cycle tables: lists of needs and guards, clock effects, effects.
#pragma once

#include "records/LifeCycle.h"
#include "records/kinds/Common.h"

#include <array>

namespace yizhan::declare {

// needs<facts, source>: the fields a transition wants filled.
template <const auto &...fields> inline constexpr std::array<const FieldSpec *, sizeof...(fields)> needs{&fields...};
// asks<consentObtained, consentHow>: the fields that a guard asks for.
template <const auto &...fields> inline constexpr std::array<const FieldSpec *, sizeof...(fields)> asks{&fields...};
// guards<twoSides, placeGiven>: the conditions of a transition, in the order in which a refusal names them.
template <const Guard &...conditions> inline constexpr std::array<Guard, sizeof...(conditions)> guards{conditions...};

using Condition = bool (*)(const GuardContext &context);

constexpr ClockEffect start(const char *rule, const FieldSpec &from, Condition when = nullptr, Kind on = Kind::None)
{
    return {ClockEffect::Act::Start, rule, &from, "", on, when};
}
constexpr ClockEffect restart(const char *rule, const FieldSpec &from, Condition when = nullptr, Kind on = Kind::None)
{
    return {ClockEffect::Act::Restart, rule, &from, "", on, when};
}
constexpr ClockEffect meet(const char *rule, const FieldSpec *from = nullptr, Kind on = Kind::None)
{
    return {ClockEffect::Act::Meet, rule, from, "", on, nullptr};
}
constexpr ClockEffect cancel(const char *rule, Kind on = Kind::None) { return {ClockEffect::Act::Cancel, rule, nullptr, "", on, nullptr}; }
constexpr ClockEffect pause(const char *rule, const char *reason, Kind on = Kind::None)
{
    return {ClockEffect::Act::Pause, rule, nullptr, reason, on, nullptr};
}
constexpr ClockEffect resume(const char *rule, const char *reason, Kind on = Kind::None)
{
    return {ClockEffect::Act::Resume, rule, nullptr, reason, on, nullptr};
}
constexpr ClockEffect reopen(const char *rule) { return {ClockEffect::Act::Reopen, rule, nullptr, "", Kind::None, nullptr}; }

constexpr Effect effect(Effect::Act act, const FieldSpec *field, const char *text = "")
{
    Effect e;
    e.act = act;
    e.field = field;
    e.text = text;
    return e;
}
constexpr Effect number(const FieldSpec &field, const char *series, Kind kind = Kind::None)
{
    Effect e = effect(Effect::Act::TakeNumber, &field, series);
    e.kind = kind;
    return e;
}
constexpr Effect code(const FieldSpec &field, const char *value) { return effect(Effect::Act::SetCode, &field, value); }
constexpr Effect today(const FieldSpec &field) { return effect(Effect::Act::SetToday, &field); }
constexpr Effect actor(const FieldSpec &field) { return effect(Effect::Act::SetActor, &field); }
constexpr Effect clear(const FieldSpec &field) { return effect(Effect::Act::ClearField, &field); }
constexpr Effect pushReturn() { return effect(Effect::Act::PushReturn, &common::returnState); }
constexpr Effect popReturn() { return effect(Effect::Act::PopReturn, &common::returnState); }
constexpr Effect emptyReturn() { return effect(Effect::Act::EmptyReturn, &common::returnState); }
constexpr Effect run(void (*work)(CaseFile &file, Record &record, const GuardContext &context))
{
    Effect e;
    e.act = Effect::Act::Run;
    e.run = work;
    return e;
}
constexpr Effect take(Kind kind, const char *transitions)
{
    Effect e = effect(Effect::Act::Take, nullptr, transitions);
    e.kind = kind;
    return e;
}
constexpr Effect takeEach(Kind kind, const char *transitions)
{
    Effect e = effect(Effect::Act::TakeEach, nullptr, transitions);
    e.kind = kind;
    return e;
}
// `subject` is marked with QT_TRANSLATE_NOOP("Task", ...); due `days` from today.
constexpr Effect remind(const char *subject, int days, Condition when = nullptr)
{
    Effect e = effect(Effect::Act::AddTask, nullptr, subject);
    e.days = days;
    e.when = when;
    return e;
}
// One for each child of `kind`, due on the day in its `field`.
constexpr Effect remindOn(const char *subject, Kind kind, const FieldSpec &field)
{
    Effect e = effect(Effect::Act::AddTask, &field, subject);
    e.kind = kind;
    return e;
}

} // namespace yizhan::declare
