// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/DistrictFolder.h"

#include "records/NumberTable.h"
#include "records/RuleBook.h"
#include "server/core/Meta.h"
#include "server/core/PostgresDatabase.h"
#include "server/core/SqliteDatabase.h"
#include "server/program/ProgramErrors.h"

#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QSaveFile>
#include <sodium.h>

namespace yizhan {

namespace {
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;

void wipe(QByteArray &secret) { sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size())); }

QString credential()
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    const QString file = folder + QStringLiteral("/server.key");
    return !folder.isEmpty() && QFile::exists(file) ? file : QString();
}

Outcome writeKey(const QString &path, const QByteArray &master)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error(ErrorKind::Io, programErrors::cannotWrite, {path, QString()});
    QSaveFile file(path);
    const QByteArray text = master.toHex() + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(text) != text.size()
        || !file.commit())
        return Error(ErrorKind::Io, programErrors::cannotWrite, {path, file.errorString()});
    return {};
}

Result<QByteArray> keyFor(const FolderOptions &options, Random &random)
{
    if (QFile::exists(DistrictFolder::keyPath(options)))
        return DistrictFolder::readKey(options);
    QByteArray master = DistrictKeys::makeMaster(random);
    if (const Outcome written = writeKey(DistrictFolder::keyPath(options), master); !written)
        return written.error();
    return master;
}
} // namespace

QString DistrictFolder::keyPath(const FolderOptions &options)
{
    if (!options.keyFile.isEmpty())
        return options.keyFile;
    const QString given = credential();
    return given.isEmpty() ? options.folder + QStringLiteral("/server.key") : given;
}

QString DistrictFolder::tlsPath(const QString &folder) { return folder + QStringLiteral("/tls"); }

Result<QByteArray> DistrictFolder::readKey(const FolderOptions &options)
{
    const QString path = keyPath(options);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::WrongKey, programErrors::noKey, {path});
    // The service manager decides who reads its credentials, and mounts them as it sees fit.
    if (path != credential() && (file.permissions() & others))
        return Error(ErrorKind::Forbidden, programErrors::openKey, {path});
    const auto decoded = QByteArray::fromHex(file.readLine(200).trimmed());
    if (decoded.size() != DistrictKeys::masterBytes)
        return Error(ErrorKind::WrongKey, programErrors::noKey, {path});
    return decoded;
}

QByteArray DistrictFolder::passPhraseOf(const QByteArray &master)
{
    return QMessageAuthenticationCode::hash("yizhan certificates", master, QCryptographicHash::Sha256).toHex();
}

Result<std::shared_ptr<ServerDatabase>> DistrictFolder::openStorage(const FolderOptions &options, const DistrictKeys &keys)
{
    if (!options.postgresUrl.isEmpty()) {
        Result<std::unique_ptr<PostgresDatabase>> opened = PostgresDatabase::open(options.postgresUrl, keys.database);
        if (!opened)
            return opened.error();
        return std::shared_ptr<ServerDatabase>(std::move(*opened));
    }
    Result<std::unique_ptr<SqliteDatabase>> opened = SqliteDatabase::open(options.folder + QStringLiteral("/district.db"),
                                                                          keys.database);
    if (!opened)
        return opened.error();
    return std::shared_ptr<ServerDatabase>(std::move(*opened));
}

Outcome DistrictFolder::create(const FolderOptions &options, const QString &district, const QStringList &names)
{
    if (QFile::exists(tlsPath(options.folder) + QStringLiteral("/authority.pem")))
        return Error(ErrorKind::Rejected, programErrors::initialised, {QDir::toNativeSeparators(options.folder)});
    if (!QDir().mkpath(options.folder) || !QFile::setPermissions(options.folder, ownerOnly | QFileDevice::ExeOwner))
        return Error(ErrorKind::Io, programErrors::cannotWrite, {options.folder, QString()});
    SystemRandom random;
    Result<QByteArray> master = keyFor(options, random);
    if (!master)
        return master.error();
    const QByteArray passPhrase = passPhraseOf(*master);
    wipe(*master);
    // The certificates last: they are what makes the folder a district's, so that a start that failed can be made again.
    const QString coming = tlsPath(options.folder) + QStringLiteral(".new");
    QDir(coming).removeRecursively();
    if (const Outcome made = CertificateFolder::create(coming, passPhrase, district, names, SystemClock().now()); !made)
        return made;
    {
        Result<std::unique_ptr<DistrictFolder>> folder = openWith(options, coming);
        if (!folder)
            return folder.error();
        if (const Outcome begun = (*folder)->administration().init(district); !begun)
            return begun;
    }
    if (!QDir().rename(coming, tlsPath(options.folder)))
        return Error(ErrorKind::Io, programErrors::cannotWrite, {tlsPath(options.folder), QString()});
    return {};
}

Result<std::unique_ptr<DistrictFolder>> DistrictFolder::open(const FolderOptions &options)
{
    if (!QFile::exists(tlsPath(options.folder) + QStringLiteral("/authority.pem")))
        return Error(ErrorKind::NotFound, programErrors::notInitialised, {QDir::toNativeSeparators(options.folder)});
    return openWith(options, tlsPath(options.folder));
}

Result<std::unique_ptr<DistrictFolder>> DistrictFolder::openWith(const FolderOptions &options, const QString &tls)
{
    Result<QByteArray> master = readKey(options);
    if (!master)
        return master.error();
    Result<CertificateFolder> certificates = CertificateFolder::open(tls, passPhraseOf(*master));
    Result<DistrictKeys> keys = DistrictKeys::fromMaster(*master);
    wipe(*master);
    if (!certificates)
        return certificates.error();
    if (!keys)
        return keys.error();
    Result<std::shared_ptr<const RuleBook>> rules = RuleBook::load(options.rules);
    if (!rules)
        return rules.error();
    for (const QString &series : options.district.leasedSeries) {
        const NumberSeries *known = (*rules)->numbers().find(series);
        if (!known || known->source != NumberSource::Lease)
            return Error(ErrorKind::Usage, programErrors::noLeasedSeries, {series});
    }
    Result<std::shared_ptr<ServerDatabase>> storage = openStorage(options, *keys);
    if (!storage)
        return storage.error();
    std::unique_ptr<DistrictFolder> folder(new DistrictFolder(std::move(*certificates)));
    folder->m_database = *storage;
    DistrictSetup setup;
    setup.database = *storage;
    setup.clock = &folder->m_clock;
    setup.random = &folder->m_random;
    setup.rules = *rules;
    setup.keys = *keys;
    setup.folder = options.folder;
    setup.options = options.district;
    setup.certificates = folder->m_certificates.trusted();
    Result<std::unique_ptr<District>> district = District::open(std::move(setup));
    if (!district)
        return district.error();
    folder->m_district = std::move(*district);
    return folder;
}

Outcome DistrictFolder::restore(const FolderOptions &options, const QString &from)
{
    const bool made = !QFile::exists(options.folder) && QDir().mkpath(options.folder)
                      && QFile::setPermissions(options.folder, ownerOnly | QFileDevice::ExeOwner);
    if (!made && !QFile::exists(options.folder))
        return Error(ErrorKind::Io, programErrors::cannotWrite, {options.folder, QString()});
    const Result<std::unique_ptr<QLockFile>> held = lock(options.folder);
    if (!held)
        return held.error();
    const QString tls = tlsPath(options.folder);
    const bool fresh = !QFile::exists(tls + QStringLiteral("/authority.pem"));
    const QString opened = fresh ? tls + QStringLiteral(".new") : tls;
    if (fresh) {
        QDir(opened).removeRecursively();
        if (const Outcome copied = CertificateFolder::copy(tlsPath(from), opened); !copied)
            return copied;
    }
    {
        const Result<std::unique_ptr<DistrictFolder>> folder = openWith(options, opened);
        if (!folder)
            return folder.error();
        if (const Outcome restored = (*folder)->administration().restore(from); !restored)
            return restored;
    }
    if (fresh && !QDir().rename(opened, tls))
        return Error(ErrorKind::Io, programErrors::cannotWrite, {tls, QString()});
    return {};
}

Result<QString> DistrictFolder::districtName()
{
    QString name;
    const Outcome read = m_database->read([&name](SqlSession &session) -> Outcome {
        Result<QString> found = meta::text(session, meta::district);
        if (!found)
            return found.error();
        name = *found;
        return {};
    });
    return read ? Result<QString>(name) : read.error();
}

Result<std::unique_ptr<QLockFile>> DistrictFolder::lock(const QString &folder)
{
    auto held = std::make_unique<QLockFile>(folder + QStringLiteral("/serving.lock"));
    held->setStaleLockTime(0); // a lock of a process that is gone is taken over, however old
    if (!held->tryLock())
        return Error(ErrorKind::Busy, programErrors::inUse, {QDir::toNativeSeparators(folder)});
    return held;
}

} // namespace yizhan
