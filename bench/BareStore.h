// SPDX-License-Identifier: GPL-3.0-or-later
// What the store is measured against: the same tables, indexes and search tables, filled by bare calls of the SQLCipher C API
// from values that were prepared before the clock started; no declaration, no audit, no outbox, no rules.
#pragma once

#include "base/Result.h"
#include "records/Record.h"

#include <QString>
#include <vector>

namespace yizhan {

struct BareRun {
    double seconds = 0;
    std::int64_t rows = 0;
};
// Inserts the cases in transactions of `casesATransaction` into a new file; the file is removed afterwards.
Result<BareRun> bareInsert(const QString &file, const std::vector<CaseFile> &cases, std::size_t casesATransaction);

// The statements of one save from the form, each prepared once and run in one durable transaction: row, audit, payload, outbox,
// search row. Milliseconds of each, on an existing store file whose key is given.
Result<std::vector<double>> bareSaves(const QString &databaseFile, const QByteArray &key,
                                      const std::vector<std::int64_t> &rows);

} // namespace yizhan
