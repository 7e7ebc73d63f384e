// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/NumberPlaces.h"

#include "records/LifeCycle.h"
#include "records/NumberTable.h"
#include "records/RuleBook.h"

#include <map>
#include <set>

namespace yizhan {
namespace {

struct Place {
    QString series;
    const FieldSpec *status = nullptr; // null: the number is taken by a step of another row
    std::set<QString> states;          // in which the number has been taken
};
using Places = std::map<std::pair<Kind, std::uint16_t>, Place>;

// Where steps lead from these states on.
void addLater(std::set<QString> &states, const LifeCycle &life)
{
    const auto leaves = [&states](const Transition &step) {
        const QStringList from = QString::fromLatin1(step.from).split(u' ', Qt::SkipEmptyParts);
        return std::any_of(from.begin(), from.end(), [&states](const QString &state) { return states.contains(state); });
    };
    for (std::size_t before = 0; before != states.size();) {
        before = states.size();
        for (const Transition &step : life.transitions) {
            if (*step.to != '@' && leaves(step))
                states.insert(QString::fromLatin1(step.to));
        }
    }
}

Places placesOfAll()
{
    Places places;
    for (const RecordSpec *spec : allSpecs()) {
        for (const LifeCycle *life : spec->lifeCycles) {
            for (const Transition &step : life->transitions) {
                for (const Effect &effect : step.effects) {
                    if (effect.act != Effect::Act::TakeNumber || !effect.field)
                        continue;
                    const bool isOwn = effect.kind == Kind::None || effect.kind == spec->kind;
                    Place &place = places[{isOwn ? spec->kind : effect.kind, effect.field->id}];
                    place.series = QString::fromLatin1(effect.text);
                    if (!isOwn || *step.to == '@')
                        continue;
                    place.status = life->status;
                    place.states.insert(QString::fromLatin1(step.to));
                    addLater(place.states, *life);
                }
            }
        }
    }
    return places;
}

const Place &placeOf(Kind kind, std::uint16_t field)
{
    static const Places places = placesOfAll();
    static const Place none;
    const auto at = places.find({kind, field});
    return at == places.end() ? none : at->second;
}

} // namespace

const QString &seriesOfField(Kind kind, std::uint16_t field) { return placeOf(kind, field).series; }

bool waitsForNumber(const Record &record, const FieldSpec &field, const RuleBook &rules)
{
    const Place &place = placeOf(record.kind(), field.id);
    if (!place.status || record.withdrawn || !record.value(field).isNull())
        return false;
    const NumberSeries *series = rules.numbers().find(place.series);
    return series && series->source == NumberSource::Server && series->provisional.isEmpty()
           && place.states.contains(record.value(*place.status).text());
}

} // namespace yizhan
