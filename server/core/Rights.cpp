// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Rights.h"

#include "records/kinds/Common.h"
#include "records/kinds/User.h"
#include "server/core/RowBook.h"
#include "sync/protocol/Messages.h"

#include <algorithm>

namespace yizhan {
namespace {

constexpr const char *systemAdministrator = "SYS_ADMIN";
constexpr const char *securityAdministrator = "SEC_ADMIN";
constexpr const char *auditor = "AUDITOR";
constexpr const char *statistician = "STATS";
constexpr const char *intakeTerminal = "KIOSK";

bool isOneOf(const QString &role, std::initializer_list<const char *> list)
{
    return std::any_of(list.begin(), list.end(), [&](const char *one) { return role == QLatin1String(one); });
}

bool hasOtherThan(const QStringList &roles, std::initializer_list<const char *> list)
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString &role) { return !isOneOf(role, list); });
}

bool hasAny(const QStringList &roles, std::initializer_list<const char *> list)
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString &role) { return isOneOf(role, list); });
}

} // namespace

bool PersonRights::mayReadCases() const
{
    return known && !disabled && hasOtherThan(roles, {systemAdministrator, securityAdministrator, intakeTerminal});
}

bool PersonRights::mayWriteCases() const
{
    return known && !disabled && hasOtherThan(roles, {systemAdministrator, securityAdministrator, auditor, statistician});
}

bool PersonRights::mayKeepDirectory() const
{
    return known && !disabled && hasAny(roles, {systemAdministrator, securityAdministrator});
}

bool PersonRights::isIntakeOnly() const { return roles.size() == 1 && roles.front() == QLatin1String(intakeTerminal); }

bool PersonRights::belongsTo(const QString &office) const
{
    return std::any_of(offices.begin(), offices.end(),
                       [&office](const QString &own) { return own == office || own == QLatin1String(wire::districtLog); });
}

bool PersonRights::mayReadAt(const GrantList &grants) const
{
    return mayReadCases() && std::any_of(grants.all().begin(), grants.all().end(), [this](const DeviceGrant &grant) {
               return grant.office != QLatin1String(wire::districtLog) && belongsTo(grant.office);
           });
}

Result<GrantList> GrantList::of(SqlSession &session, const RecordId &device)
{
    GrantList list;
    const Outcome read = session.each(
        "SELECT office, generation, may_write FROM device_grant WHERE device = ? AND in_force = 1 ORDER BY office", {device},
        [&list](const SqlRow &row) {
            list.m_grants.push_back({row.text(0), row.int64(1), row.boolean(2)});
            return Outcome();
        });
    return read ? Result<GrantList>(std::move(list)) : Result<GrantList>(read.error());
}

GrantList GrantList::forReading(const QString &office)
{
    GrantList list;
    list.m_grants.push_back({office, 0, false});
    return list;
}

const DeviceGrant *GrantList::find(const QString &office) const
{
    const auto at = std::find_if(m_grants.begin(), m_grants.end(), [&](const DeviceGrant &g) { return g.office == office; });
    return at == m_grants.end() ? nullptr : &*at;
}

bool GrantList::mayWrite(const QString &office) const
{
    const DeviceGrant *grant = find(office);
    return grant && grant->mayWrite;
}

Result<PersonRights> PeopleBook::find(const RecordId &user)
{
    if (const auto known = m_people.find(user); known != m_people.end())
        return known->second;
    PersonRights person;
    person.user = user;
    const Result<bool> found = m_session.first("SELECT roles, disabled FROM account WHERE id = ?", {user},
                                               [&person](const SqlRow &row) {
                                                   person.known = true;
                                                   person.roles = row.text(0).split(u',', Qt::SkipEmptyParts);
                                                   person.disabled = row.boolean(1);
                                               });
    if (!found)
        return found.error();
    const Outcome read = m_session.each("SELECT office FROM account_office WHERE account = ? ORDER BY office", {user},
                                        [&person](const SqlRow &row) {
                                            person.offices.append(row.text(0));
                                            return Outcome();
                                        });
    if (!read)
        return read.error();
    m_people.emplace(user, person);
    return person;
}

Result<bool> maySeeRestricted(const PersonRights &person, const Record &root, RowBook &rows)
{
    const RecordSpec &spec = root.spec();
    const bool isRestricted = spec.indexOf(common::restricted) >= 0 && root.get(common::restricted).value_or(false);
    if (!isRestricted || hasAny(person.roles, {"OFFICE_HEAD", "AID_DIRECTOR", "NOTARY_DIRECTOR", auditor}))
        return true;
    if (spec.indexOf(common::firstResponder) >= 0 && root.get(common::firstResponder) == person.user)
        return true;
    const std::optional<RecordId> handler = spec.indexOf(common::handler) >= 0 ? root.get(common::handler) : std::nullopt;
    if (!handler)
        return false;
    const Result<ServerRow *> login = rows.find(person.user);
    if (!login)
        return login.error();
    return *login && (*login)->record.kind() == Kind::User && (*login)->record.get(user::staff) == handler;
}

} // namespace yizhan
