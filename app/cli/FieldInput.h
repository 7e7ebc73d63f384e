// SPDX-License-Identifier: GPL-3.0-or-later
// What people give a command to write: FIELD=VALUE words for what is not personal, JSON lines for everything.
#pragma once

#include "app/cli/CommandLine.h"

#include <QJsonObject>

namespace yizhan {

// All words. Errors: Usage (no such field, or a personal one: everybody can read arguments), Constraint (not such a value).
Result<Inputs> assignedAll(const RecordSpec &spec, const QStringList &words, const RuleBook &rules);
// The fields an object names, null values as "empty it".
Result<Inputs> inputsOf(const QJsonObject &object, const RecordSpec &spec, const RuleBook &rules);
// Calls `each` with every JSON object of --file or of standard input. Error: Usage with the number of the line.
Outcome forEachObject(CommandLine &line, const std::function<Outcome(const QJsonObject &)> &each);
// The words from `first` on; if there are none, the JSON objects of the input.
Result<Inputs> inputsFrom(CommandLine &line, qsizetype first, const RecordSpec &spec, const RuleBook &rules);

} // namespace yizhan
