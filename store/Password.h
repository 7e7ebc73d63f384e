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

// Counts attempts at a password in a file beside the vault: from the fifth wrong one in a row on, each must be 30 seconds after
// the one before. The count is for the folder, not for a login, so that it does not tell which logins exist.
//
// An attempt is on the disk before it is made and its verdict before anybody hears it. So whoever kills the program in between
// has learnt nothing, and a power cut looks the same: an attempt without a verdict weighs a quarter of a wrong password. That
// is enough against somebody who found a way to learn the verdict before it was written (twenty guesses, then one in half a
// minute), and a clerk has to lose power twenty times before it is felt. A right password clears both.
class AttemptLog
{
public:
    static constexpr int freeAttempts = 5;
    static constexpr int interruptedPerWrong = 4;
    static constexpr std::int64_t waitMs = 30'000;

    AttemptLog(QString file, const Clock &clock) : m_file(std::move(file)), m_clock(clock) {}

    // Notes an attempt before it is made. Errors: Auth with the seconds to wait, Io, DiskFull.
    Outcome begin();
    // What became of it, before anybody is told: right starts the count anew, WrongKey counts as wrong, any other error told
    // nothing about the password and does not count.
    template <class T>
    void judge(const Result<T> &answer)
    {
        if (answer)
            right();
        else
            failed(answer.error().kind == ErrorKind::WrongKey);
    }
    int wrongBefore() const { return m_before.wrong; } // in a row, before this attempt

private:
    struct Seen {
        int wrong = 0;
        int interrupted = 0;
        std::int64_t last = 0; // UTC ms of the last attempt
    };
    Seen read() const;
    Outcome write(const Seen &seen) const;
    void right() const;
    void failed(bool isWrong) const;

    QString m_file;
    const Clock &m_clock;
    Seen m_before;
    std::int64_t m_begun = 0;
};

} // namespace yizhan
