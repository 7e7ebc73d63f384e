// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/FieldConflicts.h"

#include "records/Codec.h"
#include "records/kinds/Conflict.h"

#include <algorithm>

namespace yizhan {

std::vector<FieldConflict> openFieldConflicts(std::vector<const Record *> conflicts)
{
    std::sort(conflicts.begin(), conflicts.end(), [](const Record *a, const Record *b) { return a->createdAt < b->createdAt; });
    std::vector<FieldConflict> open;
    for (const Record *each : conflicts) {
        const RecordSpec *spec = specOf(static_cast<Kind>(each->get(conflict::recordKind).value_or(0)));
        const auto row = RecordId::fromBytes(each->get(conflict::record));
        if (!spec || !row || each->withdrawn || !each->get(conflict::decision).isEmpty()
            || each->get(conflict::mergeGroup).value_or(0) == 0)
            continue;
        const auto late = decodeSome(each->get(conflict::late), *spec);
        FieldConflict about{each->id, *row, {}};
        for (const FieldSpec *field : spec->fields) {
            if (late && late->count(field->id) > 0)
                about.fields.push_back(field);
        }
        if (!about.fields.empty())
            open.push_back(std::move(about));
    }
    return open;
}

RecordId conflictAbout(const std::vector<FieldConflict> &open, const RecordId &row, const FieldSpec &field)
{
    const auto found = std::find_if(open.begin(), open.end(), [&](const FieldConflict &each) {
        return each.row == row && std::find(each.fields.begin(), each.fields.end(), &field) != each.fields.end();
    });
    return found == open.end() ? RecordId() : found->conflict;
}

} // namespace yizhan
