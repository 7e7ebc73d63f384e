// SPDX-License-Identifier: GPL-3.0-or-later
// What the administrator of a district can do; each act is entered in the chained audit. None of it shows the text of a case.
#pragma once

#include "server/core/AdminAudit.h"
#include "server/core/DistrictContext.h"

namespace yizhan {

struct NewUser {
    QString login;
    QString name;
    QString password;
    QStringList roles;   // codes of the list "role"
    QStringList offices; // "*" = all of the district
};

struct UserInfo {
    RecordId id;
    QString login;
    QString name;
    QStringList roles;
    QStringList offices;
    bool disabled = false;
    bool hasSecondFactor = false;
};

struct DeviceInfo {
    RecordId id;
    QString office;
    int station = 0;
    QString name;
    QString platform;
    QString program;
    wire::DeviceState state = wire::DeviceState::Good;
    Instant enrolledAt;
    Instant seenAt;
    std::int64_t lastN = 0;
    std::vector<DeviceGrant> grants;
    qint64 quarantined = 0; // operations handed in after it was revoked
    bool hasReceipt = false;
};

struct OfficeInfo {
    QString code;
    QString name;
    qint64 rows = 0;
    qint64 oseq = 0;
};

struct BackupInfo {
    Epoch epoch = 0;
    qint64 rows = 0;
    qint64 attachments = 0; // files
    QString file;           // of the storage
};

struct VerifyReport {
    qint64 rows = 0;
    qint64 operations = 0;
    QStringList faults; // "JO01: digest" ...; none = everything holds together
};

struct NewCode {
    QString office;
    QStringList moreOffices; // that the workstation may see as well
    bool mayWrite = true;
    QByteArray authorityKeyHash; // SHA-256 of the public key of the district's authority
};

// Any thread. Errors: NotFound (login, office, workstation), Constraint (password, roles, login taken), those of the storage.
class Administration
{
public:
    explicit Administration(const DistrictContext &context) : m_context(context) {}

    // Offices of the rule book that are in use get their logs. Usage when the storage holds a district already.
    Outcome init(const QString &districtName);
    Result<std::vector<OfficeInfo>> offices();
    Outcome addOffice(const QString &code);

    Result<RecordId> addUser(const NewUser &user);
    Result<std::vector<UserInfo>> listUsers();
    Outcome disableUser(const QString &login, bool disabled = true);
    Outcome setPassword(const QString &login, const QString &password);
    Outcome setRoles(const QString &login, const QStringList &roles, const QStringList &offices);
    // A new secret for the second factor in base 32, to be typed into an authenticator; empty when it is switched off.
    Result<QString> setSecondFactor(const QString &login, bool on);

    Result<QString> makeCode(const NewCode &code); // as people type it
    Result<std::vector<DeviceInfo>> listDevices();
    // Refused from now on, told to wipe at its next hello; its blocks of numbers come back.
    Outcome revokeDevice(const RecordId &device);
    Outcome grant(const RecordId &device, const QString &office, bool mayWrite);
    Outcome endGrant(const RecordId &device, const QString &office);

    // The unsent work that a revoked workstation handed in goes to the people of its office as conflicts under its cases. The
    // number of operations.
    Result<qint64> releaseQuarantine(const RecordId &device);

    // One series in one year, by its key ("mediation/2026/JO01"). Constraint with the first number that nobody explains.
    Outcome closeYear(const QString &seriesKey);
    Result<std::vector<audit::Entry>> auditEntries(qint64 after, int limit);

    // A copy of the storage and of all attachments, sealed as they are; called one only after it was opened and checked. The
    // same folder may be used again: attachments are then copied once. Operations that are in it count as having a second copy.
    Result<BackupInfo> backup(const QString &folder);
    // Puts a backup in the place of what there is, and begins a new epoch. Corrupt: not a whole backup of this key.
    Outcome restore(const QString &folder);
    // Chains of offices and of this audit, hashes and digests worked out anew, logs against rows.
    Result<VerifyReport> verify();
    // All records and their history as JSON lines in a sealed file that only the recipient's X25519 key opens: whoever makes it
    // cannot read it. The number of records.
    Result<qint64> exportAll(const QString &file, const QByteArray &recipientKey);

private:
    Outcome change(const QString &act, const QJsonObject &details,
                   const std::function<Outcome(SqlSession &session, std::vector<QString> &grown)> &work);
    Result<RecordId> userOf(SqlSession &session, const QString &login) const;
    Outcome judgeRoles(const QStringList &roles) const;
    Outcome setOffices(SqlSession &session, const RecordId &user, const QStringList &offices) const;
    Outcome takeBackNumbers(SqlSession &session, const RecordId &device) const;

    const DistrictContext &m_context;
};

} // namespace yizhan
