// SPDX-License-Identifier: GPL-3.0-or-later
// Users of a store: their record, their key slot, their session.
#pragma once

#include "store/StoreContext.h"
#include "store/Vault.h"
#include "store/Writer.h"

namespace yizhan::accounts {

// Roles that a slot may be given to: known, not clashing, and none of an administrator, who gets no key. Errors: Constraint.
Outcome judgeRoles(const QStringList &roles, const RuleBook &rules);
// The roles of an office that runs alone.
QStringList usualRoles();

// The record of a user, with this id if it is new (null = any). Writer thread.
Result<RecordId> addRecord(Connection &connection, Writer &writer, const RecordId &id, const QString &login,
                           const QString &name, const QStringList &roles);
// A slot and a record for another user; the record of a login without a slot is used again. Writer thread; half a second.
// Errors: Forbidden, Constraint, Io.
Outcome add(Connection &connection, Writer &writer, const StoreContext &context, VaultCost cost, const QString &login,
            const QString &name, const QString &password, const QStringList &roles);
// Errors: WrongKey, Auth (too many attempts), Constraint (weak). Writer thread; a second.
Outcome changePassword(Connection &connection, Writer &writer, const StoreContext &context, VaultCost cost,
                       const QString &oldPassword, const QString &newPassword);

// The district knows the account of this store by another id: what waits to be sent and what will be written bears that one.
// Nothing to do if `atDistrict` is null or the same. In a transaction of the caller.
Outcome knowAs(Connection &connection, const RecordId &user, const RecordId &atDistrict);
// Who the user is by the record, the district's if that is here. Errors: Auth (the account was closed), NotFound.
Result<Session> sessionOf(Connection &connection, const RecordId &user, const Clock &clock);

} // namespace yizhan::accounts
