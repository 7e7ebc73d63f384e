// SPDX-License-Identifier: GPL-3.0-or-later
// What a caller wants written, and what was written: one Change is one transaction with its audit rows and outbox entries.
#pragma once

#include "records/CaseMove.h"
#include "records/Record.h"

#include <QHash>
#include <vector>

namespace yizhan {

// One operation on one row.
struct Operation {
    enum class Act : std::uint8_t {
        Create,   // `record` with all its values; id, root, parent, office set (the store fills a null id, root and office)
        Set,      // `values` of `target`; values equal to what stands are dropped, nothing left = nothing written
        Withdraw, // takes the row out of every list, with the Change's reason; history stays
        Restore,  // the opposite
        Move,     // transition `transition` on `target` with `values` as inputs; everything it entails is written with it
        Transfer  // hands the whole case of `target` over to `office`
    };
    Act act = Act::Set;
    Record record;   // Create; for a root that has a life cycle, `transition` names the creating transition (empty = the first)
    RecordId target; // Set, Withdraw, Restore, Move, Transfer
    QString transition; // Move, Create
    Inputs values;      // Set, Move
    QString office;     // Transfer
    // Version of the target's values the caller looked at (Record::updatedAt), 0 = don't care. A field of the same merge group
    // changed on this workstation after that answers Conflict with the field's name: two windows, or two clerks.
    std::int64_t basedOn = 0;

    static Operation create(Record record, const QString &transition = {});
    static Operation set(const RecordId &target, Inputs values, std::int64_t basedOn = 0);
    static Operation move(const RecordId &target, const QString &transition, Inputs inputs = {});
    static Operation withdraw(const RecordId &target);
};

struct Change {
    std::vector<Operation> operations; // all or nothing, in this order
    QString reason;                    // for the audit; obligatory for Withdraw, Restore and Transfer
    QByteArray endsDraft; // key of the draft that this change makes good (Draft::key), removed in the same transaction
    // Demo and imports of server data: no outbox entries, version (at least 1) and final numbers as given, one audit row for
    // all that is created. A row with unsent work is not touched: Conflict.
    bool asServer = false;
};

// What is new since a transaction: sent to everybody who looks at rows.
struct ChangeSet {
    struct Row {
        Kind kind = Kind::None;
        RecordId id;
        RecordId root;
        std::int64_t localRow = 0;
        enum class What : std::uint8_t { Created, Changed, Withdrawn } what = What::Changed;
    };
    std::vector<Row> rows;
    std::int64_t sequence = 0;            // grows by one with each committed transaction
    bool everything = false;              // a rebuild or restore: read anew
    QHash<QString, QString> takenNumbers; // record id (text) -> number taken in this transaction
    QStringList documents;                // form ids that belong to the steps taken
};

} // namespace yizhan
