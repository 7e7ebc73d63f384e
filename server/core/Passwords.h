// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords of accounts and their second factor: rules, hashes, six digits every thirty seconds.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace yizhan::passwords {

// 10 to 200 characters of at least three of the four kinds small letter, capital letter, digit, other; without the login name.
// Error: Constraint.
Outcome judge(const QString &password, const QString &login);
// Argon2id with its own salt and cost inside the text. Any keyboard's spelling of the same characters is the same password.
Result<QString> hash(const QString &password, unsigned long long operations, std::size_t memory);
// Takes as long for an unknown account (empty hash) as for a known one.
bool fits(const QString &password, const QString &hash, unsigned long long operations, std::size_t memory);

// RFC 6238 with HMAC-SHA-1, six digits, 30 seconds.
QString oneTimeCode(const QByteArray &secret, std::int64_t step);
std::int64_t stepAt(Instant now);
// The step that the code belongs to: the present one or a neighbour, and later than `lastStep`, so that no code works twice.
std::optional<std::int64_t> acceptedStep(const QByteArray &secret, const QString &code, Instant now, std::int64_t lastStep);
QString base32(const QByteArray &secret); // as authenticator programs want it typed

} // namespace yizhan::passwords
