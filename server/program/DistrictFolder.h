// SPDX-License-Identifier: GPL-3.0-or-later
// One district server on this computer: its folder, its key, its storage, its certificates.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "base/Result.h"
#include "server/core/District.h"
#include "server/http/CertificateFolder.h"

#include <QLockFile>
#include <memory>

namespace yizhan {

struct FolderOptions {
    QString folder;
    QString keyFile;     // empty: the credential of the service manager, else server.key in the folder
    QString postgresUrl; // empty: the embedded storage in the folder
    QString rules;       // folder with replacements of the data files
    DistrictOptions district = {};
};

// district.db, blobs and what the district puts beside them, tls/, server.key (unless it lies elsewhere), serving.lock.
class DistrictFolder
{
public:
    // Makes key, storage and certificates. Errors: Rejected if there is a district already, Usage (names), Io.
    static Outcome create(const FolderOptions &options, const QString &district, const QStringList &names);
    // Errors: NotFound (no district there), WrongKey, Corrupt, TooNew, Io.
    static Result<std::unique_ptr<DistrictFolder>> open(const FolderOptions &options);

    // Puts a backup in the place of the district, or into a folder that holds none yet (then with its certificates); a new
    // epoch begins. The key must be there. Errors: Busy (it is served), NotFound or Corrupt (no backup), WrongKey, Io.
    static Outcome restore(const FolderOptions &options, const QString &from);

    District &district() { return *m_district; }
    Administration &administration() { return m_district->administration(); }
    CertificateFolder &certificates() { return m_certificates; }
    ServerDatabase &database() { return *m_database; }
    const Clock &clock() const { return m_clock; }
    Result<QString> districtName();

    // Held by a server while it runs, and by whoever replaces the storage. Error: Busy.
    static Result<std::unique_ptr<QLockFile>> lock(const QString &folder);
    static QString keyPath(const FolderOptions &options);
    static QString tlsPath(const QString &folder);
    // Error: as open().
    static Result<QByteArray> readKey(const FolderOptions &options);
    static Result<std::shared_ptr<ServerDatabase>> openStorage(const FolderOptions &options, const DistrictKeys &keys);
    // What locks the private keys of certificates.
    static QByteArray passPhraseOf(const QByteArray &master);

private:
    static Result<std::unique_ptr<DistrictFolder>> openWith(const FolderOptions &options, const QString &tls);
    explicit DistrictFolder(CertificateFolder certificates) : m_certificates(std::move(certificates)) {}

    SystemClock m_clock;
    SystemRandom m_random;
    CertificateFolder m_certificates;
    std::shared_ptr<ServerDatabase> m_database;
    std::unique_ptr<District> m_district;
};

} // namespace yizhan
