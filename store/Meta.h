// SPDX-License-Identifier: GPL-3.0-or-later
// Small facts about this file itself: whose it is, which derived tables it holds, how far it has got.
#pragma once

#include "sql/Connection.h"

#include <QByteArray>

namespace yizhan::meta {

inline constexpr const char *device = "device";                   // 16 bytes
inline constexpr const char *office = "office";                   // UTF-8
inline constexpr const char *station = "station";                 // decimal
inline constexpr const char *enrolled = "enrolled";               // "1" once a district server knows this workstation
inline constexpr const char *derivedVersion = "derived_version";  // decimal: list indexes and search tables as filled
inline constexpr const char *derivedStage = "derived_stage";      // how far a rebuild has come: see Rebuild; none = none runs
inline constexpr const char *declarations = "declarations";       // of the fields that the file was last opened with
inline constexpr const char *schema = "schema";                   // decimal: of the release that last opened the file
inline constexpr const char *serverSchema = "sync.server_schema"; // decimal: of the district's program, where it differs
inline constexpr const char *rulesFingerprint = "rules"; // fingerprintOfDerivation() the derived columns were computed with
inline constexpr const char *dailyDone = "daily_done";   // ISO day of the last complete daily job
inline constexpr const char *lastOperation = "last_operation"; // decimal: highest n that ever left the outbox
inline constexpr const char *lastBackup = "last_backup";       // decimal: milliseconds

// Empty when there is no such fact.
Result<QByteArray> read(Connection &connection, const char *key);
Result<qint64> readNumber(Connection &connection, const char *key); // 0 when there is none
Outcome write(Connection &connection, const char *key, const QByteArray &value);

} // namespace yizhan::meta
