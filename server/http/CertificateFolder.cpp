// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/CertificateFolder.h"

#include "server/http/HttpErrors.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace yizhan {

namespace {
constexpr const char *authorityFile = "authority.pem";
constexpr const char *nextFile = "next-authority.pem";
constexpr const char *serverFile = "server.pem";
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 longestFile = 64 << 10;

QString pathOf(const QString &folder, const char *file) { return folder + u'/' + QString::fromLatin1(file); }

// The first certificate of a PEM file, without the key behind it.
QByteArray certificateIn(const QByteArray &pem)
{
    const QByteArray last = "-----END CERTIFICATE-----\n";
    const qsizetype end = pem.indexOf(last);
    return end < 0 ? QByteArray() : pem.left(end + last.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(longestFile) : QByteArray();
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}
} // namespace

Outcome CertificateFolder::write(const QString &folder, const char *file, const Certified &certified,
                                 const QByteArray &passPhrase)
{
    const Result<QByteArray> pem = toPem(certified, passPhrase);
    if (!pem)
        return pem.error();
    return writeFile(folder, file, *pem);
}

Outcome CertificateFolder::writeFile(const QString &folder, const char *file, const QByteArray &pem)
{
    QSaveFile out(pathOf(folder, file));
    // Closed to others before the first byte; flushed and renamed by commit().
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(ownerOnly) || out.write(pem) != pem.size() || !out.commit())
        return Error(out.error() == QFileDevice::ResourceError ? ErrorKind::DiskFull : ErrorKind::Io, httpErrors::cannotWrite,
                     {out.fileName(), out.errorString()});
    return {};
}

Outcome CertificateFolder::copy(const QString &from, const QString &to)
{
    if (!QFile::exists(pathOf(from, authorityFile)))
        return Error(ErrorKind::NotFound, httpErrors::certificateFile, {pathOf(from, authorityFile)});
    if (!QDir().mkpath(to) || !QFile::setPermissions(to, ownerOnly | QFileDevice::ExeOwner))
        return Error(ErrorKind::Io, httpErrors::cannotWrite, {to, QString()});
    for (const char *file : {authorityFile, nextFile, serverFile}) {
        const QByteArray pem = contentOf(pathOf(from, file));
        if (pem.isEmpty()) // there is not always a next one
            continue;
        if (const Outcome written = writeFile(to, file, pem); !written)
            return written;
    }
    return {};
}

Outcome CertificateFolder::create(const QString &folder, const QByteArray &passPhrase, const QString &district,
                                  const QStringList &names, Instant now)
{
    const Result<Certified> authority = makeAuthority(district, now);
    if (!authority)
        return authority.error();
    const Result<Certified> server = makeServerCertificate(*authority, names, now);
    if (!server)
        return server.error();
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner))
        return Error(ErrorKind::Io, httpErrors::cannotWrite, {folder, QString()});
    if (const Outcome written = write(folder, authorityFile, *authority, passPhrase); !written)
        return written;
    return write(folder, serverFile, *server, passPhrase);
}

Result<CertificateFolder> CertificateFolder::open(const QString &folder, const QByteArray &passPhrase)
{
    CertificateFolder opened(folder, passPhrase);
    if (const Outcome loaded = opened.load(); !loaded)
        return loaded.error();
    return opened;
}

Result<Certified> CertificateFolder::read(const char *file) const
{
    const QString path = pathOf(m_folder, file);
    return fromPem(contentOf(path), m_passPhrase, path);
}

Outcome CertificateFolder::load()
{
    Result<Certified> authority = read(authorityFile);
    if (!authority)
        return authority.error();
    const Result<Certified> server = read(serverFile);
    if (!server)
        return server.error();
    m_nextDer.clear();
    if (QFile::exists(pathOf(m_folder, nextFile))) {
        const Result<Certified> next = read(nextFile);
        if (!next)
            return next.error();
        if (isIssuedBy(server->certificate, next->certificate)) { // useNext() was interrupted behind its first step
            if (const Outcome finished = promoteNext(*next); !finished)
                return finished;
            authority = next;
        } else {
            m_nextDer = next->certificate;
        }
    }
    m_authorityDer = authority->certificate;
    const Result<CertificateFacts> ofAuthority = inspectCertificate(m_authorityDer);
    const Result<CertificateFacts> ofServer = inspectCertificate(server->certificate);
    if (!ofAuthority || !ofServer || !ofAuthority->authority || !isIssuedBy(server->certificate, m_authorityDer))
        return Error(ErrorKind::Corrupt, httpErrors::certificateFile, {pathOf(m_folder, serverFile)});
    m_authority = *ofAuthority;
    m_server = *ofServer;
    return {};
}

Outcome CertificateFolder::promoteNext(const Certified &next)
{
    if (const Outcome written = write(m_folder, authorityFile, next, m_passPhrase); !written)
        return written;
    QFile::remove(pathOf(m_folder, nextFile));
    return {};
}

Result<TlsIdentity> CertificateFolder::identity() const
{
    const Result<Certified> server = read(serverFile);
    if (!server)
        return server.error();
    TlsIdentity identity;
    identity.chain = certificateIn(contentOf(pathOf(m_folder, serverFile)))
                     + certificateIn(contentOf(pathOf(m_folder, authorityFile)));
    identity.key = server->key;
    return identity;
}

Result<bool> CertificateFolder::renewServer(const QStringList &names, Instant now)
{
    const bool sameNames = names.isEmpty() || sorted(names) == sorted(m_server.names);
    const std::int64_t left = m_server.until.ms - now.ms;
    if (sameNames && left > (m_server.until.ms - m_server.from.ms) / 3)
        return false;
    const Result<Certified> authority = read(authorityFile);
    if (!authority)
        return authority.error();
    const Result<Certified> server = makeServerCertificate(*authority, names.isEmpty() ? m_server.names : names, now);
    if (!server)
        return server.error();
    if (const Outcome written = write(m_folder, serverFile, *server, m_passPhrase); !written)
        return written.error();
    const Outcome loaded = load();
    return loaded ? Result<bool>(true) : loaded.error();
}

Outcome CertificateFolder::makeNext(const QString &district, Instant now)
{
    const Result<Certified> next = makeAuthority(district, now);
    if (!next)
        return next.error();
    const Outcome written = write(m_folder, nextFile, *next, m_passPhrase);
    return written ? load() : written;
}

Outcome CertificateFolder::useNext(Instant now)
{
    if (!hasNext())
        return Error(ErrorKind::NotFound, httpErrors::noNextAuthority);
    const Result<Certified> next = read(nextFile);
    if (!next)
        return next.error();
    const Result<Certified> server = makeServerCertificate(*next, m_server.names, now);
    if (!server)
        return server.error();
    // From here on the next authority is in use, even if the rest is left to the next start.
    const Outcome written = write(m_folder, serverFile, *server, m_passPhrase);
    return written ? load() : written;
}

} // namespace yizhan
