// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates of one district server on disk: authority, the authority that follows it, and the server's own; renewals.
#pragma once

#include "server/http/Certificates.h"
#include "server/http/HttpServer.h"

namespace yizhan {

// authority.pem, next-authority.pem, server.pem in a folder that only the owner may enter (files 0600). Keys are locked with a
// pass phrase, so the folder may be part of a backup. One thread; one process writes.
class CertificateFolder
{
public:
    // Makes the folder with authority and server certificate. Errors: Usage (names), Io, DiskFull.
    static Outcome create(const QString &folder, const QByteArray &passPhrase, const QString &district,
                          const QStringList &names, Instant now);
    // Errors: Corrupt, WrongKey, Io.
    static Result<CertificateFolder> open(const QString &folder, const QByteArray &passPhrase);

    // The files as they are, for a backup and its way back. NotFound if there are none; Io, DiskFull.
    static Outcome copy(const QString &from, const QString &to);

    // What enrolment codes name: the SHA-256 of the key of the authority in use.
    const QByteArray &authorityKeyHash() const { return m_authority.keyHash; }
    // DER of the authority in use, then of the next one if there is any: what workstations trust from enrolment on.
    QByteArray trusted() const { return m_authorityDer + m_nextDer; }
    const CertificateFacts &authority() const { return m_authority; }
    const CertificateFacts &server() const { return m_server; }
    bool hasNext() const { return !m_nextDer.isEmpty(); }

    Result<TlsIdentity> identity() const;

    // A new server certificate if `names` (when given) are others, or less than a third of the time is left. True: there is a
    // new one. Errors: as create().
    Result<bool> renewServer(const QStringList &names, Instant now);
    // The authority that workstations learn to trust beside the one in use; once all have heard of it, it may take its place.
    Outcome makeNext(const QString &district, Instant now);
    // The next authority takes the place of the one in use and certifies the server anew. Error: NotFound if there is none.
    Outcome useNext(Instant now);

private:
    CertificateFolder(QString folder, QByteArray passPhrase) : m_folder(std::move(folder)), m_passPhrase(std::move(passPhrase))
    {}
    Result<Certified> read(const char *file) const;
    static Outcome writeFile(const QString &folder, const char *file, const QByteArray &pem);
    static Outcome write(const QString &folder, const char *file, const Certified &certified, const QByteArray &passPhrase);
    Outcome load();
    Outcome promoteNext(const Certified &next);

    QString m_folder;
    QByteArray m_passPhrase;
    QByteArray m_authorityDer;
    QByteArray m_nextDer;
    CertificateFacts m_authority;
    CertificateFacts m_server;
};

} // namespace yizhan
