// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: the connect options and the password of the QtSql driver.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

struct sqlite3;

namespace yizhan {

struct CipherOptions {
    int busyTimeoutMs = 5000;
    bool readOnly = false;
    bool extendedCodes = true;
    int regexpCacheSize = 0; // 0: no REGEXP

    // What is wrong with the options, or nothing.
    QString read(const QString &options);
};

// The 32 bytes written as 64 hexadecimal digits, bare or as x'...'; no bytes for no password; nothing for anything else.
std::optional<QByteArray> keyFromPassword(const QString &password);

// Gives the connection the function behind "text REGEXP pattern" (Perl's syntax); patterns are kept compiled.
void addRegexp(sqlite3 *handle, int cacheSize);

} // namespace yizhan
