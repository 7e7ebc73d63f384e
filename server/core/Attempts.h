// SPDX-License-Identifier: GPL-3.0-or-later
// Slows down those who guess: from a number of wrong attempts on, each must be half a minute after the one before.
#pragma once

#include "server/core/ServerDatabase.h"

namespace yizhan::attempts {

inline constexpr int freeLogins = 5;
inline constexpr int freeOfAddress = 50; // a whole office may stand behind one
inline constexpr int freeCodes = 10;

QString loginScope(const QString &login);
QString codeScope(const QByteArray &codeHash);                     // passwords tried with one enrolment code
QString addressScope(const QByteArray &address, const char *what); // empty without an address

// Counts an attempt before it is judged. Error: Auth with the seconds to wait. An empty scope is never slowed down.
Outcome begin(SqlSession &session, const QString &scope, int free, Instant now);
Outcome succeeded(SqlSession &session, const QString &scope, Instant now);

} // namespace yizhan::attempts
