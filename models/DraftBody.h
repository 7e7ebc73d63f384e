// SPDX-License-Identifier: GPL-3.0-or-later
// What an open form keeps so that it comes back after a lock or a crash: rows, half-typed texts, where the caret stood.
#pragma once

#include "base/Result.h"
#include "records/Record.h"

#include <map>

namespace yizhan {

struct DraftRow {
    Record record;                        // as edited
    Record base;                          // as it stands in the store; its spec is that of `record`
    bool isNew = false;                   // not in the store yet
    bool removed = false;                 // taken out in the form
    std::map<std::uint16_t, QString> raw; // texts that are no value (yet), by field id
};

struct DraftCaret {
    RecordId row;
    std::uint16_t field = 0;
    int position = 0;
};

struct DraftBody {
    std::vector<DraftRow> rows; // the root first
    DraftCaret caret;

    // New rows whole, standing rows as what differs from their base. CBOR.
    QByteArray toBytes() const;
    // Lays the stored edits over `standing` (empty for a record that does not exist yet). Edits of rows that are gone meanwhile
    // are left out. Errors: Protocol when the bytes are no draft.
    static Result<DraftBody> fromBytes(const QByteArray &bytes, const CaseFile &standing);
};

} // namespace yizhan
