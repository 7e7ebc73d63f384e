// SPDX-License-Identifier: GPL-3.0-or-later
// Makes and reads certificates (X.509, P-256): the district's own authority, and what the server shows to workstations.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace yizhan {

struct Certified {
    QByteArray certificate; // DER
    QByteArray key;         // PKCS#8 in DER; the last one to hold it wipes it

    ~Certified();
};

struct CertificateFacts {
    QByteArray keyHash; // SHA-256 of the SubjectPublicKeyInfo, 32 bytes: what enrolment codes and clients pin
    QStringList names;  // host names and IP addresses, as given to makeServerCertificate()
    Instant from;
    Instant until;
    bool authority = false;
};

// Any thread. Both are valid from a year before `now`: a workstation whose clock is slow must still be able to connect.
// Errors: Usage with an empty or impossible name; Io if the library of cryptography fails.
inline constexpr int authorityYears = 20;
inline constexpr int serverYears = 2;
Result<Certified> makeAuthority(const QString &district, Instant now);
Result<Certified> makeServerCertificate(const Certified &authority, const QStringList &names, Instant now);

// Error: Corrupt.
Result<CertificateFacts> inspectCertificate(const QByteArray &der);
// Whether the certificate carries the authority's signature.
bool isIssuedBy(const QByteArray &der, const QByteArray &authorityDer);

// PEM with the key locked by a pass phrase (PKCS#8, AES-256), so that the file may lie in a backup.
// Errors of reading: Corrupt; WrongKey if the pass phrase is another one.
Result<QByteArray> toPem(const Certified &certified, const QByteArray &passPhrase);
Result<Certified> fromPem(const QByteArray &pem, const QByteArray &passPhrase, const QString &fileName);

} // namespace yizhan
