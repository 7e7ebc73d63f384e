// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what “export” wrote for a successor of the district: only the owner of the recipient's secret key can.
#pragma once

#include "base/Result.h"

#include <QString>

namespace yizhan::handover {

// A new pair of X25519 keys: the secret one into a new file (0600), the public one as the answer, in hexadecimal.
// Errors: Rejected (the file exists), Io.
Result<QString> makeKey(const QString &secretFile);
// Of 64 hexadecimal characters. Error: Usage.
Result<QByteArray> publicKeyFrom(const QString &text);
// JSON lines into a new file. The number of lines. Errors: Rejected (exists), WrongKey, Corrupt, Io.
Result<qint64> open(const QString &sealedFile, const QString &secretFile, const QString &to);

} // namespace yizhan::handover
