// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery key as people write it down and type it: 160 random bits in eight groups, each with its check character.
#pragma once

#include "base/Result.h"
#include "store/SecureBytes.h"

#include <QString>

namespace yizhan {

inline constexpr std::size_t recoverySecretBytes = 20;

// "K7QM4-02TXB-...": four characters of 0-9 A-Z without I L O U and one check character a group. The check finds every
// single wrong character and every two neighbours that changed places, and tells in which group.
QString recoveryKeyText(const SecureBytes &secret);
// Case, blanks and dashes do not matter; O is read as 0, I and L as 1. Error: WrongKey, its detail names the mistyped groups
// ("3, 5"); all groups when the length is wrong.
Result<SecureBytes> parseRecoveryKey(const QString &typed);

} // namespace yizhan
