// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Merge.h"

#include "base/Planted.h"
#include "records/RecordSpec.h"

#include <algorithm>
#include <optional>

namespace yizhan {
namespace {

const Value &valueIn(const GroupValues &values, std::uint16_t field)
{
    static const Value none;
    const auto at = values.find(field);
    return at == values.end() ? none : at->second;
}

QStringList united(const QStringList &standing, const QStringList &late)
{
    QStringList all = standing + late;
    all.sort();
    all.removeDuplicates();
    return all;
}

// What the field's policy makes of two values that differ; nothing = a person has to decide.
std::optional<Value> combined(const FieldSpec &field, const Value &standing, const Value &late)
{
    if (late.isNull() || standing.isNull())
        return std::nullopt; // one side was emptied, and no policy says whether that was meant
    switch (field.merge) {
    case MergePolicy::Settle: return std::nullopt;
    case MergePolicy::Union: return Value(united(standing.codes(), late.codes()));
    case MergePolicy::Maximum: return standing.number() >= late.number() ? standing : late;
    case MergePolicy::Append: {
        const QString before = standing.text();
        const QString after = late.text();
        if (after.startsWith(before))
            return late;
        return before.contains(after) ? standing : Value(QString(before + u'\n' + after));
    }
    }
    return std::nullopt;
}

// Whether the group, once `written` is in the place of what stands, holds more or other values than the late ones.
bool holdsOthers(const GroupValues &standing, const GroupValues &written, const GroupValues &late)
{
    const auto isOther = [&](std::uint16_t field) {
        const auto now = written.find(field);
        return (now == written.end() ? valueIn(standing, field) : now->second) != valueIn(late, field);
    };
    const auto names = [&](const auto &pair) { return isOther(pair.first); };
    return std::any_of(standing.begin(), standing.end(), names) || std::any_of(late.begin(), late.end(), names);
}

} // namespace

Merged mergeGroup(const RecordSpec &spec, const StandingGroup &standing, const LateGroup &late)
{
    Merged merged;
    bool differs = false;
    for (const auto &[field, value] : late.values)
        differs = differs || valueIn(standing.values, field) != value;
    const bool madeOnIt = late.base == standing.version || standing.writtenByPrev;
    if (!differs) {
        merged.verdict = Merged::Verdict::Same;
        merged.combined = !madeOnIt && holdsOthers(standing.values, {}, late.values);
        return merged;
    }
    if (madeOnIt || planted(Plant::LastWriteWins)) {
        merged.values = late.values;
        return merged;
    }
    bool changes = false;
    for (const auto &[field, value] : late.values) {
        const Value &stands = valueIn(standing.values, field);
        if (stands == value)
            continue;
        const int at = spec.indexOfId(field);
        std::optional<Value> both;
        if (at >= 0)
            both = combined(*spec.fields[static_cast<std::size_t>(at)], stands, value);
        if (!both)
            return {Merged::Verdict::Conflict, {}, false};
        changes = changes || *both != stands;
        merged.values.emplace(field, std::move(*both));
    }
    merged.verdict = changes ? Merged::Verdict::Applied : Merged::Verdict::Same;
    merged.combined = holdsOthers(standing.values, merged.values, late.values);
    return merged;
}

} // namespace yizhan
