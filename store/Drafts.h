// SPDX-License-Identifier: GPL-3.0-or-later
// Unsaved work and small settings of one user on this workstation.
#pragma once

#include "sql/Connection.h"
#include "store/Store.h"
#include "store/StoreContext.h"

namespace yizhan::drafts {

// Writer thread, in a transaction. A draft without a key gets one: of user, record and base version for an existing record,
// a random one for a record that does not exist yet. savedAt is set. Sealed with the user's draft key: nobody else who opens
// the store can read it.
Result<Draft> save(Connection &connection, const StoreContext &context, Draft draft);
Outcome drop(Connection &connection, const StoreContext &context, const QByteArray &key);
// Newest first. A draft that cannot be opened is left out and stays where it is.
Result<std::vector<Draft>> list(Connection &connection, const StoreContext &context);

Outcome saveSetting(Connection &connection, const StoreContext &context, const QString &key, const QByteArray &value);
Result<QByteArray> setting(Connection &connection, const StoreContext &context, const QString &key); // empty if never saved

} // namespace yizhan::drafts
