// SPDX-License-Identifier: GPL-3.0-or-later
// One file that brings a whole store back: vault header, database and blobs behind a manifest, checked before it counts.
#pragma once

#include "base/Result.h"
#include "base/Time.h"
#include "store/Cancel.h"
#include "store/Store.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <functional>

namespace yizhan {

class Blobs;
class Connection;

// Names of what a store's folder holds.
struct StoreFiles {
    QString vault;    // file
    QString database; // file
    QString blobs;    // folder
};

namespace Backup {

struct Source {
    Connection *connection = nullptr; // of the calling thread, not in a transaction; others may go on writing
    QByteArray key;                   // that opens the database
    StoreFiles files;                 // absolute
    const Blobs *blobs = nullptr;
    Instant now;
};

struct Contents {
    Instant madeAt;
    int schemaVersion = 0;
    std::int64_t databaseBytes = 0;
    std::int64_t blobCount = 0;
    std::int64_t blobBytes = 0;
    QHash<QString, std::int64_t> rows; // table -> rows when it was made
};

// Makes a copy of the database beside `file`, opens and checks that copy with the key (each page's authentication code, rows of
// each table), puts it with vault and blobs into file.part, reads that back byte for byte, and only then renames it. Blobs are
// taken as they lie; Verify judges their content. Needs room for the database twice.
// Errors: Corrupt (a check failed), Rejected (`file` exists already), DiskFull, Io, Cancelled; in each case nothing called
// `file` was made and what was begun is gone.
Outcome write(const Source &source, const QString &file, const Progress &progress, const CancelToken &cancel);

// Turns the vault file of a backup into the key of its database; the password is the caller's business. Errors: WrongKey,
// Corrupt.
using Unlock = std::function<Result<QByteArray>(const QString &vaultFile)>;

// Reads the manifest and compares the hash of the whole container. Errors: Corrupt, TooNew, NotFound, Io, Cancelled.
Result<Contents> inspect(const QString &file, const Progress &progress = {}, const CancelToken &cancel = {});

// Unpacks into `folder`, which must be empty or absent (Rejected otherwise), by way of a folder beside it that is renamed at
// the end: after an error or a crash there is nothing that looks like a store. `names` are names inside the folder. Errors: as
// write() and inspect(), WrongKey.
Outcome restore(const QString &file, const QString &folder, const StoreFiles &names, const Unlock &unlock,
                const Progress &progress, const CancelToken &cancel);

} // namespace Backup

} // namespace yizhan
