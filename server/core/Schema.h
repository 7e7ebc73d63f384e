// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the server: one numbered text, spelt for the engine at hand.
#pragma once

#include "server/core/ServerDatabase.h"

namespace yizhan::schema {

enum class Engine { Sqlite, Postgres };

// One text in the spelling of the engine: types, and what only one of them has.
QByteArray spelt(QByteArray sql, Engine engine);
// Its statements, without comments; each ends with a semicolon at the end of a line.
std::vector<QByteArray> statementsOf(const QByteArray &sql);
int newest();
// Runs the steps that are missing. TooNew when a newer release has been here.
Outcome prepare(SqlSession &session, Engine engine);

} // namespace yizhan::schema
