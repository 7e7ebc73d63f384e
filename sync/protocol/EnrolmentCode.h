// SPDX-License-Identifier: GPL-3.0-or-later
// The one-time code that lets a workstation join: it proves the workstation to the district, and the district to the
// workstation.
#pragma once

#include "base/Random.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

namespace yizhan {

// 60 bits of the SHA-256 of the public key of the district's certificate authority, 60 bits of secret, 5 bits of check, written
// in five groups of five characters of Crockford's alphabet (no I, L, O, U; read without regard to case, with O as 0, I and L
// as 1).
struct EnrolmentCode {
    QByteArray authority; // 8 bytes, the upper 4 bits of the last one empty
    QByteArray secret;    // 8 bytes, likewise

    static EnrolmentCode make(QByteArrayView authorityKeyHash, Random &random);
    QString toText() const; // "7K2MD-..."
    // Protocol: not a code, or mistyped (the check does not fit).
    static Result<EnrolmentCode> fromText(const QString &text);
    // Whether an authority whose key has this SHA-256 is the one that the code names. In constant time.
    bool names(QByteArrayView authorityKeyHash) const;
};

} // namespace yizhan
