// SPDX-License-Identifier: GPL-3.0-or-later
// What a person and a workstation may do: roles of the account, offices of the account, grants of the workstation.
#pragma once

#include "records/Record.h"
#include "server/core/ServerDatabase.h"

#include <QHash>
#include <QStringList>
#include <map>
#include <vector>

namespace yizhan {

class RuleBook;
class RowBook;

// Somebody with an account, as far as judging needs it.
class GrantList;

struct PersonRights {
    RecordId user;
    QStringList roles;
    QStringList offices; // "*" = all of the district
    bool known = false;
    bool disabled = false;

    bool mayReadCases() const; // an administrator may not
    bool mayWriteCases() const;
    bool mayKeepDirectory() const; // staff, villages, committees, offices
    bool isIntakeOnly() const;
    bool belongsTo(const QString &office) const;
    // Cases, at a workstation with these grants: somebody of at least one of its offices.
    bool mayReadAt(const GrantList &grants) const;
};

struct DeviceGrant {
    QString office;
    qint64 generation = 0;
    bool mayWrite = false;
};

// A workstation's grants that are in force, the district's log among them.
class GrantList
{
public:
    static Result<GrantList> of(SqlSession &session, const RecordId &device);
    static GrantList forReading(const QString &office);
    const DeviceGrant *find(const QString &office) const;
    bool mayWrite(const QString &office) const;
    const std::vector<DeviceGrant> &all() const { return m_grants; } // by office

private:
    std::vector<DeviceGrant> m_grants;
};

// People looked up in one transaction.
class PeopleBook
{
public:
    explicit PeopleBook(SqlSession &session) : m_session(session) {}
    Result<PersonRights> find(const RecordId &user);

private:
    SqlSession &m_session;
    std::map<RecordId, PersonRights> m_people;
};

// Whether the person may see a case that is marked restricted: heads, its handler, its first responder.
Result<bool> maySeeRestricted(const PersonRights &person, const Record &root, RowBook &rows);

} // namespace yizhan
