// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields take numbers of which series: said by the steps of the life cycles, and read from them.
#pragma once

#include "records/Record.h"

namespace yizhan {

class RuleBook;

// Id of the series whose numbers stand in this field of the kind; empty if none. Any thread.
const QString &seriesOfField(Kind kind, std::uint16_t field);

// Whether the record has taken the step that numbers it and waits until the district's server gives the number: the series has
// no provisional ones, so the field is empty meanwhile. Shown as "waiting for number".
bool waitsForNumber(const Record &record, const FieldSpec &field, const RuleBook &rules);

} // namespace yizhan
