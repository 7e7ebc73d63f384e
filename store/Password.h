// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords: one spelling for one password, how strong it must be, and how wrong ones slow down.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "store/SecureBytes.h"

#include <QString>

namespace yizhan {

// UTF-8 of the composed form (NFC): the same password from any keyboard.
SecureBytes normalisedPassword(const QString &password);
// At least 10 characters of at least three of the four kinds small letter, capital letter, digit, other; at most 200.
// Error: Constraint.
Outcome judgePassword(const QString &password);

// Counts wrong passwords in a file beside the vault: from the fifth in a row on, each must be 30 seconds after the one before.
// The count is for the folder, not for a login, so that it does not tell which logins exist.
class AttemptLog
{
public:
    static constexpr int freeAttempts = 5;
    static constexpr std::int64_t waitMs = 30'000;

    AttemptLog(QString file, const Clock &clock) : m_file(std::move(file)), m_clock(clock) {}

    // Counts an attempt before it is made, so that killing the program does not help. Error: Auth with the seconds to wait.
    Outcome begin();
    // The attempt was right: the count starts anew.
    void succeeded();
    int wrongBefore() const { return m_wrongBefore; } // in a row, before this attempt

private:
    QString m_file;
    const Clock &m_clock;
    int m_wrongBefore = 0;
};

} // namespace yizhan
