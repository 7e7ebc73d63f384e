// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: what the driver shares with its queries.
#pragma once

#include "sql/CipherDriver.h"
#include "sql/Connection.h"

#include <QSqlError>
#include <QStringList>
#include <memory>
#include <vector>

namespace yizhan {

struct CipherDriver::Private {
    std::unique_ptr<Connection> connection; // null while closed
    std::vector<CipherResult *> results;
    QStringList subscriptions;
    bool extendedCodes = true;

    // Who complains: the compiler of SQL, which saw no values, or a running statement.
    enum class Speaker { Compiler, Statement };
    // What SQLite says about its last call.
    QSqlError error(const QString &what, int code, QSqlError::ErrorType type, Speaker speaker) const;
};

} // namespace yizhan
