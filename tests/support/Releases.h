// SPDX-License-Identifier: GPL-3.0-or-later
// Releases of an imaginary future: what the program would know of records if further schema versions had followed its own. Each
// adds fields and kinds to the one before, as docs/protocol.md section 12 allows, and brings the SQL for its tables.
#pragma once

#include "records/Declaration.h"

#include <QString>

namespace yizhan {
class RuleBook;
}

namespace yizhan::tests {

inline constexpr int releaseCount = 4;
// 0: the program's own; each further one has the next schema version.
const Declaration &release(int number);
inline const Declaration &newestRelease() { return release(releaseCount - 1); }

// Fills the folder with the numbered SQL files that the release ships: those of this program and one for each version since.
void writeMigrations(const QString &folder, int number);
// The data files that the release ships: from the release `firstWithNewCodes` on two lists have a value more.
inline constexpr int firstWithNewCodes = 2;
inline constexpr const char *newCategory = "88";             // consult_category
inline constexpr const char *newIncident = "LATER_INCIDENT"; // prevented_incident
std::shared_ptr<const RuleBook> rulesOf(int number, const std::shared_ptr<const RuleBook> &shipped);

// What they add.
namespace later {
inline constexpr Kind visitKind{7};        // a root, of the third release
inline constexpr Kind measureKind{43};     // on cases, of the third release
inline constexpr Kind measureStepKind{44}; // on a measure, of the third release
extern const Field<QString> remark;        // mediation, second release
extern const Field<Money> sum;             // mediation, third release: the greatest counts
extern const Field<QString> alias;         // party, second release: in a merge group that the first release knows
extern const Field<QString> language;      // party, third release: must not be empty
extern const Field<QStringList> topics;    // consultation, second release: sets are united
extern const Field<QString> source;        // consultation, fourth release
extern const Field<QString> measureText;   // measure
extern const Field<QString> measureNote;   // measure, fourth release
extern const RecordSpec visit;             // as the third release declares them
extern const RecordSpec measure;
extern const RecordSpec measureStep;
} // namespace later

} // namespace yizhan::tests
