// SPDX-License-Identifier: GPL-3.0-or-later
// A free remark on a case.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::note {

inline constexpr auto text = longTextField(1, "text", QT_TRANSLATE_NOOP("Field", "Note")).max(20000).mandatory().level(Sensitivity::Personal)
    .merged(MergePolicy::Append).searched(SearchAs::Text).rowColumn(20, true).titled("备注|记事");
inline constexpr auto pinned = boolField(2, "pinned", QT_TRANSLATE_NOOP("Field", "Keep on top"));

extern const RecordSpec spec;

} // namespace yizhan::note
