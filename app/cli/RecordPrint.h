// SPDX-License-Identifier: GPL-3.0-or-later
// Whole records on the command line: every field that is filled, one below the other, or one JSON object each.
#pragma once

#include "app/cli/CommandLine.h"

namespace yizhan {

// Errors: those of reading the names of people and offices that stand in them.
Outcome printWhole(CommandLine &line, Store &store, const std::vector<Record> &records, bool masked);
// Whether personal data is masked: --unmasked asks for --reason. Errors: Usage.
Result<bool> askedMasked(CommandLine &line);

} // namespace yizhan
