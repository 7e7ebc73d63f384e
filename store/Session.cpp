// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Session.h"

#include "records/kinds/Common.h"

#include <algorithm>
#include <initializer_list>

namespace yizhan {
namespace {

bool hasAny(const QStringList &roles, std::initializer_list<QLatin1String> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](QLatin1String role) { return roles.contains(role); });
}

// Whether a role remains when those that do not count are taken away.
bool hasOtherThan(const QStringList &roles, std::initializer_list<QLatin1String> ignored)
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString &role) {
        return std::none_of(ignored.begin(), ignored.end(), [&](QLatin1String other) { return role == other; });
    });
}

constexpr QLatin1String systemAdministrator("SYS_ADMIN");
constexpr QLatin1String securityAdministrator("SEC_ADMIN");
constexpr QLatin1String auditor("AUDITOR");
constexpr QLatin1String statistician("STATS");
constexpr QLatin1String intakeTerminal("KIOSK");
constexpr QLatin1String officeHead("OFFICE_HEAD");

} // namespace

bool Session::mayReadCases() const
{
    return hasOtherThan(actor.roles, {systemAdministrator, securityAdministrator, intakeTerminal});
}

bool Session::mayWriteCases() const
{
    return hasOtherThan(actor.roles, {systemAdministrator, securityAdministrator, auditor, statistician});
}

bool Session::mayManageUsers() const { return hasAny(actor.roles, {systemAdministrator, securityAdministrator, officeHead}); }

bool Session::seesUnmasked(const Record &root) const
{
    if (!mayReadCases())
        return false;
    const bool isRestricted = !root.isNull() && root.spec().indexOf(common::restricted) >= 0
                              && root.get(common::restricted).value_or(false);
    if (!isRestricted)
        return true;
    if (hasAny(actor.roles, {officeHead, QLatin1String("AID_DIRECTOR"), QLatin1String("NOTARY_DIRECTOR"), auditor}))
        return true;
    const auto is = [&](const Field<RecordId> &field, const RecordId &who) {
        return !who.isNull() && root.spec().indexOf(field) >= 0 && root.get(field) == who;
    };
    return is(common::handler, staff) || is(common::firstResponder, actor.user);
}

} // namespace yizhan
